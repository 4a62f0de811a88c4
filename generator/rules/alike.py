"""Items that say the same as another one: whole, or nearly (157号 规程 三(一))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.catalogue import Catalogue
from generator.model.entry import Entry
from generator.problems import Problem, problem
from generator.search.alike import Ranked, alike, ranked, share, terms_of, with_likeness
from generator.search.terms import Units, units_of
from generator.terms import folded

Title = tuple[Units, Units]  # its name and what it is a part of
_SAID = ("group", "name", "subgroup", "content", "subject", "field")


@dataclass(frozen=True, slots=True)
class _Judged:
    """An entry as it is compared, *number* its place among all: *same* is equal for equal ones,
    *title* and *whole* are its terms."""

    number: int
    same: tuple[Units, ...]
    title: frozenset[int]
    whole: Ranked


def items_stand_once(catalogue: Catalogue) -> Iterator[Problem]:
    """同一单位在同一领域的同一事项只写一次；不同单位写同一事项不算重复，没有内容的不比较。"""
    entries = [
        entry
        for entry in catalogue.entries
        if catalogue.current(entry) and entry.content and not catalogue.left_out(entry, *_SAID)
    ]
    once = cache(units_of)  # thousands of items have the same name
    titles = [(once(entry.name), once(entry.subgroup)) for entry in entries]
    repeated: dict[int, int] = {}  # the number of an entry, that of the first that is equal
    like: dict[int, tuple[int, int]] = {}  # how many percent, the first that is most like
    for numbers in _neighbours(entries):  # never all at once
        judged = _judged(entries, _comparable(titles, numbers, catalogue.config.alike))
        for number, first in _repeated(judged):
            repeated[number] = min(first, repeated.get(number, first))
        for number, likeness, first in _alike(judged, catalogue.config.alike):
            known, before = like.get(number, (0, 0))
            if (-likeness, first) < (-known, before):
                like[number] = likeness, first
    for number, first in sorted(repeated.items()):
        yield _told(catalogue, "entry-repeated", entries[number], entries[first])
    for number, (percent, first) in sorted(like.items()):
        if number not in repeated:
            again = entries[number]
            yield _told(catalogue, "entry-alike", again, entries[first], percent=percent)


def _told(catalogue: Catalogue, rule: str, again: Entry, first: Entry, **facts: int) -> Problem:
    return problem(
        catalogue.at(again), rule,
        name=again.name, first=catalogue.at(first), other=first.name, **facts,
    )  # fmt: skip


def _neighbours(entries: Iterable[Entry]) -> Iterator[list[int]]:
    """Yield the entries that can repeat each other: of one field, and of one unit or of none."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        bodies = {body.unit or folded(body.name) for body in entry.subject}
        for body in bodies or {""}:
            found[entry.field, body].append(number)
    yield from found.values()


def _comparable(titles: Sequence[Title], numbers: Sequence[int], percent: int) -> list[int]:
    """Those of *numbers* whose title is that of another one or like it: what is said below titles
    is not looked at for the rest."""
    by_title: dict[Title, list[int]] = defaultdict(list)
    for number in numbers:
        by_title[titles[number]].append(number)
    like = with_likeness(ranked([*map(terms_of, by_title)]), percent)
    groups = enumerate(by_title.values())
    return sorted(one for at, same in groups if at in like or len(same) > 1 for one in same)


def _judged(entries: Sequence[Entry], numbers: Sequence[int]) -> list[_Judged]:
    same = [tuple(map(units_of, _texts(entries[number]))) for number in numbers]
    titles = ranked([terms_of(texts[1:3]) for texts in same])
    whole = ranked([*map(terms_of, same)])
    return [
        _Judged(number, texts, frozenset(title), terms)
        for number, texts, title, terms in zip(numbers, same, titles, whole, strict=True)
    ]


def _texts(entry: Entry) -> tuple[str, ...]:
    return entry.group, entry.name, entry.subgroup, *entry.content


def _repeated(judged: Iterable[_Judged]) -> Iterator[tuple[int, int]]:
    """The neighbours that are equal to an earlier one, and the first such."""
    firsts: dict[tuple[Units, ...], int] = {}
    for one in judged:
        first = firsts.setdefault(one.same, one.number)
        if first != one.number:
            yield one.number, first


def _alike(judged: Iterable[_Judged], percent: int) -> Iterator[tuple[int, int, int]]:
    """The neighbours that are alike to an earlier one that they do not repeat, how many percent
    they share, and that one.

    The titles must be alike for themselves: contents are often set phrases (办理条件, 办理流程,
    所需材料), in which different items agree almost wholly.
    """
    firsts: dict[tuple[Units, ...], _Judged] = {}
    for one in judged:
        firsts.setdefault(one.same, one)
    left = [*firsts.values()]
    for low, high in alike([one.whole for one in left], percent):
        first, again = left[low], left[high]
        if share(first.title, again.title) >= percent:
            yield again.number, share(frozenset(first.whole), frozenset(again.whole)), first.number
