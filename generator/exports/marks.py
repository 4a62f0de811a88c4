"""What a row of a table said, as a line of letters: it tells later whether a table says otherwise.

Somebody edits the catalogue, and the table comes again.  Whether a cell differs because the table
was changed or because the catalogue was can only be told by what the cell said before.  Four
letters of base64, 24 bits of a digest, for each element are enough to know, and too few to read
anything out of them.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType

from generator.exports.layout import CATEGORY, EXTRA, REMARKS, STAGE, THIRD
from generator.terms import folded

# The elements in their order, each with the columns that an export prints of it: what a column is
# called here, and its head.  Where an element has one column, it has no other name.
ELEMENTS: Mapping[str, Mapping[str, str]] = MappingProxyType({
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
    "extra": {},
})  # fmt: skip
_LETTERS = 4
_NONE = "A" * _LETTERS
NAMES = ("group", "name", "subgroup")


def marks(said: Mapping[str, Mapping[str, str]]) -> str:
    """Return the marks of a row: 64 letters, AAAA for an element that its table has no column for.

    Args:
        said: What each element's columns say, by their names; empty where it has one column.
    """
    return "".join(_mark(said[one]) if one in said else _NONE for one in ELEMENTS)


def _mark(columns: Mapping[str, str]) -> str:
    words = "\0".join(f"{name}={folded(text)}" for name, text in sorted(columns.items()) if text)
    found = urlsafe_b64encode(blake2b(words.encode(), digest_size=3).digest()).decode()
    return found if found != _NONE else "AAAB"


def mark_of(row: str, element: str) -> str:
    """Return the mark of one *element* in the marks of a row, an empty text where it has none."""
    at = [*ELEMENTS].index(element) * _LETTERS
    found = row[at : at + _LETTERS]
    return "" if found == _NONE else found


def with_marks(old: str, new: str, elements: Iterable[str]) -> str:
    """Return the marks *old* with those of *elements* taken from *new*; *new* where there are
    none."""
    if not old:
        return new
    chosen = set(elements)
    return "".join(
        (new if one in chosen else old)[at * _LETTERS : (at + 1) * _LETTERS]
        for at, one in enumerate(ELEMENTS)
    )


def marks_of_line(texts: Mapping[str, str]) -> str:
    """Return the marks of a line as an export prints it (`layout.line_texts`)."""
    said = {
        one: {name: texts[head] for name, head in columns.items()}
        for one, columns in ELEMENTS.items()
    }
    said["extra"] = {
        head.removeprefix(EXTRA): text for head, text in texts.items() if head.startswith(EXTRA)
    }
    return marks(said)
