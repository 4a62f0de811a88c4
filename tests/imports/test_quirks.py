"""Whole tables as offices publish them, each with the quirk that it is named for.

What a single cell or head may look like stands with the module that reads it.
"""

from __future__ import annotations

import pytest

from .makers import HEADS, bring, merged, office, row, table, two_rows

FORMS = ["xlsx", "docx", "html"]


def names(brought) -> list[tuple[str, str]]:
    return [(one.get("group", ""), one["name"]) for one in brought.entries]


def test_four_levels_of_items_in_the_header(tmp_path):
    """
    一级 to 四级事项 under one head.
    """
    only = ("number", "group", "name", "sub", "four", "content")
    grid, spans = two_rows(
        table(row(sub="丙", four="丁"), only=only, sub="三级事项", four="四级事项")
    )
    found = bring(tmp_path, grid, spans=spans).entry

    assert ("政策文件", "征收办法", "丙") == (found["group"], found["name"], found["subgroup"])
    assert "丁" in str(found["extra"])


def test_a_column_that_has_a_head_and_no_data(tmp_path):
    """
    事项类型, empty in every row; or 三级事项.
    """
    grid = table(row(), row(name="方案"), kind="事项类型", sub="三级事项")

    assert ["extra" in one or "subgroup" in one for one in bring(tmp_path, grid).entries] == [
        False, False,
    ]  # fmt: skip


def test_more_heads_than_cells_in_a_row(tmp_path):
    """
    The rows of a page end before their header does.
    """
    grid = table(row(), one="市级", two="乡级")
    html = b"<table>" + b"".join(
        b"<tr>"
        + b"".join(f"<td>{text}</td>".encode() for text in line[: 14 if n else 16])
        + b"</tr>"
        for n, line in enumerate(grid)
    )

    assert "征收办法" == bring(tmp_path, html + b"</table>", form="html").entry["name"]


@pytest.mark.parametrize("number", ["1.2", "0505", "1.", "一", "（3）", "1-2"])
def test_a_number_is_a_text_as_it_is_printed(number, tmp_path):
    """
    A local number and one of the national catalogue; never an integer.
    """
    assert number == bring(tmp_path, table(row(number=number))).entry["number"]


def test_three_numberings_at_once(tmp_path):
    """
    Row 1, group “1.法规政策”, name “1.1 征收办法”: the number is the row's.
    """
    found = bring(tmp_path, table(row(group="1.法规政策", name="1.1 征收办法"))).entry

    assert ("1", "法规政策", "征收办法") == (found["number"], found["group"], found["name"])
    assert {"一级事项": "1.法规政策", "二级事项": "1.1 征收办法"}.items() <= found[
        "original"
    ].items()


def test_numbers_that_begin_again_in_each_field(tmp_path):
    """
    They tell no item from another.
    """
    grid = table(row(), row(number="2", name="甲"), row(name="乙"), row(number="2", name="丙"))

    assert 4 == len({one["id"] for one in bring(tmp_path, grid).entries})


@pytest.mark.parametrize("form", FORMS)
def test_one_item_over_five_rows_each_with_its_own_basis_and_channels(form, tmp_path):
    """
    Number, group and name are merged over them: it is one item that says all of it.
    """
    rows = [row(content=f"内容{n}", basis=f"《第{n}法》", channels=channel) if n == 1 else
            merged(content=f"内容{n}", basis=f"《第{n}法》", channels=channel)
            for n, channel in enumerate(("■政府网站", "■政府公报", "■精准推送"), 1)]  # fmt: skip
    spans = [
        (1, 3, at, at)
        for at, key in enumerate(HEADS)
        if key not in ("content", "basis", "channels")
    ]
    brought = bring(tmp_path, table(*rows), form=form, spans=spans)
    found = brought.entry

    assert ["内容1", "内容2", "内容3"] == found["content"]
    assert 3 == len(found["basis"])
    assert ["政府网站", "政府公报", "精准推送"] == found["channels"]


@pytest.mark.parametrize("form", FORMS)
def test_two_rows_that_share_one_merged_cell_of_two_limits(form, tmp_path):
    """
    The first is for the request, the second for the other; which is whose is not said.
    """
    both = "自收到申请之日起20个工作日内 自该信息形成之日起20个工作日内"
    rows = (row(time_limit=both, proactive="", on_request="√"), row(name="方案", time_limit=""))
    found = bring(tmp_path, table(*rows), form=form, spans=[(1, 2, 5, 5)]).entries

    assert [both, both] == [one["time_limit"] for one in found]


def test_an_on_request_row_with_a_blank_to_be_filled(tmp_path):
    """
    Nothing but ■其他_ is ticked, and the audience is a word.
    """
    item = row(
        channels="□政府网站□政府公报■其他_",
        everyone="",
        some="申请人",
        proactive="",
        on_request="√",
    )
    found = bring(tmp_path, table(item)).entry

    assert (["其他"], {"特定群体": "申请人"}, "依申请公开") == (
        found["channels"], found["audience"], found["method"],
    )  # fmt: skip


def test_a_page_without_any_header(tmp_path):
    """
    It was lost; the order of the form and the words say what is what.
    """
    rows = table(row(), row(number="2", name="方案", time_limit="及时公开"))[1:]
    brought = bring(tmp_path, rows, form="html")

    assert [("政策文件", "征收办法"), ("政策文件", "方案")] == names(brought)
    assert "及时公开" == brought.entries[1]["time_limit"]


def test_heads_that_are_broken_differently_in_each_table_of_a_page(tmp_path):
    """
    一级事 项 here, 二级\n事项 there.
    """
    one = table(row(), group="一级事 项", name="二级\n事项")
    two = table(row(name="方案"), group="一\n级事项", subject="公开责 任单位")
    page = b"".join(
        b"<table>" + b"".join(
            b"<tr>" + b"".join(b"<td>" + text.encode() + b"</td>" for text in line) + b"</tr>"
            for line in grid
        ) + b"</table>"
        for grid in (one, two)
    )  # fmt: skip
    brought = bring(tmp_path, b"<html><meta charset=utf-8>" + page, form="html")

    assert [("政策文件", "征收办法"), ("政策文件", "方案")] == names(brought)
    assert ["ziran-ziyuan"] == brought.entries[1]["subject"]


def test_a_table_that_goes_on_over_a_page_without_its_header(tmp_path):
    """
    The second table of a page has the header of the first.
    """
    cut = [f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>"
           for line in table(row(), row(number="2", name="方案"))]  # fmt: skip
    page = f"<table>{cut[0]}{cut[1]}</table><table>{cut[2]}</table>"
    brought = bring(tmp_path, page.encode(), form="html")

    assert [("政策文件", "征收办法"), ("政策文件", "方案")] == names(brought)


def test_a_copy_in_traditional_characters(tmp_path):
    """
    Heads, boxes, ticks and bodies are read; the words stay as they are printed.
    """
    words = (
        "序號", "一級事項", "二級事項", "公開內容（要素）", "公開依據", "公開時限", "公開主體",
        "公開渠道和載體", "全社會", "特定群眾", "主動", "依申請", "縣級", "鄉級",
    )  # fmt: skip
    heads = dict(zip(HEADS, words, strict=True))
    item = row(name="徵收公告", subject="市教育局", channels="■政府網站□政府公報",
               time_limit="批准後20個工作日內")  # fmt: skip
    found = bring(tmp_path, table(item, **heads)).entry

    assert "徵收公告" == found["name"]
    assert (["jiaoyu"], ["政府网站"], ["县级"]) == (
        found["subject"], found["channels"], found["level"],
    )  # fmt: skip


def test_a_channel_list_that_runs_over_into_a_second_row(tmp_path):
    """
    A page ends within a cell.
    """
    grid = table(row(channels="■政府网站□政府公报"), merged(channels="■精准推送□其他"))
    found = bring(tmp_path, grid, form="csv").entry

    assert ["政府网站", "精准推送"] == found["channels"]


def test_a_body_of_another_level_is_kept_as_it_is_and_check_says_so(tmp_path):
    """
    地方各级财政部门: a class, not a unit.
    """
    bring(tmp_path, table(row(subject="地方各级财政部门")))
    site = office(tmp_path)

    assert "name: 地方各级财政部门" in site.read("catalogue/entries/zhengdi.yaml")
    assert any("地方各级财政部门" in line for line in site.lines())


def test_columns_that_are_missing_leave_their_elements_out(tmp_path):
    """
    No 公开层级, no 公开依据, no 公开主体.
    """
    only = [key for key in HEADS if key not in ("basis", "subject", "county", "township")]
    grid, spans = two_rows(table(row(), only=only))
    found = bring(tmp_path, grid, spans=spans).entry

    assert [] == [key for key in ("basis", "subject", "level") if key in found]
    assert ("全社会", "主动公开") == (found["audience"], found["method"])
