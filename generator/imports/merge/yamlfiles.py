"""Entries to canonical YAML, put into a file that is there without touching what does not change.

A record that an import does not change keeps its text, byte for byte: its comments, its quotes, its
order.  Of a record that does change, the changed keys alone are written anew (ruamel.yaml).  New
records follow the one they follow in the table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.imports.merge.yamltrees import KEYS, dressed, tree
from generator.marked import parse
from generator.model.entry import Entry

PLURAL = "entries"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry to be written: the keys that change, none for a new one; and after which entry it
    stands in the table, empty for the first."""

    entry: Entry
    keys: frozenset[str] | None
    after: str = ""


@cache
def _writer() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000_000
    yaml.preserve_quotes = True
    return yaml


def written(value: Any) -> str:
    """Return *value* as YAML text."""
    out = io.StringIO()
    _writer().dump(value, out)
    return out.getvalue()


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
            _items([change.entry for change in changes[start : start + _MANY]])
            for start in range(0, len(changes), _MANY)
        )
    if not lists(text):
        if any(change.keys is None for change in changes):
            raise ValueError("a single record")
        return _single(text, changes)
    parts = _parts(text)
    if parts is None:
        return _whole(text, changes)
    head, records = parts
    at = {id: number for number, (id, _) in enumerate(records)}
    pieces = [block for _, block in records]
    new: dict[int, list[str]] = {}
    place = len(records) - 1
    places: dict[str, int] = dict(at)
    for change in changes:
        if change.keys is not None:
            number = at[change.entry.id]
            pieces[number] = _rewritten(pieces[number], change)
            continue
        place = places.get(change.after, len(records) - 1)
        places[change.entry.id] = place
        new.setdefault(place, []).append(_items([change.entry], head.indent))
    body = "".join(_followed(piece, new.get(number, ())) for number, piece in enumerate(pieces))
    return head.text + "".join(new.get(-1, ())) + body


def with_terms(text: str, id: str, names: Iterable[str]) -> str:
    """Return the text of a file of vocabularies with local words added to the one of that *id*."""
    loaded = _writer().load(text)
    records = loaded.get("vocabularies", [loaded])
    values = next(one for one in records if one.get("id") == id)["values"]
    values.extend(dressed([{"name": name, "local": "yes"} for name in names]))
    return written(loaded)


def lists(text: str) -> bool:
    """Return whether a file holds a list of records rather than one."""
    found = parse(text, "").tree
    return isinstance(found, dict) and PLURAL in found


@dataclass(frozen=True, slots=True)
class _Head:
    text: str
    indent: int


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _followed(block: str, new: Iterable[str]) -> str:
    """A record with *new* ones behind it, before the comments that lead to the next."""
    new = "".join(new)
    if not new:
        return block
    body, rest = _parted(block)
    return body + new + rest


def _parted(block: str) -> tuple[str, str]:
    """A record's own lines, and the blank lines and comments that follow it."""
    lines = _ended(block).splitlines(True)
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return "".join(lines[:end]), "".join(lines[end:])


# Records that are written together: ruamel.yaml holds a tree of all it is given.
_MANY = 200


def _items(entries: Iterable[Entry], indent: int = 2) -> str:
    """Records as items of a list whose dashes stand at column *indent*."""
    return _indented(written([dressed(tree(entry)) for entry in entries]), indent - 2)


def _indented(text: str, by: int) -> str:
    if by >= 0:
        return "".join(
            f"{' ' * by}{line}" if line.strip() else line for line in text.splitlines(True)
        )
    return "".join(line[-by:] if line[:-by].isspace() else line for line in text.splitlines(True))


def _parts(text: str) -> tuple[_Head, list[tuple[str, str]]] | None:
    """Part a list file into its head and its records, each with what follows it; None where the
    records do not begin each with a dash on a line."""
    document = parse(text, "")
    below = document.mark.child(PLURAL)
    records = document.tree[PLURAL]
    lines = text.splitlines(True)
    if below is None or not isinstance(records, list) or not records:
        return None
    starts: list[tuple[str, int]] = []
    for record, mark in zip(records, below.items, strict=True):
        line = mark.line - 1
        while line >= 0 and not lines[line].lstrip().startswith("-"):
            line -= 1  # the dash may stand on a line of its own
        if line < 0 or (starts and line <= starts[-1][1]):
            return None
        starts.append((str(record.get("id", "")) if isinstance(record, dict) else "", line))
    indent = len(lines[starts[0][1]]) - len(lines[starts[0][1]].lstrip())
    found = []
    ends = [line for _, line in starts[1:]] + [len(lines)]
    for (id, start), end in zip(starts, ends, strict=True):
        found.append((id, "".join(lines[start:end])))
    return _Head("".join(lines[: starts[0][1]]), indent), found


def _rewritten(block: str, change: Change) -> str:
    """A record of a list with the changed keys written anew, what follows it kept.

    ruamel.yaml gets it where it would write it itself, so that no comment moves.
    """
    body, rest = _parted(block)
    indent = len(body) - len(body.lstrip(" "))
    text = f"{PLURAL}:\n{_indented(body, 2 - indent)}"
    made = _changed(text, change, lambda loaded: loaded[PLURAL][0])
    return _indented(made.partition("\n")[2], indent - 2) + rest


def _single(text: str, changes: tuple[Change, ...]) -> str:
    for change in changes:
        text = _changed(text, change, lambda loaded: loaded)
    return text


def _changed(text: str, change: Change, record_of: Callable[[Any], Any]) -> str:
    loaded = _writer().load(text)
    _apply(record_of(loaded), change)
    return written(loaded)


def _whole(text: str, changes: tuple[Change, ...]) -> str:
    """A list that is not written line by line, as ``entries: [{…}]``, through ruamel as a whole."""
    loaded = _writer().load(text)
    records = list(loaded[PLURAL] or [])
    for change in changes:
        if change.keys is None:
            ids = [record.get("id") for record in records]
            place = ids.index(change.after) + 1 if change.after in ids else len(ids)
            records.insert(place, dressed(tree(change.entry)))
        else:
            _apply(next(one for one in records if one.get("id") == change.entry.id), change)
    loaded[PLURAL] = records
    return written(loaded)


def _apply(record: Any, change: Change) -> None:
    now = tree(change.entry)
    for key in KEYS:
        if key not in (change.keys or ()):
            continue
        if key not in now:
            record.pop(key, None)
        elif key in record:
            record[key] = _like(record[key], dressed(now[key]))
        else:
            before = KEYS[: KEYS.index(key)]
            place = max((list(record).index(one) + 1 for one in before if one in record), default=0)
            record.insert(place, key, dressed(now[key]))


def _like(old: Any, new: Any) -> Any:
    """*new* in the form of *old*: a list in one line stays one, with its comments where it can."""
    from ruamel.yaml.comments import CommentedSeq

    if isinstance(old, CommentedSeq) and isinstance(new, list):
        flow = old.fa.flow_style()
        kept = CommentedSeq(new)
        if flow:
            kept.fa.set_flow_style()
        return kept
    if isinstance(old, Mapping) and isinstance(new, dict):
        for key in [key for key in old if key not in new]:
            del old[key]  # type: ignore[attr-defined]
        for key, value in new.items():
            old[key] = value  # type: ignore[index]
        return old
    return new
