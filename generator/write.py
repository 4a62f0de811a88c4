"""Stage, verify, swap: ``output/`` is always a whole old or a whole new site.

The new tree is built beside the old one and takes its place (`swap`); where the old one cannot be
moved, its files are replaced one by one (`inplace`).  Every file is read once: one that stays is
held against what the manifest says of it before it is linked into the new tree, one that is written
is read back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import SupportsBytes

from generator import disk, inplace, swap
from generator.keys import published
from generator.manifest import MANIFEST, at_hand, manifest_of, sum_of
from generator.page import Rendered
from generator.problems import Location, Problem, problem


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing did: files written anew or with other bytes, and files taken away.

    *stale* are files that were to be taken over and are not what they were; with their bytes at
    hand, the site can be published.  *manifest* is the SHA-256 of what was published.
    """

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: tuple[str, ...] = ()
    manifest: str = ""


@dataclass(frozen=True, slots=True)
class _Site:
    """What is to be published: path -> SHA-256 of every file, path -> bytes where at hand."""

    sums: Mapping[str, str]
    bodies: Mapping[str, SupportsBytes]


def heal(output: Path) -> tuple[Problem, ...]:
    """Make *output* a whole site again where a build died while it published; remove what it left.

    Returns:
        An error where that cannot be done, or is not to be done because a build is at work; a
        warning where something is left that does no harm.
    """
    output = output.absolute()
    at = Location(output.name)
    unfinished = swap.unfinished(output)
    if not unfinished and not (swap.litter(output) and disk.there(swap.beside(output, "lock"))):
        return ()
    try:
        with disk.locked(swap.beside(output, "lock")):
            reason = swap.heal(output)
    except disk.LockedError:
        return (problem(at, "output-locked"),) if unfinished else ()
    except OSError as error:
        reason = error.strerror or str(error)
        if unfinished:
            return (problem(at, "output-unhealed", reason=reason),)
    return (problem(at, "output-litter", reason=reason),) if reason else ()


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
        What changed; errors instead when nothing could be published and *output* is as it was.
    """
    rendered = tuple(rendered)
    manifest = manifest_of(rendered, day=day, demonstration=demonstration)
    own = published(manifest)
    site = _Site(
        {one.path: one.notes.sha256 for one in rendered} | {MANIFEST: own},
        {one.path: one.body for one in rendered if one.body is not None} | {MANIFEST: manifest},
    )
    output = output.absolute()
    at = Location(output.name)
    try:
        if _foreign(output, known=known):
            return Changes(problems=(problem(at, "output-foreign"),))
        disk.make_folder(output.parent)
        with disk.locked(swap.beside(output, "lock")):
            swap.heal(output)
            have, inodes = _seen(output, have, site)
            changed = tuple(sorted(path for path in site.sums if have.get(path) != site.sums[path]))
            removed = tuple(sorted(set(have) - set(site.sums)))
            if stale := tuple(path for path in changed if path not in site.bodies):
                found = problem(at, "output-failed", reason=f"{stale[0]}: changed by someone else")
                return Changes(problems=(found,), stale=stale)
            left = ""
            if changed or removed or not output.is_dir():
                kept = {path: inodes.get(path, 0) for path in set(site.sums) - {*changed, MANIFEST}}
                left = swap.cleared(_publish(site, output, kept, removed))
    except disk.LockedError:
        return Changes(problems=(problem(at, "output-locked"),))
    except disk.UnfinishedError as error:
        reason = error.strerror or str(error)
        return Changes(problems=(problem(at, "output-unhealed", reason=reason),))
    except OSError as error:
        reason = error.strerror or str(error)
        return Changes(problems=(problem(at, "output-failed", reason=reason),))
    warnings = (problem(at, "output-litter", reason=left),) if left else ()
    return Changes(changed, removed, warnings, manifest=own)


def _seen(
    output: Path, have: Mapping[str, str], site: _Site
) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Return *have* without what is not true of *output*, and path -> inode of what was read.

    What would stay is read for it.
    """
    if sum_of(f"{output}/{MANIFEST}") != have.get(MANIFEST, ""):  # another build was here meanwhile
        have = at_hand(output)
    if not have:
        return {}, {}
    inodes = {path: entry.inode() for path, entry in disk.files_below(output)}
    true = {
        path: sha256
        if sha256 != site.sums.get(path) or sum_of(f"{output}/{path}") == sha256
        else ""
        for path, sha256 in have.items()
    }
    return true, inodes


def _foreign(output: Path, *, known: bool) -> bool:
    """Whether something is at *output* that this program did not make."""
    if output.is_symlink() or not output.exists():
        return False
    if not output.is_dir():
        return True
    if any(name not in (".gitkeep", inplace.ROOM) for name in disk.hidden(output)):
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


def _publish(
    site: _Site, output: Path, kept: Mapping[str, int], removed: Iterable[str]
) -> Path | None:
    """Publish *site*, taking over the files *kept* (path -> inode); return what is no longer
    needed."""
    staged = swap.beside(output, "staging")
    try:
        disk.make_folder(staged)
        disk.write_file(staged / MANIFEST, bytes(site.bodies[MANIFEST]))
        if output.is_symlink() or not output.is_dir() or disk.movable(output, staged):
            _stage(site, output, staged, kept)
            disk.flush()
            return swap.swap(staged, output)
    except BaseException:
        with suppress(OSError):
            disk.remove(staged)
        raise
    disk.remove(staged)
    changed = [path for path in site.sums if path not in kept]  # the manifest is the last
    return inplace.put(output, {path: site.bodies[path] for path in changed}, removed)


def _stage(site: _Site, output: Path, staged: Path, kept: Mapping[str, int]) -> None:
    """Link what stays into *staged*, write what changed, and hold it against the manifest.

    Raises:
        OSError: It cannot be done, or is not what was to be written.
    """
    made = {""}
    for path in site.sums:
        folder = path.rpartition("/")[0]
        if folder not in made:
            disk.make_folder(staged / folder)
            made.add(folder)
        if path in kept:
            disk.link_file(f"{output}/{path}", f"{staged}/{path}")
        elif path != MANIFEST:
            disk.write_file(staged / path, bytes(site.bodies[path]))
    left = dict(site.sums)
    for path, entry in disk.files_below(staged):
        linked = entry.inode() == kept.get(path)  # it was read already
        if left.pop(path, None) != (site.sums[path] if linked else sum_of(entry.path)):
            raise OSError(f"{path}: staged file differs from the manifest")
    if left:
        raise OSError(f"{min(left)}: staged file differs from the manifest")
    if disk.there(output / ".gitkeep"):
        disk.write_file(staged / ".gitkeep", disk.read_file(output / ".gitkeep"))
