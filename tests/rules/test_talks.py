"""Talks: when a rule speaks, from which day on, and when it says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from generator.check import check

from ..conftest import CONFIG, catalogue, complaints
from .papers import paper, talk
from .talk_examples import TERMS

A, B = "content/documents/a.md", "content/documents/b.md"
J = "content/interpretations/j.md"
H = "content/responses/h.md"
Z = "content/consultations/z.md"
M = "content/meetings/m.md"
OWED = {
    "config.yaml": CONFIG + TERMS,
    A: paper("a", title="审批办法", published="2026-11-10", needs_interpretation="yes"),
}


def said(files: dict[str, str]) -> list[str]:
    """Return the rules that complain."""
    return [line.partition("[")[2].partition("]")[0] for line in complaints(files)]


def on(files: dict[str, str], day: str) -> list[str]:
    """Return the rules that complain on a day."""
    return [one.rule for one in sorted(check(catalogue(files, date.fromisoformat(day))))]


def test_an_interpretation_is_missing_from_the_day_after_its_last():
    """
    The warning comes by itself, and goes when the interpretation is there.
    """
    early = {J: talk("j", interprets="[a]", published="2026-11-10")}

    assert [] == on(OWED, "2026-11-13")
    assert ["interpretation-missing"] == on(OWED, "2026-11-14")
    assert [] == on(OWED | early, "2026-11-23")


def test_the_first_interpretation_counts():
    """
    A second one that comes later makes nothing late.
    """
    files = {
        J: talk("j", interprets="[a]", published="2026-11-10"),
        "content/interpretations/k.md": talk("k", interprets="[a]", published="2026-11-20"),
    }

    assert [] == said(OWED | files)


def test_no_term_no_fault():
    """
    What config.yaml does not say is held against nobody.
    """
    files = OWED | {
        "config.yaml": CONFIG,
        H: talk("h", concern="收费", collected="2020-01-01"),
        Z: talk("z", opened="2020-01-01", closed="2020-01-02", consults_on="[草案]"),
    }

    assert [] == said(files)


def test_a_term_is_not_held_against_what_was_before_it():
    """
    `since` is the day from which the rule that sets the terms applies.
    """
    files = OWED | {
        "config.yaml": CONFIG + TERMS + "  since: 2026-11-11\n",
        H: talk("h", concern="收费", collected="2026-01-04"),
        Z: talk("z", opened="2026-01-01", closed="2026-01-02", consults_on="[草案]"),
    }

    assert [] == said(files)
    assert ["consultation-feedback-missing", "consultation-short"] == sorted(
        said({**files, "config.yaml": CONFIG + TERMS, A: paper("a"), H: ""})
    )


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        (J, talk("j", interprets="[a-1]", published="2026-11-10"), "reference-unknown"),
        (J, talk("j", interprets="[审批办法]", published="2026-11-10"), "talk-document-named"),
        (J, talk("j", interprets="[{}]", published="2026-11-10"), "talk-document-missing"),
        (J, talk("j", interprets="[a]"), "interpretation-undated"),
        (J, talk("j", interprets="[a]", published="11月10日"), "value-date"),
        (J, talk("j", interprets="[a]", published="2026-11-10", title=None), "field-missing"),
        (J, talk("J", interprets="[a]", published="2026-11-10"), "value-id"),
    ],
)
def test_a_slip_in_an_interpretation_is_not_told_as_a_gap_of_its_document(path, text, rule):
    """
    The author wrote one, and mends one thing.
    """
    assert [rule] == said(OWED | {path: text})


def test_a_slip_in_a_response_says_nothing_of_its_term():
    """
    Which step was taken when, only that line can tell.
    """
    good = {"concern": "收费", "collected": "2026-11-02", "judged": "2026-11-03"}
    files = {"config.yaml": CONFIG + TERMS}
    taken = talk("h", **good, handled="2026-11-04", responded="2026-11-05")

    assert [] == said(files | {H: taken})
    for old, new in (("2026-11-02", "2日"), ("2026-11-05", "5日"), ("2026-11-04", "4日")):
        assert ["value-date"] == said(files | {H: taken.replace(old, new)})


def test_a_concern_that_is_being_handled_breaks_no_rule():
    """
    Steps that are not due yet are not missing.
    """
    files = {
        "config.yaml": CONFIG + TERMS,
        H: talk("h", concern="收费", collected="2026-11-20"),
    }

    assert [] == said(files)
    assert ["response-missing"] == on(files, "2026-11-28")


def test_steps_may_be_taken_on_one_day():
    """
    Order is kept by days; within a day nobody writes the hour.
    """
    days = dict.fromkeys(("collected", "judged", "handled", "responded"), "2026-11-20")

    assert [] == said({H: talk("h", concern="收费", **days)})


def test_a_draft_may_bear_the_title_of_the_document_that_it_changes():
    """
    An older document of that title is not the one that is asked about.
    """
    files = {
        A: paper("a", title="停车办法"),
        Z: talk("z", opened="2026-11-01", closed="2026-12-01", consults_on="[停车办法]"),
    }

    assert [] == said(files)


def test_a_document_may_be_formed_when_the_consultation_has_closed():
    """
    On the last day of it at the earliest.
    """
    asked = talk("z", opened="2020-02-01", closed="2020-03-02", consults_on="[a]")
    formed = {"published": "2020-05-01", "effective": "2020-05-01"}

    assert [] == said({Z: asked, A: paper("a", formed="2020-03-02", **formed)})
    assert ["consultation-document-early"] == said(
        {Z: asked, A: paper("a", formed="2020-03-01", **formed)}
    )


def test_feedback_is_owed_from_the_day_after_its_last():
    """
    Twenty working days, the holiday of October not counted.
    """
    files = {
        "config.yaml": CONFIG + TERMS,
        Z: talk("z", opened="2026-09-01", closed="2026-09-30", consults_on="[草案]"),
    }

    assert [] == on(files, "2026-11-03")
    assert ["consultation-feedback-missing"] == on(files, "2026-11-04")


def test_a_consultation_of_just_the_days_is_long_enough():
    """
    The first and the last day count.
    """
    files = {"config.yaml": CONFIG + TERMS}
    asked = talk("z", opened="2026-11-01", closed="2026-11-30", consults_on="[草案]")

    assert [] == said(files | {Z: asked})
    assert ["consultation-short"] == said(files | {Z: asked.replace("11-30", "11-29")})


def test_a_meeting_need_not_take_up_a_document():
    """
    Nor a response belong to one that says what it is about.
    """
    files = {M: talk("m", held="2026-11-01"), H: talk("h", concern="x", collected="2026-11-20")}

    assert [] == said(files)


def test_what_belongs_to_a_document_that_is_still_withheld_is_no_fault():
    """
    It names an id that nobody may see yet; the document's own warning says enough.
    """
    history = "[{date: 2026-12-01, from: 不公开, to: 主动公开, reason: 到期}]"
    files = {
        A: paper("a", title="机密办法", attribute_history=history, published="2026-12-01"),
        J: talk("j", interprets="[a]", published="2026-11-10"),
        "content/interpretations/k.md": talk("k", interprets="[机密办法]", published="2026-11-10"),
    }

    assert {"document-withheld-yet"} == set(said(files))


CLOSED = {"opened": "2026-09-01", "closed": "2026-09-30", "consults_on": "[草案]"}


@pytest.mark.parametrize(
    ("feedback", "told"),
    [
        ("{on: 2026-10-09}", ["consultation-feedback-empty"]),
        ("{on: 2026-12-09}", ["consultation-feedback-empty"]),
        ("{on: 2026-10-09, received: 0}", []),
        ("{on: 2026-10-09, adopted: 0}", []),
        ("{on: 2026-10-09, text: 没有收到意见。}", []),
    ],
)
def test_a_day_alone_is_no_feedback(feedback, told):
    """
    Words or a number are; that it is owed all the same is not told a second time.
    """
    files = {"config.yaml": CONFIG + TERMS, Z: talk("z", **CLOSED, feedback=feedback)}

    assert told == said(files)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (H, talk("h", concern="收费", collected="2026-12-28")),
        (Z, talk("z", opened="2026-11-01", closed="2026-12-20", consults_on="[草案]")),
        (M, talk("m", body="", held="2026-12-20", openness="[会后公开]")),
        (A, paper("a", published="2026-12-30", needs_interpretation="yes")),
    ],
)
def test_a_term_beyond_the_calendar_is_told_once_it_is_not_known(path, text):
    """
    From the first day that the calendar does not know; until then nothing can be overdue.
    """
    files = {"config.yaml": CONFIG + TERMS, path: text}
    unknown = [one for one in on(files, "2027-01-01") if one.endswith("due-unknown")]

    assert 1 == len(unknown)
    assert [] == [one for one in on(files, "2026-12-31") if one.endswith("due-unknown")]
    later = {"config.yaml": files["config.yaml"].replace("2026-12-31", "2026-12-30")}
    assert unknown == [one for one in on(files | later, "2026-12-31") if "due-unknown" in one]


MARCH = {
    "formed": "2026-03-10",
    "published": "2026-03-12",
    "index_number": "11/2026-a",
    "effective": "2026-04-01",
}


@pytest.mark.parametrize(
    ("differs", "published", "told"),
    [
        ({}, "2026-03-09", ["interpretation-early"]),
        ({}, "2026-03-10", []),  # with the document, or before it is out
        ({"formed": None, "issued": "2026-03-11"}, "2026-03-10", ["interpretation-early"]),
    ],
)
def test_an_interpretation_is_not_older_than_its_document(differs, published, told):
    """
    One of the draft does not count, and that another is owed is not told besides.
    """
    files = {
        "config.yaml": CONFIG + TERMS,
        A: paper("a", needs_interpretation="yes", **(MARCH | differs)),
        J: talk("j", interprets="[a]", published=published),
    }

    assert told == [one for one in said(files) if not one.startswith("document-")]


def test_an_interpretation_of_the_document_makes_up_for_one_of_the_draft():
    """
    The first that counts decides whether it came in time.
    """
    files = {
        "config.yaml": CONFIG + TERMS,
        A: paper("a", needs_interpretation="yes", **MARCH),
        J: talk("j", interprets="[a]", published="2026-03-09"),
        "content/interpretations/k.md": talk("k", interprets="[a]", published="2026-03-20"),
    }

    assert {"interpretation-early", "interpretation-late"} == set(said(files))


def test_a_response_without_its_steps_is_one_fault():
    """
    All that are missing stand in one sentence; what is planned calls for none.
    """
    given = {H: talk("h", concern="收费", responded="2026-11-20")}
    planned = {H: talk("h", concern="收费", collected="2026-11-20", responded="2026-12-01")}

    assert ["response-step-missing"] == said(given)
    assert [] == said(planned)
    assert ["response-step-missing"] == on(planned, "2026-12-01")


def test_an_answer_without_words_is_told_from_its_day_on():
    """
    Until then the text may still be written.
    """
    days = {"collected": "2026-11-18", "judged": "2026-11-19", "handled": "2026-11-20"}
    files = {H: talk("h", body="", concern="收费", **days, responded="2026-11-24")}

    assert [] == on(files, "2026-11-23")
    assert ["response-empty"] == on(files, "2026-11-24")


@pytest.mark.parametrize(
    ("body", "differs", "told"),
    [
        ("", {"openness": "[会后公开]"}, ["meeting-unpublished"]),
        ("", {"openness": "[现场直播, 会后公开]"}, ["meeting-unpublished"]),
        ("", {"openness": "[现场直播]"}, []),
        ("纪要。", {"openness": "[会后公开]"}, []),
        ("", {"openness": "[会后公开]", "published": "2026-03-09"}, []),
        ("纪要。", {"published": "2026-03-01"}, ["meeting-published-early"]),
        ("纪要。", {"published": "2026-03-02"}, []),
    ],
)
def test_what_is_open_after_a_meeting_is_published_after_it(body, differs, told):
    """
    Neither before it was held, nor never.
    """
    assert told == said({M: talk("m", body=body, held="2026-03-02", **differs)})


def test_a_meeting_has_twenty_working_days_to_publish():
    """
    The 20th is its last day.
    """
    files = {M: talk("m", body="", held="2026-10-23", openness="[会后公开]")}

    assert [] == on(files, "2026-11-20")
    assert ["meeting-unpublished"] == on(files, "2026-11-21")


def test_a_document_that_is_named_twice_is_told_once():
    """
    And what is wrong with it is told at its first place alone.
    """
    formed = paper("a", title="审批办法", **MARCH)
    asked = {
        "opened": "2026-03-01",
        "closed": "2026-04-10",
        "feedback": "{on: 2026-04-20, text: 无}",
    }

    assert ["talk-named-twice"] == said({M: talk("m", held="2026-01-01", documents="[b, a, b]"),
                                         A: formed, B: paper("b")})  # fmt: skip
    twice = {A: formed, Z: talk("z", **asked, consults_on="[a, a]")}
    assert ["consultation-document-early", "talk-named-twice"] == sorted(said(twice))
    named = {A: formed, J: talk("j", interprets="[审批办法, 审批办法]", published="2026-03-12")}
    assert ["talk-document-named", "talk-named-twice"] == sorted(said(named))


OLD = "units:\n  - {{id: jiu, name: 旧局, ended: 2026-10-01{}}}\n"
MIDDLE = "  - {{id: zhong, name: 中局, ended: 2026-11-01, superseded_by: {}}}\n"
U = "catalogue/units/b.yaml"


@pytest.mark.parametrize(
    ("units", "hint"),
    [
        (OLD.format(", superseded_by: jiaoyu"), "原单位已经撤销，由承接职责的“示范市教育局”办理。"),
        (
            OLD.format(", superseded_by: zhong") + MIDDLE.format("jiaoyu"),
            "原单位已经撤销，由承接职责的“示范市教育局”办理。",
        ),
        (
            OLD.format(", superseded_by: zhong") + MIDDLE.format("jiu"),
            "“旧局”已经撤销，请先在它的“superseded_by”写明由哪个单位承接，由那个单位办理。",
        ),
        (
            OLD.format(""),
            "“旧局”已经撤销，请先在它的“superseded_by”写明由哪个单位承接，由那个单位办理。",
        ),
        (OLD.replace("2026-10-01", "2026-12-01").format(", superseded_by: jiaoyu"), ""),
    ],
)
@pytest.mark.parametrize(
    ("path", "text", "own"),
    [
        (Z, talk("z", **CLOSED, unit="jiu"), "请补写“feedback”"),
        (Z, talk("z", **CLOSED, unit="jiu", feedback="{on: 2026-10-09}"), "请在“feedback”中"),
        (H, talk("h", concern="停水", collected="2026-11-02", unit="jiu"), "请回应，"),
        (
            M,
            talk("m", body="", held="2026-03-02", openness="[会后公开]", organ="jiu"),
            "请补写正文",
        ),
        (
            A,
            paper("a", needs_interpretation="yes", issuers="[jiu]", **MARCH),
            "请登记解读材料",
        ),
    ],
)  # fmt: skip
def test_what_a_unit_owed_that_has_ended_its_successor_is_to_do(units, hint, path, text, own):
    """
    The last of those that took over; where nobody wrote who did, that is to be written first.
    """
    lines = complaints({"config.yaml": CONFIG + TERMS, U: units, path: text})
    [line] = [one for one in lines if own in one]

    assert f"\n    {hint}{own}" in line
