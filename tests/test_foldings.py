"""The table of characters that are compared alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import foldings
from generator.foldings import FORMS, STANDING
from generator.terms import compared, exchanged, folded, simplified


def test_the_table_is_what_opencc_gives():
    """
    It is data that a command writes; nobody edits it.
    """
    assert foldings.written(foldings.foldings()) == foldings.PATH.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "class_",
    [
        "征徵", "复復複覆", "了瞭", "借藉", "后後", "里裏裡", "着著", "台臺檯颱", "干乾幹", "于於",
        "余餘", "划劃畫", "准準", "折摺", "伙夥", "制製", "松鬆", "向嚮", "历歷曆", "发發髮",
    ],
)  # fmt: skip
def test_forms_of_one_word_meet(class_):
    """
    The first, which simplified text writes, stands for all.
    """
    assert class_[0] * len(class_) == simplified(class_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("答復", "答复"), ("答覆", "答复"), ("瞭解", "了解"), ("藉口", "借口"),
        ("颱風", "台风"), ("計畫", "计划"), ("沿著", "沿着"), ("供應鏈", "供应链"),
    ],
)  # fmt: skip
def test_words_meet_in_either_script(one, other):
    """
    Plain conversion to simplified characters leaves 覆, 瞭 and 藉 as they are.
    """
    assert folded(other) == folded(one)


@pytest.mark.parametrize("pair", ["接待接呆", "讲座讲坐", "供应链供应炼", "家具家俱", "公里公哩"])
def test_words_of_their_own_stay_apart(pair):
    """
    OpenCC offers one for a rare use of the other.
    """
    half = len(pair) // 2

    assert folded(pair[:half]) != folded(pair[half:])


def test_what_stands_for_others_stands_for_itself():
    """
    Exchanging twice is exchanging once; no character is exchanged for two.
    """
    assert set() == set(FORMS) & set(STANDING)
    assert len(FORMS) == len(set(FORMS))
    assert [*exchanged()] == sorted(exchanged())


def test_no_class_is_large():
    """
    A class joined by mistake would make different words one.
    """
    assert 5 == max(map(STANDING.count, STANDING))


@given(st.text(st.sampled_from(FORMS + STANDING) | st.characters(), max_size=30))
def test_simplifying_keeps_places(text):
    """
    What is found in the one text is cut out of the other.
    """
    assert len(text) == len(simplified(text))
    assert simplified(text) == simplified(simplified(text))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("國發［2018］１５ 號", "国发〔2018〕15 号"), ("政府－信息", "政府-信息"),
        ("ＡＢＣ 徵收", "abc 征收"), ("（試行）", "〔试行〕"),
    ],
)  # fmt: skip
def test_search_compares_brackets_and_dashes_alike_and_keeps_blanks(written, expected):
    """
    A blank ends a word; a bracket around a year is typed in seven ways.
    """
    assert expected == compared(written)
