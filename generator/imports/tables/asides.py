"""Rows below a header that are no items: headings, groups over their items, notes, totals, numbers
of the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.imports.cells import Cell
from generator.imports.tables.columns import Column, Row
from generator.terms import folded

_NOTE = re.compile(r"(?:注|备注|说明|填表说明|附件|附注|注意)\s*[0-9]?\s*[:：]|※")
_NOTED = re.compile(r"(?:注|备注|说明|填表说明|附注)[:：]?")
_SIGNED = re.compile(
    r"(?:填表|制表|填报|审核|审批|报送|联系|负责)(?:人|单位|日期|时间|电话|方式)[:：]"
)
_TOTAL = re.compile(r"(?:合计|总计|小计|共计)(?:[:：].*)?")
_HEADING = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[0-9]{1,2}[、.．]?[\u4e00-\u9fff]+领域|第[一二三四五六七八九十]+[章节部]|.*(?:领域|标准目录|基本目录)"
)
_BESIDE = frozenset({"number", "field"})
_FEW = 4  # as many cells as a line of notes or sums has, and an item has not


def aside(row: Row, cells: Sequence[Cell], columns: Sequence[Column], *, fresh: bool) -> str:
    """Return why a row is no item: ``heading``, ``group``, ``note``, ``total``, ``numbering``,
    ``empty-number``; an empty text where it is one.

    Args:
        row: The row, a merged cell in each place it covers.

        cells: The cells of the row, each once.

        columns: The columns of its table.

        fresh: Whether the row stands directly below a header.
    """
    filled = {c.element for c in columns if c.index < len(row) and row[c.index]}
    first = next(n for n, cell in enumerate(row) if cell)
    text = folded(cells[0].text)
    if fresh and len(cells) > 2 and _counts([folded(cell.text) for cell in cells]):
        return "numbering"
    if first < 2 and len(cells) <= _FEW and "name" not in filled - _taken(row, columns, first):
        if _TOTAL.fullmatch(text):
            return "total"
        if _SIGNED.match(text) or (len(cells) == 2 and _NOTED.fullmatch(text)):
            return "note"
    if len(cells) > 1:
        return ""
    [cell] = cells
    if filled == {"number"} and re.fullmatch(r"[0-9.、\-]*", text):
        return "empty-number"
    wide = cell.columns >= max(3, len(row) // 2)
    if (wide or first == 0) and _NOTE.match(cell.text):
        return "note"
    if wide or (first == 0 and not filled - _BESIDE and len(cell.text) > 1):
        return "heading"
    if first == 0 and _HEADING.fullmatch(text) and "领域" in text:
        return "heading"
    alone = filled == {"group"} and cell.rows == 1 and len(columns) > _FEW
    return "group" if alone and any(c.element == "name" for c in columns) else ""


def _taken(row: Row, columns: Sequence[Column], first: int) -> set[str]:
    """The elements of the columns that the first cell and the one beside it stand in."""
    return {c.element for c in columns if first <= c.index <= first + 1 and row[c.index]}


def _counts(texts: Sequence[str]) -> bool:
    """Whether cells only number their columns: 1, 2, 3 … or 甲, A, B …; or rule them off."""
    if all(re.fullmatch(":?-{2,}:?", text) for text in texts):
        return True
    own = texts[1:] if texts[0] in ("甲", "栏次", "序号") else texts
    if len(own) < 2:
        return False
    if all(text.isdecimal() for text in own):
        return own[0] in ("0", "1", "2") and all(int(b) == int(a) + 1 for a, b in pairwise(own))
    letters = all(re.fullmatch("[a-z]", text) for text in own)
    return letters and own[0] in "ab" and all(ord(b) == ord(a) + 1 for a, b in pairwise(own))
