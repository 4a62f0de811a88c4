"""The one seam through which files are written, linked, renamed, removed and flushed."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


class LockedError(Exception):
    """Another process holds the lock."""


class NotPlainError(Exception):
    """A folder, a link or something special is where a plain file is to be."""


def write_file(path: Path, data: bytes) -> None:
    """Write a new file; its folder must exist, the file must not."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
    with open(descriptor, "wb") as file:
        file.write(data)


def read_file(path: Path) -> bytes:
    """Return the bytes of a plain file, never through a link."""
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read()


def read_input(path: Path) -> bytes:
    """Return the bytes of a file that the user named, which may be a link."""
    return path.read_bytes()


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write files, each in one step: all of them, or none where one cannot be.

    All are staged beside their places before the first takes its own; where one then cannot, those
    before it get back what they held.

    Raises:
        OSError: One cannot be written; all hold what they held.
    """
    staged: list[tuple[Path, Path]] = []
    undo: list[Callable[[], None]] = []
    try:
        for path, data in files.items():
            make_folder(path.absolute().parent)
            beside = path.absolute().parent / f".{path.name}.staged"
            remove(beside)
            staged.append((beside, path))
            write_file(beside, data)
        flush()
        for beside, path in staged:
            back = _back(beside, path)
            rename(beside, path)
            undo.append(back)
    except OSError:
        for back in reversed(undo):
            back()
        raise
    finally:
        for beside, _ in staged:
            with suppress(OSError):  # what is left is in nobody's way, and goes with the next write
                remove(beside)


def _back(beside: Path, path: Path) -> Callable[[], None]:
    """What puts back what *path* holds now."""
    if path.is_symlink():
        target = os.readlink(path)

        def relink() -> None:
            remove(path)
            os.symlink(target, path)

        return relink
    if not path.exists():
        return lambda: remove(path)
    data = read_input(path)

    def rewrite() -> None:
        write_file(beside, data)
        rename(beside, path)

    return rewrite


def put_file(path: Path, data: bytes, *, replacing: bool) -> None:
    """Put a file at *path* in one step; with *replacing*, a plain file there is replaced.

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
    replace_files({path: data})


def link_file(old: Path, new: Path) -> None:
    """Make *new* the same file as *old*, or a copy where links are not to be had."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        write_file(new, read_file(old))


def make_folder(path: Path) -> None:
    """Make a folder and the folders above it."""
    path.mkdir(mode=0o755, parents=True, exist_ok=True)


def rename(old: Path, new: Path) -> None:
    """Rename a file or folder."""
    os.rename(old, new)


def exchange(one: Path, other: Path) -> None:
    """Let two files or folders change places in one step.

    Raises:
        OSError: This system or this disk cannot.
    """
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    here, exchanging = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if library.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchanging):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def remove(path: Path) -> None:
    """Remove whatever is at *path*, a link only as a link; nothing there is no fault."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def flush() -> None:
    """Ask the kernel to put everything written so far on the disk."""
    os.sync()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at *path*; the kernel frees it when its owner dies.

    Raises:
        LockedError: Another process holds it.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LockedError from None
        yield
    finally:
        os.close(descriptor)


def hidden(folder: Path) -> list[str]:
    """Return the names of what is hidden in *folder* itself."""
    with os.scandir(folder) as items:
        return sorted(entry.name for entry in items if entry.name.startswith("."))


def files_below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield path and entry of everything below *folder* that is not a folder; hidden files of
    the top folder itself are not part of what is published."""
    yield from _below(folder, "")


def _below(folder: Path | str, under: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as items:
        entries = sorted(items, key=lambda entry: entry.name)
    for entry in entries:
        if not under and entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{under}{entry.name}/")
        else:
            yield under + entry.name, entry
