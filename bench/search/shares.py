"""What the index is of a build, and how much of it one edit changes."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bench.stages import Site
from generator import find
from generator.link import link
from generator.page import Page
from generator.plan import plan
from generator.plans.searchables import searchable
from generator.read import read
from generator.render import theme_of
from generator.search.index import files
from generator.search.readings import syllables
from generator.search.records import Searchable
from generator.store import Store

DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Change:
    """How much of the index an edit changes: files and bytes, of how many."""

    files: int
    of_files: int
    bytes: int
    of_bytes: int


def pages_of(site: Path) -> tuple[Page, ...]:
    """Return the pages that a build of *site* plans."""
    found = find.find(site)
    _, assets = theme_of(found.theme)
    catalogue = link(read(found.config, found.sources, Store(None)), DAY)
    return plan(catalogue, assets).pages


def seconds(pages: Iterable[Page]) -> tuple[float, tuple[Searchable, ...]]:
    """Return the CPU seconds it takes to make the index from what *pages* show, and its records.

    Readings are forgotten first, so that the index bears what they cost.
    """
    pages = tuple(pages)
    syllables.cache_clear()
    gc.collect()
    gc.disable()  # as the commands do
    started = time.process_time()
    records = searchable(pages)
    files(records)
    spent = time.process_time() - started
    gc.enable()
    return spent, records


def changes(site: Site) -> Iterator[tuple[str, Change]]:
    """Edit one entry in each way, build, and yield what that changed; *site* was built before."""
    file = _middle(site.folder)
    before, index = file.read_text(encoding="utf-8"), _index(site.folder)
    for name, edit in EDITS.items():
        after = edit(before)
        if after == before:
            raise ValueError(f"{name}: nothing to edit in {file}")
        file.write_text(after, encoding="utf-8", newline="\n")
        try:
            site.built()
            yield name, _change(index, _index(site.folder))
        finally:
            file.write_text(before, encoding="utf-8", newline="\n")


def _middle(site: Path) -> Path:
    """The file of entries in the middle."""
    entries = sorted((site / "catalogue" / "entries").rglob("*.yaml"))
    return entries[len(entries) // 2]


def _index(site: Path) -> dict[str, bytes]:
    folder = site / "output" / "search"
    found = {str(file.relative_to(folder)): file for file in folder.rglob("*.js")}
    return {name: file.read_bytes() for name, file in found.items()}


def _change(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Change:
    other = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return Change(
        len(other),
        len(after),
        sum(len(after.get(name, b"")) for name in other),
        sum(map(len, after.values())),
    )


def _at(pattern: str, put: str) -> Callable[[str], str]:
    """An edit that puts *put* behind the middle one of the matches of *pattern*."""

    def edit(text: str) -> str:
        found = list(re.finditer(pattern, text, re.MULTILINE))
        end = found[len(found) // 2].end()
        rest = text[end:] if put.startswith("修") else text[end:].partition("\n")[2]
        return text[:end] + put + rest

    return edit


def _another(text: str) -> str:
    """The text with the entry in the middle once more, by another id and name."""
    starts = [found.start() for found in re.finditer(r"^  - id: ", text, re.MULTILINE)] + [None]
    middle = (len(starts) - 1) // 2
    entry = text[starts[middle] : starts[middle + 1]]
    entry = re.sub(r"^(  - id: .*)$", r"\1-xin", entry, count=1, flags=re.MULTILINE)
    entry = re.sub(r"^(    name: )", r"\1新增的", entry, count=1, flags=re.MULTILINE)
    return text.rstrip("\n") + "\n" + entry


EDITS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "a name": _at(r"^    name: (?=[^\"'\s])", "修订的"),
        "a content": _at(r"^    content:\n      - (?=[^\"'\s])", "修订的"),
        "a time limit": _at(r"^    time_limit: ", "自决定作出之日起6个工作日内\n"),
        "a new entry": _another,
    }
)
