"""Hints of what was saved below a site; whoever is told scans, and content decides.

A watcher may drop what happened: a call every few seconds is the net below it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

QUIET = 0.02  # seconds without a further hint before a rebuild
RESCAN = 3.0  # seconds between scans when no hint comes

Refresh = Callable[[set[str], Callable[[float], bool]], object]


class Hints:
    """The paths that were saved since they were last taken."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._paths: set[str] = set()

    def add(self, path: str) -> None:
        """Hint at *path*; at none in particular where it is empty."""
        with self._lock:
            if path:
                self._paths.add(path)
            self._event.set()

    def wait(self, seconds: float) -> bool:
        """Wait for a hint for some *seconds*; return whether there is one."""
        return self._event.wait(seconds)

    def quiet(self) -> None:
        """Return once nothing more is hinted at, but never later than after some seconds."""
        for _ in range(20):
            self._event.clear()
            if not self._event.wait(QUIET):
                return

    def take(self) -> set[str]:
        """Return the paths that were hinted at, from the site's folder, and forget them."""
        with self._lock:
            taken, self._paths = self._paths, set()
            self._event.clear()
        return taken


def watch(site: Path, refresh: Refresh, stop: threading.Event) -> None:
    """Call *refresh* after every change below *site*, until *stop* is set.

    It is told the paths that were hinted at, and how to ask whether another hint comes within some
    seconds.
    """
    hints = Hints()
    observer = _observer(site, hints)
    while not stop.is_set():
        if hints.wait(RESCAN):
            hints.quiet()
        if not stop.is_set():
            try:
                refresh(hints.take(), hints.wait)
            except Exception:  # a fault of this program must not end the watching
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), None)))
    if observer is not None:
        observer.stop()


def _observer(site: Path, hints: Hints) -> Any:
    """A watcher that tells *hints*; None where the system has no room for one."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: Any) -> None:
            if event.event_type not in ("created", "modified", "moved", "deleted"):
                return
            # That a folder was changed tells nothing that its files do not tell.
            named = not (event.is_directory and event.event_type == "modified")
            for path in (PurePath(event.src_path), PurePath(event.dest_path)):
                within = named and path.is_relative_to(site)
                hints.add(path.relative_to(site).as_posix() if within else "")

    observer = Observer()
    observer.daemon = True
    try:
        for folder in ("catalogue", "content", "templates"):
            if (site / folder).is_dir():
                observer.schedule(Handler(), str(site / folder), recursive=True)
        observer.start()
    except OSError:  # no watches left: the rescan alone sees every change
        return None
    return observer
