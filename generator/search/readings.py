"""How names are read: pinyin, full and by initials, for readers who type letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

from generator.search.terms import BLANKS, LETTERS, Units

_PART = re.compile(f"([{LETTERS}]+)|([0-9]+)|([^{BLANKS}])")
_SOUND = re.compile("[a-z]{2,}")


@lru_cache(maxsize=50_000)
def syllables(name: str) -> tuple[str, ...]:
    """Return how *name* is read (zheng di gong gao), one syllable for each of its units.

    A character is read as its author wrote it, in its word; a unit that is no Han character has an
    empty syllable.
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    read = []
    for letters, digits, sign in _PART.findall(plain):
        read.append("" if letters or digits else sign)
    apart: Any = list  # what is no Han character comes back sign by sign
    spoken = iter(_reader().lazy_pinyin("".join(read), errors=apart))
    found = [next(spoken) if one else "" for one in read]
    return tuple(one if _is_syllable(one) else "" for one in found)


def load() -> None:
    """Load how words are read, which takes a second; who reads nothing need not."""
    _reader()


@cache
def _reader() -> Any:
    """What reads as pypinyin does, each word once: names say the same words again and again."""
    from pypinyin.core import Pinyin

    words: Any = SimpleNamespace(convert=_words())
    return Pinyin(words)


@cache
def _words() -> Any:
    from pypinyin.converter import DefaultConverter

    return lru_cache(maxsize=50_000)(DefaultConverter().convert)


def forget() -> None:
    """Forget what was read."""
    syllables.cache_clear()
    _words().cache_clear()


def _is_syllable(text: str) -> bool:
    return text.isascii() and text.isalpha()


def is_sound(word: Units) -> bool:
    """Whether *word* may be typed for its sound: two letters or more and nothing else."""
    return len(word) == 1 and _SOUND.fullmatch(word[0]) is not None


def heard(word: str, sounds: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield from where to where in *sounds* the letters of *word* are read: as the initials of
    syllables that stand side by side, or as syllables, of which the last may be unfinished."""
    for start in range(len(sounds)):
        for stop in (_initials(word, sounds, start), _spelled(word, sounds, start)):
            if stop:
                yield start, stop


def _initials(word: str, sounds: tuple[str, ...], start: int) -> int:
    stop = start + len(word)
    first = "".join(one[:1] for one in sounds[start:stop])
    return stop if first == word else 0


def _spelled(word: str, sounds: tuple[str, ...], start: int) -> int:
    stop, rest = start, word
    while rest and stop < len(sounds) and sounds[stop]:
        if sounds[stop].startswith(rest):
            return stop + 1
        if not rest.startswith(sounds[stop]):
            return 0
        rest = rest[len(sounds[stop]) :]
        stop += 1
    return 0 if rest else stop
