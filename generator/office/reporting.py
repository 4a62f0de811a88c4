"""What of the ledger crosses the wall: the figures of tables 三 and 四 of a yearly report.

A report is of one unit.  That of the government itself is of the whole ledger.  Nothing crosses but
counts; an editor adds table 二 and the six parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.facts import annual
from generator.facts.annual import APPLICANTS, PARTS, RULINGS, SECOND, THIRD, Fault, Table
from generator.facts.reports import government
from generator.model.report import Report
from generator.model.report import Tables as Written
from generator.office.annual import Tables, yearly
from generator.office.ledger import receipt_of
from generator.office.request import Request
from generator.office.sides import Sides

FOLDER = "catalogue/reports"


def begins(sides: Sides) -> int | None:
    """Return the year of the first application of the ledger."""
    return min((receipt_of(one).year for one in sides.requests), default=None)


def of_unit(sides: Sides, unit: str) -> tuple[Request, ...]:
    """Return the applications that the report of *unit* counts."""
    if unit == government(sides.public):
        return sides.requests
    return tuple(one for one in sides.requests if one.unit == unit)


def computed(sides: Sides, unit: str, year: int) -> Tables:
    """Return the tables of *unit* for *year*."""
    return yearly(of_unit(sides, unit), year)[""]


def drafted(unit: str, year: int, tables: Tables) -> Report:
    """Return the report of *unit* that holds *tables*, its table 二 and its parts open."""
    zeros = {row: (0,) * len(heads) for row, heads in SECOND.items()}
    rows = {"二": _rows(zeros), "三": _rows(tables.third), "四": _rows(tables.fourth)}
    return Report(id=f"{year}-{unit}", year=year, unit=unit, tables=Written(**rows))


def text_of(report: Report) -> str:
    """Return a report as YAML, each row of its tables in a line, with the words of the form."""
    lines = [f"id: {report.id}", f"year: {report.year}", f"unit: {report.unit}", "published:",
             "tables:"]  # fmt: skip
    for name, rows, heads, words in (
        ("二", report.tables.second, (), {row: "、".join(of) for row, of in SECOND.items()}),
        ("三", report.tables.third, APPLICANTS, THIRD),
        ("四", report.tables.fourth, RULINGS, {}),
    ):
        lines.append(f"  {name}:" + (f"  # {'、'.join(heads)}" if heads else ""))
        for row, figures in rows:
            said = f"  # {words[row]}" if row in words else ""
            lines.append(f"    {row}: [{', '.join(figures)}]{said}")
    lines.append("parts:")
    lines += [f"  {part}:  # {title}" for part, title in PARTS.items()]
    return "".join(f"{line}\n" for line in lines)


def compared(report: Report, tables: Tables) -> Iterator[tuple[str, Fault]]:
    """Yield each cell in which *report* is not what was computed, with the name of its table."""
    written = annual.table(report.tables.third, coded=True)
    for fault in annual.differences(written, tables.third, APPLICANTS):
        yield "三", fault
    for fault in annual.differences(annual.table(report.tables.fourth), tables.fourth, RULINGS):
        yield "四", fault


def _rows(table: Table | Mapping[str, tuple[int, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row, tuple(map(str, figures))) for row, figures in table.items())
