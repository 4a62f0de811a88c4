"""What a table says beside its items: heads that its cells settle, words above it for all its rows,
and that an item is withheld.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.imports.boxes import boxes, ticked
from generator.imports.cells import Cell
from generator.imports.choices import method
from generator.imports.headers import Column
from generator.imports.rows import Block, Item
from generator.imports.wording import joined
from generator.model.base import ID
from generator.terms import folded

_SAID = (
    ("time_limit", "公开时限|时限|公开期限"),
    ("method", "公开方式|方式"),
    ("channels", "公开渠道|公开渠道和载体|渠道"),
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
                said = re.match(rf"{number}(?:{words})[:：](.+)", folded(part))
                if said and len(said[1]) < _LONGEST:
                    colon = "：" if "：" in part else ":"
                    found[element] = joined(part.partition(colon)[2]).strip("。")
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
            fits = sum(bool(ID.fullmatch(text) and re.search("[a-z]", text)) for text in texts)
            other = "extra" if "number" in known else "number"
        else:
            continue
        if fits * 2 < len(texts):
            columns[place] = replace(column, element=other)
    return tuple(columns)


_WITHHELD = re.compile("不公开|不予公开|不宜公开|免予公开")


def says_withheld(text: str) -> bool:
    """Return whether a cell of 公开方式 says that an item is not public."""
    return any(_WITHHELD.search(folded(word)) for word in boxes(text).used)


def withheld(item: Item, columns: tuple[Column, ...]) -> Cell | None:
    """Return the cell that says an item is not public, None where none does."""
    for column in columns:
        for cell in item.cells.get(column.index, ()):
            if column.element == "withheld" and ticked(cell.text) is not False:
                return cell
            if column.element in ("method", "proactive", "on-request") and says_withheld(cell.text):
                return cell
    return None
