"""PDF, object by object: what acts, what is attached, who wrote it, and the words of its pages.

Every object that the file's table names is looked at, whether a page uses it or not.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.attachments.addresses import is_public, is_script
from generator.attachments.contents import Contents, few, parted, ranges
from generator.attachments.layers import hidden_layers
from generator.attachments.pdfobjects import (
    PERSONS,
    dictionaries,
    got,
    has_words,
    is_filled,
    is_note,
    last_filter,
    name,
    numbered,
)
from generator.attachments.pictures import look_into_inner_picture
from generator.attachments.revisions import earlier_pieces
from generator.files.zips import tree_of
from generator.problems import Location, Problem, problem

_ACTS = frozenset((
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition",
    "/RichMediaExecute", "/Movie", "/Sound", "/ResetForm",
))  # fmt: skip
_ATTACHED = frozenset(("/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"))
_PICTURES: Mapping[str, str] = MappingProxyType({
    "/DCTDecode": "JPEG",
    "/DCT": "JPEG",
    "/JPXDecode": "JPEG 2000",
})  # fmt: skip
_STAMP = re.compile(r"D:\d{4,14}")


def look_into_pdf(data: bytes, at: Location) -> Contents:
    """Return what a PDF holds beside its pages, and the words of these."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if not reader.is_encrypted:
            return _look(reader, data, at)
    except (DependencyError, FileNotDecryptedError):  # a cipher that is not installed
        pass
    return Contents((problem(at, "attachment-encrypted"),))


def _look(reader: Any, data: bytes, at: Location) -> Contents:
    texts: list[str] = []
    problems = [
        *_of_objects(reader, at, texts),
        *_of_file(reader, data, at),
        *_of_pages(reader, at, texts),
    ]
    return Contents(tuple(problems), tuple(texts))


def _of_objects(reader: Any, at: Location, texts: list[str]) -> Iterator[Problem]:
    """What acts, what is attached, who is named, pictures; their words go to *texts*."""
    beside: list[str] = []
    acts = set(_opening(reader))
    attached: set[str] = set()
    outward: set[str] = set()
    fields = 0
    for one in (one for _, top in numbered(reader) for one in dictionaries(top)):
        beside += _strings(one)
        acts.update(_actions(one))
        attached.update(_files(one))
        outward.update(_outward(one))
        fields += is_filled(one)
        if _is_xmp(one):
            yield from _of_xmp(one.get_data(), at, texts)
        if (form := _PICTURES.get(last_filter(one))) and (picture := one.get_data().lstrip()):
            within = look_into_inner_picture(picture, form, at)
            yield from within.problems
            texts += within.texts
    if acts:
        yield problem(at, "attachment-action", actions=few(sorted(acts)))
    yield from (problem(at, "attachment-embedded", part=part) for part in sorted(attached))
    yield from (problem(at, "attachment-external", part=part) for part in sorted(outward))
    if fields:
        yield problem(at, "attachment-form-filled", count=fields)
    texts.append(parted(beside))


def _of_file(reader: Any, data: bytes, at: Location) -> Iterator[Problem]:
    """Who is named as its author, layers that are off, earlier states, what follows its end."""
    information = got(reader.trailer, "/Info")
    for key in PERSONS:
        if has_words(information, key):
            yield problem(at, "attachment-author", part="Info", field=key[1:])
    if layers := hidden_layers(reader.root_object):
        yield problem(at, "attachment-layers", count=layers)
    if pieces := earlier_pieces(reader, data):
        yield problem(at, "attachment-earlier", count=pieces)
    if _after_end(data):
        yield problem(at, "attachment-trailing")


def _opening(reader: Any) -> Iterator[str]:
    opening = got(reader.root_object, "/OpenAction")
    if isinstance(opening, dict) and name(opening, "/S") != "/GoTo":
        yield "OpenAction"


def _strings(one: Any) -> Iterator[str]:
    """The words that stand in a dictionary: titles, notes, values of a form."""
    from pypdf.generic import TextStringObject

    for value in dict.values(one):
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, TextStringObject) and not _STAMP.match(text):
                yield str(text)


def _actions(one: Any) -> Iterator[str]:
    if (kind := name(one, "/S")) in _ACTS:
        yield kind[1:]
    if "/JS" in one or "/JavaScript" in one:
        yield "JavaScript"
    if "/AA" in one:
        yield "AA"
    if "/XFA" in one:
        yield "XFA"
    if any(map(is_script, _addresses(one))):
        yield "JavaScript"


def _outward(one: Any) -> Iterator[str]:
    """Links into somebody's machine, and a stream that stands in another file."""
    if not all(is_public(address) or is_script(address) for address in _addresses(one)):
        yield "URI"
    if hasattr(one, "get_data") and "/F" in one:
        yield "F"


def _addresses(one: Any) -> Iterator[str]:
    """Where a link leads, or from where all links are followed."""
    for key in ("/URI", "/Base"):
        address = got(one, key)
        if isinstance(address, bytes):
            yield address.decode(errors="replace")
        elif isinstance(address, str):
            yield address


def _files(one: Any) -> Iterator[str]:
    listed = got(one, "/EmbeddedFiles")
    many = any(got(listed, key) for key in ("/Names", "/Kids"))
    if "/EF" in one or many or name(one, "/Type") == "/EmbeddedFile":
        yield "EmbeddedFiles"
    if (kind := name(one, "/Subtype")) in _ATTACHED:
        yield kind[1:]


_SAID_OF = frozenset((
    "creator", "author", "authors", "contributor", "company", "manager", "captionwriter",
    "lastmodifiedby", "lastsavedby",
))  # fmt: skip


def _of_xmp(xmp: bytes, at: Location, texts: list[str]) -> Iterator[Problem]:
    """The names of persons in what XMP says of a file; its words go to *texts*."""
    for element in tree_of(xmp).iter("{*}*") if (xmp := xmp.strip(b"\0\t\r\n ")) else ():
        said = "".join(map(str, element.itertext())).strip()
        texts += [said] if not len(element) else []
        texts += map(str, element.attrib.values())
        for key, value in ((element.tag, said), *element.attrib.items()):
            word = str(key).rpartition("}")[2]
            if word.lower() in _SAID_OF and str(value).strip():
                yield problem(at, "attachment-author", part="XMP", field=word)


def _is_xmp(one: Any) -> bool:
    named = name(one, "/Type") == "/Metadata" or name(one, "/Subtype") == "/XML"
    return named and hasattr(one, "get_data")


def _of_pages(reader: Any, at: Location, texts: list[str]) -> Iterator[Problem]:
    """What is noted on pages, and which of them are pictures; their words go to *texts*."""
    silent, count, spoken = [], 0, False
    for count, page in enumerate(reader.pages, 1):
        yield from _notes(page, count, at)
        text = page.extract_text()
        texts.append(text)
        if text.strip():
            spoken = True
        elif got(got(page, "/Resources") or {}, "/XObject"):
            silent.append(count)
    if not spoken:
        silent = [*range(1, count + 1)]
    if silent:
        yield problem(at, "attachment-no-text", pages=ranges(silent), total=count)


def _notes(page: Any, number: int, at: Location) -> Iterator[Problem]:
    """What is noted on a page, by whom, and what on it was to be blackened."""
    every = [annotation.get_object() for annotation in got(page, "/Annots") or ()]
    redacted = sum(name(one, "/Subtype") == "/Redact" for one in every)
    if redacted:
        yield problem(at, "attachment-redaction", page=number, count=redacted)
    notes = sum(is_note(one) and name(one, "/Subtype") != "/Redact" for one in every)
    if notes:
        yield problem(at, "attachment-annotations", page=number, count=notes)


def _after_end(data: bytes) -> bool:
    """Whether anything follows the last mark of the end that could be a file of its own."""
    return len(data.rpartition(b"%%EOF")[2].strip(b"\0\r\n\t ")) > 0
