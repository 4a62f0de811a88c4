"""What an entry says of when and how long it is public (公开时限): its text, and its parts."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated

from generator.model.base import Number, Word, label, record


class PartKind(Word):
    """What sort of statement one part of a time limit makes."""

    LIMIT = "期限"
    DISPLAY = "公示"
    FREQUENCY = "频次"
    WORDS = "文字"


class TimeUnit(Word):
    """What is counted: working days, calendar days, months, quarters, half-years or years."""

    WORKING_DAY = "工作日"
    DAY = "日"
    MONTH = "月"
    QUARTER = "季度"
    HALF_YEAR = "半年"
    YEAR = "年"


# How many months each unit is that is made of months.
MONTHS = MappingProxyType(
    {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3, TimeUnit.HALF_YEAR: 6, TimeUnit.YEAR: 12}
)


@record
class Part:
    """One statement of a time limit.

    期限: within *n* units after the event *after*.  公示: shown for at least *n* units.
    频次: at least *n* times in each unit of the calendar.  文字: words that nothing is computed
    from.
    """

    kind: Annotated[PartKind, label("种类")]
    n: Annotated[Number | None, label("数")] = None
    unit: Annotated[TimeUnit | None, label("单位")] = None
    after: Annotated[str, label("起算")] = ""
    unless: Annotated[str, label("例外")] = ""
    applies_to: Annotated[str, label("适用内容")] = ""


@record
class TimeLimit:
    """When an entry must be public (公开时限): the words of the table, and what they say."""

    text: Annotated[str, label("原文")]
    parts: Annotated[tuple[Part, ...], label("分项")] = ()
