"""Yearly reports: in form, in balance and in time (条例 第四十九条; 国办公开办函〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.facts import annual
from generator.facts.annual import Fault
from generator.facts.reports import (
    FORM,
    Owed,
    in_form,
    not_carried,
    owed,
    parts_wanting,
    public_on,
)
from generator.model.report import Report, Rows
from generator.problems import Problem, problem


def reports_are_named_by_year_and_unit(catalogue: Catalogue) -> Iterator[Problem]:
    """年度报告的编号是年度和单位，一个单位一年一份。"""
    first: dict[tuple[int, str], Report] = {}
    for report in catalogue.reports:
        expected = f"{report.year}-{report.unit}"
        other = first.setdefault((report.year, report.unit), report)
        if other is not report:
            yield problem(
                catalogue.at(report), "report-repeated",
                year=report.year, unit=_name(catalogue, report.unit), other=other.id,
            )  # fmt: skip
        elif report.id != expected:
            yield problem(catalogue.at(report, "id"), "report-id", needed=expected)


def reports_keep_the_form(catalogue: Catalogue) -> Iterator[Problem]:
    """三张表的行和列按统一格式，六个部分齐全。"""
    for report in catalogue.reports:
        if report.year >= FORM:
            yield from _rows(catalogue, report, "二", report.tables.second, annual.SECOND)
            third = dict.fromkeys(annual.THIRD, annual.APPLICANTS)
            yield from _rows(catalogue, report, "三", report.tables.third, third)
            fourth = dict.fromkeys(annual.DISPUTES, annual.RULINGS)
            yield from _rows(catalogue, report, "四", report.tables.fourth, fourth)
        wanting = parts_wanting(report)
        if wanting and not catalogue.left_out(report, "parts"):
            yield problem(catalogue.at(report), "report-part-missing", names="、".join(wanting))


def _rows(
    catalogue: Catalogue,
    report: Report,
    name: str,
    rows: Rows,
    known: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, figures in rows:
        code = annual.code_of(row) if name == "三" else row
        at = catalogue.at(report, "tables", name, row, of_key=True)
        columns = known.get(code)
        if columns is None:
            yield problem(at, "report-row", table=name, row=row, known="、".join(known))
        elif code in seen:
            yield problem(at, "report-row-twice", table=name, row=row)
        elif len(figures) != len(columns):
            yield problem(
                at, "report-width", table=name, row=row, count=len(figures), width=len(columns),
                known="、".join(columns),
            )  # fmt: skip
        seen.add(code)


def reports_add_up(catalogue: Catalogue) -> Iterator[Problem]:
    """表三、表四的勾稽关系逐列成立；2021 年以前格式的表不核对。"""
    for report in catalogue.reports:
        if catalogue.left_out(report, "tables"):
            continue
        third = report.tables.third if in_form(report, "三") else ()
        faults = tuple(annual.third_faults(annual.table(third, coded=True)))
        cell = annual.suspect(faults)
        for fault in faults:
            yield _unbalanced(catalogue, report, "三", fault, cell)
        fourth = report.tables.fourth if in_form(report, "四") else ()
        for fault in annual.fourth_faults(annual.table(fourth)):
            yield _unbalanced(catalogue, report, "四", fault, None)


def _unbalanced(
    catalogue: Catalogue, report: Report, name: str, fault: Fault, cell: tuple[str, str] | None
) -> Problem:
    rows = report.tables.third if name == "三" else report.tables.fourth
    row = cell[0] if cell else fault.row
    written = next((own for own, _ in rows if annual.code_of(own) == row), None)
    steps = ("tables", name, written) if written is not None else ("tables",)
    return problem(
        catalogue.at(report, *steps, of_key=written is not None), "report-sum",
        table=name, row=fault.row, column=fault.column, said=fault.said, should=fault.should,
        law=fault.law, suspect="" if cell is None else f"{cell[0]} {cell[1]}",
    )  # fmt: skip


def reports_carry_over(catalogue: Catalogue) -> Iterator[Problem]:
    """上年结转等于上一年度报告的结转下年度。"""
    of = {(one.year, one.unit): one for one in catalogue.reports}
    for report in catalogue.reports:
        before = of.get((report.year - 1, report.unit))
        if before is None or any(catalogue.left_out(one, "tables") for one in (report, before)):
            continue
        for fault in not_carried(report, before):
            yield problem(
                catalogue.at(report, "tables"), "report-carried",
                column=fault.column, said=fault.said, should=fault.should,
            )  # fmt: skip


def reports_are_published_in_time(catalogue: Catalogue) -> Iterator[Problem]:
    """部门 1 月 31 日前、政府 3 月 31 日前公布上一年度的报告；登记过年度报告的单位逐年都有。"""
    for one in owed(catalogue):
        report = one.report
        if report is None or not public_on(report, catalogue.day):
            yield _missing(catalogue, one)
        elif report.published and report.published > one.due:
            yield problem(
                catalogue.at(report, "published"), "report-late",
                year=one.year, day=report.published, due=one.due,
            )  # fmt: skip


def _missing(catalogue: Catalogue, one: Owed) -> Problem:
    return problem(
        catalogue.at(one.unit), "report-missing",
        unit=one.unit.name, id=one.unit.id, year=one.year, due=one.due,
    )  # fmt: skip


def _name(catalogue: Catalogue, id: str) -> str:
    unit = catalogue.get("units", id)
    return str(unit.name) if unit else id
