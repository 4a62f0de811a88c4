"""The words of a part of an office file: what a reader sees, and whatever else is written in it.

Every text and every attribute of the XML counts, for it is published with the file.  Numbers that
measure, ids and digests are no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.attachments.contents import parted, row_of
from generator.attachments.persons import tag_of

# -- numbers ---------------------------------------------------------------------------------------

_LONGEST = 10**20
_WRITTEN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?", re.IGNORECASE)


def digits_of(text: str) -> str:
    """Return the digits of a number as a file keeps it (``1.2E3``), an empty text where it is part
    of a whole or no number."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number) >= _LONGEST or number != number.to_integral_value():
        return ""
    return f"{number:f}".partition(".")[0]


_UNIQUE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _plain(text: str) -> str:
    """A text that stands alone, without unique ids; its digits where it is a number."""
    return digits_of(text) if _WRITTEN.fullmatch(text) else _UNIQUE.sub("", text)


# -- attributes ------------------------------------------------------------------------------------

_SHORTEST = 6  # a plate has seven characters
# Lines of drawings, digests of passwords.
_MEASURES = frozenset((
    "d", "points", "path", "transform", "viewBox", "wrapcoords", "coordsize", "eqn", "adj",
    "hash", "hashValue", "salt", "saltValue",
))  # fmt: skip
_ID = re.compile(
    r"[a-z]+|(?:[0-9a-f]{6}|[0-9a-f]{8}|(?=.*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}))",
    re.IGNORECASE | re.ASCII,
)
_SIGNS = str.maketrans("", "", '\\"')  # what makes signs of a number's format words


def _attributes(tree: Any) -> Iterator[str]:
    for element in tree.iter("{*}*"):
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2]
            if len(value) < _SHORTEST or name in _MEASURES or _ID.fullmatch(value):
                continue
            if name == "formatCode":
                value = value.translate(_SIGNS)
            yield _plain(value)


# -- all words -------------------------------------------------------------------------------------

_BREAKS = frozenset(("br", "cr"))
_BLANKS = frozenset(("tab", "ptab"))


def words_of(tree: Any) -> Iterator[str]:
    """Yield the words of a part: those that a reader sees one after the other, paragraph by
    paragraph; then those that stand elsewhere, each by itself."""
    aside: list[str] = []
    lines = _lines(tree, aside)
    yield parted(lines) if tag_of(tree) == "sst" else "\n".join(lines)
    yield parted(map(_plain, aside))
    yield parted(sorted({*_attributes(tree), *_remarks(tree)}))


def _remarks(tree: Any) -> Iterator[str]:
    """What is said in comments of the XML and to programs that read it, where it begins too."""
    from lxml import etree

    around = (*tree.itersiblings(preceding=True), *tree.itersiblings())
    for one in (*around, *tree.iter(etree.Comment, etree.ProcessingInstruction)):
        yield str(one.text or "")


def _lines(parent: Any, aside: list[str]) -> Iterator[str]:
    """The lines below *parent*: paragraphs, rows of a table, and words without either."""
    aside += [text for text in (parent.text, *(one.tail for one in parent)) if _spoken(text)]
    for child in parent:
        tag = tag_of(child)
        if tag == "tr":
            cells = [[*_lines(cell, aside)] for cell in child]
            yield row_of(" ".join(lines) for lines in cells)
            aside += ["\n".join(lines) for lines in cells]
        elif tag in ("p", "si", "text") and len(child):
            inner: list[Any] = []
            yield joined(child, aside, inner)
            for one in inner:  # a text box within the paragraph
                yield from _lines(one, aside)
        elif tag:
            yield from _lines(child, aside)


def _spoken(text: str | None) -> bool:
    return text is not None and text.strip() != ""


def joined(paragraph: Any, aside: list[str], inner: list[Any]) -> str:
    """Return the words of a paragraph, its runs joined; what was deleted or tells a field what to
    do goes to *aside*, each whole; what holds paragraphs of its own to *inner*."""
    if len(paragraph) == 1 and tag_of(paragraph[0]) == "t" and not len(paragraph[0]):
        alone = paragraph.text, paragraph[0].text, paragraph[0].tail
        return "".join(str(one) for one in alone if one)
    parts = [str(paragraph.text)] if _spoken(paragraph.text) else []
    away: dict[str, list[str]] = {}
    stack: list[Any] = [*reversed(paragraph)]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        tag = tag_of(element)
        if _spoken(element.tail):
            stack.append(str(element.tail))
        if tag in ("delText", "instrText", "delInstrText", "rPh"):
            away.setdefault(tag, []).append("".join(map(str, element.itertext())))
        elif tag in _BREAKS:
            parts.append("\n")
        elif tag in _BLANKS:
            parts.append(" ")
        elif tag == "noBreakHyphen":
            parts.append("-")
        elif tag == "Fallback" or any(tag_of(one) == "p" for one in element):
            inner.append(element)
        elif tag:
            stack += reversed(element)
            if _spoken(element.text) or not len(element):  # no layout of the XML
                parts.append(str(element.text or ""))
    aside += ["".join(texts) for texts in away.values()]
    return "".join(parts)
