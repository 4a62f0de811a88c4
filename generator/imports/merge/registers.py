"""The sheet 登记信息 of an exported workbook, read back: what no column of a table shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.exports.register import HEADER, ITEMS, ORIGINAL
from generator.imports.cells import Cell, Sheet
from generator.model.entry import Entry, Suggestible

_KEYS = {item: key for key, item in ITEMS.items()}


@dataclass(slots=True)
class Registers:
    """What the registers of some files say, by id; their cells, each with what it is: ``header``,
    ``title``, ``register`` or ``register-unclear``; and the files that have one."""

    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    cells: dict[Sheet, dict[Cell, str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


def registers(sheets: Iterable[Sheet]) -> tuple[Registers, list[Sheet]]:
    """Take the registers out of *sheets*."""
    found = Registers()
    others: list[Sheet] = []
    for sheet in sheets:
        rows = [[cell.text if cell else "" for cell in row[: len(HEADER)]] for row in sheet.rows]
        if [*HEADER] not in rows:
            others.append(sheet)
            continue
        head = rows.index([*HEADER])
        found.files.add(sheet.file)
        cells = found.cells[sheet] = {}
        for number, (row, texts) in enumerate(zip(sheet.rows, rows, strict=True)):
            what = "title" if number < head else "header" if number == head else "register"
            if number > head and not _take(found.told, *texts):
                what = "register-unclear"
            cells |= {cell: what for cell in row if cell}
    return found, others


def _take(told: dict[str, dict[str, Any]], id: str, item: str, text: str) -> bool:
    """Take one row; return whether it says anything."""
    if not (id and item and text):
        return False
    if item.startswith(ORIGINAL):
        original = told.setdefault(id, {}).setdefault("original", {})
        original[item.removeprefix(ORIGINAL)] = text
        return True
    try:
        value = _value(_KEYS.get(item, ""), text)
    except (KeyError, ValueError):
        return False
    told.setdefault(id, {})[_KEYS[item]] = value
    return True


def _value(key: str, text: str) -> Any:
    """Raises: KeyError, ValueError: it is no such thing."""
    match key:
        case "order":
            return int(text)
        case "effective" | "ended":
            return date.fromisoformat(text)
        case "source":
            return text
        case "duties":
            return tuple(text.split("、"))
        case "suggested":
            return tuple(Suggestible(one) for one in text.split("、"))
    raise KeyError(key)


def registered(entry: Entry, told: Mapping[str, Any]) -> Entry:
    """Return a new entry with what the register of its file says; what it came from is said
    there, or nowhere."""
    values: dict[str, Any] = {"source": "", **told}
    if "original" in told:
        values["original"] = tuple(told["original"].items())
    return replace(entry, **values)
