"""Queries by chance: cuts from any place of any record, strings that none holds, narrowed words.

A cut that begins or ends within a run of letters or digits is made longer to the ends of the run,
because a run is looked for whole.  Half of the cuts are written in the other script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from bench.search.scan import Scan
from generator.search.records import FACETS, Cut
from generator.search.terms import BLANKS, LETTERS

_RUN = re.compile(f"[{LETTERS}A-Z]+|[0-9]+")
_BLANK = re.compile(f"[{BLANKS}]")


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, as it stands where it was cut from, and what finds are narrowed by."""

    typed: str
    said: str = ""
    filters: dict[str, str] = field(default_factory=dict)


def cuts(records: Sequence[Cut], count: int, random: Random) -> list[Query]:
    """Return *count* cuts of 2–8 characters, every other one in the other script."""
    texts = _texts(records)
    found: list[Query] = []
    while len(found) < count:
        said = _cut(random.choice(texts), random)
        if said:
            found.append(Query(_other(said) if len(found) % 2 else said, said))
    return found


def absent(records: Sequence[Cut], scan: Scan, count: int, random: Random) -> list[Query]:
    """Return *count* strings of characters that occur which no record says: half of characters from
    anywhere, half a cut with one character changed."""
    texts = _texts(records)
    found: list[Query] = []
    while len(found) < count:
        strange = [random.choice(random.choice(texts)) for _ in range(random.randint(2, 8))]
        if len(found) % 2:
            said = list(_cut(random.choice(texts), random))
            if len(said) > 1:
                said[random.randrange(len(said))] = strange[0]
                strange = said
        text = "".join(strange)
        odd = len(text) < 2 or _RUN.search(text) or _BLANK.search(text)
        if not odd and not scan.found(text):
            found.append(Query(text, text))
    return found


def narrowed(records: Sequence[Cut], count: int, random: Random) -> list[Query]:
    """Return *count* queries as readers put them: a name or a part of one, some words of one
    record, letters for a name, each now and then narrowed by one or two of its values."""
    return [_asked(random.choice(records), random) for _ in range(count)]


def _asked(one: Cut, random: Random) -> Query:
    names = [one.record.name]
    way = random.random()
    if way < 0.1:
        typed = one.record.name
    elif way < 0.2:
        sounds = [sound for sound in one.sounds if sound]
        start = random.randrange(max(1, len(sounds) - 3))
        some = sounds[start : start + random.randint(2, 4)]
        typed = "".join(sound[: 1 if way < 0.15 else None] for sound in some)
    elif way < 0.3:
        typed = random.choice(one.record.name)
    elif way < 0.35:
        typed = ""
    else:
        texts = names + [text for text in one.record.elements if text]
        some = [_cut(random.choice(texts), random) for _ in range(random.randint(1, 3))]
        typed = " ".join(some)
    if random.random() < 0.2:
        typed = _other(typed)
    filters = {}
    if not typed.strip() or random.random() < 0.4:
        for facet in random.sample(["kind", *FACETS], random.randint(1, 2)):
            if values := one.record.values(facet):
                filters[facet] = random.choice(values)
    return Query(typed, typed, filters or ({} if typed.strip() else {"kind": one.record.kind}))


def _texts(records: Sequence[Cut]) -> list[str]:
    """All elements, as often as they are said."""
    return [text for one in records for text in _of(one) if text]


def _of(one: Cut) -> Iterator[str]:
    yield one.record.name
    yield from one.record.elements
    yield from one.record.texts


def _cut(text: str, random: Random) -> str:
    """2–8 characters of *text*, runs whole; nothing where a blank stands among them."""
    start = random.randrange(len(text))
    stop = min(len(text), start + random.randint(2, 8))
    for run in _RUN.finditer(text):
        if run.start() < start < run.end():
            start = run.start()
        if run.start() < stop < run.end():
            stop = run.end()
    found = text[start:stop]
    return found if len(found) > 1 and not _BLANK.search(found) else ""


def _other(text: str) -> str:
    """*text* in the script it is not written in."""
    other: str = _converter("s2t").convert(text)
    return other if other != text else str(_converter("t2s").convert(text))


@cache
def _converter(way: str) -> Any:
    from opencc import OpenCC  # no part of what tests need

    return OpenCC(way)
