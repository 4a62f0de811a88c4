"""A process that dies without a word in the middle of changing the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .conftest import ROOT

# Does what follows it, and dies before operation number N on a path with a certain word in it.
_SCRIPT = """
import os, sys
from datetime import date
from pathlib import Path
from generator import disk
left, place = int(sys.argv[1]), sys.argv[2]
disk.flush = lambda: None
def watch(event, words):
    global left
    if event == "open":
        counts = isinstance(words[2], int) and words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    else:
        counts = event in ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir")
    if counts and place in str(words[0]) + str(words[1] if len(words) > 1 else ""):
        left -= 1
        if left < 0:
            os._exit(9)
sys.addaudithook(watch)
"""
_TELL = "print(int(sys.argv[1]) - left)\n"


def killed(work: str, folder: Path, number: int, place: str) -> int:
    """Do *work* in a process that dies before operation *number*.

    Args:
        work: Lines of Python, with `date`, `Path` and `disk` at hand.

        folder: Where it works.

        number: How many operations it may do.

        place: What a path must contain for an operation on it to be counted.

    Returns:
        How many it did when it came to its end, 0 when it did not.
    """
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT + work + _TELL, str(number), place],
        cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode in (0, 9), done.stderr.decode()
    return int(done.stdout or 0)
