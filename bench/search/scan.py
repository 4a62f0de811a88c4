"""A plain scan of all that records say: what must be found, and in which order.

Each different text is one string of its units, so that “contains” is what Python calls ``in``.  It
is the specification of `tests.search.oracle`, which it is held against, some hundred times as fast.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.search.order import Where, by_sound, in_name, key
from generator.search.readings import is_sound
from generator.search.records import Cut
from generator.search.terms import Units, is_short, words_of

_BETWEEN = "\0"  # stands in no text


def id_of(one: Cut) -> str:
    """Return what names a record: its kind and id."""
    return f"{one.record.kind}/{one.record.id}"


class Scan:
    """Records ready to be looked through."""

    def __init__(self, records: Iterable[Cut]) -> None:
        self.records = tuple(records)
        self.ids = [id_of(one) for one in self.records]
        self._names: dict[Units, list[int]] = defaultdict(list)
        self._said: dict[tuple[Where, str], list[int]] = defaultdict(list)
        for at, one in enumerate(self.records):
            self._names[one.name].append(at)
            for place, texts in ((Where.ELEMENT, one.elements), (Where.TEXT, one.texts)):
                for units in texts:
                    self._said[place, _line(units)].append(at)
        self._lines = {_line(name): of for name, of in self._names.items()}

    def found(self, query: str, filters: Mapping[str, str] | None = None) -> list[str]:
        """Return the ids of all records that *query* finds, in order."""
        words, filters = words_of(query), filters or {}
        if not words and not filters:
            return []
        lists = [self._holders(word) for word in words]
        every = dict.fromkeys(range(len(self.records)), Where.EQUAL)
        first = min(lists, key=len, default=every)
        found = [
            (max((list[at] for list in lists), default=Where.EQUAL), at)
            for at in first
            if all(at in list for list in lists) and self._fits(at, filters)
        ]
        found.sort(key=lambda both: key(both[0], self.records[both[1]]))
        return [self.ids[at] for _, at in found]

    def _fits(self, at: int, filters: Mapping[str, str]) -> bool:
        record = self.records[at].record
        return all(value in record.values(facet) for facet, value in filters.items())

    def _holders(self, word: Units) -> dict[int, Where]:
        line = _line(word)
        found: dict[int, Where] = {}
        for name, of in self._lines.items():
            if (start := name.find(line)) >= 0:
                before = name.count(_BETWEEN, 0, start)
                length = name.count(_BETWEEN) - 1
                found |= dict.fromkeys(of, in_name(before, before + len(word), length))
        if not is_short(word):
            for (place, text), of in self._said.items():
                if line in text:
                    for at in of:
                        found[at] = min(place, found.get(at, place))
        if found or not is_sound(word):
            return found
        for of in self._names.values():
            heard = by_sound(word, self.records[of[0]])
            if heard is not None:
                found |= dict.fromkeys(of, heard)
        return found


def _line(units: Units) -> str:
    return _BETWEEN.join(("", *units, ""))
