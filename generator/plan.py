"""Catalogue to pages.

A page is a value: where it goes, which writer writes it, and everything that writer may see.
Because nothing else reaches the writer, the page's fingerprint decides, alone and exactly,
whether it must be rendered again.  There are no dependencies to declare and none to forget.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import SupportsBytes

from generator import keys
from generator.catalogue import Catalogue
from generator.config import Footer, Government
from generator.exports.layout import Named
from generator.hands import ALONE, Hands, spare
from generator.keys import published
from generator.known import NOTHING, Known
from generator.page import Page
from generator.plans import FOUND, OTHERS, PLANS, Plan
from generator.plans.front import SitemapView
from generator.plans.prepared import Prepared, prepare
from generator.plans.searchables import may_offer, offered, searchable
from generator.plans.searching import Indexed, indexed, plan_search
from generator.search.index import forget
from generator.search.records import Searchable
from generator.store import Store, dumped, loaded, packed

MANY = 1_000  # records that are worth indexing in another process
OF_ALL = ("search/", "search.html", "sitemap.xml")  # how paths begin of what follows from all pages


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
    """All pages of a site, by path, and the frame they share."""

    frame: Frame
    pages: tuple[Page, ...]


def plan(catalogue: Catalogue, assets: Iterable[tuple[str, bytes]]) -> Planned:
    """Return every page of the site, its view made; the arguments are those of `pages_of`."""
    assets = tuple(assets)
    pages = sorted((page.now() for page in pages_of(catalogue, assets)), key=lambda page: page.path)
    return Planned(frame_of(catalogue, assets), tuple(pages))


def pages_of(
    catalogue: Catalogue,
    assets: Iterable[tuple[str, bytes]],
    hands: Hands = ALONE,
    known: Known | None = None,
    store: Store | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[Page]:
    """Yield every page of the site, in no order that means anything; none is held back.

    Args:
        catalogue: The records.

        assets: Name and bytes of each file of the theme's ``assets/``; they are published under
            names that hold a part of their digest.

        hands: Index what the search finds, while the rest is planned.

        known: What earlier builds knew: a page that is made of the same offers the same to search.
            None where nobody asks what pages are made of.

        store: Remembers what long lists are made of, and what spares the next index work.

        meanwhile: Does what else is to be done, before the index is waited for.
    """
    addresses: list[str] = []
    found: list[SupportsBytes] = []
    yield from _of_theme(assets)
    prepared = prepare(catalogue, store)
    aside = store.aside if store else bytes
    keyed = known is not None
    for planned in _planned(FOUND, prepared, keyed=keyed):
        page = _offering(planned, known or NOTHING, aside)
        addresses += _address(page, catalogue)
        found += [page.found] if page.found else []
        yield page
    many = len(found) >= MANY
    program = keys.program()
    earlier = store and store.recall("index", program, bytes, hold=False)
    given = ([*map(bytes, found)], earlier or b"")
    waited = hands.soon(index_of if many else _index, given, much=many)
    del found, given, earlier
    for page in _planned(OTHERS, prepared, keyed=keyed):
        addresses += _address(page, catalogue)
        yield page
    if meanwhile:
        meanwhile()
    index = waited()
    if store:
        store.put("index", program, packed(index.known))
    for page in plan_search(catalogue, index):
        addresses += _address(page, catalogue)
        yield page
    yield Page("sitemap.xml", "sitemap.xml", SitemapView(tuple(sorted(addresses))))


def searchables_of(catalogue: Catalogue) -> tuple[Searchable, ...]:
    """Return what the pages of the site offer to search, in the order of their paths."""
    return searchable(_planned(FOUND, prepare(catalogue)))


def page_at(catalogue: Catalogue, assets: Iterable[tuple[str, bytes]], path: str) -> Page | None:
    """Return the page at *path* without making the others; None where there is none, and for what
    follows from all pages: the search and the site's map."""
    if path.startswith(OF_ALL):
        return None
    prepared = prepare(catalogue)
    pages = chain(_of_theme(assets), *(one(prepared) for one in PLANS))
    found = next((page for page in pages if page.path == path), None)
    return found and found.now()


def _of_theme(assets: Iterable[tuple[str, bytes]]) -> Iterator[Page]:
    for name, data in assets:
        yield Page(_asset_path(name, data), "asset", data)


def _planned(plans: Iterable[Plan], prepared: Prepared, *, keyed: bool = False) -> Iterator[Page]:
    pages = (page for one in plans for page in one(prepared))
    return (page.keyed() for page in pages) if keyed else pages


def _offering(page: Page, known: Known, aside: Callable[[bytes], SupportsBytes]) -> Page:
    """*page* with what it offers to search, put *aside*."""
    if not may_offer(page):
        return page
    past = known.get(page.path)
    if past and past.made_of(page):
        return Page(page.path, page.writer, page.made, page.records, page.of, past.found)
    made = page.now()
    offers = tuple(offered(made))
    found = aside(dumped(offers)) if offers else b""
    return Page(page.path, page.writer, made.made, page.records, page.of, found)


Offers = tuple[Iterable[bytes], bytes]  # what pages offer, and what an earlier index knew


def index_of(offers: Offers) -> Indexed:
    """Return the index of what many pages offer, which as bytes takes half the memory and goes as
    it is to whoever makes the index; of what that took, nothing is left."""
    made = _index(offers)
    forget()
    gc.collect()  # which drops what Python keeps for lists and tuples to come
    spare()
    return made


def _index(offers: Offers) -> Indexed:
    found, known = offers
    records = chain.from_iterable(map(loaded, found))
    return indexed(tuple(sorted(records, key=lambda one: one.path)), known)


def frame_of(catalogue: Catalogue, assets: Iterable[tuple[str, bytes]]) -> Frame:
    """Return what all pages of the site share."""
    config = catalogue.config
    return Frame(
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
        assets={name: _asset_path(name, data) for name, data in assets},
    )


def _asset_path(name: str, data: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{published(data)[:10]}.{suffix}"


def _address(page: Page, catalogue: Catalogue) -> Iterator[str]:
    """The address of a page that is named on the site's map."""
    if page.path.endswith(".html") and page.path != "404.html":
        yield catalogue.config.address + page.path
