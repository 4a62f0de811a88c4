"""Hostile office files: refused by their directory, within bounded memory and time."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import warnings
import zipfile
import zlib

import pytest

from generator.files.zips import MOST_MEMBERS
from generator.imports.files.openers import read_tables

from ..conftest import ROOT
from .makers import as_file, as_html, as_xls, rezipped, row, table, unzipped, zipped

GRID = table(row())
GOOD = {form: as_file(GRID, form) for form in ("xlsx", "docx")}
SHEET = "xl/worksheets/sheet1.xml"
PARTS = {"xlsx": SHEET, "docx": "word/document.xml"}


def rules(data: bytes, form: str = "xlsx") -> list[str]:
    return [one.rule for one in read_tables(data, f"表.{form}")[1]]


# -- bombs -------------------------------------------------------------------------------------


def with_members(form: str, members: dict[str, bytes]) -> bytes:
    return zipped(unzipped(GOOD[form]) | members)


BOMBS = {
    "one large member": {"xl/a.bin": bytes(101 * 1024 * 1024)},
    "many small members": {f"a{n}": b"" for n in range(MOST_MEMBERS)},
    "many members, each below a megabyte": {f"a{n}": bytes(900_000) for n in range(130)},
}


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("members", BOMBS.values(), ids=BOMBS)
def test_a_file_that_unpacks_to_too_much_is_refused(form, members):
    """
    By its directory alone, before anything is unpacked.
    """
    assert ["table-bomb"] == rules(with_members(form, members), form)


HONEST = {
    "a picture of one colour": {"word/media/a.bmp": b"\xff" * 200_000_000},
    "a part of one letter": {"word/a.xml": b"<a>" + b" " * 30_000_000 + b"</a>"},
}


@pytest.mark.parametrize("members", HONEST.values(), ids=HONEST)
def test_what_is_pressed_a_thousandfold_is_no_bomb(members):
    """
    Pictures are not unpacked, and rows of a table are often alike.
    """
    assert [] == rules(with_members("docx", members), "docx")


def test_a_word_table_of_a_thousand_like_rows_is_read():
    """
    They differ in their number alone.
    """
    grid = table(*(row(number=str(number)) for number in range(1000)))
    data = as_file(grid, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(PARTS["docx"])

    assert part.file_size > 50 * part.compress_size
    assert [] == rules(data, "docx")


def test_a_zip_within_a_zip_is_never_unpacked():
    """
    It is no part of any table.
    """
    found, problems = read_tables(
        with_members("xlsx", {"xl/embeddings/a.zip": zipped({"a": bytes(50_000_000)})}), "表.xlsx"
    )

    assert (1, ()) == (len(found), problems)


def lying(data: bytes, name: str, body: bytes, *, size: int) -> bytes:
    """A zip whose member *name* holds *body*, but says everywhere that it holds its first *size*
    bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, whole in (unzipped(data) | {name: body}).items():
            archive.writestr(member, whole)
    made = bytearray(out.getvalue())
    truth = struct.pack("<I", len(body)), struct.pack("<I", zlib.crc32(body))
    lie = struct.pack("<I", size), struct.pack("<I", zlib.crc32(body[:size]))
    for old, new in zip(truth, lie, strict=True):
        assert made.count(old) >= 2
        made = made.replace(old, new)
    return bytes(made)


def test_a_member_that_holds_more_than_it_says_is_refused():
    """
    With a checksum that fits the lie: no reader unpacks the rest.
    """
    whole = unzipped(GOOD["xlsx"])[SHEET]
    body = whole + b" " * 5_000_000

    assert rules(lying(GOOD["xlsx"], SHEET, body, size=len(whole))) in (
        ["table-bomb"],
        ["table-damaged"],
    )


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("first", [True, False])
def test_two_members_of_one_name_are_refused(form, first):
    """
    Whatever is checked in one of them, a reader may take the other.
    """
    edit = ("<row ", '<row hidden="1" ') if form == "xlsx" else ("文件全文", "另外的话")
    other = rezipped(GOOD[form], {PARTS[form]: edit})
    bodies = [unzipped(data)[PARTS[form]] for data in (GOOD[form], other)]
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as archive:
        for name, body in unzipped(GOOD[form]).items():
            archive.writestr(name, body if name != PARTS[form] else bodies[first])
        archive.writestr(PARTS[form], bodies[not first])

    assert ["table-damaged"] == rules(out.getvalue(), form)


def test_an_encrypted_member_is_told_as_such():
    """
    The flag of the directory says so.
    """
    made = bytearray(GOOD["xlsx"])
    at = made.index(b"PK\x01\x02")
    made[at + 8] |= 1

    assert ["table-encrypted"] == rules(bytes(made))


# -- declarations ------------------------------------------------------------------------------

DECLARATION = (
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)


def declared(body: bytes, encoding: str) -> bytes:
    """A part with a document type, in another encoding."""
    text = body.decode().partition("?>")[2]
    name = encoding.removesuffix("-le").removesuffix("-be").upper()
    words = f'<?xml version="1.0" encoding="{name}"?>{DECLARATION}{text}'
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    return marks.get(encoding, b"") + words.encode(encoding, "xmlcharrefreplace")


EVERY_PART = [
    (form, name) for form in GOOD for name in unzipped(GOOD[form]) if not name.endswith(".jpeg")
]


@pytest.mark.parametrize(("form", "name"), EVERY_PART)
def test_a_document_type_in_any_part_is_refused(form, name):
    """
    Whether a reader would open it or not.
    """
    members = unzipped(GOOD[form])
    members[name] = declared(members[name], "utf-8")

    assert ["table-doctype"] == rules(zipped(members), form)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037"])
def test_a_document_type_in_another_encoding_is_refused(form, encoding):
    """
    What a search for its letters would not find.
    """
    members = unzipped(GOOD[form])
    members[PARTS[form]] = declared(members[PARTS[form]], encoding)

    assert rules(zipped(members), form) in (["table-doctype"], ["table-damaged"])


def test_words_that_look_like_a_declaration_are_only_words():
    """
    Within a text they are escaped.
    """
    assert [] == rules(as_file(table(row(content="<!DOCTYPE a>")), "xlsx"))
    assert [] == rules(as_file(table(row(content="<!DOCTYPE a>")), "docx"), "docx")


# -- memory and time ---------------------------------------------------------------------------

_SCRIPT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from generator.imports.files.openers import read_tables
from generator.imports.tables.rows import part
found, problems = read_tables(sys.stdin.buffer.read(), sys.argv[1])
for sheet in found:
    part(sheet)
print(len(found), *(one.rule for one in problems))
"""


def bounded(data: bytes, name: str) -> str:
    """How many tables a file has and what is told of it, in a process of a gigabyte that works for
    no more than some seconds."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, name],
        input=data, env={"PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr.decode()[-400:]
    return done.stdout.decode().strip()


def filled(cells: str, *, merges: str = "", dimension: str = "A1:N2") -> bytes:
    """A workbook whose sheet holds *cells* beside the good table."""
    edits = [("</sheetData>", f"{cells}</sheetData>{merges}")]
    edits.append(('<dimension ref="A1:N2"/>', f'<dimension ref="{dimension}"/>'))
    data = GOOD["xlsx"]
    for edit in edits:
        data = rezipped(data, {SHEET: edit})
    return data


def edited_document(old: str, new: str) -> bytes:
    """The good document with *new* in place of *old*."""
    return rezipped(GOOD["docx"], {PARTS["docx"]: (old, new)})


FAR = '<row r="1048576"><c r="XFD1048576" t="str"><v>甲</v></c></row>'
CELL = '<c r="A{0}" t="str"><v>甲</v></c>'
ROWS = "".join(f'<row r="{n}">{CELL.format(n)}</row>' for n in range(3, 100_001))
OVER = "".join(f'<mergeCell ref="A{n}:GR20000"/>' for n in range(3, 15_000))
TALL = "".join(f'<row r="{n}">{CELL.format(n)}</row>' for n in range(3, 5_000))
LAST_FIRST = "".join(f'<mergeCell ref="A{n}:GR5000"/>' for n in range(4_999, 2, -1))
SPANNED = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr><w:p/></w:tc></w:tr>'
WIDE = f'<row r="4999">{CELL.format(4999)}<c r="GR4999" t="str"><v>乙</v></c></row>'
HOSTILE = {
    "a far cell": (filled(FAR, dimension="A1:XFD1048576"), "表.xlsx", "0 table-large"),
    "a far cell that is denied": (filled(FAR), "表.xlsx", "0 table-large"),
    "a dimension that lies": (filled("", dimension="A1:XFD1048576"), "表.xlsx", "1"),
    "a far cell without words": (
        filled('<row r="1048576"><c r="XFD1048576" s="1"/></row>'), "表.xlsx", "1",
    ),
    "a far cell whose value is empty": (
        filled(FAR.replace("甲", "")), "表.xlsx", "0 table-large",
    ),
    "a hundred thousand rows": (filled(ROWS), "表.xlsx", "0 table-large"),
    "a far cell in a part of other letters": (
        zipped({("xl/worksheets/Sheet1.xml" if name == SHEET else name): body
                for name, body in unzipped(filled(FAR)).items()}), "表.xlsx", None,
    ),
    "a merge of a million cells": (
        filled(TALL, merges='<mergeCells count="1"><mergeCell ref="A3:GR5000"/></mergeCells>'),
        "表.xlsx", "1",
    ),
    "merges upon merges": (
        filled(TALL[: TALL.rindex("<row")] + WIDE,
               merges=f'<mergeCells count="9">{OVER}</mergeCells>'), "表.xlsx", None,
    ),
    "many merges that overlap": (
        filled(TALL.replace('<row r="4999">', WIDE[:-6].replace(CELL.format(4999), "")),
               merges=f'<mergeCells count="9">{LAST_FIRST}</mergeCells>'), "表.xlsx", "1",
    ),
    "a document of empty paragraphs": (
        edited_document("</w:body>", "<w:p/>" * 10_000_000 + "</w:body>"), "表.docx",
        "0 table-heavy",
    ),
    "a document of wide rows": (
        edited_document("</w:tbl>", SPANNED * 19_000 + "</w:tbl>"), "表.docx", "0 table-large",
    ),
    "an old workbook that lies": (
        as_xls(GRID, before=struct.pack("<HHIIHHH", 0x200, 14, 0, 1_048_575, 0, 16_383, 0)),
        "表.xls", "0 table-heavy",
    ),
    "wide and tall spans of a page": (
        as_html(GRID, []).replace(b"<td>", b'<td rowspan="65000" colspan="65000">'),
        "表.html", None,
    ),
    "a page of spans": (
        b"<table>" + b'<tr><td rowspan="9999" colspan="150">a</td></tr>' * 19_000 + b"</table>",
        "表.html", "0 table-large",
    ),
    "a page of one cell": (
        b"<table><tr><td rowspan=20000 colspan=200>a</td></tr>" + b"<tr></tr>" * 19_990,
        "表.html", "0 table-large",
    ),
    "a page nested deeply": (b"<table><tr><td>" * 20_000 + as_html(GRID, []), "表.html", None),
    "a page of open tags": (b"<div>" * 200_000 + as_html(GRID, []), "表.html", None),
    "a text of one line": (b"a," * 2_000_000, "表.csv", "0 table-large"),
    "a text of empty lines": (b"a" + b"\n" * 30_000_000 + b"b", "表.csv", "0 table-large"),
    "a text of quotes": (b'"' * 5_000_001, "表.csv", None),
    "a text of one cell": ("甲".encode() * 9_000_000, "表.csv", "0 table-damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "told"), HOSTILE.values(), ids=HOSTILE)
def test_memory_and_time_are_bounded(data, name, told):
    """
    Half of what such a file could take; the process must neither die nor hang.
    """
    said = bounded(data, name)

    assert told in (None, said)
