"""Where everything in the browser's index stands: records in blocks, texts in homes.

A *block* holds the records whose names have one length, so that blocks stand in the order of finds
and a name stands in one block alone; of a long one, parts by a hash of the name.  Equal elements of
records are one *text*.  A text whose holders are all in one block has its home in that block, any
other in a home that all blocks share; there are enough of either that each stays small.  Records in
a block and texts in a home have `slots`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.search.readings import syllables
from generator.search.records import KINDS, Searchable, cut
from generator.search.slots import power, slots_of, spread
from generator.search.terms import Units, units_of

RECORDS = 12_000  # of how many a block of one length is parted into two, four, …
SHARED = 24  # about how many texts have their home in one that all blocks share
OWN = 128  # about how many in one of a block


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
    """The records of a block in the order of finds: kind, id; each with its slot, and where it
    stands among all with names of this length."""

    number: int
    records: tuple[tuple[int, int, Searchable], ...]  # rank, slot, record


@dataclass(frozen=True, slots=True)
class Places:
    """All blocks in order and all texts, home by home.

    *shared* homes have the numbers from 0; the *own* ones of a block follow from *shared* + *own*
    times its number, which is length * *parts* + part.
    """

    shared: int
    own: int
    parts: int
    blocks: tuple[Block, ...]
    texts: tuple[Placed, ...]


def placed(records: Iterable[Searchable]) -> Places:
    """Return where *records* and their texts stand."""
    records = tuple(records)
    parts = power(-(-len(records) // RECORDS))
    blocks = tuple(_blocks(records, parts))
    holders = _holders(blocks)
    shared, own, homes = _homes(holders)
    sounds = {units_of(one.name): syllables(one.name) for one in records}
    texts = [
        Placed(
            home,
            kind,
            slot,
            units,
            tuple(holders[kind, units]),
            sounds[units] if kind is Class.NAME else (),
        )
        for home, of in homes.items()
        for (kind, units), slot in of.items()
    ]
    texts.sort(key=lambda one: (one.home, one.kind, one.slot))
    return Places(shared, own, parts, blocks, tuple(texts))


def _blocks(records: Iterable[Searchable], parts: int) -> Iterable[Block]:
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    ranks: dict[int, int] = defaultdict(int)
    found: dict[int, list[tuple[int, Searchable]]] = defaultdict(list)
    for one in sorted(records, key=lambda one: (kinds[one.kind], one.id)):
        name = units_of(one.name)
        length = len(name)
        part = spread(" ".join(name)) % parts
        found[length * parts + part].append((ranks[length], one))
        ranks[length] += 1
    for number in sorted(found):
        keyed = {f"{one.kind} {one.id}": (rank, one) for rank, one in found[number]}
        slots = slots_of(keyed)
        yield Block(number, tuple((rank, slots[key], one) for key, (rank, one) in keyed.items()))


def _holders(blocks: Iterable[Block]) -> Mapping[Text, list[Address]]:
    """Who holds each text, in the order of blocks and slots; of all records, only one is ever in
    units at a time."""
    holders: dict[Text, list[Address]] = defaultdict(list)
    for block in blocks:
        for _, slot, record in sorted(block.records, key=lambda one: one[1]):
            at, one = (block.number, slot), cut(record)
            holders[Class.NAME, one.name].append(at)
            for units in one.elements:
                holders[Class.ELEMENT, units].append(at)
            for units in one.texts:
                holders[Class.TEXT, units].append(at)
    return holders


def _homes(
    holders: Mapping[Text, Sequence[Address]],
) -> tuple[int, int, dict[int, dict[Text, int]]]:
    """How many homes are shared, how many each block has, and the slots of the texts of each."""
    apart = {text: of[0][0] for text, of in holders.items() if of[0][0] == of[-1][0]}
    shared = power((len(holders) - len(apart)) // SHARED)
    own = power(len(apart) // len({*apart.values()} or {0}) // OWN)
    keys: dict[tuple[int, Class], dict[str, Text]] = defaultdict(dict)
    for text in holders:
        kind, key = text[0], " ".join(text[1])
        block = apart.get(text)
        home = spread(key) % shared if block is None else shared + block * own + spread(key) % own
        keys[home, kind][key] = text
    homes: dict[int, dict[Text, int]] = defaultdict(dict)
    # Tables of one size, so that few ever grow, which moves all their texts.
    most = {False: 1, True: 1}
    for (home, _), of in keys.items():
        most[home < shared] = max(most[home < shared], len(of))
    for (home, _), of in keys.items():
        for key, slot in slots_of(of, power(most[home < shared] * 3 // 2)).items():
            homes[home][of[key]] = slot
    return shared, own, homes
