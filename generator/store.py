"""What earlier builds knew: values by kind and key, in ``.cache/``.

Deleting the folder is always safe, and so is every state of it: a value is taken only when its
checksum is right and everything it is made of belongs to this program.  What cannot be read is
forgotten, and the build is only slower.
"""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, SupportsBytes, TypeVar

T = TypeVar("T")

_TEXTS = frozenset({str, date})
# The names a remembered value may be made of.  Nothing else is ever imported or called.
_PLAIN = frozenset({("datetime", "date"), ("builtins", "frozenset"), ("copyreg", "_reconstructor")})


class Store:
    """Remembered values; without a folder it remembers nothing.

    Attributes:
        aside: Puts bytes aside until they are asked for; what is new is there until it is saved.
    """

    def __init__(
        self, folder: Path | None, aside: Callable[[bytes], SupportsBytes] = bytes
    ) -> None:
        self.aside = aside
        self._new: dict[tuple[str, str], SupportsBytes] = {}
        self._values: dict[tuple[str, str], Any] = {}  # what of it was asked for already
        self._used: set[tuple[str, str]] = set()
        self._file = folder / "build.sqlite" if folder else None
        self._database: sqlite3.Connection | None = None

    def recall(self, kind: str, key: str, of: type[T], *, hold: bool = True) -> T | None:
        """Return the value remembered under *key*, None when there is none to trust; with *hold* it
        is the same one for all who ask."""
        self._used.add((kind, key))
        value = self._values.get((kind, key))
        if value is None:
            value = self._stored(kind, key)
            if hold:
                self._values[kind, key] = value
        return value if isinstance(value, of) else None

    def _stored(self, kind: str, key: str) -> Any:
        if (kind, key) in self._new:
            return _trusted(bytes(self._new[kind, key]))
        database = self._open()
        if database is None:
            return None
        try:
            row = database.execute(
                "SELECT value FROM known WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
        except sqlite3.Error:
            return None
        return _trusted(row[0]) if row else None

    def remember(self, kind: str, key: str, value: object) -> None:
        """Keep *value* under *key* until `save`."""
        self.put(kind, key, packed(value))
        self._values[kind, key] = value

    def worked_out(self, kind: str, key: str, of: type[T], work: Callable[[], T]) -> T:
        """Return the value remembered under *key*, else what *work* makes, which is remembered from
        now; neither is held."""
        value = self.recall(kind, key, of, hold=False)
        if value is not None:
            return value
        made = work()
        self.put(kind, key, packed(made))
        return made

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keep what `packed` made of a value under *key* until `save`."""
        self._used.add((kind, key))
        self._new[kind, key] = self.aside(body)
        self._values.pop((kind, key), None)

    def save(self) -> None:
        """Write what is new and forget what this build did not use of the kinds that it used."""
        if self._file is None:
            return
        with suppress(sqlite3.Error, OSError):
            self._file.parent.mkdir(exist_ok=True)
            try:
                self._save(self._open() or self._fresh(self._file))
            except sqlite3.OperationalError:  # locked, or no room: another time
                raise
            except sqlite3.DatabaseError:  # damaged beyond its beginning
                self._save(self._fresh(self._file))

    def _save(self, database: sqlite3.Connection) -> None:
        with database:
            known = set(
                database.execute(
                    "SELECT kind, key FROM known WHERE kind NOT IN ('pages', 'published')"
                )
            )
            kinds = {kind for kind, _ in self._used}
            stale = sorted(one for one in known - self._used if one[0] in kinds)
            database.executemany("DELETE FROM known WHERE kind = ? AND key = ?", stale)
            database.executemany(
                "INSERT OR REPLACE INTO known VALUES (?, ?, ?)",
                ((kind, key, bytes(value)) for (kind, key), value in self._new.items()),
            )
        database.close()
        self._database = None
        self._new.clear()
        self._values = {at: value for at, value in self._values.items() if at in self._used}
        self._used.clear()

    def _open(self) -> sqlite3.Connection | None:
        if self._database is None and self._file and os.path.isfile(self._file):
            try:
                database = sqlite3.connect(self._file)
                database.execute("SELECT kind, key, value FROM known LIMIT 1").fetchone()
                self._database = database
            except sqlite3.Error:
                return None
        return self._database

    def _fresh(self, file: Path) -> sqlite3.Connection:
        for old in file.parent.glob(f"{file.name}*"):
            old.unlink()
        database = sqlite3.connect(file)
        database.execute(
            "CREATE TABLE known (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))"
            " WITHOUT ROWID"
        )
        return database


def packed(value: object) -> bytes:
    """Return *value* as it is kept: its checksum, and what it is made of in a fifth of its room."""
    body = zlib.compress(dumped(value), 1)
    return blake2b(body, digest_size=16).digest() + body


def once(value: Any, known: dict[Any, Any]) -> Any:
    """Return *value* made of values that are *known* wherever they are equal and of the same types,
    so that it is kept in less room and takes less when it is recalled.

    Records are changed in place: nobody else may have seen them yet.
    """
    kind = type(value)
    if kind is tuple:
        value = tuple([once(part, known) for part in value])
        key = (kind, *map(id, value))
    elif is_dataclass(value):
        parts = []
        for name in kind.__dataclass_fields__:
            part = getattr(value, name)
            same = once(part, known)
            if same is not part:
                object.__setattr__(value, name, same)
            parts.append(id(same))
        key = (kind, *parts)
    elif kind in _TEXTS:
        key = value
    else:
        return value
    return known.setdefault(key, value)


def dumped(value: object) -> bytes:
    """Return *value* as bytes."""
    return pickle.dumps(value, protocol=5)


def loaded(body: bytes) -> Any:
    """Return the value that `dumped` made bytes of.

    Raises:
        Exception: It is made of something else than this program's records and plain data, or no
            value at all.
    """
    return _Loader(io.BytesIO(body)).load()


class _Loader(pickle.Unpickler):
    """Unpickles values made of this program's records and of plain data; refuses all else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("generator.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _trusted(stored: Any) -> Any:
    if (
        not isinstance(stored, bytes)
        or blake2b(stored[16:], digest_size=16).digest() != stored[:16]
    ):
        return None
    try:
        return loaded(zlib.decompress(stored[16:]))
    except Exception:  # whatever a damaged or foreign value raises, it is not known
        return None
