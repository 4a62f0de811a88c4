"""The bodies of a cell to units of the site."""

from __future__ import annotations

import pytest

from generator.imports.words.bodies import bodies, units_of
from generator.model.bodies import Unit

UNITS = units_of(
    Unit(id=id, name=name, short_name=short)
    for id, name, short in (
        ("shi", "示范市人民政府", ""),
        ("jiaoyu", "示范市教育局", "市教育局"),
        ("ziran", "示范市自然资源局", ""),
        ("zhujian", "示范市住房和城乡建设局", ""),
        ("xian-jiaoyu", "示例县教育局", ""),
        ("xian", "示例县人民政府", ""),
        ("zhen", "样板镇人民政府", ""),
    )
)


def told(text: str) -> list[str]:
    """The bodies of a cell: units by their ids, others by their words between marks."""
    return [one.unit or f"“{one.name}”" for one in bodies(text, UNITS).found]


FORMS = {
    "its full name": ("示范市教育局", ["jiaoyu"]),
    "its short name": ("市教育局", ["jiaoyu"]),
    "what it is within its place": ("市自然资源局", ["ziran"]),
    "a word shortened": ("市住建局", ["zhujian"]),
    "another place of the site": ("县教育局", ["xian-jiaoyu"]),
    "another district": ("区教育局", ["“区教育局”"]),
    "another place by its name": ("外地市教育局", ["“外地市教育局”"]),
    "two of the site have it": ("教育局", ["“教育局”"]),
    "the government": ("市政府", ["shi"]),
    "the government, in full": ("县人民政府", ["xian"]),
    "a government by its place": ("样板镇政府", ["zhen"]),
    "a class of bodies": ("县级政府民政部门", ["“县级政府民政部门”"]),
    "a village": ("监测对象所在行政村", ["“监测对象所在行政村”"]),
    "an organ of the Party": ("组织人事部", ["“组织人事部”"]),
    "a body that is no more": ("市扶贫开发办公室", ["“市扶贫开发办公室”"]),
    "an internal office": ("党政办", ["“党政办”"]),
    "two, with a pause mark": ("市教育局、市自然资源局", ["jiaoyu", "ziran"]),
    "two, with a comma": ("市教育局,市自然资源局", ["jiaoyu", "ziran"]),
    "two, with a slash": ("市教育局/市自然资源局", ["jiaoyu", "ziran"]),
    "two, in two lines": ("市教育局\n市自然资源局", ["jiaoyu", "ziran"]),
    "two, with a blank": ("市教育局 市自然资源局", ["jiaoyu", "ziran"]),
    "twice the same": ("市教育局\n市教育局", ["jiaoyu"]),
    "broken by a line": ("市自然\n资源局", ["ziran"]),
    "broken by a blank": ("市教 育局", ["jiaoyu"]),
    "in a numbered list": ("1.市教育局；2.市自然资源局", ["jiaoyu", "ziran"]),
    "traditional characters": ("市教育局", ["jiaoyu"]),
    "words in brackets": ("乡镇（街道、园区）", ["“乡镇（街道、园区）”"]),
    "a rule, not a name": ("负责管理的部门分别公开", ["“负责管理的部门分别公开”"]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FORMS.values(), ids=FORMS)
def test_a_body_is_a_unit_of_the_site_or_keeps_its_words(text, found):
    """
    A body of another place is never taken for one of this.
    """
    assert found == told(text)


@pytest.mark.parametrize("text", ["市自然资源局", "市住建局"])
def test_what_a_name_was_taken_for_is_told(text):
    """
    An editor can see it and say no.
    """
    assert [text] == [why[1] for why in bodies(text, UNITS).whys]


def test_a_full_name_is_no_guess():
    """
    Nothing to tell.
    """
    assert () == bodies("示范市教育局", UNITS).whys
