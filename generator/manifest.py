"""What a published site says of itself: ``manifest.json``, and which files are there.

The manifest lists path, SHA-256 and size of every other file.  The next build takes it at its word
for what need not be rendered again, and holds each file against it before that is published again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from json.encoder import encode_basestring
from pathlib import Path

from generator import disk
from generator.keys import published
from generator.page import Rendered

MANIFEST = "manifest.json"


def manifest_of(rendered: Iterable[Rendered], *, day: date, demonstration: bool) -> bytes:
    """Return manifest.json: the as-of day; path, SHA-256 and size of every other file."""
    rows = ",\n".join(  # as `json` indents it, at a tenth of the time
        f'  {{\n   "path": {encode_basestring(one.path)},\n'
        f'   "sha256": "{one.notes.sha256}",\n   "size": {one.notes.size}\n  }}'
        for one in sorted(rendered, key=lambda one: one.path)
    )
    files = f"[\n{rows}\n ]" if rows else "[]"
    return (
        f'{{\n "as_of": "{day.isoformat()}",\n "demonstration": {json.dumps(demonstration)},\n'
        f' "files": {files}\n}}\n'
    ).encode()


def size(output: Path) -> int:
    """Return how many bytes the manifest of the site at *output* has, 0 where there is none."""
    try:
        return (output / MANIFEST).lstat().st_size
    except OSError:
        return 0


def at_hand(output: Path) -> dict[str, str]:
    """Return path -> SHA-256 of every file in the site at *output*, as its manifest says.

    A file that the manifest does not list, and what is no plain file, has an empty text.  Nothing
    but the manifest is read; `write` reads what is taken over, once, when it takes it over.
    """
    found: dict[str, str] = {}
    if output.is_symlink() or not output.is_dir():
        return found
    said = _said(output)
    with suppress(OSError):  # a folder that cannot be listed: writing will say so
        for path, entry in disk.files_below(output):
            found[path] = said.get(path, "") if entry.is_file(follow_symlinks=False) else ""
    return found


def _said(output: Path) -> dict[str, str]:
    """Return path -> SHA-256 as the manifest at *output* says, and its own."""
    try:
        data = disk.read_file(output / MANIFEST)
        listed = {str(file["path"]): str(file["sha256"]) for file in json.loads(data)["files"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return listed | {MANIFEST: published(data)}


def sum_of(path: str) -> str:
    """Return the SHA-256 of a plain file, an empty text for what cannot be read."""
    try:
        return published(disk.read_file(path))
    except OSError:
        return ""
