"""Numbers for things that come and go, so that one more or one less moves few of the others.

A thing's number is its place in a table with room to spare, found by its hash, as in a hash table
with open addressing.  A new thing takes a free place and moves at most the few that wanted it after
the first; all move only when the table grows.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32


def spread(text: str, before: int = 0) -> int:
    """Return a 32-bit number for *text*, the same everywhere; that of the text *before* it makes it
    one for both."""
    return crc32(text.encode(), before)


def slots_of(keys: Iterable[str], size: int = 0) -> dict[str, int]:
    """Return a number for each of *keys*, which are different, below *size*, or where none is given
    below `room` of their count."""
    ordered = sorted((spread(key), key) for key in keys)
    size = size or room(len(ordered))
    taken = bytearray(size)
    found = {}
    for value, key in ordered:
        at = value * size >> 32
        while taken[at]:  # in steps of its own, which meet every place: rooms hold only 2 and 3
            at = (at + value % size // 6 * 6 + 1) % size
        taken[at] = 1
        found[key] = at
    return found


def room(count: int) -> int:
    """Return the size of the table for *count* things: at least a fifth stays free, and it grows
    in steps of a half or a third."""
    size = 4
    while size * 4 < count * 5:
        size = size * 3 // 2 if size & (size - 1) == 0 else size * 4 // 3
    return size


def power(least: int) -> int:
    """Return the smallest power of two that is not below *least*."""
    return 1 << max(0, least - 1).bit_length()
