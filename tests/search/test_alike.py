"""Nearly the same texts are found as by comparing each with each."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.search.alike import alike, ranked, share, terms_of, with_likeness
from generator.search.terms import units_of

SETS = st.lists(st.frozensets(st.sampled_from("甲乙丙丁戊己庚辛壬癸")), max_size=12)
LIKE = st.lists(  # most of many, so that nearly all are alike
    st.frozensets(st.sampled_from("甲乙"), max_size=2).map(frozenset("天地玄黄宇宙洪荒").__sub__)
    | st.frozensets(st.sampled_from("天地玄黄宇宙洪荒日月"), min_size=6),
    max_size=12,
)


def terms(*texts: str) -> frozenset[str]:
    """Return the terms of an item that says *texts*."""
    return terms_of(map(units_of, texts))


@given(SETS | LIKE, st.integers(1, 100))
def test_what_is_alike_is_what_comparing_each_with_each_finds(sets, percent):
    """
    At any percentage, with empty sets and equal ones.
    """
    expected = [
        (low, high)
        for (low, one), (high, other) in combinations(enumerate(sets), 2)
        if one | other and 100 * len(one & other) >= percent * len(one | other)
    ]

    assert expected == sorted(alike(ranked(sets), percent))
    assert {place for both in expected for place in both} == with_likeness(ranked(sets), percent)


@given(SETS, st.randoms())
def test_the_order_of_texts_does_not_matter(sets, random):
    """
    An entry that moves to another file is like the same ones.
    """
    moved = random.sample(range(len(sets)), len(sets))
    shuffled = alike(ranked([sets[place] for place in moved]), 60)

    assert sorted(alike(ranked(sets), 60)) == sorted(
        (min(moved[low], moved[high]), max(moved[low], moved[high])) for low, high in shuffled
    )


def test_a_share_is_rounded_down():
    """
    Two of three are 66 percent; nothing of nothing is none.
    """
    assert 66 == share(frozenset({1, 2}), frozenset({1, 2, 3}))
    assert 0 == share(frozenset(), frozenset())


def test_terms_do_not_cross_from_one_text_to_the_next():
    """
    Name and content are texts of their own; a run of digits is one unit.
    """
    assert {"征 收", "公 告", "第 2025", "2025 年"} == terms("征收", "公告", "", "第2025年")
