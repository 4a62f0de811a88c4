"""What a table is, whatever file it came from: rows of cells, a merged one in each place it covers.

A cell is told from another by identity, not by its words: two places that hold the same `Cell` are
one merged cell, two equal texts are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.decoded import FORBIDDEN
from generator.exports.cells import letters
from generator.problems import Location, Problem, problem

# The most that is read of one table; a page of a catalogue has some hundred rows.
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 1_000_000

_NO_MEMORY = 2  # the code of an error of lxml: ERR_NO_MEMORY


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
    if isinstance(error, MemoryError) or getattr(error, "code", None) == _NO_MEMORY:
        raise MemoryError
    reason = str(error).partition("\n")[0][:80] or type(error).__name__
    return (problem(Location(file), "table-damaged", reason=reason),)


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


_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]|_x000[DA]_")
# What the Wingdings fonts draw for characters of the private use area: ticked boxes, empty boxes,
# ticks.
_SYMBOLS = str.maketrans(
    {
        **dict.fromkeys("\uf0fe\uf0fd\uf052\uf06e\uf0a7", "■"),
        **dict.fromkeys("\uf0a8\uf06f\uf071\uf0a3\uf072", "□"),
        **dict.fromkeys("\uf0fc\uf050", "√"),
    }
)
_UNSEEN = re.compile("[\u200b-\u200d\u2060\xad\ufeff]")


def clean(text: str) -> str:
    """Return the words of a cell: ends of line as ``\\n``, symbols as the signs they draw, without
    what no reader can see."""
    text = _BREAK.sub("\n", text).translate(_SYMBOLS)
    text = FORBIDDEN.sub("", _UNSEEN.sub("", text))
    return text.strip()


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


def whole(text: str) -> int | None:
    """Return the number below a thousand million that *text* writes in plain digits, else None."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


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
