"""Drafts to entries with ids: which entry a row is, or that it is a new one, and where it stands.

A row is the entry whose id it prints, or the one of the same field and names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.catalogue import Catalogue, Written
from generator.exports.marks import NAMES, both, mark_of
from generator.imports.entries import Draft
from generator.imports.merge.changing import changed, row_before
from generator.imports.merge.ids import id_of
from generator.imports.merge.orders import numbered
from generator.imports.merge.registers import Registers, registered
from generator.imports.merge.yamlfiles import Change
from generator.imports.tables.columns import Column
from generator.imports.words import wording
from generator.imports.words.heads import means
from generator.model.entry import Entry
from generator.problems import Location, Problem, problem
from generator.terms import folded


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its id: the entry to be written and how it differs from *old*, if there is one.

    *keys* are the changed keys, None for a new entry; *path* the file of the entry that is there.
    """

    draft: Draft
    entry: Entry
    old: Entry | None
    keys: frozenset[str] | None
    path: str = ""


Names = tuple[str, str, str, str]


def _at(draft: Draft) -> Location:
    return Location(draft.file, draft.item.rows[0])


def names_of(entry: Entry) -> Names:
    """Return what tells an item from the others where it has no id."""
    return entry.field, folded(entry.group), folded(entry.name), folded(entry.subgroup)


def place(
    drafts: Iterable[tuple[Draft, tuple[Column, ...]]],
    *,
    known: Mapping[str, Written],
    same: Iterable[Written],
    unit: str,
    register: Registers,
    catalogue: Catalogue,
) -> tuple[list[Placed], tuple[Problem, ...]]:
    """Return *drafts* with ids, orders and changes.

    Args:
        drafts: Each draft with the columns of its table, in the order of the tables.

        known: Every record of the site by id.

        same: The entries among which a row without an id may find itself.

        unit: The id of the unit whose catalogue it is, or an empty text.

        register: What exported workbooks say of their entries beside the form.

        catalogue: The site.
    """
    drafts = list(drafts)
    claimed: dict[str, Draft] = {}
    problems: list[Problem] = []
    for draft, _ in drafts:
        if not draft.given:
            continue
        if draft.given in claimed:
            problems.append(problem(_at(draft), "table-id-twice", id=draft.given))
        other = known.get(draft.given)
        if other is not None and other.kind != "entries":
            problems.append(problem(_at(draft), "table-id-taken", id=draft.given, kind=other.kind))
        claimed[draft.given] = draft
    same = list(same)
    ended = [one for one in same if not catalogue.current(one.record)]  # looked at last
    current = [one for one in same if catalogue.current(one.record)]
    there = _there([draft for draft, _ in drafts], known, (current, ended), {*claimed})
    taken = set(known) | set(claimed)
    placed: list[Placed] = []
    seen: Counter[Names] = Counter()
    for number, (draft, columns) in enumerate(drafts):
        names = names_of(draft.entry)
        nth = seen[names]
        seen[names] += 1
        if old := there.get(number):
            row = row_before(old.record, draft, register)
            entry, keys = changed(old.record, draft, columns, catalogue, row)
            placed.append(Placed(draft, entry, old.record, keys, old.path))
            if not catalogue.current(entry):
                at = _at(draft)
                problems.append(problem(at, "table-ended", id=entry.id, day=entry.ended))
            continue
        own = draft.entry
        id = draft.given or id_of(
            own.field,
            unit,
            (own.name, own.group, own.subgroup, *([str(nth)] if nth else [])),
            taken,
        )
        taken.add(id)
        new = replace(own, id=id)
        if draft.given and draft.file in register.files:
            new = registered(new, register.told.get(id, {}))
        placed.append(Placed(draft, new, None, None))
    these = {one.entry.id for one in placed}
    others = (one.record for one in known.values() if one.kind == "entries")
    return _ordered(placed, (one for one in others if one.id not in these)), tuple(problems)


def _there(
    drafts: Sequence[Draft],
    known: Mapping[str, Written],
    same: Iterable[Sequence[Written]],
    claimed: set[str],
) -> dict[int, Written]:
    """Which entry each draft is, by its place: the one of its id; the one that a table once
    brought under its names; the one that has its names now; of each, the first of the lists of
    *same* that has one.  Equals are told by their order."""
    found = {
        number: known[draft.given]
        for number, draft in enumerate(drafts)
        if draft.given and draft.given in known and known[draft.given].kind == "entries"
    }
    ways: tuple[tuple[Callable[[Entry], Iterable[object]], Callable[[Draft], list[object]]], ...]
    ways = ((_former, _brought), (lambda one: [names_of(one)], _named))
    for some, (keys_of, key) in product(same, ways):
        of_key: dict[object, list[Written]] = {}
        for written in some:
            for one in keys_of(written.record):
                of_key.setdefault(one, []).append(written)
        for number, draft in enumerate(drafts):
            if draft.given or number in found:
                continue
            for one in key(draft):
                free = [w for w in of_key.get(one, ()) if w.record.id not in claimed]
                if free and number not in found:
                    found[number] = free[0]
                    claimed.add(free[0].record.id)
    return found


def _named(draft: Draft) -> list[object]:
    return [names_of(draft.entry)]


def _brought(draft: Draft) -> list[object]:
    """How `_former` calls what this draft would be, had it been imported before."""
    return [_marked(draft.marks), names_of(draft.entry)]


def _marked(row: str) -> tuple[str, ...]:
    return tuple(mark_of(row, one) for one in ("field", *NAMES))


def _former(entry: Entry) -> Iterable[object]:
    """The names under which a table once brought *entry*, where an editor changed them since."""
    office, _ = both(entry.imported)
    if office:
        yield _marked(office)
    original = {means(head): wording.name(text) for head, text in entry.original}
    if original.keys() & {*NAMES}:
        yield (
            entry.field,
            folded(original.get("group", entry.group)),
            folded(original.get("name", entry.name)),
            folded(original.get("subgroup", entry.subgroup)),
        )


def _ordered(placed: list[Placed], others: Iterable[Entry]) -> list[Placed]:
    """Give each new entry an order between its neighbours', field by field; where there is no room,
    all of the table that have one are numbered anew.  Beside entries that stand without orders new
    ones have none either; *others* of the field, which the table does not have, stay apart."""
    found = list(placed)
    of: dict[str, list[int]] = {}
    for number, one in enumerate(placed):
        of.setdefault(one.entry.field, []).append(number)
    beside: dict[str, list[int | None]] = {}
    for entry in others:
        beside.setdefault(entry.field, []).append(entry.order)
    for field, numbers in of.items():
        old = [found[n].entry.order for n in numbers if found[n].old is not None]
        there = old or beside.get(field, [])
        if there and all(order is None for order in there):
            continue
        moving = [n for n in numbers if found[n].old is None or found[n].entry.order is not None]
        orders = [found[n].entry.order for n in moving]
        last = max((order for order in there if order is not None), default=0)
        after = [one for one in beside.get(field, ()) if one is not None and one > last]
        ahead, behind = ([], sorted(after)[:1]) if old else ([last], [])
        made = numbered([*ahead, *orders, *behind])[len(ahead) :][: len(orders)]
        for n, order in zip(moving, made, strict=True):
            one = found[n]
            if one.entry.order != order:
                keys = None if one.keys is None else one.keys | {"order"}
                found[n] = replace(one, entry=replace(one.entry, order=order), keys=keys)
    return found


def changes(placed: Iterable[Placed]) -> list[Change]:
    """Return what must be written, each new entry after the one before it in the table, or ahead
    of the one that follows."""
    placed = list(placed)
    found: list[Change] = []
    before = ""
    for number, one in enumerate(placed):
        if one.keys is None or one.keys:
            follows = (other.entry.id for other in placed[number:] if other.keys is not None)
            ahead = "" if before else next(follows, "")
            found.append(Change(one.entry, one.keys, before, ahead))
        before = one.entry.id
    return found
