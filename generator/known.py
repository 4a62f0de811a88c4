"""What earlier builds knew of each page: what it was made of, its notes, what it offers to search.

It is remembered in pieces, because most links stand on every page: kept once in each, they are
written and read in a tenth of the time that it takes page by page.  Neighbours are in one piece,
and one in which nothing changed is not written again.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import SupportsBytes

from generator import keys
from generator.page import Notes, Page
from generator.store import Store, packed

PIECES = 256
_NUMBER = re.compile("[0-9]+")
Parts = tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class _Piece:
    pages: dict[str, Past]


def recalled(store: Store) -> Known:
    """Return what *store* remembers of the pages of a site."""
    found: dict[str, Past] = {}
    once: dict[str, str] = {}
    for number in range(PIECES):  # each is dropped before the next, which takes its room
        piece = store.recall("pages", str(number), _Piece, hold=False)
        if piece:
            found |= {
                path: Past(past.of, past.parts, sharing(once, past.notes), _aside(store, past))
                for path, past in piece.pages.items()
            }
        del piece
    return found


def _aside(store: Store, past: Past) -> SupportsBytes:
    """What a page offered to search, where bytes are put aside."""
    return store.aside(bytes(past.found)) if past.found else b""


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
        piece = _Piece(
            {path: replace(now[path], found=bytes(now[path].found)) for path in paths[number]}
        )
        store.put("pages", str(number), packed(piece))  # and not the piece itself too


def _piece(path: str) -> int:
    """That of *path*: pages that differ in a number alone, as those of a file do, are in one."""
    return zlib.crc32(_NUMBER.sub("", path).encode()) % PIECES
