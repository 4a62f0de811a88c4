"""Work shared out among processes: in this one while there is little, on an executor else.

Any `concurrent.futures.Executor` will do, of this machine or of a cluster; it is started when the
first large share comes and serves the whole build.  What is shared out are functions of a module
and values that can be pickled.
"""

from __future__ import annotations

import ctypes
import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack, suppress
from functools import partial
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

MOST_WAITING = 64  # pieces that are shared out and not yet done; a heavy one counts for many
HEAVY = 4  # pieces are worth another process, be there no other work


_MMAP_THRESHOLD = -3  # of mallopt(3)
_LARGE = 1 << 18  # bytes


def light() -> None:
    """Let this process, which does one thing and ends, take little time and room for its memory.

    Values hold no cycles, and looking for some again and again would be a third of a build.  What
    is large goes back to the system as soon as nobody needs it, where the C library can be told so
    (glibc): else it stands between what is small and stays, and a seventh of the memory is holes.
    """
    gc.disable()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def spare() -> None:
    """Give back the room of what was large and is dropped, where the C library can be told so."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class Hands:
    """The processes that work for one build; with no *start*, this process alone."""

    def __init__(self, start: Callable[[], Executor] | None = None) -> None:
        self._start = start
        self._executor: Executor | None = None
        self._open = ExitStack()

    def __enter__(self) -> Hands:
        return self

    def __exit__(self, failed: object, *more: object) -> None:
        if failed and self._executor:  # nobody waits for the rest
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._open.close()

    @property
    def begun(self) -> bool:
        """Whether other processes are there already."""
        return self._executor is not None

    def soon(self, work: Callable[[A], B], piece: A, *, much: bool = True) -> Callable[[], B]:
        """Begin *work* on *piece* in another process where it is *much*, and return what waits for
        it; else that does it."""
        if self._start is None or not much:
            return partial(work, piece)
        return self._at_work(self._start).submit(work, piece).result

    def each(
        self,
        work: Callable[[A], B],
        pieces: Iterable[A],
        *,
        much: bool = True,
        weight: Callable[[A], int] = lambda _: 1,
    ) -> Iterator[B]:
        """Yield what *work* makes of each of *pieces*, in their order.

        Pieces are taken as they come and while not too many wait, and a result is dropped as soon
        as it was taken: neither all pieces nor all results are ever there at once.

        Args:
            work: Makes something of a piece.

            pieces: What it is made of.

            much: Whether other processes are asked; where there is little, a heavy piece is for
                them.

            weight: For how many pieces one counts.
        """
        if self._start is None:
            yield from map(work, pieces)
            return
        waiting: deque[tuple[int, Future[B]]] = deque()
        held = 0
        for piece in pieces:
            weighs = weight(piece)
            if much or weighs >= HEAVY:
                done = self._at_work(self._start).submit(work, piece)
            else:
                done = Future()
                done.set_result(work(piece))
            del piece
            waiting.append((weighs, done))
            held += weighs
            while waiting and (held > MOST_WAITING or waiting[0][1].done()):
                weighs, done = waiting.popleft()
                held -= weighs
                yield done.result()
        while waiting:
            yield waiting.popleft()[1].result()

    def _at_work(self, start: Callable[[], Executor]) -> Executor:
        if self._executor is None:
            self._executor = self._open.enter_context(start())
        return self._executor


ALONE = Hands()
