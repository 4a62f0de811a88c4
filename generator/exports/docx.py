"""Books to Word: the official table as an office prints, circulates and annexes it.

A table is written as XML, all at once: python-docx has no words for a header that repeats or a row
that is not torn, and takes longer cell by cell.  What a book holds beside the form is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.exports.book import GROUP, TICKS, WIDTHS, Book, Sheet, form_of, head_cells, lines_in
from generator.exports.layout import LEAVES
from generator.exports.wordfile import (
    CENTRE,
    HEADING,
    LONG_SIDE,
    MARGIN,
    NS,
    begun,
    ended,
    letters,
    set_paper,
    xml,
)

if TYPE_CHECKING:
    from docx.document import Document

# In twentieths of a point: one character of a table, room in a cell, the width between margins.
_CHARACTER, _ROOM = 160, 60
_INSIDE = LONG_SIDE - 2 * MARGIN
_TALL = 24  # lines; a page has room for 36

_STYLES = (
    HEADING,
    ("TableHead", "目录表头", f"<w:keepNext/>{CENTRE}", letters("黑体", 8, "<w:b/>")),
    ("TableText", "目录文字", "", ""),
    ("TableTick", "目录标记", CENTRE, ""),
    (
        "PageFoot",
        "目录页脚",
        f'<w:tabs><w:tab w:val="center" w:pos="{_INSIDE // 2}"/>'
        f'<w:tab w:val="right" w:pos="{_INSIDE}"/></w:tabs>',
        "",
    ),
    ("TableEnd", "目录末行", '<w:spacing w:line="20" w:lineRule="exact"/>', letters("宋体", 1)),
)


def write(view: Book) -> bytes:
    """Return *view* as a Word file."""
    document = begun(view.title, size=8, styles=_STYLES)
    set_paper(document, on_its_side=True)
    _set_foot(document, view)
    parts = [
        part
        for number, sheet in enumerate(view.sheets)
        for part in (_heading(sheet.title, new_page=number > 0), _table(sheet))
    ]
    for part in (*parts, f'<w:p {NS}><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'):
        document.element.body.insert(-1, xml(part))  # before the properties of the page
    return ended(document)


def _set_foot(document: Document, view: Book) -> None:
    """What stands at the foot of each page."""
    foot = document.sections[0].footer._element
    for paragraph in list(foot):
        foot.remove(paragraph)
    number, total = _field("PAGE"), _field("NUMPAGES")
    foot.append(
        xml(
            f'<w:p {NS}><w:pPr><w:pStyle w:val="PageFoot"/></w:pPr>{_run(view.note)}'
            f"<w:r><w:tab/></w:r>{_run('第 ')}{number}{_run(' 页，共 ')}{total}{_run(' 页')}"
            f"<w:r><w:tab/></w:r>{_run(view.organ)}</w:p>"
        )
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{_run("1")}</w:fldSimple>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _heading(title: str, *, new_page: bool) -> str:
    turned = "<w:pageBreakBefore/>" if new_page else ""
    return f'<w:p {NS}><w:pPr><w:pStyle w:val="Heading1"/>{turned}</w:pPr>{_run(title)}</w:p>'


def _table(sheet: Sheet) -> str:
    """The form's columns of a sheet: two header rows that every page repeats, and the entries."""
    form = form_of(sheet.rows[0])
    names, *rows = (row[form.start : form.stop] for row in sheet.rows)
    widths = _widths(names)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    room = (("top", 20), ("left", _ROOM // 2), ("bottom", 20), ("right", _ROOM // 2))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in room)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return "".join(
        (
            f'<w:tbl {NS}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{CENTRE}'
            f"<w:tblBorders>{borders}</w:tblBorders>"
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>",
            *_head_rows(names, widths),
            *_rows(names, rows, widths),
            "</w:tbl>",
        )
    )


def _widths(names: Sequence[str]) -> list[int]:
    """The widths of the columns, together the width of the page."""
    wanted = [WIDTHS[name] * _CHARACTER + _ROOM for name in names]
    return [int(width * _INSIDE / sum(wanted)) for width in wanted]


def _head_rows(names: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    above: list[str] = []
    below: list[str] = []
    for cell in head_cells(names):
        width = sum(widths[cell.column : cell.column + cell.columns])
        if cell.row:
            below.append(_head_cell(cell.text, width))
            continue
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        above.append(_head_cell(cell.text, width, f"{span}{merge}"))
        if cell.rows > 1:
            below.append(_head_cell("", width, "<w:vMerge/>"))
    repeated = '<w:trPr><w:cantSplit/><w:trHeight w:val="300"/><w:tblHeader/></w:trPr>'
    for cells in (above, below):
        yield f"<w:tr>{repeated}{''.join(cells)}</w:tr>"


def _head_cell(text: str, width: int, merged: str = "") -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E4E9EE"/><w:vAlign w:val="center"/>'
    return _cell("TableHead", (text,), width, merged, shade)


def _rows(
    names: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> Iterator[str]:
    """The entries; neighbours of one 一级事项 share its cell, and only a row that would take most
    of a page may be torn."""
    group = names.index(GROUP)
    styles = ["TableTick" if name in (*TICKS, LEAVES[0]) else "TableText" for name in names]
    for name, same in groupby(rows, key=lambda row: row[group]):
        merge = '<w:vMerge w:val="restart"/>' if name else ""
        for row in same:
            cells = [
                _cell(style, text.split("\n"), width)
                for style, text, width in zip(styles, row, widths, strict=True)
            ]
            if name:
                first = "restart" in merge
                cells[group] = _cell(styles[group], (name if first else "",), widths[group], merge)
                merge = "<w:vMerge/>"
            lines = max(
                lines_in(text, WIDTHS[column]) for column, text in zip(names, row, strict=True)
            )
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= _TALL else ""
            yield f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _cell(style: str, lines: Iterable[str], width: int, merged: str = "", look: str = "") -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(line) if line else ""}</w:p>'
        for line in lines
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{look}</w:tcPr>'
        f"{paragraphs}</w:tc>"
    )
