"""Blocks of pictures: those of a JPEG (ITU-T T.81, B.1), the chunks of a PNG, the blocks of a GIF.

Blocks that belong to the picture itself are known by name and left out; any other is yielded, for
nobody sees what it holds.  What stands before a damage is yielded too: a viewer shows it.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_LONG_XMP = b"http://ns.adobe.com/xmp/extension/\0"

# What it is (exif, xmp, text, private, trailing; usual where programs speak of themselves; cut
# where the lines of the picture break off, damaged where anything else does), its name, its bytes.
Block = tuple[str, str, bytes]


# -- PNG -------------------------------------------------------------------------------------------

# Chunks of the picture itself, of its colours, its frames and its canvas; when it changed last.
_DRAWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME"
    b" acTL fcTL fdAT oFFs sCAL pCAL sTER gIFg iDOT vpAg"
    b" caNv orNT".split()
)


# What programs write into any picture: their own name, and when they made it.
_OF_PROGRAMS = re.compile(
    rb"Software\n[\w .,:;()/+-]{1,60}"
    rb"|(?:[Dd]ate:\w{1,12}|[Cc]reat(?:e|ion)[- _]?[Tt]ime)\n+[\w .,:+-]{1,40}"
)


def of_png(data: bytes) -> Iterator[Block]:
    place, drawn, name = len(PNG), False, b""
    while name != b"IEND":
        if place + 12 > len(data):
            yield "cut" if drawn else "damaged", "", b""
            return
        [length] = struct.unpack_from(">I", data, place)
        name = data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        place += 12 + length
        whole = check == struct.pack(">I", zlib.crc32(name + body))
        if not whole:
            yield "cut" if name == b"IDAT" else "damaged", "", b""
        if name in (b"tEXt", b"zTXt", b"iTXt"):
            xmp = body.startswith(b"XML:com.adobe.xmp\0")
            words = _unfolded(name, body)
            usual = _OF_PROGRAMS.fullmatch(words)
            yield "usual" if usual else "xmp" if xmp else "text", name.decode(), words
        elif name == b"eXIf":
            yield "exif", "eXIf", body
        elif name not in _DRAWN and whole:
            yield "private", name.decode("ascii", "replace"), body
        drawn = drawn or name == b"IDAT"
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
    try:
        return zlib.decompressobj().decompress(data, _MOST_TEXT)
    except zlib.error:
        return data


_MOST_TEXT = 8 * 1024 * 1024


# -- JPEG ------------------------------------------------------------------------------------------

_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers that have no length
_FILLED = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_MARKER = re.compile(rb"\xff+[^\xff\x00\x01\xd0-\xd7]", re.DOTALL)
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
# What applications add that belongs to the picture itself.
_COLOURS = (
    (0xE0, b"JFIF\0"),
    (0xE2, b"ICC_PROFILE\0"),
    (0xEE, b"Adobe"),
)
# What encoders write of themselves: the quality that was chosen, their name.
_OF_ENCODERS = re.compile(
    rb"Ducky\x00\x01\x00\x04.{4}\x00\x00"
    rb"|(?:CREATOR: gd-jpeg|File written by Adobe Photoshop|Lavc|LEAD Technologies|Intel\(R\) JPEG)"
    rb"[\w .,:;()/=+\xa8-]{0,60}[\x00\n]?",
    re.DOTALL,
)


def of_jpeg(data: bytes) -> Iterator[Block]:
    place, drawn = 2, False
    while True:
        marker = _FILLED.match(data, place)  # any number of them may fill up
        if marker is None:
            yield "cut" if drawn and data[place:].strip(b"\xff") == b"" else "damaged", "", b""
            return
        place, kind = marker.end(), marker[1][0]
        if kind == _END:
            break
        if kind in _ALONE:
            continue
        length = int.from_bytes(data[place : place + 2], "big")
        body = data[place + 2 : place + length]
        if kind in _APPLICATION or kind == _COMMENT:
            yield from _application(kind, body)
        if kind in (0, _START) or len(body) < length - 2 or length < 2:
            yield "cut" if drawn and place + length > len(data) else "damaged", "", b""
            return
        place += length
        if kind == _SCAN:
            place, drawn = _after_scan(data, place), True
    if data[place:].strip(b"\0\r\n "):
        yield "trailing", "", data[place:]


def _application(marker: int, body: bytes) -> Iterator[Block]:
    part = f"APP{marker - 0xE0}"
    if _OF_ENCODERS.fullmatch(body):
        yield "usual", part, body
    elif marker == _COMMENT:
        if body.strip(b"\0 "):
            yield "text", "COM", body
    elif any(marker == one and body.startswith(begin) for one, begin in _COLOURS):
        return
    elif marker == 0xE1 and body.startswith(b"Exif\0"):
        yield "exif", part, body[6:]
    elif marker == 0xE1 and body.startswith((_XMP, _LONG_XMP)):
        yield "xmp", part, body
    else:
        yield ("text" if marker == 0xED else "private"), part, body  # APP13: captions, by-lines


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands behind the coded lines of a picture, their end if none does."""
    following = _MARKER.search(data, place)
    return following.start() if following else len(data)


# -- GIF -------------------------------------------------------------------------------------------

_OF_ANIMATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def of_gif(data: bytes) -> Iterator[Block]:
    place, drawn = 13 + _colours(data[10:11]), False
    while (kind := data[place : place + 1]) != b";":
        if kind == b",":
            drawn = True
            _, place = _joined(data, place + 11 + _colours(data[place + 9 : place + 10]))
        elif kind == b"!":
            label = data[place + 1 : place + 2]
            body, place = _joined(data, place + 2)
            yield from _extension(label, body)
        else:
            yield "damaged" if kind or not drawn else "cut", "", b""
            return
    if data[place + 1 :].strip(b"\0\r\n "):
        yield "trailing", "", data[place + 1 :]


def _extension(label: bytes, body: bytes) -> Iterator[Block]:
    if label in (b"\xfe", b"\x01"):  # a comment, a text that is drawn
        if body.strip(b"\0 "):
            yield "text", "GIF", body
    elif label == b"\xff" and body.startswith(b"XMP DataXMP"):
        yield "xmp", "GIF", body
    elif label not in (b"", b"\xf9") and not body.startswith(_OF_ANIMATIONS):
        yield "private", "GIF", body


def _colours(flags: bytes) -> int:
    """How many bytes the table of colours has that *flags* speak of."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _joined(data: bytes, place: int) -> tuple[bytes, int]:
    """The pieces from *place* on, each behind its length, and where they end."""
    pieces = []
    while length := (data[place] if place < len(data) else 0):
        pieces.append(data[place + 1 : place + 1 + length])
        place += 1 + length
    return b"".join(pieces), place + 1
