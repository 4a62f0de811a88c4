"""Words as search sees them: units, and pairs of units that stand side by side.

A text is compared without its blanks, character by character; a run of letters or of digits is one
unit, so that 15 does not find 2015 and ``ppt`` not ``pptx``.  A word is found where its units stand
one after another.  The browser cuts words by the same rules (``search.js``), from the same table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from sys import intern

from generator.terms import compared

# A blank ends a run and is no unit.  Letters are those of scripts that write words.
LETTERS = "a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f"
BLANKS = "\u0000-\u0020\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
_UNIT = re.compile(f"[{LETTERS}]+|[0-9]+|[^{BLANKS}]")
_WORD = re.compile(f"[^{BLANKS}]+")
_RUN = re.compile(f"[{LETTERS}0-9]")

Units = tuple[str, ...]


def units_of(text: str) -> Units:
    """Return the units of *text*: signs one by one, runs of letters and of digits whole."""
    return tuple(map(intern, _UNIT.findall(compared(text))))  # few different ones, said often


def words_of(query: str) -> tuple[Units, ...]:
    """Return the words of a query as units, each word once; blanks stand between words."""
    words = (tuple(_UNIT.findall(word)) for word in _WORD.findall(compared(query)))
    return tuple(dict.fromkeys(words))


def is_run(unit: str) -> bool:
    """Whether *unit* is a run of letters or of digits, which may be looked for alone."""
    return _RUN.match(unit) is not None


def is_short(word: Units) -> bool:
    """Whether *word* is one single sign, which is looked for in names alone."""
    return len(word) == 1 and not is_run(word[0])


def pairs(units: Sequence[str]) -> tuple[str, ...]:
    """Return the pairs of neighbours in *units*, in their order; a blank parts the two."""
    return tuple(f"{one} {other}" for one, other in pairwise(units))


def places(word: Units, units: Units) -> Iterator[int]:
    """Yield where *word* begins within *units*: the meaning of “contains”, slow and plain."""
    for start in range(len(units) - len(word) + 1):
        if units[start : start + len(word)] == word:
            yield start
