"""A category for an item whose table prints none: a suggestion and its reason."""

from __future__ import annotations

import pytest

from generator.imports.words.suggest import suggested


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("法规政策文件", "决策"),
        ("听证公告", "决策"),
        ("征收实施方案", "执行"),
        ("监督检查", "管理"),
        ("办事指南", "服务"),
        ("补偿结果公示", "结果"),
        ("补償結果公示", "结果"),
    ],
)
def test_what_an_item_is_called_mostly_tells_what_it_is(name, category):
    """
    With the word it rests on.
    """
    found = suggested(name, "", "")

    assert found is not None
    assert category == found[0].value
    assert found[1]


def test_where_no_word_speaks_for_any_there_is_none():
    """
    A guess without a reason would be no help.
    """
    assert suggested("甲乙丙丁", "", "") is None


def test_the_name_weighs_more_than_the_group():
    """
    A guide within 行政处罚 is a service.
    """
    found = suggested("办事指南", "监督检查", "")

    assert found is not None
    assert "服务" == found[0].value
