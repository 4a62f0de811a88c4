"""Search as a reader would define it: every record is looked through, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.search.order import Where, by_sound, key, nearly, pieces, where
from generator.search.records import FACETS, Cut
from generator.search.terms import Units, words_of


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds: records in order, how many of each value, or what is near it."""

    records: tuple[tuple[str, str], ...]
    counts: Mapping[str, Mapping[str, int]]
    near: tuple[tuple[str, str], ...] = ()


def search(cuts: Iterable[Cut], query: str, *, by_date: bool = False, **filters: str) -> Found:
    """Return what *query* finds among *cuts* that have the values of *filters*."""
    cuts = tuple(cuts)
    words = words_of(query)
    if not words and not filters:
        return Found((), _counts(()))
    of_words = [_holders(word, cuts) for word in words]
    found = [
        (max((holders[at] for holders in of_words), default=Where.EQUAL), one)
        for at, one in enumerate(cuts)
        if all(at in holders for holders in of_words)
    ]
    kept = [(place, one) for place, one in found if _fits(one, filters)]
    kept.sort(key=lambda both: key(*both))
    if by_date:
        kept.sort(key=lambda both: both[1].record.day, reverse=True)
    near = [] if found else [one for one in _near(words, cuts) if _fits(one, filters)]
    records = tuple((one.record.kind, one.record.id) for _, one in kept)
    return Found(records, _counts(one for _, one in kept), _named(near))


def _holders(word: Units, cuts: tuple[Cut, ...]) -> dict[int, Where]:
    held = {at: place for at, one in enumerate(cuts) if (place := where(word, one)) is not None}
    return held or {
        at: place for at, one in enumerate(cuts) if (place := by_sound(word, one)) is not None
    }


def _fits(one: Cut, filters: Mapping[str, str]) -> bool:
    return all(value in one.record.values(facet) for facet, value in filters.items())


def _near(words: tuple[Units, ...], cuts: tuple[Cut, ...]) -> list[Cut]:
    whole = sum(len(pieces(word)) for word in words)
    scored = [(sum(nearly(word, one) for word in words), one) for one in cuts]
    near = [(score, one) for score, one in scored if score * 2 > whole]
    near.sort(key=lambda both: (-both[0], key(Where.EQUAL, both[1])))
    return [one for _, one in near]


def _counts(cuts: Iterable[Cut]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in ("kind", *FACETS)}
    for one in cuts:
        for facet, of in counts.items():
            for value in dict.fromkeys(one.record.values(facet)):
                of[value] = of.get(value, 0) + 1
    return counts


def _named(cuts: Iterable[Cut]) -> tuple[tuple[str, str], ...]:
    return tuple((one.record.kind, one.record.id) for one in cuts)
