"""Bytes to tables: what a file is decides its bytes; what its name says must agree."""

from __future__ import annotations

import io
import re

from generator.imports.cells import Sheet
from generator.problems import Location, Problem, problem

MOST_BYTES = 40 * 1024 * 1024

# What the bytes are → the endings under which such a file may come, and what it is called.
_FORMS = {
    "xlsx": ((".xlsx", ".xlsm"), "Excel（.xlsx）"),
    "xls": ((".xls",), "Excel 97-2003（.xls）"),
    "docx": ((".docx",), "Word（.docx）"),
    "html": ((".html", ".htm"), "网页（.html）"),
    "csv": ((".csv", ".txt", ".tsv"), "文本表格（.csv）"),
}


def read_tables(
    data: bytes, file: str, *, hidden: bool = False
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return every table of a file, or the problems that prevent it.

    Args:
        data: The bytes.

        file: The name of the file.

        hidden: Whether what is hidden in a workbook is taken too.
    """
    at = Location(file)
    if len(data) > MOST_BYTES:
        megabytes = f"{len(data) / 1024 / 1024:.0f}"
        return (), (problem(at, "table-file-large", megabytes=megabytes),)
    if not data.strip():
        return (), (problem(at, "file-empty"),)
    form = form_of(data)
    suffix = "." + file.lower().rpartition(".")[2]
    known = any(suffix in endings for endings, _ in _FORMS.values())
    if form == "":
        return (), (problem(at, "table-form-unknown", suffix=suffix),)
    if form == "ole":
        return (), (
            problem(
                at,
                "table-encrypted" if b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data else "table-form-unknown",
                suffix=suffix,
            ),
        )
    endings, name = _FORMS[form]
    if known and suffix not in endings:
        return (), (problem(at, "table-form", suffix=suffix, form=name, ending=endings[0]),)
    if form == "xlsx":
        from generator.imports.files.workbooks import read_xlsx

        return read_xlsx(data, file, hidden=hidden)
    if form == "xls":
        from generator.imports.files.workbooks import read_xls

        return read_xls(data, file, hidden=hidden)
    if form == "docx":
        from generator.imports.files.word import read_docx

        return read_docx(data, file, hidden=hidden)
    if form == "html":
        from generator.imports.files.webpages import read_html

        return read_html(data, file, hidden=hidden)
    from generator.imports.files.delimited import read_csv

    return read_csv(data, file)


def form_of(data: bytes) -> str:
    """Return what the bytes are: xlsx, xls, docx, html, csv, ``ole`` for another file of an old
    office program, an empty text for anything else."""
    if data.startswith(b"PK\x03\x04"):
        return _office_form(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        book = b"W\0o\0r\0k\0b\0o\0o\0k" in data or b"B\0o\0o\0k\0\0" in data
        return "xls" if book and b"E\0n\0c\0r\0y\0p\0t\0e\0d" not in data else "ole"
    if data.startswith(b"\t\x08"):  # BIFF without the container, as some old programs write it
        return "xls"
    if data.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc")
    ):
        return ""
    from generator.imports.files.delimited import decoded

    read = decoded(data)
    if read is None:
        return ""
    head = read[0][:20_000].lower()
    if "<table" in head or "<html" in head or "<!doctype html" in head or "<td" in read[0].lower():
        return "html"
    return "" if "<?xml" in head[:100] else "csv"


def _office_form(data: bytes) -> str:
    """Which of the office files a zip is: by its directory, else by what its bytes speak of."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = " ".join(name.lower() for name in archive.namelist())
    except Exception:  # damaged: whoever reads it says so
        names = data.decode("latin-1")
    start = {"xlsx": "xl/", "docx": "word/"}
    found = [form for form, folder in start.items() if re.search(rf"(?:^|\W){folder}", names)]
    if len(found) == 2:  # one within the other
        return "docx" if "word/document.xml" in names else "xlsx"
    return "".join(found)
