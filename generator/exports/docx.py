"""Books to Word: the official table as an office prints, circulates and annexes it.

A table is written as XML, all at once: python-docx has no words for a header that repeats or a row
that is not torn, and takes longer cell by cell.  What a book holds beside the form is not in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from generator.exports.book import GROUP, TICKS, WIDTHS, Book, Sheet, form_of, head_cells, lines_in
from generator.exports.layout import LEAVES
from generator.exports.package import MADE, packed, unpacked

if TYPE_CHECKING:
    from docx.document import Document

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# In twentieths of a point: A4 on its side, its margins, one character of a table, room in a cell.
_WIDE, _HIGH, _MARGIN = 16838, 11906, 740
_CHARACTER, _ROOM = 160, 60
_INSIDE = _WIDE - 2 * _MARGIN
_TALL = 24  # lines; a page has room for 36


def _font(name: str, size: int, more: str = "") -> str:
    """The properties of letters in *name* at *size* points, Chinese and Latin alike."""
    scripts = " ".join(f'w:{one}="{name}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
    sizes = f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
    return f'<w:rFonts w:hint="eastAsia" {scripts}/>{more}{sizes}'


_DEFAULTS = (
    f"<w:docDefaults {_NS}><w:rPrDefault><w:rPr>{_font('宋体', 8)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
_CENTRE = '<w:jc w:val="center"/>'
# Id, name, and what is said of the paragraph and of its letters.
_STYLES = (
    (
        "Heading1",
        "heading 1",
        f'<w:keepNext/><w:spacing w:after="160"/>{_CENTRE}<w:outlineLvl w:val="0"/>',
        _font("黑体", 16),
    ),
    ("TableHead", "目录表头", f"<w:keepNext/>{_CENTRE}", _font("黑体", 8, "<w:b/>")),
    ("TableText", "目录文字", "", ""),
    ("TableTick", "目录标记", _CENTRE, ""),
    (
        "PageFoot",
        "目录页脚",
        f'<w:tabs><w:tab w:val="center" w:pos="{_INSIDE // 2}"/>'
        f'<w:tab w:val="right" w:pos="{_INSIDE}"/></w:tabs>',
        "",
    ),
    ("TableEnd", "目录末行", '<w:spacing w:line="20" w:lineRule="exact"/>', _font("宋体", 1)),
)
_NEEDED = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_NOT_WANTED = ("/stylesWithEffects", "/customXml", "/numbering", "/thumbnail")


def write(view: Book) -> bytes:
    """Return *view* as a Word file."""
    from docx import Document

    document = Document()
    told = document.core_properties
    told.title, told.author, told.comments = view.title, "", ""
    told.last_modified_by, told.revision, told.created, told.modified = "", 1, MADE, MADE
    _set_styles(document)
    _set_page(document, view)
    parts = [
        part
        for number, sheet in enumerate(view.sheets)
        for part in (_heading(sheet.title, new_page=number > 0), _table(sheet))
    ]
    for part in (*parts, f'<w:p {_NS}><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'):
        document.element.body.insert(-1, _xml(part))  # before the properties of the page
    file = io.BytesIO()
    document.save(file)
    return packed(unpacked(file.getvalue()))


def _xml(text: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(text)


def _set_styles(document: Document) -> None:
    """Our styles and those that Word needs; what else python-docx's own template brings is far
    larger than a table."""
    for relations in (document.part.rels, document.part.package.rels):
        for id in [id for id, one in relations.items() if one.reltype.endswith(_NOT_WANTED)]:
            del relations[id]
    styles = document.styles.element
    styles.replace(styles.find("{*}docDefaults"), _xml(_DEFAULTS))
    for style in styles.findall("{*}style"):
        if style.styleId not in _NEEDED:
            styles.remove(style)
    for id, name, paragraph, letters in _STYLES:
        own = "" if name.startswith("heading") else ' w:customStyle="1"'
        styles.append(
            _xml(
                f'<w:style {_NS} w:type="paragraph" w:styleId="{id}"{own}><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
                f"<w:rPr>{letters}</w:rPr></w:style>"
            )
        )


def _set_page(document: Document, view: Book) -> None:
    """A4 on its side, with what stands at the foot of each page."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Twips

    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Twips(_WIDE), Twips(_HIGH)
    section.left_margin = section.right_margin = Twips(_MARGIN)
    section.top_margin = section.bottom_margin = Twips(850)
    section.header_distance = section.footer_distance = Twips(450)
    foot = section.footer._element
    for paragraph in list(foot):
        foot.remove(paragraph)
    number, total = _field("PAGE"), _field("NUMPAGES")
    foot.append(
        _xml(
            f'<w:p {_NS}><w:pPr><w:pStyle w:val="PageFoot"/></w:pPr>{_run(view.note)}'
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
    return f'<w:p {_NS}><w:pPr><w:pStyle w:val="Heading1"/>{turned}</w:pPr>{_run(title)}</w:p>'


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
            f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_CENTRE}'
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
