"""Fingerprints: equal values have equal keys, on any machine, in any process.

``repr`` of a frozen dataclass built from text, numbers, dates, enums and tuples is canonical.
Pickle would be faster to write and wrong: equal values can pickle differently.
"""

from __future__ import annotations

import marshal
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar, cast, overload

T = TypeVar("T", bound="str | tuple[str, ...]")

# Libraries whose version can change a byte of the site or a record that was read.
LIBRARIES = (
    "jinja2", "markupsafe", "markdown", "nh3", "pyyaml", "pydantic", "holidays", "python-stdnum",
    "xlsxwriter", "lxml", "pypdf", "pypinyin",
)  # fmt: skip


def fingerprint(*values: object) -> str:
    """Return a short key for *values*."""
    return blake2b(repr(values).encode(), digest_size=16).hexdigest()


class Many(Sequence[T]):
    """As many values as the catalogue has records, texts or tuples of texts, each packed: that is
    half the memory, and goes to another process as it is.  Its ``repr`` is a key of them all."""

    __slots__ = ("_packed",)

    def __init__(self, values: Iterable[T]) -> None:
        # As of version 2 the bytes follow from the value alone.
        self._packed = tuple(marshal.dumps(value, 2) for value in values)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(map(marshal.loads, self._packed[at]))
        return cast(T, marshal.loads(self._packed[at]))

    def __iter__(self) -> Iterator[T]:
        return map(marshal.loads, self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __eq__(self, other: object) -> bool:
        return self._packed == other._packed if isinstance(other, Many) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._packed)

    def __repr__(self) -> str:
        hashed = blake2b(digest_size=16)
        for packed in self._packed:  # which tells where it ends
            hashed.update(packed)
        return f"Many({hashed.hexdigest()})"


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
