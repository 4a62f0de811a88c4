"""Metafiles (EMF, WMF) and bitmaps, which office programs write for any drawing.

Their records draw, and say nothing of persons; whole pictures that stand in one, as EMF+ and a
picture that was pasted have them, keep what they hold.  A bitmap holds nothing but its points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_WINDOWS = (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0", b"\2\0\x09\0")
_PICTURE = re.compile(
    rb"\xff\xd8\xff[\xe0\xe1]..(?:JFIF|Exif|http)|\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", re.DOTALL
)
_MOST = 100


def is_metafile(data: bytes) -> bool:
    """Return whether *data* is an EMF, a WMF or a bitmap."""
    enhanced = data.startswith(b"\1\0\0\0") and data[40:44] == b" EMF"
    return enhanced or data.startswith(_WINDOWS) or data.startswith(b"BM")


def pictures_in(data: bytes) -> Iterator[bytes]:
    """Yield the pictures that stand in a metafile, each with whatever follows it; the first of
    many."""
    for begin in islice(_PICTURE.finditer(data), _MOST):
        yield data[begin.start() :]
