"""Measuring works; what it measures is no test."""

from __future__ import annotations

import re
import subprocess
import sys

from .conftest import ROOT


def test_documents_are_measured_run_by_run():
    """
    Each run builds both sites from nothing, by one copy of the program.
    """
    command = [sys.executable, "-m", "bench.documents", "--documents", "30", "--entries", "10"]
    done = subprocess.run(
        [*command, "--runs", "2"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    names = re.findall(r"^([12]) (without|with) .* link [0-9.]+ .* wall", done.stdout, re.MULTILINE)
    assert [("1", "without"), ("1", "with"), ("2", "without"), ("2", "with")] == names
    assert re.search(r"^link and check add [0-9.]+%", done.stdout, re.MULTILINE)
