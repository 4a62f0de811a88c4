"""A query is understood as its reader means it, or refused in one sentence with the place."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.asking import UnclearError, asked
from generator.search.terms import units_of, words_of
from generator.search.tree import All, Days, Either, Not, Wild, Word, plain_words, wanted

from .makers import WORDS

A, B, C = Word(("甲",)), Word(("乙",)), Word(("丙",))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", All(())),
        (" 　", All(())),
        ("甲", A),
        ("甲 乙", All((A, B))),
        ("甲 AND 乙", All((A, B))),
        ("甲 OR 乙 丙", Either((A, All((B, C))))),
        ("(甲 OR 乙) 丙", All((Either((A, B)), C))),
        ("甲 NOT 乙", All((A, Not(B)))),
        ("甲 AND NOT (乙 OR 丙)", All((A, Not(Either((B, C)))))),
        ("甲 或 非 乙", Either((A, Not(B)))),
        ("甲 且 乙", All((A, B))),
        ("and", Word(("and",))),
        ('"AND"', Word(("and",))),
        ('"甲 乙"', Word(("甲", "乙"))),
        ("“甲 乙”丙", All((Word(("甲", "乙")), C))),
        ("name:甲", Word(("甲",), "name")),
        ('依据："甲 乙"', Word(("甲", "乙"), "basis")),
        ("领域：甲", Word(("甲",), "field")),
        ("公开：甲", Word(("公", "开", ":", "甲"))),
        ("甲(乙)", Word(("甲", "〔", "乙", "〕"))),
        ("(甲(乙) OR 丙)", Either((Word(("甲", "〔", "乙", "〕")), C))),
        ("甲*乙", Wild("甲*乙")),
        ("甲**", Wild("甲*")),
        ("name:甲?", Wild("甲?", "name")),
        ('"甲*"', Word(("甲", "*"))),
        ("甲？", Word(("甲", "?"))),
        ("day:2024", Days("2024-01-01", "2024-12-31")),
        ("day:2024-2", Days("2024-02-01", "2024-02-31")),
        ("day:2024-02-29", Days("2024-02-29", "2024-02-29")),
        ("day:2024..2025-03", Days("2024-01-01", "2025-03-31")),
        ("day:..2024", Days("", "2024-12-31")),
        ("日期：2024..", Days("2024-01-01", "")),
        ("http://甲", Word(("http", ":", "/", "/", "甲"))),
    ],
)
def test_a_query_is_a_tree(query, expected):
    """
    Side by side means AND; NOT binds first, then AND, then OR.
    """
    assert expected == asked(query)


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("(甲", 1), ("甲)", 2), ("()", 2), ("甲 OR", 4), ("OR 甲", 1), ("甲 AND AND 乙", 7),
        ("NOT", 3), ('甲 "乙', 3), ("甲 nmae:乙", 3), ("name:", 1), ("name: 甲", 1),
        ("甲 *", 3), ("甲*乙*丙*丁*戊*己", 1), ("day:20", 5), ("day:2024-13", 5), ("day:..", 5),
        ("day:2023-02-29", 5), ("day:2025..2024", 5), ("(" * 5000 + "甲", 1001),
        ("(" * 500 + "甲", 32), ("NOT " * 200 + "甲", 125),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_at_its_place(query, at):
    """
    In Chinese and in English, in one sentence each.
    """
    with pytest.raises(UnclearError) as refused:
        asked(query)

    assert refused.value.chinese.startswith(f"查询的第 {at} 个字：")
    assert refused.value.english.startswith(f"Character {at} of the query: ")


@given(st.text(WORDS + '()[]:"“”*?.-day:ANDORTname', max_size=20))
def test_every_query_is_a_tree_or_refused(query):
    """
    Nothing else comes of it.
    """
    with suppress(UnclearError):
        assert asked(query) is not None


@given(st.text(WORDS, max_size=12))
def test_plain_words_are_those_of_the_browser(query):
    """
    A query without signs of the language has the words that `words_of` cuts.
    """
    assert words_of(query) == plain_words(asked(query))


def test_what_must_not_be_there_is_not_marked():
    """
    Only the words that a find may hold.
    """
    assert [A, Word(units_of("丙"))] == [*wanted(asked("甲 NOT 乙 (丙 OR day:2024)"))]
