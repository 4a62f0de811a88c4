"""Pages and what rendering makes of them.

A page is a value: where it goes, which writer writes it, and everything that writer may see.
Because nothing else reaches the writer, the page's fingerprint decides, alone and exactly,
whether it must be rendered again.  There are no dependencies to declare and none to forget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, SupportsBytes

from generator import keys
from generator.model.frozen import packing
from generator.personal import Personal


@packing
@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the front page; *path* is from the site's root."""

    title: str
    path: str


@packing
@dataclass(frozen=True, slots=True)
class Here:
    """What every page says of itself.

    *root* leads from the page to the site's root (``""``, ``"../"``), so that all links are
    relative and the site works under any path and from a folder.
    """

    path: str
    title: str
    description: str
    column: str
    crumbs: tuple[Crumb, ...] = ()
    published: str = ""
    source: str = ""
    kind: str = "栏目"

    @property
    def root(self) -> str:
        """Return the way to the site's root."""
        return root_of(self.path)


def root_of(path: str) -> str:
    """Return the relative way from the page at *path* to the site's root."""
    return "../" * path.count("/")


class Around(Protocol):
    """What stands around some records: its *key*, and the *keys* of the records by their ids."""

    @property
    def key(self) -> str: ...

    @property
    def keys(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Of:
    """A view that *work* makes of *around*, some *records* and *more*, and can make of nothing
    else: where these are what they were, so is the view, and nobody need make it to know."""

    work: Callable[..., object]
    around: Around
    records: tuple[Any, ...]
    more: tuple[object, ...] = ()

    @property
    def key(self) -> str:
        """Return the key of all that the view is made of, the program left out."""
        records = [self.around.keys[one.id] for one in self.records]
        name = f"{self.work.__module__}.{self.work.__qualname__}"
        return keys.fingerprint(name, self.around.key, records, self.more)

    def __call__(self) -> object:
        """Make the view."""
        return self.work(self.around, self.records, *self.more)


@packing
@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site; *writer* is a template's name or a name in `WRITERS`.

    *made* is what the writer may see, or a `partial` or an `Of` that makes it: who wants one page
    of a site need not make the others.  *records* is the number of those that it is made of, where
    that is known; *of* is the key of what it is made of, where that is known, *found* what it
    offers to search (`store.dumped`), ``b""`` where that is nothing, and *view_key* the key of its
    view, where it was worked out.
    """

    path: str
    writer: str
    made: object
    records: int = field(default=0, compare=False, repr=False)
    of: str = field(default="", compare=False, repr=False)
    found: SupportsBytes = field(default=b"", compare=False, repr=False)
    view_key: str = field(default="", compare=False, repr=False)

    @property
    def view(self) -> object:
        """Return everything that the writer may see."""
        return self.made() if isinstance(self.made, partial | Of) else self.made

    def keyed(self) -> Page:
        """Return the page with the key of what it is made of, where that can be told."""
        if not isinstance(self.made, Of):
            return self
        return Page(self.path, self.writer, self.made, self.records, self.made.key)

    def now(self) -> Page:
        """Return the page with its view made, as whoever writes it needs it."""
        return Page(self.path, self.writer, self.view, self.records)


@packing
@dataclass(frozen=True, slots=True)
class JsonFile:
    """A file for programs: *head* is a JSON object as text, *entries* the objects that it lists
    under *key*."""

    head: str
    entries: Sequence[str] | None = None
    key: str = "entries"


@packing
@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a finished page that `prove` may have to report: rule and exact text."""

    rule: str
    text: str


@packing
@dataclass(frozen=True, slots=True)
class Notes:
    """What is remembered of a finished page, so that it need not be read again.

    *links* are site paths, ``path`` or ``path#anchor``; *anchors* the ids on the page; *personal*
    is what was found on it or in its path, each value once.
    """

    sha256: str
    size: int
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    personal: tuple[Personal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as bytes with the notes taken of it; *body* is None where an equal file is kept, and
    may have been put aside until it is asked for (``bytes(body)``)."""

    path: str
    notes: Notes
    body: SupportsBytes | None
