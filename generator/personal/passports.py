"""Passports of the mainland, Hong Kong and Macao.

A letter and eight digits number many things, so that a word for passports must be near to stop a
build.  Without it, only what begins like an ordinary passport of today (E) is likely one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.chains import DIGIT, NOTHING, PARTING, bare
from generator.personal.kinds import PersonalKind, Shape

_WORD = re.compile("[护護]照|[Pp]assport|PASSPORT")
_PIECES = ("照", "assport", "ASSPORT")  # without which there is none, found faster
_BEFORE, _BEHIND = 60, 240  # characters around that word, tags among them
_PASSPORT = re.compile(
    rf"(?<![0-9A-Za-z])(?:[EGDSPKHM\uff25\uff27\uff24\uff33\uff30]{PARTING}(?:{DIGIT}{NOTHING}){{7,8}}"
    rf"|(?:E[A-Z]|DE|SE|PE|MA|MB|KJ){PARTING}(?:{DIGIT}{NOTHING}){{7}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)


def named_passports(text: str) -> Iterator[Shape]:
    """Yield the numbers near a word for passports."""
    if not any(piece in text for piece in _PIECES):
        return
    done = 0
    for word in _WORD.finditer(text):
        first, last = max(done, word.start() - _BEFORE), word.end() + _BEHIND
        done = max(done, last - _BEFORE)
        for match in _PASSPORT.finditer(text, first, last):
            yield Shape(PersonalKind.PASSPORT, True, bare(match[0]), *match.span())


def likely_passport(text: str, start: int, end: int) -> Iterator[Shape]:
    """Yield the digits from *start* to *end* with the letters before them: E12345678, EA1234567.

    What begins with a year is a number of something else.
    """
    first = start - (1 if end - start == 8 else 2)
    alone = not re.search(r"[0-9A-Za-z]$", text[max(0, first - 1) : first])
    if alone and not re.match(r"(?:19|20)\d\d", text[start:end]):
        yield Shape(PersonalKind.PASSPORT, False, text[first:end].upper(), first, end)
