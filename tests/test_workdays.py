"""Working days are counted as the State Council's notices say, and not beyond them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import workdays
from generator.workdays import (
    WORKED,
    Calendar,
    Day,
    DayKind,
    Status,
    after,
    calendar,
    day,
    working_days_between,
)

ROOT = Path(__file__).parents[1]
ONE = timedelta(days=1)
NOTICED = calendar(date(2026, 12, 31))

DEADLINES = [
    ("2018-11-13", 15, "2018-12-04"),
    ("2018-11-13", 20, "2018-12-11"),
    ("2018-12-20", 20, "2019-01-18"),
    ("2019-01-28", 20, "2019-02-28"),
    ("2019-04-26", 20, "2019-05-27"),
    ("2019-05-15", 20, "2019-06-13"),
    ("2019-09-20", 20, "2019-10-23"),
    ("2020-01-20", 20, "2020-02-25"),
    ("2024-01-31", 20, "2024-03-04"),
    ("2024-09-13", 7, "2024-09-25"),
    ("2025-01-20", 15, "2025-02-14"),
    ("2025-09-26", 20, "2025-10-30"),
    ("2026-01-30", 20, "2026-03-05"),
    ("2026-09-18", 20, "2026-10-22"),
]


@pytest.mark.parametrize(("event", "n", "last"), DEADLINES)
def test_the_last_day_is_that_of_the_notices(event, n, last):
    """
    Golden weeks, worked weekends and the holiday prolonged in 2020 are all counted.
    """
    deadline = after(NOTICED, date.fromisoformat(event), n)

    assert date.fromisoformat(last) == deadline.last


def test_a_deadline_beyond_the_confirmed_days_is_undetermined():
    """
    Twenty working days from mid-December need the next year's notice.
    """
    deadline = after(NOTICED, date(2026, 12, 15), 20)

    assert deadline.last is None
    assert date(2027, 1, 1) == deadline.unknown.date
    assert "工作日历只确认到 2026-12-31" == deadline.unknown.zh


def test_a_year_without_a_notice_is_not_guessed():
    """
    The package would make up holidays for 2030; confirming the calendar does not make them true.
    """
    far = calendar(date(2030, 12, 31))

    assert DayKind.UNKNOWN == day(far, date(2030, 3, 5)).kind
    assert DayKind.UNKNOWN == day(far, date(2000, 12, 29)).kind
    assert DayKind.WORKING == day(far, date(2001, 1, 2)).kind
    assert after(far, date(2000, 12, 28), 1).last is None


def test_every_skipped_day_has_its_reason_in_both_languages():
    """
    An applicant can see why the last day is that day.
    """
    deadline = after(NOTICED, date(2025, 12, 31), 1)

    assert date(2026, 1, 4) == deadline.last
    assert (
        Status(date(2026, 1, 1), DayKind.HOLIDAY, "元旦", "New Year's Day"),
        Status(
            date(2026, 1, 2),
            DayKind.HOLIDAY,
            "休息日（由 2026-01-04 调休）",
            "Day off (substituted from 2026-01-04)",
        ),
        Status(date(2026, 1, 3), DayKind.WEEKEND, "星期六", "Saturday"),
    ) == deadline.skipped


@pytest.mark.parametrize(
    ("worked", "off"),
    [("2018-12-29", "2018-12-31"), ("2005-12-31", "2006-01-03"), ("2026-02-14", "2026-02-20")],
)
def test_a_worked_weekend_names_the_day_given_for_it(worked, off):
    """
    Also where the day off is in the next year.
    """
    status = day(NOTICED, date.fromisoformat(worked))

    assert DayKind.MAKE_UP == status.kind
    assert (f"调休上班（换 {off} 休息）", f"Make-up workday (for {off} off)") == (
        status.zh,
        status.en,
    )


def test_two_holidays_on_one_day_are_both_named():
    """
    Mid-autumn fell on National Day in 2020.
    """
    status = day(NOTICED, date(2020, 10, 1))

    assert ("中秋节、国庆节", "Mid-Autumn Festival; National Day") == (status.zh, status.en)


def test_half_days_of_some_people_are_working_days():
    """
    Women's Day and Youth Day free some people for half a day; limits run on.
    """
    assert DayKind.WORKING == day(NOTICED, date(2024, 3, 8)).kind
    assert DayKind.WORKING == day(NOTICED, date(2023, 5, 4)).kind


@pytest.mark.parametrize(
    ("when", "off", "kind"),
    [
        ("2026-03-03", True, DayKind.HOLIDAY),
        ("2026-03-07", True, DayKind.HOLIDAY),
        ("2026-03-07", False, DayKind.MAKE_UP),
        ("2026-10-01", False, DayKind.WORKING),
        ("2026-02-14", True, DayKind.HOLIDAY),
    ],
)
def test_a_configured_day_wins(when, off, kind):
    """
    A notice issued later than the package is entered by hand, with its reason.
    """
    chosen = date.fromisoformat(when)
    own = calendar(date(2026, 12, 31), [Day(chosen, off, "国发明电〔2026〕1号")])

    assert Status(chosen, kind, "国发明电〔2026〕1号", "国发明电〔2026〕1号") == day(own, chosen)


def test_configured_days_alone_make_a_new_year_known_as_far_as_it_is_confirmed():
    """
    The notice is out in November, the package follows later.
    """
    days = [Day(date(2098, 1, 1), True, "元旦"), Day(date(2098, 1, 4), False, "元旦调休")]
    own = calendar(date(2098, 1, 31), days)

    kinds = [day(own, date(2098, 1, number)).kind for number in (1, 4, 5, 6)]
    assert [DayKind.HOLIDAY, DayKind.MAKE_UP, DayKind.WEEKEND, DayKind.WORKING] == kinds
    assert DayKind.UNKNOWN == day(own, date(2098, 2, 1)).kind
    assert date(2098, 1, 4) == after(own, date(2098, 1, 1), 3).last


def test_a_configured_day_after_the_confirmed_ones_is_unknown():
    """
    One bound, and nothing is said beyond it.
    """
    own = calendar(date(2026, 12, 31), [Day(date(2027, 1, 1), True, "元旦")])

    assert DayKind.UNKNOWN == day(own, date(2027, 1, 1)).kind


def test_calendars_that_mean_the_same_are_equal():
    """
    The order of the days does not count, and of two for one date the last does.
    """
    first, second = Day(date(2026, 3, 3), True, "甲"), Day(date(2026, 3, 4), True, "乙")
    refuted = Day(date(2026, 3, 3), False, "旧")

    assert Calendar(date.max, (first, second)) == calendar(date.max, [second, refuted, first])


def test_day_zero_is_the_day_of_the_event():
    """
    It does not count, even when it is a working day, and no days are needed to reach it.
    """
    assert date(2026, 3, 2) == after(NOTICED, date(2026, 3, 2), 0).last
    assert date(2026, 3, 3) == after(NOTICED, date(2026, 3, 2), 1).last
    assert 0 == working_days_between(NOTICED, date(2026, 3, 2), date(2026, 3, 2))
    with pytest.raises(ValueError, match="forwards"):
        after(NOTICED, date(2026, 3, 2), -1)


def test_the_end_of_time_is_not_a_crash():
    """
    9999-12-31 is what registers write for a day that never comes.
    """
    deadline = after(calendar(date.max), date.max, 3)

    assert deadline.last is None


def test_the_holiday_package_is_not_imported_before_it_is_asked():
    """
    Its import takes longer than checking a small site.
    """
    code = "import sys, generator.workdays; print('holidays' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert "False\n" == ran.stdout


DATES = st.dates(date(2000, 6, 1), date(2027, 6, 1))
OWN = st.lists(st.builds(Day, DATES, st.booleans(), st.sampled_from(["甲", "乙"])), max_size=40)
CALENDARS = st.builds(calendar, st.dates(date(2025, 1, 1), date(2027, 6, 1)), OWN)


def slowly(of: Calendar, when: date) -> bool | None:
    """Return whether *when* is worked: the obvious way, asking the package anew each time."""
    from holidays.countries.china import China, ChinaStaticHolidays

    own = {known.date: known for known in of.days}
    in_package = when.year in ChinaStaticHolidays.special_public_holidays
    entered = when.year > 2026 and any(known.date.year == when.year for known in of.days)
    if when > of.confirmed_through or not (in_package or entered):
        return None
    if when in own:
        return not own[when].off
    if not in_package:
        return when.weekday() < 5
    said = China(years=when.year)
    return when in said.weekend_workdays or (when.weekday() < 5 and when not in said)


@given(CALENDARS, DATES)
def test_a_day_is_what_the_obvious_way_says(of, when):
    """
    Tables made once for a year say the same as a question asked anew.
    """
    status = day(of, when)

    expected = slowly(of, when)
    assert when == status.date
    assert expected == (None if status.kind is DayKind.UNKNOWN else status.kind in WORKED)


@given(CALENDARS, DATES, st.integers(0, 60))
def test_a_deadline_is_found_by_walking(of, start, n):
    """
    One step a day, counting worked days, until they are enough or one is unknown.
    """
    deadline = after(of, start, n)

    when, left, skipped = start, n, []
    while left:
        when += ONE
        status = day(of, when)
        if status.kind is DayKind.UNKNOWN:
            break
        left -= status.kind in WORKED
        skipped += [] if status.kind in WORKED else [status]
    assert (None if left else when) == deadline.last
    assert tuple(skipped) == deadline.skipped
    assert (left > 0) == (deadline.unknown is not None)


@given(CALENDARS, DATES, DATES)
def test_what_lies_between_is_what_a_walk_counts(of, start, end):
    """
    Unknown days between make the number unknown.
    """
    number = working_days_between(of, start, end)

    steps = range(start.toordinal() + 1, end.toordinal() + 1)
    kinds = [day(of, date.fromordinal(step)).kind for step in steps]
    expected = None if DayKind.UNKNOWN in kinds else sum(kind in WORKED for kind in kinds)
    assert expected == number


@given(CALENDARS, DATES, st.integers(1, 60))
def test_counting_on_and_counting_between_are_one(of, start, n):
    """
    As many days lie before the last day as were counted to reach it.
    """
    last = after(of, start, n).last

    assert last is None or n == working_days_between(of, start, last)


def test_all_last_days_at_once_are_those_of_one_at_a_time():
    """
    Also around a year of which nothing is known, and up to the end.
    """
    own = [workdays.Day(date(2028, 1, 3), off=True, reason="补休")]
    calendar = workdays.calendar(date(2028, 2, 20), own)
    found = workdays.last_days(calendar, date(2026, 11, 1), lambda day: (1, 20, None))

    assert date(2028, 2, 20) == workdays.known_through(calendar) == found[-1][0].date
    assert [workdays.day(calendar, status.date) for status, _ in found] == [one for one, _ in found]
    for status, lasts in found:
        one, twenty = (workdays.after(calendar, status.date, n).last for n in (1, 20))
        assert (one, twenty, None) == lasts
