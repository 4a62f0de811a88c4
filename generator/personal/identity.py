"""Identity numbers of residents (GB 11643): region, date of birth, checksum."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from stdnum import numdb
from stdnum.cn import ric, uscc

from generator.personal.chains import TAG, UNSEEN, Gap
from generator.personal.kinds import PersonalKind, Shape
from generator.personal.parts import (
    FEW,
    MOST,
    OF_CREDIT,
    OF_PERSONS,
    Part,
    coded,
    fraction,
    lettered,
    said,
)

# The first two digits (GB/T 2260); 81 to 83 on residence permits of Hong Kong, Macao and Taiwan.
_OF_PROVINCES = """
    11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65
    71 81 82 83
"""
_PROVINCES = frozenset(_OF_PROVINCES.split())
_LAST_X = re.compile(rf"(?:{UNSEEN}|{TAG}|[\s\-.·|\\*`]){{0,24}}([XxＸｘⅩⅹ×])")
_PAIRS = 9  # pieces of two digits
_RECENT = 2008  # a number of a case or a project has a date too, a recent one


def identity(part: Part) -> Shape | None:
    """Return a number of eighteen characters: a province, a real date, the checksum.

    The county is not looked up, because new ones appear.  With a wrong checksum it is only likely,
    and so is the number of a case that happens to have the right one.
    """
    value, crossed = _unglued(part.value), None
    if len(value) == 17 and part.ends:
        crossed = _LAST_X.match(part.chain.right)
        value += "X" if crossed else ""
    if len(value) != 18 or value[:2] not in _PROVINCES or not _day(value[6:14]):
        return None
    if not _in_few(part):
        return None
    right = ric.calc_check_digit(value) == value[-1]
    if not right and not _likely(part, value):
        return None
    if uscc.is_valid(value) and (not right or said(part, OF_CREDIT)):
        return None
    sure = right and not (coded(part) and int(value[6:10]) >= _RECENT)
    longer = crossed.end() if crossed else 0
    return part.shape(PersonalKind.IDENTITY, value, sure=sure, longer=longer)


def _unglued(digits: str) -> str:
    """Return the number with which a longer run begins or ends, the run itself where it does not.

    Cells that were copied without what parted them, and the tax numbers of traders.
    """
    ends = (digits[:18], digits[-18:]) if len(digits) > MOST else ()
    valid = (one for one in ends if one[:2] in _PROVINCES and _day(one[6:14]))
    return next((one for one in valid if ric.calc_check_digit(one) == one[-1]), digits)


def _in_few(part: Part) -> bool:
    """Whether its pieces are few, or the boxes of a form, one digit in each."""
    if part.widest is None or part.widest is Gap.JOIN:
        return True
    even = part.apart and (part.single or (part.alike and len(part.sizes) <= _PAIRS))
    return len(part.sizes) <= FEW or even or part.boxed


def _likely(part: Part, value: str) -> bool:
    """Whether a number with a wrong checksum was meant as one all the same.

    One with a recent date numbers a case far more often than a child.
    """
    if int(value[6:10]) >= _RECENT and not said(part, OF_PERSONS):
        return False
    usual = part.sizes in ((18,), (17,), (6, 8, 4), (6, 8, 3)) and part.apart
    known = is_county(value[:6]) or is_county(f"{value[:4]}00")
    return usual and known and not coded(part) and not lettered(part)


def old_identity(part: Part) -> Shape | None:
    """Return a number of fifteen digits, as issued until 1999: a known county and a real date.

    It has no check and is never sure.
    """
    value = part.value
    if len(part.sizes) != 1 or len(value) != 15 or not is_county(value[:6]):
        return None
    if not _day(f"19{value[6:12]}") or coded(part) or lettered(part) or fraction(part):
        return None
    return part.shape(PersonalKind.IDENTITY, value, sure=False)


def _day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        return date(year, month, day).year in range(1900, 2051)
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def is_county(code: str) -> bool:
    """Whether six digits are or were the code of a county or of what is above it (GB/T 2260)."""
    return any("county" in properties for _, properties in numdb.get("cn/loc").info(code))
