"""Adjustments on the site: the list, each adjustment, the feed, its items, the front page."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree

import pytest

from ..conftest import Site, entry
from ..rules.adjustment_examples import adjustment, change
from .test_documents import text

T = "catalogue/adjustments/t.yaml"
ATOM = "{http://www.w3.org/2005/Atom}"
LIMIT = (
    "{field: time_limit, before: 30日内, after: 信息形成或者变更之日起20个工作日内},"
    " {field: subject, before: [jiaoyu, {name: 某局}], after: [ziran-ziyuan]}"
)


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme."""
    shutil.rmtree(site.folder / "templates")
    return site


def test_an_adjustment_has_a_page_with_before_and_after(office):
    """
    Its day, ground and approval; each item with its page; names for ids; what there was not.
    """
    fields = f"{LIMIT}, {{field: remarks, before: 旧说明}}"
    office.write(T, adjustment("t", change("gonggao", fields=fields), title="某次调整"))
    report = office.build()
    page = text(office, "adjustments/t.html")
    html = (office.output / "adjustments/t.html").read_text(encoding="utf-8")

    assert () == report.problems
    assert "某次调整日期2025年1月1日种类调整修改1项" in page
    assert "依据某文件批准机关示范市人民政府" in page
    assert "修改：征地公告理由依法调整" in page
    assert "公开时限30日内信息形成或者变更之日起20个工作日内" in page
    assert "公开主体示范市教育局某局示范市自然资源局" in page
    assert page.endswith("备注旧说明（无）")
    assert '<a href="../entries/gonggao.html">征地公告</a>' in html
    assert 3 == html.count('data-label="调整前"') == html.count('data-label="调整后"')


def test_the_list_tells_the_latest_first_by_year(office):
    """
    With what was done to how many items.
    """
    office.write(T, adjustment("t", change("gonggao"), change("buchang"), title="甲"))
    office.write(
        "catalogue/adjustments/u.yaml",
        adjustment("u", change("zhaosheng", "新增"), date="2026-02-03", kind="拓展"),
    )
    office.build()

    assert (
        "2026年1次2026年2月3日2026年2月3日目录拓展拓展新增1项"
        "2025年1次2025年1月1日甲调整修改2项"
    ) in text(office, "adjustments/index.html")  # fmt: skip
    assert "目录最近的调整2026年2月3日2026年2月3日目录拓展新增1项" in text(office, "index.html")


def test_an_item_shows_its_own_adjustments(office):
    """
    The latest first, each with a link, its reason, and what it changed.
    """
    office.write(T, adjustment("t", change("gonggao", "新增"), title="甲"))
    office.write(
        "catalogue/adjustments/u.yaml",
        adjustment("u", change("gonggao", fields=LIMIT), date="2026-02-03", title="乙"),
    )
    office.build()
    html = (office.output / "entries/gonggao.html").read_text(encoding="utf-8")

    assert re.search(
        "调整记录2次2026年2月3日修改：乙依法调整调整了2个要素.*2025年1月1日新增：甲依法调整",
        text(office, "entries/gonggao.html"),
    )
    assert 'href="../adjustments/u.html"' in html
    assert "调整记录" not in text(office, "entries/buchang.html")


def test_the_page_of_an_ended_item_names_the_adjustment_that_ended_it(office):
    """
    Whoever follows an old link learns why.
    """
    office.write("catalogue/entries/a.yaml", entry("jiu", name="旧事项", ended="2025-01-01"))
    fields = "{field: ended, after: 2025-01-01}"
    office.write(T, adjustment("t", change("jiu", "取消", fields, "不再办理"), title="甲"))

    assert () == office.build().problems
    assert "取消：甲不再办理" in text(office, "entries/jiu.html")
    assert "取消：旧事项理由不再办理" in text(office, "adjustments/t.html")
    assert "终止日期（无）2025年1月1日" in text(office, "adjustments/t.html")


def test_an_item_that_is_no_longer_there_keeps_its_name(office):
    """
    From the record; it has no page that a link could lead to.
    """
    fields = "{field: name, before: 无踪事项}"
    office.write(T, adjustment("t", change("wuzong", "取消", fields)))
    office.build()
    html = (office.output / "adjustments/t.html").read_text(encoding="utf-8")

    assert "取消：无踪事项" in text(office, "adjustments/t.html")
    assert "wuzong" not in html


def test_what_lies_ahead_is_not_told_yet(office):
    """
    On no page and in no feed; on its day it is.
    """
    ahead = adjustment("t", change("gonggao", fields=LIMIT), date="2026-12-01", title="将来的事")
    office.write(T, ahead)
    office.build()
    pages = list(office.output.rglob("*.html"))

    assert not (office.output / "adjustments/t.html").exists()
    assert not (office.output / "feeds/adjustments.xml").exists()
    assert not [path for path in pages if "将来的事" in path.read_text(encoding="utf-8")]
    office.edit("config.yaml", "as_of: 2026-11-23", "as_of: 2026-12-01")
    office.build()
    assert "将来的事" in text(office, "adjustments/t.html")


def test_the_feed_tells_each_adjustment(office):
    """
    An Atom feed with whole addresses.
    """
    office.write(T, adjustment("t", change("gonggao"), change("jiu", "取消"), title="甲 & 乙"))
    office.build()
    feed = ElementTree.parse(office.output / "feeds/adjustments.xml").getroot()
    [item] = feed.findall(f"{ATOM}entry")

    assert "2025-01-01T00:00:00+08:00" == feed.findtext(f"{ATOM}updated")
    assert ("甲 & 乙", "修改 1 项，取消 1 项") == (
        item.findtext(f"{ATOM}title"),
        item.findtext(f"{ATOM}summary"),
    )
    assert "https://www.shifan.example/zwgk/adjustments/t.html" == item.findtext(f"{ATOM}id")


def test_a_site_without_adjustments_says_so(office):
    """
    The page is there, the feed is not.
    """
    office.build()

    assert "还没有登记目录调整" in text(office, "adjustments/index.html")
    assert not (office.output / "feeds/adjustments.xml").exists()
    assert "目录最近的调整" not in text(office, "index.html")


def test_what_an_author_writes_is_text(office):
    """
    Nothing in a record becomes markup.
    """
    fields = "{field: remarks, before: '<b>甲</b>', after: '<script>x</script>'}"
    office.write(T, adjustment("t", change("gonggao", fields=fields, reason="'<i>乙</i>'")))
    office.build()
    html = (office.output / "adjustments/t.html").read_text(encoding="utf-8")

    assert "&lt;b&gt;甲" in html
    assert "<script>x" not in html
    assert "<i>" not in html
