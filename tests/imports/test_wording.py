"""Words of a cell without what a table's lines did to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imports.words.wording import elements, joined, limit, name, title

JOINED = {
    "broken by a line": ("自该信\n息形成", "自该信息形成"),
    "broken by a blank": ("进一 步", "进一步"),
    "a blank between figure and word": ("20 个工作日内", "20个工作日内"),
    "a full-width blank": ("生活保\u3000障", "生活保障"),
    "a Braille blank": ("职\u2802责", "职责"),
    "twenty blanks behind": ("内容" + " " * 20, "内容"),
    "English words keep theirs": ("WTO rules 政策", "WTO rules 政策"),
}


@pytest.mark.parametrize(("text", "found"), JOINED.values(), ids=JOINED)
def test_blanks_and_line_breaks_within_words_are_taken_out(text, found):
    """
    A table breaks words where its columns end.
    """
    assert found == joined(text)


NAMES = {
    "a local and a national number": ("1.2 征收公告", "征收公告"),
    "a number with a dot": ("1.法规政策", "法规政策"),
    "a number of two parts": ("1.1 法规政策", "法规政策"),
    "a number on a line of its own": ("6\n公共文化", "公共文化"),
    "a figure that belongs to it": ("12345热线", "12345热线"),
    "an age that belongs to it": ("3岁以下婴幼儿照护", "3岁以下婴幼儿照护"),
    "a bullet": ("·征收公告", "征收公告"),
    "printed twice": ("法治宣传教育\n法治宣传教育", "法治宣传教育"),
    "a stop at its end": ("征收公告；", "征收公告"),
    "broken by a line": ("社会\n救助", "社会救助"),
}


@pytest.mark.parametrize(("text", "found"), NAMES.values(), ids=NAMES)
def test_a_name_is_in_one_line_without_a_list_number(text, found):
    """
    A figure that is part of it stays.
    """
    assert found == name(text)


LIMITS = {
    "after forming": ("自信息形成或者变更之日起20个工作日内", None),
    "after another event": ("分配结果确定后7个工作日内", None),
    "calendar days": ("批准后20日内", None),
    "a least display": ("公示不少于7个工作日", None),
    "a frequency": ("半年至少更新1次", None),
    "in words": ("按进展情况及时公开", None),
    "with an exception": ("20个工作日内，法律法规另有规定的除外", None),
    "bare": ("20个工作日", None),
    "forward": ("提前一周发通知邀请", None),
    "for ever": ("永久公开", None),
    "a yearly day": ("每年1月31日前", None),
    "of another item": ("关联规范性文件公开3个工作日内", None),
    "broken by lines": ("自该信息形\n成之\n日起20个\n工作日内", "自该信息形成之日起20个工作日内"),
    "blanks within": ("自信息形成之日起 20 个工作日 内", "自信息形成之日起20个工作日内"),
    "two, apart by a blank": ("形成后3个工作日内 公示7个工作日", "形成后3个工作日内 公示7个工作日"),
    "two, in two lines": (
        "20个工作日内予以公开\n自信息形成之日起7个工作日内予以公开",
        "20个工作日内予以公开 自信息形成之日起7个工作日内予以公开",
    ),
    "two, by a stop": ("批准后20个工作日内；公示不得少于30日", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), LIMITS.values(), ids=LIMITS)
def test_a_limit_keeps_its_words_in_one_line(text, found):
    """
    What ends one statement and begins another stays apart.
    """
    assert (found or text) == limit(text)


ELEMENTS = {
    "one in each line": ("机构名称\n办公地址", ["机构名称", "办公地址"]),
    "numbered lines": ("1.机构名称；\n2.办公地址。", ["机构名称", "办公地址"]),
    "numbered, glued": ("1.机构名称2.办公地址", ["机构名称", "办公地址"]),
    "numbered with points": ("1.1机构名称\n1.2办公地址", ["机构名称", "办公地址"]),
    "circled numbers": ("①机构名称②办公地址", ["机构名称", "办公地址"]),
    "Chinese numbers": ("（一）机构名称（二）办公地址", ["机构名称", "办公地址"]),
    "bullets, glued": ("●机构名称●办公地址", ["机构名称", "办公地址"]),
    "middle dots": ("·机构名称 ·办公地址", ["机构名称", "办公地址"]),
    "semicolons": ("机构名称；办公地址", ["机构名称", "办公地址"]),
    "paragraphs": ("机构名称\n\n办公地址", ["机构名称", "办公地址"]),
    "semicolons within brackets": ("文件（甲；乙）", ["文件（甲；乙）"]),
    "a list within a sentence": ("收支情况：①收入②支出", ["收支情况：①收入②支出"]),
    "a bracket over a line": ("《暂行\n办法》", ["《暂行办法》"]),
    "a number that is a year": ("2025.1 起施行的文件", ["2025.1起施行的文件"]),
    "optional elements in brackets": ("〔*办事指南〕", ["〔*办事指南〕"]),
    "thick brackets": ("【职责】", ["【职责】"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "found"), ELEMENTS.values(), ids=ELEMENTS)
def test_the_elements_of_a_content_cell_are_a_list(text, found):
    """
    One for each number, bullet, line or semicolon, never cut within brackets.
    """
    assert found == [*elements(text)]


def test_where_a_table_breaks_lines_within_words_a_short_rest_goes_on():
    """
    The widest line is full, what follows it is its end.
    """
    assert ("信访举报受理机构名称", "办公地址") == elements(
        "信访举报受理机构\n名称\n办公地址", wrapped=True
    )


def test_the_blank_between_two_issuers_stays():
    """
    文化部 财政部关于…: two bodies, not one.
    """
    assert "文化部 财政部关于甲的通知" == title("文化部 财政部关于甲的通知")


TEXTS = st.text(st.sampled_from("公开内容123.、；。\n ()（）《》①②●·一二甲aB，："), max_size=60)


@given(TEXTS)
def test_no_word_of_a_cell_is_lost_on_the_way(text):
    """
    Blanks, list numbers and the stops of a list are all that may go.
    """
    marks = set(" \n123.、；。()（）①②●·一二，：")
    words = [char for char in text if char not in marks]

    assert words == [char for char in "".join(elements(text)) if char not in marks]
    assert words == [char for char in limit(text) if char not in marks]
