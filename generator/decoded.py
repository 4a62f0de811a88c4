"""Bytes to text: UTF-8 and nothing else, without what no reader can see.

A byte-order mark and either end of line are accepted and change nothing.  What is not UTF-8 is
refused with the encoding it looks like; control and direction marks are refused where they stand.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from generator.problems import Location, Problem, problem

MOST_BYTES = 16 * 1024 * 1024

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def text_of(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a file, ends of line as ``\\n``; None when it cannot be text at all."""
    if len(data) > MOST_BYTES:
        megabytes = f"{len(data) / 1024 / 1024:.1f}"
        return None, (problem(Location(path), "file-too-large", megabytes=megabytes),)
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        return None, (problem(Location(path), "file-empty"),)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        at = _byte_place(path, data, error.start)
        return None, (problem(at, "file-encoding", encoding=_likely_encoding(data)),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(characters(text, path))


def characters(text: str, path: str, line: int = 1) -> Iterator[Problem]:
    """Yield what stands in *text* (beginning at *line*) that no reader can see or read."""
    for pattern, rule in ((FORBIDDEN, "character-forbidden"), (_PRIVATE, "character-private")):
        offsets = [match.start() for match in pattern.finditer(text)]
        for offset, at in zip(offsets, places_of(text, offsets, path, line), strict=True):
            yield problem(at, rule, character=f"U+{ord(text[offset]):04X}")


def places_of(text: str, offsets: Iterable[int], path: str, line: int = 1) -> Iterator[Location]:
    """Yield where the characters at *offsets*, in ascending order, stand."""
    last = 0
    for offset in offsets:
        line += text.count("\n", last, offset)
        last = offset
        yield Location(path, line, offset - text.rfind("\n", 0, offset))


def _byte_place(path: str, data: bytes, offset: int) -> Location:
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    return Location(path, before.count(b"\n") + 1, column)


def _likely_encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    for name, label in (("gb18030", "GB18030（GBK）"), ("big5", "Big5")):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if re.search("[\u4e00-\u9fff]", text) and not _PRIVATE.search(text):
            return label
    return "?"
