"""What the commands of the internal side do: `check --internal`, `register`, `requests` and
`report analysis`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue
from generator.office import analysed, analysis, listed, register, target
from generator.office.kinds import FOLDER, KINDS, LEDGER
from generator.office.reading import absent, read_internal
from generator.office.rules import check
from generator.office.sides import Sides, both
from generator.problems import Location, Problem, Severity, problem, sorted_once
from generator.words import WORDS


@dataclass(frozen=True, slots=True)
class Filed:
    """How many documents the register holds, or the problems for which it was not written."""

    documents: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Requested:
    """The ledger in lines and as a record, or the problems for which it cannot be listed."""

    lines: tuple[str, ...] = ()
    record: tuple[dict[str, object], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Studied:
    """What the ledger teaches, in lines and as a record, or the problems that prevent it."""

    lines: tuple[str, ...] = ()
    record: dict[str, object] | None = None
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


def requested(
    site: Path, public: Catalogue, *, unit: str, overdue: bool, language: str
) -> Requested:
    """List the ledger of *site*.

    Args:
        site: The site's folder.

        public: Its public side, for the day.

        unit: The id of the unit whose applications are wanted; nothing for all.

        overdue: Whether those alone are wanted that are late.

        language: That of the lines.
    """
    sides, problems = _of_ledger(site, public, unit)
    if sides is None:
        return Requested(problems=problems)
    rows = listed.rows(sides, unit=unit, overdue=overdue)
    return Requested(tuple(listed.lines(rows, language)), tuple(listed.record(rows)))


def studied(
    site: Path, public: Catalogue, *, year: int | None, unit: str, language: str
) -> Studied:
    """Analyse the ledger of *site*.

    Args:
        site: The site's folder.

        public: Its public side, for the day.

        year: The year that is looked at; None for all up to the day.

        unit: The id of the unit whose applications are wanted; nothing for all.

        language: That of the lines.
    """
    sides, problems = _of_ledger(site, public, unit)
    if sides is None:
        return Studied(problems=problems)
    own = (one for one in sides.requests if unit in ("", one.unit))
    found = analysis.analysed(own, public, analysis.period(public.day, year))
    return Studied(tuple(analysed.lines(found, language)), analysed.record(found))


def _of_ledger(
    site: Path, public: Catalogue, unit: str
) -> tuple[Sides | None, tuple[Problem, ...]]:
    """Both sides for a command of the ledger; None where a *unit* or the internal side is not
    there, or an application may be hidden, with the problems that say so."""
    if unit and not public.get("units", unit):
        return None, (problem(Location("--unit"), "requests-unit", id=unit),)
    if problems := absent(site):
        return None, problems
    sides, told = _sides(site, public)
    grave = [one for one in told if WORDS[one.rule].severity is Severity.ERROR]
    wrong = sorted_once(one for one in grave if _may_hide(one.at.path))
    return (None, wrong) if wrong else (sides, ())


def _may_hide(path: str) -> bool:
    """Whether an error at *path* may hide an application: of the ledger, or of a folder that is
    none of the others."""
    others = tuple(f"{kind.folder}/" for kind in KINDS if kind.folder != LEDGER)
    return path.partition("/")[0] == FOLDER and not path.startswith(others)


def _sides(site: Path, public: Catalogue) -> tuple[Sides, tuple[Problem, ...]]:
    records = read_internal(site)
    sides = both(public, records)
    return sides, (*records.problems, *check(sides))
