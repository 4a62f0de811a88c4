"""Names to ids: readable, short, unique, and the same again."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.imports.merge.ids import id_of, pinyin


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("征收公告", "zd-zhengshou-gonggao"),
        ("征收 公告", "zd-zhengshou-gonggao"),
        ("《征收公告》", "zd-zhengshou-gonggao"),
        ("徵收公告", "zd-zhengshou-gonggao"),
        ("12345热线", "zd-12345-rexian"),
        ("WTO 政策", "zd-wto-zhengce"),
        ("女性就业", "zd-nvxing-jiuye"),
    ],
)
def test_an_id_is_the_field_and_the_name_in_pinyin(name, id):
    """
    Read aloud it says what it is.
    """
    assert id == id_of("zheng-di", "", (name, "", ""), set())


def test_the_unit_stands_in_the_id_of_its_own_catalogue():
    """
    Two bureaus have items of the same names.
    """
    assert "zd-zr-gonggao" == id_of("zheng-di", "ziran-ribao", ("公告", "", ""), set())


def test_a_long_name_is_shortened_at_a_word():
    """
    A name of an offence has forty characters.
    """
    name = "对擅自占用城市道路堆放物料影响市容环境卫生的行政处罚决定信息公开"
    id = id_of("zheng-di", "", (name, "", ""), set())

    assert len(id) <= 45
    assert [] == [one for one in id.split("-")[1:] if one not in pinyin(name)]


def test_two_of_the_same_name_differ_by_their_groups_and_not_by_their_order():
    """
    A row put in before them changes neither.
    """
    first = id_of("zd", "", ("公告", "甲", ""), {"z-gonggao"})
    second = id_of("zd", "", ("公告", "乙", ""), {"z-gonggao"})
    again = id_of("zd", "", ("公告", "甲", ""), {"z-gonggao", second})

    assert first != second
    assert first == again
    assert re.fullmatch(r"z-gonggao-[0-9a-f]{4}", first)


NAMES = st.text(
    st.sampled_from("征收公告甲乙丙abcXYZ019（）-_ 。①ü‐é") | st.characters(), max_size=80
)
IDS = st.from_regex(r"\A[a-z0-9-]{1,64}\Z")


@example("-".join("a" * 32), "-".join("b" * 32), ["公告", "公告", "（）"])
@example("a-b", "", ["公" * 80, "a" * 80])
@given(IDS, st.just("") | IDS, st.lists(NAMES, min_size=1, max_size=6))
def test_any_names_have_ids_of_their_own_in_the_form_of_an_id(field, unit, names):
    """
    Whatever a cell holds, however long the ids of field and unit are.
    """
    taken: set[str] = set()
    for name in names:
        id = id_of(field, unit, (name, "", "", str(len(taken))), taken)

        assert re.fullmatch("[a-z0-9-]{1,64}", id)
        assert id not in taken
        taken.add(id)
