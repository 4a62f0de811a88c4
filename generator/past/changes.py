"""What changed between two catalogues, by content: the pure side of `adjust`, `diff` and `history`.

Entries are compared as the model types them, by id.  How they are written, in which file and in
which order changes nothing, nor does what only says where a row stands (`BOOKKEEPING`).  What
comes out is what a record of an adjustment holds, so that it can be written as one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.facts.adjustments import (
    ELEMENTS,
    Last,
    Mention,
    NoValueError,
    ended_unrecorded,
    ends,
    gone,
    last_values,
    mentions,
    says,
    told_on,
    unsaid,
    value_of,
    waits,
)
from generator.imports.merge.splices import in_text, told
from generator.imports.merge.yamltrees import plain as short
from generator.model.adjustment import (
    Adjustment,
    AdjustmentKind,
    Change,
    ChangeKind,
    FieldChange,
    plain,
)
from generator.model.entry import Entry

Entries = Mapping[str, Entry]
# What says where an item belongs and what it is called, rather than what has to be public.
_SORTING = frozenset({
    "name", "field", "group", "subgroup", "category", "stage", "duties", "extra", "remarks",
    "source",
})  # fmt: skip


def differences(old: Entries, new: Entries) -> tuple[Change, ...]:
    """Return what leads from the entries *old* to *new*, by id, in the order of *new*; those that
    are no longer there come last."""
    found = [change(old.get(id), entry) for id, entry in new.items()]
    found += [change(entry, None) for id, entry in old.items() if id not in new]
    return tuple(one for one in found if one is not None)


def change(old: Entry | None, new: Entry | None) -> Change | None:
    """Return what became of one entry between two states, None where nothing did; an entry that is
    no longer there is ended, and nothing of it is left, not even its name."""
    entry = new or old
    if entry is None:
        return None
    fields = tuple(
        _changed(element, old, new)
        for element in ELEMENTS
        if (old and says(old, element)) != (new and says(new, element))
        if (old and getattr(old, element)) or (new and getattr(new, element))
    )
    if not fields:
        return None
    kind = ChangeKind.CHANGED
    if old is None:
        kind = ChangeKind.ADDED
    elif new is None or (gone(new) and not gone(old)):
        kind = ChangeKind.ENDED
    return Change(entry=entry.id, kind=kind, fields=fields)


def _changed(element: str, old: Entry | None, new: Entry | None) -> FieldChange:
    return FieldChange(field=element, before=_tree(element, old), after=_tree(element, new))


def _tree(element: str, entry: Entry | None) -> Any:
    """What *entry* says of an element, as it would be written in its shortest form."""
    value = short(element, getattr(entry, element)) if entry else None
    return "" if value is None else _full(told(value))


def _full(tree: Any) -> Any:
    """*tree* without what says nothing, which no file can hold."""
    if isinstance(tree, dict):
        return {key: full for key, one in tree.items() if (full := _full(one)) != ""} or ""
    if isinstance(tree, list):
        return [full for one in tree if (full := _full(one)) != ""] or ""
    return tree


def uncovered(changes: Iterable[Change], adjustments: Iterable[Adjustment]) -> tuple[Change, ...]:
    """Return the part of *changes* that no adjustment tells of.

    What the last adjustment that names an element says of it is told; where it says something
    else, the change begins with what it said.
    """
    named = mentions(adjustments)
    return tuple(
        left for one in changes if (left := _left(one, named.get(one.entry, ()))) is not None
    )


def _left(one: Change, named: tuple[Mention, ...]) -> Change | None:
    if not named:
        return one
    latest = named[-1].change
    put_back = one.kind is ChangeKind.ADDED and not _added(named)  # only to say that it ended
    if ends(latest) and (put_back or _removes(one)):
        return None
    same_kind = one.kind is not ChangeKind.CHANGED and latest.kind is one.kind
    if same_kind and not latest.fields:  # told as a whole
        return None
    last = last_values(named)
    fields = []
    for field in one.fields:
        known = last.get(field.field)
        if known is None:
            fields.append(field)
        elif not _same(field.field, known.after, field.after):
            fields.append(_field(field.field, plain(known.after), plain(field.after)))
    if not fields:
        return None
    kind = one.kind
    if same_kind or kind is ChangeKind.ADDED:
        kind = ChangeKind.CHANGED
    return Change(entry=one.entry, kind=kind, fields=tuple(fields))


def _added(named: Iterable[Mention]) -> bool:
    return any(one.change.kind is ChangeKind.ADDED for one in named)


def _field(element: str, before: Any, after: Any) -> FieldChange:
    return FieldChange(field=element, before=before, after=after)


def untold(
    old: Entries, new: Entries, adjustments: Iterable[Adjustment], day: date
) -> tuple[Change, ...]:
    """Return the changes from *old* to *new* that no adjustment tells of and that cannot be seen
    from the records alone: no adjustment up to *day* names the element, and none has to tell that
    the item has ended."""
    adjustments = tuple(adjustments)
    named, told = mentions(adjustments), mentions(told_on(adjustments, day))
    found = []
    for one in uncovered(differences(old, new), adjustments):
        id, entry = one.entry, new.get(one.entry)
        if entry is None and id in named:
            continue
        seen = set(last_values(told.get(id, ())))
        if entry and ended_unrecorded(entry, adjustments, named.get(id, ())):
            seen |= {"ended", "superseded_by"} if entry.ended and entry.ended <= day else set()
        fields = tuple(field for field in one.fields if field.field not in seen)
        if fields:
            came = id not in old and not _added(named.get(id, ()))
            found.append(replace(one, kind=ChangeKind.ADDED if came else one.kind, fields=fields))
    return tuple(found)


def waiting(
    old: Entries, new: Entries, adjustments: Iterable[Adjustment], day: date, *, since: bool
) -> Mapping[tuple[str, str], Last]:
    """Return, by item and element, the last adjustment up to *day* whose value they wait for.

    With *since*, *old* is what somebody named to compare with: where an item said there what the
    adjustment says, it was changed back, and that is to be told.
    """
    named = mentions(told_on(adjustments, day))
    return {
        (id, element): last
        for id, entry in new.items()
        for element, last in unsaid(entry, named.get(id, ())).items()
        if waits(entry, element, last)
        if not (since and id in old and element not in unsaid(old[id], named[id]))
    }


def unrecorded(
    old: Entries,
    new: Entries,
    adjustments: Iterable[Adjustment],
    day: date,
    waiting: Container[tuple[str, str]] = (),
) -> tuple[Change, ...]:
    """Return what an adjustment of *day* has to tell: the changes from *old* to *new* that none
    tells of yet, and where an item does not say what the last one up to *day* made it, but for the
    items and elements that are *waiting*."""
    adjustments = tuple(adjustments)
    found = {one.entry: one for one in uncovered(differences(old, new), adjustments)}
    told = told_on(adjustments, day)
    named = mentions(told)
    for id, entry in new.items():
        fields = {
            element: _field(element, plain(last.after), _tree(element, entry))
            for element, last in unsaid(entry, named.get(id, ())).items()
        }
        ended = ended_unrecorded(entry, told, named.get(id, ()))
        if ended and "ended" not in fields:
            fields["ended"] = _field("ended", "", _tree("ended", entry))
        change = found.pop(id, None)
        fields |= {field.field: field for field in change.fields} if change else {}
        ordered = tuple(
            fields[one] for one in ELEMENTS if one in fields and (id, one) not in waiting
        )
        if ordered:
            kind = change.kind if change else ChangeKind.CHANGED
            kind = ChangeKind.ENDED if ended else kind
            found[id] = Change(entry=id, kind=kind, fields=ordered)
    order = {id: place for place, id in enumerate(new)}
    return tuple(sorted(found.values(), key=lambda one: order.get(one.entry, len(order))))


def _removes(one: Change) -> bool:
    return any(field.field == "name" and not field.after for field in one.fields)


def _same(element: str, one: str, other: str) -> bool:
    try:
        return bool(value_of(element, one) == value_of(element, other))
    except NoValueError:
        return False


def kind_of(changes: Iterable[Change]) -> AdjustmentKind:
    """Return which kind of adjustment *changes* look like: an expansion where all are new, sorting
    where only names and places changed, else a change."""
    changes = tuple(changes)
    if all(one.kind is ChangeKind.ADDED for one in changes):
        return AdjustmentKind.EXPANDED
    elements = {field.field for one in changes for field in one.fields}
    if elements <= _SORTING and all(one.kind is ChangeKind.CHANGED for one in changes):
        return AdjustmentKind.SORTED
    return AdjustmentKind.CHANGED


def proposed(id: str, day: date, changes: Iterable[Change]) -> Adjustment:
    """Return the record of *changes*, for an editor to complete."""
    changes = tuple(changes)
    return Adjustment(
        id=id,
        date=day,
        kind=kind_of(changes),
        title=f"{day.year}年{day.month}月{day.day}日目录动态调整",
        changes=changes,
    )


def record_text(adjustment: Adjustment, names: Mapping[str, str]) -> str:
    """Return an adjustment as YAML with its gaps open; each item is followed by its name in
    *names*, as a comment."""
    record = {
        "id": adjustment.id,
        "date": adjustment.date,
        "kind": adjustment.kind and adjustment.kind.value,
        "title": adjustment.title,
        "basis": None,
        "approved_by": None,
        "changes": [_written(one) for one in adjustment.changes],
    }
    lines = []
    for line in in_text(record, 0).splitlines():
        id = line.removeprefix("  - entry: ").strip("\"'") if line.startswith("  - entry: ") else ""
        name = " ".join(names.get(id, "").split())
        lines.append(f"{line}  # {name}\n" if name else f"{line}\n")
    return "".join(lines)


def _written(one: Change) -> dict[str, Any]:
    fields = [
        {"field": field.field}
        | {
            key: _dated(field.field, plain(value))
            for key, value in (("before", field.before), ("after", field.after))
            if value
        }
        for field in one.fields
    ]
    return {"entry": one.entry, "kind": one.kind.value, "reason": None, "fields": fields}


def _dated(element: str, value: Any) -> Any:
    """A day without the quotes that a text of figures would need."""
    return date.fromisoformat(value) if element in ("effective", "ended") else value
