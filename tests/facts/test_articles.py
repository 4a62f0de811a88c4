"""Which articles a text names."""

from __future__ import annotations

import pytest

from generator.facts.articles import articles_in, existing, in_chinese, number_of


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("第二十条第二款", {20}),
        ("第二十条第（十一）项、第二十一条", {20, 21}),
        ("第三条至第五条", {3, 4, 5}),
        ("第三至五条", {3, 4, 5}),
        ("第10条", {10}),
        ("第一百零三条", {103}),
        ("第一百二十条", {120}),
        ("第十七条之一", {17}),
        ("第四章", set()),
        ("", set()),
    ],
)
def test_articles_are_read_as_laws_print_them(text, named):
    """
    Figures and Chinese numerals, ranges; paragraphs and items belong to their article.
    """
    assert named == set(articles_in(text))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("1-4", {1, 2, 3, 4}),
        ("1-2, 4，7", {1, 2, 4, 7}),
        ("第一条至第三条", {1, 2, 3}),
        ("全文", set()),
    ],
)
def test_a_register_lists_what_is_there(text, there):
    """
    Ranges of figures, or words.
    """
    assert there == set(existing(text))


def test_numerals_are_read_as_they_are_written():
    """
    Every number that an act can have.
    """
    assert [*range(1, 2000)] == [number_of(in_chinese(number)) for number in range(1, 2000)]


def test_numerals_are_written_as_laws_print_them():
    """
    十, 二十, 一百零三, 一百一十.
    """
    assert ["十", "十九", "二十", "一百零三", "一百一十", "一千零一"] == [
        in_chinese(number) for number in (10, 19, 20, 103, 110, 1001)
    ]
