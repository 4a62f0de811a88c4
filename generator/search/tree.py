"""What a query asks for, as a tree: words at its leaves, NOT, AND and OR above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from generator.search.terms import Units

# The named elements of records that can be asked for.
NAMED = MappingProxyType({"basis": "依据", "subject": "主体", "content": "内容"})


@dataclass(frozen=True, slots=True)
class Word:
    """What holds *units* one after another; *field* names where, empty for anywhere."""

    units: Units
    field: str = ""


@dataclass(frozen=True, slots=True)
class Wild:
    """What holds a word with wildcards; *text* as it is compared."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """What has a day from *first* to *last*, both included; an empty one is no bound."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Not:
    """What *one* is not true of."""

    one: Asked


@dataclass(frozen=True, slots=True)
class All:
    """What all of *of* are true of; without any, every record."""

    of: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """What one of *of* at least is true of."""

    of: tuple[Asked, ...]


Asked: TypeAlias = Word | Wild | Days | Not | All | Either


def plain_words(one: Asked) -> tuple[Units, ...]:
    """Return the words of a query that has nothing but words, each once; none of any other."""
    of = one.of if isinstance(one, All) else (one,)
    words = [part.units for part in of if isinstance(part, Word) and not part.field]
    return tuple(dict.fromkeys(words)) if len(words) == len(of) else ()


def wanted(one: Asked) -> Iterator[Word | Wild]:
    """Yield the words that a find may hold, and not those it must not."""
    match one:
        case Word() | Wild():
            yield one
        case All(of) | Either(of):
            for part in of:
                yield from wanted(part)
