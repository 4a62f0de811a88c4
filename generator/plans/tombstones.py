"""Tombstones: what stands where the page of an ended record stood.

Ids are permanent: the address of a record that has ended is never given to another, and whoever
follows an old link is told what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.exports.layout import Named
from generator.page import Crumb, Here, Page
from generator.plans.adjustments import MentionLine, mention_lines, told_mentions
from generator.plans.prepared import Prepared
from generator.plans.shared import CATALOGUE, HOME, day_words

# Kind → the folder of its pages, and the way to them.
_PAGES = MappingProxyType(
    {
        "entries": ("entries/", (HOME, CATALOGUE)),
        "fields": ("fields/", (HOME, Crumb("领域", "fields/index.html"))),
        "units": ("units/", (HOME, Crumb("单位", "units/index.html"))),
        "pages": ("", (HOME,)),
    }
)


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """A record that has ended: its name, the day, and what took its place."""

    here: Here
    name: str
    ended: str
    successor: Named | None
    adjustments: tuple[MentionLine, ...]


def plan_tombstones(prepared: Prepared) -> Iterator[Page]:
    """One page for each entry, field, unit and text that has ended."""
    catalogue = prepared.catalogue
    for id, written in catalogue.by_id.items():
        if written.kind not in _PAGES or catalogue.current(written.record):
            continue
        folder, crumbs = _PAGES[written.kind]
        name = _name(written.record)
        successor = catalogue.get(written.kind, written.record.superseded_by)
        here = Here(
            path=f"{folder}{id}.html",
            title=f"{name}（已终止）",
            description=f"“{name}”已终止，编号 {id} 不再使用。",
            column="已终止",
            crumbs=crumbs,
        )
        link = Named(_name(successor), f"{folder}{successor.id}.html") if successor else None
        of_entry = told_mentions(catalogue, written.record) if written.kind == "entries" else ()
        told = mention_lines(catalogue, of_entry)
        view = TombstoneView(here, name, day_words(written.record.ended), link, told)
        yield Page(here.path, "tombstone.html", view)


def _name(record: Any) -> str:
    return str(getattr(record, "name", "") or record.title)
