"""The pages for searching: results, an index by letters, and what the browser searches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.catalogue import Catalogue
from generator.model.entry import Category
from generator.model.frozen import packing
from generator.page import Crumb, Here, Page
from generator.plans.bodies import counted_field, counted_unit
from generator.plans.shared import (
    HOME,
    Counted,
    Leaves,
    category_mark,
    current,
    days_in_words,
    in_leaves,
)
from generator.search.index import files
from generator.search.records import KINDS, Searchable
from generator.store import dumped, loaded

SEARCH = Crumb("检索", "search.html")
OTHER = "其他"  # names that begin with a figure or a sign
NAMES = 500  # on a page of the index by letters


@dataclass(frozen=True, slots=True)
class Group:
    """Ways into the site of one sort."""

    title: str
    links: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of results; without a script it leads to everything by its name and place."""

    here: Here
    letters: tuple[Counted, ...]
    groups: tuple[Group, ...]


@packing
@dataclass(frozen=True, slots=True)
class NamedRow:
    """A record in the index by letters: its name, its page, what it is, its limit or day."""

    title: str
    path: str
    told: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """Records whose names are read with one letter first; *first* is the path of the first page."""

    here: Here
    first: str
    letters: tuple[Counted, ...]
    rows: tuple[NamedRow, ...]
    leaves: Leaves


@dataclass(frozen=True, slots=True)
class Indexed:
    """What follows from all records that can be found: rows for each letter that their names are
    read with, how many are of each of the five categories, and the files that the browser
    searches; *known* spares the next index to work out again what is the same."""

    letters: Mapping[str, tuple[NamedRow, ...]]
    categories: Mapping[Category, int]
    files: Mapping[str, str]
    known: bytes


def indexed(records: tuple[Searchable, ...], known: bytes = b"") -> Indexed:
    """Return the index of *records*; *known* is that of an earlier one."""
    found, spared = files(records, loaded(known) if known else None)
    held = Counter(chain.from_iterable({*one.values("category")} for one in records))
    categories = {category: held[category.value] for category in Category}
    letters = _by_letter(records, spared.sounds)
    return Indexed(letters, categories, found, dumped(spared))


def plan_search(catalogue: Catalogue, index: Indexed) -> Iterator[Page]:
    """The page of results, the index by letters, and the index that the browser searches."""
    links = tuple(
        Counted(letter, _letter_path(letter), len(rows)) for letter, rows in index.letters.items()
    )
    groups = (
        Group("五公开", tuple(_of_category(index, category) for category in Category)),
        Group(
            "领域", tuple(counted_field(catalogue, one) for one in _current(catalogue, "fields"))
        ),
        Group("单位", tuple(counted_unit(catalogue, one) for one in _current(catalogue, "units"))),
    )
    about = f"在{catalogue.config.name}检索公开事项、文件、解读、回应和各单位"
    yield Page(
        SEARCH.path,
        "search.html",
        SearchView(Here(SEARCH.path, SEARCH.title, about, SEARCH.title, (HOME,)), links, groups),
    )
    for letter, rows in index.letters.items():
        yield from _letter(catalogue, letter, rows, links)
    for name, text in index.files.items():
        yield Page(f"search/{name}.js", "script", (name, text))


def _current(catalogue: Catalogue, kind: str) -> tuple[Any, ...]:
    return current(catalogue, getattr(catalogue, kind))


def _of_category(index: Indexed, category: Category) -> Counted:
    mark = category_mark(category)
    return Counted(f"{mark.title}公开", mark.path, index.categories[category])


def _letter_path(letter: str) -> str:
    return f"search/names/{letter.lower() if letter.isascii() else 'other'}.html"


def _by_letter(
    records: Iterable[Searchable], heard: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[NamedRow, ...]]:
    """Records by the first letter of their names' reading, in the order of the reading."""
    found: dict[str, list[NamedRow]] = defaultdict(list)
    read = sorted((heard[one.name], one.name, one.path, _told(one)) for one in records)
    for sounds, *row in read:
        first = (sounds[:1] or ("",))[0][:1] or row[0][:1]
        letter = first.upper() if first.isascii() and first.isalpha() else OTHER
        found[letter].append(NamedRow(*row))
    return {letter: tuple(rows) for letter, rows in sorted(found.items())}


def _letter(
    catalogue: Catalogue, letter: str, rows: Sequence[NamedRow], links: tuple[Counted, ...]
) -> Iterator[Page]:
    first = _letter_path(letter)
    for path, suffix, some, place in in_leaves(rows, NAMES, first):
        title = f"名称索引：{letter}{suffix}"
        about = f"{catalogue.config.name}名称索引，读音以 {letter} 开头"
        here = Here(path, title, about, "名称索引", (HOME, SEARCH))
        yield Page(path, "letter.html", LetterView(here, first, links, tuple(some), place))


def _told(one: Searchable) -> str:
    said = one.limit or days_in_words(one.day)
    return " · ".join(part for part in (KINDS[one.kind], said) if part)
