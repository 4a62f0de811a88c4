"""What the adjustments say of the items: which were told by a day, and what each said last.

An adjustment (目录动态调整, 157号 规程 三(一)) names elements of items and what they say from then
on.  Whether an item still says so can be judged from the records alone, without their history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.model.adjustment import Adjustment, Change, ChangeKind, plain
from generator.model.entry import Entry

# What a record keeps for the program or for its place in a table; a change of it is no change of
# the catalogue: id, where a row stands and how it is numbered, what an import remembers.
BOOKKEEPING = frozenset({"id", "number", "order", "original", "imported", "suggested"})
# The elements of an item, and what it is called there.
ELEMENTS: Mapping[str, str] = MappingProxyType({
    name: str(field.title or name)
    for name, field in Entry.__pydantic_fields__.items()  # type: ignore[attr-defined]
    if name not in BOOKKEEPING
})  # fmt: skip


class NoValueError(ValueError):
    """A value cannot be what the element says."""


@lru_cache(maxsize=4096)
def value_of(element: str, value: str) -> Any:
    """Return a held value as the entry's model types it, so that forms do not matter.

    Raises:
        NoValueError: The element cannot say this.
    """
    return _compared(element, _typed(element, value))


def _typed(element: str, value: str) -> Any:
    record = {"id": "x", "name": "x", "field": "x"}
    if not value:
        return "" if element in record else getattr(_entry(record), element)
    try:
        return getattr(_entry(record | {element: plain(value)}), element)
    except ValidationError:
        raise NoValueError from None


def says(entry: Entry, element: str) -> Any:
    """Return what *entry* says of an element, to be compared with `value_of`."""
    return _compared(element, getattr(entry, element))


def _compared(element: str, value: Any) -> Any:
    return tuple(sorted(value)) if element == "extra" else value  # the order of keys says nothing


def _entry(record: dict[str, Any]) -> Entry:
    made: Entry = _ADAPTER.validate_python(record)
    return made


_ADAPTER = TypeAdapter(Entry)


def gone(entry: Entry) -> bool:
    """Return whether *entry* was ended or replaced, be it on a day to come."""
    return bool(entry.ended or entry.superseded_by)


@dataclass(frozen=True, slots=True)
class Mention:
    """An item in an adjustment: which, the number of the change from 0, and the change."""

    adjustment: Adjustment
    place: int
    change: Change


@dataclass(frozen=True, slots=True)
class Last:
    """The last change that names an element, and the number of the element within it."""

    mention: Mention
    place: int

    @property
    def before(self) -> str:
        """Return what the element said before, as one text."""
        return self.mention.change.fields[self.place].before

    @property
    def after(self) -> str:
        """Return what the element says since, as one text."""
        return self.mention.change.fields[self.place].after


def in_order(adjustments: Iterable[Adjustment]) -> tuple[Adjustment, ...]:
    """Return *adjustments* from the first to the last; of one day by order and id."""
    return tuple(
        sorted(
            adjustments,
            key=lambda one: (one.date, one.order is None, one.order or 0, len(one.id), one.id),
        )
    )


def told_on(adjustments: Iterable[Adjustment], day: date) -> tuple[Adjustment, ...]:
    """Return the adjustments up to *day*, the first one first."""
    return tuple(one for one in in_order(adjustments) if one.date <= day)


def mentions(adjustments: Iterable[Adjustment]) -> Mapping[str, tuple[Mention, ...]]:
    """Return, by the id of an item, where *adjustments* name it, the first first."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for adjustment in in_order(adjustments):
        for place, change in enumerate(adjustment.changes):
            found[change.entry].append(Mention(adjustment, place, change))
    return MappingProxyType({id: tuple(ones) for id, ones in found.items()})


def last_values(named: Iterable[Mention]) -> Mapping[str, Last]:
    """Return, by element, the last of the mentions of one item that says something of it."""
    return MappingProxyType({
        one.field: Last(mention, place)
        for mention in named
        for place, one in enumerate(mention.change.fields)
    })  # fmt: skip


def as_of(entry: Entry, named: Iterable[Mention], day: date) -> Entry | None:
    """Return *entry* as it stood on *day*, by its mentions *named*, the first first; None where it
    was no item yet.

    An adjustment holds from its date on, so that what a later one says came before it did.  An
    element that a record says nothing sound of stands as it does now.
    """
    then: dict[str, Any] = {}
    for mention in named:
        if mention.adjustment.date <= day:
            continue
        if mention.change.kind is ChangeKind.ADDED:
            return None
        for one in mention.change.fields:
            if one.field in ELEMENTS and one.field not in then:
                with suppress(NoValueError):
                    then[one.field] = _typed(one.field, one.before)
    found = replace(entry, **then) if then else entry
    return None if found.effective and day < found.effective else found


def ends(change: Change) -> bool:
    """Return whether *change* ends an item."""
    return change.kind is ChangeKind.ENDED


def ended_unrecorded(
    entry: Entry, adjustments: Iterable[Adjustment], named: Iterable[Mention]
) -> bool:
    """Return whether *entry* ended since there are *adjustments* and none of the mentions of it,
    *named*, tells so; that of an item which ended before them is nobody's to tell."""
    began = min((one.date for one in adjustments), default=date.max)
    if entry.ended is None or entry.ended < began:
        return False
    return not any(
        ends(one.change) or {"ended", "superseded_by"} & {own.field for own in one.change.fields}
        for one in named
    )


def unsaid(entry: Entry, named: Iterable[Mention]) -> Mapping[str, Last]:
    """Return, by element, the last of the mentions *named* of an item that *entry* does not say;
    one that can be no value of the element is a fault of its own."""
    return MappingProxyType({
        element: last
        for element, last in last_values(named).items()
        if element in ELEMENTS and _says(entry, element, last.after) is False
    })  # fmt: skip


def waits(entry: Entry, element: str, last: Last) -> bool:
    """Return whether *entry*, which does not say what the *last* mention of an element made it,
    still says what it said before; of an item that was added, nothing stood before."""
    added = last.mention.change.kind is ChangeKind.ADDED
    return not added and _says(entry, element, last.before) is True


def _says(entry: Entry, element: str, value: str) -> bool | None:
    """Whether *entry* says a held value of an element, None where it can be none."""
    try:
        return bool(says(entry, element) == value_of(element, value))
    except NoValueError:
        return None
