"""A cell of bases to provisions: title, number, article, whatever the cell does to them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.imports.words.bases import bases


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.title, one.number, one.article) for one in bases(text).found]


FORMS = {
    "a title alone": ("《土地管理法》", [("土地管理法", "", "")]),
    "a title and an article": ("《土地管理法》第四十七条", [("土地管理法", "", "第四十七条")]),
    "an item without its word": (
        "《政府信息公开条例》第二十条(二)", [("政府信息公开条例", "", "第二十条(二)")],
    ),
    "a paragraph for an item": (
        "《政府信息公开条例》第二十条第二款", [("政府信息公开条例", "", "第二十条第二款")],
    ),
    "a number in brackets": (
        "《关于甲的通知》（国办发〔2017〕42号）", [("关于甲的通知", "国办发〔2017〕42号", "")],
    ),
    "a number right behind the title": (
        "《关于甲的通知》国办发〔2017〕42号", [("关于甲的通知", "国办发〔2017〕42号", "")],
    ),
    "a number before an article": (
        "《条例》（国务院令第711号）第十九条", [("条例", "国务院令第711号", "第十九条")],
    ),
    "joined by a pause mark": ("《甲法》、《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "joined by nothing": ("《甲法》《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "joined by a semicolon": ("《甲法》；《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "one in each line": ("《甲法》\n《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "a numbered list": ("1.《甲法》\n2.《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "a number with bullets": ("●《甲法》●《乙法》", [("甲法", "", ""), ("乙法", "", "")]),
    "nested marks": (
        "《关于印发〈甲办法〉的通知》", [("关于印发〈甲办法〉的通知", "", "")],
    ),
    "nested marks of the same kind": (
        "《关于印发《甲办法》的通知》", [("关于印发《甲办法》的通知", "", "")],
    ),
    "nested marks of a keyboard": (
        "《关于印发<甲办法>的通知》", [("关于印发<甲办法>的通知", "", "")],
    ),
    "a loose phrase": ("信息公开规定", [("信息公开规定", "", "")]),
    "two loose phrases": ("三定方案；配套政策", [("三定方案", "", ""), ("配套政策", "", "")]),
    "a loose phrase behind it": ("《甲法》、三定方案", [("甲法", "", ""), ("三定方案", "", "")]),
    "a title broken by a line": ("《政府信息公\n开条例》", [("政府信息公开条例", "", "")]),
    "a title broken by a blank": ("《政府信 息公开条例》", [("政府信息公开条例", "", "")]),
    "an article broken by a blank": ("《甲法》第二 十条", [("甲法", "", "第二十条")]),
    "the issuer before the title": (
        "国务院办公厅关于印发《甲办法》的通知（国办发〔2017〕42号）",
        [("国务院办公厅关于印发《甲办法》的通知", "国办发〔2017〕42号", "")],
    ),
    "a trial version": ("《甲办法（试行）》", [("甲办法（试行）", "", "")]),
    "traditional characters": ("《政府信息公開條例》", [("政府信息公開條例", "", "")]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FORMS.values(), ids=FORMS)
def test_a_basis_is_its_title_its_number_and_its_article(text, found):
    """
    In the order of the cell, each once, words as they are printed.
    """
    assert found == told(text)


NUMBERS = {
    "in the proper brackets": ("〔2018〕13号", "甲发〔2018〕13号", False),
    "in small tortoise shells": ("﹝2018﹞13号", "甲发〔2018〕13号", False),
    "in square brackets": ("[2018]13号", "甲发〔2018〕13号", False),
    "in round brackets": ("(2018)13号", "甲发〔2018〕13号", False),
    "in thick brackets": ("【2018】13号", "甲发〔2018〕13号", False),
    "with a blank before its last word": ("〔2018〕13 号", "甲发〔2018〕13号", False),
    "with blanks everywhere": (" 〔 2018 〕 13 号", "甲发〔2018〕13号", False),
    "the closing bracket lost": ("〔201813号", "甲发〔2018〕13号", True),
    "the last word lost": ("〔2018〕13", "甲发〔2018〕13号", True),
    "the opening bracket lost": ("2018〕13号", "甲发〔2018〕13号", True),
}


@pytest.mark.parametrize(("printed", "meant", "guessed"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_is_brought_to_its_proper_form(printed, meant, guessed):
    """
    Where something had to be added, that is told; other brackets are no guess.
    """
    found = bases(f"《关于甲的通知》（甲发{printed}）")

    assert [("关于甲的通知", meant)] == [(one.title, one.number) for one in found.found]
    assert guessed is any(why[0] == "number-mended" for why in found.whys)


def test_an_order_without_its_last_word_is_mended():
    """
    (国务院令第711) lacks 号.
    """
    found = bases("《政府信息公开条例》（国务院令第711）")

    assert ["国务院令第711号"] == [one.number for one in found.found]


def test_a_stray_word_behind_the_bracket_is_no_provision_of_its_own():
    """
    （国务院令第711号）号.
    """
    assert [("政府信息公开条例", "国务院令第711号")] == [
        found[:2] for found in told("《政府信息公开条例》（国务院令第711号）号")
    ][:1]


def test_a_title_that_is_never_closed_ends_with_its_line_and_is_told():
    """
    《关于公开工作的意见 has no 》.
    """
    found = bases("《关于公开工作的意见\n《乙法》")

    assert ["关于公开工作的意见", "乙法"] == [one.title for one in found.found]
    assert ["title-open"] == [why[0] for why in found.whys]


def test_a_title_that_is_closed_once_too_little_keeps_its_number():
    """
    《…〈…<…>的通知》财预〔2016〕143号: nested and broken.
    """
    [found] = bases("《关于印发〈甲办法<乙细则>的通知》财预〔2016〕143号").found

    assert "财预〔2016〕143号" == found.number
    assert "关于印发" in found.title


def test_the_clause_that_is_quoted_stays_with_its_article():
    """
    Nothing of it is lost, and it is no provision of its own.
    """
    [found] = bases("《政府信息公开条例》第二十条：行政机关应当主动公开机关职能").found

    assert "第二十条：行政机关应当主动公开机关职能" == found.article


def test_a_number_without_brackets_and_a_quoted_clause_follow_the_title():
    """
    Title, number and colon glued together.
    """
    [found] = bases("《甲条例》国务院令第711号:第二十条 行政机关应当公开").found

    assert ("甲条例", "国务院令第711号") == (found.title, found.number)
    assert "行政机关应当公开" in found.article


def test_twelve_chained_titles_are_twelve_provisions():
    """
    As long a list as tables print.
    """
    found = told("".join(f"《第{number}办法》" for number in "甲乙丙丁戊己庚辛壬癸子丑"))

    assert 12 == len(found)


def test_the_same_law_named_twice_is_named_twice():
    """
    By its full and by its short name: which is meant is for an editor.
    """
    found = told("《中华人民共和国土地管理法》《土地管理法》")

    assert ["中华人民共和国土地管理法", "土地管理法"] == [one[0] for one in found]


def test_an_edition_is_told_apart_from_a_number():
    """
    （2019年修订） says which text is meant.
    """
    [found] = bases("《政府信息公开条例》（2019年修订）第二十条").found

    assert ("2019年修订", "", "第二十条") == (found.edition, found.number, found.article)


def test_letters_of_a_provision_are_never_lost():
    """
    What is neither title nor number nor article stays as a phrase.
    """
    text = "《甲法》第三条规定和《乙法》有关要求，以及上级文件"
    held = "".join(
        f"{one.title}{one.number}{one.edition}{one.article}" for one in bases(text).found
    )

    assert set() == {char for char in text if char not in held} - set("《》，和以及 ")


@example("2、《")
@example("《》")
@given(
    st.text(
        st.sampled_from("甲乙《》〈〉（）()〔〕[]2018号第条令、；。：:\n ●1.的及通知"), max_size=40
    )
)
def test_a_provision_always_has_a_title(text):
    """
    Without one the entry could not be written.
    """
    assert [] == [one for one in bases(text).found if not one.title.strip()]


def test_a_basis_of_figures_alone_is_kept_as_it_is():
    """
    It says little, but a cell is not lost.
    """
    assert ("2016",) == tuple(one.title for one in bases("2016").found)
