"""What was published, on the entry, in the table, in the statistics, and what never was."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil

import pytest

from bench import disclosures as bundled
from generator.plan import plan

from ..conftest import ROOT, Site, catalogue, entry
from ..rules.timeliness_examples import ALL, disclosure, disclosures, under

D = "catalogue/disclosures/some.yaml"


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme and an entry of its own."""
    shutil.rmtree(site.folder / "templates")
    site.write("catalogue/entries/a.yaml", entry("a", name="低保标准"))
    return site


def text(site: Site, path: str) -> str:
    """Return the words of a page as a reader sees them, without what wraps them."""
    html = (site.output / path).read_text(encoding="utf-8")
    main = html.partition('<main id="main"')[2].partition("</main>")[0]
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", " ", main))


def pages(files: dict[str, str]) -> dict[str, object]:
    """Return the views of the good site with *files*, by their paths."""
    return {page.path: page.view for page in plan(catalogue(files), ()).pages}


def test_an_entry_shows_what_was_published_and_whether_in_time(office):
    """
    The newest first, each with its days; what is published later is not published yet.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write(
        D,
        disclosures(
            disclosure("d-1", title="2025年标准", event="2025-03-03", published="2025-03-31"),
            disclosure("d-2", title="2026年标准", published="2026-03-31"),
            disclosure("d-3", title="新标准", event="2026-11-20", published="2026-12-01"),
        ),
    )
    office.build()
    said = text(office, "entries/a.html").partition("落实情况3条")[2]

    assert ["新标准", "2026年标准", "2025年标准"] == re.findall(r"新标准|202.年标准", said)
    assert "2026年11月20日未公开2026年12月18日未到期" in said
    assert "2026年3月2日2026年3月31日2026年3月30日迟1个工作日" in said
    assert "2025年3月3日2025年3月31日2025年3月31日按时" in said
    assert "2026年12月1日" not in said


def test_what_recurs_says_how_often_it_was_published(office):
    """
    In the last whole year, against how often it must be.
    """
    office.write("catalogue/entries/a.yaml", entry("a", name="低保标准", time_limit="每年公布2次"))
    office.write("catalogue/disclosures/all.yaml", ALL)
    days = ("2024-11-20", "2025-06-30", "2026-02-02")
    some = (disclosure(f"d-{day}", event=None, published=day) for day in days)
    office.write(D, disclosures(*some))
    office.build()

    said = text(office, "entries/a.html")
    assert "示范市自然资源局：每年至少2次，2025年公开1次，频次不足" in said


@pytest.mark.parametrize(
    ("limit", "days", "words"),
    [
        (
            "每月公布1次",
            ["2025-10-09", *(f"2026-{month:02}-05" for month in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10))],
            "每月至少1次，2026年10月公开1次，频次已达；近12个月中10个月公开够次数，最近一次不足是2025年12月",
        ),
        (
            "每季度公布1次",
            ["2025-10-09", "2026-01-05", "2026-02-05", "2026-08-05"],
            "每季度至少1次，2026年第3季度公开1次，频次已达；近3个季度中2个季度公开够次数，"
            "最近一次不足是2026年第2季度",
        ),
        (
            "半年至少更新1次",
            ["2025-05-09", "2025-09-05"],
            "每半年至少1次，2026年上半年公开0次，频次不足；近2个半年中1个半年公开够次数",
        ),
        (
            "每年公布1次",
            ["2022-05-09", "2024-05-09", "2025-09-05"],
            "每年至少1次，2025年公开1次，频次已达；近3年中2年公开够次数，最近一次不足是2023年",
        ),
        (
            "每日公布1次",
            ["2026-11-20", "2026-11-22"],
            "每日至少1次，2026年11月22日公开1次，频次已达；近2日中1日公开够次数，"
            "最近一次不足是2026年11月21日",
        ),
    ],
)
def test_what_recurs_says_how_many_periods_were_kept(office, limit, days, words):
    """
    So that a last month that was kept hides none of those before; the last that was not is named.
    """
    office.write("catalogue/entries/a.yaml", entry("a", name="低保标准", time_limit=limit))
    office.write("catalogue/disclosures/all.yaml", ALL)
    some = (disclosure(f"d-{day}", event=None, published=day) for day in days)
    office.write(D, disclosures(*some))
    office.build()

    page = (office.output / "entries/a.html").read_text(encoding="utf-8").replace(" ", "")
    assert [words] == re.findall("<li>示范市自然资源局：(.*?)</li>", page)


@pytest.mark.parametrize("limit", ["每3年公布1次", "每年3月31日前公布", "每学期公布1次"])
def test_what_comes_round_in_no_period_of_the_calendar_is_told_in_its_own_words(office, limit):
    """
    Nothing is computed from it, and it is not said to name no number.
    """
    office.write("catalogue/entries/a.yaml", entry("a", name="低保标准", time_limit=limit))
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write(D, disclosures(disclosure("d-1", published="2026-03-30")))
    office.build()
    said = text(office, "entries/a.html")

    assert f"公开时限{limit}" in said
    assert "无法计算（时限的文字算不出日期）" in said
    assert "每年至少" not in said


def test_a_part_in_words_has_its_line_on_the_page(office):
    """
    Disclosures name a part by its number, which is counted on the page.
    """
    limit = "政策长期公开；处罚决定作出后7个工作日内公开，公示不少于5个工作日"
    office.write("catalogue/entries/a.yaml", entry("a", name="低保标准", time_limit=limit))
    office.build()
    page = (office.output / "entries/a.html").read_text(encoding="utf-8")
    lines = page.partition("时限的计算")[2].partition("</ul>")[0]

    assert ["照原文", "处罚决定作出起7个工作日内", "展示不少于5个工作日"] == re.findall(
        r"<li>([^<]*)", lines
    )


def test_what_was_never_published_is_listed(office):
    """
    On its own page, on the entry's page, and in the number at the head of the table.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.build()

    said = text(office, "disclosures/never.html")
    assert "应主动公开的9项中，1项没有任何公开记录" in said
    assert "逐一计算是9项次，1项次没有本单位的公开记录" in said
    assert "低保标准" in text(office, "disclosures/never.html")
    assert "本事项还没有公开记录" in text(office, "entries/a.html")
    assert "从未公开的事项1项" in text(office, "disclosures/index.html")


def test_a_body_that_published_nothing_is_named_beside_those_that_did(office):
    """
    In the list and its file, on the item's page, on its own page and in the picture with no bar.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.edit(
        "catalogue/entries/a.yaml",
        "subject: [ziran-ziyuan]",
        "subject: [ziran-ziyuan, jiaoyu, xin]",
    )
    office.edit(
        "catalogue/units/units.yaml", "units:\n",
        "units:\n  - {id: xin, name: 示范市新局, kind: 工作部门, leader: 副局长, office: 办公室}\n",
    )  # fmt: skip
    office.write(D, disclosures(disclosure("d-1", unit="ziran-ziyuan")))
    office.build()

    said = text(office, "disclosures/never.html")
    assert "应主动公开的9项中，0项没有任何公开记录" in said
    assert "逐一计算是11项次，2项次没有本单位的公开记录" in said
    assert "示范市新局公开过" in said
    assert "没有公开记录的公开主体：示范市教育局、示范市新局" in text(office, "entries/a.html")
    assert "没有登记公开记录。应主动公开1项，没有公开记录的1项。" in text(office, "units/xin.html")
    picture = (office.output / "statistics.html").read_text("utf-8").partition("unit-title")[2]
    assert (
        '<text x="0" y="18">示范市新局</text><text class="bars-total" x="100%" y="18">0</text>'
        in (picture.partition("</svg>\n</svg>")[0])
    )
    rows = [*csv.reader((office.output / "disclosures/never.csv").open(encoding="utf-8-sig"))]
    assert ["a", "低保标准", "xin", "示范市新局", "公开过"] in rows


def test_an_item_not_in_effect_yet_is_not_called_never_published(office):
    """
    Nothing is owed, so nothing is missing.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write("catalogue/entries/a.yaml", entry("a", name="低保标准", effective="2026-12-01"))
    office.build()

    assert "本事项还没有施行" in text(office, "entries/a.html")
    assert "低保标准" not in text(office, "disclosures/never.html")


def test_the_limit_of_the_time_is_told_where_the_item_says_another_today(office):
    """
    In words on the pages, in a column and a key of the files.
    """
    office.write(
        "catalogue/adjustments/t-1.yaml",
        "id: t-1\ndate: 2026-03-03\nkind: 调整\ntitle: 调整\nbasis: [通知]\napproved_by: 政府\n"
        "changes:\n  - entry: a\n    kind: 修改\n    reason: 核对\n    fields:\n"
        "      - {field: time_limit, before: 自形成之日起7个工作日内, after: LIMIT}\n".replace(
            "LIMIT", "自形成之日起20个工作日内"
        ),
    )
    office.write(
        "catalogue/entries/a.yaml",
        entry("a", name="低保标准", time_limit="自形成之日起20个工作日内"),
    )
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write(D, disclosures(disclosure("d-1", published="2026-03-12")))
    office.build()
    listed = json.loads((office.output / "disclosures/index.json").read_text("utf-8"))
    one = next(one for one in listed["disclosures"] if one["id"] == "d-1")

    assert "迟1个工作日当时的时限：自形成之日起7个工作日内" in text(office, "entries/a.html")
    assert ("2026-03-11", "自形成之日起7个工作日内") == (one["due"], one["limit_then"])


def test_a_display_says_how_short_it_was_and_that_its_end_is_not_recorded():
    """
    A number for machines where it was too short; no claim of an end that nobody wrote down.
    """
    files = under(
        disclosure("d-1", event=None, published="2026-03-02", until="2026-03-04"),
        disclosure("d-2", event=None, published="2026-03-02"),
        disclosure("d-3", event=None, published="2026-03-02", until="2026-03-09"),
        disclosure("d-4", event=None, published="2026-03-02", until="2026-03-01"),
        time_limit="公示不少于5个工作日",
    )
    made = pages(files)
    rows = {one["id"]: one for one in map(json.loads, made["disclosures/index.json"].entries)}
    words = {row[0]: row[11] for row in made["disclosures/index.csv"]}

    assert (2, "工作日") == (rows["d-1"]["shown"], rows["d-1"]["shown_unit"])
    assert "展示期满（没有写明展示至哪天）" == words["d-2"]
    assert "展示期满" == words["d-3"]
    assert "无法计算（展示至早于公开日期）" == words["d-4"]


def test_a_site_without_disclosures_does_not_look_broken(office):
    """
    Nothing is recorded, so nothing is said to be missing.
    """
    assert [] == office.lines()
    office.build()

    for path in ("disclosures/index.html", "statistics.html", "disclosures/never.html"):
        assert "还没有登记公开记录" in text(office, path)
    assert "还没有登记公开记录" in text(office, "entries/a.html")


def test_statistics_count_and_tell_no_share_of_fewer_than_five(office):
    """
    By unit, field, category, cluster and month; the files say that the site is a demonstration.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write(D, disclosures(disclosure("d-1", published="2026-04-09")))
    office.build()
    data = json.loads((office.output / "statistics.json").read_text(encoding="utf-8"))
    rows = {(one["by"], one["name"]): one for one in data["groups"]}

    assert data["demonstration"] is True
    whole = rows["合计", "合计"]
    assert (9, 8, 1, "88.9%") == tuple(
        whole[key] for key in ("disclosures", "kept", "late", "kept_rate")
    )
    assert (8, 7, 1) == tuple(
        rows["按单位", "示范市自然资源局"][key] for key in ("disclosures", "kept", "late")
    )
    assert "kept_rate" not in rows["按单位", "示范市教育局"]
    kinds = ("kept", "late", "owed", "ahead", "unable")
    for row in data["groups"]:
        assert row["disclosures"] == sum(row[kind] for kind in kinds), row["name"]
    for by in ("按单位", "按领域", "按重点领域", "按月份"):
        own = [row for (of, _), row in rows.items() if of == by]
        for key in ("disclosures", *kinds):
            assert whole[key] == sum(row[key] for row in own), (by, key)
        if by != "按月份":
            assert whole["unit_entries_owed"] == sum(row["unit_entries_owed"] for row in own)
    assert "entries_owed" not in rows["按月份", "2026年3月"]
    assert (9, 0, 9, 0) == tuple(
        whole[key]
        for key in ("entries_owed", "entries_never", "unit_entries_owed", "unit_entries_never")
    )
    assert (3, 2) == tuple(rows["按重点领域", "征地补偿"][key] for key in ("disclosures", "kept"))
    assert 9 == rows["按五公开", "决策公开"]["disclosures"]
    assert 8 == rows["按月份", "2026年3月"]["disclosures"]
    table = (office.output / "statistics.csv").read_text(encoding="utf-8-sig")
    assert len(data["groups"]) == len([*csv.reader(io.StringIO(table))]) - 1


def test_statistics_count_displays_and_what_recurs(office):
    """
    Kept or too short, as often as it must be or not: by unit, field, category and cluster.
    """
    files = under(
        disclosure("d-1", event=None, published="2026-03-02", until="2026-03-04", part="1"),
        disclosure("d-2", event=None, published="2026-03-02", until="2026-03-30", part="1"),
        disclosure("d-3", event=None, published="2024-03-02", part="2"),
        time_limit="公示不少于5个工作日；每年公布2次",
    )
    made = pages(files)
    rows = [json.loads(row) for row in made["statistics.json"].entries]
    keys = ("displays_kept", "displays_short", "updates_kept", "updates_missed")

    for by, name in (
        ("合计", "合计"), ("按单位", "示范市自然资源局"), ("按领域", "征地补偿"),
        ("按五公开", "决策公开"), ("按重点领域", "征地补偿"),
    ):  # fmt: skip
        row = next(one for one in rows if (one["by"], one["name"]) == (by, name))
        assert (1, 1, 0, 1) == tuple(row[key] for key in keys), by
    months = {one["name"]: tuple(one[key] for key in keys) for one in rows if "月" in one["name"]}
    assert {"2026年3月": (1, 1, 0, 0), "2025年12月": (0, 0, 0, 1), "2024年3月": (0, 0, 0, 0)} == (
        months
    )


def test_every_picture_has_its_name_and_its_table(office):
    """
    role=img with title and description; as many rows as bars, and no inline style.
    """
    office.write("catalogue/disclosures/all.yaml", ALL)
    office.write(D, disclosures(disclosure("d-1")))
    office.build()
    html = (office.output / "statistics.html").read_text(encoding="utf-8")

    pictures = re.findall(r'<svg class="bars" role="img" aria-labelledby="(\S+) (\S+)"', html)
    assert 5 == len(pictures)
    for title, said in pictures:
        assert f'<title id="{title}">' in html
        assert f'<desc id="{said}">' in html
    assert 5 == html.count('<table class="listing figures"')
    assert "style=" not in html


def test_the_files_hold_every_disclosure():
    """
    JSON with the state and until when it holds; CSV with the same in words.
    """
    files = under(disclosure("d-1", published=None, event="2026-11-02"))
    made = pages(files)
    one = next(json.loads(row) for row in made["disclosures/index.json"].entries if "d-1" in row)

    assert '{"demonstration":true' in made["disclosures/index.json"].head
    assert ("未到期", "2026-11-30", "2026-12-01") == tuple(
        one[key] for key in ("state", "due", "state_until")
    )
    assert 10 == len(made["disclosures/index.csv"])


def test_the_bundled_disclosures_are_those_of_their_seed():
    """
    600 of them; `python -m bench.disclosures` writes the same bytes.
    """
    files = bundled.written(bundled.bundled())
    folder = ROOT / bundled.FOLDER
    there = {f"{bundled.FOLDER}/{one.name}": one.read_text("utf-8") for one in folder.iterdir()}

    assert files == there
    assert 600 == sum(text.count("  - id: ") for text in files.values())
