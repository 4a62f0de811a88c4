"""Files without a template: the theme's assets, CSV, JSON, and the rows of the filter."""

from __future__ import annotations

import io
from csv import writer
from json import dumps
from typing import Any

# A cell that a spreadsheet would take for a formula (OWASP ASVS 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def asset(view: bytes) -> bytes:
    """Return a file of the theme as it is."""
    return view


def csv(view: tuple[tuple[str, ...], ...]) -> bytes:
    """Return rows of text as CSV (RFC 4180) with the mark by which spreadsheets know UTF-8.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; reading back,
    one leading apostrophe before ``= + - @`` or a tab is dropped.
    """
    file = io.StringIO()
    rows = writer(file, lineterminator="\r\n")
    for row in view:
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def json(view: Any) -> bytes:
    """Return pairs as a JSON object, in their order; whatever ends a line within stays escaped."""
    return _json(_plain(view), indent=1) + b"\n"


def rows(view: Any) -> bytes:
    """Return rows as a script, so that a page opened from a folder can load them."""
    return b"globalThis.gongkaiRows = " + _json(view, indent=None) + b";\n"


def _json(value: Any, *, indent: int | None) -> bytes:
    separators = None if indent else (",", ":")
    text = dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def _plain(value: Any) -> Any:
    """Pairs become objects; a tuple of anything else becomes a list."""
    if not isinstance(value, tuple):
        return value
    if value and all(_is_pair(item) for item in value):
        return {name: _plain(item) for name, item in value}
    return [_plain(item) for item in value]


def _is_pair(item: Any) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str)
