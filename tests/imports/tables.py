"""Makers: a table as an office has it, in any form, and what an import makes of it in a bare site.

A good row is said by what differs.  Its table has a header of one row (`HEAD`) or of two (`OVER`,
`UNDER`, merged as `MERGED` says).
"""

from __future__ import annotations

import csv as separated
import html
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import docx as word
import xlsxwriter
import yaml
from lxml import etree

from generator.imports.files.openers import read_tables
from generator.imports.tables.headers import Header, find_header
from generator.intake import Wish, take_in
from generator.problems import Problem

from ..conftest import DAY
from .judge import FIELD
from .layouts import Span
from .test_real_tables import bare_site

KEYS = (
    "number", "group", "name", "content", "basis", "limit", "body", "channels",
    "everyone", "some", "proactive", "on_request", "county", "township",
)  # fmt: skip
HEAD = (
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
    "公开渠道和载体", "全社会", "特定群体", "主动", "依申请", "县级", "乡级",
)  # fmt: skip
OVER = (
    "序号", "公开事项", "", *HEAD[3:8], "公开对象", "", "公开方式", "", "公开层级", "",
)  # fmt: skip
UNDER = ("", *HEAD[1:3], "", "", "", "", "", *HEAD[8:])
MERGED: tuple[Span, ...] = (
    (0, 0, 1, 2), (0, 0, 8, 9), (0, 0, 10, 11), (0, 0, 12, 13),
    *((0, 1, column, column) for column in (0, 3, 4, 5, 6, 7)),
)  # fmt: skip
_GOOD_ROW: Mapping[str, str] = MappingProxyType({
    "number": "1", "group": "综合业务", "name": "政策文件", "content": "文件名称；文号",
    "basis": "《社会救助暂行办法》", "limit": "信息形成之日起20个工作日内", "body": "县民政局",
    "channels": "■政府网站 □政府公报", "everyone": "√", "proactive": "√", "county": "√",
})  # fmt: skip
# What a good row says, as an entry.
GOOD: Mapping[str, Any] = MappingProxyType({
    "group": "综合业务", "name": "政策文件", "content": ["文件名称", "文号"],
    "basis": [{"title": "社会救助暂行办法"}], "subject": [{"name": "县民政局"}],
    "time_limit": "信息形成之日起20个工作日内", "method": "主动公开", "channels": ["政府网站"],
    "audience": "全社会", "level": ["县级"],
})  # fmt: skip
OTHER = GOOD | {"name": "监督检查"}  # what `other` says
Row = Sequence[str]


def row(**differs: str) -> list[str]:
    """Return a good row, with what differs."""
    return blank(**_GOOD_ROW | differs)


def other(**differs: str) -> list[str]:
    """Return a second good row, with what differs."""
    return row(**{"number": "2", "name": "监督检查"} | differs)


def blank(**says: str) -> list[str]:
    """Return a row that says nothing else."""
    assert set(says) <= set(KEYS), says
    return [says.get(key, "") for key in KEYS]


def ticks(marks: str) -> dict[str, str]:
    """Return the tick cells of a row, a character for each; ``-`` is an empty one."""
    return {key: mark.strip("-") for key, mark in zip(KEYS[8:], marks, strict=True)}


def down(first: int, last: int, *keys: str) -> list[Span]:
    """Return the merges of the columns *keys* from one row to another, counted from 0."""
    return [(first, last, KEYS.index(key), KEYS.index(key)) for key in keys]


def across(line: int, left: str = "number", right: str = "township") -> Span:
    """Return the merge of a row from one column to another."""
    return line, line, KEYS.index(left), KEYS.index(right)


@dataclass(frozen=True)
class Table:
    """Rows of cells and what is merged of them."""

    rows: tuple[Row, ...]
    spans: tuple[Span, ...] = ()


def table(*rows: Row, spans: Iterable[Span] = ()) -> Table:
    """Return a table."""
    return Table(rows, tuple(spans))


@dataclass(frozen=True)
class File:
    """A file by its name and bytes."""

    name: str
    data: bytes


def csv(*rows: Row, separator: str = ",", encoding: str = "utf-8") -> File:
    """Return a table as text with separators."""
    out = io.StringIO()
    separated.writer(out, delimiter=separator).writerows(rows)
    return File("目录.csv", out.getvalue().encode(encoding))


Fill = Callable[[Any, Any], None]  # writes more into a workbook and a sheet of it


def xlsx(*rows: Row, spans: Iterable[Span] = (), fill: Fill | None = None) -> File:
    """Return a table as a workbook of one sheet, to which *fill* may add."""
    return book({"Sheet1": table(*rows, spans=spans)}, fill=fill)


def book(sheets: Mapping[str, Table], *, fill: Fill | None = None) -> File:
    """Return a workbook of several sheets; *fill* may add to each."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        for name, one in sheets.items():
            page = made.add_worksheet(name)
            for first, last, left, right in one.spans:
                page.merge_range(first, left, last, right, "")
            for number, line in enumerate(one.rows):
                for column, text in enumerate(line):
                    if text:
                        page.write_string(number, column, text)
            if fill:
                fill(made, page)
    return File("目录.xlsx", out.getvalue())


def docx(*parts: str | Table, edit: Callable[[Any], None] | None = None) -> File:
    """Return paragraphs and tables as a Word document, after *edit* had it."""
    document = word.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        made = document.add_table(len(part.rows), max(map(len, part.rows)))
        for line, cells in zip(part.rows, made.rows, strict=True):
            for text, cell in zip(line, cells.cells, strict=False):
                if text:
                    cell.text = text
        for first, last, left, right in part.spans:
            made.cell(first, left).merge(made.cell(last, right))
    if edit:
        edit(document)
    out = io.BytesIO()
    document.save(out)
    return File("目录.docx", out.getvalue())


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def in_word(xml: str) -> list[Any]:
    """Return pieces of the XML of Word as elements."""
    return [*etree.fromstring(f'<x xmlns:w="{_W}" xmlns:w14="{_W14}">{xml}</x>')]


def paragraph(cell: Any, xml: str) -> None:
    """Put runs in the place of those in the first paragraph of a cell of a Word document."""
    [first, *_] = cell._tc.p_lst
    first[:] = in_word(xml)


def run(text: str, properties: str = "") -> str:
    """Return a run of Word with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def page(*parts: str | Table, charset: str = "utf-8") -> File:
    """Return pieces of HTML and tables as a saved page."""
    body = "".join(part if isinstance(part, str) else markup(*part.rows) for part in parts)
    head = f"<!DOCTYPE html><html><head><meta charset='{charset}'></head>"
    return File("目录.html", f"{head}<body>{body}</body></html>".encode(charset))


def markup(*rows: Row | str) -> str:
    """Return a table of HTML; a row that is a text stands as it is."""
    lines = (line if isinstance(line, str) else tr(*map(html.escape, line)) for line in rows)
    return f"<table>{''.join(lines)}</table>"


def tr(*cells: str, tag: str = "td") -> str:
    """Return a row of HTML; what its cells hold stands as it is."""
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


@dataclass(frozen=True)
class Found:
    """What an import made of a file: entries, the account of its cells, what it told."""

    entries: list[dict[str, Any]]
    account: list[dict[str, Any]]
    told: tuple[Problem, ...]

    @property
    def problems(self) -> list[str]:
        """The rules of what it told."""
        return [one.rule for one in self.told]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What each entry says of the elements that a good row has."""
        return [{key: one[key] for key in GOOD if key in one} for one in self.entries]

    def each(self, *keys: str) -> list[Any]:
        """What each entry says of one element, or of several in a tuple; None for nothing."""
        told = [tuple(one.get(key) for key in keys) for one in self.entries]
        return told if len(keys) > 1 else [one for (one,) in told]

    def left(self) -> dict[str, str]:
        """The words that are in no entry, and the reason."""
        return {one["text"]: one["why"][0]["id"] for one in self.account if one["state"] == "left"}

    def whys(self, header: str = "") -> list[str]:
        """The reasons of what was guessed, in all columns or those of one header; not that of a
        category, which no table here has."""
        told = [one for one in self.account if one["state"] != "left"]
        told = [one for one in told if not header or one.get("header") == header]
        whys = [why["id"] for one in told for why in one.get("why", ())]
        return [why for why in whys if why != "suggested"]


def imported(folder: Path, file: File, *, field: str = FIELD, hidden: bool = False) -> Found:
    """Import a file into a bare site; where *field* is empty, into what the file names itself."""
    path, out = folder / file.name, folder / "entries.yaml"
    path.write_bytes(file.data)
    wish = Wish(field=field, output=out, hidden=hidden)
    taken = take_in(bare_site(folder / "site"), [path], wish, today=DAY, language="zh")
    text = out.read_text(encoding="utf-8") if out.exists() else "entries: []"
    tables: Any = (taken.record or {}).get("tables", [])
    account = [cell for one in tables for cell in (*one["cells"], *one["gaps"])]
    entries = yaml.load(text, yaml.CBaseLoader)["entries"]
    return Found(entries, account, taken.problems)


def header(file: File) -> Header | None:
    """Return the header of the first table of a file."""
    sheets, _ = read_tables(file.data, file.name)
    return find_header(sheets[0].rows)


def elements(file: File) -> list[str]:
    """Return what each column of the first table of a file says, a level by its own name."""
    found = header(file)
    assert found is not None
    return [f"{one.element} {one.word}".strip() for one in found.columns]
