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
from generator.attachments.pictures import look_into_inner_picture
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
_QUIET = frozenset(("/Link", "/Widget", "/PrinterMark", "/TrapNet"))
_NOTED = ("/Contents", "/RC", "/T")  # the words of a note, and whose it is
_PERSONS = ("/Author", "/Company", "/Manager")
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
    problems: list[Problem] = []
    texts: list[str] = []
    beside: list[str] = []
    acts: set[str] = set()
    attached: set[str] = set()
    outward: set[str] = set()
    fields = 0
    for one in _dictionaries(reader):
        beside += _strings(one)
        acts.update(_actions(one))
        attached.update(_files(one))
        outward.update(_outward(one))
        fields += _filled(one)
        if _name(one, "/Type") == "/Metadata" and hasattr(one, "get_data"):
            problems += _of_xmp(one.get_data(), at, texts)
        if (form := _PICTURES.get(_last_filter(one))) and (picture := one.get_data().lstrip()):
            within = look_into_inner_picture(picture, form, at)
            problems += within.problems
            texts += within.texts
    opening = _got(reader.root_object, "/OpenAction")
    if isinstance(opening, dict) and _name(opening, "/S") != "/GoTo":
        acts.add("OpenAction")
    if acts:
        problems.append(problem(at, "attachment-action", actions=few(sorted(acts))))
    problems += [problem(at, "attachment-embedded", part=part) for part in sorted(attached)]
    problems += [problem(at, "attachment-external", part=part) for part in sorted(outward)]
    if layers := hidden_layers(reader.root_object):
        problems.append(problem(at, "attachment-layers", count=layers))
    if fields:
        problems.append(problem(at, "attachment-form-filled", count=fields))
    information = _got(reader.trailer, "/Info")
    for key in _PERSONS:
        if isinstance(information, dict) and str(_got(information, key) or "").strip():
            problems.append(problem(at, "attachment-author", part="Info", field=key[1:]))
    problems += _of_pages(reader, at, texts)
    if _after_end(data):
        problems.append(problem(at, "attachment-trailing"))
    return Contents(tuple(problems), (*texts, parted(beside)))


def _got(holder: Any, key: str) -> Any:
    found = holder.get(key)
    return None if found is None else found.get_object()


def _name(holder: Any, key: str) -> str:
    found = _got(holder, key)
    return found if isinstance(found, str) else ""


def _last_filter(one: Any) -> str:
    """The filter of a stream that leads to its picture; those before it are undone to read it."""
    found = _got(one, "/Filter")
    if isinstance(found, list):
        found = found[-1].get_object() if found else None
    return found if isinstance(found, str) and hasattr(one, "get_data") else ""


def _dictionaries(reader: Any) -> Iterator[Any]:
    """Every dictionary of a file, those within others too; each stream is one."""
    from pypdf.generic import IndirectObject

    known = {(number, generation) for generation, of in reader.xref.items() for number in of}
    known |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(known):
        todo = [IndirectObject(number, generation, reader).get_object()]
        while todo:
            one = todo.pop()
            if isinstance(one, IndirectObject):
                continue
            if isinstance(one, dict):
                yield one
                todo += dict.values(one)
            elif isinstance(one, list):
                todo += list.__iter__(one)


def _strings(one: Any) -> Iterator[str]:
    """The words that stand in a dictionary: titles, notes, values of a form."""
    from pypdf.generic import TextStringObject

    for value in dict.values(one):
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, TextStringObject) and not _STAMP.match(text):
                yield str(text)


def _actions(one: Any) -> Iterator[str]:
    if (kind := _name(one, "/S")) in _ACTS:
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
        address = _got(one, key)
        if isinstance(address, bytes):
            yield address.decode(errors="replace")
        elif isinstance(address, str):
            yield address


def _files(one: Any) -> Iterator[str]:
    if "/EF" in one or "/EmbeddedFiles" in one or _name(one, "/Type") == "/EmbeddedFile":
        yield "EmbeddedFiles"
    if (kind := _name(one, "/Subtype")) in _ATTACHED:
        yield kind[1:]


def _filled(one: Any) -> bool:
    """Whether a dictionary is a field of a form in which somebody wrote or chose something; a
    signature and a ticked box are none."""
    from pypdf.generic import NameObject

    if not ("/FT" in one or "/T" in one or _name(one, "/Subtype") == "/Widget"):
        return False
    value = _got(one, "/V")
    values = value if isinstance(value, list) else (value,)
    return any(
        isinstance(text, str | bytes) and not isinstance(text, NameObject) and text.strip()
        for text in values
    )


def _of_xmp(xmp: bytes, at: Location, texts: list[str]) -> Iterator[Problem]:
    """The names of persons in what XMP says of a file; its words go to *texts*."""
    for element in tree_of(xmp.strip()).iter("{*}*"):
        tag = str(element.tag).rpartition("}")[2]
        said = "".join(map(str, element.itertext())).strip()
        if tag.lower() in ("creator", "author", "company", "manager") and said:
            yield problem(at, "attachment-author", part="XMP", field=tag)
        for key, value in element.attrib.items():
            word = str(key).rpartition("}")[2]
            if word.lower() in ("creator", "author", "company", "manager") and str(value).strip():
                yield problem(at, "attachment-author", part="XMP", field=word)
            texts.append(str(value))
        if not len(element):
            texts.append(said)


def _of_pages(reader: Any, at: Location, texts: list[str]) -> Iterator[Problem]:
    """What is noted on pages, and which of them are pictures; their words go to *texts*."""
    silent, count, spoken = [], 0, False
    for count, page in enumerate(reader.pages, 1):
        yield from _notes(page, count, at)
        text = page.extract_text()
        texts.append(text)
        if text.strip():
            spoken = True
        elif _got(_got(page, "/Resources") or {}, "/XObject"):
            silent.append(count)
    if not spoken:
        silent = [*range(1, count + 1)]
    if silent:
        yield problem(at, "attachment-no-text", pages=ranges(silent), total=count)


def _notes(page: Any, number: int, at: Location) -> Iterator[Problem]:
    """What is noted on a page, by whom, and what on it was to be blackened."""
    every = [annotation.get_object() for annotation in _got(page, "/Annots") or ()]
    kinds = [(_name(one, "/Subtype"), one) for one in every if isinstance(one, dict)]
    redacted = sum(kind == "/Redact" for kind, _ in kinds)
    if redacted:
        yield problem(at, "attachment-redaction", page=number, count=redacted)
    notes = sum(
        any(str(_got(one, key) or "").strip() for key in _NOTED)
        for kind, one in kinds
        if kind not in _QUIET and kind != "/Redact"
    )
    if notes:
        yield problem(at, "attachment-annotations", page=number, count=notes)


def _after_end(data: bytes) -> bool:
    """Whether anything follows the last mark of the end that could be a file of its own."""
    return len(data.rpartition(b"%%EOF")[2].strip(b"\0\r\n\t ")) > 0
