"""A row of a table to an entry: each cell in its element, and what its reading changed kept."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from .makers import bring, merged, row, table, two_rows

ROW = {
    "number": "1",
    "group": "政策文件",
    "name": "征收办法",
    "field": "zhengdi",
    "category": ["决策"],
    "suggested": ["category"],
    "content": ["文件全文"],
    "basis": [{"title": "土地管理法", "article": "第四十七条"}],
    "subject": ["ziran-ziyuan"],
    "time_limit": "信息形成之日起20个工作日内",
    "method": "主动公开",
    "channels": ["政府网站"],
    "audience": "全社会",
    "level": ["县级"],
}


@pytest.mark.parametrize("form", ["xlsx", "xls", "docx", "html"])
def test_a_row_of_the_form_is_an_entry(form, tmp_path):
    """
    The same from every file.
    """
    grid, spans = two_rows(table(row()))
    found = bring(tmp_path, grid, form=form, spans=spans).entry

    assert ROW == {key: found.get(key) for key in ROW}
    assert {*ROW, "id", "original", "order", "source", "imported"} == set(found)


def test_an_entry_says_where_it_comes_from(tmp_path):
    """
    The unit, the file, the sheet and the row.
    """
    entry = bring(tmp_path, table(row()), name="公开目录", unit="ziran-ziyuan").entry

    assert "示范市自然资源局，公开目录.xlsx，Sheet1，第2行" == entry["source"]


def test_the_unit_whose_catalogue_it_is_never_fills_the_body(tmp_path):
    """
    Who publishes is what the table says, or nobody.
    """
    entry = bring(tmp_path, table(row(subject="")), unit="ziran-ziyuan").entry

    assert "subject" not in entry


def test_a_cell_that_an_export_prints_again_is_not_kept_twice(tmp_path):
    """
    The original is for words that would be lost.
    """
    grid = table(row(subject="示范市自然资源局", channels="", content="甲\n乙"))

    assert "original" not in bring(tmp_path, grid).entry


CHANGED = {
    "a list of boxes": ("channels", "■政府网站 □政府公报"),
    "a short name": ("subject", "市自然资源局"),
    "a word broken by a line": ("time_limit", "20个工作\n日内"),
    "a number of a list": ("name", "1.1 征收办法"),
    "a list in one line": ("content", "1.甲；2.乙"),
    "brackets of a number": ("basis", "《关于甲的通知》（甲发[2018]13号）"),
    "a name printed twice": ("name", "征收办法\n征收办法"),
}


@pytest.mark.parametrize(("key", "text"), CHANGED.values(), ids=CHANGED)
def test_a_cell_whose_reading_changed_it_is_kept_as_it_was(key, text, tmp_path):
    """
    By the head of its column.
    """
    grid = table(row(**{key: text}))
    [head] = [head for head, cell in zip(*grid, strict=True) if cell == text]

    assert text == bring(tmp_path, grid).entry["original"][head]


EXTRA = {
    "how long it stays": "公开时长",
    "a link": "链接",
    "a place on the site": "网站所属栏目",
    "the clause": "条款内容",
    "an office": "责任科室",
    "ticks without a place": "勾选(位置不明)",
}


@pytest.mark.parametrize("head", EXTRA.values(), ids=EXTRA)
def test_a_column_that_the_form_does_not_have_is_kept_as_it_is(head, tmp_path):
    """
    Under its own head; an empty cell leaves nothing.
    """
    grid = table(row(new="  "), row(number="2", name="方案", new="√√"), new=head)
    first, second = bring(tmp_path, grid).entries

    assert "extra" not in first
    assert {head: "√√"} == second["extra"]


def test_a_column_without_head_is_kept_by_its_place(tmp_path):
    """
    Nothing is lost for want of a name.
    """
    assert {"第15列": "甲"} == bring(tmp_path, table(row(new="甲"), new="")).entry["extra"]


def test_two_columns_of_one_head_are_both_kept(tmp_path):
    """
    Told apart by a number.
    """
    grid = table(row(one="甲", two="乙"), one="链接", two="链接")

    assert ["甲", "乙"] == [*bring(tmp_path, grid).entry["extra"].values()]


SAME = {
    "read as the same element": ("五公开", "五公开"),
    "boxes of one name": ("特定群众", "特定群众"),
    "one whose words do not fit its head": ("公开方式", "公开方式"),
}


@pytest.mark.parametrize(("one", "two"), SAME.values(), ids=SAME)
def test_two_columns_of_one_head_lose_none_of_their_words(one, two, tmp_path):
    """
    Whatever each is taken for.
    """
    grid = table(row(one="甲字", two="乙字"), one=one, two=two)
    entry = bring(tmp_path, grid).entry
    held = f"{entry.get('extra')}{entry.get('original')}{entry.get('audience')}"

    assert "甲字" in held
    assert "乙字" in held


def test_ditto_in_a_column_beside_the_form_is_what_stands_above_and_kept(tmp_path):
    """
    A cell whose reading changed it, as any other.
    """
    grid = table(row(x="内设科室"), row(name="方案", x="同上"), x="联系方法")
    found = bring(tmp_path, grid).entries[1]

    assert {"联系方法": "内设科室"} == found["extra"]
    assert "同上" == found["original"]["联系方法"]


DITTO = {
    "whole": ("同上", "《甲法》"),
    "in brackets": ("（同上）", "《甲法》"),
    "a sign": ("〃", "《甲法》"),
}


@pytest.mark.parametrize(("text", "meant"), DITTO.values(), ids=DITTO)
def test_ditto_is_what_stands_above(text, meant, tmp_path):
    """
    In each column by itself, through several rows.
    """
    rows = (row(basis=meant), row(name="方案", basis=text), row(name="名单", basis=text))
    found = bring(tmp_path, table(*rows)).entries

    assert [[{"title": "甲法"}]] * 3 == [
        [one if isinstance(one, dict) else {"title": one} for one in entry["basis"]]
        for entry in found
    ]
    assert text == found[1]["original"]["公开依据"]


def test_ditto_refers_to_the_nearest_row_that_says_something(tmp_path):
    """
    Of two bodies above, the lower.
    """
    limits = ("20个工作日内", "及时公开", "同上")
    grid = table(*(row(name=f"事项{n}", time_limit=text) for n, text in enumerate(limits)))

    assert "及时公开" == bring(tmp_path, grid).entries[2]["time_limit"]


def test_a_part_of_a_cell_may_be_as_above(tmp_path):
    """
    1.办事指南：内容同上: only the words behind the colon.
    """
    first = "1.办事指南：申请条件、办理流程；2.结果：名单"
    second = "1.办事指南：内容同上；2.结果：公告"
    grid = table(row(content=first), row(name="方案", content=second))
    found = bring(tmp_path, grid).entries[1]

    assert ["办事指南：申请条件、办理流程", "结果：公告"] == found["content"]
    assert second == found["original"]["公开内容（要素）"]


def test_ditto_with_nothing_above_it_is_kept_and_told(tmp_path):
    """
    Nobody knows what it stands for.
    """
    brought = bring(tmp_path, table(row(time_limit="同上")))

    assert "同上" == brought.entry["time_limit"]
    assert ["ditto-open"] == brought.whys()["Sheet1!F2"]


def test_both_levels_in_one_cell_are_parted_at_the_slash(tmp_path):
    """
    As the flat model prints them.
    """
    grid = table(row(name="教育/招生范围"), only=("name", "content"), name="公开事项（一级/二级）")
    entry = bring(tmp_path, grid).entry

    assert ("教育", "招生范围") == (entry["group"], entry["name"])


def test_a_third_level_is_kept_and_does_not_hide_the_second(tmp_path):
    """
    Where the column is there but empty, nothing is said.
    """
    grid = table(row(sub="公告"), row(name="方案", sub=""), sub="三级事项")
    first, second = bring(tmp_path, grid).entries

    assert "公告" == first["subgroup"]
    assert "subgroup" not in second


def test_what_stands_above_the_table_holds_for_every_row(tmp_path):
    """
    Stated once in the introduction: limit, channel, method and body.
    """
    lines = ["公开时限：自形成之日起20个工作日内。公开方式：主动公开。", "公开渠道：政府网站。"]
    grid = table(row(), row(name="方案"), only=("number", "group", "name", "content"))
    found = bring(tmp_path, grid, form="docx", before=lines).entries

    assert ["自形成之日起20个工作日内"] * 2 == [one["time_limit"] for one in found]
    assert ["主动公开"] * 2 == [one["method"] for one in found]
    assert [["政府网站"]] * 2 == [one["channels"] for one in found]


def test_a_limit_of_the_row_wins_over_the_one_above_the_table(tmp_path):
    """
    Page data say 长期公开, the row 20个工作日.
    """
    found = bring(tmp_path, table(row()), form="docx", before=["公开时限：长期公开"]).entry

    assert row()["time_limit"] == found["time_limit"]


def test_an_item_without_a_name_has_what_names_it_best(tmp_path):
    """
    And it is told.
    """
    brought = bring(tmp_path, table(row(name="", group="")))

    assert "文件全文" == brought.entry["name"]
    assert "name-missing" in [why for whys in brought.whys().values() for why in whys]


def test_a_level_above_with_no_second_is_the_name(tmp_path):
    """
    Where an item has a group alone.
    """
    found = bring(tmp_path, table(row(name="")), form="csv").entry

    assert "政策文件" == found["name"]


def test_a_number_that_a_spreadsheet_took_for_a_date_is_a_number_again(tmp_path):
    """
    1-2 had become the second of January.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for down, line in enumerate(table(row(number=""), merged())):
            page.write_row(down, 0, line)
        page.write_datetime(1, 0, date(2025, 1, 2), book.add_format({"num_format": "m-d"}))
    brought = bring(tmp_path, out.getvalue())

    assert "1-2" == brought.entry["number"]
    assert ["cell-date"] == brought.whys()["Sheet1!A2"]
