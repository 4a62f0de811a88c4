"""Words with * and ?: a * stands for anything within one element, a ? for one sign or letter.

Where it is not next to a wildcard, such a word begins and ends as any other does: 15* finds 15号
and 150, not 2015.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from generator.search.order import Where, in_name
from generator.search.records import Cut
from generator.search.terms import Units, is_run, units_of

_WILD = re.compile(r"[*?]+")
Span = tuple[int, int]


def parts(text: str) -> tuple[Units, ...]:
    """Return what stands between the wildcards of *text*."""
    return tuple(units for part in _WILD.split(text) if (units := units_of(part)))


def solid(text: str) -> tuple[Units, ...]:
    """Return words of two signs that every element holds that holds what *text* means."""
    neighbours = (pair for units in parts(text) for pair in pairwise(units))
    return tuple(dict.fromkeys(pair for pair in neighbours if not any(map(is_run, pair))))


@lru_cache(maxsize=64)
def pattern(text: str) -> re.Pattern[str]:
    """Return what *text* means for units with a blank between them."""
    made = []
    for literal, wild in zip(_WILD.split(text), chain(_WILD.findall(text), [""]), strict=True):
        made.append(re.escape(" ".join(units_of(literal))))
        ones = wild.count("?")
        made.append(f"(?: ?[^ ]){{{ones}}} ?" if ones else "")
        made.append(".*?" if "*" in wild else "")
    begin = "" if text.startswith("*") else "(?<![^ ])"
    end = "" if text.endswith("*") else "(?![^ ])"
    inner = "".join(made).removeprefix(".*?").removesuffix(".*?")
    return re.compile(f"{begin}{inner}{end}")


def spans(text: str, units: Units) -> Iterator[Span]:
    """Yield from where to where in *units* something is what *text* means."""
    line = " ".join(units)
    for match in pattern(text).finditer(line):
        if match[0].strip():
            start, stop = match.start(), match.end()
            start += match[0].startswith(" ")
            yield line.count(" ", 0, start), line.count(" ", 0, stop - match[0].endswith(" ")) + 1


def where_wild(text: str, record: Cut) -> Where | None:
    """Return where *record* holds what *text* means, None where it does not."""
    for start, stop in spans(text, record.name):
        return in_name(start, stop, len(record.name))
    for elements, place in ((record.elements, Where.ELEMENT), (record.texts, Where.TEXT)):
        if any(True for units in elements for _ in spans(text, units)):
            return place
    return None
