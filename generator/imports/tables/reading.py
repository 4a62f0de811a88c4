"""One item while it is read: the words of each of its columns, and what was guessed there.

“As above” (同上) means something in a table only; here it becomes the words it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.imports.cells import Cell
from generator.imports.tables.columns import Column
from generator.imports.tables.rows import TICKS, Item
from generator.imports.words.boxes import odd, remarked
from generator.imports.words.heads import Why

_DITTO = re.compile(r"[(（]?(?:同上|同前|上同|如上|〃|″|”|〞|\"|''|’’|同上行)[)）]?[。;；]?")
_DITTO_AND = re.compile(
    r"[(（]?(?:同上|同前)[)）]?\s*(?:以?及|和|、|，|;|；)\s*(?P<more>.+)", re.DOTALL
)
# “As” something else that stands in the table; what that is, a reader must say.
_AS = re.compile(r"同(?:第?[0-9一二三四五六七八九十]+[项条行号]?|[左右下]|前项|上述.{0,6})")
# What cells hold that say nothing.
_NOTHING = re.compile(r"[/／\\\\—–\-－\s]+")
_NONE = re.compile("无|暂无|n/?a", re.IGNORECASE)
_NAMING = frozenset({"name", "subgroup", "basis", "channels", "subject"})
_CELLS = "\n\n"  # a line does not go on from one cell into the next
_APART = frozenset({"content", "time_limit"})
_VALUES = _NAMING | {"group", "content", "time_limit", "remarks", "stage", "category"}
_DITTO_PART = re.compile(
    r"(?P<label>[^;；:：。\n]{1,20})[:：]\s*(?:内容|要素)?(?:同上|同前)(?P<end>[;；。]?)"
)


def text_of(cells: tuple[Cell, ...], between: str = "\n") -> str:
    """Return the words of the cells that an item has in one column, each said once."""
    return between.join(dict.fromkeys(cell.text for cell in cells))


def _undated(text: str) -> str:
    """A number that a spreadsheet took for a date: 1-2 had become the second of January."""
    day = re.fullmatch(r"[0-9]{4}-([0-9]{2})-([0-9]{2})(?: 00:00:00)?", text)
    return f"{int(day[1])}-{int(day[2])}" if day else text


def _resolved(text: str, above: str, whys: list[Why]) -> str:
    """*text* with the words of the cell *above* where it says “as above”, whole or in a part."""
    if more := _DITTO_AND.fullmatch(text):
        whys.append(("ditto", above) if above else ("ditto-open",))
        return f"{above}\n{more['more']}" if above else text
    if _AS.fullmatch(text):
        whys.append(("ditto-open",))
        return text
    if _DITTO.fullmatch(text):
        whys.append(("ditto", above) if above else ("ditto-open",))
        return above or text
    for part in [*_DITTO_PART.finditer(text)]:
        label = re.sub(r"^[0-9一二三四五六七八九十]{0,2}[.、]?", "", part["label"].strip())
        ends = r"(?=[0-9]{1,2}[.、](?![0-9])|[;；。\n]|$)"
        same = re.search(rf"{re.escape(label)}[:：](?P<said>.+?){ends}", above, re.DOTALL)
        if same and "同上" not in same["said"]:
            whys.append(("ditto-part", same["said"]))
            text = text.replace(part[0], f"{part['label']}：{same['said']}{part['end']}")
        else:
            whys.append(("ditto-open",))
    return text


class Reading:
    """One item while it is read: the words of its columns and what was guessed in each.

    *above* are the words of the item above, by column.
    """

    def __init__(self, item: Item, columns: tuple[Column, ...], above: Mapping[int, str]) -> None:
        self.item = item
        self.columns = columns
        self.texts: dict[int, str] = {}
        self.whys: dict[int, list[Why]] = {}
        self.kept: dict[str, str] = {}  # ticks that an entry has no second place for
        for column in columns:
            cells = item.cells.get(column.index, ())
            text = text_of(cells, _CELLS if column.element in _APART else "\n")
            whys = [column.why] if column.why and column.why[0] != "own" else []
            if column.index in item.filled and text:
                whys.append(("filled", text))
            for cell in cells:
                if cell.note == "date" and column.element == "number":
                    text = _undated(text)
                if cell.note in ("date", "formula", "number"):
                    whys.append((f"cell-{cell.note}", cell.text))
            text = _resolved(text, above.get(column.index, ""), whys)
            if column.element in _VALUES and _NOTHING.fullmatch(text):
                text = ""
            if column.element in _NAMING and _NONE.fullmatch(text):
                text = ""
            if column.element in TICKS and odd(text):
                whys.append(("tick-odd", text))
            if column.element in TICKS and remarked(text):
                whys.append(("tick-words", text))
                self.kept[column.header] = text
            self.texts[column.index] = text
            if whys:
                self.whys[column.index] = whys

    def of(self, element: str) -> str:
        """Return the words of the columns that say *element*, empty where there are none."""
        texts = (self.texts[c.index] for c in self.columns if c.element == element)
        return "\n".join(filter(None, texts))

    def has(self, *names: str) -> bool:
        """Return whether the table has a column for any of *names*."""
        return any(column.element in names for column in self.columns)

    def why(self, element: str, *whys: Why) -> None:
        """Note what was guessed in the column that says *element*."""
        for column in self.columns:
            if column.element == element and whys:
                self.whys.setdefault(column.index, []).extend(whys)
                break
