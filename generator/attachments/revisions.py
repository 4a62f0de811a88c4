"""Earlier states of a PDF: what was deleted or changed, and stands in the file all the same.

A program that saves at the end of a file leaves what stood before: pages, texts, pictures, notes.
Programs that sign or that write a file in two parts leave nothing that a reader has not seen.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from typing import Any

from generator.attachments.pdfobjects import (
    PERSONS,
    dictionaries,
    got,
    has_words,
    is_filled,
    is_note,
    name,
    numbered,
)

_BEGIN = re.compile(rb"(?<!\d)(\d{1,9})\s{1,4}(\d{1,5})\s{1,4}obj\b\s*")
_TEXT = re.compile(rb"\bBT\b")
_SHOWN = re.compile(rb"\b(?:Tj|TJ)\b")
_NO_PAGES = frozenset(("/Metadata", "/ObjStm", "/XRef", "/EmbeddedFile"))


def earlier_pieces(reader: Any, data: bytes) -> int:
    """Return how many pieces of an earlier state a PDF keeps."""
    return sum(_tells(*pair) for pair in _replaced(reader, data)) + _out_of_reach(reader)


def _replaced(reader: Any, data: bytes) -> Iterator[tuple[Any, Any]]:
    """Objects that the table of the file does not name any more, each with what stands in its
    place."""
    from pypdf.generic import IndirectObject, read_object

    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for begin in _BEGIN.finditer(data):
        places[int(begin[1]), int(begin[2])].append(begin.end())
    for (number, generation), found in places.items():
        known = number in reader.xref.get(generation, ()) and number not in reader.xref_objStm
        for place in found[:-1] if known else found:
            reader.stream.seek(place)
            with _unread():
                old = read_object(reader.stream, reader)
                yield old, IndirectObject(number, generation, reader).get_object()


def _unread() -> AbstractContextManager[None]:
    """Pass over bytes that look like the beginning of an object, and streams that no reader of the
    earlier state could have seen."""
    from pypdf.errors import PyPdfError

    return suppress(
        PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError,
        NotImplementedError, zlib.error,
    )  # fmt: skip


def _tells(old: Any, new: Any) -> bool:
    """Whether an object held something that what stands in its place does not."""
    if not hasattr(old, "get_data"):
        return any(_is_told(one) and one != new for one in dictionaries(old))
    if _is_picture(old):
        return bool(old._data != getattr(new, "_data", None))
    return _speaks(old) and _drawn(old) != _drawn(new)


def _drawn(stream: Any) -> bytes:
    with _unread():
        return bytes(stream.get_data())
    return b""


def _is_told(one: Any) -> bool:
    noted = "/Rect" in one and is_note(one)
    return noted or is_filled(one) or has_words(one, *PERSONS)


def _is_picture(stream: Any) -> bool:
    return name(stream, "/Subtype") == "/Image"


def _speaks(stream: Any) -> bool:
    """Whether a stream draws words, as that of a page or a part of one does."""
    if name(stream, "/Type") in _NO_PAGES or _is_picture(stream):
        return False
    drawn = _drawn(stream)
    text = _TEXT.search(drawn)
    return text is not None and _SHOWN.search(drawn, text.end()) is not None


def _out_of_reach(reader: Any) -> int:
    """How many pages and words of pages are in no page that a reader can turn to."""
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    lost = [one for number, one in numbered(reader) if _is_page(one) and number not in pages]
    reached = _reached([reader.trailer, *lost])
    streams = ((number, one) for number, one in numbered(reader) if hasattr(one, "get_data"))
    return len(lost) + sum(number not in reached and _speaks(one) for number, one in streams)


def _is_page(one: Any) -> bool:
    return name(one, "/Type") == "/Page" and got(one, "/Contents") is not None


def _reached(todo: list[Any]) -> set[int]:
    """The numbers of the objects that one comes to from others."""
    from pypdf.generic import IndirectObject

    reached: set[int] = set()
    while todo:
        one = todo.pop()
        if isinstance(one, IndirectObject):
            if one.idnum not in reached:
                reached.add(one.idnum)
                todo.append(one.get_object())
        elif isinstance(one, dict):
            todo += dict.values(one)
        elif isinstance(one, list):
            todo += list.__iter__(one)
    return reached
