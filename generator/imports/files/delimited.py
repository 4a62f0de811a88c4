"""Text with separators to a table; encoding and separator are found out, not asked for.

Which encoding it is cannot be read off the bytes with certainty, so the header decides: of the
readings that are text at all, the one in which a catalogue's words stand is the right one.
"""

from __future__ import annotations

import codecs
import csv
import io
import re

from generator.imports.cells import Cell, Sheet, clean, too_large
from generator.imports.words.heads import known_words
from generator.problems import Location, Problem, problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
_SEPARATORS = (",", "\t", ";", "|")
_LONGEST_FIELD = 1_000_000


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return the text of *data* and its encoding, None when it is no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), name.removesuffix("-sig")
            except UnicodeDecodeError:
                return None
    if b"\0" in data[:4096]:
        return None
    found: list[tuple[int, int, int, str, str]] = []
    for name in _ENCODINGS:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name == "utf-8":
            return text, name
        odd = len(re.findall("[\ue000-\uf8ff]", text))
        found.append((known_words(text), -odd, -len(found), text, name))
    if not found:
        return None
    _, _, _, text, name = max(found)
    return text, "GB18030" if name == "gb18030" else "Big5"


def read_csv(data: bytes, file: str) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the one table of a text with separators, or the problem that there is none."""
    read = decoded(data)
    if read is None:
        return (), (problem(Location(file), "table-encoding"),)
    text, _ = read
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.match(r"sep=(.)\n", text):  # Excel's own way to name the separator
        text = text.partition("\n")[2]
    rows = max((_rows(text, separator) for separator in _SEPARATORS), key=_sense)
    rows = [(number, [clean(_bare(cell)) for cell in row]) for number, row in rows]
    width = max((len(row) for _, row in rows), default=0)
    if large := too_large(file, file, len(rows), width):
        return (), large
    grid = tuple(
        tuple(
            Cell(row[column], number, column + 1) if column < len(row) and row[column] else None
            for column in range(width)
        )
        for number, row in rows
    )
    return (Sheet(file, "", grid, merged=False),), ()


def _rows(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """The records of *text*, each with its number."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        found = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return []
    return list(enumerate(found, 1))


def _sense(rows: list[tuple[int, list[str]]]) -> tuple[int, int]:
    """How much like a table the rows are: the catalogue's words that stand alone in a cell of
    one row, then the width."""
    shown = [row for _, row in rows[:30]]
    alone = max((sum(bool(known_words(cell)) for cell in row) for row in shown), default=0)
    width = max((len(row) for row in shown), default=0)
    return alone, width


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r＝＋－＠") else cell
