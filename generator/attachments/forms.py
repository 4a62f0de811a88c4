"""What an attachment is: its ending says it, and its bytes must agree."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.files.forms import OLE, encrypted, office_form


@dataclass(frozen=True, slots=True)
class Form:
    """A form that may be published: what its bytes are (a word of `words.TERMS`), and what readers
    call it."""

    bytes: str
    kind: str


FORMS: Mapping[str, Form] = MappingProxyType({
    "pdf": Form("pdf", "PDF"),
    "docx": Form("word", "Word"),
    "xlsx": Form("excel", "Excel"),
    "csv": Form("plain", "CSV"),
    "txt": Form("plain", "文本"),
    "png": Form("png", "图片"),
    "jpg": Form("jpeg", "图片"),
    "jpeg": Form("jpeg", "图片"),
})  # fmt: skip

_BEGINNINGS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "rar"),
)


def ending(path: str) -> str:
    """Return the ending of a file's name in small letters, without its point."""
    stem, point, last = path.rpartition("/")[2].rpartition(".")
    return last.lower() if point and stem else ""


def true_form(data: bytes) -> str:
    """Return what *data* is, as a word of `words.TERMS`, or ``encrypted``."""
    for begin, form in _BEGINNINGS:
        if data.startswith(begin):
            return form
    if data.startswith(b"PK\x03\x04"):
        return {"xlsx": "excel", "docx": "word"}.get(office_form(data), "zip")
    if data.startswith(OLE):
        return "encrypted" if encrypted(data) else "ole"
    text = text_in(data)
    if text is None:
        return "unknown"
    head = text.lstrip()[:20_000].lower()
    return next((form for form, looks in _MARKED if looks.match(head)), "plain")


# What texts are by how they begin; one that begins with a tag and runs something is a page too.
_MARKED = (
    ("svg", re.compile(r"<(?:[a-z]+:)?svg[\s>]|(?=<[?!]).*<(?:[a-z]+:)?svg[\s>]", re.DOTALL)),
    ("html", re.compile(r"(?:<!--(?:(?!-->).)*-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.DOTALL)),
    ("html", re.compile(r"(?=<[a-z?!]).*<(?:script|iframe|object|embed)[\s>]", re.DOTALL)),
    ("html", re.compile(r"(?=<\?xml).*<html[\s>]", re.DOTALL)),
    ("xml", re.compile(r"<\?xml")),
)


_CONTAINERS = ("pdf", "rtf", "rar", "zip", "word", "excel", "ole", "encrypted")


def is_container(data: bytes) -> bool:
    """Return whether *data* begins as a file that holds others, or a document."""
    begins = data.startswith((*(begin for begin, _ in _BEGINNINGS), b"PK\x03\x04", OLE))
    return begins and true_form(data) in _CONTAINERS


_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def text_in(data: bytes) -> str | None:
    """Return the text of *data*, UTF-8 or GB18030, ends of line as ``\\n``; None where it holds
    what no text does."""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.removeprefix(codecs.BOM_UTF8).decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NEVER.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")
    return None
