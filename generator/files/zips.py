"""Office files are zips of XML: what is in one is judged by its directory before it is unpacked.

A small file can unpack to more than a machine holds, and XML can name entities that grow or lead
to other files.  Both are refused; nothing here follows a name out of the file.
"""

from __future__ import annotations

import io
import math
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.files.damage import reason_of

MOST_MEMBERS = 5_000
MOST_UNPACKED = 100 * 1024 * 1024
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a zip is not unpacked; of a bomb also what it would unpack to, of damage what a reader
    said of it."""

    why: Literal["bomb", "encrypted", "doubled", "damaged"]
    megabytes: int = 0
    members: int = 0
    reason: str = ""


def unpacked(data: bytes, *, pictures: bool = False) -> dict[str, bytes] | Refused:
    """Return the members of a zip by name, or why it is not unpacked.

    Pictures are left where they are unless they are asked for: one may unpack to anything.

    The directory is judged first, so that a bomb is refused in no time; what a member then holds
    is read to no more than the directory says, and its checksum must agree.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            read = [one for one in members if pictures or "/media/" not in one.filename]
            size = sum(one.file_size for one in read)
            if len(members) > MOST_MEMBERS or size > MOST_UNPACKED:
                return Refused("bomb", math.ceil(size / _MEGABYTE), len(members))
            if any(one.flag_bits & 1 for one in members):
                return Refused("encrypted")
            names = {one.filename.lower() for one in members}
            if len(names) < len(members):  # what is checked in one, a reader may take from another
                return Refused("doubled", reason="duplicate members")
            return {one.filename: archive.read(one) for one in read}
    except Exception as error:  # zlib's, lzma's and what else a damaged stream raises
        return Refused("damaged", reason=reason_of(error))


_DECLARED = tuple(
    words.encode(encoding)
    for words in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


def with_doctype(members: Mapping[str, bytes]) -> str:
    """Return the first member that declares a document type, an empty text where none does.

    Within the text of XML a ``<`` is always escaped, so the words can only be a declaration.
    """
    for name in sorted(members):
        if any(word in members[name] for word in _DECLARED):
            return name
    return ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part of an office file names: the last word of the relation's type, the part that it
    leads to, the target as it is written, and whether that is out of the file."""

    kind: str
    part: str
    target: str
    outward: bool


def relations(members: Mapping[str, bytes], part: str = "") -> dict[str, Relation]:
    """Return the relations of a part, or of the whole file, by their ids.

    The names of parts are alike in capitals and small letters.
    """
    names = {name.lower(): name for name in members}
    folder, _, name = part.rpartition("/")
    rels = members.get(names.get(posixpath.join(folder, "_rels", f"{name}.rels").lower(), ""))
    found = {}
    for one in elements(rels, "{*}Relationship") if rels else ():
        target = str(one.get("Target", ""))
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(one.get("Type", "")).rpartition("/")[2]
        outward = str(one.get("TargetMode", "")).lower() == "external"
        found[str(one.get("Id", ""))] = Relation(
            kind, names.get(path.lower(), path), target, outward
        )
    return found


def elements(xml: bytes, *tags: str) -> Iterator[Any]:
    """Yield the elements of *xml* with one of *tags* (``{*}row``) as they end, forgetting each and
    those of its tag before it.

    Raises:
        lxml.etree.XMLSyntaxError: It is no XML.
    """
    yield from _streamed(_events(xml, *tags))


def without(xml: bytes, tag: str) -> Any:
    """Return the root of *xml* without the elements with *tag*, of which there may be many.

    Raises:
        lxml.etree.XMLSyntaxError: It is no XML.
    """
    events = _events(xml, tag)
    for _ in _streamed(events):
        pass
    return events.root


def _events(xml: bytes, *tags: str) -> Any:
    from lxml import etree

    return etree.iterparse(
        io.BytesIO(xml), events=("end",), tag=tags, resolve_entities=False, load_dtd=False,
        no_network=True, huge_tree=False,
    )  # fmt: skip


def _streamed(events: Any) -> Iterator[Any]:
    for _, element in events:
        yield element
        element.clear(keep_tail=True)
        while (before := element.getprevious()) is not None and before.tag == element.tag:
            element.getparent().remove(before)


def tree_of(xml: bytes) -> Any:
    """Return the root of *xml*.

    Raises:
        lxml.etree.XMLSyntaxError: It is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)
