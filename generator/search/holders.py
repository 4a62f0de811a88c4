"""Who holds what is asked, and where: a query as a tree, answered from an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.search.order import Where, by_sound, pieces, where
from generator.search.postings import dated, in_elements, in_name, in_texts, sounding, valued
from generator.search.readings import is_sound, syllables
from generator.search.records import FACETS, KINDS, Cut, Searchable, cut
from generator.search.terms import Units, is_short, places, units_of
from generator.search.tree import All, Asked, Days, Either, Not, Wild, Word
from generator.search.wildcards import solid, spans, where_wild

Holders = dict[int, Where]  # number of a record in the index -> the best place that holds it
Told = Callable[[Units], bool]  # whether an element holds what is asked


@dataclass(frozen=True, slots=True)
class Index:
    """An index that can be asked, and the records in it by their numbers there."""

    searcher: Any
    records: Mapping[int, Searchable]

    def who(self, query: Any) -> set[int]:
        """Return the numbers of the records that Whoosh finds."""
        return self.records.keys() & {*self.searcher.docs_for_query(query)}


def headed(record: Searchable) -> Cut:
    """Return *record* cut, with nothing but its name."""
    return Cut(record, units_of(record.name), (), (), ())


def holders_of(index: Index, one: Asked) -> Holders:
    """Return who holds what *one* asks for; of several words, the place is that of the worst."""
    match one:
        case Word(units, field):
            return _in_field(index, field, one) if field else _anywhere(index, units)
        case Wild(text, field):
            return _in_field(index, field, one) if field else _wild(index, text)
        case Days(first, last):
            return dict.fromkeys(index.who(dated(first, last)), Where.EQUAL)
        case Not(inner):
            left = index.records.keys() - holders_of(index, inner).keys()
            return dict.fromkeys(left, Where.EQUAL)
        case All(of):
            return _all(index, of)
        case Either(of):
            found: Holders = {}
            for part in of:
                for at, place in holders_of(index, part).items():
                    found[at] = min(place, found.get(at, place))
            return found


def _all(index: Index, of: Iterable[Asked]) -> Holders:
    found = dict.fromkeys(index.records, Where.EQUAL)
    for part in of:
        holders = holders_of(index, part)
        found = {at: max(place, holders[at]) for at, place in found.items() if at in holders}
    return found


def _anywhere(index: Index, word: Units) -> Holders:
    """Who holds *word*; where nobody does, whose name sounds like it."""
    found: Holders = {}
    if not is_short(word):
        found |= dict.fromkeys(index.who(in_texts(word)), Where.TEXT)
        found |= dict.fromkeys(index.who(in_elements(word)), Where.ELEMENT)
    found |= _placed(
        {at: where(word, headed(index.records[at])) for at in index.who(in_name(word))}
    )
    if found or not is_sound(word):
        return found
    return _placed(
        {at: by_sound(word, _aloud(index.records[at])) for at in index.who(sounding(word[0]))}
    )


def _aloud(record: Searchable) -> Cut:
    return Cut(record, units_of(record.name), (), (), syllables(record.name))


def _placed(found: Mapping[int, Where | None]) -> Holders:
    return {at: place for at, place in found.items() if place is not None}


def _wild(index: Index, text: str) -> Holders:
    found = {*index.records}
    for pair in solid(text):
        found &= _somewhere(index, pair)
    return _placed({at: where_wild(text, cut(index.records[at])) for at in found})


def _somewhere(index: Index, word: Units) -> set[int]:
    named = index.who(in_name(word))
    if is_short(word):
        return named
    return named | index.who(in_elements(word)) | index.who(in_texts(word))


# ---- field:word --------------------------------------------------------------------------------


def _in_field(index: Index, field: str, one: Word | Wild) -> Holders:
    told = _told(one)
    if field == "name":
        return _in_names(index, one)
    if field == "kind" or field in FACETS:
        values = (value for value in valued_in(index, field) if told(units_of(_called(value))))
        found = {at for value in values for at in index.who(valued(field, value))}
        return dict.fromkeys(found, Where.EQUAL)
    return {
        at: Where.ELEMENT
        for at in _candidates(index, one)
        if any(told(units_of(text)) for text in dict(index.records[at].named).get(field, ()))
    }


def _told(one: Word | Wild) -> Told:
    match one:
        case Word(word):
            return lambda units: any(True for _ in places(word, units))
        case Wild(text):
            return lambda units: any(True for _ in spans(text, units))


def _in_names(index: Index, one: Word | Wild) -> Holders:
    match one:
        case Word(units):
            at_hand: Collection[int] = index.who(in_name(units))
            return _placed({at: where(units, headed(index.records[at])) for at in at_hand})
        case Wild(text):
            at_hand = {*index.records}
            for pair in solid(text):
                at_hand &= index.who(in_name(pair))
            return _placed({at: where_wild(text, headed(index.records[at])) for at in at_hand})


def _candidates(index: Index, one: Word | Wild) -> set[int]:
    """Those whose elements may hold *one*."""
    words = solid(one.text) if isinstance(one, Wild) else (one.units,)
    found = {*index.records}
    for word in words:
        if not is_short(word):
            found &= index.who(in_elements(word))
    return found


def valued_in(index: Index, facet: str) -> tuple[str, ...]:
    """Return the values that records have under *facet*."""
    found = {value for record in index.records.values() for value in record.values(facet)}
    return tuple(sorted(found))


def _called(value: str) -> str:
    """What is looked through for *value*: of a kind, also what readers call it."""
    return f"{value} {KINDS[value]}" if value in KINDS else value


# ---- when nothing matches ----------------------------------------------------------------------


def who_may(index: Index, word: Units) -> Mapping[int, int]:
    """Return of how many pieces of *word* a record may be near at most (`order.nearly`)."""
    whole = pieces(word)
    most: Counter[int] = Counter()
    for piece in whole:
        most.update(_somewhere(index, tuple(piece.split(" "))))
    if len(word) > 2:  # a name with another unit in the place of one holds all the rest
        units = {*word}
        held = Counter(at for unit in units for at in index.who(in_name((unit,))))
        for at, count in held.items():
            if count >= max(1, len(units) - 1):
                most[at] = len(whole)
    return most
