"""What looking for items that say the same costs, and how it grows with the catalogue.

A made-up site of each size is read and linked; then the rule alone is timed, in CPU seconds.  Its
memory of compared words is emptied before each run, as in a build.  The ratio tells the growth: 10
for ten times the entries is linear, 100 is comparing each with each.  The same entries in one field
of one unit are the worst case: all are neighbours.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from bench.corpus import write
from generator import terms
from generator.catalogue import Catalogue
from generator.find import find
from generator.link import link
from generator.read import read
from generator.rules.alike import items_stand_once
from generator.store import Store

DAY = date(2026, 11, 23)


def made(entries: int) -> Catalogue:
    """Return a made-up catalogue of so many *entries*."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "site"), entries)
        found = find(Path(folder, "site"))
        assert found.config is not None
        return link(read(found.config, found.sources, Store(None)), DAY)


def crowded(catalogue: Catalogue) -> Catalogue:
    """Return *catalogue* with all its entries in one field and of one unit."""
    first = catalogue.entries[0]
    entries = (replace(one, field=first.field, subject=first.subject) for one in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


def seconds(catalogue: Catalogue, runs: int) -> tuple[float, int]:
    """Return the median of the CPU seconds of the rule, and how many problems it tells."""
    taken, told = [], 0
    for _ in range(runs):
        terms.compared.cache_clear()
        begin = time.process_time()
        told = sum(1 for _ in items_stand_once(catalogue))
        taken.append(time.process_time() - begin)
    return median(taken), told


def shown(label: str, catalogues: Iterable[Catalogue], runs: int) -> None:
    """Print a line for each catalogue, and the growth from the first to the last."""
    spent = []
    for catalogue in catalogues:
        cpu, told = seconds(catalogue, runs)
        spent.append(cpu)
        print(f"{label:8} {len(catalogue.entries):7,} entries  {cpu:7.3f} s  {told:6,} told")
    print(f"{label:8} grows by {spent[-1] / spent[0]:.1f}")


def main() -> None:
    """Print the seconds of each size, and the growth."""
    parser = argparse.ArgumentParser(prog="python -m bench.alike", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    catalogues = [made(entries) for entries in given.entries]
    shown("spread", catalogues, given.runs)
    shown("crowded", map(crowded, catalogues), given.runs)


if __name__ == "__main__":
    main()
