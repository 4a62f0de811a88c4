"""A command that would do nothing says what it said; whatever might matter makes it look again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import again

from .conftest import Site
from .processes import ENVIRONMENT

BUILD = ("build", "--as-of", "2026-11-23")
FILE = ".cache/again"


def known(site: Site) -> bool:
    """Whether the command would be answered from what it said, seen by a mark put into that."""
    mark(site)
    return "MARK" in site.run(*BUILD).stderr


def mark(site: Site) -> None:
    """Put MARK into what was said."""
    file = site.folder / FILE
    before, published, folder, _, _ = file.read_bytes().split(b"\n", 4)
    file.write_bytes(b"\n".join([before, published, folder, b"4", b"MARK"]))


def test_the_second_build_says_what_a_whole_one_would(site):
    """
    The same words, the same status, as JSON too; nothing is imported for it.
    """
    site.run(*BUILD)
    (site.folder / FILE).unlink()
    whole = site.run(*BUILD)

    second = site.run(*BUILD)

    assert (whole.returncode, whole.stdout, whole.stderr) == (0, second.stdout, second.stderr)
    assert "改写 0 个" in second.stderr
    first = site.run(*BUILD, "--json")
    record = json.loads(site.run(*BUILD, "--json").stdout)
    assert json.loads(first.stdout) | {"seconds": 0, "stages": {}} == record
    site.fresh(*BUILD)
    command = [sys.executable, "-X", "importtime", "-m", "generator", *BUILD]
    done = subprocess.run(command, cwd=site.folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert "改写 0 个" in done.stderr
    assert not {"click", "jinja2", "pydantic"} & set(done.stderr.split())


def linked(file: Path) -> None:
    """Put a link, as long as the file, in its place."""
    length = file.stat().st_size
    file.unlink()
    file.symlink_to(("a/" * length)[:length])


CHANGES: dict[str, Callable[[Site], object]] = {
    "a source": lambda site: site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区"),
    "a new file": lambda site: site.write("content/x.md", "x"),
    "a file that no build reads": lambda site: site.write("catalogue/x.txt", "x"),
    "a link": lambda site: (site.folder / "catalogue/x").symlink_to("laws"),
    "the settings": lambda site: site.edit("config.yaml", "示范市", "示例市"),
    "a file less in output": lambda site: (site.output / "index.html").unlink(),
    "a file more in output": lambda site: (site.output / "x.html").write_bytes(b""),
    "a link in the place of a file of output": lambda site: linked(site.output / "index.html"),
    "the manifest": lambda site: (site.output / "manifest.json").write_bytes(b"{}"),
    "what a build that died left": lambda site: (site.folder / ".output.staging").mkdir(),
    "no output": lambda site: site.output.rename(site.folder / "elsewhere"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_may_matter_makes_it_build(site, change):
    site.run(*BUILD)
    assert known(site)
    site.run(*BUILD)

    change(site)

    assert not known(site)


@pytest.mark.parametrize(
    "other",
    [("build",), (*BUILD, "--strict"), (*BUILD, "--explain"), (*BUILD, "--output", "elsewhere"),
     ("build", "--as-of", "2026-11-24"), (*BUILD, "--lang", "en"), ("check",)],
)  # fmt: skip
def test_another_command_is_another(site, other):
    site.run(*BUILD)
    mark(site)

    assert "MARK" not in site.run(*other).stderr


@pytest.mark.parametrize(
    "environment", [{"LANG": "en_GB.UTF-8"}, {"SOURCE_DATE_EPOCH": "0"}, {"NO_COLOR": "1"}]
)
def test_another_environment_is_another(site, environment):
    site.run(*BUILD)
    mark(site)

    assert "MARK" not in site.run(*BUILD, **environment).stderr


def test_a_build_that_failed_is_not_said_again(site):
    site.edit("catalogue/entries/jiaoyu.yaml", "field: yiwu-jiaoyu", "field: nowhere")

    assert 1 == site.run(*BUILD).returncode
    assert not (site.folder / FILE).exists()
    assert 1 == site.run(*BUILD).returncode


@pytest.mark.parametrize(
    "text", ["", "\n" * 9, "a\nb\n.\n9\n", "\n\noutput\nx\n", "\udc80", "\0" * 100]
)
def test_what_cannot_be_understood_is_not_known(site, text):
    site.run(*BUILD)
    (site.folder / FILE).write_bytes(text.encode(errors="surrogatepass"))

    done = site.run(*BUILD)

    assert (0, True) == (done.returncode, "改写 0 个" in done.stderr)


def test_a_folder_that_cannot_be_written_costs_time_alone(site):
    (site.folder / ".cache").write_bytes(b"")

    assert 0 == site.run(*BUILD).returncode
    assert 0 == site.run(*BUILD).returncode


@pytest.mark.parametrize(
    ("words", "folder"),
    [(["build"], "."), (["--site", "a", "build"], "a"), (["build", "--site=b/c"], "b/c"),
     (["build", "--site"], ".")],
)  # fmt: skip
def test_the_folder_is_found_among_the_words(words, folder):
    assert folder == again.site_of(words)


def test_a_day_ends_in_shanghai(monkeypatch, site):
    """
    A build for “today” is another tomorrow.
    """
    keys = []
    for seconds in (57599, 57600):  # 1970-01-01, 23:59:59 and 24:00 in Shanghai
        monkeypatch.setattr(again.time, "time", lambda seconds=seconds: seconds)
        keys.append(again.key(os.fspath(site.folder), ["build"]))

    assert keys[0] != keys[1]
