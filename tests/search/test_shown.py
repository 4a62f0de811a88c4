"""Snippets: the texts that hold what was asked for, with the places marked."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.search.asking import asked
from generator.search.shown import LENGTH, MOST, marked, snippets
from generator.search.terms import units_of

from .makers import record


def shown(query, near=False, **differs):
    """Return the marked snippets of a good record."""
    found = snippets(record(**differs), asked(query), near=near)
    return [marked(one.text, one.marks, "【", "】") for one in found]


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("征地", "征地公告", "【征地】公告"),
        ("征地 公告", "征地公告", "【征地公告】"),
        ("公告", "公告和公 告", "【公告】和【公 告】"),
        ("ppt", "（ＰＰＴ）公告", "（【ＰＰＴ】）公告"),
        ("书记", "書記办公", "【書記】办公"),
        ("zhengdi", "征地公告", "【征地】公告"),
        ("gg", "征地公告", "征地【公告】"),
        ("征*告", "关于征地公告", "关于【征地公告】"),
        ("地?告", "征地公告", "征【地公告】"),
        ("告", "征地公告", "征地公【告】"),
        ("name:公告", "征地公告", "征地【公告】"),
        ("公告 NOT 征地", "征地公告", "征地【公告】"),
        ("㎡", "每㎡补偿", "每【㎡】补偿"),
        ("ガ", "カ\u3099公告", "【カ\u3099】公告"),
    ],
)
def test_what_was_found_is_marked_in_the_authors_words(query, name, expected):
    """
    Whatever is treated alike by search stays as it was written.
    """
    assert [expected] == shown(query, name=name)


def test_elements_and_texts_are_marked():
    """
    The name first, then no more than some, and only those that hold a word.
    """
    texts = tuple(f"公告{number}" for number in range(9))

    assert 1 + MOST == len(shown("公告", elements=("无关",), texts=texts))
    assert ["【土地】法"] == shown("土地", elements=("无关", "土地法"))
    assert [] == shown("地", name="公告", elements=("土地法",))


def test_a_field_is_marked_where_it_stands():
    """
    basis: marks elements, not the name; unit: and days mark nothing.
    """
    differs = {"elements": ("征地法",), "named": (("basis", ("征地法",)),)}

    assert ["【征地】法"] == shown("basis:征地", **differs)
    assert [] == shown("unit:征地 day:2024", **differs)


def test_what_is_near_is_marked_by_pieces():
    """
    The pairs of the word that it does hold.
    """
    assert ["【征地公】示"] == shown("征地公告", near=True, name="征地公示")


def test_a_long_text_is_cut_around_the_first_place():
    """
    With a sign where it was cut, and no mark beyond its end.
    """
    [one] = snippets(record(texts=("甲" * 100 + "补偿" + "乙" * 100 + "补偿",)), asked("补偿"))

    assert ("…", "…", "补偿") == (one.text[0], one.text[-1], one.text[17:19])
    assert ((17, 19),) == one.marks
    assert LENGTH + 2 == len(one.text)


def test_a_personal_number_is_cut():
    """
    What stands in a source that must not be published is not printed by a search either.
    """
    assert ["【电话】138…00"] == shown("电话", name="电话13800138000")


@example("公告\u3099")
@given(st.text("征地公告ＡBc １2\u3099ガ㎡①", max_size=12))
def test_marks_are_places_of_the_text(name):
    """
    Whatever signs become when they are compared, the marked parts are the word, with what is
    written over its signs (a mark that combines is a unit of its own).
    """
    for one in snippets(record(name=name), asked("公告")):
        for start, stop in one.marks:
            assert {"公", "告"} == {*units_of(one.text[start:stop].replace("\u3099", ""))}
