"""Whether the head of a unit heard its yearly report on openness (157号 规程 四(一)).

At least once in every calendar year.  A year is counted from the first in which the site records
any briefing, or from the one that its settings name; for a unit founded later, from the first year
that it has whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalogue import Catalogue
from generator.model.bodies import Briefing, Unit


class Heard(StrEnum):
    """Whether a briefing was heard in a year, for the day."""

    HELD = "已听取"
    DUE = "待听取"
    MISSED = "未听取"


@dataclass(frozen=True, slots=True)
class YearHeard:
    """One calendar year of a unit: its state, and the briefings heard by the day."""

    year: int
    state: Heard
    briefings: tuple[Briefing, ...] = ()


def counted_from(catalogue: Catalogue) -> int | None:
    """Return the first year that is counted on this site, None where nothing is recorded."""
    if since := catalogue.config.organs.briefings_since:
        return since
    days = [one.date for unit in catalogue.units for one in unit.briefings]
    return min((day.year for day in days if day <= catalogue.day), default=None)


def heard(unit: Unit, since: int | None, day: date) -> tuple[YearHeard, ...]:
    """Return the years of *unit* counted *since*, and those that it recorded besides, the latest
    first; a briefing that lies ahead of *day* has not been heard."""
    of_year: dict[int, list[Briefing]] = {}
    for one in sorted(unit.briefings, key=lambda one: one.date):
        if one.date <= day:
            of_year.setdefault(one.date.year, []).append(one)
    first = _first(unit, since)
    years = {*of_year, *(range(first, day.year + 1) if first else ())}
    return tuple(
        YearHeard(year, _state(year, of_year, day), tuple(of_year.get(year, ())))
        for year in sorted(years, reverse=True)
    )


def missed(years: Iterable[YearHeard]) -> tuple[int, ...]:
    """Return which of *years* passed without a briefing, in their order in time."""
    return tuple(sorted(one.year for one in years if one.state is Heard.MISSED))


def _first(unit: Unit, since: int | None) -> int | None:
    if since is None or unit.founded is None:
        return since
    return max(since, unit.founded.year + 1)


def _state(year: int, of_year: dict[int, list[Briefing]], day: date) -> Heard:
    if year in of_year:
        return Heard.HELD
    return Heard.DUE if year == day.year else Heard.MISSED
