"""A workbook as calamine reads it: values and merged ranges, sheet by sheet."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from generator.imports.cells import damaged, named, too_large
from generator.problems import Location, Problem, problem

Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Book:
    """One sheet of values: its name, whether it is shown, what it holds, what is merged in it."""

    name: str
    shown: bool
    values: list[list[Any]]
    merged: tuple[Span, ...] = ()


def books_of(
    data: bytes, file: str, measured: Collection[str] | None
) -> tuple[tuple[Book, ...], tuple[Problem, ...]]:
    """Return the sheets of a workbook, or the problem that it is damaged, kept by a password, or
    larger than a table.

    calamine makes room for a sheet as far as its last cell claims to be, whatever that takes: of an
    .xlsx only sheets are read that are *measured* before, by their names.
    """
    import python_calamine as calamine

    found: list[Book] = []
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for known in book.sheets_metadata:
                if known.typ is not calamine.SheetTypeEnum.WorkSheet:
                    continue
                if measured is not None and known.name not in measured:
                    lost = ValueError(f"no part of the sheet {named(known.name)}")
                    return (), damaged(file, lost)
                sheet = book.get_sheet_by_name(known.name)
                if large := too_large(file, known.name, sheet.total_height, sheet.total_width):
                    return (), large
                shown = known.visible is calamine.SheetVisibleEnum.Visible
                values = sheet.to_python(skip_empty_area=False)
                found.append(Book(known.name, shown, values, tuple(sheet.merged_cell_ranges or ())))
    except calamine.PasswordError:
        return (), (problem(Location(file), "table-encrypted"),)
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        return (), damaged(file, error)  # a panic is a fault of the library, no end of ours
    return tuple(found), ()
