"""Disputes by their way, the outcome of the answer and the office that handled them, with sums.

A dispute counts in every period in which it was filed, ended or pending, as in table 四 of the
annual report: by its result where it had ended when the period ended, else as 尚未审结.  So for a
year that is over, the sums of the three ways are the rows of that table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from types import MappingProxyType
from typing import TypeVar

from generator.facts.annual import DISPUTES, PENDING, RULINGS
from generator.model.bodies import Unit
from generator.model.entry import Body
from generator.model.request import Dispute, Outcome, Route
from generator.office.ledger import until
from generator.office.request import Contest, Request
from generator.terms import folded

# A suit of which nobody wrote whether it came after reconsideration; table 四 has no row for it.
NO_ROUTE = "行政诉讼，没有写明途径"
WAYS = (*DISPUTES, NO_ROUTE)
_ROUTES = MappingProxyType({
    Route.AT_ONCE: DISPUTES[1], Route.AFTER: DISPUTES[2], None: NO_ROUTE,
})  # fmt: skip

K = TypeVar("K")
Figures = tuple[int, ...]  # in the order of `RULINGS`, the last is their sum
NOTHING: Figures = (0,) * len(RULINGS)


@dataclass(frozen=True, slots=True)
class Contested:
    """The disputes of one way, one outcome and one office.

    *outcome* is None where nothing was answered yet, or nobody wrote with what; *office* the id of
    a unit, or the name of an organ that is none.
    """

    way: str
    outcome: Outcome | None
    office: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Disputes:
    """Each combination that there is, and what they sum up to by way, by outcome, by office and in
    the whole; ways in the order of table 四, outcomes in that of table 三."""

    rows: tuple[Contested, ...]
    ways: Mapping[str, Figures]
    outcomes: Mapping[Outcome | None, Figures]
    offices: Mapping[str, Figures]
    total: Figures


def disputes(
    requests: Iterable[Request], units: Iterable[Unit], first: date, last: date
) -> Disputes:
    """Return the disputes that were pending on any day from *first* to *last*, or ended then."""
    known = _known(units)
    counts: dict[tuple[str, Outcome | None, str], list[int]] = {}
    for request in requests:
        seen = until(request, last)
        for one in seen.disputes:
            if _ended(one, first):
                continue
            key = (_way(one), seen.outcome, _office(seen, one, known))
            figures = counts.setdefault(key, [0] * len(RULINGS))
            figures[RULINGS.index(one.result.value if one.result else PENDING)] += 1
            figures[-1] += 1
    found = (Contested(*key, tuple(figures)) for key, figures in counts.items())
    rows = tuple(sorted(found, key=lambda one: (WAYS.index(one.way), _by_outcome(one), one.office)))
    return Disputes(
        rows=rows,
        ways=_sums(rows, lambda one: one.way),
        outcomes=_sums(sorted(rows, key=_by_outcome), lambda one: one.outcome),
        offices=_sums(sorted(rows, key=lambda one: one.office), lambda one: one.office),
        total=reduce(_added, (one.figures for one in rows), NOTHING),
    )


def _known(units: Iterable[Unit]) -> Mapping[str, str]:
    """The ids of units by each name of theirs as it is compared; the first of that name has it."""
    found: dict[str, str] = {}
    for unit in units:
        for name in {folded(unit.name), folded(unit.short_name)} - {""}:
            found.setdefault(name, unit.id)
    return found


def _ended(one: Contest, first: date) -> bool:
    """Whether a dispute had ended before *first*; it does not end before it was filed."""
    return bool(one.closed and one.result and max(one.filed, one.closed) < first)


def _way(one: Contest) -> str:
    return DISPUTES[0] if one.kind is Dispute.RECONSIDERATION else _ROUTES[one.route]


def _office(request: Request, one: Contest, known: Mapping[str, str]) -> str:
    """Who stands for the answer; who handled the application where nobody wrote that (谁承办、
    谁应诉)."""
    body = one.handled_by or request.handled_by or Body(unit=request.unit)
    return body.unit or known.get(folded(body.name)) or " ".join(body.name.split())


def _by_outcome(one: Contested) -> int:
    return [*Outcome, None].index(one.outcome)


def _sums(rows: Iterable[Contested], key: Callable[[Contested], K]) -> Mapping[K, Figures]:
    sums: dict[K, Figures] = {}
    for one in rows:
        sums[key(one)] = _added(sums.get(key(one), NOTHING), one.figures)
    return MappingProxyType(sums)


def _added(one: Figures, other: Figures) -> Figures:
    return tuple(map(add, one, other))
