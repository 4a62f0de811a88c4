"""Work shared out among processes: in this one while there is little, on an executor else.

Any `concurrent.futures.Executor` will do, of this machine or of a cluster; it is started when the
first large share comes and serves the whole build.  What is shared out are functions of a module
and values that can be pickled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from functools import partial
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

MOST_WAITING = 64  # pieces that are shared out and not yet done


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

    def soon(self, work: Callable[[A], B], piece: A, *, much: bool = True) -> Callable[[], B]:
        """Begin *work* on *piece* in another process where it is *much*, and return what waits for
        it; else that does it."""
        if self._start is None or not much:
            return partial(work, piece)
        return self._begun(self._start).submit(work, piece).result

    def each(
        self, work: Callable[[A], B], pieces: Iterable[A], *, much: bool = True
    ) -> Iterator[B]:
        """Yield what *work* makes of each of *pieces*, in their order; other processes are asked
        only where it is *much*.

        Pieces are taken as they come and while not too many wait, and a result is dropped as soon
        as it was taken: neither all pieces nor all results are ever there at once.
        """
        if self._start is None or not much:
            yield from map(work, pieces)
            return
        executor = self._begun(self._start)
        waiting: deque[Future[B]] = deque()
        for piece in pieces:
            waiting.append(executor.submit(work, piece))
            while waiting and (len(waiting) > MOST_WAITING or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _begun(self, start: Callable[[], Executor]) -> Executor:
        if self._executor is None:
            self._executor = self._open.enter_context(start())
        return self._executor


ALONE = Hands()
