"""Work in a process of its own: its bounds, its errors, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from generator.files import apart as module
from generator.files.apart import CrashedError, ExceededError, apart

from ..conftest import ROOT


def too_much() -> bytes:
    return bytes(4 * 1024**3)


def without_end() -> None:
    while True:
        pass


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_the_work_returns_is_returned():
    """
    More than a pipe holds at once.
    """
    assert b"a" * 1_000_000 == apart(lambda: b"a" * 1_000_000)


@pytest.mark.parametrize("work", [too_much, without_end, killed])
def test_work_that_runs_against_its_bounds_is_ended(work, monkeypatch):
    """
    By its own memory, by its time, or by the system.
    """
    monkeypatch.setattr(module, "_SECONDS", 1)

    with pytest.raises(ExceededError):
        apart(work)


def test_a_crash_is_told_by_its_name():
    """
    It says nothing of memory or time.
    """
    with pytest.raises(CrashedError, match="SIGSYS"):
        apart(lambda: os.kill(os.getpid(), signal.SIGSYS))


def test_an_error_of_the_work_is_raised_with_its_place():
    """
    It is a fault of this program, and somebody must find it.
    """
    with pytest.raises(ZeroDivisionError) as caught:
        apart(lambda: 1 // 0)

    assert "test_apart.py" in caught.value.__notes__[0]


_TIDY = """
import os, signal
from generator.files.apart import ExceededError, apart
def left():
    return sorted(os.listdir("/proc/self/fd"))
apart(bool)
before = left()
for work in (bool, lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0):
    try:
        apart(work)
    except (ExceededError, ZeroDivisionError):
        pass
assert before == left()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""


def test_neither_processes_nor_descriptors_are_left():
    """
    Whatever the work comes to.
    """
    done = subprocess.run(
        [sys.executable, "-c", _TIDY], env={"PYTHONPATH": str(ROOT)}, capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip

    assert (0, b"none\n") == (done.returncode, done.stdout), done.stderr


# A shell lets what it runs in the background ignore Ctrl-C, and so would this.
_BROKEN_OFF = """
import os, signal
from generator.files.apart import apart
signal.signal(signal.SIGINT, signal.default_int_handler)
def work():
    print(os.getpid(), flush=True)
    while True: pass
apart(work)
"""


def test_breaking_off_ends_the_work():
    """
    Ctrl-C, told to this process alone.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", _BROKEN_OFF], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with process:
        child = int(process.stdout.readline())
        time.sleep(1)  # until it waits for the work
        process.send_signal(signal.SIGINT)
        process.wait(30)  # less than the work may take by itself

    assert -signal.SIGINT == process.returncode
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
