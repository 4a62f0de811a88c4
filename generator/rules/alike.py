"""Items that say the same as another one: whole, or nearly (157号 规程 三(一))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model.entry import Entry
from generator.problems import Problem, problem
from generator.search.alike import Ranked, alike, ranked, share, terms_of
from generator.search.terms import Units, units_of
from generator.terms import folded

_SAID = ("group", "name", "subgroup", "content", "subject", "field")


@dataclass(frozen=True, slots=True)
class _Judged:
    """An entry as it is compared: *same* is equal for equal ones, *title* and *whole* are its
    terms."""

    entry: Entry
    same: tuple[Units, ...]
    title: frozenset[int]
    whole: Ranked


def items_stand_once(catalogue: Catalogue) -> Iterator[Problem]:
    """同一单位在同一领域的同一事项只写一次；不同单位写同一事项不算重复，没有内容的不比较。"""
    judged = _judged(catalogue)
    repeated = _repeated(judged)
    for number, first in sorted(repeated.items()):
        yield _told(catalogue, "entry-repeated", judged[number], judged[first])
    for number, (percent, first) in sorted(_alike(judged, catalogue.config.alike).items()):
        if number not in repeated:
            yield _told(catalogue, "entry-alike", judged[number], judged[first], percent=percent)


def _told(catalogue: Catalogue, rule: str, again: _Judged, first: _Judged, **facts: int) -> Problem:
    return problem(
        catalogue.at(again.entry), rule,
        name=again.entry.name, first=catalogue.at(first.entry), other=first.entry.name, **facts,
    )  # fmt: skip


def _judged(catalogue: Catalogue) -> list[_Judged]:
    entries = [
        entry
        for entry in catalogue.entries
        if catalogue.current(entry) and entry.content and not catalogue.left_out(entry, *_SAID)
    ]
    same = [tuple(map(units_of, _texts(entry))) for entry in entries]
    titles = ranked([terms_of((name, subgroup)) for _, name, subgroup, *_ in same])
    whole = ranked([*map(terms_of, same)])
    return [
        _Judged(entry, texts, frozenset(title), terms)
        for entry, texts, title, terms in zip(entries, same, titles, whole, strict=True)
    ]


def _texts(entry: Entry) -> tuple[str, ...]:
    return entry.group, entry.name, entry.subgroup, *entry.content


def _neighbours(judged: Iterable[_Judged]) -> Iterator[list[int]]:
    """Yield the entries that can repeat each other: of one field, and of one unit or of none."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(judged):
        bodies = {body.unit or folded(body.name) for body in one.entry.subject}
        for body in bodies or {""}:
            found[one.entry.field, body].append(number)
    yield from found.values()


def _repeated(judged: list[_Judged]) -> dict[int, int]:
    """The entries that are equal to an earlier neighbour, and the first such."""
    found: dict[int, int] = {}
    for numbers in _neighbours(judged):
        firsts: dict[tuple[Units, ...], int] = {}
        for number in numbers:
            first = firsts.setdefault(judged[number].same, number)
            if first != number:
                found[number] = min(first, found.get(number, first))
    return found


def _alike(judged: list[_Judged], percent: int) -> dict[int, tuple[int, int]]:
    """The entries that are alike to an earlier neighbour that they do not repeat, and how many
    percent they share with the one they are most like, the first of several.

    The titles must be alike for themselves: contents are often set phrases (办理条件, 办理流程,
    所需材料), in which different items agree almost wholly.
    """
    best: dict[int, tuple[int, int]] = {}
    for numbers in _neighbours(judged):
        firsts: dict[tuple[Units, ...], int] = {}
        for number in numbers:
            firsts.setdefault(judged[number].same, number)
        left = [*firsts.values()]
        for low, high in alike([judged[number].whole for number in left], percent):
            first, number = left[low], left[high]
            one, other = judged[first], judged[number]
            if share(one.title, other.title) < percent:
                continue
            likeness = share(frozenset(one.whole), frozenset(other.whole))
            known, before = best.get(number, (0, 0))
            if (-likeness, first) < (-known, before):
                best[number] = likeness, first
    return best
