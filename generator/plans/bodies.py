"""Fields and units: their pages with the official table, and the lists of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Named, Table, sheet, table
from generator.model.bodies import Field, Unit
from generator.model.entry import Entry
from generator.page import Crumb, Here, Page
from generator.plans.machine import entries_file
from generator.plans.prepared import Prepared
from generator.plans.shared import (
    CLUSTER_SLUGS,
    HOME,
    Counted,
    current,
    day_words,
    unit_link,
)

FIELDS = Crumb("领域", "fields/index.html")
UNITS = Crumb("单位", "units/index.html")


@dataclass(frozen=True, slots=True)
class Listed:
    """Links under one heading."""

    title: str
    links: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of fields or of units."""

    here: Here
    title: str
    lead: str
    groups: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: who leads it, its catalogue in the official layout, its files."""

    here: Here
    name: str
    aliases: tuple[str, ...]
    description: str
    lead: Named | None
    cluster: Named | None
    table: Table
    total: int
    files: tuple[Named, ...]
    previous: Named | None
    following: Named | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit: leader, office, contacts, and its own basic catalogue (基本目录)."""

    here: Here
    unit: Unit
    parent: Named | None
    guided_by: Named | None
    below: tuple[Named, ...]
    briefings: tuple[tuple[str, str], ...]
    duties: tuple[Named, ...]
    table: Table
    total: int
    files: tuple[Named, ...]


def plan_fields(prepared: Prepared) -> Iterator[Page]:
    """The list of fields, and each field with its catalogue."""
    catalogue = prepared.catalogue
    fields = current(catalogue, catalogue.fields)
    counted = tuple(counted_field(catalogue, field) for field in fields)
    here = Here(
        FIELDS.path, "领域", f"{catalogue.config.organ}政务公开标准目录的全部领域", "领域", (HOME,)
    )
    lead = "国家确定的 26 个试点领域及本地增加的领域，每个领域一份标准目录。"
    yield Page(here.path, "index-list.html", IndexView(here, "领域", lead, (Listed("", counted),)))
    for number, field in enumerate(fields):
        entries = catalogue.entries_of.get(field.id, ())
        view = _field_view(
            prepared,
            field,
            entries,
            previous=fields[number - 1] if number else None,
            following=fields[number + 1] if number + 1 < len(fields) else None,
        )
        yield Page(view.here.path, "field.html", view)
        yield Page(f"fields/{field.id}.csv", "csv", sheet(prepared.lines_of(entries)))
        texts = prepared.texts_of(entries)
        file = entries_file(catalogue, entries, texts, field=field.name)
        yield Page(f"fields/{field.id}.json", "json", file)


def plan_units(prepared: Prepared) -> Iterator[Page]:
    """The list of units by kind, and each unit with its own catalogue."""
    catalogue = prepared.catalogue
    units = current(catalogue, catalogue.units)
    kinds = list(dict.fromkeys(unit.kind for unit in units))
    groups = tuple(
        Listed(kind, tuple(counted_unit(catalogue, unit) for unit in units if unit.kind == kind))
        for kind in kinds
    )
    here = Here(
        UNITS.path, "单位", f"{catalogue.config.organ}及所属单位的公开目录", "单位", (HOME,)
    )
    lead = "每个单位的分管领导、公开工作机构、联系方式和本单位主动公开基本目录。"
    yield Page(here.path, "index-list.html", IndexView(here, "单位", lead, groups))
    for unit in units:
        own = tuple(
            entry for entry in catalogue.entries_of.get(unit.id, ()) if _publishes(unit, entry)
        )
        view = _unit_view(prepared, unit, own)
        yield Page(view.here.path, "unit.html", view)
        yield Page(f"units/{unit.id}.csv", "csv", sheet(prepared.lines_of(own)))
        file = entries_file(catalogue, own, prepared.texts_of(own), unit=unit.name)
        yield Page(f"units/{unit.id}.json", "json", file)


def counted_field(catalogue: Catalogue, field: Field) -> Counted:
    count = len(catalogue.entries_of.get(field.id, ()))
    return Counted(field.name, f"fields/{field.id}.html", count, field.description)


def counted_unit(catalogue: Catalogue, unit: Unit) -> Counted:
    own = sum(_publishes(unit, entry) for entry in catalogue.entries_of.get(unit.id, ()))
    return Counted(unit.name, f"units/{unit.id}.html", own)


def _publishes(unit: Unit, entry: Entry) -> bool:
    return any(body.unit == unit.id for body in entry.subject)


def _field_view(
    prepared: Prepared,
    field: Field,
    entries: tuple[Entry, ...],
    *,
    previous: Field | None,
    following: Field | None,
) -> FieldView:
    catalogue = prepared.catalogue
    here = Here(
        path=f"fields/{field.id}.html",
        title=f"{field.name}领域政务公开标准目录",
        description=field.description or f"{field.name}领域政务公开标准目录",
        column=field.name,
        crumbs=(HOME, FIELDS),
    )
    slug = CLUSTER_SLUGS[field.cluster] if field.cluster else ""
    return FieldView(
        here=here,
        name=field.name,
        aliases=field.aliases,
        description=field.description,
        lead=unit_link(catalogue, field.lead),
        cluster=Named(str(field.cluster), f"clusters/{slug}.html") if slug else None,
        table=table(prepared.rows_of(entries), here.title),
        total=len(entries),
        files=_files("fields", field.id),
        previous=_link(previous),
        following=_link(following),
    )


def _link(field: Field | None) -> Named | None:
    return Named(field.name, f"fields/{field.id}.html") if field else None


def _files(folder: str, id: str) -> tuple[Named, ...]:
    return tuple(Named(form.upper(), f"{folder}/{id}.{form}") for form in ("csv", "json"))


def _unit_view(prepared: Prepared, unit: Unit, own: tuple[Entry, ...]) -> UnitView:
    catalogue = prepared.catalogue
    here = Here(
        path=f"units/{unit.id}.html",
        title=unit.name,
        description=f"{unit.name}的公开工作机构、联系方式和主动公开基本目录",
        column=unit.name,
        crumbs=(HOME, UNITS),
    )
    duties = prepared.duties_of.get(unit.id, ())
    below = prepared.units_below.get(unit.id, ())
    return UnitView(
        here=here,
        unit=unit,
        parent=unit_link(catalogue, unit.parent),
        guided_by=unit_link(catalogue, unit.guided_by),
        below=tuple(Named(other.name, f"units/{other.id}.html") for other in below),
        briefings=tuple((day_words(briefing.date), briefing.topic) for briefing in unit.briefings),
        duties=tuple(
            Named(f"{duty.name}（{duty.list}）", f"duties/index.html#{duty.id}") for duty in duties
        ),
        table=table(prepared.rows_of(own), f"{unit.name}主动公开基本目录"),
        total=len(own),
        files=_files("units", unit.id),
    )
