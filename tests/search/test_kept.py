"""The index on the disk: opened only where this user sealed it, and never in the way."""

from __future__ import annotations

import multiprocessing
import os
import pickle

import pytest

from generator import disk
from generator.search import built, kept
from generator.search.asking import asked
from generator.search.engine import find
from generator.search.kept import FILE, KEY, kept_index
from generator.search.records import cut

from .makers import record

A, B, C = record("a", name="征地公告"), record("b", name="补偿方案"), record("c", name="公告")


class Folders:
    """The cache of a site and the folder of its user."""

    def __init__(self, tmp_path):
        self.cache, self.own = tmp_path / "site" / ".cache", tmp_path / "state" / "gongkai"
        self.file, self.key = self.cache / FILE, self.own / KEY

    def index(self, *records):
        """Return the index, and whether it is kept."""
        return kept_index(records, cache=self.cache, own=self.own)

    def find(self, query, *records):
        """Return the ids that are found."""
        return "".join(one.record.id for one in find(self.index(*records)[0], asked(query)).finds)


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path)


class Trap:
    """What a stranger pickles: unpickling it makes a folder."""

    def __init__(self, path):
        self.path = str(path)

    def __reduce__(self):
        return os.makedirs, (self.path, 0o700, True)


def test_an_index_is_taken_up_again(folders):
    """
    What is the same is neither made nor written again.
    """
    first = folders.index(A, B)
    sealed = folders.file.read_bytes()

    assert ("a", "a") == (folders.find("征地", A, B), folders.find("公告", A, B))
    assert (True, sealed) == (first[1], folders.file.read_bytes())


def test_a_difference_alone_is_written(folders, monkeypatch):
    """
    One record is new, one is gone, one says something else; the rest is not cut again.
    """
    folders.index(A, B)
    changed = record("b", name="补偿公告")
    cuts = []
    monkeypatch.setattr(built, "cut", lambda one: cuts.append(one) or cut(one))

    assert "cb" == folders.find("公告 OR 方案", changed, C)
    assert [changed, C] == cuts


def trapped(folders, monkeypatch, sprung):
    """Return a sealed index of *folders* that holds a trap, and let nothing be *sprung* yet."""
    honest = built.document
    with monkeypatch.context() as patch:
        patch.setattr(built, "document", lambda one: honest(one) | {"digest": Trap(sprung)})
        folders.index(record("z"))
    sprung.rmdir()  # it was sprung when the index was made
    return folders.file.read_bytes()


@pytest.mark.parametrize("where", ["no index", "sealed by another", "unsealed"])
def test_a_foreign_index_is_never_opened(folders, tmp_path, monkeypatch, where):
    """
    Its pickles are not loaded: the folder that they would make is not there.
    """
    sprung = tmp_path / "sprung"
    theirs = trapped(Folders(tmp_path / "stranger"), monkeypatch, sprung)
    data = {
        "no index": pickle.dumps(Trap(sprung)),
        "sealed by another": theirs,
        "unsealed": bytes(32) + theirs[32:],
    }[where]
    folders.index(A)
    folders.file.write_bytes(data)

    assert "a" == folders.find("征地", A)
    assert not sprung.exists()
    assert data != folders.file.read_bytes()


def test_the_trap_does_spring_where_the_seal_is_right(folders, tmp_path, monkeypatch):
    """
    Or the test above would see nothing.
    """
    sprung = tmp_path / "sprung"
    trapped(folders, monkeypatch, sprung)

    assert "a" == folders.find("征地", A)
    assert sprung.exists()


def test_a_sealed_index_that_fails_is_made_anew(folders):
    """
    A fault of Whoosh costs time and nothing else.
    """
    folders.index(A)
    key = folders.key.read_bytes()
    names = [*kept._unsealed(folders.file, key)]
    kept._keep(folders.file, key, dict.fromkeys(names, b"nothing"))

    assert ("a", "a") == (folders.find("征地", A), folders.find("公告", A))


@pytest.mark.parametrize("at", [0, 40, 200, -1])
def test_a_damaged_index_is_made_anew(folders, at):
    """
    One byte is enough, wherever it stands.
    """
    folders.index(A)
    data = bytearray(folders.file.read_bytes())
    data[at] ^= 1
    folders.file.write_bytes(data)

    assert "a" == folders.find("征地", A)
    assert bytes(data) != folders.file.read_bytes()


@pytest.mark.parametrize("there", [b"", b"x" * 10])
def test_a_short_file_is_no_index(folders, there):
    """
    Nor is an empty one.
    """
    folders.cache.mkdir(parents=True)
    folders.file.write_bytes(there)

    assert "a" == folders.find("征地", A)


def test_a_folder_or_a_link_in_its_place_is_replaced(folders, tmp_path):
    """
    What the link leads to stays as it was.
    """
    folders.file.mkdir(parents=True)
    assert (folders.index(A)[1], True) == (True, folders.file.is_file())

    folders.file.unlink()
    (tmp_path / "elsewhere").write_bytes(b"mine")
    folders.file.symlink_to(tmp_path / "elsewhere")
    assert (folders.index(A)[1], False) == (True, folders.file.is_symlink())
    assert b"mine" == (tmp_path / "elsewhere").read_bytes()


def test_another_version_makes_its_own(folders, monkeypatch):
    """
    An index of another program or another Whoosh is not opened.
    """
    folders.index(A)
    monkeypatch.setattr(kept, "_version", lambda: "another")

    assert {} == kept._unsealed(folders.file, folders.key.read_bytes())


def test_the_key_is_its_users_alone(folders):
    """
    It lies outside of the site; one that others may read is not trusted any more.
    """
    folders.index(A)
    first = folders.key.read_bytes()
    assert 0o600 == folders.key.stat().st_mode & 0o777

    folders.key.chmod(0o644)
    assert folders.index(A)[1]
    assert 0o600 == folders.key.stat().st_mode & 0o777
    assert first != folders.key.read_bytes()


def test_an_index_that_cannot_be_kept_is_in_memory(folders):
    """
    Where the cache or the user's folder cannot be written, or nobody knows the user.
    """
    folders.cache.parent.mkdir(parents=True)
    folders.cache.write_text("a file")
    assert ("a", False) == (folders.find("征地", A), folders.index(A)[1])

    folders.cache.unlink()
    assert not kept_index([A], cache=folders.cache, own=None)[1]
    folders.key.unlink()
    folders.own.rmdir()
    folders.own.write_text("a file")
    assert ("a", False) == (folders.find("征地", A), folders.index(A)[1])


def test_two_searches_at_once_do_no_harm(folders):
    """
    While one puts its index there, the other answers; afterwards the file is whole.
    """
    folders.index(A)
    with disk.locked(folders.cache / f".{FILE}.lock"):
        assert "b" == folders.find("补偿", A, B)

    fork = multiprocessing.get_context("fork")
    both = [fork.Process(target=folders.index, args=(A, B, one)) for one in (C, record("d"))]
    for one in both:
        one.start()
    for one in both:
        one.join(60)

    assert [0, 0] == [one.exitcode for one in both]
    assert kept._unsealed(folders.file, folders.key.read_bytes())
