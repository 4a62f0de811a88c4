"""Which articles a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.articles import (
    articles_in,
    existing,
    in_chinese,
    number_of,
    parts_in,
    whole_articles_in,
)


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
        ("第十七条之一至第十九条", {17, 18, 19}),
        ("第十、十一条", {10, 11}),
        ("第十、十二条", {10, 12}),
        ("第五、九、十二条", {5, 9, 12}),
        ("第五、九至十二条", {5, 9, 10, 11, 12}),
        ("第九条、第十五、十七条", {9, 15, 17}),
        ("第二十条、二十二条", {20, 22}),
        ("第20条和22条", {20, 22}),
        ("第9,10,12条", {9, 10, 12}),
        ("第3-5条", {3, 4, 5}),
        ("第三条——第五条", {3, 4, 5}),
        ("第三条－第五条", {3, 4, 5}),
        ("第三条到五条", {3, 4, 5}),
        ("第五条至第三条", {3, 5}),
        ("第十条第二项至第十二条", {10, 11, 12}),
        ("第二十条第（一）、（二）项", {20}),
        ("第二十条第一款、第三款，三十日内", {20}),
        ("第二十条第二、三款", {20}),
        ("第三章第十至十二条", {10, 11, 12}),
        ("第１０条", {10}),
        ("第 二 十 條", {20}),
        ("第一百〇三条", {103}),
        ("第二〇条", {20}),
        ("《某法》（2019年修正）第八条；《另法》第九条", {8, 9}),
        ("第三款", set()),
        ("三十条规定", set()),
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
    ("text", "whole", "parts"),
    [
        ("第三条、第五条", {3, 5}, set()),
        ("第三条至第五条", {3, 4, 5}, set()),
        ("第三条第二款", set(), {"第三条第二款"}),
        ("第三条第二款、第五条", {5}, {"第三条第二款"}),
        ("第三条、第五条第一款第二项", {3}, {"第五条第一款第二项"}),
        ("第三条第（一）、（二）项", set(), {"第三条第(一)、(二)项"}),
        ("第十七条之一", set(), {"第十七条之一"}),
        ("", set(), set()),
    ],
)
def test_a_part_of_an_article_is_not_the_article(text, whole, parts):
    """
    Who repeals 第三条第二款 leaves 第三条 where it is.
    """
    assert (whole, parts) == (whole_articles_in(text), parts_in(text))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("1-4", {1, 2, 3, 4}),
        ("1-2, 4，7", {1, 2, 4, 7}),
        ("1-2, 4、6；8", {1, 2, 4, 6, 8}),
        ("1～3", {1, 2, 3}),
        ("1－3", {1, 2, 3}),
        ("1 至 3", {1, 2, 3}),
        ("1-3条", {1, 2, 3}),
        ("第1-3条", {1, 2, 3}),
        ("第一条至第三条", {1, 2, 3}),
        ("第一条至第三条和第五条", {1, 2, 3, 5}),
        ("1-3, 第五条", {1, 2, 3, 5}),
        ("", set()),
        ("全文", set()),
        ("共七十七条", set()),
        ("1-20, 附则", set()),
        ("除第五条外", set()),
    ],
)
def test_a_register_lists_what_is_there(text, there):
    """
    Ranges of figures, or words; what is not understood whole tells nothing.
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


@given(st.lists(st.integers(1, 1999), min_size=1, max_size=8), st.sampled_from("、,，和及"))
def test_a_list_is_read_whichever_way_it_is_written(numbers, between):
    """
    Each article in full, or one 第 and one 条 for all; in Chinese or in figures.
    """
    for written in ([in_chinese(number) for number in numbers], [*map(str, numbers)]):
        whole = between.join(f"第{number}条" for number in written)

        assert set(numbers) == articles_in(whole) == articles_in(f"第{between.join(written)}条")


@given(st.integers(1, 1999), st.integers(1, 1999), st.sampled_from("至到-－—~～"))
def test_a_range_holds_both_of_its_ends(first, last, between):
    """
    And all between them, where there is anything between.
    """
    named = set(range(first, last + 1)) or {first, last}

    assert named == set(existing(f"{first}{between}{last}"))
    assert named == set(articles_in(f"第{in_chinese(first)}条{between}第{in_chinese(last)}条"))


@pytest.mark.parametrize(
    "text", ["第" + "9" * 5000 + "条", "第1条至第" + "9" * 5000 + "条", "1-" + "9" * 5000]
)
def test_a_number_that_no_act_has_is_none(text):
    """
    It was more than Python turns into a number.
    """
    assert articles_in(text) <= {1}
    assert set() == existing(text)


@given(st.text("第条款项之至到、，,-—～0123456789一二十百千〇两（） 条第", max_size=40))
def test_no_text_raises(text):
    """
    Whatever stands in a cell.
    """
    assert all(number >= 0 for number in articles_in(text) | existing(text))
    assert isinstance(parts_in(text), frozenset)
    assert whole_articles_in(text) is not None
