"""Tables 三 and 四 of the annual report, counted from the ledger (国办公开办函〔2021〕30号).

An application belongs to the year of its day of receipt (条例 第三十一条); while nobody confirmed
it, to that of the day on which it came in.  It is new (一) in that year, open (四) at the end of
each year in which it is not answered, and what is open at the end of a year is carried over (二)
into the next.  It is answered (三) in the year of its answer, under its outcome; an answer without
an outcome is none yet.

A dispute belongs to the years from that in which it was filed to that in which it was closed: in
the last it counts by its result, before that as 尚未审结.  So 总计 of table 四 is what was filed in
the year and what was pending when it began.  A suit without a route belongs nowhere.  `uncounted`
names what is missing for one reason or the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from generator.facts.annual import (
    APPLICANTS,
    CARRIED,
    DISPUTES,
    LEFT,
    NEW,
    PENDING,
    RULINGS,
    SUM,
    THIRD,
    Table,
)
from generator.model.request import Dispute, Route
from generator.office.ledger import receipt_of
from generator.office.request import Contest, Request

_ROUTES = MappingProxyType({Route.AT_ONCE: DISPUTES[1], Route.AFTER: DISPUTES[2]})


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables 三 and 四 of one year."""

    third: Table
    fourth: Table


def yearly(requests: Iterable[Request], year: int) -> Mapping[str, Tables]:
    """Return the tables of *year* by the id of each unit of the ledger; those of all stand under
    an empty id."""
    requests = tuple(requests)
    units = sorted({one.unit for one in requests})
    kept = {unit: tuple(one for one in requests if one.unit == unit) for unit in units}
    return MappingProxyType({
        unit: Tables(third(ones, year), fourth(ones, year))
        for unit, ones in {"": requests, **kept}.items()
    })  # fmt: skip


def third(requests: Iterable[Request], year: int) -> Table:
    """Return table 三 of *year*."""
    counts = {row: [0] * len(APPLICANTS) for row in THIRD}
    for request in requests:
        column = APPLICANTS.index(request.applicant.value)
        for row in _rows(request, year):
            counts[row][column] += 1
            counts[row][-1] += 1
    return MappingProxyType({row: tuple(map(Decimal, of)) for row, of in counts.items()})


def fourth(requests: Iterable[Request], year: int) -> Table:
    """Return table 四 of *year*."""
    counts = {row: [0] * len(RULINGS) for row in DISPUTES}
    for request in requests:
        for one in request.disputes:
            row, column = _row(one), _column(one, year)
            if row and column:
                counts[row][RULINGS.index(column)] += 1
                counts[row][-1] += 1
    return MappingProxyType({row: tuple(map(Decimal, of)) for row, of in counts.items()})


def uncounted(requests: Iterable[Request], year: int) -> tuple[str, ...]:
    """Return the ids of the applications that lack what the tables of *year* count them by: an
    outcome of what was answered by then, the route of a suit that was filed, the result of a
    dispute that was closed."""
    return tuple(
        one.id
        for one in requests
        if (one.outcome is None and _until(one.replied, year))
        or any(
            (_row(contest) is None and _until(contest.filed, year))
            or (contest.result is None and _until(contest.closed, year))
            for contest in one.disputes
        )
    )


def _until(day: date | None, year: int) -> bool:
    return day is not None and day.year <= year


def tells_of(request: Request, year: int) -> bool:
    """Whether *request* counts in a table of *year*."""
    return bool(_rows(request, year)) or any(_column(one, year) for one in request.disputes)


def _rows(request: Request, year: int) -> tuple[str, ...]:
    """The rows of table 三 in which *request* counts in *year*."""
    begun = receipt_of(request)
    answered = request.replied if request.outcome else None
    ended = max(begun, answered).year if answered else None
    if begun.year > year or (ended is not None and ended < year):
        return ()
    came = NEW if begun.year == year else CARRIED
    if ended == year and request.outcome:
        return came, request.outcome.value, SUM
    return came, LEFT


def _row(one: Contest) -> str | None:
    if one.kind is Dispute.RECONSIDERATION:
        return DISPUTES[0]
    return _ROUTES[one.route] if one.route else None


def _column(one: Contest, year: int) -> str | None:
    """The column of table 四 in which a dispute counts in *year*."""
    closed = max(one.filed, one.closed).year if one.closed and one.result else None
    if one.filed.year > year or (closed is not None and closed < year):
        return None
    return one.result.value if closed == year and one.result else PENDING
