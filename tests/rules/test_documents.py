"""What the rules of documents take for granted, and what they must not: realistic cases."""

from __future__ import annotations

import pytest

from ..conftest import CONFIG, GUIDE, complaints
from .papers import cleanup, paper

A, B, C = (f"content/documents/{id}.md" for id in "abc")
CLEANUP, LATER = "catalogue/cleanups/a.yaml", "catalogue/cleanups/b.yaml"


def said(files: dict[str, str]) -> list[str]:
    """Return the rules that complain."""
    return [line.partition("[")[2].partition("]")[0] for line in complaints(files)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("示范市养犬管理暂行办法", True),
        ("关于印发《示范市某办法（试行）》的通知", True),
        ("关于废止《示范市养犬管理暂行办法》的通知", False),
        ("关于延长《示范市某办法（试行）》有效期的通知", False),
        ("关于修改《示范市某暂行办法》的决定", False),
    ],
)
def test_what_is_done_to_an_act_on_trial_is_not_on_trial(title, told):
    """
    Marking a repeal as a trial would give it the shorter term.
    """
    found = said({A: paper("a", title=title, normative="yes")})

    assert told == ("document-trial-unsaid" in found)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("【已失效】示范市某办法", True),
        ("已失效 示范市某办法", True),
        ("【部分失效】示范市某办法", True),
        ("示范市某办法（该文件已废止）", True),
        ("关于公布2021年（现行有效）规范性文件目录的通知", False),
        ("关于宣布失效一批文件的决定", False),
    ],
)
def test_a_status_in_the_title_is_told_in_the_forms_that_sites_use(title, told):
    """
    And a title about statuses is none.
    """
    assert told == ("document-title-state" in said({A: paper("a", title=f'"{title}"')}))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("11441300007187648G/2021-00096", False),
        ("11441300007187648G/2017-00096", True),
        ("330200-04-02-01-20210520-2003", False),
        ("330200-04-02-01-20170520-2021", True),
        ("010-2010-03-01-20210520-0012", False),
        ("SF-17-0012", False),
        ("示府办函2021-7", False),
    ],
)
def test_the_year_of_an_index_number_is_that_of_its_day_where_it_has_one(number, told):
    """
    In a number of six parts another part may only look like a year.
    """
    found = said({A: paper("a", formed="2021-05-20", published="2021-05-21", index_number=number)})

    assert told == ("index-number-year" in found)


def test_unified_numbers_are_the_same_whichever_dash_is_typed():
    """
    SFGS—2020—9 and SFGS-2020-9.
    """
    files = {
        A: paper("a", register_number="SFGS—2020—9"),
        B: paper("b", register_number="SFGS-2020-9"),
    }

    assert ["number-repeated"] == said(files)


def test_what_runs_out_soon_is_told_whatever_comes_before():
    """
    An amendment in between, or that it has not begun yet, changes nothing of that.
    """
    amended = {
        A: paper("a", expires="2027-02-01"),
        B: paper("b", effective="2026-12-20", amends="[a]"),
    }
    pending = {A: paper("a", effective="2026-12-01", expires="2027-01-31")}

    assert ["document-expiring"] == said(amended)
    assert ["document-expiring"] == said(pending)


def test_what_a_decision_that_lies_ahead_prolongs_does_not_run_out():
    """
    It was decided and published, and takes effect in time.
    """
    kept = cleanup(
        "document: a, outcome: 继续有效, reason: 适用, new_expiry: 2031-11-30",
        steps=[("报告", "法规科", "2026-10-01"), ("公布", "jiaoyu", "2026-11-10")],
        effective_on="2026-12-01",
    )

    assert [] == said({A: paper("a", expires="2026-12-31"), CLEANUP: kept})


@pytest.mark.parametrize(("days", "told"), [(69, False), (70, True)])
def test_how_long_before_is_a_setting(days, told):
    """
    The last day is 1 February 2027, seventy days after the day of the catalogue.
    """
    config = f"{CONFIG}documents: {{source: 某规定, warn_days: {days}}}\n"

    assert told == bool(said({A: paper("a", expires="2027-02-01"), "config.yaml": config}))


def test_an_amendment_that_a_later_clean_up_made_needless_is_not_asked_for():
    """
    The document was repealed before anybody amended it.
    """
    first = cleanup("document: a, outcome: 修改, reason: 不一致")
    then = cleanup(
        "document: a, outcome: 废止, reason: 不再适用",
        id="qingli-2",
        steps=[("报告", "法规科", "2026-03-01"), ("公布", "jiaoyu", "2026-05-10")],
    )

    assert ["document-amendment-missing"] == said({A: paper("a"), CLEANUP: first})
    assert [] == said({A: paper("a"), CLEANUP: first, LATER: then})


def test_a_registered_target_that_is_named_in_words_is_told_with_its_id():
    """
    As it stands nothing happens to it.
    """
    files = {
        A: paper("a", title="关于某事的通知", number="示府〔2020〕31号"),
        B: paper("b", repeals="[关于某事的通知（示府〔2020〕31号）]"),
    }
    [found] = complaints(files)

    assert "[document-target-named]" in found
    assert "“a”" in found


def test_a_document_that_acts_on_itself_is_told():
    """
    A slip of the id.
    """
    assert ["document-target-self"] == said({A: paper("a", repeals="[a]")})


def test_a_term_and_a_last_day_that_disagree_are_told():
    """
    The day counts.
    """
    assert ["document-ends-twice"] == said({A: paper("a", term="10年", expires="2035-01-01")})
    assert [] == said({A: paper("a", term="10年", expires="2030-01-31")})


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
def test_a_text_before_its_day_is_told(differs):
    """
    Of its publication, or of its adjustment.
    """
    assert ["document-text-early"] == said({A: paper("a", **differs)})


ENDED = paper("a", number="示府〔2020〕3号", expires="2021-01-31")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("按照示府〔2020〕3号办理。", True),
        ("按照示府[2020]第3号办理。", True),
        ("按照《某办法》（示府〔2020〕3号）办理。某事废止。", True),
        ("见[某办法](documents/a.md)。", True),
        ("按照示府〔2020〕31号、某示府〔2018〕3号办理。", False),
        ("某办法（示府〔2020〕3号）同时废止。", False),
        ("原《某办法》（示府〔2020〕3号）规定如下。", False),
        ("[某办法](documents/a.md)已经失效。", False),
        ("第一条 按当时的[某办法](documents/a.md)。\n第二条 某办法。", False),
    ],
)
def test_what_has_ended_is_not_cited_by_link_or_number(body, told):
    """
    Most documents cite by number alone; a sentence that says what became of it is no mistake.
    """
    decided = cleanup("document: a, outcome: 失效, reason: 任务完成")
    found = said({A: ENDED, B: paper("b", body=body), CLEANUP: decided})

    assert told == ("document-ended-relied" in found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("惠府办〔2018〕9号", False),
        ("按照惠府办〔2018〕9号和府〔2018〕9号办理", False),
        ("依据县惠府办〔2018〕9号", False),
        ("府办〔2018〕9号", True),
        ("（府办〔2018〕9号）", True),
        ("按照府办〔2018〕9号办理", True),
        ("惠府办〔2018〕9号和府办〔2018〕9号", True),
        ("经县政府府办〔2018〕9号批准", True),
        ("县里转发的府办〔2018〕9号", True),
    ],
)
def test_a_number_that_ends_in_that_of_another_document_is_another(words, told):
    """
    Words may stand before a number, letters of another organ may not.
    """
    old = paper("a", number="府办〔2018〕9号")
    files = {
        A: old,
        "content/pages/guide.md": f"{GUIDE}\n{words}。\n",
        CLEANUP: cleanup("document: a, outcome: 失效, reason: 任务完成"),
    }

    assert told == ("document-ended-cited" in said(files))


LATE = {"index_number": "11/2025-b", "formed": "2025-06-01", "published": "2025-06-02"}
NOTICE = "示范市人民政府关于印发《示范市户外广告管理暂行规定》的通知"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("按照《示范市户外广告管理暂行规定》办理。", True),
        ("按照《关于印发〈示范市户外广告管理暂行规定〉的通知》办理。", True),
        ("按照《示范市人民政府关于印发《示范市户外广告管理暂行规定》的通知》办理。", True),
        ("按照《示范市户外广告管理暂行规定》（以下简称《规定》）办理。", True),
        ("按照《示范市户外广告管理暂行规定实施细则》办理。", False),
        ("按照《实施〈示范市户外广告管理暂行规定〉的若干意见》办理。", False),
        ("按照《示范市户外广告管理暂行规定》（某府〔2016〕5号）办理。", False),
        ("《示范市户外广告管理暂行规定》同时废止。", False),
        ("示范市户外广告管理暂行规定", False),
        ("按照《示范市户外广告管理\n暂行规定》办理。", False),
        ("按照《示范市户外广告管理暂行规定办理。", False),
    ],
)
def test_what_has_ended_is_not_cited_by_its_title(words, told):
    """
    With or without the notice that brought it; what is named after it is another act.
    """
    old = paper("a", title=NOTICE, trial="yes")
    files = {
        A: old,
        "content/pages/guide.md": f"{GUIDE}\n{words}\n",
        CLEANUP: cleanup("document: a, outcome: 失效, reason: 任务完成"),
    }

    assert (["document-ended-cited"] if told else []) == said(files)


def test_a_title_that_another_act_bears_too_is_no_citation_of_what_has_ended():
    """
    Whether it is in force or still to come.
    """
    old = paper("a", title="某办法")
    body = "按照《某办法》办理。"
    decided = cleanup("document: a, outcome: 失效, reason: 任务完成")
    files = {A: old, B: paper("b", body=body, **LATE), CLEANUP: decided}

    assert ["document-ended-cited"] == said(files)
    assert [] == said(files | {C: paper("c", title="某办法")})
    assert [] == said(files | {C: paper("c", title="某办法", effective="2027-01-01")})
    assert [] == said(files | {"catalogue/laws/b.yaml": "id: fa\ntitle: 某办法\n"})


def test_the_title_of_a_document_cites_too():
    """
    But not what it changes, nor what it says has ended, nor what it brings itself.
    """
    old = paper("a", title="某办法")
    decided = cleanup("document: a, outcome: 失效, reason: 任务完成")

    def told(title: str, **differs: str) -> list[str]:
        new = paper("b", title=title, **LATE | differs)
        return said({A: old, B: new, CLEANUP: decided})

    assert ["document-ended-cited"] == told("关于实施《某办法》的通知")
    assert [] == told("关于废止《某办法》的通知")
    assert [] == told("关于某事的通知", repeals="[a]", body="《某办法》不要了。")
    assert [] == said({A: paper("a", title="关于印发《某办法》的通知")})


@pytest.mark.parametrize(
    ("formed", "rule"),
    [
        ("2025-05-09", "document-ended-relied"),
        ("2025-05-10", "document-ended-cited"),
        ("2025-05-11", "document-ended-cited"),
    ],
)
@pytest.mark.parametrize(
    "body",
    ["按照示府〔2020〕3号办理。", "按照《关于a的通知》办理。", "见[某办法](documents/a.md)。"],
)
def test_what_was_formed_before_the_end_relies_on_it(body, formed, rule):
    """
    Nobody can alter a document that is out; that it rests on nothing is for the next clean-up.
    """
    decided = cleanup("document: a, outcome: 失效, reason: 任务完成")
    old = paper("a", number="示府〔2020〕3号")
    files = {A: old, B: paper("b", body=body, formed=formed), CLEANUP: decided}

    assert [rule] == [one for one in said(files) if one.startswith("document-ended")]


def test_a_document_that_repeals_another_may_name_it():
    """
    So may one that has ended itself.
    """
    old = paper("a", number="示府〔2020〕3号")
    new = paper("b", body="依据示府〔2020〕3号制定。", repeals="[a]")
    gone = paper("c", body="依据示府〔2020〕3号制定。")
    later = paper("d", repeals="[c]")

    assert [] == said({A: old, B: new})
    assert [] == said({A: old, B: new, C: gone, "content/documents/d.md": later})


def test_what_is_cited_twice_is_told_once():
    """
    Where it stands first.
    """
    body = "按照示府〔2020〕3号办理。\n\n仍按示府〔2020〕3号办理。"
    decided = cleanup("document: a, outcome: 失效, reason: 任务完成")
    [line] = complaints({A: ENDED, B: paper("b", body=body), CLEANUP: decided})

    assert line.startswith("content/documents/b.md:12:3: ")


@pytest.mark.parametrize(
    "number",
    ["11/2020-", "/2020-1", "11//2020-1", "11/20 20-1", "索引号：11/2020-1", "待补", "11/2020-nan"],
)
def test_an_index_number_that_lacks_a_part_is_told(number):
    """
    What a machine left, a part without anything in it, words for a number.
    """
    assert ["index-number-malformed"] == said({A: paper("a", index_number=f"'{number}'")})


def test_days_of_one_document_follow_each_other():
    """
    It is formed, then issued.
    """
    assert ["document-issued-early"] == said({A: paper("a", issued="2019-12-30")})
    assert [] == said({A: paper("a", issued="2020-01-01")})


def test_two_documents_of_one_day_do_not_replace_each_other():
    """
    A decision may amend what was issued with it; that is no circle.
    """
    circle = {A: paper("a", replaces="[b]"), B: paper("b", replaces="[a]")}
    one = {A: paper("a", amends="[b]"), B: paper("b")}

    assert ["document-target-younger"] * 2 == said(circle)
    assert [] == said(one)


def test_a_target_without_a_document_is_asked_for():
    """
    Articles alone tell nothing.
    """
    assert ["document-target-missing"] == said({A: paper("a", amends="[{articles: 第三条}]")})


def test_an_attachment_is_listed_once():
    """
    Under another way of writing its name too.
    """
    files = {
        A: paper("a", attachments="[biao.csv, ./biao.csv]"),
        "content/documents/biao.csv": "名称\n",
    }

    assert ["attachment-twice"] == said(files)


@pytest.mark.parametrize(
    ("targets", "told"),
    [
        ({"amends": "[{document: a, articles: 第三条}, {document: a, articles: ' 第三条'}]"}, True),
        ({"amends": "[{document: a, articles: 第三条}, {document: a, articles: 第四条}]"}, False),
        ({"amends": "[{document: a, articles: 第三条}, {document: a, articles: 第三条, "
          "on: 2020-06-01}]"}, False),
        ({"amends": "[a]", "repeals": "[{document: a, articles: 第五条}]"}, False),
        ({"repeals": "[a, a]"}, True),
        ({"repeals": "[{document: a}, {document: a, on: 2020-02-01}]"}, True),
        ({"repeals": "[{name: 某甲}, {name: 某甲}]"}, False),
    ],
)  # fmt: skip
def test_a_target_is_named_once(targets, told):
    """
    Different articles, and the same on different days, are different things done.
    """
    files = {A: paper("a", formed="2019-12-01"), B: paper("b", **targets)}

    assert told == ("document-target-twice" in said(files))


def test_nothing_is_done_to_another_document_before_this_one_is_formed():
    """
    A decision of 2020 repeals nothing as of 2019.
    """
    files = {A: paper("a", formed="2019-01-01", index_number="11/2019-a", effective="2019-02-01",
                      published="2019-01-02")}  # fmt: skip
    early = {B: paper("b", repeals="[{document: a, on: 2019-12-31}]")}
    good = {B: paper("b", repeals="[{document: a, on: 2020-01-01}]")}

    assert ["document-target-early"] == said(files | early)
    assert [] == said(files | good)


def test_a_clean_up_decides_on_nothing_that_was_formed_later():
    """
    Then the id is a slip, or a day.
    """
    kept = "document: a, outcome: 继续有效, reason: 适用"
    later = paper("a", formed="2026-01-01", published="2026-01-02", effective="2026-02-01",
                  index_number="11/2026-a")  # fmt: skip

    assert ["cleanup-decides-younger"] == said({A: later, CLEANUP: cleanup(kept)})
