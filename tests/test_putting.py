"""Files that take their places each in one step: all of them, or none."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from generator import disk, putting

from .killing import killed

OLD, NEW = b"old", b"new"


def in_folder(folder) -> dict[str, bytes]:
    """What is in a folder: name -> bytes, hidden files too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_take_their_places_and_leave_nothing_beside_them(tmp_path):
    """
    One that is there, one that is not, in folders that are and are not.
    """
    (tmp_path / "a").write_bytes(OLD)
    putting.replace_files({tmp_path / "a": NEW, tmp_path / "b/c/d": NEW})

    assert {"a": NEW} == in_folder(tmp_path)
    assert {"d": NEW} == in_folder(tmp_path / "b/c")


def test_a_name_alone_is_a_file_of_this_folder(tmp_path, monkeypatch):
    """
    As a user types it.
    """
    monkeypatch.chdir(tmp_path)
    putting.replace_files({Path("a"): NEW})

    assert {"a": NEW} == in_folder(tmp_path)


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    """
    Nothing is written through it.
    """
    (tmp_path / "victim").write_bytes(OLD)
    (tmp_path / "a").symlink_to(tmp_path / "victim")
    putting.replace_files({tmp_path / "a": NEW})

    assert OLD == (tmp_path / "victim").read_bytes()


def test_litter_of_a_process_that_was_killed_is_no_hindrance(tmp_path):
    """
    A file, a link or a folder that waits where the new one is staged.
    """
    putting.replace_files({tmp_path / "a": OLD})
    for make in (
        lambda path: path.write_bytes(b"half"),
        lambda path: path.symlink_to(tmp_path / "victim"),
        lambda path: path.mkdir(),
    ):
        make(tmp_path / ".a.staged")
        putting.replace_files({tmp_path / "a": NEW})

        assert {"a": NEW} == in_folder(tmp_path)
        assert not (tmp_path / "victim").exists()


@pytest.mark.parametrize("files", [1, 2, 3])
def test_a_failure_of_any_operation_leaves_all_old_or_all_new_and_says_which(
    tmp_path, monkeypatch, files
):
    """
    An error means that nothing was replaced; where something was, there is none.
    """
    places = [tmp_path / f"f{number}" for number in range(files)]
    for number in range(100):
        for path in tmp_path.iterdir():
            disk.remove(path)
        for path in places:
            path.write_bytes(OLD)
        with monkeypatch.context() as patch:
            left = fail(patch, number)
            try:
                putting.replace_files(dict.fromkeys(places, NEW))
                expected = NEW
            except OSError:
                expected = OLD

        assert [expected] * files == [path.read_bytes() for path in places], f"operation {number}"
        if left:
            break

    assert number > 3 * files


def fail(patch, number: int) -> list[int]:
    """Let operation *number* on the disk fail; what is left of the count, where it was not
    reached."""
    left = [number + 1]

    def failing(name: str):
        real = getattr(disk, name)

        def operation(*words):
            if left:
                left[0] -= 1
                if left[0] == 0:
                    left.clear()
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*words)

        return operation

    for name in ("make_folder", "remove", "write_file", "link_file", "flush", "rename"):
        patch.setattr(disk, name, failing(name))
    return left


@pytest.mark.parametrize("reason", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("done", [True, False])
def test_an_interruption_of_any_operation_leaves_all_old_or_all_new(
    done, reason, tmp_path, monkeypatch
):
    """
    Ctrl-C comes before a file takes its place or just after; so do failures, on some shares.
    """
    places = [tmp_path / f"f{number}" for number in range(3)]
    real = disk.rename
    for number in range(3):
        for path in places:
            path.write_bytes(OLD)
        renamed: list[Path] = []

        def rename(old, new, number=number, renamed=renamed):
            renamed.append(new)
            now = len(renamed) == number + 1
            if done or not now:
                real(old, new)
            if now:
                raise reason

        monkeypatch.setattr(disk, "rename", rename)
        with pytest.raises(reason):
            putting.replace_files(dict.fromkeys(places, NEW))
        expected = NEW if done and number == 2 else OLD

        assert dict.fromkeys(("f0", "f1", "f2"), expected) == in_folder(tmp_path)


def failing_from(number: int, *, till: int | None = None):
    """`rename` that fails when it is called for the time *number*, and on till another."""
    calls: list[Path] = []
    real = disk.rename

    def rename(old, new):
        calls.append(new)
        if number <= len(calls) <= (till or number):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(old, new)

    return rename


def test_what_cannot_be_put_back_does_not_hinder_the_others(tmp_path, monkeypatch):
    """
    The third cannot take its place, the second cannot go back; the first does.
    """
    for name in "abc":
        (tmp_path / name).write_bytes(OLD)
    monkeypatch.setattr(disk, "rename", failing_from(3, till=4))
    with pytest.raises(OSError, match="space"):
        putting.replace_files({tmp_path / name: NEW for name in "abc"})

    assert {"a": OLD, "b": NEW, "c": OLD} == in_folder(tmp_path)


def test_files_are_put_back_on_a_disk_without_space(tmp_path, monkeypatch):
    """
    As what they were: a plain file with its permissions, a link, nothing.
    """
    for name in "az":
        (tmp_path / name).write_bytes(OLD)
    (tmp_path / "a").chmod(0o664)
    (tmp_path / "link").symlink_to("z")
    rename = failing_from(4)

    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def full(*words):
        monkeypatch.setattr(disk, "write_file", refuse)
        rename(*words)

    monkeypatch.setattr(disk, "rename", full)
    with pytest.raises(OSError, match="space"):
        putting.replace_files({tmp_path / name: NEW for name in ("a", "link", "new", "z")})

    assert {"a": OLD, "link": OLD, "z": OLD} == in_folder(tmp_path)
    assert "z" == os.readlink(tmp_path / "link")
    assert 0o664 == stat.S_IMODE((tmp_path / "a").stat().st_mode)


def test_a_file_keeps_its_permissions(tmp_path):
    """
    The others of the group may write to it still.
    """
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "a").chmod(0o664)
    putting.replace_files({tmp_path / "a": NEW})

    assert 0o664 == stat.S_IMODE((tmp_path / "a").stat().st_mode)


@pytest.mark.parametrize("operation", ["make_folder", "write_file", "rename"])
def test_a_failure_names_the_file_that_cannot_be_written(operation, tmp_path, monkeypatch):
    """
    The second of the two, by its own name.
    """
    real = getattr(disk, operation)

    def failing(path, *words):
        if path.match("b") or path.match("b/*"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        real(path, *words)

    monkeypatch.setattr(disk, operation, failing)
    with pytest.raises(PermissionError) as caught:
        putting.replace_files({tmp_path / "a": NEW, tmp_path / "b/c": NEW})

    assert str(tmp_path / "b/c") == caught.value.filename


def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    """
    Half a file was written before it was noticed.
    """
    (tmp_path / "a").write_bytes(OLD)

    def half(path, data):
        path.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "write_file", half)
    with pytest.raises(OSError, match="space"):
        putting.replace_files({tmp_path / "a": NEW})

    assert {"a": OLD} == in_folder(tmp_path)


REPLACE = """
from generator import putting
putting.replace_files({Path("place/a"): b"new" * 9000, Path("place/b"): b"new" * 9000})
"""


def test_killed_anywhere_each_file_is_the_old_or_the_new_one(tmp_path):
    """
    Never half of one, and the next time heals.
    """
    (tmp_path / "place").mkdir()
    whole = {b"old" * 9000, b"new" * 9000}
    for number in range(20):
        for name in "ab":
            (tmp_path / "place" / name).write_bytes(b"old" * 9000)
        done = killed(REPLACE, tmp_path, number, "place")
        found = in_folder(tmp_path / "place")

        assert {found["a"], found["b"]} <= whole
        if done:
            break

    assert {"a": b"new" * 9000, "b": b"new" * 9000} == found
    assert number > 3
