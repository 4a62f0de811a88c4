"""In time or not, against an oracle that walks day after day, and on the day before and the day."""

from __future__ import annotations

import calendar as months
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest
from holidays import HolidayBase, country_holidays

from generator import workdays
from generator.asked import Asked, AskedDay
from generator.facts.limits import derive
from generator.facts.timeliness import Pace, Rhythm, State, Why, last_day, rhythm, timing
from generator.model.disclosure import Disclosure
from generator.model.entry import Entry, Method
from generator.model.timelimit import Part, PartKind, TimeLimit, TimeUnit

ONE = timedelta(days=1)
CONFIRMED = date(2026, 12, 31)
CALENDAR = workdays.calendar(CONFIRMED)
WORKING, DAY, MONTH, YEAR = TimeUnit.WORKING_DAY, TimeUnit.DAY, TimeUnit.MONTH, TimeUnit.YEAR
QUARTER, HALF_YEAR = TimeUnit.QUARTER, TimeUnit.HALF_YEAR
BACK = {DAY: 30, MONTH: 12, QUARTER: 4, HALF_YEAR: 2, YEAR: 3}  # how many periods are told
LIMIT, DISPLAY = PartKind.LIMIT, PartKind.DISPLAY

# -- the oracle: everything is counted by going from one day to the next ---------------------------


@cache
def works(day: date) -> bool:
    """Whether people work on *day*, asked of the package itself."""
    return bool(of_year(day.year).is_working_day(day))


@cache
def of_year(year: int) -> HolidayBase:
    return country_holidays("CN", years=year)


def walked(start: date, n: int, unit: TimeUnit) -> date | None:
    """The last of *n* units after *start*; None where the way leads beyond the calendar."""
    day, passed = start, 0
    while unit is WORKING and passed < n:
        day += ONE
        if day > CONFIRMED:
            return None
        passed += works(day)
    while unit is DAY and passed < n:
        day += ONE
        passed += 1
    ahead = n * {MONTH: 1, YEAR: 12}.get(unit, 0)
    while ahead and (day.year * 12 + day.month) - (start.year * 12 + start.month) < ahead:
        day += ONE
    while ahead and day.day < min(start.day, months.monthrange(day.year, day.month)[1]):
        day += ONE
    return day


def between(start: date, end: date, unit: TimeUnit) -> int | None:
    """How many units lie after *start* up to *end*."""
    day, passed = start, 0
    while day < end:
        day += ONE
        if unit is WORKING and day > CONFIRMED:
            return None
        passed += unit is not WORKING or works(day)
    return passed


Answer = tuple[State, date | None, int | None, Why | None]


def oracle(one: Disclosure, entry: Entry | None) -> Callable[[date], Answer]:
    """What is to be said of a disclosure, day by day."""

    def unable(why: Why) -> Callable[[date], Answer]:
        return lambda day: (State.UNABLE, None, None, why)

    if entry is None:
        return unable(Why.NO_ITEM)
    if entry.method is Method.ON_REQUEST:
        return unable(Why.ON_REQUEST)
    if entry.time_limit is None:
        return unable(Why.NO_LIMIT)
    parts = entry.time_limit.parts
    if len(parts) != 1 and one.part is None:
        return unable(Why.WHICH_PART)
    if one.part is not None and one.part not in range(1, len(parts) + 1):
        return unable(Why.NO_PART)
    part = parts[(one.part or 1) - 1]
    if part.kind is PartKind.WORDS:
        return unable(Why.WORDS)
    if part.kind is PartKind.FREQUENCY:
        return unable(Why.FREQUENCY)
    if part.n is None or part.unit is None:
        return unable(Why.NO_NUMBER)
    count = WORKING if part.unit is WORKING else DAY
    if part.kind is DISPLAY:
        begun = one.published
        if begun is None:
            return unable(Why.NOT_BEGUN)
        if one.until and one.until < begun:
            return unable(Why.OVER_FIRST)
        full = walked(begun, part.n, part.unit)
        shown = between(begun, one.until, count) if one.until else None

        def display(day: date) -> Answer:
            if day < begun:
                return State.UNABLE, None, None, Why.NOT_BEGUN
            if one.until and (one.until < full if full else one.until <= CONFIRMED):
                if day <= one.until:
                    return State.SHOWING, full, None, None
                return State.SHORT, full, shown, None
            if full is None and day > CONFIRMED:
                return State.UNSETTLED, None, None, Why.CALENDAR
            if full is None or day <= full:
                return State.SHOWING, full, None, None
            return State.SHOWN, full, None, None

        return display
    if not part.after:
        return unable(Why.NO_EVENT)
    if one.event is None:
        return unable(Why.EVENT_MISSING)
    if one.published and one.published < one.event:
        return unable(Why.OUT_FIRST)
    due = walked(one.event, part.n, part.unit)
    late = between(due, one.published, count) if due and one.published else None

    def limit(day: date) -> Answer:
        out = one.published is not None and one.published <= day
        reached = one.published if out else day
        assert reached
        if due is None:
            if reached > CONFIRMED:
                return State.UNSETTLED, None, None, Why.CALENDAR
            return State.ON_TIME if out else State.PENDING, None, None, None
        if reached <= due:
            return State.ON_TIME if out else State.PENDING, due, None, None
        return (State.LATE, due, late, None) if out else (State.OVERDUE, due, None, None)

    return limit


def drawn(random: Random) -> tuple[Disclosure, Entry | None, date]:
    """A disclosure, its entry and a day, of every kind that there is."""

    def near(start: date, least: int, most: int) -> date:
        return start + ONE * random.randint(least, most)

    def part() -> Part:
        kind = random.choice([LIMIT] * 6 + [DISPLAY] * 3 + [*PartKind])
        unit = random.choice([WORKING, WORKING, DAY, MONTH, YEAR])
        n = random.randint(0, {WORKING: 30, DAY: 60, MONTH: 7, YEAR: 2}[unit])
        return Part(
            kind=kind,
            n=None if random.random() < 0.03 else n,
            unit=None if random.random() < 0.03 else unit,
            after="" if random.random() < 0.05 else "信息形成",
        )

    number = random.choice([1, 1, 1, 2, 3])
    limit = TimeLimit(text="见分项", parts=tuple(part() for _ in range(number)))
    event = near(date(2024, 9, 1), 0, 860)
    published = near(event, -3, random.choice([10, 45, 400]))
    asked = number > 1 or random.random() < 0.1
    one = Disclosure(
        id="a",
        entry="b",
        part=random.randint(0, number + 1) if asked and random.random() < 0.9 else None,
        event=event if random.random() < 0.95 else None,
        published=published if random.random() < 0.8 else None,
        until=near(published, random.choice([0, 0, -60]), 90) if random.random() < 0.5 else None,
    )
    entry = Entry(
        id="b",
        name="事项",
        field="c",
        time_limit=limit if random.random() < 0.97 else None,
        method=random.choice([Method.PROACTIVE] * 20 + [None, Method.ON_REQUEST]),
    )
    asked_on = near(event, -5, random.choice([30, 120, 700]))
    return one, entry if random.random() < 0.98 else None, asked_on


def test_five_thousand_disclosures_are_what_walking_day_by_day_says():
    """
    State, last day, how much too late or too short, why nothing can be said; and the first day on
    which the answer differs, looked for day by day.
    """
    random = Random(157)
    seen: dict[State | Why | None, int] = {}
    for _ in range(5000):
        one, entry, day = drawn(random)
        found, said = timing(one, entry, CALENDAR, day), oracle(one, entry)
        days = (day, one.published, one.until, found.due, CONFIRMED)
        end = max(one for one in days if one) + 3 * ONE  # nothing happens after the last of these
        until, now = day + ONE, said(day)
        while until < end and said(until) == now:
            until += ONE

        assert now == (found.state, found.due, found.n, found.why), (one, entry, day)
        assert (until if until < end else None) == found.until, (one, entry, day)
        seen[found.state] = seen.get(found.state, 0) + 1
        seen[found.why] = seen.get(found.why, 0) + 1
    assert set(seen) == {*State, *Why, None}
    assert min(seen.values()) >= 15, seen


def named(day: date, unit: TimeUnit) -> tuple[int, ...]:
    """The year, half-year, quarter, month or day in which *day* lies."""
    half = "111111222222"[day.month - 1]
    quarter = "111222333444"[day.month - 1]
    return {
        YEAR: (day.year,),
        HALF_YEAR: (day.year, int(half)),
        QUARTER: (day.year, int(quarter)),
        MONTH: (day.year, day.month),
        DAY: (day.year, day.month, day.day),
    }[unit]


def paced(days: list[date], part: Part, day: date, since: date | None) -> Rhythm:
    """What is to be said of a frequency on *day*: one whole period after the other, going back."""
    out, unit = [one for one in days if one <= day], part.unit or DAY
    if not out:
        return Rhythm(Pace.UNABLE)
    at = day
    while named(at, unit) == named(day, unit):
        at -= ONE
    whole: list[tuple[date, int]] = []
    begun = max(min(out), since or date.min)
    while named(at, unit) > named(begun, unit) and len(whole) < BACK[unit]:
        count = sum(named(one, unit) == named(at, unit) for one in out)
        while named(at - ONE, unit) == named(at, unit):
            at -= ONE
        whole.append((at, count))
        at -= ONE
    if not whole:
        return Rhythm(Pace.EARLY)
    missed = [since for since, count in whole if count < (part.n or 0)]
    return Rhythm(
        pace=Pace.MISSED if whole[0][0] in missed else Pace.KEPT,
        since=whole[0][0],
        count=whole[0][1],
        kept=len(whole) - len(missed),
        periods=len(whole),
        missed=max(missed, default=None),
    )


def test_frequencies_are_what_counting_day_by_day_says():
    """
    The whole periods are found by walking back until one has ended and another has begun.
    """
    random = Random(2018)
    seen = set()
    for _ in range(1500):
        unit = random.choice([YEAR, HALF_YEAR, QUARTER, MONTH, MONTH, DAY])
        long = {YEAR: 1500, HALF_YEAR: 700, QUARTER: 500, MONTH: 150, DAY: 8}[unit]
        span = long * random.choice([1, 1, 4])
        first = date(2024, 2, 1) + ONE * random.randint(0, 200)
        days = [first + ONE * random.randint(0, span) for _ in range(random.randint(0, 24))]
        part = Part(kind=PartKind.FREQUENCY, n=random.randint(0, 3), unit=unit)
        day = first + ONE * random.randint(0, span + span // 3)

        since = random.choice([None, None, first + ONE * random.randint(-30, span)])
        now = paced(days, part, day, since)
        until, end = day + ONE, max([day, *days, since or day]) + 800 * ONE
        while until < end and (
            (named(until, unit) == named(until - ONE, unit) and until not in days)
            or paced(days, part, until, since) == now
        ):
            until += ONE
        expected = replace(now, until=until if until < end else None)
        assert expected == rhythm(days, part, day, since), (days, part, day, since)
        asked = Asked()
        rhythm(days, part, AskedDay(day, asked), since)
        assert not expected.until or (asked.first and asked.first <= expected.until)
        seen |= {now.pace, (unit, now.periods), now.kept < now.periods}
    assert {*Pace, True, False} <= seen
    assert {(unit, number) for unit in BACK for number in (1, BACK[unit])} <= seen


# -- on the day before and the day -----------------------------------------------------------------


def limited(text: str, **differs: object) -> tuple[Disclosure, Entry]:
    """A disclosure whose event was on 30 January 2026, under an entry with a limit in words."""
    said = {"id": "a", "entry": "b", "event": "2026-01-30"} | differs
    entry = Entry(id="b", name="事项", field="c", time_limit=TimeLimit(text=text))
    return Disclosure(**said), entry


TWENTY = "自信息形成或者变更之日起20个工作日内"


@pytest.mark.parametrize(
    ("text", "differs", "day", "state"),
    [
        (TWENTY, {}, "2026-03-05", State.PENDING),  # over the long Spring Festival of 2026
        (TWENTY, {}, "2026-03-06", State.OVERDUE),
        (TWENTY, {"published": "2026-03-05"}, "2026-03-04", State.PENDING),
        (TWENTY, {"published": "2026-03-05"}, "2026-03-05", State.ON_TIME),
        (TWENTY, {"published": "2026-03-06"}, "2026-03-05", State.PENDING),
        (TWENTY, {"published": "2026-03-06"}, "2026-03-06", State.LATE),
        (TWENTY, {"published": "2026-04-01"}, "2026-03-31", State.OVERDUE),
        ("自批准之日起1个月内公开", {}, "2026-02-28", State.PENDING),
        ("自批准之日起1个月内公开", {}, "2026-03-01", State.OVERDUE),
        ("公示不少于5个工作日", {"published": "2026-02-02"}, "2026-02-09", State.SHOWING),
        ("公示不少于5个工作日", {"published": "2026-02-02"}, "2026-02-10", State.SHOWN),
        (
            "公示不少于5个工作日",
            {"published": "2026-02-02", "until": "2026-02-06"},
            "2026-02-06",
            State.SHOWING,
        ),
        (
            "公示不少于5个工作日",
            {"published": "2026-02-02", "until": "2026-02-06"},
            "2026-02-07",
            State.SHORT,
        ),
        (
            "公示不少于5个工作日",
            {"published": "2026-02-02", "until": "2026-02-09"},
            "2026-02-10",
            State.SHOWN,
        ),
        ("及时公开", {"published": "2026-02-02"}, "2026-02-10", State.UNABLE),
    ],
)  # fmt: skip
def test_the_day_before_and_the_day(text, differs, day, state):
    """
    The last day is in time; the next is not.
    """
    one, entry = limited(text, **differs)

    assert state is timing(one, entry, CALENDAR, date.fromisoformat(day)).state


def test_lateness_is_counted_in_what_the_limit_counts():
    """
    Working days where it counts these; on a Saturday after the last day, none has passed yet.
    """
    one, entry = limited(TWENTY, published="2026-03-09")
    rest = limited(TWENTY, published="2026-03-07", event="2026-02-02")[0]
    month = limited("自批准之日起1个月内公开", published="2026-03-09")
    day = date(2026, 11, 23)

    assert (2, WORKING) == (lambda of: (of.n, of.unit))(timing(one, entry, CALENDAR, day))
    assert State.LATE is timing(rest, entry, CALENDAR, day).state
    assert 0 == timing(rest, entry, CALENDAR, day).n
    assert (9, DAY) == (lambda of: (of.n, of.unit))(timing(*month, CALENDAR, day))


@pytest.mark.parametrize(
    ("unit", "day"), [(QUARTER, date(2026, 4, 30)), (HALF_YEAR, date(2026, 7, 31))]
)
def test_a_quarter_after_an_event_is_three_months(unit, day):
    """
    And a half-year is six: they end on the corresponding day, or the last of its month.
    """
    part = Part(kind=LIMIT, n="1", unit=unit, after="批准")

    assert (day, None) == last_day(CALENDAR, date(2026, 1, 31), part)


def test_nothing_is_guessed_beyond_the_confirmed_calendar():
    """
    2026-12-15 and 20 working days need the notice of 2027; what was published before is in time.
    """
    one, entry = limited(TWENTY, event="2026-12-15")
    out, late = (
        limited(TWENTY, event="2026-12-15", published=day)[0]
        for day in ("2026-12-31", "2027-03-01")
    )

    found = timing(one, entry, CALENDAR, date(2026, 12, 31))
    assert (State.PENDING, None, date(2027, 1, 1)) == (found.state, found.due, found.until)
    found = timing(one, entry, CALENDAR, date(2027, 1, 1))
    assert (State.UNSETTLED, Why.CALENDAR) == (found.state, found.why)
    assert State.ON_TIME is timing(out, entry, CALENDAR, date(2027, 6, 1)).state
    assert State.UNSETTLED is timing(late, entry, CALENDAR, date(2027, 6, 1)).state


@pytest.mark.parametrize(
    ("day", "pace"),
    [("2025-12-31", Pace.EARLY), ("2026-01-01", Pace.KEPT), ("2027-01-01", Pace.MISSED)],
)
def test_a_year_counts_when_it_is_over(day, pace):
    """
    The year of the first publication says nothing; the next one is judged on 1 January after it.
    """
    days = [date(2024, 11, 20), date(2025, 6, 30)]
    part = Part(kind=PartKind.FREQUENCY, n=1, unit=YEAR)

    assert pace is rhythm(days, part, date.fromisoformat(day)).pace


def often(text: str, days: list[str], day: str) -> Rhythm:
    """What is said on *day* of what was published on these days under a limit in words."""
    part = derive(text)[0]
    return rhythm(map(date.fromisoformat, days), part, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("每季度1次", Pace.MISSED),
        ("每半年更新2次", Pace.MISSED),
        ("每年4次", Pace.KEPT),
    ],
)
def test_what_is_published_in_one_quarter_keeps_no_other(text, pace):
    """
    Four times in February are four times a year, and neither once in each quarter nor twice in
    each half-year.
    """
    days = ["2024-12-02", *("2025-02-03", "2025-02-10", "2025-02-17", "2025-02-24")]

    assert pace is often(text, days, "2026-01-01").pace


@pytest.mark.parametrize(
    ("text", "before", "day", "since"),
    [
        ("每年1次", "2025-12-31", "2026-01-01", "2025-01-01"),
        ("每半年1次", "2025-06-30", "2025-07-01", "2025-01-01"),
        ("每季度1次", "2025-03-31", "2025-04-01", "2025-01-01"),
        ("每月1次", "2024-12-31", "2025-01-01", "2024-12-01"),
    ],
)
def test_the_first_judgement_falls_when_the_period_after_the_first_publication_is_over(
    text, before, day, since
):
    """
    No later, and the day is announced.
    """
    early = often(text, ["2024-11-20"], before)
    found = often(text, ["2024-11-20"], day)

    assert (Pace.EARLY, day) == (early.pace, str(early.until))
    assert (Pace.MISSED, since) == (found.pace, str(found.since))


def test_a_month_that_was_kept_does_not_hide_those_before():
    """
    Of twelve months one was kept: how many, and which was the last that was not.
    """
    found = often("每月1次", ["2025-01-15", "2026-10-12"], "2026-11-23")

    assert (Pace.KEPT, 1, 12) == (found.pace, found.kept, found.periods)
    assert date(2026, 9, 1) == found.missed


def test_an_author_may_still_count_by_the_year():
    """
    频次 4 年 is four times in a year, whenever in it.
    """
    part = Part(kind=PartKind.FREQUENCY, n="4", unit="年")
    days = [date(2024, 5, 1), *(date(2025, 3, day) for day in range(1, 5))]

    assert Pace.KEPT is rhythm(days, part, date(2026, 1, 1)).pace
