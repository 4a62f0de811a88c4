"""Entries to canonical YAML, put into a file that is there without touching what does not change.

A record that an import does not change keeps its text, byte for byte: its comments, its quotes, its
order.  Of a record that does change, the changed keys alone are written anew.  New records follow
the one they follow in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.imports.merge.splices import (
    Edit,
    changed,
    composed,
    end_of,
    ended,
    in_brackets,
    in_items,
    in_lines,
    is_scalar,
    line_end,
    line_start,
    spliced,
    value_of,
)
from generator.imports.merge.yamltrees import tree
from generator.marked import parse
from generator.model.entry import Entry

PLURAL = "entries"
# Records that are written together: ruamel.yaml holds a tree of all it is given.
_MANY = 200


@dataclass(frozen=True, slots=True)
class Change:
    """An entry to be written: the keys that change, none for a new one; after which entry it
    stands in the table, empty for the first; and ahead of which that is there, if of any."""

    entry: Entry
    keys: frozenset[str] | None
    after: str = ""
    ahead: str = ""


def merged(text: str | None, changes: Iterable[Change]) -> str:
    """Return the text of a file with *changes* put in.

    Args:
        text: The file as it is, ends of line as ``\\n``; None for a new one.

        changes: New entries and changed ones, in the order of the table.

    Raises:
        ValueError: A new entry cannot be put into a file that is a single record.
    """
    changes = tuple(changes)
    if text is None:
        return f"{PLURAL}:\n" + "".join(
            in_items([tree(change.entry) for change in changes[start : start + _MANY]], 2)
            for start in range(0, len(changes), _MANY)
        )
    text = ended(text)
    root = composed(text)
    if not lists(text):
        if any(change.keys is None for change in changes):
            raise ValueError("a single record")
        return spliced(text, (one for change in changes for one in _edits(text, root, change)))
    below = value_of(root, PLURAL)
    records = [] if is_scalar(below) else below.value
    at: dict[str, int] = {}
    for number, record in enumerate(records):
        at.setdefault(_id(record), number)
    edits: list[Edit] = []
    new: dict[int, list[Entry]] = {}
    places = dict(at)
    for change in changes:
        if change.keys is not None:
            edits += _edits(text, records[at[change.entry.id]], change)
            continue
        place = places.get(change.after, len(records) - 1)
        if change.ahead in at:
            place = at[change.ahead] - 1
        places[change.entry.id] = place
        new.setdefault(place, []).append(change.entry)
    for place, entries in new.items():
        edits += _put(text, below, place, [tree(one) for one in entries], 2)
    return spliced(text, edits)


def _id(record: Any) -> str:
    found = None if is_scalar(record) else value_of(record, "id")
    return "" if found is None else str(found.value)


def _edits(text: str, record: Any, change: Change) -> Iterator[Edit]:
    return changed(text, record, tree(change.entry), change.keys or ())


def _put(text: str, below: Any, place: int, values: list[Any], column: int) -> Iterator[Edit]:
    """Yield what puts *values* behind the item *place* of a list, -1 for ahead of the first; their
    dashes stand at *column* where there is none yet."""
    if is_scalar(below) or not below.value:  # nothing stands there: `entries:` or `entries: []`
        start, end = below.start_mark.index, below.end_mark.index
        yield start, end, ""
        yield line_end(text, end), line_end(text, end), in_items(values, column)
    elif in_lines(below):
        offset = line_start(text, below.start_mark.index)
        if place >= 0:
            offset = line_end(text, end_of(text, below.value[place]))
        yield offset, offset, in_items(values, below.start_mark.column)
    elif place < 0:
        offset = below.value[0].start_mark.index
        yield offset, offset, "".join(f"{in_brackets(one)}, " for one in values)
    else:
        offset = end_of(text, below.value[place])
        yield offset, offset, "".join(f", {in_brackets(one)}" for one in values)


def with_terms(text: str, id: str, names: Iterable[str]) -> str:
    """Return the text of a file of vocabularies with local words added to the one of that *id*."""
    text = ended(text)
    root = composed(text)
    below = value_of(root, "vocabularies")
    records = below.value if below is not None else [root]
    record = next(one for one in records if _id(one) == id)
    values = value_of(record, "values")
    terms = [{"name": name, "local": "yes"} for name in names]
    column = record.start_mark.column + 2
    return spliced(text, _put(text, values, len(values.value) - 1, terms, column))


def lists(text: str) -> bool:
    """Return whether a file holds a list of records rather than one."""
    found = parse(text, "").tree
    return isinstance(found, dict) and PLURAL in found
