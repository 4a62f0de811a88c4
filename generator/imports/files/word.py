"""Word documents to tables, cells merged both ways, with the paragraphs above each.

What a reader of the document does not see, or sees struck through, is left out and named: deleted
text and rows of tracked changes, hidden text, comments, and what stands below a merged cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.files.cells import clean, whole
from generator.files.zips import elements, relations, tree_of
from generator.imports.cells import (
    MOST_COLUMNS,
    Cell,
    Left,
    Sheet,
    damaged,
    in_symbols,
    too_large,
)
from generator.imports.files.office import office_parts
from generator.imports.tables.headers import find_header
from generator.problems import Location, Problem, problem

_LINES = 30


def read_docx(
    data: bytes, file: str, *, hidden: bool
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the tables of a .docx document."""
    members, told = office_parts(data, file)
    if not members:
        return (), told
    from lxml import etree

    problems = [*told]
    sheets: list[Sheet] = []
    try:
        body = _body(members)
        before, notes = _page_heads(members), _notes(members)
        large = _collect(_blocks(body), file, before, sheets, notes, hidden=hidden)
    except (etree.LxmlError, LookupError) as error:
        return (), damaged(file, error)
    if large:
        return (), large
    concealed = sum(one.why != "comment" for sheet in sheets for one in sheet.left)
    if concealed:
        problems.append(problem(Location(file), "table-hidden", sheet=file, count=concealed))
    if notes:
        problems.append(problem(Location(file), "table-comments", sheet=file, count=len(notes)))
    return tuple(sheets), tuple(problems)


def _body(members: Mapping[str, bytes]) -> Any:
    """The body of a document.

    Raises:
        LookupError: There is none.

        lxml.etree.XMLSyntaxError: It is no XML.
    """
    parts = {one.kind: one.part for one in relations(members).values()}
    body = tree_of(members[parts.get("officeDocument", "")]).find("./{*}body")
    if body is None:
        raise LookupError("no body")
    return body


def _notes(members: Mapping[str, bytes]) -> dict[str, str]:
    """The comments of a document by their ids."""
    part = members.get("word/comments.xml")
    return {
        _attribute(one, "id"): clean(_plain(one, "{*}t"))
        for one in (elements(part, "{*}comment") if part else ())
    }


def _attribute(element: Any, name: str) -> str:
    return next((str(v) for key, v in element.attrib.items() if key.endswith("}" + name)), "")


def _page_heads(members: Mapping[str, bytes]) -> list[str]:
    """The lines at the head of each page, which may be the only title of a table."""
    names = sorted(name for name in members if re.fullmatch(r"word/header[0-9]*\.xml", name))
    found = []
    for name in names:
        for block in elements(members[name], "{*}p"):
            line = clean("".join(str(one.text or "") for one in block.iter("{*}t")))
            found += [line] if line else []
    return list(dict.fromkeys(found))


def _collect(
    blocks: Iterable[Any],
    file: str,
    before: list[str],
    sheets: list[Sheet],
    notes: Mapping[str, str],
    *,
    hidden: bool,
) -> tuple[Problem, ...]:
    """Add the tables among *blocks* to *sheets*, each with the lines above it; where a table only
    lays out others, those."""
    for block in blocks:
        if _tag(block) == "p":
            line = clean(_words(block, [], hidden=hidden))
            before += [one for one in line.split("\n") if one.strip()]
            continue
        name = f"表{len(sheets) + 1}"
        rows = [(line, list(_inside(line, "tc"))) for line in _inside(block, "tr")]
        sheet = _sheet(file, name, rows, tuple(before[-_LINES:]), notes, hidden=hidden)
        if not isinstance(sheet, Sheet):
            return sheet
        within = [one for _, cells in rows for cell in cells for one in _blocks(cell)]
        if find_header(sheet.rows) is None and any(_tag(one) == "tbl" for one in within):
            if large := _collect(within, file, before, sheets, notes, hidden=hidden):
                return large
            continue
        sheets.append(sheet)
        before[:] = before[-1:]  # a heading may stand above several tables
    return ()


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables below *parent*, also within content controls."""
    for child in parent:
        if _tag(child) in ("p", "tbl"):
            yield child
        elif _tag(child) in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _blocks(child)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also within content controls."""
    for child in parent:
        if _tag(child) == tag:
            yield child
        elif _tag(child) in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _inside(child, tag)


def _value(element: Any, path: str, default: str = "") -> str | None:
    """The value of a property below *element*, None where the property is not there."""
    found = element.find(f"./{path}")
    if found is None:
        return None
    return next((str(v) for key, v in found.attrib.items() if key.endswith("}val")), default)


def _span(cell: Any) -> int:
    told = whole(_value(cell, "{*}tcPr/{*}gridSpan") or "1")
    return max(1, min(told or 1, MOST_COLUMNS))


def _sheet(
    file: str,
    name: str,
    lines: list[tuple[Any, list[Any]]],
    before: tuple[str, ...],
    notes: Mapping[str, str],
    *,
    hidden: bool,
) -> Sheet | tuple[Problem, ...]:
    """The table of *lines*, or the problem that it is too large."""
    width = max(
        (len(cells) for _, cells in lines), default=0
    )  # at least; what is merged may be cut
    if large := too_large(file, name, len(lines), width):
        return large
    anchors: list[list[int]] = []  # of each merged or single cell: row, column, rows, columns
    words: list[str] = []
    grid: list[dict[int, int]] = []
    left: list[Left] = []
    comments: list[Left] = []
    for row, (line, cells) in enumerate(lines):
        grid.append({})
        column = whole(_value(line, "{*}trPr/{*}gridBefore") or "0") or 0
        gone = line.find("./{*}trPr/{*}del") is not None
        for cell in cells:
            columns = min(_span(cell), MOST_COLUMNS - column)
            if columns < 1:
                break
            width = max(width, column + columns)
            if large := too_large(file, name, len(lines), width):
                return large
            concealed: list[tuple[str, str]] = []
            text = clean("\n".join(_words(one, concealed, hidden=hidden) for one in _blocks(cell)))
            noted = [_attribute(one, "id") for one in cell.iter("{*}commentReference")]
            merge = _value(cell, "{*}tcPr/{*}vMerge", "continue")
            above = grid[row - 1].get(column) if row else None
            if merge == "continue" and above is not None:
                anchors[above][2] = row - anchors[above][0] + 1
                number = above
                concealed += [("below-merged", text)]
            else:
                if gone:
                    concealed, text = [("deleted", text)], ""
                number = len(anchors)
                anchors.append([row, column, 1, columns])
                words.append(text)
            for right in range(columns):
                grid[row][column + right] = number
            told_left = [Left(row + 1, column + 1, clean(one), why) for why, one in concealed]
            said = [Left(row + 1, column + 1, notes.get(one, ""), "comment") for one in noted]
            left += [one for one in (*told_left, *(() if hidden else said)) if one.text]
            comments += [one for one in said if one.text and hidden]
            column += columns
    cells_of = [
        Cell(text, row + 1, column + 1, rows, columns) if text else None
        for text, (row, column, rows, columns) in zip(words, anchors, strict=True)
    ]
    width = max((max(line, default=-1) + 1 for line in grid), default=0)
    table = tuple(
        tuple(cells_of[line[column]] if column in line else None for column in range(width))
        for line in grid
    )
    merged = any(rows > 1 for _, _, rows, _ in anchors)
    return Sheet(file, name, table, merged, False, before, tuple(left), tuple(comments))


# Characters of the Wingdings fonts that w:sym names by their code.
_PRIVATE = 0xF000


def _words(block: Any, concealed: list[tuple[str, str]], *, hidden: bool) -> str:
    """The words of a paragraph, or of a table within a cell, as a reader sees them; what it does
    not see goes to *concealed*, with the reason."""
    parts: list[str] = []
    if _tag(block) == "tbl":
        for row in _inside(block, "tr"):
            cells = (_blocks(cell) for cell in _inside(row, "tc"))
            parts += ["\n", *(_words(b, concealed, hidden=hidden) + " " for c in cells for b in c)]
        return "".join(parts).strip()
    stack = [*reversed(block)]
    while stack:
        element = stack.pop()
        tag = _tag(element)
        if tag in ("Fallback", "pPr", "rPr", "instrText"):
            continue
        if tag in ("del", "moveFrom"):
            gone = _plain(element, "{*}delText") + _plain(element, "{*}t")
            concealed.append(("deleted", gone))
        elif tag == "r" and _is(element, "strike", "dstrike"):
            concealed.append(("struck", _plain(element, "{*}t")))
        elif tag == "r" and not hidden and _is(element, "vanish"):
            concealed.append(("hidden-text", _plain(element, "{*}t")))
        elif tag == "t":
            parts.append(in_symbols(str(element.text or ""), _font(element.getparent())))
        elif tag == "checkBox":
            parts.append("■" if _checked(element) else "□")
        elif tag == "tab":
            parts.append(" ")
        elif tag in ("br", "cr"):
            parts.append("\n")
        elif tag == "noBreakHyphen":
            parts.append("-")
        elif tag == "sym":
            code = next((v for key, v in element.attrib.items() if key.endswith("}char")), "")
            try:
                number = int(str(code), 16)
            except ValueError:
                continue
            parts.append(chr(number if number >= _PRIVATE else number + _PRIVATE))
        else:
            stack += reversed(element)
    return "".join(parts)


def _plain(element: Any, tag: str) -> str:
    return "".join(str(one.text or "") for one in element.iter(tag))


_NOT = ("0", "false", "off")


def _is(run: Any, *properties: str) -> bool:
    """Whether a run has one of the *properties*."""
    told = (_value(run, f"{{*}}rPr/{{*}}{one}", "true") for one in properties)
    return any(one is not None and one not in _NOT for one in told)


def _font(run: Any) -> str:
    fonts = run.find("./{*}rPr/{*}rFonts")
    return "" if fonts is None else " ".join(map(str, fonts.attrib.values()))


def _checked(box: Any) -> bool:
    """Whether a check box of a form is ticked: as it was left, else as it was made."""
    for name in ("checked", "default"):
        told = _value(box, f"{{*}}{name}", "true")
        if told is not None:
            return told not in _NOT
    return False
