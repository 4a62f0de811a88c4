"""Who made an office file and where: names of persons and organs, and paths of their machines.

A path tells the folders of a machine, and nearly always the name of who works there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.attachments.addresses import is_path
from generator.attachments.contents import few
from generator.problems import Location, Problem, problem


def tag_of(element: Any) -> str:
    """Return the name of an element without its namespace, an empty text for a comment."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without a namespace."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def said(element: Any) -> bool:
    """Return whether an element holds words."""
    return any(str(text).strip() for text in element.itertext())


def persons_of(trees: Mapping[str, Any], at: Location) -> Iterator[Problem]:
    """Yield one problem for all names and paths that the parts of a file hold, if any do."""
    places = [
        (part, field) for part, tree in sorted(trees.items()) for field in _fields(part, tree)
    ]
    if places:
        parts, fields = (few(dict.fromkeys(one)) for one in zip(*places, strict=True))
        yield problem(at, "attachment-author", part=parts, field=fields)


def _fields(part: str, tree: Any) -> Iterator[str]:
    """What in a part names somebody, each field once for each time that it does."""
    root = tag_of(tree)
    if root in ("coreProperties", "Properties"):
        yield from (tag_of(one) for one in tree if tag_of(one) in _NAMED and said(one))
        yield from (
            "Template" for one in tree.iterfind("./{*}Template") if _PATH.search(one.text or "")
        )
    elif root in ("people", "personList"):
        yield from ["person"] * bool(len(tree))
    for one in tree.iter(*(f"{{*}}{tag}" for tag in _HELD)):
        value = attribute(one, _HELD[tag_of(one)])
        if value.strip() and not _ROOT.fullmatch(value):
            yield tag_of(one)
    yield from ("mailMerge" for _ in tree.iter("{*}mailMerge"))
    if not part.lower().endswith(".rels"):  # what a part is related to is told otherwise
        yield from _paths(tree.iter("{*}*"))


_NAMED = frozenset(("creator", "lastModifiedBy", "Company", "Manager", "HyperlinkBase"))
_PATH = re.compile(r"[\\/:]")
# Elements and which attribute of theirs names somebody.
_HELD = MappingProxyType({
    "absPath": "url",
    "fileSharing": "userName",
    "customWorkbookView": "name",
    "scenario": "user",
    "permStart": "ed",
})  # fmt: skip
_ROOT = re.compile(r"(?:[a-z]:)?[\\/]*", re.IGNORECASE)  # of a disk, which tells nothing


def _paths(elements: Iterable[Any]) -> Iterator[str]:
    for one in elements:
        for key, value in one.attrib.items():
            name = key.rpartition("}")[2]
            if name not in _TOLD and is_path(value):
                yield name


# Attributes that are told otherwise: where an element leads, and what is told above.
_TOLD = frozenset(("href", "instr", "url", "Target", "formatCode", "numFmt"))
