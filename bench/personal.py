"""What looking for personal data costs: pages and sources of a generated site, and a naive scan.

The naive scan is the one that reads well in a paragraph: of every page make the text, the text
without white space and the values of attributes, fold each by NFKC, and search each for every
kind.  Both scans see the same pages one after the other in each run, and their ratio is taken
within it.  Figures are CPU seconds for 10,000 pages of 6 KB, whatever the pages' own size.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from statistics import median

from bench.corpus import write
from bench.stages import table
from generator.build import build
from generator.notes import persons
from generator.personal import found

PAGES, SIZE = 10_000, 6 * 1024
DAY = date(2026, 11, 23)

_GAP = r"[\s\-.·\u200b-\u200f\u2060-\u2064]*"
_KINDS = (
    re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{16}}{_GAP}[\dXx](?!\d)"),
    re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15,18}}(?!\d)"),
    re.compile(rf"(?<!\d)1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)"),
    re.compile(rf"(?<![A-Za-z])[EGDSP]{_GAP}\d(?:{_GAP}\d){{7}}(?!\d)"),
    re.compile(rf"[\u4e00-\u9fff][A-HJ-NP-Z]{_GAP}[A-HJ-NP-Z0-9]{{5,6}}"),
)


def naive(page: bytes) -> list[str]:
    """Return whatever looks personal in any view of *page*."""
    text = page.decode()
    shown = unescape(re.sub(r"<[^>]*>", "", text))
    views = [shown, re.sub(r"\s", "", shown), *re.findall(r'="([^"]*)"', text)]
    seen = []
    for view in views:
        folded = "".join(unicodedata.normalize("NFKC", char) for char in view)
        seen += [match for kind in _KINDS for match in kind.findall(folded)]
    return seen


def cost(scan: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    """Return the CPU seconds of *scan* for 10,000 pages of 6 KB."""
    started = time.process_time()
    for page in pages:
        scan(page)
    spent = time.process_time() - started
    return spent / sum(map(len, pages)) * SIZE * PAGES


def main() -> None:
    """Measure from the command line; the table on standard output."""
    parser = argparse.ArgumentParser(prog="python -m bench.personal", description=__doc__)
    parser.add_argument("--entries", type=int, default=500)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        site = Path(name) / "site"
        write(site, given.entries)
        build(site, site / "output", day=DAY, today=DAY)
        pages = [file.read_bytes() for file in sorted((site / "output").rglob("*.html"))]
        texts = [file.read_text("utf-8") for file in sorted(site.rglob("*.yaml"))]
    runs = []
    for _ in range(given.runs):
        ours, theirs = cost(lambda page: persons("a.html", page), pages), cost(naive, pages)
        started = time.process_time()
        for text in texts:
            found(text)
        sources = (time.process_time() - started) / given.entries * 10_000
        runs.append((ours, theirs, ours / theirs, sources))
    ours, theirs, ratio, sources = (median(column) for column in zip(*runs, strict=True))
    kilobytes = sum(map(len, pages)) / len(pages) / 1024
    print(f"{len(pages):,} pages of {kilobytes:.1f} KB, median of {given.runs} runs\n")
    rows = [
        ("CPU seconds", ""),
        ("10,000 pages of 6 KB", f"{ours:.2f}"),
        ("the same, naive", f"{theirs:.2f}"),
        ("ratio, each taken within one run", f"{ratio:.3f}"),
        ("sources of 10,000 entries", f"{sources:.2f}"),
    ]
    print(table(rows))


if __name__ == "__main__":
    main()
