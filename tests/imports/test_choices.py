"""What an item chooses of closed lists: by boxes, by tick columns, in words."""

from __future__ import annotations

import pytest

from .makers import bring, row, table


@pytest.mark.parametrize(
    ("cells", "said", "kept"),
    [
        ({"some": "教师", "everyone": ""}, {"特定群体": "教师"}, "教师"),
        ({"some": "√", "everyone": ""}, "特定群体", None),
        ({"some": "", "everyone": "申请人"}, {"特定群体": "申请人"}, "申请人"),
        ({"some": "", "everyone": "社会公众"}, "全社会", "社会公众"),
        ({"some": "", "everyone": ""}, None, None),
    ],
)
def test_words_in_a_tick_cell_say_whom_it_is_for(cells, said, kept, tmp_path):
    """
    A group by its own words.
    """
    entry = bring(tmp_path, table(row(**cells))).entry

    assert said == entry.get("audience")
    assert kept is None or kept in [*entry.get("original", {}).values(), *_words(said)]


def _words(said) -> list[str]:
    return [*said.values()] if isinstance(said, dict) else [said]


@pytest.mark.parametrize("pair", [("everyone", "some"), ("proactive", "on_request")])
def test_where_two_boxes_are_ticked_the_second_is_kept_beside(pair, tmp_path):
    """
    An entry has one place; the other tick is in extra, and told.
    """
    brought = bring(tmp_path, table(row(**dict.fromkeys(pair, "√"))))

    assert ["√"] == [*brought.entry["extra"].values()]
    assert "both" in [why for whys in brought.whys().values() for why in whys]


@pytest.mark.parametrize(("head", "levels"), [
    ("乡、村级", ["乡级", "村级"]), ("州级县级", ["县级", "州级"]), ("作业区", ["作业区"]),
    ("镇街级", ["镇街级"]), ("县(区)级", ["县级"]),
])  # fmt: skip
def test_a_tick_below_a_level_of_any_name_is_that_level(head, levels, tmp_path):
    """
    One head may name two.
    """
    entry = bring(tmp_path, table(row(county="√"), county=head)).entry

    assert levels == entry["level"]


@pytest.mark.parametrize("text", ["州级", "村级"])
def test_a_level_in_words_below_another_is_the_level_in_words(text, tmp_path):
    """
    The cell says more than its head.
    """
    assert [text] == bring(tmp_path, table(row(county=text))).entry["level"]


def test_other_words_in_a_level_column_are_kept(tmp_path):
    """
    A tick with a remark.
    """
    entry = bring(tmp_path, table(row(county="按职责"))).entry

    assert ["县级"] == entry["level"]
    assert {"县级": "按职责"} == entry["extra"]


WORDS = {
    "the flat model": (
        {"who": "全社会", "how": "主动公开", "at": "区级、镇街级"},
        {"audience": "全社会", "method": "主动公开", "level": ["区级", "镇街级"]},
    ),
    "a group and on request": (
        {"who": "特定群体：申请人", "how": "依申请公开", "at": "县级"},
        {"audience": {"特定群体": "申请人"}, "method": "依申请公开", "level": ["县级"]},
    ),
    "boxes": (
        {"who": "■全社会 □特定群体", "how": "□主动 ■依申请", "at": "□市级 ■县级"},
        {"audience": "全社会", "method": "依申请公开", "level": ["县级"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "said"), WORDS.values(), ids=WORDS)
def test_words_in_place_of_ticks_are_read(cells, said, tmp_path):
    """
    公开对象, 公开方式 and 公开层级 in one column each.
    """
    only = ("number", "group", "name", "content", "who", "how", "at")
    grid = table(row(**cells), only=only, who="公开对象", how="公开方式", at="公开层级")
    entry = bring(tmp_path, grid).entry

    assert said == {key: entry.get(key) for key in said}


CATEGORIES = {
    "boxes": ({"five": "■决策□执行□管理■服务口结果"}, ["决策", "服务"]),
    "words": ({"five": "管理、结果"}, ["管理", "结果"]),
    "words in full": ({"five": "执行公开"}, ["执行"]),
}


@pytest.mark.parametrize(("cells", "said"), CATEGORIES.values(), ids=CATEGORIES)
def test_the_five_openings_are_read_where_they_are_printed(cells, said, tmp_path):
    """
    Then nothing is suggested.
    """
    entry = bring(tmp_path, table(row(**cells), five="五公开")).entry

    assert said == entry["category"]
    assert "suggested" not in entry


def test_the_five_openings_in_columns_of_their_own_are_read(tmp_path):
    """
    A tick below each that applies.
    """
    grid = table(row(a="√", e="√"), a="决策", b="执行", c="管理", d="服务", e="结果")

    assert ["决策", "结果"] == bring(tmp_path, grid).entry["category"]


def test_a_word_of_the_five_openings_that_is_none_is_kept(tmp_path):
    """
    As it is, beside.
    """
    entry = bring(tmp_path, table(row(five="■决策■监督"), five="五公开")).entry

    assert ["决策"] == entry["category"]
    assert "监督" in entry["extra"]["五公开"]


def test_a_format_beside_the_five_openings_is_kept(tmp_path):
    """
    公开格式: 文本, 图表.
    """
    grid = table(row(form="■文本□图表"), form="公开格式")

    assert {"公开格式": "■文本□图表"} == bring(tmp_path, grid).entry["extra"]
