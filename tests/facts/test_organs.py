"""Briefings, key points and evaluations for a day: what holds, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.briefings import Heard, counted_from, heard, missed
from generator.facts.evaluations import comparable, last_day, places, public_on
from generator.facts.keypoints import Standing, standing_on, years_without
from generator.model.bodies import Briefing, Unit
from generator.model.work import Evaluated, Evaluation, KeyPoint, Progress, Score

from ..conftest import CONFIG, UNITS, catalogue, complaints

DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
SPAN = 800


def unit(*days: str, founded: str | None = None) -> Unit:
    """Return a unit whose head was briefed on *days*."""
    briefings = tuple(Briefing(date=date.fromisoformat(day), topic="汇报") for day in days)
    return Unit(
        id="u",
        name="某局",
        briefings=briefings,
        founded=date.fromisoformat(founded) if founded else None,
    )


def states(of: Unit, day: str, since: int | None = 2024) -> dict[int, Heard]:
    return {one.year: one.state for one in heard(of, since, date.fromisoformat(day))}


def test_a_year_is_due_until_its_last_day_and_then_missed():
    """
    Nobody can say in November that the year has passed without a briefing.
    """
    head = unit("2024-05-01")

    assert {2024: Heard.HELD, 2025: Heard.DUE} == states(head, "2025-12-31")
    assert {2024: Heard.HELD, 2025: Heard.MISSED, 2026: Heard.DUE} == states(head, "2026-01-01")


def test_a_briefing_that_is_planned_is_heard_on_its_day():
    """
    Not on the day before.
    """
    head = unit("2025-12-30")

    assert Heard.DUE is states(head, "2025-12-29")[2025]
    assert Heard.HELD is states(head, "2025-12-30")[2025]


def test_a_unit_owes_from_the_first_year_that_it_has_whole():
    """
    Of the year in which it was founded it has only a part; what it recorded all the same is shown.
    """
    assert {} == states(unit(founded="2025-02-01"), "2025-12-31")
    assert {2026: Heard.DUE} == states(unit(founded="2025-02-01"), "2026-01-01")
    assert {2025: Heard.HELD} == states(unit("2025-06-01", founded="2025-02-01"), "2025-12-31")


def test_years_count_from_the_first_that_anyone_recorded():
    """
    Or from the one that the settings name; with neither nothing is missed.
    """
    written = UNITS.replace(
        "phone: 0000-0000001\n",
        "phone: 0000-0000001\n    briefings: [{date: 2024-03-01, topic: 汇报}]\n",
    )
    files = {"catalogue/units/units.yaml": written}
    later = files | {"config.yaml": CONFIG + "organs: {briefings_since: 2026}\n"}

    assert counted_from(catalogue()) is None
    assert 2024 == counted_from(catalogue(files))
    assert 2026 == counted_from(catalogue(later))
    assert ["2025", "2024、2025"] == [line.split(" ")[3] for line in complaints(files)]
    assert [] == complaints(later)


@settings(max_examples=60, deadline=None)
@given(st.lists(DAYS, max_size=4), st.none() | st.integers(2022, 2026), st.none() | DAYS, DAYS)
def test_briefings_agree_with_a_slow_reading(days, since, founded, day):
    """
    Year by year.
    """
    head = unit(*map(str, days), founded=str(founded) if founded else None)
    expected = {}
    for year in range(2022, day.year + 1):
        inside = [one for one in days if one <= day and one.year == year]
        owed = since is not None and year >= since and not (founded and founded.year >= year)
        if inside:
            expected[year] = Heard.HELD
        elif owed:
            expected[year] = Heard.MISSED if date(year, 12, 31) < day else Heard.DUE
    now = heard(head, since, day)

    assert expected == {one.year: one.state for one in now}
    assert missed(now) == tuple(y for y, state in expected.items() if state is Heard.MISSED)


def point(**differs: object) -> KeyPoint:
    return KeyPoint(**({"id": "k", "year": 2026, "title": "要点"} | differs))  # type: ignore[arg-type]


def test_a_key_point_is_late_on_the_day_after_its_last():
    """
    The last day is still in time; without one of its own the year's last counts.
    """
    going = point(due=date(2026, 9, 30), status=Progress.ONGOING)

    assert (Standing.ONGOING, date(2026, 10, 1)) == standing_on(going, date(2026, 9, 30))
    assert (Standing.OVERDUE, None) == standing_on(going, date(2026, 10, 1))
    assert (Standing.PLANNED, date(2027, 1, 1)) == standing_on(point(), date(2026, 12, 31))
    assert (Standing.OVERDUE, None) == standing_on(point(), date(2027, 1, 1))


def test_what_is_done_later_is_not_done_yet():
    """
    Whatever is written; on its day it is.
    """
    ahead = point(due=date(2026, 9, 30), status=Progress.DONE, done=date(2026, 10, 8))

    assert (Standing.ONGOING, date(2026, 10, 1)) == standing_on(ahead, date(2026, 9, 1))
    assert (Standing.OVERDUE, date(2026, 10, 8)) == standing_on(ahead, date(2026, 10, 7))
    assert (Standing.DONE, None) == standing_on(ahead, date(2026, 10, 8))


@settings(max_examples=150, deadline=None)
@given(st.none() | DAYS, st.none() | DAYS, st.none() | st.sampled_from(Progress), DAYS)
def test_key_points_agree_with_a_slow_reading(due, done, status, day):
    """
    And the state differs for the first time on the day promised.
    """
    one = point(due=due, done=done, status=status)

    def slow(on: date) -> Standing:
        if done is not None:
            if done <= on:
                return Standing.DONE
        elif status is Progress.DONE:
            return Standing.DONE if on.year >= 2026 else Standing.ONGOING
        if (due or date(2026, 12, 31)) < on:
            return Standing.OVERDUE
        return Standing.PLANNED if status in (None, Progress.PLANNED) else Standing.ONGOING

    state, until = standing_on(one, day)
    assert slow(day) is state
    later = (day + timedelta(days=n) for n in range(1, 2500))
    assert next((on for on in later if slow(on) is not state), None) == until


KEY = "keypoints:\n  - {id: k-1, year: 2024, title: 甲, done: 2024-05-01, evidence: [表]}\n"


@pytest.mark.parametrize(
    ("day", "month", "years"),
    [
        ("2024-12-31", 4, ()),
        ("2025-03-31", 4, ()),
        ("2025-04-01", 4, (2025,)),
        ("2025-12-31", None, ()),
        ("2026-01-01", None, (2025,)),
        ("2026-04-01", 4, (2025, 2026)),
    ],
)
def test_a_year_has_its_key_points_from_a_month_on(day, month, years):
    """
    The month is the jurisdiction's; a year that has passed without any stays told.
    """
    setting = f"organs: {{key_points_month: {month}}}\n" if month else ""
    files = {"catalogue/keypoints/a.yaml": KEY, "config.yaml": CONFIG + setting}

    assert years == years_without(catalogue(files, date.fromisoformat(day)))


def test_a_site_without_key_points_lacks_none():
    """
    It has not begun to publish them here.
    """
    setting = {"config.yaml": CONFIG + "organs: {key_points_month: 1}\n"}

    assert () == years_without(catalogue(setting))


def result(unit: str, *, of: str = "10", **points: str) -> Evaluated:
    """Return the result of *unit*: indicator → points of ten, or *of* as many."""
    scores = tuple(Score(indicator=name, points=one, of=of) for name, one in points.items())
    return Evaluated(unit=unit, scores=scores)


def evaluation(*results: Evaluated, **differs: object) -> Evaluation:
    return Evaluation(**({"id": "v", "year": 2025, "units": results} | differs))  # type: ignore[arg-type]


def test_points_are_added_and_compared_as_decimals():
    """
    0.1 and 0.2 are 0.3; those with the same points share a rank, and the next is not second.
    """
    both = evaluation(
        result("a", x="0.1", y="0.2"), result("b", x="0.30", y="0"), result("c", x="0", y="0.29")
    )

    assert [("a", Decimal("0.3"), 1), ("b", Decimal("0.3"), 1), ("c", Decimal("0.29"), 3)] == [
        (one.result.unit, one.points, one.rank) for one in places(both)
    ]


@pytest.mark.parametrize(
    "results",
    [
        (result("a", x="1"), result("b", y="1")),
        (result("a", x="1", y="1"), result("b", x="1")),
        (result("a", x="1"), result("b")),
        (result("a"), result("b")),
        (result("a", x="1"),),
        (result("a", of="0", x="0"), result("b", of="0", x="0")),
        (),
    ],
)
def test_there_is_no_ranking_without_the_same_figures_for_all(results):
    """
    Other indicators, a missing one, no figures, points of none, or nobody to compare with: no rank
    at all.
    """
    assert not comparable(evaluation(*results))
    assert all(one.rank is None for one in places(evaluation(*results)))
    assert [one.unit for one in results] == [
        one.result.unit for one in places(evaluation(*results))
    ]


def test_an_evaluation_is_public_on_its_day():
    """
    And has so many days after it was over; one without a day was over at the end of its year.
    """
    one = evaluation(published=date(2026, 2, 6))

    assert (False, date(2026, 2, 6)) == public_on(one, date(2026, 2, 5))
    assert (True, None) == public_on(one, date(2026, 2, 6))
    assert date(2026, 1, 30) == last_day(one, 30)
    assert date(2026, 2, 19) == last_day(evaluation(held=date(2026, 1, 20)), 30)
    assert last_day(one, None) is None
