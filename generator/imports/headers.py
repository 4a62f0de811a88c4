"""The header of a table: where it is, and which column says which element.

Two columns can mean the same element: then the one that says it in the standard's own words has it,
and the other is kept under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.exports.layout import EXTRA
from generator.imports import heads
from generator.imports.cells import Cell
from generator.imports.channels import channel_named
from generator.imports.heads import NAMES, Why, bare, label, means
from generator.terms import folded

Row = Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    *element* is what it says: a key of an entry (``name``, ``basis`` …), ``id``, one box of
    several (``everyone``, ``group-only``, ``proactive``, ``on-request``, ``withheld``, ``level``,
    ``one-category``, ``one-channel``) with the *word* it stands for,
    ``ticks`` for ticks whose column is not known, else ``extra``, with the word ``item`` where it
    names a lower level of items (四级栏目).
    """

    index: int
    header: str
    element: str
    word: str = ""
    why: Why = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its columns, the rows that it takes (from 0), and the words of its
    cells, compared."""

    columns: tuple[Column, ...]
    first: int
    last: int
    words: frozenset[str] = frozenset()


# What any header of a catalogue has one of, and one more of.
_TELLING = frozenset({"group", "name", "subgroup", "group-and-name"})
_TOGETHER = frozenset({"content", "basis", "time_limit", "subject", "channels", "number", "method"})
_LONGEST = 60


def find_header(rows: Sequence[Row], start: int = 0) -> Header | None:
    """Return the next header at or below row *start*, None when there is none."""
    for number in range(start, len(rows)):
        if not _heads(rows[number]):
            continue
        last = _last_row(rows, number)
        columns = _columns(rows[number : last + 1])
        elements = {column.element for column in columns}
        if elements & _TELLING and elements & _TOGETHER:
            words = {bare(cell.text) for row in rows[number : last + 1] for cell in row if cell}
            return Header(columns, number, last, frozenset(words))
    return None


def repeats(row: Row, header: Header) -> bool:
    """Return whether a row prints one of the header's again, as every page of a long table does."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    own = sum(bare(cell.text) in header.words for cell in cells)
    placed = sum(
        bool(cell) and bare(cell.text) == bare(column.header)
        for column in header.columns
        if (cell := row[column.index] if column.index < len(row) else None)
    )
    if own == len(cells):
        return own >= 3 or placed == own >= 2
    return _heads(row) and own * 2 > len(cells)


def follows(row: Row, header: Header) -> bool:
    """Return whether *row* may be the header of another table below that of *header*: an item may
    have the words of heads in its cells, but it has few of them, or a number."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    numbered = any(re.fullmatch("[0-9.]+", folded(cell.text)) for cell in cells)
    known = sum(bool(means(cell.text)) for cell in cells)
    return not numbered and known >= max(3, min(5, len(header.columns) // 2))


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
        cell.columns > 1 or cell.rows > 1 or cell.row < cells[0].row or _parent(cell.text)
        for cell in cells
    ) or any(n < len(below) and below[n] for n in gaps)


def _columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    found: list[Column] = []
    spanned = _spanned(rows[-1])
    above: list[str] = []
    for index in range(max(len(row) for row in rows)):
        cells = [row[index] for row in rows if index < len(row)]
        texts = [label(cell.text) for cell in dict.fromkeys(c for c in cells if c)]
        top = cells[0]
        if top and top.columns > 1 and cells[-1] is None and means(top.text) == "name":
            texts = []  # a column without a head below 公开事项
        if top is None and len(rows) > 1 and texts and above and _parent(above[0]):
            texts = [above[0], *texts]  # a head over two columns that nothing says is merged
        above = texts or ([] if top is None and not texts else above)
        found.append(spanned.get(index) or _column(index, texts))
    return _once(_filled(_boxed(found)))


def _boxed(columns: list[Column]) -> list[Column]:
    """Columns that are headed by the boxes of the channel list, two of them or more."""
    words = {
        column.index: word
        for column in columns
        if column.element == "extra" and (word := channel_named(column.header.rpartition("：")[2]))
    }
    if len(words) < 2:
        return columns
    return [
        replace(column, element="one-channel", word=words[column.index])
        if column.index in words
        else column
        for column in columns
    ]


def _parent(text: str) -> bool:
    return bool(
        re.fullmatch("公开事项|事项|公开对象|公开方式|公开层级|层级|五公开|公开范围", bare(text))
    )


# What the columns are that one head spans without naming them.
_SPANNED: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({
    "name": (("group", ""), ("name", ""), ("subgroup", "")),
    "audience": (("everyone", ""), ("group-only", "")),
    "method": (("proactive", ""), ("on-request", "")),
    "level": (("level", "县级"), ("level", "乡级")),
})  # fmt: skip


def _spanned(leaves: Row) -> dict[int, Column]:
    """The columns that stand below one head alone, as 公开事项 over two columns without heads."""
    found: dict[int, Column] = {}
    for index, cell in enumerate(leaves):
        if cell is None or cell.columns < 2 or (index and leaves[index - 1] is cell):
            continue
        if means(cell.text) == "channels":  # one list, laid out in several columns
            for number in range(cell.columns):
                name = label(cell.text) if not number else f"{label(cell.text)}（{number + 1}）"
                found[index + number] = Column(index + number, name, "channels")
            continue
        meanings = _SPANNED.get(means(cell.text), ())
        for place, (element, word) in enumerate(meanings[: cell.columns]):
            if cell.columns <= len(meanings):
                why = ("header-guess", word or NAMES[element])
                found[index + place] = Column(index + place, label(cell.text), element, word, why)
    return found


def _column(index: int, texts: list[str]) -> Column:
    """What one column says, from its cells from top to bottom."""
    if not texts:
        return Column(index, "", "extra")
    leaf, top = texts[-1], texts[0]
    if leaf.startswith(EXTRA) or bare(top) == bare(EXTRA):
        return Column(index, leaf.removeprefix(EXTRA), "extra", why=("own",))
    if re.fullmatch(r"公开事项[(（].*一级.*二级.*[)）]", folded(leaf)):
        return Column(index, leaf, "group-and-name")
    if level := re.fullmatch(r"公开事项[(（]([123])[)）]", folded(leaf)):
        return Column(index, leaf, ("group", "name", "subgroup")[int(level[1]) - 1])
    under = means(top) if len(texts) > 1 else ""
    box = heads.box(leaf)
    if box and not (bare(leaf) == "社会" and not under):
        return Column(index, leaf, box, bare(leaf)[:2] if box == "one-category" else "")
    if heads.is_level(leaf) and under != "group":
        return Column(index, leaf, "level", heads.level_word(leaf))
    element, guessed = heads.element_of(leaf)
    if element:
        return Column(index, leaf, element, why=("header-read", NAMES[element]) if guessed else ())
    if re.fullmatch("[四五六]级(?:事项|目录|栏目|类别|指标)?", bare(leaf)):
        return Column(index, leaf, "extra", "item")
    if under == "level":
        return Column(index, leaf, "level", heads.level_word(leaf))
    if under in ("audience", "method"):  # the second of two boxes, its own words lost or misprinted
        element = "group-only" if under == "audience" else "on-request"
        return Column(index, leaf, element, why=("header-guess", NAMES[element]))
    return Column(index, leaf if len(texts) == 1 else f"{top}：{leaf}", "extra")


def _filled(columns: list[Column]) -> list[Column]:
    """Give a column that lost its head the meaning that its place suggests."""
    known = {column.element for column in columns}
    found = list(columns)
    for column in columns:
        if column.header or column.element != "extra":
            continue
        before = [one.element for one in columns[: column.index] if one.header]
        after = [one.element for one in columns[column.index + 1 :] if one.header]
        if column.index == 0 and "number" not in known:
            guess = "number"
        elif "group" not in known and set(before) <= {"number"} and after[:1] == ["name"]:
            guess = "group"
        else:
            continue
        known.add(guess)
        found[column.index] = replace(column, element=guess, why=("header-lost", NAMES[guess]))
    return found


# Of these a table has as many columns as it likes.
_SEVERAL = frozenset({
    "everyone", "group-only", "proactive", "on-request", "withheld", "level", "one-category",
    "one-channel", "ticks", "extra",
})  # fmt: skip


def _once(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Leave each element to one column: the one that names it best, the first among equals."""
    found = list(columns)
    best: dict[str, Column] = {}
    for column in found:
        held = best.get(column.element)
        if held is None or _rank(column) < _rank(held):
            best[column.element] = column
    _levelled(found, best)
    if "group-and-name" in best:  # both in one cell; what else means them is another column
        best = {key: column for key, column in best.items() if key not in ("group", "name")}
    elif "name" not in best:  # one level of items only
        for lower in ("subgroup", "group"):
            if lower in best:
                column = best.pop(lower)
                found[column.index] = best["name"] = replace(column, element="name")
                break
    seen: dict[str, int] = {}
    for number, column in enumerate(found):
        beside = column.element == "channels" == (found[number - 1].element if number else "")
        if column.element not in _SEVERAL and best.get(column.element) is not column and not beside:
            column = replace(column, element="extra", why=())
        if column.element in ("extra", "channels"):
            name = column.header or f"第{column.index + 1}列"
            seen[name] = seen.get(name, 0) + 1
            column = replace(column, header=name if seen[name] == 1 else f"{name}（{seen[name]}）")
        found[number] = column
    return tuple(found)


def _levelled(found: list[Column], best: dict[str, Column]) -> None:
    """Of two columns with the same head, let the first be the level above: 一级事项, 一级事项."""
    for element in ("group", "name"):
        head = best[element].header if element in best else None
        same = [c for c in found if c.element == element and c.header == head]
        if len(same) == 2 and not {"group", "name"} <= best.keys():
            for column, level in zip(same, ("group", "name"), strict=True):
                why = ("header-guess", NAMES[level])
                found[column.index] = best[level] = replace(column, element=level, why=why)
            return


def _rank(column: Column) -> int:
    return heads.rank(column.element, column.header)
