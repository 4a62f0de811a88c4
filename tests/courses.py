"""Applications of every kind, and until when each is to be answered by walking day after day.

One table for all who say it: the facts, the ledger, the command, the script of the page.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

from holidays import country_holidays

from generator import workdays
from generator.facts.answering import Course, Span, Wait
from generator.model.request import Channel

ONE = timedelta(days=1)
CONFIRMED = date(2026, 12, 31)
CALENDAR = workdays.calendar(CONFIRMED)


@cache
def _works(year: int) -> frozenset[date]:
    said = country_holidays("CN", years=year)
    days = (date(year, 1, 1) + number * ONE for number in range(366))
    return frozenset(day for day in days if day.year == year and said.is_working_day(day))


def works(day: date) -> bool:
    """Whether people work on *day*, asked of the package itself."""
    return day in _works(day.year)


def walked(start: date, n: int, pauses: list[tuple[date, date]]) -> date | None:
    """The last of *n* working days after *start* that no pause holds; None beyond the calendar."""
    day, passed = start, 0
    while passed < n:
        day += ONE
        if day > CONFIRMED:
            return None
        passed += works(day) and not any(begin < day <= end for begin, end in pauses)
    return day


def oracle(one: Course) -> tuple[date | None, Wait | None]:
    """The last day, or why there is none."""
    start = {
        Channel.IN_PERSON: one.received, Channel.WINDOW: one.received,
        Channel.POST: one.confirmed or one.received, Channel.FAX: one.confirmed,
        Channel.INTERNET: one.confirmed,
    }[one.channel]  # fmt: skip
    if start is None:
        return None, Wait.CONFIRMATION
    if start < date(2008, 5, 1):
        return None, Wait.NO_LAW
    for correction in one.corrections:
        if correction.answered is None:
            return None, Wait.CORRECTION
        start = max(start, correction.answered)
    old = start < date(2019, 5, 15)
    pauses = []
    for asked in one.consulted:
        end = asked.answered
        if not old:
            most = walked(asked.asked, 15, [])
            if end is None or (most and most < end) or end > CONFIRMED:
                end = most
            if end is None:
                return None, Wait.CALENDAR
        if end is None:
            return None, Wait.CONSULTED
        pauses.append((asked.asked, end))
    most = 15 if old else 20
    last = walked(start, most + min(one.extended, most), pauses)
    return last, None if last else Wait.CALENDAR


def drawn(random: Random) -> Course:
    """An application of any kind, around the change of the law, now, and at the calendar's end."""
    received = random.choice([date(2019, 4, 1), date(2018, 1, 10), date(2024, 1, 5),
                              date(2026, 9, 1), date(2008, 4, 20)])  # fmt: skip
    received += ONE * random.randint(0, 80)

    def later(day: date, most: int) -> date | None:
        return day + ONE * random.randint(0, most) if random.random() < 0.85 else None

    confirmed = later(received, 6) if random.random() < 0.8 else None
    corrections: tuple[Span, ...] = ()
    if random.random() < 0.3:
        notified = received + ONE * random.randint(0, 9)
        corrections = (Span(notified, later(notified, 30)),)
    consulted = []
    for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
        asked = received + ONE * random.randint(0, 40)
        consulted.append(Span(asked, later(asked, 45)))
    return Course(
        received, random.choice([*Channel]), confirmed, corrections, tuple(consulted),
        random.choice([0, 0, 5, 10, 15, 20, 30]),
    )  # fmt: skip


def _known(received: str, last: str | None, extended: int = 0) -> tuple[Course, date | None]:
    return (
        Course(date.fromisoformat(received), extended=extended),
        date.fromisoformat(last) if last else None,
    )


# Over holidays, weekends that are worked and the change of the law, counted by hand; 15 days and 5
# make 20.
KNOWN = (
    _known("2018-11-13", "2018-12-04"), _known("2018-11-13", "2018-12-11", 5),
    _known("2018-12-20", "2019-01-18", 5), _known("2019-01-28", "2019-02-28", 5),
    _known("2019-04-26", "2019-05-27", 5), _known("2019-05-15", "2019-06-13"),
    _known("2019-09-20", "2019-10-23"), _known("2020-01-20", "2020-02-25"),
    _known("2024-01-31", "2024-03-04"), _known("2025-09-26", "2025-10-30"),
    _known("2026-01-30", "2026-03-05"), _known("2026-09-18", "2026-10-22"),
    _known("2026-12-15", None),
)  # fmt: skip
# 7 working days for the notice of a correction, and 15 for whoever is asked and says nothing.
NOTICED, NOTICE = Course(date(2024, 9, 13)), date(2024, 9, 25)
SILENT = Course(date(2025, 1, 20), consulted=(Span(date(2025, 1, 20)),))
SILENCE = date(2025, 2, 14)


@cache
def table() -> tuple[tuple[Course, date | None, Wait | None], ...]:
    """The known courses and 2,000 drawn ones, each with its last day, or why there is none."""
    random = Random(711)
    courses = [*(one for one, _ in KNOWN), NOTICED, SILENT, *(drawn(random) for _ in range(2000))]
    return tuple((one, *oracle(one)) for one in courses)
