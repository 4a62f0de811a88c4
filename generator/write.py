"""Stage, verify, swap: ``output/`` is always a whole old or a whole new site.

The new tree is built beside the old one, checked against its own manifest, and takes its place by
renaming.  Nothing that is being served is ever written to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import disk
from generator.keys import published
from generator.page import Rendered
from generator.problems import Location, Problem, problem

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing did: files written anew or with other bytes, and files taken away."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def at_hand(output: Path) -> dict[str, str]:
    """Return path -> SHA-256 of everything in the site at *output*, an empty text for what is no
    plain file or cannot be read."""
    if not output.is_dir() or output.is_symlink():
        return {}
    found: dict[str, str] = {}
    with suppress(OSError):  # a folder that cannot be listed: writing will say so
        for path, entry in disk.files_below(output):
            found[path] = ""
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    found[path] = published(disk.read_file(Path(entry.path)))
    return found


def intact(output: Path, manifest: str) -> bool:
    """Whether *output* holds the manifest with that SHA-256 and all its files in their sizes."""
    try:
        data = disk.read_file(output / MANIFEST)
        if published(data) != manifest:
            return False
        listed = {file["path"]: file["size"] for file in json.loads(data)["files"]}
        listed[MANIFEST] = len(data)
        found = {
            path: entry.stat().st_size if entry.is_file(follow_symlinks=False) else -1
            for path, entry in disk.files_below(output)
        }
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return found == listed


def manifest_of(rendered: Iterable[Rendered], *, day: date, demonstration: bool) -> bytes:
    """Return manifest.json: the as-of day; path, SHA-256 and size of every other file."""
    files = [
        {"path": one.path, "sha256": one.notes.sha256, "size": one.notes.size}
        for one in sorted(rendered, key=lambda one: one.path)
    ]
    record = {"as_of": day.isoformat(), "demonstration": demonstration, "files": files}
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"


def write(
    rendered: Iterable[Rendered],
    output: Path,
    *,
    day: date,
    demonstration: bool,
    have: Mapping[str, str],
    known: bool = False,
) -> Changes:
    """Publish the site at *output*.

    Args:
        rendered: Every file of the site; one without bytes is taken over from *output*.

        output: The folder to publish; it is replaced as a whole.

        day: The as-of day.

        demonstration: Whether the site is a demonstration.

        have: What `at_hand` found there.

        known: Whether an earlier build is remembered to have published there; a folder that is
            not known must show by its manifest that it is this program's.

    Returns:
        What changed; problems instead when nothing could be published and *output* is as it was.
    """
    rendered = tuple(rendered)
    manifest = manifest_of(rendered, day=day, demonstration=demonstration)
    now = {one.path: one.notes.sha256 for one in rendered} | {MANIFEST: published(manifest)}
    changed = tuple(sorted(path for path, sha256 in now.items() if have.get(path) != sha256))
    removed = tuple(sorted(set(have) - set(now)))
    output = output.absolute()
    at = Location(output.name)
    try:
        if _foreign(output, known=known):
            return Changes(problems=(problem(at, "output-foreign"),))
        disk.make_folder(output.parent)
        with disk.locked(output.parent / f".{output.name}.lock"):
            for litter in ("staging", "old"):  # of a build that was killed
                disk.remove(output.parent / f".{output.name}.{litter}")
            if changed or removed or not output.is_dir():
                _replace(rendered, manifest, output, now)
    except disk.LockedError:
        return Changes(problems=(problem(at, "output-locked"),))
    except OSError as error:
        reason = error.strerror or str(error)
        return Changes(problems=(problem(at, "output-failed", reason=reason),))
    return Changes(changed, removed)


def _foreign(output: Path, *, known: bool) -> bool:
    """Whether something is at *output* that this program did not make."""
    if output.is_symlink() or not output.exists():
        return False
    if not output.is_dir():
        return True
    if any(name != ".gitkeep" for name in disk.hidden(output)):
        return True  # a .git, say: replacing the folder would take it away
    return not known and any(True for _ in disk.files_below(output)) and not _ours(output)


def _ours(output: Path) -> bool:
    """Whether *output* holds a manifest of this program and a file that it lists."""
    try:
        manifest = json.loads(disk.read_file(output / MANIFEST))
        listed = [str(file["path"]) for file in manifest["files"] if len(file["sha256"]) == 64]
        return "as_of" in manifest and any((output / path).is_file() for path in listed)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False


def _replace(
    rendered: Iterable[Rendered], manifest: bytes, output: Path, wanted: Mapping[str, str]
) -> None:
    staged = output.parent / f".{output.name}.staging"
    try:
        _stage(rendered, manifest, output, staged)
        _verify(staged, wanted)
        _swap(staged, output)
    except OSError:
        with suppress(OSError):
            disk.remove(staged)
        raise


def _stage(rendered: Iterable[Rendered], manifest: bytes, output: Path, staged: Path) -> None:
    disk.make_folder(staged)
    made: set[Path] = set()
    for one in rendered:
        path = staged / one.path
        if path.parent not in made:
            disk.make_folder(path.parent)
            made.add(path.parent)
        if one.body is None:
            disk.link_file(output / one.path, path)
        else:
            disk.write_file(path, one.body)
    disk.write_file(staged / MANIFEST, manifest)
    if (output / ".gitkeep").is_file():
        disk.write_file(staged / ".gitkeep", disk.read_file(output / ".gitkeep"))


def _verify(staged: Path, wanted: Mapping[str, str]) -> None:
    """Read the staged tree back and hold it against its manifest.

    Raises:
        OSError: It is not what was to be written.
    """
    found = at_hand(staged)
    if found != wanted:
        wrong = sorted(set(found.items()) ^ set(wanted.items()))[0][0]
        raise OSError(f"{wrong}: staged file differs from the manifest")
    disk.flush()


def _swap(staged: Path, output: Path) -> None:
    """Put *staged* in the place of *output*: in one step where the system can."""
    old = output.parent / f".{output.name}.old"
    try:
        disk.exchange(staged, output)
        old = staged
    except OSError:  # the first build, or a system that takes two steps
        if output.exists() or output.is_symlink():
            disk.rename(output, old)
        try:
            disk.rename(staged, output)
        except OSError:
            if old.exists() or old.is_symlink():
                disk.rename(old, output)
            raise
    with suppress(OSError):  # the new site is there; the next build clears what is left
        disk.remove(old)
