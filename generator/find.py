"""Which files there are, their bytes and digests.

Nothing is followed and nothing is guessed: links and special files are refused, what an editor or
an operating system leaves lying about is passed over, and only the folders of `KINDS`, the theme
and config.yaml are ever opened.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.decoded import MOST_BYTES
from generator.keys import digest
from generator.model.kinds import KINDS, Kind
from generator.personal import found_in_name
from generator.problems import Location, Problem, problem

MOST_ATTACHED = 40 * 1024 * 1024  # a text may be smaller still

# Left by editors, office programs and operating systems; never sources.
_LEFTOVER = re.compile(
    r"\..*|~\$.*|.*~|.*\.(swp|swo|orig|bak|tmp|rej)|#.*#|Thumbs\.db|__pycache__", re.I
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path from the site's folder with ``/``, its bytes and their digest."""

    path: str
    data: bytes
    digest: str


UNKNOWN: Mapping[str, Source] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a site: settings, records and texts, and its theme (name → source)."""

    config: Source | None
    sources: tuple[Source, ...]
    theme: tuple[Source, ...]
    problems: tuple[Problem, ...]


def find(site: Path, known: Mapping[str, Source] = UNKNOWN) -> Found:
    """Return all files of the site at *site* that a build may read; those that are *known* to be as
    they were are not read again."""
    config, of_config = find_config(site)
    sources, of_sources = find_records(site, KINDS, known=known)
    problems = [*of_config, *of_sources]
    return Found(config, sources, _theme(site, problems, known), tuple(problems))


def find_records(
    site: Path,
    kinds: tuple[Kind, ...],
    *,
    aside: frozenset[str] = frozenset(),
    known: Mapping[str, Source] = UNKNOWN,
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the files of *kinds*, and what is wrong with what lies in their top folders; the
    paths in *aside* are passed over, those that are *known* not read again."""
    sources = []
    problems: list[Problem] = []
    for top in dict.fromkeys(kind.folder.partition("/")[0] for kind in kinds):
        for path, file in _below(site / top, top, problems, aside):
            if (kind := _wanted(path, kinds, problems)) is None:
                continue
            most = MOST_BYTES if kind.holds_record(path) else MOST_ATTACHED
            if source := known.get(path) or _source(file, path, problems, most):
                sources.append(source)
    return tuple(sources), tuple(problems)


def find_config(site: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return config.yaml, or the problem that there is none."""
    problems: list[Problem] = []
    config = _source(site / "config.yaml", "config.yaml", problems)
    if config is None and not problems:
        problems.append(problem(Location("config.yaml"), "config-missing"))
    return config, tuple(problems)


def is_leftover(name: str) -> bool:
    """Return whether a file or folder of this *name* was left by a program and is no source."""
    return bool(_LEFTOVER.fullmatch(name))


def packaged_theme() -> Path:
    """Return the folder of the theme that comes with the program: in the wheel, or beside it."""
    here = Path(__file__).parent
    return here / "theme" if (here / "theme").is_dir() else here.parent / "templates"


def _theme(site: Path, problems: list[Problem], known: Mapping[str, Source]) -> tuple[Source, ...]:
    """The packaged theme with the site's own files of the same name in front."""
    files: dict[str, Source] = {}
    folders = [packaged_theme()]
    if (site / "templates").is_dir():
        folders.append(site / "templates")
    for folder in folders:
        for path, file in _below(folder, "templates", problems):
            source = known.get(path) or _source(file, path, problems)
            if source and len(source.data) > MOST_BYTES:
                problems.append(
                    problem(
                        Location(path),
                        "file-too-large",
                        megabytes=f"> {MOST_BYTES // 1024 // 1024}",
                    )
                )
            elif source:
                files[path.removeprefix("templates/")] = source
    return tuple(files[name] for name in sorted(files))


def _wanted(path: str, kinds: tuple[Kind, ...], problems: list[Problem]) -> Kind | None:
    """The kind that the file at *path* belongs to; says so when it belongs to none."""
    folder = "/".join(path.split("/")[:2])
    kind = next((kind for kind in kinds if kind.folder == folder), None)
    if kind is None:
        problems += _persons_in_name(path)
        likely = difflib.get_close_matches(folder, [kind.folder for kind in kinds], 1)
        problems.append(
            problem(Location(path), "folder-unknown", folder=folder, likely="".join(likely))
        )
        return None
    if not kind.holds(path):
        problems += _persons_in_name(path)
        problems.append(problem(Location(path), "file-unexpected", folder=kind.folder))
        return None
    return kind


def _persons_in_name(path: str) -> Iterator[Problem]:
    """What is personal in the name of a file that is not read; the rules know the other names."""
    for one in found_in_name(path):
        if one.sure:
            kind = one.kind.name.lower()
            yield problem(Location(path), "personal-data", kind=kind, mask=one.mask, sha256="")


def _below(
    folder: Path, name: str, problems: list[Problem], aside: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Path]]:
    """Yield the plain files below *folder* in an order that no file system decides."""
    if folder.is_symlink():
        problems.append(problem(Location(name), "file-link"))
        return
    if not folder.is_dir():
        return
    try:
        items = _in_order(os.scandir(folder))
    except OSError as error:
        problems.append(problem(Location(name), "file-unreadable", reason=error.strerror))
        return
    for item in items:
        path = f"{name}/{item.name}"
        if _LEFTOVER.fullmatch(item.name) or path in aside:
            continue
        if item.is_symlink():
            problems.append(problem(Location(path), "file-link"))
        elif item.is_dir(follow_symlinks=False):
            yield from _below(Path(item.path), path, problems, aside)
        else:
            yield path, Path(item.path)


def _in_order(items: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    return sorted(items, key=lambda item: item.name)


def _source(
    file: Path, path: str, problems: list[Problem], most: int = MOST_BYTES
) -> Source | None:
    """Read *file* once, to no more than shows that it has more than *most* bytes, never through a
    link; None when it is absent or refused."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        rule = "file-link" if file.is_symlink() else "file-unreadable"
        problems.append(problem(Location(path), rule, reason=error.strerror))
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        problems.append(problem(Location(path), "file-special"))
        return None
    with open(descriptor, "rb") as opened:
        try:
            data = opened.read(most + 1)
        except OSError as error:
            problems.append(problem(Location(path), "file-unreadable", reason=error.strerror))
            return None
    return Source(path, data, digest(data))
