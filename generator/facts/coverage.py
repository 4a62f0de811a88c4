"""Whether the lists of powers and services and the catalogue cover each other, and how far items
cover the five categories and three stages (157号 规程 三(一)(二))."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.model.bodies import Cluster, Duty
from generator.model.entry import Category, Entry, Stage

# 名称 is required by the model; the others may be missing in a real table, each with a warning.
ELEMENTS = MappingProxyType(
    {
        "content": "公开内容",
        "basis": "公开依据",
        "subject": "公开主体",
        "time_limit": "公开时限",
        "method": "公开方式",
    }
)
COLUMNS: tuple[Category | Stage, ...] = (*Category, *Stage)


def uncovered(catalogue: Catalogue) -> tuple[Duty, ...]:
    """Return the current duties from which no current entry derives."""
    named = {id for entry in filter(catalogue.current, catalogue.entries) for id in entry.duties}
    return tuple(
        duty for duty in catalogue.duties if catalogue.current(duty) and duty.id not in named
    )


def perhaps_covered(catalogue: Catalogue) -> frozenset[str]:
    """Return the duties that an entry seems to mean: by a misspelt id, by one that has ended, or
    in a record that stands aside."""
    aside = [one.record for both in catalogue.repeated for one in both]
    entries = [*catalogue.entries, *(one for one in aside if isinstance(one, Entry))]
    ids = [duty.id for duty in catalogue.duties]
    named = {id for entry in entries if catalogue.current(entry) for id in entry.duties}
    for id in tuple(named):
        duty = catalogue.get("duties", id)
        if duty is None:
            named |= set(difflib.get_close_matches(id, ids, 1))
        elif duty.superseded_by:
            named.add(duty.superseded_by)
    return frozenset(named)


def counts(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Return how many of *entries* each of the five categories and three stages has."""
    found = Counter(one for entry in entries for one in {*entry.category, *entry.stage})
    return tuple(found[one] for one in COLUMNS)


def wanting(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Return which of the elements *entry* does not say, by their keys."""
    return tuple(key for key in ELEMENTS if catalogue.lacks(entry, key))


def whole(entry: Entry) -> bool:
    """Whether *entry* says what, on which ground and by whom."""
    return bool(entry.content and entry.basis and entry.subject)


def of_cluster(catalogue: Catalogue, cluster: Cluster) -> tuple[Entry, ...]:
    """Return the current entries of the fields that belong to *cluster*."""
    return tuple(
        entry
        for field in catalogue.fields
        if field.cluster is cluster
        for entry in catalogue.entries_of.get(field.id, ())
    )
