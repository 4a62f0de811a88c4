"""A word to be found in bytes, however they hold it.

Plain, in another encoding, escaped, written in letters for bytes, compressed, or in a part of a
package.  Each way has a control in the tests: bytes that hold the word that way, and are seen.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote_to_bytes
from zipfile import BadZipFile, ZipFile

DEEPEST = 3  # what was decoded is decoded again, so often

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
_HEX = re.compile(rb"[0-9A-Fa-f]{24,}")
_ESCAPED = re.compile(rb"(?:\\u[0-9A-Fa-f]{4}){4,}")
_PERCENT = re.compile(rb"(?:%[0-9A-Fa-f]{2}){4,}")
_ENTITIES = re.compile(rb"(?:&#(?:x[0-9A-Fa-f]+|[0-9]+);){4,}")


def _base64(data: bytes) -> Iterator[bytes]:
    for found in _BASE64.finditer(data):
        run = found[0].translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):  # letters may adjoin it
            part = run[start:]
            yield base64.b64decode(part[: len(part) // 4 * 4] + b"")
            if len(part) % 4 > 1:
                yield base64.b64decode(part + b"=" * (-len(part) % 4))


def _hex(data: bytes) -> Iterator[bytes]:
    for found in _HEX.finditer(data):
        for start in range(2):
            part = found[0][start:]
            yield bytes.fromhex(part[: len(part) // 2 * 2].decode())


def _unescaped(data: bytes) -> Iterator[bytes]:
    for found in _ESCAPED.finditer(data):
        with suppress(ValueError):
            yield str(json.loads(b'"' + found[0] + b'"')).encode(errors="replace")
    for found in _PERCENT.finditer(data):
        yield unquote_to_bytes(found[0])
    for found in _ENTITIES.finditer(data):
        yield unescape(found[0].decode()).encode(errors="replace")


def _wide(data: bytes) -> Iterator[bytes]:
    if data.count(0) > len(data) // 8:
        yield data.replace(b"\0", b"")  # ASCII in two or four bytes, either way round


def _reversed(data: bytes) -> Iterator[bytes]:
    yield data[::-1]


def _zlib(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[found.start() :])


def _gzip(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"\x1f\x8b\x08", data):
        with suppress(zlib.error):
            yield zlib.decompressobj(wbits=31).decompress(data[found.start() :])


def _bz2(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"BZh[1-9]1AY", data):
        with suppress(OSError):
            yield bz2.BZ2Decompressor().decompress(data[found.start() :])


def _lzma(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"\xfd7zXZ\x00", data):
        with suppress(lzma.LZMAError):
            yield lzma.LZMADecompressor().decompress(data[found.start() :])


def _zip(data: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" in data:
        with suppress(BadZipFile, OSError, zlib.error):
            with ZipFile(io.BytesIO(data[data.index(b"PK\x03\x04") :])) as package:
                for name in package.namelist():
                    yield name.encode() + b"\n" + package.read(name)


def _sqlite(data: bytes) -> Iterator[bytes]:
    """The values of a store, each whole: on its pages they may lie in pieces."""
    if not data.startswith(b"SQLite format 3"):
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        file.write_bytes(data)
        with suppress(sqlite3.DatabaseError):  # only the beginning of one
            for row in rows_of(file):
                yield b"\n".join(
                    one if isinstance(one, bytes) else str(one).encode() for one in row
                )


def rows_of(file: Path) -> list[tuple[object, ...]]:
    """Return every row of the tables of a database, in order; what `store` pressed is pressed no
    more."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted(name for (name,) in tables.fetchall())
        return [
            (name, *map(_unpressed, row))
            for name in names
            for row in sorted(database.execute(f'SELECT * FROM "{name}"').fetchall())
        ]
    finally:
        database.close()


def _unpressed(value: object) -> object:
    if isinstance(value, bytes):
        with suppress(zlib.error):  # behind a checksum of 16 bytes
            return zlib.decompress(value[16:])
    return value


WAYS: MappingProxyType[str, Callable[[bytes], Iterator[bytes]]] = MappingProxyType({
    "base64": _base64, "hex": _hex, "escapes": _unescaped, "wide": _wide, "reversed": _reversed,
    "zlib": _zlib, "gzip": _gzip, "bz2": _bz2, "lzma": _lzma, "zip": _zip, "sqlite": _sqlite,
})  # fmt: skip


def found_in(data: bytes, words: Iterable[str], depth: int = DEEPEST) -> set[str]:
    """Return which of *words* (ASCII, letter case aside) *data* holds, in whichever way."""
    wanted = {word.lower() for word in words}
    plain = data.lower()
    found = {word for word in wanted if word.encode() in plain}
    if depth:
        for name, way in WAYS.items():
            for inner in way(data):
                below = depth - 1 if name != "reversed" else 0
                found |= found_in(inner, wanted - found, below)
    return found


def held(word: str) -> Iterator[tuple[str, bytes]]:
    """Yield bytes that hold *word*, each with the way in which they do: the controls."""
    plain = f"前 {word} 后".encode()
    yield "plain", plain
    yield "base64", b"x=" + base64.b64encode(plain) + b";"
    yield "base64", b"abc" + base64.urlsafe_b64encode(plain)
    yield "hex", b"'" + plain.hex().encode() + b"'"
    yield "hex", b"A" + plain.hex().upper().encode()
    yield "escapes", "".join(f"\\u{ord(one):04x}" for one in word).encode()
    yield "escapes", "".join(f"%{ord(one):02X}" for one in word).encode()
    yield "escapes", "".join(f"&#{ord(one)};" for one in word).encode()
    yield "wide", word.encode("utf-16-le")
    yield "wide", word.encode("utf-16-be")
    yield "wide", word.encode("utf-32")
    yield "reversed", plain[::-1]
    yield "zlib", b"stream\n" + zlib.compress(plain)
    yield "gzip", b"--" + gzip.compress(plain)
    yield "bz2", bz2.compress(plain)
    yield "lzma", lzma.compress(plain[:9] * 99 + plain * 9)
    package = io.BytesIO()
    with ZipFile(package, "w", 8) as file:
        file.writestr("xl/sharedStrings.xml", plain * 3)
    yield "zip", package.getvalue()
    named = io.BytesIO()
    with ZipFile(named, "w") as file:
        file.writestr(f"{word}.txt", "")
    yield "plain", named.getvalue()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "a.sqlite"
        database = sqlite3.connect(store)
        database.execute("CREATE TABLE known (kind TEXT, value BLOB)")
        database.execute("INSERT INTO known VALUES ('read', ?)", (zlib.compress(plain),))
        database.commit()
        database.close()
        yield "sqlite", store.read_bytes()
    yield "twice", base64.b64encode(zlib.compress(plain))
