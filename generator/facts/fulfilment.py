"""What became of the catalogue in practice (目录与落实): every disclosure judged for the day, what
was never published, and how often what recurs was published.

Each of them is a pure function of the records, the calendar of config.yaml and the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.config import calendar_of
from generator.facts import limits
from generator.facts.timeliness import Rhythm, Timing, rhythm, timing
from generator.model.disclosure import Disclosure
from generator.model.entry import Entry, Method
from generator.model.timelimit import Part, PartKind


@dataclass(frozen=True, slots=True)
class Deed:
    """A disclosure with its entry, the id of the *unit* whose it is, whether it is *out* on the
    day, and its timing."""

    disclosure: Disclosure
    entry: Entry
    unit: str
    out: bool
    timing: Timing


@dataclass(frozen=True, slots=True)
class Update:
    """How often a unit published what an entry says recurs: the part that says so."""

    entry: Entry
    unit: str
    part: Part
    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """The whole of it: *deeds* newest first, *of_entry* and *of_unit* by id; *updates_of* by the id
    of an entry; *owed* the entries that must be published of one's own motion (主动公开), *never*
    those of them of which nothing was."""

    deeds: tuple[Deed, ...]
    of_entry: Mapping[str, tuple[Deed, ...]]
    of_unit: Mapping[str, tuple[Deed, ...]]
    updates: tuple[Update, ...]
    updates_of: Mapping[str, tuple[Update, ...]]
    owed: tuple[Entry, ...]
    never: tuple[Entry, ...]


def unit_of(disclosure: Disclosure, entry: Entry) -> str:
    """Return the unit that published, or had to; the entry's own where it names one alone."""
    named = [body.unit for body in entry.subject]
    return disclosure.unit or (named[0] if len(named) == 1 else "")


def owed_on(entry: Entry, day: date) -> bool:
    """Return whether a current entry is to be published of one's own motion (主动公开) on *day*."""
    begun = entry.effective is None or entry.effective <= day
    return begun and entry.method is not Method.ON_REQUEST


def fulfilment(catalogue: Catalogue) -> Fulfilment:
    """Return what became of *catalogue* by its day."""
    deeds = _deeds(catalogue)
    of_entry: dict[str, list[Deed]] = defaultdict(list)
    of_unit: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        of_entry[deed.entry.id].append(deed)
        of_unit[deed.unit].append(deed)
    owed = tuple(
        entry
        for field in catalogue.fields
        for entry in catalogue.entries_of.get(field.id, ())
        if owed_on(entry, catalogue.day)
    )
    updates = {entry.id: _updates(entry, of_entry.get(entry.id, []), catalogue) for entry in owed}
    return Fulfilment(
        deeds=deeds,
        of_entry=MappingProxyType({id: tuple(found) for id, found in of_entry.items()}),
        of_unit=MappingProxyType({id: tuple(found) for id, found in of_unit.items()}),
        updates=tuple(update for found in updates.values() for update in found),
        updates_of=MappingProxyType({id: tuple(found) for id, found in updates.items()}),
        owed=owed,
        never=tuple(
            entry for entry in owed if not any(deed.out for deed in of_entry.get(entry.id, ()))
        ),
    )


def _deeds(catalogue: Catalogue) -> tuple[Deed, ...]:
    calendar, day = calendar_of(catalogue.config.calendar), catalogue.day
    deeds = [
        Deed(
            one,
            entry,
            unit_of(one, entry),
            one.published is not None and one.published <= day,
            timing(one, entry, calendar, day),
        )
        for one in catalogue.disclosures
        if (entry := catalogue.get("entries", one.entry))
    ]
    deeds.sort(key=lambda deed: deed.disclosure.id)
    deeds.sort(key=_day, reverse=True)
    return tuple(deeds)


def _day(deed: Deed) -> date:
    one = deed.disclosure
    return one.published or one.event or one.formed or date.min


def _updates(entry: Entry, deeds: list[Deed], catalogue: Catalogue) -> list[Update]:
    """The frequencies that *entry* names, by each unit that has published under it."""
    parts = limits.parts_of(entry.time_limit) if entry.time_limit else ()
    found = []
    for number, part in enumerate(parts, 1):
        if part.kind is not PartKind.FREQUENCY:
            continue
        days: dict[str, list[date]] = defaultdict(list)
        for deed in deeds:  # one that does not say which part it serves may serve this one
            if deed.disclosure.published and deed.disclosure.part in (None, number):
                days[deed.unit].append(deed.disclosure.published)
        found += [
            Update(entry, unit, part, rhythm(of, part, catalogue.day))
            for unit, of in sorted(days.items())
        ]
    return found
