"""Each indicator of the self-evaluation: what it counts, what fails it and why; rates and score."""

from __future__ import annotations

import math
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.config import Weights
from generator.facts.fulfilment import fulfilment
from generator.facts.selfeval import (
    INDICATORS,
    Indicator,
    SelfEvaluation,
    rate,
    score,
    selfeval,
)
from generator.personal import found as numbers

from ..conftest import CONFIG, DAY, FIELDS, GUIDE, UNITS, catalogue, complaints, entry
from ..rules.papers import cleanup, paper, talk
from ..rules.report_examples import parts, report
from ..rules.talk_examples import TERMS
from ..rules.timeliness_examples import ALL, A, D, P, disclosure, disclosures

NOTHING: Mapping[str, str] = MappingProxyType({})
SETTINGS = {"config.yaml": CONFIG + TERMS}
Told = tuple[int, int, list[tuple[str, str]]]


def evaluated(files: Mapping[str, str] = NOTHING, day: str = str(DAY)) -> SelfEvaluation:
    """Return the self-evaluation of the good catalogue with the files that differ."""
    made: Catalogue = catalogue(files, date.fromisoformat(day))
    return selfeval(made, fulfilment(made))


def one(id: str, files: Mapping[str, str] = NOTHING, day: str = str(DAY)) -> Indicator:
    """Return one indicator of it."""
    [indicator] = [one for one in evaluated(files, day).indicators if one.id == id]
    return indicator


def told(id: str, files: Mapping[str, str] = NOTHING, day: str = str(DAY)) -> Told:
    """Return its numerator, its denominator, and the ids of what fails it with the reasons."""
    found = one(id, files, day)
    return found.numerator, found.denominator, [(one.id, one.why) for one in found.failing]


def weighing(text: str) -> dict[str, str]:
    """Return the settings with what is said of the self-evaluation."""
    return {"config.yaml": f"{CONFIG}self_evaluation: {{{text}}}\n"}


# -- the indicators ----------------------------------------------------------------------------


def test_an_entry_is_complete_with_all_six_elements():
    """
    What is missing is named; the entry that has ended is not counted.
    """
    files = {
        A: entry("a", basis=None, time_limit=None),
        "catalogue/entries/b.yaml": entry("b", basis=None, ended="2026-11-23"),
    }

    assert (8, 9, [("a", "没有写明公开依据、公开时限")]) == told("completeness", files)
    assert (8, 10) == told("completeness", files, "2026-11-22")[:2]


LIMITED = {
    A: entry("a", time_limit="自信息形成之日起20个工作日内"),
    D: disclosures(
        disclosure("kept", event="2026-10-12", published="2026-11-09"),
        disclosure("late", event="2026-09-01", published="2026-11-10", title="迟到的"),
        disclosure("owed", event="2026-09-01", published=None),
        disclosure("ahead", event="2026-11-20", published=None),
        disclosure("unable", event=None, published="2026-11-10"),
    ),
}


def test_what_can_be_judged_is_in_time_or_not():
    """
    The limit of “late” and “owed” ended on 30 September; the last two cannot be judged.
    """
    met, of, failing = told("timeliness", LIMITED)

    assert (1, 3) == (met, of)
    assert {
        "late": "迟，应公开或者展示至 2026-09-29，2026-11-10 公开",
        "owed": "逾期未公开，应公开或者展示至 2026-09-29",
    } == dict(failing)
    assert {"迟到的", "征地公告"} == {one_.title for one_ in one("timeliness", LIMITED).failing}


def test_a_publication_that_lies_ahead_is_owed_until_its_day():
    """
    Nobody can see it yet; of it no day is told.
    """
    files = {A: LIMITED[A], D: disclosures(disclosure("d", event="2026-09-01"))}
    files[D] = files[D].replace("2026-03-10", "2026-11-24")

    assert (0, 1, [("d", "逾期未公开，应公开或者展示至 2026-09-29")]) == told("timeliness", files)
    assert "2026-11-24 公开" in told("timeliness", files, "2026-11-24")[2][0][1]


def normative(id: str, **differs: str | None) -> dict[str, str]:
    return {f"content/documents/{id}.md": paper(id, normative="yes", **differs)}


def test_a_status_rests_on_a_term_a_decision_or_an_end():
    """
    What has none of them is in force for want of anything else; other documents are not counted.
    """
    files = {
        **normative("term", term="30年"),
        **normative("bare"),
        **normative("kept"),
        **normative("gone"),
        **normative("since", effective=None, published=None, formed=None),
        **normative("shut", attribute="依申请公开", body=""),
        "content/documents/plain.md": paper("plain"),
        "catalogue/cleanups/q.yaml": cleanup(
            "document: kept, outcome: 继续有效, reason: 仍适用",
            "document: gone, outcome: 废止, reason: 不适用",
        ),
    }

    expected = [("bare", "没有有效期，也没有清理决定"), ("since", "没有写明从哪天起施行")]
    assert (3, 5, expected) == told("validity", files)
    met, of, failing = told("validity", files, "2025-05-09")  # the decision is not published yet
    assert (1, 5) == (met, of)
    assert ["bare", "gone", "kept", "since"] == [id for id, _ in failing]


def test_an_interpretation_is_owed_from_the_day_the_text_is_open():
    """
    Three working days; what is not due yet is not counted but told.
    """
    files = SETTINGS | {
        f"content/documents/{id}.md": paper(id, published=published, needs_interpretation="yes")
        for id, published in (
            ("a", "2026-11-10"), ("b", "2026-11-10"), ("c", "2026-11-10"), ("d", "2026-11-20"),
            ("e", "2026-11-30"),
        )
    }  # fmt: skip
    files |= {
        f"content/interpretations/{id}.md": talk(id, interprets=f"[{of}]", published=published)
        for id, of, published in (("ja", "a", "2026-11-11"), ("jb", "b", "2026-11-20"))
    }
    found = one("interpretation", files)

    assert (1, 3) == (found.numerator, found.denominator)
    assert {
        "b": "迟于期限，应在 2026-11-13 前（含当日），2026-11-20 解读",
        "c": "逾期，应在 2026-11-13 前（含当日），没有解读",
    } == {one.id: one.why for one in found.failing}
    assert "另有 1 件未到期或者期限算不出，不计入。" == found.note


TALKS = {
    "content/responses/a.md": talk("h1", collected="2026-11-02", responded="2026-11-04"),
    "content/responses/b.md": talk("h2", collected="2026-11-02"),
    "content/responses/c.md": talk("h3", collected="2026-11-24"),
    "content/consultations/a.md": talk("z1", opened="2026-08-01", closed="2026-09-01"),
    "content/consultations/b.md": talk("z2", opened="2026-11-01", closed="2026-12-01"),
    "content/consultations/c.md": talk(
        "z3", opened="2026-08-01", closed="2026-09-01",
        feedback="{on: 2026-09-10, received: 1, adopted: 1}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "why"),
    [(SETTINGS, "逾期，应在 2026-11-09 前（含当日），没有回应"), ({}, "未办，没有期限，没有回应")],
    ids=["terms", "no terms"],
)
def test_concerns_are_answered_and_consultations_reported_on(terms, why):
    """
    Five working days and twenty, or at all; what is still open is not owed, nor what is not
    collected yet.
    """
    found = one("response", {**terms, **TALKS})

    assert (2, 4) == (found.numerator, found.denominator)
    assert ["h2", "z1"] == [one.id for one in found.failing]
    assert (why, "") == (found.failing[0].why, found.note)
    assert one("response", terms).rate is None


def test_links_are_counted_as_they_were_written():
    """
    Two in the text and one in the navigation; another in the text is one more.
    """
    more = {"content/pages/guide.md": GUIDE + "\n见[拆迁](fields/chaiqian.html)。\n"}
    urls = {
        A: entry("a"),
        D: disclosures(
            disclosure("d-1", url="https://www.shifan.example/1"),
            disclosure("d-2", url="https://www.shifan.example/2", published="2026-11-24"),
        ),
    }

    assert (3, 3, []) == told("links")
    assert (4, 4, []) == told("links", more)
    assert "公开记录写明的网址 1 个，没有核对。" == one("links", urls).note


def test_an_item_that_nobody_ever_published_is_an_empty_column():
    """
    What is public on request is none; where nothing at all is recorded, nothing is said.
    """
    files = {
        A: entry("a", name="低保标准"),
        "catalogue/entries/b.yaml": entry("b", method="依申请公开"),
        P: ALL,
    }

    assert (8, 9, [("a", "从未公开")]) == told("empty", files)
    assert (0, 0, []) == told("empty")
    assert one("empty").rate is None
    assert (9, 9, []) == told("empty", files | {D: disclosures(disclosure("d"))})


def stale(published: str, day: str, months: int | None = None, **differs: str) -> Told:
    settings = weighing(f"stale_months: {months}") if months else {}
    files = {A: entry("a", **differs), D: disclosures(disclosure("d", published=published))}
    return told("stale", settings | files, day)


def test_an_item_is_stale_after_six_months_or_as_the_settings_say():
    """
    On the corresponding day it is still fresh; a publication that lies ahead refreshes nothing.
    """
    assert (1, 1, []) == stale("2026-03-10", "2026-09-10")
    assert (0, 1, [("a", "最近一次公开是 2026-03-10")]) == stale("2026-03-10", "2026-09-11")
    assert (1, 1, []) == stale("2026-03-10", "2026-09-11", 7)
    assert (0, 1) == stale("2026-03-10", "2026-05-11", 2)[:2]
    assert (0, 0, []) == stale("2026-03-10", "2026-03-09")


def test_an_item_with_a_frequency_is_judged_by_it():
    """
    A yearly one is not stale in November; a quarterly one is as soon as a quarter went by without.
    """
    yearly = {
        A: entry("a", time_limit="每年至少公开一次"),
        D: disclosures(
            *(disclosure(f"d-{y}", published=f"{y}-03-10", event=None) for y in (2024, 2025, 2026))
        ),
    }
    quarterly = {**yearly, A: entry("a", time_limit="每季度至少公开一次")}

    assert (1, 1, []) == told("stale", yearly)
    assert (0, 1, [("a", "没有按频次更新，最近一次是 2026-03-10")]) == told("stale", quarterly)


REPORTS = "catalogue/reports/"


def test_reports_are_owed_from_the_first_year_that_a_unit_registered():
    """
    In time, late, without a part, and not at all; what is not due yet is not owed.
    """
    files = {
        f"{REPORTS}a.yaml": report("2022-jiaoyu", year="2022", published="2023-01-31"),
        f"{REPORTS}b.yaml": report("2023-jiaoyu", year="2023", published="2024-02-01"),
        f"{REPORTS}c.yaml": report("2024-jiaoyu", body=parts("五")),
        f"{REPORTS}d.yaml": report("2026-jiaoyu", year="2026", published="2027-01-20"),
    }

    assert (1, 4, [
        ("2023-jiaoyu", "2024-02-01 公布，应在 2024-01-31 前（含当日）"),
        ("2024-jiaoyu", "缺五"),
        ("2025-jiaoyu", "没有公布，应在 2026-01-31 前（含当日）"),
    ]) == told("report", files)  # fmt: skip
    assert (2, 5) == told("report", files, "2027-01-20")[:2]
    assert (1, 3) == told("report", files, "2026-01-31")[:2]  # the last day for that of 2025
    assert (1, 4) == told("report", files, "2026-02-01")[:2]
    assert (0, 0, []) == told("report")


def test_a_unit_says_leader_office_and_contact():
    """
    One way to reach it is enough; a unit that has ended owes nothing.
    """
    units = UNITS.replace(
        "leader: 副局长\n    office: 办公室\n    phone: 0000-0000002", "email: a@b.cn"
    )
    units += "  - id: laoju\n    name: 老局\n    ended: 2026-01-01\n"
    files = {"catalogue/units/units.yaml": units}

    assert (1, 2, [("jiaoyu", "没有写明分管领导、公开工作机构")]) == told("contacts", files)


SUSPECT = "# 441302199001011230\n"  # its last character does not agree with the others


def test_only_what_may_be_personal_is_left_to_a_person():
    """
    One file of ten; the number itself is not told. What config.yaml allows is counted.
    """
    files = {"catalogue/fields/fields.yaml": SUSPECT + FIELDS}
    [personal] = numbers(SUSPECT)
    allowed = (
        f"{CONFIG}personal_data:\n  allowed:\n    - {{file: catalogue/fields/fields.yaml,"
        f" kind: 居民身份证号, sha256: {personal.digest}, reason: 公示, approved_by: 主任,"
        " until: 2026-11-23}\n"
    )
    [failing] = one("personal", files).failing

    assert (10, 10, []) == told("personal")
    assert (9, 10) == told("personal", files)[:2]
    assert "catalogue/fields/fields.yaml" == failing.title
    assert "有 1 个号码像是个人信息，没有核对" == failing.why
    for day, met, valid in ((str(DAY), 10, 1), ("2026-11-24", 9, 0)):
        at = one("personal", files | {"config.yaml": allowed}, day)
        said = f"设置中准许公开的号码 1 个，其中没有到期的 {valid} 个。"
        assert (met, 10, said) == (at.numerator, at.denominator, at.note)


def test_what_is_not_public_yet_is_in_no_count():
    """
    The file of a document that is 不公开 until December is not even named.
    """
    history = "[{date: 2026-12-01, from: 不公开, to: 主动公开, reason: 解密}]"
    later = paper("b", "441302199001011230", published="2026-12-01", attribute_history=history)
    files = {"content/documents/b.md": later}

    assert (10, 10, []) == told("personal", files)
    assert (10, 11) == told("personal", files, "2026-12-01")[:2]


# -- rates, weights, score ---------------------------------------------------------------------


def test_of_nothing_there_is_no_rate():
    """
    Nor is it a hundred.
    """
    assert rate(0, 0) is None
    assert one("report").rate is None
    assert Decimal("100.0") == one("completeness").rate


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_rate_is_the_nearest_tenth(share):
    """
    As `decimal` rounds the exact number, halves up.
    """
    met, of = share
    exact = Fraction(100 * met, of)
    nearest = Decimal(math.floor(exact * 1000)) / 1000  # a half stays a half, less stays less
    expected = nearest.quantize(Decimal("0.1"), ROUND_HALF_UP)

    assert expected == rate(met, of)
    assert abs(Fraction(expected) - exact) <= Fraction(1, 20)


def test_every_indicator_has_a_weight_and_no_other_key_has():
    """
    In the order of the page, under the same name.
    """
    ids = [id for id, _, _, _ in INDICATORS]
    titles = {key: field.title for key, field in Weights.__pydantic_fields__.items()}

    assert ids == list(titles)
    assert [title for _, title, _, _ in INDICATORS] == list(titles.values())


def test_the_score_weighs_what_applies():
    """
    (3 × 88.9 + 1 × 100.0) ÷ 4; the report has a weight and does not apply.
    """
    files = weighing("weights: {completeness: '3', contacts: 1, report: 50}")
    found = evaluated(files | {A: entry("a", basis=None)})

    assert Decimal("91.7") == found.score
    assert {"completeness": "3", "contacts": "1", "report": "50"} == {
        one.id: one.weight for one in found.indicators if one.weight
    }
    assert (None, True) == (evaluated(weighing("weights: {report: 1}")).score, True)


def test_without_weights_no_score_is_told():
    """
    The indicators are told all the same.
    """
    found = evaluated()

    assert (False, None, 11) == (found.weighted, found.score, len(found.indicators))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(0, 1000),
            st.sampled_from(["", "0", "1", "0.25", "12.5", "9999"]),
        ),
        max_size=8,
    )
)
def test_the_score_agrees_with_a_slow_reading(rows):
    """
    In whole numbers: weights in hundredths, rates in tenths.
    """
    found = [
        Indicator(
            id="i", title="", formula="", numerator=0, denominator=0, weight=weight, failing=(),
            note="", rate=None if tenths is None else Decimal(tenths) / 10,
        )
        for tenths, weight in rows
    ]  # fmt: skip
    pairs = [(t, int(Decimal(w or "0") * 100)) for t, w in rows if t is not None]
    whole = sum(w for _, w in pairs)
    exact = Fraction(sum(t * w for t, w in pairs), whole) if whole else None
    expected = None if exact is None else Decimal(int((2 * exact + 1) // 2)) / 10

    assert expected == score(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weights: {completness: 1}", "没有字段“completness” [field-unknown]"),
        ("weights: {completeness: -1}", "“-1”不是分数 [value-points]"),
        ("weights: {completeness: 一}", "“一”不是分数 [value-points]"),
        ("weights: {completeness: 0}", "各指标的权重没有一个大于零，算不出总分 [value-weights]"),
        ("weights: {}", "各指标的权重没有一个大于零，算不出总分 [value-weights]"),
        ("stale_months: 0", "“0”不是可用的整数 [value-number]"),
        ("stale: 6", "没有字段“stale” [field-unknown]"),
    ],
)
def test_a_wrong_setting_is_told_at_its_place(text, expected):
    """
    Line and column of the key or the value, and what was meant.
    """
    row = CONFIG.count("\n") + 1
    [first] = [line.partition("\n")[0] for line in complaints(weighing(text))]

    assert first.startswith(f"config.yaml:{row}:")
    assert first.endswith(f"error: {expected}")
    assert int(first.split(":")[2]) > len("self_evaluation: ")


# -- the day -----------------------------------------------------------------------------------

DAYS = st.integers(0, 700).map(lambda n: date(2025, 1, 1) + timedelta(n))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(("a", "gonggao")), DAYS, DAYS), max_size=5),
    st.integers(1, 18),
    DAYS,
)
def test_columns_agree_with_a_slow_reading(published, months, day):
    """
    Item by item, day by day, whatever lies ahead.
    """
    records = [
        disclosure(f"d-{n}", entry=id, event=str(min(event, out)), published=str(out))
        for n, (id, event, out) in enumerate(published)
    ]
    files = {A: entry("a"), **weighing(f"stale_months: {months}")}
    files |= {D: disclosures(*records)} if records else {}
    last: dict[str, date] = {}
    begun = [min(event, out) for _, event, out in published if min(event, out) <= day]
    for id, _, out in published:
        if out <= day:
            last[id] = max(out, last.get(id, out))

    def old(out: date) -> bool:
        year, month = divmod(out.year * 12 + out.month - 1 + months, 12)
        return date(year, month + 1, min(out.day, monthrange(year, month + 1)[1])) < day

    found = {one.id: one for one in evaluated(files, str(day)).indicators}
    empty, stale_ = found["empty"], found["stale"]

    assert ((len(last), 9) if begun else (0, 0)) == (empty.numerator, empty.denominator)
    assert len(last) == stale_.denominator
    assert {id for id, out in last.items() if old(out)} == {one.id for one in stale_.failing}


def test_the_figures_add_up_and_nothing_fails_twice():
    """
    Numerator and failing are the denominator, whatever the day.
    """
    for day in ("2026-01-01", str(DAY), "2026-12-31"):
        for found in evaluated(SETTINGS | LIMITED | normative("bare"), day).indicators:
            assert found.denominator == found.numerator + len(found.failing)
            assert all(count == 1 for count in Counter(found.failing).values())
