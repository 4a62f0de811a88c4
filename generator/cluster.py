"""A build's work on a dask cluster: the only module that names dask.

Goes in: the address of a scheduler.  Comes out: an executor for `Hands`, on which the workers do
what the processes of this machine would do otherwise, to the same bytes.

What travels is bytes.  A piece of work is pickled here and opened on the worker, after the worker
has compared its program with the one that asks: another one opens nothing and says which it is.
What all pieces share (the function with the templates and the frame) is sent once and passed on
among the workers.  Whatever a worker has been given the scheduler keeps until it is done, so the
work of a worker that is lost is done by another.
"""

from __future__ import annotations

import asyncio
import gc
import pickle
import platform
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from multiprocessing import current_process
from threading import Lock
from time import monotonic
from typing import Any
from weakref import ref

from generator import keys
from generator.hands import light
from generator.problems import Location, Problem, problem

ANSWER = 5  # seconds in which a scheduler answers
FIRST = 5  # seconds in which a first worker has come
PATIENCE = 30  # seconds for which a cluster may be without any worker
_LOOK = 2  # seconds between two looks at a cluster that returns nothing

_AT = Location("dask")
_ONE = Lock()  # libraries below us are not made for threads, and threads make nothing faster


class ClusterError(Exception):
    """The cluster cannot do the work; *problem* says why, and nothing was published."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.rule)
        self.problem = found


@dataclass(frozen=True, slots=True)
class Told:
    """Which program a process runs."""

    program: str
    python: str

    def __str__(self) -> str:
        return f"{self.program[:8]} (Python {self.python})"


def told() -> Told:
    """Return which program this process runs."""
    return Told(keys.program(), platform.python_version())


@contextmanager
def opened(address: str) -> Iterator[Executor]:
    """Open the cluster whose scheduler is at *address*, ``tcp://host:port`` or ``tls://host:port``.

    Raises:
        ClusterError: dask is not installed, nobody answers, there is no worker, or one of them has
            another program; and later, while work is done, that it cannot be finished.
    """
    distributed = _distributed()
    _answers(distributed, address)
    try:
        client = distributed.Client(
            address, timeout=ANSWER, set_as_default=False, direct_to_workers=True
        )
    except OSError:
        raise ClusterError(problem(_AT, "dask-unreachable", address=address)) from None
    try:
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=FIRST)
        if not client.nthreads():
            raise ClusterError(problem(_AT, "dask-workers", address=address))
        alike(client)
        yield _Cluster(client)
    finally:
        with suppress(Exception):  # of a scheduler that is gone there is nothing to take leave of
            client.close(timeout=_LOOK)


def _distributed() -> Any:
    try:
        import dask

        quiet = dict.fromkeys(("distributed", "distributed.client"), "critical")
        dask.config.set({
            "logging": quiet,  # what it has to say is said by a problem
            "distributed.admin.large-graph-warning-threshold": "1TB",
        })  # fmt: skip
        import distributed
    except ImportError:
        raise ClusterError(problem(_AT, "dask-missing")) from None
    return distributed


def _answers(distributed: Any, address: str) -> None:
    """Ask who is at *address*; a client would wait for another service without end."""

    async def identity() -> Any:
        arguments = distributed.Security().get_connection_args("client")
        async with distributed.rpc(address, connection_args=arguments, timeout=ANSWER) as there:
            return await there.identity()

    async def in_time() -> Any:
        return await asyncio.wait_for(identity(), ANSWER)

    try:  # in a thread of its own, where nobody else's loop can be running
        with ThreadPoolExecutor(1) as aside:
            who = aside.submit(lambda: asyncio.run(in_time())).result()
    except (ValueError, TypeError, RuntimeError, ImportError):  # no form of an address
        raise ClusterError(problem(_AT, "dask-address", address=address)) from None
    except Exception:
        raise ClusterError(problem(_AT, "dask-unreachable", address=address)) from None
    if not isinstance(who, dict) or who.get("type") != "Scheduler":
        raise ClusterError(problem(_AT, "dask-unreachable", address=address))


def alike(client: Any) -> None:
    """See that the workers run this program, and the scheduler, through which all work goes.

    Raises:
        ClusterError: One runs another, or cannot say which.
    """
    mine = told()
    answers: dict[str, Any] = {client.scheduler.address: None}
    with suppress(Exception):  # it cannot load what it is to call
        answers[client.scheduler.address] = client.run_on_scheduler(told)
    answers |= client.run(told, on_error="return")
    others = {worker: said for worker, said in sorted(answers.items()) if said != mine}
    for worker, said in others.items():
        raise ClusterError(_other(worker, said if isinstance(said, Told) else None, len(others)))


def _other(worker: str, said: Told | None, several: int) -> Problem:
    theirs = str(said) if said else "?"
    return problem(
        _AT, "dask-program", worker=worker, several=several, theirs=theirs, ours=told()
    )  # fmt: skip


# -- on this side ----------------------------------------------------------------------------------


class _Cluster(Executor):
    """The workers of a cluster as an executor, through dask's own."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._program = keys.program()
        self._work: Callable[..., Any] | None = None
        self._sent: Any = None
        self._alone_since: float | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a worker call *fn*; what it returns comes with `Future.result`."""
        if fn is not self._work:
            self._work = fn
            self._sent = self._client.submit(_same, pickle.dumps(fn), pure=False)
        piece = pickle.dumps((args, kwargs))
        return _Coming(self, self._executor.submit(_done, self._program, self._sent, piece))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what was begun, or drop it."""
        self._executor.shutdown(wait=wait and not cancel_futures)

    def open(self, answer: Future[Any]) -> Any:
        """Return what came of a piece of work.

        Raises:
            ClusterError: Nothing came, and nothing will.
            Exception: What the work raised.
        """
        from distributed import KilledWorker

        try:
            said = answer.result()
        except (CancelledError, OSError):
            raise ClusterError(problem(_AT, "dask-lost")) from None
        except KilledWorker:
            raise ClusterError(problem(_AT, "dask-killed")) from None
        except Exception:
            alike(self._client)  # a worker that has joined since may know nothing of this program
            raise
        if isinstance(said, Told):
            alike(self._client)
            raise ClusterError(_other("?", said, 1))  # it has left again
        return pickle.loads(said)

    def look(self) -> None:
        """See that there is anybody to wait for.

        Raises:
            ClusterError: There has been no worker for too long.
        """
        try:
            there = bool(self._client.nthreads())
        except Exception:  # of a scheduler that is gone
            there = False
        if there:
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = monotonic()
        elif monotonic() - self._alone_since > PATIENCE:
            raise ClusterError(problem(_AT, "dask-lost"))


class _Coming(Future[Any]):
    """What a worker will return: opened when it is asked for, in the thread that asks."""

    def __init__(self, cluster: _Cluster, answer: Future[Any]) -> None:
        super().__init__()
        self._cluster = cluster
        # Weak, because the answer keeps what it calls: who drops this drops all that came.
        answer.add_done_callback(partial(_come, ref(self)))

    def result(self, timeout: float | None = None) -> Any:
        """Wait for it; without *timeout* as long as there are workers."""
        while timeout is None and not self.done():
            with suppress(TimeoutError):
                super().result(_LOOK)
                break
            self._cluster.look()
        return self._cluster.open(super().result(timeout))


def _come(waits: ref[_Coming], answer: Future[Any]) -> None:
    if waiting := waits():
        waiting.set_result(answer)


# -- on a worker -----------------------------------------------------------------------------------


def _same(work: bytes) -> bytes:
    return work


def _done(program: str, work: bytes, piece: bytes) -> bytes | Told:
    """Do a piece of work, pickled as its answer is; a worker with another program does not."""
    mine = told()
    if mine.program != program:
        return mine
    with _ONE:
        current_process().daemon = False  # dask's are, and could not look into an attachment apart
        light()
        try:
            args, kwargs = pickle.loads(piece)
            return pickle.dumps(_opened(work)(*args, **kwargs))
        finally:
            gc.enable()


@lru_cache(maxsize=4)
def _opened(work: bytes) -> Callable[..., Any]:
    return pickle.loads(work)  # type: ignore[no-any-return]
