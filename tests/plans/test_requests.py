"""The tables of the last day for an answer: one page a year, and what the script is told."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from generator.facts.answering import Course, due
from generator.page import Page
from generator.plans.prepared import prepare
from generator.plans.requests import YearView, plan_deadlines
from generator.plans.shared import day_words

from ..conftest import CONFIG, catalogue
from ..courses import CALENDAR


def planned(config: str = CONFIG) -> dict[str, Page]:
    pages = plan_deadlines(
        prepare(
            catalogue({"config.yaml": config.replace("tables_since: 2026", "tables_since: 2008")})
        )
    )
    return {page.path: page for page in pages}


def test_each_day_has_the_last_days_that_the_facts_give():
    """
    From 2008 to the end of the confirmed calendar, without and with the longest extension.
    """
    pages = planned()
    expected, told = [], []
    for year in range(2008, 2027):
        view = pages[f"requests/deadline-{year}.html"].view
        assert isinstance(view, YearView)
        rows = [row for month in view.months for row in month.rows]
        told += [(row.last, row.extended, row.notice) for row in rows]
        days = (date(year, 1, 1) + timedelta(number) for number in range(len(rows)))
        for day in days:
            plain, most = (due(Course(day, extended=more), CALENDAR) for more in (0, 99))
            unknown = "没有规定" if plain.law is None else "未定"
            notice = "没有规定" if plain.law is None or plain.law.notice is None else "未定"
            expected.append((
                day_words(plain.last) or unknown, day_words(most.last) or unknown,
                day_words(plain.notice) or notice,
            ))  # fmt: skip

    assert (date(2026, 12, 31) - date(2007, 12, 31)).days == len(told)
    assert expected == told


def test_a_day_is_told_with_what_it_is():
    """
    A weekend, a holiday with its name, a weekend that is worked and a day at work.
    """
    view = planned()["requests/deadline-2026.html"].view
    assert isinstance(view, YearView)
    rows = {row.day: (row.kind, row.works) for month in view.months for row in month.rows}

    assert ("周末", False) == rows["9月19日 星期六"]
    assert ("国庆节", False) == rows["10月1日 星期四"]
    assert ("调休上班（换2026年10月7日休息）", True) == rows["10月10日 星期六"]
    assert ("工作日", True) == rows["9月18日 星期五"]


@pytest.mark.parametrize(
    ("through", "last"), [("2026-06-30", "2026-06-30"), ("2029-12-31", "2026-12-31")]
)
def test_the_tables_end_with_what_is_known(through, last):
    """
    Not with what somebody confirmed too early; the script knows how far the calendar goes.
    """
    pages = planned(
        CONFIG.replace("confirmed_through: 2026-12-31", f"confirmed_through: {through}")
    )
    table = json.loads(pages["requests/deadline.html"].view.table)

    assert 20 == len(pages)
    assert through == table["through"]
    assert last == str(date(2007, 12, 31) + timedelta(len(table["days"])))
    assert len(table["holidays"]) == table["days"].count("h")


def test_a_reader_is_led_back_to_what_applying_is():
    """
    From the front page over the guide for applicants to the calculator, and to its tables.
    """
    pages = planned()
    crumbs = {
        path: [one.path for one in pages[path].view.here.crumbs]
        for path in ("requests/deadline.html", "requests/deadline-2026.html")
    }

    guide = ["index.html", "requests/index.html"]
    assert {
        "requests/deadline.html": guide,
        "requests/deadline-2026.html": [*guide, "requests/deadline.html"],
    } == crumbs
