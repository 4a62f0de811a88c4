"""The lines of a sheet: its columns, and the channel list as the national form prints it."""

from __future__ import annotations

from generator.exports.book import HeadCell, form_of, head_cells, lines_in
from generator.exports.layout import EXTRA, THIRD, Box, box_lines, columns

from ..conftest import entry
from .conftest import of

NATIONAL = (
    "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点",
    "政务服务中心", "便民服务站", "入户/现场", "社区/企事业单位/村公示栏(电子屏)", "精准推送",
    "其他",
)  # fmt: skip


def test_two_short_boxes_share_a_line_and_a_long_one_stands_alone():
    """
    As the national form prints them, two blanks between.
    """
    boxes = [Box(name, name in ("政府网站", "入户/现场")) for name in NATIONAL]

    assert (
        "■政府网站　　□政府公报",
        "□两微一端　　□发布会/听证会",
        "□广播电视　　□纸质媒体",
        "□公开查阅点　　□政务服务中心",
        "□便民服务站　　■入户/现场",
        "□社区/企事业单位/村公示栏(电子屏)",
        "□精准推送　　□其他",
    ) == box_lines(boxes)


def test_a_box_with_words_of_its_own_stands_alone():
    """
    And so does a long local name, between whatever boxes it stands.
    """
    boxes = [
        Box("精准推送", False),
        Box("征地信息公开平台", True),
        Box("信用中国网站", True),
        Box("其他", True, "按照申请人要求的形式提供"),
    ]

    assert (
        "□精准推送", "■征地信息公开平台", "■信用中国网站", "■其他：按照申请人要求的形式提供",
    ) == box_lines(boxes)  # fmt: skip


def test_a_column_of_the_catalogue_stands_under_other_columns_by_its_bare_name():
    """
    And 三级事项 under 公开事项, where an entry has one.
    """
    found, _ = of(entry("a", subgroup="三级", extra="{责任科室: 一科, 链接: 无}"))
    names = columns(found.entries, fields=True)
    cells = {cell.text: cell for cell in head_cells(names)}

    assert THIRD in names
    assert f"{EXTRA}责任科室" in names
    assert {
        "领域": HeadCell("领域", 0, 1, rows=2),
        "公开事项": HeadCell("公开事项", 0, 3, columns=3),
        "三级事项": HeadCell("三级事项", 1, 5),
        "其他栏目": HeadCell("其他栏目", 0, 20, columns=2),
        "链接": HeadCell("链接", 1, 21),
    } == {name: cells[name] for name in ("领域", "公开事项", "三级事项", "其他栏目", "链接")}
    assert range(2, 17) == form_of(names)


def test_the_lines_of_a_cell_are_counted_by_its_width():
    """
    A letter takes half the room of a character, and a break always a line.
    """
    assert [1, 2, 3, 1, 2, 4] == [
        lines_in("信息公开条例", 8.0), lines_in("信息公开条例", 5.0), lines_in("信息公开条例", 3.0),
        lines_in("abcdefghij", 6.0), lines_in("abcdefghijkl", 6.0), lines_in("甲\n\n乙\n丙", 6.0),
    ]  # fmt: skip
