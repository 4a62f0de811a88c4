"""Pieces that several views hold: links, cards of entries, the way to each page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import Named, subjects
from generator.model.bodies import Cluster
from generator.model.entry import Category, Entry, Stage
from generator.page import Crumb

HOME = Crumb("首页", "index.html")
CATALOGUE = Crumb("标准目录", "catalogue/index.html")

CATEGORY_SLUGS = MappingProxyType(
    {
        Category.DECISION: "decision",
        Category.IMPLEMENTATION: "implementation",
        Category.MANAGEMENT: "management",
        Category.SERVICE: "service",
        Category.RESULT: "result",
    }
)
STAGE_SLUGS = MappingProxyType(
    {
        Stage.RELEASE: "release",
        Stage.INTERPRETATION: "interpretation",
        Stage.RESPONSE: "response",
    }
)
CLUSTER_SLUGS = MappingProxyType(
    {
        Cluster.LAND: "zhengdi-buchang",
        Cluster.RELOCATION: "chaiqian-anzhi",
        Cluster.HOUSING: "baozhangxing-zhufang",
        Cluster.RURAL_HOUSING: "nongcun-weifang-gaizao",
        Cluster.RELIEF: "fupin-jiuzai",
        Cluster.TRADING: "gonggong-ziyuan-jiaoyi",
        Cluster.EDUCATION: "yiwu-jiaoyu",
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One of the five categories or three stages: word, slug (colour and shape), page."""

    title: str
    slug: str
    path: str


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as a line of a list: what, by whom, within which time, how."""

    id: str
    name: str
    path: str
    group: str
    field: str
    limit: str
    subjects: tuple[str, ...]
    method: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with how many current entries stand behind it."""

    title: str
    path: str
    count: int
    note: str = ""


def category_mark(category: Category) -> Mark:
    """Return the mark of a category."""
    slug = CATEGORY_SLUGS[category]
    return Mark(category.value, slug, f"categories/{slug}.html")


def stage_mark(stage: Stage) -> Mark:
    """Return the mark of a stage."""
    slug = STAGE_SLUGS[stage]
    return Mark(stage.value, slug, f"stages/{slug}.html")


def current_entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the current entries, field by field in the order of the fields; a field that has
    ended still has those that were not ended with it."""
    return tuple(
        entry for field in catalogue.fields for entry in catalogue.entries_of.get(field.id, ())
    )


def current(catalogue: Catalogue, records: Iterable[Any]) -> tuple[Any, ...]:
    """Return the records that have not ended."""
    return tuple(record for record in records if catalogue.current(record))


def cards(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Return *entries* as lines of a list."""
    return tuple(_card(catalogue, entry) for entry in entries)


def _card(catalogue: Catalogue, entry: Entry) -> Card:
    field = catalogue.get("fields", entry.field)
    return Card(
        id=entry.id,
        name=entry.name,
        path=f"entries/{entry.id}.html",
        group=entry.group,
        field=field.name if field else "",
        limit=entry.time_limit.text if entry.time_limit else "",
        subjects=tuple(subject.title for subject in subjects(catalogue, entry)),
        method=entry.method.value if entry.method else "",
        marks=tuple(category_mark(category) for category in entry.category),
    )


def unit_link(catalogue: Catalogue, id: str) -> Named | None:
    """Return the name and page of a unit, None where there is none."""
    unit = catalogue.get("units", id)
    return Named(unit.name, f"units/{unit.id}.html") if unit else None


def day_words(day: date | None) -> str:
    """Return a day as 2026年11月23日, an empty text where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
