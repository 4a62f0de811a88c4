"""Fingerprints: equal values have equal keys, on any machine, in any process.

``repr`` of a frozen dataclass built from text, numbers, dates, enums and tuples is canonical.
Pickle would be faster to write and wrong: equal values can pickle differently.
"""

from __future__ import annotations

import marshal
import os
import platform
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar, cast, overload

from generator.model.frozen import packing

T = TypeVar("T", bound="str | tuple[str, ...]")

_TOGETHER = 64  # values in a part

# Libraries whose version can change a byte of the site or a record that was read.
LIBRARIES = (
    "jinja2", "markupsafe", "markdown", "nh3", "pyyaml", "pydantic", "holidays", "python-stdnum",
    "xlsxwriter", "lxml", "pypdf", "pypinyin",
)  # fmt: skip


def fingerprint(*values: object) -> str:
    """Return a short key for *values*."""
    return blake2b(repr(values).encode(), digest_size=16).hexdigest()


@packing
@dataclass(frozen=True, slots=True)
class Part:
    """Some values after one another, packed: how many, and their bytes."""

    count: int
    body: bytes


class Many(Sequence[T]):
    """As many values as the catalogue has records, texts or tuples of texts, packed in *parts* of
    some: that is half the memory, or less, and goes to another process as it is.  Its ``repr`` is a
    key of them all."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(parts)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        at = range(len(self))[at]
        for part in self._parts:
            if at < part.count:
                return cast(T, _unpacked(part)[at])
            at -= part.count
        raise IndexError(at)

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(_unpacked, self._parts))

    def __len__(self) -> int:
        return sum(part.count for part in self._parts)

    def __eq__(self, other: object) -> bool:
        return self._parts == other._parts if isinstance(other, Many) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts)

    def __repr__(self) -> str:
        hashed = blake2b(digest_size=16)
        for part in self._parts:  # its bytes tell where they end
            hashed.update(part.body)
        return f"Many({hashed.hexdigest()})"


def part_of(values: Iterable[T], *, tight: bool = False) -> Part:
    """Return *values*, texts or tuples of texts, as a part of many; a *tight* one takes a fifth of
    the room and more time."""
    given = tuple(values)
    body = marshal.dumps(given, 2)  # as of version 2 the bytes follow from the values alone
    return Part(len(given), zlib.compress(body, 1) if tight else body)


def many(values: Iterable[T]) -> Many[T]:
    """Return *values* in parts."""
    rest = iter(values)
    return Many(map(part_of, iter(lambda: tuple(islice(rest, _TOGETHER)), ())))


def _unpacked(part: Part) -> Any:
    tuple_begins = part.body[:1] == b"("
    return marshal.loads(part.body if tuple_begins else zlib.decompress(part.body))


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
