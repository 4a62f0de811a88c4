"""Bases: numbers in the form the law gives them, titles that the register knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue, Step
from generator.facts.bases import act_of, called, other_act
from generator.facts.numbers import earlier_number, meant, mended, well_formed
from generator.model.bodies import Duty
from generator.model.document import Document
from generator.model.entry import Basis, Entry
from generator.model.kinds import ACTS
from generator.model.register import Law
from generator.problems import Problem, problem


def document_numbers_are_well_formed(catalogue: Catalogue) -> Iterator[Problem]:
    """文号写作“机关代字〔年份〕序号”：六角括号、序号不编虚位、不加“第”字。"""
    for record in _with_bases(catalogue):
        for place, basis in enumerate(record.basis):
            if basis.number:
                yield from _number(catalogue, record, basis.number, "basis", place, "number")
            for number in meant(basis.title):
                yield from _number(catalogue, record, number, "basis", place, "title")
    acts: tuple[Law | Document, ...] = (*catalogue.laws, *catalogue.documents)
    for act in acts:
        if act.number:
            yield from _number(catalogue, act, act.number, "number")


def bases_are_registered(catalogue: Catalogue) -> Iterator[Problem]:
    """依据在法规登记中，修改和废止才能被发现。"""
    for record in _with_bases(catalogue):
        for place, basis in enumerate(record.basis):
            if _unknown(basis, catalogue):
                at = catalogue.at(record, "basis", place)
                yield problem(at, "basis-unknown", title=basis.title)


def titles_and_numbers_of_bases_agree(catalogue: Catalogue) -> Iterator[Problem]:
    """依据的名称和文号（或者编号）指同一件法规、文件；较早的文号由依据核查提出。"""
    for record in _with_bases(catalogue):
        for place, basis in enumerate(record.basis):
            other = other_act(basis, catalogue)
            if other is None or earlier_number(basis.number, other[1].number):
                continue
            key = "document" if basis.document else "number"
            yield problem(
                catalogue.at(record, "basis", place, key), "basis-other",
                title=basis.title, which=other[0], held=called(other[1]),
            )  # fmt: skip


def _with_bases(catalogue: Catalogue) -> tuple[Entry | Duty, ...]:
    return (*catalogue.entries, *catalogue.duties)


def _unknown(basis: Basis, catalogue: Catalogue) -> bool:
    return not basis.document and act_of(basis, catalogue) is None and catalogue.whole(ACTS)


def _number(catalogue: Catalogue, record: Any, number: str, *steps: Step) -> Iterator[Problem]:
    if not well_formed(number):
        at = catalogue.at(record, *steps)
        yield problem(at, "number-malformed", number=number, likely=mended(number))
