"""The header of a table: where it is, and which column says which element."""

from __future__ import annotations

import pytest

from generator.imports.tables.headers import find_header, repeats

from .makers import HEADS, Grid, row, sheet, table, two_rows


def elements(grid: Grid, spans=(), form: str = "xlsx") -> list[str]:
    """The elements of the columns, levels and categories with the word they stand for."""
    header = find_header(sheet(grid, spans, form).rows)
    assert header is not None
    return [" ".join(filter(None, (one.element, one.word))) for one in header.columns]


OFFICIAL = [
    "number", "group", "name", "content", "basis", "time_limit", "subject", "channels", "everyone",
    "group-only", "proactive", "on-request", "level 县级", "level 乡级",
]  # fmt: skip


@pytest.mark.parametrize("form", ["xlsx", "xls", "docx", "html"])
def test_the_official_header_of_two_rows_is_read(form):
    """
    Six heads of one cell, four over two.
    """
    assert OFFICIAL == elements(*two_rows(table(row())), form)


def test_the_same_header_in_one_row_is_read():
    """
    As copies have it.
    """
    assert OFFICIAL == elements(table(row()))


def test_a_header_of_two_rows_whose_merges_are_lost_is_read():
    """
    A copy of the form into a text: the heads over two columns stand over the first.
    """
    grid, _ = two_rows(table(row()))

    assert OFFICIAL == elements(grid, form="csv")


WORDED = {
    "another word for the body": ("公开责任单位", "subject"),
    "broken by a blank": ("公开责 任单位", "subject"),
    "broken by a line": ("公开\n责任单位", "subject"),
    "broken by a mark of the copy": ("公开¶主体", "subject"),
    "with words in brackets": ("公开主体（责任单位）", "subject"),
    "traditional characters": ("公開主體", "subject"),
    "the content without brackets": ("公开内容", "content"),
    "the content as elements": ("公开要素", "content"),
    "marks explained in the head": ("公开内容（●必选 〇可选）", "content"),
    "channels, marks explained": ("公开渠道和载体（■必选 □可选）", "channels"),
    "the channels in short": ("公开渠道", "channels"),
    "the limit in other words": ("公开期限", "time_limit"),
    "a frequency": ("更新频次", "time_limit"),
    "five openings": ("五公开", "category"),
    "a group only, in other words": ("特定群众", "group-only"),
    "a group only, asking": ("特定群体（请写明）", "group-only"),
    "on request, in full": ("依申请公开", "on-request"),
    "on request, half of it": ("申请", "on-request"),
    "on its own motion": ("主动公开", "proactive"),
    "withheld": ("不公开", "withheld"),
    "the item, in other words": ("事项名称", "name"),
    "the items of a duty list": ("业务事项", "name"),
    "the duty": ("具体职责", "group"),
    "the class of information": ("信息类别", "subgroup"),
    "a number": ("次序", "number"),
    "a field": ("相应领域", "field"),
    "ticks without a place": ("勾选(位置不明)", "ticks"),
    "how long it stays": ("公开时长", "extra"),
    "a link": ("链接", "extra"),
    "a place on the site": ("网站所属栏目", "extra"),
    "the clause": ("条款内容", "extra"),
    "the rank of the basis": ("依据效力(位阶)", "extra"),
    "a lower level of items": ("四级栏目", "extra item"),
}


@pytest.mark.parametrize(("head", "element"), WORDED.values(), ids=WORDED)
def test_a_head_is_read_by_what_it_means(head, element):
    """
    Wherever it stands; what the form does not have is kept as it is.
    """
    only = ("number", "group", "name", "content", "new", "channels")
    only = tuple(one for one in only if one != element)

    assert element in elements(table(row(), only=only, new=head))


LEVELS = {
    "镇级": "镇级", "村级": "村级", "区级": "区级", "镇街级": "镇街级", "市级": "市级",
    "作业区": "作业区", "乡、村级": "乡、村级", "镇、村级": "镇、村级", "州级县级": "州级县级",
    "县(区)级": "县级", "鄉級": "乡级", "村(社区)": "村", "镇街": "镇街",
}  # fmt: skip


@pytest.mark.parametrize(("head", "word"), LEVELS.items())
def test_a_level_has_any_name(head, word):
    """
    The national form knows two.
    """
    assert [*OFFICIAL[:12], f"level {word}", "level 乡级"] == elements(table(row(), county=head))


def test_three_level_columns_stand_side_by_side():
    """
    县级, 镇级 and 乡、村级.
    """
    found = elements(*two_rows(table(row(), township="镇级", third="乡、村级")))

    assert ["level 县级", "level 镇级", "level 乡、村级"] == found[12:]


def test_one_level_column_is_enough():
    """
    A township has only 乡级.
    """
    found = elements(*two_rows(table(row(), only=[one for one in HEADS if one != "county"])))

    assert "level 乡级" == found[-1]


def test_columns_stand_in_any_order():
    """
    公开方式 before 公开渠道, 公开对象 last.
    """
    only = ("number", "name", "proactive", "on_request", "channels", "basis", "everyone", "some")

    assert [
        "number", "name", "proactive", "on-request", "channels", "basis", "everyone", "group-only",
    ] == elements(*two_rows(table(row(), only=only)))  # fmt: skip


def test_a_second_head_of_methods_over_levels_is_read_by_its_leaves():
    """
    A misprint: the levels stand under 公开方式.
    """
    grid, spans = two_rows(table(row()))
    grid[0][12] = "公开方式"

    assert OFFICIAL == elements(grid, spans)


def test_a_misprinted_box_is_read_by_its_place_and_told():
    """
    The head under 公开对象 reads 舞裤.
    """
    grid, spans = two_rows(table(row()))
    grid[1][9] = "舞裤"
    header = find_header(sheet(grid, spans).rows)
    assert header is not None

    assert "group-only" == header.columns[9].element
    assert "header-guess" == header.columns[9].why[0]


def test_one_head_over_two_columns_of_items_is_both_levels():
    """
    Six cells over seven columns: 公开事项 spans two.
    """
    grid = table(row(), only=("number", "group", "name", "content", "subject"))
    grid[0][1:3] = ["公开事项", ""]

    assert ["number", "group", "name", "content", "subject"] == elements(grid, [(0, 0, 1, 2)])


def test_an_item_that_is_not_split_has_a_name_and_no_group():
    """
    公开事项 is one column.
    """
    grid = table(row(), only=("number", "name", "content", "basis"), name="公开事项")

    assert ["number", "name", "content", "basis"] == elements(grid)


def test_both_levels_in_one_cell_are_told_apart_later():
    """
    公开事项（一级/二级）, as the flat model has it.
    """
    grid = table(row(), only=("name", "content", "time_limit"), name="公开事项（一级/二级）")

    assert ["group-and-name", "content", "time_limit"] == elements(grid)


def test_an_extra_level_above_the_items_is_kept():
    """
    一级目录 beside 一级事项 and 二级事项: the standard's words are the standard's columns.
    """
    only = ("top", "group", "name", "subgroup", "content")
    grid = table(row(top="公共服务"), only=only, top="一级目录", subgroup="三级事项")

    assert ["extra", "group", "name", "subgroup", "content"] == elements(grid)


def test_the_first_column_without_a_head_is_the_number():
    """
    The head of 序号 was lost.
    """
    assert OFFICIAL == elements(table(row(), number=""))


def test_a_lost_head_before_the_second_level_is_the_first():
    """
    序号 and 一级事项 were lost in a copy.
    """
    assert OFFICIAL == elements(table(row(), number="", group=""))


def test_five_columns_are_a_catalogue_too():
    """
    A department's own: no limit, no body, no channel.
    """
    only = ("number", "group", "name", "content", "basis")

    assert [*only] == elements(table(row(), only=only))


def test_two_columns_of_one_element_leave_it_to_the_one_that_says_it_best():
    """
    责任科室 beside 公开主体 is a column of its own.
    """
    found = elements(table(row(), subject="责任科室", own="公开主体"))

    assert ("extra", "subject") == (found[6], found[-1])


def test_the_five_openings_may_be_five_columns():
    """
    With a head over them.
    """
    grid = table(row(), a="决策", b="执行", c="管理", d="服务", e="结果")

    assert [f"one-category {one}" for one in ("决策", "执行", "管理", "服务", "结果")] == elements(
        grid
    )[14:]


@pytest.mark.parametrize(
    "grid",
    [
        [["首页", "政务公开"]],
        [["姓名", "职务"], ["甲", "局长"]],
        [["序号", "项目", "金额"], ["1", "道路", "100"]],
        [["", ""], ["", ""], ["a", "b"]],
    ],
)
def test_what_is_no_catalogue_has_no_header(grid):
    """
    Menus and other tables of a page.
    """
    assert find_header(sheet(grid, form="csv").rows) is None


def test_a_header_that_every_page_repeats_is_known_again():
    """
    A row of the table is not.
    """
    rows = sheet(table(row(), HEADS)).rows
    header = find_header(rows)
    assert header is not None

    assert [False, True] == [repeats(rows[1], header), repeats(rows[2], header)]
