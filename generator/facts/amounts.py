"""Amounts of time in Chinese text: how many of what (二十个工作日), how often (每年2次).

A number is taken with all that could belong to it and looked up whole, so that no half of 第20,
每5, 10-20 or 2026 is read: what the table of numerals does not hold has no *n*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.timelimit import TimeUnit


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount and where it stands; *n* is None when it cannot be read with certainty.

    *within* tells whether it is a bound (20日内).  As a frequency it is *n* times in one unit.
    """

    start: int
    end: int
    n: int | None
    unit: TimeUnit
    within: bool = False


def _numerals() -> dict[str, int]:
    digits = "零一二三四五六七八九"
    found = {str(n): n for n in range(1, 1000)} | {"两": 2}
    for n in range(1, 200):
        tens, ones = divmod(n % 100, 10)
        word = "一百" if n >= 100 else ""
        word += f"{digits[tens]}十" if tens else "零" if word and ones else ""
        word += digits[ones] if ones else ""
        found[word] = n
        if 10 <= n < 20:
            found[word.removeprefix("一")] = n
    return found


_NUMERALS = MappingProxyType(_numerals())
_UNITS = MappingProxyType(
    {
        "工作": (1, TimeUnit.WORKING_DAY),
        "月": (1, TimeUnit.MONTH),
        "年": (1, TimeUnit.YEAR),
        "周": (7, TimeUnit.DAY),
        "星期": (7, TimeUnit.DAY),
        "日": (1, TimeUnit.DAY),
        "天": (1, TimeUnit.DAY),
    }
)
# What comes round with the calendar.  A 学期 or 学年 begins when a school says so, and four in one
# 季 are not one in each: whatever is no unit of its own (周, 旬) is not here.
_PERIODS = MappingProxyType(
    {
        "半年": TimeUnit.HALF_YEAR,
        "季": TimeUnit.QUARTER,
        "年": TimeUnit.YEAR,
        "月": TimeUnit.MONTH,
        "工作日": TimeUnit.WORKING_DAY,
        "日": TimeUnit.DAY,
        "天": TimeUnit.DAY,
    }
)

_HAN = "一二三四五六七八九十两百零〇廿卅千拾"
_JOINTS = r"[.~\-–—/至到或、\s]"
_RUN = (
    rf"(?P<n>[第每隔数几近约同前次上下任某这本另]?(?<![0-9{_HAN}年月])"
    rf"(?:[0-9]+(?:{_JOINTS}[0-9]+)*|[{_HAN}]+(?:{_JOINTS}[{_HAN}]+)*))"
)
# A bare 日 or 年 is as often part of a date or of a plan's name: something must bound it.
_BOUND = r"(?=之?内|以[内上]|[;,()]|公开|公布|公示|发布|予以|$)"
_ONCE_IN_IT = rf"(?![^0-9,内{_HAN}]*[0-9{_HAN}]+次)"  # 三年公布1次: how often, and no limit
_AMOUNT = re.compile(
    rf"{_RUN}(?P<unit>个?工作[日天]|个?自然日|个?日历[日天]|个月|(?:[日天周年]|个?星期){_BOUND})"
    rf"(?!之?前){_ONCE_IN_IT}(?P<within>之?内|以内)?"
)

_PERIOD = "|".join(_PERIODS)
_TIMES = (
    rf"(?<![0-9{_HAN}第])(?<![0-9{_HAN}][.~\-–—/至到或、])(?P<n>[0-9]+|[{_HAN}]+)次(?!月|日|年)"
)
_FREQUENCIES = (
    re.compile(
        rf"(?:[每按逐]个?一?|(?<![第近前后上下同这0-9{_HAN}])(?:一个?|(?=半年)))"
        rf"(?P<period>{_PERIOD})度?[^0-9,每季月旬周{_HAN}]*{_TIMES}"
    ),
    re.compile(rf"{_TIMES}(?:/每?|每)(?P<period>{_PERIOD})"),
)
_NO_NUMBER = rf"(?!.*[0-9{_HAN}])"
_FIXED_DAY = re.compile(rf"[0-9{_HAN}](?:月份?|[日号])[初底末]?[之以]?前")
_PERIODIC = re.compile(
    rf"每个?(?P<period>{_PERIOD})度?{_NO_NUMBER}"
    rf"|[按逐](?P<by>{_PERIOD})度?(?:公开|公布|更新|发布|定期|[,()]|$){_NO_NUMBER}"
)


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts that *text* names, in order; a 周 is 7 日."""
    return tuple(map(_amount, _AMOUNT.finditer(text)))


def _amount(match: re.Match[str]) -> Amount:
    factor, unit = next(of for word, of in _UNITS.items() if word in match["unit"])
    n = _NUMERALS.get(match["n"])
    return Amount(*match.span(), n and n * factor, unit, bool(match["within"]))


def frequencies(text: str) -> Iterator[Amount]:
    """Yield every number of times in a period: 每年2次, 半年至少1次, 1次/年.

    A day beside it (每年1次，3月31日前公布) says more than the number, which is None then.
    """
    fixed = _FIXED_DAY.search(text)
    for pattern in _FREQUENCIES:
        for match in pattern.finditer(text):
            n = None if fixed else _NUMERALS.get(match["n"])
            yield Amount(*match.span(), n, _PERIODS[match["period"]])


def periodic(text: str) -> Amount | None:
    """Return the period of a *text* that names no number of times and no day: 按年公开."""
    match = None if _FIXED_DAY.search(text) else _PERIODIC.search(text)
    return match and Amount(*match.span(), 1, _PERIODS[match["period"] or match["by"]])
