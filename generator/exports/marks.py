"""What a row of a table said, as a line of letters: it tells later whether a table says otherwise.

Somebody edits the catalogue, and the table comes again.  Whether a cell differs because the table
was changed or because the catalogue was can only be told by what the cell said before.  Four
letters of base64, 24 bits of a digest, for each element are enough to know, and too few to read
anything out of them.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType

from generator.exports.layout import CATEGORY, EXTRA, REMARKS, STAGE, THIRD
from generator.terms import folded

# The elements in their order, each with the columns that an export prints of it: what a column is
# called here, and its head.  Where an element has one column, it has no other name.
ELEMENTS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "field": {},
    "number": {"": "序号"},
    "group": {"": "一级事项"},
    "name": {"": "二级事项"},
    "subgroup": {"": THIRD},
    "content": {"": "公开内容（要素）"},
    "basis": {"": "公开依据"},
    "time_limit": {"": "公开时限"},
    "subject": {"": "公开主体"},
    "channels": {"": "公开渠道和载体"},
    "audience": {"everyone": "全社会", "group-only": "特定群体"},
    "method": {"proactive": "主动", "on-request": "依申请"},
    "level": {"县级": "县级", "乡级": "乡级"},
    "category": {"": CATEGORY},
    "stage": {"": STAGE},
    "remarks": {"": REMARKS},
})  # fmt: skip
_LETTERS = 4
_NONE = "A" * _LETTERS
NAMES = ("group", "name", "subgroup")


def marks(said: Mapping[str, Mapping[str, str]], extra: Mapping[str, str]) -> str:
    """Return the marks of a row: four letters for each element, AAAA where its table has no column
    for it, and then four for each further column that says something.

    Args:
        said: What each element's columns say, by their names; empty where it has one column.

        extra: What the further columns say, by their heads.
    """
    found = [_mark(one, said[one]) if one in said else _NONE for one in ELEMENTS]
    return "".join(found + sorted(_mark("extra", {head: text}) for head, text in extra.items()))


def _mark(element: str, columns: Mapping[str, str]) -> str:
    plain = folded if element in NAMES else _plain
    words = "\0".join(f"{name}={plain(text)}" for name, text in sorted(columns.items()) if text)
    found = urlsafe_b64encode(blake2b(words.encode(), digest_size=3).digest()).decode()
    return found if found != _NONE else "AAAB"


def _plain(text: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", text.strip())


def mark_of(row: str, element: str) -> str:
    """Return the mark of one *element* in the marks of a row, an empty text where it has none."""
    at = [*ELEMENTS].index(element) * _LETTERS
    found = row[at : at + _LETTERS]
    return "" if found == _NONE else found


def further(row: str) -> str:
    """Return the marks of the further columns in the marks of a row."""
    return row[len(ELEMENTS) * _LETTERS :]


def said_further(row: str, head: str, text: str) -> bool:
    """Return whether a further column with that *head* said *text*, by the marks of its row."""
    tail = further(row)
    parts = (tail[at : at + _LETTERS] for at in range(0, len(tail), _LETTERS))
    return _mark("extra", {head: text}) in parts


def with_marks(old: str, new: str, elements: Iterable[str], *, extra: bool) -> str:
    """Return the marks *old* with those of *elements* taken from *new*, and with *extra* those of
    the further columns; what neither has stays without."""
    old = old or _NONE * len(ELEMENTS)
    chosen = set(elements)
    parts = (
        (new if one in chosen else old)[at * _LETTERS : (at + 1) * _LETTERS]
        for at, one in enumerate(ELEMENTS)
    )
    return "".join(parts) + further(new if extra else old)


def marks_of_line(texts: Mapping[str, str]) -> str:
    """Return the marks of a line as an export prints it (`layout.line_texts`)."""
    said = {
        one: {name: texts[head] for name, head in columns.items()}
        for one, columns in ELEMENTS.items()
        if columns
    }
    extra = {
        head.removeprefix(EXTRA): text
        for head, text in texts.items()
        if head.startswith(EXTRA) and text
    }
    return marks(said, extra)


def both(imported: str) -> tuple[str, str]:
    """Part what an entry remembers: the marks of an office's row, and those of a row of an
    exported file that was edited."""
    office, _, edited = imported.partition(".")
    return office, edited


def joined(office: str, edited: str) -> str:
    """Return what an entry remembers (`both`)."""
    return f"{office}.{edited}" if edited else office
