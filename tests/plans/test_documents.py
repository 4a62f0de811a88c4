"""Documents on the site: the register, each document, directories, clean-ups, what has rotted."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.find import find
from generator.life import Status, status_on
from generator.link import link
from generator.read import read
from generator.store import Store
from generator.words import line

from ..conftest import DAY, ROOT, Site, catalogue, entry, files

D = "content/documents"


def document(id: str, /, body: str = "第一条 照办。", **differs: str | None) -> str:
    """Return a good document as Markdown; None leaves a key out."""
    record = {
        "id": id,
        "title": f"关于{id}的通知",
        "number": "示府〔2020〕1号",
        "index_number": f"11/2020-{id}",
        "summary": "一件事。",
        "formed": "2020-01-01",
        "issuers": "[ziran-ziyuan]",
        "published": "2020-01-02",
        "effective": "2020-02-01",
        "genre": "通知",
        "topic": "综合政务\\政务公开",
        "attribute": "主动公开",
    } | differs
    front = "".join(f"{key}: {value}\n" for key, value in record.items() if value is not None)
    return f"---\n{front}---\n\n{body}\n"


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme."""
    shutil.rmtree(site.folder / "templates")
    return site


def text(site: Site, path: str) -> str:
    """Return the words of a page as a reader sees them, without what wraps them."""
    html = (site.output / path).read_text(encoding="utf-8")
    main = html.partition('<main id="main"')[2].partition("</main>")[0]
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", main))


def status(site: Site, id: str) -> str:
    """Return the status line of a document's page."""
    html = (site.output / f"documents/{id}.html").read_text(encoding="utf-8")
    [line] = re.findall(r'<p class="status standing.*?</p>', html, re.DOTALL)
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", line))


def test_the_first_thing_on_a_page_is_whether_the_document_is_in_force(office):
    """
    The status, since when, until when, and the day on which it will change.
    """
    office.write(f"{D}/a.md", document("a", term="10年", normative="yes"))
    office.build()

    assert (
        "有效自2020年2月1日起有效期至2030年1月31日"
        "按现有规定和清理结果，这一状态自2030年2月1日起改变。"
    ) == status(office, "a")


def test_a_repealed_document_says_by_what(office):
    """
    The page of the old leads to the new, the page of the new to the old.
    """
    office.write(f"{D}/a.md", document("a"))
    office.write(f"{D}/b.md", document("b", effective="2024-05-01", replaces="[a]"))
    office.build()

    assert "已废止自2024年5月1日起，被代替，见关于b的通知" == status(office, "a")
    assert "2024年5月1日被代替：关于b的通知" in text(office, "documents/a.html")
    assert "2024年5月1日代替：关于a的通知" in text(office, "documents/b.html")


def test_what_lies_ahead_is_marked_as_such(office):
    """
    A repeal that has not happened yet does not read as one that has.
    """
    office.write(f"{D}/a.md", document("a"))
    office.write(f"{D}/b.md", document("b", effective="2027-01-01", repeals="[a]"))
    office.build()

    assert status(office, "a").startswith("有效")
    office.write(
        "catalogue/cleanups/a.yaml",
        "id: qingli\ntitle: 清理\norgan: ziran-ziyuan\nsteps:\n"
        "  - {step: 公布, by: ziran-ziyuan, on: 2027-01-05}\n",
    )
    office.build()

    assert "2027年1月1日（未到）被废止：关于b的通知" in text(office, "documents/a.html")
    assert "2027年1月5日（未到）公布：示范市自然资源局" in text(office, "cleanups/qingli.html")
    assert "尚未生效自2027年1月1日起施行" in status(office, "b")


def test_a_part_that_was_repealed_is_named(office):
    """
    部分有效 without the articles would be of no use.
    """
    office.write(f"{D}/a.md", document("a"))
    office.write(
        f"{D}/b.md",
        document("b", effective="2024-05-01", repeals="[{document: a, articles: 第三条}]"),
    )
    office.build()

    assert "部分有效自2024年5月1日起，涉及第三条，见关于b的通知" == status(office, "a")


def test_an_act_that_is_not_registered_here_is_told_in_its_words(office):
    """
    The chain does not break where the register does.
    """
    office.write(f"{D}/a.md", document("a", repeals="[某旧办法（示府〔1999〕1号）]"))
    office.build()

    assert "2020年2月1日废止：某旧办法（示府〔1999〕1号）" in text(office, "documents/a.html")


def test_of_a_document_on_request_the_page_shows_its_record_alone(office):
    """
    It is in the register and in the directory, and says how to ask for it.
    """
    office.write(f"{D}/a.md", document("a", body="", attribute="依申请公开"))
    office.build()

    said = text(office, "documents/a.html")
    assert "本件依申请公开，这里登记目录信息，不登载全文。" in said
    assert "正文" not in said
    assert "关于a的通知" in text(office, "directory/ziran-ziyuan.html")
    assert "依申请公开" in text(office, "directory/ziran-ziyuan.html")


def test_the_directory_has_what_the_regulation_names(office):
    """
    索引号、名称、内容概述、生成日期; a joint document stands with its lead organ alone.
    """
    office.write(f"{D}/a.md", document("a", issuers="[ziran-ziyuan, jiaoyu]"))
    office.build()

    assert (
        "索引号名称内容概述生成日期公开方式效力"
        "11/2020-a关于a的通知示府〔2020〕1号一件事。2020年1月1日主动公开有效"
    ) in text(office, "directory/ziran-ziyuan.html")
    assert "关于a的通知" not in text(office, "directory/jiaoyu.html")


def test_a_long_directory_is_turned_page_by_page(office):
    """
    Its further pages lie below it, where no unit can have the address of one.
    """
    office.edit("config.yaml", "demonstration: yes", "demonstration: yes\npage_size: 2")
    for number in range(5):
        office.write(
            f"{D}/a{number}.md",
            document(f"a{number}", number=f"示府〔2020〕{number + 1}号"),
        )
    office.build()

    pages = sorted(one for one in files(office.output) if one.startswith("directory/ziran"))
    assert [
        "directory/ziran-ziyuan.csv",
        "directory/ziran-ziyuan.html",
        "directory/ziran-ziyuan/page-2.html",
        "directory/ziran-ziyuan/page-3.html",
    ] == pages
    shown = "".join(text(office, page) for page in pages[1:])
    assert all(f"关于a{number}的通知" in shown for number in range(5))


def test_the_register_can_be_walked_by_status_year_genre_and_topic(office):
    """
    Without any script, each list leads to its documents and to no others.
    """
    office.write(
        "catalogue/vocabularies/genres.yaml",
        "id: genres\ntitle: 公文种类\nvalues:\n  - {name: 通知, slug: notice}\n",
    )
    office.write(
        "catalogue/vocabularies/topics.yaml",
        "id: topics\ntitle: 主题分类\nvalues:\n  - {name: 综合政务, slug: affairs}\n",
    )
    office.write(f"{D}/a.md", document("a"))
    office.write(
        f"{D}/b.md",
        document("b", formed="2024-05-01", effective="2024-05-01", repeals="[a]", genre="意见"),
    )
    office.build()

    held = {
        path: {id for id in "ab" if f"关于{id}的通知" in text(office, path)}
        for path in files(office.output)
        if re.match(r"documents/(status|year|genre|topic)/", path)
    }
    assert {
        "documents/status/in-force.html": {"b"},
        "documents/status/repealed.html": {"a"},
        "documents/year/2020.html": {"a"},
        "documents/year/2024.html": {"b"},
        "documents/genre/notice.html": {"a"},
        "documents/topic/affairs.html": {"a", "b"},
    } == held


def test_the_register_as_data_has_the_record_and_not_the_text(office):
    """
    Who computes with it gets the status and the day on which that changes.
    """
    office.write(f"{D}/a.md", document("a", body="第一条 全文在这里。", expires="2027-01-31"))
    office.build()

    [record] = json.loads((office.output / "documents/index.json").read_bytes())["documents"]
    assert ("有效", "2027-02-01", "主动公开") == (
        record["status"], record["status_until"], record["attribute"],
    )  # fmt: skip
    for path in ("documents/index.json", "documents/index.csv", "documents/rows.js"):
        assert "全文在这里" not in (office.output / path).read_text(encoding="utf-8-sig")


def test_a_clean_up_shows_its_steps_and_its_lists(office):
    """
    Who reported, reviewed, decided and published, and why each document stays or goes.
    """
    office.write(f"{D}/a.md", document("a", expires="2026-01-31"))
    office.write(f"{D}/b.md", document("b", number="示府〔2020〕2号"))
    office.write(
        "catalogue/cleanups/a.yaml",
        "id: qingli\ntitle: 清理\norgan: ziran-ziyuan\nsteps:\n"
        "  - {step: 报告, by: 法规科, on: 2025-03-01}\n"
        "  - {step: 公布, by: ziran-ziyuan, on: 2025-05-10}\ndecisions:\n"
        "  - {document: a, outcome: 继续有效, reason: 仍然适用, new_expiry: 2030-05-09}\n"
        "  - {document: b, outcome: 失效, reason: 任务完成}\n",
    )
    office.build()

    said = text(office, "cleanups/qingli.html")
    assert "2025年3月1日报告：法规科2025年5月10日公布：示范市自然资源局" in said
    assert "关于a的通知示府〔2020〕1号仍然适用2030年5月9日有效" in said
    assert "关于b的通知示府〔2020〕2号任务完成—已失效" in said
    assert "继续有效1件，失效1件" in text(office, "cleanups/index.html")
    assert "未到" not in said
    assert "有效自2020年2月1日起有效期至2030年5月9日" in status(office, "a")
    assert "2025年5月10日清理：宣布失效：清理任务完成" in text(office, "documents/b.html")


def test_adjustments_of_the_attribute_stand_on_the_page_on_a_list_and_in_a_feed(office):
    """
    Day, from what to what, and why.
    """
    office.write(
        f"{D}/a.md",
        document(
            "a", attribute_history="[{date: 2024-03-01, from: 依申请公开, to: 主动公开,"
            " reason: 申请较多}]",
        ),
    )  # fmt: skip
    office.build()

    assert "2024年3月1日由依申请公开调整为主动公开申请较多" in text(office, "documents/a.html")
    assert "关于a的通知（示府〔2020〕1号）：由依申请公开调整为主动公开" in text(
        office, "documents/attribute/index.html"
    )
    feed = ElementTree.fromstring((office.output / "feeds/attributes.xml").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    [item] = feed.findall(f"{atom}entry")
    assert "2024-03-01T00:00:00+08:00" == item.findtext(f"{atom}updated")
    assert "申请较多" == item.findtext(f"{atom}summary")


def test_an_adjustment_that_lies_ahead_is_not_told_yet(office):
    """
    The feed says what has happened.
    """
    office.write(
        f"{D}/a.md",
        document(
            "a", attribute_history="[{date: 2027-03-01, from: 依申请公开, to: 主动公开,"
            " reason: 申请较多}]",
        ),
    )  # fmt: skip
    office.build()

    assert not (office.output / "feeds/attributes.xml").exists()


def test_a_basis_that_has_rotted_is_marked_on_the_item_and_listed_on_one_page(office):
    """
    What it rests on, what is wrong, since when, and what did it.
    """
    office.write(f"{D}/a.md", document("a"))
    office.write(f"{D}/b.md", document("b", effective="2024-05-01", repeals="[a]"))
    office.write(
        "catalogue/entries/a.yaml", entry("x", name="旧事", basis="[{title: 关于a的通知}]")
    )
    office.build()

    assert "已废止（2024年5月1日）见关于b的通知" in text(office, "entries/x.html")
    said = text(office, "bases/index.html")
    assert "已废止1条" in said
    assert "旧事征地补偿《关于a的通知》登记为关于a的通知已废止（2024年5月1日）见关于b的通知" in said
    assert "旧事" in text(office, "documents/a.html")
    assert "x,旧事" in (office.output / "bases/index.csv").read_text(encoding="utf-8-sig")


def test_the_page_of_a_unit_shows_its_latest_documents(office):
    """
    Five of them, and the way to all.
    """
    for number in range(7):
        office.write(f"{D}/a{number}.md", document(f"a{number}", formed=f"2020-01-0{number + 1}"))
    office.build()

    said = text(office, "units/ziran-ziyuan.html")
    assert [f"a{number}" for number in (6, 5, 4, 3, 2)] == re.findall(r"关于(a\d)的通知", said)
    assert "文件7件" in said


def test_attachments_are_published_under_names_made_of_what_they_hold(office):
    """
    Of open documents alone, and only those that one names.
    """
    office.write(f"{D}/a.md", document("a", attachments="[{title: 申请表, file: biao.csv}]"))
    office.write(f"{D}/biao.csv", "姓名,住址\r\n")
    office.write(f"{D}/other.csv", "无人写明\r\n")
    report = office.build()

    [path] = [one for one in files(office.output) if one.startswith("attachments/")]
    assert re.fullmatch(r"attachments/[0-9a-f]{20}\.csv", path)
    assert "姓名,住址\r\n".encode() == (office.output / path).read_bytes()
    html = (office.output / "documents/a.html").read_text(encoding="utf-8")
    assert f'<a href="../{path}" download="biao.csv">申请表</a>' in html
    assert ["attachment-unused"] == [one.rule for one in report.problems if "other" in one.at.path]


def test_the_bundled_site_has_every_status():
    """
    A reader of the demonstration sees each of the six.
    """
    found = find(ROOT)
    assert found.config is not None
    catalogue = link(read(found.config, found.sources, Store(None)), DAY)

    assert set(Status) == {status_on(life, DAY)[0] for life in catalogue.lives.values()}


def test_the_status_line_names_the_last_act_and_all_that_is_gone(office):
    """
    Two repeals of parts: both articles, since the first, by the last; so of two amendments.
    """
    office.write(f"{D}/a.md", document("a"))
    for id, day, article in (("b", "2022-02-01", "第三条"), ("c", "2023-02-01", "第五条")):
        acts = f"[{{document: a, articles: {article}}}]"
        office.write(f"{D}/{id}.md", document(id, effective=day, repeals=acts, number=None))
    office.build()

    assert (
        "部分有效自2022年2月1日起，涉及第三条、第五条，最近一次在2023年2月1日，见关于c的通知"
    ) == status(office, "a")


def test_a_lapse_that_was_declared_later_says_both_days(office):
    """
    When it ran out, and when a clean-up said so.
    """
    office.write(f"{D}/a.md", document("a", expires="2023-05-31"))
    office.write(
        "catalogue/cleanups/a.yaml",
        "id: qingli\ntitle: 清理\norgan: ziran-ziyuan\nsteps:\n"
        "  - {step: 报告, by: 法规科, on: 2026-03-01}\n"
        "  - {step: 公布, by: ziran-ziyuan, on: 2026-05-10}\ndecisions:\n"
        "  - {document: a, outcome: 失效, reason: 任务完成}\n",
    )
    office.build()

    assert "已失效自2023年6月1日起，2026年5月10日清理时宣布失效，见清理" == status(office, "a")


def test_page_and_data_name_the_end_that_decisions_gave(office):
    """
    Also one that lies ahead: the day until which it holds is the same everywhere.
    """
    office.write(f"{D}/a.md", document("a", expires="2026-12-31"))
    office.write(
        "catalogue/cleanups/a.yaml",
        "id: qingli\ntitle: 清理\norgan: ziran-ziyuan\neffective_on: 2026-12-01\nsteps:\n"
        "  - {step: 报告, by: 法规科, on: 2026-03-01}\n"
        "  - {step: 公布, by: ziran-ziyuan, on: 2026-11-10}\ndecisions:\n"
        "  - {document: a, outcome: 继续有效, reason: 适用, new_expiry: 2031-11-30}\n",
    )
    office.build()

    assert "有效期至2031年11月30日" in status(office, "a")
    assert "这一状态自2031年12月1日起改变" in status(office, "a")
    assert ",2031-11-30,有效," in (office.output / "documents/index.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    "differs",
    [
        {"published": "2027-03-01"},
        {
            "attribute_history": "[{date: 2027-03-01, from: 依申请公开, to: 主动公开,"
            " reason: 申请较多}]"
        },
    ],
)
def test_a_text_is_shown_from_its_day_and_not_before(office, differs):
    """
    Neither it nor its attachment reaches any file of the site; on the day it does.
    """
    office.write(
        f"{D}/a.md",
        document("a", body="第一条 尚待公开的正文。", attachments="[biao.csv]", **differs),
    )
    office.write(f"{D}/biao.csv", "尚待公开的附件\r\n")
    office.build()
    early = b"".join(files(office.output).values())

    assert "尚待公开".encode() not in early
    assert "全文自2027年3月1日起公开" in text(office, "documents/a.html")

    office.build(day=date(2027, 3, 1))

    assert "尚待公开的正文" in text(office, "documents/a.html")
    assert "尚待公开的附件".encode() in b"".join(files(office.output).values())


def test_a_document_that_another_organ_leads_stands_with_the_first_unit_of_this_site(office):
    """
    Otherwise it would be in nobody's directory.
    """
    office.write(f"{D}/a.md", document("a", issuers="[某省教育厅, jiaoyu]"))
    office.build()

    assert "关于a的通知" in text(office, "directory/jiaoyu.html")


def test_two_adjustments_of_one_day_are_two_items_of_the_feed(office):
    """
    The later one first.
    """
    steps = (
        "[{date: 2024-03-01, from: 不公开, to: 依申请公开, reason: 一},"
        " {date: 2024-03-01, from: 依申请公开, to: 主动公开, reason: 二}]"
    )
    office.write(f"{D}/a.md", document("a", attribute_history=steps))
    office.build()
    feed = ElementTree.fromstring((office.output / "feeds/attributes.xml").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    items = feed.findall(f"{atom}entry")

    assert ["二", "一"] == [one.findtext(f"{atom}summary") for one in items]
    assert 2 == len({one.findtext(f"{atom}id") for one in items})


STEPS = (
    "[{date: 2022-03-01, from: 不公开, to: 依申请公开, reason: 可以提供},"
    " {date: 2024-03-01, from: 依申请公开, to: 主动公开, reason: 关注较多}]"
)


@pytest.mark.parametrize(
    ("day", "attribute", "shown"),
    [
        ("2022-03-01", "依申请公开", False),
        ("2024-02-29", "依申请公开", False),
        ("2024-03-01", "主动公开", True),
    ],
)
def test_the_attribute_is_that_of_the_day(office, day, attribute, shown):
    """
    On its page, in the directory, in the register and in the data.
    """
    office.write(f"{D}/a.md", document("a", attribute_history=STEPS, published=None))
    office.build(day=date.fromisoformat(day))

    [record] = json.loads((office.output / "documents/index.json").read_bytes())["documents"]
    assert attribute == record["attribute"]
    assert f"公开属性{attribute}" in text(office, "documents/a.html")
    assert shown == ("第一条" in text(office, "documents/a.html"))
    assert attribute in text(office, "directory/ziran-ziyuan.html")
    for path in ("documents/index.csv", "directory/ziran-ziyuan.csv", "documents/rows.js"):
        assert attribute in (office.output / path).read_text(encoding="utf-8")


def test_what_is_still_withheld_is_nowhere(office):
    """
    Neither its name nor what it says that it does; and the build tells the editor without it.
    """
    office.write(f"{D}/a.md", document("a", title="暂不公开的决定", repeals="[b]",
                                       attribute_history=STEPS))  # fmt: skip
    office.write(f"{D}/b.md", document("b", "见[决定](documents/a.html)。", amends="[a]",
                                       number="示府〔2019〕2号"))  # fmt: skip
    report = office.build(day=date(2022, 2, 28))

    assert "document-withheld-yet" in [one.rule for one in report.problems]
    assert not (office.output / "documents/a.html").exists()
    assert "有效" == status(office, "b")[:2]
    for path in files(office.output):
        assert "暂不公开的决定".encode() not in (office.output / path).read_bytes()


def test_data_name_the_status_of_each_basis_and_its_first_day(office):
    """
    Programs need not look a basis up again.
    """
    office.write(f"{D}/a.md", document("a", title="旧办法", number=None))
    office.write(f"{D}/b.md", document("b", repeals="[a]", effective="2023-03-01"))
    office.write(f"{D}/c.md", document("c", effective="2027-01-01"))
    office.write("catalogue/laws/x.yaml", "id: xin\ntitle: 新法\neffective: 2027-01-01\n")
    office.write(
        "catalogue/entries/a.yaml",
        entry("x", basis="[旧办法, {title: 关于b的通知}, 没有登记的办法, 关于c的通知, 新法]"),
    )
    assert [] == [one for one in office.build().problems if "error" in line(one, "zh")]

    record = json.loads((office.output / "entries/x.json").read_bytes())
    assert [
        ("已废止", "2023-03-01", "b"), ("有效", None, None), ("未登记", None, None),
        ("尚未生效", None, None), ("尚未生效", None, None),
    ] == [
        (one["status"], one.get("status_since"), one.get("status_by")) for one in record["basis"]
    ]  # fmt: skip


def test_an_issuer_that_is_no_unit_is_one_problem(office):
    """
    It has no directory that the page could lead to.
    """
    office.write(f"{D}/a.md", document("a", issuers="[ziran-ziyun, jiaoyu]"))
    [found] = office.lines()

    assert "[reference-unknown]" in found


def test_the_next_adjustment_is_the_next_by_its_day():
    """
    Lines in a wrong order are an error, and show nothing that is withheld meanwhile.
    """
    first, then = STEPS.strip("[]").split("},", 1)
    paper = document("a", attribute_history=f"[{then}, {first}}}]")
    linked = catalogue({f"{D}/a.md": paper}, date(2022, 2, 28))

    assert () == linked.documents
    assert ["a"] == [one.record.id for one in linked.withheld]
