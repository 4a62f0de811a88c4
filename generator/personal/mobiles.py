"""Mobile numbers of the mainland: eleven digits that begin with 13 to 19."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.personal.chains import Gap
from generator.personal.kinds import PersonalKind, Shape
from generator.personal.parts import (
    OF_PHONES,
    Part,
    coded,
    fraction,
    in_address,
    is_step,
    lettered,
    said,
)

# Behind the country's 86 perhaps, or a zero; office lines begin with a zero and no 1 behind it.
_MOBILE = re.compile(r"(?:(?:00)?86|0)?(1[3-9]\d{9})")
_COUNTRY = frozenset({"86", "0086"})
_USUAL = frozenset({(3, 4, 4), (4, 4, 3), (3, 8), (3, 3, 5), (7, 4)})
_BRACKET = re.compile(r"\s*[()（）-]\s*")
# What makes a number an amount or a measure.
_UNIT = re.compile(
    r"\s*[万亿]?(?:元|美元|吨|千瓦|平方|立方|公里|公顷|亩|人|户|股|kWh|m²|㎡|％|%)"
    r"|[.．]\d{1,2}(?![\d.．])"
)


def mobile(part: Part) -> Shape | None:
    """Return a mobile number, written at once or in the pieces in which people write it.

    In cells of a table, where any row of numbers may look like one, it is sure only where words
    before it say so.
    """
    match = _MOBILE.fullmatch(part.value)
    if match is None or fraction(part) or _UNIT.match(part.right):
        return None
    groups = part.chain.groups
    if groups[part.first] in _COUNTRY:
        part = Part(part.chain, part.first + 1, part.last, match[1], part.sizes[1:], True)
    elif part.first and groups[part.first - 1] in _COUNTRY:
        part = replace(part, called=True)
    named = said(part, OF_PHONES)
    if not named and (coded(part) or lettered(part)):
        return None
    if in_address(part) and not is_step(part) and not (named and len(part.sizes) == 1):
        return None
    if part.widest is Gap.CELL:
        row = part.alone and len(part.sizes) <= 3 and min(part.sizes) >= 3
        return part.shape(PersonalKind.MOBILE, match[1], sure=named) if row else None
    if part.widest is None or _in_pieces(part, named=named):
        return part.shape(PersonalKind.MOBILE, match[1], sure=named or not _dated(part))
    return None


def _in_pieces(part: Part, *, named: bool) -> bool:
    """Whether people write a mobile number in such pieces."""
    sizes, widest = part.sizes, part.widest
    if widest is Gap.LIST:
        brackets = all(_BRACKET.fullmatch(mark) for mark in part.marks)
        return brackets and sizes in _USUAL and part.alone and part.value[3:5] not in ("19", "20")
    if widest is Gap.JOIN:
        return part.apart and (len(sizes) <= 4 or part.single)
    if part.single and part.alike and part.apart:
        return True
    if sizes in _USUAL and part.alike:
        return part.apart or part.called or named
    if named:
        return part.apart or part.alone
    if len(sizes) > 3 or not part.alone:
        return False
    return widest is Gap.LINE or (widest is Gap.BLANK and min(sizes) > 2)


def _dated(part: Part) -> bool:
    """Whether it may be an office, a year and a number, as 1502-2018-001."""
    return part.sizes == (4, 4, 3) and part.widest is Gap.MARK and part.value[4:6] in ("19", "20")
