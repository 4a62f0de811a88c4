"""The one seam to the disk: nothing through a link, nothing overwritten, one writer at a time."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys

import pytest

from generator import disk

from .conftest import ROOT


def test_a_file_is_never_written_over_another(tmp_path):
    """
    Neither a file nor a link that waits at its place.
    """
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    for name in ("a", "link"):
        with pytest.raises(FileExistsError):
            disk.write_file(tmp_path / name, b"new")

    assert "old" == (tmp_path / "a").read_text()
    assert not (tmp_path / "victim").exists()


def test_a_file_is_never_read_through_a_link(tmp_path):
    """
    What is published was written here, not elsewhere.
    """
    (tmp_path / "link").symlink_to("/etc/passwd")

    with pytest.raises(OSError, match=r"Too many levels|symbolic"):
        disk.read_file(tmp_path / "link")


def test_a_linked_file_is_the_same_file(tmp_path):
    """
    An unchanged page costs no bytes.
    """
    (tmp_path / "old").write_text("甲")
    disk.link_file(tmp_path / "old", tmp_path / "new")

    assert (tmp_path / "old").stat().st_ino == (tmp_path / "new").stat().st_ino


def test_where_links_are_not_to_be_had_a_file_is_copied(tmp_path, monkeypatch):
    """
    On FAT, on some network shares.
    """
    (tmp_path / "old").write_text("甲")

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    disk.link_file(tmp_path / "old", tmp_path / "new")

    assert "甲" == (tmp_path / "new").read_text()


def test_where_links_are_not_to_be_had_a_copy_is_what_the_file_was(tmp_path, monkeypatch):
    """
    With its permissions; a symbolic link is one still.
    """
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o664)
    (tmp_path / "link").symlink_to("nowhere")

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    disk.link_file(tmp_path / "old", tmp_path / "new")
    disk.link_file(tmp_path / "link", tmp_path / "new-link")

    assert 0o664 == stat.S_IMODE((tmp_path / "new").stat().st_mode)
    assert "nowhere" == os.readlink(tmp_path / "new-link")


def test_two_folders_change_places_in_one_step(tmp_path):
    """
    There is no moment without either; where one is missing nothing happens.
    """
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    disk.exchange(tmp_path / "a", tmp_path / "b")

    assert ["a/b", "b/a"] == [path for path, _ in disk.files_below(tmp_path)]
    with pytest.raises(FileNotFoundError):
        disk.exchange(tmp_path / "a", tmp_path / "c")


def test_a_link_is_removed_as_a_link(tmp_path):
    """
    What it leads to stays; nothing there is no fault.
    """
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a").write_text("甲")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    disk.remove(tmp_path / "link")
    disk.remove(tmp_path / "nothing")

    assert ["kept"] == [path.name for path in tmp_path.iterdir()]
    assert "甲" == (tmp_path / "kept/a").read_text()


def test_only_one_process_holds_the_lock(tmp_path):
    """
    Another is told at once; the lock of a process that died does not stand in the way.
    """
    script = "import sys, os\nfrom pathlib import Path\nfrom generator.disk import locked\n"
    script += "with locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    input()\n"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "lock")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)},
    ) as other:  # fmt: skip
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(disk.LockedError):
            with disk.locked(tmp_path / "lock"):
                pass
        other.kill()
    with disk.locked(tmp_path / "lock"):
        pass


def test_files_are_listed_in_the_order_of_their_paths_without_hidden_ones_at_the_top(tmp_path):
    """
    ``.gitkeep`` belongs to the folder, not to the site.
    """
    for path in (".gitkeep", "b.html", "a/c.html", "a/.well-known"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()

    assert ["a/.well-known", "a/c.html", "b.html"] == [one for one, _ in disk.files_below(tmp_path)]


def test_what_is_put_aside_comes_back_whether_there_is_room_or_not(tmp_path, monkeypatch):
    """
    On a full disk it stays in memory, and what was put aside before is still there.
    """
    with disk.spool(tmp_path / ".cache") as put_aside:
        kept = [put_aside(b"one"), put_aside(b"")]

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as broken:
            broken.setattr(disk.os, "pwrite", full)
            kept.append(put_aside(b"two"))
            broken.setattr(disk.os, "pwrite", lambda *_: 1)
            kept.append(put_aside(b"three"))
        kept.append(put_aside(b"four"))

        assert [b"one", b"", b"two", b"three", b"four"] == [bytes(one) for one in kept]
    assert [] == list((tmp_path / ".cache").iterdir())
