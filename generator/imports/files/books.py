"""A workbook as calamine reads it: values and merged ranges, sheet by sheet.

An old .xls is read in a process of its own, with bounds of memory and time: what its records claim
cannot be checked before, and a claim of many gigabytes would end the whole program.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.imports.cells import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

Span = tuple[tuple[int, int], tuple[int, int]]
_MEMORY = 1024 * 1024 * 1024
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Book:
    """One sheet of values: its name, whether it is shown, how far it reaches, what it holds.

    *values* are None where the sheet reaches further than a table of a catalogue.
    """

    name: str
    shown: bool
    rows: int
    columns: int
    values: list[list[Any]] | None
    merged: tuple[Span, ...] = ()


class BookError(Exception):
    """The file cannot be read; the text says why, empty where a password keeps it."""


def sheets_of(data: bytes) -> list[Book]:
    """Return the sheets of a workbook.

    Raises:
        BookError: It is damaged, or kept by a password.
    """
    import python_calamine as calamine

    found: list[Book] = []
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for known in book.sheets_metadata:
                if known.typ is not calamine.SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(known.name)
                rows, columns = sheet.total_height, sheet.total_width
                shown = known.visible is calamine.SheetVisibleEnum.Visible
                if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
                    found.append(Book(known.name, shown, rows, columns, None))
                    continue
                values = sheet.to_python(skip_empty_area=False)
                merged = tuple(sheet.merged_cell_ranges or ())
                found.append(Book(known.name, shown, rows, columns, values, merged))
    except calamine.PasswordError:
        raise BookError("") from None
    except calamine.CalamineError as error:
        raise BookError(_first_line(error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a fault of the library, no end of ours
            raise
        raise BookError(_first_line(error)) from None
    return found


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0][:80] or type(error).__name__


def old_sheets_of(data: bytes) -> list[Book]:
    """Return the sheets of an old workbook, read apart.

    Raises:
        BookError: It is damaged, kept by a password, or takes more than a table would.
    """
    data = _modest(data)
    if "fork" not in multiprocessing.get_all_start_methods():
        return sheets_of(data)
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_apart, args=(theirs, data, sheets_of), daemon=True)
    child.start()
    theirs.close()
    try:
        said = ours.recv() if ours.poll(_SECONDS) else BookError("time")
    except EOFError:  # it died of its bounds
        said = BookError("memory")
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(said, BookError):
        raise said
    return list(said)


def _apart(connection: Any, data: bytes, work: Callable[[bytes], list[Book]]) -> None:
    import resource

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the library says of its own fault
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY + _size()
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    try:
        connection.send(work(data))
    except BookError as error:
        connection.send(error)
    except MemoryError:
        connection.send(BookError("memory"))


def _size() -> int:
    """The address space that this process has already, in bytes; nothing where it is not told."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return _MEMORY


# The record of a sheet of BIFF 8 that says how far it reaches; more than 65,536 rows or 256 columns
# no such sheet has.
_REACH = re.compile(rb"\x00\x02\x0e\x00(.{14})", re.DOTALL)
_OLD_ROWS, _OLD_COLUMNS = 65_536, 256


def _modest(data: bytes) -> bytes:
    """An old workbook without claims of more rows and columns than it can have."""

    def checked(match: re.Match[bytes]) -> bytes:
        _, last_row, _, last_column, _ = struct.unpack("<IIHHH", match[1])
        fits = last_row <= _OLD_ROWS and last_column <= _OLD_COLUMNS
        return match[0] if fits else match[0][:4] + bytes(14)

    return _REACH.sub(checked, data)
