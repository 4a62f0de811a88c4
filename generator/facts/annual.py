"""Tables 三 and 四 of the annual report: their rows and columns, and whether they balance.

The form is that of 国办公开办函〔2021〕30号.  A table is a mapping from the code of a row to its
figures from left to right.  One that was written by hand holds texts: 0, “/” and nothing are zero.
What the form itself prints as relations is checked here.  In each column of table 三, 一 and 二
together are (七) and 四 together, and (七) is the sum of (一) to (六); in each row of both tables
总计 is the sum of the columns before it; 二 is 四 of the year before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.request import Applicant, Outcome, Ruling

NEW, CARRIED, ANSWERED, LEFT = "一", "二", "(七)", "四"
OUTCOMES = tuple(one.value for one in Outcome)
THIRD = (NEW, CARRIED, *OUTCOMES, ANSWERED, LEFT)
THIRD_COLUMNS = (*(one.value for one in Applicant), "总计")
FOURTH = ("行政复议", "未经复议直接起诉", "复议后起诉")
PENDING = "尚未审结"
FOURTH_COLUMNS = (*(one.value for one in Ruling), PENDING, "总计")

Table = Mapping[str, tuple[int, ...]]
Written = Mapping[str, Sequence[str | int]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold at one cell, or of a whole column or row through it: *found* stands
    there, *expected* follows from the other cells.

    *relation* is ``balance`` (一 + 二 = (七) + 四), ``answered`` ((七) is a sum), ``total`` (总计
    is one), ``carried`` (二 is 四 of the year before), ``differs`` (two tables) or ``figure`` (no
    number).
    """

    relation: str
    row: str
    column: str
    found: int | None
    expected: int | None


def figure(written: str | int) -> int | None:
    """Return the number that a cell holds; None where it is none.  0, “/” and nothing are zero."""
    text = str(written).strip()
    if text in ("", "/", "／"):
        return 0
    return int(text) if text.isascii() and text.isdigit() else None


def differences(
    one: Written, other: Written, rows: Sequence[str], columns: Sequence[str]
) -> tuple[Fault, ...]:
    """Return every cell of *one* that does not hold what *other* holds there."""
    first, second = _numbers(one, rows, columns), _numbers(other, rows, columns)
    return tuple(
        Fault("differs", *cell, found, second[cell])
        for cell, found in first.items()
        if found != second[cell]
    )


def faults_of_third(table: Written, before: Written | None = None) -> tuple[Fault, ...]:
    """Return which relations table 三 breaks; *before* is that of the year before, if there is
    one."""
    cells = _numbers(table, THIRD, THIRD_COLUMNS)
    if unread := _unread(cells):
        return unread
    said = {cell: found or 0 for cell, found in cells.items()}
    found = [*_totals(said, THIRD, THIRD_COLUMNS)]
    for column in THIRD_COLUMNS:
        answered = sum(said[row, column] for row in OUTCOMES)
        if said[ANSWERED, column] != answered:
            found.append(Fault("answered", ANSWERED, column, said[ANSWERED, column], answered))
        came = said[NEW, column] + said[CARRIED, column]
        went = said[ANSWERED, column] + said[LEFT, column]
        if came != went:
            found.append(Fault("balance", LEFT, column, went, came))
    if before is not None:
        last = _numbers(before, (LEFT,), THIRD_COLUMNS)
        found += [
            Fault("carried", CARRIED, column, said[CARRIED, column], last[LEFT, column])
            for column in THIRD_COLUMNS
            if said[CARRIED, column] != last[LEFT, column]
        ]
    return tuple(found)


def faults_of_fourth(table: Written) -> tuple[Fault, ...]:
    """Return which rows of table 四 do not add up."""
    cells = _numbers(table, FOURTH, FOURTH_COLUMNS)
    said = {cell: found or 0 for cell, found in cells.items()}
    return _unread(cells) or tuple(_totals(said, FOURTH, FOURTH_COLUMNS))


def suspect(faults: Sequence[Fault]) -> tuple[str, str] | None:
    """Return the row and the column of the one cell of table 三 that is wrong, where one alone
    would break what *faults* say; None where that is not so."""
    rows = {one.row for one in faults if one.relation == "total"}
    columns = {one.column for one in faults if one.relation in ("answered", "balance")}
    return (*rows, *columns) if len(rows) == len(columns) == 1 else None  # type: ignore[return-value]


Cell = tuple[str, str]


def _numbers(table: Written, rows: Sequence[str], columns: Sequence[str]) -> dict[Cell, int | None]:
    """Every cell by its row and column; what is not written is zero."""
    return {
        (row, column): figure(written[number] if number < len(written) else "")
        for row in rows
        for written in (table.get(row, ()),)
        for number, column in enumerate(columns)
    }


def _unread(cells: Mapping[Cell, int | None]) -> tuple[Fault, ...]:
    return tuple(Fault("figure", *cell, None, None) for cell, n in cells.items() if n is None)


def _totals(
    said: Mapping[Cell, int], rows: Sequence[str], columns: Sequence[str]
) -> Iterator[Fault]:
    *parts, total = columns
    for row in rows:
        expected = sum(said[row, column] for column in parts)
        if said[row, total] != expected:
            yield Fault("total", row, total, said[row, total], expected)
