"""The heads of a table to its columns: which element of an entry each one says.

Two columns can mean the same element: then the one that says it in the standard's own words has it,
and the other is kept under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.exports.layout import EXTRA
from generator.imports.cells import Cell
from generator.imports.words import heads
from generator.imports.words.channels import channel_named
from generator.imports.words.heads import NAMES, Why, bare, label, means
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


def columns_of(rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns of a table whose header takes *rows*."""
    found: list[Column] = []
    spanned = _spanned(rows[-1])
    above: list[str] = []
    for index in range(max(len(row) for row in rows)):
        cells = [row[index] for row in rows if index < len(row)]
        texts = [label(cell.text) for cell in dict.fromkeys(c for c in cells if c)]
        top = cells[0]
        if top and top.columns > 1 and cells[-1] is None and means(top.text) == "name":
            texts = []  # a column without a head below 公开事项
        if top is None and len(rows) > 1 and texts and above and parent(above[0]):
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


def parent(text: str) -> bool:
    """Return whether a head stands over several columns, whatever their own heads say."""
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
                found[index + number] = Column(index + number, label(cell.text), "channels")
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
    for number, column in enumerate(found):
        beside = column.element == "channels" == (found[number - 1].element if number else "")
        if column.element not in _SEVERAL and best.get(column.element) is not column and not beside:
            column = replace(column, element="extra", why=())
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
