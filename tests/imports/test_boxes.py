"""A list of boxes to the words that are ticked, whatever marks them."""

from __future__ import annotations

import pytest

from generator.imports.words.boxes import boxes, ticked
from generator.imports.words.channels import channels

from .makers import NATIONAL

BOARD = "社区/企事业单位/村公示栏(电子屏)"

USED = {
    "squares": ("■政府网站 □政府公报", ["政府网站"]),
    "a blank behind each mark": ("■ 政府网站 □ 政府公报", ["政府网站"]),
    "glued to each other": ("■政务服务中心■便民服务站□精准推送", ["政务服务中心", "便民服务站"]),
    "one in each line": ("■政府网站\n□政府公报\n■广播电视", ["政府网站", "广播电视"]),
    "over several paragraphs": ("■政府网站\n\n■广播电视", ["政府网站", "广播电视"]),
    "empty boxes typed as a character": ("■政府网站口政府公报口两微一端", ["政府网站"]),
    "only empty boxes, typed": ("口政府网站口政府公报", []),
    "a half block": ("▄政府网站 口政府公报", ["政府网站"]),
    "a letter of a lost font": ("þ 政府网站 □ 政府公报", ["政府网站"]),
    "a diamond": ("◆政府网站◇政府公报", ["政府网站"]),
    "ticked boxes": ("☑政府网站☐政府公报", ["政府网站"]),
    "ticks": ("√政府网站 □政府公报", ["政府网站"]),
    "a numbered list": ("1.政府网站; 2.其他", ["政府网站", "其他"]),
    "a numbered list, glued": ("1.政府网站2.政务服务中心", ["政府网站", "政务服务中心"]),
    "commas": ("政府网站,政府公报，两微一端", ["政府网站", "政府公报", "两微一端"]),
    "pause marks and blanks mixed": ("■政府网站、■两微一端 □精准推送", ["政府网站", "两微一端"]),
    "plain lines without marks": ("政府网站\n政务服务中心", ["政府网站", "政务服务中心"]),
    "drifting separators": ("▄政府网站；▄政府公报，▄广播：", ["政府网站", "政府公报", "广播电视"]),
    "a box broken by a line": ("■社区/企事业单位/村公示栏\n(电子屏)", [BOARD]),
    "a word broken by a line": ("■政务服务\n中心 □精准推送", ["政务服务中心"]),
    "twenty blanks behind": ("■政府网站" + " " * 20, ["政府网站"]),
    "all thirteen in every row": (
        "".join(f"{'■' if name in ('政府网站', '精准推送') else '□'}{name}" for name in NATIONAL),
        ["政府网站", "精准推送"],
    ),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), USED.values(), ids=USED)
def test_just_the_ticked_channels_are_taken(text, names):
    """
    In the order of the list; a box that is not ticked is none.
    """
    found = channels(text, NATIONAL)

    assert names == [one.name for one in found.found]


OTHER = {
    "with a colon": ("■其他：招标平台", "招标平台"),
    "with a half-width colon": ("■政府网站 ■其他:办税大厅", "办税大厅"),
    "with a blank alone": ("■其他 基层服务平台", "基层服务平台"),
    "glued": ("■其他基层服务平台", "基层服务平台"),
    "between underscores": ("□政府网站 ■其他_部门网站_", "部门网站"),
    "a blank to be filled": ("■其他_", ""),
    "alone": ("■其他", ""),
    "in brackets": ("■其他（信用平台）", "信用平台"),
    "a body's own place": ("■办事窗口", "办事窗口"),
    "a named account": ("示范司法公众号", "示范司法公众号"),
    "a sentence": ("县政府公告栏或其他便于公众知晓的方式", "县政府公告栏或其他便于公众知晓的方式"),
}


@pytest.mark.parametrize(("text", "words"), OTHER.values(), ids=OTHER)
def test_what_is_not_on_the_list_is_other_with_its_own_words(text, words):
    """
    Nothing of them is lost, nothing of them is taken for something else.
    """
    found = channels(text, NATIONAL).found

    assert [("其他", words)] == [(one.name, one.text) for one in found if one.name == "其他"]


LOCAL = {
    "a typo": ("■社区/企事业单位/存公示栏(电子屏)", BOARD),
    "a part of a name": ("■村公示栏", BOARD),
    "the site, a word short": ("■政府网", "政府网站"),
    "another word for the point": ("■公开查询点", "公开查阅点"),
    "another word for the centre": ("■政府服务中心", "政务服务中心"),
    "an office's word for the centre": ("■行政服务中心", "政务服务中心"),
    "one medium": ("■一微一端", "两微一端"),
    "a longer name": ("■入户/现场宣传", "入户/现场"),
    "radio alone": ("■广播电台", "广播电视"),
    "another place for the board": ("■村居/企事业单位公示栏", BOARD),
}


@pytest.mark.parametrize(("text", "name"), LOCAL.values(), ids=LOCAL)
def test_a_local_word_for_a_national_channel_is_read_and_told(text, name):
    """
    An editor sees what was taken for what.
    """
    found = channels(text, NATIONAL)

    assert [name] == [one.name for one in found.found]
    assert ["box-read"] == [why[0] for why in found.whys]


@pytest.mark.parametrize("text", ["■政府網站", "■政府网站（门户）", "■ 政 府 网 站"])
def test_other_forms_of_the_same_characters_are_no_guess(text):
    """
    Traditional copies, words in brackets, blanks from line breaks.
    """
    found = channels(text, NATIONAL)

    assert ["政府网站"] == [one.name for one in found.found]


def test_two_channels_in_one_cell_are_parted_at_their_slash():
    """
    政府网站/财政部门网站: the national one, and a local one.
    """
    found = channels("政府网站/财政部门专栏", NATIONAL).found

    assert [("政府网站", ""), ("其他", "财政部门专栏")] == [(one.name, one.text) for one in found]


def test_words_behind_an_empty_box_are_told_and_not_taken():
    """
    □其他基层服务平台: whoever printed it may have meant to tick it.
    """
    found = channels("■政府网站 □其他基层服务平台", NATIONAL)

    assert ["政府网站"] == [one.name for one in found.found]
    assert (("box-empty", "其他基层服务平台"),) == found.whys


def test_a_note_in_the_list_is_no_channel():
    """
    It is kept beside.
    """
    found = channels("■政府网站 □政府公报\n注：以上渠道至少选择一种", NATIONAL)

    assert ["政府网站"] == [one.name for one in found.found]
    assert "以上渠道至少选择一种" == found.note


@pytest.mark.parametrize("word", ["办事窗口", "出入口", "路口宣传栏", "人口数据平台", "口岸大厅"])
def test_a_mouth_within_a_word_is_no_box(word):
    """
    The character that stands for an empty box is a common one.
    """
    assert (word,) == boxes(f"■{word}").used
    assert (word,) == boxes(word).used


TICKS = {
    "√": True, "✓": True, "✔": True, "■": True, "þ": True, "是": True, "有": True, "V": True,
    "P": True, "": False, "□": False, "×": False, "否": False, "无": False, "/": False, "—": False,
    "教师": None, "项目单位": None, "申请人": None, "县级": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "state"), TICKS.items())
def test_a_tick_cell_is_ticked_or_not_or_holds_words(text, state):
    """
    Words in it say more than a tick does.
    """
    assert state is ticked(text)
