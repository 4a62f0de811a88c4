"""A process that dies, or whose disk fails, at any operation that one chooses.

The work is done in a fork of the test, so that a thousand deaths take seconds.  What counts is
every opening, listing, writing, linking, renaming, removing, locking and flushing below a folder,
and each system call of a removed tree by itself.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from generator import disk

DIED = 9
SYSTEMS = ("exchange", "two renames", "in place")
_EVENTS = frozenset({
    "open", "os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.scandir",
    "os.listdir", "os.chmod", "fcntl.flock",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at operation *number*, counted from 0: the process dies, or the disk says
    *error* (``errno``), once or from there on."""

    number: int
    error: int = 0
    lasting: bool = False


NONE = Fault(1 << 30)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its status (9: it died), how many operations it did, and what it
    wrote."""

    status: int
    operations: int
    said: str


def forked(work: Callable[[], int], below: Path, fault: Fault = NONE, system: str = "") -> Ended:
    """Do *work* in a process of its own.

    Args:
        work: What it does; its value is the status.

        below: The folder in which operations count, and beside it what has its name.

        fault: What happens to it.

        system: What the disk is able to do, one of `SYSTEMS`; the first if empty.
    """
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        _work(work, below, fault, system, into)
    os.close(into)
    with open(out, encoding="utf-8") as said:
        operations, _, text = said.read().partition("\n")
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ended(status, int(operations or 0), text)


def _work(work: Callable[[], int], below: Path, fault: Fault, system: str, into: int) -> NoReturn:
    status, done, said = 2, [0], ""

    def due() -> bool:
        done[0] += 1
        number = done[0] - 1
        return number == fault.number or (fault.lasting and number > fault.number)

    def strike() -> None:
        if not fault.error:
            os._exit(DIED)
        raise OSError(fault.error, os.strerror(fault.error))

    def watch(event: str, words: tuple[Any, ...]) -> None:
        if event in _EVENTS and _counts(below, words) and due():
            strike()

    try:
        teach(system, due, strike)
        sys.addaudithook(watch)
        status = work()
    except BaseException:
        said = traceback.format_exc()
    finally:
        os.write(into, f"{done[0]}\n{said}".encode())
        os._exit(status)


def _counts(below: Path, words: tuple[Any, ...]) -> bool:
    """Whether an operation is on what stands below *below* or beside it under its name."""
    paths = [os.fsdecode(one) for one in words if isinstance(one, str | bytes | os.PathLike)]
    return not paths or any("/" not in path or below.name in path for path in paths)


def teach(
    system: str, due: Callable[[], bool] = lambda: False, strike: Callable[[], None] = lambda: None
) -> None:
    """Let the disk of this process do what *system* can, and no more.

    What the interpreter does not tell of counts too: *due* says whether to *strike* there.
    """
    real_exchange, real_write = disk.exchange, disk.write_file

    def exchange(one: Path, other: Path) -> None:
        if due():
            strike()
        if system == "two renames":
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        real_exchange(one, other)

    def write_file(path: Path, data: bytes, mode: int = 0o644) -> None:
        if due():
            real_write(path, data[: len(data) // 2], mode)  # no room for the rest
            strike()
        real_write(path, data, mode)

    def flush() -> None:
        if due():
            strike()

    disk.exchange, disk.write_file, disk.flush = exchange, write_file, flush
    if system == "in place":
        disk.movable = lambda folder, filled: False
