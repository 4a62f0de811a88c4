"""The browser's search in one run: what it finds, loads and takes, Pagefind beside it.

A site is made up (or copied) and built; Pagefind indexes its pages of records; both are asked the
same queries in the same browser.  What ought to be found is a plain scan's, which is held against
the specification (`tests.search.oracle`) on some of the queries.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median
from types import MappingProxyType

from playwright.sync_api import Browser, sync_playwright

from bench.search import agreeing, loads, shares, speed
from bench.search.cuts import Query, absent, cuts, narrowed
from bench.search.host import Host, serving
from bench.search.pagefind import indexed, paths_of
from bench.search.scan import Scan
from bench.search.sides import CHROMIUM, Side, opened, ours, pagefinds
from bench.search.told import Figure, put, section, table
from bench.stages import ROOT, Cost, Site, environment_at, written
from generator.search.built import indexed as indexed_by_whoosh
from generator.search.engine import find
from generator.search.records import cut
from generator.search.terms import words_of
from generator.search.tree import All, Word
from tests.search.oracle import search

DOCS = ROOT / "docs" / "performance.md"
ABSENT, MIXED = 200, 300
TYPED = ("zfxx", "zhengfu", "gongkai", "20", "2025")  # with cuts, character by character


@dataclass(frozen=True, slots=True)
class Both:
    """A site and Pagefind's index of it, served, with a browser, and what ought to be found."""

    browser: Browser
    host: Host
    ours: Side
    peer: Side | None  # None where Pagefind is left out
    paths: Mapping[str, str]  # of Pagefind's ids
    scan: Scan
    random: Random


def measured(site: Site, folder: Path, given: argparse.Namespace) -> tuple[int, str, list[Figure]]:
    """Build *site*, ask both searches; return how many records, notes, and all figures."""
    _say("build")
    site.forget()
    cold = site.built()
    spent, records = shares.seconds(shares.pages_of(site.folder))
    output, pagefind = site.folder / "output", folder / "pagefind"
    figures: list[Figure] = []
    scan = Scan(map(cut, records))
    if given.pagefind:
        _say("Pagefind's index")
        pagefind = indexed(output, records, folder / "pages")
    with (
        sync_playwright() as play,
        serving({"output": output, "pagefind": pagefind}) as host,
        play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        host.prepare("output/assets", "output/search", *(("pagefind",) if given.pagefind else ()))
        peer = pagefinds() if given.pagefind else None
        paths = paths_of(pagefind) if given.pagefind else {}
        both = Both(browser, host, ours(output), peer, paths, scan, Random(given.seed))
        for name in given.only:
            _say(name)
            for one in PARTS[name](both, given) if name in PARTS else ():
                figures.append(one)
                print(table([one]).splitlines()[-1], flush=True)
    disk = loads.on_disk(output / "search", without="names")
    theirs = loads.on_disk(pagefind) if given.pagefind else None
    figures.append(Figure("index on disk", disk, "kB", theirs, of_peer=1 / 3))
    if CHANGED in given.only:
        figures += _changed(site, spent, cold)
    notes = (
        f"Pagefind was asked {given.pagefind} of the queries for finds, and "
        f"{given.loads} of them for bytes and times."
        if given.pagefind
        else "Pagefind was left out."
    )
    return len(records), notes, figures


def _loaded(both: Both, given: argparse.Namespace) -> Iterator[Figure]:
    """Bytes of first and following queries."""
    random = Random(given.seed)
    queries = [one.typed for one in cuts(both.scan.records, given.loads, random)]
    firsts = loads.first(both.browser, both.host, both.ours, queries)
    following = loads.following(both.browser, both.host, both.ours, queries)
    peer: tuple[float, ...] | tuple[None, None] = (None, None)
    if both.peer:
        peer = tuple(
            median(of(both.browser, both.host, both.peer, queries))
            for of in (loads.first, loads.following)
        )
    yield Figure("first query", median(firsts), "kB", peer[0], most=60_000, of_peer=0.5)
    yield Figure("first query, nine in ten", loads.tenth(firsts), "kB")
    yield Figure("following query", median(following), "kB", peer[1], most=25_000)
    yield Figure("following query, nine in ten", loads.tenth(following), "kB")


def _found(both: Both, given: argparse.Namespace) -> Iterator[Figure]:
    """Recall and precision over cuts, and silence where there is nothing."""
    records = both.scan.records
    queries = cuts(records, given.cuts, both.random)
    nothing = absent(records, both.scan, ABSENT, both.random)
    with opened(both.browser, both.host, both.ours) as page:
        mine = agreeing.of_ours(page, both.ours, both.scan, queries)
        silent = agreeing.of_ours(page, both.ours, both.scan, nothing)
    peer: agreeing.Agreement | None = None
    peers_silent: agreeing.Agreement | None = None
    if both.peer:
        with opened(both.browser, both.host, both.peer) as page:
            peer, peers_silent = (
                agreeing.of_pagefind(page, both.peer, both.paths, both.scan, some)
                for some in (queries[: given.pagefind], nothing[: given.pagefind])
            )
    _complain(mine.wrong + silent.wrong)
    of = f"{mine.queries:,} cuts"
    yield Figure(f"{of}: recall", mine.recall, "%", peer.recall if peer else None, least=1)
    yield Figure(f"{of}: precision", mine.precision, "%", peer.precision if peer else None, least=1)
    what = f"{of}: all finds and no other, ours in order"
    yield Figure(what, mine.whole, "%", peer.whole if peer else None, least=1)
    what = f"{silent.queries} strings that do not occur: none found"
    yield Figure(what, silent.whole, "%", peers_silent.whole if peers_silent else None, least=1)


def _mixed(both: Both, given: argparse.Namespace) -> Iterator[Figure]:
    """One and several words, sounds and filters against engines that are asked the same."""
    queries = narrowed(both.scan.records, MIXED, both.random)
    some = queries[: given.oracle]
    for name, engine, asked in _engines(both.scan, queries, some):
        with opened(both.browser, both.host, both.ours) as page:
            wrong = agreeing.differing(page, both.ours, engine, asked)
        _complain(wrong)
        what = f"{len(asked)} queries: the first {agreeing.SHOWN} and the total are {name}’s"
        yield Figure(what, 1 - len(wrong) / len(asked), "%", least=1)


def _engines(
    scan: Scan, queries: Sequence[Query], some: Sequence[Query]
) -> Iterator[tuple[str, agreeing.Engine, Sequence[Query]]]:
    """Engines that say what is found, by name, each with the queries there is time for."""

    def scanned(query: str, filters: Mapping[str, str]) -> tuple[Sequence[str], int]:
        ids = scan.found(query, filters)
        return ids, len(ids)

    def specified(query: str, filters: Mapping[str, str]) -> tuple[Sequence[str], int]:
        found = search(scan.records, query, by_date=False, **filters)
        return ["/".join(one) for one in found.records], len(found.records)

    index, _ = indexed_by_whoosh(one.record for one in scan.records)

    def terminal(query: str, filters: Mapping[str, str]) -> tuple[Sequence[str], int]:
        # Readers of pages have words alone; in the terminal 或 and the like are more than words.
        words = All(tuple(map(Word, words_of(query))))
        finds = find(index, words, filters).finds
        return [f"{one.record.kind}/{one.record.id}" for one in finds], len(finds)

    yield "the scan", scanned, queries
    yield "Whoosh", terminal, queries
    if some:
        yield "the specification", specified, some


def _timed(both: Both, given: argparse.Namespace) -> Iterator[Figure]:
    """Milliseconds to the first result and to ten, and the longest task while a query is typed."""
    queries = [one.typed for one in cuts(both.scan.records, given.loads, both.random)]
    told = (
        (("query to first result, nothing kept", "query to ten results, nothing kept"), speed.cold),
        ((None, "the same, and how many there are"), speed.counted),
        (
            (
                "query to first result, scripts loaded too",
                "query to ten results, scripts loaded too",
            ),
            speed.bare,
        ),
        (
            ("query to first result, in the same page", "query to ten results, in the same page"),
            speed.warm,
        ),
    )
    for names, of in told:
        mine = _medians(of(both.browser, both.host, both.ours, queries))
        peer: tuple[float | None, ...] = (None, None)
        if both.peer:
            peer = _medians(of(both.browser, both.host, both.peer, queries))
        for at, what in enumerate(names):
            if what:
                most = 60 if of is speed.cold and at == 0 else None
                part = None if of is speed.warm else 0.5
                yield Figure(what, mine[at], "ms", peer[at], most=most, of_peer=part)
    typed = [*TYPED, *queries[:15]]
    tasks = speed.tasks(both.browser, both.host, typed)
    what = f"longest task while {len(typed)} queries are typed"
    note = f"{len(tasks)} above 50 ms" if tasks else "none above 50 ms can be seen"
    yield Figure(what, max(tasks, default=0), "ms", most=50, note=note)


def _medians(waits: Sequence[speed.Wait]) -> tuple[float, float]:
    return median(first for first, _ in waits), median(ended for _, ended in waits)


def _changed(site: Site, spent: float, cold: Cost) -> Iterator[Figure]:
    """The index's part of a build, and what edits change of it."""
    yield Figure("index, of the CPU time of a cold build", spent / cold.cpu, "%", most=0.35)
    for name, change in shares.changes(site):
        _say(name)
        part = change.files / change.of_files
        note = f"{change.files:,} of {change.of_files:,}"
        yield Figure(f"files of the index that {name} changes", part, "%", most=0.05, note=note)
        yield Figure(f"bytes of the index that {name} changes", change.bytes / change.of_bytes, "%")


# What is measured in the browser, by name.
PARTS: Mapping[str, Callable[[Both, argparse.Namespace], Iterator[Figure]]] = MappingProxyType(
    {"loaded": _loaded, "found": _found, "mixed": _mixed, "timed": _timed}
)
CHANGED = "changed"  # what edits change


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def _complain(wrong: Sequence[str]) -> None:
    for one in wrong[:20]:
        print(f"wrong: {one}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure from the command line; tables on standard output, progress on standard error."""
    given = _arguments()
    if not find_spec("opencc"):
        sys.exit("OpenCC is not installed: pip install opencc")
    if given.pagefind and not find_spec("pagefind"):
        sys.exit("Pagefind is not installed: pip install 'pagefind[extended]', or --pagefind 0")
    sizes = []
    for entries in [0] if given.site else given.entries:
        with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=given.folder) as name:
            folder = Path(name)
            site = Site(folder / "site", environment_at(folder))
            if given.site:
                ignored = shutil.ignore_patterns(".cache", "output", ".git", ".venv")
                shutil.copytree(given.site, site.folder, ignore=ignored)
            else:
                written(site.folder, entries, layout="many")
            sizes.append(measured(site, folder, given))
    text = section(sizes)
    print(f"\n{text}")
    if given.write:
        put(DOCS, text)


def _arguments() -> argparse.Namespace:
    shared = Path("/dev/shm")
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[10_000])
    parser.add_argument("--site", type=Path, help="a site to copy instead of one that is made up")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cuts", type=int, default=1000, help="for recall and precision")
    parser.add_argument("--loads", type=int, default=40, help="queries for bytes and times")
    parser.add_argument("--oracle", type=int, default=30, help="queries for the specification")
    parser.add_argument(
        "--pagefind", type=int, default=100, help="cuts that Pagefind is asked; 0 leaves it out"
    )
    parts = (*PARTS, CHANGED)
    parser.add_argument("--only", nargs="+", choices=parts, default=parts, help="some parts alone")
    parser.add_argument("--folder", type=Path, default=shared if shared.is_dir() else None)
    parser.add_argument("--write", action="store_true", help=f"into docs/{DOCS.name}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
