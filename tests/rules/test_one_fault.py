"""One fault gives one problem: what it leads to elsewhere is not told as a fault of others."""

from __future__ import annotations

import pytest

from ..conftest import complaints, entry
from .papers import cleanup, paper

A, B, C = (f"content/documents/{id}.md" for id in "abc")
ROUND, LATER = "catalogue/cleanups/a.yaml", "catalogue/cleanups/b.yaml"


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
    told = ["value-choice", "document-expired", "document-ended-cited", "basis-lapsed"]
    repealed = {C: paper("c", repeals="[a]", formed="2021-01-01", index_number="11/2021-c")}

    assert sorted(told) == sorted(said(RESTS_ON_A | {ROUND: other}))
    assert "basis-repealed" in said(
        RESTS_ON_A | repealed | {ROUND: cleanup("document: a, outcome: 有效")}
    )
