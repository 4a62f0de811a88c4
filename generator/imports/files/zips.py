"""Office files are zips of XML: what is in one is judged by its directory before it is unpacked.

A small file can unpack to more than a machine holds, and XML can name entities that grow or lead
to other files.  Both are refused; nothing here follows a name out of the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from generator.problems import Location, Problem, problem

MOST_MEMBERS = 5_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100  # of members larger than a megabyte
_MEGABYTE = 1024 * 1024


def unpacked(data: bytes, file: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the members of a zip by name, or the problem that forbids to unpack it.

    The directory is judged first, so that a bomb is refused in no time; what a member then holds
    is read to no more than the directory says, and its checksum must agree.
    """
    at = Location(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if found := _bomb(members, at):
                return {}, (found,)
            if any(one.flag_bits & 1 for one in members):
                return {}, (problem(at, "table-encrypted"),)
            names = {one.filename.lower() for one in members}
            if len(names) < len(members):  # what is checked in one, a reader may take from another
                return {}, (problem(at, "table-damaged", reason="duplicate members"),)
            return {one.filename: archive.read(one) for one in members}, ()
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
    ) as error:
        return {}, (problem(at, "table-damaged", reason=str(error) or type(error).__name__),)
    except Exception as error:  # zlib.error, lzma and what else a damaged stream raises
        return {}, (problem(at, "table-damaged", reason=type(error).__name__),)


def _bomb(members: list[zipfile.ZipInfo], at: Location) -> Problem | None:
    size = sum(one.file_size for one in members)
    steep = any(
        one.file_size > _MEGABYTE and one.file_size > MOST_RATIO * max(one.compress_size, 1)
        for one in members
    )
    if len(members) > MOST_MEMBERS or size > MOST_UNPACKED or steep:
        return problem(at, "table-bomb", megabytes=f"{size / _MEGABYTE:.0f}", members=len(members))
    return None


_DECLARED = tuple(
    words.encode(encoding)
    for words in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


def with_doctype(members: dict[str, bytes]) -> str:
    """Return the first member that declares a document type, an empty text where none does.

    Within the text of XML a ``<`` is always escaped, so the words can only be a declaration.
    Pictures are never opened, whatever they declare.
    """
    for name in sorted(members):
        if "/media/" not in name and any(word in members[name] for word in _DECLARED):
            return name
    return ""


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
