"""What a Word document and a workbook can hold alike: macros, objects, names of persons, links.

Each part of a package is looked at, whether the document names it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.attachments.contents import Contents, parted
from generator.attachments.forms import is_container
from generator.attachments.leads import leads_of_drawing, leads_of_parts, leads_of_tree
from generator.attachments.persons import attribute, persons_of, said, tag_of
from generator.attachments.pictures import look_into_part
from generator.attachments.texts import words_of
from generator.files.zipgaps import strays
from generator.files.zips import Refused, tree_of, unpacked, with_doctype, without
from generator.problems import Location, Problem, problem


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an office file by name; the trees of those that are XML; whether the file holds
    anything beside its parts."""

    members: Mapping[str, bytes]
    trees: Mapping[str, Any]
    strays: bool


def opened(data: bytes, at: Location, *, rows: re.Pattern[str] | None = None) -> Package | Problem:
    """Return the parts of an office file, or why it is not opened.

    The trees of parts whose name matches *rows*, in small letters, have no rows: of these there
    may be more than a tree should hold.
    """
    members = unpacked(data, pictures=True)
    if isinstance(members, Refused):
        return _refused(members, at)
    if part := with_doctype({name: members[name] for name in members if _is_xml(name)}):
        return problem(at, "attachment-doctype", part=part)
    trees = {
        name: without(body, "{*}row") if rows and rows.fullmatch(name.lower()) else tree_of(body)
        for name, body in members.items()
        if _is_xml(name) and not name.lower().endswith(".vml")
    }
    return Package(members, trees, strays(data))


def _refused(refused: Refused, at: Location) -> Problem:
    if refused.why == "bomb":
        megabytes, members = refused.megabytes, refused.members
        return problem(at, "attachment-bomb", megabytes=megabytes, members=members)
    if refused.why == "encrypted":
        return problem(at, "attachment-encrypted")
    if refused.why == "doubled":
        return problem(at, "attachment-doubled")
    return problem(at, "attachment-damaged")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml", ".svg"))


def look_into_package(package: Package, at: Location) -> Contents:
    """Return what the parts of an office file hold that no reader of it would see."""
    problems: list[Problem] = []
    texts = [parted(package.members)]
    if package.strays:
        problems.append(problem(at, "attachment-trailing"))
    for name, body in package.members.items():
        problems += _by_name(name, at)
        if _is_disguised(name.lower(), body):
            problems.append(problem(at, "attachment-embedded", part=name))
        else:
            within = look_into_part(body, name, at)
            problems += within.problems
            texts += within.texts
        if name.lower().endswith(".vml"):
            texts.append(body.decode(errors="replace"))
            if leads_of_drawing(body):
                problems.append(problem(at, "attachment-external", part=name))
    for name, tree in package.trees.items():
        problems += _by_words(name, tree, at)
        texts += words_of(tree)
        if leads_of_tree(tree):
            problems.append(problem(at, "attachment-external", part=name))
    problems += leads_of_parts(package.members, at)
    problems += persons_of(package.trees, at)
    return Contents(tuple(problems), tuple(texts))


# -- by the names of parts -------------------------------------------------------------------------

# What the parts of an office file are by their endings; printerSettings alone is .bin.
_KNOWN = re.compile(
    r".*\.(?:xml|rels|vml|svg|png|jpe?g|jfif|gif|bmp|dib|tiff?|emf|wmf|wdp|odttf|fntdata)"
    r"|.*/printersettings/.*\.bin|.*/"
)
_MACROS = re.compile(r".*(?:vbaproject\.bin|vbadata\.xml|/macrosheets/.*|/activex/.*)")
_EMBEDDED = re.compile(r".*/embeddings/.*")
_OUTSIDE = re.compile(r"xl/(?:externallinks/[^/]*\.xml|connections\.xml|querytables/.*\.xml)")
_PIVOT = re.compile(r"xl/pivotcache/[^/]*\.xml")
_REVISIONS = re.compile(r"xl/revisions/[^/]*\.xml")


def _by_name(name: str, at: Location) -> Iterator[Problem]:
    low = name.lower()
    if _MACROS.fullmatch(low):
        yield problem(at, "attachment-macros", part=name)
    elif _EMBEDDED.fullmatch(low) or not _KNOWN.fullmatch(low):
        yield problem(at, "attachment-embedded", part=name)
    elif _OUTSIDE.fullmatch(low):
        yield problem(at, "attachment-external", part=name)
    elif _PIVOT.fullmatch(low):
        yield problem(at, "attachment-pivot", part=name)
    elif _REVISIONS.fullmatch(low):
        yield problem(at, "attachment-tracked", part=name, count=1)


def _is_disguised(name: str, body: bytes) -> bool:
    """Whether a part is something else than its ending says; one that is empty is nothing."""
    if name.endswith("/"):
        return body != b""
    return _KNOWN.fullmatch(name) is not None and is_container(body)


# -- by their words --------------------------------------------------------------------------------

# Properties that WPS writes of itself: its version, and a check of the file.
_HARMLESS = frozenset(("KSOProductBuildVer", "ICV"))
# Custom XML that Word and WPS add to any document, without words.
_EMPTY = ("/officeDocument/2006/bibliography", "/wpsCustomData")


def _by_words(name: str, tree: Any, at: Location) -> Iterator[Problem]:
    low, root = name.lower(), tag_of(tree)
    if root == "Types":
        kinds = " ".join(attribute(one, "ContentType") for one in tree).lower()
        if "macroenabled" in kinds or "vbaproject" in kinds:
            yield problem(at, "attachment-macros", part=name)
    elif root == "Properties":
        if any(tag_of(one) == "property" and _custom(one) for one in tree):
            yield problem(at, "attachment-custom", part=name)
    elif low.startswith(("customxml/item", "xl/customdata/")) and _holds_data(tree):
        yield problem(at, "attachment-custom", part=name)
    drawn = tree.iter("{*}docPr", "{*}cNvPr")
    hidden = sum(one.get("hidden") in ("1", "true") for one in drawn)
    if hidden:
        yield problem(at, "attachment-hidden-text", part=name, count=hidden)


def _holds_data(tree: Any) -> bool:
    """Whether a part of custom XML holds more than programs add to any document."""
    if tag_of(tree) == "datastoreItem":  # the description of another part
        return False
    return said(tree) or not str(tree.tag).partition("}")[0].endswith(_EMPTY)


def _custom(element: Any) -> bool:
    return element.get("name") not in _HARMLESS and said(element)


def all_of(*contents: Contents) -> Contents:
    """Return several looks into one file as one."""
    return Contents(
        tuple(_each(one.problems for one in contents)), tuple(_each(one.texts for one in contents))
    )


def _each(several: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    for one in several:
        yield from one
