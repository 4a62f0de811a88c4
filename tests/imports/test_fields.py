"""Which field the words about a table decide on."""

from __future__ import annotations

import pytest

from generator.imports.words.fields import field_in, field_of, names_of
from generator.model.bodies import Field

NAMES = names_of(
    Field(id=id, name=name, aliases=aliases)
    for id, name, aliases in (
        ("zhengdi", "农村集体土地征收", ("征地补偿",)),
        ("fangwu", "国有土地上房屋征收与补偿", ("房屋征收",)),
        ("jiuzai", "救灾", ()),
        ("jiuye", "就业", ("就业创业",)),
    )
)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("（十五）国有土地上房屋征收与补偿领域基层政务公开标准目录", "fangwu"),
        ("示范市救灾生产领域政务公开标准目录（2025版）", "jiuzai"),
        ("征地补偿", "zhengdi"),
        ("救災領域", "jiuzai"),
        ("救 灾 领 域", "jiuzai"),
        ("就业创业领域", "jiuye"),
        ("救灾、就业领域", ""),
        ("政务公开标准目录", ""),
    ],
)
def test_a_line_names_one_field_or_none(line, field):
    """
    A longer name hides the shorter one within it; two fields decide nothing.
    """
    assert field == field_in(line, NAMES)


def test_a_line_that_speaks_of_a_catalogue_weighs_more_than_a_nearer_one():
    """
    A menu names a field too.
    """
    assert "jiuzai" == field_of(["就业", "救灾领域标准目录", "首页"], NAMES)


def test_the_nearest_of_two_headings_decides():
    """
    One page holds many fields one after another.
    """
    assert "jiuye" == field_of(["就业领域", "救灾领域"], NAMES)


def test_without_any_heading_the_sheet_or_the_file_decides():
    """
    As offices name their files.
    """
    assert "jiuzai" == field_of(["Sheet1", "救灾.xlsx"], NAMES)


def test_where_nothing_names_a_field_there_is_none():
    """
    It is asked for.
    """
    assert "" == field_of(["Sheet1", "目录.xlsx"], NAMES)


@pytest.mark.parametrize("number", ["（三）", "三、", "3.", "3、"])
def test_a_heading_that_names_no_field_does_not_take_that_of_the_one_before(number):
    """
    What is numbered alike heads another table.
    """
    other = number.replace("三", "二").replace("3", "2")

    assert "" == field_of([f"{number}殡葬服务", f"{other}就业领域", "政务公开标准目录汇编"], NAMES)
    assert "jiuye" == field_of([f"{number}政策法规", "就业领域政务公开标准目录"], NAMES)
