"""Working days of mainland China, and what is not known about them.

A calendar and a day go in; what kind of day it is comes out, with the reason in words.  The
State Council arranges each year's holidays by a notice in the autumn before, weekends worked in
exchange (调休) included.  The `holidays` package holds these notices since 2001.  For any other
year it guesses without saying so, so it is asked only for years whose notice it holds, and
nothing is said beyond the day through which the site's owner has confirmed the calendar.
Counting Monday to Friday instead would name wrong dates as law.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

WEEKDAYS = (
    ("星期一", "Monday"),
    ("星期二", "Tuesday"),
    ("星期三", "Wednesday"),
    ("星期四", "Thursday"),
    ("星期五", "Friday"),
    ("星期六", "Saturday"),
    ("星期日", "Sunday"),
)
# Why nothing is known of a day.
UNCONFIRMED = ("工作日历只确认到 {through}", "calendar confirmed only through {through}")
UNNOTICED = ("没有 {year} 年的放假安排", "no holiday notice of {year} at hand")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_AMERICAN = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


class DayKind(StrEnum):
    """What a day is to someone who counts working days (工作日)."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up workday"
    UNKNOWN = "unknown"


WORKED = frozenset({DayKind.WORKING, DayKind.MAKE_UP})


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is off or worked by a notice of its own, whatever the package says."""

    date: datetime.date
    off: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """How far the working days are confirmed, and the days that configuration adds."""

    confirmed_through: datetime.date
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """What one day is, with the reason in Chinese and in English."""

    date: datetime.date
    kind: DayKind
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last of *n* working days after *start*, and the days that did not count.

    *last* is None where it cannot be determined; then *unknown* is the first day of which
    nothing is known.  *paused* are the days that would have counted but for a pause.
    """

    start: datetime.date
    n: int
    last: datetime.date | None
    skipped: tuple[Status, ...] = ()
    unknown: Status | None = None
    paused: tuple[Status, ...] = ()


def calendar(confirmed_through: datetime.date, days: Iterable[Day] = ()) -> Calendar:
    """Return a calendar; its days in order, the last word for each date standing.

    Args:
        confirmed_through: The last day for which the notices are known to be complete.

        days: Days that win over the package.  A year whose notice the package does not hold is
            known through them alone: all of that notice must be given, worked weekends too.
    """
    latest = {day.date: day for day in days}
    return Calendar(confirmed_through, tuple(latest[date] for date in sorted(latest)))


def day(calendar: Calendar, when: datetime.date) -> Status:
    """Return what *when* is."""
    return _year(calendar, when.year)[(when - datetime.date(when.year, 1, 1)).days]


Pause = tuple[datetime.date, datetime.date]


def after(
    calendar: Calendar, start: datetime.date, n: int, pauses: Iterable[Pause] = ()
) -> Deadline:
    """Return the last of *n* working days after *start*.

    The day of the event is day 0 and does not count (次日起算), whatever kind of day it is.

    Args:
        calendar: What is known of working days.

        start: Day 0.

        n: How many, not below 0.

        pauses: Times that do not count: from the day after the first of two days to the second.
    """
    if n < 0:
        raise ValueError(f"working days are counted forwards, not {n}")
    if n == 0:
        return Deadline(start, n, start)
    left, held = n, [pause for pause in pauses if pause[0] < pause[1]]
    skipped: list[Status] = []
    paused: list[Status] = []
    for status in _following(calendar, start):
        if status.kind is DayKind.UNKNOWN:
            return Deadline(start, n, None, tuple(skipped), status, tuple(paused))
        if status.kind not in WORKED:
            skipped.append(status)
            continue
        if any(begin < status.date <= end for begin, end in held):
            paused.append(status)
            continue
        left -= 1
        if left == 0:
            return Deadline(start, n, status.date, tuple(skipped), paused=tuple(paused))
    return Deadline(start, n, None, tuple(skipped), day(calendar, start), tuple(paused))


def working_days_between(
    calendar: Calendar, start: datetime.date, end: datetime.date
) -> int | None:
    """Return how many working days lie after *start* up to and including *end*.

    Nothing lies between when *end* is not later than *start*; None when a day between them is
    unknown.
    """
    count = 0
    for status in _following(calendar, start):
        if status.date > end:
            break
        if status.kind is DayKind.UNKNOWN:
            return None
        count += status.kind in WORKED
    return count


def known_through(calendar: Calendar) -> datetime.date:
    """Return the last day of which anything is known."""
    through = calendar.confirmed_through
    years = {*_held(), *(one.date.year for one in calendar.days)}
    latest = max((year for year in years if year <= through.year), default=through.year)
    return min(through, datetime.date(latest, 12, 31))


def last_days(
    calendar: Calendar,
    first: datetime.date,
    counts: Callable[[datetime.date], Iterable[int | None]],
) -> tuple[tuple[Status, tuple[datetime.date | None, ...]], ...]:
    """Return every day from *first* to the last that is known, and what `after` says of each.

    Args:
        calendar: What is known of working days.

        first: The first day.

        counts: The numbers of working days that are asked of a day, each above 0 or None.

    The working days that follow a day are those of the day after it and one more, so they are
    gathered once, from the end.
    """
    span = range(first.toordinal(), known_through(calendar).toordinal() + 1)
    ahead: list[datetime.date] = []
    found = []
    for date in map(datetime.date.fromordinal, reversed(span)):
        status = day(calendar, date)
        lasts = (ahead[-n] if n and n <= len(ahead) else None for n in counts(date))
        found.append((status, tuple(lasts)))
        if status.kind is DayKind.UNKNOWN:
            ahead.clear()
        elif status.kind in WORKED:
            ahead.append(date)
    return tuple(reversed(found))


def _following(calendar: Calendar, start: datetime.date) -> Iterator[Status]:
    first = (start - datetime.date(start.year, 1, 1)).days + 1
    yield from _year(calendar, start.year)[first:]
    for year in range(start.year + 1, datetime.MAXYEAR + 1):
        yield from _year(calendar, year)


# Bounded, because a preview that runs for days sees a new calendar with every edit of it.
@lru_cache(maxsize=256)
def _year(calendar: Calendar, year: int) -> tuple[Status, ...]:
    """Return every day of *year*: the one place where package and configuration meet."""
    own = {day.date: day for day in calendar.days if day.date.year == year}
    held = _held()
    noticed = year in held
    by_configuration = bool(own) and year > max(held)
    result = []
    for date in _dates(year):
        if date > calendar.confirmed_through:
            through = calendar.confirmed_through
            zh, en = (words.format(through=through) for words in UNCONFIRMED)
            result.append(Status(date, DayKind.UNKNOWN, zh, en))
        elif not noticed and not by_configuration:
            zh, en = (words.format(year=year) for words in UNNOTICED)
            result.append(Status(date, DayKind.UNKNOWN, zh, en))
        elif date in own:
            result.append(_configured(own[date]))
        else:
            said = _package(year).get(date) if noticed else None
            result.append(said or _ordinary(date))
    return tuple(result)


def _configured(day: Day) -> Status:
    worked = DayKind.MAKE_UP if day.date.weekday() >= 5 else DayKind.WORKING
    return Status(day.date, DayKind.HOLIDAY if day.off else worked, day.reason, day.reason)


def _ordinary(date: datetime.date) -> Status:
    kind = DayKind.WEEKEND if date.weekday() >= 5 else DayKind.WORKING
    return Status(date, kind, *WEEKDAYS[date.weekday()])


@cache
def _package(year: int) -> dict[datetime.date, Status]:
    """Return the holidays and worked weekends of the notices that the package holds."""
    names, worked = _names(year, "zh_CN")
    english, _ = _names(year, "en_US")
    # A day off names the weekend worked for it, which may lie in the year before (2005-12-31).
    following, _ = _names(year + 1, "zh_CN") if year + 1 in _held() else ({}, frozenset())
    swapped = {
        match[0]: date for date, name in (names | following).items() if (match := _ISO.search(name))
    }
    found = {
        date: Status(date, DayKind.HOLIDAY, name.replace("; ", "、"), _iso(english[date]))
        for date, name in names.items()
    }
    for date in worked:
        off = swapped.get(date.isoformat())
        zh, en = (f"（换 {off} 休息）", f" (for {off} off)") if off else ("", "")
        found[date] = Status(date, DayKind.MAKE_UP, f"调休上班{zh}", f"Make-up workday{en}")
    return found


def _iso(name: str) -> str:
    return _AMERICAN.sub(r"\3-\1-\2", name)


# Imported late: `holidays` takes longer to import than a small site to check.
@cache
def _names(year: int, language: str) -> tuple[dict[datetime.date, str], frozenset[datetime.date]]:
    """Return the names of the days off in *year*, and its weekends that are worked."""
    from holidays import country_holidays

    # Half days (妇女节 and the like) are for some people only, and no day off by the notices.
    said = country_holidays(
        "CN", years=year, expand=False, observed=True, categories="public", language=language
    )
    worked = frozenset(date for date in said.weekend_workdays if date.year == year)
    return dict(said.items()), worked


@cache
def _held() -> frozenset[int]:
    """Return the years whose notice the package holds; it guesses all others."""
    from holidays.countries.china import ChinaStaticHolidays

    return frozenset(ChinaStaticHolidays.special_public_holidays)


def _dates(year: int) -> Iterator[datetime.date]:
    first = datetime.date(year, 1, 1).toordinal()
    last = datetime.date(year, 12, 31).toordinal()
    return map(datetime.date.fromordinal, range(first, last + 1))
