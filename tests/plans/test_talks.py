"""Interpretations, responses, consultations and meetings on the site."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from ..conftest import CONFIG, Site, files
from ..rules.papers import paper, talk
from ..rules.talk_examples import TERMS
from .test_documents import office, text

__all__ = ["office"]  # the fixture

A = "content/documents/a.md"
J = "content/interpretations/j.md"
H = "content/responses/h.md"
Z = "content/consultations/z.md"
M = "content/meetings/m.md"
ENDED = "2026年9月30日结束，应当在2026年11月3日前公布意见采纳情况"
ASKED = {"opened": "2026-09-01", "closed": "2026-09-30", "summary": "怎样停车。"}


@pytest.fixture
def city(office: Site) -> Site:
    """A site whose rule sets terms."""
    office.write("config.yaml", CONFIG + TERMS)
    return office


def status(site: Site, path: str) -> str:
    """Return the first line of a text's page."""
    html = (site.output / path).read_text(encoding="utf-8")
    [line] = re.findall(r'<p class="status standing.*?</p>', html, re.DOTALL)
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", line))


def whole_life(site: Site) -> None:
    """Write a document with everything that is said of it."""
    site.write(
        A, paper("a", formed="2026-11-02", published="2026-11-06", effective="2026-12-01",
                 needs_interpretation="yes", index_number="11/2026-a"),
    )  # fmt: skip
    feedback = "{on: 2026-10-15, received: 3, adopted: 2, text: 采纳两条。}"
    site.write(Z, talk("z", **ASKED, consults_on="[a]", feedback=feedback))
    site.write(M, talk("m", held="2026-10-20", openness="[邀请列席]", documents="[a]"))
    site.write(J, talk("j", interprets="[a]", published="2026-11-06", form="问答"))
    days = {"collected": "2026-11-09", "judged": "2026-11-09", "handled": "2026-11-10"}
    site.write(H, talk("h", responds_to="[a]", **days, responded="2026-11-11"))


def test_the_life_of_a_document_is_one_line(city):
    """
    征求意见, 会议审议, 发布, 解读, 回应 in the order of days, each with its link, and back.
    """
    whole_life(city)
    city.build()

    assert (
        "2026年9月1日征求意见：说明z2026年9月1日至2026年9月30日，已反馈"
        "2026年10月20日会议审议：说明m邀请列席"
        "2026年11月6日发布"
        "2026年11月6日解读：说明j问答"
        "2026年11月11日回应：说明h"
    ) in text(city, "documents/a.html")
    page = city.output / "documents/a.html"
    for path in ("interpretations/j", "responses/h", "consultations/z", "meetings/m"):
        assert f'href="../{path}.html"' in page.read_text(encoding="utf-8")
        assert 'href="../documents/a.html"' in (city.output / f"{path}.html").read_text("utf-8")


def test_what_lies_ahead_in_the_life_is_marked(city):
    """
    An answer that is written for a day to come is not told as given.
    """
    whole_life(city)
    city.edit(H, "2026-11-11", "2026-11-30")
    city.build()

    assert "2026年11月30日（未到）回应：说明h" in text(city, "documents/a.html")
    assert "说明。" not in text(city, "responses/h.html")
    assert "正文自2026年11月30日起公开。" in text(city, "responses/h.html")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-11", "应当在2026年11月11日前解读，还没有登记解读材料。"),
        ("2026-11-12", "应当在2026年11月11日前解读，还没有登记解读材料，已经逾期。"),
    ],
)
def test_a_document_says_what_it_owes(city, day, said):
    """
    Until its last day, and that it is overdue from the next.
    """
    whole_life(city)
    city.remove(J)
    city.build(day=date.fromisoformat(day))

    assert said in text(city, "documents/a.html")


def test_a_document_that_owes_nothing_says_nothing_of_it(city):
    """
    Nor one that was interpreted in time.
    """
    whole_life(city)
    city.build()

    assert "应当" not in text(city, "documents/a.html")
    assert "在期限内解读2026年11月6日发布，期限到2026年11月11日" == status(
        city, "interpretations/j.html"
    )


def test_a_late_interpretation_says_by_how_much(city):
    """
    On its own page, in the list and on the page of the document.
    """
    whole_life(city)
    city.edit(J, "2026-11-06", "2026-11-16")
    city.build()

    assert (
        "迟于期限解读2026年11月16日发布，期限到2026年11月11日，迟3个工作日"
        == status(city, "interpretations/j.html")
    )  # fmt: skip
    assert "迟于期限解读" in text(city, "interpretations/index.html")
    assert "解读迟于期限：应当在2026年11月11日前，2026年11月16日才发布。" in text(
        city, "documents/a.html"
    )


@pytest.mark.parametrize(
    ("day", "state", "front"),
    [
        ("2026-08-31", "未开始2026年9月1日开始，2026年9月30日截止", False),
        ("2026-09-01", "进行中2026年9月30日截止", True),
        ("2026-09-30", "进行中2026年9月30日截止", True),
        ("2026-10-01", f"已结束，待反馈{ENDED}", False),
        ("2026-11-03", f"已结束，待反馈{ENDED}", False),
        ("2026-11-04", f"逾期未反馈{ENDED}", False),
    ],
)  # fmt: skip
def test_a_consultation_changes_by_itself(city, day, state, front):
    """
    Not begun, open, closed, overdue: on the day before and on the day; what is open stands on the
    front page, on the page of its unit and in the feed.
    """
    city.write(Z, talk("z", **ASKED, consults_on="[停车办法草案]"))
    city.build(day=date.fromisoformat(day))
    feed = city.output / "feeds/consultations.xml"

    assert state == status(city, "consultations/z.html")
    assert front is ("正在征求意见" in text(city, "index.html"))
    assert front is ("正在征求意见" in text(city, "units/jiaoyu.html"))
    assert "正在征求意见" not in text(city, "units/ziran-ziyuan.html")
    assert front is (feed.exists() and "说明z" in feed.read_text(encoding="utf-8"))


def test_the_list_of_consultations_has_the_open_ones_first(city):
    """
    Then what still owes its feedback, then the rest.
    """
    month = {"consults_on": "[草案]"}
    at = "content/consultations"
    city.write(f"{at}/a.md", talk("a1", opened="2026-12-01", closed="2027-01-05", **month))
    city.write(f"{at}/b.md", talk("b1", opened="2026-11-01", closed="2026-12-05", **month))
    city.write(f"{at}/c.md", talk("c1", opened="2026-08-01", closed="2026-09-05", **month))
    city.write(f"{at}/d.md", talk("d1", opened="2026-10-01", closed="2026-11-05", **month))
    answered = "{on: 2026-06-10, received: 2, adopted: 1, text: 采纳一条。}"
    city.write(
        f"{at}/e.md",
        talk("e1", opened="2026-05-01", closed="2026-06-05", feedback=answered, **month),
    )
    city.build()
    said = text(city, "consultations/index.html")

    assert ["b1", "c1", "d1", "a1", "e1"] == re.findall("说明([a-e]1)", said)
    assert ["正在征求意见1件", "已结束，还没有反馈2件", "未开始1件", "已反馈1件"] == re.findall(
        "(?:正在征求意见|已结束，还没有反馈|未开始|已反馈)[0-9]件", said
    )
    assert "收到2条采纳1条怎样采纳采纳一条。" in text(city, "consultations/e1.html")


def test_the_feed_holds_what_is_open_and_when_it_changed(city):
    """
    A reader who subscribed keeps the feed when nothing is open any more.
    """
    city.write(Z, talk("z", **ASKED, consults_on="[草案]"))
    atom = "{http://www.w3.org/2005/Atom}"

    city.build(day=date(2026, 9, 5))
    feed = ElementTree.fromstring((city.output / "feeds/consultations.xml").read_bytes())
    [entry] = feed.findall(f"{atom}entry")
    assert "说明z" == entry.findtext(f"{atom}title")
    assert "2026年9月30日截止。怎样停车。" == entry.findtext(f"{atom}summary")
    assert "2026-09-01T00:00:00+08:00" == feed.findtext(f"{atom}updated")

    city.build(day=date(2026, 11, 1))
    feed = ElementTree.fromstring((city.output / "feeds/consultations.xml").read_bytes())
    assert [] == feed.findall(f"{atom}entry")
    assert "2026-10-01T00:00:00+08:00" == feed.findtext(f"{atom}updated")


def test_a_response_shows_its_steps_in_order(city):
    """
    And who took part in the joint consultation.
    """
    city.write(
        H,
        talk(
            "h",
            concern="自来水有异味",
            major="yes",
            collected="2026-11-02",
            judged="2026-11-02",
            joint="{on: 2026-11-02, organs: [jiaoyu, 宣传部]}",
            handled="2026-11-03",
            responded="2026-11-03",
            supervised="2026-11-10",
        ),
    )
    city.build()

    assert "按期回应重大舆情，2026年11月3日回应，期限到2026年11月3日" == status(
        city, "responses/h.html"
    )
    assert (
        "2026年11月2日收集2026年11月2日研判2026年11月2日联席会商示范市教育局、宣传部"
        "2026年11月3日处置2026年11月3日回应2026年11月10日督办"
    ) in text(city, "responses/h.html")


def test_a_draft_waits_for_the_day_on_which_it_is_opened(city):
    """
    The record is there before, its text is not.
    """
    city.write(Z, talk("z", body="草案全文。", **ASKED, consults_on="[草案]"))
    city.build(day=date(2026, 8, 31))
    assert "正文自2026年9月1日起公开。" in text(city, "consultations/z.html")
    assert "草案全文" not in text(city, "consultations/z.html")

    city.build(day=date(2026, 9, 1))
    assert "草案全文" in text(city, "consultations/z.html")


def test_of_a_document_that_is_withheld_no_text_tells(city):
    """
    Neither its title nor its id stands anywhere, whatever names it.
    """
    history = "[{date: 2026-12-01, from: 不公开, to: 主动公开, reason: 到期}]"
    city.write(A, paper("mimi", title="机密办法", attribute_history=history))
    city.write(J, talk("j", interprets="[mimi, 机密办法]", published="2026-11-10"))
    city.write(M, talk("m", held="2026-10-20", documents="[mimi]"))
    city.build()

    for path, body in files(city.output).items():
        assert b"mimi" not in body, path
        assert "机密办法".encode() not in body, path


def test_lists_say_so_where_nothing_is_registered(city):
    """
    Each has its page from the beginning, and no feed.
    """
    city.build()

    for kind in ("interpretations", "responses", "consultations", "meetings"):
        assert "还没有登记" in text(city, f"{kind}/index.html")
    assert not (city.output / "feeds/consultations.xml").exists()


WAITING = (
    (J, "interpretations", {"interprets": "[草案]", "published": "2026-12-01"}, "2026-12-01"),
    (H, "responses", {"concern": "停水", "collected": "2026-11-20"}, None),
    (
        H,
        "responses",
        {"concern": "停水", "collected": "2026-11-20", "responded": "2026-12-01"},
        "2026-12-01",
    ),
    (Z, "consultations", {"opened": "2026-12-01", "closed": "2026-12-31"}, "2026-12-01"),
    (M, "meetings", {"held": "2026-11-20", "published": "2026-12-01"}, "2026-12-01"),
    (M, "meetings", {"held": "2026-12-01"}, "2026-12-01"),
    (M, "meetings", {"held": "2026-12-01", "published": "2026-11-20"}, "2026-12-01"),
)


@pytest.mark.parametrize(("path", "folder", "differs", "opens"), WAITING)
def test_no_word_of_a_text_is_built_before_its_day(city, path, folder, differs, opens):
    """
    Neither the text nor its summary stands in any file; on its day both do.
    """
    city.write(path, talk("t", body="密语正文。", summary="密语摘要。", **differs))
    city.build(day=date(2026, 11, 30))

    assert [] == [name for name, body in files(city.output).items() if "密语".encode() in body]
    if opens:
        city.build(day=date.fromisoformat(opens))
        assert "密语摘要。" in text(city, f"{folder}/t.html")
        assert "密语正文。" in text(city, f"{folder}/t.html")


def test_no_word_of_the_feedback_is_built_before_its_day(city):
    """
    Nor how many opinions there were; the page says which day it will be.
    """
    feedback = "{on: 2026-10-15, received: 7341, adopted: 5127, text: 密语。}"
    city.write(Z, talk("z", **ASKED, consults_on="[草案]", feedback=feedback))
    city.build(day=date(2026, 10, 14))

    for word in ("密语", "7341", "5127"):
        assert [] == [name for name, body in files(city.output).items() if word.encode() in body]
    assert "2026年10月15日（未到）公布意见采纳情况" in text(city, "consultations/z.html")
    city.build(day=date(2026, 10, 15))
    assert "收到7341条采纳5127条怎样采纳密语。" in text(city, "consultations/z.html")


def test_a_day_that_has_not_come_is_marked_wherever_it_stands(city):
    """
    In the facts of a page and in lists; and the list of responses does not call given what will be.
    """
    city.write(J, talk("j", interprets="[草案]", published="2026-12-01"))
    city.write(M, talk("m", held="2026-12-01", published="2026-12-02"))
    steps = {"collected": "2026-11-18", "judged": "2026-11-19", "handled": "2026-11-20"}
    city.write(H, talk("h", concern="停水", **steps, responded="2026-12-01"))
    city.write("content/responses/g.md", talk("g", concern="收费", collected="2026-12-01"))
    city.build(day=date(2026, 11, 23))

    assert "发布日期2026年12月1日（未到）" in text(city, "interpretations/j.html")
    assert "发布2026年12月1日（未到）" in text(city, "interpretations/index.html")
    assert "发布日期2026年12月2日（未到）" in text(city, "meetings/m.html")
    assert "开会2026年12月1日（未到）" in text(city, "meetings/index.html")
    listed = text(city, "responses/index.html")
    assert "日期2026年11月18日单位示范市教育局办理中" in listed
    assert "日期2026年12月1日（未到）单位示范市教育局未到" in listed
    assert "正在办理1件" in listed
    assert "还没有收集1件" in listed
    assert "已经回应" not in listed
    city.build(day=date(2026, 12, 1))
    assert "（未到）" not in text(city, "responses/index.html")
    assert "已经回应1件" in text(city, "responses/index.html")


def test_steps_stand_in_the_order_of_their_days(city):
    """
    A joint consultation that was held after the answer stands after it.
    """
    city.write(
        H,
        talk(
            "h",
            concern="停水",
            major="yes",
            collected="2026-11-02",
            judged="2026-11-02",
            joint="{on: 2026-11-05, organs: [jiaoyu]}",
            handled="2026-11-03",
            responded="2026-11-03",
        ),
    )
    city.build()

    assert (
        "2026年11月2日收集2026年11月2日研判2026年11月3日处置2026年11月3日回应"
        "2026年11月5日联席会商示范市教育局"
    ) in text(city, "responses/h.html")


def test_feedback_that_is_a_day_alone_closes_nothing(city):
    """
    The consultation still awaits its feedback, and no step says that it was published.
    """
    city.write(Z, talk("z", **ASKED, consults_on="[草案]", feedback="{on: 2026-10-15}"))
    city.build(day=date(2026, 10, 20))
    assert f"已结束，待反馈{ENDED}" == status(city, "consultations/z.html")
    page = text(city, "consultations/z.html")
    assert "2026年11月3日（未到）应当公布意见采纳情况" in page
    assert "10月15日" not in page

    city.build()
    assert f"逾期未反馈{ENDED}" == status(city, "consultations/z.html")


def test_an_interpretation_of_the_draft_says_so(city):
    """
    On its own page and in the life of the document, which still owes one.
    """
    whole_life(city)
    city.edit(J, "2026-11-06", "2026-10-30")
    city.build()

    said = "早于文件2026年10月30日发布，文件2026年11月2日才生成，解读的是草案"
    assert said == status(city, "interpretations/j.html")
    document = text(city, "documents/a.html")
    assert "2026年10月30日解读：说明j问答，早于文件，解读的是草案" in document
    assert "应当在2026年11月11日前解读，还没有登记解读材料，已经逾期。" in document


def test_a_document_that_is_named_twice_stands_once(city):
    """
    On the page of the text, in its list and in the life of the document; so does a unit.
    """
    whole_life(city)
    city.edit(J, "[a]", "[a, a]")
    city.write(
        "content/responses/g.md",
        talk(
            "g",
            responds_to="[供水预案, 供水预案]",
            major="yes",
            collected="2026-11-20",
            joint="{on: 2026-11-20, organs: [jiaoyu, 宣传部, jiaoyu]}",
        ),
    )
    city.build()

    assert 1 == text(city, "interpretations/j.html").count("关于a的通知")
    assert 1 == text(city, "interpretations/index.html").count("关于a的通知")
    assert 1 == text(city, "documents/a.html").count("说明j")
    assert 1 == text(city, "responses/g.html").count("供水预案")
    assert "联席会商示范市教育局、宣传部正文" not in text(city, "responses/g.html")
    assert "联席会商示范市教育局、宣传部" in text(city, "responses/g.html")
    assert 1 == text(city, "responses/g.html").count("宣传部")


@pytest.mark.parametrize(
    ("successor", "said"),
    [(", superseded_by: jiaoyu", "由示范市教育局办理"), ("", "承接单位没有写明")],
)
def test_what_an_ended_unit_owes_names_who_took_over(city, successor, said):
    """
    On the page of what is owed; opinions go to the unit that took over.
    """
    city.write(
        "catalogue/units/b.yaml",
        f"units:\n  - {{id: jiu, name: 旧局, ended: 2026-09-10{successor}}}\n",
    )
    city.write(Z, talk("z", **ASKED, consults_on="[草案]", unit="jiu"))
    city.write(H, talk("h", concern="停水", collected="2026-11-02", unit="jiu"))
    city.write(M, talk("m", body="", held="2026-09-02", openness="[会后公开]", organ="jiu"))
    city.write(A, paper("a", formed="2026-09-02", published="2026-09-02", issuers="[jiu]",
                        needs_interpretation="yes", index_number="09/2026-a"))  # fmt: skip
    city.build()

    assert f"还没有登记解读材料，已经逾期。旧局已撤销，{said}。" in text(city, "documents/a.html")
    assert f"逾期未反馈{ENDED}，旧局已撤销，{said}" == status(city, "consultations/z.html")
    assert status(city, "responses/h.html").endswith(f"，旧局已撤销，{said}")
    assert (
        f"已召开2026年9月2日，应当在2026年9月30日前公开，还没有公开，已经逾期，旧局已撤销，{said}"
        == status(city, "meetings/m.html")
    )
    city.build(day=date(2026, 9, 9))
    assert "已撤销" not in status(city, "responses/h.html")
    city.build(day=date(2026, 9, 10))
    listed = "正在征求意见1件说明z" in text(city, "units/jiaoyu.html")
    assert bool(successor) is listed
