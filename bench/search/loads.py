"""How many bytes a reader's queries load, and how many the index has on the host's disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from bench.search.host import Host
from bench.search.sides import TEN, Side, asked, opened

SESSION = 8  # queries of one reader


def first(browser: Browser, host: Host, side: Side, queries: Sequence[str]) -> list[int]:
    """Return the bytes of each of *queries* as the first of a reader, scripts and ten results
    included."""
    found = []
    for query in queries:
        host.counted()
        with opened(browser, host, side) as page:
            asked(page, side, query, TEN)
            found.append(host.counted())
    return found


def following(browser: Browser, host: Host, side: Side, queries: Sequence[str]) -> list[int]:
    """Return the bytes of queries that follow another in the same page; each reader has `SESSION`
    of *queries*."""
    found = []
    for start in range(0, len(queries), SESSION):
        with opened(browser, host, side) as page:
            for query in queries[start : start + SESSION]:
                host.counted()
                asked(page, side, query, TEN)
                found.append(host.counted())
            del found[-len(queries[start : start + SESSION])]
    return found


def tenth(sizes: Sequence[int]) -> int:
    """Return what nine in ten of *sizes* are not above."""
    return sorted(sizes)[-(-len(sizes) * 9 // 10) - 1]


def on_disk(folder: Path, *, without: str = "") -> int:
    """Return the bytes of the files of *folder*, but for its folder *without*."""
    return sum(
        file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).parts[0] != without
    )
