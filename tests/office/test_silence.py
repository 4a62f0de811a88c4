"""What an office may rightly write: `check --internal` says nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from .makers import (
    GOOD,
    LEDGER,
    NB,
    PUBLIC,
    REVIEW_1,
    REVIEW_2,
    REVIEW_3,
    REVIEW_NB,
    TEXT,
    replaced,
    said,
)

FA_1, _, FA_3 = PUBLIC

SILENT: Mapping[str, Mapping[str, str]] = {
    "all on one day": replaced(
        REVIEW_1,
        ("on: 2020-02-20", "on: 2020-03-02"),
        ("on: 2020-02-21", "on: 2020-03-02"),
        ("on: 2020-02-24", "on: 2020-03-02"),
    ),
    "agreed in the end": replaced(
        REVIEW_2, ("with: 综合科", "with: 办公室综合科"), ("with: 示范市保密局", "with: 综合科")
    ),
    "consulted as the drafters write it": replaced(
        REVIEW_2,
        ("  - {with: 综合科, on: 2021-05-06, outcome: 不一致}\n", ""),
        ("示范市保密局", "政务公开科"),
    ),
    "the leading organ decides": replaced(REVIEW_3, ("outcome: 一致", "outcome: 不一致")),
    "it decides after its own departments agreed": replaced(
        REVIEW_3,
        ("on: 2022-05-23, attribute: 依申请公开", "on: 2022-05-23, attribute: 主动公开"),
        (
            "consultations:\n",
            "consultations:\n  - {with: ziran-ziyuan, on: 2022-05-26, outcome: 一致}\n",
        ),
        ("协调会, on: 2022-05-30, outcome: 一致", "协调会, on: 2022-05-30, outcome: 不一致"),
    ),
    "a second meeting": replaced(
        REVIEW_3,
        (
            "公开属性协调会, on: 2022-05-30, outcome: 一致}",
            "协调会, on: 2022-05-30, outcome: 不一致}\n"
            "  - {with: 第二次协调会, on: 2022-05-31, outcome: 一致}",
        ),
    ),
    "the objecting organ itself agreed": replaced(REVIEW_3, ("公开属性协调会", "示范市教育局")),
    "a text in an attachment": replaced(
        TEXT,
        ("attribute: 依申请公开", "attachments: [批复 原件.pdf]\nattribute: 依申请公开"),
        ("\n批复如下。\n", ""),
    )
    | {"internal/documents/批复 原件.pdf": "%PDF"},
    "one title every year": replaced(NB, ("值班安排", "加强公开")),
    "one title, another day": replaced(
        NB, ("number: 示府〔2023〕40号\n", ""), ("值班安排", "加强公开")
    ),
    "one title, another issuer": replaced(
        NB,
        ("number: 示府〔2023〕40号\nformed: 2023-04-10\n", ""),
        ("值班安排", "加强公开"),
        ("[示范市人民政府]", "[jiaoyu]"),
    ),
    "numbers that do not tell whose they are": replaced(NB, ("示府〔2023〕40号", "2022年第3号"))
    | replaced(FA_3, ("示自然资〔2022〕3号", "2022年3号")),
    "no number": replaced(NB, ("示府〔2023〕40号", "无"))
    | replaced(FA_1, ("示府〔2020〕1号", "无")),
    "an objection that was withdrawn": replaced(
        REVIEW_3,
        ("consultations:\n  - {with: 公开属性协调会, on: 2022-05-30, outcome: 一致}\n", ""),
        ("on: 2022-05-27}", "on: 2022-05-27}\n  - {organ: jiaoyu, opinion: 同意, on: 2022-06-01}"),
    ),
    "a secret that was taken out": replaced(REVIEW_1, ("不涉密", "涉密附图已删去")),
    "a secret that stays withheld": replaced(REVIEW_NB, ("不涉密", "涉密。")),
    "one unit drafts and reviews": replaced(REVIEW_3, ("by: 办公室", "by: 示范市自然资源局")),
    "a text without its numbers": replaced(TEXT, ("number: 示府函〔2021〕2号\n", "")),
    "a text whose number is typed otherwise": replaced(TEXT, ("〔2021〕", "[2021]")),
    "all steps of an application on one day": replaced(
        LEDGER,
        (
            "    registered: 2026-11-09\n",
            "    registered: 2026-11-09\n    audited: 2026-11-09\n    replied: 2026-11-09\n"
            "    outcome: 予以公开\n",
        ),
    ),
    "an application that is never corrected": replaced(
        LEDGER, (", returned: 2026-03-16", ""), ("(三)4", "(六)1")
    ),
    "a suit against the department that handled it": replaced(
        LEDGER,
        ("    registered: 2026-03-03", "    handled_by: 征收科\n    registered: 2026-03-03"),
        ("handled_by: ziran-ziyuan\n        result", "handled_by: 征收科\n        result"),
        ("        handled_by: ziran-ziyuan\n  - id", "        handled_by: 征收科\n  - id"),
    ),
    "corrected and put right, compliance to come": replaced(
        LEDGER, ("        complied_on: 2026-07-20\n", "")
    ),
    "published on the day of signing": replaced(REVIEW_1, ("on: 2020-03-02", "on: 2020-03-04")),
}


@pytest.mark.parametrize("differs", SILENT.values(), ids=SILENT)
def test_nothing_is_said(differs):
    """
    Or an office would leave a check that cries.
    """
    assert [] == said(differs)


def test_attachments_are_found_in_a_folder_whose_name_is_not_shown():
    """
    The name may be a title; of that alone something is said.
    """
    text = GOOD[TEXT].replace("attribute:", "attachments: [附图.pdf, ../表.xlsx]\nattribute:")
    [line] = said({
        TEXT: "",
        "internal/documents/某项工程/fa-2.md": text,
        "internal/documents/某项工程/附图.pdf": "a",
        "internal/documents/表.xlsx": "a",
    })  # fmt: skip

    assert "internal/documents/(2)/fa-2.md: information: 文件名可能就是标题" in line


def test_what_lies_beyond_the_calendar_is_not_guessed():
    """
    Nobody knows the working days of 2027, so an application of December is not late in March.
    """
    ledger = replaced(
        LEDGER,
        ("received: 2026-11-09", "received: 2026-12-15"),
        ("registered: 2026-11-09", "registered: 2026-12-15"),
    )

    assert [] == said(ledger, day=date(2027, 3, 1))


def test_reconsideration_because_no_answer_came_is_in_order():
    """
    It is filed when the term is over, before any answer; the delay alone is told.
    """
    ledger = replaced(
        LEDGER,
        ("received: 2026-11-09", "received: 2026-10-12"),
        (
            "registered: 2026-11-09\n",
            "registered: 2026-10-12\n    disputes:\n"
            "      - {kind: 行政复议, filed: 2026-11-20, handled_by: 示范市教育局}\n",
        ),
    )
    [told] = said(ledger)

    assert "[request-overdue]" in told
