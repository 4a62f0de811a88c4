"""What notes, links, layers and earlier states of a PDF tell."""

from __future__ import annotations

import pytest

from generator.attachments import inspected
from generator.problems import Location

from .makers import FOLDER, noted, pdf

AT = Location(FOLDER + "a.pdf")


def told(data: bytes) -> list[str]:
    return [one.rule for one in inspected(AT.path, data).problems]


@pytest.mark.parametrize("kind", [
    "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight",
    "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink",
])  # fmt: skip
@pytest.mark.parametrize("words", [{"Contents": "核"}, {"T": "李某"}, {"RC": "<p>核</p>"}])
def test_a_mark_with_words_or_an_author_is_told(kind, words):
    """
    It says who reviewed what.
    """
    assert ["attachment-annotations"] == told(pdf(fill=noted(Subtype=f"/{kind}", **words)))


@pytest.mark.parametrize("kind", ["Highlight", "Ink", "Square", "Stamp", "Popup", "Caret"])
def test_a_mark_without_words_is_no_problem(kind):
    """
    A reader sees it, and it names nobody.
    """
    assert [] == told(pdf(fill=noted(Subtype=f"/{kind}", T="", Contents="")))
