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
    return [one.rule for one in check(catalogue(files, date.fromisoformat(day)))]


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
