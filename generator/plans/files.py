"""The catalogue, a field or a unit as files for programs and spreadsheets.

The site publishes them beside its pages, `gongkai export` gives the same of any part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.exports.book import Book, Sheet
from generator.model.bodies import Field, Unit
from generator.model.entry import Entry
from generator.page import JsonFile, Page
from generator.plans.machine import entries_file
from generator.plans.prepared import LONG, Around, Prepared
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
class About:
    """What files say of a part of the catalogue: its *title*, its *name* in a short label, and what
    is *said* in JSON.  Entries of several fields have a column 领域 when they share a sheet, and
    where *apart* is set, a sheet of an Excel or Word file for each field.
    """

    title: str
    name: str
    said: tuple[tuple[str, str], ...]
    mixed: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the catalogue that is one file in each form; *stem* is its path without ending."""

    stem: str
    about: About
    entries: tuple[Entry, ...]


def whole(prepared: Prepared) -> Part:
    """Return the whole catalogue."""
    name = prepared.catalogue.config.name
    about = About(name, name, (("name", name),), mixed=True, apart=True)
    return Part("catalogue", about, prepared.entries)


def of_field(catalogue: Catalogue, field: Field) -> Part:
    """Return the current entries of a field."""
    about = About(field_title(field), field.name, (("field", field.name),))
    return Part(f"fields/{field.id}", about, catalogue.entries_of.get(field.id, ()))


def of_unit(catalogue: Catalogue, unit: Unit) -> Part:
    """Return the current entries that a unit publishes, its 基本目录."""
    about = About(unit_title(unit), unit.name, (("unit", unit.name),), mixed=True)
    return Part(f"units/{unit.id}", about, published_by(catalogue, unit))


def of_both(catalogue: Catalogue, unit: Unit, field: Field) -> Part:
    """Return the current entries of a field that a unit publishes."""
    said = (("unit", unit.name), ("field", field.name))
    return Part(
        f"units/{unit.id}-{field.id}",
        About(f"{unit.name}{field_title(field)}", field.name, said),
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


def downloads(stem: str) -> tuple[Download, ...]:
    """Return what a page offers of the part whose files have *stem*."""
    return tuple(Download(title, f"{stem}.{form}", type) for form, title, type in FORMS)


def plan_files(prepared: Prepared, part: Part) -> Iterator[Page]:
    """Yield the files of *part* in every form."""
    of = prepared.around.page
    yield of(f"{part.stem}.csv", "csv", rows, part.entries, part.about)
    yield of(f"{part.stem}.xlsx", "xlsx", book, part.entries, part.about)
    yield of(f"{part.stem}.json", "json", json_file, part.entries, part.about)


def rows(around: Around, entries: Sequence[Entry], about: About) -> Sequence[tuple[str, ...]]:
    """Return *entries* as rows of text below the names of their columns."""
    return around.sheet_of(entries, fields=about.mixed)


def book(around: Around, entries: Sequence[Entry], about: About) -> Book:
    """Return *entries* as the sheets of an Excel or Word file."""
    config = around.catalogue.config
    if about.apart and entries:
        sheets = tuple(_sheets_of_fields(around, entries))
    else:
        sheets = (Sheet(about.name, about.title, rows(around, entries, about)),)
    return Book(about.title, config.organ, NOTE if config.demonstration else "", sheets)


def _sheets_of_fields(around: Around, entries: Sequence[Entry]) -> Iterator[Sheet]:
    for id, same in groupby(entries, key=lambda entry: entry.field):
        field = around.catalogue.get("fields", id)
        yield Sheet(
            field.name, field_title(field), around.sheet_of(same, long=len(entries) >= LONG)
        )


def json_file(around: Around, entries: Sequence[Entry], about: About) -> JsonFile:
    """Return *entries* as JSON."""
    texts = around.texts_of(entries)
    return entries_file(around.catalogue, entries, texts, **dict(about.said))
