"""Lists of entries: the whole catalogue, and the same items by category, stage and cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from generator.exports.layout import Named
from generator.facts import limits
from generator.model.bodies import Cluster
from generator.model.entry import Category, Entry, Method, Stage
from generator.page import Here, Page
from generator.plans.files import downloads, whole
from generator.plans.prepared import Around, Prepared
from generator.plans.shared import (
    CATALOGUE,
    CATEGORY_SLUGS,
    CLUSTER_SLUGS,
    HOME,
    STAGE_SLUGS,
    Card,
    Counted,
    Download,
    Leaves,
    Mark,
    category_mark,
    current,
    in_leaves,
    stage_mark,
)

CATEGORY_MEANINGS = MappingProxyType(
    {
        Category.DECISION: "作出决定之前和之时的信息：草案、意见征集与采纳情况、决定和理由。",
        Category.IMPLEMENTATION: "落实决定的过程：措施、步骤、进展和责任分工。",
        Category.MANAGEMENT: "日常管理：职责、规则、检查、处罚和公共资源的管理。",
        Category.SERVICE: "办事服务：条件、材料、流程、时限、收费和咨询渠道。",
        Category.RESULT: "事情办得怎样：办理结果、资金和分配情况、评价和成效。",
    }
)
STAGE_MEANINGS = MappingProxyType(
    {
        Stage.RELEASE: "按时限把信息发布出来。",
        Stage.INTERPRETATION: "用易懂的方式说明政策的背景、内容和办理办法。",
        Stage.RESPONSE: "对社会关切和公众意见作出回应。",
    }
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the whole catalogue on its first page: figures, conditions, its files."""

    total: int
    dated: int
    categories: tuple[str, ...]
    methods: tuple[str, ...]
    fields: tuple[str, ...]
    units: tuple[str, ...]
    levels: tuple[str, ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """One page of the whole catalogue."""

    here: Here
    opening: Opening | None
    marks: tuple[tuple[str, tuple[Mark, ...]], ...]
    cards: tuple[Card, ...]
    leaves: Leaves


@dataclass(frozen=True, slots=True)
class FieldCards:
    """The entries of one field within a list."""

    field: Named
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Entries that share a category, a stage or a cluster, field by field."""

    here: Here
    kind: str
    title: str
    slug: str
    meaning: str
    groups: tuple[FieldCards, ...]
    total: int
    siblings: tuple[Counted, ...]
    leaves: Leaves


def plan_catalogue(prepared: Prepared) -> Iterator[Page]:
    """The whole catalogue page by page, with a form that searches its items."""
    config = prepared.catalogue.config
    first = "catalogue/index.html"
    marks = (
        ("五公开", tuple(category_mark(category) for category in Category)),
        ("环节", tuple(stage_mark(stage) for stage in Stage)),
    )
    for path, suffix, entries, place in in_leaves(prepared.entries, config.page_size, first):
        here = Here(
            path=path,
            title=f"标准目录{suffix}",
            description=f"{config.organ}政务公开标准目录全部事项{suffix}",
            column="标准目录",
            crumbs=(HOME,),
        )
        opening = _opening(prepared) if place.number == 1 else None
        more = here, opening, marks, place
        yield prepared.around.page(path, "catalogue.html", _leaf, entries, *more)


def _leaf(
    around: Around,
    entries: Sequence[Entry],
    here: Here,
    opening: Opening | None,
    marks: tuple[tuple[str, tuple[Mark, ...]], ...],
    place: Leaves,
) -> CatalogueView:
    return CatalogueView(here, opening, marks, around.cards_of(entries), place)


def _opening(prepared: Prepared) -> Opening:
    catalogue = prepared.catalogue
    levels = [words for words in catalogue.vocabularies if words.id == "levels"]
    return Opening(
        total=len(prepared.entries),
        dated=sum(limits.dated(entry.time_limit) for entry in prepared.entries),
        categories=tuple(category.value for category in Category),
        methods=tuple(method.value for method in Method),
        fields=tuple(field.name for field in current(catalogue, catalogue.fields)),
        units=tuple(unit.name for unit in current(catalogue, catalogue.units)),
        levels=tuple(term.name for words in levels for term in words.values),
        files=downloads(whole(prepared).stem),
    )


def plan_categories(prepared: Prepared) -> Iterator[Page]:
    """One list for each of the five categories (五公开)."""
    of = {c: [e for e in prepared.entries if c in e.category] for c in Category}
    siblings = tuple(Counted(c.value, category_mark(c).path, len(found)) for c, found in of.items())
    for category, found in of.items():
        yield from _list(
            prepared, found, kind="category", title=f"{category.value}公开",
            slug=CATEGORY_SLUGS[category], folder="categories",
            meaning=CATEGORY_MEANINGS[category], siblings=siblings,
        )  # fmt: skip


def plan_stages(prepared: Prepared) -> Iterator[Page]:
    """One list for each of the three stages (发布、解读、回应)."""
    of = {s: [e for e in prepared.entries if s in e.stage] for s in Stage}
    siblings = tuple(Counted(s.value, stage_mark(s).path, len(found)) for s, found in of.items())
    for stage, found in of.items():
        yield from _list(
            prepared, found, kind="stage", title=stage.value, slug=STAGE_SLUGS[stage],
            folder="stages", meaning=STAGE_MEANINGS[stage], siblings=siblings,
        )  # fmt: skip


def plan_clusters(prepared: Prepared) -> Iterator[Page]:
    """One list for each of the seven key clusters (重点领域)."""
    names = {field.id: field.cluster for field in prepared.catalogue.fields}
    of = {c: [e for e in prepared.entries if names.get(e.field) is c] for c in Cluster}
    siblings = tuple(
        Counted(c.value, f"clusters/{CLUSTER_SLUGS[c]}.html", len(found)) for c, found in of.items()
    )
    for cluster, found in of.items():
        yield from _list(
            prepared, found, kind="cluster", title=cluster.value, slug=CLUSTER_SLUGS[cluster],
            folder="clusters", siblings=siblings,
            meaning="七个重点领域之一，责任单位须制定本部门本系统的主动公开基本目录。",
        )  # fmt: skip


_PARENTS = MappingProxyType({"category": "五公开", "stage": "环节", "cluster": "重点领域"})


def _list(
    prepared: Prepared, found: Sequence[Entry], *, kind: str, title: str, slug: str,
    folder: str, meaning: str, siblings: tuple[Counted, ...],
) -> Iterator[Page]:  # fmt: skip
    first = f"{folder}/{slug}.html"
    size = prepared.catalogue.config.page_size
    for path, suffix, entries, place in in_leaves(found, size, first):
        here = Here(
            path=path,
            title=f"{title}{suffix}",
            description=f"{_PARENTS[kind]}：{title}。{meaning}",
            column=_PARENTS[kind],
            crumbs=(HOME, CATALOGUE),
        )
        empty = ListView(
            here, kind, title, slug, meaning, (), total=len(found), siblings=siblings, leaves=place
        )
        yield prepared.around.page(path, "list.html", _grouped, entries, empty)


def _grouped(around: Around, entries: Sequence[Entry], empty: ListView) -> ListView:
    groups = []
    for id, same in groupby(entries, key=lambda entry: entry.field):
        field = around.catalogue.get("fields", id)
        link = Named(field.name, f"fields/{field.id}.html")
        groups.append(FieldCards(link, around.cards_of(same)))
    return replace(empty, groups=tuple(groups))
