"""What a preview shows: a site as it was made last, and a first look at what was saved since.

A first look believes the watcher about which files were saved; then the whole site is scanned, and
content decides whether anything changed.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator import build, keys
from generator.catalogue import Catalogue
from generator.find import Found, Source, find
from generator.look import Look
from generator.problems import Problem, sorted_once
from generator.read import read
from generator.render import theme_of
from generator.store import Store
from generator.words import failed

PUT_OFF = 2.0  # seconds at most between a first look and the making of all pages

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class State:
    """The site as it is shown: files by path with their SHA-256, problems, the records that the
    pages were made from, and, while not all pages are made, a first look at newer ones."""

    files: Mapping[str, bytes]
    sums: Mapping[str, str]
    problems: tuple[Problem, ...]
    catalogue: Catalogue | None = None
    look: Look | None = None

    def page(self, path: str) -> tuple[bytes, int]:
        """Return the file at *path*, else the page that says so, and the status."""
        body = (self.look and self.look.page(path)) or self.files.get(path)
        return (self.files.get("404.html", _BARE), 404) if body is None else (body, 200)


class OvertakenError(Exception):
    """Something was saved while the site was made."""


class Hurried(build.Clock):
    """A stopwatch that ends the work at its next step once something newer is there."""

    def __init__(self, overtaken: Callable[[], bool]) -> None:
        super().__init__()
        self._overtaken = overtaken

    def each(self, verb: str, made: Iterable[T]) -> Iterator[T]:
        """Yield what is *made*.

        Raises:
            OvertakenError: Something was saved.
        """
        for one in super().each(verb, made):
            if self._overtaken():
                raise OvertakenError
            yield one


class Maker:
    """Makes the states of one site; what it read and made before it keeps."""

    def __init__(self, site: Path, day: date | None, today: Callable[[], date]) -> None:
        self._site, self._day, self._today = site, day, today
        self._store = Store(site / ".cache")
        self._found: Found | None = None  # when it last scanned

    def scan(self, named: Iterable[str] = ()) -> tuple[Found, str]:
        """Return the files of the site, and a key of everything that shapes it.

        Where any are *named*, only files that are or lie below those paths are read again.
        """
        known: dict[str, Source] = {}
        if named and self._found:
            begins = tuple(f"{path}/" for path in named)
            sources = (*self._found.sources, *self._found.theme)
            known = {one.path: one for one in sources if not f"{one.path}/".startswith(begins)}
        self._found = found = find(self._site, known)
        inputs = keys.fingerprint(
            [(s.path, s.digest) for s in (*found.sources, *found.theme)],
            found.config and found.config.digest, found.problems, self._day or self._today(),
        )  # fmt: skip
        return found, inputs

    def look(self, found: Found, before: State) -> State:
        """Return *before* with a first look at what was found.

        Its problems are those of reading, and the old ones until the rest is checked.
        """
        if found.config is None:
            return before
        records = read(found.config, found.sources, self._store)
        catalogue = build.linked(records, self._day, self._today())
        problems = sorted_once((*found.problems, *records.problems, *before.problems))
        return replace(before, problems=problems, look=Look(catalogue, *theme_of(found.theme)))

    def whole(self, found: Found, before: State, overtaken: Callable[[], bool]) -> State:
        """Return the state of all pages, made and checked as by a build.

        Raises:
            OvertakenError: Something was saved meanwhile.
        """
        made = build.make(
            found, day=self._day, today=self._today(), store=self._store, have=before.sums,
            clock=Hurried(overtaken),
        )  # fmt: skip
        self._store.save()
        files = {
            one.path: before.files[one.path] if one.body is None else bytes(one.body)
            for one in made.rendered
        }
        sums = {one.path: one.notes.sha256 for one in made.rendered}
        if not files or (failed(made.problems) and len(files) < len(before.files)):
            # A page that cannot be made stays as it was.
            files, sums = {**before.files, **files}, {**before.sums, **sums}
        return State(files, sums, made.problems, made.catalogue)


class Site:
    """The latest state of a site."""

    def __init__(self, maker: Maker, told: Callable[..., None]) -> None:
        self._maker = maker
        self._told = told
        self._lock = threading.Lock()
        self._looked = self._whole = ""  # what the last look and the last whole state were made of
        self._seconds = 0.0  # that the last making took
        self.state = self._last = State({}, {}, ())

    def refresh(
        self,
        named: Iterable[str] = (),
        waited: Callable[[float], bool] = lambda seconds: False,
    ) -> bool:
        """Show a first look at what was saved at the paths that are *named*; then scan everything
        and, where anything changed, make the site again; say whether all of it was made.

        *waited* tells, at the latest after some seconds, whether something was saved meanwhile;
        then the making ends where it is.
        """
        with self._lock, _uncollected():
            found, inputs = self._maker.scan(named)
            self._look(found, inputs)
            # The longer it takes, the longer it waits: pages that are looked at come first.
            if self.state.look and waited(min(PUT_OFF, self._seconds / 4)):
                return False
            if named:  # and now what the watcher dropped
                found, inputs = self._maker.scan()
                self._look(found, inputs)
            if inputs == self._whole:
                return False
            begun = time.monotonic()
            try:
                self._last = self._maker.whole(found, self._last, lambda: waited(0))
            except OvertakenError:
                return False
            self.state, self._whole = self._last, inputs
            self._seconds = time.monotonic() - begun
        self._told(self.state.problems)
        return True

    def _look(self, found: Found, inputs: str) -> None:
        if inputs == self._whole:  # as it was, or as it was again
            self.state, self._looked = self._last, ""
        elif self._whole and inputs != self._looked:
            self.state, self._looked = self._maker.look(found, self._last), inputs


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles meanwhile: values hold none, and it is a third of a rebuild."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_BARE = b'<!doctype html><html lang="zh-Hans"><head><title>404</title></head><body></body></html>'
