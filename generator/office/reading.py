"""The files of ``internal/`` to records, and what is said of them without quoting them.

A log is read by more people than a withheld file.  So a problem of this side names places, ids,
days and the program's own words; whatever else an author wrote stands as “…”, and a file whose name
could be a title stands under its number in the order of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.catalogue import Unread, Written
from generator.find import find_records
from generator.model.base import is_allowed_id
from generator.office.kinds import ASIDE, FOLDER, KINDS, LEDGER
from generator.office.persons import persons, renamed
from generator.problems import Location, Problem, problem
from generator.read import read
from generator.store import Store
from generator.typed import names_of

# Facts that this program puts into words itself, whatever the author wrote.
_OWN = frozenset({
    "label", "choices", "known", "likely", "expected", "given", "kind", "megabytes", "encoding",
    "character", "first", "reason",
})  # fmt: skip
# What matters on a page only, and nothing here comes to be on one.
_OF_PAGES = frozenset({
    "personal-data", "markup-removed", "link-scheme", "link-protocol-relative", "image-foreign",
    "character-private",
})  # fmt: skip
_PLAIN = re.compile(r"[a-z0-9-]{1,64}(\.[a-z0-9]{1,8})?")
_RECORD = (".md", ".yaml", ".yml")
_ATTACHED = frozenset({
    "csv", "doc", "docx", "jpeg", "jpg", "ofd", "pdf", "png", "ppt", "pptx", "rar", "tif", "tiff",
    "txt", "wps", "xls", "xlsx", "zip",
})  # fmt: skip
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Records:
    """What the files of the internal side say; *beside* are the paths of the files that lie beside
    them and are no records, nobody looked into those."""

    written: tuple[Written, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]
    beside: frozenset[str] = frozenset()


def absent(site: Path) -> tuple[Problem, ...]:
    """Return the problem that *site* has no internal side; nothing where it has one."""
    if (site / FOLDER).is_symlink() or (site / FOLDER).is_dir():  # a link is refused by its name
        return ()
    return (problem(Location(FOLDER), "office-missing"),)


def read_internal(site: Path) -> Records:
    """Return the records below ``internal/`` of *site*; nothing of them is remembered."""
    sources, problems = find_records(site, KINDS, aside=ASIDE)
    others = [one.at.path for one in problems if one.rule == "file-unexpected"]
    problems = tuple(one for one in problems if not _loose(one))
    shown = _shown([source.path for source in sources] + [one.at.path for one in problems])
    named = [replace(source, path=shown[source.path]) for source in sources]
    records = read(None, named, Store(None), KINDS)
    told = [replace(one, at=replace(one.at, path=shown[one.at.path])) for one in problems]
    told += records.problems
    told += persons(sources, shown)
    told += _misnamed(shown[source.path] for source in sources if not _plain(source.path))
    return Records(
        records.written,
        records.unread,
        tuple(_discreet(renamed(one)) for one in told if one.rule not in _OF_PAGES),
        frozenset(_beside(others, shown)),
    )


def _beside(others: Iterable[str], shown: Mapping[str, str]) -> Iterable[str]:
    """The paths of files that are no records, below their folder as it is shown."""
    folders = {path.rpartition("/")[0]: of.rpartition("/")[0] for path, of in shown.items()}
    for path in others:
        folder, _, name = path.rpartition("/")
        yield f"{folders.get(folder, folder)}/{name}"


def _plain(path: str) -> bool:
    return all(_PLAIN.fullmatch(part) for part in path.split("/"))


def _misnamed(paths: Iterable[str]) -> Iterable[Problem]:
    """What is said of files whose name is not shown."""
    return (problem(Location(path), "office-file-name") for path in paths)


def _loose(one: Problem) -> bool:
    """Whether a problem is about a file that is no record: the register beside the folders, or an
    attachment beside a document, which nobody publishes and nobody need look into."""
    path = one.at.path
    if one.rule == "file-unexpected":
        beside = not path.startswith(f"{LEDGER}/")  # an application is never an attachment
        return beside and path.rpartition(".")[2].lower() in _ATTACHED
    beside = path.count("/") == 1 and not path.endswith(_RECORD)
    return one.rule == "folder-unknown" and beside


def _shown(paths: Iterable[str]) -> Mapping[str, str]:
    """Return how each path is shown: a name that is not made like an id by its number."""
    numbers: dict[str, dict[str, str]] = {}
    for path in sorted(set(paths)):
        parts = path.split("/")
        for depth, part in enumerate(parts):
            known = numbers.setdefault("/".join(parts[:depth]), {})
            known.setdefault(part, f"({len(known) + 1})")
    return {path: "/".join(_parts(path.split("/"), numbers)) for path in paths}


def _parts(parts: list[str], numbers: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    for depth, part in enumerate(parts):
        if _PLAIN.fullmatch(part):
            yield part
        else:
            ending = part[part.rfind(".") :] if part.endswith(_RECORD) else ""
            yield numbers["/".join(parts[:depth])][part] + ending


def _discreet(one: Problem) -> Problem:
    """Return a problem with nothing of what a withheld file holds but ids and keys."""
    return replace(one, facts=tuple((name, _said(name, value)) for name, value in one.facts))


@cache
def _keys() -> frozenset[str]:
    """Every key that may be written on this side."""
    keys = (names_of(kind.model) for kind in KINDS)  # type: ignore[arg-type]
    return frozenset(kind.plural for kind in KINDS).union(*keys)


def _said(name: str, value: str) -> str:
    if name in _OWN or value == "" or (name == "key" and value in _keys()):
        return value
    if name == "folder" and all(is_allowed_id(part) for part in value.split("/")):
        return value
    return value if name == "id" and is_allowed_id(value) else HIDDEN
