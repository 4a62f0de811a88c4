"""Saved web pages to tables: every innermost table, with the words that stand above it.

Which of them is a catalogue is decided by its header, later.  What a page hides is named and left
out; nothing is fetched and no script is run.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from generator.files.cells import clean, whole
from generator.imports.cells import (
    MOST_COLUMNS,
    Cell,
    Left,
    Sheet,
    damaged,
    in_symbols,
    too_large,
)
from generator.imports.files.delimited import decoded
from generator.imports.tables.headers import find_header
from generator.problems import Location, Problem, problem

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
# The encodings of Chinese pages, and what reads each.  A page that names UTF-16 in its own bytes is
# in another: whoever can read the name knows that.
_CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "big5": "big5hkscs",
}  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div",
    "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_UNREAD = frozenset({"head", "link", "meta", "noscript", "script", "style", "template"})
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_LINE = 200
_LINES = 30


def read_html(
    data: bytes, file: str, *, hidden: bool
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the tables of a page: the innermost, and those that lay out a catalogue themselves."""
    from lxml import etree, html

    text = _text(data)
    if text is None:
        return (), (problem(Location(file), "table-encoding"),)
    text = re.sub(r"^\s*<\?xml[^>]*\?>|</(?:html|body)\s*>", "", text, flags=re.IGNORECASE)
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        return (), damaged(file, error)
    deep = [one.message for one in parser.error_log if "depth" in one.message.lower()]
    if deep:  # what lies deeper is not there
        return (), damaged(file, ValueError(deep[0]))
    sheets: list[Sheet] = []
    for number, (table, before) in enumerate(_tables(root), 1):
        lines = list(_rows(table))
        made = _sheet(file, f"表{number}", lines, before, hidden=hidden)
        if not isinstance(made, Sheet):
            return (), made
        sheets.append(made)
    return tuple(sheets), ()


def _text(data: bytes) -> str | None:
    """The text of a page: by the encoding it names, where that is true, else by its words."""
    told = _CHARSET.search(data[:4096])
    if told and (name := _CHARSETS.get(told[1].decode().lower())):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(name)
    read = decoded(data)
    return read[0] if read else None


def _tables(root: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield every table that is not there to lay out others, with the lines above it, the nearest
    last."""
    from lxml import etree

    lines: list[str] = []
    words: list[str] = []
    inside: list[Any] = []

    def flush() -> None:
        line = re.sub(r"\s+", " ", "".join(words)).strip()
        words.clear()
        if 1 < len(line) <= _LONGEST_LINE:
            lines.append(line)

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "table" and (element in inside or (not inside and _whole(element))):
            if event == "start":
                flush()
                lines += [" ".join(one.itertext()).strip() for one in element.iterfind("caption")]
                inside.append(element)
                yield element, tuple(lines[-_LINES:])
                lines = lines[-3:]  # a heading may stand above several tables
            else:
                inside.pop()
                words.clear()
        if inside or (tag in _UNREAD and tag != "head"):
            if event == "end" and not inside:
                words.append(element.tail or "")
            continue
        if event == "start":
            if tag in _BLOCKS:
                flush()
            words.append(element.text or "")
        else:
            if tag in _BLOCKS:
                flush()
            words.append(element.tail or "")


def _whole(table: Any) -> bool:
    """Whether a table is one of a catalogue, or holds no other."""
    if table.find(".//table") is None:
        return True
    lines = list(_rows(table))[:_LINES]
    made = _sheet("", "", lines, (), hidden=False)
    return isinstance(made, Sheet) and find_header(made.rows) is not None


def _rows(table: Any) -> Iterator[list[Any]]:
    """The rows of a table, not those of tables in its cells; its foot last."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for row in sorted(rows, key=lambda row: row.getparent().tag == "tfoot"):
        yield [cell for cell in row if cell.tag in ("td", "th")]


_TO_THE_END = 65_535


def _span(cell: Any, name: str) -> int:
    number = whole(str(cell.get(name) or "1"))
    if number == 0 and name == "rowspan":
        return _TO_THE_END
    return min(number or 1, _TO_THE_END)


def _concealed(element: Any) -> bool:
    style = element.get("style") or ""
    return element.get("hidden") is not None or bool(_CONCEALED.search(style))


def _sheet(
    file: str, name: str, lines: list[list[Any]], before: tuple[str, ...], *, hidden: bool
) -> Sheet | tuple[Problem, ...]:
    """The table of *lines*, or the problem that it is too large."""
    width = max(map(len, lines), default=0)  # at least; what is merged may be cut
    if large := too_large(file, name, len(lines), width):
        return large
    grid: list[dict[int, Cell | None]] = [{} for _ in lines]
    left: list[Left] = []
    merged = False
    for row, line in enumerate(lines):
        column = 0
        away = bool(line) and any(map(_concealed, line[0].iterancestors()))
        for one in line:
            while column in grid[row]:
                column += 1
            rows = min(_span(one, "rowspan"), len(lines) - row)
            columns = min(_span(one, "colspan"), MOST_COLUMNS - column)
            if columns < 1:
                break
            width = max(width, column + columns)
            if large := too_large(file, name, len(lines), width):
                return large
            out: list[tuple[str, str]] = []
            text = clean(_words(one, out, hidden=hidden))
            if (away or _concealed(one)) and not hidden:
                out, text = [("hidden-row", text or clean(_words(one, [], hidden=True)))], ""
            told = [Left(row + 1, column + 1, clean(words), why) for why, words in out]
            left += [one for one in told if one.text]
            merged = merged or rows > 1
            cell = Cell(text, row + 1, column + 1, rows, columns) if text else None
            for down in range(rows):
                for right in range(columns):
                    grid[row + down].setdefault(column + right, cell)
            column += columns
    width = max((max(line, default=-1) + 1 for line in grid), default=0)
    table = tuple(tuple(line.get(column) for column in range(width)) for line in grid)
    return Sheet(file, name, table, merged, False, before, tuple(left))


def _words(cell: Any, out: list[tuple[str, str]], *, hidden: bool) -> str:
    """The words of a cell as a browser shows them: a line for each block and each ``<br>``; what
    it conceals or strikes through goes to *out*, with the reason."""
    from lxml import etree

    parts: list[str] = []
    away: list[Any] = []
    fonts = [""]
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            inner = element is not cell and not away
            why = _why_out(element, hidden=hidden) if inner and tag not in _UNREAD else ""
            if why:
                out.append((why, "".join(element.itertext())))
            if away or why or tag in _UNREAD:
                away.append(element)
                continue
            fonts.append(_font(element) or fonts[-1])
            if tag == "img" and len(alt := element.get("alt") or "") <= _SIGN:
                parts.append(alt)
            if tag == "input" and element.get("type") in ("checkbox", "radio"):
                parts.append("■" if element.get("checked") is not None else "□")
            if tag in _BLOCKS:
                parts.append("\0")
            parts.append(in_symbols(_inline(element.text), fonts[-1]))
        else:
            if away:
                away.pop()
            else:
                fonts.pop()
                if tag in _BLOCKS and tag != "br":
                    parts.append("\0")
            if element is not cell and not away:
                parts.append(in_symbols(_inline(element.tail), fonts[-1]))
    text = re.sub(r" *\0+ *", "\n", "".join(parts))
    return re.sub(r" {2,}", " ", text)


_SIGN = 2  # as long as the words of a picture that stands for a tick
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)


def _why_out(element: Any, *, hidden: bool) -> str:
    """Why the words of an element are not taken, an empty text where they are."""
    if element.tag in ("del", "s", "strike") or _STRUCK.search(element.get("style") or ""):
        return "struck"
    return "hidden-text" if _concealed(element) and not hidden else ""


def _font(element: Any) -> str:
    named = re.search(r"font(?:-family)?\s*:([^;]*)", element.get("style") or "", re.IGNORECASE)
    return named[1] if named else element.get("face") or ""


def _inline(text: str | None) -> str:
    """Text as HTML takes it: a run of blanks and line ends is one blank."""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
