"""Files of a published tree replaced one by one, where the tree itself cannot be moved.

A mount point cannot be renamed, and an ``output/`` in a container often is one.  New files are
staged in a room within it.  They take their places in an order that leaves no link without its
goal: new files first, then changed ones, the manifest, and removals last.  Each file is at every
moment the whole old or the whole new one, but for a moment there are some of each.  What is
replaced is kept, and a journal says what to put back, until the last step is done: a failure, or
the next start after a death, makes the tree what it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import SupportsBytes

from generator import disk

ROOM = ".gongkai-staging"
_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class _Step:
    """Something to be put at *path* or removed there, and whether something is there before."""

    path: str
    put: bool
    replaced: bool


def put(output: Path, bodies: Mapping[str, SupportsBytes], removed: Iterable[str]) -> Path:
    """Put files below *output* and remove others; return the room that is no longer needed.

    Args:
        output: A folder, whose lock beside it is held.

        bodies: Path -> bytes of new and changed files; the last of them is put last.

        removed: The paths of what is to be removed.

    Raises:
        OSError: It cannot be done, and *output* is what it was.

        UnfinishedError: It cannot be done, and what was done cannot be undone.

        LockedError: A build that sees the folder under another path is at work in it.
    """
    with disk.locked(output):
        room = output / ROOM
        disk.remove(room)
        steps = _steps(bodies, tuple(removed), {path for path, _ in disk.files_below(output)})
        try:
            _prepare(room, output, steps, bodies)
        except BaseException:
            with suppress(OSError):
                disk.remove(room)
            raise
        try:
            for number, step in enumerate(steps):
                _do(step, output, room / f"{number}.new")
            disk.flush()
            disk.remove(room / _JOURNAL)  # from here on it is done
        except BaseException as error:
            try:
                _undo(output)
            except OSError as second:
                raise disk.UnfinishedError(second.errno, second.strerror) from error
            with suppress(OSError):
                disk.remove(room)
            raise
    return room


def unfinished(output: Path) -> bool:
    """Whether some files of *output* may be new and others old."""
    return disk.there(output / ROOM / _JOURNAL)


def heal(output: Path) -> None:
    """Make *output* what it was before a build that died.

    Raises:
        OSError: It cannot be done.

        LockedError: A build is at work in it.
    """
    if unfinished(output):
        with disk.locked(output):
            _undo(output)


def _steps(
    bodies: Mapping[str, SupportsBytes], removed: tuple[str, ...], there: set[str]
) -> list[_Step]:
    """Put the steps in order; a file in place of a folder, or the reverse, makes way first."""
    *others, last = bodies
    above = {above for path in bodies for above in _above(path)}
    first = {
        gone for gone in removed if gone in above or not bodies.keys().isdisjoint(_above(gone))
    }
    new = [path for path in others if path not in there]
    changed = [path for path in others if path in there]
    return [
        *(_Step(path, put=False, replaced=True) for path in sorted(first)),
        *(_Step(path, put=True, replaced=path in there) for path in (*new, *changed, last)),
        *(_Step(path, put=False, replaced=True) for path in removed if path not in first),
    ]


def _above(path: str) -> list[str]:
    """Return the folders that *path* stands in."""
    parts = path.split("/")
    return ["/".join(parts[:number]) for number in range(1, len(parts))]


def _prepare(
    room: Path, output: Path, steps: Iterable[_Step], bodies: Mapping[str, SupportsBytes]
) -> None:
    """Put what is new, what is old and the journal into the room; nothing is changed yet."""
    disk.make_folder(room)
    for number, step in enumerate(steps):
        if step.put:
            disk.write_file(room / f"{number}.new", bytes(bodies[step.path]))
            if disk.read_file(room / f"{number}.new") != bytes(bodies[step.path]):
                raise OSError(f"{step.path}: staged file differs from what was written")
        if step.replaced:
            disk.link_file(output / step.path, room / f"{number}.old")
    disk.write_file(room / "journal.part", json.dumps([astuple(step) for step in steps]).encode())
    disk.flush()
    disk.rename(room / "journal.part", room / _JOURNAL)
    disk.flush()


def _do(step: _Step, output: Path, new: Path) -> None:
    path = output / step.path
    if step.put:
        disk.make_folder(path.parent)
        if path.is_dir() and not path.is_symlink():
            disk.prune(path, output)  # an empty folder
        disk.rename(new, path)
    else:
        disk.remove(path)
        disk.prune(path.parent, output)


def _undo(output: Path) -> None:
    """Take the steps back, the last one first, done or not; twice is as good as once."""
    room = output / ROOM
    if not unfinished(output):
        return
    try:
        steps = [_Step(*step) for step in json.loads(disk.read_file(room / _JOURNAL))]
    except ValueError:  # torn by a loss of power: it was flushed before the first step
        steps = []
    for number, step in reversed([*enumerate(steps)]):
        path, old = output / step.path, room / f"{number}.old"
        if step.replaced:
            if disk.there(old):
                disk.make_folder(path.parent)
                disk.rename(old, path)
            continue
        if disk.there(path) and not disk.there(room / f"{number}.new") and not path.is_dir():
            disk.remove(path)
        disk.prune(path.parent, output)  # made for it, or empty before
    disk.flush()
    disk.remove(room / _JOURNAL)
