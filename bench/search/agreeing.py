"""Whether the searches find what a plain scan finds: all of it, nothing else, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from bench.search.cuts import Query
from bench.search.scan import Scan
from bench.search.sides import Side, asked

MOST = 2000  # finds that the browser's search counts; beyond them it says so
SHOWN = 20  # results of a page
# A query and filters to the ids of what is found, in order, and their number.
Engine = Callable[[str, Mapping[str, str]], tuple[Sequence[str], int]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How finds compare with what ought to be found, over many queries."""

    queries: int
    right: int  # queries of which all is found, nothing else, in order where order is asked for
    found: int
    wanted: int
    both: int
    wrong: tuple[str, ...]  # queries that are not right, with what is missing or too much

    @property
    def whole(self) -> float:
        """Return which part of the queries is answered rightly."""
        return self.right / self.queries

    @property
    def recall(self) -> float:
        """Return which part of what ought to be found is."""
        return self.both / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Return which part of what is found ought to be."""
        return self.both / self.found if self.found else 1.0


def of_ours(page: Page, side: Side, scan: Scan, queries: Iterable[Query]) -> Agreement:
    """Compare all finds of our search with the scan's, and their order; beyond `MOST` the first."""
    rows = []
    for one in queries:
        wanted = scan.found(one.said)
        told = asked(page, side, one.typed, MOST)
        total = len(wanted) if len(wanted) <= MOST else None
        found, wanted = told["ids"][:MOST], wanted[:MOST]
        rows.append((one, found, wanted, found == wanted and told["total"] == total))
    return _agreement(rows)


def of_pagefind(
    page: Page, side: Side, paths: Mapping[str, str], scan: Scan, queries: Iterable[Query]
) -> Agreement:
    """Compare all finds of Pagefind with the scan's, in whatever order; *paths* are its ids'."""
    paths_of = {id: one.record.path for id, one in zip(scan.ids, scan.records, strict=True)}
    rows = []
    for one in queries:
        wanted = [paths_of[id] for id in scan.found(one.said)]
        found = [paths[id] for id in asked(page, side, one.typed, 0)["ids"]]
        rows.append((one, found, wanted, {*found} == {*wanted}))
    return _agreement(rows)


def _agreement(rows: Sequence[tuple[Query, Sequence[str], Sequence[str], bool]]) -> Agreement:
    return Agreement(
        queries=len(rows),
        right=sum(right for *_, right in rows),
        found=sum(len({*found}) for _, found, _, _ in rows),
        wanted=sum(len({*wanted}) for _, _, wanted, _ in rows),
        both=sum(len({*found} & {*wanted}) for _, found, wanted, _ in rows),
        wrong=tuple(
            f"{one.typed} ({one.said}): {len({*wanted} - {*found})} missing, "
            f"{len({*found} - {*wanted})} too many"
            for one, found, wanted, right in rows
            if not right
        ),
    )


def differing(page: Page, side: Side, engine: Engine, queries: Iterable[Query]) -> list[str]:
    """Return the queries whose first `SHOWN` results or totals are not those of *engine*."""
    found = []
    for one in queries:
        ids, total = engine(one.typed, one.filters)
        told = asked(page, side, one.typed, SHOWN, one.filters)
        same = told["total"] == total if total <= MOST else told["total"] is None
        if list(ids[:SHOWN]) != told["ids"] or not same:
            found.append(
                f"{one.typed} {one.filters}: total {told['total']} for {total}, "
                f"{told['ids'][:3]} for {list(ids[:3])}"
            )
    return found
