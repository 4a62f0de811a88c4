"""What is wrong with a basis on a day, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.bases import act_of
from generator.facts.rot import rot_of
from generator.rules.bases import titles_and_numbers_of_bases_agree

from ..conftest import catalogue, entry
from ..rules.papers import cleanup, paper

A = "catalogue/entries/a.yaml"
D = "content/documents/"
OLD = """\
laws:
  - {id: fa-2014, title: 中华人民共和国预算法, edition: 2014年修正, effective: 2015-01-01}
  - id: fa-2018
    title: 中华人民共和国预算法
    edition: 2018年修正
    effective: 2018-12-29
    replaces: [fa-2014]
    articles: 1-101
"""
NEWER = {
    D + "a.md": paper("a", title="关于印发《某办法》的通知", number="示府〔2020〕7号"),
    D + "b.md": paper("b", number="示府〔2023〕1号", effective="2023-03-01", amends="[a]"),
}


def rots(basis: str, files: dict[str, str], day: date = date(2026, 11, 23), **differs: str):
    """Return fault, since and by of what is wrong with the basis of one item."""
    linked = catalogue({A: entry("x", basis=f"[{basis}]", **differs)} | files, day)
    item = linked.get("entries", "x")
    return [
        (rot.fault.value, str(rot.since), rot.by, rot.articles)
        for rot in rot_of(item.basis[0], item, linked)
    ]


@pytest.mark.parametrize(
    "basis",
    [
        "预算法",
        "《预算法》",
        "{title: 中华人民共和国预算法, article: 第一百零一条}",
        "{title: 预算法, edition: 2018年修正}",
        "{document: fa-2018, title: 预算法}",
    ],
)
def test_a_sound_basis_has_nothing_wrong(basis):
    """
    A bare title means the law as it stands.
    """
    assert [] == rots(basis, {"catalogue/laws/b.yaml": OLD})


@pytest.mark.parametrize(
    "basis",
    [
        "{title: 预算法, edition: 2014年修正}",
        "{title: 预算法, edition: 2014年修正, article: 第九百条}",
        "{document: fa-2014, title: 预算法}",
    ],
)
def test_an_edition_that_another_has_taken_the_place_of_is_superseded(basis):
    """
    By the law that replaces it, from its day, whether or not the old one says that it has ended.
    """
    assert [("已有新版本", "2018-12-29", "fa-2018", "")] == rots(
        basis, {"catalogue/laws/b.yaml": OLD}
    )


def test_an_older_edition_that_is_not_registered_is_superseded_too():
    """
    The year tells.
    """
    laws = OLD.replace("  - {id: fa-2014", "  # - {id: fa-2014").replace(
        "    replaces: [fa-2014]\n", ""
    )

    assert [("已有新版本", "2018-12-29", "fa-2018", "")] == rots(
        "{title: 预算法, edition: 1994年公布}", {"catalogue/laws/b.yaml": laws}
    )


@pytest.mark.parametrize(
    ("law", "edition", "found"),
    [
        ("effective: 2020-01-01", "2019年修正", []),
        ("effective: 2020-01-01", "2018年修正", ["已有新版本"]),
        ("effective: 2020-01-01", "2020年", []),
        ("edition: 2019年修正, effective: 2020-01-01", "2019年8月26日第三次修正", []),
        ("edition: 2019年修正, effective: 2020-01-01", "２００４年修正", ["已有新版本"]),
        ("edition: 2019年修正, effective: 2020-01-01", "1986年公布，2004年修正", ["已有新版本"]),
        ("edition: 2019年修正, effective: 2020-01-01", "2023年修订", []),
        ("edition: 2019年修正, effective: 2020-01-01", "现行", []),
        ("edition: 2026年修订, effective: 2026-11-24", "2019年修正", []),
        ("edition: 2026年修订, effective: 2026-11-23", "2019年修正", ["已有新版本"]),
        ("edition: 2019年修正", "2004年修正", ["已有新版本"]),
        ("order: 1", "2004年修正", []),
    ],
)
def test_the_year_of_an_edition_tells_whether_it_is_an_older_one(law, edition, found):
    """
    Of a law registered without its edition only the day is known, which may be in the next year;
    what is not known tells nothing.
    """
    laws = f"laws:\n  - {{id: l, title: 某法, {law}}}\n"
    basis = f"{{title: 某法, edition: {edition}}}"

    assert found == [one[0] for one in rots(basis, {"catalogue/laws/b.yaml": laws})]


@pytest.mark.parametrize(
    ("day", "found"), [(date(2018, 12, 28), 0), (date(2018, 12, 29), 1), (date(2018, 12, 30), 1)]
)
def test_an_edition_is_superseded_from_the_day_of_the_next(day, found):
    """
    Not when that was announced.
    """
    basis = "{title: 预算法, edition: 2014年修正}"

    assert found == len(rots(basis, {"catalogue/laws/b.yaml": OLD}, day))


@pytest.mark.parametrize(
    ("day", "effective", "found"),
    [
        (date(2026, 12, 31), {}, ["尚未生效"]),
        (date(2027, 1, 1), {}, []),
        (date(2026, 12, 31), {"effective": "2027-01-01"}, []),
        (date(2026, 12, 31), {"effective": "2026-12-31"}, ["尚未生效"]),
    ],
)
@pytest.mark.parametrize("kind", ["law", "document"])
def test_a_basis_carries_from_its_own_day(kind, day, effective, found):
    """
    An item that applies from the same day may rest on it before.
    """
    files = {
        "law": {"catalogue/laws/b.yaml": "id: l\ntitle: 新办法\neffective: 2027-01-01\n"},
        "document": {D + "a.md": paper("a", title="新办法", effective="2027-01-01")},
    }

    assert found == [one[0] for one in rots("新办法", files[kind], day, **effective)]


@pytest.mark.parametrize(
    "basis",
    [
        "{title: 审批办法, number: 示府[2020] 7号}",
        "{title: 关于印发《审批办法》的通知, number: 示府〔2020〕7号}",
        "{title: 教育条例（2019年修订）, number: 国令第711号}",
        "{title: 教育条例, number: 国务院令第492号}",
        "{title: 条例, number: 国务院令第711号}",
        "{title: 教育条例, document: fa}",
        "{title: 没有登记的办法, number: 示府〔2020〕9号}",
        "{title: 没有文号的法, number: 主席令第9号}",
        "{title: 审批办法, number: 见附件}",
    ],
)
def test_a_title_and_a_number_of_one_act_agree(basis):
    """
    In whichever of its forms each is written; an earlier number is an older edition, and what the
    register does not know contradicts nothing.
    """
    linked = catalogue(
        {
            A: entry("x", basis=f"[{basis}]"),
            "catalogue/laws/b.yaml": "laws:\n"
            "  - {id: fa, title: 中华人民共和国教育条例, number: 国务院令第711号}\n"
            "  - {id: wu, title: 没有文号的法}\n",
            D + "a.md": paper("a", title="审批办法", number="示府〔2020〕7号"),
        }
    )

    assert [] == list(titles_and_numbers_of_bases_agree(linked))


def test_an_article_that_is_not_there_cannot_be_looked_up():
    """
    The article is named as laws print it.
    """
    assert [("条款已不存在", "2018-12-29", "", "第一百零二条")] == rots(
        "{title: 预算法, article: 第一百零一条、第一百零二条}", {"catalogue/laws/b.yaml": OLD}
    )


@pytest.mark.parametrize("there", ["", "articles: 全文\n", "articles: 共七十七条\n"])
def test_of_a_law_whose_articles_are_not_registered_none_is_missed(there):
    """
    Nobody knows.
    """
    laws = f"id: l\ntitle: 某法\n{there}"

    assert [] == rots("{title: 某法, article: 第九百条}", {"catalogue/laws/b.yaml": laws})


@pytest.mark.parametrize(
    ("ended", "found"),
    [
        ("2026-11-22", [("已废止", "2026-11-22", "", "")]),
        ("2026-11-23", [("已废止", "2026-11-23", "", "")]),
        ("2026-11-24", []),
    ],
)
def test_a_law_that_has_ended_is_repealed_from_its_day(ended, found):
    """
    What ends tomorrow carries today.
    """
    laws = f"id: l\ntitle: 某法\nended: {ended}\n"

    assert found == rots("某法", {"catalogue/laws/b.yaml": laws})


def test_a_law_that_one_of_another_title_replaces_is_repealed_by_it():
    """
    合同法 → 民法典: not another edition.
    """
    laws = (
        "laws:\n  - {id: old, title: 合同法}\n"
        "  - {id: new, title: 民法典, effective: 2021-01-01, replaces: [old]}\n"
    )

    assert [("已废止", "2021-01-01", "new", "")] == rots("合同法", {"catalogue/laws/b.yaml": laws})


@pytest.mark.parametrize(
    "basis",
    ["{document: a, title: 某办法}", "《某办法》", "某办法", "关于印发《某办法》的通知",
     "{title: 某文, number: '示府[2020]7号'}"],
)  # fmt: skip
def test_a_document_is_found_by_id_by_what_it_brings_by_title_and_by_number(basis):
    """
    As offices cite it.
    """
    linked = catalogue({A: entry("x", basis=f"[{basis}]")} | NEWER)
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert act is not None
    assert "a" == act.id


NOTICE = "示范市人民政府办公室关于印发《示范市某办法（试行）》的通知"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (NOTICE, NOTICE),
        (NOTICE, "《示范市某办法（试行）》"),
        (NOTICE, "示范市某办法(试行)"),
        (NOTICE, "关于印发《示范市某办法（试行）》的通知"),
        (NOTICE, "《关于印发〈示范市某办法（试行）〉的通知》"),
        (NOTICE, "《示范市人民政府办公室关于印发〈示范市某办法（试行）〉的通知》"),
        (NOTICE, "《示范市人民政府办公室关于印发<示范市某办法(试行)>的通知》"),
        (NOTICE, "《示范市人民政府办公室关于印发《示范市某办法（试行）》的通知》"),
        (NOTICE, "关于印发示范市某办法（试行）的通知"),
        (NOTICE, "市政府办《示范市某办法（试行）》"),
        (NOTICE, "《示范市某办法（试行）》第三条"),
        (NOTICE, "《示范市某办法（试行）》（示府办〔2020〕7号）"),
        (NOTICE, "《示范市某办法（试行）》及相关规定"),
        (NOTICE, "《示范市某办法（试行）》等规定"),
        ("关于印发示范市某办法的通知", "《示范市某办法》"),
        ("关于印发示范市某办法的通知", "《关于印发〈示范市某办法〉的通知》"),
        ("示范市某办法", "关于印发《示范市某办法》的通知"),
        ("广东省实施《中华人民共和国某法》办法", "《广东省实施〈中华人民共和国某法〉办法》"),
    ],
)
def test_a_document_is_found_however_its_notice_is_cited(title, written):
    """
    Within 《》 the marks are 〈〉, the issuer is often left out, and a few words stand around.
    """
    linked = catalogue(
        {A: entry("x", basis=f"[{{title: '{written}'}}]"), D + "a.md": paper("a", title=title)}
    )
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert act is not None
    assert "a" == act.id


@pytest.mark.parametrize(
    "written",
    [
        "广东省实施《某法》办法",
        "《某法》实施细则",
        "《某法》实施细则第三条",
        "《某法》实施条例（2019年修订）",
        "关于修改《某法》的决定",
        "关于贯彻《某法》的若干意见",
        "国务院办公厅印发《某法》实施细则的通知",
        "《关于修改〈某法〉的决定》",
        "《》",
        "关于印发《》的通知",
    ],
)
def test_an_act_about_another_is_not_that_other(written):
    """
    What a law says must not be looked up in its by-laws, nor theirs in the law.
    """
    laws = "id: l\ntitle: 某法\n"
    linked = catalogue(
        {A: entry("x", basis=f"[{{title: '{written}'}}]"), "catalogue/laws/b.yaml": laws}
    )

    assert None is act_of(linked.get("entries", "x").basis[0], linked)


def test_what_has_the_title_itself_goes_before_the_notice_that_brings_it():
    """
    The regulations on their own page, not the notice in which a county passed them on.
    """
    files = {
        D + "a.md": paper("a", title="关于转发《某办法》的通知"),
        D + "b.md": paper("b", title="某办法"),
    }
    linked = catalogue({A: entry("x", basis="[《某办法》, 关于转发《某办法》的通知]")} | files)
    acts = [act_of(basis, linked) for basis in linked.get("entries", "x").basis]

    assert ["b", "a"] == [act.id for act in acts if act]


def test_where_two_bear_one_title_the_one_in_force_is_meant():
    """
    The old method was replaced by one of the same name.
    """
    files = {
        D + "a.md": paper("a", title="关于印发《某办法》的通知", effective="2015-01-01"),
        D + "b.md": paper("b", title="关于印发《某办法》的通知", replaces="[a]"),
    }
    linked = catalogue({A: entry("x", basis="[某办法]")} | files)
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert act is not None
    assert "b" == act.id
    assert [] == rots("某办法", files)


COMING = """\
laws:
  - {id: v1, title: 某法, edition: 2018年修正, effective: 2019-01-01, articles: 1-50}
  - id: v2
    title: 某法
    edition: 2026年修订
    effective: 2027-01-01
    articles: 1-40
    replaces: [v1]
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), [("条款已不存在", "2027-01-01", "", "第四十五条")]),
    ],
)
def test_a_bare_title_means_the_law_as_it_stands_on_the_day(day, found):
    """
    A revision that was announced takes no article away before it takes effect.
    """
    basis = "{title: 某法, article: 第四十五条}"

    assert found == rots(basis, {"catalogue/laws/b.yaml": COMING}, day)


@pytest.mark.parametrize(("day", "id"), [(date(2026, 12, 31), "a"), (date(2027, 1, 1), "b")])
def test_a_bare_title_means_the_document_in_force_on_the_day(day, id):
    """
    Until its successor of the same title takes effect.
    """
    files = {
        D + "a.md": paper("a", title="某办法", effective="2015-01-01"),
        D + "b.md": paper("b", title="某办法", effective="2027-01-01", replaces="[a]"),
    }
    linked = catalogue({A: entry("x", basis="[某办法]")} | files, day)
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert act is not None
    assert id == act.id


def test_of_two_in_force_the_newer_is_meant():
    """
    Though it has a term that will run out and the older has none.
    """
    files = {
        D + "a.md": paper("a", title="某办法", effective="2015-01-01"),
        D + "b.md": paper("b", title="某办法", effective="2024-01-01", term="5年"),
    }
    linked = catalogue({A: entry("x", basis="[某办法]")} | files)
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert act is not None
    assert "b" == act.id


def test_between_two_the_one_that_has_ended_is_meant_before_the_one_to_come():
    """
    On the day nothing carries the item, and that is said.
    """
    files = {
        D + "a.md": paper("a", title="某办法", expires="2026-11-22"),
        D + "b.md": paper("b", title="某办法", effective="2027-01-01"),
    }

    assert [("已失效", "2026-11-23", "", "")] == rots("某办法", files)


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_a_law_ends_with_the_first_of_those_that_replace_it(order):
    """
    The newest edition may name all that went before, wherever it stands in the list.
    """
    rows = (
        "{id: v1, title: 某法, edition: 2014年, order: %d}",
        "{id: v2, title: 某法, edition: 2018年, effective: 2018-06-01, replaces: [v1], order: %d}",
        "{id: v3, title: 某法, edition: 2022年, effective: 2022-06-01, replaces: [v1, v2], "
        "order: %d}",
    )
    laws = "laws:\n" + "".join(
        f"  - {row % place}\n" for row, place in zip(rows, order, strict=True)
    )

    assert [("已有新版本", "2018-06-01", "v2", "")] == rots(
        "{title: 某法, edition: 2014年}", {"catalogue/laws/b.yaml": laws}
    )
    assert [] == rots("某法", {"catalogue/laws/b.yaml": laws})


def test_a_document_that_was_repealed_or_has_lapsed_carries_nothing():
    """
    By another document, by a clean-up, by its own term.
    """
    repealed = {D + "a.md": paper("a"), D + "b.md": paper("b", repeals="[a]")}
    declared = {
        D + "a.md": paper("a"),
        "catalogue/cleanups/a.yaml": cleanup("document: a, outcome: 失效, reason: 完成"),
    }
    run_out = {D + "a.md": paper("a", expires="2026-11-22")}
    basis = "{document: a, title: 甲}"

    assert [("已废止", "2020-02-01", "b", "")] == rots(basis, repealed)
    assert [("已失效", "2025-05-10", "qingli", "")] == rots(basis, declared)
    assert [("已失效", "2026-11-23", "", "")] == rots(basis, run_out)
    assert [] == rots(basis, run_out, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("differs", "basis", "fault"),
    [
        ({"effective": "2022-01-01"}, "某办法", "已修改"),
        ({"effective": "2023-02-28"}, "某办法", "已修改"),
        ({"effective": "2023-03-01"}, "某办法", None),
        ({}, "某办法", "已修改，待核对"),
        ({}, "{title: 某办法, edition: 2020年}", "已修改"),
        ({}, "{title: 某办法, edition: 2023年修正}", None),
        ({"effective": "2022-01-01"}, "{title: 某办法, edition: 2023年修正}", None),
    ],
)
def test_amended_since_is_told_from_the_edition_or_the_day_of_the_item(differs, basis, fault):
    """
    The edition goes before; where neither is written it is worth a look.
    """
    found = [one[0] for one in rots(basis, NEWER, **differs)]

    assert [fault] == found if fault else [] == found


@pytest.mark.parametrize(
    ("article", "fault"), [("第三条", "条款已不存在"), ("第四条", "已修改，待核对")]
)
def test_an_article_of_a_document_that_was_repealed_is_gone(article, fault):
    """
    Another article of it may still have changed.
    """
    files = {
        D + "a.md": paper("a", title="某办法"),
        D + "b.md": paper("b", effective="2023-03-01", repeals="[{document: a, articles: 第三条}]"),
    }
    [found] = rots(f"{{title: 某办法, article: {article}}}", files)

    assert fault == found[0]


def test_an_article_is_gone_since_it_was_first_repealed():
    """
    A later document that repeals it again changes nothing.
    """
    third, both = (f"[{{document: a, articles: {words}}}]" for words in ("第三条", "第三、五条"))
    files = {
        D + "a.md": paper("a", title="某办法"),
        D + "b.md": paper("b", effective="2022-01-01", repeals=third),
        D + "c.md": paper("c", effective="2024-01-01", replaces=both),
    }

    assert [("条款已不存在", "2022-01-01", "b", "第三条")] == rots(
        "{title: 某办法, article: 第三条}", files
    )
    assert [("条款已不存在", "2024-01-01", "c", "第五条")] == rots(
        "{title: 某办法, article: 第四条至第六条}", files
    )
    assert [] == rots("{title: 某办法, article: 第三条}", files, date(2021, 12, 31))


def test_of_two_amendments_the_latest_tells_whether_an_item_is_outdated():
    """
    An item that was written between them has seen the first alone.
    """
    files = NEWER | {D + "c.md": paper("c", effective="2025-03-01", amends="[a]")}

    assert [("已修改", "2025-03-01", "c", "")] == rots("某办法", files, effective="2024-01-01")
    assert [] == rots("某办法", files, date(2025, 2, 28), effective="2024-01-01")
    assert [] == rots("某办法", files, effective="2025-03-01")


def test_a_clean_up_that_amends_or_keeps_is_told_apart():
    """
    修改 may have changed what the item rests on, 继续有效 has not.
    """
    for outcome, found in (("修改", ["已修改，待核对"]), ("继续有效", [])):
        files = {
            D + "a.md": paper("a"),
            "catalogue/cleanups/a.yaml": cleanup(f"document: a, outcome: {outcome}, reason: 完成"),
        }

        assert found == [one[0] for one in rots("{document: a, title: 甲}", files)]


def test_a_document_that_a_later_round_revived_carries_again():
    """
    Lapsed until the day of the decision, and lapsed again after the new last day.
    """
    kept = "document: a, outcome: 继续有效, reason: 需要, new_expiry: 2026-12-31"
    files = {
        D + "a.md": paper("a", expires="2024-12-31"),
        "catalogue/cleanups/a.yaml": cleanup(kept),
    }
    days = ("2024-12-31", "2025-01-01", "2025-05-09", "2025-05-10", "2026-12-31", "2027-01-01")

    assert [0, 1, 1, 0, 0, 1] == [
        len(rots("{document: a, title: 甲}", files, date.fromisoformat(day))) for day in days
    ]


def test_what_ran_out_and_was_declared_so_later_has_lapsed_since_it_ran_out():
    """
    The declaration changes nothing for the item; a repeal gives another fault.
    """
    since = {
        outcome: rots(
            "{document: a, title: 甲}",
            {
                D + "a.md": paper("a", expires="2024-12-31"),
                "catalogue/cleanups/a.yaml": cleanup(
                    f"document: a, outcome: {outcome}, reason: 完成"
                ),
            },
        )
        for outcome in ("失效", "废止")
    }

    assert [("已失效", "2025-01-01", "qingli", "")] == since["失效"]
    assert [("已废止", "2025-05-10", "qingli", "")] == since["废止"]


@pytest.mark.parametrize(
    ("article", "found"),
    [
        ("第三条", [("已修改，待核对", "2023-03-01", "b", "")]),
        ("第三条第一款", [("已修改，待核对", "2023-03-01", "b", "")]),
        ("第三条第二款", [("条款已不存在", "2023-03-01", "b", "第三条第二款")]),
        ("第五条", [("条款已不存在", "2023-03-01", "b", "第五条")]),
        ("第三条第二款、第五条", [("条款已不存在", "2023-03-01", "b", "第五条")]),
    ],
)
def test_an_article_that_lost_a_paragraph_is_still_there(article, found):
    """
    That paragraph alone is gone; who cites another one had better look.
    """
    part = "[{document: a, articles: 第三条第二款、第五条}]"
    files = {
        D + "a.md": paper("a", title="某办法"),
        D + "b.md": paper("b", effective="2023-03-01", repeals=part),
    }

    assert found == rots(f"{{title: 某办法, article: {article}}}", files)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2018, 12, 28), []),
        (date(2018, 12, 29), [("已有新版本", "2018-12-29", "fa-2018", "")]),
    ],
)
@pytest.mark.parametrize(
    "basis", ["{title: 预算法, edition: 2014年修正}", "{title: 预算法, document: fa-2014}"]
)
def test_an_older_edition_is_superseded_though_neither_says_what_it_replaces(basis, day, found):
    """
    To register the old edition too must not tell less than to leave it out.
    """
    laws = OLD.replace("    replaces: [fa-2014]\n", "")

    assert found == rots(basis, {"catalogue/laws/b.yaml": laws}, day)
    assert [] == rots("预算法", {"catalogue/laws/b.yaml": laws}, day)


def test_an_edition_to_come_takes_no_place_yet():
    """
    Neither has begun; the item names the first of them.
    """
    laws = (
        "laws:\n  - {id: a, title: 某法, edition: 2026年公布, effective: 2027-01-01}\n"
        "  - {id: b, title: 某法, edition: 2028年修正, effective: 2029-01-01}\n"
    )

    assert [("尚未生效", "None", "", "")] == rots(
        "{title: 某法, edition: 2026年公布}", {"catalogue/laws/b.yaml": laws}
    )


def test_two_laws_of_one_title_without_editions_are_two_laws():
    """
    Two ministries may each issue 关于做好公开工作的通知.
    """
    laws = (
        "laws:\n  - {id: a, title: 关于做好公开工作的通知, number: 甲发〔2018〕1号, "
        "effective: 2018-02-01}\n  - {id: b, title: 关于做好公开工作的通知, "
        "number: 乙发〔2022〕1号, effective: 2022-02-01}\n"
    )
    basis = "{title: 关于做好公开工作的通知, number: 甲发〔2018〕1号}"

    assert [] == rots(basis, {"catalogue/laws/b.yaml": laws})


CITED = {
    # what stands behind a title, and words around it
    "政府信息公开条例（2019年修订）": "tiaoli",
    "中华人民共和国政府信息公开条例（国务院令第711号）": "tiaoli",
    "《中华人民共和国政府信息公开条例》（2019年修订）第二十条": "tiaoli",
    "政府信息公开条例第二十条": "tiaoli",
    "《政府信息公開條例》": "tiaoli",
    "《政府信息公开条例》规定": "tiaoli",
    "《政府信息公开条例》的有关规定": "tiaoli",
    "按照《政府信息公开条例》中关于公开的规定": "tiaoli",
    "国务院令第711号": "tiaoli",
    "关于贯彻执行《政府信息公开条例》的通知": None,
    "《甲法》《政府信息公开条例》": None,
    # the number tells which of two that bring the same
    "《某办法》": "new",
    "《某办法》（示府〔2015〕3号）": "old",
    "《某办法》(示府[2015]3号)": "old",
    "关于印发《某办法》的通知（示府（2015）3号）": "old",
    "关于印发《某办法》的通知（示府〔2020〕7号）第三条": "new",
    "示府[2015]3号": "old",
    # the issuer does
    "示范市教育局关于印发《工作规则》的通知": "jiaoyu-c",
    "《示范市教育局关于印发〈工作规则〉的通知》": "jiaoyu-c",
    "示范市民政局关于印发《工作规则》的通知": "minzheng-d",
    "《工作规则》（示教〔2020〕1号）": "jiaoyu-c",
    # a law and a document of one title
    "某规定": "guiding",
    "某规定（示府〔2016〕5号）": "wenjian",
}
REGISTERED = {
    "catalogue/laws/b.yaml": "id: guiding\ntitle: 某规定\neffective: 2018-01-01\n",
    D + "a.md": paper(
        "old", title="示范市人民政府关于印发《某办法》的通知", number="示府〔2015〕3号"
    ),
    D + "b.md": paper(
        "new", title="示范市人民政府关于印发《某办法》的通知", number="示府〔2020〕7号",
        effective="2021-01-01", replaces="[old]",
    ),
    D + "c.md": paper(
        "jiaoyu-c", title="示范市教育局关于印发《工作规则》的通知", number="示教〔2020〕1号"
    ),
    D + "d.md": paper(
        "minzheng-d", title="示范市民政局关于印发《工作规则》的通知", effective="2021-01-01"
    ),
    D + "e.md": paper("wenjian", title="某规定", number="示府〔2016〕5号", effective="2016-01-01"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "id"), CITED.items(), ids=CITED)
def test_an_act_is_found_as_offices_write_it(written, id):
    """
    One way of writing of each kind; what could mean two acts means neither.
    """
    linked = catalogue({A: entry("x", basis=f"[{{title: '{written}'}}]")} | REGISTERED)
    act = act_of(linked.get("entries", "x").basis[0], linked)

    assert id == (act.id if act else None)


def test_a_title_of_any_length_is_looked_up_at_once():
    """
    What a hostile text costs is bounded.
    """
    for written in ("（1" * 20_000, "《某法》" * 20_000, "第1条" * 20_000, "印发" * 20_000):
        linked = catalogue({A: entry("x", basis=f"[{{title: '{written}'}}]")})

        assert act_of(linked.get("entries", "x").basis[0], linked) is None


EDITIONS = ("", "2014年修正", "2018", "1994年公布", "2026年")
ARTICLES = ("", "第三条", "第九百条第二款", "附则")


@given(
    st.sampled_from(["{document: l}", "{document: d}", "某法", "《某办法》", "示府〔2020〕7号"]),
    st.sampled_from(ARTICLES),
    st.dates(date(2020, 2, 1), date(2060, 1, 1)),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
@settings(deadline=None, max_examples=60)
def test_what_nothing_has_happened_to_and_has_no_end_never_rots(named, article, day, effective):
    """
    On any day since it began, whichever article is cited, since whenever the item applies.
    """
    title = "id" if named.startswith("{") else named
    id = f", document: {named[11:-1]}" if named.startswith("{") else ""
    cited = f", article: {article}" if article else ""
    files = {
        "catalogue/laws/b.yaml": "id: l\ntitle: 某法\neffective: 2019-01-01\n",
        D + "d.md": paper("d", title="关于印发《某办法》的通知", number="示府〔2020〕7号"),
    }

    assert [] == rots(f"{{title: {title}{id}{cited}}}", files, day, effective=effective.isoformat())


@given(st.sampled_from(EDITIONS), st.sampled_from(ARTICLES))
@settings(deadline=None, max_examples=20)
def test_a_document_nothing_has_happened_to_has_one_edition(edition, article):
    """
    Whichever its basis names.
    """
    more = "".join(
        f", {key}: {value}" for key, value in (("edition", edition), ("article", article)) if value
    )
    files = {D + "d.md": paper("d", title="某办法")}

    assert [] == rots(f"{{title: 某办法{more}}}", files)


def test_a_basis_that_no_register_holds_is_not_judged():
    """
    That it is unknown is said elsewhere.
    """
    assert [] == rots("某个没有登记的文件", {})


def test_an_amendment_that_lies_ahead_has_not_happened():
    """
    On the day before it takes effect there is nothing to say.
    """
    assert [] == rots("某办法", NEWER, date(2023, 2, 28))
    assert 1 == len(rots("某办法", NEWER, date(2023, 3, 1)))


@pytest.mark.parametrize(
    ("number", "held", "fault"),
    [
        ("示府〔2016〕20号", "示府〔2021〕13号", "已有新版本"),
        ("示府〔2021〕12号", "示府〔2021〕13号", "已有新版本"),
        ("示府〔2021〕13号", "示府〔2021〕13号", None),
        ("示府〔2022〕1号", "示府〔2021〕13号", None),
        ("示府办〔2016〕20号", "示府〔2021〕13号", None),
    ],
)
def test_an_older_number_of_the_same_series_means_an_older_act(number, held, fault):
    """
    The register holds one of that title only, which is not the one that is cited.
    """
    files = {D + "a.md": paper("a", title="关于印发《某办法》的通知", number=held)}
    found = rots(f"{{title: 某办法, number: '{number}'}}", files)

    assert [fault] == [one[0] for one in found] if fault else [] == found


def test_an_older_order_means_an_older_edition():
    """
    国务院令第492号 where the register has 第711号 only.
    """
    laws = "id: t\ntitle: 某条例\nnumber: 国务院令第711号\neffective: 2019-05-15\n"

    assert ["已有新版本"] == [
        one[0]
        for one in rots("{title: 某条例, number: 国务院令第492号}", {"catalogue/laws/b.yaml": laws})
    ]


FOUR = "\n\n".join(f"第{number}条 照办。" for number in "一二三四")


@pytest.mark.parametrize(
    ("body", "article", "told"),
    [
        (FOUR, "第四条第二款", ""),
        (FOUR, "第五条", "第五条"),
        (FOUR, "第三条至第六条", "第五条、第六条"),
        (FOUR.replace("第一条 照办。", "## 第一章 总则\n\n**第一条** 照办。"), "第五条", "第五条"),
        (FOUR.replace("第二条", "依照第二条"), "第五条", ""),
        ("照办，依照某法第一条、第二条。", "第五条", ""),
        (FOUR, "", ""),
    ],
)
def test_an_article_that_the_text_of_a_document_never_had_is_told(body, article, told):
    """
    Only where its paragraphs count from the first on; others may be only a part of it.
    """
    files = {D + "a.md": paper("a", body=body, title="某办法")}
    found = rots(f"{{title: 某办法, article: '{article}'}}", files)

    assert ([("条款已不存在", "2020-02-01", "", told)] if told else []) == found


def test_an_amended_document_may_have_more_articles_than_its_text():
    """
    The text may be that of before.
    """
    files = {
        D + "a.md": paper("a", body=FOUR, title="某办法"),
        D + "b.md": paper("b", formed="2023-01-01", effective="2023-03-01", amends="[a]"),
    }

    [(fault, *_)] = rots("{title: 某办法, article: 第五条}", files)
    assert "已修改，待核对" == fault
