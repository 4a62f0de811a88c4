"""Marks as offices make them: which boxes and cells are ticked, and what their words stand for."""

from __future__ import annotations

import pytest

from generator.imports.words.boxes import boxes, ticked
from generator.imports.words.channels import channels

from .tables import HEAD, csv, imported, other, row, ticks

BOARD = "社区/企事业单位/村公示栏(电子屏)"


def named(text: str) -> list[str | tuple[str, str]]:
    """The channels that a cell names, 其他 with its own words."""
    return [(one.name, one.text) if one.text else one.name for one in channels(text).found]


# -- tick cells --------------------------------------------------------------------------------

PAIRS = (
    ("√", "×"), ("√", "-"), ("√", "/"), ("√", "无"), ("√", "空"), ("√", "N/A"), ("√", "不适用"),
    ("✔", "✘"), ("P", "O"), ("R", "£"), ("ü", "¨"), ("Ö", "\u3000"), ("☑", "☐"), ("☒", "☐"),
    ("■", "□"), ("●", "○"), ("▲", "△"), ("◎", "—"), ("是", "否"), ("有", "没有"), ("Y", "N"),
    ("yes", "no"), ("TRUE", "FALSE"), ("1", "0"), ("V", "╳"), ("∨", "✖"), ("乄", ""), ("*", "一"),
)  # fmt: skip


@pytest.mark.parametrize(("yes", "no"), PAIRS)
def test_a_tick_cell_says_yes_or_no_with_any_mark(yes, no):
    """
    Typed, drawn, or what a lost font left of it.
    """
    assert (True, False) == (ticked(yes), ticked(no))


def test_a_mark_for_no_in_every_other_cell_ticks_nothing(tmp_path):
    """
    An item on request, for a group, whose 主动 and 全社会 hold crosses.
    """
    found = imported(tmp_path, csv(HEAD, row(**ticks("×√×√√×"))))

    assert [("依申请公开", "特定群体", ["县级"])] == found.each("method", "audience", "level")


def test_a_sign_that_is_not_known_is_a_tick_and_told(tmp_path):
    """
    Why else should it stand there?
    """
    found = imported(tmp_path, csv(HEAD, row(everyone="J")))

    assert ["全社会"] == found.each("audience")
    assert ["tick-odd"] == found.whys("全社会")


def test_a_tick_with_a_remark_is_a_tick():
    """
    Words without one are neither yes nor no.
    """
    assert (True, None) == (ticked("√（部分）"), ticked("部分"))


def test_the_words_of_its_own_head_are_a_tick(tmp_path):
    """
    主动 below 主动, 县级 below 县级.
    """
    words = {"everyone": "全社会", "proactive": "主动", "county": "县级", "township": "乡级"}
    found = imported(tmp_path, csv(HEAD, row(**words)))

    assert [("全社会", "主动公开", ["县级", "乡级"])] == found.each("audience", "method", "level")


def test_words_below_a_group_say_which(tmp_path):
    """
    低保申请人.
    """
    found = imported(tmp_path, csv(HEAD, row(everyone="", some="低保申请人")))

    assert [{"特定群体": "低保申请人"}] == found.each("audience")


def test_a_body_below_a_level_is_a_tick_and_kept(tmp_path):
    """
    县民政局 below 县级: who does it, not what the level is called.
    """
    found = imported(tmp_path, csv(HEAD, row(county="县民政局", township="各镇")))

    assert [["县级", "乡级"]] == found.each("level")
    assert [{"县级": "县民政局", "乡级": "各镇"}] == found.each("extra")


def test_a_level_below_another_is_the_one_that_is_said(tmp_path):
    """
    区级 below 县级, 街道 below 乡级.
    """
    found = imported(tmp_path, csv(HEAD, row(county="区级", township="街道")))

    assert [["区级", "街道"]] == found.each("level")


# -- lists of boxes ----------------------------------------------------------------------------

MARKED = {
    "what a lost font left": "R政府网站 £政府公报 R两微一端",
    "what another font left": "þ政府网站 ¨政府公报 þ两微一端",
    "boxes with ticks or crosses": "☑政府网站 ☐政府公报 ☒两微一端",
    "circles": "●政府网站 ○政府公报 ●两微一端",
    "triangles": "▲政府网站 △政府公报 ▲两微一端",
    "stars": "★政府网站 ☆政府公报 ★两微一端",
    "blocks": "█政府网站 ▢政府公报 ▇两微一端",
    "what a scan made of empty boxes": "■政府网站 囗政府公报 ■两微一端 曰广播电视",
    "ticks and crosses": "√政府网站 ×政府公报 √两微一端",
    "a cross among boxes": "■政府网站 ×政府公报 ■两微一端",
    "several marks": "■政府网站□政府公报▲两微一端口广播电视",
    "square brackets": "[√]政府网站 [ ]政府公报 [√]两微一端",
    "round brackets": "(√)政府网站 ( )政府公报 (√)两微一端",
    "ticks behind the words": "政府网站√ 政府公报 两微一端√ 发布会/听证会",
    "boxes behind the words": "政府网站■\u3000政府公报□\u3000两微一端■",
    "brackets behind the words": "政府网站（√）政府公报（ ）两微一端（√）",
    "blanks, tabs and broken lines": "■\t政府网站\n□\u3000政府公报\n■ 两微\n一端",
}


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_the_marked_words_of_a_list_apply(text):
    """
    Whatever the marks are and on whichever side they stand.
    """
    assert ("政府网站", "两微一端") == boxes(text).used


def test_a_list_of_empty_boxes_says_nothing():
    """
    Not all that it lists.
    """
    assert ((), ("政府网站", "政府公报")) == (
        boxes("□政府网站 □政府公报").used,
        boxes("□政府网站 □政府公报").unused,
    )


def test_the_character_for_a_mouth_is_a_box_only_where_it_ends_no_word():
    """
    窗口, 门口 and 人口 are words; 口政府公报 is an empty box.
    """
    text = "■政府网站 口政府公报 ■政务服务窗口 口人口信息平台"

    assert ("政府网站", "政务服务窗口") == boxes(text).used
    assert ("政务服务窗口", "门口公示栏") == boxes("政务服务窗口、门口公示栏").used


@pytest.mark.parametrize("text", ["■政府网站\n备注：仅公示结果", "■政府网站注:仅公示结果"])
def test_a_note_in_a_list_is_no_channel(text, tmp_path):
    """
    It becomes a remark.
    """
    found = imported(tmp_path, csv(HEAD, row(channels=text)))

    assert [(["政府网站"], "渠道注：仅公示结果")] == found.each("channels", "remarks")


CHANNELS = {
    "with words in brackets": (
        "政府网站（含移动端、APP）、两微一端（微博、微信（公众号、视频号））、公示栏（社区、村）",
        ["政府网站", "两微一端", BOARD],
    ),
    "joined by and": ("政府网站和两微一端", ["政府网站", "两微一端"]),
    "joined by strokes": ("政府网站/两微一端/公示栏", ["政府网站", "两微一端", BOARD]),
    "glued together": ("■政府网站政府公报", ["政府网站", "政府公报"]),
    "the site of a place": ("■示范县人民政府门户网站", ["政府网站"]),
    "with the address": ("■政府网站www.shifan.example", ["政府网站"]),
    "the media one by one": ("■广播、电视、报纸", ["广播电视", "纸质媒体"]),
    "another, named": ("■其他（请注明）：县融媒体中心", [("其他", "县融媒体中心")]),
    "another, on a line to write on": ("■其他____县融媒体____ □精准推送", [("其他", "县融媒体")]),
    "another, not named": ("■其他（请注明）", ["其他"]),
    "none of the list": ("■微信公众号 ■短视频", [("其他", "微信公众号；短视频")]),
}


@pytest.mark.parametrize(("text", "found"), CHANNELS.values(), ids=CHANNELS)
def test_a_channel_is_a_word_of_the_list_or_keeps_its_own(text, found):
    """
    In the order of the list.
    """
    assert found == named(text)


def test_what_a_channel_was_taken_for_is_told(tmp_path):
    """
    An editor can see it and say no.
    """
    found = imported(tmp_path, csv(HEAD, row(channels="■村务公开栏")))

    assert [[BOARD]] == found.each("channels")
    assert ["box-read"] == found.whys("公开渠道和载体")


# -- one column for each choice ----------------------------------------------------------------


def chosen(tmp_path, head: str, text: str, key: str):
    """What an entry says where a table of a few columns has *text* below *head*."""
    heads = ["序号", "一级事项", "二级事项", "公开内容", head]
    file = csv(heads, ["1", "综合业务", "政策文件", "文件名称", text])
    [found] = imported(tmp_path, file).each(key)
    return found


METHODS = {
    "主动公开": "主动公开", "主动": "主动公开", "依申请": "依申请公开", "申请公开": "依申请公开",
    "依申请公开（不主动公开）": "依申请公开", "不主动公开，依申请公开": "依申请公开",
    "☑主动 □依申请": "主动公开", "□主动 ☑依申请": "依申请公开",
}  # fmt: skip


@pytest.mark.parametrize(("text", "method"), METHODS.items())
def test_a_method_may_be_said_in_words_or_boxes(text, method, tmp_path):
    """
    What is only not published on the office's own motion is there on request.
    """
    assert method == chosen(tmp_path, "公开方式", text, "method")


AUDIENCES = {
    "社会公众": "全社会", "全社会、服务对象": "全社会", "☑全社会 □特定群体": "全社会",
    "申请人": {"特定群体": "申请人"}, "特定群体（低保对象）": {"特定群体": "低保对象"},
    "□全社会 ☑特定群体：低保对象": {"特定群体": "低保对象"},
}  # fmt: skip


@pytest.mark.parametrize(("text", "audience"), AUDIENCES.items())
def test_an_audience_may_be_said_in_words_or_boxes(text, audience, tmp_path):
    """
    Everyone, or a group by its own words.
    """
    assert audience == chosen(tmp_path, "公开对象", text, "audience")


LEVELS = {
    "县、乡": ["县级", "乡级"], "县级/乡级": ["县级", "乡级"], "县乡两级": ["县级", "乡级"],
    "☑县级 □乡级": ["县级"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "levels"), LEVELS.items())
def test_levels_may_be_said_in_words_or_boxes(text, levels, tmp_path):
    """
    Each is a level of its own.
    """
    assert levels == chosen(tmp_path, "公开层级", text, "level")


CATEGORIES = {
    "boxes of both kinds": "■决策口执行口管理□服务■结果",
    "words": "决策公开、结果公开",
}


@pytest.mark.parametrize("text", CATEGORIES.values(), ids=CATEGORIES)
def test_the_five_openings_are_read_where_they_are_printed(text, tmp_path):
    """
    Some tables add them to the national form.
    """
    assert ["决策", "结果"] == chosen(tmp_path, "五公开", text, "category")


def test_where_both_methods_are_ticked_the_office_publishes_and_the_other_is_kept(tmp_path):
    """
    An entry has one place; an editor is told.
    """
    found = imported(tmp_path, csv(HEAD, row(on_request="√"), other()))

    assert ["主动公开", "主动公开"] == found.each("method")
    assert [{"依申请": "√"}, None] == found.each("extra")
    assert ["both"] == found.whys("依申请")


@pytest.mark.parametrize("text", ["√ 教师", "√教师", "√：教师", "✓ 教师"])
def test_a_tick_before_a_group_is_not_part_of_its_name(text, tmp_path):
    """
    The page names the group.
    """
    found = imported(tmp_path, csv(HEAD, row(everyone="", some=text)))

    assert [{"特定群体": "教师"}] == found.each("audience")
