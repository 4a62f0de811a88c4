"""The header of a table that prints none: a page may have lost it, or it stands a page before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.imports.tables.columns import Column, Row
from generator.imports.tables.headers import Header
from generator.imports.words.heads import NAMES, worded
from generator.terms import simplified

_LIMITED = re.compile("工作日|[0-9]日内|及时|实时|长期|永久|[0-9]次/?年")
_TITLED = re.compile("《|规定|文件")
_BOXED = re.compile("[■□▄]|政府网站|公示栏|政务服务")
_BEFORE = ("basis", "content", "name", "group", "number")  # from the limit to the left
_TICKS = (
    ("everyone", ""), ("group-only", ""), ("proactive", ""), ("on-request", ""), ("level", "县级"),
    ("level", "乡级"),
)  # fmt: skip


def guessed_header(rows: Sequence[Row], known: Header | None) -> Header | None:
    """Return the header of a table without one, None where nothing speaks for any.

    It is that of the table before it (*known*), where that is as wide and the words in the columns
    are of its kind; else what the order of the national form and the words agree on.
    """
    width = max((len(row) for row in rows), default=0)
    if sum(worded(cell.text) for cell in (rows[0] if rows else ()) if cell) > 1:
        return None  # a header of another kind
    if known is not None and len(known.columns) == width and _goes_on(rows, known):
        columns = tuple(replace(column, why=("header-before",)) for column in known.columns)
        return Header(columns, 0, -1)
    limit = next((index for index in range(width) if _share(rows, index, _LIMITED)), None)
    if not 7 <= width <= 20 or limit is None or limit < 3 or limit + 2 >= width:
        return None
    if not _share(rows, limit - 1, _TITLED) or not _share(rows, limit + 2, _BOXED):
        return None
    places = {limit - 1 - n: (element, "") for n, element in enumerate(_BEFORE) if n < limit}
    places |= {limit: ("time_limit", ""), limit + 1: ("subject", ""), limit + 2: ("channels", "")}
    rest = range(limit + 3, width)
    places |= {
        index: _TICKS[n] if len(rest) == len(_TICKS) else ("ticks", "")
        for n, index in enumerate(rest)
    }
    return Header(tuple(_column(n, *places.get(n, ("extra", ""))) for n in range(width)), 0, -1)


def _column(index: int, element: str, word: str) -> Column:
    name = word or NAMES.get(element, f"第{index + 1}列")
    return Column(index, name, element, word, ("header-lost", name))


def _goes_on(rows: Sequence[Row], known: Header) -> bool:
    """Whether what stands in the columns is of the kind that *known* says."""
    forms = {"time_limit": _LIMITED, "basis": _TITLED, "channels": _BOXED}
    told = [column for column in known.columns if column.element in forms]
    return any(_share(rows, column.index, forms[column.element]) for column in told)


def _share(rows: Sequence[Row], index: int, form: re.Pattern[str]) -> bool:
    """Whether half of the cells of a column or more have the *form*."""
    cells = [cell for row in rows if index < len(row) and (cell := row[index])]
    fits = sum(bool(form.search(simplified(cell.text))) for cell in cells)
    return fits * 2 >= len(cells) > 0
