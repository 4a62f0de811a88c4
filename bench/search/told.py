"""Figures as a table, beside Pagefind's and what is aimed at, and the section of the docs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = "python -m bench.search --write"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of ours, in a unit, and Pagefind's where it has one.

    *most* and *least* are what it is aimed at; *of_peer* is which part of Pagefind's at most.
    """

    what: str
    ours: float
    unit: str = ""
    peer: float | None = None
    most: float | None = None
    least: float | None = None
    of_peer: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Return whether all that is aimed at is reached; None where nothing is."""
        asked = [
            *([self.ours <= self.most] if self.most is not None else ()),
            *([self.ours >= self.least] if self.least is not None else ()),
            *([self.ours <= self.of_peer * self.peer] if self.of_peer and self.peer else ()),
        ]
        return all(asked) if asked else None

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return the figure as it is told: what, ours, Pagefind's, aim, whether it is reached."""
        aims = [
            *([f"≤ {_number(self.most, self.unit)}"] if self.most is not None else ()),
            *([_number(self.least, self.unit)] if self.least is not None else ()),
            *([f"≤ {self.of_peer:.2g} × Pagefind’s"] if self.of_peer else ()),
        ]
        peer = "" if self.peer is None else _number(self.peer, self.unit)
        verdict = "" if self.met is None else "yes" if self.met else "**no**"
        note = f" ({self.note})" if self.note else ""
        return self.what + note, _number(self.ours, self.unit), peer, ", ".join(aims), verdict


def _number(value: float, unit: str) -> str:
    if unit == "kB":
        return f"{value / 1000:,.1f} kB"
    if unit == "%":
        shown = f"{value * 100:.2f}".rstrip("0").rstrip(".")
        return "< 100 %" if value < 1 and shown == "100" else f"{shown} %"
    if unit == "ms":
        return f"{value:,.0f} ms"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def table(figures: Iterable[Figure]) -> str:
    """Return *figures* as a table of Markdown."""
    heads = ("", "ours", "Pagefind", "aim", "reached")
    rows = [heads, ("---",) * len(heads), *(one.cells() for one in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def section(sizes: Sequence[tuple[int, str, Sequence[Figure]]]) -> str:
    """Return the section of the docs: for each size how many records, notes and figures."""
    parts = ["## Search", f"    {COMMAND}", ABOUT]
    for records, notes, figures in sizes:
        parts += [f"{records:,} records. {notes}".strip(), table(figures)]
    if len(sizes) > 1:
        parts.append(_growth(sizes[0], sizes[-1]))
    return "\n\n".join(parts) + "\n"


def _growth(
    small: tuple[int, str, Sequence[Figure]], large: tuple[int, str, Sequence[Figure]]
) -> str:
    before = {one.what: one.ours for one in small[2]}
    rows = [("", f"{large[0]:,} / {small[0]:,} records"), ("---", "---")]
    for one in large[2]:
        if one.unit in ("kB", "ms") and before.get(one.what):
            rows.append((one.what, f"{one.ours / before[one.what]:.2f}"))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


ABOUT = """\
Everything follows from a seed; times are of a shared machine with two cores. Queries are cuts of \
2–8 characters from any place of any record, every other one in the other script. Bytes are bodies \
compressed by gzip where that makes them shorter; a first query loads `search.js`, `finder.js` and \
what it needs under `search/`, ten results included, as Pagefind’s loads its script, its \
WebAssembly, its index and ten fragments. Times are of Debian’s Chromium and files from the same \
machine; ten results are asked for on both sides, and the first counts when it can be shown whole. \
Pagefind is its extended release over the same pages, the part marked that says what the record \
says."""


def put(file: Path, text: str) -> None:
    """Write *text*, a section with its heading, into *file*, in the place of one that is there."""
    heading = re.escape(text.splitlines()[0])
    section = re.compile(rf"^{heading}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    before = file.read_text(encoding="utf-8") if file.exists() else "# Performance\n"
    if section.search(before):
        after = section.sub(lambda _: f"{text}\n", before, count=1)
    else:
        after = f"{before.rstrip()}\n\n{text}"
    file.write_text(f"{after.rstrip()}\n", encoding="utf-8")
