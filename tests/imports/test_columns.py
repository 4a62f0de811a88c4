"""Headers as offices word and lay them out: which column says what."""

from __future__ import annotations

import pytest

from .tables import (
    GOOD,
    HEAD,
    OTHER,
    OVER,
    UNDER,
    csv,
    elements,
    header,
    imported,
    other,
    row,
    xlsx,
)

STANDARD = (
    "number", "group", "name", "content", "basis", "time_limit", "subject", "channels",
    "everyone", "group-only", "proactive", "on-request", "level 县级", "level 乡级",
)  # fmt: skip

WORDED = {
    "of a list of powers": (
        "编码 主项名称 子项名称 公开的具体内容 政策依据 公布期限 责任机构 公布平台",
        STANDARD[:8],
    ),
    "of an information system": (
        "NO. 事项大类 具体事项 信息内容 公开政策依据 公开时间（时限） 信息提供单位"
        " 公开形式（渠道）",
        (*STANDARD[:7], "method"),
    ),
    "with what they ask for": (
        "序号 一级事项 二级事项 公开信息要素及具体要求 法规政策依据 公开时限（信息形成后）"
        " 公开主体（责任单位） 公开渠道和载体（打√）",
        STANDARD[:8],
    ),
    "with what is measured": (
        "序号 一级事项 二级事项 公开内容和测评依据 公开依据",
        STANDARD[:5],
    ),
    "in traditional characters": (
        "序號 一級事項 二級事項 公開內容（要素） 公開依據 公開時限 公開主體 公開渠道和載體 全社會"
        " 特定群體 主動 依申請 縣級 鄉級",
        STANDARD,
    ),
    "cut off at the edge": (
        "序号 一级事项 二级事项 公开内容 全社 特定 主动 依申请",
        (*STANDARD[:4], *STANDARD[8:12]),
    ),
    "of a second level alone": (
        "类别 公开内容 公开形式 公开时限",
        ("name", "content", "method", "time_limit"),
    ),
}


@pytest.mark.parametrize(("heads", "said"), WORDED.values(), ids=WORDED)
def test_heads_of_other_publishers_are_understood(heads, said):
    """
    By what they mean, where the words are not those of the national form.
    """
    assert [*said] == elements(csv(heads.split()))


def test_columns_may_stand_in_any_order(tmp_path):
    """
    The group to the right of the name too.
    """
    order = (2, 7, 1, 0, 12, 13, 10, 11, 8, 9, 6, 5, 4, 3)
    lines = ([line[column] for column in order] for line in (HEAD, row(), other()))

    assert [GOOD, OTHER] == imported(tmp_path, csv(*lines)).rows


def test_a_header_of_three_rows_is_read_by_its_lowest_heads(tmp_path):
    """
    公开要求 over five columns, 面向 over the boxes of 公开对象.
    """
    top = [*OVER[:3], "公开要求", "", "", "", "", *OVER[8:]]
    middle = ["", "事项名称", "", *OVER[3:8], "面向", "", "方式", "", "层级", ""]
    spans = [
        (0, 2, 0, 0), (0, 0, 1, 2), (1, 1, 1, 2), (0, 0, 3, 7),
        *((1, 2, column, column) for column in range(3, 8)),
        *((line, line, left, left + 1) for line in (0, 1) for left in (8, 10, 12)),
    ]  # fmt: skip
    found = imported(tmp_path, xlsx(top, middle, UNDER, row(), other(), spans=spans))

    assert [GOOD, OTHER] == found.rows


def test_a_header_of_two_rows_is_read_where_its_merges_are_lost(tmp_path):
    """
    A workbook saved as text: the heads over two columns stand over the first.
    """
    assert [GOOD, OTHER] == imported(tmp_path, csv(OVER, UNDER, row(), other())).rows


NUMBERED = {
    "figures": [str(number) for number in range(1, 15)],
    "figures from the second on": ["栏次", *(str(number) for number in range(1, 14))],
    "letters": ["甲", *"ABCDEFGHIJKLM"],
    "rules": ["---"] * 14,
}


@pytest.mark.parametrize("line", NUMBERED.values(), ids=NUMBERED)
def test_a_row_that_numbers_the_columns_is_no_item(line, tmp_path):
    """
    Directly below the header.
    """
    found = imported(tmp_path, csv(HEAD, line, row()))

    assert [GOOD] == found.rows
    assert {"numbering"} == set(found.left().values())


def test_empty_rows_and_columns_are_passed_over(tmp_path):
    """
    Before the table, within it and behind it.
    """

    def apart(line):
        return ["", *line[:4], "", *line[4:], "", ""]

    lines = ([], ["", "目录"], [], apart(HEAD), [], apart(row()), [], [], apart(other()), [])

    assert [GOOD, OTHER] == imported(tmp_path, csv(*lines)).rows


@pytest.mark.parametrize("head", ["一级事项", "二级事项"])
def test_a_head_printed_twice_is_the_group_and_then_the_name(head, tmp_path):
    """
    A misprint: the level above stands first.
    """
    found = imported(
        tmp_path,
        csv(
            ["序号", head, head, "公开内容", "公开依据"],
            ["1", "综合业务", "政策文件", "文件名称", "《甲办法》"],
        ),
    )

    assert [("综合业务", "政策文件")] == found.each("group", "name")


def test_three_levels_under_one_head_are_group_name_and_subgroup(tmp_path):
    """
    一级, 二级 and 三级 under 公开事项, merged over their items.
    """
    spans = [
        (0, 0, 1, 3), *((0, 1, column, column) for column in (0, 4)),
        (2, 4, 1, 1), (2, 3, 2, 2),
    ]  # fmt: skip
    found = imported(
        tmp_path,
        xlsx(
            ["序号", "公开事项", "", "", "公开内容"],
            ["", "一级", "二级", "三级", ""],
            ["1", "综合业务", "低保", "政策文件", "文件名称"],
            ["2", "", "", "办理结果", "名单"],
            ["3", "", "特困", "政策文件", "文件名称"],
            spans=spans,
        ),
    )

    assert [
        ("综合业务", "低保", "政策文件"),
        ("综合业务", "低保", "办理结果"),
        ("综合业务", "特困", "政策文件"),
    ] == found.each("group", "name", "subgroup")


def test_figures_without_a_head_between_group_and_name_are_the_numbers(tmp_path):
    """
    公开事项 stands over three columns and names only two of them.
    """
    found = imported(
        tmp_path,
        xlsx(
            ["公开事项", "", "", "公开内容", "公开依据"],
            ["一级事项", "", "二级事项", "", ""],
            ["政策文件", "1", "法律法规", "文件名称", "《甲办法》"],
            ["", "2", "部门规章", "文号", "《甲办法》"],
            spans=[(0, 0, 0, 2), (0, 1, 3, 3), (0, 1, 4, 4), (2, 3, 0, 0)],
        ),
    )

    assert [
        ("政策文件", "1", "法律法规"),
        ("政策文件", "2", "部门规章"),
    ] == found.each("group", "number", "name")


def test_one_list_of_boxes_may_take_two_columns(tmp_path):
    """
    Under one head, read one after the other.
    """
    found = imported(
        tmp_path,
        xlsx(
            ["序号", "一级事项", "二级事项", "公开内容", "公开渠道和载体", ""],
            [
                "1", "综合业务", "政策文件", "文件名称",
                "■政府网站\n□广播电视", "□政府公报\n■政务服务中心",
            ],
            spans=[(0, 0, 4, 5)],
        ),
    )  # fmt: skip

    assert [["政府网站", "政务服务中心"]] == found.each("channels")


CHANNELS = {
    "without a head over them": csv(
        ["序号", "一级事项", "二级事项", "公开内容", "政府网站", "政府公报", "两微一端"],
        ["1", "综合业务", "政策文件", "文件名称", "√", "", "√"],
    ),
    "under one head": xlsx(
        ["序号", "一级事项", "二级事项", "公开内容", "公开渠道", "", ""],
        ["", "", "", "", "政府网站", "政府公报", "两微一端"],
        ["1", "综合业务", "政策文件", "文件名称", "√", "", "√"],
        spans=[*((0, 1, column, column) for column in range(4)), (0, 0, 4, 6)],
    ),
}


@pytest.mark.parametrize("file", CHANNELS.values(), ids=CHANNELS)
def test_each_channel_may_have_a_column_of_its_own(file, tmp_path):
    """
    Headed by the words of the national list, ticked where it applies.
    """
    assert [["政府网站", "两微一端"]] == imported(tmp_path, file).each("channels")


OF_EVERY_RANK = {
    "省级": "省级", "设区市级": "设区市级", "县（市、区）级": "县级", "乡镇（街道）级": "乡镇级",
    "村（居）级": "村级",
}  # fmt: skip
OF_THE_PLACE = {"示范市级": "示范市级", "镇街乡": "镇街乡", "村": "村"}


@pytest.mark.parametrize("form", [csv, xlsx])
@pytest.mark.parametrize("levels", [OF_EVERY_RANK, OF_THE_PLACE])
def test_every_box_under_the_levels_is_one(levels, form):
    """
    By its own name, whatever that is; also where nothing says how far 公开层级 reaches.
    """
    top = ["序号", "一级事项", "二级事项", "公开内容", "公开层级", *[""] * (len(levels) - 1)]
    spans = [*((0, 1, column, column) for column in range(4)), (0, 0, 4, 3 + len(levels))]
    merged = {"spans": spans} if form is xlsx else {}
    file = form(top, ["", "", "", "", *levels], **merged)

    assert [f"level {word}" for word in levels.values()] == elements(file)[4:]


def test_boxes_under_one_head_without_names_of_their_own_are_those_of_the_form(tmp_path):
    """
    公开层级 over two columns: the county's is the first; a cell may say the level itself.
    """
    found = imported(
        tmp_path,
        xlsx(
            ["序号", "一级事项", "二级事项", "公开内容", "公开层级", ""],
            ["1", "综合业务", "政策文件", "文件名称", "县级", "乡级"],
            ["2", "综合业务", "监督检查", "文件名称", "√", ""],
            spans=[(0, 0, 4, 5)],
        ),
    )

    assert [["县级", "乡级"], ["县级"]] == found.each("level")


def test_boxes_of_the_public_are_known_by_other_words():
    """
    社会 and 特定群众 under 公开对象; three levels.
    """
    file = xlsx(
        ["序号", "公开事项", "公开内容", "公开对象", "", "公开层级", "", ""],
        ["", "", "", "社会", "特定群众", "市级", "县级", "乡级"],
        spans=[*((0, 1, column, column) for column in range(3)), (0, 0, 3, 4), (0, 0, 5, 7)],
    )

    assert ["everyone", "group-only", "level 市级", "level 县级", "level 乡级"] == elements(file)[
        3:
    ]


def test_items_that_have_the_words_of_heads_begin_no_new_header(tmp_path):
    """
    公开目录, 依申请公开 and the others are items of the office's own disclosure.
    """
    found = imported(
        tmp_path,
        csv(
            ["序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体"],
            ["1", "信息公开", "公开目录", "公开目录", "长期", "办公室"],
            ["2", "信息公开", "依申请公开", "公开渠道", "长期", "办公室"],
            ["3", "主动公开", "公开事项", "公开内容", "公开时限", "责任单位"],
            ["4", "信息公开", "公开年报", "年报", "1月31日前", "办公室"],
        ),
    )

    assert ["公开目录", "依申请公开", "公开事项", "公开年报"] == found.each("name")


def test_short_rows_of_such_words_begin_no_new_header_either(tmp_path):
    """
    主动公开 with 公开目录 and 公开范围 in a table of three columns.
    """
    found = imported(
        tmp_path,
        csv(
            ["一级事项", "二级事项", "公开内容"],
            ["主动公开", "公开目录", ""],
            ["", "公开范围", "目录"],
            ["依申请公开", "申请", ""],
            ["", "公开形式", "内容"],
        ),
    )

    assert [
        ("主动公开", "公开目录"),
        ("主动公开", "公开范围"),
        ("依申请公开", "申请"),
        ("依申请公开", "公开形式"),
    ] == found.each("group", "name")


def test_a_second_table_beside_the_first_is_kept(tmp_path):
    """
    Its items are no entries, yet none of its words is lost.
    """
    heads = ["序号", "一级事项", "二级事项", "公开内容"]
    found = imported(
        tmp_path,
        csv(
            [*heads, "", *heads],
            ["1", "综合业务", "政策文件", "文件名称", "", "2", "低保", "审核信息", "名单"],
        ),
    )
    [entry] = found.entries

    assert "政策文件" == entry["name"]
    assert {"低保", "审核信息", "名单"} <= set(entry["extra"].values())


NO_CATALOGUE = {
    "an item as a form": [
        ["一级事项", "综合业务"],
        ["二级事项", "政策文件"],
        ["公开内容", "文件名称；文号"],
        ["公开时限", "及时"],
    ],
    "an item as a form of two columns": [
        ["一级事项", "综合业务", "二级事项", "政策文件"],
        ["公开内容", "文件名称", "公开依据", "《甲办法》"],
        ["公开时限", "及时", "公开主体", "县民政局"],
    ],
    "contents that belong to no item": [
        ["序号", "公开内容", "公开依据", "公开时限", "公开主体"],
        ["1", "机构设置情况", "《甲条例》", "及时", "县民政局"],
    ],
}


@pytest.mark.parametrize("lines", NO_CATALOGUE.values(), ids=NO_CATALOGUE)
def test_a_table_that_lists_no_items_is_refused(lines, tmp_path):
    """
    Nothing of it is guessed, and its author is told.
    """
    found = imported(tmp_path, csv(*lines))

    assert header(csv(*lines)) is None
    assert ["table-none"] == found.problems
    assert [] == found.entries
