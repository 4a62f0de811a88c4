"""By when a yearly report is published, and whether it is (条例 第四十九条)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.facts import annual
from generator.facts.annual import Fault
from generator.model.bodies import Unit
from generator.model.report import Report

# 县级以上地方人民政府 by 31 March, all others by 31 January of the year after.
_GOVERNMENTS = frozenset({"人民政府", "县区政府"})


@dataclass(frozen=True, slots=True)
class Owed:
    """The report of a *year* that *unit* owes until its last day *due*; None where none is
    registered."""

    unit: Unit
    year: int
    due: date
    report: Report | None


def due_on(unit: Unit, year: int) -> date:
    """Return the last day on which *unit* publishes its report of *year*."""
    government = unit.kind in _GOVERNMENTS or (unit.kind == "" and unit.name.endswith("人民政府"))
    return date(year + 1, 3, 31) if government else date(year + 1, 1, 31)


def not_carried(report: Report, before: Report) -> Iterator[Fault]:
    """Yield each figure that *report* took over and the one *before* did not leave."""
    took, left = (annual.table(one.tables.third, coded=True) for one in (report, before))
    return annual.carried(took, left)


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
