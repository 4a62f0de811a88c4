"""The browser's index: `Places` to small files of text, each loaded by a query that needs it.

Every file is one string of fields between tabs; numbers are `signs`.

``terms/N``
    A term and where it occurs, for all terms whose hash ends in N: entries in the order of homes
    and texts.  An entry is ``2 * (texts further on)``, or ``2 * (homes further on) + 1`` and the
    number of the text where a home begins, then its positions (``2 * position + 1`` where another
    follows).  Homes are counted by class: home * 3 + class.
``homes/N-P``
    Who holds those texts of a home whose numbers leave P when they are parted, for each class a
    field: how many texts further on, then blocks from that of the home on (``2 * blocks further on
    + 1`` where another follows), each with slots (``2 * further on + 1`` where another follows).
``facts/N``
    The records of a block in the order of finds: how many ranks further on each stands (its place
    among all with names of this length; ``2 * ranks + 1`` where another follows), then columns of
    fixed width: their slots, values of each facet (the number of the whole list of values).
``days/N``
    Their days, counted from 1900, 0 for none.
``rows/N``
    What results show of the records of a chunk, which has the number of its home: for each its slot
    in the chunk; how many signs of the id are those of the one before, and the rest of the id; the
    name and what the row tells first, both empty where they are those of the row before; the
    numbers of its lists of values, empty where they are.
``head``
    What the script must know before all others, as JSON; *folding* are the characters that a reader
    may type for those that occur, each before it.  Of each block: its number, how many records it
    has, and its chunks in order, each with how many ranks further on its first record stands; of
    each home that has more parts than one: how many.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from itertools import groupby

from generator import terms
from generator.search import readings
from generator.search.places import Address, Block, Class, Placed, Places, placed
from generator.search.records import FACETS, KINDS, Searchable, Values
from generator.search.signs import fixed, hashed, numbers, width
from generator.search.slots import power, slots_of, spread
from generator.search.terms import is_run, pairs

BYTES_OF_TERMS = 700  # about how long a file of terms becomes
BYTES_OF_HOMES = 1500  # about how long a file of holders becomes at most; one text may be longer
Row = tuple[str, str, str, str]  # id, name, what it tells first, lists of values
_ERA = date(1900, 1, 1).toordinal() - 1


def files(records: Iterable[Searchable]) -> dict[str, str]:
    """Return the files of the index of *records* by name, each as one text."""
    places = placed(records)
    values: dict[str, Mapping[Values, int]] = {
        "kind": {(kind,): number for number, kind in enumerate(KINDS)}
    }
    values |= {facet: _lists(places, facet) for facet in FACETS}
    found: dict[str, str] = {}
    parts: dict[int, int] = {}
    for home, of in groupby(places.texts, lambda one: one.home):
        some = _home(home // places.chunks, tuple(of))
        found |= {f"homes/{home}-{part}": text for part, text in enumerate(some) if text.strip()}
        parts[home] = len(some)
    shards = _terms(places.texts)
    found |= {f"terms/{number}": text for number, text in enumerate(shards)}
    for block in places.blocks:
        found |= _block(block, values, places)
    head = {
        "version": f"{reduce(lambda value, text: spread(text, value), found.values(), 0):x}",
        "shards": len(shards),
        "folding": _folding(places),
        "chunks": places.chunks,
        "parts": places.parts,
        "room": places.room,
        "blocks": [
            [block.number, len(block.records), _starts(block, places.room)]
            for block in places.blocks
        ],
        "homes": {home: of for home, of in parts.items() if of > 1},
        "facets": [
            [
                "kind",
                "类别",
                list(KINDS),
                [[number] for number in range(len(KINDS))],
                [*KINDS.values()],
            ],
            *([facet, title, *_values(values[facet])] for facet, title in FACETS.items()),
        ],
    }
    found["head"] = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return found


def forget() -> None:
    """Forget what was kept on the way: small things that stand between what is free, and keep a
    process as large as it was."""
    readings.forget()
    terms.compared.cache_clear()
    _written.cache_clear()


# ---- terms --------------------------------------------------------------------------------------


class _Postings:
    """Where one term occurs, written down as texts come in the order of homes and slots."""

    __slots__ = ("home", "slot", "written")

    def __init__(self) -> None:
        self.home = 0
        self.slot = 0
        self.written = bytearray()  # in signs: there are as many numbers as the site has words

    def add(self, home: int, slot: int, positions: str) -> None:
        if home == self.home and self.written:
            place = numbers([(slot - self.slot) * 2])
        else:
            place = numbers([(home - self.home) * 2 + 1, slot])
        self.home, self.slot = home, slot
        self.written += (place + positions).encode()


def _terms(texts: Iterable[Placed]) -> tuple[str, ...]:
    """The files of terms, by what the hashes of their terms end in."""
    postings: dict[str, _Postings] = defaultdict(_Postings)
    for text in texts:
        home = text.home * 3 + text.kind
        for term, positions in _positions(text).items():
            postings[term].add(home, text.slot, _written(tuple(positions)))
    shards = power(sum(len(one.written) for one in postings.values()) // BYTES_OF_TERMS)
    of: dict[int, list[str]] = defaultdict(list)
    for term in sorted(postings):
        of[hashed(_key(term)) % shards] += (term, postings[term].written.decode())
    return tuple("\t".join(of[shard]) for shard in range(shards))


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


def _key(term: str) -> str:
    """What a term is filed under: itself; sounds by their initials, so that zd finds zheng di."""
    if not term.startswith("~") or len(term) < 3:
        return term
    return "~" + "".join(sound[:1] for sound in term[1:].split(" "))


# ---- homes --------------------------------------------------------------------------------------


def _home(first: int, texts: Sequence[Placed]) -> tuple[str, ...]:
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
    for step, slots in zip(_stepped(blocks), blocks.values(), strict=True):
        written += (step, *_stepped(slots))
    return numbers(written)


@lru_cache(maxsize=50_000)  # most terms stand in a text once
def _written(positions: tuple[int, ...]) -> str:
    return numbers(_stepped(positions))


def _stepped(values: Iterable[int]) -> list[int]:
    """How much each of rising *values* is above the one before, times two, and one more where
    another follows."""
    values = tuple(values)
    steps = [(value - before) * 2 + 1 for before, value in zip((0, *values), values, strict=False)]
    steps[-1] -= 1
    return steps


# ---- records ------------------------------------------------------------------------------------


def _lists(places: Places, facet: str) -> Mapping[Values, int]:
    """A slot for each list of values that some record has under *facet*."""
    of = {one.values(facet) for block in places.blocks for _, _, one in block.records}
    slots = slots_of("\t".join(values) for values in of)
    return {values: slots["\t".join(values)] for values in sorted(of)}


def _values(lists: Mapping[Values, int]) -> tuple[list[str], list[list[int]]]:
    """The values of a facet, and which of them the list in each slot holds."""
    values = sorted({value for of in lists for value in of})
    number = {value: at for at, value in enumerate(values)}
    found: list[list[int]] = [[] for _ in range(max(lists.values(), default=-1) + 1)]
    for of, slot in lists.items():
        found[slot] = [number[value] for value in dict.fromkeys(of)]
    return values, found


def _starts(block: Block, room: int) -> str:
    """The chunks of a block, and how many ranks further on each begins."""
    written: list[int] = []
    before = (-1, 0)
    for rank, slot, _ in block.records:
        if slot // room != before[0]:
            written += (slot // room, rank - before[1])
            before = (slot // room, rank)
    return numbers(written)


def _block(
    block: Block, values: Mapping[str, Mapping[Values, int]], places: Places
) -> Iterator[tuple[str, str]]:
    records = block.records
    slots = [slot for _, slot, _ in records]
    columns = [_column(slots)]
    for facet, lists in values.items():
        chosen = [lists[one.values(facet)] for _, _, one in records]
        columns.append(_column(chosen, max(lists.values()) + 1))
    steps = numbers(_stepped(rank for rank, _, _ in records))
    yield f"facts/{block.number}", "\t".join((steps, *columns))
    yield f"days/{block.number}", _column([_day(one.day) for _, _, one in records], 2**18)
    for chunk, of in groupby(records, lambda one: one[1] // places.room):
        rows: list[str] = []
        before = ("", "", "", "")
        for _, slot, one in of:
            told = [number[one.values(facet)] for facet, number in values.items()]
            row = (one.id, one.name, _told(one), numbers(told))
            rows += (numbers([slot % places.room]), *_after(before, row))
            before = row
        yield f"rows/{block.number * places.chunks + chunk}", "\t".join(rows)


def _column(values: Sequence[int], count: int = 0) -> str:
    """Values in as many signs each as *count* of them, or the largest, need."""
    wide = width(count or max(values) + 1)
    return "".join(fixed(value, wide) for value in values)


def _told(record: Searchable) -> str:
    """What the row of a record tells first: the time limit of an item, the day of anything else."""
    if record.limit or not record.day:
        return record.limit
    day = date.fromisoformat(record.day)
    return f"{day.year}年{day.month}月{day.day}日"


def _after(before: Row, row: Row) -> Row:
    """A row behind another: what is the same is not said again."""
    same = 0
    while same < min(len(before[0]), len(row[0]), 63) and before[0][same] == row[0][same]:
        same += 1
    name, told = ("", "") if row[1:3] == before[1:3] else row[1:3]
    return fixed(same, 1) + row[0][same:], name, told, "" if row[3] == before[3] else row[3]


def _day(day: str) -> int:
    return max(0, date.fromisoformat(day).toordinal() - _ERA) if day else 0


def _folding(places: Places) -> str:
    """The characters that are exchanged for one that occurs, each before it."""
    occur = {sign for text in places.texts for unit in text.units for sign in unit}
    return "".join(
        one + other for one, other in terms.exchanged() if other in occur and one != other
    )
