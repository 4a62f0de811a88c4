"""What an exported workbook says of its entries beside the form."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from generator.exports.register import HEADER, NAME
from generator.personal import masked

from .makers import HEADS, Grid, bring, row, table

ITEM = row(id="own-id-1")
ITEMS = table(ITEM, only=("id", *HEADS), id="编号")


def workbook(*sheets: Grid) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for number, grid in enumerate(sheets, 1):
            page = book.add_worksheet(NAME if grid[0] == [*HEADER] else f"表{number}")
            for down, line in enumerate(grid):
                page.write_row(down, 0, line)
    return out.getvalue()


def register(*lines: tuple[str, str]) -> Grid:
    return [["编号", "项目", "内容"], *(["own-id-1", item, text] for item, text in lines)]


SAID = {
    "次序": ("70", "order", "70"),
    "出处": ("甲目录，第3行", "source", "甲目录，第3行"),
    "生效日期": ("2026-01-01", "effective", "2026-01-01"),
    "待确认": ("category", "suggested", ["category"]),
    "导入原文：公开依据": ("甲法 一条", "original", {"公开依据": "甲法 一条"}),
}


@pytest.mark.parametrize("item", SAID)
def test_a_new_entry_has_what_its_workbook_says_beside_the_form(item, tmp_path):
    """
    An export brought to another site loses nothing.
    """
    text, key, value = SAID[item]
    found = bring(tmp_path, workbook(ITEMS, register((item, text)))).entry

    assert value == found[key]


SPOILT = {
    "a day in other words": ("生效日期", "2026年1月1日"),
    "no day": ("生效日期", "2026-02-30"),
    "an order that is none": ("次序", "²"),
    "an order in words": ("次序", "第一"),
    "a huge order": ("次序", "9" * 5000),
    "a key that cannot be suggested": ("待确认", "basis"),
    "duties that are no ids": ("来源", "《甲清单》、乙"),
    "duties that are not there": ("来源", "d-nowhere"),
    "an item that nobody knows": ("备忘", "甲"),
}


@pytest.mark.parametrize(("item", "text"), SPOILT.values(), ids=SPOILT)
def test_a_register_that_somebody_edited_is_a_problem_or_left_over(item, text, tmp_path):
    """
    Never a traceback, and not lost in silence.
    """
    found = bring(tmp_path, workbook(ITEMS, register((item, text))))
    told = [cell["text"] for one in found.taken.record["tables"] for cell in one["cells"]]

    assert found.taken.problems or masked(text) in told or text in found.text


def test_the_cells_of_a_register_are_told_too(tmp_path):
    """
    Every cell that is not empty, of every sheet.
    """
    found = bring(tmp_path, workbook(ITEMS, register(("次序", "70"))))
    told = [cell["text"] for one in found.taken.record["tables"] for cell in one["cells"]]

    assert {"次序", "70"} <= set(told)


def test_a_catalogue_whose_first_heads_are_those_of_a_register_is_a_catalogue(tmp_path):
    """
    编号, 项目 and 内容 are words of common tables.
    """
    heads = {"number": "编号", "name": "项目", "content": "内容"}
    only = ("number", "name", "content", "basis", "time_limit")
    found = bring(tmp_path, table(row(), only=only, **heads))

    assert "征收办法" == found.entry["name"]


def test_a_common_table_of_these_three_columns_is_told(tmp_path):
    """
    Beside a catalogue, on a sheet of its own.
    """
    other = [["编号", "项目", "内容"], ["1", "征收公告", "公告全文"]]
    found = bring(tmp_path, workbook(table(row()), other))
    told = [cell["text"] for one in found.taken.record["tables"] for cell in one["cells"]]

    assert "公告全文" in told
