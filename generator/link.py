"""The barrier: all records are here, references meet, and what names what is worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue, Written
from generator.config import UNREAD
from generator.facts.attributes import attribute_on
from generator.facts.bases import act_of, by_name, law_ends
from generator.facts.validity import lives
from generator.model.document import AnyAttribute, Document
from generator.model.entry import Entry
from generator.model.kinds import KINDS, references
from generator.read import Read


def link(read: Read, day: date) -> Catalogue:
    """Return the catalogue of everything that was *read*, as it stands on *day*."""
    by_id: dict[str, Written] = {}
    repeated = []
    for written in sorted(read.written, key=_row):
        first = by_id.setdefault(written.record.id, written)
        if first is not written:
            repeated.append((written, first))
    withheld = tuple(written for written in by_id.values() if _is_withheld(written, day))
    for written in withheld:
        del by_id[written.record.id]
    kinds: dict[str, list[Any]] = {kind.plural: [] for kind in KINDS}
    for written in by_id.values():
        kinds[written.kind].append(written.record)
    config = read.config or UNREAD
    lived = lives(kinds["documents"], kinds["cleanups"], config.documents)
    ends = law_ends(kinds["laws"])
    acts = by_name(kinds["laws"], kinds["documents"], lived, ends, day)
    places = {field.id: place for place, field in enumerate(kinds["fields"])}
    kinds["entries"].sort(key=lambda entry: places.get(entry.field, len(places)))
    catalogue = Catalogue(
        config=config,
        settings=read.settings,
        day=day,
        entries=tuple(kinds["entries"]),
        units=tuple(kinds["units"]),
        fields=tuple(kinds["fields"]),
        duties=tuple(kinds["duties"]),
        laws=tuple(kinds["laws"]),
        vocabularies=tuple(kinds["vocabularies"]),
        documents=tuple(kinds["documents"]),
        cleanups=tuple(kinds["cleanups"]),
        adjustments=tuple(kinds["adjustments"]),
        disclosures=tuple(kinds["disclosures"]),
        keypoints=tuple(kinds["keypoints"]),
        evaluations=tuple(kinds["evaluations"]),
        reports=tuple(kinds["reports"]),
        interpretations=tuple(kinds["interpretations"]),
        responses=tuple(kinds["responses"]),
        consultations=tuple(kinds["consultations"]),
        meetings=tuple(kinds["meetings"]),
        cases=tuple(kinds["cases"]),
        texts=tuple(kinds["pages"]),
        by_id=MappingProxyType(by_id),
        repeated=tuple(repeated),
        withheld=withheld,
        unread=read.unread,
        entries_of=MappingProxyType({}),
        disclosures_of=_naming(kinds["disclosures"], "entries"),
        about=_naming((one for kind in TALKS for one in kinds[kind]), "documents"),
        acts_of=MappingProxyType(acts),
        ends_of=MappingProxyType(ends),
        lives=MappingProxyType(lived),
        personal=read.personal,
        attached=MappingProxyType({one.path: one for one in read.attached}),
        digests=read.digests,
    )
    return replace(catalogue, entries_of=_Naming(catalogue))


TALKS = ("interpretations", "responses", "consultations", "meetings")


def _naming(records: Iterable[Any], kind: str) -> Mapping[str, tuple[Any, ...]]:
    """The *records* that name a record of *kind*, by its id, each once."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for record in records:
        for _, named, id in references(record):
            if named == kind:
                found[id][record.id] = record
    return MappingProxyType({id: tuple(ones.values()) for id, ones in found.items()})


def _row(written: Written) -> tuple[bool, int, str, int]:
    order = written.record.order
    return order is None, order or 0, written.path, written.number


def _is_withheld(written: Written, day: date) -> bool:
    """Whether it is a document that becomes public only after *day*."""
    record = written.record
    return isinstance(record, Document) and attribute_on(record, day) is AnyAttribute.WITHHELD


class _Naming(Mapping[str, tuple[Entry, ...]]):
    """The current entries by the id of what they name: of their field at once, of all else when
    somebody asks for that."""

    def __init__(self, catalogue: Catalogue) -> None:
        fields: dict[str, list[Entry]] = defaultdict(list)
        for entry in catalogue.entries:
            if catalogue.current(entry) and catalogue.get("fields", entry.field):
                fields[entry.field].append(entry)  # without one it has no page to lead to
        self._fields = {id: tuple(entries) for id, entries in fields.items()}
        self._catalogue = catalogue

    @cached_property
    def _others(self) -> Mapping[str, tuple[Entry, ...]]:
        catalogue = self._catalogue
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in catalogue.entries:
            if entry.field not in self._fields or not catalogue.current(entry):
                continue
            ids = [id for _, kind, id in references(entry) if catalogue.get(kind, id)]
            ids += [act.id for basis in entry.basis if (act := act_of(basis, catalogue))]
            for id in dict.fromkeys(ids):
                found[id].append(entry)
        return {id: tuple(entries) for id, entries in found.items()}

    def __getitem__(self, id: str) -> tuple[Entry, ...]:
        return self._fields[id] if id in self._fields else self._others[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)
