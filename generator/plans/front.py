"""The front page, the page for lost readers, and the files that machines ask for first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.adjustments import told_on
from generator.model.bodies import Cluster
from generator.model.entry import Category
from generator.page import Here, Page
from generator.plans.acts import DocumentCard
from generator.plans.adjustments import AdjustmentLine, adjustment_line
from generator.plans.bodies import LATEST, Listed, counted_field, counted_unit
from generator.plans.consultations import open_lines
from generator.plans.files import plan_files, whole
from generator.plans.listings import CATEGORY_MEANINGS
from generator.plans.prepared import Prepared
from generator.plans.shared import (
    CLUSTER_SLUGS,
    HOME,
    Counted,
    Mark,
    category_mark,
    current,
)
from generator.plans.talks import TalkLine


@dataclass(frozen=True, slots=True)
class CategoryTile:
    """A category on the front page: its mark, what it means, how many entries it has."""

    mark: Mark
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class FrontView:
    """What the site holds and the ways in."""

    here: Here
    total: int
    categories: tuple[CategoryTile, ...]
    clusters: tuple[Counted, ...]
    fields: tuple[Counted, ...]
    units: tuple[Listed, ...]
    consultations: tuple[TalkLine, ...]
    documents: tuple[DocumentCard, ...]
    adjustments: tuple[AdjustmentLine, ...]


@dataclass(frozen=True, slots=True)
class LostView:
    """The page for an address that leads nowhere."""

    here: Here


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page by its full address."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What crawlers may do; a demonstration asks to be left out."""

    address: str
    demonstration: bool


def plan_front(prepared: Prepared) -> Iterator[Page]:
    """The front page and 404."""
    catalogue, around, entries = prepared.catalogue, prepared.around, prepared.entries
    config = catalogue.config
    here = Here("index.html", config.name, config.summary, "首页")
    units = current(catalogue, catalogue.units)
    kinds = list(dict.fromkeys(unit.kind for unit in units))
    adjusted = told_on(catalogue.adjustments, catalogue.day)
    of_cluster = {
        cluster: [field for field in catalogue.fields if field.cluster is cluster]
        for cluster in Cluster
    }
    yield Page(
        here.path,
        "front.html",
        FrontView(
            here=here,
            total=len(entries),
            categories=tuple(
                CategoryTile(
                    category_mark(category),
                    CATEGORY_MEANINGS[category],
                    sum(category in entry.category for entry in entries),
                )
                for category in Category
            ),
            clusters=tuple(
                Counted(
                    str(cluster),
                    f"clusters/{CLUSTER_SLUGS[cluster]}.html",
                    sum(len(catalogue.entries_of.get(field.id, ())) for field in fields),
                )
                for cluster, fields in of_cluster.items()
            ),
            fields=tuple(
                counted_field(catalogue, field) for field in current(catalogue, catalogue.fields)
            ),
            units=tuple(
                Listed(
                    kind,
                    tuple(counted_unit(catalogue, unit) for unit in units if unit.kind == kind),
                )
                for kind in kinds
            ),
            consultations=open_lines(catalogue),
            documents=tuple(map(around.document_card, around.documents[:LATEST])),
            adjustments=tuple(adjustment_line(one) for one in adjusted[:-6:-1]),
        ),
    )
    lost = Here("404.html", "没有找到这一页", "地址有误，或页面已移走", "提示", (HOME,))
    yield Page(lost.path, "404.html", LostView(lost))


def plan_machine_files(prepared: Prepared) -> Iterator[Page]:
    """The whole catalogue in every form, and robots.txt; the sitemap follows from all pages."""
    config = prepared.catalogue.config
    yield from plan_files(prepared, whole(prepared))
    yield Page("robots.txt", "robots.txt", RobotsView(config.address, config.demonstration))
