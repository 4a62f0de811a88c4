"""What the XML of an .xlsx tells beyond its values: what is hidden, noted, computed, and how far a
sheet really reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.files.cells import clean, reference, whole
from generator.files.zips import elements, relations, tree_of


@dataclass(slots=True)
class SheetFacts:
    """What the XML of one sheet tells beyond its values; rows and columns from 1.

    *struck* are the words that are left of a cell where the rest is struck through, None where all
    of it is.  *used_columns* are the columns that hold a value, *used_hidden_rows* the hidden rows
    that do.  *far_rows* and *far_columns* are
    how far its cells reach that a library may keep, with an empty text too; where cells stand that
    are *unplaced* is not known.
    """

    rows: int = 0
    columns: int = 0
    far_rows: int = 0
    far_columns: int = 0
    unplaced: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    used_columns: set[int] = field(default_factory=set)
    used_hidden_rows: set[int] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    unknown: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    struck: dict[tuple[int, int], str | None] = field(default_factory=dict)

    def hides(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as its workbook names it: its name, the part that holds it, whether it is shown."""

    name: str
    part: str
    shown: bool


def sheet_parts(members: Mapping[str, bytes]) -> tuple[SheetPart, ...]:
    """Return the sheets of a workbook, those whose part is missing left out."""
    targets = relations(members, "xl/workbook.xml")
    book = tree_of(members["xl/workbook.xml"])
    found = []
    for sheet in book.iterfind(".//{*}sheets/{*}sheet"):
        id = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        relation = targets.get(str(id))
        if relation and relation.part in members:
            shown = sheet.get("state", "visible") == "visible"
            found.append(SheetPart(str(sheet.get("name", "")), relation.part, shown))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Struck:
    """What is struck through: of shared strings what is left, and the formats that strike all."""

    strings: dict[str, str] = field(default_factory=dict)
    formats: frozenset[str] = frozenset()


def struck_in(members: Mapping[str, bytes]) -> Struck:
    """Return what the strings and formats of a workbook strike through."""
    strings: dict[str, str] = {}
    formats: set[str] = set()
    shared, styles = members.get("xl/sharedStrings.xml", b""), members.get("xl/styles.xml", b"")
    if b"strike" in shared:
        for number, one in enumerate(elements(shared, "{*}si")):
            runs = one.findall("./{*}r")
            left = [run for run in runs if not _strikes(run.find("./{*}rPr"))]
            if len(left) < len(runs):
                strings[str(number)] = "".join(run.findtext("./{*}t") or "" for run in left)
    if b"strike" in styles:
        for root in elements(styles, "{*}styleSheet"):
            fonts = [_strikes(font) for font in root.iterfind("./{*}fonts/{*}font")]
            for number, one in enumerate(root.iterfind("./{*}cellXfs/{*}xf")):
                font = whole(str(one.get("fontId", "0")))
                if font is not None and font < len(fonts) and fonts[font]:
                    formats.add(str(number))
    return Struck(strings, frozenset(formats))


def _strikes(font: Any) -> bool:
    strike = None if font is None else font.find("./{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


_TRUE = ("1", "true")


def _hidden(row: Any) -> bool:
    """Whether a row is hidden, also by a height of nothing.

    Where a sheet hides rows (``zeroHeight``) it hides those that are not written, which hold
    nothing.
    """
    told = row.get("hidden")
    return _nothing(row.get("ht")) if told is None else told in _TRUE


def _nothing(measure: str | None) -> bool:
    return measure is not None and measure.strip(" 0.") == ""


def facts_of(members: Mapping[str, bytes], part: str, struck: Struck) -> SheetFacts:
    """Return what the XML of a sheet tells; places from 1."""
    found = SheetFacts()
    row = 1  # where a row stands that does not say so
    for element in elements(members[part], "{*}col", "{*}row", "{*}sheetData"):
        if element.tag.endswith("sheetData"):
            found.unplaced |= element.find("./{*}c") is not None  # in no row
            continue
        if element.tag.endswith("col"):
            if element.get("hidden") in _TRUE or _nothing(element.get("width")):
                span = int(element.get("min", 0)), int(element.get("max", 0))
                found.hidden_columns.append(span)
            continue
        told = whole(str(element.get("r", "")))
        found.unplaced |= told is None and "r" in element.attrib
        last = _row_of(element, row if told is None else told, struck, found)
        row = last if told is None else told
        if _hidden(element):
            found.hidden_rows.add(row)
        row += 1
    for relation in relations(members, part).values():
        if relation.kind in ("comments", "threadedComment") and relation.part in members:
            threaded = relation.kind == "threadedComment"
            for one in elements(
                members[relation.part], "{*}threadedComment" if threaded else "{*}comment"
            ):
                text = clean("".join(map(str, one.itertext())))
                if text:
                    found.comments.append((*(reference(str(one.get("ref", ""))) or (0, 0)), text))
    return found


def _row_of(line: Any, row: int, struck: Struck, found: SheetFacts) -> int:
    """Add what the cells of a row tell to *found*, and return the row of the last."""
    hidden, column = _hidden(line), 0
    cells = 0
    for cell in line.iterchildren("{*}c"):
        place = reference(cell.get("r", ""))
        found.unplaced |= place is None and "r" in cell.attrib
        row, column = place or (row, column + 1)
        cells += 1
        value, inner, formula = _parts_of(cell)
        if value is not None or inner:
            found.far_rows = max(found.far_rows, row)
            found.far_columns = max(found.far_columns, column)
        if formula:
            found.formulas.add((row, column))
            if not value and not inner and cell.get("t") != "str":
                found.unknown.append((row, column))
        if not value and not inner:
            continue
        if cell.get("s") in struck.formats:
            found.struck[row, column] = None
        elif cell.get("t") == "s" and (left := struck.strings.get(value or "")) is not None:
            found.struck[row, column] = left
        found.rows, found.columns = max(found.rows, row), max(found.columns, column)
        found.used_columns.add(column)
        if hidden:
            found.used_hidden_rows.add(row)
    found.unplaced |= cells < sum(1 for _ in line.iter("{*}c"))  # one in another
    return row


def _parts_of(cell: Any) -> tuple[str | None, bool, bool]:
    """The value of a cell as it is written, whether it has a text of its own, and a formula."""
    value, inner, formula = None, False, False
    for one in cell.iterchildren("{*}v", "{*}is", "{*}f"):
        tag = one.tag.rpartition("}")[2]
        if tag == "v":
            value = str(one.text or "")
        else:
            inner, formula = inner or tag == "is", formula or tag == "f"
    return value, inner, formula
