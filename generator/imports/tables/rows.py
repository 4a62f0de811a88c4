"""Rows of a table to its items: what a row leaves out stands above it.

An item takes one physical row or several; a cell may be merged over items, or left empty where it
was merged before somebody copied the table.  Titles, headings between rows, headers that every
page repeats and notes are no items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.imports.cells import Cell, Sheet
from generator.imports.tables.asides import aside
from generator.imports.tables.columns import Column
from generator.imports.tables.headers import Header, find_header, follows, repeats
from generator.imports.tables.headless import guessed_header
from generator.imports.words.wording import is_id
from generator.terms import folded

Row = Sequence[Cell | None]

# Columns that tell one item from the next.
KEYS = frozenset({"id", "number", "field", "group", "name", "subgroup", "group-and-name"})
# Columns in which an empty place says no, not “as above”.
TICKS = frozenset({
    "everyone", "group-only", "proactive", "on-request", "level", "one-category", "one-channel",
    "withheld",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the rows it takes in its source, its cells by column, the columns that were taken
    over from above, the heading of the part it stands in and the nearest heading *over* it."""

    rows: tuple[int, ...]
    cells: dict[int, tuple[Cell, ...]]
    filled: frozenset[int]
    heading: str
    over: str = ""


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
    last: dict[int, Cell] = field(default_factory=dict)


def part(sheet: Sheet, known: Parted | None = None) -> Parted:
    """Return the tables of *sheet* with their items; *known* is the table before it in the same
    file, on whose header and last cells a table that goes on over a page may rely."""
    found = Parted()
    before = list(sheet.before)
    at = 0
    header = known.header if known else None
    if find_header(sheet.rows) is None and (guess := guessed_header(sheet.rows, header)):
        goes_on = known is not None and guess.columns[0].why == ("header-before",)
        _body(sheet, guess, before, found, known.last if known and goes_on else {})
        found.header = guess
        return found
    while header := find_header(sheet.rows, at):
        above = _distinct(sheet.rows[at : header.first])
        found.left += [(cell, "title") for cell in above]
        before += [cell.text for cell in above]
        found.heads += _distinct(sheet.rows[header.first : header.last + 1])
        at = _body(sheet, header, before, found, {})
        found.header = header
        before = before[-3:]
    found.left += [(cell, "outside") for cell in _distinct(sheet.rows[at:])]
    return found


def _distinct(rows: Iterable[Row]) -> list[Cell]:
    return [*dict.fromkeys(cell for row in rows for cell in row if cell)]


def _body(
    sheet: Sheet, header: Header, before: list[str], found: Parted, last: Mapping[int, Cell]
) -> int:
    """Take the rows below *header* up to the next one; return where that is.

    *before* becomes what stands above the next one; *last* are the cells above, where the table
    goes on from another.
    """
    body = _Body(header.columns, merged=sheet.merged, last=last)
    titles = {_continued(line) for line in before}
    headings: list[str] = []
    at = header.last + 1
    fresh = True  # directly below a header
    while at < len(sheet.rows):
        row = sheet.rows[at]
        cells = _distinct([row])
        if cells and repeats(row, header):
            found.left += [(cell, "header-again") for cell in cells]
            at, fresh = at + 1, True
            continue
        if (
            cells
            and follows(row, header)
            and (other := find_header(sheet.rows[: at + 4], at))
            and other.first == at
        ):
            break
        if cells:
            why = aside(row, cells, header.columns, fresh=fresh)
            if why == "heading" and _continued(cells[0].text) in titles:
                why = "title"
            if why:
                left = "heading" if why == "group" else why
                found.left += [(cell, left) for cell in cells if cell not in body.seen]
                body.stands(why, row, cells[0])
                headings += [cells[0].text] if why == "heading" else []
            else:
                body.take(row)
                headings = []
            fresh = False
        at += 1
    body.end()
    wrapped = any(
        _wrapped(cell.text) for item in body.items for c in item.cells.values() for cell in c
    )
    found.blocks.append(Block(header.columns, tuple(body.items), tuple(before), wrapped))
    found.last = body.last
    before += headings
    return at


def _continued(text: str) -> str:
    """A title as it is compared: that of a later page says that it goes on."""
    return re.sub(r"[(（]?续表?[)）]?", "", folded(text))


def _wrapped(text: str) -> bool:
    """Whether a line of *text* ends within brackets: the table breaks lines where columns end."""
    line = text.partition("\n")[0]
    return "\n" in text and any(
        line.count(left) > line.count(right)
        for left, right in (("《", "》"), ("(", ")"), ("（", "）"))
    )


_PART = re.compile("领域|目录|清单")  # what a heading over a part of the catalogue says


class _Body:
    """The items of a table, row by row."""

    def __init__(
        self, columns: tuple[Column, ...], *, merged: bool, last: Mapping[int, Cell]
    ) -> None:
        self.columns = columns
        self.merged = merged
        self.items: list[Item] = []
        self.seen: set[Cell] = set()
        self.last = dict(last)  # the nearest cell above in each column
        self._heading = self._over = ""
        self._rows: list[int] = []
        self._cells: dict[int, list[Cell]] = {}
        self._filled: set[int] = set()
        self._before: dict[int, Cell | None] = {}  # the row above as it stands

    def stands(self, why: str, row: Row, cell: Cell) -> None:
        """Note a row that is no item: a heading, or a group that stands over its items."""
        if why not in ("heading", "group"):
            return
        self.end()
        self._before = {}
        groups = [column.index for column in self.columns if column.element == "group"]
        for index in groups:
            self.last.pop(index, None)
        if why == "group":
            self._over = ""
            self.last |= {index: cell for index in groups if row[index] is cell}
        elif _PART.search(folded(cell.text)):
            self._heading, self._over = cell.text, ""
        else:
            self._over = cell.text

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
                self.last[index] = cell
        self._rows.append(number)
        self._before = here

    def _continues(self, here: dict[int, Cell | None]) -> bool:
        keys = [c.index for c in self.columns if c.element in KEYS or c.word == "item"]
        return all(here[one] is None or here[one] is self._before.get(one) for one in keys)

    def _fill(self, here: dict[int, Cell | None]) -> None:
        """Take over from above what the row leaves out; told apart from what it says itself.

        A row with an id of its own is whole: an export leaves nothing out.
        """
        self._filled = set()
        if any(
            c.element == "id" and is_id(cell.text) for c in self.columns if (cell := here[c.index])
        ):
            return
        new = {
            c.element
            for c in self.columns
            if c.element in KEYS
            and here[c.index] is not None
            and here[c.index] is not self.last.get(c.index)
        }
        for column in self.columns:
            index, element = column.index, column.element
            if here[index] is not None or index not in self.last or element in TICKS:
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
                takes = not self.merged and element != "remarks"  # a remark is of its row
            if takes:
                here[index] = self.last[index]
                self._filled.add(index)

    def end(self) -> None:
        """Close the item that is being read."""
        if self._rows:
            cells = {index: tuple(held) for index, held in self._cells.items()}
            self.items.append(
                Item(tuple(self._rows), cells, frozenset(self._filled), self._heading, self._over)
            )
        self._rows, self._cells, self._filled = [], {}, set()
