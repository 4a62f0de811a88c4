"""Finds in their order: Whoosh tells who holds what, `order` what it is worth.

`find` gives for a query of words what a reader finds who looks through every record one by one
(`tests/search/oracle`): the same records, in the same order, and the same near ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.search.holders import Index, headed, holders_of, who_may
from generator.search.order import Where, key, nearly, pieces
from generator.search.postings import valued
from generator.search.records import Searchable, cut
from generator.search.terms import Units
from generator.search.tree import Asked, plain_words

ANY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Find:
    """A record that was found, and the worst place of all words."""

    record: Searchable
    where: Where


@dataclass(frozen=True, slots=True)
class Found:
    """All finds in order; *near* where nothing matches and these come close."""

    finds: tuple[Find, ...]
    near: bool = False


def find(
    index: Index, one: Asked, filters: Mapping[str, str] = ANY, *, by_date: bool = False
) -> Found:
    """Return what *one* asks for, best first, or with *by_date* the newest first.

    Args:
        index: The index.

        one: What is asked for.

        filters: Facet -> the value that finds must have under it.

        by_date: Whether the newest come first.
    """
    holders = holders_of(index, one)
    fit = [index.who(valued(facet, value)) for facet, value in filters.items()]
    if not holders and (words := plain_words(one)):
        near = [one for at, one in _near(index, words) if all(at in of for of in fit)]
        return Found(tuple(Find(one, Where.EQUAL) for one in near), near=bool(near))
    kept = [
        (key(place, headed(index.records[at])), at, place)
        for at, place in holders.items()
        if all(at in of for of in fit)
    ]
    finds = [Find(index.records[at], place) for _, at, place in sorted(kept)]
    if by_date:
        finds.sort(key=lambda found: found.record.day, reverse=True)
    return Found(tuple(finds))


# ---- when nothing matches ----------------------------------------------------------------------


def _near(index: Index, words: tuple[Units, ...]) -> list[tuple[int, Searchable]]:
    """The records that hold more than half of the pieces of all words, those with most first."""
    whole = sum(len(pieces(word)) for word in words)
    most: dict[int, int] = {}
    for word in words:
        for at, bound in who_may(index, word).items():
            most[at] = most.get(at, 0) + bound
    scored = []
    for at in (at for at, bound in most.items() if bound * 2 > whole):
        one = cut(index.records[at])
        score = sum(nearly(word, one) for word in words)
        if score * 2 > whole:
            scored.append((-score, key(Where.EQUAL, one), at))
    return [(at, index.records[at]) for _, _, at in sorted(scored)]
