"""Lists of entries: the whole catalogue, and the same items by category, stage and cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts import limits
from generator.model.bodies import Cluster
from generator.model.entry import Category, Entry, Stage
from generator.page import Here, Page
from generator.plans.machine import filter_rows
from generator.plans.shared import (
    CATALOGUE,
    CATEGORY_SLUGS,
    CLUSTER_SLUGS,
    HOME,
    STAGE_SLUGS,
    Card,
    Counted,
    Mark,
    cards,
    category_mark,
    current,
    current_entries,
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
class CatalogueView:
    """One leaf of the whole catalogue; the filter's words are the same on every leaf."""

    here: Here
    cards: tuple[Card, ...]
    number: int
    pages: tuple[Named, ...]
    total: int
    dated: int
    rows: str
    marks: tuple[tuple[str, tuple[Mark, ...]], ...]
    categories: tuple[str, ...]
    methods: tuple[str, ...]
    fields: tuple[str, ...]
    units: tuple[str, ...]
    levels: tuple[str, ...]


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


def plan_catalogue(catalogue: Catalogue) -> Iterator[Page]:
    """The whole catalogue in leaves, with the rows that its filter searches beside it."""
    entries = current_entries(catalogue)
    size = catalogue.config.page_size
    leaves = [entries[start : start + size] for start in range(0, len(entries), size)] or [()]
    pages = tuple(
        Named(
            str(number), "catalogue/index.html" if number == 1 else f"catalogue/page-{number}.html"
        )
        for number in range(1, len(leaves) + 1)
    )
    levels = [v for v in catalogue.vocabularies if v.id == "levels"]
    for leaf, page in zip(leaves, pages, strict=True):
        suffix = "" if page.title == "1" else f"（第{page.title}页）"
        here = Here(
            path=page.path,
            title=f"标准目录{suffix}",
            description=f"{catalogue.config.organ}政务公开标准目录全部事项{suffix}",
            column="标准目录",
            crumbs=(HOME,),
        )
        view = CatalogueView(
            here=here,
            cards=cards(catalogue, leaf),
            number=int(page.title),
            pages=pages,
            total=len(entries),
            dated=sum(limits.dated(entry.time_limit) for entry in entries),
            rows="catalogue/rows.js",
            marks=(
                ("五公开", tuple(category_mark(category) for category in Category)),
                ("环节", tuple(stage_mark(stage) for stage in Stage)),
            ),
            categories=tuple(category.value for category in Category),
            methods=("主动公开", "依申请公开"),
            fields=tuple(field.name for field in current(catalogue, catalogue.fields)),
            units=tuple(unit.name for unit in current(catalogue, catalogue.units)),
            levels=tuple(term.name for v in levels for term in v.values),
        )
        yield Page(page.path, "catalogue.html", view)
    yield Page("catalogue/rows.js", "rows", filter_rows(cards(catalogue, entries), entries))


def plan_categories(catalogue: Catalogue) -> Iterator[Page]:
    """One list for each of the five categories (五公开)."""
    entries = current_entries(catalogue)
    of = {c: [e for e in entries if c in e.category] for c in Category}
    siblings = tuple(Counted(c.value, category_mark(c).path, len(found)) for c, found in of.items())
    for category, found in of.items():
        yield _list(
            catalogue, found, kind="category", title=f"{category.value}公开",
            slug=CATEGORY_SLUGS[category], folder="categories",
            meaning=CATEGORY_MEANINGS[category], siblings=siblings,
        )  # fmt: skip


def plan_stages(catalogue: Catalogue) -> Iterator[Page]:
    """One list for each of the three stages (发布、解读、回应)."""
    entries = current_entries(catalogue)
    of = {s: [e for e in entries if s in e.stage] for s in Stage}
    siblings = tuple(Counted(s.value, stage_mark(s).path, len(found)) for s, found in of.items())
    for stage, found in of.items():
        yield _list(
            catalogue, found, kind="stage", title=stage.value, slug=STAGE_SLUGS[stage],
            folder="stages", meaning=STAGE_MEANINGS[stage], siblings=siblings,
        )  # fmt: skip


def plan_clusters(catalogue: Catalogue) -> Iterator[Page]:
    """One list for each of the seven key clusters (重点领域)."""
    entries = current_entries(catalogue)
    names = {f.id: f.cluster for f in catalogue.fields}
    of = {c: [e for e in entries if names.get(e.field) is c] for c in Cluster}
    siblings = tuple(
        Counted(c.value, f"clusters/{CLUSTER_SLUGS[c]}.html", len(found)) for c, found in of.items()
    )
    for cluster, found in of.items():
        yield _list(
            catalogue, found, kind="cluster", title=cluster.value, slug=CLUSTER_SLUGS[cluster],
            folder="clusters", siblings=siblings,
            meaning="七个重点领域之一，责任单位须制定本部门本系统的主动公开基本目录。",
        )  # fmt: skip


_PARENTS = MappingProxyType({"category": "五公开", "stage": "环节", "cluster": "重点领域"})


def _list(
    catalogue: Catalogue, entries: Iterable[Entry], *, kind: str, title: str, slug: str,
    folder: str, meaning: str, siblings: tuple[Counted, ...],
) -> Page:  # fmt: skip
    found = tuple(entries)
    here = Here(
        path=f"{folder}/{slug}.html",
        title=title,
        description=f"{_PARENTS[kind]}：{title}。{meaning}",
        column=_PARENTS[kind],
        crumbs=(HOME, CATALOGUE),
    )
    groups = []
    for id, same in groupby(found, key=lambda entry: entry.field):
        field = catalogue.get("fields", id)
        link = Named(field.name, f"fields/{field.id}.html")
        groups.append(FieldCards(link, cards(catalogue, same)))
    view = ListView(here, kind, title, slug, meaning, tuple(groups), len(found), siblings)
    return Page(here.path, "list.html", view)
