"""A cluster of two workers on this machine beside its own two processes: the same cold builds.

Scheduler and workers are processes that talk over TCP, as on machines apart; only the wire is
missing.  The two builds alternate and their ratio is taken within a round, so that what else the
machine does weighs on both.  A build on the cluster is told warm: workers live longer than builds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.scale import put
from bench.stages import VERBS, Cost, Site, environment_at, table, written

COMMAND = "python -m bench.cluster --write --entries"
PROCESSES = 2
START = 120  # seconds for a cluster to stand


@contextmanager
def cluster(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Start a scheduler and workers; yield the address, and end what was started."""
    file = folder / "scheduler.json"
    started: list[subprocess.Popen[bytes]] = []

    def start(kind: str, *words: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, "--no-dashboard"]
        with open(folder / f"{kind}-{len(started)}.log", "wb") as log:
            started.append(
                subprocess.Popen(
                    [*command, "--host", "127.0.0.1"],
                    cwd=folder, env=environment, stdout=log, stderr=log,
                )
            )  # fmt: skip

    try:
        start("scheduler", "--port", "0", "--scheduler-file", str(file))
        deadline = time.monotonic() + START
        while not file.exists() or not file.read_text().rstrip().endswith("}"):
            if time.monotonic() > deadline:
                raise TimeoutError("the scheduler did not start")
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        for _ in range(PROCESSES):
            start("worker", address, "--nthreads", "1", "--no-nanny", "--memory-limit", "0")
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def rounds(folder: Path, entries: int, number: int) -> list[tuple[Cost, Cost]]:
    """Build a site of *entries* on this machine and on the cluster, *number* times."""
    environment = environment_at(folder)
    place = folder / "site"
    written(place, entries, layout="many")
    found = []
    with cluster(folder, environment) as address:
        here = Site(place, environment, ("--jobs", str(PROCESSES)))
        there = Site(place, environment, ("--dask", address))
        small = Site(folder / "small", environment, there.options)
        written(small.folder, 1000, layout="many")
        small.built()  # imports and compiles what a build needs, here and there
        for one in range(number):
            print(f"{entries:,} entries, round {one + 1}", file=sys.stderr)
            costs, manifests = [], []
            for site in (here, there):
                site.forget()
                costs.append(site.built())
                manifests.append((place / "output" / "manifest.json").read_bytes())
            if manifests[0] != manifests[1]:
                raise AssertionError("the cluster published other bytes")
            found.append((costs[0], costs[1]))
    return found


def section(entries: int, found: list[tuple[Cost, Cost]]) -> str:
    """Return what was measured as Markdown."""
    rows = [("wall s", *VERBS, "all"), ("---", *["---"] * (len(VERBS) + 1))]
    for name, which in ((f"{PROCESSES} processes here", 0), (f"cluster of {PROCESSES}", 1)):
        stages = (median(pair[which].stages[verb] for pair in found) for verb in VERBS)
        total = median(pair[which].wall for pair in found)
        rows.append((name, *(f"{one:.1f}" for one in stages), f"{total:.1f}"))
    ratio = median(pair[1].wall / pair[0].wall for pair in found)
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return (
        f"    {COMMAND} {entries} --runs {len(found)}\n\n"
        f"{entries:,} entries, from nothing; median of {len(found)}, the bytes compared "
        f"each time.\n\n{lines}\n\n"
        f"Cluster / processes here: **{ratio:.2f}** (aim: at most 1.35)."
    )


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.cluster", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if absent")
    parser.add_argument("--write", action="store_true", help="into docs/scale.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=given.folder) as name:
        found = rounds(Path(name), given.entries, given.runs)
    text = section(given.entries, found)
    print(text)
    print(table([("", "cpu s here", "of the cluster's caller")] + [
        (str(n), f"{a.cpu:.1f}", f"{b.cpu:.1f}") for n, (a, b) in enumerate(found, 1)
    ]), file=sys.stderr)  # fmt: skip
    if given.write:
        put("cluster", text)


if __name__ == "__main__":
    main()
