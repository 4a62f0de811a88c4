"""Until when an application is to be answered, against an oracle that walks day after day."""

from __future__ import annotations

from datetime import date

import pytest

from generator import workdays
from generator.facts.answering import Course, Due, Span, Wait, due, law_of
from generator.model.request import Channel

from ..courses import CALENDAR, KNOWN, table


def test_two_thousand_applications_are_due_when_walking_day_by_day_says():
    """
    Both laws, every channel, corrections, consultations, extensions; and each reason there is.
    """
    seen: dict[object, int] = {}
    for one, last, wait in table():
        found = due(one, CALENDAR)
        assert (last, wait) == (found.last, found.wait), one
        for key in (found.wait, one.channel, found.law and found.law.id):
            seen[key] = seen.get(key, 0) + 1
    assert set(seen) == {None, *Wait, *Channel, "tiaoli-2007", "tiaoli-2019"}
    assert min(seen.values()) >= 10, seen
    assert [last for _, last in KNOWN] == [last for _, last, _ in table()[: len(KNOWN)]]


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        ("2018-11-13", 15, "2018-12-04"), ("2018-11-13", 20, "2018-12-11"),
        ("2018-12-20", 20, "2019-01-18"), ("2019-01-28", 20, "2019-02-28"),
        ("2019-04-26", 20, "2019-05-27"), ("2019-05-15", 20, "2019-06-13"),
        ("2019-09-20", 20, "2019-10-23"), ("2020-01-20", 20, "2020-02-25"),
        ("2024-01-31", 20, "2024-03-04"), ("2024-09-13", 7, "2024-09-25"),
        ("2025-01-20", 15, "2025-02-14"), ("2025-09-26", 20, "2025-10-30"),
        ("2026-01-30", 20, "2026-03-05"), ("2026-09-18", 20, "2026-10-22"),
        ("2026-12-15", 20, None),
    ],
)  # fmt: skip
def test_the_known_days(start, n, last):
    """
    Each over a holiday or a weekend that is worked; a pause that holds nothing changes nothing.
    """
    day = date.fromisoformat(start)
    found = workdays.after(CALENDAR, day, n, [(day, day)]).last

    assert (date.fromisoformat(last) if last else None) == found


def of(received: str, **differs: object) -> Due:
    """When an application handed in on a day is due."""
    return due(Course(date.fromisoformat(received), **differs), CALENDAR)


def test_the_law_is_that_of_the_day_on_which_the_clock_starts():
    """
    15 working days up to 14 May 2019, 20 from then on; an extension at most as many again.
    """
    assert date(2019, 6, 4) == of("2019-05-14").last
    assert date(2019, 6, 13) == of("2019-05-15").last
    assert of("2019-05-14", extended=15).last == of("2019-05-14", extended=20).last
    assert 40 == of("2019-05-15", extended=20).n == of("2019-05-15", extended=99).n
    assert law_of(date(2008, 4, 30)) is None


def test_a_correction_may_be_asked_for_within_seven_working_days():
    """
    The older law named no days.
    """
    assert date(2024, 9, 25) == of("2024-09-13").notice
    assert of("2018-09-13").notice is None


def test_who_is_asked_has_fifteen_working_days_and_silence_is_an_answer():
    """
    They do not count; what comes later does not make the pause longer.
    """
    asked = date(2026, 3, 4)
    silent = of("2026-03-02", consulted=(Span(asked),))
    late = of("2026-03-02", consulted=(Span(asked, date(2026, 5, 20)),))

    assert date(2026, 4, 21) == silent.last == late.last
    assert silent.count
    assert 15 == len(silent.count.paused)
