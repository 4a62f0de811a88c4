"""Files without a template: the theme's assets, CSV, JSON, and the rows of the filter.

JSON comes as text, each entry encoded once for all the files that hold it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from csv import writer
from json import dumps

from generator.catalogue import Attached
from generator.exports.layout import FORMULA
from generator.page import JsonFile


def asset(view: bytes) -> bytes:
    """Return a file of the theme as it is."""
    return view


def attached(view: Attached) -> bytes:
    """Return a file that belongs to a document as it is."""
    return view.data


def csv(view: Iterable[tuple[str, ...]]) -> bytes:
    """Return rows of text as CSV (RFC 4180) with the mark by which spreadsheets know UTF-8.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; reading back,
    one leading apostrophe before ``= + - @`` or a tab is dropped.
    """
    file = io.BytesIO()
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")  # as text it would be twice as large
    rows = writer(text, lineterminator="\r\n")
    for row in view:
        rows.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row])
    text.flush()
    return file.getvalue()


def json(view: JsonFile) -> bytes:
    """Return a JSON object: what it says of itself, then its entries, one in each line."""
    if view.entries is None:
        return view.head.encode() + b"\n"
    file = io.BytesIO()
    file.write(f'{view.head[:-1]},"{view.key}":[\n'.encode())
    for number, one in enumerate(view.entries):
        file.write(f",\n{one}".encode() if number else one.encode())
    file.write(b"\n]}\n")
    return file.getvalue()


def rows(view: tuple[str, ...]) -> bytes:
    """Return JSON rows as a script, so that a page opened from a folder can load them."""
    return ("globalThis.gongkaiRows = [\n" + ",\n".join(view) + "\n];\n").encode()


def script(view: tuple[str, str]) -> bytes:
    """Return a file of the browser's index, name and text, as a script that hands both over."""
    name, text = view
    fields = (dumps(field, ensure_ascii=False)[1:-1] for field in text.split("\t"))
    return f'gongkaiSearch("{name}","{chr(9).join(fields)}");\n'.encode()
