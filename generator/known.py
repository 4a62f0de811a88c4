"""What earlier builds knew of each page: what it was made of, its notes, what it offers to search.

It is remembered in pieces, because most links stand on every page: kept once in each, they are
written and read in a tenth of the time that it takes page by page.  Neighbours are in one piece,
and one in which nothing changed is not written again.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import SupportsBytes

from generator import keys
from generator.model.frozen import packing
from generator.page import Finding, Notes, Page
from generator.personal import Personal
from generator.store import Store, packed

PIECES = 256
_NUMBER = re.compile("[0-9]+")
Parts = tuple[str, ...]
Texts = tuple[str, ...]


@packing
@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one page: the key of what its view was made of, empty where nobody can tell;
    the parts of its own key, of which the program is the first; its notes; what it offered to
    search (`store.dumped`)."""

    of: str
    parts: Parts
    notes: Notes
    found: SupportsBytes = b""

    def made_of(self, page: Page) -> bool:
        """Whether *page* is made of the same, by the same program."""
        return bool(page.of) and self.of == page.of and self.parts[0] == keys.program()


Known = Mapping[str, Past]  # by the paths of pages
NOTHING: Known = MappingProxyType({})


# What is known of a page as it is remembered, plain values after one another.
_Row = tuple[str, Parts, bytes, str, int, Texts, Texts, tuple[Finding, ...], tuple[Personal, ...]]


def recalled(store: Store) -> Known:
    """Return what *store* remembers of the pages of a site."""
    found: dict[str, Past] = {}
    once: dict[str, str] = {}
    for number in range(PIECES):  # each is dropped before the next, which takes its room
        piece = store.recall("pages", str(number), dict, hold=False)
        if piece:
            found |= {path: _past(row, once, store) for path, row in piece.items()}
        del piece
    return found


def _past(row: _Row, once: dict[str, str], store: Store) -> Past:
    """What a *row* tells; what a page offered to search is put aside, where bytes are."""
    of, parts, found, sha256, size, links, anchors, findings, personal = row
    notes = sharing(once, Notes(sha256, size, links, anchors, findings, personal))
    return Past(of, parts, notes, store.aside(found) if found else b"")


def _row(past: Past) -> _Row:
    one = past.notes
    noted = one.sha256, one.size, one.links, one.anchors, one.findings, one.personal
    return past.of, past.parts, bytes(past.found), *noted


def sharing(once: dict[str, str], notes: Notes) -> Notes:
    """Return *notes* with each link and anchor from *once*, however many pages have it."""
    links, anchors = (
        tuple(map(once.setdefault, texts, texts)) for texts in (notes.links, notes.anchors)
    )
    return Notes(notes.sha256, notes.size, links, anchors, notes.findings, notes.personal)


def remember(store: Store, before: Known, now: Known) -> None:
    """Keep *now* in *store*, which remembers *before*."""
    paths: list[list[str]] = [[] for _ in range(PIECES)]
    stale = {_piece(path) for path in before.keys() - now.keys()}
    for path, past in now.items():
        number = _piece(path)
        paths[number].append(path)
        if before.get(path) != past:
            stale.add(number)
    for number in sorted(stale):
        piece = {path: _row(now[path]) for path in paths[number]}
        store.put("pages", str(number), packed(piece))  # and not the piece itself too


def _piece(path: str) -> int:
    """That of *path*: pages that differ in a number alone, as those of a file do, are in one."""
    return zlib.crc32(_NUMBER.sub("", path).encode()) % PIECES
