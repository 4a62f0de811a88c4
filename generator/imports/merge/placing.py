"""Drafts to changes of the catalogue: which entry a row is, and what of it the table changed.

A row is the entry whose id it prints, or the one of the same field and names.  What an editor wrote
stays: a cell changes its element only when it is neither what an export of the entry prints nor
what the entry remembers as its original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Written
from generator.exports import layout
from generator.imports.entries import OWNER, PRINTED, Draft
from generator.imports.merge.ids import id_of
from generator.imports.merge.orders import numbered
from generator.imports.merge.registers import Registers, registered
from generator.imports.merge.yamlfiles import Change
from generator.imports.merge.yamltrees import tree
from generator.imports.tables.columns import Column
from generator.imports.tables.reading import text_of
from generator.imports.words import wording
from generator.imports.words.heads import means
from generator.model.entry import Basis, Entry
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
    problems: list[Problem] = []
    by_names: dict[tuple[Names, int], Written] = {}
    count: Counter[Names] = Counter()
    for written in same:
        for names in {names_of(written.record), *_former(written.record)}:
            by_names.setdefault((names, count[names]), written)
            count[names] += 1
    claimed: dict[str, Draft] = {}
    for draft, _ in drafts:
        if not draft.given:
            continue
        if draft.given in claimed:
            at = _at(draft)
            problems.append(problem(at, "table-id-twice", id=draft.given))
        other = known.get(draft.given)
        if other is not None and other.kind != "entries":
            at = _at(draft)
            problems.append(problem(at, "table-id-taken", id=draft.given, kind=other.kind))
        claimed[draft.given] = draft
    taken = set(known) | set(claimed)
    placed: list[Placed] = []
    seen: Counter[Names] = Counter()
    for draft, columns in drafts:
        names = names_of(draft.entry)
        there = known.get(draft.given) if draft.given else None
        if not draft.given:
            while (found := by_names.get((names, seen[names]))) and found.record.id in claimed:
                seen[names] += 1
            if found := by_names.get((names, seen[names])):
                there = found
                claimed[found.record.id] = draft
        nth = seen[names]
        seen[names] += 1
        if there is not None and there.kind == "entries":
            entry, keys = _changed(there.record, draft, columns, catalogue)
            placed.append(Placed(draft, entry, there.record, keys, there.path))
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
    return _ordered(placed), tuple(problems)


def _former(entry: Entry) -> Iterable[Names]:
    """The names under which a table once brought *entry*, where an editor changed them since."""
    original = {means(head): wording.name(text) for head, text in entry.original}
    if original.keys() & {"group", "name", "subgroup"}:
        yield (
            entry.field,
            folded(original.get("group", entry.group)),
            folded(original.get("name", entry.name)),
            folded(original.get("subgroup", entry.subgroup)),
        )


def _changed(
    old: Entry, draft: Draft, columns: tuple[Column, ...], catalogue: Catalogue
) -> tuple[Entry, frozenset[str]]:
    """Return *old* with what the table changed, and the keys that changed."""
    printed = layout.line_texts(layout.line(catalogue, old, layout.official_channels(catalogue)))
    original = dict(old.original)
    fresh = dict(draft.entry.original)
    values: dict[str, object] = {}
    for element in sorted(draft.said):
        new, now = getattr(draft.entry, element), getattr(old, element)
        own = [c for c in columns if _owner(c) == element]
        if new == now or all(_as_before(c, draft, printed, original) for c in own):
            continue
        values[element] = _known(old, new) if element == "basis" else new
        for column in own:
            original.pop(column.header, None)
            if column.header in fresh:
                original[column.header] = fresh[column.header]
    extra = dict(old.extra)
    for column in columns:
        if column.element in ("extra", "ticks"):
            text = draft.texts.get(column.index, "")
            if text:
                extra[column.header] = text
            else:
                extra.pop(column.header, None)
    values |= {"extra": tuple(extra.items()), "original": tuple(original.items())}
    if "category" in values:
        values["suggested"] = ()
    entry = replace(old, **values)  # type: ignore[arg-type]
    before, after = tree(old), tree(entry)
    return entry, frozenset(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )


def _known(old: Entry, new: Iterable[Basis]) -> tuple[Basis, ...]:
    """Provisions, those that *old* has as they stand there: a sheet does not say all of them."""
    there = {layout.basis_text(one): one for one in old.basis}
    return tuple(there.get(layout.basis_text(one), one) for one in new)


def _owner(column: Column) -> str:
    return OWNER.get(column.element, column.element)


def _as_before(
    column: Column, draft: Draft, printed: Mapping[str, str], original: Mapping[str, str]
) -> bool:
    """Whether a cell is what an export prints of the entry, or what it was when it was imported."""
    raw = text_of(draft.item.cells.get(column.index, ()))
    shown = printed.get(PRINTED.get(column.element, column.header), None)
    return raw == shown or raw == original.get(column.header)


def _ordered(placed: list[Placed]) -> list[Placed]:
    """Give each new entry an order between its neighbours', field by field; where there is no room,
    all of a field are numbered anew.  Entries that stand without orders keep standing so."""
    found = list(placed)
    of: dict[str, list[int]] = {}
    for number, one in enumerate(placed):
        of.setdefault(one.entry.field, []).append(number)
    for numbers in of.values():
        orders = [found[n].entry.order for n in numbers]
        old = [n for n in numbers if found[n].old is not None]
        if old and all(found[n].entry.order is None for n in old):
            continue
        for n, order in zip(numbers, numbered(orders), strict=True):
            one = found[n]
            if one.entry.order != order and (one.old is None or order is not None):
                keys = None if one.keys is None else one.keys | {"order"}
                found[n] = replace(one, entry=replace(one.entry, order=order), keys=keys)
    return found


def changes(placed: Iterable[Placed]) -> list[Change]:
    """Return what must be written, each new entry after the one before it in the table."""
    found: list[Change] = []
    before = ""
    for one in placed:
        if one.keys is None or one.keys:
            found.append(Change(one.entry, one.keys, before))
        before = one.entry.id
    return found
