"""A home of the browser's index written down: who holds its texts, and where terms occur in them.

It follows from its own texts alone.  What was once written is remembered under what it was written
of, so that of a changed site only homes are written anew in which something stands differently.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.keys import fingerprint
from generator.search.places import Address, Class, Placed, Places
from generator.search.signs import numbers
from generator.search.slots import power
from generator.search.terms import is_run, pairs
from generator.store import dumped, loaded

BYTES_OF_HOMES = 1500  # about how long a file of holders becomes at most; one text may be longer


@dataclass(frozen=True, slots=True)
class Home:
    """What a home is written as.

    *holders* are its files; *terms* are, for each class of texts, a term and where it occurs, for
    all its terms, between tabs: the text in which it occurs first, its positions, and for others
    ``2 * (texts further on)`` before them.
    """

    holders: tuple[str, ...]
    terms: tuple[str, ...]


def written(
    places: Places, earlier: Mapping[str, bytes]
) -> tuple[dict[int, Home], Mapping[str, bytes]]:
    """Return every home by its number, and how each is kept by what it is written of; *earlier* are
    some that were kept."""
    homes: dict[int, Home] = {}
    now: dict[str, bytes] = {}
    for number, of in groupby(places.texts, lambda one: one.home):
        texts = tuple(of)
        first = number // places.chunks
        key = fingerprint(
            first, [(one.kind.value, one.slot, one.units, one.holders, one.sounds) for one in texts]
        )
        if key in earlier:
            now[key] = earlier[key]
            homes[number] = Home(*loaded(zlib.decompress(earlier[key])))
        else:
            home = homes[number] = Home(_holders(first, texts), _terms(texts))
            now[key] = zlib.compress(dumped((home.holders, home.terms)), 1)
    return homes, now


def forget() -> None:
    """Forget what was kept on the way."""
    _places.cache_clear()


# ---- terms --------------------------------------------------------------------------------------


def _terms(texts: Iterable[Placed]) -> tuple[str, ...]:
    found: dict[Class, dict[str, list[str]]] = {kind: defaultdict(list) for kind in Class}
    last: dict[tuple[Class, str], int] = {}
    for text in texts:
        of = found[text.kind]
        for term, positions in _positions(text).items():
            before = last.get((text.kind, term))
            step = text.slot if before is None else (text.slot - before) * 2
            of[term].append(numbers([step]) + _places(tuple(positions)))
            last[text.kind, term] = text.slot
    return tuple(
        "\t".join(part for term, where in of.items() for part in (term, "".join(where)))
        for of in found.values()
    )


def _positions(text: Placed) -> Mapping[str, list[int]]:
    """Where each term stands in a text: pairs of units, runs, and in names each unit and the sounds
    of each pair (``~zheng di``)."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, term in enumerate(pairs(text.units)):
        found[term].append(position)
    name = text.kind is Class.NAME
    for position, unit in enumerate(text.units):
        if name or is_run(unit):
            found[unit].append(position)
    sounds = (*text.sounds, "")
    for position, sound in enumerate(text.sounds):
        if sound:
            found[f"~{sound} {sounds[position + 1]}"].append(position)
    return found


@lru_cache(maxsize=50_000)  # most terms stand in a text once
def _places(positions: tuple[int, ...]) -> str:
    return numbers(stepped(positions))


# ---- holders -------------------------------------------------------------------------------------


def _holders(first: int, texts: Sequence[Placed]) -> tuple[str, ...]:
    """The files of a home whose records are of the block *first*: one, two, four, …"""
    holders = [(text, _held(first, text.holders)) for text in texts]
    parts = power(sum(len(one) for _, one in holders) // BYTES_OF_HOMES)
    fields: list[list[str]] = [["", "", ""] for _ in range(parts)]
    last: dict[tuple[int, int], int] = {}
    for text, held in holders:
        at = text.slot % parts, text.kind
        fields[at[0]][at[1]] += numbers([text.slot - last.get(at, 0)]) + held
        last[at] = text.slot
    return tuple(map("\t".join, fields))


def _held(first: int, holders: Iterable[Address]) -> str:
    blocks: dict[int, list[int]] = defaultdict(list)
    for block, slot in holders:
        blocks[block - first].append(slot)
    written: list[int] = []
    for step, slots in zip(stepped(blocks), blocks.values(), strict=True):
        written += (step, *stepped(slots))
    return numbers(written)


def stepped(values: Iterable[int]) -> list[int]:
    """How much each of rising *values* is above the one before, times two, and one more where
    another follows."""
    values = tuple(values)
    steps = [(value - before) * 2 + 1 for before, value in zip((0, *values), values, strict=False)]
    steps[-1] -= 1
    return steps
