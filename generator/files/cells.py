"""The words of a cell, and what places in a spreadsheet are called."""

from __future__ import annotations

import re

from generator.decoded import FORBIDDEN

_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]|_x000[DA]_")
# What the Wingdings fonts draw for characters of the private use area: ticked boxes, empty boxes,
# ticks.
_SYMBOLS = str.maketrans(
    {
        **dict.fromkeys("\uf0fe\uf0fd\uf052\uf06e\uf0a7", "■"),
        **dict.fromkeys("\uf0a8\uf06f\uf071\uf0a3\uf072", "□"),
        **dict.fromkeys("\uf0fc\uf050", "√"),
    }
)
_UNSEEN = re.compile("[\u200b-\u200d\u2060\xad\ufeff]")


def clean(text: str) -> str:
    """Return the words of a cell: ends of line as ``\\n``, symbols as the signs they draw, without
    what no reader can see."""
    text = _BREAK.sub("\n", text).translate(_SYMBOLS)
    text = FORBIDDEN.sub("", _UNSEEN.sub("", text))
    return text.strip()


def whole(text: str) -> int | None:
    """Return the number below a thousand million that *text* writes in plain digits, else None."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def letters(column: int) -> str:
    """Return the name of a spreadsheet's column, from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def reference(text: str) -> tuple[int, int] | None:
    """Return the row and column that *text* (``B3``) names, None where it names none."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
