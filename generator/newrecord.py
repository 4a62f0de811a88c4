"""A new record that a command writes for an editor to complete: read back before, never in place of
a file that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator import disk
from generator.find import Source
from generator.keys import digest
from generator.problems import Location, Problem, Severity, problem
from generator.read import read_file
from generator.words import WORDS


def grave(one: Problem) -> bool:
    """Return whether a problem is an error."""
    return WORDS[one.rule].severity is Severity.ERROR


def unlike(record: Any, text: str, path: str) -> tuple[Problem, ...]:
    """Return what a reader of *text* at *path*, below the site's folder, would complain of, or that
    it says something else than *record*."""
    data = text.encode()
    made = read_file(Source(path, data, digest(data)))
    if [one.record for one in made.written] == [record] and not any(map(grave, made.problems)):
        return ()
    return made.problems or (problem(Location(path), "record-unwritten", reason="YAML"),)


def put_new(file: Path, text: str, folder: str) -> tuple[Problem, ...]:
    """Write *text* as a new *file*, or return why not; *folder* is where such records belong."""
    at = Location(str(file))
    try:
        disk.make_folder(file.parent)
        disk.put_file(file, text.encode(), replacing=False)
    except (FileExistsError, disk.NotPlainError):
        return (problem(at, "record-output", folder=folder),)
    except OSError as error:
        return (problem(at, "record-unwritten", reason=error.strerror or str(error)),)
    return ()
