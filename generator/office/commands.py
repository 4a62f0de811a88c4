"""What the two commands of the internal side do: `check --internal` and `register`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue
from generator.office import register, target
from generator.office.reading import absent, read_internal
from generator.office.rules import check
from generator.office.sides import Sides, both
from generator.problems import Problem, Severity, sorted_once
from generator.words import WORDS


@dataclass(frozen=True, slots=True)
class Filed:
    """How many documents the register holds, or the problems for which it was not written."""

    documents: int = 0
    problems: tuple[Problem, ...] = ()


def checked(site: Path, public: Catalogue, known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what is wrong with both sides of *site*: what is *known* of the public one, and what
    the internal one adds; without an internal side only that."""
    return absent(site) or sorted_once((*known, *_sides(site, public)[1]))


def filed(site: Path, public: Catalogue, form: str, output: str | None) -> Filed:
    """Write the register of *site*.

    Args:
        site: The site's folder.

        public: Its public side, for the day.

        form: xlsx or csv.

        output: The file that the user named; None for the usual one below ``internal/``.
    """
    path, problems = target.place(site, output, form)
    if problems := absent(site) or problems:
        return Filed(problems=problems)
    sides, told = _sides(site, public)
    if grave := [one for one in told if WORDS[one.rule].severity is Severity.ERROR]:
        return Filed(problems=sorted_once(grave))
    rows = register.rows(sides)
    told = target.put(path, register.written(sides, form), output or target.usual(form))
    return Filed(len(rows) - 1, told)


def _sides(site: Path, public: Catalogue) -> tuple[Sides, tuple[Problem, ...]]:
    records = read_internal(site)
    sides = both(public, records)
    return sides, (*records.problems, *check(sides))
