"""Files replaced in one step each: all of them, or none.

What commands write into the folder of a site, and beside it, takes its place by renaming; what was
there comes back when one of several cannot be written.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import disk


class NotPlainError(Exception):
    """A folder, a link or something special is where a plain file is to be."""


def replace_files(files: Mapping[Path, bytes], *, private: bool = False) -> None:
    """Write files, each in one step: all of them, or none where one cannot be.

    All are staged beside their places, with the permissions of what is there, or with *private*
    for their owner alone, before the first takes its own.  What is there is kept under a second
    name till the last took its place, which settles it: whatever comes between, an interruption
    too, those before it change back, and that needs no space.  `tidy` removes what a process that
    was killed leaves of this.

    Raises:
        OSError: One cannot be written, its `filename` says which; all hold what they held.
    """
    paths = [*files]
    begun: list[Path] = []
    tidy(paths)
    try:
        for path, data in files.items():
            with _naming(path):
                _stage(path, data, private=private)
        disk.flush()
        new = [path for path in paths if not disk.there(path)]
        for path in paths[:-1]:
            if path not in new:
                with _naming(path):
                    disk.link_file(path, _beside(path, "kept"))
        for path in paths:
            begun.append(path)
            with _naming(path):
                disk.rename(_beside(path, "staged"), path)
    except BaseException:
        changed = [path for path in begun if not disk.there(_beside(path, "staged"))]
        if len(changed) < len(paths):
            for path in reversed(changed):
                with suppress(OSError):  # the others can be put back still
                    _put_back(path, new=path in new)
        raise
    finally:
        tidy(paths)


def tidy(paths: Iterable[Path]) -> None:
    """Remove what a replacement of files that was killed left beside them; what cannot be removed
    is in nobody's way."""
    for path in paths:
        for what in ("staged", "kept"):
            with suppress(OSError):
                disk.remove(_beside(path, what))


def _beside(path: Path, what: str) -> Path:
    return path.absolute().parent / f".{path.name}.{what}"


def _stage(path: Path, data: bytes, *, private: bool) -> None:
    staged = _beside(path, "staged")
    disk.make_folder(staged.parent)
    if private:
        disk.write_file(staged, data, 0o600)
        return
    disk.write_file(staged, data)
    if path.is_file() and not path.is_symlink():
        shutil.copymode(path, staged)


def _put_back(path: Path, *, new: bool) -> None:
    if new:
        disk.remove(path)
    else:
        disk.rename(_beside(path, "kept"), path)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let a failure name the file that it is about, rather than one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def put_file(path: Path, data: bytes, *, replacing: bool, private: bool = False) -> None:
    """Put a file at *path* in one step; with *replacing*, a plain file there is replaced, and with
    *private* nobody but its owner may read it.

    Raises:
        FileExistsError: A plain file is there and not to be replaced.
        NotPlainError: Something else is there.
        OSError: It cannot be written, or its folder does not exist.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise NotPlainError
    if path.exists() and not replacing:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not path.parent.is_dir():  # misspelt, rather than to be made
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    replace_files({path: data}, private=private)
