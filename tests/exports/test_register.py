"""What no column shows stands in the sheet 登记信息, a row for each item."""

from __future__ import annotations

import re

from generator.exports.layout import line_texts
from generator.exports.register import PRINTED, register_rows

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
    ) == tuple(
        row
        for row in _rows(entry("b", order="0", duties=None), entry("a", **ALL))
        if row[1] != PRINTED
    )


def test_every_entry_has_the_marks_of_its_line():
    """
    They change with the line, and with nothing else of the entry.
    """
    [first], [other], [renamed] = (
        [row for row in _rows(one) if row[1] == PRINTED]
        for one in (entry("a"), entry("a", order="7"), entry("a", name="征地预公告"))
    )

    assert ("a", PRINTED) == first[:2]
    assert re.fullmatch("[0-9A-Za-z_-]{64}", first[2])
    assert first == other
    assert [12] == [
        at for at in range(0, 64, 4) if first[2][at : at + 4] != renamed[2][at : at + 4]
    ]


def _rows(*records):
    catalogue, lines = of(*records)
    told = {one.id: line_texts(one) for one in lines}
    return register_rows(catalogue.entries, lambda entry: told[entry.id])
