"""Stage, verify, swap: output/ is always a whole old or a whole new site."""

from __future__ import annotations

import json
import os
from hashlib import sha256

import pytest

from generator import disk, manifest, write
from generator.page import Notes, Rendered

from .conftest import DAY, files

SITE = {"index.html": b"<p>1", "fields/a.html": b"<p>2"}
NEXT = {"index.html": b"<p>one", "fields/a.html": b"<p>2", "units/b.html": b"<p>3"}


def rendered(site: dict[str, bytes]) -> list[Rendered]:
    return [
        Rendered(path, Notes(sha256(body).hexdigest(), len(body)), body)
        for path, body in site.items()
    ]


def publish(site: dict[str, bytes], output, *, known: bool = False) -> write.Changes:
    have = manifest.at_hand(output)
    return write.write(rendered(site), output, day=DAY, demonstration=True, have=have, known=known)


def rules(changes: write.Changes) -> list[str]:
    return [f"{found.at} {found.rule}" for found in changes.problems]


@pytest.fixture
def output(tmp_path):
    """A folder with a published site."""
    publish(SITE, tmp_path / "output")
    return tmp_path / "output"


def test_a_site_is_its_files_and_a_manifest_that_names_them(output):
    """
    With the day, and the sum and size of every other file.
    """
    manifest = json.loads((output / "manifest.json").read_bytes())

    assert {*SITE, "manifest.json"} == set(files(output))
    assert {
        "as_of": "2026-11-23",
        "demonstration": True,
        "files": [
            {"path": path, "sha256": sha256(SITE[path]).hexdigest(), "size": len(SITE[path])}
            for path in sorted(SITE)
        ],
    } == manifest


def test_what_changed_is_said(output):
    """
    New files and other bytes, files taken away; the manifest with them.
    """
    assert (("index.html", "manifest.json", "units/b.html"), ()) == (
        publish(NEXT, output).changed,
        (),
    )

    changes = publish(SITE, output)

    assert ("index.html", "manifest.json") == changes.changed
    assert ("units/b.html",) == changes.removed
    assert ((), ()) == (publish(SITE, output).changed, publish(SITE, output).removed)


def test_nothing_is_written_when_nothing_changed(output):
    """
    Not even a new folder takes the old one's place.
    """
    before = output.stat().st_ino
    publish(SITE, output)

    assert before == output.stat().st_ino


def test_a_stale_file_is_gone_with_its_folder(output):
    """
    A record that was removed leaves nothing at its address.
    """
    publish({"index.html": b"<p>1"}, output)

    assert {"index.html", "manifest.json"} == set(files(output))
    assert not (output / "fields").exists()


def test_gitkeep_survives(output):
    """
    Git keeps the folder by it.
    """
    (output / ".gitkeep").write_text("")
    publish(NEXT, output)

    assert b"" == files(output)[".gitkeep"]


def test_a_kept_page_is_taken_over_without_its_bytes(output):
    """
    What was not rendered again is linked from the old tree.
    """
    [first, second] = rendered(SITE)
    kept = Rendered(second.path, second.notes, None)
    new = rendered({"index.html": b"<p>new"})
    have = manifest.at_hand(output)
    write.write([*new, kept], output, day=DAY, demonstration=True, have=have)

    assert first.path == new[0].path
    assert b"<p>2" == files(output)["fields/a.html"]


# -- what is refused ---------------------------------------------------------------------------


def test_a_folder_of_someone_else_is_not_replaced(tmp_path):
    """
    No manifest, no replacing.
    """
    (tmp_path / "output").mkdir()
    (tmp_path / "output/thesis.docx").write_text("甲")

    assert ["output output-foreign"] == rules(publish(SITE, tmp_path / "output"))
    assert {"thesis.docx": "甲".encode()} == files(tmp_path / "output")


def test_a_file_in_place_of_the_folder_is_not_replaced(tmp_path):
    """
    Whatever its name.
    """
    (tmp_path / "output").write_text("甲")

    assert ["output output-foreign"] == rules(publish(SITE, tmp_path / "output"))
    assert "甲" == (tmp_path / "output").read_text()


def test_an_empty_folder_is_taken(tmp_path):
    """
    Hidden files of its own do not make it someone else's.
    """
    (tmp_path / "output").mkdir()
    (tmp_path / "output/.gitkeep").touch()

    assert [] == rules(publish(SITE, tmp_path / "output"))


def test_while_another_build_writes_nothing_is_written(output):
    """
    And it is said.
    """
    before = files(output)
    with disk.locked(output.parent / ".output.lock"):
        changes = publish(NEXT, output)

    assert ["output output-locked"] == rules(changes)
    assert before == files(output)


# -- links where the site is -------------------------------------------------------------------


def test_an_output_that_is_a_link_is_replaced_by_a_folder(tmp_path):
    """
    What it led to is untouched.
    """
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "index.html").write_text("theirs")
    (tmp_path / "output").symlink_to(victim)
    publish(SITE, tmp_path / "output")

    assert {"index.html": b"theirs"} == files(victim)
    assert not (tmp_path / "output").is_symlink()
    assert b"<p>1" == files(tmp_path / "output")["index.html"]


def test_a_page_that_was_replaced_by_a_link_is_a_page_again(output):
    """
    What it led to is untouched.
    """
    (output.parent / "victim").write_text("theirs")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(output.parent / "victim")
    publish(SITE, output)

    assert "theirs" == (output.parent / "victim").read_text()
    assert b"<p>1" == files(output)["index.html"]


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/etc", path)])
def test_what_is_no_file_and_no_page_is_taken_away(output, make):
    """
    A link or a pipe that someone put into the published folder.
    """
    make(output / "stray")
    changes = publish(SITE, output)

    assert ("stray",) == changes.removed
    assert ["fields", "index.html", "manifest.json"] == sorted(os.listdir(output))


# -- failures ----------------------------------------------------------------------------------


def failing(monkeypatch, name: str, after: int, error: OSError) -> None:
    """Let the disk's function *name* fail once, at its call number *after*, counted from 0."""
    real, calls = getattr(disk, name), []

    def fail(*words):
        calls.append(1)
        if len(calls) == after + 1:
            raise error
        return real(*words)

    monkeypatch.setattr(disk, name, fail)


def cannot(*_) -> None:
    raise OSError(38, "Function not implemented")


def test_a_system_that_cannot_exchange_takes_two_steps(output, monkeypatch):
    """
    The site is the same.
    """
    monkeypatch.setattr(disk, "exchange", cannot)
    publish(NEXT, output)

    assert {*NEXT, "manifest.json"} == set(files(output))
    assert {".output.lock", "output"} == set(os.listdir(output.parent))


def test_what_cannot_be_cleared_afterwards_is_no_failure(output, monkeypatch):
    """
    The new site is there, with a warning; the next build clears the rest.
    """
    real = disk.remove

    def refuse(path):
        if path.exists():
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr(disk, "remove", refuse)

    assert ["output output-litter"] == rules(publish(NEXT, output))
    assert {*NEXT, "manifest.json"} == set(files(output))


@pytest.mark.parametrize(
    ("name", "calls"), [("write_file", 3), ("make_folder", 4), ("rename", 2), ("flush", 1)]
)
def test_a_failure_anywhere_leaves_the_old_site_byte_for_byte(output, monkeypatch, name, calls):
    """
    A full disk, a broken one; nothing half-made stays beside it.
    """
    before = files(output)
    have = manifest.at_hand(output)
    for after in range(calls):
        with monkeypatch.context() as broken:
            if name == "rename":
                broken.setattr(disk, "exchange", cannot)
            failing(broken, name, after, OSError(28, "No space left on device"))
            changes = write.write(rendered(NEXT), output, day=DAY, demonstration=True, have=have)

        assert ["output output-failed"] == rules(changes)
        assert before == files(output)
        assert {".output.lock", "output"} == set(os.listdir(output.parent))


def test_a_failure_is_said_with_its_reason(output, monkeypatch):
    """
    In the words of the system.
    """
    failing(monkeypatch, "write_file", 0, OSError(28, "No space left on device"))
    [found] = publish(NEXT, output).problems

    assert (("reason", "No space left on device"),) == found.facts


def test_a_staged_tree_that_is_not_what_was_rendered_is_not_published(output, monkeypatch):
    """
    A disk that writes other bytes than it was given.
    """
    before, real = files(output), disk.write_file
    monkeypatch.setattr(
        disk, "write_file", lambda path, data: real(path, data.replace(b"one", b"eno"))
    )

    assert ["output output-failed"] == rules(publish(NEXT, output))
    assert before == files(output)


def test_a_kept_page_that_changed_meanwhile_is_not_published(output):
    """
    Someone edits output/ during a build.
    """
    have = manifest.at_hand(output)
    kept = [Rendered(one.path, one.notes, None) for one in rendered(SITE)]
    (output / "index.html").write_bytes(b"<p>x")
    new = rendered({"units/b.html": b"<p>3"})
    changes = write.write([*kept, *new], output, day=DAY, demonstration=True, have=have)

    assert ["output output-failed"] == rules(changes)
    assert not (output / "units").exists()


def test_litter_of_a_build_that_was_killed_is_no_hindrance(output):
    """
    Its staging tree and its set-aside tree are cleared by the next.
    """
    for name in (".output.staging", ".output.old"):
        (output.parent / name / "fields").mkdir(parents=True)
        (output.parent / name / "index.html").write_text("litter")
    publish(NEXT, output)

    assert {*NEXT, "manifest.json"} == set(files(output))
    assert {".output.lock", "output"} == set(os.listdir(output.parent))


def test_a_file_that_cannot_be_read_is_written_anew(output, monkeypatch):
    """
    With a sentence at worst, never with a traceback.
    """
    real = disk.read_file

    def refuse(path):
        if str(path) == str(output / "index.html"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(disk, "read_file", refuse)
    changes = publish(SITE, output)

    assert ("index.html",) == changes.changed


@pytest.mark.parametrize(
    "foreign", [{"thesis.txt": b"x", "manifest.json": b"{}"}, {".git/HEAD": b"x"}], ids=str
)
def test_what_another_made_is_never_replaced(tmp_path, foreign):
    """
    A manifest of something else, a hidden folder: what is there stays there.
    """
    for path, body in foreign.items():
        (tmp_path / "thesis" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "thesis" / path).write_bytes(body)
    before = files(tmp_path / "thesis")

    assert ["thesis output-foreign"] == rules(publish(SITE, tmp_path / "thesis"))
    assert before == files(tmp_path / "thesis")


def test_a_repository_within_the_site_is_not_taken_away(output):
    """
    Somebody keeps the published site in git: replacing the folder would lose its history.
    """
    disk.make_folder(output / ".git")
    (output / ".git" / "HEAD").write_text("x")

    assert ["output output-foreign"] == rules(publish(NEXT, output, known=True))


# -- what is read, and when --------------------------------------------------------------------


def test_no_file_is_read_twice(output, monkeypatch):
    """
    One that stays is read when it is taken over, one that is written is read back; but for the
    manifest, which is looked at again under the lock.
    """
    real, seen = disk.read_file, []
    monkeypatch.setattr(disk, "read_file", lambda path: (seen.append(str(path)), real(path))[1])
    publish(NEXT, output)
    names = [path.rpartition("/")[2] for path in seen]

    assert ["a.html", "b.html", "index.html"] == sorted(set(names) - {"manifest.json"})
    assert 3 == len([name for name in names if name != "manifest.json"])


def test_a_page_of_the_same_size_that_was_edited_is_found_without_its_time(output):
    """
    What stays is held against its digest, whatever the clock says of it.
    """
    before = (output / "fields/a.html").stat()
    (output / "fields/a.html").write_bytes(b"<p>X")
    os.utime(output / "fields/a.html", ns=(before.st_atime_ns, before.st_mtime_ns))
    changes = publish(NEXT, output)

    assert "fields/a.html" in changes.changed
    assert b"<p>2" == files(output)["fields/a.html"]


def test_a_page_without_bytes_that_was_edited_is_named(output):
    """
    So that it can be rendered; nothing is published till then.
    """
    have = manifest.at_hand(output)
    (output / "fields/a.html").write_bytes(b"<p>X")
    new = rendered({"index.html": b"<p>new"})
    kept = [Rendered(one.path, one.notes, None) for one in rendered(SITE)[1:]]
    changes = write.write([*new, *kept], output, day=DAY, demonstration=True, have=have)

    assert ("fields/a.html",) == changes.stale
    assert b"<p>1" == files(output)["index.html"]


def test_what_another_build_published_meanwhile_is_seen(output):
    """
    Two builds that began together and ended one after the other.
    """
    have = manifest.at_hand(output)
    publish(NEXT, output)
    changes = write.write(rendered(SITE), output, day=DAY, demonstration=True, have=have)

    assert ("index.html", "manifest.json") == changes.changed
    assert ("units/b.html",) == changes.removed
    assert {*SITE, "manifest.json"} == set(files(output))


def test_the_manifest_is_what_json_would_write():
    """
    It is put together by hand, which takes a tenth of the time.
    """
    for site in ({}, SITE, {'"\\\n征.html': b"x", "z": b""}):
        data = manifest.manifest_of(rendered(site), day=DAY, demonstration=False)
        again = json.dumps(json.loads(data), ensure_ascii=False, indent=1) + "\n"

        assert again.encode() == data
        assert sorted(site) == [one["path"] for one in json.loads(data)["files"]]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"files": [1]}', b'{"files": {}}', b"[" * 100_000, b"\xff"]
)
def test_a_manifest_that_says_nothing_is_believed_nothing(output, data):
    """
    The files are there, but nothing is known of them.
    """
    (output / "manifest.json").write_bytes(data)

    found = manifest.at_hand(output)
    assert {*SITE, "manifest.json"} == set(found)
    assert {""} == {found[path] for path in SITE}


# -- healing -----------------------------------------------------------------------------------


def half_done(output) -> None:
    """Leave what a build leaves that dies between two renames."""
    (output.parent / ".output.journal").touch()
    output.rename(output.parent / ".output.old")


def test_what_cannot_be_healed_is_an_error_of_its_own(output, monkeypatch):
    """
    The site there is not whole, and nobody is told that it is.
    """
    half_done(output)
    failing(monkeypatch, "rename", 0, OSError(30, "Read-only file system"))
    [found] = write.heal(output)

    assert ("output-unhealed", (("reason", "Read-only file system"),)) == (found.rule, found.facts)
    assert () == write.heal(output)
    assert b"<p>1" == files(output)["index.html"]


def test_what_a_build_at_work_has_half_done_is_not_healed(output):
    """
    It is not dead.
    """
    half_done(output)
    with disk.locked(output.parent / ".output.lock"):
        [found] = write.heal(output)

    assert "output-locked" == found.rule
    assert not output.exists()


def test_what_is_left_that_does_no_harm_is_removed_or_told(output, monkeypatch):
    """
    Also by a build that has nothing to publish.
    """
    (output.parent / ".output.staging" / "fields").mkdir(parents=True)
    with monkeypatch.context() as broken:
        failing(broken, "remove", 0, OSError(1, "Operation not permitted"))
        [found] = write.heal(output)

    assert "output-litter" == found.rule
    assert () == write.heal(output)
    assert {".output.lock", "output"} == set(os.listdir(output.parent))


def test_what_this_program_did_not_leave_is_not_removed(tmp_path):
    """
    Without a lock file no build was ever here.
    """
    (tmp_path / ".output.old").mkdir()

    assert () == write.heal(tmp_path / "output")
    assert [".output.old"] == os.listdir(tmp_path)


def test_a_disk_that_takes_no_step_back_is_an_error_of_its_own(output, monkeypatch):
    """
    One rename succeeds, the next fails, and the first cannot be undone.
    """
    real, calls = disk.rename, []

    def rename(old, new):
        calls.append(1)
        if len(calls) > 1:
            raise OSError(5, "Input/output error")
        real(old, new)

    monkeypatch.setattr(disk, "exchange", cannot)
    with monkeypatch.context() as broken:
        broken.setattr(disk, "rename", rename)
        assert ["output output-unhealed"] == rules(publish(NEXT, output))

    assert () == write.heal(output)
    assert b"<p>1" == files(output)["index.html"]
