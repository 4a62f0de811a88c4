"""A staged tree takes the place of the published one: in one step where the system can.

Two folders change places by one system call.  Where a file system has none, two renames do it, and
a journal beside the folder tells the next start that it may have to put the old tree back: between
the two there is no site, for some microseconds.  What is left afterwards is removed, and a removal
that fails is no failure of what was published.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator import disk, inplace


def beside(output: Path, what: str) -> Path:
    """Return the hidden place beside *output* for its ``lock``, ``staging``, ``old``,
    ``journal``."""
    return output.parent / f".{output.name}.{what}"


def swap(staged: Path, output: Path) -> Path | None:
    """Put *staged* in the place of *output*; return where what was there is now.

    Raises:
        OSError: It cannot be done, and *output* is what it was.

        UnfinishedError: It cannot be done, and what was at *output* cannot be put back.
    """
    if not disk.there(output):
        disk.rename(staged, output)
        return None
    try:
        disk.exchange(staged, output)
    except OSError:
        return _two_steps(staged, output)
    return staged


def _two_steps(staged: Path, output: Path) -> Path:
    old, journal = beside(output, "old"), beside(output, "journal")
    disk.write_file(journal, b"")
    try:
        disk.flush()
        disk.rename(output, old)
        disk.rename(staged, output)
    except BaseException as error:
        _put_back(output, error)
        raise
    with suppress(OSError):  # with a site at *output*, it tells nothing
        disk.remove(journal)
    return old


def _put_back(output: Path, why: BaseException | None = None) -> None:
    """Put the old tree back where the new one did not come to stand, and forget about it."""
    old = beside(output, "old")
    try:
        if not disk.there(output) and disk.there(old):
            disk.rename(old, output)
    except OSError as error:
        raise disk.UnfinishedError(error.errno, error.strerror) from why
    with suppress(OSError):
        disk.remove(beside(output, "journal"))


def unfinished(output: Path) -> bool:
    """Whether a build that died, or one that is at work, left *output* between old and new."""
    return disk.there(beside(output, "journal")) or inplace.unfinished(output)


def litter(output: Path) -> bool:
    """Whether an earlier build left something to be removed."""
    places = (beside(output, "staging"), beside(output, "old"), output / inplace.ROOM)
    return any(disk.there(path) for path in places)


def heal(output: Path) -> str:
    """Make *output* the whole site that it was, and remove what is left; its lock is held.

    Returns:
        Why something is left still, or nothing.

    Raises:
        OSError: *output* cannot be made whole.
    """
    if disk.there(beside(output, "journal")):
        _put_back(output)
        if disk.there(beside(output, "journal")):
            disk.remove(beside(output, "journal"))
    inplace.heal(output)
    return cleared(beside(output, "staging"), beside(output, "old"), output / inplace.ROOM)


def cleared(*places: Path | None) -> str:
    """Remove what is no longer needed; return why something could not be, or nothing."""
    reason = ""
    for path in filter(None, places):
        try:
            disk.remove(path)
        except OSError as error:
            reason = error.strerror or str(error)
    return reason
