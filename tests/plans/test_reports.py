"""Yearly reports: in the official form, from their day on, and counted only once published."""

from __future__ import annotations

import csv
import json
import re
import shutil

import pytest

from ..conftest import Site
from ..rules.report_examples import report
from .test_disclosures import text

P = "catalogue/reports/r.yaml"
THIRD = (
    "{一: [6, 2, 0, 0, 0, 0, 8], 二: [1, 0, 0, 0, 0, 0, 1], 予以公开: [4, 1, /, 0, 0, '', 5],"
    " (三)4: [1, 0, 0, 0, 0, 0, 1], (七): [5, 1, 0, 0, 0, 0, 6], 四: [2, 1, 0, 0, 0, 0, 3]}"
)


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme and one report."""
    shutil.rmtree(site.folder / "templates")
    parts = "".join(f"  {one}: 第{one}部分**正文**\n" for one in "一二三四五六")
    record = report(
        "2025-jiaoyu",
        year="2025",
        published="2026-01-20",
        second="{规章: [1, 0, 5]}",
        third=THIRD,
        fourth="{行政复议: [1, 0, 0, 0, 1]}",
        body=f"parts:\n{parts}",
    )
    site.write(P, record)
    return site


def test_a_report_is_in_the_official_form(office):
    """
    Six parts with their texts, three tables with all their rows, blanks as zero.
    """
    assert [] == office.lines()
    office.build()
    said = text(office, "reports/2025-jiaoyu.html")

    titles = ("总体情况", "主动公开", "收到和处理", "政府信息公开行政复议", "存在的", "其他需要")
    for number, title in zip("一二三四五六", titles, strict=True):
        assert f"{number}、{title}" in said
        assert f"第{number}部分正文" in said
    assert "规章105" in said
    assert "（一）予以公开4100005" in said
    assert "4．保护第三方合法权益1000001" in said
    assert "三、本年度办理结果（一）" in said
    assert "（七）总计5100006" in said


def heads(html: str, caption: str) -> list[list[tuple[str, str, str, str]]]:
    """The rows of a table's head: words, scope, columns and rows of each cell."""
    of_table = html.partition(f">{caption}</caption>")[2].partition("</thead>")[0]
    return [
        [
            (words, *(dict(re.findall(r'(\w+)="(.*?)"', own)).get(name, "1")
                      for name in ("scope", "colspan", "rowspan")))
            for own, words in re.findall(r"<th ([^>]*)>(.*?)</th>", row)
        ]
        for row in of_table.split("</tr>")[:-1]
    ]  # fmt: skip


def test_the_heads_are_those_of_the_official_form(office):
    """
    国办公开办函〔2021〕30号: kinds of organisations below one head, one row for all disputes; each
    head says of what it is one.
    """
    office.build()
    html = (office.output / "reports/2025-jiaoyu.html").read_text("utf-8")
    rule = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rulings = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    kinds = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")

    assert [
        [(rule, "col", "1", "3"), ("申请人情况", "colgroup", "7", "1")],
        [
            ("自然人", "col", "1", "2"), ("法人或其他组织", "colgroup", "5", "1"),
            ("总计", "col", "1", "2"),
        ],
        [(kind, "col", "1", "1") for kind in kinds],
    ] == heads(html, "收到和处理政府信息公开申请情况")  # fmt: skip
    assert [
        [("行政复议", "colgroup", "5", "2"), ("行政诉讼", "colgroup", "10", "1")],
        [("未经复议直接起诉", "colgroup", "5", "1"), ("复议后起诉", "colgroup", "5", "1")],
        [(ruling, "col", "1", "1") for ruling in rulings * 3],
    ] == heads(html, "政府信息公开行政复议、行政诉讼情况")
    assert "100010000000000" in text(office, "reports/2025-jiaoyu.html")
    assert "（二）部分公开（区分处理的，只计这一情形，不计其他情形）0" in text(
        office, "reports/2025-jiaoyu.html"
    )
    assert 2 == html.count('<div class="sheet" role="region" tabindex="0" aria-label="')


def test_a_part_that_is_not_written_says_so(office):
    """
    Under its heading; where a table stands there, the table is enough.
    """
    office.edit(P, "  五: 第五部分**正文**\n", "")
    office.edit(P, "  三: 第三部分**正文**\n", "")
    office.build()
    said = text(office, "reports/2025-jiaoyu.html")

    assert "五、存在的主要问题及改进情况报告没有写这一部分。六、" in said
    assert 1 == said.count("报告没有写这一部分")


OLD = report(
    "2018-jiaoyu",
    year="2018",
    published="2019-01-20",
    second="{主动公开规范性文件数: [3]}",
    third="{收到申请数: [5], 申请办结数: [4, 1]}",
    fourth="{}",
)


def test_tables_of_before_2021_are_shown_as_they_were_written(office):
    """
    Their own rows and figures and no row of today, on the page and in the files; nothing of them
    is summed, and nobody claims to have checked them.
    """
    before = "2021年以来格式的表逐列核对过勾稽关系，以前格式的表照报告原文，没有核对"
    office.build()
    assert before not in text(office, "reports/index.html")
    office.write("catalogue/reports/o.yaml", OLD)
    office.build()
    page = text(office, "reports/2018-jiaoyu.html")
    index = text(office, "reports/index.html")
    rows = [*csv.reader((office.output / "reports/index.csv").open(encoding="utf-8-sig"))]
    [*_, last] = json.loads((office.output / "reports/index.json").read_text("utf-8"))["reports"]

    assert "收到申请数5申请办结数41" in page
    assert "主动公开规范性文件数3" in page
    assert "予以公开" not in page
    assert "规章" not in page
    assert "勾稽" not in page
    assert before in index
    assert "示范市教育局2018年政府信息公开工作年度报告2019年1月20日————" in index
    assert "2018年1份报告" not in index
    assert [
        ["二", "主动公开规范性文件数", "第1列", "3"],
        ["三", "收到申请数", "第1列", "5"],
        ["三", "申请办结数", "第1列", "4"],
        ["三", "申请办结数", "第2列", "1"],
    ] == [row[3:] for row in rows if row[0] == "2018-jiaoyu"]
    assert {
        "二": {"主动公开规范性文件数": ["3"]},
        "三": {"收到申请数": ["5"], "申请办结数": ["4", "1"]},
        "四": {},
    } == last["tables"]


def test_an_old_table_is_not_held_against_what_it_does_not_say(office):
    """
    The first report of today's form took over two; the last of the old form names no such row.
    """
    third = "{二: [2, 0, 0, 0, 0, 0, 2], (一): [2, 0, 0, 0, 0, 0, 2], (七): [2, 0, 0, 0, 0, 0, 2]}"
    office.write("catalogue/reports/o.yaml", OLD.replace("2018", "2020").replace("2019-", "2021-"))
    office.write("catalogue/reports/q.yaml", report("2021-jiaoyu", year="2021", third=third,
                                                    published="2022-01-20"))  # fmt: skip

    assert not [line for line in office.lines() if "report-carried" in line and "/q." in line]


def test_where_only_old_reports_are_there_are_no_sums(office):
    """
    Nor does the page of the statistics lead to any.
    """
    office.write("catalogue/reports/o.yaml", OLD)
    (office.folder / P).unlink()
    office.build()

    assert 'id="years"' not in (office.output / "reports/index.html").read_text("utf-8")
    assert "#years" not in (office.output / "statistics.html").read_text("utf-8")


def test_the_report_of_the_government_holds_those_of_its_units(office):
    """
    Its figures are taken alone; in a year without one the units are summed.
    """
    units = office.folder / "catalogue/units/units.yaml"
    government = "  - id: shi\n    name: 示范市人民政府\n    office: 办公室\n"
    units.write_text(units.read_text("utf-8") + government, "utf-8")
    third = "{一: [9, 0, 0, 0, 0, 0, 9], (一): [9, 0, 0, 0, 0, 0, 9], (七): [9, 0, 0, 0, 0, 0, 9]}"
    office.write(
        "catalogue/reports/s.yaml",
        report("2025-shi", year="2025", unit="shi", published="2026-03-20", third=third),
    )
    office.write("catalogue/reports/t.yaml", report("2024-jiaoyu"))
    office.build()
    said = text(office, "reports/index.html")

    assert "2025年本级政府的报告已含各单位，新收9件，办结9件" in said
    assert "2024年1份报告，新收0件，办结0件" in said


def test_a_report_is_nowhere_before_its_day(office):
    """
    No page, no figure, no line of the files.
    """
    office.edit(P, "2026-01-20", "2026-12-01")
    report = office.build()

    assert "report-missing" in {one.rule for one in report.problems}
    assert not (office.output / "reports/2025-jiaoyu.html").exists()
    assert "还没有公布年度报告" in text(office, "reports/index.html")
    assert [] == json.loads((office.output / "reports/index.json").read_text("utf-8"))["reports"]
    assert 1 == len((office.output / "reports/index.csv").read_text("utf-8-sig").splitlines())


def test_published_reports_are_summed_and_no_share_is_told_of_fewer_than_five(office):
    """
    By outcome and by kind of applicant; late ones are called late.
    """
    office.write(
        "catalogue/reports/s.yaml",
        report("2024-jiaoyu", third="{一: [4, 0, 0, 0, 0, 0, 4], 四: [1, 0, 0, 0, 0, 0, 1],"
               " 部分公开: [3, 0, 0, 0, 0, 0, 3], (七): [3, 0, 0, 0, 0, 0, 3]}",
               published="2025-03-01"),
    )  # fmt: skip
    office.build()
    said = text(office, "reports/index.html")

    assert "2025年1份报告，新收8件，办结6件" in said
    assert "予以公开583.3%" in said
    assert "申请人：自然人675.0%" in said
    assert "2024年1份报告，新收4件，办结3件" in said
    assert "部分公开3—" in said
    assert "2025年3月1日迟公布" in said
    rows = [*csv.reader((office.output / "reports/index.csv").open(encoding="utf-8-sig"))]
    assert ["2025-jiaoyu", "2025", "示范市教育局", "三", "(三)4", "自然人", "1"] in rows


def test_a_report_that_does_not_balance_stops_the_build(office):
    """
    Nothing is published until every column adds up.
    """
    office.edit(P, "(七): [5", "(七): [6")
    report = office.build()

    assert {"report-sum"} == {one.rule for one in report.problems}
    assert not office.output.exists()


def test_the_statistics_lead_to_the_figures_of_the_reports(office):
    """
    To the sums by year where there are any.
    """
    office.build()
    html = (office.output / "statistics.html").read_text("utf-8")
    (office.folder / P).unlink()
    office.build()
    before = (office.output / "statistics.html").read_text("utf-8")

    assert '<a href="reports/index.html#years">各年的件数和比例</a>' in html
    assert '<a href="reports/index.html">年度报告</a>' in before
