"""Whether what was to be published was published in time, and until when that answer holds (落实).

A disclosure, its item, a calendar and a day go in.  The limit is that of the item (公开时限); where
it has several parts the disclosure says which of them applies.  What is said here of days:

- The day of the event is day 0 (次日起算).  工作日 follow the State Council's notices; 日 are days
  of the calendar, and 月 and 年 end on the corresponding day, or the last of its month.  A last day
  that is a holiday is not moved: what sets these limits does not say that it is.
- What is published on its last day is in time; from the next day on it is late or owed.
- A display (公示) lasts *n* units after the day on which it began, which does not count; it is
  complete on the day after the last of them.
- What was published before the event by which it is judged, or shown until a day before that, is
  neither in time nor late: one of the two days is wrong, and nobody knows which.
- Beyond the confirmed calendar nothing is guessed.  Before the first day that is not known fewer
  than *n* working days have passed, so what was published before that day was in time even where
  nobody can name the last day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from generator import workdays
from generator.facts import limits
from generator.facts.validity import after
from generator.model.disclosure import Disclosure
from generator.model.document import Period
from generator.model.entry import Entry, Method
from generator.model.timelimit import MONTHS, Part, PartKind, TimeUnit

_DAY = timedelta(days=1)


class State(StrEnum):
    """What is to be said of one disclosure on a day."""

    ON_TIME = "按时"
    LATE = "迟"
    OVERDUE = "逾期未公开"
    PENDING = "未到期"
    SHOWING = "展示中"
    SHOWN = "展示期满"
    SHORT = "展示不足"
    UNSETTLED = "未定"
    UNABLE = "无法计算"


class Why(StrEnum):
    """Why nothing can be computed, in the words of `limits.why_not` where it says so."""

    WORDS = "words"
    FREQUENCY = "frequency"
    NO_NUMBER = "no-number"
    NO_EVENT = "no-event"
    EVENT_MISSING = "event-missing"
    WHICH_PART = "which-part"
    NO_PART = "no-part"
    NO_LIMIT = "no-limit"
    ON_REQUEST = "on-request"
    NOT_BEGUN = "not-begun"
    NO_ITEM = "no-item"
    OUT_FIRST = "out-first"
    OVER_FIRST = "over-first"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Timing:
    """The state of a disclosure and the first day *until* on which it differs.

    *due* is the last day in time, or the last day of a full display.  *n* counts *unit*: how late
    it was published, or how long it was on display where that was too short; None where the
    calendar does not tell.  Late by no working day is late by a day of rest.
    """

    state: State
    due: date | None = None
    n: int | None = None
    unit: TimeUnit | None = None
    why: Why | None = None
    until: date | None = None


def part_for(disclosure: Disclosure, entry: Entry) -> tuple[Part | None, Why | None]:
    """Return the part of the limit by which *disclosure* is judged, or why there is none."""
    if entry.method is Method.ON_REQUEST:
        return None, Why.ON_REQUEST
    if entry.time_limit is None:
        return None, Why.NO_LIMIT
    parts = limits.parts_of(entry.time_limit)
    if disclosure.part is None and len(parts) > 1:
        return None, Why.WHICH_PART
    number = disclosure.part or (1 if disclosure.part is None else 0)
    if not 1 <= number <= len(parts):
        return None, Why.NO_PART if parts else Why.WORDS
    part = parts[number - 1]
    if part.kind is PartKind.DISPLAY:
        if part.n is None or part.unit is None:
            return None, Why.NO_NUMBER
        begun, over = disclosure.published, disclosure.until
        return (None, Why.OVER_FIRST) if begun and over and over < begun else (part, None)
    if why := limits.why_not(part):
        return None, Why(why)
    if disclosure.event is None:
        return None, Why.EVENT_MISSING
    early = disclosure.published and disclosure.published < disclosure.event
    return (None, Why.OUT_FIRST) if early else (part, None)


def timing(
    disclosure: Disclosure, entry: Entry | None, calendar: workdays.Calendar, day: date
) -> Timing:
    """Return what is to be said of *disclosure* on *day*, and until when, by its item as it stood
    when the clock started; None where it was no item then."""
    part, why = part_for(disclosure, entry) if entry else (None, Why.NO_ITEM)
    if part is None:
        return Timing(State.UNABLE, why=why)
    shown = part.kind is PartKind.DISPLAY
    said, turns = (_display if shown else _limit)(disclosure, part, calendar)
    now = said(day)
    until = next((turn for turn in sorted(turns) if turn > day and said(turn) != now), None)
    return replace(now, until=until)


def last_day(
    calendar: workdays.Calendar, start: date, part: Part
) -> tuple[date | None, date | None]:
    """Return the last of the units of *part* after *start*, or the first day that is not known."""
    n, unit = part.n or 0, part.unit
    if unit is TimeUnit.WORKING_DAY:
        found = workdays.after(calendar, start, n)
        return found.last, found.unknown.date if found.unknown else None
    if unit is TimeUnit.DAY:
        return date.fromordinal(min(start.toordinal() + n, date.max.toordinal())), None
    return after(start, Period(n=n, unit=unit or TimeUnit.MONTH)), None


Said = Callable[[date], Timing]


def _limit(
    disclosure: Disclosure, part: Part, calendar: workdays.Calendar
) -> tuple[Said, set[date]]:
    """What is said of a disclosure with a last day, and the days on which that may change."""
    published = disclosure.published
    due, unknown = last_day(calendar, disclosure.event or date.min, part)

    def said(day: date) -> Timing:
        out = published if published and published <= day else None
        if due is None:
            if unknown and (out or day) < unknown:
                return Timing(State.ON_TIME if out else State.PENDING)
            return Timing(State.UNSETTLED, why=Why.CALENDAR)
        if out is None:
            return Timing(State.PENDING if day <= due else State.OVERDUE, due)
        if out <= due:
            return Timing(State.ON_TIME, due)
        return Timing(State.LATE, due, *_units(calendar, due, out, part))

    return said, _turns(published, _next(due), unknown)


def _display(
    disclosure: Disclosure, part: Part, calendar: workdays.Calendar
) -> tuple[Said, set[date]]:
    """What is said of a disclosure that is to be shown for a while, and when that may change."""
    begun, end = disclosure.published, disclosure.until
    full, unknown = last_day(calendar, begun, part) if begun else (None, None)

    def said(day: date) -> Timing:
        if begun is None or day < begun:
            return Timing(State.UNABLE, why=Why.NOT_BEGUN)
        short = end is not None and end < (full or unknown or date.max)
        if end is not None and short:
            if day <= end:
                return Timing(State.SHOWING, full)
            return Timing(State.SHORT, full, *_units(calendar, begun, end, part))
        if full is None:
            showing = unknown is not None and day < unknown
            return Timing(State.SHOWING) if showing else Timing(State.UNSETTLED, why=Why.CALENDAR)
        return Timing(State.SHOWING if day <= full else State.SHOWN, full)

    return said, _turns(begun, _next(end), _next(full), unknown)


def _units(
    calendar: workdays.Calendar, start: date, end: date, part: Part
) -> tuple[int | None, TimeUnit]:
    """How much lies after *start* up to *end*: working days where these count, else days."""
    if part.unit is TimeUnit.WORKING_DAY:
        return workdays.working_days_between(calendar, start, end), TimeUnit.WORKING_DAY
    return max((end - start).days, 0), TimeUnit.DAY


def _next(day: date | None) -> date | None:
    return day + _DAY if day and day < date.max else None


def _turns(*days: date | None) -> set[date]:
    return {day for day in days if day}


class Pace(StrEnum):
    """Whether what is to be updated (频次) was updated as often as it must be."""

    KEPT = "频次已达"
    MISSED = "频次不足"
    EARLY = "未满一期"
    UNABLE = "无法计算"


# How far back a rhythm is told: over one year, the span of an appraisal, where the year has several
# periods; over three years where it has one, and over a month where each day is one.
_TOLD = MappingProxyType(
    {
        TimeUnit.DAY: 30,
        TimeUnit.MONTH: 12,
        TimeUnit.QUARTER: 4,
        TimeUnit.HALF_YEAR: 2,
        TimeUnit.YEAR: 3,
    }
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something was published in the last whole period, which began on *since*.

    *kept* of the last whole *periods* since the first publication had as many as they must; the
    last of those that had not began on *missed*.  *until* is the first day on which the answer
    differs.
    """

    pace: Pace
    since: date | None = None
    count: int = 0
    kept: int = 0
    periods: int = 0
    missed: date | None = None
    until: date | None = None


def rhythm(published: Iterable[date], part: Part, day: date, since: date | None = None) -> Rhythm:
    """Return whether a frequency was kept on *day* by what was *published* on these days.

    What counts is the last whole period of the calendar before *day*: a quarter begins with
    January, April, July or October, a half-year with January or July.  The one in which something
    was first published is no whole one, because nobody knows when in it the duty began, so until
    the one after it is over nothing is said; no more is the one in which the frequency came to be
    the item's, on *since*.  A number in each working day is not computed.
    """
    n, unit = part.n, part.unit
    if n is None or unit is None or unit not in _TOLD:
        return Rhythm(Pace.UNABLE)
    days = sorted(published)
    began = max([*days[:1], *([since] if since else [])], default=date.max)
    first = _following(_begin(began, unit), unit) if days else date.max  # of the whole periods

    def said(day: date) -> Rhythm:
        if not days or days[0] > day:
            return Rhythm(Pace.UNABLE)
        end = this = _begin(day, unit)
        if this <= first:
            return Rhythm(Pace.EARLY)
        counts: dict[date, int] = {}  # of the whole periods, the last first
        while end > first and len(counts) < _TOLD[unit]:
            begin = _begin(end - _DAY, unit)
            counts[begin] = sum(begin <= one < end for one in days)
            end = begin
        since, count = next(iter(counts.items()))
        missed = [begin for begin, times in counts.items() if times < n]
        return Rhythm(
            Pace.MISSED if since in missed else Pace.KEPT,
            since,
            count,
            len(counts) - len(missed),
            len(counts),
            missed[0] if missed else None,
        )

    now = said(day)
    turns = {*days[:1], _following(first, unit), _following(_begin(day, unit), unit)}
    later = (turn for turn in sorted(turns) if turn > day and said(turn) != now)
    return replace(now, until=next(later, None))


def last_of(begin: date, unit: TimeUnit) -> date:
    """Return the last day of the period, as long as *unit*, that began on *begin*."""
    return _following(begin, unit) - _DAY


def _begin(day: date, unit: TimeUnit) -> date:
    """The first day of the period of the calendar, as long as *unit*, in which *day* lies."""
    if unit is TimeUnit.DAY:
        return day
    if unit is TimeUnit.YEAR:  # without asking for the month
        return date(day.year, 1, 1)
    return date(day.year, day.month - (day.month - 1) % MONTHS[unit], 1)


def _following(begin: date, unit: TimeUnit) -> date:
    """The first day of the next such period."""
    if unit is TimeUnit.DAY:
        return _next(begin) or date.max
    return after(begin, Period(n=1, unit=unit))
