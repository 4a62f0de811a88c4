"""Ids and references of the internal side: what is named must be there, and once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.document import targets_of
from generator.model.entry import Body
from generator.office.model import InternalDocument, Review
from generator.office.request import Request
from generator.office.sides import Sides, paper_of
from generator.problems import Location, Problem, problem

Named = tuple[tuple[str | int, ...], str]


def ids_are_unique(sides: Sides) -> Iterator[Problem]:
    """编号不与别的记录相同，一份文件只有一份审核记录；依申请公开的正文用公开记录的编号。"""
    for written, first in sides.repeated:
        line, column = written.mark.line, written.mark.column
        at, of_first = Location(written.path, line, column), sides.at(first.record)
        if written.record.id == first.record.id:
            yield problem(at, "id-repeated", id=written.record.id, first=of_first)
        else:
            document = first.record.document
            yield problem(at, "office-review-repeated", id=document, first=of_first)
    for record in _records(sides):
        public = sides.public.by_id.get(record.id)
        if public and not (isinstance(record, InternalDocument) and public.kind == "documents"):
            first_at = sides.public.at(public.record)
            yield problem(sides.at(record, "id"), "id-repeated", id=record.id, first=first_at)


def references_resolve(sides: Sides) -> Iterator[Problem]:
    """引用的单位、文件和事项必须存在；文件可以登记在任何一侧。"""
    for record in _records(sides):
        for steps, id in _units(record):
            if not sides.public.get("units", id) and not sides.public.perhaps("units", id):
                at = sides.at(record, *steps)
                yield problem(at, "reference-unknown", id=id, kind="units", likely="")
    for request in sides.requests:
        for key, kind, id in (
            ("unit", "units", request.unit),
            ("entry", "entries", request.entry),
        ):
            if id and not sides.public.get(kind, id) and not sides.public.perhaps(kind, id):
                at = sides.at(request, key)
                yield problem(at, "reference-unknown", id=id, kind=kind, likely="")
    for document in sides.documents:
        for steps, id in _targets(document):
            if not _known(sides, id):
                at = sides.at(document, *steps)
                yield problem(at, "reference-unknown", id=id, kind="documents", likely="")


def reviews_have_their_document(sides: Sides) -> Iterator[Problem]:
    """审核记录所指的文件登记在公开一侧或者内部一侧。"""
    for review in sides.reviews:
        if not paper_of(sides, review) and not _known(sides, review.document):
            at = sides.at(review, "document")
            yield problem(at, "office-review-orphan", id=review.document)


def _records(sides: Sides) -> tuple[InternalDocument | Review | Request, ...]:
    return (*sides.documents, *sides.reviews, *sides.requests)


def _known(sides: Sides, id: str) -> bool:
    """Whether *id* is that of a document, or may be that of one that could not be read."""
    there = sides.withheld(id) or sides.published(id)
    return bool(there or sides.perhaps("documents", id) or sides.public.perhaps("documents", id))


def _units(record: InternalDocument | Review | Request) -> Iterator[Named]:
    """The units that *record* names, each with its place."""
    for steps, body in _bodies(record):
        if body.unit:
            yield steps, body.unit


def _bodies(record: Any) -> Iterator[tuple[tuple[str | int, ...], Body]]:
    """Every body that *record* names: itself, within a part, within an item of a list."""
    for name, field in record.__pydantic_fields__.items():
        value, key = getattr(record, name), field.alias or name
        if isinstance(value, Body):
            yield (key,), value
        elif hasattr(value, "__pydantic_fields__"):
            for steps, body in _bodies(value):
                yield (key, *steps), body
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Body):
                    yield (key, number), item
                elif hasattr(item, "__pydantic_fields__"):
                    for steps, body in _bodies(item):
                        yield (key, number, *steps), body


def _targets(document: InternalDocument) -> Iterator[Named]:
    for key, number, target in targets_of(document):
        if target.document:
            yield (key, number), target.document
