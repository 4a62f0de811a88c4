"""Work on a stranger's file in a process of its own, with bounds of memory and time.

What a file makes a library ask for cannot be known before it is read: a cell at the far end of a
sheet, a record that claims a text of gigabytes, a tree of millions of empty elements.  Where that
would end the program, it ends the process alone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_MEMORY = 1024 * 1024 * 1024
_SECONDS = 60  # of work, not of waiting; such a process waits for nothing but to be heard
_OF_BOUNDS = (0, -signal.SIGABRT, -signal.SIGKILL, -getattr(signal, "SIGXCPU", signal.SIGKILL))


class ExceededError(Exception):
    """The work took more memory or time than any table does."""


class CrashedError(Exception):
    """The process ended in a way that is nobody's answer; the text names it (``SIGSEGV``)."""


def apart(work: Callable[[], T]) -> T:
    """Return what *work* returns, which must not be an exception.

    Where the system cannot copy a process, the work is done in this one, without bounds.

    Raises:
        ExceededError: It took too much memory or time.
        CrashedError: A library brought the process down.
        Exception: Whatever *work* raises, with a note of where.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return work()
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(work, ours, theirs), daemon=True)
    with ours:
        try:
            with theirs:
                child.start()
            said = ours.recv()
        except (EOFError, MemoryError):
            child.join()
            if child.exitcode in _OF_BOUNDS:
                raise ExceededError from None
            raise CrashedError(_name(child.exitcode)) from None
        finally:  # also where the user breaks off
            if child.pid is not None:
                child.kill()
                child.join()
            child.close()
    if isinstance(said, Exception):
        raise said
    return said  # type: ignore[no-any-return]


def _name(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"status {code}"


def _answer(work: Callable[[], object], ours: Any, theirs: Any) -> None:
    import resource

    ours.close()  # or writing to a program that is gone would never end
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a library says of its own fault
    _bound(resource.RLIMIT_AS, _MEMORY + _size())
    _bound(resource.RLIMIT_CPU, _SECONDS)
    _bound(resource.RLIMIT_CORE, 0)
    try:
        theirs.send(work())
    except MemoryError:
        return
    except Exception as error:
        error.add_note(traceback.format_exc())
        theirs.send(error)


def _bound(what: int, most: int) -> None:
    """Set a bound of this process, no higher than one that is set; nothing where there is none."""
    import resource

    soft, hard = resource.getrlimit(what)
    bounds = [one for one in (most, soft, hard) if one != resource.RLIM_INFINITY]
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (min(bounds), hard))


def _size() -> int:
    """The address space that this process has already, in bytes; a guess where it is not told."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return _MEMORY
