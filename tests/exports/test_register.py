"""What no column shows stands in the sheet 登记信息, a row for each item."""

from __future__ import annotations

from generator.exports.register import register_rows

from ..conftest import entry
from .conftest import of

ALL = {
    "order": "3", "source": "〔2019〕54号", "effective": "2026-01-01", "ended": "2027-01-01",
    "duties": "[d-zhengdi, d-other]", "suggested": "[category]",
    "original": "{公开时限: 20个工作日, 公开渠道和载体: 口政府网站}",
}  # fmt: skip


def test_each_item_has_a_row_and_what_is_not_said_has_none():
    """
    By the words of an editor; 0 is said.
    """
    catalogue, _ = of(entry("b", order="0"), entry("a", **ALL))

    assert (
        ("b", "次序", "0"),
        ("a", "次序", "3"),
        ("a", "出处", "〔2019〕54号"),
        ("a", "生效日期", "2026-01-01"),
        ("a", "终止日期", "2027-01-01"),
        ("a", "来源", "d-zhengdi、d-other"),
        ("a", "待确认", "category"),
        ("a", "导入原文：公开时限", "20个工作日"),
        ("a", "导入原文：公开渠道和载体", "口政府网站"),
    ) == register_rows(catalogue.entries)
