"""Where the register may be written: into ``internal/``, or away from everything that is published.

A register in a folder that a server serves is a leak that nobody notices, so what is not plainly
safe is refused: a link on the way, a published site at any height, anywhere else in the site or in
another one, whose theme and records come to be published.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator import disk, putting
from generator.office.kinds import FOLDER
from generator.problems import Location, Problem, problem

# What marks a folder as published: a site's manifest, the body blocks for embedding.
_MANIFEST = "manifest.json"
_FRAGMENTS = ".gongkai-fragments"
# What makes a folder a site, and the folders of one that a build reads.
_CONFIG = "config.yaml"
_READ = frozenset({"catalogue", "content", "templates"})


def place(site: Path, output: str | None, form: str) -> tuple[Path, tuple[Problem, ...]]:
    """Return where the register goes, with the problem that forbids it; *output* is what the user
    named, None for the usual place."""
    name = usual(form) if output is None else output
    at = Location(name)
    if name == "-":
        return Path(name), (problem(at, "register-standard-output"),)
    root = disk.real(site)
    path = root / name if output is None else Path(name)
    if disk.by_link(path):
        return path, (problem(at, "register-link"),)
    path = disk.real(path)
    if path.suffix != f".{form}":
        return path, (problem(at, "register-ending", form=form),)
    own = path.parent == root / FOLDER
    if path.is_relative_to(root) and not own:
        return path, (problem(at, "register-in-site"),)
    above = root.parents if own else path.parents
    if any(_site(folder) and (not own or _reads(folder, path)) for folder in above):
        return path, (problem(at, "register-other-site"),)
    if any(_published(folder) for folder in path.parents):
        return path, (problem(at, "register-published"),)
    return path, ()


def usual(form: str) -> str:
    """Return the usual place of the register, from the site's folder."""
    return f"{FOLDER}/register.{form}"


def put(path: Path, data: bytes, shown: str) -> tuple[Problem, ...]:
    """Put the register at *path* in one step, or return the problem that prevents it."""
    at = Location(shown)
    try:
        putting.put_file(path, data, replacing=True, private=True)
    except putting.NotPlainError:
        return (problem(at, "file-special"),)
    except OSError as error:
        return (problem(at, "file-unwritten", reason=error.strerror or str(error)),)
    return ()


def _site(folder: Path) -> bool:
    """Whether *folder* holds a site; what cannot be told counts as one."""
    try:
        return (folder / _CONFIG).is_symlink() or (folder / _CONFIG).exists()
    except OSError:
        return True


def _reads(site: Path, path: Path) -> bool:
    """Whether a build of *site* reads what lies at *path* below it, on any disk."""
    return path.relative_to(site).parts[0].lower() in _READ


def _published(folder: Path) -> bool:
    """Whether *folder* holds a published site or the body blocks of one; what cannot be told
    counts as published."""
    try:
        if (folder / _FRAGMENTS).exists():
            return True
        if not (folder / _MANIFEST).exists():
            return False
        told = json.loads(disk.read_input(folder / _MANIFEST))
        return isinstance(told, dict) and "as_of" in told
    except (OSError, ValueError, RecursionError):
        return True
