"""The index finds what a reader finds who looks through every record, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.asking import asked
from generator.search.built import indexed
from generator.search.engine import find
from generator.search.records import cut
from generator.search.terms import units_of, words_of

from .makers import WORDS, facets, index, record, records, texts
from .oracle import search

queries = st.text(WORDS + "zdg", max_size=8)
filters = st.dictionaries(st.sampled_from(["unit", "method"]), st.sampled_from("甲乙"))


def ids(found):
    return tuple((one.record.kind, one.record.id) for one in found.finds)


@given(records(), queries, filters, st.booleans())
@settings(max_examples=400, deadline=None)
def test_it_finds_what_a_reader_finds(held, query, narrowed, by_date):
    """
    The same records in the same order, by words, by sound, narrowed, by day, and near ones.
    """
    told = search(map(cut, held), query, by_date=by_date, **narrowed)
    found = find(index(*held), asked(query), narrowed, by_date=by_date)
    if not query.strip() and not narrowed:
        return

    assert (told.near or told.records, bool(told.near)) == (ids(found), found.near)


@given(records(), records(), queries)
@settings(max_examples=150, deadline=None)
def test_an_index_brought_up_to_date_finds_what_a_new_one_finds(before, after, query):
    """
    What was there, what is gone, and what differs under the same path.
    """
    _, files = indexed(before)
    later, _ = indexed(after, files)

    assert find(index(*after), asked(query)) == find(later, asked(query))


def test_what_is_the_same_is_not_written_again():
    """
    An index of the same records has the same files.
    """
    _, files = indexed([record("a"), record("b")])

    assert files == indexed([record("b"), record("a")], files)[1]


@given(records(), texts, st.sampled_from(["name", "basis"]))
@settings(max_examples=150, deadline=None)
def test_a_field_is_looked_through_alone(held, word, field):
    """
    The word stands in one text of the field, and nowhere else counts.
    """
    [units] = words_of(word.replace(" ", "")) or [()]
    if not units:
        return

    def says(one):
        told = (one.name,) if field == "name" else dict(one.named).get(field, ())
        return any(units == units_of(text)[at:][: len(units)] for text in told for at in range(9))

    expected = {(one.kind, one.id) for one in held if says(one)}

    assert expected == {*ids(find(index(*held), asked(f'{field}:"{word}"')))}


A = record("a", name="征地公告", elements=("土地管理法",), facets=facets(unit=("市教育局",)))
B = record("b", name="补偿方案", elements=("征地",), texts=("公告满三十日",), day="2024-05-31")
C = record("c", kind="documents", name="公告ppt", texts=("pptx 2015年",), day="2025-01-01")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("征地 AND 公告", "ab"),
        ("征地 且 公告", "ab"),
        ("征地 OR ppt", "acb"),
        ("公告 NOT 征地", "c"),
        ("NOT 征地", "c"),
        ("公告 NOT (ppt OR 补偿)", "a"),
        ("征地 ppt OR 补偿", "b"),
        ('"征 地" 公告', "ab"),
        ("公告 pptx", "c"),
        ("day:2024", "b"),
        ("day:2024-05", "b"),
        ("day:2024-06..", "c"),
        ("day:..2024-05-30", ""),
        ("day:2024-05-31..2025", "cb"),
        ("unit:教育", "a"),
        ("kind:documents", "c"),
        ("kind:公开事项", "ab"),
        ("征?公告", "a"),
        ("征*告", "a"),
        ("告?三", "b"),
        ("pp?x", "c"),
        ("pptx*", "c"),
        ("15*", ""),
        ("*15", "c"),
        ("name:征*", "a"),
        ("名称：公告", "ca"),
    ],
)
def test_operators_mean_what_they_say(query, expected):
    """
    Who is found, in order: places first, then the shorter name, then kind and id.
    """
    found = find(index(A, B, C), asked(query))

    assert expected == "".join(one.record.id for one in found.finds)


def test_a_word_is_not_found_across_two_elements():
    """
    Each element begins and ends by itself, in the index too.
    """
    split = record(name="甲", elements=("土地", "地管"), texts=("征收", "收公"))

    assert () == find(index(split), asked("土地管 OR 征收公")).finds


@pytest.mark.parametrize(
    ("query", "expected", "near"),
    [
        ("征池公告", "a", True),
        ("补尝方", "b", True),
        ("zdgg", "a", False),
        ("bcf", "b", False),
        ("buchangf", "b", False),
        ("gg", "ca", False),
    ],
)
def test_what_is_mistyped_or_typed_by_sound_is_found(query, expected, near):
    """
    One unit in the place of another, the initials of a name, its syllables.
    """
    found = find(index(A, B, C), asked(query))

    assert (expected, near) == ("".join(one.record.id for one in found.finds), found.near)
