"""Coverage, organisation, key points and evaluations on the site, and what changes by its day."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from xml.etree import ElementTree

import pytest

from ..conftest import DAY, Site, entry
from ..rules.papers import paper
from .test_documents import text

K = "catalogue/keypoints/a.yaml"
E = "catalogue/evaluations/a.yaml"
U = "catalogue/units/units.yaml"


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme."""
    shutil.rmtree(site.folder / "templates")
    return site


def html(site: Site, path: str) -> str:
    return (site.output / path).read_text(encoding="utf-8")


def rows(site: Site, path: str) -> list[list[str]]:
    data = (site.output / path).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(data)))


def pictures(site: Site, path: str) -> list[ElementTree.Element]:
    """Return the pictures of a page, each well-formed XML by itself."""
    found = re.findall(r'<svg class="picture.*?</svg>', html(site, path), re.DOTALL)
    return [ElementTree.fromstring(one) for one in found]


def test_coverage_is_told_both_ways(office):
    """
    A duty without an item and an item without a duty, each by name with its link.
    """
    office.write("catalogue/duties/b.yaml", "id: d-b\nlist: 公共服务事项清单\nname: 地图服务\n")
    office.write("catalogue/entries/a.yaml", entry("a", name="无源事项", duties=None))
    office.build()

    said = text(office, "duties/coverage.html")
    assert "公共服务事项清单1项0项1项" in said
    assert "没有公开事项的职责1项地图服务（公共服务事项清单）" in said
    assert "没有写明来源的事项1项无源事项（征地补偿）" in said
    assert 'href="../duties/index.html#d-b"' in html(office, "duties/coverage.html")
    data = json.loads((office.output / "duties/coverage.json").read_text())
    assert data["demonstration"] is True
    assert ["d-b"] == [one["id"] for one in data["duties_without_entries"]]
    assert ["a"] == [one["id"] for one in data["entries_without_duties"]]


def test_the_picture_prints_the_counts_of_its_table(office):
    """
    Nothing is told by shade alone, and the picture has a name and a description.
    """
    office.write("catalogue/entries/a.yaml", entry("a", category="[决策, 服务]", stage="[解读]"))
    office.build()

    fields, units = pictures(office, "duties/coverage.html")
    for picture in (fields, units):
        title, described = (picture.find(tag) for tag in ("title", "desc"))
        assert "img" == picture.get("role")
        assert f"{title.get('id')} {described.get('id')}" == picture.get("aria-labelledby")
    numbers = [one.text for one in fields.iter("text") if one.get("class")]
    table = [row[2:10] for row in rows(office, "duties/coverage.csv") if row[0] == "领域"]
    assert [cell for row in table for cell in row] == numbers
    assert ["3", "0", "0", "1", "0", "0", "1", "0"] == table[0]
    assert ["领域", "征地补偿", *table[0], "3"] == rows(office, "duties/coverage.csv")[1]


def test_a_unit_shows_its_years_of_briefings(office):
    """
    What was missed is a word, and red; what is still due has its day.
    """
    office.edit(
        U, "0000-0000001\n", "0000-0000001\n    briefings: [{date: 2024-03-01, topic: 要点}]\n"
    )
    office.build()

    said = text(office, "units/ziran-ziyuan.html")
    assert "2026年待听取2026年12月31日前至少一次2025年未听取2024年已听取2024年3月1日：要点" in said
    assert '<span class="status-mark status-missed">未听取</span>' in html(
        office, "units/ziran-ziyuan.html"
    )
    assert "最近一次2024年3月1日2026年12月31日前至少一次2025年未听取" in text(
        office, "duties/organs.html"
    )
    assert "2024、2025" == rows(office, "duties/organs.csv")[2][-1]


def test_a_unit_that_publishes_nothing_is_seen_at_a_glance(office):
    """
    In the table of all units, by words.
    """
    office.write("catalogue/units/b.yaml", "id: xian\nname: 甲县人民政府\nlevel: 县级\n")
    office.build()

    said = text(office, "duties/organs.html")
    assert "甲县人民政府没有公布没有公布没有公布—没有记录" in said
    assert "没有公布分管领导1个" in said
    assert "分管领导没有公布公开工作机构没有公布协调机制没有公布" in text(office, "units/xian.html")
    assert "协调机制" not in text(office, "units/jiaoyu.html")


POINTS = """\
keypoints:
  - {id: k-1, year: 2026, title: 甲, unit: jiaoyu, due: 2026-11-23, status: 进行中}
  - {id: k-2, year: 2026, title: 乙, status: 已完成, done: 2026-11-24, evidence: [对照表]}
  - {id: k-3, year: 2025, title: 丙, status: 已完成}
"""


def progress(site: Site, day: date) -> tuple[str, str]:
    site.build(day=day)
    [picture] = pictures(site, "keypoints/2026.html")
    said = picture.find("desc").text
    return text(site, "keypoints/2026.html"), said.strip()


def test_key_points_change_by_themselves_on_their_day(office):
    """
    On its last day a key point is in time, and what is done tomorrow is not done today.
    """
    office.write(K, POINTS)

    said, picture = progress(office, DAY)
    assert "共 2 项：进行中 2 项。" == picture
    assert "甲示范市教育局2026年11月23日进行中—" in said
    assert "已完成" not in said
    said, picture = progress(office, date(2026, 11, 24))
    assert "共 2 项：已完成 1 项，逾期 1 项。" == picture
    assert "乙未写明2026年12月31日已完成2026年11月24日对照表" in said
    assert "甲示范市教育局2026年11月23日逾期—" in said


def test_key_points_are_listed_by_year_on_their_unit_and_for_programs(office):
    """
    With their own anchors; what is done without evidence says so.
    """
    office.write(K, POINTS)
    office.build()

    assert "没有佐证" in text(office, "keypoints/2025.html")
    assert 'href="../keypoints/2026.html#k-1"' in html(office, "units/jiaoyu.html")
    assert ["k-1", "k-2", "k-3"] == [row[0] for row in rows(office, "keypoints/index.csv")[1:]]
    [first, *_] = json.loads((office.output / "keypoints/index.json").read_text())["keypoints"]
    assert ("进行中", "2026-11-24") == (first["status"], first["status_until"])


def test_evidence_that_is_withheld_shows_nothing(office):
    """
    Neither its title nor its id, until the day on which the document is public.
    """
    office.write(
        K,
        "id: k-1\nyear: 2026\ntitle: 甲\nstatus: 已完成\n"
        "evidence: [{title: 密件, document: mijian}]\n",
    )
    office.write(
        "content/documents/a.md",
        paper(
            "mijian",
            attribute="主动公开",
            published="2026-12-01",
            attribute_history="[{date: 2026-12-01, from: 不公开, to: 主动公开, reason: 解密}]",
        ),
    )
    office.build()
    before = [
        path.read_bytes()
        for path in office.output.rglob("*")
        if path.suffix in (".html", ".json", ".csv")
    ]

    assert not any("密件".encode() in one or b"mijian" in one for one in before)
    office.build(day=date(2026, 12, 1))
    assert "documents/mijian.html" in html(office, "keypoints/2026.html")


SCORES = """\
id: v
year: 2025
title: 年度考评
by: 市政府办公室
published: 2026-11-24
units:
  - {unit: jiaoyu, scores: [{indicator: 目录, points: "9.5", of: "10"}], consequence: 表扬}
  - {unit: ziran-ziyuan, scores: [{indicator: 目录, points: "9.75", of: "10"}]}
"""


def test_results_are_public_from_their_day_on(office):
    """
    Before it there is not a figure on any page; then the table, the picture and the ranking.
    """
    office.write(E, SCORES)
    office.build()
    assert "结果还没有公布" in text(office, "evaluations/v.html")
    for path in office.output.rglob("*"):
        if path.suffix in (".html", ".json", ".csv"):
            assert b"9.75" not in path.read_bytes(), path
    office.build(day=date(2026, 11, 24))

    said = text(office, "evaluations/v.html")
    assert "1示范市自然资源局9.759.75—2示范市教育局9.59.5表扬" in said
    [picture] = pictures(office, "evaluations/v.html")
    bars = [one.get("width") for one in picture.iter("rect") if one.get("class") == "bar-done"]
    assert ["185", "180"] == bars
    assert "年度考评9.5分（满分10），第2名，表扬" in text(office, "units/jiaoyu.html")


def test_an_evaluation_that_is_not_over_does_not_say_when_it_was(office):
    """
    Its last day is no news before it has come; a rebuild on that day is announced.
    """
    office.write(E, "id: v\nyear: 2026\ntitle: 年度考评\nheld: 2026-12-20\n")
    office.build()
    announced = json.loads(office.run("next-change", "--json").stdout)

    assert "12月20日" not in text(office, "evaluations/v.html")
    assert "2026-12-20" == announced["day"]
    office.build(day=date(2026, 12, 20))
    assert "考评结束2026年12月20日" in text(office, "evaluations/v.html")


@pytest.mark.parametrize("status", ["", "status: 进行中\n", "status: 已完成\n"])
def test_what_is_to_be_done_tomorrow_is_done_tomorrow(office, status):
    """
    Whatever its state: on no page, in no file, in no count before; and the day is announced.
    """
    office.write(
        K, f"id: k\nyear: 2026\ntitle: 甲\nunit: jiaoyu\n{status}done: 2026-11-24\nevidence: [表]\n"
    )
    office.build()
    announced = json.loads(office.run("next-change", "--json").stdout)

    def shown() -> list[bool]:
        [point] = json.loads(html(office, "keypoints/index.json"))["keypoints"]
        pages = [text(office, path) for path in ("keypoints/2026.html", "units/jiaoyu.html")]
        return [
            *("已完成" in page for page in pages),
            "已完成1项" in text(office, "keypoints/index.html"),
            "已完成" in rows(office, "keypoints/index.csv")[1],
            "done" in point,
        ]

    assert [False] * 5 == shown()
    assert "2026-11-24" == announced["day"]
    office.build(day=date(2026, 11, 24))
    assert [True] * 5 == shown()


def test_a_briefing_that_lies_ahead_is_not_told_or_counted(office):
    """
    Neither its day nor its topic, on no page and in no file; from its day on it is heard.
    """
    office.edit(
        U,
        "0000-0000001\n",
        "0000-0000001\n    briefings: [{date: 2026-03-01, topic: 要点},"
        " {date: 2026-12-20, topic: 年终}]\n",
    )
    office.build()

    assert "年终" not in text(office, "units/ziran-ziyuan.html")
    assert "2026年3月1日" == rows(office, "duties/organs.csv")[1][6]
    office.build(day=date(2026, 12, 20))
    assert "2026年12月20日：年终" in text(office, "units/ziran-ziyuan.html")
    assert "2026年12月20日" == rows(office, "duties/organs.csv")[1][6]


def test_without_the_same_figures_there_is_no_ranking(office):
    """
    The page says why, and no unit page names a rank.
    """
    office.write(
        E,
        SCORES.replace("2026-11-24", "2026-01-05").replace(
            "ziran-ziyuan, scores: [{indicator: 目录", "ziran-ziyuan, scores: [{indicator: 解读"
        ),
    )
    office.build()

    said = text(office, "evaluations/v.html")
    assert "不排名次" in said
    [picture] = pictures(office, "evaluations/v.html")
    assert ["95.0%", "97.5%"] == [one.text for one in picture.iter("text")][1::2]
    assert "名次单位" not in said
    assert (
        "名" not in text(office, "units/jiaoyu.html").partition("考评结果")[2].partition("文件")[0]
    )


def test_empty_lists_say_so(office):
    """
    A site that has registered nothing of it has pages that are true.
    """
    office.build()

    assert "还没有登记年度要点" in text(office, "keypoints/index.html")
    assert "还没有登记考评" in text(office, "evaluations/index.html")
    assert "8项公开事项都写明了来源" in text(office, "duties/coverage.html")
