"""What notes, links, layers and earlier states of a PDF tell."""

from __future__ import annotations

import pytest
from pypdf.generic import ByteStringObject

from generator.attachments import inspected
from generator.problems import Location

from .makers import FOLDER, dictionary, layered, noted, pdf, rooted

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


@pytest.mark.parametrize("address", ["C:\\li\\a.docx", "\\\\pc-li\\a", "file://pc-li/a", "/li/a"])
def test_a_link_into_a_machine_is_told(address):
    """
    Be it a text or bytes.
    """
    link = dictionary(S="/URI", URI=address)
    bytes_ = dictionary(S="/URI", URI=ByteStringObject(address.encode()))

    assert ["attachment-external"] == told(pdf(fill=noted(Subtype="/Link", A=link)))
    assert ["attachment-external"] == told(pdf(fill=noted(Subtype="/Link", A=bytes_)))


@pytest.mark.parametrize("kind", ["Launch", "GoToR", "GoToE", "SubmitForm", "ImportData"])
def test_what_a_link_opens_or_sends_is_told(kind):
    """
    An action that leaves the file, on a page or when it is opened.
    """
    link = dictionary(S=f"/{kind}", F="C:/li/a.exe")

    assert ["attachment-action"] == told(pdf(fill=noted(Subtype="/Link", A=link)))
    assert ["attachment-action"] == told(pdf(fill=rooted(OpenAction=link)))


@pytest.mark.parametrize("address", [
    "https://www.shifan.example/a", "www.shifan.example:8080", "mailto:a@shifan.example", "a.html",
])  # fmt: skip
def test_an_ordinary_link_is_no_problem(address):
    """
    Nor one within the file.
    """
    link = dictionary(S="/URI", URI=address)

    assert [] == told(pdf(fill=noted(Subtype="/Link", A=link)))
    assert [] == told(pdf(fill=noted(Subtype="/Link", Dest=["/Fit"])))


OFF = {
    "one is off": layered(OFF=[1], Order=[0, 1]),
    "all are off but one": layered(BaseState="/OFF", ON=[0]),
    "all are off": layered(BaseState="/OFF"),
    "they are for print alone": layered(print_alone=True),
}


@pytest.mark.parametrize("name", OFF)
def test_a_layer_that_is_off_is_told(name):
    """
    Whoever switches it on sees what it holds.
    """
    assert ["attachment-layers"] == told(pdf(fill=OFF[name]))


ON = {
    "nothing is said": layered(),
    "an order": layered(Order=[0, 1], ON=[0, 1], OFF=[]),
    "all are off but both": layered(BaseState="/OFF", ON=[0, 1]),
    "no configuration": rooted(OCProperties=dictionary()),
}


@pytest.mark.parametrize("name", ON)
def test_layers_that_are_seen_are_no_problem(name):
    """
    Plans are drawn in layers.
    """
    assert [] == told(pdf(fill=ON[name]))
