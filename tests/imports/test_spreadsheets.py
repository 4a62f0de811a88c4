"""Workbooks as offices make them: a table is read as a spreadsheet shows it."""

from __future__ import annotations

from datetime import date

import pytest

from .tables import (
    GOOD,
    HEAD,
    KEYS,
    OTHER,
    across,
    book,
    down,
    imported,
    other,
    row,
    table,
    xlsx,
)

TICKS = ("everyone", "some", "proactive", "on_request", "county", "township")


def at(key: str) -> int:
    """The place of a column."""
    return KEYS.index(key)


VALUES = {
    "yes and no": lambda page, place, yes: page.write_boolean(1, place, yes),
    "one and nought": lambda page, place, yes: page.write_number(1, place, int(yes)),
}


@pytest.mark.parametrize("write", VALUES.values(), ids=VALUES)
def test_values_that_are_no_text_tick_cells_too(write, tmp_path):
    """
    TRUE and FALSE, 1 and 0.
    """

    def fill(_, page):
        for key in TICKS:
            write(page, at(key), key in ("everyone", "proactive", "county"))

    lines = (HEAD, row(**dict.fromkeys(TICKS, "")))

    assert [GOOD] == imported(tmp_path, xlsx(*lines, fill=fill)).rows


@pytest.mark.parametrize(("number", "shown"), [(1, "1"), (1.1, "1.1"), (20, "20")])
def test_a_figure_is_read_as_it_is_shown(number, shown, tmp_path):
    """
    序号 is mostly a number.
    """

    def fill(_, page):
        page.write_number(1, at("number"), number)

    assert [shown] == imported(tmp_path, xlsx(HEAD, row(), fill=fill)).each("number")


def test_a_number_that_became_a_date_is_the_number_again(tmp_path):
    """
    1-2 was typed, the second of January is kept; elsewhere a date is one and is told.
    """

    def fill(made, page):
        form = made.add_format({"num_format": "yyyy/m/d"})
        page.write_datetime(1, at("number"), date(2024, 1, 2), form)
        page.write_datetime(1, at("limit"), date(2024, 3, 1), form)

    found = imported(tmp_path, xlsx(HEAD, row(), fill=fill))

    assert [("1-2", "2024-03-01")] == found.each("number", "time_limit")
    assert ["cell-date", "cell-date"] == found.whys()


def test_the_last_result_of_a_formula_is_read_and_told(tmp_path):
    """
    =ROW()-1.
    """

    def fill(_, page):
        page.write_formula(1, at("number"), "=ROW()-1", None, 1)

    found = imported(tmp_path, xlsx(HEAD, row(), fill=fill))

    assert ["1"] == found.each("number")
    assert ["cell-formula"] == found.whys("序号")


def test_letters_in_a_font_of_symbols_within_a_cell_are_boxes(tmp_path):
    """
    R and £ of Wingdings 2 before words in another font.
    """

    def fill(made, page):
        symbol, plain = (made.add_format({"font_name": one}) for one in ("Wingdings 2", "宋体"))
        parts = (symbol, "R", plain, "政府网站 ", symbol, "£", plain, "政府公报")
        page.write_rich_string(1, at("channels"), *parts)
        page.write_string(1, at("everyone"), "P", symbol)

    assert [GOOD] == imported(tmp_path, xlsx(HEAD, row(), fill=fill)).rows


def test_what_is_hidden_is_no_item_and_no_column(tmp_path):
    """
    A row and a column; each of their cells is named.
    """

    def fill(_, page):
        page.set_row(2, None, None, {"hidden": True})
        page.set_column(at("basis"), at("basis"), None, None, {"hidden": True})

    lines = (HEAD, row(), row(name="作废的事项"), other())
    found = imported(tmp_path, xlsx(*lines, fill=fill))

    assert [("政策文件", None), ("监督检查", None)] == found.each("name", "basis")
    assert "hidden-row" == found.left()["作废的事项"]
    assert "hidden-column" == found.left()["公开依据"]
    assert ["table-hidden"] == found.problems


@pytest.mark.parametrize("hidden", [1, 2, 3])
def test_a_group_merged_over_a_hidden_row_is_still_seen(hidden, tmp_path):
    """
    The first of its rows, where its words stand, as well as a later one.
    """

    def fill(_, page):
        page.set_row(hidden, None, None, {"hidden": True})

    lines = (HEAD, row(), other(group=""), row(group="", name="办事指南"))
    found = imported(tmp_path, xlsx(*lines, spans=down(1, 3, "group"), fill=fill))

    assert ["综合业务", "综合业务"] == found.each("group")


def test_what_a_filter_hides_is_no_item_and_named(tmp_path):
    """
    Whoever set it may have forgotten it.
    """

    def fill(_, page):
        page.autofilter(0, 0, 2, 13)
        page.filter_column(1, "x == 低保")
        page.set_row(1, None, None, {"hidden": True})

    found = imported(tmp_path, xlsx(HEAD, row(), other(group="低保"), fill=fill))

    assert [OTHER | {"group": "低保"}] == found.rows
    assert "hidden-row" == found.left()["政策文件"]


def test_rows_below_the_table_may_be_hidden(tmp_path):
    """
    A sheet that hides the rows it does not use; those that it writes are shown.
    """

    def fill(_, page):
        page.set_default_row(hide_unused_rows=True)

    assert [GOOD] == imported(tmp_path, xlsx(HEAD, row(), fill=fill)).rows


def test_a_hidden_sheet_is_told_and_not_read(tmp_path):
    """
    The catalogue of another year.
    """

    def fill(_, page):
        if page.name == "旧表":
            page.hide()

    sheets = {"新表": table(HEAD, row()), "旧表": table(HEAD, other())}
    found = imported(tmp_path, book(sheets, fill=fill))

    assert [GOOD] == found.rows
    assert ["table-hidden-sheet"] == found.problems


def test_what_is_hidden_comes_in_where_it_is_wanted(tmp_path):
    """
    With --include-hidden.
    """

    def fill(_, page):
        page.set_row(2, None, None, {"hidden": True})

    file = xlsx(HEAD, row(), other(), fill=fill)

    assert [GOOD, OTHER] == imported(tmp_path, file, hidden=True).rows


STRUCK = {
    "a part of it": (
        lambda page, strike: page.write_rich_string(
            1, at("content"), "文件名称；", strike, "作废；", "文号"
        ),
        ["文件名称", "文号"],
    ),
    "all of it": (lambda page, strike: page.write_string(1, at("content"), "作废", strike), None),
}


@pytest.mark.parametrize(("write", "content"), STRUCK.values(), ids=STRUCK)
def test_what_is_struck_through_in_a_cell_is_left_out_and_named(write, content, tmp_path):
    """
    It does not hold any more.
    """

    def fill(made, page):
        write(page, made.add_format({"font_strikeout": True}))

    found = imported(tmp_path, xlsx(HEAD, row(), fill=fill))

    assert [content] == found.each("content")
    assert ["struck"] == [*found.left().values()]


def test_one_tick_merged_over_both_boxes_is_both_and_told(tmp_path):
    """
    Which of them was meant, an editor must say.
    """
    pairs = (("everyone", "some"), ("proactive", "on_request"), ("county", "township"))
    spans = [across(1, *pair) for pair in pairs]
    found = imported(tmp_path, xlsx(HEAD, row(), spans=spans))

    assert [("全社会", "主动公开", ["县级", "乡级"])] == found.each("audience", "method", "level")
    assert {"both"} == set(found.whys())


def test_ticks_merged_where_there_are_none_say_nothing(tmp_path):
    """
    An empty cell over two items.
    """
    spans = down(1, 2, "some", "on_request", "township")

    assert [GOOD, OTHER] == imported(tmp_path, xlsx(HEAD, row(), other(), spans=spans)).rows
