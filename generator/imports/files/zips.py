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
from typing import Any

from generator.imports.cells import damaged
from generator.problems import Location, Problem, problem

MOST_MEMBERS = 5_000
MOST_UNPACKED = 100 * 1024 * 1024
_MEGABYTE = 1024 * 1024


def unpacked(data: bytes, file: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the members of a zip by name, or the problem that forbids to unpack it.

    Pictures are left where they are: nobody looks at them, and one may unpack to anything.

    The directory is judged first, so that a bomb is refused in no time; what a member then holds
    is read to no more than the directory says, and its checksum must agree.
    """
    at = Location(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            read = [one for one in members if "/media/" not in one.filename]
            size = sum(one.file_size for one in read)
            if len(members) > MOST_MEMBERS or size > MOST_UNPACKED:
                megabytes = math.ceil(size / _MEGABYTE)
                return {}, (problem(at, "table-bomb", megabytes=megabytes, members=len(members)),)
            if any(one.flag_bits & 1 for one in members):
                return {}, (problem(at, "table-encrypted"),)
            names = {one.filename.lower() for one in members}
            if len(names) < len(members):  # what is checked in one, a reader may take from another
                return {}, (problem(at, "table-damaged", reason="duplicate members"),)
            return {one.filename: archive.read(one) for one in read}, ()
    except Exception as error:  # zlib's, lzma's and what else a damaged stream raises
        return {}, damaged(file, error)


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


def office_parts(data: bytes, file: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the parts of an Office file by name, and what is to be told; no part where it is
    refused."""
    members, problems = unpacked(data, file)
    at = Location(file)
    if name := with_doctype(members):
        return {}, (problem(at, "table-doctype", member=name),)
    if any(name.lower().endswith("vbaproject.bin") for name in members):
        problems = (*problems, problem(at, "table-macros"))
    return members, problems


def relations(members: Mapping[str, bytes], part: str = "") -> dict[str, tuple[str, str]]:
    """Return the relations of a part, or of the whole file: id → (the last word of its type, the
    part it leads to).
    """
    folder, _, name = part.rpartition("/")
    rels = members.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for one in elements(rels, "{*}Relationship") if rels else ():
        target = posixpath.join("/", folder, str(one.get("Target", "")))
        path = posixpath.normpath(target).lstrip("/")
        found[str(one.get("Id", ""))] = (str(one.get("Type", "")).rpartition("/")[2], path)
    return found


def elements(xml: bytes, *tags: str) -> Iterator[Any]:
    """Yield the elements of *xml* with one of *tags* (``{*}row``) as they end, forgetting each.

    Raises:
        lxml.etree.XMLSyntaxError: It is no XML.
    """
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(xml), events=("end",), tag=tags, resolve_entities=False, load_dtd=False,
        no_network=True, huge_tree=False,
    )  # fmt: skip
    for _, element in events:
        yield element
        element.clear(keep_tail=True)
        while element.getprevious() is not None:
            del element.getparent()[0]
