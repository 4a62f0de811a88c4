"""The command as a process, at the price of a fork.

An interpreter takes longer to import the generator than most commands take to run, and the tests
run some hundreds.  One per worker imports everything and forks: each command is a process of its
own, with its own folder, environment, streams and exit status, in the state right after importing.
`test_cli` starts fresh interpreters where it is about them: words, clock, language, encoding.
"""

from __future__ import annotations

import importlib
import io
import multiprocessing
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from multiprocessing.context import ForkServerContext
from pathlib import Path
from types import MappingProxyType
from typing import ParamSpec

import generator

ROOT = Path(__file__).parents[1]
P = ParamSpec("P")
SECONDS = 60

# An environment that says nothing but where the program is.
ENVIRONMENT = MappingProxyType(
    {"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
)


def fresh(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``gongkai`` in *folder* as a shell would, under an environment that says nothing else."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=folder,
        env=ENVIRONMENT | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )


def forked(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``gongkai`` in *folder* the same way, but forked from a warm interpreter."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        streams = [f"/proc/{os.getpid()}/fd/{stream.fileno()}" for stream in (said, told)]
        process = _context().Process(
            target=_command, args=(str(folder), words, ENVIRONMENT | environment, *streams)
        )
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(words, SECONDS)
        said.seek(0)
        told.seek(0)
        texts = (said.read().decode(), told.read().decode())
        return subprocess.CompletedProcess(words, process.exitcode, *texts)


def lean(test: Callable[P, None]) -> Callable[P, None]:
    """Let *test*, which forks some hundred times, do so in a process of its own.

    A fork costs by what there is: that of a worker which has run thousands of tests takes ten times
    as long as that of an interpreter which has just begun.
    """

    @wraps(test)
    def started(*words: P.args, **named: P.kwargs) -> None:
        context = multiprocessing.get_context("spawn")
        process = context.Process(
            target=_alone, args=(test.__module__, test.__name__, words, named)
        )
        process.start()
        process.join()
        assert process.exitcode == 0, "its traceback stands on standard error"

    return started


def _alone(module: str, name: str, words: tuple[object, ...], named: dict[str, object]) -> None:
    getattr(importlib.import_module(module), name).__wrapped__(*words, **named)


def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.processes", *_modules()])
    return context


def _modules() -> list[str]:
    walked = pkgutil.walk_packages(generator.__path__, "generator.")
    return [found.name for found in walked if not found.name.endswith("__main__")]


def _command(
    folder: str, words: tuple[str, ...], environment: dict[str, str], said: str, told: str
) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for number, path, flags in (
        (0, os.devnull, os.O_RDONLY), (1, said, os.O_WRONLY), (2, told, os.O_WRONLY)
    ):  # fmt: skip
        opened = os.open(path, flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout, sys.stderr = _stream(1), _stream(2)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["gongkai", *words]
    runpy.run_module("generator", run_name="__main__", alter_sys=True)


def _stream(number: int) -> io.TextIOWrapper:
    errors = "strict" if number == 1 else "backslashreplace"
    return open(number, "w", encoding="utf-8", errors=errors, closefd=False)
