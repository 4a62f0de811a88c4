"""Which texts of many are nearly the same, without comparing each with each.

Two sets of terms are alike where they share at least so many percent of the terms that either has
(Jaccard).  Such sets share one of their rarest terms: of n terms, all but the p·n that must be
shared, and one (prefix filtering: Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search,
2007).  So only the rarest are indexed, and only sets that meet there, and whose sizes allow it, are
compared.  The outcome is that of comparing all; whole numbers leave nothing to rounding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.search.terms import Units, pairs

Terms = frozenset[str]
Ranked = tuple[int, ...]  # the terms of a text as numbers, the rarest first


def terms_of(texts: Iterable[Units]) -> Terms:
    """Return the pairs of neighbours within each of *texts*, none across two."""
    return frozenset(chain.from_iterable(map(pairs, texts)))


def ranked(sets: Sequence[Terms]) -> list[Ranked]:
    """Return each of *sets* as numbers, a smaller one for a term that fewer sets have."""
    counts = Counter(chain.from_iterable(sets))
    ranks = {term: rank for rank, term in enumerate(sorted(counts, key=lambda t: (counts[t], t)))}
    return [tuple(sorted(ranks[term] for term in terms)) for terms in sets]


def alike(sets: Sequence[Ranked], percent: int) -> Iterator[tuple[int, int]]:
    """Yield the places of each two of *sets* that share *percent* (1 to 100) of their terms or
    more, the lower place first; a set without terms is like none."""
    whole = [frozenset(terms) for terms in sets]
    for at, met in _met(sets, percent):
        for other in met:
            if share(whole[at], whole[other]) >= percent:
                yield min(at, other), max(at, other)


def with_likeness(sets: Sequence[Ranked], percent: int) -> set[int]:
    """Return the places that `alike` names, without comparing what is named already."""
    whole = [frozenset(terms) for terms in sets]
    found: set[int] = set()
    for at, met in _met(sets, percent):
        for other in met:
            named = at in found and other in found
            if not named and share(whole[at], whole[other]) >= percent:
                found |= {at, other}
    return found


def _met(sets: Sequence[Ranked], percent: int) -> Iterator[tuple[int, list[int]]]:
    """Yield the place of each of *sets*, the smallest first, and those before it that may be alike:
    large enough, and with one of its rarest terms among their own."""
    holders: dict[int, list[int]] = defaultdict(list)  # a term: who has it among its rarest
    for at in sorted(range(len(sets)), key=lambda place: len(sets[place])):
        terms = sets[at]
        least = _least(len(terms), percent)
        rarest = terms[: len(terms) - least + 1] if terms else ()
        met = dict.fromkeys(chain.from_iterable(holders[term] for term in rarest))
        yield at, [other for other in met if len(sets[other]) >= least]
        for term in rarest:
            holders[term].append(at)


def _least(count: int, percent: int) -> int:
    """How many of *count* terms another set must have to be alike, rounded up."""
    return -(-count * percent // 100)


def share(one: frozenset[int], other: frozenset[int]) -> int:
    """Return how many percent of the terms of either both have, rounded down; of none, 0."""
    both = len(one & other)
    return 100 * both // ((len(one) + len(other) - both) or 1)
