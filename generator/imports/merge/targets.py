"""The files that an import changes: which they are, what they will say, and that they say it.

The new text of each file is read back before anything is written, and must say just what was
meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import disk
from generator.catalogue import Catalogue, Written
from generator.find import Source
from generator.imports.merge.placing import Placed, changes
from generator.imports.merge.yamlfiles import lists, merged, with_terms
from generator.keys import digest
from generator.model.entry import Entry
from generator.problems import Location, Problem, problem
from generator.read import read_file

FOLDER = "catalogue/entries"
_SOURCES = ("catalogue", "content", "templates", "config.yaml")


@dataclass(frozen=True, slots=True)
class Target:
    """Where an import writes: the site, the file that was named (or none), the unit."""

    site: Path
    output: Path | None
    unit: str

    def path(self, entry: Entry, there: str) -> str:
        """Return the file that *entry* goes into, from the site's folder: the one that was named,
        the one it is in (*there*), or one for its field and unit."""
        if self.output is not None:
            return inside(self.site, self.output) or str(disk.real(self.output))
        name = "-".join(part for part in (entry.field, self.unit) if part)
        return there or f"{FOLDER}/{name}.yaml"

    def file(self, path: str) -> Path:
        """Return the file of a path from the site's folder, or from the root."""
        return Path(path) if Path(path).is_absolute() else self.site / path

    def read(self, path: str) -> str | None:
        """Return the text of a file as it is, None where there is none."""
        file = self.file(path)
        return disk.read_input(file).decode() if file.exists() else None


def inside(site: Path, path: Path) -> str:
    """Return the path of a file from the folder of a site, nothing where it is not in it."""
    file, root = disk.real(path), disk.real(site)
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else ""


def is_source(site: Path, path: Path) -> bool:
    """Return whether *path* is where the sources of a site are."""
    return inside(site, path).split("/")[0] in _SOURCES


def takes_entries(site: Path, path: Path) -> bool:
    """Return whether a file at *path* may have entries: below `FOLDER`, or no source at all."""
    return not is_source(site, path) or inside(site, path).startswith(f"{FOLDER}/")


def outside(target: Target) -> tuple[dict[str, Written], tuple[Problem, ...]]:
    """Return the entries of an output file that the site itself does not read.

    They are those that an import there is about, even where the site has others of the same ids,
    as it does when the file was copied into the catalogue.
    """
    path = target.path(_NONE, "")
    if target.output is None or not target.output.exists() or path.startswith("catalogue/"):
        return {}, ()
    data = disk.read_input(target.output)
    if not data.strip():
        return {}, ()
    file = read_file(Source(f"{FOLDER}/{target.output.name}", data, digest(data)))
    written = {one.record.id: replace(one, path=path) for one in file.written}
    return written, tuple(replace(one, at=replace(one.at, path=path)) for one in file.problems)


_NONE = Entry(id="-", name="-", field="-")


def same(target: Target, catalogue: Catalogue, others: Mapping[str, Written]) -> list[Written]:
    """Return the entries among which a row without an id may find itself.

    Those of a file that the site does not read; those of the unit's own file where a unit is
    named, for two units may have items of the same names; else all that are current.
    """
    own = target.path(_NONE, "")
    if target.output is not None and not own.startswith("catalogue/"):
        return list(others.values())
    entries = [
        one
        for one in catalogue.by_id.values()
        if one.kind == "entries" and catalogue.current(one.record)
    ]
    if not target.unit:
        return entries
    suffix = f"-{target.unit}.yaml"
    return [
        one
        for one in entries
        if one.path == own or (not target.output and one.path.endswith(suffix))
    ]


def texts(
    target: Target, files: Mapping[str, list[Placed]]
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the new text of every file that changes, or the problems that prevent it."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path, placed in files.items():
        wanted = changes(placed)
        if not wanted:
            continue
        old = target.read(path)
        plain = _plain(old) if old and old.strip() else None
        if plain is not None and not lists(plain) and any(one.keys is None for one in wanted):
            problems.append(problem(Location(path), "table-single"))
            continue
        text = merged(plain, wanted)
        data = text.encode()
        back = read_file(Source(f"{FOLDER}/{Path(path).name}", data, digest(data)))
        problems += [replace(one, at=replace(one.at, path=path)) for one in back.problems]
        if not back.problems:
            said = {written.record.id: written.record for written in back.written}
            for change in wanted:
                assert said[change.entry.id] == change.entry, (
                    f"{change.entry.id} differs as written"
                )
        found[path] = _as_it_was(text, old or "")
    return found, tuple(problems)


def _plain(text: str) -> str:
    return text.removeprefix(_MARK).replace("\r\n", "\n")


def _as_it_was(text: str, old: str) -> str:
    """*text* with the ends of line, which are as the first, and the mark of the file that it takes
    the place of."""
    made = text.replace("\n", "\r\n") if old.partition("\n")[0].endswith("\r") else text
    return f"{_MARK}{made}" if old.startswith(_MARK) else made


_MARK = "\ufeff"


def vocabulary(
    target: Target, catalogue: Catalogue, placed: Iterable[Placed], paths: Iterable[str]
) -> dict[str, str]:
    """Return the new text of the vocabulary of levels, where the tables bring new ones.

    A level has any name; a file that the site does not read changes nothing of it.
    """
    known = next((one for one in catalogue.vocabularies if one.id == "levels"), None)
    if known is None or not any(path.startswith("catalogue/") for path in paths):
        return {}
    words = {term.name for term in known.values}
    new = dict.fromkeys(level for one in placed for level in one.entry.level if level not in words)
    path = catalogue.by_id["levels"].path
    text = target.read(path)
    if not new or text is None:
        return {}
    return {path: _as_it_was(with_terms(_plain(text), "levels", new), text)}
