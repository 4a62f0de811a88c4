"""TIFF directories (TIFF 6.0), which Exif is made of (CIPA DC-008): who took a picture, where, and
with which device.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_GPS, _EXIF = 0x8825, 0x8769
# Tags that tell who, where or with which device.
_TAGS: Mapping[int, str] = MappingProxyType({
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x02BC: "XMP",
    0x8298: "Copyright",
    0x83BB: "IPTC",
    0x8649: "Photoshop",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0x9C9F: "XPSubject",
    0x010E: "ImageDescription",
    0x927C: "MakerNote",
    0x9286: "UserComment",
    0xA430: "CameraOwnerName",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
    0xA436: "ImageTitle",
    0xA437: "Photographer",
    0xA438: "ImageEditor",
    0xC62F: "CameraSerialNumber",
})  # fmt: skip
_SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4)  # bytes of a value, by its type
_THUMBNAIL = 0x0201
_MOST_WORDS = 64 * 1024


def told_by(exif: bytes) -> Mapping[str, bytes]:
    """Return the names of what a block of Exif, or a TIFF, tells, with the words; ``Exif`` where it
    cannot be read to its end."""
    found: dict[str, bytes] = {}
    try:
        for name, words in _directories(exif):
            found[name] = found.get(name, b"") + words + b"\n"
    except (struct.error, IndexError, KeyError):
        found["Exif"] = exif[:_MOST_WORDS]
    return found


def _directories(exif: bytes) -> Iterator[tuple[str, bytes]]:
    order = {b"II": "<", b"MM": ">"}[exif[:2]]
    [first] = struct.unpack_from(f"{order}I", exif, 4)
    todo, seen = [first], {0}
    while todo:
        place = todo.pop()
        if place in seen:
            continue
        seen.add(place)
        [count] = struct.unpack_from(f"{order}H", exif, place)
        for entry in range(place + 2, place + 2 + 12 * count, 12):
            tag, kind, many, value = struct.unpack_from(f"{order}HHII", exif, entry)
            if tag == _EXIF:
                todo.append(value)
            elif tag == _GPS:
                if struct.unpack_from(f"{order}H", exif, value)[0]:
                    yield "GPS", b""
            elif tag == _THUMBNAIL:  # of the picture before it was cut
                yield "Thumbnail", b""
            elif tag in _TAGS:
                size = (_SIZES[kind] if kind < len(_SIZES) else 1) * many
                start = entry + 8 if size <= 4 else value
                if words := exif[start : start + min(size, _MOST_WORDS)].strip(b"\0 "):
                    yield _TAGS[tag], words
        following = place + 2 + 12 * count
        if following + 4 <= len(exif):
            todo += struct.unpack_from(f"{order}I", exif, following)
