"""The catalogue, a field or a unit as files for programs and spreadsheets.

The site publishes them beside its pages, `gongkai export` gives the same of any part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.catalogue import Catalogue
from generator.exports.book import Book, Sheet
from generator.model.bodies import Field, Unit
from generator.model.entry import Entry
from generator.page import JsonFile, Page
from generator.plans.machine import entries_file
from generator.plans.prepared import Prepared
from generator.plans.shared import Download

# How a file is called on a page, and its media type.
FORMS = (
    (
        "xlsx",
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("csv", "CSV", "text/csv"),
    ("json", "JSON", "application/json"),
)
NOTE = "演示站点：单位、电话、文件均为虚构，不是政府信息。"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the catalogue that is one file in each form.

    *stem* is the path without its ending; *name* what a short label says, *about* what the JSON
    says of itself.  Entries of several fields have a column 领域 when they share a sheet, and
    where *apart* is set, a sheet of an Excel or Word file for each field.
    """

    stem: str
    title: str
    name: str
    about: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    mixed: bool = False
    apart: bool = False


def whole(prepared: Prepared) -> Part:
    """Return the whole catalogue."""
    name = prepared.catalogue.config.name
    about = (("name", name),)
    return Part("catalogue", name, name, about, prepared.entries, mixed=True, apart=True)


def of_field(catalogue: Catalogue, field: Field) -> Part:
    """Return the current entries of a field."""
    return Part(
        f"fields/{field.id}",
        field_title(field),
        field.name,
        (("field", field.name),),
        catalogue.entries_of.get(field.id, ()),
    )


def of_unit(catalogue: Catalogue, unit: Unit) -> Part:
    """Return the current entries that a unit publishes, its 基本目录."""
    return Part(
        f"units/{unit.id}",
        unit_title(unit),
        unit.name,
        (("unit", unit.name),),
        published_by(catalogue, unit),
        mixed=True,
    )


def of_both(catalogue: Catalogue, unit: Unit, field: Field) -> Part:
    """Return the current entries of a field that a unit publishes."""
    return Part(
        f"units/{unit.id}-{field.id}",
        f"{unit.name}{field_title(field)}",
        field.name,
        (("unit", unit.name), ("field", field.name)),
        tuple(one for one in published_by(catalogue, unit) if one.field == field.id),
    )


def published_by(catalogue: Catalogue, unit: Unit) -> tuple[Entry, ...]:
    """Return the current entries that name *unit* as their body."""
    named = catalogue.entries_of.get(unit.id, ())
    return tuple(entry for entry in named if any(body.unit == unit.id for body in entry.subject))


def field_title(field: Field) -> str:
    """Return what the table of a field is called."""
    return f"{field.name}领域政务公开标准目录"


def unit_title(unit: Unit) -> str:
    """Return what the table of a unit is called."""
    return f"{unit.name}主动公开基本目录"


def downloads(part: Part) -> tuple[Download, ...]:
    """Return what a page offers of *part*."""
    return tuple(Download(title, f"{part.stem}.{form}", type) for form, title, type in FORMS)


def plan_files(prepared: Prepared, part: Part) -> Iterator[Page]:
    """Yield the files of *part* in every form."""
    yield Page(f"{part.stem}.csv", "csv", partial(rows, prepared, part))
    yield Page(f"{part.stem}.xlsx", "xlsx", partial(book, prepared, part))
    yield Page(f"{part.stem}.json", "json", partial(json_file, prepared, part))


def rows(prepared: Prepared, part: Part) -> tuple[tuple[str, ...], ...]:
    """Return *part* as rows of text below the names of their columns."""
    return prepared.sheet_of(part.entries, fields=part.mixed)


def book(prepared: Prepared, part: Part) -> Book:
    """Return *part* as the sheets of an Excel or Word file."""
    config = prepared.catalogue.config
    if part.apart and part.entries:
        sheets = tuple(_sheets_of_fields(prepared, part))
    else:
        sheets = (Sheet(part.name, part.title, rows(prepared, part)),)
    return Book(part.title, config.organ, NOTE if config.demonstration else "", sheets)


def _sheets_of_fields(prepared: Prepared, part: Part) -> Iterator[Sheet]:
    for id, entries in groupby(part.entries, key=lambda entry: entry.field):
        field = prepared.catalogue.get("fields", id)
        yield Sheet(field.name, field_title(field), prepared.sheet_of(entries))


def json_file(prepared: Prepared, part: Part) -> JsonFile:
    """Return *part* as JSON."""
    texts = prepared.texts_of(part.entries)
    return entries_file(prepared.catalogue, part.entries, texts, **dict(part.about))
