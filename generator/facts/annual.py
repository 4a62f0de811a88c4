"""The tables of the yearly report: their rows, what must be equal, and where two of them differ.

A table is a mapping from the code of a row to its figures.  Rows and sums are those of the official
form (国办公开办函〔2021〕30号); a row that is not written is zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from types import MappingProxyType

from generator.model.request import GROUPS, OUTCOMES, Applicant, Ruling, code_in

Table = Mapping[str, tuple[Decimal, ...]]
TOTAL = "总计"
NEW, CARRIED, SUM, LEFT = "一", "二", "(七)", "四"
APPLICANTS = (*(one.value for one in Applicant), TOTAL)
PENDING = "尚未审结"
RULINGS = (*(one.value for one in Ruling), PENDING, TOTAL)
DISPUTES = ("行政复议", "未经复议直接起诉", "复议后起诉")
# The six parts of a report.
PARTS: Mapping[str, str] = MappingProxyType({
    "一": "总体情况", "二": "主动公开政府信息情况", "三": "收到和处理政府信息公开申请情况",
    "四": "政府信息公开行政复议、行政诉讼情况", "五": "存在的主要问题及改进情况",
    "六": "其他需要报告的事项",
})  # fmt: skip
# The second table: rows, and the heads of their columns.
_FILES = ("本年制发件数", "本年废止件数", "现行有效件数")
SECOND: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "规章": _FILES,
    "行政规范性文件": _FILES,
    "行政许可": ("本年处理决定数量",),
    "行政处罚": ("本年处理决定数量",),
    "行政强制": ("本年处理决定数量",),
    "行政事业性收费": ("本年收费金额（单位：万元）",),
})  # fmt: skip
ITEMS: Mapping[str, str] = MappingProxyType({
    "规章": "第二十条第（一）项", "行政规范性文件": "第二十条第（一）项",
    "行政许可": "第二十条第（五）项", "行政处罚": "第二十条第（六）项",
    "行政强制": "第二十条第（六）项", "行政事业性收费": "第二十条第（八）项",
})  # fmt: skip
THIRD: Mapping[str, str] = MappingProxyType({
    NEW: "本年新收政府信息公开申请数量",
    CARRIED: "上年结转政府信息公开申请数量",
    **{code.value: words for code, words in OUTCOMES.items()},
    SUM: TOTAL,
    LEFT: "结转下年度继续办理",
})  # fmt: skip
HEADS: Mapping[str, str] = GROUPS
_PLAIN = re.compile(r"([一二四])、?(?:[^0-9]{3,})?")
_ZERO = Decimal(0)


def code_of(row: str) -> str:
    """Return the code of a row of the third table as written, in one writing; what is none as it
    stands."""
    found = _PLAIN.fullmatch(row.replace(" ", ""))
    return found[1] if found else code_in(row)


def table(rows: Iterable[tuple[str, tuple[str, ...]]], *, coded: bool = False) -> Table:
    """Return written *rows* as numbers; with *coded*, under the codes of the third table."""
    return {(code_of(row) if coded else row): tuple(map(Decimal, figures)) for row, figures in rows}


def cells(found: Table, row: str, width: int) -> tuple[Decimal, ...]:
    """Return the figures of *row*, as many as there are columns; what is not written is zero."""
    figures = found.get(row, ())
    return tuple(
        own if own is not None else _ZERO
        for _, own in zip_longest(range(width), figures[:width])
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that is not what follows from the others: its row and column, what it says and what
    it should; *law* names the equation."""

    row: str
    column: str
    said: Decimal
    should: Decimal
    law: str


def third_faults(third: Table) -> Iterator[Fault]:
    """Yield where the third table does not add up: 总计 by row; (七) and 四 by column."""
    for row in THIRD:
        *parts, total = cells(third, row, len(APPLICANTS))
        if total != sum(parts):
            yield Fault(row, TOTAL, total, Decimal(sum(parts)), "总计等于各类申请人之和")
    columns = zip(*(cells(third, row, len(APPLICANTS)) for row in THIRD), strict=True)
    for name, column in zip(APPLICANTS, columns, strict=True):
        of = dict(zip(THIRD, column, strict=True))
        handled = Decimal(sum(of[row] for row in THIRD if row not in (NEW, CARRIED, SUM, LEFT)))
        if of[SUM] != handled:
            yield Fault(SUM, name, of[SUM], handled, "（七）等于（一）至（六）之和")
        if of[NEW] + of[CARRIED] != of[SUM] + of[LEFT]:
            should = of[NEW] + of[CARRIED] - of[SUM]
            yield Fault(LEFT, name, of[LEFT], should, "一加二等于三（七）加四")


def suspect(faults: Iterable[Fault]) -> tuple[str, str] | None:
    """Return the row and column of the one cell that explains all *faults* of a third table, if
    one may: where a cell is wrong, its row and its column are."""
    found = tuple(faults)
    rows = {one.row for one in found if one.column == TOTAL and one.law.startswith("总计")}
    columns = {one.column for one in found if not one.law.startswith("总计")} - {TOTAL}
    if len(rows) != 1 or len(columns) > 1:
        return None
    [row] = rows
    return row, next(iter(columns), TOTAL)


def fourth_faults(fourth: Table) -> Iterator[Fault]:
    """Yield where the fourth table does not add up: 总计 by row."""
    for row in DISPUTES:
        *parts, total = cells(fourth, row, len(RULINGS))
        if total != sum(parts):
            yield Fault(row, TOTAL, total, Decimal(sum(parts)), "总计等于各项结果之和")


def differences(written: Table, computed: Table, columns: tuple[str, ...]) -> Iterator[Fault]:
    """Yield each cell in which two tables differ, row by row of either."""
    for row in dict.fromkeys((*computed, *written)):
        own, other = (cells(one, row, len(columns)) for one in (written, computed))
        for column, said, should in zip(columns, own, other, strict=True):
            if said != should:
                yield Fault(row, column, said, should, "与台账一致")


def carried(took: Table, left: Table) -> Iterator[Fault]:
    """Yield where what a third table took over is not what that of the year before, *left*,
    left open."""
    width = len(APPLICANTS)
    pairs = zip(APPLICANTS, cells(took, CARRIED, width), cells(left, LEFT, width), strict=True)
    for name, said, should in pairs:
        if said != should:
            yield Fault(CARRIED, name, said, should, "上年结转等于上一年度的结转下年度")
