"""The account of an import: of every cell that is not empty, what became of it.

Understood, guessed (and why), kept as it is beside the form, header, or left over.  Every text
passes `personal.masked`: an account is read by more people than the table was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.imports.cells import Cell, Sheet, place
from generator.imports.merge.placing import Placed
from generator.imports.tables.columns import Column
from generator.imports.tables.rows import Parted
from generator.imports.words.heads import Why
from generator.personal import masked

UNDERSTOOD, GUESSED, KEPT, HEAD, LEFT = "understood", "guessed", "kept", "header", "left"


@dataclass(frozen=True, slots=True)
class Told:
    """One cell of the account: where, what, what became of it, in which entries, and why."""

    place: str
    row: int
    column: int
    text: str
    state: str
    header: str = ""
    element: str = ""
    entries: tuple[str, ...] = ()
    whys: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one table: its cells, and what was guessed where nothing stands."""

    file: str
    sheet: str
    field: str
    items: int
    cells: tuple[Told, ...]
    gaps: tuple[Told, ...]


def account(
    sheet: Sheet,
    parted: Parted,
    placed: Iterable[tuple[Placed, tuple[Column, ...]]],
    field: str,
) -> Account:
    """Return what became of every cell of *sheet* that is not empty."""
    placed = list(placed)
    of: dict[Cell, list[tuple[Placed, Column]]] = defaultdict(list)
    whys: dict[Cell, list[Why]] = defaultdict(list)
    gaps: list[Told] = []
    for one, columns in placed:
        for column in columns:
            cells = one.draft.item.cells.get(column.index, ())
            for cell in cells:
                of[cell].append((one, column))
            for why in one.draft.whys.get(column.index, ()):
                if why[0] == "filled" or not cells:
                    row = one.draft.item.rows[0]
                    at = cells[0].column if cells else column.index + 1
                    gaps.append(_gap(sheet, one, column, row, at, why))
                else:
                    whys[cells[0]].append(why)
        for why in one.draft.whys.get(-1, ()):
            row = one.draft.item.rows[0]
            gaps.append(_gap(sheet, one, None, row, 0, why))
    left = dict(parted.left)
    heads = set(parted.heads)
    told = []
    for cell in dict.fromkeys(cell for row in sheet.rows for cell in row if cell):
        where, text = _place(sheet, cell.row, cell.column), masked(cell.text)
        if cell in heads:
            told.append(Told(where, cell.row, cell.column, text, HEAD))
        elif cell in of:
            column = of[cell][0][1]
            reasons = tuple(dict.fromkeys(whys.get(cell, ())))
            state = GUESSED if reasons else UNDERSTOOD
            state = KEPT if column.element in ("extra", "ticks") else state
            ids = tuple(dict.fromkeys(one.entry.id for one, _ in of[cell] if one.entry.id != "-"))
            here = Told(
                where, cell.row, cell.column, text, state, masked(column.header), column.element
            )
            told.append(replace(here, entries=ids, whys=reasons))
        else:
            because = left.get(cell, "no-column")
            told.append(Told(where, cell.row, cell.column, text, LEFT, whys=((because,),)))
    for out in sheet.left:
        where = _place(sheet, out.row, out.column) if out.row else masked(sheet.name)
        told.append(Told(where, out.row, out.column, masked(out.text), LEFT, whys=((out.why,),)))
    return Account(
        masked(sheet.file), masked(sheet.name), field, len(placed), tuple(told), tuple(gaps)
    )


def of_register(sheet: Sheet, cells: Mapping[Cell, str]) -> Account:
    """Return the account of a sheet 登记信息: *cells* with what each is."""
    states = {"header": HEAD, "register": UNDERSTOOD}
    told = []
    for cell, what in cells.items():
        state = states.get(what, LEFT)
        whys: tuple[Why, ...] = ((what,),) if state == LEFT else ()
        where, text = _place(sheet, cell.row, cell.column), masked(cell.text)
        told.append(Told(where, cell.row, cell.column, text, state, whys=whys))
    return Account(masked(sheet.file), masked(sheet.name), "", 0, tuple(told), ())


def _place(sheet: Sheet, row: int, column: int) -> str:
    return masked(place(sheet, row, column))


def _gap(sheet: Sheet, one: Placed, column: Column | None, row: int, at: int, why: Why) -> Told:
    where = _place(sheet, row, at) if at else masked(f"{sheet.name} 第{row}行".strip())
    header, element = (masked(column.header), column.element) if column else ("", "category")
    return Told(where, row, at, "", GUESSED, header, element, (one.entry.id,), (why,))
