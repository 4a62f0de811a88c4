"""Bytes to tables: what a file is decides its bytes."""

from __future__ import annotations

import io
import os
import signal
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.files.forms import MOST_BYTES
from generator.imports.files import openers
from generator.imports.files.openers import form_of, read_tables

from .makers import FORMS, as_file, compound, row, table, two_rows, zipped

GRID, SPANS = two_rows(table(row()))
FILES = {form: as_file(GRID, form, SPANS) for form in FORMS}


def rules(data: bytes, name: str) -> list[str]:
    return [one.rule for one in read_tables(data, name)[1]]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_known_by_its_bytes_and_gives_the_same_cells(form):
    """
    The last table of the file; a page has a menu before it.
    """
    found, _ = read_tables(FILES[form], f"表.{form}")
    texts = [[cell.text if cell else "" for cell in line] for line in found[-1].rows]

    assert form == form_of(FILES[form])
    assert [*row().values()] == texts[-1]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("suffix", FORMS)
def test_a_file_that_is_not_what_its_ending_says_is_refused(form, suffix):
    """
    The user is told what it is and what to call it.
    """
    assert (form != suffix) == ("table-form" in rules(FILES[form], f"表.{suffix}"))


@pytest.mark.parametrize("form", FORMS)
def test_an_ending_that_says_nothing_and_capitals_do_no_harm(form):
    """
    表.XLSX, or no ending at all.
    """
    assert "table-form" not in rules(FILES[form], f"表.{form.upper()}")
    assert "table-form" not in rules(FILES[form], "表")


def test_a_document_that_holds_a_workbook_is_a_document():
    """
    An embedded sheet is stored as it is, with the names of its parts.
    """
    out = io.BytesIO(FILES["docx"])
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/embeddings/a.xlsx", FILES["xlsx"])

    assert [] == rules(out.getvalue(), "表.docx")


REFUSED = {
    "nothing": (b"", "表.csv", "file-empty"),
    "blanks": (b" \r\n\t", "表.csv", "file-empty"),
    "an old Word document": (
        compound({"WordDocument": b"x"}), "表.doc", "table-form-unknown",
    ),
    "an encrypted workbook": (
        compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}), "表.xlsx", "table-encrypted",
    ),
    "a PDF": (b"%PDF-1.7\n...", "表.pdf", "table-form-unknown"),
    "a PDF named as a workbook": (b"%PDF-1.7\n...", "表.xlsx", "table-form-unknown"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "表.png", "table-form-unknown"),
    "rich text": (b"{\\rtf1 abc}", "表.doc", "table-form-unknown"),
    "a zip of something else": (zipped({"a.txt": "甲"}), "表.xlsx", "table-form-unknown"),
    "an open document": (
        zipped({"content.xml": "<a/>", "mimetype": "spreadsheet"}), "表.ods", "table-form-unknown",
    ),
    "XML": (b"<?xml version='1.0'?><a/>", "表.xml", "table-form-unknown"),
    "a zip that says it is a workbook": (
        zipped({"xl/a.xml": "<a/>"}), "表.xlsx", "table-damaged",
    ),
    "a zip that says it is a document": (
        zipped({"word/a.xml": "<a/>"}), "表.docx", "table-damaged",
    ),
    "a page without a table": (b"<html><p>a</p>", "表.html", "table-none"),
    "a page whose table is none": (
        FILES["html"].replace(b"<table", b"<tabel"), "表.html", "table-none",
    ),
    "a file too large": (b"a" * (MOST_BYTES + 1), "表.csv", "table-file-large"),
    "bytes": (bytes(range(256)) * 4, "表.csv", "table-form-unknown"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "rule"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_one_clear_problem(data, name, rule):
    """
    And no table.
    """
    found, problems = read_tables(data, name)

    assert () == found
    assert [rule] == [one.rule for one in problems]


@pytest.mark.parametrize("form", ["xlsx", "xls", "docx"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_damaged(form, share):
    """
    A copy that broke off.
    """
    data = FILES[form]
    found, problems = read_tables(data[: int(len(data) * share)], f"表.{form}")

    assert () == found
    assert 1 == len({one.rule for one in problems} & {"table-damaged", "table-form-unknown"})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMS), st.data())
def test_a_file_with_bytes_changed_anywhere_is_tables_or_problems(form, data):
    """
    Never a traceback.
    """
    spoilt = bytearray(FILES[form])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at] = data.draw(st.integers(0, 255))
    found, problems = read_tables(bytes(spoilt), f"表.{form}")

    assert found or problems


OLD = bytes.fromhex("d0cf11e0a1b11ae1")
HEADS_OF_FILES = st.sampled_from([
    b"", b"PK\x03\x04", b"PK\x03\x04xl/", b"PK\x03\x04word/", b"\x09\x08", b"<table>", b"\xff\xfe",
    OLD, OLD + b"W\0o\0r\0k\0b\0o\0o\0k",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    HEADS_OF_FILES,
    st.binary(max_size=400),
    st.sampled_from([*(f"表.{form}" for form in FORMS), "表.doc", "表"]),
)
def test_random_bytes_are_tables_or_problems(head, data, name):
    """
    Never a traceback, whatever they begin with.
    """
    read_tables(head + data, name)


@pytest.mark.parametrize("words", ["写 <td 标签", "写 <table> 标签", "<br> 换行"])
def test_a_text_that_speaks_of_tags_is_no_page(words):
    """
    A page begins with a tag, or has a table with cells.
    """
    assert "csv" == form_of(f"一级事项,二级事项,备注\n政策,办法,{words}\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "<td>甲",
        "\n <!-- 甲 --><div>",
        "目录<table><tr><td>甲",
        "<?xml version='1.0'?><html>",
        "<p>",
    ],
)
def test_a_page_begins_with_a_tag_or_has_a_table_with_cells(text):
    """
    Pieces of pages are saved too.
    """
    assert "html" == form_of(text.encode())


def test_a_reader_that_brings_its_process_down_is_one_problem(monkeypatch):
    """
    Neither taken for a file too large, nor the end of the program.
    """
    monkeypatch.setattr(openers, "_read", lambda *_, hidden: os.kill(os.getpid(), signal.SIGSYS))
    found, [told] = read_tables(FILES["csv"], "表.csv")

    assert ((), "table-damaged", (("reason", "SIGSYS"),)) == (found, told.rule, told.facts)
