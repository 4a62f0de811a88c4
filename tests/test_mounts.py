"""Where output/ is a real mount, a full disk or a layer of a container: it takes root to try."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import inplace

from .conftest import files
from .twenty import NEW, OLD, rebuild

Mount = Callable[..., None]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mount something, till the test has ended; the words are those of mount(8)."""
    mounted: list[str] = []

    def do(*words: str) -> None:
        if os.geteuid():
            pytest.skip("only root can mount")
        done = subprocess.run(["mount", *words], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"mount {' '.join(words)}: {done.stderr.strip()}")
        mounted.append(words[-1])

    yield do
    for place in reversed(mounted):
        subprocess.run(["umount", place], check=True)


@pytest.fixture
def new(tmp_path) -> dict[str, bytes]:
    """The new site as a plain build publishes it."""
    rebuild(tmp_path / "plain", NEW)
    return files(tmp_path / "plain")


def beside(output: Path) -> set[str]:
    return {path.name for path in output.parent.iterdir() if path.name.startswith(".")}


def test_an_output_that_is_a_mount_is_brought_up_to_date_in_place(tmp_path, mount, new):
    """
    It can be neither exchanged nor renamed, and stays the mount that it is.
    """
    output = tmp_path / "site" / "output"
    output.mkdir(parents=True)
    mount("-t", "tmpfs", "none", str(output))
    (output / "lost+found").mkdir()  # as at the root of many a volume
    place = output.stat()

    assert (0, 0) == (rebuild(output, OLD), rebuild(output, NEW))
    assert new == files(output)
    assert (place.st_dev, place.st_ino) == (output.stat().st_dev, output.stat().st_ino)
    assert not (output / inplace.ROOM).exists()
    assert (output / "lost+found").is_dir()
    assert {".output.lock"} == beside(output)


def test_an_output_that_is_a_mount_of_the_same_disk_is_brought_up_to_date_in_place(
    tmp_path, mount, new
):
    """
    A folder of the host bound into a container: the number of the disk is the same.
    """
    output = tmp_path / "site" / "output"
    (tmp_path / "host").mkdir()
    output.mkdir(parents=True)
    mount("--bind", str(tmp_path / "host"), str(output))

    assert (0, 0) == (rebuild(output, OLD), rebuild(output, NEW))
    assert new == files(tmp_path / "host")
    assert {".output.lock"} == beside(output)


def test_an_output_from_a_layer_below_is_brought_up_to_date_in_place(tmp_path, mount, new):
    """
    A container's image holds it: the folder cannot be renamed, its files can.
    """
    for name in ("lower", "upper", "work", "merged"):
        (tmp_path / name).mkdir()
    rebuild(tmp_path / "lower" / "output", OLD)
    options = ",".join(
        f"{word}dir={tmp_path / name}"
        for word, name in (("lower", "lower"), ("upper", "upper"), ("work", "work"))
    )
    mount("-t", "overlay", "overlay", "-o", options, str(tmp_path / "merged"))
    output = tmp_path / "merged" / "output"

    assert 0 == rebuild(output, NEW)
    assert new == files(output)
    assert {".output.lock"} == beside(output)


@pytest.mark.parametrize("mounted", ["site", "site/output"])
def test_on_a_full_disk_the_old_site_stays_byte_for_byte(tmp_path, mount, mounted):
    """
    With exit status 1 and nothing left; with room again the next build publishes.
    """
    output = tmp_path / "site" / "output"
    output.mkdir(parents=True)
    mount("-t", "tmpfs", "-o", "size=400k", "none", str(tmp_path / mounted))
    assert 0 == rebuild(output, OLD)
    before = files(output)
    big = NEW | {"big.html": os.urandom(500_000)}

    assert 1 == rebuild(output, big)
    assert before == files(output)
    assert {".output.lock"} == beside(output)
    assert not (output / inplace.ROOM).exists()
    assert 0 == rebuild(output, NEW)
