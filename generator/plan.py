"""Catalogue to pages.

A page is a value: where it goes, which writer writes it, and everything that writer may see.
Because nothing else reaches the writer, the page's fingerprint decides, alone and exactly,
whether it must be rendered again.  There are no dependencies to declare and none to forget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.config import Footer, Government
from generator.exports.layout import Named
from generator.keys import published
from generator.page import Page
from generator.plans import PLANS
from generator.plans.front import SitemapView
from generator.plans.prepared import prepare
from generator.plans.searchables import searchable
from generator.plans.searching import plan_search
from generator.search.records import Searchable


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shares: titles, navigation, footer, asset names; no counts, no dates."""

    name: str
    organ: str
    summary: str
    address: str
    demonstration: bool
    government: Government
    footer: Footer
    navigation: tuple[Named, ...]
    assets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Planned:
    """All pages of a site, the frame they share, and what of them can be searched."""

    frame: Frame
    pages: tuple[Page, ...]
    searchable: tuple[Searchable, ...]


def plan(catalogue: Catalogue, assets: Iterable[tuple[str, bytes]]) -> Planned:
    """Return every page of the site.

    Args:
        catalogue: The records.

        assets: Name and bytes of each file of the theme's ``assets/``; they are published under
            names that hold a part of their digest.
    """
    names: dict[str, str] = {}
    pages: list[Page] = []
    for name, data in assets:
        stem, _, suffix = name.rpartition(".")
        names[name] = f"assets/{stem}.{published(data)[:10]}.{suffix}"
        pages.append(Page(names[name], "asset", data))
    prepared = prepare(catalogue)
    for one in PLANS:
        pages += one(prepared)
    records = searchable(pages)
    pages += plan_search(catalogue, records)
    config = catalogue.config
    addresses = tuple(
        config.address + page.path
        for page in pages
        if page.path.endswith(".html") and page.path != "404.html"
    )
    pages.append(Page("sitemap.xml", "sitemap.xml", SitemapView(tuple(sorted(addresses)))))
    frame = Frame(
        name=config.name,
        organ=config.organ,
        summary=config.summary,
        address=config.address,
        demonstration=config.demonstration,
        government=replace(
            config.government, keywords=config.government.keywords or (config.name,)
        ),
        footer=config.footer,
        navigation=tuple(Named(item.title, item.page) for item in config.navigation),
        assets=names,
    )
    return Planned(frame, tuple(sorted(pages, key=lambda page: page.path)), records)
