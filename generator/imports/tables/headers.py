"""The header of a table: where it is, how many rows it takes, where it comes again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.imports.tables.columns import Column, Row, columns_of, parent
from generator.imports.words import heads
from generator.imports.words.heads import bare, means
from generator.terms import folded


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its columns, the rows that it takes (from 0), and the words in each of
    its rows, compared."""

    columns: tuple[Column, ...]
    first: int
    last: int
    words: tuple[tuple[str, ...], ...] = ()


# What any header of a catalogue has one of, and one more of.
_TELLING = frozenset({"group", "name", "subgroup", "group-and-name"})
_TOGETHER = frozenset({"content", "basis", "time_limit", "subject", "channels", "method"})
_LONGEST = 60


def find_header(rows: Sequence[Row], start: int = 0) -> Header | None:
    """Return the next header at or below row *start*, None when there is none."""
    for number in range(start, len(rows)):
        if not _heads(rows[number]):
            continue
        last = _last_row(rows, number)
        columns = columns_of(rows[number : last + 1])
        elements = {column.element for column in columns}
        if elements & _TELLING and elements & _TOGETHER:
            words = tuple(map(_words, rows[number : last + 1]))
            return Header(columns, number, last, words)
    return None


def _words(row: Row) -> tuple[str, ...]:
    return tuple(bare(cell.text) if cell else "" for cell in row)


def repeats(row: Row, header: Header) -> bool:
    """Return whether a row prints one of the header's again, as every page of a long table does:
    the same words in the same columns, few of them lost."""
    said = _words(row)
    own = sum(bool(word) for word in said)
    for words in header.words:
        placed = sum(bool(word) and word == there for word, there in zip(said, words, strict=False))
        if placed >= 2 and (placed == own or (_heads(row) and placed * 2 > own)):
            return True
    return False


def follows(row: Row, header: Header) -> bool:
    """Return whether *row* may be the header of another table below that of *header*: an item may
    have the words of heads in its cells, but it has few of them, or a number."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    numbered = any(re.fullmatch("[0-9.]+", folded(cell.text)) for cell in cells)
    known = sum(bool(means(cell.text)) for cell in cells)
    return not numbered and known >= 3 and (known == len(cells) or known * 2 >= len(header.columns))


def _heads(row: Row) -> bool:
    """Whether *row* may be a header: two cells with words of one, few with anything else."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    sure = sum(len(cell.text) <= _LONGEST and bool(means(cell.text)) for cell in cells)
    known = sum(len(cell.text) <= _LONGEST and heads.worded(cell.text) for cell in cells)
    return sure >= 2 and known * 2 >= len(cells)


def _last_row(rows: Sequence[Row], first: int) -> int:
    """The last row of the header that begins at *first*: where its merged cells end, or where the
    row below still holds words of a header."""
    if not _open(rows, first):
        return first
    reach = max(cell.row + cell.rows - 1 for cell in rows[first] if cell)
    here = next(cell.row for cell in rows[first] if cell)
    last = first
    for number in range(first + 1, min(first + 4, len(rows))):
        own = [cell for cell in rows[number] if cell and cell.row > here]
        within = all(cell.row <= reach for cell in rows[number] if cell)
        leaves = bool(own) and all(len(cell.text) <= 30 for cell in own)
        worded = leaves and sum(bool(means(cell.text)) for cell in own) * 2 > len(own)
        split = worded and any(means(cell.text) not in ("number", "") for cell in own)
        if not (own and within and leaves) and not split:
            break
        last = number
    return last


def _open(rows: Sequence[Row], first: int) -> bool:
    """Whether heads may stand below those of a row: one reaches over columns or names a pair of
    boxes, or a place is empty that the row below fills."""
    cells = [cell for cell in rows[first] if cell]
    below = rows[first + 1] if first + 1 < len(rows) else ()
    gaps = [n for n, cell in enumerate(rows[first]) if cell is None]
    return any(
        cell.columns > 1 or cell.rows > 1 or cell.row < cells[0].row or parent(cell.text)
        for cell in cells
    ) or any(n < len(below) and below[n] for n in gaps)
