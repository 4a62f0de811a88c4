"""Fields and units: their pages with the official table, and the lists of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Named, Table, table
from generator.model.bodies import Field, Unit
from generator.model.entry import Entry
from generator.page import Crumb, Here, Page
from generator.plans.acts import DocumentCard
from generator.plans.consultations import open_lines
from generator.plans.files import About, downloads, of_field, of_unit, plan_files, published_by
from generator.plans.organs import OrganWork, work_of
from generator.plans.prepared import Around, Prepared
from generator.plans.shared import (
    CLUSTER_SLUGS,
    HOME,
    Counted,
    Download,
    current,
    unit_link,
)
from generator.plans.statistics import on_time_words
from generator.plans.talks import TalkLine

FIELDS = Crumb("领域", "fields/index.html")
UNITS = Crumb("单位", "units/index.html")
LATEST = 5  # documents on the page of a unit; its directory has them all


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
    files: tuple[Download, ...]
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
    work: OrganWork
    duties: tuple[Named, ...]
    fulfilled: str
    documents: tuple[DocumentCard, ...]
    consultations: tuple[TalkLine, ...]
    directory: str
    listed: int
    table: Table
    total: int
    files: tuple[Download, ...]


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
        part = of_field(catalogue, field)
        previous = _link(fields[number - 1]) if number else None
        following = _link(fields[number + 1]) if number + 1 < len(fields) else None
        yield prepared.around.page(
            f"{part.stem}.html", "field.html", _field_view, part.entries,
            field, part.stem, part.about, previous, following,
        )  # fmt: skip
        yield from plan_files(prepared, part)


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
    work = work_of(catalogue)
    for unit in units:
        part = of_unit(catalogue, unit)
        yield prepared.around.page(
            f"{part.stem}.html", "unit.html", _unit_view, part.entries,
            unit, part.stem, part.about, work[unit.id], on_time_words(prepared, unit.id),
        )  # fmt: skip
        yield from plan_files(prepared, part)


def counted_field(catalogue: Catalogue, field: Field) -> Counted:
    count = len(catalogue.entries_of.get(field.id, ()))
    return Counted(field.name, f"fields/{field.id}.html", count, field.description)


def counted_unit(catalogue: Catalogue, unit: Unit) -> Counted:
    own = len(published_by(catalogue, unit))
    return Counted(unit.name, f"units/{unit.id}.html", own)


def _field_view(
    around: Around,
    entries: Sequence[Entry],
    field: Field,
    stem: str,
    about: About,
    previous: Named | None,
    following: Named | None,
) -> FieldView:
    catalogue = around.catalogue
    here = Here(
        path=f"{stem}.html",
        title=about.title,
        description=field.description or about.title,
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
        table=table(around.rows_of(entries), about.title),
        total=len(entries),
        files=downloads(stem),
        previous=previous,
        following=following,
    )


def _link(field: Field) -> Named:
    return Named(field.name, f"fields/{field.id}.html")


def _unit_view(
    around: Around,
    entries: Sequence[Entry],
    unit: Unit,
    stem: str,
    about: About,
    work: OrganWork,
    fulfilled: str,
) -> UnitView:
    catalogue = around.catalogue
    here = Here(
        path=f"{stem}.html",
        title=unit.name,
        description=f"{unit.name}的公开工作机构、联系方式和主动公开基本目录",
        column=unit.name,
        crumbs=(HOME, UNITS),
    )
    duties = around.duties_of.get(unit.id, ())
    below = around.units_below.get(unit.id, ())
    documents = around.documents_of.get(unit.id, ())
    return UnitView(
        here=here,
        unit=unit,
        parent=unit_link(catalogue, unit.parent),
        guided_by=unit_link(catalogue, unit.guided_by),
        below=tuple(Named(other.name, f"units/{other.id}.html") for other in below),
        work=work,
        duties=tuple(
            Named(f"{duty.name}（{duty.list}）", f"duties/index.html#{duty.id}") for duty in duties
        ),
        fulfilled=fulfilled,
        documents=tuple(map(around.document_card, documents[:LATEST])),
        consultations=open_lines(catalogue, unit.id),
        directory=f"directory/{unit.id}.html",
        listed=len(documents),
        table=table(around.rows_of(entries), about.title),
        total=len(entries),
        files=downloads(stem),
    )
