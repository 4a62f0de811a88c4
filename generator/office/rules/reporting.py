"""Published figures held against the ledger they come from (国办公开办函〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.annual import code_of
from generator.facts.reports import government
from generator.model.report import Report
from generator.office.annual import uncounted
from generator.office.reporting import begins, compared, computed, of_unit
from generator.office.sides import Sides
from generator.problems import Problem, problem


def reports_agree_with_the_ledger(sides: Sides) -> Iterator[Problem]:
    """年度报告表三、表四的每一格与台账算出的相同。"""
    first = begins(sides)
    if first is None or not _tells(sides):
        return
    for report in sides.public.reports:
        own = of_unit(sides, report.unit)
        known = bool(own) or report.unit == government(sides.public)
        if (
            not known
            or not first <= report.year < sides.public.day.year
            or uncounted(own, report.year)
        ):
            continue
        if sides.public.left_out(report, "tables"):
            continue
        yield from differing(sides, report)


def differing(sides: Sides, report: Report) -> Iterator[Problem]:
    """Yield each cell in which *report* is not what the ledger gives."""
    for name, fault in compared(report, computed(sides, report.unit, report.year)):
        rows = report.tables.third if name == "三" else report.tables.fourth
        row = next((own for own, _ in rows if code_of(own) == fault.row), None)
        steps = ("tables",) if row is None else ("tables", name, row)
        yield problem(
            sides.public.at(report, *steps, of_key=row is not None), "report-ledger",
            table=name, row=fault.row, column=fault.column, said=fault.said, should=fault.should,
        )  # fmt: skip


def _tells(sides: Sides) -> bool:
    """Whether the whole ledger could be read."""
    unread = any(one.kind == "requests" for one in sides.unread)
    return not unread and not sides.repeated and all(map(sides.is_whole, sides.requests))
