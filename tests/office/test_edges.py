"""Where a rule of the internal side begins and ends: which rules speak, in the order of places.

What they say stands in `test_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from .makers import GOOD, NB, PUBLIC, REVIEW_1, REVIEW_2, REVIEW_3, REVIEW_NB, TEXT, replaced, said

FA_1, FA_2, FA_3 = PUBLIC
BROKEN = "id: [\n"
UNTITLED = ("number: 示府〔2023〕40号\nformed: 2023-04-10\n", "")
SAME_TITLE = ("值班安排", "加强公开")
NEVER_AGAIN = (
    "reconsidered:\n"
    "  - {on: 2026-04-01, by: 示范市人民政府办公室, outcome: 维持, reason: 内部管理}\n",
    "",
)
NUMBER_2 = "示府函〔2021〕2号"
SECRECY = "  - {with: 示范市保密局, on: 2021-05-07, outcome: 一致}\n"
CONSULTED = "consultations:\n  - {with: 综合科, on: 2021-05-06, outcome: 不一致}\n" + SECRECY
DOUBTED = replaced(
    REVIEW_2,
    (SECRECY, ""),
    ("with: 综合科, on: 2021-05-06", "with: 财政科, on: 2021-05-05"),
    ("outcome: 不一致", "outcome: 一致"),
    ("2021-05-05, attribute: 依申请公开", "2021-05-05, attribute: 不公开"),
)


def adjusted(day: str, after: str = "依申请公开") -> tuple[str, str]:
    """Return an adjustment of the withheld document, behind its registration."""
    step = f"{{on: {day}, from: 不公开, to: {after}, reason: 一}}"
    return ("2023-04-12\n", f"2023-04-12\nadjustments:\n  - {step}\n")


def consulted(*pairs: tuple[str, str]) -> dict[str, str]:
    """Return a review without a doubt, with consultations of the same day: with whom, outcome."""
    items = (f"  - {{with: {one}, on: 2020-02-25, outcome: {how}}}\n" for one, how in pairs)
    return replaced(REVIEW_1, ("signed:", "consultations:\n" + "".join(items) + "signed:"))


OPENED = ("office-own-attribute-differs", "office-catalogue-missing")
EDGES: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    # -- one document, one record ------------------------------------------------------------
    "a text of what is public as a whole": (
        {"internal/documents/fa-1.md": GOOD[TEXT].replace("fa-2", "fa-1").replace(NUMBER_2, "无")},
        ("office-both-sides", "office-own-attribute-differs"),
    ),
    "one title, issued on other days": (
        replaced(NB, UNTITLED, SAME_TITLE, ("attribute:", "issued: 2023-04-10\nattribute:")),
        (),
    ),
    "a bare number of the document itself": (
        replaced(TEXT, (NUMBER_2, "2021年3号"), ("[示范市人民政府]", "[jiaoyu]"))
        | replaced(FA_2, (NUMBER_2, "2021年3号"))
        | replaced(FA_3, ("示自然资〔2022〕3号", "2021年3号")),
        (),
    ),
    "number and title are told once": (
        replaced(NB, UNTITLED, SAME_TITLE, ("attribute:", "number: 示府〔2020〕1号\nattribute:")),
        ("office-both-sides",),
    ),
    "a number of a public document and of its text": (
        replaced(NB, ("示府〔2023〕40号", NUMBER_2)),
        ("office-both-sides",),
    ),
    "a withheld document of a public id": (
        replaced(TEXT, ("attribute: 依申请公开", "attribute: 不公开"), ("2号", "3号")),
        ("office-reconsideration-due", "office-both-sides", "office-own-attribute-differs"),
    ),
    "an id of something else that is public": (
        replaced(NB, ("id: nb-1", "id: jiaoyu"))
        | replaced(REVIEW_NB, ("document: nb-1", "document: jiaoyu")),
        ("id-repeated",),
    ),
    # -- consulting --------------------------------------------------------------------------
    "consulted on the day of the review": (DOUBTED, ()),
    "consulted before the review": (
        {REVIEW_2: DOUBTED[REVIEW_2].replace("财政科, on: 2021-05-05", "财政科, on: 2021-05-04")},
        ("office-days-order", "office-signed-differs"),
    ),
    "signed as something else than drafted, never reviewed": (
        replaced(
            REVIEW_2,
            ("reviewed: {by: 政务公开科, on: 2021-05-05, attribute: 依申请公开}\n", ""),
            (CONSULTED, ""),
        ),
        ("office-reviewed-missing", "office-signed-differs"),
    ),
    "settled on the same day": (replaced(REVIEW_2, ("on: 2021-05-07", "on: 2021-05-06")), ()),
    "agreed before it failed": (
        replaced(REVIEW_2, ("on: 2021-05-06", "on: 2021-05-08")),
        ("office-secrecy-consultation-missing",),
    ),
    "the same body agreed in the end": (consulted(("财政科", "不一致"), ("财政科", "一致")), ()),
    "another body agreed": (
        consulted(("财政科", "不一致"), ("法规科", "一致")),
        ("office-secrecy-consultation-missing",),
    ),
    "a meeting about a document of one organ failed": (
        consulted(("协调会", "不一致")),
        ("office-secrecy-consultation-missing",),
    ),
    "a part of the drafters agreed": (
        replaced(
            REVIEW_2,
            (SECRECY, ""),
            ("with: 综合科", "with: 办公室综合科"),
            ("outcome: 不一致", "outcome: 一致"),
        ),
        (),
    ),
    "a meeting on the day of the objection": (
        replaced(REVIEW_3, ("on: 2022-05-30", "on: 2022-05-27")),
        (),
    ),
    "a meeting before the objection": (
        replaced(REVIEW_3, ("on: 2022-05-30", "on: 2022-05-26")),
        ("office-objection-open",),
    ),
    "a meeting after signing": (
        replaced(REVIEW_3, ("on: 2022-05-30", "on: 2022-06-07")),
        ("office-objection-open", "office-days-order"),
    ),
    "a meeting that failed and one that agreed, without an objection": (
        replaced(
            REVIEW_3,
            ("异议", "同意"),
            (
                "outcome: 一致}",
                "outcome: 不一致}\n  - {with: 协调会, on: 2022-05-31, outcome: 一致}",
            ),
        ),
        (),
    ),
    "the leading organ twice": (
        replaced(NB, ("[示范市人民政府]", "[示范市人民政府, 示范市人民政府]")),
        (),
    ),
    # -- what could not be read says nothing else ----------------------------------------------
    "consultations that could not be read": (
        replaced(REVIEW_2, (CONSULTED, "consultations: 两次\n")),
        ("value-kind",),
    ),
    "opinions that could not be read": (
        replaced(
            REVIEW_3,
            ("joint:\n  - {organ: jiaoyu, opinion: 异议, on: 2022-05-27}\n", "joint: 已告知\n"),
            ("outcome: 一致", "outcome: 不一致"),
        ),
        ("value-kind",),
    ),
    "a review that could not be read": (
        replaced(NB, ("维持", "调整")) | {REVIEW_NB: BROKEN},
        ("yaml-truncated",),
    ),
    "a review without its id": (
        {REVIEW_NB: "reviews:\n  - document: nb-1\n"},
        ("field-missing",),
    ),
    "a review of something else without its id": (
        {REVIEW_NB: "reviews:\n  - document: nb-2\n"},
        ("office-review-missing", "field-missing"),
    ),
    "units that could not be read": ({"catalogue/units/units.yaml": BROKEN}, ()),
    "a public document that could not be read": ({FA_2: BROKEN}, ()),
    "a text that could not be read": ({TEXT: BROKEN}, ("front-matter-missing",)),
    "a document that could not be read": ({NB: BROKEN}, ("front-matter-missing",)),
    # -- steps -------------------------------------------------------------------------------
    "signed as withheld without a reason": (
        replaced(
            REVIEW_NB,
            ("attribute: 不公开, reason: 内部管理信息", "attribute: 依申请公开"),
            (
                "attribute: 不公开}\nsigned",
                "attribute: 依申请公开}\nconsultations:\n"
                "  - {with: 法规科, on: 2023-04-04, outcome: 一致}\nsigned",
            ),
        ),
        ("office-draft-reason-missing",),
    ),
    "found secret, signed as open, not yet public": (
        {FA_2: "", **replaced(REVIEW_2, ("不涉密", "涉密"))},
        ("office-catalogue-missing", "office-secret-open"),
    ),
    "the secrecy review after the consultations too": (
        replaced(REVIEW_2, ("on: 2021-05-04", "on: 2021-05-08")),
        ("office-days-order",),
    ),
    "registered before the secrecy review": (
        replaced(
            REVIEW_NB,
            ("reviewed: {by: 政务公开科, on: 2023-04-03, attribute: 不公开}\n", ""),
            ("signed: {on: 2023-04-10, attribute: 不公开}\n", ""),
            ("2023-04-12", "2023-04-01"),
        ),
        ("office-reviewed-missing", "office-signed-missing", "office-days-order"),
    ),
    "registered today": (replaced(REVIEW_NB, ("2023-04-12", "2026-11-23")), ()),
    "signed today, published before": (
        replaced(REVIEW_1, ("on: 2020-03-02", "on: 2026-11-23")),
        ("office-published-early",),
    ),
    # -- adjusting ---------------------------------------------------------------------------
    "adjusted before it was registered": (replaced(REVIEW_NB, adjusted("2023-04-11")), OPENED),
    "to be opened on a day ahead": (
        replaced(REVIEW_NB, adjusted("2027-01-01")),
        ("office-day-ahead",),
    ),
    "adjusted on the day of the reconsideration": (
        replaced(NB, ("维持", "调整")) | replaced(REVIEW_NB, adjusted("2026-04-01")),
        OPENED,
    ),
    "adjusted before the reconsideration": (
        replaced(NB, ("维持", "调整")) | replaced(REVIEW_NB, adjusted("2026-03-31")),
        (OPENED[0], "office-reconsideration-adjustment-missing", OPENED[1]),
    ),
    "to be adjusted without a review": (
        replaced(NB, ("维持", "调整")) | {REVIEW_NB: ""},
        ("office-review-missing", "office-reconsideration-adjustment-missing"),
    ),
    "a registration ahead is no look at it": (
        replaced(NB, NEVER_AGAIN) | replaced(REVIEW_NB, ("2023-04-12", "2061-04-12")),
        ("office-reconsideration-due", "office-day-ahead"),
    ),
    "a late registration is one": (
        replaced(NB, NEVER_AGAIN) | replaced(REVIEW_NB, ("2023-04-12", "2026-04-12")),
        (),
    ),
    "so is the day of issue": (
        replaced(NB, NEVER_AGAIN, ("formed: 2023-04-10", "issued: 2026-04-10")) | {REVIEW_NB: ""},
        ("office-review-missing",),
    ),
    # -- what a withheld document does to others -----------------------------------------------
    "its public record says so too": (
        replaced(TEXT, ("attribute:", "repeals: [fa-1]\nattribute:"))
        | replaced(FA_2, ("attribute:", "repeals: [fa-1]\nattribute:")),
        (),
    ),
    "it replaces what is nowhere": (
        replaced(NB, ("attribute:", "replaces: [fa-9]\nattribute:")),
        ("reference-unknown",),
    ),
}


@pytest.mark.parametrize(("differs", "rules"), EDGES.values(), ids=EDGES)
def test_these_rules_speak_and_no_other(differs, rules):
    """
    A day earlier or later, another body, what could not be read.
    """
    assert list(rules) == [re.findall(r"\[([a-z-]+)\]", line)[-1] for line in said(differs)]


def test_an_adjustment_that_lies_ahead_changes_nothing_before():
    """
    Until its day the document is what it was: its text is kept here, and no attribute differs.
    """
    ahead = "{{{}: 2027-03-01, from: 依申请公开, to: 主动公开, reason: 群众申请较多}}"
    planned = replaced(
        "content/documents/fa-2.md",
        (
            "attribute: 依申请公开\n",
            f"attribute: 主动公开\nattribute_history:\n  - {ahead.format('date')}\n",
        ),
    ) | replaced(
        REVIEW_2,
        (
            "signed: {on: 2021-05-10, attribute: 依申请公开}\n",
            "signed: {on: 2021-05-10, attribute: 依申请公开}\n"
            f"adjustments:\n  - {ahead.format('on')}\n",
        ),
    )

    told = [re.findall(r"\[([a-z-]+)\]", "\n".join(said(files))) for files in (
        planned, planned | {TEXT: ""}
    )]  # fmt: skip

    assert [["office-day-ahead"], ["office-text-missing", "office-day-ahead"]] == told
