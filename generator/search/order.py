"""The one order of finds, and what a find is; every engine gives just these records in this order.

Where it matched comes first, then the shorter name, then the kind, then the id: whole numbers and
text only, so that two engines can agree to the last place.  Lengths count units (`terms`).
"""

from __future__ import annotations

from enum import IntEnum

from generator.search.readings import heard, is_sound
from generator.search.records import KINDS, Cut
from generator.search.terms import Units, is_short, pairs, places

Key = tuple[int, int, int, str]


class Where(IntEnum):
    """Where a word was found, the best first."""

    EQUAL = 0
    BEGINS = 1
    NAME = 2
    ELEMENT = 3
    TEXT = 4


def where(word: Units, record: Cut) -> Where | None:
    """Return where *record* holds *word*, None where it does not; a single sign counts in names
    alone."""
    for start in places(word, record.name):
        return in_name(start, start + len(word), len(record.name))
    if is_short(word):
        return None
    for units, place in ((record.elements, Where.ELEMENT), (record.texts, Where.TEXT)):
        if any(True for one in units for _ in places(word, one)):
            return place
    return None


def by_sound(word: Units, record: Cut) -> Where | None:
    """Return where the name of *record* is read as *word* is typed (zdgg, zhengdi)."""
    if not is_sound(word):
        return None
    found = [in_name(*span, len(record.name)) for span in heard(word[0], record.sounds)]
    return min(found, default=None)


def in_name(start: int, stop: int, length: int) -> Where:
    """Return what a find from *start* to *stop* in a name of *length* units is."""
    if start:
        return Where.NAME
    return Where.EQUAL if stop == length else Where.BEGINS


def key(found: Where, record: Cut) -> Key:
    """Return the key by which finds stand in order; *found* is the worst place of all words."""
    one = record.record
    return found, len(record.name), list(KINDS).index(one.kind), one.id


# ---- when nothing matches ----------------------------------------------------------------------


def pieces(word: Units) -> tuple[str, ...]:
    """Return the parts of *word* of which a record may hold most: its pairs, or itself."""
    return tuple(dict.fromkeys(pairs(word))) or word


def nearly(word: Units, record: Cut) -> int:
    """Return how many of the pieces of *word* one element of *record* holds; 0 where it is not more
    than half of them; all where its name has just one other unit in its place."""
    whole = pieces(word)
    if where(word, record) is not None or mistyped(word, record.name):
        return len(whole)
    if len(word) == 1:
        return 0
    held = max(
        len({*whole} & {*pairs(units)}) for units in (record.name, *record.elements, *record.texts)
    )
    return held if held * 2 > len(whole) else 0


def mistyped(word: Units, name: Units) -> bool:
    """Whether *name* holds *word* but for one unit; words of two units or less are too short."""
    if len(word) < 3:
        return False
    return any(
        sum(one != other for one, other in zip(word, name[start:], strict=False)) == 1
        for start in range(len(name) - len(word) + 1)
    )
