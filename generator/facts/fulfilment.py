"""What became of the catalogue in practice (目录与落实): every disclosure judged for the day, what
was never published, and how often what recurs was published.

Each of them is a pure function of the records, the calendar of config.yaml and the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.config import calendar_of
from generator.facts import limits
from generator.facts.adjustments import Mention, as_of, mentions
from generator.facts.successors import standing
from generator.facts.timeliness import Rhythm, State, Timing, rhythm, timing
from generator.model.disclosure import Disclosure
from generator.model.entry import Entry, Method
from generator.model.timelimit import Part, PartKind, TimeLimit, TimeUnit

T = TypeVar("T")

_DAY = timedelta(days=1)
# Under what a disclosure is counted: in time, not in time, owed, or not to be judged yet or at all.
SLUGS = MappingProxyType({
    State.ON_TIME: "kept", State.SHOWN: "kept", State.LATE: "late", State.SHORT: "late",
    State.OVERDUE: "owed", State.PENDING: "ahead", State.SHOWING: "ahead",
    State.UNSETTLED: "unable", State.UNABLE: "unable",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """A disclosure with its entry, the id of the *unit* whose it is, whether it is *out* on the
    day, its timing, and the *limit* it is judged by where the entry says another one today."""

    disclosure: Disclosure
    entry: Entry
    unit: str
    out: bool
    timing: Timing
    limit: TimeLimit | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """How often a unit published what an entry says recurs: the part that says so."""

    entry: Entry
    unit: str
    part: Part
    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Owed:
    """An entry that a *unit* must publish of its own motion (主动公开), whether it ever did, and
    whether *anybody* did; an entry without a unit is owed by "", and so is done by anybody."""

    entry: Entry
    unit: str
    done: bool
    anybody: bool


class Fulfilment:
    """What became of a catalogue by its day; what a single item needs does not wait for all.

    Attributes:
        deeds: What has begun, newest first.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        named = (catalogue.get("entries", id) for id in catalogue.disclosures_of)
        entries = [entry for entry in named if entry]
        self.deeds = _newest(deed for entry in entries for deed in deeds_of(catalogue, entry))

    @cached_property
    def of_entry(self) -> Mapping[str, tuple[Deed, ...]]:
        """The deeds under each entry, by its id."""
        return grouped(self.deeds, lambda deed: deed.entry.id)

    @cached_property
    def of_unit(self) -> Mapping[str, tuple[Deed, ...]]:
        """The deeds of each unit, by its id."""
        return grouped(self.deeds, lambda deed: deed.unit)

    def owed_of(self, entry: Entry) -> tuple[Owed, ...]:
        """Return who owes a current *entry*, body by body."""
        return owed_of(self._catalogue, entry, self.of_entry.get(entry.id, ()))

    def updates_of(self, entry: Entry) -> tuple[Update, ...]:
        """Return how often a current *entry* was published, where it says that it recurs."""
        return updates_of(self._catalogue, entry, self.of_entry.get(entry.id, ()))

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """Who owes which entry, field by field and body by body."""
        return tuple(one for entry in self._entries for one in self.owed_of(entry))

    @cached_property
    def owed_by(self) -> Mapping[str, tuple[Owed, ...]]:
        """What each unit owes, by its id; "" what anybody does."""
        return grouped(self.owed, lambda one: one.unit)

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """How often each entry that says that it recurs was published."""
        return tuple(one for entry in self._entries for one in self.updates_of(entry))

    @property
    def _entries(self) -> Iterator[Entry]:
        for field in self._catalogue.fields:
            yield from self._catalogue.entries_of.get(field.id, ())


def grouped(things: Iterable[T], key: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """Return *things* by what *key* says of each, in their order."""
    found: dict[str, list[T]] = defaultdict(list)
    for one in things:
        found[key(one)].append(one)
    return MappingProxyType({id: tuple(ones) for id, ones in found.items()})


def began(disclosure: Disclosure) -> date | None:
    """Return the day by whose limit *disclosure* is judged: its event, else its publication."""
    return disclosure.event or disclosure.published or disclosure.formed


def first_day(disclosure: Disclosure) -> date | None:
    """Return the first day that *disclosure* names; before it, it is yet to happen."""
    days = (disclosure.event, disclosure.formed, disclosure.published)
    return min((day for day in days if day), default=None)


def then(
    disclosure: Disclosure, entry: Entry, named: Mapping[str, tuple[Mention, ...]]
) -> Entry | None:
    """Return *entry* as it stood when the clock of *disclosure* started, None if it was no item."""
    day = began(disclosure)
    return as_of(entry, named.get(entry.id, ()), day) if day else entry


def unit_of(disclosure: Disclosure, entry: Entry) -> str:
    """Return the unit that published, or had to; the entry's own where it names one alone."""
    named = [body.unit for body in entry.subject]
    return disclosure.unit or (named[0] if len(named) == 1 else "")


def owed_on(entry: Entry, day: date) -> bool:
    """Return whether a current entry is to be published of one's own motion (主动公开) on *day*."""
    begun = entry.effective is None or entry.effective <= day
    return begun and entry.method is not Method.ON_REQUEST


def entries_of(owed: Iterable[Owed], *, nobody: bool = False) -> tuple[Entry, ...]:
    """Return each entry of *owed* once; with *nobody*, those that nobody ever published."""
    found = {one.entry.id: one.entry for one in owed if not (nobody and one.anybody)}
    return tuple(found.values())


def fulfilment(catalogue: Catalogue) -> Fulfilment:
    """Return what became of *catalogue* by its day."""
    return catalogue.once(Fulfilment)


def deeds_of(catalogue: Catalogue, entry: Entry) -> tuple[Deed, ...]:
    """Return what has begun under *entry*, newest first, each judged by it as it stood then."""
    calendar, day = calendar_of(catalogue.config.calendar), catalogue.day
    deeds = []
    for one in catalogue.disclosures_of.get(entry.id, ()):
        if (first_day(one) or day) > day:
            continue  # what is yet to happen is no news
        old = then(one, entry, catalogue.once(_named))
        unit, out = unit_of(one, old or entry), one.published is not None and one.published <= day
        deeds.append(
            Deed(
                one, entry, unit if out else standing(catalogue, unit), out,
                timing(one, old, calendar, day),
                old.time_limit if old and old.time_limit != entry.time_limit else None,
            )
        )  # fmt: skip
    return _newest(deeds)


def _newest(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    return tuple(sorted(sorted(deeds, key=lambda deed: deed.disclosure.id), key=_day, reverse=True))


def _named(catalogue: Catalogue) -> Mapping[str, tuple[Mention, ...]]:
    return mentions(catalogue.adjustments)


def _day(deed: Deed) -> date:
    one = deed.disclosure
    return one.published or one.event or one.formed or date.min


def owed_of(catalogue: Catalogue, entry: Entry, deeds: Sequence[Deed]) -> tuple[Owed, ...]:
    """Return who owes a current *entry*, body by body, of which *deeds* are all there are."""
    return tuple(_owed(catalogue, entry, deeds)) if owed_on(entry, catalogue.day) else ()


def updates_of(catalogue: Catalogue, entry: Entry, deeds: Sequence[Deed]) -> tuple[Update, ...]:
    """Return how often a current *entry* was published, where it says that it recurs; *deeds* are
    all of it."""
    if not owed_on(entry, catalogue.day):
        return ()
    return tuple(_updates(catalogue, entry, deeds, catalogue.once(_named).get(entry.id, ())))


def _owed(catalogue: Catalogue, entry: Entry, deeds: Sequence[Deed]) -> Iterator[Owed]:
    """Who owes *entry*: each of its bodies that is a unit; what nobody signed is anybody's."""
    out = {standing(catalogue, deed.unit) for deed in deeds if deed.out}
    units = [standing(catalogue, body.unit) for body in entry.subject if body.unit]
    for unit in dict.fromkeys(units or [""]):
        yield Owed(entry, unit, not out.isdisjoint((unit, "")) if unit else bool(out), bool(out))


def _updates(
    catalogue: Catalogue, entry: Entry, deeds: Sequence[Deed], named: tuple[Mention, ...]
) -> list[Update]:
    """The frequencies that *entry* names, by each unit that has published under it."""
    parts = limits.parts_of(entry.time_limit) if entry.time_limit else ()
    told = sorted(
        {one.adjustment.date for one in named if one.adjustment.date <= catalogue.day}, reverse=True
    )
    before = [as_of(entry, named, day - _DAY) for day in told]
    found = []
    for number, part in enumerate(parts, 1):
        if part.kind is not PartKind.FREQUENCY:
            continue
        since = next(
            (
                day
                for day, old in zip(told, before, strict=True)
                if not old or (part.n, part.unit) not in _paces(old)
            ),
            None,
        )
        days: dict[str, list[date]] = defaultdict(list)
        for deed in deeds:  # one that does not say which part it serves may serve this one
            if deed.disclosure.published and _serves(deed, number):
                days[standing(catalogue, deed.unit)].append(deed.disclosure.published)
        found += [
            Update(entry, unit, part, rhythm(of, part, catalogue.day, since))
            for unit, of in sorted(days.items())
        ]
    return found


def _paces(entry: Entry) -> set[tuple[int | None, TimeUnit | None]]:
    """The frequencies that *entry* names."""
    parts = limits.parts_of(entry.time_limit) if entry.time_limit else ()
    return {(one.n, one.unit) for one in parts if one.kind is PartKind.FREQUENCY}


def _serves(deed: Deed, number: int) -> bool:
    """Whether what was published serves the frequency that is part *number* of the limit today;
    where the limit of its day was another, whether it was of a frequency then."""
    one = deed.disclosure
    if one.part is None:
        return True
    if deed.limit is None:
        return one.part == number
    parts = limits.parts_of(deed.limit)
    return one.part <= len(parts) and parts[one.part - 1].kind is PartKind.FREQUENCY
