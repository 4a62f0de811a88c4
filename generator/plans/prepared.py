"""What plans see: the catalogue, what stands around its entries, and what many pages show of one.

`Around` is the catalogue without its entries.  A page that is made of it and of the entries it is
given can see no other, so that their keys tell whether it is what it was (`page.Of`).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from generator import keys
from generator.catalogue import Catalogue
from generator.exports.layout import (
    Line,
    Row,
    columns,
    line,
    line_texts,
    official_channels,
    sheet,
)
from generator.facts.fulfilment import Fulfilment, fulfilment, grouped
from generator.facts.rot import Rot, rot_of
from generator.keys import Many, Part, part_of
from generator.model.bodies import Duty, Unit
from generator.model.document import Document
from generator.model.entry import Entry
from generator.page import Of, Page
from generator.plans.acts import DocumentCard, dated, document_card
from generator.plans.machine import entry_text
from generator.plans.shared import Card, card, current
from generator.store import Store

T = TypeVar("T")
P = TypeVar("P")
V = TypeVar("V", bound="str | tuple[str, ...]")

TOGETHER = 64  # about how many neighbours of a long list are remembered together
LONG = 1_000  # entries of a list that is remembered
MOST = 10_000  # records of which what many pages show is kept at once


class Each(Generic[T]):
    """What a function makes of each record, made when it is first asked for, and then kept while
    there is not too much of it."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._made: dict[str, T] = {}

    def __call__(self, record: Any) -> T:
        """Return what is made of *record*."""
        made = self._made.get(record.id)
        if made is None:
            if len(self._made) >= MOST:
                self._made.clear()
            made = self._made[record.id] = self._make(record)
        return made


class Around:
    """The catalogue without its entries, and what pages show of an entry that they are given.

    Attributes:
        catalogue: All records but the entries.

        channels: The boxes that every row prints.

        keys: Of each entry, the key of what was read as it; of no use but to compare.

        card, line, told, text, rots: An entry as a line of a list, as a line of a sheet, that as
            text, as JSON, and what is wrong with each of its bases.

        document_card: A document as a line of a list.
    """

    def __init__(self, whole: Catalogue, store: Store | None = None) -> None:
        own = {id: one for id, one in whole.by_id.items() if one.kind == "entries"}
        others = {id: one for id, one in whole.by_id.items() if one.kind != "entries"}
        catalogue = replace(
            whole, entries=(), by_id=MappingProxyType(others), entries_of=MappingProxyType({}),
            repeated=(), unread=(), personal=(), digests=MappingProxyType({}),
        )  # fmt: skip
        channels = self.channels = official_channels(catalogue)
        self._digests = whole.digests
        self._repeated = whole.repeated
        self._own = own
        self._store = store
        self.catalogue = catalogue
        self.card: Each[Card] = Each(lambda entry: card(catalogue, entry))
        self.line: Each[Line] = Each(lambda entry: line(catalogue, entry, channels))
        self.told: Each[Mapping[str, str]] = Each(lambda entry: line_texts(self.line(entry)))
        self.rots: Each[tuple[tuple[Rot, ...], ...]] = Each(
            lambda entry: tuple(rot_of(basis, entry, catalogue) for basis in entry.basis)
        )
        self.text: Each[str] = Each(lambda entry: entry_text(catalogue, entry, self.rots(entry)))
        self.document_card: Each[DocumentCard] = Each(
            lambda document: document_card(catalogue, document)
        )

    @cached_property
    def key(self) -> str:
        """The key of all that was read but entries, of the day, and of what an id takes away."""
        of_entries = {one.path for one in self._own.values()}
        others = sorted(one for one in self._digests.items() if one[0] not in of_entries)
        taken = [(one.record.id, one.path, first.path) for one, first in self._repeated]
        return keys.fingerprint(self.catalogue.day, others, taken)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        return {
            id: f"{self._digests.get(one.path)} {one.path} {one.number}"
            for id, one in self._own.items()
        }

    @cached_property
    def duties_of(self) -> Mapping[str, tuple[Duty, ...]]:
        """The current duties of each unit, by its id."""
        return grouped(current(self.catalogue, self.catalogue.duties), lambda one: one.unit)

    @cached_property
    def units_below(self) -> Mapping[str, tuple[Unit, ...]]:
        """The current units below each unit, by its id."""
        return grouped(current(self.catalogue, self.catalogue.units), lambda one: one.parent)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents, the newest first."""
        documents = sorted(self.catalogue.documents, key=lambda one: one.id)
        documents.sort(key=lambda one: dated(one) or date.min, reverse=True)
        return tuple(documents)

    @cached_property
    def documents_of(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents of each unit that issued them as the lead organ (主办机关), or as the first
        unit of this site where another's organ leads."""
        lead = grouped(
            self.documents, lambda one: next((body.unit for body in one.issuers if body.unit), "")
        )
        return {unit: documents for unit, documents in lead.items() if unit}

    def page(
        self,
        path: str,
        writer: str,
        work: Callable[..., object],
        entries: Iterable[Entry],
        *more: object,
    ) -> Page:
        """Return a page that *work* makes of this, of *entries* and of *more*, and of nothing else;
        *more* are plain values: their ``repr`` tells them apart."""
        made = Of(work, self, tuple(entries), more)
        return Page(path, writer, made, len(made.records))

    def worked_out(self, kind: str, of: type[T], work: Callable[[P], T], given: P) -> T:
        """Return what *work* makes of what is *given* alone, as an earlier build remembers it."""
        if self._store is None:
            return work(given)
        key = keys.fingerprint(keys.program(), given)
        return self._store.worked_out(kind, key, of, partial(work, given))

    def cards_of(self, entries: Iterable[Entry]) -> tuple[Card, ...]:
        """Return the cards of *entries*."""
        return tuple(map(self.card, entries))

    def texts_of(self, entries: Sequence[Entry]) -> Many[str]:
        """Return *entries* as JSON."""
        return Many(self._parts("text", entries, lambda some: map(self.text, some)))

    def sheet_of(
        self, entries: Iterable[Entry], *, fields: bool = False, long: bool = False
    ) -> Many[tuple[str, ...]]:
        """Return *entries* as rows of text below the names of their columns; *long* tells that they
        stand in a long list."""
        entries = tuple(entries)
        names = columns(entries, fields=fields)
        rows = self._parts(
            "row", entries, lambda some: sheet(names, map(self.told, some)), *names, long=long
        )
        return Many(chain([part_of([names])], rows))

    def _parts(
        self,
        kind: str,
        entries: Sequence[Entry],
        work: Callable[[Sequence[Entry]], Iterable[V]],
        *names: str,
        long: bool = False,
    ) -> Iterator[Part]:
        """Yield what *work* makes of *entries*, and of *names*, part by part; those of a long list
        as an earlier build remembers them."""
        tight = long or len(entries) >= LONG
        for some in _neighbours(entries):
            made = partial(lambda some: part_of(work(some), tight=tight), some)
            if tight and self._store:
                made_of = [self.keys[one.id] for one in some]
                key = keys.fingerprint(keys.program(), self.key, made_of, names)
                yield self._store.worked_out(kind, key, Part, made)
            else:
                yield made()

    def rows_of(self, entries: Iterable[Entry]) -> tuple[Row, ...]:
        """Return the rows of *entries*."""
        return tuple(self.line(entry).row for entry in entries)


def _neighbours(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """*entries* some at a time; where they are parted, their ids tell, so that one more or less
    parts no others."""
    some: list[Entry] = []
    for one in entries:
        some.append(one)
        if zlib.crc32(one.id.encode()) % TOGETHER == 0:
            yield some
            some = []
    if some:
        yield some


@dataclass(frozen=True, slots=True)
class Prepared:
    """The catalogue as plans see it, and what stands *around* its entries.

    *entries* are the current ones, field by field in the order of the fields; a field that has
    ended still has those that were not ended with it.  *fulfilment* is what was published under the
    catalogue, and when.
    """

    catalogue: Catalogue
    around: Around
    entries: tuple[Entry, ...]
    fulfilment: Fulfilment


def prepare(catalogue: Catalogue, store: Store | None = None) -> Prepared:
    """Return *catalogue* with what its pages share, some of which *store* remembers."""
    entries = tuple(
        entry for field in catalogue.fields for entry in catalogue.entries_of.get(field.id, ())
    )
    return Prepared(catalogue, Around(catalogue, store), entries, fulfilment(catalogue))
