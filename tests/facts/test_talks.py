"""Terms of interpretation, response and feedback, held against days that are walked one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import workdays
from generator.facts.talks import (
    Asked,
    Term,
    consultation_of,
    days_open,
    interpretation_of,
    response_of,
    standing,
)

from ..conftest import CONFIG, catalogue
from ..rules.papers import paper, talk
from ..rules.talk_examples import TERMS

DAY = timedelta(days=1)
CALENDAR = workdays.calendar(date(2026, 12, 31))
WORKED = (workdays.DayKind.WORKING, workdays.DayKind.MAKE_UP)
# Weekends that are worked, a long holiday, and the day on which the calendar ends.
DAYS = st.integers(0, 150).map(lambda n: date(2026, 9, 10) + n * DAY)


def within(start: date, n: int, day: date) -> bool | None:
    """Whether *day* is no later than the last of *n* working days after *start*, counted day by
    day; None where that cannot be known."""
    if day <= start:
        return True
    now, left = start, n
    while left:
        now += DAY
        kind = workdays.day(CALENDAR, now).kind
        if kind is workdays.DayKind.UNKNOWN:
            return True if day < now else None
        left -= kind in WORKED
    return day <= now


def said(start: date | None, n: int | None, done: list[date | None], day: date) -> Term:
    """What the words of the terms mean, taken one by one."""
    out = [one for one in done if one and one <= day]
    if n is None:
        return Term.DONE if out or None in done else Term.OWED
    if start is None:
        return Term.UNKNOWN
    fits = within(start, n, min(out, default=day))
    if out and fits:
        return Term.ON_TIME
    if None in done or fits is None:
        return Term.UNKNOWN
    if out:
        return Term.LATE
    return Term.AHEAD if fits else Term.OVERDUE


@settings(max_examples=300, deadline=None)
@given(
    start=st.none() | DAYS,
    n=st.none() | st.integers(0, 25),
    done=st.lists(st.none() | DAYS, max_size=2),
    day=DAYS,
)
def test_a_standing_is_what_walking_over_each_day_tells(start, n, done, day):
    """
    The state, and the first day on which it will be another.
    """
    found = standing(start, n, done=done, calendar=CALENDAR, day=day)
    state = said(start, n, done, day)
    ahead = (day + more * DAY for more in range(1, 200))
    until = next((one for one in ahead if said(start, n, done, one) is not state), None)

    assert (state, until) == (found.state, found.until)


@settings(max_examples=150, deadline=None)
@given(start=DAYS, n=st.integers(0, 25), late=st.integers(1, 40))
def test_how_late_is_counted_in_working_days(start, n, late):
    """
    The days on which people worked after the last day, up to the day on which it was done.
    """
    done = start + late * DAY
    found = standing(start, n, done=[done], calendar=CALENDAR, day=done)
    if found.state is not Term.LATE:
        return
    after = (start + more * DAY for more in range(1, late + 1))
    beyond = [one for one in after if found.due and one > found.due]
    known = all(workdays.day(CALENDAR, one).kind is not workdays.DayKind.UNKNOWN for one in beyond)

    assert found.late == (
        sum(workdays.day(CALENDAR, one).kind in WORKED for one in beyond) if known else None
    )


FILES = {"config.yaml": CONFIG + TERMS}
A = "content/documents/a.md"


def on(files: dict[str, str], day: str):
    return catalogue(FILES | files, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "state", "until"),
    [
        ("2026-09-17", Term.AHEAD, "2026-09-22"),  # Sunday the 20th is worked
        ("2026-09-21", Term.AHEAD, "2026-09-22"),
        ("2026-09-22", Term.OVERDUE, None),
    ],
)
def test_an_interpretation_falls_due_by_itself(day, state, until):
    """
    On the last day it is not yet missing, on the next it is, and nobody wrote anything.
    """
    files = {A: paper("a", published="2026-09-17", needs_interpretation="yes")}
    site = on(files, day)
    found = interpretation_of(site, site.documents[0])

    assert (state, until) == (found.state, found.until and str(found.until))


@pytest.mark.parametrize(
    ("published", "state"),
    [
        ("2026-09-10", Term.ON_TIME),
        ("2026-09-17", Term.ON_TIME),
        ("2026-09-21", Term.ON_TIME),
        ("2026-09-22", Term.LATE),
    ],
)
def test_an_interpretation_before_or_with_its_document_is_on_time(published, state):
    """
    Only one that comes after the term is late.
    """
    files = {
        A: paper("a", published="2026-09-17", needs_interpretation="yes"),
        "content/interpretations/a.md": talk("j", interprets="[a]", published=published),
    }
    site = on(files, "2026-11-23")

    assert state is interpretation_of(site, site.documents[0]).state


def test_what_happened_before_the_rule_has_no_term():
    """
    A rule of 2025 does not make an interpretation of 2020 late.
    """
    files = {
        "config.yaml": CONFIG + TERMS + "  since: 2025-08-01\n",
        A: paper("a", published="2020-01-02", needs_interpretation="yes"),
    }
    site = catalogue(files)

    assert Term.OWED is interpretation_of(site, site.documents[0]).state


def test_a_document_on_request_owes_no_interpretation():
    """
    Nor does one that needs none.
    """
    files = {
        A: paper("a", body="", attribute="依申请公开", needs_interpretation="yes"),
        "content/documents/b.md": paper("b"),
    }
    site = catalogue(FILES | files)

    assert [None, None] == [interpretation_of(site, one) for one in site.documents]


@pytest.mark.parametrize(
    ("day", "state", "until"),
    [
        ("2026-08-31", Asked.AHEAD, "2026-09-01"),
        ("2026-09-01", Asked.OPEN, "2026-10-01"),
        ("2026-09-30", Asked.OPEN, "2026-10-01"),
        ("2026-10-01", Asked.CLOSED, "2026-11-04"),  # ten days of October are no working days
        ("2026-11-03", Asked.CLOSED, "2026-11-04"),
        ("2026-11-04", Asked.OVERDUE, None),
    ],
)
def test_a_consultation_opens_closes_and_falls_due_by_itself(day, state, until):
    """
    It is open on both its days; twenty working days after the second, feedback is overdue.
    """
    files = {"content/consultations/a.md": talk("z", opened="2026-09-01", closed="2026-09-30")}
    site = on(files, day)
    [one] = site.consultations
    found = consultation_of(site, one)

    assert (state, until) == (found.state, found.until and str(found.until))
    assert 30 == days_open(one)


@pytest.mark.parametrize(
    ("day", "state", "until"),
    [
        ("2026-10-08", Asked.CLOSED, "2026-10-09"),
        ("2026-10-09", Asked.ANSWERED, None),
    ],
)
def test_feedback_that_is_written_ahead_comes_on_its_day(day, state, until):
    """
    The state on the day before and on the day.
    """
    feedback = "{on: 2026-10-09, received: 1, adopted: 1}"
    files = {
        "content/consultations/a.md": talk(
            "z", opened="2026-09-01", closed="2026-09-30", feedback=feedback
        )
    }
    site = on(files, day)
    found = consultation_of(site, site.consultations[0])

    assert (state, until) == (found.state, found.until and str(found.until))


@pytest.mark.parametrize(
    ("major", "day", "state"),
    [
        (None, "2026-11-09", Term.AHEAD),
        (None, "2026-11-10", Term.OVERDUE),
        ("yes", "2026-11-03", Term.AHEAD),
        ("yes", "2026-11-04", Term.OVERDUE),
    ],
)
def test_a_major_matter_is_answered_sooner(major, day, state):
    """
    Five working days for a concern, one for 重大舆情.
    """
    files = {"content/responses/a.md": talk("h", collected="2026-11-02", major=major)}
    site = on(files, day)

    assert state is response_of(site, site.responses[0]).state


def test_a_consultation_to_the_end_of_time_is_no_fault_of_the_program():
    """
    Some write 9999-12-31 where they mean “until further notice”.
    """
    files = {"content/consultations/a.md": talk("z", opened="2026-09-01", closed="9999-12-31")}
    site = on(files, "2026-11-23")

    assert Asked.OPEN is consultation_of(site, site.consultations[0]).state
