"""What a find is, in examples; the engines are held to it by property tests of their own."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from generator.search.order import Where, by_sound, mistyped, nearly, where
from generator.search.readings import heard, syllables
from generator.search.records import Searchable, cut
from generator.search.terms import units_of, words_of
from tests.search.oracle import search


def of(name: str, *elements: str, texts: tuple[str, ...] = (), kind: str = "entries") -> Searchable:
    """A record by its name."""
    return Searchable(kind, f"id-{name}", f"{name}.html", name, elements, texts)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("征地补偿", ("征", "地", "补", "偿")),
        ("徵地補償", ("征", "地", "补", "偿")),
        ("2019年54号", ("2019", "年", "54", "号")),
        ("ＡＰＰ下载 v2.0", ("app", "下", "载", "v", "2", ".", "0")),
        ("（2019）[2019]【2019】", ("〔", "2019", "〕") * 3),
    ],
)
def test_texts_are_cut_into_signs_and_runs(text: str, units: tuple[str, ...]) -> None:
    """
    Runs of letters and of digits stay whole; width, case, script and brackets do not matter.
    """
    assert units == units_of(text)


def test_words_are_parted_by_blanks_and_count_once() -> None:
    """
    An ideographic blank too.
    """
    assert (("征", "地"), ("补", "偿")) == words_of(" 征地　补偿 徵地 ")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("征地公告", Where.EQUAL),
        ("征地", Where.BEGINS),
        ("公告", Where.NAME),
        ("地公", Where.NAME),
        ("补偿费", Where.ELEMENT),
        ("15", None),
        ("2015", Where.ELEMENT),
        ("公示", Where.TEXT),
        ("地", Where.NAME),
        ("费", None),
        ("住房", None),
    ],
)
def test_a_word_is_found_where_its_units_stand_side_by_side(
    word: str, expected: Where | None
) -> None:
    """
    The best place counts; one single sign counts in names alone, a part of a run nowhere.
    """
    record = cut(of("征地公告", "补偿费用", "2015年", texts=("公示七天",)))

    assert expected == where(units_of(word), record)


@pytest.mark.parametrize(
    ("letters", "spans"),
    [
        ("zdgg", [(2, 6)]),
        ("dg", [(3, 5)]),
        ("zhengdi", [(2, 4)]),
        ("zhengdig", [(2, 5)]),
        ("hengdi", []),
        ("zg", []),
        ("jt", [(0, 2)]),
    ],
)
def test_letters_are_heard_as_initials_or_as_syllables(
    letters: str, spans: list[tuple[int, int]]
) -> None:
    """
    集体征地公告: the last syllable may be unfinished, none may begin in its middle.
    """
    assert spans == list(heard(letters, syllables("集体征地公告")))


def test_a_word_of_signs_is_never_taken_for_sounds() -> None:
    """
    Only letters are.
    """
    assert by_sound(("征",), cut(of("征地"))) is None


def test_finds_stand_by_place_then_length_then_kind_then_id() -> None:
    """
    Name equal, name begins, the shorter first, entries before documents, then elements.
    """
    records = [
        of("征地公告办法", kind="documents"), of("征地公告"), of("征地公告规则"),
        of("名单", "征地公告"), of("预征地公告"), of("征地公告办法"), of("文", texts=("征地公告",)),
    ]  # fmt: skip
    found = search([cut(one) for one in records], "征地公告").records

    assert [
        "征地公告", "征地公告办法", "征地公告规则", "征地公告办法", "预征地公告", "名单", "文",
    ] == [id.removeprefix("id-") for _, id in found]  # fmt: skip
    assert ["entries", "entries", "entries", "documents"] == [kind for kind, _ in found][:4]


def test_what_no_record_holds_leads_to_those_that_hold_most_of_it() -> None:
    """
    住房保障 → 保障性住房, and only then; a name with one other character too.
    """
    cuts = [cut(of("保障性住房保养")), cut(of("住房")), cut(of("征地补偿公告"))]

    assert (("entries", "id-保障性住房保养"),) == search(cuts, "住房保障").near
    assert () == search(cuts, "住房").near
    assert (("entries", "id-征地补偿公告"),) == search(cuts, "征地扑偿").near


def test_nearly_needs_more_than_half_in_one_element() -> None:
    """
    One pair of three is not most; two in different elements are not either.
    """
    word = units_of("住房保障")

    assert 2 == nearly(word, cut(of("住房的保障")))
    assert 0 == nearly(word, cut(of("住房", "保障")))
    assert 0 == nearly(word, cut(of("住房")))


def test_a_slip_is_one_unit_in_its_place() -> None:
    """
    Words of two are too short for it.
    """
    name = units_of("征地补偿公告")

    assert mistyped(units_of("征地扑偿"), name)
    assert not mistyped(units_of("征扑扑偿"), name)
    assert not mistyped(units_of("征扑"), name)


@given(st.text(st.sampled_from("长城重庆银行行长乐音乐的了，・〇𠮷"), max_size=12))
def test_names_are_read_as_by_the_library(name):
    """
    Character by character in its word, whatever was read before.
    """
    apart: Any = list
    expected = lazy_pinyin(normalize("NFKC", name), errors=apart)

    assert [one for one in expected if one.isascii() and one.isalpha()] == [
        one for one in syllables(name) if one
    ]
