"""Registers: the duties that entries derive from, and the laws they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Named, basis_text
from generator.model.bodies import Duty, DutyList
from generator.model.register import Law
from generator.page import Here, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Counted, day_words, unit_link


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty: whose it is, on what it rests, which entries derive from it."""

    id: str
    name: str
    unit: Named | None
    basis: tuple[str, ...]
    entries: tuple[Named, ...]
    ended: str


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties of one list (权责清单, 公共服务事项清单)."""

    title: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class DutiesView:
    """Both lists, each duty with the entries that derive from it."""

    here: Here
    groups: tuple[DutyGroup, ...]


@dataclass(frozen=True, slots=True)
class LawRow:
    """One edition of a law, and in which fields entries rest on it."""

    id: str
    title: str
    number: str
    edition: str
    effective: str
    ended: str
    articles: str
    source: str
    replaces: tuple[Named, ...]
    fields: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class LawsView:
    """The register against which bases are resolved."""

    here: Here
    rows: tuple[LawRow, ...]


def plan_duties(prepared: Prepared) -> Iterator[Page]:
    """The duties by list: where the items of the catalogue come from."""
    catalogue = prepared.catalogue
    here = Here(
        "duties/index.html",
        "事项来源清单",
        "权责清单和公共服务事项清单中各事项与公开事项的对应",
        "事项来源",
        (HOME,),
    )
    duties = catalogue.duties  # one that has ended keeps its place, and says so
    groups = tuple(
        DutyGroup(str(name), tuple(_duty(catalogue, duty) for duty in duties if duty.list is name))
        for name in DutyList
    )
    yield Page(here.path, "duties.html", DutiesView(here, groups))


def _duty(catalogue: Catalogue, duty: Duty) -> DutyRow:
    return DutyRow(
        duty.id,
        duty.name,
        unit_link(catalogue, duty.unit),
        tuple(basis_text(basis) for basis in duty.basis),
        tuple(
            Named(entry.name, f"entries/{entry.id}.html")
            for entry in catalogue.entries_of.get(duty.id, ())
        ),
        "" if catalogue.current(duty) else day_words(duty.ended) or "已由其他事项取代",
    )


def plan_laws(prepared: Prepared) -> Iterator[Page]:
    """The register of laws, in the order in which it is written."""
    catalogue = prepared.catalogue
    here = Here(
        "laws/index.html", "法规登记", "公开事项所依据的法律、法规、规章和文件", "法规登记", (HOME,)
    )
    rows = tuple(_law(catalogue, law) for law in catalogue.laws)
    yield Page(here.path, "laws.html", LawsView(here, rows))


def edition_words(law: Law) -> str:
    """Return the title of a law with what tells this edition from the others."""
    which = "，".join(part for part in (law.number, law.edition) if part)
    return f"{law.title}（{which}）" if which else law.title


def _law(catalogue: Catalogue, law: Law) -> LawRow:
    ended = catalogue.ends_of.get(law.id)
    counts: dict[str, int] = {}
    for entry in catalogue.entries_of.get(law.id, ()):
        counts[entry.field] = counts.get(entry.field, 0) + 1
    fields = tuple(
        Counted(field.name, f"fields/{field.id}.html", counts[field.id])
        for field in catalogue.fields
        if field.id in counts
    )
    return LawRow(
        id=law.id,
        title=law.title,
        number=law.number,
        edition=law.edition,
        effective=day_words(law.effective),
        ended=day_words(ended) if ended and ended <= catalogue.day else "",
        articles=law.articles,
        source=law.source,
        replaces=tuple(
            Named(edition_words(old), f"laws/index.html#{old.id}")
            for id in law.replaces
            if (old := catalogue.get("laws", id))
        ),
        fields=fields,
    )
