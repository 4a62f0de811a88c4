"""When coverage and duties of organs say nothing: one slip is one problem."""

from __future__ import annotations

import pytest

from ..conftest import UNITS, complaints, entry

A = "catalogue/entries/a.yaml"
D = "catalogue/duties/b.yaml"
E = "catalogue/evaluations/a.yaml"
K = "catalogue/keypoints/a.yaml"
U = "catalogue/units/a.yaml"
DUTY = "id: d-xuke\nlist: 权责清单\nname: 规划许可\n"


def rules(differs: dict[str, str]) -> list[str]:
    """Return the rules that the good site then breaks."""
    return [one.split("\n")[0].rsplit("[", 1)[1][:-1] for one in complaints(differs)]


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({A: entry("a", duties="[d-xuk]"), D: DUTY}, ["reference-unknown"]),
        ({A: entry("a", duties="{d-xuke}"), D: DUTY}, ["value-kind"]),
        ({A: entry("gonggao", name="重复", duties="[d-xuke]"), D: DUTY}, ["id-repeated"]),
        ({A: entry("a", duties="[d-xuke]", metod="依申请公开"), D: DUTY}, ["field-unknown"]),
        ({A: entry("a", duties="[d-xuke]") + "bad: [1", D: DUTY}, ["yaml-truncated"]),
        ({A: entry("a", duties="[d-jiu]"), D: DUTY, "catalogue/duties/c.yaml":
          "id: d-jiu\nlist: 权责清单\nname: 旧\nsuperseded_by: d-xuke\n"}, ["reference-ended"]),
        ({D: DUTY + "ended: 2026-11-23\n"}, []),
        ({D: DUTY + "ended: 2026-11-24\n"}, ["duty-uncovered"]),
        ({A: entry("a", duties="[d-xuke]", ended="2026-11-23"), D: DUTY}, ["duty-uncovered"]),
        ({A: entry("a", duties="[d-xuke]", ended="2026-11-24"), D: DUTY}, []),
        ({A: entry("a", duties=None, ended="2026-11-23")}, []),
    ],
)  # fmt: skip
def test_a_duty_that_an_item_seems_to_mean_is_not_told_as_uncovered(differs, told):
    """
    The misspelt id is the fault, or the file that cannot be read; what has ended owes nothing.
    """
    assert told == rules(differs)


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({U: "id: x\nname: 甲县人民政府\nlevel: 县级\nleader: a\noffice: b\nphone: c\n"
          "coordination: [联席会议]\n"}, ["value-kind"]),
        ({U: "id: x\nname: 某局\nleader: a\noffice: b\nphone: c\nfounded: 2026-01-05\n"
          "briefings:\n  - {date: 2025-13-01, topic: 汇报}\n  - {date: 2024-05-01, topic: 汇报}\n"},
         ["value-date"]),
        ({K: "id: k\nyear: 2025\ntitle: 甲\nunit: jiaoyu\nstatus: 已完\n"}, ["value-choice"]),
        ({K: "id: k\nyear: 2025\ntitle: 甲\nunit: jiaoyu\ndone: 2025-02-30\n"}, ["value-date"]),
        ({K: "id: k\nyear: 2026\ntitle: 甲\nunit: jiaoyu\ndone: 2026-05-01\n"
          "evidence: [{titel: 表}]\n"},
         ["field-missing", "field-unknown"]),
        ({K: "id: k\nyear: 2026\ntitle: 甲\nunit: jiaoyu\ndone: 2026-05-01\n"
          "evidence: [{title: 表, document: wu}]\n"}, ["reference-unknown"]),
        ({K: "keypoints:\n  - {id: k, year: 2024, title: 甲, unit: jiaoyu, done: 2024-05-01,"
          " evidence: [表]}\n"
          "  - {id: l, year: 205, title: 乙}\n"}, ["value-number"]),
        ({E: "id: v\nyear: 2025\nunits:\n"
          '  - {unit: jiaoyu, consequence: 表扬,'
          ' scores: [{indicator: a, points: 九, of: "10"}]}\n'},
         ["value-points"]),
    ],
)  # fmt: skip
def test_what_is_written_wrongly_is_not_missing_too(differs, told):
    """
    What could not be read may have said it.
    """
    assert told == rules(differs)


@pytest.mark.parametrize("points", ["86.5", "0", "0.25", "100", "9999.99"])
def test_points_are_decimal_text(points):
    """
    As their author wrote them.
    """
    text = f'{{indicator: a, points: "{points}", of: "9999.99"}}'

    assert [] == rules({E: f"id: v\nyear: 2025\nunits: [{{unit: jiaoyu, scores: [{text}]}}]\n"})


@pytest.mark.parametrize("points", ["08", "-1", "1e2", ".5", "5.", "8６", "1.005", "优", "12345"])
def test_what_is_no_number_of_points_is_refused_in_words(points):
    """
    At its place, with an example of what to write.
    """
    text = f'{{indicator: a, points: "{points}", of: "10"}}'
    [said] = complaints({E: f"id: v\nyear: 2025\nunits: [{{unit: jiaoyu, scores: [{text}]}}]\n"})

    assert (
        f"{E}:3:56: error: “{points}”不是分数 [value-points]\n"
        "    请用半角数字，至多四位整数、两位小数，如 86.5。"
    ) == said


@pytest.mark.parametrize(("year", "told"), [("2025", []), ("2026", ["reference-ended"])])
def test_a_year_that_has_passed_names_the_units_that_it_had(year, told):
    """
    What has ended since then was there; of this year's key points a current unit is in charge.
    """
    point = f"id: k\nyear: {year}\ntitle: 甲\ndone: {year}-02-01\nevidence: [表]\nunit: x\n"

    assert told == rules({U: "id: x\nname: 旧局\nended: 2026-02-01\n", K: point})


def test_the_founding_of_one_unit_does_not_excuse_another():
    """
    Each owes from its own first whole year.
    """
    units = UNITS.replace("0000-0000001\n", "0000-0000001\n    founded: 2025-01-01\n").replace(
        "0000-0000002\n", "0000-0000002\n    briefings: [{date: 2024-02-01, topic: 汇报}]\n"
    )
    [said] = complaints({"catalogue/units/units.yaml": units})

    assert "“示范市教育局”主要负责人 2025 年" in said
