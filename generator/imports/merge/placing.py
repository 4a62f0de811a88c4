"""Drafts to changes of the catalogue: which entry a row is, and what of it the table changed.

A row is the entry whose id it prints, or the one of the same field and names.  What an editor wrote
stays: a cell changes its element only when it is neither what an export of the entry prints nor
what the entry remembers as its original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Written
from generator.exports import layout
from generator.exports.marks import NAMES, mark_of, with_marks
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
    there = _there([draft for draft, _ in drafts], known, same, {*claimed})
    taken = set(known) | set(claimed)
    placed: list[Placed] = []
    seen: Counter[Names] = Counter()
    for number, (draft, columns) in enumerate(drafts):
        names = names_of(draft.entry)
        nth = seen[names]
        seen[names] += 1
        if old := there.get(number):
            printed = register.printed.get(draft.given, "") if draft.given else ""
            entry, keys = _changed(old.record, draft, columns, catalogue, printed)
            placed.append(Placed(draft, entry, old.record, keys, old.path))
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


def _there(
    drafts: Sequence[Draft],
    known: Mapping[str, Written],
    same: Iterable[Written],
    claimed: set[str],
) -> dict[int, Written]:
    """Which entry each draft is, by its place: the one of its id; the one that a table once
    brought under its names; the one that has its names now.  Equals are told by their order."""
    found = {
        number: known[draft.given]
        for number, draft in enumerate(drafts)
        if draft.given and draft.given in known and known[draft.given].kind == "entries"
    }
    same = list(same)
    for keys_of, key in ((_former, _brought), (lambda one: [names_of(one)], _named)):
        of_key: dict[object, list[Written]] = {}
        for written in same:
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
    return [_marked(draft.entry.field, draft.marks), names_of(draft.entry)]


def _marked(field: str, row: str) -> tuple[str, ...]:
    return (field, *(mark_of(row, one) for one in NAMES))


def _former(entry: Entry) -> Iterable[object]:
    """The names under which a table once brought *entry*, where an editor changed them since."""
    if entry.imported:
        yield _marked(entry.field, entry.imported)
    original = {means(head): wording.name(text) for head, text in entry.original}
    if original.keys() & {*NAMES}:
        yield (
            entry.field,
            folded(original.get("group", entry.group)),
            folded(original.get("name", entry.name)),
            folded(original.get("subgroup", entry.subgroup)),
        )


def _changed(
    old: Entry,
    draft: Draft,
    columns: tuple[Column, ...],
    catalogue: Catalogue,
    printed: str,
) -> tuple[Entry, frozenset[str]]:
    """Return *old* with what the table changed, and the keys that changed; *printed* are the marks
    of its line in the file that it was exported to, where it comes from one."""
    texts = layout.line_texts(layout.line(catalogue, old, layout.official_channels(catalogue)))
    before = Before(texts, dict(old.original), draft, printed or old.imported)
    fresh = dict(draft.entry.original)
    original = dict(old.original)
    values: dict[str, object] = {}
    for element in sorted(draft.said - {"extra"}):
        new, now = getattr(draft.entry, element), getattr(old, element)
        own = [c for c in columns if owner(c) == element]
        if new == now or before.said(element, own):
            continue
        values[element] = _known(old, new) if element == "basis" else new
        for column in own:
            if column.header in fresh:
                original[column.header] = fresh[column.header]
            else:
                original.pop(column.header, None)
    extra = dict(old.extra)
    others = [c for c in columns if c.element in ("extra", "ticks")]
    if others and not before.marked("extra"):
        for column in others:
            if text := draft.texts.get(column.index, ""):
                extra[column.header] = text
            else:
                extra.pop(column.header, None)
    values |= {"extra": tuple(extra.items()), "original": tuple(original.items())}
    if "category" in values:
        values["suggested"] = ()
    if not draft.given:
        differing = [one for one, value in values.items() if value != getattr(old, one)]
        if differing:
            values["imported"] = with_marks(old.imported, draft.marks, differing)
    entry = replace(old, **values)  # type: ignore[arg-type]
    was, now = tree(old), tree(entry)
    return entry, frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))


@dataclass(frozen=True, slots=True)
class Before:
    """What an entry's row said before: *printed* by an export of the entry as it is, *original*ly
    in the table that brought it, and the *marks* of the row."""

    printed: Mapping[str, str]
    original: Mapping[str, str]
    draft: Draft
    marks: str

    def said(self, element: str, columns: Iterable[Column]) -> bool:
        """Whether the row says of *element* what it said before, or what the entry says."""
        return self.marked(element) or all(map(self._alike, columns))

    def marked(self, element: str) -> bool:
        """Whether the row has the marks of what it said before."""
        mark = mark_of(self.marks, element)
        return bool(mark) and mark == mark_of(self.draft.marks, element)

    def _alike(self, column: Column) -> bool:
        raw = text_of(self.draft.item.cells.get(column.index, ()))
        shown = self.printed.get(PRINTED.get(column.element, column.header), None)
        return raw == shown or (not self.draft.given and raw == self.original.get(column.header))


def owner(column: Column) -> str:
    """Return the element of an entry that *column* speaks of."""
    return OWNER.get(column.element, column.element)


def _known(old: Entry, new: Iterable[Basis]) -> tuple[Basis, ...]:
    """Provisions, those that *old* has as they stand there: a sheet does not say all of them."""
    there = {layout.basis_text(one): one for one in old.basis}
    return tuple(there.get(layout.basis_text(one), one) for one in new)


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
