"""What Whoosh keeps of a record, and the queries that ask it who holds what.

Records become fields of tokens: the units of a name, the pairs of elements and of texts with their
positions, the syllables of a name, its values and its day.  A word of two units is one pair, a
longer one a phrase of pairs; between elements stands a token that no word has, so that no word is
found across two of them.  Nothing is scored: the order of finds is that of `order`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from generator.keys import fingerprint
from generator.search.records import FACETS, Cut, Searchable
from generator.search.terms import Units, is_run, pairs

BETWEEN = "\n"  # no unit is a blank
FACETS_OF_ALL = ("kind", *FACETS)
INITIALS = 2  # how many first letters of neighbours make a token


def schema() -> Any:
    """Return the fields that are indexed; *key* and *digest* of each record are also stored."""
    from whoosh.analysis import IDAnalyzer
    from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

    whole = IDAnalyzer()  # tokens come as lists, nothing is cut again
    return Schema(
        key=ID(stored=True, unique=True),
        digest=STORED,
        name=TEXT(analyzer=whole),
        elements=TEXT(analyzer=whole),
        texts=TEXT(analyzer=whole),
        runs_in_elements=KEYWORD,
        runs_in_texts=KEYWORD,
        sounds=KEYWORD,
        initials=KEYWORD,
        day=ID,
        **dict.fromkeys(FACETS_OF_ALL, KEYWORD),
    )


def digest(record: Searchable) -> str:
    """Return the key of everything that the index keeps of *record*."""
    return fingerprint(record)


def document(one: Cut) -> Mapping[str, Any]:
    """Return the fields of a record; what it has none of is left out."""
    record = one.record
    fields = {
        "name": one.name,
        "elements": _in_line(one.elements),
        "texts": _in_line(one.texts),
        "runs_in_elements": _runs(one.elements),
        "runs_in_texts": _runs(one.texts),
        "sounds": tuple(dict.fromkeys(filter(None, one.sounds))),
        "initials": tuple(dict.fromkeys(_initials(one.sounds))),
        "day": record.day,
        **{facet: tuple(dict.fromkeys(record.values(facet))) for facet in FACETS_OF_ALL},
    }
    given = {name: tokens for name, tokens in fields.items() if tokens}
    return {"key": record.path, "digest": digest(record)} | given


def _in_line(elements: Iterable[Units]) -> tuple[str, ...]:
    """The pairs of all elements one after another."""
    tokens: list[str] = []
    for units in elements:
        if of := pairs(units):
            tokens += (*of, BETWEEN)
    return tuple(tokens)


def _runs(elements: Iterable[Units]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for units in elements for unit in units if is_run(unit)))


def _initials(sounds: Iterable[str]) -> Iterable[str]:
    return (f"{one[0]}{other[0]}" for one, other in pairwise(sounds) if one and other)


# ---- who holds what ----------------------------------------------------------------------------


def in_name(word: Units) -> Any:
    """Ask whose name holds *word*."""
    return _in_sequence("name", word)


def in_elements(word: Units) -> Any:
    """Ask who holds *word* in an element."""
    return _in("elements", word)


def in_texts(word: Units) -> Any:
    """Ask who holds *word* in a text."""
    return _in("texts", word)


def _in(field: str, word: Units) -> Any:
    if len(word) == 1:  # a single sign is looked for in names alone and has no token here
        return _term(f"runs_in_{field}", word[0])
    return _in_sequence(field, pairs(word))


def _in_sequence(field: str, tokens: Iterable[str]) -> Any:
    from whoosh.query import Phrase

    tokens = [*tokens]
    return _term(field, tokens[0]) if len(tokens) == 1 else Phrase(field, tokens)


def sounding(letters: str) -> Any:
    """Ask whose name may be read as *letters*: some of these names are not."""
    from whoosh.query import Or, Prefix

    begun = [letters[:stop] for stop in range(1, len(letters) + 1)]
    return Or(
        [
            _term("initials", letters[:INITIALS]),
            Prefix("sounds", letters),
            *(_term("sounds", one) for one in begun),
        ]
    )


def valued(facet: str, value: str) -> Any:
    """Ask who has exactly *value* under *facet*."""
    return _term(facet, value)


def dated(first: str, last: str) -> Any:
    """Ask whose day is from *first* to *last*; an empty one is no bound."""
    from whoosh.query import TermRange

    return TermRange("day", first or None, last or None)


def _term(field: str, token: str) -> Any:
    from whoosh.query import Term

    return Term(field, token)
