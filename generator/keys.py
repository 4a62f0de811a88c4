"""Fingerprints: equal values have equal keys, on any machine, in any process.

``repr`` of a frozen dataclass built from text, numbers, dates, enums and tuples is canonical.
Pickle would be faster to write and wrong: equal values can pickle differently.
"""

from __future__ import annotations

import os
import platform
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

# Libraries whose version can change a byte of the site or a record that was read.
LIBRARIES = (
    "jinja2", "markupsafe", "markdown", "nh3", "pyyaml", "pydantic", "holidays", "python-stdnum",
    "xlsxwriter", "lxml", "pypdf", "pypinyin",
)  # fmt: skip


def fingerprint(*values: object) -> str:
    """Return a short key for *values*."""
    return blake2b(repr(values).encode(), digest_size=16).hexdigest()


def digest(data: bytes) -> str:
    """Return the key of a file's bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def of_folder(path: Path) -> str:
    """Return the key of a folder's place, whatever its name is made of."""
    return digest(os.fsencode(path.absolute()))


def published(data: bytes) -> str:
    """Return the SHA-256 under which a published file is listed in manifest.json."""
    return sha256(data).hexdigest()


@cache
def program() -> str:
    """Return the key of this program: its own code and the libraries that shape bytes."""
    modules = sorted((path, file.read_bytes()) for path, file in _modules(files("generator"), ""))
    versions = [(name, _version(name)) for name in LIBRARIES]
    return fingerprint(platform.python_version(), versions, modules)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _modules(folder: Traversable, under: str) -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        path = f"{under}{item.name}"
        if item.is_dir():
            found += _modules(item, f"{path}/")
        elif item.name.endswith(".py"):
            found.append((path, item))
    return found
