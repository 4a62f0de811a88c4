"""Pieces that several views hold: links, cards of entries, the way to each page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from generator.catalogue import Catalogue
from generator.exports.layout import Named, subjects
from generator.model.bodies import Cluster
from generator.model.entry import Category, Entry, Stage
from generator.model.frozen import packing
from generator.model.timelimit import TimeUnit
from generator.page import Crumb

T = TypeVar("T")

HOME = Crumb("首页", "index.html")
CATALOGUE = Crumb("标准目录", "catalogue/index.html")
# The blanks that stand around digits go with it; two of them part what stands in a line.
_DAY = re.compile(r" ?(?<![0-9-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])(?: (?! ))?")

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


@packing
@dataclass(frozen=True, slots=True)
class Mark:
    """One of the five categories or three stages: word, slug (colour and shape), page."""

    title: str
    slug: str
    path: str


@packing
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


@packing
@dataclass(frozen=True, slots=True)
class Counted:
    """A link with how many current entries stand behind it."""

    title: str
    path: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A file with what its page shows: what it is called, where it is, its media type."""

    title: str
    path: str
    type: str


@packing
@dataclass(frozen=True, slots=True)
class Leaf:
    """One step in the way through a list; *gap* tells that steps before it are left out."""

    title: str
    path: str
    here: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Leaves:
    """Where a page stands among the pages of a list: only its neighbours and the ends are named,
    so that a long list does not make every page of it longer."""

    number: int
    total: int
    previous: str
    following: str
    steps: tuple[Leaf, ...]


def leaf_path(first: str, number: int, *, below: bool = False) -> str:
    """Return the path of a page of the list that begins at *first*; *below* puts the others into a
    folder of its name, where a record's id could be that of a neighbour."""
    if number == 1:
        return first
    stem = first.removesuffix(".html").removesuffix("index")
    stem += "/" if below else ""
    return f"{stem}page-{number}.html" if stem.endswith("/") else f"{stem}-{number}.html"


def leaves(first: str, number: int, total: int, *, below: bool = False) -> Leaves:
    """Return the place of page *number* of *total* in the list that begins at *first*."""
    shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    steps = tuple(
        Leaf(str(one), leaf_path(first, one, below=below), one == number, one - before > 1)
        for before, one in zip([0, *shown], shown, strict=False)
    )
    return Leaves(
        number,
        total,
        leaf_path(first, number - 1, below=below) if number > 1 else "",
        leaf_path(first, number + 1, below=below) if number < total else "",
        steps,
    )


def in_leaves(
    items: Sequence[T], size: int, first: str, *, below: bool = False
) -> Iterator[tuple[str, str, Sequence[T], Leaves]]:
    """Yield *items* page by page, *size* to a page: the path of each page, what its title ends in,
    its items, and its place in the list."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        yield (
            leaf_path(first, number, below=below),
            "" if number == 1 else f"（第{number}页）",
            items[(number - 1) * size : number * size],
            leaves(first, number, total, below=below),
        )


@cache
def category_mark(category: Category) -> Mark:
    """Return the mark of a category."""
    slug = CATEGORY_SLUGS[category]
    return Mark(category.value, slug, f"categories/{slug}.html")


@cache
def stage_mark(stage: Stage) -> Mark:
    """Return the mark of a stage."""
    slug = STAGE_SLUGS[stage]
    return Mark(stage.value, slug, f"stages/{slug}.html")


def current(catalogue: Catalogue, records: Iterable[Any]) -> tuple[Any, ...]:
    """Return the records that have not ended."""
    return tuple(record for record in records if catalogue.current(record))


def card(catalogue: Catalogue, entry: Entry) -> Card:
    """Return *entry* as a line of a list."""
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


def counted(unit: TimeUnit) -> str:
    """Return *unit* as it stands behind a number: 个月 in 3个月."""
    return str(unit) if unit in (TimeUnit.DAY, TimeUnit.YEAR) else f"个{unit}"


def day_words(day: date | None) -> str:
    """Return a day as 2026年11月23日, an empty text where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def days_in_words(text: str) -> str:
    """Return *text* with each day in it as 2026年11月23日, where files have 2026-11-23; the words
    close up around it."""
    return _DAY.sub(lambda found: f"{int(found[1])}年{int(found[2])}月{int(found[3])}日", text)


def placed(html: str, root: str) -> str:
    """Return a text's HTML for a page from which *root* leads to the site's root."""
    return html.replace('href="~/', f'href="{root}').replace('src="~/', f'src="{root}')
