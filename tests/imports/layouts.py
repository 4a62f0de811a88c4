"""Real tables laid out as office files with true merged cells, the way offices lay them out.

A cell that the source left empty and a careful reader filled from above is merged with the one
above.  With *two_rows*, 公开事项, 公开对象, 公开方式 and 公开层级 stand over their columns.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence

OVER = {
    "公开事项": r"[一二三]级\s?事\s?项|[一二三]級事項",
    "公开对象": r"全社\s?[会會]|特定\s?[群].*",
    "公开方式": r"主\s?[动動]|依申[请請].*",
    "公开层级": r".+[级級]",
}
Span = tuple[int, int, int, int]  # first row, last row, first column, last column


def heads(names: Sequence[str], *, two_rows: bool) -> tuple[list[list[str]], list[Span]]:
    """Return the rows of the header and what is merged in it."""
    if not two_rows:
        return [list(names)], []
    tops = [
        next((over for over, form in OVER.items() if re.fullmatch(form, name)), "")
        for name in names
    ]
    first, second, spans = [], [], []
    column = 0
    while column < len(names):
        end = column
        while tops[column] and end + 1 < len(names) and tops[end + 1] == tops[column]:
            end += 1
        if tops[column] and end > column:
            first += [tops[column]] + [""] * (end - column)
            second += list(names[column : end + 1])
            spans.append((0, 0, column, end))
        else:
            first.append(names[column])
            second.append("")
            spans.append((0, 1, column, column))
        column = end + 1
    return [first, second], spans


def merges(source: list[list[str]], filled: list[list[str]], shift: int) -> list[Span]:
    """Return which cells of the body are merged with those above them."""
    found = []
    for column in range(len(source[0])):
        start = 1
        for row in range(2, len(source) + 1):
            over = row < len(source) and not source[row][column] and filled[row][column]
            if not over:
                if row - 1 > start:
                    found.append((start - 1 + shift, row - 2 + shift, column, column))
                start = row
    return found


def laid_out(
    source: list[list[str]], filled: list[list[str]], *, two_rows: bool
) -> tuple[list[list[str]], list[Span]]:
    """Return all rows and all merged ranges of a table."""
    top, spans = heads(source[0], two_rows=two_rows)
    return [*top, *source[1:]], [*spans, *merges(source, filled, len(top))]


def as_xlsx(rows: list[list[str]], spans: list[Span], *, sheet: str = "Sheet1") -> bytes:
    """Return the table as a workbook."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(sheet)
        wrap = book.add_format({"text_wrap": True})
        covered = {
            (r, c)
            for a, b, left, right in spans
            for r in range(a, b + 1)
            for c in range(left, right + 1)
        }
        for row, line in enumerate(rows):
            for column, text in enumerate(line):
                if text and (row, column) not in covered:
                    page.write_string(row, column, text, wrap)
        for first, last, left, right in spans:
            if (first, left) != (last, right):
                page.merge_range(first, left, last, right, rows[first][left], wrap)
    return out.getvalue()


def as_docx(rows: list[list[str]], spans: list[Span], *, before: Sequence[str] = ()) -> bytes:
    """Return the table as a Word document."""
    import docx

    document = docx.Document()
    for line in before:
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for row, line in enumerate(rows):
        cells = table.rows[row].cells
        for column, text in enumerate(line):
            if text:
                first, *more = re.split(r"\n\n", text)
                cells[column].text = first
                for paragraph in more:
                    cells[column].add_paragraph(paragraph)
    for first, last, left, right in spans:
        texts = rows[first][left]
        table.cell(first, left).merge(table.cell(last, right))
        assert texts.split("\n")[0] in table.cell(first, left).text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(rows: list[list[str]], spans: list[Span], *, before: Sequence[str] = ()) -> bytes:
    """Return the table as a saved page with a menu in a table of its own."""
    at = {(first, left): (last - first + 1, right - left + 1) for first, last, left, right in spans}
    covered = {
        (r, c)
        for a, b, left, right in spans
        for r in range(a, b + 1)
        for c in range(left, right + 1)
    } - set(at)
    lines = []
    for row, line in enumerate(rows):
        cells = []
        for column, text in enumerate(line):
            if (row, column) in covered:
                continue
            down, across = at.get((row, column), (1, 1))
            span = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
            inner = html.escape(text).replace("\n\n", "</p><p>").replace("\n", "<br>")
            inner = f"<p>{inner}</p>" if "</p>" in inner else inner.replace("  ", "&nbsp; ")
            cells.append(f"<td{span}>{inner}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    menu = "<table><tr><td>首页</td><td>政务公开</td></tr></table>"
    head = "".join(f"<h2>{html.escape(line)}</h2>" for line in before)
    table = f"<table>{''.join(lines)}</table>"
    page = f"<html><head><meta charset='utf-8'></head><body>{menu}{head}{table}</body></html>"
    return page.encode()
