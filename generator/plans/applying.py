"""依申请公开 for the public: how to apply, where, the form, what answers there are.

Nothing that is filled in leaves the browser, and nothing of it is kept anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from generator.catalogue import Catalogue
from generator.exports.application import FORM, TITLE, Application
from generator.exports.layout import Named, subjects
from generator.facts.attributes import attribute_on
from generator.model.bodies import Unit
from generator.model.document import AnyAttribute, Document
from generator.model.entry import Entry, Method
from generator.page import Crumb, Here, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME

APPLYING = Crumb("依申请公开", "requests/index.html")
FORM_PATH = "requests/form.html"
FORM_FILE = "requests/form.docx"
_KEYS = MappingProxyType({
    "受理机关": "organ", "信息的名称": "name", "文号": "number", "其他特征描述": "more",
})  # fmt: skip
# What may be longer than a line, and the lines it has before anything is typed.
_ROWS = MappingProxyType({"信息的名称": 1, "通信地址和邮政编码": 1, "其他特征描述": 4})


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """Where one unit takes applications: window, post, fax, network."""

    unit: Named
    office: str
    window: str
    hours: str
    phone: str
    fax: str
    email: str


@dataclass(frozen=True, slots=True)
class ApplyingView:
    """How to apply: where, by which form, and what comes of it."""

    here: Here
    demonstration: bool
    units: tuple[ChannelLine, ...]
    form: str
    file: str
    cases: int


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: its id and label, what may be ticked, the lines of a long one."""

    id: str
    label: str
    choices: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class FormView:
    """The form: its sections with their fields; the names of the units are suggested."""

    here: Here
    sections: tuple[tuple[str, tuple[Field, ...]], ...]
    units: tuple[str, ...]
    file: str


def plan_applying(prepared: Prepared) -> Iterator[Page]:
    """The guide for applicants, the form as a page and as a file, and filled-in files."""
    catalogue = prepared.catalogue
    units = [one for one in catalogue.units if catalogue.current(one)]
    here = Here(
        APPLYING.path, APPLYING.title, f"怎样向{catalogue.config.organ}申请公开政府信息",
        APPLYING.title, (HOME,),
    )  # fmt: skip
    view = ApplyingView(
        here=here,
        demonstration=catalogue.config.demonstration,
        units=tuple(_channels(unit) for unit in units if _reachable(unit)),
        form=FORM_PATH,
        file=FORM_FILE,
        cases=sum(
            one.published is not None and one.published <= catalogue.day
            for one in catalogue.cases
        ),
    )  # fmt: skip
    yield Page(here.path, "applying.html", view)
    form = Here(FORM_PATH, TITLE, "填写、打印政府信息公开申请表", APPLYING.title, (HOME, APPLYING))
    names = tuple(unit.name for unit in units)
    yield Page(form.path, "form.html", FormView(form, tuple(_sections()), names, FORM_FILE))
    yield Page(FORM_FILE, "application", Application())
    asked = (
        *(of_entry(catalogue, entry) for entry in prepared.entries),
        *(of_document(catalogue, document) for document in prepared.around.documents),
    )
    for apply in asked:
        if apply:
            yield Page(apply.file, "application", apply.application)


def _sections() -> Iterator[tuple[str, tuple[Field, ...]]]:
    number = 0
    for section, fields in FORM:
        found = []
        for label, choices in fields:
            number += 1
            id = _KEYS.get(label, f"field-{number}")
            found.append(Field(id, label, choices, _ROWS.get(label, 0)))
        yield section, tuple(found)


def _reachable(unit: Unit) -> bool:
    """Return whether *unit* names any way to hand in an application."""
    return any((unit.office, unit.address, unit.phone, unit.fax, unit.email))


def _channels(unit: Unit) -> ChannelLine:
    return ChannelLine(
        Named(unit.name, f"units/{unit.id}.html"), unit.office,
        "，".join(part for part in (unit.address, unit.postcode) if part), unit.hours, unit.phone,
        unit.fax, unit.email,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apply:
    """How to apply for something: the form on its page and as a file with it filled in."""

    form: str
    file: str
    application: Application


def of_entry(catalogue: Catalogue, entry: Entry) -> Apply | None:
    """Return how to apply for *entry*; None where it is published anyway."""
    if entry.method is not Method.ON_REQUEST:
        return None
    bodies = subjects(catalogue, entry)
    organ = bodies[0].title if len(bodies) == 1 else ""
    return _apply(entry.id, Application(organ, entry.name))


def of_document(catalogue: Catalogue, document: Document) -> Apply | None:
    """Return how to apply for *document*; None where it is published anyway."""
    if attribute_on(document, catalogue.day) is not AnyAttribute.ON_REQUEST:
        return None
    first = document.issuers[0] if document.issuers else None
    unit = catalogue.get("units", first.unit) if first and first.unit else None
    organ = unit.name if unit else first.name if first else ""
    return _apply(document.id, Application(organ, document.title, document.number))


def _apply(id: str, application: Application) -> Apply:
    said = {"organ": application.organ, "name": application.name, "number": application.number}
    query = urlencode({key: value for key, value in said.items() if value})
    return Apply(f"{FORM_PATH}?{query}", f"requests/{id}.docx", application)
