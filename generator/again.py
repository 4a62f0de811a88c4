"""The same command again: where nothing that a build depends on has changed, it says what it said.

The second build of a site is mostly a build of nothing.  This module answers it before anything
else of the program is imported: it knows no kinds, no records and no options, only bytes.  The key
is made of more than a build can depend on (every file in the folders of the site, the program, the
names of all installed libraries, the command as it was given, the day), so that it may differ where
a build would not, and never the other way round.  What cannot be read is no error here: the build
itself will say so.
"""

from __future__ import annotations

import os
import sys
import time
from hashlib import blake2b

TYPE_CHECKING = False  # `typing` alone would take a tenth of the time
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, TextIO

FOLDERS = ("catalogue", "content", "templates")
FILE = ".cache/again"
# What of the environment a build looks at: its day, and how it talks.
ENVIRONMENT = ("SOURCE_DATE_EPOCH", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS")
SHANGHAI = 8 * 3600  # seconds ahead of UTC


def said(arguments: Sequence[str]) -> bool:
    """Say what the same command said, where it would do nothing but say it again.

    Returns:
        Whether that is all there is to do; the exit status is 0.
    """
    if "build" not in arguments:
        return False
    site = site_of(arguments)
    try:
        with open(os.path.join(site, FILE), "rb") as file:
            before, published, folder, length, told = file.read().split(b"\n", 4)
        known = (before.decode(), published.decode())
        same = known == (key(site, arguments), listed(os.fsdecode(folder))) and before != b""
        err, out = told[: int(length)], told[int(length) :]
    except (OSError, ValueError):
        return False
    if same:
        _print(err, sys.stderr)
        _print(out, sys.stdout)
    return same


def remember(
    arguments: Sequence[str], before: str, folder: str, *, err: str = "", out: str = ""
) -> None:
    """Keep what the command with *arguments* would say again, while nothing changes.

    Args:
        arguments: As the command was given.

        before: The `key` when it began.

        folder: Where it published.

        err: What it would write to standard error.

        out: What it would write to standard output.
    """
    folder = os.path.abspath(folder)
    path = os.path.join(site_of(arguments), FILE)
    told = [text.encode(errors="backslashreplace") for text in (err, out)]
    try:
        lines = [before.encode(), listed(folder).encode(), os.fsencode(folder)]
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.new", "wb") as file:
            file.write(b"\n".join([*lines, str(len(told[0])).encode(), b"".join(told)]))
        os.replace(f"{path}.new", path)
    except OSError:  # it will take longer, and that is all
        return


def site_of(arguments: Sequence[str]) -> str:
    """Return the folder that a command is about."""
    for number, word in enumerate(arguments):
        if word == "--site" and number + 1 < len(arguments):
            return arguments[number + 1]
        if word.startswith("--site="):
            return word.removeprefix("--site=")
    return "."


def key(site: str, arguments: Sequence[str]) -> str:
    """Return the key of all that a build of *site* by this command may depend on, an empty text
    where something cannot be read."""
    try:
        return _key(site, arguments)
    except OSError:
        return ""


def _key(site: str, arguments: Sequence[str]) -> str:
    found = blake2b(digest_size=16)
    shown = [stream.isatty() for stream in (sys.stdout, sys.stderr)]
    day = time.gmtime(time.time() + SHANGHAI)[:3]
    told = (list(arguments), os.getcwd(), [os.environ.get(name) for name in ENVIRONMENT], shown)
    found.update(repr((*told, day, sys.version)).encode())
    here = os.path.dirname(os.path.abspath(__file__))
    for folder in (here, os.path.join(os.path.dirname(here), "templates")):
        if os.path.isdir(folder):
            _add(found, folder, "")
    for folder in filter(os.path.isdir, sys.path):
        names = sorted(one for one in os.listdir(folder) if one.endswith(".dist-info"))
        found.update(repr(names).encode())
    _add_file(found, os.path.join(site, "config.yaml"), "config.yaml")
    for name in FOLDERS:
        folder = os.path.join(site, name)
        found.update(repr((name, os.path.islink(folder))).encode())
        if os.path.isdir(folder):
            _add(found, folder, name)
    return found.hexdigest()


def listed(folder: str) -> str:
    """Return the key of a published folder: which files are there, and what its manifest says.

    Raises:
        OSError: It cannot be read, is not there, or a build left something beside it.
    """
    found = blake2b(digest_size=16)
    names = sorted(
        ("@" if entry.is_symlink() else "") + path for path, entry in _below(folder, "/")
    )
    found.update("\0".join(names).encode(errors="surrogatepass"))  # which no name holds
    _add_file(found, os.path.join(folder, "manifest.json"), "manifest.json")
    above, name = os.path.split(folder)
    beside = (one for one in os.listdir(above) if one.startswith(f".{name}."))
    if any(not one.endswith(".lock") for one in beside):
        raise OSError("a build is at work, or has left something")
    return found.hexdigest()


def _below(folder: str, under: str) -> list[tuple[str, os.DirEntry[str]]]:
    found = []
    folders = [(folder, under)]
    for folder, under in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{under}{entry.name}/"))
                else:
                    found.append((under + entry.name, entry))
    return found


def _add(found: Any, folder: str, under: str) -> None:
    """Add every file of a folder; nothing of Python's own, which comes and goes."""
    for path, entry in sorted(_below(folder, f"{under}/"), key=lambda one: one[0]):
        if "/__pycache__/" not in path:
            if entry.is_file(follow_symlinks=False):
                _add_file(found, entry.path, path)
            else:
                found.update(repr((path, entry.is_symlink())).encode(errors="surrogatepass"))


def _add_file(found: Any, file: str, path: str) -> None:
    with open(file, "rb", buffering=0) as opened:  # read once, and whole
        data = opened.read()
    found.update(repr((path, len(data))).encode(errors="surrogatepass"))
    found.update(data)


def _print(text: bytes, stream: TextIO) -> None:
    if text:
        stream.buffer.write(text)
        stream.flush()
