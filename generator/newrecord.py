"""A new record that a command writes for an editor to complete: read back before, never in place of
a file that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator import disk, putting
from generator.find import Source
from generator.keys import digest
from generator.problems import Location, Problem, problem
from generator.read import read_file
from generator.words import grave


def put_new(
    record: Any, text: str, file: Path, *, folder: str, writing: bool = True
) -> tuple[Problem, ...]:
    """Write *record* as a new *file*, or return why not.

    Args:
        record: What a reader of *text* is to find, and nothing else.

        text: The record as YAML.

        file: Where it goes.

        folder: Where such records belong, below the site's folder.

        writing: Whether it is written at all, or only read back.
    """
    if problems := _unlike(record, text, f"{folder}/{record.id}.yaml"):
        return problems
    at = Location(str(file))
    try:
        if writing:
            disk.make_folder(file.parent)
            putting.put_file(file, text.encode(), replacing=False)
    except (FileExistsError, putting.NotPlainError):
        return (problem(at, "record-output", folder=folder),)
    except OSError as error:
        return (problem(at, "record-unwritten", reason=error.strerror or str(error)),)
    return ()


def _unlike(record: Any, text: str, path: str) -> tuple[Problem, ...]:
    """What a reader of *text* would complain of, or that it says something else than *record*."""
    data = text.encode()
    made = read_file(Source(path, data, digest(data)))
    if [one.record for one in made.written] == [record] and not any(map(grave, made.problems)):
        return ()
    return made.problems or (problem(Location(path), "record-unwritten", reason="YAML"),)
