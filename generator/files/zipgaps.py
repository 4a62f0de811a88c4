"""What a zip holds beside its members: bytes that its directory does not name, and comments.

The records are those of PKWARE's APPNOTE 4.3.  A member that was written as a stream is followed
by a descriptor of its sizes (4.3.9), which belongs to it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

_FILLED = b"\0\r\n "  # what may follow any file


def strays(data: bytes) -> bool:
    """Return whether a zip holds anything beside its members, or a comment.

    Raises:
        zipfile.BadZipFile: It is damaged; so do struct.error and zlib.error say.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = sorted(archive.infolist(), key=lambda one: one.header_offset)
        start, commented = archive.start_dir, archive.comment or any(m.comment for m in members)
    places = [*(one.header_offset for one in members), start]
    if commented or places[0] != 0:
        return True
    for one, (first, following) in zip(members, pairwise(places), strict=True):
        begin = _begin(data, first)
        end = begin + one.compress_size
        if not _is_nothing(data[end:following], one) or following < end:
            return True
        if one.compress_type == zipfile.ZIP_DEFLATED and _is_longer(data[begin:end]):
            return True
    return data[_end(data, start, len(members)) :].strip(_FILLED) != b""


def _begin(data: bytes, header: int) -> int:
    """Where the bytes of a member begin whose header stands at *header*."""
    name, extra = struct.unpack_from("<HH", data, header + 26)
    return header + 30 + int(name) + int(extra)


def _is_nothing(gap: bytes, member: zipfile.ZipInfo) -> bool:
    """Whether no more than its descriptor follows a member."""
    return not gap or (bool(member.flag_bits & 8) and gap in _descriptors(member))


def _descriptors(member: zipfile.ZipInfo) -> Iterator[bytes]:
    """What may describe a member, with and without a signature, its sizes in four or eight
    bytes; four that are too few keep the end of a size."""
    sizes = member.compress_size, member.file_size
    for packed in (
        struct.pack("<III", member.CRC, *(one & 0xFFFFFFFF for one in sizes)),
        struct.pack("<IQQ", member.CRC, *sizes),
    ):
        yield packed
        yield b"PK\x07\x08" + packed


def _is_longer(packed: bytes) -> bool:
    """Whether something follows a deflated stream."""
    stream, rest = zlib.decompressobj(-zlib.MAX_WBITS), packed
    while rest and not stream.eof:
        stream.decompress(rest, 1 << 20)
        rest = stream.unconsumed_tail
    return stream.unused_data != b""


def _end(data: bytes, start: int, entries: int) -> int:
    """Where a zip ends whose directory begins at *start*: its entries, the records of a large zip,
    the record of its end, one after the other."""
    place = start
    for _ in range(entries):
        place += 46 + sum(struct.unpack_from("<HHH", data, place + 28))
    for sign, length in _LAST:
        place += length if data.startswith(sign, place) else 0
    return place


_LAST = ((b"PK\x06\x06", 56), (b"PK\x06\x07", 20), (b"PK\x05\x06", 22))
