"""Each page's body block alone, for offices whose column lives in an existing site.

国办公开办函〔2019〕61号 wants the platform within the site's own column, not a site of its own, so
what stands between ``<main>`` and ``</main>`` is also published by itself.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator import disk
from generator.problems import Location, Problem, problem

_BODY = re.compile(r'<main id="main"[^>]*>\n?(.*)</main>', re.DOTALL)


MARKER = ".gongkai-fragments"  # says that the folder may be replaced


def write_fragments(output: Path, folder: Path) -> tuple[Problem, ...]:
    """Write the body of every page of the site at *output* below *folder*, replacing what is
    there; return the problem that prevented it."""
    at = Location(folder.name or str(folder))
    try:
        inside = folder.absolute().is_relative_to(output.absolute())
        if inside or output.absolute().is_relative_to(folder.absolute()):
            return (problem(at, "output-foreign"),)
        if _foreign(folder):
            return (problem(at, "output-foreign"),)
        staged = folder.absolute().parent / f".{folder.absolute().name}.staging"
        disk.remove(staged)
        disk.make_folder(staged)
        disk.write_file(staged / MARKER, b"")
        for path, entry in disk.files_below(output):
            if path.endswith(".html"):
                body = body_of(disk.read_file(Path(entry.path)).decode())
                disk.make_folder((staged / path).parent)
                disk.write_file(staged / path, body.encode())
        disk.remove(folder)
        disk.rename(staged, folder)
    except OSError as error:
        return (problem(at, "output-failed", reason=error.strerror or str(error)),)
    return ()


def body_of(page: str) -> str:
    """Return the body block of a finished page."""
    match = _BODY.search(page)
    assert match, 'base.html must put the body block into <main id="main">'
    return match[1]


def _foreign(folder: Path) -> bool:
    """Whether something is at *folder* that no earlier run has written."""
    if not folder.exists():
        return False
    if not folder.is_dir():
        return True
    filled = any(True for _ in disk.files_below(folder)) or any(disk.hidden(folder))
    return filled and MARKER not in disk.hidden(folder)
