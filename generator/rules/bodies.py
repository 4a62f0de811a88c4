"""Bodies: who publishes is a unit, and a unit says whom to turn to (157号 规程 四(一)(二))."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.facts.organs import wanting
from generator.problems import Problem, problem

_RULES = MappingProxyType(
    {
        "leader": "unit-leader-missing",
        "office": "unit-office-missing",
        "contact": "unit-contact-missing",
    }
)


def subjects_are_units(catalogue: Catalogue) -> Iterator[Problem]:
    """公开主体是登记的单位，才能归入该单位的基本目录。"""
    for entry in filter(catalogue.current, catalogue.entries):
        for number, body in enumerate(entry.subject):
            if not body.unit:
                at = catalogue.at(entry, "subject", number)
                yield problem(at, "subject-no-unit", name=body.name)


def issuers_are_named_by_id(catalogue: Catalogue) -> Iterator[Problem]:
    """发文机关是登记的单位的，写编号，才能归入该单位的目录和页面。"""
    ids = {name: unit.id for unit in catalogue.units for name in (unit.short_name, unit.name)}
    for document in catalogue.documents:
        for place, body in enumerate(document.issuers):
            if body.name and not body.unit and (id := ids.get(body.name)):
                at = catalogue.at(document, "issuers", place)
                yield problem(at, "document-issuer-named", name=body.name, id=id)


def units_name_leader_office_and_contact(catalogue: Catalogue) -> Iterator[Problem]:
    """各单位确定一位分管领导并向社会公布，明确公开工作机构和联系方式。"""
    for unit in catalogue.units:
        for duty in wanting(catalogue, unit) if catalogue.current(unit) else ():
            yield problem(catalogue.at(unit), _RULES[duty], name=unit.name)
