"""What 1,000 entries cost, by stage, and what that makes of a province and of the country.

Each size is built from nothing in one process, so that CPU seconds of a stage are its own; what a
size costs beyond a smaller one is the price of the entries between, free of what every build costs.
The line through the two largest sizes is drawn on to sizes that were not built.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.stages import MIB, ROOT, VERBS, Site, environment_at, measured, written

DOCS = ROOT / "docs" / "scale.md"
COMMAND = "python -m bench.scale --write --entries"
SIZES = (("a province", 100_000), ("the country", 4_000_000))
CORES = (2, 16)
# The build's own stopwatch, set to the seconds that this process works.
WORKING = "import time; time.perf_counter = time.process_time; import generator.cli as c; c.main()"
# What other processes can do, and what stays with one whatever their number.
SHARED = ("read", "render")


def put(name: str, text: str) -> None:
    """Write *text* between the marks of *name* in docs/scale.md."""
    before = DOCS.read_text(encoding="utf-8")
    marks = (f"<!-- {name} -->", f"<!-- /{name} -->")
    pattern = f"{re.escape(marks[0])}.*{re.escape(marks[1])}"
    after, count = re.subn(
        pattern, lambda _: f"{marks[0]}\n\n{text}\n\n{marks[1]}", before, count=1, flags=re.DOTALL
    )
    if not count:
        raise ValueError(f"no marks for {name} in {DOCS.name}")
    DOCS.write_text(after, encoding="utf-8", newline="\n")


class Size:
    """A site of so many entries: what its build cost, and what it is on the disk."""

    def __init__(self, folder: Path, entries: int, environment: dict[str, str]) -> None:
        written(folder, entries, layout="many")
        site = Site(folder, environment)
        site.forget()
        command = [sys.executable, "-c", WORKING, "--site", str(folder), "build", "--json"]
        self.cost, said = measured([*command, "--jobs", "1"], environment)
        told = json.loads(said)
        self.entries, self.files = entries, told["pages"]
        self.stages = {verb: told["stages"][verb] for verb in VERBS}
        self.stages["rest"] = self.cost.cpu - sum(self.stages.values())
        self.sources = bytes_of(folder / "catalogue")
        self.output = bytes_of(folder / "output")
        self.search = bytes_of(folder / "output" / "search")
        self.store = bytes_of(folder / ".cache")


def bytes_of(folder: Path) -> int:
    """Return how many bytes the files below *folder* hold."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


Line = tuple[float, float]  # what any build costs, and what each entry adds


def line(sizes: Sequence[Size], of: str) -> Line:
    """Return the line through the two largest sizes."""
    a, b = sizes[-2:]
    x, y = (figure(one, of) for one in (a, b))
    slope = (y - x) / (b.entries - a.entries)
    return x - slope * a.entries, slope


def figure(size: Size, of: str) -> float:
    """Return one figure of a size; a stage's CPU seconds by its name."""
    if of in size.stages:
        return size.stages[of]
    if of == "memory":
        return size.cost.largest
    return float(getattr(size, of))


def section(sizes: Sequence[Size]) -> str:
    """Return what was measured, and what it says of sizes that were not, as Markdown."""
    heads = ("", *(f"{one.entries:,} entries" for one in sizes), "1,000 more")
    rows = [heads, ("---",) * len(heads)]
    for verb in (*VERBS, "rest"):
        shown = (f"{figure(one, verb):.2f}" for one in sizes)
        rows.append((f"{verb}, CPU s", *shown, f"{line(sizes, verb)[1] * 1000:.3f}"))
    total = (f"{one.cost.cpu:.1f}" for one in sizes)
    more = sum(line(sizes, verb)[1] for verb in (*VERBS, "rest")) * 1000
    rows.append(("all, CPU s", *total, f"{more:.2f}"))
    for name in ("memory", "sources", "output", "search", "store"):
        shown = (f"{figure(one, name) / MIB:,.1f}" for one in sizes)
        rows.append((f"{name}, MiB", *shown, f"{line(sizes, name)[1] * 1000 / MIB:.2f}"))
    rows.append((
        "files", *(f"{one.files:,}" for one in sizes),
        f"{line(sizes, 'files')[1] * 1000:,.0f}",
    ))  # fmt: skip
    return (
        f"    {COMMAND} {' '.join(str(one.entries) for one in sizes)}\n\n"
        "One process, from nothing, one run of each size on a shared machine. "
        "*1,000 more* is the slope between the two largest.\n\n"
        + markdown(rows) + "\n\n" + outlook(sizes)
    )  # fmt: skip


def outlook(sizes: Sequence[Size]) -> str:
    """Return what the line says of a province and of the country."""
    heads = ("drawn on to", "entries", "CPU hours",
             *(f"{n} processors" for n in CORES), "memory, GiB", "output, GiB",
             "files")  # fmt: skip
    rows: list[tuple[str, ...]] = [heads, ("---",) * len(heads)]
    for name, entries in SIZES:
        seconds = {verb: _at(line(sizes, verb), entries) for verb in (*VERBS, "rest")}
        shared = sum(seconds[verb] for verb in SHARED)
        alone = sum(seconds.values()) - shared
        rows.append((
            name, f"{entries:,}", f"{(shared + alone) / 3600:.2f}",
            *(f"{(shared / cores + alone) / 3600:.2f}" for cores in CORES),
            f"{_at(line(sizes, 'memory'), entries) / MIB / 1024:,.1f}",
            f"{_at(line(sizes, 'output'), entries) / MIB / 1024:,.1f}",
            f"{_at(line(sizes, 'files'), entries):,.0f}",
        ))  # fmt: skip
    return markdown(rows)


def _at(of: Line, entries: int) -> float:
    return max(0.0, of[0] + of[1] * entries)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return *rows* as a table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if absent")
    parser.add_argument("--write", action="store_true", help=f"into docs/{DOCS.name}")
    given = parser.parse_args()
    sizes = []
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=given.folder) as name:
        environment = environment_at(Path(name))
        for entries in given.entries:
            print(f"{entries:,} entries", file=sys.stderr)
            sizes.append(Size(Path(name) / str(entries), entries, environment))
    text = section(sizes)
    print(text)
    if given.write:
        put("scale", text)


if __name__ == "__main__":
    main()
