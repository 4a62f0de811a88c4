"""The sheet 登记信息 of an exported workbook, read back: what no column of a table shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.exports.register import HEADER, ITEMS, NAME, ORIGINAL, PRINTED
from generator.imports.cells import Cell, Sheet
from generator.model.entry import Entry

_KEYS = {item: key for key, item in ITEMS.items()}


@dataclass(slots=True)
class Registers:
    """What the registers of some files say, by id; the marks of each line as it was exported; the
    cells of the registers, each with what it is: ``header``, ``title``, ``register`` or
    ``register-unclear``; and the files that have one."""

    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    cells: dict[Sheet, dict[Cell, str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


def registers(sheets: Iterable[Sheet]) -> tuple[Registers, list[Sheet]]:
    """Take the registers out of *sheets*."""
    found = Registers()
    others: list[Sheet] = []
    for sheet in sheets:
        rows = [[cell.text if cell else "" for cell in row[: len(HEADER)]] for row in sheet.rows]
        if sheet.name != NAME or [*HEADER] not in rows:
            others.append(sheet)
            continue
        head = rows.index([*HEADER])
        found.files.add(sheet.file)
        cells = found.cells[sheet] = {}
        for number, (row, texts) in enumerate(zip(sheet.rows, rows, strict=True)):
            what = "title" if number < head else "header" if number == head else "register"
            if number > head and not _take(found, *texts):
                what = "register-unclear"
            cells |= {cell: what for cell in row if cell}
    return found, others


def _take(found: Registers, id: str, item: str, text: str) -> bool:
    """Take one row; return whether it says anything."""
    if not (id and item and text):
        return False
    told = found.told.setdefault(id, {})
    if item.startswith(ORIGINAL):
        told.setdefault("original", {})[item.removeprefix(ORIGINAL)] = text
        return True
    key = "imported" if item == PRINTED else _KEYS.get(item, "")
    value = text.split("、") if key in _SEVERAL else text
    try:  # as a record of YAML would say it
        said = Entry(**{**_ANY, key: value})
    except (TypeError, ValueError):
        return False
    if item == PRINTED:
        found.printed[id] = text
    else:
        told[key] = getattr(said, key)
    return True


_SEVERAL = ("duties", "suggested")
_ANY: dict[str, Any] = {"id": "-", "name": "-", "field": "-"}


def registered(entry: Entry, told: Mapping[str, Any]) -> Entry:
    """Return a new entry with what the register of its file says; what it came from is said
    there, or nowhere."""
    values: dict[str, Any] = {"source": "", "imported": "", **told}
    if "original" in told:
        values["original"] = tuple(told["original"].items())
    return replace(entry, **values)
