"""Excel workbooks to tables.

calamine reads the values and the merged ranges.  What it does not show (hidden rows and columns,
comments, formulas, macros, how far a sheet really reaches) is read from the XML of an .xlsx; of
an .xls it cannot be seen, and the account says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from generator.exports.cells import letters
from generator.imports.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Left,
    Sheet,
    clean,
    too_large,
)
from generator.imports.files.books import Book, BookError, old_sheets_of, sheets_of
from generator.imports.files.sheetfacts import SheetFacts, facts_of, parts, struck_in
from generator.imports.files.zips import unpacked, with_doctype
from generator.problems import Location, Problem, problem

# Excel keeps 15 digits of a number: of a longer one the last are lost, and nobody can tell which
# they were.
_LOST = 10**15


Result = tuple[tuple[Sheet, ...], tuple[Problem, ...]]


def read_xlsx(data: bytes, file: str, *, hidden: bool) -> Result:
    """Return the tables of an .xlsx workbook.

    *hidden* also takes what is hidden; otherwise it is named and left out.
    """
    members, found = unpacked(data, file)
    if found:
        return (), found
    if name := with_doctype(members):
        return (), (problem(Location(file), "table-doctype", member=name),)
    problems: list[Problem] = []
    facts: dict[str, SheetFacts] = {}
    try:
        struck = struck_in(members)
        for name, part in parts(members).items():
            facts[name] = facts_of(members, part, struck)
    except Exception as error:  # lxml's, and whatever a malformed part leads to
        return (), (problem(Location(file), "table-damaged", reason=_reason(error)),)
    for name, known in facts.items():
        if large := too_large(file, name, known.rows, known.columns):
            return (), large
        for row, column in known.unknown:
            at = Location(file, row, column)
            where = f"{name}!{letters(column)}{row}"
            problems.append(problem(at, "table-formula-unknown", place=where))
    if any(name.lower().endswith("vbaproject.bin") for name in members):
        problems.append(problem(Location(file), "table-macros"))
    sheets, found = _sheets(sheets_of, data, file, facts, hidden=hidden)
    return sheets, (*problems, *found)


def read_xls(data: bytes, file: str, *, hidden: bool) -> Result:
    """Return the tables of an old .xls workbook, of which much cannot be seen."""
    sheets, found = _sheets(old_sheets_of, data, file, None, hidden=hidden)
    return sheets, (problem(Location(file), "table-old"), *found)


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0][:80] or type(error).__name__


def _sheets(
    reader: Callable[[bytes], list[Book]],
    data: bytes,
    file: str,
    facts: dict[str, SheetFacts] | None,
    *,
    hidden: bool,
) -> Result:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    try:
        books = reader(data)
    except BookError as error:
        at = Location(file)
        reason = str(error)
        told = problem(at, "table-damaged", reason=reason) if reason else None
        return (), (told or problem(at, "table-encrypted"),)
    for book in books:
        if book.values is None:
            return (), too_large(file, book.name, book.rows, book.columns)
        made, found = _sheet(
            file, book.name, book.values, book.merged, (facts or {}).get(book.name, SheetFacts()),
            shown=book.shown or hidden, hidden=hidden,
        )  # fmt: skip
        if not book.shown and not hidden:
            count = sum(1 for one in made.left if one.text)
            at = Location(file)
            problems.append(problem(at, "table-hidden-sheet", sheet=book.name, count=count))
        sheets.append(made)
        problems += found
    return tuple(sheets), tuple(problems)


def _sheet(
    file: str,
    name: str,
    values: list[list[Any]],
    ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]],
    facts: SheetFacts,
    *,
    shown: bool,
    hidden: bool,
) -> tuple[Sheet, tuple[Problem, ...]]:
    problems: list[Problem] = []
    grid: list[list[Cell | None]] = []
    struck: list[Left] = []
    spans = {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in ranges
        if bottom < len(values) + MOST_ROWS and right < MOST_COLUMNS
    }
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


def _width(grid: list[list[Cell | None]]) -> int:
    return max((len(line) for line in grid), default=0)


def _spread(grid: list[list[Cell | None]], spans: dict[tuple[int, int], tuple[int, int]]) -> None:
    """Put each merged cell in every place it covers."""
    width = _width(grid)
    for (top, left), (rows, columns) in spans.items():
        if top >= len(grid) or left >= width or (cell := grid[top][left]) is None:
            continue
        if (cell.row, cell.column) != (top + 1, left + 1):  # it lies within another
            continue
        for row in range(top, min(top + rows, len(grid))):
            for column in range(left, min(left + columns, width)):
                grid[row][column] = cell


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
