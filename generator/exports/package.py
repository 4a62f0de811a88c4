"""Office files as packages whose bytes follow from what they hold.

The libraries that write them compress, and put the time into the package: both differ from one
machine or moment to the next.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# The earliest day that a package can name stands for every day, in packages and in properties.
EARLIEST = (1980, 1, 1, 0, 0, 0)
MADE = datetime(*EARLIEST)

_FIRST = "[Content_Types].xml"


def unpacked(package: bytes) -> dict[str, bytes]:
    """Return the parts of *package* by name."""
    with ZipFile(io.BytesIO(package)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return *parts* as a package: not compressed, in a fixed order, with a fixed date."""
    package = io.BytesIO()
    with ZipFile(package, "w", ZIP_STORED) as file:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            part = ZipInfo(name, EARLIEST)
            part.create_system = 3  # the same on every system
            part.external_attr = 0o644 << 16
            file.writestr(part, parts[name])
    return package.getvalue()
