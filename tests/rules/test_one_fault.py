"""One fault gives one problem: what it leads to elsewhere is not told as a fault of others."""

from __future__ import annotations

import pytest

from ..conftest import complaints, entry, listed
from .papers import cleanup, paper

A, B, C = (f"content/documents/{id}.md" for id in "abc")
ROUND, LATER = "catalogue/cleanups/a.yaml", "catalogue/cleanups/b.yaml"
ENTRIES = "catalogue/entries/a.yaml"


def said(files: dict[str, str]) -> list[str]:
    """Return the rules that complain."""
    return [line.partition("[")[2].partition("]")[0] for line in complaints(files)]


KEPT = "document: a, outcome: 继续有效, reason: 适用, new_expiry: 2031-12-31"
RESTS_ON_A = {
    A: paper("a", title="甲办法", number="示府〔2020〕7号", expires="2024-12-31"),
    B: paper("b", body="按照示府〔2020〕7号办理。"),
    "catalogue/entries/a.yaml": entry("e", basis="[{title: 甲办法, document: a}]"),
}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("outcome: 继续有效", "outcome: 有效的", "value-choice"),
        ("document: a,", "document: 示府〔2020〕7号,", "value-id"),
        ("title: 清理\n", "", "field-missing"),
        ("document: a, outcome", "document: a，outcome", "yaml-syntax"),
        ("id: qingli\n", "id: QingLi\n", "value-id"),
    ],
)
def test_a_slip_in_a_clean_up_says_nothing_of_what_it_decided_on(old, new, rule):
    """
    Whether a document that has run out was kept, only the round can tell.
    """
    whole = cleanup(KEPT)

    assert old in whole
    assert [] == said(RESTS_ON_A | {ROUND: whole})
    assert rule in said(RESTS_ON_A | {ROUND: whole.replace(old, new)})[0:1]
    assert 1 == len(said(RESTS_ON_A | {ROUND: whole.replace(old, new)}))


def test_a_clean_up_that_stands_aside_is_not_missed():
    """
    Its id was given to another; what it decided is written all the same.
    """
    files = RESTS_ON_A | {ROUND: cleanup(), LATER: cleanup(KEPT)}

    assert ["id-repeated"] == said(files)


def test_a_slip_in_one_clean_up_hides_nothing_that_it_does_not_speak_of():
    """
    The document that ran out is told; so is one that was repealed, whatever a round may say.
    """
    other = cleanup("document: b, outcome: 有效")
    told = ["value-choice", "document-expired", "document-ended-relied", "basis-lapsed"]
    repealed = {C: paper("c", repeals="[a]", formed="2021-01-01", index_number="11/2021-c")}

    assert sorted(told) == sorted(said(RESTS_ON_A | {ROUND: other}))
    assert "basis-repealed" in said(
        RESTS_ON_A | repealed | {ROUND: cleanup("document: a, outcome: 有效")}
    )


GOVERNMENT = (
    "id: shi\nname: 示范市人民政府\nkind: 人民政府\n"
    "leader: 副市长\noffice: 办公室\nphone: 0000-0000003\n"
)
ALL = (
    ("报告", "起草部门", "2025-03-01"),
    ("法制机构审核", "示范市司法局", "2025-04-01"),
    ("政府决定", "shi", "2025-05-01"),
    ("公布", "shi", "2025-05-10"),
)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("step: 法制机构审核", "step: 法制审核", "value-choice"),
        ("by: 示范市司法局, ", "", "field-missing"),
        ("on: 2025-03-01", "on: 2025.3.1", "value-date"),
        ("outcome: 修改", "outcome: 改", "value-choice"),
    ],
)
def test_a_slip_in_one_step_makes_no_other_missing(old, new, rule):
    """
    The steps of a round whose steps could not be read are not judged, nor is what follows.
    """
    amending = paper(
        "b",
        index_number="11/2025-b",
        formed="2025-03-10",
        published="2025-03-11",
        effective="2025-04-10",
        amends="[a]",
    )
    whole = cleanup(
        "document: a, outcome: 修改, reason: 不一致",
        organ="shi",
        effective_on="2025-06-01",
        steps=ALL,
    )
    files = {A: paper("a"), B: amending, "catalogue/units/b.yaml": GOVERNMENT}

    assert old in whole
    assert [] == said(files | {ROUND: whole})
    assert [rule] == said(files | {ROUND: whole.replace(old, new)})


def test_a_slip_in_the_document_that_amends_does_not_make_it_missing():
    """
    It speaks of the document that the clean-up wants amended.
    """
    decided = cleanup("document: a, outcome: 修改, reason: 不一致")
    amending = paper("b", effective="2025-06-01", amends="[a]", title=None)

    assert ["field-missing"] == said({A: paper("a"), B: amending, ROUND: decided})


CITED = {
    B: paper("b", title="乙办法", body="见[甲](documents/a.md)。", repeals="[a]"),
    ROUND: cleanup("document: a, outcome: 继续有效, reason: 适用"),
    "catalogue/entries/a.yaml": entry("e", basis="[{title: 甲办法}]"),
}


@pytest.mark.parametrize(
    ("id", "rule"), [("", "field-missing"), ("id: A\n", "value-id"), ("id: a，\n", "value-id")]
)
def test_a_document_without_its_id_is_known_by_its_file(id, rule):
    """
    What refers to it refers to the name of the file, and its basis is registered.
    """
    text = paper("a", title="甲办法", index_number="11/2020-1").replace("id: a\n", id)

    assert [rule] == said(CITED | {A: text})


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_an_id_that_two_documents_have_is_one_fault(names):
    """
    The one that stands aside is known by its file and its title; so is what it names.
    """
    first, other = names
    path = {"a": A, "b": B}
    files = {
        path[first]: paper("b", title="甲办法", index_number="11/2020-1"),
        path[other]: paper("b", title="乙办法", index_number="11/2020-2", attachments="[t.csv]"),
        "content/documents/t.csv": "名称\n",
        C: paper("c", index_number="11/2020-3", repeals="[甲办法, 乙办法, a]"),
        "catalogue/entries/a.yaml": entry("e", basis="[{title: 甲办法}, {title: 乙办法}]"),
    }

    assert "id-repeated" in said(files)
    assert {"id-repeated", "document-target-named"} >= set(said(files))


def test_a_decision_without_a_new_expiry_is_a_decision():
    """
    That it does not revive the document is told where it was decided; made in time, it is none.
    """
    late = cleanup("document: a, outcome: 继续有效, reason: 适用")
    files = {A: paper("a", expires="2024-12-31")}
    files_in_time = {A: paper("a", expires="2026-06-30")}

    assert ["cleanup-no-new-expiry"] == said(files | {ROUND: late})
    assert ["document-expired"] == said(files_in_time | {ROUND: late})
    assert ["document-expired"] == said(files)


UNITS = {"catalogue/units/b.yaml": GOVERNMENT}
KEEPS_A = "document: a, outcome: 继续有效, reason: 适用"


def test_an_unknown_organ_of_a_clean_up_is_one_problem():
    """
    Which steps it needs and who decides depends on the organ.
    """
    whole = UNITS | {A: paper("a"), ROUND: cleanup(KEEPS_A, organ="shi", steps=ALL)}
    two = [ALL[0], ALL[3]]

    assert [] == said(whole)
    assert ["reference-unknown"] == said(whole | {ROUND: cleanup(organ="shii", steps=ALL)})
    assert ["reference-unknown"] == said(whole | {ROUND: cleanup(organ="shii", steps=two)})
    assert ["value-id"] == said(whole | {ROUND: cleanup(organ="Shi", steps=two)})


def test_an_organ_that_is_not_named_is_asked_for_alone():
    """
    Its steps are not judged as those of a government.
    """
    for steps in (ALL, ALL[3:]):
        found = said(UNITS | {A: paper("a"), ROUND: cleanup(KEEPS_A, organ=None, steps=steps)})

        assert ["cleanup-organ-missing"] == found


def test_an_unknown_issuer_is_not_told_as_another_organ():
    """
    The reference is told; who issued the document is not known.
    """
    files = {A: paper("a", issuers="[jiaoyuju]"), ROUND: cleanup(KEEPS_A)}

    assert ["reference-unknown"] == said(files)


@pytest.mark.parametrize(
    ("differs", "rule"),
    [
        ({"title": "某办法（试行）", "normative": "yes", "trial": "是"}, "value-flag"),
        ({"index_number": "null"}, "value-nothing"),
        ({"published": "~"}, "value-nothing"),
        ({"issuers": "null"}, "value-nothing"),
    ],
)
def test_what_is_written_wrongly_is_not_missing_too(differs, rule):
    """
    Nor is what says in words that it is nothing.
    """
    assert [rule] == said({A: paper("a", **differs)})


def test_nothing_in_a_list_of_records_is_that_of_one_record():
    """
    The others still lack what they lack.
    """
    both = listed("entries", entry("a", basis="null"), entry("b", name="另一项", basis=None))

    assert ["value-nothing", "entry-basis-missing"] == said({ENTRIES: both})


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("biaozhu.csv", ["attachment-missing"]),
        ("标准.csv", ["attachment-missing"]),
        ("zhaopian.png", ["attachment-missing", "attachment-unused"]),
    ],
)
def test_the_file_that_a_mistyped_name_means_is_not_unused(named, told):
    """
    The problem of the name says which; one that nobody can have meant is told.
    """
    files = {
        A: paper("a", attachments=f"[{named}]"),
        "content/documents/biaozhun.csv": "名称\n",
    }

    assert told == said(files)


@pytest.mark.parametrize(
    "differs",
    [
        {"published": "2027-03-01"},
        {
            "published": None,
            "attribute_history": "[{date: 2027-03-01, from: 依申请公开, to: 主动公开,"
            " reason: 申请较多}]",
        },
    ],
)
def test_a_document_whose_text_is_not_open_yet_need_not_have_it(differs):
    """
    The text is written on that day, as the problem of one written before says.
    """
    assert [] == said({A: paper("a", body="", **differs)})
    assert ["document-text-early"] == said({A: paper("a", **differs)})
    assert ["document-text-missing"] == said({A: paper("a", body="")})


def adjusted(*changes: tuple[str, str, str]) -> str:
    """Return a history of the attribute, each change with its day, from and to."""
    return (
        "["
        + ", ".join(
            f"{{date: {day}, from: {before}, to: {after}, reason: 申请较多}}"
            for day, before, after in changes
        )
        + "]"
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([("2020-06-01", "不公开", "依申请公开"), ("2021-06-01", "依申请公开", "主动公开")], []),
        ([("2020-06-01", "不公开", "依申请公开"), ("2020-06-01", "依申请公开", "主动公开")], []),
        ([("2020-01-01", "依申请公开", "主动公开")], []),
        ([("2019-12-31", "依申请公开", "主动公开")], ["attribute-history-order"]),
        (
            [("2021-06-01", "不公开", "依申请公开"), ("2020-06-01", "依申请公开", "主动公开")],
            ["attribute-history-order"],
        ),
        (
            [("2021-06-01", "依申请公开", "主动公开"), ("2020-06-01", "不公开", "依申请公开")],
            ["attribute-history-order"],
        ),
        (
            [("2020-06-01", "不公开", "依申请公开"), ("2021-06-01", "不公开", "主动公开")],
            ["attribute-history-broken"],
        ),
    ],
)
def test_a_history_out_of_order_is_no_broken_one(changes, told):
    """
    Two lines that changed places are one fault, a wrong attribute is another.
    """
    assert told == said({A: paper("a", attribute_history=adjusted(*changes))})
