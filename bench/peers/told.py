"""What was measured as tables, beside what is aimed at, and the section of the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.peers.alike import KINDS
from bench.stages import MIB, Cost

HEADS = (
    "", "ours s", "theirs s", "time, ours / theirs", "CPU", "largest process MiB",
    "all processes MiB", "aim", "reached",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aim:
    """What is compared with what; at most which part of their time and of both their peaks of
    memory, and what is dreamt of."""

    what: str
    time: float
    memory: float | None = None
    dream: float | None = None

    @property
    def words(self) -> str:
        """Return the aim as it is told."""
        said = [f"time ≤ {self.time:g}"]
        said += [f"(dream {self.dream:g})"] if self.dream else []
        said += [f"memory ≤ {self.memory:g}"] if self.memory else []
        return " ".join(said)


AIMS: Mapping[str, Aim] = {
    "cold": Aim("cold with everything, against Hugo + Pagefind", 0.10, 0.15, 0.06),
    "unsearched": Aim("cold without the search index, against Hugo alone", 0.33),
    "edited": Aim(
        "one name edited, against Hugo + Pagefind after the same edit", 0.03, dream=0.015
    ),
    "unchanged": Aim("nothing changed, against `python -c pass`", 8),
}
GROWN = {"cold": Aim("cold", 11), "edited": Aim("one name edited", 11)}  # at ten times the entries
MOST = 1.2 * 1024 * MIB  # bytes of any process
RELOADED = 0.4  # seconds


@dataclass(frozen=True, slots=True)
class Pair:
    """Two processes that ran one after the other in one run."""

    ours: Cost
    theirs: Cost

    def ratio(self, figure: str) -> float:
        """Return ours / theirs of a figure of `Cost`."""
        return float(getattr(self.ours, figure) / max(getattr(self.theirs, figure), 1e-9))


def spread(pairs: Sequence[Pair], figure: str) -> str:
    """Return the median of ours / theirs and, in brackets, the least and the most."""
    found = sorted(pair.ratio(figure) for pair in pairs)
    return f"{median(found):.3g} ({found[0]:.3g}–{found[-1]:.3g})"


def reached(aim: Aim, pairs: Sequence[Pair]) -> bool:
    """Return whether the medians of *pairs* are within *aim*."""

    def middle(figure: str) -> float:
        return median(pair.ratio(figure) for pair in pairs)

    small = not aim.memory or max(middle("largest"), middle("together")) <= aim.memory
    return middle("wall") <= aim.time and small


def row(aim: Aim, pairs: Sequence[Pair], *, words: str = "") -> tuple[str, ...]:
    """Return *pairs* as a row of the table, with *words* in the place of the aim's own."""

    def both(figure: str, unit: float) -> tuple[str, str]:
        sides = ([pair.ours for pair in pairs], [pair.theirs for pair in pairs])
        a, b = (median(getattr(cost, figure) for cost in side) / unit for side in sides)
        digits = 2 if unit == 1 else 0
        return f"{a:,.{digits}f}", f"{b:,.{digits}f}"

    seconds = both("wall", 1)
    peaks = [" / ".join(both(figure, MIB)) for figure in ("largest", "together")]
    return (
        f"{aim.what} ({len(pairs)})", *seconds, spread(pairs, "wall"), spread(pairs, "cpu"),
        *peaks, words or aim.words, _verdict(reached(aim, pairs)),
    )  # fmt: skip


def grown(aim: Aim, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Return the row of a large site against a small one, with the most that a process may use."""
    cells = row(aim, pairs, words=f"{aim.words}, {MOST / MIB / 1024:g} GiB in any process")
    small = max(pair.ours.largest for pair in pairs) <= MOST
    return *cells[:-1], _verdict(small and reached(aim, pairs))


def _verdict(met: bool) -> str:
    return "yes" if met else "**no**"


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as a table of Markdown, the first its heads."""
    head, *rest = rows
    lines = [head, ("---",) * len(head), *rest]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def sameness(entries: int, told: Mapping[str, Any]) -> str:
    """Return what was compared of the pages of both sides, and how much there is of each kind."""
    wrong = told["differing"]
    said = "all say the same" if not wrong else f"**{len(wrong):,} differ**: {', '.join(wrong[:5])}"
    rows: list[Sequence[str]] = [(f"{entries:,} entries", "ours", "Hugo + Pagefind")]
    for kind in KINDS:
        cells = [f"{(of := told[side][kind])[0]:,} file{'s' * (of[0] != 1)}, {of[1] / 1e6:,.1f} MB"
                 for side in ("ours", "theirs")]  # fmt: skip
        rows.append((kind, *cells))
    about = f"{told['compared']:,} pages, JSON and CSV files of both sides were compared"
    return f"{about}; {said}.\n\n{table(rows)}"


def preview(entries: int, seconds: Sequence[float]) -> str:
    """Return how long the reloaded page was waited for."""
    middle, met = median(seconds), _verdict(median(seconds) <= RELOADED)
    least, most = (f"{of(seconds) * 1000:,.0f}" for of in (min, max))
    return (
        f"From saving to the reloaded page in Chromium, {entries:,} entries, {len(seconds)} saves: "
        f"median {middle * 1000:,.0f} ms ({least}–{most}); "
        f"aim ≤ {RELOADED * 1000:g} ms, reached: {met}."
    )


# The place of dask: two workers against the local pool, 100,000 entries cold, at most 1.35 times.
DASK = (
    "Two workers of dask against the local pool (aim ≤ 1.35 times): `python -m bench.cluster` "
    "measures it, [scale.md](scale.md) tells it."
)


def section(command: str, parts: Iterable[str]) -> str:
    """Return the section of the docs: the *command* that repeats it, and *parts*."""
    return "\n\n".join(["## Beside Hugo and Pagefind", f"    {command}", ABOUT, *parts]) + "\n"


ABOUT = """\
The same made-up sites by Hugo and then Pagefind (extended), each side a whole process from start \
to exit, in turn within each run, the number of runs in brackets; seconds and MiB are medians, \
ratios are taken within a run: the median, then the least and the most. Of two processes one after \
the other, time is the sum and memory the larger. A shared machine with two cores: trust ratios.

Hugo gets a Markdown file with front matter for each entry, unit and field, and layouts that \
gather, page, lay out, keep and link as ours do (`bench/peers/hugo`). What is not the same:

- Hugo and Pagefind check nothing, prove no link and no page, look for no personal data, keep no \
manifest and write straight to where the site is. They make no Excel and Word files.
- What follows from words (parts of a time limit, the status of a basis, the words of a basis, the \
columns of a sheet, the order of everything) stands ready in Hugo’s front matter, which is JSON \
because Hugo reads that faster than YAML.
- Pages that are there once (the front page, the register of duties, years, forms: some thirty) \
are given to Hugo as they are, and after the edit are not made again.
- Hugo’s links begin at the host’s root; ours work in any folder and from a disk. Its further \
pages of a list name the first as their canonical address, and its sitemap leaves them out.
- Pagefind keeps the place of each word and the text to show, where our index keeps what finds and \
orders records. Both index the same records, without what only leads onwards.
- Hugo and Pagefind keep nothing from one run to the next but what they wrote.
- Without the search index: what browsers search is not planned (`bench/peers/unsearched.py`); the \
pages of names by letter, which Hugo has not, are still made.
- Preview: from before a file is written until Chromium shows the new name on the page of its \
entry."""
