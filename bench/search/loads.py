"""How many bytes a reader's queries load, and how many the index has on the host's disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.search.host import Host
from bench.search.sides import TEN, Side, asked, opened

SESSION = 8  # queries of one reader


def loaded(
    browser: Browser, host: Host, side: Side, queries: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Return the bytes of the first queries of readers, scripts and ten results included, and those
    of the queries that follow in the same pages; each reader has `SESSION` of *queries*."""
    first, following = [], []
    for start in range(0, len(queries), SESSION):
        host.counted()
        with opened(browser, host, side) as page:
            for number, query in enumerate(queries[start : start + SESSION]):
                asked(page, side, query, TEN)
                (following if number else first).append(host.counted())
    return first, following


def parts(taken: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Return the bytes taken by the folder of the index that they came from."""
    found: dict[str, int] = {}
    for path, size in taken:
        part = path.rpartition("/")[0].rpartition("/")[2]
        found[part] = found.get(part, 0) + size
    return found


def on_disk(folder: Path, *, without: str = "") -> int:
    """Return the bytes of the files of *folder*, but for its folder *without*."""
    return sum(
        file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).parts[0] != without
    )


def middle(sizes: Sequence[int]) -> int:
    """Return the median of *sizes*."""
    return int(median(sizes))
