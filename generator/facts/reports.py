"""By when a yearly report is published, whether it is (条例 第四十九条), and of what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.facts import annual
from generator.facts.annual import Fault
from generator.model.bodies import Unit
from generator.model.report import Report, Rows
from generator.terms import folded

# 县级以上地方人民政府 by 31 March, all others by 31 January of the year after.
_GOVERNMENTS = frozenset({"人民政府", "县区政府"})
FORM = 2021  # the first year that is reported in the form of today
_WIDTHS: Mapping[str, Mapping[str, int]] = MappingProxyType({
    "二": {row: len(heads) for row, heads in annual.SECOND.items()},
    "三": dict.fromkeys(annual.THIRD, len(annual.APPLICANTS)),
    "四": dict.fromkeys(annual.DISPUTES, len(annual.RULINGS)),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owed:
    """The report of a *year* that *unit* owes until its last day *due*; None where none is
    registered."""

    unit: Unit
    year: int
    due: date
    report: Report | None


def government(catalogue: Catalogue) -> str:
    """Return the id of the unit that is the government of the site, whose report counts what all
    its units received; nothing where none is registered by its name."""
    organ = folded(catalogue.config.organ)
    return next((one.id for one in catalogue.units if folded(one.name) == organ), "")


def rows_of(report: Report, table: str) -> Rows:
    """Return the rows of the *table* 二, 三 or 四 of *report* as they were written."""
    tables = report.tables
    return {"二": tables.second, "三": tables.third, "四": tables.fourth}[table]


def in_form(report: Report, table: str) -> bool:
    """Return whether the *table* 二, 三 or 四 of *report* is one of today's form: each since 2021;
    an older one if it has some of its rows and no others."""
    rows, widths = rows_of(report, table), _WIDTHS[table]
    codes = ((annual.code_of(row) if table == "三" else row, of) for row, of in rows)
    return report.year >= FORM or (
        bool(rows) and all(widths.get(code) == len(of) for code, of in codes)
    )


def due_on(unit: Unit, year: int) -> date:
    """Return the last day on which *unit* publishes its report of *year*."""
    government = unit.kind in _GOVERNMENTS or (unit.kind == "" and unit.name.endswith("人民政府"))
    return date(year + 1, 3, 31) if government else date(year + 1, 1, 31)


def not_carried(report: Report, before: Report) -> Iterator[Fault]:
    """Yield each figure that *report* took over and the one *before* did not leave; none where a
    table of before 2021 does not say what was taken over or left."""
    took, left = (annual.table(one.tables.third, coded=True) for one in (report, before))
    told = (in_form(report, "三") or annual.CARRIED in took) and (
        in_form(before, "三") or annual.LEFT in left
    )
    return annual.carried(took, left) if told else iter(())


def public_on(report: Report, day: date) -> bool:
    """Return whether *report* is published on *day*."""
    return report.published is not None and report.published <= day


def public(catalogue: Catalogue) -> tuple[Report, ...]:
    """Return the published reports, the latest year first, within it by the order of units."""
    places = {unit.id: place for place, unit in enumerate(catalogue.units)}
    found = [one for one in catalogue.reports if public_on(one, catalogue.day)]
    found.sort(key=lambda one: (-one.year, places.get(one.unit, len(places)), one.id))
    return tuple(found)


def parts_wanting(report: Report) -> tuple[str, ...]:
    """Return which of the six parts *report* does not have."""
    written = {key for key, text in report.parts if text.strip()}
    return tuple(part for part in annual.PARTS if part not in written)


def owed(catalogue: Catalogue) -> Iterator[Owed]:
    """Yield every report that is published or was due by the day before the catalogue's; a unit
    owes one for each year from the first that it registered, as long as there is such a unit."""
    day = catalogue.day
    years: dict[str, set[int]] = {}
    for report in catalogue.reports:
        unit = catalogue.get("units", report.unit)
        years.setdefault(report.unit, set()).add(report.year)
        if unit is None or catalogue.left_out(report, "published"):
            continue
        due = due_on(unit, report.year)
        if public_on(report, day) or due < day:
            yield Owed(unit, report.year, due, report)
    for id, found in years.items() if catalogue.whole("reports") else ():
        unit = catalogue.get("units", id)
        for year in range(min(found), day.year) if unit and catalogue.current(unit) else ():
            if year not in found and (due := due_on(unit, year)) < day:
                yield Owed(unit, year, due, None)
