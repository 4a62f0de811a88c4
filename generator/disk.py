"""The one seam through which files are written, linked, renamed, removed and flushed."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


class LockedError(Exception):
    """Another process holds the lock."""


class NotPlainError(Exception):
    """A folder, a link or something special is where a plain file is to be."""


def write_file(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a new file; its folder must exist, the file must not."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    with open(descriptor, "wb") as file:
        file.write(data)


def read_file(path: Path) -> bytes:
    """Return the bytes of a plain file, never through a link."""
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read()


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
        flush()
        new = [path for path in paths if not os.path.lexists(path)]
        for path in paths[:-1]:
            if path not in new:
                with _naming(path):
                    link_file(path, _beside(path, "kept"))
        for path in paths:
            begun.append(path)
            with _naming(path):
                rename(_beside(path, "staged"), path)
    except BaseException:
        changed = [path for path in begun if not os.path.lexists(_beside(path, "staged"))]
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
                remove(_beside(path, what))


def _beside(path: Path, what: str) -> Path:
    return path.absolute().parent / f".{path.name}.{what}"


def _stage(path: Path, data: bytes, *, private: bool) -> None:
    staged = _beside(path, "staged")
    make_folder(staged.parent)
    if private:
        write_file(staged, data, 0o600)
        return
    write_file(staged, data)
    if path.is_file() and not path.is_symlink():
        shutil.copymode(path, staged)


def _put_back(path: Path, *, new: bool) -> None:
    if new:
        remove(path)
    else:
        rename(_beside(path, "kept"), path)


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


def link_file(old: Path, new: Path) -> None:
    """Make *new* the same file as *old*, or a copy where links are not to be had; what is a
    symbolic link stays one."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        if old.is_symlink():
            os.symlink(os.readlink(old), new)
        else:
            write_file(new, read_file(old))
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
