"""What a table is, whatever file it came from: rows of cells, a merged one in each place it covers.

A cell is told from another by identity, not by its words: two places that hold the same `Cell` are
one merged cell, two equal texts are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.files.cells import clean, letters
from generator.files.damage import reason_of
from generator.problems import Location, Problem, problem

# The most that is read of one table; a page of a catalogue has some hundred rows.
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 1_000_000


def too_large(file: str, sheet: str, rows: int, columns: int) -> tuple[Problem, ...]:
    """Return the problem of a table that is larger than any page of a catalogue, or nothing.

    The table has *rows* and *columns* or more: who reads it stops where it is too large.
    """
    if rows <= MOST_ROWS and columns <= MOST_COLUMNS and rows * columns <= MOST_CELLS:
        return ()
    name = named(sheet)
    return (problem(Location(file), "table-large", sheet=name, rows=rows, columns=columns),)


def damaged(file: str, error: BaseException) -> tuple[Problem, ...]:
    """Return the problem of a file that a reader broke off at, with the first line of *error*.

    Raises:
        MemoryError: The reader broke off for want of memory, which is no damage.
    """
    return (problem(Location(file), "table-damaged", reason=reason_of(error)),)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell: its words, its place in the source (from 1), how far it reaches, and what kept
    its words from being just what a reader sees (``date``, ``formula``, ``number`` …)."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Words that stand outside of the table or were left out of it, and why."""

    row: int
    column: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it stands in a file.

    *rows* are of one length, None where nothing is.  *merged* tells whether the file says which
    cells are merged.  *spread* tells whether places are called ``B3``, as in a spreadsheet.
    *before* are the words above the table, the nearest last; *left* what is not in *rows*;
    *comments* what was noted at its cells, where that is wanted.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell | None, ...], ...]
    merged: bool
    spread: bool = False
    before: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    comments: tuple[Left, ...] = ()


_LOST_BYTES = re.compile("[\ud800-\udfff]")  # what a file's name holds that is no UTF-8


def named(name: str) -> str:
    """Return the name of a file or a sheet as one line that a reader can see.

    A name in GBK, as old systems write it, is read as such.
    """
    if _LOST_BYTES.search(name):
        try:
            name = name.encode(errors="surrogateescape").decode("gb18030")
        except UnicodeError:
            name = _LOST_BYTES.sub("\ufffd", name)
    return clean(name).replace("\n", " ")


_SYMBOL_FONTS = re.compile("wingdings|webdings", re.IGNORECASE)


def in_symbols(text: str, font: str) -> str:
    """Return *text* as the symbols that *font* draws for its letters, where it is such a font."""
    if not _SYMBOL_FONTS.search(font):
        return text
    return "".join(chr(0xF000 + ord(char)) if " " < char < "\u0100" else char for char in text)


def place(sheet: Sheet, row: int, column: int) -> str:
    """Return the name of a place: ``Sheet1!B3``, or table, row and column in words."""
    if sheet.spread:
        return f"{sheet.name}!{letters(column)}{row}"
    return f"{sheet.name} 第{row}行第{column}列" if sheet.name else f"第{row}行第{column}列"
