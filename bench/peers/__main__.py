"""This program beside Hugo and Pagefind: the same pages, the same edit, in turn within each run.

A site is made up, built, and made into a project of Hugo; then both sides build it, edit one name
and build again.  Ratios are of neighbours in one run.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from bench.peers.sides import NEEDS, Peers, binaries, edited, unsearched
from bench.peers.told import (
    AIMS,
    DASK,
    GROWN,
    HEADS,
    Pair,
    grown,
    preview,
    row,
    sameness,
    section,
    table,
)  # fmt: skip
from bench.search.told import put
from bench.stages import MIB, ROOT, BuildError, Cost, Site, environment_at, measured, written

DOCS = ROOT / "docs" / "performance.md"
STARTS = 5  # pairs of processes that only start, at least
PARTS = (*AIMS, "growth", "preview", "dask")
PEERED = {"cold", "unsearched", "edited"}  # for which Hugo runs
Pairs = dict[str, list[Pair]]


def compared(site: Site, peers: Peers) -> dict[str, object]:
    """Return what both sides made, compared in a process of its own."""
    command = [sys.executable, "-m", "bench.peers.alike", str(site.folder / "output")]
    done = subprocess.run([*command, str(peers.public)], cwd=ROOT, check=True, capture_output=True)
    told: dict[str, object] = json.loads(done.stdout)
    return told


def run(site: Site, peers: Peers, parts: Sequence[str]) -> Iterator[tuple[str, Pair]]:
    """Build *site* on both sides, as far as *parts* need; yield each pair by its part."""
    if {"cold", "edited"} & set(parts):
        site.forget()
        peers.forget()
        yield "cold", Pair(site.built(), peers.built())
    if "edited" in parts:
        with edited(site, peers):
            yield "edited", Pair(site.built(), peers.built())
    if "unsearched" in parts:
        site.forget()
        peers.forget()
        yield "unsearched", Pair(unsearched(site), peers.paged())


def starts(site: Site, runs: int) -> list[Pair]:
    """Build *site*, in which nothing changes, beside a process that does nothing."""
    site.built()
    bare = [sys.executable, "-c", "pass"]
    return [
        Pair(site.built(), measured(bare, site.environment)[0]) for _ in range(max(runs, STARTS))
    ]


def growth(small: Site, large: Site, runs: int) -> Iterator[tuple[str, Pair]]:
    """Build a large site and a small one in turn: cold, then with one name edited."""
    for number in range(runs):
        _say(f"growth, run {number + 1}")
        for site in (small, large):
            site.forget()
        yield "cold", Pair(large.built(), small.built())
        with edited(large, None), edited(small, None):
            yield "edited", Pair(large.built(), small.built())


def of_size(site: Site, peers: Peers, entries: int, given: argparse.Namespace) -> Iterator[str]:
    """Yield what is told of one size: what was compared, the table of pairs, the preview."""
    pairs: Pairs = defaultdict(list)
    if "unchanged" in given.only:
        pairs["unchanged"] = starts(site, given.runs)
    if PEERED & set(given.only) and entries <= given.peers:
        _say(f"{entries:,} entries, the project of Hugo")
        site.built()
        peers.write(site.folder)
        peers.built()
        yield sameness(entries, compared(site, peers))
        for number in range(given.runs):
            _say(f"{entries:,} entries, run {number + 1}")
            for part, pair in run(site, peers, given.only):
                pairs[part].append(pair)
                _say(f"{part}: {_said(pair.ours)}; {_said(pair.theirs)}")
    rows = [
        row(aim, pairs[part]) for part, aim in AIMS.items() if pairs[part] and part in given.only
    ]
    if rows:
        yield table([(f"{entries:,} entries", *HEADS[1:]), *rows])


def measure(folder: Path, given: argparse.Namespace) -> Iterator[str]:
    """Yield the parts of the section."""
    environment = environment_at(folder)
    sites = {one: Site(folder / f"site-{one}", environment) for one in given.entries}
    for entries, site in sites.items():
        written(site.folder, entries, layout="many")
        peers = Peers(folder / f"hugo-{entries}", *(given.binaries or ("", "")))
        yield from of_size(site, peers, entries, given)
        shutil.rmtree(peers.folder, ignore_errors=True)
    if "growth" in given.only and len(sites) > 1:
        few, many = sorted(sites)[-2:]
        runs = given.runs if many <= given.peers else given.large_runs
        found: Pairs = defaultdict(list)
        for part, pair in growth(sites[few], sites[many], runs):
            found[part].append(pair)
        rows = [grown(aim, found[part]) for part, aim in GROWN.items()]
        sizes = (f"{many:,} against {few:,} entries", f"{many:,}, s", f"{few:,}, s")
        yield table([(*sizes, "time, large / small", *HEADS[4:]), *rows])
    if "preview" in given.only:
        from bench.peers.shown import reloads  # a browser's driver is large: measured last

        at = max((one for one in sites if one <= given.peers), default=min(sites))
        _say(f"preview, {at:,} entries")
        yield preview(at, reloads(sites[at], max(given.runs, STARTS)))
    if "dask" in given.only:
        yield DASK


def _said(cost: Cost) -> str:
    peaks = f"{cost.largest / MIB:.0f} and {cost.together / MIB:.0f} MiB"
    return f"{cost.wall:.2f} s, {cost.cpu:.2f} CPU s, {peaks}"


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure from the command line; tables on standard output, progress on standard error."""
    given = _arguments()
    given.binaries = binaries()
    if PEERED & set(given.only) and not given.binaries:
        sys.exit(NEEDS)
    if "preview" in given.only and not find_spec("playwright"):
        sys.exit("Playwright is not installed: pip install playwright")
    parts = []
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=given.folder) as name:
        for part in measure(Path(name), given):
            parts.append(part)
            print(f"{part}\n", flush=True)
    if given.write:
        put(DOCS, section(" ".join(["python -m bench.peers", *sys.argv[1:]]), parts))


def _arguments() -> argparse.Namespace:
    shared = Path("/dev/shm")
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--large-runs", type=int, default=1, help="of the largest site beside the one before it"
    )
    parser.add_argument(
        "--peers", type=int, default=10_000, help="the most entries that Hugo and Pagefind build"
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="some parts alone")
    parser.add_argument("--folder", type=Path, default=shared if shared.is_dir() else None)
    parser.add_argument("--write", action="store_true", help=f"into docs/{DOCS.name}")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(f"a build failed:\n{error}")
