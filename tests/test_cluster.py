"""A build on a dask cluster: a scheduler and two workers, processes of their own, over TCP.

The same bytes as on this machine, whatever becomes of a worker, and one sentence where it cannot.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import multiprocessing
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from bench import corpus
from generator import cluster, plan, read, render
from generator.build import build
from generator.cluster import ClusterError, opened
from generator.find import Source
from generator.hands import Hands
from generator.keys import digest, program
from generator.read import read_share
from generator.words import failed

from .conftest import DAY
from .processes import ROOT, fresh
from .test_hands import half

SHIPPED = ROOT / "content" / "documents"
ENTRIES = 60
SECONDS = 60  # until something must have happened, on a machine that does much else


def until(happened: Callable[[], object]) -> None:
    """Wait until *happened*."""
    deadline = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


@dataclass
class Cluster:
    """A scheduler on a port that was free, and its workers."""

    folder: Path
    address: str = ""
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(
        self, kind: str, *words: str, program: Path = ROOT, **environment: str
    ) -> subprocess.Popen[bytes]:
        """Start a scheduler or a worker that imports the program from *program*."""
        name = f"{kind}-{len(self.started)}"
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, "--no-dashboard"]
        with open(self.folder / f"{name}.log", "wb") as log:
            process = subprocess.Popen(
                [*command, "--host", "127.0.0.1"],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(program), "HOME": str(self.folder)}
                | environment,
                umask=0o077,
                stdout=log,
                stderr=log,
            )
        self.started.append(process)
        return process

    def open(self) -> None:
        """Start the scheduler."""
        file = self.folder / "scheduler.json"
        self.start("scheduler", "--port", "0", "--scheduler-file", str(file))
        until(lambda: file.exists() and file.read_text().rstrip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]

    def worker(
        self, name: str = "", *, program: Path = ROOT, **environment: str
    ) -> subprocess.Popen[bytes]:
        """Start a worker that does one thing at a time; nobody starts it again when it ends."""
        place = ("--local-directory", str(self.folder), *(("--name", name) if name else ()))
        words = (self.address, "--nthreads", "1", "--no-nanny", *place)
        return self.start("worker", *words, program=program, **environment)

    def close(self) -> None:
        """End what was started."""
        for process in self.started:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def workers(client: Any) -> int:
    return len(client.nthreads())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, each with a seed, a language and a time zone of its own."""
    one = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        one.open()
        one.worker(PYTHONHASHSEED="1", LC_ALL="C", TZ="America/New_York")
        one.worker(PYTHONHASHSEED="42", LC_ALL="C.UTF-8", TZ="Pacific/Kiritimati")
        with client_of(one) as client:
            until(lambda: workers(client) == 2)
        yield one
    finally:
        one.close()


@contextlib.contextmanager
def client_of(one: Cluster) -> Iterator[Any]:
    """Look at a cluster from outside."""
    import distributed

    with distributed.Client(one.address, set_as_default=False, timeout=SECONDS) as client:
        yield client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up site, one attachment in it, and beside it what one process publishes of it."""
    site = tmp_path_factory.mktemp("site") / "site"
    corpus.write(site, ENTRIES)
    documents = site / "content" / "documents"
    documents.mkdir(parents=True)
    shutil.copy(SHIPPED / "yingji-binan-changsuo.xlsx", documents)
    shelters = (SHIPPED / "shiyingji-2024-6.md").read_text(encoding="utf-8")
    shelters = shelters.replace("yingji-ju", "shi")
    (documents / "shiyingji-2024-6.md").write_text(shelters, encoding="utf-8")
    done = built(site, site.parent / "local", "--jobs", "1")
    assert 0 == done.returncode, errors(done)
    return site


def built(site: Path, output: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Build *site*, from nothing, in a process of its own."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    return fresh(site, "build", "--output", str(output), *words)


def errors(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if ": warning: " not in line][-9:]


def published(output: Path) -> bytes:
    """The manifest: it holds the digest of every file."""
    return (output / "manifest.json").read_bytes()


# -- the same bytes ----------------------------------------------------------------------------


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small site is shared out as a large one is, reading too."""
    monkeypatch.setattr(read, "SHARE", 20_000)
    monkeypatch.setattr(read, "MUCH", 0)
    monkeypatch.setattr(render, "FEW", 0)
    monkeypatch.setattr(render, "BATCH", 20)


def test_a_cluster_publishes_the_same_bytes(made, folder, tmp_path, shared, monkeypatch):
    """
    Read, rendered and indexed elsewhere, an attachment looked into there.
    """
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    monkeypatch.setattr(plan, "MANY", 1)
    asked: Counter[object] = Counter()
    with opened(made.address) as executor, Hands(lambda: executor) as hands:
        submit = executor.submit

        def noted(work, /, *args):
            asked[getattr(work, "func", work)] += 1
            return submit(work, *args)

        monkeypatch.setattr(executor, "submit", noted)
        report = build(folder, tmp_path / "out", day=None, today=DAY, hands=hands)

    assert not failed(report.problems)
    assert published(folder.parent / "local") == published(tmp_path / "out")
    assert list((tmp_path / "out" / "attachments").iterdir())
    assert asked[read.read_share] > 2
    assert asked[render.render_batch] > 20
    assert 1 == asked[plan.index_of]


def test_a_worker_lost_in_the_middle_costs_no_page(made, folder, tmp_path, shared):
    """
    It has been given work, does none of it, and is killed.
    """
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    victim = made.worker("victim")
    with client_of(made) as client:
        until(lambda: workers(client) == 3)
        [place] = [
            address
            for address, one in client.scheduler_info(n_workers=-1)["workers"].items()
            if one["name"] == "victim"
        ]
        with opened(made.address) as executor, Hands(lambda: executor) as hands:
            victim.send_signal(signal.SIGSTOP)
            with ThreadPoolExecutor(1) as pool:
                building = pool.submit(
                    build, folder, tmp_path / "out", day=None, today=DAY, hands=hands
                )
                until(lambda: client.processing().get(place))
                end(victim)
                building.result(SECONDS)

    assert published(folder.parent / "local") == published(tmp_path / "out")


def test_results_come_in_the_order_of_the_pieces(made):
    """
    As from the processes of this machine, and what fails there fails here.
    """
    with opened(made.address) as executor, Hands(lambda: executor) as hands:
        assert [1 / n for n in range(1, 20)] == list(hands.each(half, range(1, 20)))
        with pytest.raises(ZeroDivisionError):
            list(hands.each(half, [1, 0, 2]))


def test_what_came_goes_with_who_waited_for_it(made):
    """
    Though nobody looks for cycles: a build would hold all pages of the site.
    """
    with opened(made.address) as executor:
        gc.disable()
        try:
            waiting = executor.submit(bytes, 10)
            assert bytes(10) == waiting.result()
            gone = ref(waiting)
            del waiting
            until(lambda: gone() is None)
        finally:
            gc.enable()


def test_a_worker_that_is_a_daemon_looks_into_attachments_too(folder):
    """
    Those that dask watches over are, and a daemon may have no children otherwise.
    """
    path = "content/documents/yingji-binan-changsuo.xlsx"
    data = (folder / path).read_bytes()
    sources = [Source(path, data, digest(data))]
    piece = pickle.dumps(((sources,), {}))
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(
        target=answer, args=(theirs, piece), daemon=True
    )
    process.start()
    theirs.close()

    assert read_share(sources) == pickle.loads(ours.recv())
    process.join()


def answer(to: Any, piece: bytes) -> None:
    to.send(cluster._done(program(), pickle.dumps(read_share), piece))


# -- what a cluster cannot do ------------------------------------------------------------------


def test_a_worker_with_another_program_is_refused(made, folder, tmp_path):
    """
    Whether it joins while work is done or is there before: a module differs in a comment.
    """
    shutil.copytree(
        ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    with open(tmp_path / "generator" / "notes.py", "a", encoding="utf-8") as file:
        file.write("# another\n")
    with client_of(made) as client:
        with opened(made.address) as executor, Hands(lambda: executor) as hands:
            other = made.worker(program=tmp_path)
            until(lambda: workers(client) == 3)
            with pytest.raises(ClusterError) as later:
                list(hands.each(time.sleep, [0.05] * 60))
        done = built(folder, tmp_path / "out", "--dask", made.address, "--lang", "zh")
        end(other)
        until(lambda: workers(client) == 2)

    assert "dask-program" == later.value.problem.rule
    assert 1 == done.returncode
    assert "dask: error: 集群中有 1 个进程的程序与本机不同" in done.stderr
    assert not (tmp_path / "out").exists()


def test_another_theme_of_a_worker_is_none_of_its_work(made, folder, tmp_path):
    """
    The templates come with the work: those of the site that is built.
    """
    site = tmp_path / "site"
    shutil.copytree(folder, site, ignore=shutil.ignore_patterns(".cache"))
    shutil.copytree(ROOT / "templates", site / "templates")
    base = site / "templates" / "base.html"
    text = base.read_text(encoding="utf-8").replace("<body", "<!-- 甲 -->\n<body")
    base.write_text(text, encoding="utf-8")
    done = built(site, tmp_path / "out", "--dask", made.address)

    assert 0 == done.returncode, errors(done)
    assert "<!-- 甲 -->" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_nobody_at_the_address_is_told(folder, tmp_path):
    """
    In one sentence, in a few seconds; the site that is there stays.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    done = built(folder, tmp_path / "out", "--dask", f"tcp://127.0.0.1:{port}", "--lang", "en")

    assert 1 == done.returncode
    assert [
        f"dask: error: no dask scheduler answers at tcp://127.0.0.1:{port} [dask-unreachable]",
        "    Check host and port (8786 as a rule; 8787 is its web page), and that the scheduler "
        "runs and can be reached.",
        "Not published; the site there is unchanged.",
    ] == done.stderr.splitlines()


def test_another_service_at_the_address_is_told(monkeypatch):
    """
    One that takes the call and never answers.
    """
    monkeypatch.setattr(cluster, "ANSWER", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert "dask-unreachable" == refusal(f"tcp://127.0.0.1:{server.getsockname()[1]}")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1", "127.0.0.1", "", "cluster", "gopher://a:1"])
def test_what_is_no_address_is_told(address):
    """
    Before anybody is asked.
    """
    assert "dask-address" == refusal(address)


def test_a_machine_without_dask_is_told_what_to_install(monkeypatch):
    """
    It is an extra, which most offices never need.
    """
    monkeypatch.setitem(sys.modules, "distributed", None)

    assert "dask-missing" == refusal("tcp://127.0.0.1:1")


def refusal(address: str) -> str:
    """The rule by which the cluster at *address* is refused."""
    with pytest.raises(ClusterError) as error, opened(address):
        raise AssertionError("it was opened")
    return error.value.problem.rule


def test_processes_here_and_a_cluster_exclude_each_other(folder):
    """
    Whoever writes both meant one of them.
    """
    done = fresh(folder, "build", "--jobs", "2", "--dask", "tcp://127.0.0.1:1")

    assert 2 == done.returncode
    assert "--jobs" in done.stderr


def test_a_cluster_that_is_gone_is_told(tmp_path, monkeypatch):
    """
    No worker yet; the last worker killed; the scheduler killed.
    """
    monkeypatch.setattr(cluster, "FIRST", 0.5)
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    one = Cluster(tmp_path)
    try:
        one.open()
        assert "dask-workers" == refusal(one.address)
        monkeypatch.setattr(cluster, "FIRST", SECONDS)
        last = one.worker()
        with opened(one.address) as executor:
            waiting = executor.submit(time.sleep, 60)
            end(last)
            assert "dask-lost" == loss(waiting)
        one.worker()
        with opened(one.address) as executor:
            waiting = executor.submit(time.sleep, 60)
            end(one.started[0])
            assert "dask-lost" == loss(waiting)
    finally:
        one.close()


def loss(waiting: Future[None]) -> str:
    """The rule by which what is waited for is given up."""
    with pytest.raises(ClusterError) as error:
        waiting.result()
    return error.value.problem.rule


def test_an_address_is_asked_whatever_else_runs_in_the_thread():
    """
    A loop of somebody else's, say: what is wrong is still that nobody is there.
    """

    async def within() -> str:
        with pytest.raises(ClusterError) as raised, opened("tcp://127.0.0.1:1"):
            pass
        return raised.value.problem.rule

    assert "dask-unreachable" == asyncio.run(within())
