"""Pictures of every form, whole, broken off and within other files."""

from __future__ import annotations

import base64
import struct
import zlib
from random import Random

import pytest

from generator.attachments import inspected
from generator.attachments.pictures import look_into_part
from generator.problems import Location, problem

from .examples import XMP
from .makers import (
    FOLDER,
    block,
    box,
    chunk,
    document,
    exif,
    gif,
    holding,
    image,
    jpeg,
    jpeg2000,
    metafile,
    pdf,
    png,
    within,
)
from .test_hostile import mutated

PLACE = within(0x8825, (1, 2, 2, b"N\0"))
PLACED = block(0xE1, b"Exif\0\0" + PLACE)
SIDE = exif((0x0112, 3, 1, b"\1\0"))
INSIDE = {"attachment-picture-inside"}


def rules(file: str, data: bytes) -> set[str]:
    return {one.rule for one in inspected(FOLDER + file, data).problems}


def in_document(name: str, data: bytes) -> set[str]:
    return rules("a.docx", holding(document(), {f"word/media/{name}": data}))


def in_pdf(data: bytes, *filters: str) -> set[str]:
    return rules("a.pdf", pdf(fill=image(data, Filter=[*filters] or "/DCTDecode")))


CUT = {
    "within the lines of a JPEG": ("a.jpg", jpeg(PLACED)[:-4], "attachment-exif"),
    "before the end of a JPEG": ("a.jpg", jpeg(PLACED)[:-2], "attachment-exif"),
    "before the lines of a JPEG": ("a.jpg", jpeg(PLACED)[:120], "attachment-exif"),
    "within a comment of a JPEG": ("a.jpg", jpeg(block(0xFE, b"abc" * 9))[:40],
                                   "attachment-picture-text"),
    "within XMP": ("a.jpg", jpeg(block(0xE1, XMP.encode() * 9))[:80], "attachment-xmp"),
    "within Exif": ("a.jpg", jpeg(PLACED)[:60], "attachment-exif"),
    "within the lines of a PNG": ("a.png", png(chunk(b"eXIf", PLACE))[:-14], "attachment-exif"),
    "within a text of a PNG": ("a.png", png(chunk(b"tEXt", b"a\0b"))[:45],
                               "attachment-picture-text"),
    "within pressed text of a PNG": ("a.png", png(chunk(b"zTXt", b"a\0\0x\x9c\x03\0"))[:45],
                                     "attachment-picture-text"),
}  # fmt: skip


@pytest.mark.parametrize("name", CUT)
def test_what_stands_before_a_damage_is_told_with_it(name):
    """
    For a viewer shows it, and who looks for it finds it.
    """
    file, data, rule = CUT[name]

    assert {rule, "attachment-damaged"} == rules(file, data)


@pytest.mark.parametrize("name", CUT)
def test_it_is_told_of_a_picture_within_a_document(name):
    """
    Whatever the part is called.
    """
    file, data, _ = CUT[name]

    assert INSIDE == in_document(file, data)


@pytest.mark.parametrize("name", [one for one in CUT if CUT[one][0] == "a.jpg"])
def test_it_is_told_of_a_picture_within_a_pdf(name):
    """
    Once, and nothing is said of a damage of the PDF.
    """
    assert INSIDE == in_pdf(CUT[name][1])


LINES_CUT = {
    "a JPEG": ("a.jpg", jpeg()[:-4]),
    "a JPEG before its end": ("a.jpg", jpeg()[:-2]),
    "a JPEG whose second scan breaks off": ("a.jpg", jpeg()[:-2] + b"\xff\xda\0\x08\1"),
    "a JPEG in the middle of a marker": ("a.jpg", jpeg()[:-1]),
    "a PNG": ("a.png", png()[:-14]),
    "a PNG before its end": ("a.png", png()[:-12]),
    "a GIF": ("a.gif", gif()[:-3]),
    "a GIF before its end": ("a.gif", gif()[:-1]),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES_CUT)
def test_lines_that_break_off_are_no_fault_of_a_document(name):
    """
    A reader sees the rest, and it hides nothing.
    """
    assert set() == in_document(*LINES_CUT[name])


@pytest.mark.parametrize("name", [one for one in LINES_CUT if "GIF" not in one])
def test_a_picture_by_itself_that_breaks_off_is_damaged(name):
    """
    Whoever publishes it wants to know.
    """
    assert {"attachment-damaged"} == rules(*LINES_CUT[name])


TELLING = {
    "a note in a GIF": gif(b"!\xfe\x03abc\0"),
    "a text drawn by a GIF": gif(b"!\x01\x03abc\x02de\0"),
    "XMP in a GIF": gif(b"!\xff\x0bXMP DataXMP\x04<x/>\0"),
    "data of a program in a GIF": gif(b"!\xff\x0bABCDEFGH1.0\x02ab\0"),
    "a film behind a GIF": gif(after=b"\0\0ftypmp42"),
    "a GIF of no known kind of block": gif(b"?abc"),
    "a place in a TIFF": PLACE,
    "an artist in a TIFF, in the other order of bytes": exif(
        (0x013B, 2, 6, b"Li Mou"), order=">"
    ),
    "XMP in a TIFF": exif((0x02BC, 1, 6, b"<x:x/>")),
    "a TIFF that breaks off": PLACE[:20],
}  # fmt: skip


@pytest.mark.parametrize("name", TELLING)
def test_what_other_forms_tell_is_told(name):
    """
    They stand in documents, though nobody publishes one by itself.
    """
    assert INSIDE == in_document("image1.gif", TELLING[name])


ORDINARY = {
    "a GIF": gif(),
    "a GIF with colours of its own": gif(b",\0\0\0\0\1\0\1\0\x80\0\0\0\xff\xff\xff\x02\x02D\1\0"),
    "a GIF that moves": gif(
        b"!\xff\x0bNETSCAPE2.0\x03\1\0\0\0", b"!\xf9\x04\0\0\0\0\0", b"!\xfe\x01 \0"
    ),
    "a TIFF": SIDE,
    "a JPEG with a side that is up": jpeg(block(0xE1, b"Exif\0\0" + SIDE)),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_pictures_are_no_problem(name):
    """
    Frames, colours and how often a picture repeats tell nobody anything.
    """
    assert set() == in_document("image1.gif", ORDINARY[name])


def test_a_damage_is_told_once():
    """
    However many blocks do not agree with their checksum.
    """
    data = png(chunk(b"eXIf", PLACE)).replace(b"eXIf", b"tExt").replace(b"IDAT", b"IDAU")
    at = Location(FOLDER + "a.png")

    assert (problem(at, "attachment-damaged"),) == inspected(at.path, data).problems


PRESSED = {
    "once": (zlib.compress, ["/FlateDecode", "/DCTDecode"]),
    "as text": (lambda data: base64.a85encode(data) + b"~>", ["/ASCII85Decode", "/DCTDecode"]),
    "as digits": (lambda data: data.hex().encode() + b">", ["/ASCIIHexDecode", "/DCTDecode"]),
    "twice": (
        lambda data: base64.a85encode(zlib.compress(data)) + b"~>",
        ["/ASCII85Decode", "/FlateDecode", "/DCTDecode"],
    ),
    "in a list of one": (lambda data: data, ["/DCTDecode"]),
    "with a new line before it": (lambda data: b"\n" + data, ["/DCTDecode"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PRESSED)
def test_a_picture_of_a_pdf_is_unpacked_and_looked_into(name):
    """
    By its last filter; one without a place is no problem.
    """
    pressed, filters = PRESSED[name]

    assert INSIDE == in_pdf(pressed(jpeg(PLACED)), *filters)
    assert set() == in_pdf(pressed(jpeg()), *filters)


XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + b"<x:xmpmeta/>"
BOXES = {
    "a place": box(b"uuid", b"JpgTiffExif->JP2" + PLACE),
    "XMP": box(b"uuid", XMP_BOX),
    "XMP of a long box": struct.pack(">I4sQ", 1, b"uuid", 16 + len(XMP_BOX)) + XMP_BOX,
    "words": box(b"xml ", b"<a/>"),
    "data of a program": box(b"uuid", bytes(16) + b"abc"),
    "data within its colours": box(b"jp2h", box(b"abcd", b"abc")),
    "a box that breaks off": struct.pack(">I", 999) + b"uuid" + bytes(16) + b"abc",
}


@pytest.mark.parametrize("name", BOXES)
def test_what_a_jpeg_2000_tells_is_told(name):
    """
    A PDF alone holds one.
    """
    assert INSIDE == in_pdf(jpeg2000(BOXES[name]), "/JPXDecode")


CODED = {
    "whole": jpeg2000(),
    "without boxes": jpeg2000()[-20:],
    "whose lines break off": jpeg2000()[:-3],
    "with a side that is up": jpeg2000(box(b"uuid", b"JpgTiffExif->JP2" + SIDE)),
    "to the end of the file": jpeg2000()[:-28] + b"\0\0\0\0" + jpeg2000()[-24:],
}


@pytest.mark.parametrize("name", CODED)
def test_a_jpeg_2000_that_tells_nothing_is_no_problem(name):
    """
    The program that coded it is named in most.
    """
    assert set() == in_pdf(CODED[name], "/JPXDecode")


UNKNOWN = {
    "a WebP that is called a PNG": ("image1.png", b"RIFF\x1a\0\0\0WEBPVP8 abc"),
    "a HEIC that is called a JPEG": ("image1.JPEG", b"\0\0\0\x18ftypheic"),
    "a text that is called a GIF": ("image1.gif", "李某".encode()),
    "a large TIFF": ("image1.tiff", b"II+\0\x08\0\0\0"),
    "a picture of zeros": ("image1.jpg", bytes(99)),
    "a bitmap that is none": ("image1.bmp", b"abc\3\4"),
    "an EMF that nobody knows": ("image1.emf", b"abc"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_part_that_is_called_a_picture_and_is_none_is_told(name):
    """
    Nobody knows what it holds.
    """
    assert {"attachment-picture-unknown"} == in_document(*UNKNOWN[name])


DRAWN = {
    "an EMF": ("image1.emf", metafile()),
    "an EMF of another name": ("image1.png", metafile()),
    "an EMF with a picture": ("image1.emf", metafile(jpeg(), b"abc", png(), b"abc")),
    "an EMF with a picture that breaks off": ("image1.emf", metafile(jpeg()[:-4])),
    "a WMF": ("image1.wmf", b"\xd7\xcd\xc6\x9a\0\0" + bytes(40)),
    "a WMF without a head": ("image1.wmf", b"\1\0\x09\0\0\3" + bytes(40)),
    "a bitmap": ("image1.bmp", b"BM" + bytes(60)),
    "an empty part": ("image1.png", b""),
}


@pytest.mark.parametrize("name", DRAWN)
def test_drawings_are_no_problem(name):
    """
    Office programs write them for any drawing.
    """
    assert set() == in_document(*DRAWN[name])


@pytest.mark.parametrize("inner", [jpeg(PLACED), png(chunk(b"eXIf", PLACE))])
def test_a_photograph_in_a_drawing_keeps_its_place(inner):
    """
    It was pasted, and stands there whole.
    """
    assert INSIDE == in_document("image1.emf", metafile(b"abc", inner, b"abc"))


@pytest.mark.parametrize("name", sorted({**TELLING, **BOXES, **CODED, **DRAWN}))
def test_whatever_becomes_of_a_picture_there_is_an_answer(name):
    """
    In this process, so that an error would be seen where it arises.
    """
    data = {**TELLING, **BOXES, **CODED}.get(name) or DRAWN[name][1]
    if name in BOXES:
        data = jpeg2000(data)
    random, at = Random(name), Location("a.docx")
    for _ in range(100):
        look_into_part(mutated(data, random) if data else data, "a.png", at)
