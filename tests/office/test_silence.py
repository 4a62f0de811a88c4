"""What an office may rightly write: `check --internal` says nothing of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .makers import REVIEW_1, REVIEW_2, REVIEW_3, replaced, said

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
    "published on the day of signing": replaced(REVIEW_1, ("on: 2020-03-02", "on: 2020-03-04")),
}


@pytest.mark.parametrize("differs", SILENT.values(), ids=SILENT)
def test_nothing_is_said(differs):
    """
    Or an office would leave a check that cries.
    """
    assert [] == said(differs)
