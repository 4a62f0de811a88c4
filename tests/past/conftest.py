"""A good site in a repository of its own, and its history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Site


class Repository:
    """A site in a folder of a git repository; *top* is that of the repository."""

    def __init__(self, site: Site, top: Path) -> None:
        self.site = site
        self.top = top
        self.git("init", "-q", "-b", "main")
        self.commit("开始")

    def git(self, *words: str, **environment: str) -> str:
        """Run git as nobody in particular."""
        done = subprocess.run(
            ["git", "-c", "user.name=编辑", "-c", "user.email=editor@shifan.example", *words],
            cwd=self.top,
            env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert 0 == done.returncode, done.stderr
        return done.stdout.strip()

    def commit(self, words: str = "改", day: str = "2026-11-20") -> str:
        """Commit whatever there is, on a day; return the commit."""
        self.git("add", "--all")
        date = f"{day}T12:00:00+08:00"
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        self.git("commit", "-q", "--allow-empty", "-m", words, **dates)
        return self.git("rev-parse", "HEAD")

    def run(self, *words: str, **environment: str) -> Any:
        """Run ``gongkai`` in the site's folder; it never ends in a traceback."""
        done = self.site.run(*words, **environment)
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture
def past(site: Site) -> Repository:
    """The good site, committed once."""
    return Repository(site, site.folder)
