"""What many pages show of an entry, worked out once: its card, its line and its JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

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
from generator.facts.fulfilment import Fulfilment, fulfilment
from generator.facts.rot import Rot, rot_of
from generator.model.bodies import Duty, Unit
from generator.model.document import Document
from generator.model.entry import Entry
from generator.plans.acts import DocumentCard, dated, document_card
from generator.plans.machine import entry_text
from generator.plans.shared import Card, card, current

T = TypeVar("T")


class Each(dict[str, T]):
    """What a function makes of each of *records* by its id, made when it is first asked for."""

    def __init__(self, records: Mapping[str, Any], make: Callable[[Any], T]) -> None:
        super().__init__()
        self._records, self._make = records, make

    def __missing__(self, id: str) -> T:
        made = self[id] = self._make(self._records[id])
        return made


@dataclass(frozen=True, slots=True)
class Prepared:
    """The catalogue as plans see it.

    *entries* are the current ones, field by field in the order of the fields; a field that has
    ended still has those that were not ended with it.  *cards*, *lines* and *texts* hold each of
    them by id, *told* each line as text, *rots* what is wrong with each of its bases, all made
    when they are asked for; *duties_of* and *units_below* what belongs to a unit.  *documents* are
    all of them, the newest first, each with its *document_cards*; *documents_of* those of a unit
    that issued them as the lead organ (主办机关), or as the first unit of this site where
    another's organ leads.  *fulfilment* is what was published under the catalogue, and when.
    """

    catalogue: Catalogue
    entries: tuple[Entry, ...]
    cards: Mapping[str, Card]
    lines: Mapping[str, Line]
    told: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]
    duties_of: Mapping[str, tuple[Duty, ...]]
    units_below: Mapping[str, tuple[Unit, ...]]
    rots: Mapping[str, tuple[tuple[Rot, ...], ...]]
    documents: tuple[Document, ...]
    document_cards: Mapping[str, DocumentCard]
    documents_of: Mapping[str, tuple[Document, ...]]
    fulfilment: Fulfilment

    def cards_of(self, entries: Iterable[Entry]) -> tuple[Card, ...]:
        """Return the cards of *entries*."""
        return tuple(self.cards[entry.id] for entry in entries)

    def sheet_of(
        self, entries: Iterable[Entry], *, fields: bool = False
    ) -> tuple[tuple[str, ...], ...]:
        """Return *entries* as rows of text below the names of their columns."""
        ids = [entry.id for entry in entries]
        names = columns((self.lines[id] for id in ids), fields=fields)
        return sheet(names, (self.told[id] for id in ids))

    def rows_of(self, entries: Iterable[Entry]) -> tuple[Row, ...]:
        """Return the rows of *entries*."""
        return tuple(self.lines[entry.id].row for entry in entries)

    def texts_of(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        """Return the JSON of *entries*."""
        return tuple(self.texts[entry.id] for entry in entries)


def prepare(catalogue: Catalogue) -> Prepared:
    """Return *catalogue* with what its pages share."""
    entries = tuple(
        entry for field in catalogue.fields for entry in catalogue.entries_of.get(field.id, ())
    )
    channels = official_channels(catalogue)
    by_id = {entry.id: entry for entry in entries}
    lines = Each(by_id, lambda entry: line(catalogue, entry, channels))
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in current(catalogue, catalogue.duties):
        duties[duty.unit].append(duty)
    below: dict[str, list[Unit]] = defaultdict(list)
    for unit in current(catalogue, catalogue.units):
        below[unit.parent].append(unit)
    documents = sorted(catalogue.documents, key=lambda one: one.id)
    documents.sort(key=lambda one: dated(one) or date.min, reverse=True)
    lead: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        own = next((body.unit for body in document.issuers if body.unit), "")
        if own:
            lead[own].append(document)
    rots = Each(
        by_id, lambda entry: tuple(rot_of(basis, entry, catalogue) for basis in entry.basis)
    )
    known = {document.id: document for document in documents}
    return Prepared(
        catalogue=catalogue,
        entries=entries,
        cards=Each(by_id, lambda entry: card(catalogue, entry)),
        lines=lines,
        told=Each(by_id, lambda entry: line_texts(lines[entry.id])),
        texts=Each(by_id, lambda entry: entry_text(catalogue, entry, rots[entry.id])),
        duties_of={unit: tuple(found) for unit, found in duties.items()},
        units_below={unit: tuple(found) for unit, found in below.items()},
        rots=rots,
        documents=tuple(documents),
        document_cards=Each(known, lambda document: document_card(catalogue, document)),
        documents_of={unit: tuple(found) for unit, found in lead.items()},
        fulfilment=fulfilment(catalogue),
    )
