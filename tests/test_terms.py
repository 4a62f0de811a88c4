"""Words that mean the same compare alike, however they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.terms import document_number, folded, law_title


@pytest.mark.parametrize(
    "written",
    [
        "惠府办函〔2018〕157号", "惠府办函［2018］157号", "惠府办函[2018]157号",
        "惠府办函【2018】157号",
        "惠府办函﹝2018﹞157号", "惠府办函（2018）157号", "惠府办函(2018)157号",
        "惠府办函 〔2018〕 157 号",
        "惠府办函〔２０１８〕１５７号", "惠府办函〔2018〕\u3000157号",
    ],
)  # fmt: skip
def test_a_document_number_is_found_by_any_of_its_forms(written):
    """
    Real tables print the brackets in seven ways.
    """
    assert "惠府办函〔2018〕157号" == document_number(written)


@pytest.mark.parametrize(
    "written",
    ["国务院令第711号", "国令第711号", "中华人民共和国国务院令第711号", "国务院令 第711号"],
)
def test_an_order_is_found_by_its_short_name(written):
    """
    Real tables cite the orders of the State Council in three ways.
    """
    assert "国务院令第711号" == document_number(written)


@pytest.mark.parametrize(
    "written",
    [
        "中华人民共和国政府信息公开条例", "《中华人民共和国政府信息公开条例》", "政府信息公开条例",
        "《政府信息公开条例》", "政府信息 公开条例",
    ],
)  # fmt: skip
def test_a_law_is_found_by_its_short_title(written):
    """
    With or without the country's name and the marks of a title.
    """
    assert "政府信息公开条例" == law_title(written)


def test_a_radical_is_its_character_and_case_does_not_matter():
    """
    NFKC: Kangxi radicals, compatibility ideographs, full-width letters.
    """
    assert folded("一豈abc12") == folded("⼀\uf900 ＡＢＣ１２")


_WRITTEN = st.characters(categories=("Lo", "Nd", "Ps", "Pe", "Po", "Zs")) | st.characters(
    codec="ascii"
)


@given(st.text(_WRITTEN, max_size=30))
def test_folding_twice_changes_nothing(text):
    """
    What was folded compares with what is folded.
    """
    assert folded(text) == folded(folded(text))


@given(st.text(st.characters(categories=("Lo", "Nd", "Ll")), max_size=9))
def test_blanks_do_not_matter(text):
    """
    Pasted cells are full of them.
    """
    assert folded(text) == folded(" ".join(text))
