"""What of an entry its row changed: what an editor wrote stays, where the row says what it said.

A cell changes its element only when it says something else than it said the last time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.exports import layout
from generator.exports.marks import (
    ELEMENTS,
    both,
    further,
    joined,
    mark_of,
    said_further,
    with_marks,
)
from generator.imports.entries import COMMENTS, OWNER, PRINTED, Draft
from generator.imports.merge.registers import Registers
from generator.imports.merge.yamltrees import tree
from generator.imports.tables.columns import Column
from generator.imports.tables.reading import text_of
from generator.model.entry import Basis, Entry


def row_before(old: Entry, draft: Draft, register: Registers) -> str:
    """The marks of what the row said the last time: an office's row as it was imported; one of an
    exported file as it was imported since, or else as it was exported."""
    office, edited = both(old.imported)
    if not draft.given:
        return office
    printed = register.printed.get(draft.given, "")
    _, at_export = both(str(register.told.get(draft.given, {}).get("imported", "")))
    if not printed or not edited:
        return printed or edited
    since = [one for one in ELEMENTS if mark_of(edited, one) != mark_of(at_export, one)]
    more = further(edited)
    return with_marks(printed, edited, since, extra=bool(more) and more != further(at_export))


def changed(
    old: Entry,
    draft: Draft,
    columns: tuple[Column, ...],
    catalogue: Catalogue,
    row: str,
) -> tuple[Entry, frozenset[str]]:
    """Return *old* with what the table changed, and the keys that changed; *row* are the marks of
    what its row said the last time."""
    texts = layout.line_texts(layout.line(catalogue, old, layout.official_channels(catalogue)))
    before = Before(texts, dict(old.original), draft, row)
    fresh, fresh_extra = dict(draft.entry.original), dict(draft.entry.extra)
    original, extra = dict(old.original), dict(old.extra)
    values: dict[str, object] = {}
    told: list[str] = []
    heads: list[str] = []
    for element in sorted(draft.said - {"extra"}):
        own = [column for column in columns if element in elements_of(column)]
        new = getattr(draft.entry, element)
        if before.said(element, own, same=new == getattr(old, element)):
            continue
        told.append(element)
        values[element] = _known(old, new) if element == "basis" else new
        heads += [column.header for column in own]
    further_ones = [column for column in columns if owner(column) == "extra"]
    more = [one.header for one in further_ones if not before.said_further(one, extra)]
    for head in (*heads, *more):
        _take(original, head, fresh.get(head, ""))
        _take(extra, head, fresh_extra.get(head, ""))
    _take(extra, COMMENTS, fresh_extra.get(COMMENTS, extra.get(COMMENTS, "")))
    values |= {"extra": tuple(extra.items()), "original": tuple(original.items())}
    if "category" in values and values["category"] != old.category:
        values["suggested"] = ()
    office, edited = both(old.imported)
    if draft.given:
        edited = with_marks(edited, draft.marks, told, extra=bool(more))
    elif office:
        office = with_marks(office, draft.marks, told, extra=bool(more))
    else:
        office = draft.marks
    if told or more:
        values["imported"] = joined(office, edited)
    entry = replace(old, **values)  # type: ignore[arg-type]
    was, now = tree(old), tree(entry)
    return entry, frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))


def _take(texts: dict[str, str], head: str, text: str) -> None:
    if text:
        texts[head] = text
    else:
        texts.pop(head, None)


@dataclass(frozen=True, slots=True)
class Before:
    """What an entry's row said before: *printed* by an export of the entry as it is, *original*ly
    in the table that brought it, and the marks of the *row*."""

    printed: Mapping[str, str]
    original: Mapping[str, str]
    draft: Draft
    row: str

    def said(self, element: str, columns: Iterable[Column], *, same: bool) -> bool:
        """Whether the row says of *element* what it said before, or what the entry prints; where
        it is not known what it said, whether it means the *same*."""
        mark = mark_of(self.row, element)
        if mark:
            known = mark == mark_of(self.draft.marks, element)
        else:
            known = same or all(map(self._original, columns))
        return known or all(map(self._printed, columns))

    def said_further(self, column: Column, extra: Mapping[str, str]) -> bool:
        """The same of a further column; a blank says nothing where something else than the table
        filled it."""
        head, text = column.header, self.draft.texts.get(column.index, "")
        now = extra.get(head, "")
        if text == now or not further(self.row):
            return text == now or not (text or self.draft.given)
        return said_further(self.row, head, text or now) == bool(text)

    def _printed(self, column: Column) -> bool:
        shown = self.printed.get(PRINTED.get(column.element, column.header))
        return shown == text_of(self.draft.item.cells.get(column.index, ()))

    def _original(self, column: Column) -> bool:
        raw = text_of(self.draft.item.cells.get(column.index, ()))
        return not self.draft.given and raw == self.original.get(column.header)


def elements_of(column: Column) -> tuple[str, ...]:
    """Return the elements that *column* speaks of, two names perhaps."""
    return ("group", "name") if column.element == "group-and-name" else (owner(column),)


def owner(column: Column) -> str:
    """Return the element of an entry that *column* speaks of."""
    return OWNER.get(column.element, column.element)


def _known(old: Entry, new: Iterable[Basis]) -> tuple[Basis, ...]:
    """Provisions, those that *old* has as they stand there: a sheet does not say all of them."""
    there = {layout.basis_text(one): one for one in old.basis}
    return tuple(there.get(layout.basis_text(one), one) for one in new)
