"""Two states of a site of twenty pages, and what of them is published.

From one to the other pages are added, changed and removed, a file becomes a folder and a folder a
file; the front page names all other files.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator import inplace, manifest, write
from generator.page import Notes, Rendered
from generator.words import failed

from .conftest import DAY, files
from .faults import NONE, Ended, Fault, forked


def _site(pages: Mapping[str, str]) -> dict[str, bytes]:
    bodies = {path: f"{path} {text}\n".encode() * 40 for path, text in pages.items()}
    return bodies | {"index.html": "\n".join(sorted(bodies)).encode()}


_SAME = {f"units/u{number}.html": "unit" for number in range(8)}
OLD = _site(
    _SAME
    | {f"entries/e{number}.html": "entry" for number in range(7)}
    | {"list": "a file", "tree/one.html": "in a folder", "tree/deep/two.html": "in a folder"}
    | {"gone/last.html": "alone in its folder"}
)
NEW = _site(
    _SAME
    | {f"entries/e{number}.html": "entry" if number > 4 else "edited" for number in range(2, 9)}
    | {"list/one.html": "in a folder", "tree": "a file", "added/deep/one.html": "new"}
    | {"added/two.html": "new"}
)  # What may be published for a moment beside the whole old and the whole new site.
GAPS = {"exchange": set(), "two renames": {"none"}, "in place": {"between"}}
# What must go before something else can be there.
CHANGED = {"list", "tree/one.html", "tree/deep/two.html"}


def rendered(site: Mapping[str, bytes], have: Mapping[str, str]) -> list[Rendered]:
    """Return *site* as it comes from rendering: without the bytes of what is at hand."""
    sums = {path: sha256(body).hexdigest() for path, body in site.items()}
    return [
        Rendered(path, Notes(sums[path], len(body)), None if have.get(path) == sums[path] else body)
        for path, body in site.items()
    ]


def rebuild(output: Path, site: Mapping[str, bytes] = NEW) -> int:
    """Publish *site* as a build does; return its exit status."""
    troubles = write.heal(output)
    if failed(troubles):
        return 1
    have = manifest.at_hand(output)
    for _ in range(2):
        made = rendered(site, have)
        changes = write.write(made, output, day=DAY, demonstration=True, have=have, known=True)
        have = {**have, **dict.fromkeys(changes.stale, "")}
        if not changes.stale:
            break
    return 1 if failed(changes.problems) else 0


def heal(output: Path) -> int:
    """Do what every build does first; return its exit status."""
    return 1 if failed(write.heal(output)) else 0


class Stage:
    """A folder in which the old site is published again and again."""

    def __init__(self, folder: Path, system: str) -> None:
        self.output = folder / "stage" / "output"
        self.system = system
        self._old, self._new = folder / "old", folder / "new"
        rebuild(self._old, OLD)
        rebuild(self._new, NEW)
        self.old, self.new = files(self._old), files(self._new)

    def reset(self) -> None:
        """Let the old site be published, and nothing beside it."""
        shutil.rmtree(self.output.parent, ignore_errors=True)
        shutil.copytree(self._old, self.output, symlinks=True)

    def rebuild(self, fault: Fault = NONE) -> Ended:
        """Publish the new site in a process of its own."""
        return forked(lambda: rebuild(self.output), self.output, fault, self.system)

    def heal(self, fault: Fault = NONE) -> Ended:
        """Do in a process of its own what every build does first."""
        return forked(lambda: heal(self.output), self.output, fault, self.system)

    def state(self) -> str:
        """Return what is published: ``old``, ``new``, ``none``, ``between`` or ``bad``.

        Between old and new, each file is the whole one of either, those of both are there, and the
        front page names what is there, but for a file that becomes a folder or the reverse.
        """
        found = {
            path: body
            for path, body in files(self.output).items()
            if not path.startswith(f"{inplace.ROOM}/")
        }
        if found in (self.old, self.new):
            return "old" if found == self.old else "new"
        if not self.output.exists():
            return "none"
        whole = all(
            body in (self.old.get(path), self.new.get(path)) for path, body in found.items()
        )
        named = set(found.get("index.html", b"nothing").decode().split()) - CHANGED
        common = self.old.keys() & self.new.keys()
        return "between" if whole and named | common <= found.keys() else "bad"

    def clean(self) -> bool:
        """Whether nothing is left beside or in what is published."""
        beside = {path.name for path in self.output.parent.iterdir()}
        return beside == {"output", ".output.lock"} and not (self.output / inplace.ROOM).exists()
