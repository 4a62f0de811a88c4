"""Saved web pages as systems make them: a table is read as a browser shows it."""

from __future__ import annotations

import pytest

from .tables import (
    GOOD,
    HEAD,
    OTHER,
    File,
    imported,
    markup,
    other,
    page,
    row,
    table,
    tr,
)

HEADED = tr(*HEAD)


def cells(**holds: str) -> str:
    """A good row whose cells hold HTML."""
    return tr(*row(**holds))


def test_a_catalogue_is_found_in_the_tables_that_lay_out_a_page(tmp_path):
    """
    Menus, a head and a foot in cells of their own.
    """
    menu = markup(["首页", "政务公开", "公开事项"])
    inner = f"<h1>示范县公开目录</h1>{markup(HEAD, row())}"
    file = page(markup(tr(menu), tr(inner), tr("版权所有")))

    assert [GOOD] == imported(tmp_path, file).rows


def test_a_table_in_a_cell_of_the_catalogue_is_its_content(tmp_path):
    """
    Not the catalogue itself, and none of either is lost beside another table.
    """
    inner = cells(content=markup(["文件名称"], ["文号"]))
    file = page(table(HEAD, other()), markup(HEADED, inner))

    assert [OTHER, GOOD] == imported(tmp_path, file).rows


@pytest.mark.parametrize("reach", ["0", "99"])
def test_a_cell_that_reaches_to_the_end_is_said_by_every_row(reach, tmp_path):
    """
    0 means so, and one that is larger than the table ends with it.
    """
    number, _, *rest = other()
    first = cells(group="$").replace("<td>$", f"<td rowspan='{reach}'>综合业务")

    assert [GOOD, OTHER] == imported(tmp_path, page(markup(HEADED, first, [number, *rest]))).rows


def test_a_cell_that_stands_beyond_the_header_is_kept(tmp_path):
    """
    Spans overlap: what they push aside has a column without a head.
    """
    first = "<td>1</td><td>政策文件</td><td>文件名称</td><td rowspan=2>《甲办法》</td>"
    file = page(
        markup(
            ["序号", "公开事项", "公开内容", "公开依据"],
            f"<tr>{first}</tr>",
            ["2", "监督检查", "投诉电话", "多出的"],
        )
    )
    found = imported(tmp_path, file)

    assert ["政策文件", "监督检查"] == found.each("name")
    assert [None, {"第5列": "多出的"}] == found.each("extra")


def test_the_foot_of_a_table_comes_last(tmp_path):
    """
    Though its source has it before the body.
    """
    foot = f"<tfoot>{tr('合计', '2项')}</tfoot>"
    body = f"<thead>{tr(*HEAD, tag='th')}</thead>{foot}<tbody>{cells()}{tr(*other())}</tbody>"
    found = imported(tmp_path, page(markup(body)))

    assert ["第2行", "第3行"] == [source[-3:] for source in found.each("source")]
    assert {"合计": "total", "2项": "total"} == found.left()


TICKED, EMPTY = "<input type=checkbox checked>", "<input type=checkbox>"
LOST = "<span style='font-family: Wingdings'>{}</span>"
DRAWN = {
    "boxes of a form": (TICKED, EMPTY, TICKED),
    "letters in a font of symbols": (LOST.format("n"), LOST.format("o"), LOST.format("n")),
    "pictures with a sign for words": ("<img alt=■>", "<img alt=□>", "<img alt=√>"),
}


@pytest.mark.parametrize(("used", "unused", "tick"), DRAWN.values(), ids=DRAWN)
def test_marks_are_read_as_they_are_drawn(used, unused, tick, tmp_path):
    """
    In a list of boxes and in tick cells.
    """
    boxes = dict.fromkeys(("everyone", "proactive", "county"), tick)
    line = cells(channels=f"{used}政府网站 {unused}政府公报", **boxes)

    assert [GOOD] == imported(tmp_path, page(markup(HEADED, line))).rows


def test_an_empty_box_of_a_form_in_a_tick_cell_is_no_tick(tmp_path):
    """
    Every tick cell has a box.
    """
    boxes = {"everyone": TICKED, "some": EMPTY, "proactive": EMPTY, "on_request": TICKED}
    found = imported(tmp_path, page(markup(HEADED, cells(**boxes))))

    assert [("全社会", "依申请公开")] == found.each("audience", "method")


AWAY = {
    "struck through": ("<s>作废；</s>", "struck"),
    "deleted": ("<del>作废；</del>", "struck"),
    "struck through by a style": (
        "<span style='text-decoration: line-through'>作废；</span>", "struck",
    ),
    "hidden by a style": ("<span style='display:none'>作废；</span>", "hidden-text"),
    "hidden": ("<span hidden>作废；</span>", "hidden-text"),
}  # fmt: skip


@pytest.mark.parametrize(("inner", "why"), AWAY.values(), ids=AWAY)
def test_what_does_not_hold_or_is_not_shown_is_left_out_and_named(inner, why, tmp_path):
    """
    Within a cell, between words that stay.
    """
    line = cells(content=f"文件名称；{inner}文号")
    found = imported(tmp_path, page(markup(HEADED, line)))

    assert [GOOD] == found.rows
    assert {"作废；": why} == found.left()


def test_heads_broken_by_the_page_are_put_together(tmp_path):
    """
    公开<br>时限.
    """
    heads = tr(*(f"{head[:2]}<br/>{head[2:]}" for head in HEAD))

    assert [GOOD] == imported(tmp_path, page(markup(heads, row()))).rows


def test_rows_and_cells_need_not_be_closed(tmp_path):
    """
    As browsers take them.
    """
    lines = "".join(f"<tr><td>{'<td>'.join(line)}" for line in (HEAD, row()))

    assert [GOOD] == imported(tmp_path, File("目录.html", f"<table>{lines}".encode())).rows


SAVED = {
    "as it says": page(table(HEAD, row()), charset="gb2312"),
    "otherwise than it says": File(
        "目录.html", page(table(HEAD, row())).data.decode().encode("gb18030")
    ),
}


@pytest.mark.parametrize("file", SAVED.values(), ids=SAVED)
def test_the_encoding_of_a_page_is_found_out(file, tmp_path):
    """
    What it says of itself may be wrong.
    """
    assert [GOOD] == imported(tmp_path, file).rows


REFUSED = {
    "a table made of other elements": (
        page("<div role=table><div role=row>序号 一级事项 公开内容</div></div>"), "table-none",
    ),
    "a page that calls itself a workbook": (
        File("目录.xls", page(table(HEAD, row())).data), "table-form",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "rule"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_said(file, rule, tmp_path):
    """
    Nothing is written.
    """
    found = imported(tmp_path, file)

    assert [rule] == found.problems
    assert [] == found.entries
