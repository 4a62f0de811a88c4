"""Which field a table belongs to: what its own rows, its headings, its sheet or its file say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model.bodies import Field
from generator.terms import folded


def names_of(fields: Iterable[Field]) -> dict[str, str]:
    """Return the fields by every name that they go by, compared."""
    found: dict[str, str] = {}
    for field in fields:
        for name in (field.name, *field.aliases, field.id):
            found.setdefault(folded(name), field.id)
    return found


def field_in(text: str, names: Mapping[str, str]) -> str:
    """Return the one field that a line names, an empty text where it names none or several.

    A longer name hides the shorter one within it: 国有土地上房屋征收与补偿 is not 房屋征收.
    """
    plain = folded(text)
    found: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1 and name in plain:
            found.add(names[name])
            plain = plain.replace(name, "\0")
    return found.pop() if len(found) == 1 else ""


_NUMBER = re.compile(r"\s*([(（]?)(?:([一二三四五六七八九十]+)|[0-9]+)[)）、.．]")


def _nearest(lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines* but those that are numbered like one before."""
    seen: set[tuple[bool, bool]] = set()
    for line in lines:
        if number := _NUMBER.match(line):
            kind = (bool(number[1]), bool(number[2]))
            if kind in seen:
                continue
            seen.add(kind)
        yield line


def field_of(lines: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the field that the words about a table decide on.

    *lines* are its heading, the lines above it (nearest first), its sheet and its file.  A line
    that speaks of a catalogue weighs more than one that merely names a field, as a menu does.  Of
    headings that are numbered alike the nearest counts: the others are of the tables before.
    """
    lines = tuple(_nearest(lines))
    for line in lines:
        telling = any(word in folded(line) for word in ("领域", "目录", "清单", "事项"))
        if telling and (found := field_in(line, names)):
            return found
    for line in lines:
        if len(line) <= 40 and (found := field_in(line, names)):
            return found
    return ""
