"""Workbooks: hidden sheets, rows and columns, comments, names, and the words of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.attachments.contents import Contents, few, parted, ranges, row_of
from generator.attachments.leads import leads_of_formula
from generator.attachments.packages import (
    Package,
    all_of,
    look_into_package,
    opened,
)
from generator.attachments.persons import tag_of
from generator.attachments.texts import digits_of, joined
from generator.files.cells import letters, reference, whole
from generator.files.sheetfacts import SheetFacts, Struck, facts_of, sheet_parts
from generator.files.zips import elements, relations
from generator.problems import Location, Problem, problem

_SHEETS = re.compile(r"xl/worksheets/[^/]*\.xml")
_BOOK = "xl/workbook.xml"
# A number has fifteen digits in Excel: of a longer one the last are lost.
_KEPT, _LOST = 15, 10**15
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


@dataclass(slots=True)
class _Read:
    """The words of a sheet: rows as a reader goes through them, then what else its cells hold, each
    by itself; the places of numbers that are longer than Excel keeps them; whether a formula leads
    elsewhere."""

    rows: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    leads: bool = False

    @property
    def texts(self) -> tuple[str, str]:
        return parted(self.rows), parted(self.alone)


# A cell with all digits of a phone, an identity or a card is looked at by itself, and part of none.
_WHOLE, _ALONE = re.compile(r"[0-9]{11}|[0-9]{15,19}", re.ASCII), "¶"
_CELL, _VALUE, _FORMULA, _TEXT = "c", "v", "f", "is"
_OF_ROWS = frozenset((
    "r", "s", "t", "cm", "vm", "ph", "spans", "customFormat", "ht", "hidden", "customHeight",
    "outlineLevel", "collapsed", "thickTop", "thickBot",
))  # fmt: skip


def _read(sheet: bytes, shared: list[str]) -> _Read:
    found = _Read()
    row = 0
    for line in elements(sheet, "{*}row"):
        row += 1
        column = 0
        shown: list[str] = []
        if not _OF_ROWS.issuperset(line.keys()):
            found.alone += _unknown(line)
        for cell in line:
            if tag_of(cell) != _CELL:
                found.alone += _all_of(cell)
                continue
            row, column = reference(cell.get("r", "")) or (row, column + 1)
            shown.append(_shown(cell, shared, found))
            if len(shown[-1]) > _KEPT and _is_lost(cell, shown[-1]):
                found.lost.append(f"{letters(column)}{row}")
        found.rows.append(row_of(_ALONE if _WHOLE.fullmatch(one) else one for one in shown))
    return found


def _shown(cell: Any, shared: list[str], found: _Read) -> str:
    """What a cell shows, of a number its digits; what else it holds goes to *found*."""
    written, kind, inner = "", cell.get("t", "n"), None
    if not _OF_ROWS.issuperset(cell.keys()):
        found.alone += _unknown(cell)
    for part in cell:
        tag = tag_of(part)
        if tag == _VALUE:
            written = str(part.text or "")
        elif tag == _TEXT:
            inner = part
        elif tag == _FORMULA:
            formula = str(part.text or "")
            found.alone.append(formula)
            found.leads = found.leads or leads_of_formula(formula)
        else:
            found.alone += _all_of(part)
    if kind == "s":  # words that the shared strings hold, and are looked at there
        number = whole(written)
        return "" if number is None or number >= len(shared) else shared[number]
    said = digits_of(written) if kind == "n" else written
    if inner is not None:
        said += joined(inner, found.alone, [])
    found.alone.append(said)
    return said


def _is_lost(cell: Any, said: str) -> bool:
    return cell.get("t", "n") == "n" and said.lstrip("-").isdecimal() and abs(int(said)) >= _LOST


def _unknown(element: Any) -> Iterator[str]:
    return (value for key, value in element.attrib.items() if key not in _OF_ROWS)


def _all_of(element: Any) -> Iterator[str]:
    """Whatever an element holds that no sheet should."""
    for one in element.iter():
        yield from (str(one.text or ""), *map(str, one.attrib.values()))
