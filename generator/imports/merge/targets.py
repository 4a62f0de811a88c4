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
from generator.model.register import Term
from generator.problems import Location, Problem, problem
from generator.read import read_file

FOLDER = "catalogue/entries"
VOCABULARIES = "catalogue/vocabularies"
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
    """Return whether a file at *path* may have entries: below `FOLDER`, where the site reads it, or
    where neither the site nor what it is built into is."""
    own = inside(site, path)
    if own.split("/")[0] in (*_SOURCES, "internal", "output"):
        return own.startswith(f"{FOLDER}/") and "/." not in own
    return True


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

    Those of a file that the site does not read; those of the unit's own files where a unit is
    named, for two units may have items of the same names; else all.
    """
    own = target.path(_NONE, "")
    if target.output is not None and not own.startswith("catalogue/"):
        return list(others.values())
    entries = [one for one in catalogue.by_id.values() if one.kind == "entries"]
    if not target.unit:
        return entries
    files = {target.path(replace(_NONE, field=field.id), "") for field in catalogue.fields}
    return [one for one in entries if one.path in files]


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
        meant = _records(FOLDER, path, plain)[0] if plain else {}
        meant |= {change.entry.id: change.entry for change in wanted}
        said, told = _records(FOLDER, path, text)
        problems += told
        if not told and said != meant:
            problems.append(problem(Location(path), "table-unlike"))
        found[path] = _as_it_was(text, old or "")
    return found, tuple(problems)


def _records(folder: str, path: str, text: str) -> tuple[dict[str, object], list[Problem]]:
    """What a file of records says, by id, and what is wrong with it."""
    data = text.encode()
    back = read_file(Source(f"{folder}/{Path(path).name}", data, digest(data)))
    said: dict[str, object] = {}
    for one in back.written:
        said.setdefault(one.record.id, one.record)
    return said, [replace(one, at=replace(one.at, path=path)) for one in back.problems]


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
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the new text of the vocabulary of levels, where the tables bring new ones, or the
    problems that prevent it.

    A level has any name; a file that the site does not read changes nothing of it.
    """
    known = next((one for one in catalogue.vocabularies if one.id == "levels"), None)
    if known is None or not any(path.startswith("catalogue/") for path in paths):
        return {}, ()
    words = {term.name for term in known.values}
    new = dict.fromkeys(level for one in placed for level in one.entry.level if level not in words)
    path = catalogue.by_id["levels"].path
    text = target.read(path)
    if not new or text is None:
        return {}, ()
    made = with_terms(_plain(text), "levels", new)
    terms = (*known.values, *(Term(name=name, local=True) for name in new))
    meant, _ = _records(VOCABULARIES, path, _plain(text))
    said, problems = _records(VOCABULARIES, path, made)
    if not problems and said != meant | {"levels": replace(known, values=terms)}:
        problems.append(problem(Location(path), "table-unlike"))
    return {path: _as_it_was(made, text)}, tuple(problems)
