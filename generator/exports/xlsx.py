"""Books to Excel: the official table on paper, and a sheet that can be edited and imported again.

What an office does with such a file decides its form.  Every cell is text, so that nothing typed
becomes a number, a date or a formula.  The id is locked, because an import knows an entry by it.
Print areas are whole columns, so that new rows are printed too.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.exports.book import (
    GROUP,
    OTHER_WIDTH,
    TICKS,
    WIDTHS,
    Book,
    Sheet,
    form_of,
    head_cells,
    lines_in,
)
from generator.exports.cells import MOST_LINES, Filling, cut, fill
from generator.exports.editing import prepare_for_editing
from generator.exports.layout import ID, LEAVES
from generator.exports.package import MADE, packed, unpacked
from generator.exports.register import HEADER, NAME, SAID

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FIRST = 3  # the row of the first entry, below the title and the two header rows
_LAST_ROW = 1048575
_A4 = 9
_AS_TEXT = 49  # the number format by which what is typed stays as it is
_SIZE = 10
PIXELS = _SIZE * 96 / 72  # of one Chinese character
_WIDEST = 60  # Chinese characters, so that the other columns can still be read in print
PADDING = 5  # pixels of a column that no text is written on

_SONG = MappingProxyType({"font_name": "宋体", "font_charset": 134, "font_size": _SIZE})
_HEI = MappingProxyType({**_SONG, "font_name": "黑体"})
_CENTRE = MappingProxyType({"align": "center", "valign": "vcenter", "text_wrap": True})
_TEXT = MappingProxyType({**_SONG, "valign": "top", "text_wrap": True, "num_format": _AS_TEXT})
_ID = MappingProxyType(
    {**_TEXT, "text_wrap": False, "font_size": 8, "font_color": "#595959", "bg_color": "#F2F2F2"}
)
_LOOKS: MappingProxyType[str, dict[str, Any]] = MappingProxyType({
    "title": {**_HEI, **_CENTRE, "font_size": 16},
    "head": {**_HEI, **_CENTRE, "bold": True, "border": 1, "bg_color": "#E4E9EE"},
    "beside": {**_HEI, **_CENTRE, "border": 1, "bg_color": "#F2F2F2"},
    "text": {**_TEXT, "border": 1, "locked": False},
    "tick": {**_TEXT, "border": 1, "locked": False, "align": "center"},
    "group": {**_TEXT, "left": 1, "right": 1, "locked": False},
    "new": {**_TEXT, "locked": False},
    "id": {**_ID, "border": 1},
    "new id": {**_ID},
    "said": {**_SONG, **_CENTRE, "align": "left", "bold": True},
    "locked": {**_TEXT, "border": 1},
})  # fmt: skip

Look = Callable[[str, bool], "Format"]


def write(view: Book) -> bytes:
    """Return *view* as an Excel file."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, options())
    book.set_properties({"title": view.title, "created": MADE})
    look = looks(book)
    fillings = []
    names = sheet_names(sheet.name for sheet in view.sheets)
    for name, sheet in zip(names, view.sheets, strict=True):
        page = book.add_worksheet(name)
        print_on(page, view.note, view.organ)
        fillings.append(_table(page, sheet, look))
        prepare_for_editing(
            page, sheet.rows[0], first=_FIRST, rows=len(sheet.rows) - 1, format=book.add_format
        )
    if view.register:
        page = book.add_worksheet(NAME)
        print_on(page, view.note, view.organ)
        fillings.append(_register(page, view.register, look))
    close(book)
    parts = unpacked(file.getvalue())
    fill(parts, fillings)
    return packed(parts)


def close(book: Workbook) -> None:
    """Write *book* and forget all that it holds: it holds itself, and who makes hundreds of books
    does not look for such."""
    book.close()
    for one in (*book.worksheets(), *book.formats, book):
        vars(one).clear()


def options() -> dict[str, Any]:
    """Return what a workbook is opened with, anew each time: the library writes into it."""
    return {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": dict(_SONG),
    }


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names* as Excel takes them: 31 characters, none that it forbids, each once."""
    given = {NAME, "history"}  # the second one Excel keeps for itself
    found = []
    for name in names:
        plain = "".join("_" if one in "[]:*?/\\'" else one for one in name).strip() or "目录"
        number, unique = 1, plain[:31]
        while unique.casefold() in given:
            number += 1
            ending = f"（{number}）"
            unique = plain[: 31 - len(ending)] + ending
        given.add(unique.casefold())
        found.append(unique)
    return tuple(found)


def looks(book: Workbook) -> Look:
    """The formats of *book* by name, each made once; a quoted one keeps a formula a text."""

    @cache
    def look(name: str, quoted: bool) -> Format:
        return book.add_format({**_LOOKS[name], **({"quote_prefix": True} if quoted else {})})

    return look


def filling(
    first: int, rows: Sequence[tuple[str, ...]], looks: Iterable[str], widths: Iterable[float],
    look: Look, heads: int = 0,
) -> Filling:  # fmt: skip
    """Return *rows* without their *heads* from row *first* on, each column with its look and its
    width."""
    looks = tuple(looks)
    plain, quoted = (
        tuple(look(name, quotes)._get_xf_index() for name in looks) for quotes in (False, True)
    )
    return Filling(first, rows, heads, plain, quoted, tuple(widths))


def print_on(page: Worksheet, note: str, organ: str) -> None:
    """Let *page* be printed on A4, *note* and *organ* at the foot of each sheet."""
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.center_horizontally()
    font = '&"宋体,Regular"&8'
    left, right = (text.replace("&", "&&")[:60] for text in (note, organ))
    page.set_footer(f"&L{font}{left}&C{font}第 &P 页，共 &N 页&R{font}{right}")


def _table(page: Worksheet, sheet: Sheet, look: Look) -> Filling:
    """The title and the two header rows; what stands below them is returned."""
    names = sheet.rows[0]
    form = form_of(names)
    for column in range(form[0]):
        page.write_blank(0, column, None, look("title", False))
    page.merge_range(0, form[0], 0, form[-1], sheet.title, look("title", False))
    for row, height in enumerate((36, 20, 40)):
        page.set_row_pixels(row, height * 4 // 3)
    for cell in head_cells(names):
        style = look("head" if cell.column in form else "beside", False)
        top, left = 1 + cell.row, cell.column
        bottom, right = top + cell.rows - 1, left + cell.columns - 1
        if (top, left) != (bottom, right):
            page.merge_range(top, left, bottom, right, cell.text, style)
        else:
            page.write_string(top, left, cut(cell.text), style)
    widths = _widths(names, islice(sheet.rows, 1, None))
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        beneath = look("new id" if name == ID else "new", False)
        page.set_column_pixels(column, column, round(width * PIXELS + PADDING), beneath)
    page.repeat_rows(1, 2)
    page.print_area(0, form[0], _LAST_ROW, form[-1])
    return filling(_FIRST, sheet.rows, map(_look_of, names), widths, look, heads=1)


def _widths(names: Sequence[str], rows: Iterable[Sequence[str]]) -> list[float]:
    """The width of each column; one whose text would make a row too high for Excel is widened."""
    widths = [WIDTHS.get(name, OTHER_WIDTH) for name in names]
    for row in rows:
        for column, text in enumerate(row):
            if len(text) > 2 * MOST_LINES:
                most = max(MOST_LINES, text.count("\n") + 1)  # no width saves a line of its own
                while widths[column] < _WIDEST and lines_in(text, widths[column]) > most:
                    widths[column] *= 1.2
    return widths


def _look_of(name: str) -> str:
    if name == ID:
        return "id"
    if name == GROUP:
        return "group"
    return "tick" if name in TICKS or name == LEAVES[0] else "text"


def _register(page: Worksheet, rows: tuple[tuple[str, str, str], ...], look: Look) -> Filling:
    """The head of the sheet that an import reads back; nothing in it is open to editing."""
    page.protect("", {"format_columns": True, "format_rows": True})
    page.set_row(0, 36)
    page.merge_range(0, 0, 0, len(HEADER) - 1, SAID, look("said", False))
    widths = (15.0, 13.0, 50.0)
    for column, (name, width) in enumerate(zip(HEADER, widths, strict=True)):
        page.set_column_pixels(column, column, round(width * PIXELS + PADDING))
        page.write_string(1, column, name, look("head", False))
    page.freeze_panes(2, 0)
    page.repeat_rows(1)
    return filling(2, rows, ("locked",) * len(HEADER), widths, look)
