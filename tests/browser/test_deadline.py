"""The calculator of the last day for an answer, in a real browser: it says what the facts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.facts.answering import Course, Due, Span, due
from generator.facts.answers import told
from generator.model.request import Channel
from generator.plans.shared import days_in_words
from tests.courses import CALENDAR, CONFIRMED, NOTICE, NOTICED, SILENCE, SILENT, table

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text()
PATH = "requests/deadline.html"


@pytest.fixture
def calculator(chromium: Browser, built: Path) -> Iterator[Page]:
    """The page opened from a folder, with its file for downloads allowed."""
    with chromium.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{built.as_uri()}/{PATH}")
        yield page


def asked(course: Course) -> dict[str, Any]:
    """A course as the script takes it."""

    def text(day: date | None) -> str | None:
        return day.isoformat() if day else None

    def spans(some: tuple[Span, ...]) -> list[dict[str, Any]]:
        return [{"asked": text(one.asked), "answered": text(one.answered)} for one in some]

    return {
        "received": text(course.received), "channel": course.channel.value,
        "confirmed": text(course.confirmed), "corrections": spans(course.corrections),
        "consulted": spans(course.consulted), "extended": course.extended,
    }  # fmt: skip


def said(found: Due) -> dict[str, Any]:
    """An answer of the facts as the script gives it."""
    count = found.count
    return {
        "start": found.start and found.start.isoformat(),
        "law": found.law and found.law.id,
        "n": found.n if count or found.n else 0,
        "last": found.last and found.last.isoformat(),
        "wait": found.wait and found.wait.value,
        "notice": found.notice and found.notice.isoformat(),
        "skipped": [one.date.isoformat() for one in count.skipped] if count else [],
        "paused": [one.date.isoformat() for one in count.paused] if count else [],
        "lines": lines_of(found),
    }


def lines_of(found: Due) -> list[str]:
    """The lines of the command, with days as pages write them."""
    return [days_in_words(line) for line in told(found, CONFIRMED, "zh")]


ASK = """(courses) => courses.map((course) => {
  const found = gongkaiDeadline.answered(course);
  found.lines = [...found.head, ...found.skips, found.verdict];
  for (const key of ["head", "skips", "verdict", "since"]) delete found[key];
  return found;
})"""


def test_the_script_answers_as_the_facts_do(calculator: Page) -> None:
    """
    2,000 applications of every kind: days, reasons, skipped days and each line of the command; and
    the last day of each is that of a walk from day to day.
    """
    answers = calculator.evaluate(ASK, [asked(one) for one, _, _ in table()])

    for (course, last, wait), answer in zip(table(), answers, strict=True):
        assert said(due(course, CALENDAR)) == answer, course
        assert (last and last.isoformat(), wait) == (answer["last"], answer["wait"]), course
    assert {None, "confirmation", "correction", "consulted", "no-law", "calendar"} == {
        one["wait"] for one in answers
    }


def test_the_script_answers_for_each_day_of_the_calendar(calculator: Page) -> None:
    """
    Every day from 2008 on as day 0, past the end of the calendar too.
    """
    first, end = date(2008, 1, 1).toordinal(), date(2027, 1, 10).toordinal()
    courses = [Course(date.fromordinal(day)) for day in range(first, end)]
    answers = calculator.evaluate(ASK, [asked(one) for one in courses])

    assert [said(due(one, CALENDAR)) for one in courses] == answers


def test_the_known_days_of_a_notice_and_of_who_is_silent(calculator: Page) -> None:
    """
    7 working days for the notice, 15 for whoever is asked.
    """
    answers = calculator.evaluate(ASK, [asked(one) for one in (NOTICED, SILENT)])

    assert NOTICE.isoformat() == answers[0]["notice"]
    assert (SILENCE.isoformat(), 15) == (answers[1]["paused"][-1], len(answers[1]["paused"]))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(80):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector}")


def typed(page: Page, day: str) -> None:
    """Type a day into the field that has the focus, in the order in which the browser asks."""
    year, month, number = day.split("-")
    page.keyboard.type(f"{month}{number}{year}")


def test_the_form_is_filled_in_with_the_keyboard(calculator: Page) -> None:
    """
    Channel, confirmation, an extension and somebody who was asked, and the answer in words.
    """
    tab_to(calculator, "#d-channel")
    calculator.keyboard.press("End")  # 互联网 is the last of them
    tab_to(calculator, "#d-received")
    typed(calculator, "2026-09-17")
    tab_to(calculator, "#d-confirmed")
    typed(calculator, "2026-09-18")
    tab_to(calculator, "#d-extended")
    calculator.keyboard.press("ControlOrMeta+a")
    calculator.keyboard.type("5")
    tab_to(calculator, "#consulted input")
    typed(calculator, "2026-09-21")
    tab_to(calculator, "#consulted .span label:last-child input")
    typed(calculator, "2026-09-23")
    calculator.keyboard.press("Enter")
    one = Course(
        date(2026, 9, 17), Channel.INTERNET, date(2026, 9, 18),
        consulted=(Span(date(2026, 9, 21), date(2026, 9, 23)),), extended=5,
    )  # fmt: skip
    found = due(one, CALENDAR)
    assert found.last
    answer = calculator.locator("#answer")

    day = f"{found.last.year}年{found.last.month}月{found.last.day}日"
    expect(answer).to_be_focused()
    expect(answer.locator(".answer-last")).to_have_text(day)
    for line in lines_of(found):
        expect(answer).to_contain_text(line)
    expect(answer).to_contain_text("其中征求意见期间的工作日 2 天")
    calculator.locator("#d-received").fill("2026-09-16")
    expect(answer).to_be_hidden()


def test_several_corrections_and_an_answer_that_waits(calculator: Page) -> None:
    """
    The second one has not come back.
    """
    calculator.fill("#d-received", "2026-03-02")
    rows = calculator.locator("#corrections .span")
    rows.nth(0).locator("input").nth(0).fill("2026-03-04")
    rows.nth(0).locator("input").nth(1).fill("2026-03-10")
    calculator.get_by_role("button", name="再加一次补正").press("Enter")
    expect(rows.nth(1).locator("input").nth(0)).to_be_focused()
    rows.nth(1).locator("input").nth(0).fill("2026-03-12")
    calculator.get_by_role("button", name="计算").press("Enter")

    expect(calculator.locator(".answer-last")).to_have_text(
        "未定：等待申请人补正，自收到补正的申请之日起重新计算"
    )
    expect(calculator.get_by_role("button", name="存为日历文件")).to_be_hidden()


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, "请填收到申请的日子，从2008年1月1日起。"),
        ({"#d-received": "2007-12-31"}, "请填收到申请的日子，从2008年1月1日起。"),
        ({"#d-received": "2026-03-02", "#d-extended": "-1"}, "请填 0 或者延长的工作日数。"),
        (
            {"#d-received": "2026-03-02", "#corrections label:last-child input": "2026-03-04"},
            "请写明前一个日子，只有后一个算不出。",
        ),
        (
            {"#d-received": "2026-03-02", "#corrections label:first-child input": "2007-12-31"},
            "请填2008年1月1日以后的日子。",
        ),
        (
            {"#d-received": "2026-03-02", "#corrections label:first-child input": "2026-03-01"},
            "告知补正的日子早于收到的日子，请核对。",
        ),
        (
            {"#d-received": "2026-03-02", "#consulted label:first-child input": "2026-02-27"},
            "发出征求意见书的日子早于收到的日子，请核对。",
        ),
        (
            {"#d-received": "2026-03-02", "#d-channel": "邮寄", "#d-confirmed": "2026-03-01"},
            "确认的日子早于收到的日子，请核对。",
        ),
    ],
)
def test_what_cannot_be_right_is_told_at_its_field(
    calculator: Page, fields: dict[str, str], fault: str
) -> None:
    """
    In one sentence, with the focus where it is mended, and no answer.
    """
    for field, value in fields.items():
        if field == "#d-channel":
            calculator.select_option(field, value)
        else:
            calculator.fill(field, value)
    calculator.get_by_role("button", name="计算").press("Enter")

    expect(calculator.locator("#fault")).to_have_text(fault)
    expect(calculator.locator("[aria-invalid=true]")).to_be_focused()
    expect(calculator.locator("#answer")).to_be_hidden()


def test_an_extension_beyond_the_law_is_told_and_cut(calculator: Page) -> None:
    """
    With the number of the law of its day; days are written as in the rest of the site.
    """
    found = {}
    for day in ("2019-05-14", "2026-09-18"):
        calculator.fill("#d-received", day)
        calculator.fill("#d-extended", "100")
        calculator.get_by_role("button", name="计算").press("Enter")
        found[day] = calculator.locator("#answer").inner_text()

    assert "最多延长 15 个工作日，按 15 计算" in found["2019-05-14"]
    assert "最多延长 20 个工作日，按 20 计算" in found["2026-09-18"]
    assert "2026年9月18日起第 40 个工作日：2026年" in found["2026-09-18"]
    assert "2026年10月1日 国庆节" in found["2026-09-18"]
    assert "起算日2026年9月18日施行的是这部条例，它自2019年5月15日起施行" in found["2026-09-18"]
    assert [] == re.findall(r"\d{4}-\d{2}", "".join(found.values()))


def test_the_day_of_confirmation_is_asked_for_as_the_channel_wants_it(calculator: Page) -> None:
    """
    Before a script says more, in one sentence that is right for every channel.
    """
    asked = calculator.locator("#confirmed-line")
    hint = asked.locator(".hint")
    found = {}
    for channel in Channel:
        calculator.select_option("#d-channel", channel.value)
        found[channel] = hint.inner_text() if asked.is_visible() else None
    both = "双方确认之日起算，没有确认就算不出"

    assert {
        Channel.IN_PERSON: None, Channel.WINDOW: None, Channel.POST: "平常信函才填",
        Channel.FAX: both, Channel.INTERNET: both,
    } == found  # fmt: skip
    written = (Path(calculator.url.removeprefix("file://"))).read_text("utf-8")
    assert "互联网、传真都填；邮寄的，平常信函才填</span>" in written


def test_the_last_day_is_saved_as_a_calendar_file(calculator: Page, built: Path) -> None:
    """
    By RFC 5545, made in the browser without any request.
    """
    requested: list[str] = []
    calculator.on("request", lambda request: requested.append(request.url))
    calculator.fill("#d-received", "2026-09-18")
    calculator.get_by_role("button", name="计算").press("Enter")
    with calculator.expect_download() as saved:
        calculator.get_by_role("button", name="存为日历文件").press("Enter")
    file = Path(saved.value.path()).read_bytes()
    lines = file.decode().removesuffix("\r\n").split("\r\n")
    whole = file.decode().replace("\r\n ", "").split("\r\n")
    found = due(Course(date(2026, 9, 18)), CALENDAR)

    assert "deadline-2026-10-22.ics" == saved.value.suggested_filename
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r") == len(lines)
    assert 75 >= max(len(line.encode()) for line in lines)
    assert "DTSTART;VALUE=DATE:20261022" in whole
    assert [re.fullmatch(r"DTSTAMP:\d{8}T\d{6}Z", line) for line in whole].count(None) == (
        len(whole) - 1
    )
    assert 1 == sum(bool(re.fullmatch("UID:[0-9a-f]{32}", line)) for line in whole)
    [told_of] = [one for one in whole if one.startswith("DESCRIPTION:")]
    assert told_of.removeprefix("DESCRIPTION:") == "\\n".join(lines_of(found))
    own = ("blob:", built.as_uri())  # the icon may come late
    assert [] == [one for one in requested if not one.startswith(own)]


def test_a_calendar_file_escapes_and_folds_between_letters(calculator: Page) -> None:
    """
    Commas, semicolons and backslashes are text; no letter is cut in two.
    """
    text = calculator.evaluate(
        """() => gongkaiDeadline.calendarFile(
          {last: "2026-10-22", head: ["甲,乙;丙\\\\丁" + "𠮷政务公开".repeat(30)], skips: [],
           verdict: "末"}, new Date(0), "u")"""
    )

    assert "甲\\,乙\\;丙\\\\丁" + "𠮷政务公开" * 30 + "\\n末\r\n" in text.replace("\r\n ", "")
    assert 75 >= max(len(line.encode()) for line in text.split("\r\n"))
    assert "DTSTAMP:19700101T000000Z\r\n" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer_and_in_a_fault(
    chromium: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """
    What the script shows is as accessible as what it found.
    """
    found = []
    with chromium.new_context(color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address + PATH)
        page.evaluate(AXE)
        for day in ("", "2026-09-18"):
            page.fill("#d-received", day)
            page.get_by_role("button", name="再加一次征求意见").press("Enter")
            page.get_by_role("button", name="计算").press("Enter")
            found += page.evaluate("axe.run().then((result) => result.violations)")
        expect(page.locator("#answer")).to_be_visible()

    assert [] == [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


def test_without_scripts_each_day_is_in_the_table_of_its_year(
    chromium: Browser, address: str
) -> None:
    """
    No form is shown that would not work.
    """
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "guide.html")
        page.get_by_role("link", name="答复期限计算").click()
        expect(page.locator("#deadline")).to_be_hidden()
        expect(page.locator("#unscripted")).to_be_visible()
        page.get_by_role("link", name="2026年", exact=True).click()
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="9月18日"))

        expect(row).to_contain_text("2026年10月22日")
