"""What notes, links, layers and earlier states of a PDF tell."""

from __future__ import annotations

import pytest
from pypdf.generic import (
    ByteStringObject,
    DecodedStreamObject,
    NameObject,
    TextStringObject,
)

from generator.attachments import inspected
from generator.problems import Location

from .makers import FOLDER, dictionary, image, jpeg, layered, noted, pdf, resaved, rooted

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


def rewritten(writer) -> None:
    """The words of the first page are others now."""
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf (b) Tj ET")
    writer._replace_object(writer.pages[0].raw_get("/Contents"), content)


def led_elsewhere(writer) -> None:
    """The first page has other words; what it had is there and nothing leads to it."""
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf (b) Tj ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)


def pictured_anew(writer) -> None:
    writer._replace_object(writer.root_object.raw_get("/X"), dictionary(a="b"))


def without_note(writer) -> None:
    note = list.__getitem__(writer.pages[0]["/Annots"], 0)
    writer._replace_object(note, dictionary(Type="/Annot", Subtype="/Highlight"))


def of_nobody(writer) -> None:
    writer._info.update(dictionary(Author=""))


def emptied(writer) -> None:
    field = list.__getitem__(writer.pages[0]["/Annots"], 0).get_object()
    field[NameObject("/V")] = TextStringObject("")


EARLIER = {
    "words of a page": (pdf(), rewritten),
    "words of a page, put aside": (pdf(), led_elsewhere),
    "a picture": (pdf(fill=image(jpeg(), Filter="/DCTDecode")), pictured_anew),
    "a note": (pdf(fill=noted(Subtype="/Text", Contents="核")), without_note),
    "an author": (pdf(fill=lambda writer: writer.add_metadata({"/Author": "李某"})), of_nobody),
    "a field": (pdf(fill=noted(Subtype="/Widget", FT="/Tx", T="a", V="李某")), emptied),
}


@pytest.mark.parametrize("name", EARLIER)
def test_what_an_earlier_state_held_is_told(name):
    """
    Once for each piece.
    """
    data, change = EARLIER[name]

    assert ["attachment-earlier"] == told(resaved(data, change))


def signed(writer) -> None:
    """A field with a seal on the first page."""
    seal = dictionary(Type="/Sig", Name="某局")
    noted(Subtype="/Widget", FT="/Sig", T="a", V=writer._add_object(seal))(writer)
    rooted(AcroForm=dictionary(Fields=[]))(writer)


def outlined(writer) -> None:
    writer.add_outline_item(title="一", page_number=0)


def same_again(writer) -> None:
    place = writer.pages[0].raw_get("/Contents")
    content = DecodedStreamObject()
    content.set_data(place.get_object().get_data())
    content.update(dictionary(A="/B"))
    writer._replace_object(place, content)


UNTOLD = {"a seal": signed, "an outline": outlined, "the same words": same_again}


@pytest.mark.parametrize("name", UNTOLD)
def test_what_is_added_at_the_end_of_a_file_is_no_problem(name):
    """
    Programs that sign write so, and nothing is lost by it.
    """
    data = resaved(pdf(("a", "b")), UNTOLD[name])

    assert 1 < data.count(b"%%EOF")
    assert [] == told(data)


def test_a_table_of_two_parts_is_no_earlier_state():
    """
    Word ends its files so.
    """
    data = pdf()
    place = int(data.rpartition(b"startxref")[2].split()[0])
    trailer = data[data.rindex(b"trailer") : data.rindex(b">>")] + b"/Prev %d>>" % place
    again = b"xref\n0 0\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(data)

    assert [] == told(data + again)
