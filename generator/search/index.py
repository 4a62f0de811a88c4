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
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import groupby

from generator import terms
from generator.search import homes as writing
from generator.search import readings
from generator.search.homes import Home, stepped, written
from generator.search.places import Block, Class, Places, placed
from generator.search.readings import syllables
from generator.search.records import FACETS, KINDS, Searchable, Values
from generator.search.signs import fixed, hashed, numbers, width
from generator.search.slots import power, slots_of, spread

BYTES_OF_TERMS = 700  # about how long a file of terms becomes
Row = tuple[str, str, str, str]  # id, name, what it tells first, lists of values
_ERA = date(1900, 1, 1).toordinal() - 1


@dataclass(frozen=True, slots=True)
class Spared:
    """What the next index need not work out again: how names are read, and homes as they are kept
    by what they are written of."""

    sounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    homes: Mapping[str, bytes] = field(default_factory=dict)


def files(
    records: Iterable[Searchable], earlier: Spared | None = None
) -> tuple[dict[str, str], Spared]:
    """Return the files of the index of *records* by name, each as one text, and what spares the
    next; what an *earlier* one spares is not worked out."""
    records = tuple(records)
    earlier = earlier or Spared()
    names = dict.fromkeys(one.name for one in records)
    sounds = {name: earlier.sounds.get(name) or syllables(name) for name in names}
    places = placed(records, sounds)
    homes, kept = written(places, earlier.homes)
    values: dict[str, Mapping[Values, int]] = {
        "kind": {(kind,): number for number, kind in enumerate(KINDS)}
    }
    values |= {facet: _lists(places, facet) for facet in FACETS}
    found: dict[str, str] = {}
    parts: dict[int, int] = {}
    for number, home in homes.items():
        some = enumerate(home.holders)
        found |= {f"homes/{number}-{part}": text for part, text in some if text.strip()}
        parts[number] = len(home.holders)
    shards = _terms(homes)
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
    return found, Spared(sounds, kept)


def forget() -> None:
    """Forget what was kept on the way: small things that stand between what is free, and keep a
    process as large as it was."""
    readings.forget()
    terms.compared.cache_clear()
    writing.forget()


# ---- terms --------------------------------------------------------------------------------------


def _terms(homes: Mapping[int, Home]) -> tuple[str, ...]:
    """The files of terms, by what the hashes of their terms end in."""
    written: dict[str, bytearray] = defaultdict(bytearray)  # as many signs as the site has words
    last: dict[str, int] = {}
    for number, home in homes.items():
        for kind, found in zip(Class, home.terms, strict=True):
            at = number * len(Class) + kind
            fields = found.split("\t") if found else ()
            for term, places in zip(fields[::2], fields[1::2], strict=True):
                step = numbers([(at - last.get(term, 0)) * 2 + 1])
                written[term] += (step + places).encode()
                last[term] = at
    shards = power(sum(map(len, written.values())) // BYTES_OF_TERMS)
    of: dict[int, list[str]] = defaultdict(list)
    for term in sorted(written):
        of[hashed(_key(term)) % shards] += (term, written[term].decode())
    return tuple("\t".join(of[shard]) for shard in range(shards))


def _key(term: str) -> str:
    """What a term is filed under: itself; sounds by their initials, so that zd finds zheng di."""
    if not term.startswith("~") or len(term) < 3:
        return term
    return "~" + "".join(sound[:1] for sound in term[1:].split(" "))


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
    steps = numbers(stepped(rank for rank, _, _ in records))
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
