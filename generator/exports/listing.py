"""A plain list to Excel: a title, one row of heads, rows of text.

It is a record and no form to be edited: nothing is locked and nothing is offered.  As in `xlsx`
every cell is text, so that nothing in it is ever a formula, and equal lists are equal files.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from generator.exports.cells import cut, fill
from generator.exports.package import MADE, packed, unpacked
from generator.exports.xlsx import (
    PADDING,
    PIXELS,
    close,
    filling,
    looks,
    options,
    print_on,
    sheet_names,
)

_FIRST = 2  # the row of the first item, below the title and the heads


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of text below the names of their columns, how wide each column is in Chinese
    characters, a title, who keeps it, and a *note* for the foot of each page."""

    title: str
    organ: str
    note: str
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


def write(view: Listing) -> bytes:
    """Return *view* as an Excel file."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, options())
    book.set_properties({"title": view.title, "created": MADE})
    look = looks(book)
    [name] = sheet_names([view.title])
    page = book.add_worksheet(name)
    print_on(page, view.note, view.organ)
    heads, *rows = view.rows
    page.set_row(0, 36)
    page.merge_range(0, 0, 0, len(heads) - 1, cut(view.title), look("title", False))
    for column, (head, width) in enumerate(zip(heads, view.widths, strict=True)):
        page.set_column_pixels(column, column, round(width * PIXELS + PADDING))
        page.write_string(1, column, head, look("head", False))
    page.freeze_panes(_FIRST, 0)
    page.repeat_rows(1)
    filled = filling(_FIRST, rows, ("text",) * len(heads), view.widths, look)
    close(book)
    parts = unpacked(file.getvalue())
    fill(parts, [filled])
    return packed(parts)
