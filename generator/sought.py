"""What `gongkai search` and the search of the preview answer: finds as lines and as JSON.

The records are those that the site would publish for the day, taken from its planned pages.  A site
with errors can be searched as far as it can be read.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue
from generator.personal import masked
from generator.plan import searchables_of
from generator.problems import Location, Problem, problem
from generator.search.asking import UnclearError, asked
from generator.search.engine import Find, Found, find
from generator.search.holders import Index, valued_in
from generator.search.kept import kept_index
from generator.search.records import FACETS, KINDS, Searchable
from generator.search.shown import Snippet, marked, snippets
from generator.search.tree import Asked
from generator.sound import sound
from generator.words.counted import Counted

__all__ = ["Asking", "Record", "Sought", "UnclearError", "answer", "index_of", "lines", "sought"]

Record = dict[str, Any]
Marks = tuple[str, str]  # what stands before and after a place that was found
_NEAREST = 8  # choices that are named
_OF_FACETS = MappingProxyType({"unit": "units", "field": "fields"})  # what may be named by its id


@dataclass(frozen=True, slots=True)
class Asking:
    """What is wanted: a *query*, facet -> value that finds must have, how many of them (*limit*;
    0 for all), and whether the newest come first."""

    query: str
    filters: Mapping[str, str]
    limit: int = 0
    by_date: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """The answer as JSON, or the problems that prevent one; *errors* of the site that do not, and
    whether the index could be *kept*."""

    record: Record
    problems: tuple[Problem, ...] = ()
    errors: int = 0
    kept: bool = True


def sought(
    site: Path, asking: Asking, *, day: date | None, today: date, own: Path | None
) -> Sought:
    """Search the site at *site*.

    Args:
        site: The folder of the site.

        asking: What is wanted.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.

        own: The folder of this user's own, for the key of the index.

    Raises:
        UnclearError: The query cannot be understood.
    """
    asked(asking.query)  # before anything is read
    now = sound(site, day=day, today=today)
    if now.catalogue is None:
        return Sought({}, now.problems)
    index, kept = index_of(now.catalogue, cache=site / ".cache", own=own)
    record, problems = answer(index, now.catalogue, asking)
    return Sought(record, problems, len(now.problems), kept)


def index_of(catalogue: Catalogue, *, cache: Path, own: Path | None) -> tuple[Index, bool]:
    """Return the index of everything that the pages of *catalogue* say, and whether it is kept."""
    return kept_index(searchables_of(catalogue), cache=cache, own=own)


def answer(
    index: Index, catalogue: Catalogue, asking: Asking
) -> tuple[Record, tuple[Problem, ...]]:
    """Return what *asking* finds, as JSON, or the problem of a value that no record has.

    Raises:
        UnclearError: The query cannot be understood.
    """
    one = asked(asking.query)
    filters = {facet: _value(catalogue, facet, value) for facet, value in asking.filters.items()}
    if problems := tuple(_unknown(index, filters)):
        return {}, problems
    found = find(index, one, filters, by_date=asking.by_date)
    return _told(found, one, asking, catalogue.config.address), ()


def _value(catalogue: Catalogue, facet: str, value: str) -> str:
    """The value that is meant; units and fields can be named by their ids too."""
    named = catalogue.get(_OF_FACETS[facet], value) if facet in _OF_FACETS else None
    return named.name if named else value


def _unknown(index: Index, filters: Mapping[str, str]) -> Iterator[Problem]:
    for facet, value in filters.items():
        values = [*KINDS] if facet == "kind" else valued_in(index, facet)
        if value not in values:
            close = difflib.get_close_matches(value, values, _NEAREST, 0.3)
            yield problem(
                Location(f"--{facet}"),
                "value-choice",
                value=value,
                likely="".join(close[:1]),
                choices="、".join(close or values[:_NEAREST]),
            )


def _told(found: Found, one: Asked, asking: Asking, address: str) -> Record:
    finds = found.finds[: asking.limit or None]
    return {
        "query": masked(asking.query),
        "filters": {facet: masked(value) for facet, value in asking.filters.items()},
        "total": len(found.finds),
        "near": found.near,
        "results": [_result(of, one, address, near=found.near) for of in finds],
    }


def _result(of: Find, one: Asked, address: str, *, near: bool) -> Record:
    record = of.record
    return {
        "kind": record.kind,
        "id": record.id,
        "name": masked(record.name),
        "path": masked(record.path),
        "url": masked(address + record.path),
        "where": None if near else of.where.name.lower(),
        "limit": masked(record.limit),
        "day": record.day or None,
        "facets": _facets(record),
        "snippets": [_snippet(shown) for shown in snippets(record, one, near=near)],
    }


def _facets(record: Searchable) -> dict[str, list[str]]:
    of = zip(FACETS, record.facets, strict=True)
    return {facet: [masked(value) for value in values] for facet, values in of if values}


def _snippet(shown: Snippet) -> Record:
    return {
        "in": shown.part,
        "text": shown.text,
        "marks": [[start, stop] for start, stop in shown.marks],
    }


# ---- for a reader ------------------------------------------------------------------------------


def lines(told: Record, language: str, marks: Marks) -> Iterator[str]:
    """Yield the answer in *language* (zh, en), found places between *marks*."""
    zh = language == "zh"
    yield _head(told, zh=zh)
    for number, one in enumerate(told["results"], 1):
        named = [of for of in one["snippets"] if of["in"] == "name"]
        name = "".join(_marked(of, marks) for of in named) or one["name"]
        about = (KINDS.get(one["kind"], one["kind"]) if zh else one["kind"], one["limit"])
        said = "，".join(filter(None, about)) if zh else ", ".join(filter(None, about))
        yield f"{number}. {name}（{said}）" if zh else f"{number}. {name} ({said})"
        yield f"   {one['path']}"
        for of in one["snippets"]:
            if of not in named:
                yield f"   {_marked(of, marks)}"


def _marked(shown: Record, marks: Marks) -> str:
    return marked(shown["text"], shown["marks"], *marks)


def _head(told: Record, *, zh: bool) -> str:
    total, shown = Counted(told["total"]), len(told["results"])
    if not told["total"]:
        return "没有找到。" if zh else "Nothing found."
    if told["near"]:
        said = f"没有相符的，{total} 条相近" if zh else f"Nothing matches; {total} close to it"
    else:
        said = f"找到 {total} 条" if zh else f"{total} {total:record|records} found"
    if shown == told["total"]:
        return f"{said}。" if zh else f"{said}."
    return f"{said}，列出前 {shown} 条。" if zh else f"{said}, the first {shown} of them:"
