"""Work shared out among processes: in this one while there is little, on an executor else.

Any `concurrent.futures.Executor` will do, of this machine or of a cluster; it is started when the
first large share comes and serves the whole build.  What is shared out are functions of a module
and values that can be pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


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

    def each(
        self, work: Callable[[A], B], pieces: Sequence[A], *, much: bool = True
    ) -> Iterator[B]:
        """Yield what *work* makes of each of *pieces*, in their order; other processes are asked
        only where it is *much*."""
        if self._start is None or not much:
            yield from map(work, pieces)
            return
        if self._executor is None:
            self._executor = self._open.enter_context(self._start())
        waiting = [self._executor.submit(work, piece) for piece in pieces]
        waiting.reverse()
        while waiting:  # a result is dropped as soon as it was taken
            yield waiting.pop().result()


ALONE = Hands()
