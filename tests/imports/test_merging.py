"""The same table again: an editor's work stays, and what the table changed changes."""

from __future__ import annotations

import difflib
import io

import pytest
import xlsxwriter

from generator.intake import Wish, take_in

from ..conftest import DAY
from .makers import HEADS, Brought, bring, office, row, table

FILE = "catalogue/entries/zhengdi.yaml"
FIRST = row()
SECOND = row(number="2", name="补偿方案", content="方案全文")
THIRD = row(number="3", name="补偿结果", content="结果全文")


def again(folder, *rows, **wish) -> Brought:
    """Import rows that share one merged 一级事项."""
    rows = (rows[0], *(one | {"group": ""} for one in rows[1:]))
    return bring(folder, table(*rows), spans=[(1, len(rows), 1, 1)] * (len(rows) > 1), **wish)


def lines(before: str, after: str) -> list[str]:
    """The lines that differ, with − and +."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line[0] in "-+"]


def ids(brought: Brought) -> list[str]:
    return [one["id"] for one in brought.entries]


def test_the_same_table_twice_changes_nothing(tmp_path):
    """
    The same ids, the same bytes, no entry more.
    """
    before = again(tmp_path, FIRST, SECOND)
    after = again(tmp_path, FIRST, SECOND)

    assert ["z-zhengshou-banfa", "z-buchang-fangan"] == ids(before)
    assert before.text == after.text
    assert [["z-zhengshou-banfa", "z-buchang-fangan"]] == [
        one["unchanged"] for one in after.taken.record["files"]
    ]


@pytest.mark.parametrize("form", ["csv", "xls", "docx", "html"])
def test_the_same_table_in_another_form_is_the_same_table(form, tmp_path):
    """
    Saved by another program.
    """
    grid = table(FIRST, SECOND)
    before = bring(tmp_path, grid, name="a")
    after = bring(tmp_path, grid, form=form, name="a")

    assert before.text == after.text


@pytest.mark.parametrize("name", ["目录.xlsx", "site/../目录.xlsx", "linked/目录.xlsx"])
def test_the_same_file_given_twice_is_taken_once(name, tmp_path):
    """
    Its items are not two, however its place is written.
    """
    bring(tmp_path, table(FIRST, SECOND))
    (tmp_path / "linked").symlink_to(tmp_path)
    paths = [tmp_path / "目录.xlsx", tmp_path / name]
    wish = Wish(field="zhengdi")
    found = take_in(tmp_path / "site", paths, wish, today=DAY, language="zh")

    assert 1 == len(found.record["tables"])


def test_rows_in_another_order_keep_their_ids(tmp_path):
    """
    Who they are does not hang on where they stand.
    """
    before = again(tmp_path, FIRST, SECOND, THIRD)
    after = again(tmp_path, THIRD | {"group": "政策文件"}, SECOND, FIRST)

    assert sorted(ids(before)) == sorted(ids(after))


def test_a_row_put_in_between_changes_no_other_id_and_stands_in_between(tmp_path):
    """
    Its order is between its neighbours'.
    """
    before = again(tmp_path, FIRST, THIRD)
    after = again(tmp_path, FIRST, SECOND, THIRD)
    order = {one["name"]: int(one["order"]) for one in after.entries}

    assert ids(before) == [id for id in ids(after) if id in ids(before)]
    assert order["征收办法"] < order["补偿方案"] < order["补偿结果"]
    assert [] == [line for line in lines(before.text, after.text) if line[0] == "-"]
    assert ["征收办法", "补偿方案", "补偿结果"] == [one["name"] for one in after.entries]


def test_a_row_put_in_first_stands_first(tmp_path):
    """
    In order and in the file.
    """
    again(tmp_path, SECOND, THIRD)
    after = again(tmp_path, FIRST, SECOND, THIRD)
    order = {one["name"]: int(one["order"]) for one in after.entries}

    assert order["征收办法"] < order["补偿方案"] < order["补偿结果"]
    assert ["征收办法", "补偿方案", "补偿结果"] == [one["name"] for one in after.entries]


def test_a_row_that_is_gone_from_the_table_stays_in_the_catalogue(tmp_path):
    """
    An import takes nothing away; ending an item is an editor's decision.
    """
    before = again(tmp_path, FIRST, SECOND)
    after = again(tmp_path, FIRST)

    assert before.text == after.text


CHANGES = {
    "a limit": ("time_limit", "及时公开", "time_limit", "及时公开"),
    "a list": ("content", "甲\n乙", "content", ["甲", "乙"]),
    "a basis": ("basis", "《乙法》", "basis", ["乙法"]),
    "a body": ("subject", "市教育局", "subject", ["jiaoyu"]),
    "channels": ("channels", "■政府公报", "channels", ["政府公报"]),
    "a number": ("number", "9", "number", "9"),
}


@pytest.mark.parametrize(("column", "text", "key", "value"), CHANGES.values(), ids=CHANGES)
def test_a_changed_cell_changes_just_its_element(column, text, key, value, tmp_path):
    """
    Of that entry alone; what it was is remembered anew.
    """
    before = again(tmp_path, FIRST, SECOND).entries
    after = again(tmp_path, FIRST, SECOND | {column: text}).entries
    differs = {
        name for name in {**before[1], **after[1]} if before[1].get(name) != after[1].get(name)
    }

    assert before[0] == after[0]
    assert {key} <= differs <= {key, "original", "imported"}
    got = after[1][key]
    assert value == ([one["title"] for one in got] if isinstance(got[0], dict) else got)


@pytest.mark.parametrize("column", ["time_limit", "content", "basis", "subject", "channels"])
def test_an_emptied_cell_takes_its_element_away(column, tmp_path):
    """
    In a table that says which cells are merged, empty is empty.
    """
    before = again(tmp_path, FIRST, SECOND).entries[1]
    after = again(tmp_path, FIRST, SECOND | {column: ""}).entries[1]

    assert column in before
    assert column not in after
    assert HEADS[column] not in after.get("original", {})


def test_a_tick_that_moves_moves(tmp_path):
    """
    From 主动 to 依申请.
    """
    again(tmp_path, FIRST, SECOND)
    after = again(tmp_path, FIRST, SECOND | {"proactive": "", "on_request": "√"}).entries[1]

    assert "依申请公开" == after["method"]


EDITS = {
    "a limit in other words": ("信息形成之日起20个工作日内", "信息形成或者变更之日起20个工作日内"),
    "a channel more": ("      - 政府网站\n", "      - 政府网站\n      - 两微一端\n"),
    "a body": ("      - ziran-ziyuan\n", "      - jiaoyu\n"),
    "a category confirmed": ("    suggested:\n      - category\n", ""),
    "a name": ("    name: 征收办法\n", "    name: 征收补偿办法\n"),
    "a level": ("      - 县级\n", "      - 市级\n"),
    "an element that the form has no place for": (
        "    method: 主动公开\n", "    method: 主动公开\n    effective: 2026-01-01\n",
    ),
    "a comment": ("    method: 主动公开\n", "    method: 主动公开  # 已核对\n"),
    "an element taken out": ("    time_limit: 信息形成之日起20个工作日内\n", ""),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_what_an_editor_wrote_survives_the_same_table(old, new, tmp_path):
    """
    The file stays as it is, byte for byte.
    """
    again(tmp_path, FIRST, SECOND)
    site = office(tmp_path)
    site.edit(FILE, old, new)
    edited = site.read(FILE)

    assert edited == again(tmp_path, FIRST, SECOND).text


def test_a_changed_cell_wins_over_an_editor_and_is_told(tmp_path):
    """
    The lines say what was and what is.
    """
    again(tmp_path, FIRST)
    office(tmp_path).edit(FILE, "信息形成之日起20个工作日内", "信息形成之日起15个工作日内")
    after = again(tmp_path, FIRST | {"time_limit": "及时公开"})

    assert "及时公开" == after.entry["time_limit"]
    assert "      time_limit: “信息形成之日起15个工作日内” → “及时公开”" in after.taken.lines


def test_a_change_of_one_cell_leaves_an_editor_s_change_of_another(tmp_path):
    """
    Element by element.
    """
    again(tmp_path, FIRST)
    office(tmp_path).edit(FILE, "      - 政府网站\n", "      - 两微一端\n")
    after = again(tmp_path, FIRST | {"time_limit": "及时公开"}).entry

    assert (["两微一端"], "及时公开") == (after["channels"], after["time_limit"])


def test_a_category_that_a_table_now_prints_is_no_suggestion_any_more(tmp_path):
    """
    The office has decided.
    """
    again(tmp_path, FIRST)
    after = bring(tmp_path, table(FIRST | {"five": "■结果"}, five="五公开")).entry

    assert (["结果"], None) == (after["category"], after.get("suggested"))


def test_a_suggestion_is_not_made_again_for_an_entry_that_is_there(tmp_path):
    """
    An editor took the category out: the item has none.
    """
    again(tmp_path, FIRST)
    site = office(tmp_path)
    site.edit(FILE, "    category:\n      - 决策\n    suggested:\n      - category\n", "")

    assert "category" not in again(tmp_path, FIRST).entry


# -- what was told before ----------------------------------------------------------------------

MORE = FIRST | {"a": "甲科", "b": "每年"}
TWO = {"a": "责任科室", "b": "更新频次"}


def test_a_change_of_one_further_column_leaves_an_editor_s_change_of_another(tmp_path):
    """
    Column by column.
    """
    bring(tmp_path, table(MORE, **TWO))
    office(tmp_path).edit(FILE, "责任科室: 甲科", "责任科室: 乙科")
    after = bring(tmp_path, table(MORE | {"b": "每季"}, **TWO)).entry

    assert {"责任科室": "乙科", "更新频次": "每季"} == after["extra"]


def test_a_blank_takes_away_what_the_table_said_and_not_what_an_editor_wrote(tmp_path):
    """
    Of a further column.
    """
    bring(tmp_path, table(MORE, **TWO))
    office(tmp_path).edit(FILE, "责任科室: 甲科", "责任科室: 乙科")
    after = bring(tmp_path, table(MORE | {"a": "", "b": ""}, **TWO)).entry

    assert {"责任科室": "乙科"} == after["extra"]


@pytest.mark.parametrize(
    ("was", "now"),
    [("甲事项内容乙事项内容", "甲事项内容\n乙事项内容"), ("说明(一)", "说明（一）")],
    ids=["an end of line", "brackets"],
)
def test_a_change_of_signs_is_a_change(was, now, tmp_path):
    """
    Though the words are the same.
    """
    before = bring(tmp_path, table(FIRST | {"content": was})).entry
    after = bring(tmp_path, table(FIRST | {"content": now})).entry

    assert before["content"] == [was]
    assert after["content"] == now.split("\n")


@pytest.mark.parametrize(
    ("column", "text"),
    [("channels", "■政府网站（每月5日前）"), ("proactive", "待定"), ("time_limit", "（待定）")],
)
def test_a_changed_cell_is_kept_where_its_reading_stays_the_same(column, text, tmp_path):
    """
    As in a table that comes for the first time.
    """
    bring(tmp_path, table(FIRST))
    after = bring(tmp_path, table(FIRST | {column: text}))

    assert text.strip("■政府网站（）") in after.text


def test_an_item_that_was_moved_to_another_field_stays_there(tmp_path):
    """
    The table that brought it does not bring it again.
    """
    again(tmp_path, FIRST, SECOND)
    site = office(tmp_path)
    site.edit(
        FILE, "    name: 补偿方案\n    field: zhengdi\n", "    name: 补偿方案\n    field: jiaoyi\n"
    )
    edited = site.read(FILE)

    assert edited == again(tmp_path, FIRST, SECOND).text


def test_a_comment_is_kept_with_an_item_that_is_there(tmp_path):
    """
    Where comments are wanted.
    """
    bring(tmp_path, table(FIRST))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        page = made.add_worksheet()
        for number, line in enumerate(table(FIRST)):
            page.write_row(number, 0, line)
        page.write_comment(1, 2, "须补充附件", {"author": ""})

    assert "须补充附件" in bring(tmp_path, out.getvalue(), hidden=True).text


def test_the_catalogue_of_one_unit_is_not_that_of_another(tmp_path):
    """
    Though its id ends alike.
    """
    site = office(tmp_path)
    site.edit("catalogue/units/units.yaml", "units:\n", "units:\n  - id: xian-jiaoyu\n"
              "    name: 县教育局\n    kind: 工作部门\n    leader: 甲\n    office: 乙\n"
              "    phone: 0000-0000003\n")  # fmt: skip
    first = bring(tmp_path, table(FIRST), unit="xian-jiaoyu")
    before = first.text
    second = bring(tmp_path, table(FIRST | {"time_limit": "每年公开"}), unit="jiaoyu")

    assert before == first.text
    assert "每年公开" == second.entry["time_limit"]


# -- orders ------------------------------------------------------------------------------------


def test_a_second_table_of_a_field_stands_behind_the_first(tmp_path):
    """
    Item by item they would stand between each other.
    """
    bring(tmp_path, table(FIRST, SECOND), name="a")
    after = bring(tmp_path, table(row(name="丙项"), row(name="丁项")), name="b")

    assert [10, 20, 30, 40] == [int(one["order"]) for one in after.entries]


def test_a_row_at_the_end_of_the_first_table_stands_ahead_of_the_second(tmp_path):
    """
    Between the two.
    """
    bring(tmp_path, table(FIRST, SECOND), name="a")
    bring(tmp_path, table(row(name="丙项")), name="b")
    after = bring(tmp_path, table(FIRST, SECOND, THIRD), name="a")
    order = {one["name"]: int(one["order"]) for one in after.entries}

    assert order["补偿方案"] < order["补偿结果"] < order["丙项"]


def test_entries_without_orders_get_none_and_new_ones_beside_them_none(tmp_path):
    """
    They stand in the order of their file.
    """
    bring(tmp_path, table(FIRST), name="a")
    site = office(tmp_path)
    site.edit(FILE, "    order: 10\n", "")
    before = site.read(FILE)

    assert before == bring(tmp_path, table(FIRST), name="a").text
    assert [None, None] == [
        one.get("order") for one in bring(tmp_path, table(SECOND), name="b").entries
    ]
