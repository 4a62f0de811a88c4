"""Values for programs: one entry, lists of entries, and rows of the register, as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import subjects
from generator.facts import limits
from generator.facts.attributes import attribute_on
from generator.facts.bases import Act, act_of
from generator.facts.rot import Rot
from generator.keys import many
from generator.life import Status, end_of, since_on, status_on
from generator.model.document import Document
from generator.model.entry import Basis, Entry
from generator.model.timelimit import Part
from generator.page import JsonFile
from generator.plans.acts import DocumentCard, dated, issuers


def encoded(value: object) -> str:
    """Return *value* as JSON in one line; what some programs take for a line's end is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def entry_file(catalogue: Catalogue, text: str) -> JsonFile:
    """Return the file of one entry from its text."""
    demonstration = encoded({"demonstration": catalogue.config.demonstration})
    return JsonFile(f"{demonstration[:-1]},{text[1:]}")


def entries_file(
    catalogue: Catalogue, entries: Iterable[Entry], texts: Sequence[str], **about: str
) -> JsonFile:
    """Return the file that lists *entries*, whose *texts* are given, with what it is *about*."""
    entries = tuple(entries)
    dated = sum(limits.dated(entry.time_limit) for entry in entries)
    head = {
        "demonstration": catalogue.config.demonstration,
        "organ": catalogue.config.organ,
        **about,
        "time_limits": {"computable": dated, "not_computable": len(entries) - dated},
    }
    return JsonFile(encoded(head), texts)


def entry_text(catalogue: Catalogue, entry: Entry, rots: Iterable[tuple[Rot, ...]]) -> str:
    """Return every element of *entry* with its address as JSON, each basis with its status, of
    which *rots* are the faults; empty elements are left out."""
    field = catalogue.get("fields", entry.field)
    limit = entry.time_limit
    audience = entry.audience
    record = _given(
        id=entry.id,
        name=entry.name,
        group=entry.group,
        subgroup=entry.subgroup,
        number=entry.number,
        field={"id": entry.field, "name": field.name if field else ""},
        category=entry.category,
        suggested=entry.suggested,
        stage=entry.stage,
        content=entry.content,
        basis=[
            _basis(catalogue, basis, faults)
            for basis, faults in zip(entry.basis, rots, strict=True)
        ],
        subject=[
            _given(id=body.unit, name=named.title)
            for body, named in zip(entry.subject, subjects(catalogue, entry), strict=True)
        ],
        time_limit=limit
        and _given(text=limit.text, parts=[_part(part) for part in limits.parts_of(limit)]),
        method=entry.method,
        channels=[_given(name=channel.name, text=channel.text) for channel in entry.channels],
        audience=audience and _given(kind=audience.kind, text=audience.text),
        level=entry.level,
        duties=entry.duties,
        extra=dict(entry.extra),
        effective=entry.effective and entry.effective.isoformat(),
        remarks=entry.remarks,
        source=entry.source,
        url=f"{catalogue.config.address}entries/{entry.id}.html",
    )
    return encoded(record)


def _basis(catalogue: Catalogue, basis: Basis, faults: tuple[Rot, ...]) -> dict[str, Any]:
    standing = _standing(catalogue, act_of(basis, catalogue))
    return _given(
        title=basis.title,
        number=basis.number,
        article=basis.article,
        edition=basis.edition,
        document=basis.document,
        status="、".join(dict.fromkeys(rot.fault.value for rot in faults)) or standing,
        status_since=next((_day(rot.since) for rot in faults), ""),
        status_by=next((rot.by for rot in faults), ""),
    )


def _standing(catalogue: Catalogue, act: Act | None) -> str:
    """The status of an act on which something rests without a fault."""
    if act is None:
        return "未登记"
    if isinstance(act, Document):
        return status_on(catalogue.lives[act.id], catalogue.day)[0].value
    begun = act.effective is None or act.effective <= catalogue.day
    return (Status.IN_FORCE if begun else Status.PENDING).value


def _day(day: date | None) -> str:
    """The ISO form of *day*; of none, and of the beginning of time, an empty text."""
    return day.isoformat() if day and day > date.min else ""


def documents_file(catalogue: Catalogue, texts: Iterable[str]) -> JsonFile:
    """Return the file that lists all documents, whose *texts* are given."""
    config = catalogue.config
    head = {"demonstration": config.demonstration, "organ": config.organ}
    return JsonFile(encoded(head), many(texts), "documents")


def document_text(catalogue: Catalogue, document: Document) -> str:
    """Return what the register says of *document* as JSON; never its text."""
    life = catalogue.lives[document.id]
    status, until = status_on(life, catalogue.day)
    days = {
        key: _day(day)
        for key, day in (
            ("formed", document.formed),
            ("issued", document.issued),
            ("published", document.published),
            ("effective", life.starts),
            ("expires", end_of(life, catalogue.day)),
            ("status_since", since_on(life, catalogue.day)),
            ("status_until", until),
        )
    }
    return encoded(
        _given(
            id=document.id,
            title=document.title,
            number=document.number,
            register_number=document.register_number,
            index_number=document.index_number,
            issuers=[one.title for one in issuers(catalogue, document)],
            **days,
            status=status,
            attribute=attribute_on(document, catalogue.day),
            attribute_history=[
                {
                    "date": one.date.isoformat(),
                    "from": one.before,
                    "to": one.after,
                    "reason": one.reason,
                }
                for one in document.attribute_history
            ],
            normative=document.normative or None,
            trial=document.trial or None,
            genre=document.genre,
            topic=document.topic,
            summary=document.summary,
            url=f"{catalogue.config.address}documents/{document.id}.html",
        )
    )


def document_row(catalogue: Catalogue, document: Document, card: DocumentCard) -> str:
    """Return what the filter searches of a document: id, title, number, issuers, day, status,
    genre, topic and its class, year, attribute, summary, its other numbers."""
    top, _, below = (part.strip() for part in document.topic.partition("\\"))
    day = dated(document)
    return encoded([
        document.id, card.title, card.number, card.issuers, card.day, [card.status.title],
        document.genre, [one for one in (top, below) if one], str(day.year) if day else "",
        attribute_on(document, catalogue.day), document.summary, document.index_number,
        document.register_number,
    ])  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    return _given(
        kind=part.kind,
        n=part.n,
        unit=part.unit,
        after=part.after,
        unless=part.unless,
        applies_to=part.applies_to,
        computable=limits.computable(part),
        why_not=limits.why_not(part),
    )


def _given(**record: Any) -> dict[str, Any]:
    """What says something; zero and False do."""
    return {key: value for key, value in record.items() if value or value == 0}
