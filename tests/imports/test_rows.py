"""Rows of a table to its items: what a row leaves out stands above it."""

from __future__ import annotations

import pytest

from generator.imports.tables.rows import Parted, part

from .makers import HEADS, Grid, merged, row, sheet, table, two_rows


def items(grid: Grid, spans=(), form: str = "xlsx") -> list[tuple[str, ...]]:
    """The items: the rows of each, and its words by the columns that it has."""
    return [item.rows for block in parts(grid, spans, form).blocks for item in block.items]


def parts(grid: Grid, spans=(), form: str = "xlsx") -> Parted:
    return part(sheet(grid, spans, form))


def words(grid: Grid, column: str, spans=(), form: str = "xlsx") -> list[str]:
    """What each item says in a column."""
    at = [*HEADS, "remarks"].index(column)
    return [
        "|".join(cell.text for cell in item.cells.get(at, ()))
        for block in parts(grid, spans, form).blocks
        for item in block.items
    ]


def left(grid: Grid, spans=(), form: str = "xlsx") -> dict[str, str]:
    """What is in no item, and why."""
    return {cell.text: why for cell, why in parts(grid, spans, form).left}


SECOND = row(number="2", name="补偿方案", content="方案", basis="《甲法》")


@pytest.mark.parametrize("form", ["xlsx", "xls", "docx", "html"])
@pytest.mark.parametrize("column", ["group", "basis", "time_limit", "subject", "channels"])
def test_a_cell_merged_over_rows_is_said_by_each(form, column):
    """
    Whichever column it is in.
    """
    at = [*HEADS].index(column)
    grid = table(row(), SECOND | {column: ""})

    assert [row()[column]] * 2 == words(grid, column, [(1, 2, at, at)], form)


@pytest.mark.parametrize("column", ["group", "basis", "time_limit", "subject", "channels"])
def test_a_cell_that_a_copy_left_empty_is_said_by_the_row_above(column):
    """
    In a text no cell is merged; what is taken over is told apart.
    """
    grid = table(row(), SECOND | {column: ""})
    [_, second] = parts(grid, form="csv").blocks[0].items

    assert [row()[column]] * 2 == words(grid, column, form="csv")
    assert {[*HEADS].index(column)} == second.filled


@pytest.mark.parametrize("column", ["everyone", "some", "proactive", "on_request", "township"])
def test_an_empty_tick_cell_is_not_taken_over(column):
    """
    There an empty place says no.
    """
    grid = table(row(**{column: "√"}), SECOND | {column: ""})

    assert ["√", ""] == words(grid, column, form="csv")


def test_an_empty_remark_is_not_taken_over():
    """
    A remark is of its row.
    """
    grid = table(row(remarks="甲"), SECOND | {"remarks": ""}, remarks="备注")

    assert ["甲", ""] == words(grid, "remarks", form="csv")


def test_a_number_of_the_group_is_the_number_of_each_of_its_items():
    """
    序号 numbers the 一级事项.
    """
    grid = table(row(), merged(name="补偿方案"), row(number="2", group="征收"))

    assert ["1", "1", "2"] == words(grid, "number", form="csv")


@pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
def test_an_item_over_several_physical_rows_is_one(form):
    """
    Each of its rows has contents of its own.
    """
    rows = [row(), *(merged(content=text) for text in ("名单", "标准", "时间", "地点"))]
    spans = [(1, 5, at, at) for at, key in enumerate(HEADS) if key != "content"]

    assert [(2, 3, 4, 5, 6)] == items(table(*rows), spans, form)
    assert ["文件全文|名单|标准|时间|地点"] == words(table(*rows), "content", spans, form)


def test_an_item_over_several_rows_is_one_without_any_merge():
    """
    As a copy has it: number, group and name left empty.
    """
    grid = table(row(), merged(content="名单"), SECOND)

    assert [(2, 3), (4,)] == items(grid, form="csv")


def test_a_row_with_only_a_name_has_everything_else_from_above():
    """
    The rest was merged.
    """
    grid = table(row(), merged(name="补偿方案"))

    assert [row()["basis"]] * 2 == words(grid, "basis", form="csv")
    assert [(2,), (3,)] == items(grid, form="csv")


def test_a_cell_with_two_values_over_two_rows_is_said_by_both():
    """
    Which is whose cannot be told.
    """
    both = "20个工作日内\n收到申请之日起20个工作日内"
    grid = table(row(time_limit=both), SECOND | {"time_limit": ""})

    assert [both] * 2 == words(grid, "time_limit", [(1, 2, 5, 5)])


def test_a_row_that_is_printed_again_stands_twice():
    """
    An artefact of a page break: which is meant is for an editor.
    """
    assert 2 == len(items(table(row(), row()), form="csv"))


def test_a_group_that_a_new_page_repeats_is_the_same():
    """
    一级事项 stands again though nothing changed.
    """
    grid = table(row(), merged(number="2", group="政策文件", name="方案"))

    assert ["政策文件", "政策文件"] == words(grid, "group", form="csv")


def test_a_group_in_every_row_is_as_good_as_merged():
    """
    Some offices repeat it.
    """
    assert [(2,), (3,)] == items(table(row(), SECOND), form="csv")


def test_a_number_row_without_anything_is_left_over():
    """
    An empty numbered row.
    """
    grid = table(row(), merged(number="2"), row(number="3", name="方案"))

    assert [(2,), (4,)] == items(grid, form="csv")
    assert {"2": "empty-number"} == left(grid, form="csv")


def test_a_header_before_every_row_is_taken_once():
    """
    One page of the original for each row.
    """
    grid = table(row(), HEADS, SECOND, HEADS, row(number="3", name="名单"))

    assert [(2,), (4,), (6,)] == items(grid, form="csv")
    assert {"header-again"} == set(left(grid, form="csv").values())


def test_a_header_of_two_rows_is_repeated_as_two():
    """
    On the next page of a workbook.
    """
    grid, spans = two_rows(table(row(), SECOND))
    again = [(first + 4, last + 4, a, b) for first, last, a, b in spans if last < 2]

    assert [(3,), (4,), (7,), (8,)] == items(grid + grid, [*spans, *again])


def test_a_title_above_the_header_is_left_over_and_heads_the_table():
    """
    With its field, its edition and its number.
    """
    width = len(HEADS)
    grid = [["（十五）示范领域标准目录（2025版）"] + [""] * (width - 1), *table(row())]
    found = parts(grid, [(0, 0, 0, width - 1)])

    assert {"（十五）示范领域标准目录（2025版）": "title"} == {
        cell.text: why for cell, why in found.left
    }
    assert ("（十五）示范领域标准目录（2025版）",) == found.blocks[0].before


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_heading_between_rows_is_no_item(form):
    """
    What follows stands under it.
    """
    grid = [*table(row()), ["（二）就业领域"] + [""] * 13, [*SECOND.values()]]
    spans = [(2, 2, 0, 13)] if form == "xlsx" else []
    found = parts(grid, spans, form)

    assert ["", "（二）就业领域"] == [item.heading for item in found.blocks[0].items]
    assert {"（二）就业领域": "heading"} == {cell.text: why for cell, why in found.left}


@pytest.mark.parametrize("text", ["注：以上由各镇公开。", "备注：■为必选", "※选填", "填表说明：无"])
def test_a_note_below_the_table_is_no_item(text):
    """
    Over its whole width.
    """
    grid = [*table(row()), [text] + [""] * 13]

    assert {text: "note"} == left(grid, [(2, 2, 0, 13)])


def test_another_table_on_the_same_sheet_has_its_own_header():
    """
    With other columns in another order.
    """
    other = table(row(), only=("number", "name", "subject", "content"))
    grid = [*table(row()), [""] * 14, *(line + [""] * 10 for line in other)]

    assert [14, 14] == [len(block.columns) for block in parts(grid).blocks]
    assert ["name", "subject", "content"] == [
        column.element for column in parts(grid).blocks[1].columns[1:4]
    ]


def test_another_table_on_the_same_sheet_is_read_by_its_own_header():
    """
    Its words never stand in the columns of the table above.
    """
    other = table(row(name="另一项"), only=("number", "name", "subject", "content"))
    grid = [*table(row()), [""] * 14, *(line + [""] * 10 for line in other)]
    block = parts(grid).blocks[-1]
    [at] = [column.index for column in block.columns if column.element == "name"]

    assert "另一项" == block.items[-1].cells[at][0].text


def test_a_lower_level_of_items_begins_an_item_of_its_own():
    """
    四级栏目: the form has no place for it, yet the rows differ by it.
    """
    only = ("group", "name", "content", "four")
    first = row(four="甲栏")
    grid = table(first, merged(four="乙栏", content="另一"), only=only, four="四级栏目")

    assert [(2,), (3,)] == items(grid, form="csv")


def test_a_table_of_another_kind_is_left_over_whole():
    """
    A menu of the page.
    """
    grid = [["首页", "政务公开"], ["机构", "新闻"]]

    assert {"outside"} == set(left(grid, form="html").values())
    assert [] == items(grid, form="html")
