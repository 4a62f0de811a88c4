"""Values for programs: one entry, the whole catalogue, and the rows of the filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import subjects
from generator.facts import limits
from generator.model.entry import Entry
from generator.model.timelimit import Part
from generator.plans.shared import Card

Json = tuple[tuple[str, Any], ...]  # an object as pairs, in the order in which it is written


def entry_record(catalogue: Catalogue, entry: Entry) -> Json:
    """Return every element of *entry* with its address; empty elements are left out."""
    field = catalogue.get("fields", entry.field)
    limit = entry.time_limit
    parts = limits.parts_of(limit) if limit else ()
    record = (
        ("demonstration", catalogue.config.demonstration),
        ("id", entry.id),
        ("name", entry.name),
        ("group", entry.group),
        ("subgroup", entry.subgroup),
        ("number", entry.number),
        ("field", (("id", entry.field), ("name", field.name if field else ""))),
        ("category", tuple(category.value for category in entry.category)),
        ("stage", tuple(stage.value for stage in entry.stage)),
        ("content", entry.content),
        ("basis", tuple(_given(
            ("title", basis.title), ("number", basis.number), ("article", basis.article),
            ("edition", basis.edition), ("document", basis.document),
        ) for basis in entry.basis)),
        ("subject", tuple(
            _given(("id", body.unit), ("name", named.title))
            for body, named in zip(entry.subject, subjects(catalogue, entry), strict=True)
        )),
        ("time_limit", _given(
            ("text", limit.text), ("parts", tuple(_part(part) for part in parts)),
        ) if limit else ()),
        ("method", entry.method.value if entry.method else ""),
        ("channels", tuple(
            _given(("name", channel.name), ("text", channel.text)) for channel in entry.channels
        )),
        ("audience", _given(
            ("kind", entry.audience.kind.value), ("text", entry.audience.text),
        ) if entry.audience else ()),
        ("level", entry.level),
        ("duties", entry.duties),
        ("extra", entry.extra),
        ("effective", entry.effective.isoformat() if entry.effective else ""),
        ("remarks", entry.remarks),
        ("source", entry.source),
        ("url", f"{catalogue.config.address}entries/{entry.id}.html"),
    )  # fmt: skip
    return _given(*record)


def _part(part: Part) -> Json:
    return _given(
        ("kind", part.kind.value), ("n", part.n), ("unit", part.unit.value if part.unit else ""),
        ("after", part.after), ("unless", part.unless), ("applies_to", part.applies_to),
        ("computable", limits.computable(part)), ("why_not", limits.why_not(part)),
    )  # fmt: skip


def _given(*pairs: tuple[str, Any]) -> Json:
    """The pairs that say something; zero and False do."""
    return tuple(pair for pair in pairs if pair[1] not in ("", (), None))


def entries_record(catalogue: Catalogue, entries: Iterable[Entry], **about: str) -> Json:
    """Return *entries* as one object with what it is *about*."""
    entries = tuple(entries)
    dated = sum(limits.dated(entry.time_limit) for entry in entries)
    return (
        ("demonstration", catalogue.config.demonstration),
        ("organ", catalogue.config.organ),
        *about.items(),
        ("time_limits", (("computable", dated), ("not_computable", len(entries) - dated))),
        ("entries", tuple(entry_record(catalogue, entry)[1:] for entry in entries)),
    )


def filter_rows(cards: Iterable[Card], entries: Iterable[Entry]) -> tuple[tuple[Any, ...], ...]:
    """Return what the filter searches: id, name, group, field, limit, bodies, method, categories,
    levels; a list each, so that the file stays small."""
    return tuple(
        (
            card.id, card.name, card.group, card.field, card.limit, card.subjects, card.method,
            tuple(mark.title for mark in card.marks), entry.level,
        )
        for card, entry in zip(cards, entries, strict=True)
    )  # fmt: skip
