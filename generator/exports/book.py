"""A part of the catalogue as sheets of text: what Excel and Word files are written from.

The columns of a sheet are those of `layout.columns`: 编号 (and 领域) before the form, the form, and
after it what the form has no column for.  A view holds text only, so that its key is cheap and
equal sheets are equal files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType

from generator.exports.layout import (
    CATEGORY,
    EXTRA,
    FIELD,
    HEADS,
    ID,
    LEAVES,
    REMARKS,
    STAGE,
    THIRD,
)

GROUP, ITEM, CONTENT = "一级事项", "二级事项", "公开内容（要素）"
TICKS = ("全社会", "主动", "依申请", "县级", "乡级")
# How wide each column is, in Chinese characters of the body's size.
WIDTHS = MappingProxyType({
    ID: 8.0, FIELD: 6.0,
    "序号": 2.4, GROUP: 4.6, ITEM: 6.0, THIRD: 5.5, CONTENT: 15.0, "公开依据": 13.5,
    "公开时限": 7.5, "公开主体": 8.0, "公开渠道和载体": 17.2, "全社会": 2.2, "特定群体": 4.4,
    "主动": 2.2, "依申请": 2.2, "县级": 3.2, "乡级": 3.2,
    CATEGORY: 5.0, STAGE: 5.0, REMARKS: 12.0,
})  # fmt: skip
OTHER_WIDTH = 10.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text below the names of their columns (`layout.sheet`), a short name and a title."""

    name: str
    title: str
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Book:
    """Sheets that make one file; *note* stands at the foot of each printed page.

    *register* holds what no sheet has a column for (`register.register_rows`); without rows there
    is no such sheet.
    """

    title: str
    organ: str
    note: str
    sheets: tuple[Sheet, ...]
    register: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of the two header rows, counted from 0, and how far it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def _tops() -> dict[str, str]:
    """The head above each column that shares one."""
    above, below = HEADS
    leaves = iter(below)
    shared = [head for head in above if head.columns > 1]
    tops = {next(leaves).text: head.text for head in shared for _ in range(head.columns)}
    return tops | {THIRD: tops[ITEM]}


TOPS = MappingProxyType(_tops())


def head_cells(names: Iterable[str]) -> Iterator[HeadCell]:
    """Yield the cells of the two header rows above the columns *names*.

    A column of the catalogue's own stands under 其他栏目 with its bare name.
    """
    column = 0
    for top, below in groupby(names, _top):
        bare = [name.removeprefix(EXTRA) for name in below]
        if top:
            yield HeadCell(top, 0, column, columns=len(bare))
        for number, name in enumerate(bare, column):
            yield HeadCell(name, 1, number) if top else HeadCell(name, 0, number, rows=2)
        column += len(bare)


def _top(name: str) -> str:
    return EXTRA.rstrip("：") if name.startswith(EXTRA) else TOPS.get(name, "")


@lru_cache(maxsize=10_000)  # channels and time limits are the same in many rows
def lines_in(text: str, width: float) -> int:
    """Return how many lines *text* takes in a column of *width* Chinese characters.

    A letter or digit is half as wide; a mark that may not begin a line takes room from the one
    before it.
    """
    if len(text) < width - 1 and "\n" not in text:
        return 1
    room = width - 0.6
    return sum(
        max(1, -int(-(len(line) + len(line.encode())) / 4 // room)) for line in text.split("\n")
    )


def form_of(names: Sequence[str]) -> range:
    """Return which of the columns *names* are the form's, those that are printed."""
    return range(names.index(LEAVES[0]), names.index(LEAVES[-1]) + 1)
