"""What the commands of the internal side do: `check --internal`, `register`, `requests`
and `report`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue
from generator.facts.reports import government, not_carried
from generator.newrecord import put_new
from generator.office import analysed, analysis, listed, register, reporting, target
from generator.office.annual import tells_of, uncounted
from generator.office.kinds import FOLDER, KINDS, LEDGER
from generator.office.reading import absent, read_internal
from generator.office.rules import check
from generator.office.rules.reporting import differing
from generator.office.sides import Sides, both
from generator.problems import Location, Problem, problem, sorted_once
from generator.words import grave


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
class Reported:
    """A yearly report that was computed, as text; lines that tell what became of it, problems for
    which it was not written or in which it differs, and whether all is *done*."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = ""
    done: bool = False


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
    if wrong := [*filter(grave, told)]:
        return Filed(problems=sorted_once(wrong))
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


def reported(
    site: Path, public: Catalogue, year: int, *, unit: str, writing: bool, language: str
) -> Reported:
    """Compute tables 三 and 四 of the report of *year* and write it for an editor to complete; one
    that is there already is compared instead.

    Args:
        site: The site's folder.

        public: Its public side, for the day.

        year: The year that is reported on.

        unit: The id of the unit whose report it is; nothing for the government's.

        writing: Whether a new report is written at all.

        language: That of the lines.
    """
    sides, problems = _of_ledger(site, public, unit)
    if sides is None:
        return Reported(problems=problems)
    unit = unit or government(public)
    if problems := tuple(_unreportable(sides, unit, year)):
        return Reported(problems=problems)
    report = reporting.drafted(unit, year, reporting.computed(sides, unit, year))
    text, path = reporting.text_of(report), f"{reporting.FOLDER}/{report.id}.yaml"
    chinese = language == "zh"
    if there := public.get("reports", report.id):
        same = f"{report.id} 已经登记，表三、表四与台账一致。" if chinese else (
            f"{report.id} is registered and agrees with the ledger."
        )  # fmt: skip
        told = tuple(differing(sides, there))
        return Reported((), told, text) if told else Reported((same,), (), text, done=True)
    folder = reporting.FOLDER
    if problems := put_new(report, text, site / path, folder=folder, writing=writing):
        return Reported(problems=problems)
    before = public.get("reports", f"{year - 1}-{unit}")
    other = tuple(
        problem(
            Location(path), "report-carried",
            column=fault.column, said=fault.said, should=fault.should,
        )
        for fault in (not_carried(report, before) if before else ())
    )  # fmt: skip
    said = (
        (
            f"已写入 {path}。",
            "请补写表二和六个部分，公布以后写“published”，再运行 check --internal。",
        )
        if chinese
        else (
            f"{path} written.",
            "Add table 二 and the six parts, “published” once it is out; run check --internal.",
        )
    )
    return Reported(said if writing else (), other, text, done=True)


def _unreportable(sides: Sides, unit: str, year: int) -> Iterator[Problem]:
    """Why the tables of *unit* for *year* cannot be computed."""
    day, first = sides.public.day, reporting.begins(sides)
    if not unit:
        at = Location("config.yaml")
        yield problem(at, "report-government", organ=sides.public.config.organ)
    elif year >= day.year:
        yield problem(Location("YEAR"), "report-year-open", year=year, day=day)
    elif first is None:
        yield problem(Location(LEDGER), "report-nothing")
    elif first > year:
        yield problem(Location(LEDGER), "report-before", year=year, first=first)
    else:
        own = reporting.of_unit(sides, unit)
        for id in uncounted(own, year):
            yield problem(sides.at(sides.by_id[id].record), "report-uncounted", id=id)
        if not any(tells_of(one, year) for one in own):
            yield problem(Location(LEDGER), "report-empty", year=year)


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
    if sides is not None and year is not None and year > public.day.year:
        problems = (problem(Location("YEAR"), "report-year-ahead", year=year, day=public.day),)
    if sides is None or problems:
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
    wrong = sorted_once(
        one
        for one in told
        if (grave(one) and _may_hide(one.at.path))
        or (one.rule == "file-unexpected" and one.at.path.startswith(f"{LEDGER}/"))
    )
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
