"""Rows as offices lay them out: which are items, and what each says that stands elsewhere."""

from __future__ import annotations

import pytest

from .tables import (
    GOOD,
    HEAD,
    MERGED,
    OTHER,
    OVER,
    UNDER,
    across,
    blank,
    csv,
    docx,
    down,
    imported,
    other,
    row,
    table,
    ticks,
    xlsx,
)

# -- pages -------------------------------------------------------------------------------------

_TITLE = "社会救助领域基层政务公开标准目录"
PAGES = {
    "its whole header": xlsx(
        OVER, UNDER, row(), OVER, UNDER, other(group=""),
        spans=[*MERGED, *((first + 3, last + 3, a, b) for first, last, a, b in MERGED)],
    ),
    "half of its header": xlsx(OVER, UNDER, row(), UNDER, other(group=""), spans=MERGED),
    "title and header": csv([_TITLE], HEAD, row(), [f"{_TITLE}（续）"], HEAD, other(group="")),
}  # fmt: skip


@pytest.mark.parametrize("file", PAGES.values(), ids=PAGES)
def test_a_page_that_repeats_its_header_goes_on_with_the_items(file, tmp_path):
    """
    The group of the page before holds on, where the page break cut its cell.
    """
    assert [GOOD, OTHER] == imported(tmp_path, file).rows


GOES_ON = {
    "directly": (table(other()),),
    "under a title that says so": ("（续表）", table(other())),
    "with its group left on the page before": (table(other(group="")),),
}


@pytest.mark.parametrize("parts", GOES_ON.values(), ids=GOES_ON)
def test_a_table_without_header_goes_on_from_the_one_before(parts, tmp_path):
    """
    A Word document has a table for each page; every cell that was read so is told.
    """
    found = imported(tmp_path, docx("社会救助领域", table(HEAD, row()), *parts))

    assert [GOOD, OTHER] == found.rows
    assert "header-before" in found.whys("公开内容（要素）")


def test_an_item_that_goes_on_in_the_next_table_is_told(tmp_path):
    """
    Its rest is an item of its own, and that its name was taken from above is to be seen.
    """
    rest = table(blank(content="发布日期"), other())
    found = imported(tmp_path, docx("社会救助领域", table(HEAD, row()), rest))

    assert ["政策文件", "政策文件", "监督检查"] == found.each("name")
    assert ["filled"] == [why for why in found.whys("二级事项") if why != "header-before"]


ANOTHER = {
    "contacts": table(["单位", "电话", "地址"], ["县民政局", "0000-1234567", "某路1号"]),
    "as wide as the catalogue": table(
        [
            "编码",
            "权力类型",
            "权力名称",
            "子项",
            "实施依据",
            "承诺时限",
            "实施主体",
            *"办甲乙丙丁戊己",
        ],
        ["1", "行政许可", "养老机构备案", "无", "《甲法》", "5个工作日", "县民政局", *[""] * 7],
    ),
    "as wide, without a header": table(
        ["1", "行政许可", "养老机构备案", "无", "甲", "乙", "县民政局", *"甲乙丙丁戊己庚"],
        ["2", "行政检查", "养老机构检查", "无", "甲", "乙", "县民政局", *"甲乙丙丁戊己庚"],
    ),
    "a few columns without header": table(["1", "《甲条例》", "20个工作日内", "■政府网站"]),
}


@pytest.mark.parametrize("part", ANOTHER.values(), ids=ANOTHER)
def test_another_table_of_the_document_does_not_go_on_from_the_catalogue(part, tmp_path):
    """
    Whatever it holds is left over and named.
    """
    found = imported(tmp_path, docx("社会救助领域", table(HEAD, row()), "附件", part))
    words = {text for line in part.rows for text in line if text}

    assert [GOOD] == found.rows
    assert words == found.left().keys()


# -- what is merged ----------------------------------------------------------------------------


def test_an_item_whose_cells_are_merged_over_its_rows_is_one(tmp_path):
    """
    Two limits and two lists of boxes, a row each, belong to it alike.
    """
    keys = ("number", "group", "name", "basis", "body", "everyone", "proactive", "county")
    more = blank(content="发布日期", limit="自批准之日起7个工作日内", channels="■政务服务中心")
    file = xlsx(OVER, UNDER, row(), more, other(), spans=[*MERGED, *down(2, 3, *keys)])
    first, second = imported(tmp_path, file).rows

    assert (
        GOOD
        | {
            "content": ["文件名称", "文号", "发布日期"],
            "time_limit": "信息形成之日起20个工作日内 自批准之日起7个工作日内",
            "channels": ["政府网站", "政务服务中心"],
        }
        == first
    )
    assert OTHER == second


def test_lines_of_different_cells_are_not_put_together(tmp_path):
    """
    Though another cell of the table breaks its lines within words.
    """
    file = xlsx(
        HEAD,
        row(content="法律法规和政策文件", basis="《甲办法》（2015\n12月27日修正）"),
        blank(content="申请材料"),
        spans=down(1, 2, "number", "group", "name", "basis"),
    )

    assert [["法律法规和政策文件", "申请材料"]] == imported(tmp_path, file).each("content")


def test_items_may_share_all_but_number_and_name(tmp_path):
    """
    Everything else is merged over the three.
    """
    keys = (
        "group", "content", "basis", "limit", "body", "channels", "everyone", "proactive", "county",
    )  # fmt: skip
    more = (blank(number="2", name="监督检查"), blank(number="3", name="办事指南"))
    file = xlsx(OVER, UNDER, row(), *more, spans=[*MERGED, *down(2, 4, *keys)])

    assert [GOOD, OTHER, GOOD | {"name": "办事指南"}] == imported(tmp_path, file).rows


def test_a_limit_merged_over_two_items_is_said_by_both(tmp_path):
    """
    Both of its statements: which is whose cannot be told.
    """
    spans = [*MERGED, *down(2, 3, "limit")]
    both = row(limit="批前：不少于7日\n批后：20个工作日内")
    found = imported(tmp_path, xlsx(OVER, UNDER, both, other(limit=""), spans=spans))

    assert ["批前：不少于7日 批后：20个工作日内"] * 2 == found.each("time_limit")


def test_a_name_merged_with_its_content_is_the_name(tmp_path):
    """
    服务网点地址 needs no content of its own.
    """
    merged = row(name="服务网点地址", content="")
    spans = [*MERGED, across(2, "name", "content")]
    found = imported(tmp_path, xlsx(OVER, UNDER, merged, other(), spans=spans))

    assert ["服务网点地址", "监督检查"] == found.each("name")


def test_a_group_merged_with_its_name_is_the_name(tmp_path):
    """
    An item that belongs to no group of others.
    """
    merged = row(group="机构信息", name="")
    spans = [*MERGED, across(2, "group", "name")]
    found = imported(tmp_path, xlsx(OVER, UNDER, merged, other(), spans=spans))

    assert ["机构信息", "监督检查"] == found.each("name")


def test_a_number_merged_over_a_group_is_that_of_each_of_its_items(tmp_path):
    """
    序号 counts the groups.
    """
    found = imported(
        tmp_path,
        xlsx(
            HEAD, row(), other(number="", group=""), row(number="2", group="低保"),
            spans=down(1, 2, "number", "group"),
        ),
    )  # fmt: skip

    assert ["1", "1", "2"] == found.each("number")


def test_an_empty_cell_beside_merged_ones_is_empty(tmp_path):
    """
    A workbook that merges what belongs together leaves out what it does not say.
    """
    spans = [*MERGED, *down(2, 3, "group")]
    second = other(group="", basis="", limit="")
    found = imported(tmp_path, xlsx(OVER, UNDER, row(), second, spans=spans))

    assert [GOOD["basis"], None] == found.each("basis")
    assert [GOOD["time_limit"], None] == found.each("time_limit")


def test_an_empty_cell_where_nothing_is_merged_is_as_above_and_told(tmp_path):
    """
    A copied sheet has lost its merges.
    """
    found = imported(tmp_path, xlsx(HEAD, row(), other(group="", basis="", limit="")))

    assert [GOOD, OTHER] == found.rows
    assert ["filled"] * 3 == found.whys()


# -- what is no item ---------------------------------------------------------------------------

BESIDE = {
    "a sum": (["合计", "2项"], "total"),
    "a note": (["注：本目录由县民政局负责解释。"], "note"),
    "a note in two cells": (["备注", "县级指县（市、区）级"], "note"),
    "who filled it in": (["填表人：某某", "", "", "联系电话：略"], "note"),
    "a heading for its field": (["说明："], "note"),
}


@pytest.mark.parametrize(("line", "why"), BESIDE.values(), ids=BESIDE)
def test_what_stands_below_the_items_is_none(line, why, tmp_path):
    """
    Nor does it change the last of them; its words are named.
    """
    found = imported(tmp_path, csv(HEAD, row(), other(), line))

    assert [GOOD, OTHER] == found.rows
    assert dict.fromkeys(filter(None, line), why) == found.left()


def test_a_sentence_over_the_whole_width_is_a_heading(tmp_path):
    """
    The group does not go on beyond it, and each item below names its own.
    """
    line = ["以下事项由乡镇负责公开："]
    found = imported(tmp_path, xlsx(HEAD, row(), line, other(), spans=[across(2)]))

    assert [GOOD, OTHER] == found.rows
    assert {"以下事项由乡镇负责公开：": "heading"} == found.left()


def test_a_level_as_a_heading_in_the_column_of_groups_is_no_group(tmp_path):
    """
    县级事项 and 乡级事项 part the table; its rows name their own groups.
    """
    parts = (blank(group="县级事项"), blank(group="乡级事项"))
    found = imported(tmp_path, csv(HEAD, parts[0], row(), parts[1], other()))

    assert [GOOD, OTHER] == found.rows
    assert {"县级事项": "heading", "乡级事项": "heading"} == found.left()


OVER_ITEMS = {
    "in the column of groups": csv(
        HEAD, blank(group="一、综合业务"), row(group=""), other(group="")
    ),
    "over the whole width": xlsx(
        ["序号", "公开事项", "公开内容", "公开依据", "公开时限"],
        ["一、综合业务"],
        ["1", "政策文件", "文件名称", "《甲办法》", "及时"],
        ["2", "监督检查", "文件名称", "《甲办法》", "及时"],
        spans=[(1, 1, 0, 4)],
    ),
}


@pytest.mark.parametrize("file", OVER_ITEMS.values(), ids=OVER_ITEMS)
def test_a_group_that_stands_over_its_items_is_the_group_of_each(file, tmp_path):
    """
    In a row of its own.
    """
    found = imported(tmp_path, file)

    assert ["政策文件", "监督检查"] == found.each("name")
    assert {"综合业务"} == {text.removeprefix("一、") for text in found.each("group")}


# -- names and numbers -------------------------------------------------------------------------


def test_items_of_the_same_name_in_different_groups_are_different(tmp_path):
    """
    Each has an id of its own.
    """
    groups = ("低保", "特困", "临时救助")
    found = imported(tmp_path, csv(HEAD, *(row(group=group) for group in groups)))

    assert [*groups] == found.each("group")
    assert 3 == len(set(found.each("id")))


def test_items_of_all_the_same_names_are_different_too(tmp_path):
    """
    Whether one of them is a mistake is for an editor.
    """
    found = imported(tmp_path, csv(HEAD, row(), row(number="2"), row(number="3")))

    assert 3 == len(set(found.each("id")))


NUMBERS = ["1.1.1", "①", "❶", "⑵", "Ⅲ", "第4项", "5、", "（6）", "１"]


def test_a_number_is_kept_as_the_office_writes_it(tmp_path):
    """
    It is nobody's to count.
    """
    items = (row(number=text, name=f"事项{place}") for place, text in enumerate(NUMBERS))

    assert NUMBERS == imported(tmp_path, csv(HEAD, *items)).each("number")


def test_a_slash_in_the_name_of_an_item_parts_nothing(tmp_path):
    """
    Only a head that names both levels says that it does.
    """
    heads = ["序号", "公开事项", "公开内容", "公开依据"]
    found = imported(tmp_path, csv(heads, ["1", "查询/咨询", "电话", "《甲办法》"]))

    assert [(None, "查询/咨询")] == found.each("group", "name")


# -- nothing and ditto -------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["—", "/", "\\", "-", "／", "——"])
def test_a_stroke_says_that_there_is_nothing(mark, tmp_path):
    """
    It is no basis, no limit and no body of that name, and takes nothing over from above.
    """
    keys = ("basis", "limit", "body", "channels")
    found = imported(tmp_path, csv(HEAD, row(), other(**dict.fromkeys(keys, mark))))

    assert (None, None, None, None) == found.each("basis", "time_limit", "subject", "channels")[1]


def test_the_word_for_nothing_is_no_body_and_no_channel(tmp_path):
    """
    无.
    """
    keys = ("basis", "body", "channels")
    found = imported(tmp_path, csv(HEAD, row(**dict.fromkeys(keys, "无"))))

    assert [(None, None, None)] == found.each("basis", "subject", "channels")


@pytest.mark.parametrize("sign", ["同上", "（同上）", "同上。", "同前", "如上", "〃", "″", "''"])
def test_a_sign_of_repetition_is_what_stands_above(sign, tmp_path):
    """
    In any column, beyond the end of a group too, and told.
    """
    keys = ("content", "basis", "limit", "body", "channels", "proactive")
    second = other(group="低保", **dict.fromkeys(keys, sign))
    found = imported(tmp_path, csv(HEAD, row(), second))

    assert [GOOD, OTHER | {"group": "低保"}] == found.rows
    assert ["ditto"] * len(keys) == found.whys()


def test_what_is_added_to_a_repetition_follows_it(tmp_path):
    """
    同上及《乙条例》.
    """
    found = imported(tmp_path, csv(HEAD, row(), other(basis="同上及《乙条例》")))

    assert [{"title": "社会救助暂行办法"}, {"title": "乙条例"}] == found.each("basis")[1]


@pytest.mark.parametrize("words", ["同左", "同第1项", "同1"])
def test_a_repetition_of_another_place_is_kept_and_told(words, tmp_path):
    """
    What it stands for, an editor must say.
    """
    found = imported(tmp_path, csv(HEAD, row(), other(limit=words)))

    assert words == found.each("time_limit")[1]
    assert ["ditto-open"] == found.whys("公开时限")


def test_ticks_that_differ_between_the_rows_of_an_item_are_told(tmp_path):
    """
    主动 in its first row, 依申请 in its second: the first holds, the second is kept.
    """
    more = blank(content="申请材料", **ticks("--" + "-√--"))
    spans = [*MERGED, *down(2, 3, "number", "group", "name", "basis", "limit", "county")]
    found = imported(tmp_path, xlsx(OVER, UNDER, row(), more, spans=spans))

    assert [("主动公开", {"依申请": "√"})] == found.each("method", "extra")
    assert ["both"] == found.whys("依申请")
