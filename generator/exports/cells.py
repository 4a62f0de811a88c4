"""Rows of text as the XML of a spreadsheet.

xlsxwriter writes everything around them.  It can only fix the height of a row, so that a text that
grows is cut; and of a whole catalogue, whose every row stands in three files, it would take a fifth
of the time of a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape

from generator.exports.book import lines_in
from generator.exports.layout import FORMULA
from generator.files.cells import letters

# The most that a cell holds, in units of UTF-16, and what stands at the end of a longer text.
MOST = 32767
CUT = "……（超出单元格容量，全文见网站）"
# Excel shows no row higher than 409 points.
MOST_LINES = 28
_LINE = 14.5  # points, for the tallest of the fonts that may stand in for 宋体
_STRINGS = "xl/sharedStrings.xml"
# What Excel reads as the code of a character, and what XML has no place for.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Filling:
    """Rows of a sheet from *first*, counted from 0, without the *heads* that stand before them: the
    style of each column by number, for texts and for those that would be formulas, and its width in
    Chinese characters."""

    first: int
    rows: Sequence[tuple[str, ...]]
    heads: int
    plain: tuple[int, ...]
    quoted: tuple[int, ...]
    widths: tuple[float, ...]


def fill(parts: dict[str, bytes], fillings: Sequence[Filling]) -> None:
    """Put the rows of *fillings* into the sheets of a package, one for each sheet, in order."""
    known = re.search(rb'uniqueCount="([0-9]+)"', parts[_STRINGS])
    assert known
    strings: dict[str, int] = {}
    for number, filling in enumerate(fillings, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        rows = "".join(_rows(filling, strings, int(known[1])))
        last = f"{letters(len(filling.plain))}{filling.first + len(filling.rows) - filling.heads}"
        sheet = parts[name].replace(b"</sheetData>", rows.encode() + b"</sheetData>", 1)
        parts[name] = re.sub(
            rb'<dimension ref="[^"]*"', f'<dimension ref="A1:{last}"'.encode(), sheet, count=1
        )
    added = "".join(f'<si><t xml:space="preserve">{_coded(text)}</t></si>' for text in strings)
    table = parts[_STRINGS].replace(b"</sst>", added.encode() + b"</sst>")
    total = int(known[1]) + len(strings)
    parts[_STRINGS] = re.sub(
        rb' count="[0-9]+" uniqueCount="[0-9]+"', f' uniqueCount="{total}"'.encode(), table, count=1
    )


def cut(text: str) -> str:
    """Return *text* as far as a cell holds it, with a sentence where it does not."""
    if not too_long(text):
        return text
    kept = text[: MOST - len(CUT)]
    while too_long(kept + CUT):
        kept = kept[:-1]
    return kept + CUT


def too_long(text: str) -> bool:
    """Whether *text* is more than a cell holds."""
    return len(text) > MOST // 2 and len(text.encode("utf-16-le")) // 2 > MOST


def _rows(filling: Filling, strings: dict[str, int], known: int) -> Iterator[str]:
    columns = [
        (f'<c r="{letters(column + 1)}', plain, quoted, width)
        for column, (plain, quoted, width) in enumerate(
            zip(filling.plain, filling.quoted, filling.widths, strict=True)
        )
    ]
    rows = islice(filling.rows, filling.heads, None)
    for number, row in enumerate(rows, filling.first + 1):
        lines = 1
        cells = []
        for (start, plain, quoted, width), text in zip(columns, row, strict=True):
            if text:
                style = quoted if text.startswith(FORMULA) else plain
                place = known + strings.setdefault(cut(text), len(strings))
                cells.append(f'{start}{number}" s="{style}" t="s"><v>{place}</v></c>')
                if len(text) > width - 1 or "\n" in text:
                    lines = max(lines, lines_in(text, width))
            else:
                cells.append(f'{start}{number}" s="{plain}"/>')
        height = min(lines, MOST_LINES) * _LINE + 3
        yield f'<row r="{number}" ht="{height:g}">{"".join(cells)}</row>'


def _coded(text: str) -> str:
    return escape(_CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
