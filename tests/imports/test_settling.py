"""What a table says beside its items: heads that its cells settle, words above, withheld items."""

from __future__ import annotations

import pytest

from generator.imports.tables.settling import defaults, says_withheld

from .makers import HEADS, bring, row, table

ABOVE = {
    "a sentence for each": (
        ("公开时限：自形成之日起20个工作日内。公开方式：主动公开。",),
        {"time_limit": "自形成之日起20个工作日内", "method": "主动公开"},
    ),
    "numbered": (("（一）公开渠道：政府网站",), {"channels": "政府网站"}),
    "the nearest wins": (("公开时限：长期", "公开时限：及时"), {"time_limit": "及时"}),
    "a half-width colon": (("公开层级:县级",), {"level": "县级"}),
    "whom": (("公开对象：全社会",), {"audience": "全社会"}),
    "words that say nothing of the kind": (("为规范公开时限，现予公布。",), {}),
    "nothing": ((), {}),
}


@pytest.mark.parametrize(("above", "found"), ABOVE.values(), ids=ABOVE)
def test_words_above_a_table_hold_for_all_its_rows(above, found):
    """
    Where they say so with a colon.
    """
    assert found == defaults(above)


@pytest.mark.parametrize(
    "text", ["不公开", "不予公开", "免予公开", "□主动公开■不予公开", "不 公开"]
)
def test_a_cell_may_say_that_an_item_is_withheld(text):
    """
    In any of its wordings.
    """
    assert says_withheld(text)


@pytest.mark.parametrize(
    "text", ["主动公开", "■主动公开□不予公开", "依申请公开", "", "公开不少于7日"]
)
def test_a_cell_that_says_something_else_does_not(text):
    """
    An empty box is no word.
    """
    assert not says_withheld(text)


SETTLED = {
    "公开形式 that holds channels": ("公开形式", "政府网站", {"channels": ["政府网站"]}),
    "公开形式 that holds methods": ("公开形式", "依申请公开", {"method": "依申请公开"}),
    "编号 that holds numbers": ("编号", "0505", {"number": "0505"}),
}


@pytest.mark.parametrize(("head", "text", "said"), SETTLED.values(), ids=SETTLED)
def test_a_head_that_says_too_little_is_settled_by_its_cells(head, text, said, tmp_path):
    """
    One word for two things.
    """
    only = ("group", "name", "content", "basis", "new")
    entry = bring(tmp_path, table(row(new=text), only=only, new=head)).entry

    assert said == {key: entry.get(key) for key in said}


def test_numbers_of_the_office_beside_those_of_the_form_are_kept(tmp_path):
    """
    编号 beside 序号.
    """
    only = ("new", *HEADS)
    entry = bring(tmp_path, table(row(new="0505"), only=only, new="编号")).entry

    assert ("1", {"编号": "0505"}) == (entry["number"], entry["extra"])
