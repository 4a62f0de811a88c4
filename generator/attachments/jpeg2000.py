"""Boxes of JPEG 2000 (ITU-T T.800, annex I), which a PDF holds pictures in.

Boxes of the picture itself are known by name; any other is told.  Of the coded picture nothing is:
the comments in it name the program that wrote it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.attachments.blocks import Block

FILE = b"\0\0\0\x0cjP  \r\n\x87\n"
CODED = b"\xff\x4f\xff\x51"

_DRAWN = frozenset((
    b"jP  ", b"ftyp", b"rreq", b"jp2c", b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef",
    b"cgrp", b"opct", b"creg", b"res ", b"free",
))  # fmt: skip
_OF_BOXES = frozenset((b"jp2h", b"jpch", b"jplh"))
# What a box of a program holds, by the number that names the program.
_PROGRAMS: Mapping[bytes, str] = MappingProxyType({
    bytes.fromhex("be7acfcb97a942e89c71999491e3afac"): "xmp",
    b"JpgTiffExif->JP2": "exif",
    bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38"): "text",  # IPTC
})  # fmt: skip


def of_file(data: bytes) -> Iterator[Block]:
    """Yield the blocks of a file of JPEG 2000."""
    place = 0
    while data[place : place + 16].strip(b"\0\r\n "):
        head = data[place : place + 16].ljust(16, b"\0")
        length, kind, long = struct.unpack(">I4sQ", head)
        start = place + (16 if length == 1 else 8)
        end = {0: len(data), 1: place + long}.get(length, place + length)
        yield from _box(kind, data[start:end])
        if not start <= end <= len(data):
            yield "cut" if kind == b"jp2c" else "damaged", "", b""
            return
        place = end


def of_coded(data: bytes) -> Iterator[Block]:
    """Yield nothing: a coded picture by itself has no boxes."""
    yield from ()


def _box(kind: bytes, body: bytes) -> Iterator[Block]:
    name = kind.decode("ascii", "replace").strip()
    if kind in _OF_BOXES:
        yield from of_file(body)
    elif kind == b"xml ":
        yield "xmp" if b"xmpmeta" in body else "text", name, body
    elif kind == b"uuid" and body[:16] in _PROGRAMS:
        yield _PROGRAMS[body[:16]], name, body[16:]
    elif kind not in _DRAWN:
        yield "private", name, body
