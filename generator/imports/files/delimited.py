"""Text with separators to a table; encoding and separator are found out, not asked for.

Which encoding it is cannot be read off the bytes with certainty, so the header decides: of the
readings that are text at all, the one in which a catalogue's words stand is the right one.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice

from generator.files.cells import clean
from generator.imports.cells import MOST_COLUMNS, Cell, Sheet, damaged, too_large
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
_FIRST = 30  # records that tell the separator


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
    separator = max(_SEPARATORS, key=lambda one: _sense(text, one))
    rows: list[list[str]] = []
    width = 0
    try:
        for row in _records(text, separator):
            width = max(width, len(row))
            if large := too_large(file, file, len(rows) + 1, width):
                return (), large
            rows.append([_spelt(clean(_bare(cell))) for cell in row])
    except csv.Error as error:
        return (), damaged(file, error)
    grid = tuple(
        tuple(
            Cell(row[column], number, column + 1) if column < len(row) and row[column] else None
            for column in range(width)
        )
        for number, row in enumerate(rows, 1)
    )
    lost = tuple(
        problem(
            Location(file, cell.row, cell.column), "table-number-lost",
            place=f"第{cell.row}行第{cell.column}列", number=cell.text,
        )
        for line in grid for cell in line if cell and _POWER.fullmatch(cell.text)
    )  # fmt: skip
    return (Sheet(file, "", grid, merged=False),), lost


# A number as a spreadsheet saves it where its column is narrow.
_POWER = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+(\d{1,2})")


def _spelt(text: str) -> str:
    """A number in powers of ten with all its digits, where it has them; else *text*."""
    match = _POWER.fullmatch(text)
    if match is None or len(match[2] or "") < int(match[3]):
        return text
    return match[1] + match[2][: int(match[3])]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the records of *text* one by one.

    Raises:
        csv.Error: A field is longer than any text of a catalogue.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    lines = (line[0] for line in re.finditer(r".*\n|.+", text))
    yield from csv.reader(lines, delimiter=separator)


def _sense(text: str, separator: str) -> tuple[int, int]:
    """How much like a table the first records are: the catalogue's words that stand alone in a
    cell of one record, then the width."""
    alone = width = 0
    try:
        for row in islice(_records(text, separator), _FIRST):
            known = sum(bool(known_words(cell)) for cell in row[:MOST_COLUMNS])
            alone, width = max(alone, known), max(width, len(row))
    except csv.Error:
        return 0, 0
    return alone, width


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r＝＋－＠") else cell
