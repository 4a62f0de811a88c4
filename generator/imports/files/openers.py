"""Bytes to tables: what a file is decides its bytes; what its name says must agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Protocol

from generator.files.apart import CrashedError, ExceededError, apart
from generator.files.forms import MOST_BYTES, OLE, encrypted, is_page, office_form
from generator.imports.cells import Sheet, damaged, named
from generator.imports.files.delimited import decoded, read_csv
from generator.imports.files.webpages import read_html
from generator.imports.files.word import read_docx
from generator.imports.files.workbooks import read_xls, read_xlsx
from generator.problems import Location, Problem, problem

Result = tuple[tuple[Sheet, ...], tuple[Problem, ...]]


class _Reader(Protocol):
    def __call__(self, data: bytes, file: str, *, hidden: bool) -> Result: ...


@dataclass(frozen=True, slots=True)
class _Form:
    """The endings under which files of a form come, what it is called, and what reads it."""

    endings: tuple[str, ...]
    name: str
    read: _Reader


_FORMS: Mapping[str, _Form] = MappingProxyType({
    "xlsx": _Form((".xlsx", ".xlsm"), "Excel（.xlsx）", read_xlsx),
    "xls": _Form((".xls",), "Excel 97-2003（.xls）", read_xls),
    "docx": _Form((".docx",), "Word（.docx）", read_docx),
    "html": _Form((".html", ".htm"), "网页（.html）", read_html),
    "csv": _Form(
        (".csv", ".txt", ".tsv"), "文本表格（.csv）",
        lambda data, file, *, hidden: read_csv(data, file),
    ),
})  # fmt: skip


def read_tables(data: bytes, file: str, *, hidden: bool = False) -> Result:
    """Return every table of a file, or the problems that prevent it.

    The file is read in a process of its own, which ends where it takes more than a table would.

    Args:
        data: The bytes.

        file: The name of the file.

        hidden: Whether what is hidden in a workbook is taken too.
    """
    file = named(file)
    at = Location(file)
    if len(data) > MOST_BYTES:
        megabytes = f"{len(data) / 1024 / 1024:.0f}"
        return (), (problem(at, "table-file-large", megabytes=megabytes),)
    if not data.strip():
        return (), (problem(at, "file-empty"),)
    try:
        return apart(partial(_read, data, file, hidden=hidden))
    except ExceededError:
        return (), (problem(at, "table-heavy"),)
    except CrashedError as error:
        return (), damaged(file, error)


def _read(data: bytes, file: str, *, hidden: bool) -> Result:
    at = Location(file)
    form = form_of(data)
    suffix = "." + file.lower().rpartition(".")[2]
    if form == "":
        return (), (problem(at, "table-form-unknown", suffix=suffix),)
    if form == "ole":
        return (), (
            problem(
                at,
                "table-encrypted" if encrypted(data) else "table-form-unknown",
                suffix=suffix,
            ),
        )
    one = _FORMS[form]
    if suffix not in one.endings and any(suffix in other.endings for other in _FORMS.values()):
        return (), (problem(at, "table-form", suffix=suffix, form=one.name, ending=one.endings[0]),)
    sheets, problems = one.read(data, file, hidden=hidden)
    if not sheets and not problems:  # a page or a document without any
        return (), (problem(at, "table-none"),)
    return sheets, problems


def form_of(data: bytes) -> str:
    """Return what the bytes are: xlsx, xls, docx, html, csv, ``ole`` for another file of an old
    office program, an empty text for anything else."""
    if data.startswith(b"PK\x03\x04"):
        return office_form(data)
    if data.startswith(OLE):
        book = b"W\0o\0r\0k\0b\0o\0o\0k" in data or b"B\0o\0o\0k\0\0" in data
        return "xls" if book and not encrypted(data) else "ole"
    if data.startswith(b"\t\x08"):  # BIFF without the container, as some old programs write it
        return "xls"
    if data.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc")
    ):
        return ""
    read = decoded(data)
    if read is None:
        return ""
    head = read[0].lstrip()[:20_000].lower()
    if is_page(head):
        return "html"
    return "" if head.startswith("<?xml") else "csv"
