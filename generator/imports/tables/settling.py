"""What a table says beside its items: heads that its cells settle, words above it for all its rows,
and that an item is withheld.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from generator.imports.cells import Cell
from generator.imports.tables.choices import method
from generator.imports.tables.columns import Column
from generator.imports.tables.rows import Block, Item
from generator.imports.words.boxes import boxes, ticked
from generator.imports.words.heads import bare, means
from generator.imports.words.wording import is_id, joined, unbracketed
from generator.terms import folded

_SAID = (
    ("time_limit", "公开时限|时限|公开期限"),
    ("method", "公开方式|方式"),
    ("channels", "公开渠道|公开渠道和载体|渠道|公开载体|载体"),
    ("subject", "责任主体|公开主体|责任单位"),
    ("audience", "公开对象|公开范围"),
    ("level", "公开层级"),
)
_LONGEST = 200


def defaults(before: tuple[str, ...]) -> dict[str, str]:
    """Return what the words above a table say for all its rows (公开时限：…); the nearest wins."""
    found = {}
    for line in before:
        for part in re.split(r"(?<=[。;；])", line):
            for element, words in _SAID:
                number = r"(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.．]*)?"
                said = re.match(rf"\s*{number}(?:【(?:{words})】|(?:{words})[:：])\s*(.+)", part)
                if said and len(said[1]) < _LONGEST:
                    found[element] = joined(said[1]).strip("。")
    return found


def settled(block: Block) -> tuple[Column, ...]:
    """Return the columns of a table, those whose head says too little settled by what they hold.

    公开形式 may hold 主动公开 or 政府网站; 编号 ids of this site or numbers of the office.
    """
    columns = list(block.columns)
    known = {column.element for column in columns}
    for place, column in enumerate(columns):
        texts = [cell.text for item in block.items for cell in item.cells.get(column.index, ())]
        if column.element == "method":
            fits = sum(method(text) is not None or says_withheld(text) for text in texts)
            other = "extra" if "channels" in known else "channels"
        elif column.element == "id":
            fits = sum(map(is_id, texts))
            other = "extra" if "number" in known else "number"
        elif column.element == "extra" and means(column.header) == "method":
            if "channels" in known:
                continue
            fits = sum(method(text) is not None for text in texts)
            other = "channels"
        elif not column.header.strip("第0123456789列") and "number" not in known:
            fits = sum(not re.fullmatch(r"[0-9]+(?:\.[0-9]+)*", text) for text in texts)
            other = "number"
        else:
            continue
        if fits * 2 < len(texts):
            columns[place] = replace(column, element=other)
            known.add(other)
    return _named_apart(columns)


def _named_apart(columns: list[Column]) -> tuple[Column, ...]:
    """Give each column a name of its own, by which its words are kept."""
    seen: Counter[str] = Counter()
    found = []
    for column in columns:
        name = column.header or f"第{column.index + 1}列"
        seen[name] += 1
        found.append(replace(column, header=name if seen[name] == 1 else f"{name}（{seen[name]}）"))
    return tuple(found)


_CLOSED = (
    "(?:不(?:予以?|给予|宜|便|应当?|再|对外|(?:面)?向社会|能|得|可)?|免予|免于|豁免|非)公开|不开放|保密|涉密"
    "|内部(?:公开|使用|掌握|资料|文件)"
)
_WITHHELD = re.compile(f"{_CLOSED}|^(?:内部|绝密|机密|秘密|否)$")
_WHOLLY = re.compile(f"(?:依法|暂|暂时)?(?:{_CLOSED})")
_ASKED = re.compile("(?:是|可|能)否(?:对外|向社会)?公开|公开与否")
_SPEAKING = frozenset({"name", "group", "subgroup", "group-and-name", "content", "basis", "id"})


def says_withheld(text: str) -> bool:
    """Return whether a cell of 公开方式 says that an item is not public.

    An exception (涉及国家秘密的不予公开) does not; what is not public on its own and says nothing
    of requests does.
    """
    words = [
        folded(word)
        for used in boxes(text).used
        for word in re.split(r"[、,，;；/。\s]", unbracketed(used) or used)
    ]
    said = [word for word in words if word and not re.search("的(?:不予|不)公开|除外", word)]
    if any(_WITHHELD.search(word) and method(word) is None for word in said):
        return True
    return "不主动" in "".join(said) and all(method(word) is None for word in said)


def withheld(item: Item, columns: tuple[Column, ...]) -> Cell | None:
    """Return the cell that says an item is not public, None where none does."""
    for column in columns:
        for cell in item.cells.get(column.index, ()):
            if column.element == "withheld" and ticked(cell.text) is not False:
                return cell
            if column.element == "method" and says_withheld(cell.text):
                return cell
            if _ASKED.fullmatch(bare(column.header)) and ticked(cell.text) is False:
                return cell
            said = folded(cell.text).strip("。;")
            if column.element not in _SPEAKING and _WHOLLY.fullmatch(said):
                return cell
    return None
