"""A site to a project of Hugo that makes the same pages: a Markdown file with front matter for each
entry, unit and field, and layouts that fill them in.

What a template can do, the layouts do: they gather entries by field, unit, category, stage and
cluster, page through lists, name neighbours, lay out the official table, CSV and JSON.  Pages that
are there once, whatever the number of entries, are given to Hugo as this program made them.

    python -m bench.peers.project SITE FOLDER
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.peers.fronts import Front, Names, Views, columns, given, here, id_of
from generator.catalogue import Catalogue
from generator.find import find
from generator.link import link
from generator.page import Page
from generator.plan import Frame, Planned, plan
from generator.plans.bodies import FieldView, IndexView, UnitView
from generator.plans.directories import DirectoriesView, DirectoryView
from generator.plans.entries import EntryView
from generator.plans.front import LostView, SitemapView
from generator.plans.listings import CatalogueView, ListView
from generator.plans.searching import LetterView, SearchView
from generator.plans.shared import CATEGORY_SLUGS, STAGE_SLUGS
from generator.plans.texts import TextView
from generator.plans.tombstones import TombstoneView
from generator.read import read
from generator.render import theme_of
from generator.store import Store

LAYOUTS = Path(__file__).parent / "hugo" / "layouts"
LISTS = ("categories", "stages", "clusters")
TAXONOMIES = {one: one for one in ("fields", "units", *LISTS)}
# What Hugo makes, and what Pagefind makes in its place; the 404 page is no page of Hugo's.
MADE = (
    CatalogueView, DirectoriesView, DirectoryView, EntryView, FieldView, IndexView, LetterView,
    ListView, LostView, SearchView, SitemapView, TombstoneView, UnitView,
)  # fmt: skip
WHOLE = ("catalogue.csv", "catalogue.json")  # the whole catalogue, which Hugo makes too
UNMADE = {"render": "never"}
_MAIN = re.compile(r'<main id="main"[^>]*>\n(.*)</main>', re.DOTALL)


def planned(site: Path) -> tuple[Catalogue, Planned]:
    """Return the records of the site at *site* and its pages.

    Raises:
        ValueError: There is no site, or none that names its day.
    """
    found = find(site)
    records = read(found.config, found.sources, Store(site / ".cache")) if found.config else None
    if not records or not records.config or not records.config.as_of:
        raise ValueError(f"{site} is no site that names its day")
    catalogue = link(records, records.config.as_of)
    return catalogue, plan(catalogue, theme_of(found.theme)[1])


def files(site: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the project for a site that was built."""
    catalogue, made = planned(site)
    names = Names(catalogue)
    views: Views = {page.path: page.view for page in made.pages}
    yield "hugo.json", json.dumps(_settings(made.frame), ensure_ascii=False, indent=2)
    for name, table in names.tables.items():
        yield f"data/{name}.json", json.dumps(table, ensure_ascii=False)
    for number, view in enumerate(_entries(made.pages, views), 1):
        id = id_of(view.here.path)
        yield f"content/entries/{id}.md", _front(names.entry(view, views, number))
    for number, field in enumerate(catalogue.fields, 1):
        told = names.field(views[f"fields/{field.id}.html"], views, number)
        yield f"content/fields/{field.id}/_index.md", _front(told)
    for number, unit in enumerate(catalogue.units, 1):
        told = names.unit(views[f"units/{unit.id}.html"], views, number)
        yield f"content/units/{unit.id}/_index.md", _front(told)
        told = here(views[f"directory/{unit.id}.html"]) | {"unit": unit.id, "weight": number}
        yield f"content/directory/{unit.id}.md", _front(told | {"outputs": ["html", "csv"]})
    yield from _lists(made.pages, views)
    yield from _ended(made.pages)
    yield from _singles(made.pages, site / "output")


def _entries(pages: tuple[Page, ...], views: Views) -> Iterator[EntryView]:
    """Yield the entries in the order of the whole catalogue."""
    leaves = [page.view for page in pages if isinstance(page.view, CatalogueView)]
    for leaf in sorted(leaves, key=lambda view: view.leaves.number):
        yield from (views[card.path] for card in leaf.cards)


def _lists(pages: tuple[Page, ...], views: Views) -> Iterator[tuple[str, str]]:
    """Yield what is told of lists: of each once, however many pages it has."""
    whole: CatalogueView = views["catalogue/index.html"]
    assert whole.opening
    words = whole.opening
    told = here(whole) | {"paged": True, "outputs": ["html", "csv", "json"]}
    told["columns"] = columns(views, "catalogue.csv")
    told["choices"] = [
        ["category", "五公开", words.categories], ["method", "公开方式", words.methods],
        ["field", "领域", words.fields], ["unit", "公开主体", words.units],
        ["level", "公开层级", words.levels],
    ]  # fmt: skip
    yield "content/catalogue/_index.md", _front(told)
    for folder in ("fields", "units"):
        index: IndexView = views[f"{folder}/index.html"]
        kinds = [group.title for group in index.groups if group.title]
        yield (
            f"content/{folder}/_index.md",
            _front(here(index) | given(lead=index.lead, kinds=kinds)),
        )
    yield "content/directory/_index.md", _front(here(views["directory/index.html"]))
    for page in pages:
        view = page.view
        if isinstance(view, ListView) and view.leaves.number == 1:
            order = [one.path for one in view.siblings].index(page.path)
            told = {"id": view.slug, "name": view.siblings[order].title, "meaning": view.meaning}
            told |= {"paged": True, "weight": order + 1}
            yield f"content/{page.path.removesuffix('.html')}/_index.md", _front(here(view) | told)
    for folder in (*LISTS, "entries", "tombstones"):
        yield f"content/{folder}/_index.md", _front({"title": folder, "build": UNMADE})


def _ended(pages: tuple[Page, ...]) -> Iterator[tuple[str, str]]:
    for page in pages:
        view = page.view
        if isinstance(view, TombstoneView):
            successor = view.successor and [view.successor.title, view.successor.path]
            told = given(url=page.path, name=view.name, ended=view.ended, successor=successor)
            yield f"content/tombstones/{id_of(page.path)}.md", _front(here(view) | told)


def _singles(pages: tuple[Page, ...], output: Path) -> Iterator[tuple[str, str]]:
    """Yield what is there once: pages with their text as it is, other files whole."""
    made = {page.path.rpartition(".")[0] for page in pages if isinstance(page.view, MADE)}
    for page in pages:
        stem, _, form = page.path.rpartition(".")
        if form == "html" and not isinstance(page.view, MADE):
            said = _MAIN.search((output / page.path).read_text(encoding="utf-8"))
            assert said, page.path
            told = here(page.view) | given(searched=isinstance(page.view, TextView))
            name = f"{stem.removesuffix('index')}_index" if stem.endswith("index") else stem
            yield f"content/{name}.html", _front(told) + said[1]
        elif page.path.startswith("assets/") or (
            form in ("csv", "json", "txt", "js")
            and stem not in made
            and page.path not in WHOLE
            and not page.path.startswith("search/")
        ):
            yield f"static/{page.path}", (output / page.path).read_bytes().decode()


def _settings(frame: Frame) -> Front:
    """Return Hugo's settings: what makes it fast, and what all pages share."""
    ways = (("五公开", "categories", CATEGORY_SLUGS), ("环节", "stages", STAGE_SLUGS))
    root = urlsplit(frame.address).path
    navigation = [{"title": one.title, "path": one.path} for one in frame.navigation]
    marked = ["catalogue/index.html", "fields/index.html", "units/index.html"]
    marked += ["index.html", "documents/index.html", *(one.path for one in frame.navigation)]
    return {
        "baseURL": frame.address,
        "title": frame.name,
        "locale": "zh-Hans",
        "uglyURLs": True,
        "disableAliases": True,
        "disableKinds": ["rss", "404"],
        "timeout": "10m",
        "security": {"allowContent": [".*"]},
        "pagination": {"pagerSize": 50, "disableAliases": True},
        "taxonomies": TAXONOMIES,
        "outputFormats": {
            "csv": {"mediaType": "text/csv", "isPlainText": True},
            "json": {"mediaType": "application/json", "isPlainText": True},
        },
        "outputs": {kind: ["html"] for kind in ("home", "page", "section", "taxonomy", "term")},
        "params": {
            "root": root,
            "organ": frame.organ,
            "domain": frame.government.site_domain,
            "code": frame.government.site_code,
            "keywords": ",".join(frame.government.keywords),
            "assets": dict(frame.assets),
            "navigation": navigation,
            "marked": [f"{root}{path}" for path in dict.fromkeys(marked)] + [root],
            "footer": {key: getattr(frame.footer, key) for key in ("sponsor", "phone", "postcode")},
            "ways": [
                {"title": title, "folder": folder, "slugs": list(slugs.values())}
                for title, folder, slugs in ways
            ],
        },
    }


def _front(told: Any) -> str:
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n\n"


def write(site: Path, folder: Path) -> int:
    """Write the project for *site* at *folder*, which is emptied; return how many files."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(LAYOUTS, folder / "layouts")
    count = 0
    for path, text in files(site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        count += 1
    return count


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), Path(sys.argv[2])))
