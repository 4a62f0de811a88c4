"""What `gongkai export` gives: a part of the catalogue in the official layout, as one file.

The files of the site are the same, but for Excel: an export also holds what no column shows, so
that it can be imported where nothing is known of its entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import putting
from generator.exports import docx
from generator.exports.cells import MOST, too_long
from generator.exports.register import ORIGINAL, register_rows
from generator.plans.files import Part, book, json_file, of_both, of_field, of_unit, rows, whole
from generator.plans.prepared import Prepared, prepare
from generator.problems import Location, Problem, problem, sorted_once
from generator.sound import sound
from generator.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its usual name, its bytes, how many entries it holds; or the problems that prevent
    it."""

    name: str = ""
    data: bytes = b""
    entries: int = 0
    problems: tuple[Problem, ...] = ()


def exported(
    site: Path, form: str, *, field: str, unit: str, day: date | None, today: date
) -> Exported:
    """Export a part of the catalogue.

    Args:
        site: The folder of the site.

        form: xlsx, csv, json or docx.

        field: Id of the only field wanted; empty for all.

        unit: Id of the only body wanted; empty for all.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.
    """
    now = sound(site, day=day, today=today)
    catalogue = now.catalogue
    if catalogue is None:
        return Exported(problems=now.problems)
    misnamed = (*catalogue.misnamed("fields", field), *catalogue.misnamed("units", unit))
    if grave := (*now.problems, *misnamed):
        return Exported(problems=sorted_once(grave))
    prepared = prepare(catalogue)
    part = _part(prepared, field, unit)
    if form == "xlsx" and (long := sorted_once(_too_long(prepared, part))):
        return Exported(problems=long)
    name = f"{part.stem.rpartition('/')[2]}.{form}"
    return Exported(name, _written(prepared, part, form), len(part.entries))


def save(path: Path, data: bytes, *, replacing: bool) -> tuple[Problem, ...]:
    """Put *data* at *path* in one step, or return the problem that prevents it.

    Without *replacing*, a file that is there stays.
    """
    at = Location(str(path))
    try:
        putting.put_file(path, data, replacing=replacing)
    except FileExistsError:
        return (problem(at, "file-exists", path=path),)
    except putting.NotPlainError:
        return (problem(at, "file-special"),)
    except OSError as error:
        return (problem(at, "file-unwritten", reason=error.strerror or str(error)),)
    return ()


def _part(prepared: Prepared, field: str, unit: str) -> Part:
    catalogue = prepared.catalogue
    of = catalogue.get("fields", field), catalogue.get("units", unit)
    match of:
        case None, None:
            return whole(prepared)
        case one, None:
            return of_field(catalogue, one)
        case None, one:
            return of_unit(catalogue, one)
        case _:
            return of_both(catalogue, of[1], of[0])


def _written(prepared: Prepared, part: Part, form: str) -> bytes:
    of = prepared.around, part.entries, part.about
    if form == "csv":
        return WRITERS[form](rows(*of))
    if form == "json":
        return WRITERS[form](json_file(*of))
    if form == "docx":
        return docx.write(book(*of))
    told = prepared.around.told
    return WRITERS[form](replace(book(*of), register=register_rows(part.entries, told)))


def _too_long(prepared: Prepared, part: Part) -> Iterator[Problem]:
    """Where a text is more than a cell of Excel holds, which would lose its end."""
    for entry in part.entries:
        original = {f"{ORIGINAL}{name}": text for name, text in entry.original}
        for name, text in {**prepared.around.told(entry), **original}.items():
            if too_long(text):
                at = prepared.catalogue.at(entry)
                yield problem(at, "cell-too-long", column=name, most=MOST)
