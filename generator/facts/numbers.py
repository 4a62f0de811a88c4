"""The form of document numbers (文号): whether one is well formed, and how it was meant.

机关代字〔年份〕序号: hexagonal brackets, no leading zeros, no 第 (党政机关公文处理工作条例).
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.terms import document_number

_ORDINAL = "(?:[1-9][0-9]*|[〇零一二三四五六七八九十百千]+)"
# 机关代字〔年份〕序号, an order (令), a bulletin (公告), a standard or a unified number.
_WELL_FORMED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]+〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号"
    rf"|[\u4e00-\u9fff]*令(?:（(?:19|20)[0-9]{{2}}年?）)?第{_ORDINAL}号"
    rf"|[\u4e00-\u9fff]*(?:公告)?(?:（?(?:19|20)[0-9]{{2}}年?）?)?第{_ORDINAL}号"
    r"|[A-Z]{1,6}(?:/[A-Z])? ?[0-9.]+[-—][0-9]{4}"
    r"|[A-Z]{2,8}[-—](?:19|20)[0-9]{2}[-—][0-9]+"
)
# Something in a text that means to be a number with a year, whichever brackets it has or lacks.
_MEANT = re.compile(
    r"[\u4e00-\u9fff]{1,10}\s?[〔﹝\[［(（【]\s?(?:19|20)[0-9]{2}\s?[〕﹞\]］)）】]?\s?第?[0-9]+\s*号?"
    r"|[\u4e00-\u9fff]{1,10}(?:19|20)[0-9]{2}\s?[〕﹞\]］)）】]\s?第?[0-9]+\s*号?"
)
_PARTS = re.compile(r"(.*?)[^0-9]?((?:19|20)[0-9]{2})\D*?0*([1-9][0-9]*)\D*$")


_YEAR = re.compile(r"[〔-]((?:19|20)[0-9]{2})[〕-]")


def year_of(number: str) -> str:
    """Return the year that a number names, 示府〔2020〕7号 and SFGS-2020-7, an empty text where it
    names none."""
    found = _YEAR.search(document_number(number))
    return found[1] if found else ""


_NUMBERED = re.compile(r"(.*?)(?:〔([0-9]{4})〕|令第)([0-9]+)号")


def are_others(one: str, other: str) -> bool:
    """Return whether two numbers are of two acts, as far as their forms tell: an order with its
    number in words cannot be held against one in figures."""
    numbers = {document_number(one), document_number(other)}
    return len(numbers) == 2 and all(map(_NUMBERED.fullmatch, numbers))


def earlier_number(named: str, held: str) -> bool:
    """Return whether one number is before another of the same series: 国务院令第492号 and
    国务院令第711号, 示府〔2016〕20号 and 示府〔2021〕13号."""
    one = _NUMBERED.fullmatch(document_number(named))
    other = _NUMBERED.fullmatch(document_number(held))
    if one is None or other is None or one[1] != other[1] or bool(one[2]) != bool(other[2]):
        return False
    return (int(one[2] or 0), int(one[3])) < (int(other[2] or 0), int(other[3]))


def well_formed(number: str) -> bool:
    """Return whether *number* has the form that the law gives it."""
    return bool(_WELL_FORMED.fullmatch(number))


@lru_cache(maxsize=20_000)  # thousands of items name the same laws
def meant(text: str) -> tuple[str, ...]:
    """Return what in *text* means to be a number with a year."""
    return tuple(match[0] for match in _MEANT.finditer(text))


def mended(number: str) -> str:
    """Return the number as it was probably meant, an empty text where that cannot be told."""
    parts = _PARTS.fullmatch(number.strip())
    if parts is None:
        return ""
    body, year, serial = parts.groups()
    found = f"{body.strip()}〔{year}〕{serial}号"
    return found if well_formed(found) else ""
