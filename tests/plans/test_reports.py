"""Yearly reports: in the official form, from their day on, and counted only once published."""

from __future__ import annotations

import csv
import json
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
    assert "行政复议10001" in said
    assert "未经复议直接起诉00000" in said


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
