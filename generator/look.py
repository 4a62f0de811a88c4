"""A first look: one page after another of a catalogue, before all are made and checked."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from generator.catalogue import Catalogue
from generator.plan import frame_of, page_at
from generator.render import Theme, alone


class Look:
    """The pages of a catalogue, each made when it is first asked for."""

    def __init__(
        self, catalogue: Catalogue, templates: Theme, assets: Iterable[tuple[str, bytes]]
    ) -> None:
        self._catalogue = catalogue
        self._assets = tuple(assets)
        self._templates = templates
        self._frame = frame_of(catalogue, self._assets)
        self._made: dict[str, bytes | None] = {}
        self._lock = threading.Lock()

    def page(self, path: str) -> bytes | None:
        """Return the file at *path*; None where there is none, and for what follows from all
        pages."""
        with self._lock:
            if path not in self._made:
                found = page_at(self._catalogue, self._assets, path)
                made = alone(found, self._frame, self._templates) if found else None
                self._made[path] = made
            return self._made[path]
