"""A site that has no error, for the commands that need one and do not build it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.check import check
from generator.find import Source, find
from generator.link import link
from generator.problems import Problem, sorted_once
from generator.read import Read, read
from generator.store import Store
from generator.words import grave


@dataclass(frozen=True, slots=True)
class Sound:
    """What was read of a site and its catalogue for the day; with *problems*, errors all of them,
    nobody should rely on it."""

    day: date
    theme: tuple[Source, ...]
    records: Read
    catalogue: Catalogue | None  # None where there is no site
    problems: tuple[Problem, ...]


def sound(site: Path, *, day: date | None, today: date) -> Sound:
    """Return the site at *site*.

    Args:
        site: The folder of the site.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.
    """
    found = find(site)
    records = read(found.config, found.sources, Store(site / ".cache"))
    as_of = day or (records.config.as_of if records.config else None) or today
    if found.config is None:  # nothing else is worth saying
        return Sound(as_of, found.theme, records, None, found.problems)
    catalogue = link(records, as_of)
    problems = (*found.problems, *records.problems, *check(catalogue))
    wrong = [*filter(grave, problems)]
    return Sound(as_of, found.theme, records, catalogue, sorted_once(wrong))
