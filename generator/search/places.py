"""Where everything in the browser's index stands: records in blocks, texts in homes.

A *block* holds the records whose names have one length, so that blocks stand in the order of finds
and a name stands in one block alone; of a long one, parts by a hash of the name.  A *chunk* is some
neighbours in that order; where one begins is told by the hashes of all ids of the site, so that a
record that moves to another block moves no limit.  Equal elements of records are one *text*, and
its *home* is the chunk of the first record that holds it: who knows where a word stands knows about
where its finds begin.  Records in a chunk and texts in a home have `slots`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from generator.search.records import KINDS, Searchable
from generator.search.slots import power, room, slots_of, spread
from generator.search.terms import Units, units_of

ROWS = 40  # about how many records a chunk has
RECORDS = 12_000  # of how many a block of one length is parted into two, four, …


class Class(IntEnum):
    """What a text is for those that hold it."""

    NAME = 0
    ELEMENT = 1
    TEXT = 2


Address = tuple[int, int]  # a block and a slot in it
Text = tuple[Class, Units]


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in its home: its number there, and who holds it, in order; *sounds* of a name."""

    home: int
    kind: Class
    slot: int
    units: Units
    holders: tuple[Address, ...]
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """The records of a block in the order of finds: kind, id; each with its slot, which is chunk *
    room + slot in the chunk, and where it stands among all with names of this length."""

    number: int
    records: tuple[tuple[int, int, Searchable], ...]  # rank, slot, record


@dataclass(frozen=True, slots=True)
class Places:
    """All blocks in order and all texts, home by home.

    A block's number is length * *parts* + part, a home's block * *chunks* + chunk.  *room* is that
    of a chunk.
    """

    chunks: int
    parts: int
    room: int
    blocks: tuple[Block, ...]
    texts: tuple[Placed, ...]


def placed(records: Iterable[Searchable], sounds: Mapping[str, tuple[str, ...]]) -> Places:
    """Return where *records* and their texts stand; *sounds* tell how their names are read."""
    records = tuple(records)
    parts = power(-(-len(records) // RECORDS))
    once = cache(units_of)  # thousands of records say the same
    ranked = _ranked(records, parts, once)
    limits = _limits(records)
    chunks = {number: _chunks(of, limits) for number, of in ranked.items()}
    most = max((len(of) for some in chunks.values() for of in some.values()), default=0)
    within = power(room(most))
    table = power(max(map(len, chunks.values()), default=0) * 3 // 2)
    blocks = tuple(_block(number, of, table, within) for number, of in chunks.items())
    holders = _holders(blocks, once)
    ranks = {(block.number, at): rank for block in blocks for rank, at, _ in block.records}
    homes = _homes(holders, lambda at: ranks[at], lambda at: at[0] * table + at[1] // within)
    heard = {once(one.name): sounds[one.name] for one in records}
    texts = [
        Placed(
            home,
            kind,
            slot,
            units,
            tuple(holders[kind, units]),
            heard[units] if kind is Class.NAME else (),
        )
        for home, of in homes.items()
        for (kind, units), slot in of.items()
    ]
    texts.sort(key=lambda one: (one.home, one.kind, one.slot))
    return Places(table, parts, within, blocks, tuple(texts))


Ranked = tuple[int, Searchable]  # where a record stands among all with names of its length


def _ranked(
    records: Iterable[Searchable], parts: int, cut: Callable[[str], Units]
) -> dict[int, list[Ranked]]:
    """The records of each block, in order."""
    ranks: dict[int, int] = defaultdict(int)
    found: dict[int, list[Ranked]] = defaultdict(list)
    for one in sorted(records, key=_order):
        name = cut(one.name)
        part = spread(" ".join(name)) % parts
        found[len(name) * parts + part].append((ranks[len(name)], one))
        ranks[len(name)] += 1
    return {number: found[number] for number in sorted(found)}


def _key(one: Searchable) -> str:
    return f"{one.kind} {one.id}"


def _order(one: Searchable) -> tuple[int, str]:
    """Where a record stands among those with names of its length."""
    return list(KINDS).index(one.kind), one.id


Limits = tuple[tuple[tuple[int, str], int], ...]


def _limits(records: Iterable[Searchable]) -> Limits:
    """All places in the order of records, each with the hash of its id."""
    return tuple(sorted((_order(one), spread(one.id)) for one in records))


def _chunks(records: Sequence[Ranked], limits: Limits) -> dict[str, list[Ranked]]:
    """The chunks of a block by where each begins, which no record of the block need do."""
    every = power(ROWS * len(limits) // len(records)) // 2
    starts = [at for at, number in limits if number % every == 0]
    found: dict[str, list[Ranked]] = defaultdict(list)
    for rank, one in records:
        before = bisect_right(starts, _order(one))
        kind, id = starts[before - 1] if before else (0, "")
        found[f"{kind} {id}"].append((rank, one))
    return found


def _block(number: int, chunks: Mapping[str, Sequence[Ranked]], table: int, within: int) -> Block:
    numbers = slots_of(chunks, table)  # of one size, so that few grow
    records = []
    for first, of in chunks.items():
        slots = slots_of((_key(one) for _, one in of), within)
        start = numbers[first] * within
        records += [(rank, start + slots[_key(one)], one) for rank, one in of]
    return Block(number, tuple(records))


def _holders(blocks: Iterable[Block], cut: Callable[[str], Units]) -> Mapping[Text, list[Address]]:
    """Who holds each text, in the order of blocks and slots."""
    holders: dict[Text, list[Address]] = defaultdict(list)
    for block in blocks:
        for _, slot, record in sorted(block.records, key=lambda one: one[1]):
            at = block.number, slot
            holders[Class.NAME, cut(record.name)].append(at)
            for kind, texts in (Class.ELEMENT, record.elements), (Class.TEXT, record.texts):
                for units in dict.fromkeys(map(cut, texts)):
                    if units:
                        holders[kind, units].append(at)
    return holders


def _homes(
    holders: Mapping[Text, Sequence[Address]],
    rank: Callable[[Address], int],
    home: Callable[[Address], int],
) -> dict[int, dict[Text, int]]:
    """The slots of the texts of each home."""
    keys: dict[tuple[Class, int], dict[str, Text]] = defaultdict(dict)
    most: dict[Class, int] = defaultdict(int)
    for text, of in holders.items():
        first = min((at for at in of if at[0] == of[0][0]), key=rank)
        there = keys[text[0], home(first)]
        there[" ".join(text[1])] = text
        most[text[0]] = max(most[text[0]], len(there))
    homes: dict[int, dict[Text, int]] = defaultdict(dict)
    for (kind, number), there in keys.items():
        # Tables of one size, so that few ever grow, which moves all their texts.
        for key, slot in slots_of(there, power(most[kind] * 3 // 2)).items():
            homes[number][there[key]] = slot
    return homes
