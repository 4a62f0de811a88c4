"""Excel workbooks to tables.

calamine reads the values and the merged ranges.  What it does not show (hidden rows and columns,
comments, formulas, macros, how far a sheet really reaches) is read from the XML of an .xlsx; of
an .xls it cannot be seen, and the account says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from generator.files.cells import clean, letters
from generator.files.sheetfacts import SheetFacts, facts_of, sheet_parts, struck_in
from generator.imports.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Left,
    Sheet,
    damaged,
    named,
    too_large,
)
from generator.imports.files.books import Span, books_of
from generator.imports.files.office import office_parts
from generator.problems import Location, Problem, problem

# Excel keeps 15 digits of a number: of a longer one the last are lost, and nobody can tell which
# they were.
_LOST = 10**15


Result = tuple[tuple[Sheet, ...], tuple[Problem, ...]]


def read_xlsx(data: bytes, file: str, *, hidden: bool) -> Result:
    """Return the tables of an .xlsx workbook.

    *hidden* also takes what is hidden; otherwise it is named and left out.
    """
    members, told = office_parts(data, file)
    if not members:
        return (), told
    problems = [*told]
    facts: dict[str, SheetFacts] = {}
    try:
        struck = struck_in(members)
        for one in sheet_parts(members):
            facts[one.name] = facts_of(members, one.part, struck)
    except Exception as error:  # lxml's, and whatever a malformed part leads to
        return (), damaged(file, error)
    for name, known in facts.items():
        if known.unplaced:
            return (), damaged(file, ValueError(f"a cell without a place on {named(name)}"))
        if large := too_large(file, name, known.far_rows, known.far_columns):
            return (), large
        for row, column in known.unknown:
            at = Location(file, row, column)
            where = f"{named(name)}!{letters(column)}{row}"
            problems.append(problem(at, "table-formula-unknown", place=where))
    sheets, found = _sheets(data, file, facts, hidden=hidden)
    return sheets, (*problems, *found)


def read_xls(data: bytes, file: str, *, hidden: bool) -> Result:
    """Return the tables of an old .xls workbook, of which much cannot be seen."""
    sheets, found = _sheets(data, file, None, hidden=hidden)
    return sheets, (problem(Location(file), "table-old"), *found)


def _sheets(data: bytes, file: str, facts: dict[str, SheetFacts] | None, *, hidden: bool) -> Result:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    books, found = books_of(data, file, None if facts is None else facts.keys())
    if found:
        return (), found
    for book in books:
        known = SheetFacts() if facts is None else facts.get(book.name)
        if known is None:  # what it hides is not known
            return (), damaged(file, ValueError(f"no part of the sheet {named(book.name)}"))
        made, found = _sheet(
            file, named(book.name), book.values, book.merged, known,
            shown=book.shown or hidden, hidden=hidden,
        )  # fmt: skip
        if not book.shown and not hidden:
            count = sum(1 for one in made.left if one.text)
            at = Location(file)
            problems.append(problem(at, "table-hidden-sheet", sheet=made.name, count=count))
        sheets.append(made)
        problems += found
    return tuple(sheets), tuple(problems)


def _sheet(
    file: str,
    name: str,
    values: list[list[Any]],
    ranges: Iterable[Span],
    facts: SheetFacts,
    *,
    shown: bool,
    hidden: bool,
) -> tuple[Sheet, tuple[Problem, ...]]:
    problems: list[Problem] = []
    grid: list[list[Cell | None]] = []
    struck: list[Left] = []
    spans = _spans(ranges, len(values), max(map(len, values), default=0))
    for row, line in enumerate(values):
        cells: list[Cell | None] = []
        for column, value in enumerate(line):
            if value == "" or value is None:
                cells.append(None)
                continue
            text, note = _text(value)
            if note == "lost":
                at = Location(file, row + 1, column + 1)
                where = f"{name}!{letters(column + 1)}{row + 1}"
                problems.append(problem(at, "table-number-lost", place=where, number=text))
            if (row + 1, column + 1) in facts.formulas:
                note = "formula"
            if (row + 1, column + 1) in facts.struck:
                own = facts.struck[row + 1, column + 1] or ""
                struck.append(Left(row + 1, column + 1, clean(text), "struck"))
                text = own
            rows, columns = spans.get((row, column), (1, 1))
            cells.append(
                Cell(clean(text), row + 1, column + 1, rows, columns, note) if clean(text) else None
            )
        grid.append(cells)
    _spread(grid, spans)
    comments = tuple(Left(row, column, text, "comment") for row, column, text in facts.comments)
    left = struck if hidden else [*struck, *comments]
    kept: list[tuple[Cell | None, ...]] = []
    drop_columns = set() if hidden else {c for c in range(1, _width(grid) + 1) if facts.hides(c)}
    for number, cells in enumerate(grid, 1):
        away = not shown or (not hidden and number in facts.hidden_rows)
        for column, cell in enumerate(cells, 1):
            if cell and cell.row == number and cell.column == column:
                reach = range(number, number + cell.rows)
                seen = not away or any(one not in facts.hidden_rows for one in reach)
                why = (
                    "hidden-sheet" if not shown
                    else "hidden-row" if not seen
                    else "hidden-column" if column in drop_columns
                    else ""
                )  # fmt: skip
                if why:
                    left.append(Left(number, column, cell.text, why))
        if not away:
            kept.append(
                tuple(cell for column, cell in enumerate(cells, 1) if column not in drop_columns)
            )
    if shown and not hidden:
        hiding = len({one.row for one in left if one.why == "hidden-row"})
        hiding += len({one.column for one in left if one.why == "hidden-column"})
        if hiding:
            problems.append(problem(Location(file), "table-hidden", sheet=name, count=hiding))
        if facts.comments:
            problems.append(
                problem(Location(file), "table-comments", sheet=name, count=len(facts.comments))
            )
    merged = any(rows > 1 for rows, _ in spans.values())
    noted = comments if hidden else ()
    made = Sheet(file, name, tuple(kept), merged, True, (), tuple(left), noted)
    return made, tuple(problems)


def _spans(
    ranges: Iterable[Span], height: int, width: int
) -> dict[tuple[int, int], tuple[int, int]]:
    """How far each merged cell reaches within a sheet, by where it begins.

    No office program writes ranges that overlap; of those that do the first is taken.  Ranges that
    are apart cover no more places than there are, and no more places are looked at.
    """
    taken = bytearray(height * width)
    left_over = len(taken)
    found = {}
    for (top, left), (bottom, right) in ranges:
        rows, columns = min(bottom + 1, height) - top, min(right + 1, width) - left
        far = bottom >= height + MOST_ROWS or right >= MOST_COLUMNS  # merged by mistake
        if far or min(rows, columns) < 1 or rows * columns > left_over:
            continue
        left_over -= rows * columns
        lines = [slice(at + left, at + left + columns)
                 for at in range(top * width, (top + rows) * width, width)]  # fmt: skip
        if not any(any(taken[line]) for line in lines):
            found[top, left] = rows, columns
            for line in lines:
                taken[line] = b"\1" * columns
    return found


def _width(grid: list[list[Cell | None]]) -> int:
    return max((len(line) for line in grid), default=0)


def _spread(grid: list[list[Cell | None]], spans: dict[tuple[int, int], tuple[int, int]]) -> None:
    """Put each merged cell in every place it covers."""
    for (top, left), (rows, columns) in spans.items():
        if (cell := grid[top][left]) is not None:
            for row in range(top, top + rows):
                grid[row][left : left + columns] = [cell] * columns


def _text(value: Any) -> tuple[str, str]:
    """Return a value as a reader sees it, and what makes that doubtful."""
    if isinstance(value, str):
        return value, ""
    if isinstance(value, bool):
        return ("是" if value else "否"), "number"
    if isinstance(value, datetime):
        plain = value.time() == time()
        return (value.date().isoformat() if plain else value.isoformat(" ")), "date"
    if isinstance(value, date | time):
        return value.isoformat(), "date"
    if isinstance(value, timedelta):
        return str(value), "date"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value), "number"
    if abs(value) >= _LOST:
        return f"{value:.0f}", "lost"
    if float(value).is_integer():
        return str(int(value)), ""
    return repr(value), "number"
