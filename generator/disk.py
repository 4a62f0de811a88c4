"""The one seam through which files are written, linked, renamed, removed and flushed."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, SupportsBytes

_PIECE = 1 << 16  # bytes; more at once costs more than it saves


class LockedError(Exception):
    """Another process holds the lock."""


class UnfinishedError(OSError):
    """What was begun could be neither finished nor undone; `strerror` tells why."""


def write_file(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a new file; its folder must exist, the file must not."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    with open(descriptor, "wb") as file:
        file.write(data)


def read_file(path: Path | str) -> bytes:
    """Return the bytes of a plain file, never through a link."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:  # half the price of a file object, and a site has tens of thousands of files
        pieces = []
        while piece := os.read(descriptor, _PIECE):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)


class Spooled:
    """Bytes that are in a file of their own until they are asked for: ``bytes(spooled)``."""

    __slots__ = ("_file", "_length", "_start")

    def __init__(self, file: IO[bytes], start: int, length: int) -> None:
        self._file, self._start, self._length = file, start, length

    def __bytes__(self) -> bytes:
        """Return the bytes."""
        found = os.pread(self._file.fileno(), self._length, self._start)
        if len(found) != self._length:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return found


@contextmanager
def spool(folder: Path) -> Iterator[Callable[[bytes], SupportsBytes]]:
    """Give a function that puts bytes aside, in a file without a name that ends with its process;
    what finds no room there stays in memory.

    Args:
        folder: Where there is room; where there is none, the system's own place is taken.
    """
    try:
        make_folder(folder)
        file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115
    except OSError:
        file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
    with file:
        end = 0

        def put_aside(data: bytes) -> SupportsBytes:
            nonlocal end
            try:
                written = os.pwrite(file.fileno(), data, end)
            except OSError:
                return data
            if written < len(data):
                return data
            end += written
            return Spooled(file, end - written, written)

        yield put_aside


def is_private(path: Path) -> bool:
    """Return whether the plain file at *path* is this user's, and nobody else may read it."""
    found = os.lstat(path)
    return stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o77


def read_input(path: Path) -> bytes:
    """Return the bytes of a file that the user named, which may be a link."""
    return path.read_bytes()


def there(path: Path) -> bool:
    """Return whether anything is at *path*, a link that leads nowhere too."""
    return os.path.lexists(path)


def real(path: Path) -> Path:
    """Return where *path* leads, from the root: no ``..``, no link on the way."""
    return Path(os.path.realpath(path))


def by_link(path: Path) -> bool:
    """Return whether *path* is a link, or one is on the way to it."""
    return os.path.realpath(path) != os.path.abspath(path)


def link_file(old: Path | str, new: Path | str) -> None:
    """Make *new* the same file as *old*, or a copy where links are not to be had; what is a
    symbolic link stays one."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        if os.path.islink(old):
            os.symlink(os.readlink(old), new)
        else:
            write_file(Path(new), read_file(old))
            shutil.copymode(old, new)


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


def movable(folder: Path, filled: Path) -> bool:
    """Whether *folder* can be renamed: a mount point cannot, nor can a folder that an overlay has
    from below.

    It is tried by renaming onto *filled*, a folder with a file in it.  That is always refused; the
    reason is the answer.
    """
    try:
        os.rename(folder, filled)
    except OSError as error:
        return error.errno not in (errno.EBUSY, errno.EXDEV)
    os.rename(filled, folder)  # a file system that does not keep to the standard
    return True


def remove(path: Path) -> None:
    """Remove whatever is at *path*, a link only as a link; nothing there is no fault."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif there(path):
        path.unlink()


def prune(folder: Path, top: Path) -> None:
    """Remove *folder* and those above it, below *top*, as far as they are there and empty."""
    while folder != top:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent


def flush() -> None:
    """Ask the kernel to put everything written so far on the disk."""
    os.sync()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at *path*, or the folder there; the kernel frees it when its owner dies.

    Raises:
        LockedError: Another process holds it.
    """
    folder = path.is_dir()
    how = os.O_RDONLY if folder else os.O_RDWR | os.O_CREAT
    descriptor = os.open(path, how | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LockedError from None
        except OSError:
            if not folder:  # folders cannot be locked on a network share
                raise
        yield
    finally:
        os.close(descriptor)


def hidden(folder: Path) -> list[str]:
    """Return the names of what is hidden in *folder* itself."""
    with os.scandir(folder) as items:
        return sorted(entry.name for entry in items if entry.name.startswith("."))


def files_below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield path and entry of everything below *folder* that is not a folder.

    Hidden files of the top folder itself are not part of what is published, nor is what a file
    system keeps at its root.
    """
    yield from _below(folder, "")


def _below(folder: Path | str, under: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as items:
        entries = sorted(items, key=lambda entry: entry.name)
    for entry in entries:
        if not under and (entry.name.startswith(".") or entry.name == "lost+found"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{under}{entry.name}/")
        else:
            yield under + entry.name, entry
