"""Orders to orders that rise: a new item stands between its neighbours in the table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STEP = 10  # between the orders of neighbours, so that a row can be put in between


def numbered(orders: Sequence[int | None]) -> list[int]:
    """Orders that rise, those that are there kept where they can be."""
    found: list[int] = []
    place = 0
    while place < len(orders):
        here = orders[place]
        if here is not None:
            found.append(here)
            place += 1
            continue
        run = place
        while run < len(orders) and orders[run] is None:
            run += 1
        before = found[-1] if found else 0
        after = orders[run] if run < len(orders) else None
        free = STEP * (run - place + 1) if after is None else after - before
        step = free // (run - place + 1)
        found += [before + step * (nth + 1) for nth in range(run - place)]
        place = run
    rising = all(a < b for a, b in pairwise(found))
    return found if rising else [STEP * (nth + 1) for nth in range(len(orders))]
