"""Pictures, block by block: who took one and where, notes, and what follows its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.attachments.blocks import PNG, Block, of_gif, of_jpeg, of_png
from generator.attachments.contents import Contents, few
from generator.attachments.exif import told_by
from generator.attachments.jpeg2000 import CODED, FILE, of_coded, of_file
from generator.attachments.metafiles import is_metafile, pictures_in
from generator.problems import Location, Problem, problem

_RULES: Mapping[str, str] = MappingProxyType({
    "exif": "attachment-exif",
    "xmp": "attachment-xmp",
    "text": "attachment-picture-text",
    "private": "attachment-picture-private",
    "trailing": "attachment-trailing",
    "cut": "attachment-damaged",
    "damaged": "attachment-damaged",
})  # fmt: skip
_NAMING = frozenset(("text", "private"))  # the blocks whose names are told
_WORDED = frozenset(("xmp", "text", "private", "usual"))
_MOST_TEXT = 8 * 1024 * 1024


def look_into_picture(data: bytes, at: Location) -> Contents:
    """Return what a picture of a known form holds beside the picture."""
    problems: dict[Problem, None] = {}
    texts: list[str] = []
    for what, part, body in _telling(data):
        facts = {"part": part} if what in _NAMING else {}
        if what == "exif":
            told = told_by(body)
            facts = {"tags": few(sorted(told))}
            texts += [words.decode(errors="replace") for words in told.values()]
        elif what in _WORDED:
            texts.append(body[:_MOST_TEXT].decode(errors="replace"))
        if what in _RULES:
            problems[problem(at, _RULES[what], **facts)] = None
    return Contents(tuple(problems), tuple(texts))


def is_picture(data: bytes) -> bool:
    """Return whether *data* is of a form that is looked into."""
    return _form(data) is not None


def look_into_inner_picture(data: bytes, part: str, at: Location) -> Contents:
    """Return what a picture within another file, as its *part*, holds beside the picture.

    That its lines break off is no fault of it: a reader sees the rest.
    """
    if not is_picture(data):
        return Contents((problem(at, "attachment-picture-unknown", part=part),))
    texts = look_into_picture(data, at).texts
    told = any(what not in ("cut", "usual") for what, _, _ in _telling(data))
    problems = (problem(at, "attachment-picture-inside", part=part),) if told else ()
    return Contents(problems, texts)


def look_into_part(data: bytes, part: str, at: Location) -> Contents:
    """Return what a *part* of another file holds beside a picture, if it is one or is called so."""
    if is_picture(data):
        return look_into_inner_picture(data, part, at)
    if is_metafile(data):
        return _look_into_metafile(data, part, at)
    if data.strip() and part.lower().endswith(_CALLED):
        return Contents((problem(at, "attachment-picture-unknown", part=part),))
    return Contents()


_CALLED = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jfif",
    ".gif",
    ".tif",
    ".tiff",
    ".wdp",
    ".bmp",
    ".dib",
    ".emf",
    ".wmf",
)
_OF_METAFILE = frozenset(("trailing", "cut", "damaged", "usual"))  # records follow a picture


def _look_into_metafile(data: bytes, part: str, at: Location) -> Contents:
    texts: list[str] = []
    told = False
    for picture in pictures_in(data):
        if any(what not in _OF_METAFILE for what, _, _ in _telling(picture)):
            told = True
            texts += look_into_picture(picture, at).texts
    problems = (problem(at, "attachment-picture-inside", part=part),) if told else ()
    return Contents(problems, tuple(texts))


def _telling(data: bytes) -> Iterator[Block]:
    """The blocks of a picture that tell something: not Exif that says which side is up."""
    if form := _form(data):
        yield from (block for block in form(data) if block[0] != "exif" or told_by(block[2]))


def _of_tiff(data: bytes) -> Iterator[Block]:
    yield "exif", "TIFF", data


_FORMS: Mapping[bytes, Callable[[bytes], Iterator[Block]]] = MappingProxyType({
    PNG: of_png,
    b"\xff\xd8\xff": of_jpeg,
    b"GIF8": of_gif,
    b"II*\0": _of_tiff,
    b"MM\0*": _of_tiff,
    b"II\xbc\1": _of_tiff,  # JPEG XR
    FILE: of_file,
    CODED: of_coded,
})  # fmt: skip


def _form(data: bytes) -> Callable[[bytes], Iterator[Block]] | None:
    return next((of for begin, of in _FORMS.items() if data.startswith(begin)), None)
