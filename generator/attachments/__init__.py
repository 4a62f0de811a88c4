"""Attachments, looked into before they are published: nothing hidden, nothing that acts, nobody.

A file that an office publishes holds more than its readers see: earlier words, rows that are
hidden, who wrote it, where a picture was taken.  What goes in is a file's path and bytes; what
comes out is why it must not be published, and what is personal in it.

Forms are few, and each is looked into by its own module; any other is refused.  Words in pictures
and drawings and a text in the colour of its page are not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import MappingProxyType

from generator.attachments.brief import told_briefly
from generator.attachments.contents import Contents
from generator.attachments.documents import look_into_document
from generator.attachments.forms import FORMS, ending, text_in, true_form
from generator.attachments.pdfs import look_into_pdf
from generator.attachments.pictures import look_into_picture
from generator.attachments.workbooks import look_into_workbook
from generator.catalogue import Noted, noted_in
from generator.files.apart import CrashedError, ExceededError, apart
from generator.files.damage import reason_of
from generator.files.forms import MOST_BYTES
from generator.notes import each_once
from generator.personal import found, found_in_name
from generator.problems import Location, Problem, problem, sorted_once

__all__ = ["Inspected", "inspected"]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What is known of an attachment: why it must not be published or should be looked at, what is
    personal in its text and name, what readers call its form, and its size in bytes.

    What is personal is no problem yet: whether it may stand there is for the rules to say.  *kind*
    is empty for a form that is never published.
    """

    problems: tuple[Problem, ...]
    personal: tuple[Noted, ...]
    kind: str
    size: int


def inspected(path: str, data: bytes) -> Inspected:
    """Return what is known of the attachment at *path*, whatever it holds.

    It is read in a process of its own, which ends where it takes more than any attachment would.
    """
    form = FORMS.get(ending(path))
    if form is None:
        seen = _Seen((problem(Location(path), "attachment-form", suffix=ending(path)),))
    else:
        seen = _seen(path, data)
    named = tuple(Noted(Location(path), one) for one in each_once(found_in_name(path)))
    return Inspected(
        sorted_once(seen.problems), (*named, *seen.personal), form.kind if form else "", len(data)
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    problems: tuple[Problem, ...]
    personal: tuple[Noted, ...] = ()


def _seen(path: str, data: bytes) -> _Seen:
    at = Location(path)
    if len(data) > MOST_BYTES:
        megabytes = f"{len(data) / 1024 / 1024:.0f}"
        return _Seen((problem(at, "attachment-large", megabytes=megabytes),))
    if not data.strip():
        return _Seen((problem(at, "attachment-empty"),))
    if library := _LIBRARIES.get(FORMS[ending(path)].bytes):
        import_module(library)  # here, and not in each process anew
    try:
        return apart(partial(_looked, path, data))
    except (ExceededError, MemoryError):
        return _Seen((problem(at, "attachment-heavy"),))
    except CrashedError:
        return _Seen((problem(at, "attachment-damaged"),))


_LIBRARIES: Mapping[str, str] = MappingProxyType(
    {"pdf": "pypdf", "word": "lxml.etree", "excel": "lxml.etree"}
)
_LOOKS: Mapping[str, Callable[[bytes, Location], Contents]] = MappingProxyType({
    "pdf": look_into_pdf,
    "word": look_into_document,
    "excel": look_into_workbook,
    "png": look_into_picture,
    "jpeg": look_into_picture,
})  # fmt: skip


def _looked(path: str, data: bytes) -> _Seen:
    at = Location(path)
    suffix, given = ending(path), true_form(data)
    if given == "encrypted":
        return _Seen((problem(at, "attachment-encrypted"),))
    if given != FORMS[suffix].bytes:
        return _Seen((problem(at, "attachment-mismatch", suffix=suffix, given=given),))
    if given == "plain":
        return _Seen((), noted_in(text_in(data) or "", path))
    try:
        contents = _LOOKS[given](data, at)
    except Exception as error:  # whatever a malformed part leads a library to
        reason_of(error)
        return _Seen((problem(at, "attachment-damaged"),))
    personal = each_once(one for text in contents.texts for one in found(text))
    return _Seen(told_briefly(contents.problems), tuple(Noted(at, one) for one in personal))
