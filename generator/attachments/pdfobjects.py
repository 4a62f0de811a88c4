"""Objects of a PDF, as the library reads them: what stands in one, and all that there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def got(holder: Any, key: str) -> Any:
    """Return what *holder* has under *key*, None where it has nothing or is no dictionary."""
    found = holder.get(key) if isinstance(holder, dict) else None
    return None if found is None else found.get_object()


def name(holder: Any, key: str) -> str:
    """Return a name or a text under *key*, an empty one where there is none."""
    found = got(holder, key)
    return found if isinstance(found, str) else ""


def has_words(holder: Any, *keys: str) -> bool:
    """Return whether there is a text under one of *keys*."""
    return any(str(got(holder, key) or "").strip() for key in keys)


def numbered(reader: Any) -> Iterator[tuple[int, Any]]:
    """Yield the objects that the table of a file names, with their numbers."""
    from pypdf.generic import IndirectObject

    known = {(number, generation) for generation, of in reader.xref.items() for number in of}
    known |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(known):
        yield number, IndirectObject(number, generation, reader).get_object()


def dictionaries(one: Any) -> Iterator[Any]:
    """Yield the dictionaries that stand in an object, each stream too; not what it refers to."""
    todo = [one]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            yield one
            todo += dict.values(one)
        elif isinstance(one, list):
            todo += list.__iter__(one)


def is_filled(one: Any) -> bool:
    """Return whether a dictionary is a field of a form in which somebody wrote or chose something;
    a signature and a ticked box are none."""
    from pypdf.generic import NameObject

    if not ("/FT" in one or "/T" in one or name(one, "/Subtype") == "/Widget"):
        return False
    value = got(one, "/V")
    values = value if isinstance(value, list) else (value,)
    return any(
        isinstance(text, str | bytes) and not isinstance(text, NameObject) and text.strip()
        for text in values
    )


_QUIET = frozenset(("/Link", "/Widget", "/PrinterMark", "/TrapNet"))


def is_note(one: Any) -> bool:
    """Return whether a dictionary that stands on a page is a note with words or with an author."""
    return name(one, "/Subtype") not in _QUIET and has_words(one, "/Contents", "/RC", "/T")


PERSONS = ("/Author", "/Company", "/Manager", "/LastModifiedBy", "/LastSavedBy")


def last_filter(one: Any) -> str:
    """Return the filter of a stream that leads to its picture; those before are undone to read
    it."""
    found = got(one, "/Filter")
    if isinstance(found, list):
        found = found[-1].get_object() if found else None
    return found if isinstance(found, str) and hasattr(one, "get_data") else ""
