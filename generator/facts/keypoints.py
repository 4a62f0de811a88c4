"""How far the key points of a year have come, for the day (157号 规程 四).

An author writes what was done; what is late follows from the day.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from generator.catalogue import Catalogue
from generator.facts.attributes import open_on
from generator.model.work import Evidence, KeyPoint, Progress


class Standing(StrEnum):
    """How far a key point has come on a day."""

    PLANNED = "未开始"
    ONGOING = "进行中"
    DONE = "已完成"
    OVERDUE = "逾期"


def due_of(point: KeyPoint) -> date:
    """Return the last day for *point*: its own, or the last of its year."""
    return point.due or date(point.year, 12, 31)


def standing_on(point: KeyPoint, day: date) -> tuple[Standing, date | None]:
    """Return how far *point* has come on *day*, and the first day on which that differs.

    What is written as done is done from its day on, or from the beginning of its year where none
    is written; what has such a day is done from then on whatever else is written.  Until then it
    goes on.
    """
    if point.done and point.done <= day:
        return Standing.DONE, None
    if point.status is Progress.DONE and point.done is None:
        begins = date(point.year, 1, 1)
        return (Standing.ONGOING, begins) if day < begins else (Standing.DONE, None)
    due = due_of(point)
    if due < day:
        return Standing.OVERDUE, point.done
    late = due + timedelta(days=1)
    begun = point.status in (Progress.ONGOING, Progress.DONE)
    state = Standing.ONGOING if begun else Standing.PLANNED
    return state, min(point.done, late) if point.done else late


def done_late(point: KeyPoint) -> bool:
    """Whether *point* was done after its last day."""
    return point.done is not None and point.done > due_of(point)


def evidence_on(point: KeyPoint, catalogue: Catalogue) -> tuple[Evidence, ...]:
    """Return what shows on the catalogue's day that *point* was carried out; a document that is
    not public shows nothing."""
    return tuple(
        one
        for one in point.evidence
        if (one.on is None or one.on <= catalogue.day)
        and (not one.document or _shown(catalogue, one.document))
    )


def _shown(catalogue: Catalogue, id: str) -> bool:
    """Whether the text of a document may be read on the day."""
    document = catalogue.get("documents", id)
    return document is not None and open_on(document, catalogue.day)


def years_without(catalogue: Catalogue) -> tuple[int, ...]:
    """Return the years after the first one with key points that have none; the current one only
    from the month on that the settings name."""
    month, day = catalogue.config.organs.key_points_month, catalogue.day
    years = {point.year for point in catalogue.keypoints}
    last = day.year if month and day.month >= month else day.year - 1
    return tuple(
        year for year in range(min(years, default=last + 1), last + 1) if year not in years
    )
