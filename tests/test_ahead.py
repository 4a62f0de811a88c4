"""The first day on which the site differs without an edit, held against every day one by one."""

from __future__ import annotations

from datetime import date, timedelta
from operator import eq, ge, gt, le, lt, ne

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ahead import Ahead, next_change, told
from generator.asked import Asked, AskedDay
from generator.keys import fingerprint
from generator.link import link
from generator.plan import plan

from .conftest import CONFIG, DAY, entry, written
from .rules.papers import cleanup, paper, talk
from .rules.talk_examples import TERMS

D = "content/documents/"
SPAN = 25


def planned(records, day):
    """Return what every page of the site holds on *day*."""
    return {page.path: fingerprint(page) for page in plan(link(records, day), ()).pages}


def first_by_walking(records, day, most=SPAN):
    """Return the first of the next *most* days on which a page differs, by planning each."""
    now = planned(records, day)
    for ahead in range(1, most + 1):
        following = day + timedelta(days=ahead)
        if planned(records, following) != now:
            return following
    return None


DAYS = st.integers(-SPAN, SPAN).map(lambda n: (DAY + timedelta(days=n)).isoformat())
ADJUSTED = "[{{date: {}, from: 依申请公开, to: 主动公开, reason: 可以公开}}]"


@st.composite
def papers(draw):
    """Files of documents, a clean-up and a law that say something of days close by."""
    files = {}
    for name in ("a", "b"):
        differs = {"formed": "2020-01-01", "published": "2020-01-02"}
        if draw(st.booleans()):
            differs["effective"] = draw(DAYS)
        if draw(st.booleans()):
            differs["expires"] = draw(DAYS)
        if draw(st.booleans()):
            differs["attribute_history"] = ADJUSTED.format(draw(DAYS))
        if name == "b" and draw(st.booleans()):
            differs[draw(st.sampled_from(["repeals", "amends", "replaces"]))] = "[a]"
        files[f"{D}{name}.md"] = paper(name, number=f"示府〔2020〕{len(name)}号", **differs)
    if draw(st.booleans()):
        files["catalogue/cleanups/a.yaml"] = cleanup(
            "document: a, outcome: 废止, reason: 任务完成", effective_on=draw(DAYS)
        )
    if draw(st.booleans()):
        files["catalogue/laws/b.yaml"] = f"id: fa\ntitle: 新法\neffective: {draw(DAYS)}\n"
        files["catalogue/entries/z.yaml"] = entry("z", basis="[新法]")
    return files


@given(papers())
@settings(max_examples=20, deadline=None)
def test_the_day_is_the_first_on_which_a_page_differs(files):
    """
    Found by asking a day what it was asked, and by planning day after day.
    """
    records = written(files)
    found, changed = next_change(records, (), DAY)
    walked = first_by_walking(records, DAY)

    assert walked == (found if found and found <= DAY + timedelta(days=SPAN) else None)
    assert bool(found) == bool(changed)


@st.composite
def talks(draw):
    """Files of a document and of what is said of it, that say something of days close by."""

    def days(*keys):
        return {key: draw(DAYS) for key in keys if draw(st.booleans())}

    def said(kind, id, **differs):
        return {f"content/{kind}/{id}.md": talk(id, summary="摘要。", **differs)}

    files = {
        "config.yaml": CONFIG.replace("2026-12-31", draw(DAYS)) + TERMS,
        f"{D}a.md": paper("a", needs_interpretation="yes", **days("formed", "published")),
        "catalogue/units/b.yaml": f"id: jiu\nname: 旧局\nended: {draw(DAYS)}\n"
        "superseded_by: jiaoyu\n",
    }
    opened, closed = sorted((draw(DAYS), draw(DAYS)))
    asked = {"opened": opened, "closed": closed, "consults_on": "[a]", "unit": "jiu"}
    if draw(st.booleans()):
        more = draw(st.sampled_from(["", ", received: 3", ", text: 采纳。"]))
        asked["feedback"] = f"{{on: {draw(DAYS)}{more}}}"
    held = {"held": draw(DAYS), "documents": "[a]", "openness": "[会后公开]", "organ": "jiu"}
    steps = days("collected", "judged", "handled", "responded", "supervised")
    body = draw(st.sampled_from(["", "全文。"]))
    return files | {
        **said("consultations", "z", **asked),
        **said("meetings", "m", body=body, **held, **days("published")),
        **said("interpretations", "j", interprets="[a]", **days("published")),
        **said("responses", "h", responds_to="[a]", unit="jiu", **steps),
    }


@given(talks())
@settings(max_examples=20, deadline=None)
def test_a_day_on_which_a_talk_turns_is_announced(files):
    """
    Every day of theirs, held against planning day after day.
    """
    records = written(files)
    found, _ = next_change(records, (), DAY)
    walked = first_by_walking(records, DAY)

    assert walked == (found if found and found <= DAY + timedelta(days=SPAN) else None)


@pytest.mark.parametrize("compare", [lt, le, gt, ge, eq, ne])
@pytest.mark.parametrize("reflected", [False, True])
@pytest.mark.parametrize("shift", [-3, 0, 4])
@given(st.integers(-6, 6))
@settings(max_examples=13, deadline=None)
def test_a_comparison_answers_otherwise_from_the_day_that_was_noted(
    compare, reflected, shift, apart
):
    """
    As the plain day answers, and no sooner and no later otherwise, whoever stands first.
    """
    other, later = DAY + timedelta(days=apart), timedelta(days=shift)

    def asked_on(day):
        return compare(other, day + later) if reflected else compare(day + later, other)

    asked = Asked()
    answer = asked_on(AskedDay(DAY, asked))
    differs = [n for n in range(1, 30) if asked_on(DAY + timedelta(days=n)) is not answer]

    assert asked_on(DAY) is answer
    assert (DAY + timedelta(days=differs[0]) if differs else None) == asked.first


@pytest.mark.parametrize(
    ("ask", "first"),
    [
        (lambda day: day.year, date(2027, 1, 1)),
        (lambda day: (day + timedelta(days=38)).year, DAY + timedelta(days=1)),
        (lambda day: day.month, date(2026, 12, 1)),
        (lambda day: (day + timedelta(days=20)).month, date(2027, 1, 1) - timedelta(days=20)),
        (lambda day: day.replace(day=1), date(2026, 12, 1)),
        (lambda day: day.replace(month=1, day=1), date(2027, 1, 1)),
        (lambda day: day.replace(month=1), DAY + timedelta(days=1)),
        (lambda day: day.day, DAY + timedelta(days=1)),
        (lambda day: day.isoformat(), DAY + timedelta(days=1)),
        (lambda day: day.weekday(), DAY + timedelta(days=1)),
        (str, DAY + timedelta(days=1)),
        (repr, DAY + timedelta(days=1)),
        (hash, DAY + timedelta(days=1)),
        (lambda day: date(2027, 1, 1) - day, DAY + timedelta(days=1)),
        (lambda day: day - date(2026, 1, 1), DAY + timedelta(days=1)),
        (lambda day: f"{day:%Y}", DAY + timedelta(days=1)),
        (lambda day: day - day, None),
        (lambda day: day + timedelta(days=7) > day, None),
        (lambda day: day == "2026", None),
        (lambda day: day < date.max, date.max),
        (lambda day: day <= date.max, None),
    ],
)  # fmt: skip
def test_what_tells_the_very_day_differs_on_the_next(ask, first):
    """
    And what tells the year alone, on the first of January.
    """
    asked = Asked()
    answer = ask(AskedDay(DAY, asked))

    assert ask(DAY) == answer
    assert first == asked.first


def test_nothing_ahead_is_nothing(site):
    """
    A site that says nothing of days to come stays as it is.
    """
    done = site.run("next-change")

    assert "以后，不改动文件，网站不会再变。" in done.stderr
    assert 0 == done.returncode


def test_the_day_is_told_with_the_files_and_what_they_say(site):
    """
    The pages of records by name, lists by their number.
    """
    site.write(f"{D}a.md", paper("a", expires="2026-12-31", title="暂用办法"))
    done = site.run("next-change", "--as-of", "2026-11-23")

    assert done.stderr.startswith("2027-01-01：不改动文件，有 ")
    assert "  documents/a.html  暂用办法：" in done.stderr
    assert "已失效" in done.stderr
    assert "个列表和数据文件。" in done.stderr
    assert 0 == done.returncode


POINTS = """\
keypoints:
  - {{id: k-1, year: 2026, title: 甲, basis: 要点, due: 2026-11-25, status: 进行中}}
  - {{id: k-2, year: 2026, title: {}, basis: 要点, due: 2026-11-27, status: 进行中}}
  - {{id: k-3, year: 2026, title: 丙, basis: 要点, due: 2026-11-29, status: 进行中}}
"""


@pytest.mark.parametrize("second", ["乙", "甲"])
def test_a_row_that_turns_to_words_of_another_row_is_named(second):
    """
    Each day names the record that turns, though the page said the same words the day before, and
    even where another record bears the same title.
    """
    records, day, said = written({"catalogue/keypoints/a.yaml": POINTS.format(second)}), DAY, []
    for _ in range(3):
        day, changed = next_change(records, (), day)
        said += [line for line in told(Ahead(DAY, day, changed), "zh") if "2026.html" in line]

    assert [
        f"  keypoints/2026.html  2026年政务公开工作要点：{name}：{turn}"
        for name, turn in [
            ("甲", "进行中；2026年11月26日 → 逾期"),
            (second, "进行中；2026年11月28日 → 逾期"),
            ("丙", "进行中；2026年11月30日 → 逾期"),
        ]
    ] == said


def test_the_record_for_programs_names_the_row_too():
    """
    Before each of its words.
    """
    records = written({"catalogue/keypoints/a.yaml": POINTS.format("乙")})
    first, changed = next_change(records, (), DAY + timedelta(days=3))
    [year] = [
        one for one in Ahead(DAY, first, changed).record["files"]
        if one["path"] == "keypoints/2026.html"
    ]  # fmt: skip

    assert ["乙：进行中", "乙：2026年11月28日"] == year["gone"]
    assert ["乙：逾期"] == year["come"]


def test_what_the_page_of_a_record_tells_is_not_told_of_lists():
    """
    A list is told where no page of a record names what turns in it.
    """
    files = {
        "catalogue/keypoints/a.yaml": POINTS.format("乙").replace("甲", "甲, unit: jiaoyu"),
        f"{D}a.md": paper("a", effective="2020-01-01", expires="2026-11-25", title="暂用办法"),
    }
    first, changed = next_change(written(files), (), DAY)
    paths = [line.split()[0] for line in [*told(Ahead(DAY, first, changed), "zh")][1:-1]]

    assert {"documents/a.html", "units/jiaoyu.html"} <= {*paths}
    assert [] == [path for path in paths if "index" in path or path.startswith("keypoints")]


def test_a_mark_that_vanishes_is_the_reason():
    """
    A point of a document's life that was to come has come; no other word of its page differs.
    """
    files = {
        f"{D}a.md": paper("a", title="暂用办法"),
        "content/responses/h.md": talk(
            "h", responds_to="[a]", collected="2026-11-20", responded="2026-11-25"
        ),
    }
    _, changed = next_change(written(files), (), DAY + timedelta(days=1))
    [page] = [one for one in changed if one.path == "documents/a.html"]

    assert [("说明h", ("未到",), ("已到",))] == [
        (one.name, one.gone, one.come) for one in page.rows
    ]


def test_prose_that_becomes_public_is_told_by_its_page_alone():
    """
    A yearly report comes out with its parts, whose text is no line.
    """
    files = {
        "catalogue/reports/r.yaml": (
            "id: 2025-jiaoyu\nyear: 2025\nunit: jiaoyu\npublished: 2026-11-25\n"
            "parts:\n  一: 全年平稳有序。\n"
        )
    }
    first, changed = next_change(written(files), (), DAY)
    said = [text for one in changed for row in one.rows for text in (*row.gone, *row.come)]

    assert date(2026, 11, 25) == first
    assert "reports/2025-jiaoyu.html" in [one.path for one in changed]
    assert not [text for text in said if "<" in text or "平稳" in text]


def test_a_site_with_errors_has_no_next_change(site):
    """
    What is wrong is told, as a build does.
    """
    site.write(f"{D}a.md", paper("a", attribute=None))
    done = site.run("next-change")

    assert "[field-missing]" in done.stderr
    assert 1 == done.returncode


def test_english_is_spoken_too():
    """
    Both sentences.
    """
    assert ["After 2026-11-23 nothing changes without an edit."] == [*told(Ahead(DAY), "en")]
