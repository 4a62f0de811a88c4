"""Entries to canonical YAML, put into a file that is there without touching what does not change.

A record that an import does not change keeps its text, byte for byte: its comments, its quotes, its
order.  Of a record that does change, the changed keys alone are written anew (ruamel.yaml).  New
records follow the one they follow in the table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.imports.merge.yamltrees import KEYS, dressed, tree
from generator.marked import parse
from generator.model.entry import Entry

PLURAL = "entries"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry to be written: the keys that change, none for a new one; after which entry it
    stands in the table, empty for the first; and ahead of which that is there, if of any."""

    entry: Entry
    keys: frozenset[str] | None
    after: str = ""
    ahead: str = ""


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
    at = {block.id: number for number, block in enumerate(records)}
    pieces = [block.body for block in records]
    new: dict[int, list[str]] = {}
    place = len(records) - 1
    places: dict[str, int] = dict(at)
    for change in changes:
        if change.keys is not None:
            number = at[change.entry.id]
            pieces[number] = _rewritten(pieces[number], change)
            continue
        place = places.get(change.after, len(records) - 1)
        if change.ahead in at:
            place = at[change.ahead] - 1
        places[change.entry.id] = place
        new.setdefault(place, []).append(_items([change.entry], head.indent))
    body = "".join(
        piece + "".join(new.get(number, ())) + block.rest
        for number, (piece, block) in enumerate(zip(pieces, records, strict=True))
    )
    return head.text + "".join(new.get(-1, ())) + body


def with_terms(text: str, id: str, names: Iterable[str]) -> str:
    """Return the text of a file of vocabularies with local words added to the one of that *id*."""
    import yaml

    root = yaml.compose(text, yaml.CSafeLoader)
    below = _value(root, "vocabularies")
    records = below.value if below is not None else [root]
    [values] = [_value(one, "values") for one in records if _value(one, "id").value == id]
    if values.flow_style:
        at = values.end_mark.index - 1
        terms = "".join(f", {{name: {_quoted(name)}, local: yes}}" for name in names)
        return text[:at] + (terms if values.value else terms[2:]) + text[at:]
    lines = _ended(text).splitlines(True)
    last = values.value[-1].end_mark
    end = last.line + (last.column > 0)
    while end > 1 and not lines[end - 1].strip():
        end -= 1
    dash = " " * values.start_mark.column
    terms = "".join(f"{dash}- name: {_quoted(name)}\n{dash}  local: yes\n" for name in names)
    return "".join(lines[:end]) + terms + "".join(lines[end:])


def _value(record: Any, key: str) -> Any:
    """The node of a *key*, None where the record has none."""
    return next((value for name, value in record.value if name.value == key), None)


def _quoted(text: str) -> str:
    return written(dressed(text)).removesuffix("...\n").rstrip("\n")


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


@dataclass(frozen=True, slots=True)
class _Block:
    """A record of a list: its id, its own lines, and the blank lines and comments behind it."""

    id: str
    body: str
    rest: str


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


def _parts(text: str) -> tuple[_Head, list[_Block]] | None:
    """Part a list file into its head and its records; None where the records do not begin each
    with a dash on a line."""
    document = parse(text, "")
    below = document.mark.child(PLURAL)
    records = document.tree[PLURAL]
    lines = _ended(text).splitlines(True)
    if below is None or not isinstance(records, list) or not records or len(document.tree) > 1:
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
    nexts = [line for _, line in starts[1:]] + [len(lines)]
    for (id, start), end, following in zip(starts, _ends(text), nexts, strict=True):
        found.append(_Block(id, "".join(lines[start:end]), "".join(lines[end:following])))
    return _Head("".join(lines[: starts[0][1]]), indent), found


def _ends(text: str) -> Iterator[int]:
    """Yield how many lines there are up to the end of each record of a list, blank lines and
    comments behind it not counted; a ``#`` within a text is no comment."""
    import yaml

    depth, last = 0, 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        start: Any = event.start_mark
        end: Any = event.end_mark
        long = end.index > start.index  # the end of a block has no length, a bracket has
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            last = max(last, end.line + 1) if long else last
            if depth == _OF_RECORDS:
                yield last
        elif isinstance(event, yaml.ScalarEvent) and long:
            last = end.line + (end.column > 0)


_OF_RECORDS = 2  # the mapping with the key `entries`, and the list below it


def _rewritten(body: str, change: Change) -> str:
    """A record of a list with the changed keys written anew.

    ruamel.yaml gets it where it would write it itself, so that no comment moves.
    """
    indent = len(body) - len(body.lstrip(" "))
    text = f"{PLURAL}:\n{_indented(body, 2 - indent)}"
    made = _changed(text, change, lambda loaded: loaded[PLURAL][0])
    return _indented(made.partition("\n")[2], indent - 2)


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
            place = ids.index(change.ahead) if change.ahead in ids else place
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
