"""The self-evaluation on its page, in its files and on the command line: the same figures."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from typing import Any

import pytest

from ..conftest import CONFIG, Site, entry, files
from ..rules.timeliness_examples import A, D, disclosure, disclosures
from .test_documents import text

PAGE = "evaluations/self.html"
WEIGHTS = "self_evaluation: {source: 示府〔2018〕10号, weights: {completeness: '1', empty: 1}}\n"


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme, an incomplete entry and one publication."""
    shutil.rmtree(site.folder / "templates")
    site.write("config.yaml", CONFIG + WEIGHTS)
    site.write(A, entry("a", name="低保标准", basis=None))
    site.write(D, disclosures(disclosure("d", published="2026-05-23")))
    return site


def html(site: Site) -> str:
    return (site.output / PAGE).read_text(encoding="utf-8")


def rows(site: Site) -> list[dict[str, str]]:
    data = (site.output / "evaluations/self.csv").read_text(encoding="utf-8-sig")
    return [*csv.DictReader(io.StringIO(data))]


def published(site: Site) -> dict[str, Any]:
    return json.loads((site.output / "evaluations/self.json").read_text(encoding="utf-8"))


def test_page_table_and_command_tell_the_same(office):
    """
    Every figure of every indicator, what fails it, and the score.
    """
    office.build()
    told = json.loads(office.run("report", "evaluation", "--json").stdout)
    found = published(office)
    of_csv = rows(office)

    assert "2026-11-23" == told.pop("as_of")
    assert found == told
    assert "50.0" == found["score"]
    assert 11 == len(found["indicators"])
    for one in found["indicators"]:
        own = [row for row in of_csv if row["指标"] == one["id"]]
        figures = [str(one["numerator"]), str(one["denominator"]), one["rate"] or "不适用"]
        assert figures == [own[0][head] for head in ("分子", "分母", "率（%）")]
        assert one["formula"] == own[0]["公式"]
        assert [(failing.get("id", ""), failing["why"]) for failing in one["failing"]] == [
            (row["不符合的编号"], row["原因"]) for row in own[1:]
        ]
        share = f"{one['rate']}%" if one["rate"] else "不适用"
        cells = f"{one['title']}{figures[0]}{figures[1]}{share}{one.get('weight', '—')}"
        assert f"{cells}{len(one['failing'])}" in text(office, PAGE)
        assert re.sub(r"\s", "", one["formula"]) in text(office, PAGE)
    assert "50.0" == next(row["率（%）"] for row in of_csv if row["指标"] == "score")
    assert "总分（百分制）50.0" in text(office, PAGE)


def test_what_fails_leads_to_its_page(office):
    """
    With the reason; nothing on the page needs a script.
    """
    office.build()

    link = '<a href="../entries/a.html">低保标准</a>'
    assert f'{link}<span class="aside">（没有写明公开依据）</span>' in html(office)
    assert "https://www.shifan.example/zwgk/entries/a.html" in [
        failing["url"] for one in published(office)["indicators"] for failing in one["failing"]
    ]
    main = html(office).partition('<main id="main"')[2].partition("</main>")[0]
    assert "<script" not in main
    index = (office.output / "evaluations/index.html").read_text(encoding="utf-8")
    assert '<a href="../evaluations/self.html">自评</a>' in index


def test_a_reader_can_go_through_the_page_by_headings_and_cells(office):
    """
    Each heading has an anchor that the table leads to, each cell the name of its column.
    """
    office.build()
    anchors = re.findall(r'<h2 id="(\w+)">', html(office))
    main = html(office).partition('<main id="main"')[2].partition("</main>")[0]

    assert 11 == len(anchors)
    assert anchors == re.findall(r'<th role="rowheader" scope="row"><a href="#(\w+)">', main)
    assert main.count('<td role="cell"') == main.count("data-label=")
    assert "<caption" in main


def test_without_weights_there_is_no_score(office):
    """
    Neither on the page nor in the files, and the page says why.
    """
    office.write("config.yaml", CONFIG)
    office.build()

    assert "网站设置没有规定权重，不算总分" in text(office, PAGE)
    assert "总分（" not in text(office, PAGE)
    assert "权重" not in text(office, PAGE).replace("没有规定权重", "")
    assert "score" not in published(office)
    assert "score" not in {row["指标"] for row in rows(office)}
    assert not any("weight" in one for one in published(office)["indicators"])


def test_days_are_in_words_on_the_page_and_as_they_are_in_the_files(office):
    """
    2026年5月23日 for people, 2026-05-23 for programs.
    """
    office.build(day=date(2026, 11, 24))
    told = [row["原因"] for row in rows(office)]

    assert "（最近一次公开是2026年5月23日）" in html(office)
    assert not re.search("[0-9]{4}-[0-9]{2}-[0-9]{2}", html(office).partition("<main")[2])
    assert "最近一次公开是 2026-05-23" in told


def test_fifty_are_shown_and_the_files_hold_all(office):
    """
    The page says how many there are.
    """
    records = (entry(f"x-{n}", name=f"事项甲{n:02d}", basis=None) for n in range(60))
    for number, record in enumerate(records):
        office.write(f"catalogue/entries/x{number}.yaml", record)
    office.build()
    section = html(office).partition('id="completeness"')[2].partition("</section>")[0]

    assert 50 == section.count("<li>")
    assert "前 50 项，全部 61 项" in section
    [found] = [one for one in published(office)["indicators"] if one["id"] == "completeness"]
    assert 61 == len(found["failing"])
    assert 62 == sum(row["指标"] == "completeness" for row in rows(office))


def test_another_day_gives_what_a_build_on_that_day_gives(office, tmp_path):
    """
    The same bytes whichever way the day is told; and another day's figures where they differ.
    """
    made = {}
    for name, options in {
        "asked": {"day": date(2026, 11, 24)},
        "clock": {"today": date(2026, 11, 24)},
    }.items():
        if name == "clock":
            office.write("config.yaml", (CONFIG + WEIGHTS).replace("as_of: 2026-11-23\n", ""))
        office.build(tmp_path / name, **options)
        made[name] = {
            path: data
            for path, data in files(tmp_path / name).items()
            if path.startswith("evaluations/self")
        }
    office.build(tmp_path / "before", day=date(2026, 11, 23))

    assert 3 == len(made["asked"])
    assert made["asked"] == made["clock"]
    for path, data in made["asked"].items():  # stale since the 24th: six months are over
        assert data != (tmp_path / "before" / path).read_bytes()


def test_the_page_changes_only_on_days_on_which_a_figure_does(office):
    """
    It names no day itself, so a rebuild is announced for the day on which an item becomes stale.
    """
    office.build()
    announced = json.loads(office.run("next-change", "--json").stdout)

    assert "2026-11-24" == announced["day"]
    assert PAGE in {one["path"] for one in announced["files"]}
    later = json.loads(office.run("next-change", "--json", "--as-of", "2026-11-24").stdout)
    assert "2026-11-25" != later["day"]


# -- the command -------------------------------------------------------------------------------


def test_the_command_prints_a_table_for_people(office):
    """
    On standard error, in either language, with the day and the score.
    """
    chinese = office.run("report", "evaluation")
    english = office.run("report", "evaluation", "--lang", "en", "--as-of", "2026-11-24")

    assert (0, "") == (chinese.returncode, chinese.stdout)
    assert "数据截至日 2026-11-23\n" in chinese.stderr
    assert re.search(r"^要素完整 +8 +9 +88\.9% +1 +1$", chinese.stderr, re.MULTILINE)
    assert re.search(r"^年度报告 +0 +0 +不适用 +- +0$", chinese.stderr, re.MULTILINE)
    assert re.search(r"^总分 50\.0$", chinese.stderr, re.MULTILINE)
    assert "as of 2026-11-24\n" in english.stderr
    assert re.search(r"^stale +0 +1 +0\.0% +- +1$", english.stderr, re.MULTILINE)
    assert re.search(r"^score 50\.0$", english.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ((A, "method: 主动公开", "method: 公开"), "“公开”不在可选范围内"),
        (("config.yaml", "completeness", "completness"), "没有字段“completness”"),
        (("content/pages/guide.md", "fields/zhengdi", "fields/nowhere"), "[link-nowhere]"),
        (("content/pages/guide.md", "提出。", "提出，手机 13812345678。"), "[personal-data]"),
    ],
)
def test_a_site_with_an_error_has_no_figures(office, spoil, said):
    """
    Not even where only finished pages show it: the fault at its place, nothing on standard output.
    """
    office.edit(*spoil)
    done = office.run("report", "evaluation", "--json")

    assert (1, "") == (done.returncode, done.stdout)
    assert said in done.stderr
    assert re.search(r"^[\w./-]+:\d+:\d+: error: ", done.stderr, re.MULTILINE)
    assert "warning:" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["report"],
        ["report", "statistics"],
        ["report", "evaluation", "--as-of", "2026-02-30"],
        ["report", "evaluation", "2026"],
        ["report", "evaluation", "--site", "nowhere"],
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(site, words):
    """
    Said on standard error, with nothing on the other and nothing done.
    """
    before = files(site.folder)
    done = site.run(*words)

    assert (2, "") == (done.returncode, done.stdout)
    assert "gongkai" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == files(site.folder)
