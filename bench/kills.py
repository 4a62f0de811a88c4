"""Whether what is published is whole, whatever a build dies of: ``python -m bench.kills``.

Every operation on the disk is where a build is killed once, and so is every operation of the
healing that follows; every operation fails once.  Then whole builds of a larger site are killed by
SIGKILL at random moments, and two builds of different sites are started together for one folder.
What is published afterwards is held against the whole old and the whole new site, byte for byte.
One that is neither, outside the gap that a way of replacing has, ends the program with status 1.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.stages import Site, table, written
from generator import disk, inplace, manifest, swap
from generator.build import build
from generator.words import failed
from tests.conftest import files
from tests.faults import DIED, SYSTEMS, Fault, teach
from tests.twenty import GAPS, Stage

DAY = date(2026, 11, 23)
HEADS = ("", "tried", "old", "new", "no site", "some of each", "bad")
PARTS = ("operations", "random", "together")
Row = tuple[str, ...]


def row(label: str, seen: Counter[str], gaps: Iterable[str]) -> tuple[Row, int]:
    """Return a row of the table, and how many states are none that may be."""
    allowed = {"old", "new", *gaps}
    bad = sum(count for state, count in seen.items() if state not in allowed)
    counts = [seen.total(), seen["old"], seen["new"], seen["none"], seen["between"], bad]
    return (label, *(f"{count:,}" for count in counts)), bad


# -- every operation -------------------------------------------------------------------------------


def killed(stage: Stage) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Kill a rebuild of twenty pages at every operation, and the healing of each at every one.

    Returns:
        What is published after the death, after the deaths of healing, and after a healing and a
        build that live.
    """
    first, second, after = Counter[str](), Counter[str](), Counter[str]()
    stage.reset()
    for number in range(stage.rebuild().operations):
        stage.reset()
        stage.rebuild(Fault(number))
        first[stage.state()] += 1
        for again in range(1000):
            stage.reset()
            stage.rebuild(Fault(number))
            if stage.heal(Fault(again)).status != DIED:
                break
            second[stage.state()] += 1
        after[_sound(stage.heal().status, stage.state() in ("old", "new"), stage.state())] += 1
        status = stage.rebuild().status
        after[_sound(status, stage.clean() and stage.state() == "new", stage.state())] += 1
    return first, second, after


def _sound(status: int, good: bool, state: str) -> str:
    return state if status == 0 and good else "bad"


def failing(stage: Stage, *, lasting: bool) -> Counter[str]:
    """Let every operation of a rebuild fail, *lasting* with all that follow it; return what is
    published, held against the exit status."""
    seen = Counter[str]()
    stage.reset()
    for number in range(stage.rebuild().operations):
        stage.reset()
        ended = stage.rebuild(Fault(number, errno.EIO, lasting=lasting))
        state = stage.state()
        told = {0: {"new"}, 1: {"old", *(GAPS[stage.system] if lasting else ())}}
        if lasting and stage.system == "in place":
            told[1].add("new")  # which cannot be settled, and is said not to be
        seen[state if state in told.get(ended.status, ()) else "bad"] += 1
        if stage.heal().status or stage.state() not in ("old", "new"):
            seen["bad"] += 1
    return seen


# -- whole builds ----------------------------------------------------------------------------------


def started(site: Path, output: Path, system: str) -> int:
    """Start a build in a process of its own; return its id."""
    child = os.fork()
    if child:
        return child
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        teach(system)
        report = build(site, output, day=None, today=DAY)
        rules = {found.rule for found in report.problems}
        os._exit((3 if "output-locked" in rules else 1) if failed(report.problems) else 0)
    finally:
        os._exit(2)


def ended(child: int) -> int:
    """Wait for a build; return its exit status, 3 where another build held the lock."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Two:
    """Two sites of some hundred pages that have one output, and what is published of each; they
    differ in the name of an item."""

    def __init__(self, folder: Path, entries: int) -> None:
        self.output = folder / "output"
        self.sites = (folder / "a", folder / "b")
        written(self.sites[0], entries, layout="many")
        shutil.copytree(*self.sites)
        Site(self.sites[1], {}).edited()
        self.whole = []
        for number, site in enumerate(self.sites):
            assert ended(started(site, folder / f"whole{number}", "exchange")) == 0
            self.whole.append(files(folder / f"whole{number}"))
        assert self.whole[0] != self.whole[1]

    def state(self, new: int) -> str:
        """Return what is published, with site *new* as the new one."""
        if not self.output.exists():
            return "none"
        found = {
            path: body
            for path, body in files(self.output).items()
            if not path.startswith(inplace.ROOM)
        }
        if found in self.whole:
            return "new" if found == self.whole[new] else "old"
        mixed = all(
            body in (self.whole[0].get(path), self.whole[1].get(path))
            for path, body in found.items()
        )
        return "between" if mixed else "bad"


def struck(two: Two, kills: int, system: str) -> tuple[Counter[str], int]:
    """Kill builds at random moments, every other one while it publishes; return what is published,
    and how many were still at work."""
    seen, hit = Counter[str](), 0
    for new in (0, 1, 0):  # both are warm then, and how long the last takes
        begun = time.perf_counter()
        assert ended(started(two.sites[new], two.output, system)) == 0
    seconds = time.perf_counter() - begun
    new = 1
    for number in range(kills):
        child = started(two.sites[new], two.output, system)
        if number % 2:
            time.sleep(random.uniform(0, seconds))
        else:
            _publishing(two.output, seconds)
            time.sleep(random.uniform(0, 0.1))
        os.kill(child, signal.SIGKILL)
        hit += ended(child) == -signal.SIGKILL
        seen[two.state(new)] += 1
        if two.state(new) == "new":
            new = 1 - new
    status = ended(started(two.sites[new], two.output, system))
    seen[_sound(status, two.state(new) == "new", two.state(new))] += 1
    return seen, hit


def _publishing(output: Path, seconds: float) -> None:
    """Wait till a build stages its tree, for twice *seconds* at most."""
    places = (swap.beside(output, "staging"), output / inplace.ROOM)
    till = time.perf_counter() + 2 * seconds
    while time.perf_counter() < till and not any(disk.there(path) for path in places):
        time.sleep(0.001)


def together(two: Two, rounds: int) -> tuple[Counter[str], Counter[int]]:
    """Start a build of each site for one folder at once; return what is published, and how they
    ended."""
    seen, statuses = Counter[str](), Counter[int]()
    for _ in range(rounds):
        children = [started(site, two.output, "exchange") for site in two.sites]
        of_both = sorted(ended(child) for child in children)
        statuses.update(of_both)
        good = of_both in ([0, 0], [0, 3])
        seen[two.state(1) if good and (two.output / manifest.MANIFEST).is_file() else "bad"] += 1
    return seen, statuses


# -- all of it -------------------------------------------------------------------------------------


def main() -> int:
    """Measure from the command line; return 1 where anything was not whole."""
    given = _arguments()
    random.seed(given.seed)
    rows: list[Row] = [HEADS]
    bad = 0

    def told(label: str, seen: Counter[str], gaps: Iterable[str] = ()) -> None:
        nonlocal bad
        one, more = row(label, seen, gaps)
        rows.append(one)
        bad += more
        print("  ".join(one), file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=given.folder) as name:
        folder = Path(name)
        for system in SYSTEMS if "operations" in given.parts else ():
            stage = Stage(folder / system.replace(" ", "-"), system)
            first, second, after = killed(stage)
            told(f"{system}: killed at each operation of a rebuild", first, GAPS[system])
            told(f"{system}: and at each operation of the healing", second, GAPS[system])
            told(f"{system}: healed, then built", after)
            told(f"{system}: each operation fails once", failing(stage, lasting=False))
            lasting = failing(stage, lasting=True)
            told(f"{system}: and all that follow it too", lasting, GAPS[system])
        two = Two(folder / "two", given.entries)
        for system in SYSTEMS if "random" in given.parts else ():
            kills = given.kills if system == "exchange" else given.kills // 5
            seen, hit = struck(two, kills, system)
            label = f"{system}: {len(two.whole[0]):,} files, SIGKILL at random ({hit} at work)"
            told(label, seen, GAPS[system])
        if "together" in given.parts:
            disk.remove(two.output)
            seen, statuses = together(two, given.rounds)
            label = f"two builds at once ({statuses[0]} published, {statuses[3]} refused)"
            told(label, seen)
    print(table(rows))
    return 1 if bad else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="random kills; a fifth in place")
    parser.add_argument("--rounds", type=int, default=50, help="rounds of two builds at once")
    parser.add_argument("--entries", type=int, default=20, help="size of the larger site")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="on which disk; the temporary folder if absent")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
