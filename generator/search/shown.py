"""What of a find is shown: the parts of its texts where the words stand, with their places marked.

Places are offsets in the text that is shown, start and stop, in characters.  What may be a personal
number is cut before, here as in any message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.personal import masked
from generator.search.order import pieces, where
from generator.search.readings import heard, is_sound, syllables
from generator.search.records import Searchable, cut
from generator.search.terms import Units, is_short, places, units_of
from generator.search.tree import NAMED, Asked, Wild, Word, plain_words, wanted
from generator.search.wildcards import spans
from generator.terms import compared

MOST = 3  # texts that are shown of a find, besides its name
BEFORE, LENGTH = 16, 80  # signs before the first place, and of the whole
_SIGN = re.compile(".[\u0300-\u036f\u3099\u309a]*", re.DOTALL)  # with what is written over it

Span = tuple[int, int]
Words = tuple[Word | Wild, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a record's name, element or text (*part*), and where in it words were found."""

    part: str
    text: str
    marks: tuple[Span, ...]


def snippets(record: Searchable, one: Asked, *, near: bool = False) -> tuple[Snippet, ...]:
    """Return the texts of *record* that hold what *one* asks for: its name first, and no more than
    `MOST` others, each once; of what is *near*, those that hold pieces of the words."""
    words = _pieces(one) if near else tuple(dict.fromkeys(wanted(one)))
    name = masked(record.name)
    aloud = [word.units[0] for word in words if isinstance(word, Word) and _is_heard(word, record)]
    found = [Snippet("name", name, _marks("name", name, words, aloud))]
    for part, texts in (("element", record.elements), ("text", record.texts)):
        for text in map(masked, texts):
            if len(found) <= MOST and (marks := _marks(part, text, words)):
                found.append(_around(Snippet(part, text, marks)))
    return tuple(dict.fromkeys(one for one in found if one.marks))


def marked(text: str, marks: Iterable[Span], begin: str, end: str) -> str:
    """Return *text* with *begin* and *end* around each of *marks*."""
    shown, at = [], 0
    for start, stop in marks:
        shown += [text[at:start], begin, text[start:stop], end]
        at = stop
    return "".join((*shown, text[at:]))


def _pieces(one: Asked) -> Words:
    words = plain_words(one)
    return tuple(Word(tuple(piece.split(" "))) for word in words for piece in pieces(word))


def _is_heard(word: Word, record: Searchable) -> bool:
    """Whether *record* was found because its name sounds like *word*."""
    return not word.field and is_sound(word.units) and where(word.units, cut(record)) is None


def _marks(part: str, text: str, words: Words, aloud: Iterable[str] = ()) -> tuple[Span, ...]:
    """Where *text* holds *words* or, being a name, sounds like *aloud*; neighbours are one."""
    units, stand = _standing(text)
    places_of = [span for word in words for span in _found(part, units, word)]
    places_of += [span for letters in aloud for span in heard(letters, syllables(text))]
    joined: list[Span] = []
    for first, after in sorted(span for span in places_of if span[1] <= len(stand)):
        start, stop = stand[first][0], stand[after - 1][1]
        if joined and start <= joined[-1][1]:
            start, stop = joined[-1][0], max(stop, joined.pop()[1])
        joined.append((start, stop))
    return tuple(joined)


def _found(part: str, units: Units, word: Word | Wild) -> Iterator[Span]:
    if word.field and part != {"name": "name", **dict.fromkeys(NAMED, "element")}.get(word.field):
        return
    if isinstance(word, Wild):
        yield from spans(word.text, units)
    elif part == "name" or word.field or not is_short(word.units):
        for start in places(word.units, units):
            yield start, start + len(word.units)


def _standing(text: str) -> tuple[Units, tuple[Span, ...]]:
    """The units of *text*, and from where to where in it each stands; none where signs change each
    other when they are compared."""
    line, origin = "", []
    for match in _SIGN.finditer(text):
        plain = compared(match[0])
        line += plain
        origin += [match.span()] * len(plain)
    if line != compared(text):
        return (), ()
    units, stand, at = units_of(text), [], 0
    for unit in units:
        at = line.index(unit, at)
        stand.append((origin[at][0], origin[at + len(unit) - 1][1]))
        at += len(unit)
    return units, tuple(stand)


def _around(whole: Snippet) -> Snippet:
    """The part of a long text that begins some signs before its first mark."""
    if len(whole.text) <= LENGTH:
        return whole
    start = max(0, min(whole.marks[0][0] - BEFORE, len(whole.text) - LENGTH))
    stop = min(start + LENGTH, len(whole.text))
    begin, end = "…" if start else "", "…" if stop < len(whole.text) else ""
    off = start - len(begin)
    marks = [(one - off, min(other, stop) - off) for one, other in whole.marks if one < stop]
    return Snippet(whole.part, f"{begin}{whole.text[start:stop]}{end}", tuple(marks))
