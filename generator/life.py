"""The life of a document: whether it is in force, span by span, and what made it so.

`facts.validity` works it out from the records; what shows or judges it needs no more than this.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise


class Status(StrEnum):
    """Whether a document is in force."""

    PENDING = "尚未生效"
    IN_FORCE = "有效"
    PARTLY = "部分有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    LAPSED = "已失效"


ENDED = frozenset({Status.REPEALED, Status.LAPSED})


class Effect(StrEnum):
    """What a document or a clean-up does to a document."""

    AMEND = "修改"
    REPEAL = "废止"
    REPLACE = "代替"
    LAPSE = "宣布失效"
    KEEP = "继续有效"


@dataclass(frozen=True, slots=True)
class Event:
    """Something done to the document *to* on *day* by *by*, a document or, with *cleanup*, a
    clean-up; to *articles* of it alone where they are named."""

    day: date
    effect: Effect
    by: str
    to: str
    cleanup: bool = False
    articles: str = ""
    new_expiry: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """The status of a document from *day* on, and what made it so; None where its own dates did."""

    day: date
    status: Status
    cause: Event | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """The whole life of a document as far as it is known: *spans* in the order of days, the first
    from the beginning of time; *events* are what was done to it, *does* what it does to others."""

    starts: date | None
    spans: tuple[Span, ...]
    events: tuple[Event, ...] = ()
    does: tuple[Event, ...] = ()


def span_on(life: Life, day: date) -> Span:
    """Return the span of *life* that holds *day*."""
    return life.spans[_index(life, day)]


def since_on(life: Life, day: date) -> date:
    """Return the first of the days, up to *day*, on which the status has been what it is."""
    here = _index(life, day)
    while here and life.spans[here - 1].status is life.spans[here].status:
        here -= 1
    return life.spans[here].day


def end_of(life: Life, day: date) -> date | None:
    """Return the last day of a document's own term as things stand on *day*, decisions that lie
    ahead too; None where its term does not end it."""
    lapses = [
        span.day
        for before, span in pairwise(life.spans)
        if span.status is Status.LAPSED and span.cause is None and before.status not in ENDED
    ]
    ahead = [one for one in lapses if one > day]
    found = ahead[0] if ahead else lapses[-1] if lapses else None
    return found - timedelta(days=1) if found else None


def status_on(life: Life, day: date) -> tuple[Status, date | None]:
    """Return the status on *day* and the first day on which it differs, None where it stays."""
    here = _index(life, day)
    status = life.spans[here].status
    until = next((span.day for span in life.spans[here + 1 :] if span.status != status), None)
    return status, until


def _index(life: Life, day: date) -> int:
    return bisect_right([span.day for span in life.spans], day) - 1
