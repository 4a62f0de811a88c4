"""JPEG and PNG, block by block: who took a picture and where, notes, and what follows its end.

Exif is a TIFF directory (CIPA DC-008); the blocks of a JPEG are those of ITU-T T.81, B.1, the
chunks of a PNG those of its specification.  Blocks that belong to the picture itself are known by
name; any other is told, for nobody sees what it holds.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.attachments.contents import Contents, few
from generator.problems import Location, Problem, problem

_PNG = b"\x89PNG\r\n\x1a\n"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_LONG_XMP = b"http://ns.adobe.com/xmp/extension/\0"


class DamagedError(ValueError):
    """A picture breaks off or does not keep to its own form."""


def look_into_picture(data: bytes, at: Location) -> Contents:
    """Return what a JPEG or PNG picture holds beside the picture."""
    try:
        blocks = [*(_of_png if data.startswith(_PNG) else _of_jpeg)(data)]
    except (struct.error, IndexError, zlib.error, DamagedError):
        return Contents((problem(at, "attachment-damaged"),))
    problems: list[Problem] = []
    texts: list[str] = []
    for what, part, body in blocks:
        if what == "exif":
            if tags := few(_told(body)):
                problems.append(problem(at, "attachment-exif", tags=tags))
        elif what == "xmp":
            problems.append(problem(at, "attachment-xmp"))
        elif what == "text":
            problems.append(problem(at, "attachment-picture-text", part=part))
        elif what == "private":
            problems.append(problem(at, "attachment-picture-private", part=part))
        else:
            problems.append(problem(at, "attachment-trailing"))
        if what in ("exif", "xmp", "text"):
            texts.append(body.decode(errors="replace"))
    return Contents(tuple(problems), tuple(texts))


def is_picture(data: bytes) -> bool:
    """Return whether `look_into_picture` knows what to look for."""
    return data.startswith((_PNG, b"\xff\xd8\xff"))


def look_into_inner_picture(data: bytes, part: str, at: Location) -> Contents:
    """Return what a picture within another file, as its *part*, holds beside the picture."""
    within = look_into_picture(data, at)
    told = tuple(one for one in within.problems if one.rule != "attachment-damaged")
    problems = (problem(at, "attachment-picture-inside", part=part),) if told else ()
    return Contents(problems, within.texts)


Block = tuple[str, str, bytes]  # what it is (exif, xmp, text, private, trailing), its name, bytes


# -- PNG -------------------------------------------------------------------------------------------

# Chunks of the picture itself, of its colours and of its frames; the time of its last change.
_DRAWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME"
    b" acTL fcTL fdAT oFFs sCAL pCAL sTER gIFg".split()
)


def _of_png(data: bytes) -> Iterator[Block]:
    place = len(_PNG)
    while True:
        [length] = struct.unpack_from(">I", data, place)
        name = data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + length]
        [check] = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(name + body) != check:
            raise DamagedError
        place += 12 + length
        if name in (b"tEXt", b"zTXt", b"iTXt"):
            xmp = body.startswith(b"XML:com.adobe.xmp\0")
            yield "xmp" if xmp else "text", name.decode(), _unfolded(name, body)
        elif name == b"eXIf":
            yield "exif", "eXIf", body
        elif name not in _DRAWN:
            yield "private", name.decode("ascii", "replace"), body
        if name == b"IEND":
            break
    if data[place:].strip(b"\0\r\n "):
        yield "trailing", "", data[place:]


def _unfolded(name: bytes, body: bytes) -> bytes:
    """The words of a chunk of text, those that are compressed too."""
    keyword, _, rest = body.partition(b"\0")
    if name == b"tEXt":
        return body.replace(b"\0", b"\n")
    if name == b"zTXt":
        return keyword + b"\n" + _inflated(rest[1:])
    folded, rest = rest[:1] == b"\1", rest[2:]
    language, _, rest = rest.partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    return b"\n".join((keyword, language, translated, _inflated(text) if folded else text))


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MOST_TEXT)


_MOST_TEXT = 8 * 1024 * 1024


# -- JPEG ------------------------------------------------------------------------------------------

_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers that have no length
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
# What applications add that belongs to the picture itself.
_COLOURS = (
    (0xE0, b"JFIF\0"),
    (0xE2, b"ICC_PROFILE\0"),
    (0xEE, b"Adobe"),
)


def _of_jpeg(data: bytes) -> Iterator[Block]:
    place = 2
    while True:
        if data[place] != 0xFF:
            raise DamagedError
        while data[place] == 0xFF:  # any number of them may fill up
            place += 1
        marker = data[place]
        place += 1
        if marker == _END:
            break
        if marker in _ALONE:
            continue
        if marker in (0, _START):
            raise DamagedError
        [length] = struct.unpack_from(">H", data, place)
        body = data[place + 2 : place + length]
        if length < 2 or len(body) < length - 2:
            raise DamagedError
        place += length
        if marker in _APPLICATION or marker == _COMMENT:
            if (block := _application(marker, body)) is not None:
                yield block
        elif marker == _SCAN:
            place = _after_scan(data, place)
    if data[place:].strip(b"\0\r\n "):
        yield "trailing", "", data[place:]


def _application(marker: int, body: bytes) -> Block | None:
    if marker == _COMMENT:
        return ("text", "COM", body) if body.strip(b"\0 ") else None
    if any(marker == one and body.startswith(begin) for one, begin in _COLOURS):
        return None
    if marker == 0xE1 and body.startswith(b"Exif\0"):
        return "exif", "APP1", body[6:]
    if marker == 0xE1 and body.startswith((_XMP, _LONG_XMP)):
        return "xmp", "APP1", body
    part = f"APP{marker - 0xE0}"
    return ("text" if marker == 0xED else "private"), part, body  # APP13: captions, by-lines


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands behind the coded lines of a picture."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise DamagedError
        if data[place + 1] != 0 and data[place + 1] not in _ALONE:
            return place
        place += 2


# -- Exif ------------------------------------------------------------------------------------------

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


def _told(exif: bytes) -> list[str]:
    """The names of what a block of Exif tells; ``Exif`` where it cannot be read."""
    try:
        return sorted(set(_directories(exif)))
    except (struct.error, IndexError, DamagedError):
        return ["Exif"]


def _directories(exif: bytes) -> Iterator[str]:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        raise DamagedError
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
                    yield "GPS"
            elif tag == _THUMBNAIL:  # of the picture before it was cut
                yield "Thumbnail"
            elif tag in _TAGS:
                size = (_SIZES[kind] if kind < len(_SIZES) else 1) * many
                start = entry + 8 if size <= 4 else value
                if exif[start : start + size].strip(b"\0 "):
                    yield _TAGS[tag]
        following = place + 2 + 12 * count
        if following + 4 <= len(exif):
            todo += struct.unpack_from(f"{order}I", exif, following)
