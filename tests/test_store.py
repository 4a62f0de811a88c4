"""What earlier builds knew is trusted only when it is whole and this program's own."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from generator.find import find
from generator.model.entry import Category, Channel
from generator.model.kinds import KINDS
from generator.page import Finding, Notes
from generator.problems import Location, Problem
from generator.read import _read, read_share
from generator.store import Store, dumped, loaded, once

from .conftest import ROOT

VALUE = Notes("sum", 3, ("a.html",), ("b",), (Finding("page-title-missing", ""),))


@pytest.fixture
def folder(tmp_path):
    """A store that knows one value."""
    store = Store(tmp_path / ".cache")
    store.remember("read", "key", VALUE)
    store.save()
    return tmp_path / ".cache"


def change(folder: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(folder / "build.sqlite") as database:
        database.execute(statement, values)
    database.close()


def test_what_was_remembered_is_recalled(folder):
    """
    By kind and key, in the same and in the next build.
    """
    assert Store(folder).recall("read", "key", Notes) == VALUE
    assert Store(folder).recall("read", "other", Notes) is None
    assert Store(folder).recall("other", "key", Notes) is None


def test_what_was_worked_out_is_not_worked_out_again(folder):
    """
    In the same build, in the next one, and not where the value is of another type; it is held by
    nobody until then.
    """
    asked, aside = [], []
    store = Store(folder, lambda data: aside.append(data) or data)
    for _ in range(2):
        assert 7 == store.worked_out("sum", "key", int, lambda: asked.append(1) or 7)
    store.save()
    again = Store(folder)

    assert 7 == again.worked_out("sum", "key", int, lambda: asked.append(1) or 8)
    assert [1] == asked
    assert 1 == len(aside)
    assert "8" == again.worked_out("sum", "key", str, lambda: "8")


def test_a_value_of_another_type_is_not_taken(folder):
    """
    Under a key that another version of the program gave another meaning.
    """
    assert Store(folder).recall("read", "key", Problem) is None


def test_without_a_folder_nothing_is_remembered(tmp_path, monkeypatch):
    """
    And nothing is written anywhere.
    """
    monkeypatch.chdir(tmp_path)
    store = Store(None)
    store.remember("read", "key", VALUE)
    store.save()

    assert Store(None).recall("read", "key", Notes) is None
    assert [] == list(tmp_path.iterdir())


def test_what_a_build_did_not_use_is_forgotten(folder):
    """
    The store does not grow with every edit.
    """
    store = Store(folder)
    store.remember("read", "new", VALUE)
    store.save()

    assert Store(folder).recall("read", "key", Notes) is None
    assert Store(folder).recall("read", "new", Notes) == VALUE


def test_what_a_build_did_not_ask_for_at_all_is_kept(folder):
    """
    Where a template alone was edited, nobody asks for the lists of all items.
    """
    store = Store(folder)
    store.remember("text", "new", VALUE)
    store.save()

    assert Store(folder).recall("read", "key", Notes) == VALUE
    assert Store(folder).recall("text", "new", Notes) == VALUE


def test_every_flipped_byte_of_a_value_is_noticed(folder):
    """
    What is not whole is not known.
    """
    store = Store(folder)
    [(stored,)] = store._open().execute("SELECT value FROM known")
    for at in range(len(stored)):
        flipped = stored[:at] + bytes([stored[at] ^ 1]) + stored[at + 1 :]
        change(folder, "UPDATE known SET value = ?", flipped)

        assert Store(folder).recall("read", "key", Notes) is None


class _Touch:
    """A pickle that would make a file when it is loaded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self):
        return (Path.touch, (self._path,))


class _Run:
    """A pickle that would run a command when it is loaded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self):
        import os

        return (os.system, (f"touch {self._path}",))


@pytest.mark.parametrize("foreign", [_Touch, _Run])
def test_a_foreign_value_is_never_run(folder, tmp_path, foreign):
    """
    Even under a right checksum; only this program's records and plain data are made.
    """
    body = zlib.compress(pickle.dumps(foreign(tmp_path / "pwned")))
    change(folder, "UPDATE known SET value = ?", blake2b(body, digest_size=16).digest() + body)

    assert Store(folder).recall("read", "key", object) is None
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    "name",
    [
        b"cgenerator.disk\nremove\n", b"cgenerator.store\npickle.loads\n", b"cbuiltins\neval\n",
        b"cgenerator.build\nPath\n", b"cgeneratorx\nStore\n", b"c__main__\nStore\n",
    ],
)  # fmt: skip
def test_only_records_of_this_program_can_be_named(folder, name):
    """
    No function of it, nothing it imports, no module that only begins like it.
    """
    body = zlib.compress(b"\x80\x02" + name + b".")
    change(folder, "UPDATE known SET value = ?", blake2b(body, digest_size=16).digest() + body)

    assert Store(folder).recall("read", "key", object) is None


def test_dates_and_enums_and_nested_records_come_back(tmp_path):
    """
    Everything that records are made of.
    """
    value = Problem(Location("a.yaml", 1, 2), "id-repeated", (("day", str(date(2026, 1, 1))),))
    store = Store(tmp_path)
    store.remember("kind", "key", value)
    store.save()

    assert Store(tmp_path).recall("kind", "key", Problem) == value


BROKEN = {
    "empty": b"",
    "garbage": b"garbage" * 1000,
    "a header alone": b"SQLite format 3\0",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_forgotten_and_made_anew(folder, data):
    """
    The next build is slower, and the one after it is not.
    """
    (folder / "build.sqlite").write_bytes(data)
    store = Store(folder)

    assert store.recall("read", "key", Notes) is None

    store.remember("read", "key", VALUE)
    store.save()

    assert Store(folder).recall("read", "key", Notes) == VALUE


def test_a_file_broken_towards_its_end_is_made_anew(tmp_path):
    """
    Its beginning can still be read, so the fault shows only on the way.
    """
    store = Store(tmp_path)
    for number in range(2000):
        store.remember("read", f"{number:04}", VALUE)
    store.save()
    file = tmp_path / "build.sqlite"
    data = bytearray(file.read_bytes())
    data[-len(data) // 4 :] = b"x" * len(data[-len(data) // 4 :])
    file.write_bytes(data)
    again = Store(tmp_path)
    for number in range(2000):
        again.recall("read", f"{number:04}", Notes)
        again.remember("read", f"{number:04}", VALUE)
    again.save()
    last = Store(tmp_path)

    assert {VALUE} == {last.recall("read", f"{number:04}", Notes) for number in range(2000)}


def test_a_table_of_another_version_is_made_anew(folder):
    """
    A store that a later program laid out differently.
    """
    change(folder, "ALTER TABLE known RENAME TO remembered")
    store = Store(folder)
    store.remember("read", "key", VALUE)
    store.save()

    assert Store(folder).recall("read", "key", Notes) == VALUE


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path):
    """
    The build is only slower.
    """
    (tmp_path / ".cache").write_text("a file")
    store = Store(tmp_path / ".cache")
    store.remember("read", "key", VALUE)
    store.save()

    assert "a file" == (tmp_path / ".cache").read_text()


def test_a_word_of_a_closed_list_is_remembered_by_its_value(tmp_path):
    """
    Some releases of Python would pickle it as a call of `getattr`, which the store refuses.
    """
    from generator.model.entry import Method

    assert (Method, ("主动公开",)) == Method.PROACTIVE.__reduce_ex__(5)


def test_what_is_said_often_is_kept_once():
    """
    Equal values of one type; a word of a list is not the text that it equals, nor True one.
    """
    said = "".join(["政府", "网站"]), "".join(["政府", "网站"])
    value = (
        *(Channel(name=one) for one in said),
        Category.RESULT,
        "结果",
        True,
        1,
        date(2026, 1, 2),
    )
    types = [type(one) for one in value]
    kept = once(value, {})

    assert said[0] is not said[1]
    assert kept[0] is kept[1]
    assert (value, types) == (kept, [type(one) for one in kept])


def test_every_record_of_the_site_that_ships_is_what_it_was():
    """
    Kept as bytes, and each with its types.
    """
    for source in find(ROOT).sources:
        [body] = read_share([source])
        assert repr(_read(source, KINDS)) == repr(loaded(zlib.decompress(body[16:])))
    assert VALUE == loaded(dumped(VALUE))
