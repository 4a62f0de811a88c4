"""Workbooks: hidden sheets, rows and columns, comments, names, and the words of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.attachments.contents import Contents, few, parted, ranges, row_of
from generator.attachments.leads import leads_of_formula
from generator.attachments.packages import (
    Package,
    all_of,
    joined,
    look_into_package,
    opened,
)
from generator.attachments.persons import tag_of
from generator.files.cells import letters, reference, whole
from generator.files.sheetfacts import SheetFacts, Struck, facts_of, sheet_parts
from generator.files.zips import elements, relations
from generator.problems import Location, Problem, problem

_SHEETS = re.compile(r"xl/worksheets/[^/]*\.xml")
_BOOK = "xl/workbook.xml"
# Words of a sheet beside its cells: at the head and foot of a printed page, in lists to choose
# from, behind links.
_BESIDE = tuple(f"{{*}}{one}" for one in (
    "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter",
    "dataValidation", "hyperlink", "inputCells", "scenario", "filter",
))  # fmt: skip
# A number has fifteen digits in Excel: of a longer one the last are lost.
_KEPT, _LOST, _LONGEST = 15, 10**15, 10**20
# Names that Excel makes for itself: of filters and printed areas, and of functions it does not
# know.
_OWN_NAME = re.compile(r"_xl(?:nm|fn|ws|pm|eta)\b.*|_xl(?:fn|ws|pm|eta)\..*", re.IGNORECASE)
_OUTWARD = re.compile(r"\[[0-9]+\]|\[[^\]]*\.xl|(?:https?|file|ftp):|\\\\", re.IGNORECASE)


def look_into_workbook(data: bytes, at: Location) -> Contents:
    """Return what a workbook holds beside what a reader sees, and its words."""
    package = opened(data, at, rows=_SHEETS)
    if isinstance(package, Problem):
        return Contents((package,))
    members = package.members
    begin = [one.part for one in relations(members).values() if one.kind == "officeDocument"]
    sheets = sheet_parts(members)
    if begin != [_BOOK] or not sheets:
        return Contents((problem(at, "attachment-damaged"),))
    shared = [joined(one, [], []) for one in _strings(package)]
    problems = [*_of_names(package.trees[_BOOK], at)]
    texts: list[str] = []
    named = {sheet.part for sheet in sheets}
    for name in members:
        if _SHEETS.fullmatch(name.lower()) and name not in named:  # held, and never shown
            problems.append(problem(at, "attachment-embedded", part=name))
            texts += _read(members[name], shared).texts
    for sheet in sheets:
        if not sheet.shown:
            problems.append(problem(at, "attachment-hidden-sheet", sheet=sheet.name))
        tree = package.trees.get(sheet.part)
        if tree is not None and tag_of(tree) != "worksheet":  # a chart by itself
            continue
        facts = facts_of(members, sheet.part, Struck())
        problems += _of_sheet(sheet.name, facts, at)
        read = _read(members[sheet.part], shared)
        texts += read.texts
        if read.leads:
            problems.append(problem(at, "attachment-external", part=sheet.part))
        if read.lost:
            cells = few(read.lost)
            problems.append(problem(at, "attachment-number-lost", sheet=sheet.name, cells=cells))
    noted = {part for sheet in sheets for part in _notes(members, sheet.part)}
    for name, tree in package.trees.items():
        if tag_of(tree) in ("comments", "ThreadedComments") and name not in noted:
            count = sum(1 for _ in tree.iter("{*}comment", "{*}threadedComment"))
            problems.append(problem(at, "attachment-comments", part=name, count=count))
    return all_of(Contents(tuple(problems), tuple(texts)), look_into_package(package, at))


def _strings(package: Package) -> Iterator[Any]:
    for tree in package.trees.values():
        if tag_of(tree) == "sst":
            yield from tree.iterfind("./{*}si")


def _notes(members: Mapping[str, bytes], part: str) -> Iterator[str]:
    for one in relations(members, part).values():
        if one.kind in ("comments", "threadedComment"):
            yield one.part


def _of_names(book: Any, at: Location) -> Iterator[Problem]:
    count = 0
    for name in book.iter("{*}definedName"):
        hidden = name.get("hidden") in ("1", "true")
        own = _OWN_NAME.fullmatch(name.get("name", ""))
        count += bool((hidden and not own) or _OUTWARD.search(name.text or ""))
    if count:
        yield problem(at, "attachment-names", count=count)


def _of_sheet(name: str, facts: SheetFacts, at: Location) -> Iterator[Problem]:
    if rows := facts.used_hidden_rows:
        yield problem(at, "attachment-hidden-rows", sheet=name, rows=ranges(rows))
    if columns := sorted(one for one in facts.used_columns if facts.hides(one)):
        told = few(letters(column) for column in columns)
        yield problem(at, "attachment-hidden-columns", sheet=name, columns=told)
    if facts.comments:
        yield problem(at, "attachment-comments", part=name, count=len(facts.comments))


# -- cells -----------------------------------------------------------------------------------------


def _number(cell: Any) -> str:
    """What a cell holds that is a number: its digits, an empty text where it holds none or part of
    a whole."""
    value = cell.find("./{*}v")
    if cell.get("t", "n") != "n" or value is None:
        return ""
    try:
        number = Decimal((value.text or "").strip())
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number) >= _LONGEST or number != number.to_integral_value():
        return ""
    return f"{number:f}".partition(".")[0]


def _cells(sheet: bytes) -> Iterator[tuple[int, int, Any]]:
    """The cells of a sheet, each with its place."""
    row = 0
    for line in elements(sheet, "{*}row"):
        row += 1
        column = 0
        for cell in line.iterfind("./{*}c"):
            row, column = reference(cell.get("r", "")) or (row, column + 1)
            yield row, column, cell


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a sheet: rows as a reader goes through them, then each cell by itself; the
    places of numbers that are longer than Excel keeps them; whether a formula leads elsewhere."""

    texts: tuple[str, ...]
    lost: list[str]
    leads: bool


def _read(sheet: bytes, shared: list[str]) -> _Read:
    rows: list[list[str]] = []
    alone: list[str] = []
    lost: list[str] = []
    last, leads = 0, False
    for row, column, cell in _cells(sheet):
        if row != last:
            rows.append([])
            last = row
        said = [*_said(cell, shared)]
        rows[-1] += said[:1]
        alone += said
        leads = leads or any(map(leads_of_formula, said[1:]))
        if cell.get("t", "n") == "n" and len(said[0]) > _KEPT and abs(int(said[0])) >= _LOST:
            lost.append(f"{letters(column)}{row}")
    beside: list[str] = []
    for element in elements(sheet, *_BESIDE):
        beside += map(str, (*element.attrib.values(), *element.itertext()))
    texts = (parted(map(row_of, rows)), parted(alone), parted(beside))
    return _Read(texts, lost, leads)


def _said(cell: Any, shared: list[str]) -> Iterator[str]:
    """What a cell shows, then what else it holds; of a number its digits."""
    value, kind = cell.find("./{*}v"), cell.get("t", "n")
    written = "" if value is None else str(value.text or "")
    if kind == "s":
        number = whole(written)
        yield "" if number is None or number >= len(shared) else shared[number]
    elif kind == "inlineStr":
        held = cell.find("./{*}is")
        yield "" if held is None else joined(held, [], [])
    elif kind == "n":
        yield _number(cell)
    else:
        yield written
    if formula := cell.findtext("./{*}f"):
        yield str(formula)
