"""What a build costs, by size and by stage: cold, with nothing changed, and with one name edited.

Every build is a whole process, from starting the interpreter to the last line of its JSON, because
that is what an office and its CI wait for.  The three are built one after another in each run and
their ratios are taken within that run, so that what else the machine does weighs on both sides.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import pstats
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

VERBS = ("find", "read", "link", "check", "plan", "render", "prove", "write")
KINDS = ("cold", "unchanged", "edited")
HEADS = (
    "wall s", "cpu s", "largest MiB", "together MiB", "files written", "wall/cold", "cpu/cold",
)  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent
SAMPLE = 0.05  # seconds between two looks at the memory of all processes
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and all it started took: seconds and bytes."""

    wall: float
    cpu: float
    largest: int
    together: int
    pages: int = 0
    changed: int = 0
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def rest(self) -> float:
        """Return the seconds outside the stages: start, imports, printing, saving what is known."""
        return self.wall - sum(self.stages.values())


class BuildError(Exception):
    """A build that was to be measured did not succeed; the text says what it wrote."""


# -- one process -----------------------------------------------------------------------------------


def measured(command: Sequence[str], environment: dict[str, str]) -> tuple[Cost, bytes]:
    """Run *command* to its end; return what it cost and what it wrote to standard output.

    CPU seconds are user and system time of the process and of every process it waited for.  The
    peak of the largest process is the kernel's own, exact; this process must stay small, because a
    child begins with the peak of the parent it was started from.  The peak of all processes
    together is sampled: shares of shared pages (PSS) are summed, since pages that workers only
    inherited are there once.  A peak shorter than a sample is missed.

    Raises:
        BuildError: The command did not end with status 0.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=err)
        ended = threading.Event()
        peaks = [0]
        sampler = threading.Thread(target=_sample, args=(process.pid, ended, peaks))
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        ended.set()
        sampler.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise BuildError(err.read().decode(errors="replace")[-2000:])
        unit = 1 if sys.platform == "darwin" else 1024
        largest = usage.ru_maxrss * unit
        cpu = usage.ru_utime + usage.ru_stime
        return Cost(wall, cpu, largest, peaks[0]), out.read()


def _sample(pid: int, ended: threading.Event, peaks: list[int]) -> None:
    while not ended.wait(SAMPLE):
        peaks[0] = max(peaks[0], sum(_share(one) for one in _family(pid)))


def _family(pid: int) -> list[int]:
    """The process and all below it; nothing where there is no /proc."""
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
    return found


def _share(pid: int) -> int:
    with contextlib.suppress(OSError):
        share = re.search(
            r"^Pss: +([0-9]+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M
        )
        return int(share[1]) * 1024 if share else 0
    return 0


# -- one site --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Site:
    """A made-up site and how it is built."""

    folder: Path
    environment: dict[str, str]
    options: tuple[str, ...] = ()

    def built(self) -> Cost:
        """Build it; return what that cost."""
        command = [sys.executable, "-m", "generator", "build", "--json", "--site", str(self.folder)]
        cost, said = measured([*command, *self.options], self.environment)
        told = json.loads(said)
        stages = {verb: told["stages"].get(verb, 0.0) for verb in VERBS}
        return Cost(
            cost.wall, cost.cpu, cost.largest, cost.together,
            told["pages"], len(told["changed"]), stages,
        )  # fmt: skip

    def forget(self) -> None:
        """Remove what earlier builds left."""
        for folder in (".cache", "output"):
            shutil.rmtree(self.folder / folder, ignore_errors=True)

    def middle(self) -> Path:
        """Return the file in the middle of those with entries."""
        files = sorted((self.folder / "catalogue" / "entries").rglob("*.yaml"))
        return files[len(files) // 2]

    def edited(self) -> tuple[Path, str]:
        """Edit the name of one entry in the middle; return its file and the text before."""
        file = self.middle()
        before = file.read_text(encoding="utf-8")
        names = list(re.finditer(r"^ *name: (?=\S)", before, re.MULTILINE))
        end = names[len(names) // 2].end()
        file.write_text(f"{before[:end]}修订的{before[end:]}", encoding="utf-8", newline="\n")
        return file, before


def run(site: Site) -> dict[str, Cost]:
    """Build *site* cold, unchanged and with one edit; leave its sources as they were."""
    site.forget()
    costs = {"cold": site.built(), "unchanged": site.built()}
    file, before = site.edited()
    try:
        costs["edited"] = site.built()
    finally:
        file.write_text(before, encoding="utf-8", newline="\n")
    return costs


def environment_at(folder: Path) -> dict[str, str]:
    """Copy the program to *folder*; return the environment that runs the copy, compiled once.

    The working tree is not built with: a file saved while the clock runs would make another program
    of it, which rightly knows nothing of earlier builds.
    """
    for part in ("generator", "templates"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / "program" / part, ignore=ignored)
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return own | {"PYTHONPATH": str(folder / "program"), "PYTHONSAFEPATH": "1", "NO_COLOR": "1"}


def written(folder: Path, entries: int, *, layout: str) -> None:
    """Write a site in a process of its own, so that this one stays small."""
    command = [sys.executable, "-m", "bench.corpus", str(folder), "--layout", layout]
    subprocess.run([*command, "--entries", str(entries)], cwd=ROOT, check=True, stdout=2)


# -- what is printed -------------------------------------------------------------------------------


def middle(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure of *costs*."""
    costs = tuple(costs)
    return Cost(
        wall=median(cost.wall for cost in costs),
        cpu=median(cost.cpu for cost in costs),
        largest=int(median(cost.largest for cost in costs)),
        together=int(median(cost.together for cost in costs)),
        pages=int(median(cost.pages for cost in costs)),
        changed=int(median(cost.changed for cost in costs)),
        stages={verb: median(cost.stages[verb] for cost in costs) for verb in VERBS},
    )


def ratio(runs: Iterable[dict[str, Cost]], kind: str, figure: str) -> str:
    """Return the median of *kind* / cold, each taken within one run."""
    pairs = [(getattr(run[kind], figure), getattr(run["cold"], figure)) for run in runs]
    return f"{median(a / b for a, b in pairs if b):.3f}"


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Return *rows* as lines, the first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def of_size(entries: int, runs: Sequence[dict[str, Cost]]) -> str:
    """Return what was measured for one size: totals, ratios, stages."""
    costs = {kind: middle(run[kind] for run in runs) for kind in KINDS}
    totals: list[tuple[str, ...]] = [("", *HEADS)]
    stages: list[tuple[str, ...]] = [("seconds in", *VERBS, "rest")]
    for kind, cost in costs.items():
        totals.append((
            kind, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.largest / MIB:.0f}",
            f"{cost.together / MIB:.0f}", f"{cost.changed:,}",
            ratio(runs, kind, "wall"), ratio(runs, kind, "cpu"),
        ))  # fmt: skip
        seconds = [cost.stages[verb] for verb in VERBS]
        stages.append((kind, *(f"{one:.3f}" for one in seconds), f"{cost.rest:.3f}"))
    head = f"{entries:,} entries, {costs['cold'].pages:,} files, median of {len(runs)} runs"
    return f"{head}\n\n{table(totals)}\n\n{table(stages)}\n"


def growth(small: int, large: int, of: dict[int, list[dict[str, Cost]]]) -> str:
    """Return how many times more the *large* site costs, in all and by stage."""
    rows: list[tuple[str, ...]] = [(f"{large:,} / {small:,}", "wall", "cpu", "largest", *VERBS)]
    for kind in KINDS:
        a, b = (middle(run[kind] for run in of[size]) for size in (small, large))
        pairs = [(a.wall, b.wall), (a.cpu, b.cpu), (a.largest, b.largest)]
        pairs += [(a.stages[verb], b.stages[verb]) for verb in VERBS]
        rows.append((kind, *(f"{y / x:.1f}" if x > 0.001 else "-" for x, y in pairs)))
    return table(rows) + "\n"


def profile(site: Site, lines: int = 25) -> str:
    """Return the functions in which a cold build in one process spends its time."""
    site.forget()
    with tempfile.NamedTemporaryFile(suffix=".prof") as file:
        command = [sys.executable, "-m", "cProfile", "-o", file.name, "-m", "generator"]
        command += ["--site", str(site.folder), "build", "--json", "--jobs", "1"]
        measured(command, site.environment)
        text = io.StringIO()
        stats = pstats.Stats(file.name, stream=text)
    stats.sort_stats("tottime").print_stats(lines)
    return re.sub(r"\S*/(?=(?:generator|site-packages|python3\.[0-9]+)/)", "", text.getvalue())


def main() -> None:
    """Measure from the command line; tables on standard output, progress on standard error."""
    given = _arguments()
    of: dict[int, list[dict[str, Cost]]] = {}
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        folder = Path(name)
        environment = environment_at(folder)
        options = ("--jobs", str(given.jobs)) if given.jobs else ()
        bare = [sys.executable, "-c", "pass"]
        version = [sys.executable, "-m", "generator", "--version"]
        measured(version, environment)  # compiles what every command needs
        rows = [("", "wall s", "cpu s", "largest MiB")]
        for label, command in (("python -c pass", bare), ("gongkai --version", version)):
            cost = middle_of_starts(command, environment)
            rows.append((label, f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{cost.largest / MIB:.0f}"))
        print(table(rows), end="\n\n", flush=True)
        for entries in given.entries:
            site = Site(folder / str(entries), environment, options)
            written(site.folder, entries, layout=given.layout)
            if given.profile:
                print(f"{entries:,} entries, cold, one process\n{profile(site)}", flush=True)
                continue
            site.built()  # compiles what a build needs
            of[entries] = []
            for number in range(given.runs):
                print(f"{entries:,} entries, run {number + 1}", file=sys.stderr)
                of[entries].append(run(site))
            print(of_size(entries, of[entries]), flush=True)
            shutil.rmtree(site.folder)
    for small, large in zip(given.entries, given.entries[1:], strict=False):
        if not given.profile:
            print(growth(small, large, of), flush=True)


def middle_of_starts(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Return the median cost of a command that only starts."""
    costs = [measured(command, environment)[0] for _ in range(5)]
    return middle(
        Cost(cost.wall, cost.cpu, cost.largest, cost.together, stages=dict.fromkeys(VERBS, 0.0))
        for cost in costs
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.stages", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--layout", choices=("many", "one"), default="many")
    parser.add_argument(
        "--jobs", type=int, help="processes; as many as the build chooses if absent"
    )
    parser.add_argument("--profile", action="store_true", help="instead: where a cold build works")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(f"the build failed:\n{error}")
