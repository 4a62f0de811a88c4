"""Rows of a table to its items: what a row leaves out stands above it.

An item takes one physical row or several; a cell may be merged over items, or left empty where it
was merged before somebody copied the table.  Titles, headings between rows, headers that every
page repeats and notes are no items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.imports.cells import Cell, Sheet
from generator.imports.headers import Column, Header, find_header, repeats
from generator.imports.headless import guessed_header
from generator.imports.heads import bare
from generator.terms import folded

Row = Sequence[Cell | None]

# Columns that tell one item from the next.
KEYS = frozenset({"id", "number", "field", "group", "name", "subgroup", "group-and-name"})
# Columns in which an empty place says no, not “as above”.
TICKS = frozenset(
    {"everyone", "group-only", "proactive", "on-request", "level", "one-category", "withheld"}
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the rows it takes in its source, its cells by column, the columns that were taken
    over from above, and the heading it stands under."""

    rows: tuple[int, ...]
    cells: dict[int, tuple[Cell, ...]]
    filled: frozenset[int]
    heading: str


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a catalogue: its columns, its items, and the words above it, nearest last."""

    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    before: tuple[str, ...]
    wrapped: bool


@dataclass(slots=True)
class Parted:
    """A sheet parted into tables, and every cell that is in none of them, with the reason."""

    blocks: list[Block] = field(default_factory=list)
    heads: list[Cell] = field(default_factory=list)
    left: list[tuple[Cell, str]] = field(default_factory=list)
    header: Header | None = None


def part(sheet: Sheet, known: Header | None = None) -> Parted:
    """Return the tables of *sheet* with their items; *known* is the header of the table before it
    in the same file, which a table that goes on over a page may rely on."""
    found = Parted()
    before = list(sheet.before)
    at = 0
    if find_header(sheet.rows) is None and (guess := guessed_header(sheet.rows, known)):
        _body(sheet, guess, before, found)
        found.header = guess
        return found
    while header := find_header(sheet.rows, at):
        above = _distinct(sheet.rows[at : header.first])
        found.left += [(cell, "title") for cell in above]
        before += [cell.text for cell in above]
        found.heads += _distinct(sheet.rows[header.first : header.last + 1])
        at = _body(sheet, header, before, found)
        found.header = header
        before = before[-3:]
    found.left += [(cell, "outside") for cell in _distinct(sheet.rows[at:])]
    return found


def _distinct(rows: Iterable[Row]) -> list[Cell]:
    return [*dict.fromkeys(cell for row in rows for cell in row if cell)]


def _body(sheet: Sheet, header: Header, before: list[str], found: Parted) -> int:
    """Take the rows below *header* up to the next one; return where that is."""
    body = _Body(header.columns, merged=sheet.merged)
    at = header.last + 1
    while at < len(sheet.rows):
        row = sheet.rows[at]
        cells = _distinct([row])
        if cells and repeats(row, header):
            again = header.last - header.first + 1
            same = [r for r in sheet.rows[at : at + again] if _all_heads(r, header)]
            taken = max(1, len(same))
            found.left += [
                (cell, "header-again") for cell in _distinct(sheet.rows[at : at + taken])
            ]
            at += taken
            continue
        if cells and (other := find_header(sheet.rows[: at + 4], at)) and other.first == at:
            break
        if cells:
            why = _no_item(row, cells, header)
            if why:
                found.left += [(cell, why) for cell in cells if cell not in body.seen]
                if why == "heading":
                    body.heading = cells[0].text
            else:
                body.take(row)
        at += 1
    body.end()
    wrapped = any(
        _wrapped(cell.text) for item in body.items for c in item.cells.values() for cell in c
    )
    block = Block(header.columns, tuple(body.items), tuple(before), wrapped)
    found.blocks.append(block)
    return at


def _all_heads(row: Row, header: Header) -> bool:
    words = {bare(column.header) for column in header.columns}
    words |= {bare(word) for column in header.columns for word in column.header.split("：")}
    words |= {"公开事项", "公开对象", "公开方式", "公开层级"}
    cells = _distinct([row])
    return bool(cells) and all(bare(cell.text) in words for cell in cells)


_NOTE = re.compile(r"(?:注|备注|说明|填表说明|附件|附注|注意)\s*[0-9]?\s*[:：]|※")
_HEADING = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[0-9]{1,2}[、.．]?[\u4e00-\u9fff]+领域|第[一二三四五六七八九十]+[章节部]|.*(?:领域|标准目录|基本目录)"
)


def _no_item(row: Row, cells: list[Cell], header: Header) -> str:
    """Why a row is no item, an empty text where it is one."""
    filled = {
        column.element
        for column in header.columns
        if row[column.index : column.index + 1] != (None,)
        and column.index < len(row)
        and row[column.index]
    }
    if filled == {"number"}:
        return "empty-number"
    if len(cells) > 1:
        return ""
    [cell] = cells
    wide = cell.columns >= max(3, len(row) // 2)
    first = row[0] is cell
    if (wide or first) and _NOTE.match(cell.text):
        return "note"
    if wide or (first and not filled - {"number", "field"} and len(cell.text) > 2):
        return "heading"
    return (
        "heading"
        if first and _HEADING.fullmatch(folded(cell.text)) and "领域" in folded(cell.text)
        else ""
    )


def _wrapped(text: str) -> bool:
    """Whether a line of *text* ends within brackets: the table breaks lines where columns end."""
    line = text.partition("\n")[0]
    return "\n" in text and any(
        line.count(left) > line.count(right)
        for left, right in (("《", "》"), ("(", ")"), ("（", "）"))
    )


class _Body:
    """The items of a table, row by row."""

    def __init__(self, columns: tuple[Column, ...], *, merged: bool) -> None:
        self.columns = columns
        self.merged = merged
        self.items: list[Item] = []
        self.heading = ""
        self.seen: set[Cell] = set()
        self._rows: list[int] = []
        self._cells: dict[int, list[Cell]] = {}
        self._filled: set[int] = set()
        self._last: dict[int, Cell] = {}  # the nearest cell above in each column
        self._before: dict[int, Cell | None] = {}  # the row above as it stands

    def take(self, row: Row) -> None:
        """Add a row: to the item above where it names none of its own."""
        here = {c.index: row[c.index] if c.index < len(row) else None for c in self.columns}
        number = max((cell.row for cell in here.values() if cell), default=0)
        if not (self._rows and self._continues(here)):
            self.end()
            self._fill(here)
        for index, cell in here.items():
            if cell:
                held = self._cells.setdefault(index, [])
                if cell not in held:
                    held.append(cell)
                self.seen.add(cell)
                self._last[index] = cell
        self._rows.append(number)
        self._before = here

    def _continues(self, here: dict[int, Cell | None]) -> bool:
        keys = [c.index for c in self.columns if c.element in KEYS or c.word == "item"]
        return all(here[one] is None or here[one] is self._before.get(one) for one in keys)

    def _fill(self, here: dict[int, Cell | None]) -> None:
        """Take over from above what the row leaves out; told apart from what it says itself."""
        self._filled = set()
        new = {
            c.element
            for c in self.columns
            if c.element in KEYS
            and here[c.index] is not None
            and here[c.index] is not self._last.get(c.index)
        }
        for column in self.columns:
            index, element = column.index, column.element
            if here[index] is not None or index not in self._last or element in TICKS:
                continue
            if element in KEYS:
                takes = (
                    element in ("group", "field")
                    or (element == "number" and "group" not in new and "id" not in new)
                    or (element == "subgroup" and not new & {"name", "group"})
                    or (
                        element in ("name", "group-and-name")
                        and not (self.merged and "group" in new)
                    )
                )
                takes = takes and element != "id"
            elif column.word == "item":
                takes = not new & {"name", "group", "subgroup"}
            else:
                takes = not self.merged
            if takes:
                here[index] = self._last[index]
                self._filled.add(index)

    def end(self) -> None:
        """Close the item that is being read."""
        if self._rows:
            cells = {index: tuple(held) for index, held in self._cells.items()}
            self.items.append(Item(tuple(self._rows), cells, frozenset(self._filled), self.heading))
        self._rows, self._cells, self._filled = [], {}, set()
