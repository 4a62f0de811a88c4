"""What the ledger teaches: what is asked for again and again, and cases to study (157号 机制 四).

Applications and the public catalogue go in, counts and ids come out.  It is for the office alone:
of what several applicants asked for, and may be open, the office sees what it can publish of its
own motion (条例 第四十四条).

An application is of the year of its day of receipt, and what became of it is told up to the day
that is looked at.  What there is to study belongs to the year in which it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalogue import Catalogue
from generator.config import calendar_of
from generator.model.entry import Entry, Method
from generator.model.request import Outcome, Ruling
from generator.office.disputes import Disputes, disputes
from generator.office.ledger import State, is_refused, receipt_of, standing, until
from generator.office.request import Request
from generator.terms import folded

_GRANTED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
# What the same applicant asked for once more.
_AGAIN = frozenset({Outcome.REPEATED, Outcome.EXCESSIVE})


@dataclass(frozen=True, slots=True)
class Period:
    """The days *first* to *last* that are looked at, by what was known at the end of *day*; of a
    *year*, or all."""

    year: int | None
    first: date
    last: date
    day: date


class Openness(StrEnum):
    """What is to be thought of an entry that was asked for."""

    OPENABLE = "依申请公开，可以转为主动公开"
    ON_REQUEST = "依申请公开"
    PROACTIVE = "已主动公开，未被找到"
    ENDED = "事项已终止"
    UNKNOWN = "公开方式未定"


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic or an entry, and what was asked for it.

    *name* is the topic as it was first written, or the id of the entry.  Of the applications that
    were *asked*, *again* were repeated by one applicant, *granted* answered with the information
    or a part of it; *on_request* and *proactive* named an entry that is public in that way.
    """

    name: str
    asked: int
    again: int
    granted: int
    on_request: int
    proactive: int
    requests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedEntry:
    """An entry that was asked for; *entry* is None where its record could not be read."""

    asked: Asked
    entry: Entry | None
    openness: Openness


class Why(StrEnum):
    """Why an application is worth a study."""

    LATE = "逾期答复"
    CORRECTED = "争议结果纠正"
    REFUSAL = "没有满足申请，后被纠正"


@dataclass(frozen=True, slots=True)
class Lesson:
    """An application to study, with each reason and the day of it."""

    request: Request
    whys: tuple[tuple[Why, date], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the ledger teaches of a period; *came* counts the applications received in it, *often*
    says how many of a topic or an entry are listed."""

    period: Period
    often: int
    came: int
    topics: tuple[Asked, ...]
    entries: tuple[AskedEntry, ...]
    disputes: Disputes
    lessons: tuple[Lesson, ...]


def period(day: date, year: int | None = None) -> Period:
    """Return the days of *year* up to *day*, without a year all days up to it."""
    if year is None:
        return Period(None, date.min, day, day)
    return Period(year, date(year, 1, 1), min(date(year, 12, 31), day), day)


def analysed(requests: Iterable[Request], catalogue: Catalogue, of: Period) -> Analysis:
    """Return what *requests* teach of a period."""
    requests, often = tuple(requests), catalogue.config.requests.often
    came = came_in(requests, of)
    return Analysis(
        period=of,
        often=often,
        came=len(came),
        topics=topics(came, catalogue, often),
        entries=entries(came, catalogue, often),
        disputes=disputes(requests, catalogue.units, of.first, of.last),
        lessons=tuple(lessons(requests, catalogue, of)),
    )


def came_in(requests: Iterable[Request], of: Period) -> tuple[Request, ...]:
    """Return the applications received in a period as they were known on its day, the first one
    first."""
    known = (until(one, of.day) for one in requests if one.received <= of.day)
    kept = (one for one in known if of.first <= receipt_of(one) <= of.last)
    return tuple(sorted(kept, key=lambda one: (receipt_of(one), one.id)))


def topics(requests: Iterable[Request], catalogue: Catalogue, often: int) -> tuple[Asked, ...]:
    """Return the topics of which *requests* hold at least *often*, most asked for first; a topic is
    the same in every writing of it."""
    groups = _groups(requests, lambda one: folded(one.topic))
    found = (_asked(" ".join(group[0].topic.split()), group, catalogue) for group in groups)
    return _ranked(one for one in found if one.asked >= often)


def entries(
    requests: Iterable[Request], catalogue: Catalogue, often: int
) -> tuple[AskedEntry, ...]:
    """Return the entries of which *requests* hold at least *often*, most asked for first."""
    groups = _groups(requests, lambda one: one.entry)
    found = (_asked(group[0].entry, group, catalogue) for group in groups)
    return tuple(
        AskedEntry(one, entry, _openness(one, entry, catalogue, often))
        for one in _ranked(one for one in found if one.asked >= often)
        for entry in (catalogue.get("entries", one.name),)
    )


def lessons(requests: Iterable[Request], catalogue: Catalogue, of: Period) -> Iterator[Lesson]:
    """Yield what is worth a study: answers that came late, disputes that ended with a correction,
    refusals that were corrected."""
    calendar = calendar_of(catalogue.config.calendar)
    for request in requests:
        if request.received > of.day:
            continue
        known = until(request, of.day)
        late = standing(request, of.day, calendar).state is State.LATE
        whys = [(Why.LATE, known.replied)] if late else []
        corrected = [one.closed for one in known.disputes if one.result is Ruling.CORRECTED]
        for closed in corrected:
            whys.append((Why.CORRECTED, closed))
            if is_refused(known.outcome):
                whys.append((Why.REFUSAL, closed))
        if kept := tuple((why, on) for why, on in whys if on and of.first <= on <= of.last):
            yield Lesson(request, kept)


def _groups(
    requests: Iterable[Request], key: Callable[[Request], str]
) -> Iterable[tuple[Request, ...]]:
    """The applications with the same key, group by group; those without one are in none."""
    groups: dict[str, list[Request]] = {}
    for one in requests:
        if name := key(one):
            groups.setdefault(name, []).append(one)
    return map(tuple, groups.values())


def _asked(name: str, requests: tuple[Request, ...], catalogue: Catalogue) -> Asked:
    methods = [_method(catalogue.get("entries", one.entry)) for one in requests if one.entry]
    return Asked(
        name=name,
        asked=len(requests),
        again=sum(one.outcome in _AGAIN for one in requests),
        granted=sum(one.outcome in _GRANTED for one in requests),
        on_request=methods.count(Method.ON_REQUEST),
        proactive=methods.count(Method.PROACTIVE),
        requests=tuple(one.id for one in requests),
    )


def _method(entry: Entry | None) -> Method | None:
    return entry.method if entry else None


def _ranked(found: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple(sorted(found, key=lambda one: (-one.asked, one.name)))


def _openness(one: Asked, entry: Entry | None, catalogue: Catalogue, often: int) -> Openness:
    """An answer that opened it shows that it may be open; what one applicant asks for again does
    not make several."""
    if entry is None or entry.method is None:
        return Openness.UNKNOWN
    if not catalogue.current(entry):
        return Openness.ENDED
    if entry.method is Method.PROACTIVE:
        return Openness.PROACTIVE
    several = one.asked - one.again >= often
    return Openness.OPENABLE if several and one.granted else Openness.ON_REQUEST
