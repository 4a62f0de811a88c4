"""Makers: a book of some entries, and what stands in the file that is written of it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZipFile

from lxml import etree
from python_calamine import CalamineSheet, CalamineWorkbook

from generator.catalogue import Catalogue
from generator.exports.book import Book, Sheet
from generator.exports.layout import Line, columns, line, line_texts, official_channels, sheet

from ..conftest import catalogue, entry, listed

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Row = tuple[str, str, str]


def of(*records: str) -> tuple[Catalogue, tuple[Line, ...]]:
    """Return the good catalogue with *records* as the only entries, and the line of each."""
    only = {"catalogue/entries/jiaoyu.yaml": "", "catalogue/entries/others.yaml": ""}
    found = catalogue({**only, "catalogue/entries/zhengdi.yaml": listed("entries", *records)})
    channels = official_channels(found)
    return found, tuple(line(found, one, channels) for one in found.entries)


def book(*records: str, fields: bool = False, register: Iterable[Row] = ()) -> Book:
    """Return a book of one sheet that holds *records*."""
    found, lines = of(*(records or (entry("a"),)))
    names = columns(found.entries, fields=fields)
    rows = (names, *sheet(names, map(line_texts, lines)))
    one = Sheet("征地补偿", "征地补偿领域政务公开标准目录", rows)
    return Book("目录", "示范市人民政府", "演示", (one,), tuple(register))


def opened(data: bytes, number: int = 0) -> CalamineSheet:
    """Return a sheet of an Excel file."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(number)


def rows_of(data: bytes, number: int = 0) -> list[list[str]]:
    """Return the cells of a sheet as text, row by row from the first."""
    return [[str(one) for one in row] for row in opened(data, number).to_python(nrows=None)]


def part(data: bytes, name: str) -> etree._Element:
    """Return a part of an office file as XML."""
    with ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))
