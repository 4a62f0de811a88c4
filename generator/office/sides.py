"""Both sides of the wall for one day: the public catalogue, and what is withheld.

What follows from the proceedings (the attribute that holds, the day on which a withheld document is
due) is worked out here for the rules and for the register alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue, Step, Unread, Written
from generator.facts.validity import after
from generator.marked import place
from generator.model.base import Word
from generator.model.document import AnyAttribute, Document, Paper
from generator.model.entry import Body
from generator.office.model import InternalDocument, Review, Withheld
from generator.office.reading import Records
from generator.office.request import Request
from generator.problems import Location
from generator.terms import folded


@dataclass(frozen=True, slots=True)
class Sides:
    """The *public* side, and the records of the internal one in the order of their ids.

    *review_of* holds, by the id of a document, its review; *repeated* what has the id of another
    record of this side, or the document of another review, with the first that had it; *beside*
    the paths of the files that lie beside records.
    """

    public: Catalogue
    documents: tuple[InternalDocument, ...]
    reviews: tuple[Review, ...]
    requests: tuple[Request, ...]
    by_id: Mapping[str, Written]
    review_of: Mapping[str, Review]
    repeated: tuple[tuple[Written, Written], ...]
    unread: tuple[Unread, ...]
    beside: frozenset[str]

    def at(self, record: Any, *steps: Step, of_key: bool = False) -> Location:
        """Return where *record*, or the value at *steps* within it, was written."""
        if isinstance(record, Document):
            return self.public.at(record, *steps, of_key=of_key)
        written = self.by_id[record.id]
        line, column = place(written.mark, steps, of_key=of_key)
        return Location(written.path, line, column)

    def lacks(self, record: Any, key: str) -> bool:
        """Whether *record* says nothing under *key*, and nothing was left out there."""
        return not getattr(record, key) and key not in self.by_id[record.id].dropped

    def is_whole(self, record: Any) -> bool:
        """Whether nothing of *record* was left out."""
        return not self.by_id[record.id].dropped

    def has_beside(self, record: InternalDocument, file: str) -> bool:
        """Whether the *file* that *record* names lies beside its own."""
        folder = posixpath.dirname(self.by_id[record.id].path)
        return posixpath.normpath(posixpath.join(folder, file)) in self.beside

    def withheld(self, id: str) -> InternalDocument | None:
        """Return the document of this side with *id*."""
        written = self.by_id.get(id)
        found = written.record if written else None
        return found if isinstance(found, InternalDocument) else None

    def published(self, id: str) -> Document | None:
        """Return the document of the public side with *id*."""
        found = self.public.get("documents", id)
        return found if isinstance(found, Document) else None

    def perhaps(self, kind: str, word: str) -> bool:
        """Whether *word* may stand in a record of *kind* that could not be read."""
        return any(one.lost or word in one.words for one in self.unread if one.kind == kind) or any(
            one.record.id == word for one, _ in self.repeated if one.kind == kind
        )

    def names(self, body: Body) -> frozenset[str]:
        """Return the names of a body as they are compared, those of its unit where it is one."""
        own = folded(body.name)
        for unit in self.public.units:
            known = frozenset({unit.id, folded(unit.name), folded(unit.short_name)} - {""})
            if body.unit == unit.id or own in known:
                return known
        return frozenset({own or body.unit})


def both(public: Catalogue, records: Records) -> Sides:
    """Return both sides for the day of *public*."""
    by_id: dict[str, Written] = {}
    review_of: dict[str, Written] = {}
    repeated = []
    for written in sorted(records.written, key=lambda one: (one.path, one.number)):
        first = by_id.setdefault(written.record.id, written)
        if first is written and isinstance(written.record, Review):
            first = review_of.setdefault(written.record.document, written)
        if first is not written:
            repeated.append((written, first))
    aside = [one for one, _ in repeated]
    kept = [by_id[id].record for id in sorted(by_id) if by_id[id] not in aside]
    return Sides(
        public=public,
        documents=tuple(one for one in kept if isinstance(one, InternalDocument)),
        reviews=tuple(one for one in kept if isinstance(one, Review)),
        requests=tuple(one for one in kept if isinstance(one, Request)),
        by_id=MappingProxyType(by_id),
        review_of=MappingProxyType({id: one.record for id, one in review_of.items()}),
        repeated=tuple(repeated),
        unread=records.unread,
        beside=records.beside,
    )


def same(one: Word | None, other: Word | None) -> bool:
    """Whether two attributes are the same word, whichever list they are of."""
    return one is not None and other is not None and one.value == other.value


def paper_of(sides: Sides, review: Review) -> Paper | None:
    """Return the document that *review* is about, on whichever side it is registered."""
    return sides.withheld(review.document) or sides.published(review.document)


def adjusted(review: Review, day: date) -> AnyAttribute | None:
    """Return the attribute that the document of *review* has by what was signed, and adjusted until
    *day*; None while it is not signed.

    A signature that lies ahead counts, and so does what is withheld from a day ahead: one wrong
    digit in a year must not silence whatever is held against it.
    """
    if review.signed is None:
        return None
    withheld = AnyAttribute.WITHHELD
    done = [one.after for one in review.adjustments if one.on <= day or one.after is withheld]
    return done[-1] if done else review.signed.attribute


def is_withheld(document: InternalDocument) -> bool:
    """Whether *document* is 不公开."""
    return document.attribute is Withheld.WITHHELD


def looked_at(document: InternalDocument, review: Review | None, day: date) -> date | None:
    """Return the last day until *day* on which it was decided, registered or reconsidered that
    *document* is withheld; None where nothing tells it."""
    signed = review.signed.on if review and review.signed else None
    registered = review.registered_on if review else None
    again = (one.on for one in document.reconsidered)
    days = (document.formed or document.issued, signed, registered, *again)
    return max((one for one in days if one and one <= day), default=None)


def due(sides: Sides, document: InternalDocument) -> date | None:
    """Return the day from which *document* is due to be reconsidered (规程 四, 条例 第十八条)."""
    last = looked_at(document, sides.review_of.get(document.id), sides.public.day)
    return after(last, sides.public.config.documents.self_check) if last else None


def others(sides: Sides, paper: Paper) -> Iterator[tuple[int, Body]]:
    """Yield the organs of a joint document but the first, which leads, each with its place."""
    lead = sides.names(paper.issuers[0]) if paper.issuers else frozenset[str]()
    for number, body in enumerate(paper.issuers):
        if number and not lead & sides.names(body):
            yield number, body
