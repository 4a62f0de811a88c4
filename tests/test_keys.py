"""Equal values have equal keys, in any process; whatever shapes a byte is part of one."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import requires

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import keys
from generator.keys import Many, digest, fingerprint, many, part_of, published
from generator.page import Page
from generator.problems import Location

from .conftest import DAY, ROOT, catalogue

_ELSEWHERE = """
import json
from generator.keys import fingerprint
from generator.plan import plan
from tests.conftest import catalogue
print(json.dumps({page.path: fingerprint(page) for page in plan(catalogue(), ()).pages}))
"""


@pytest.mark.parametrize("seed", ["0", "1", "42", "random"])
def test_every_page_has_the_same_key_in_another_process(seed):
    """
    Under any order of hashing; a set that reached a view would show here.
    """
    from generator.plan import plan

    here = {page.path: fingerprint(page) for page in plan(catalogue(), ()).pages}
    there = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )

    assert here == json.loads(there.stdout)


def test_different_values_have_different_keys():
    """
    Also values that look alike when joined.
    """
    values = [
        ("a", "b"), ("ab",), (("a", "b"),), ("a", "b", ""), ("a", ""), ("1",), (1,), (None,),
        ("None",), (True,), (DAY,), (Page("a", "b", None),), (Location("a"),), (b"a",),
    ]  # fmt: skip

    assert len(values) == len({fingerprint(*value) for value in values})


def test_many_values_have_the_key_of_their_sum_and_it_is_short():
    """
    Items that look alike when joined, another order, and one that is missing differ.
    """
    values = [
        ("a", "b"), ("b", "a"), ("ab",), ("a", "", "b"), ("a",), (), ("'a', 'b'",), ("a", ("b",)),
        ("1 a",), ("1", "a"), (1, "a"),
    ]  # fmt: skip

    assert len(values) == len({fingerprint(many(value)) for value in values})
    assert fingerprint(many("ab")) == fingerprint(many(("a", "b")))
    assert len(repr(many("甲" * 1000))) < 50
    assert many("ab") == pickle.loads(pickle.dumps(many("ab")))


@given(st.lists(st.lists(st.text(max_size=3) | st.tuples(st.text(max_size=3)))))
def test_many_values_are_what_they_were_however_they_are_packed(lists):
    """
    One by one from either end, some, all; their number; another process has the same.
    """
    values = [value for of in lists for value in of]
    parts = [part_of(of, tight=number % 2 == 1) for number, of in enumerate(lists)]
    for packed in (many(values), Many(parts), pickle.loads(pickle.dumps(Many(parts)))):
        assert values == list(packed)
        assert len(values) == len(packed)
        assert tuple(values[1:-1]) == packed[1:-1]
        assert values == [packed[at] for at in range(len(values))]
        assert values == [packed[at - len(values)] for at in range(len(values))]
        with pytest.raises(IndexError):
            packed[len(values)]


def test_a_page_differs_in_every_part():
    """
    Address, writer and view.
    """
    page = Page("a.html", "a.html", ("甲",))
    others = [replace(page, path="b.html"), replace(page, writer="b.html"), replace(page, made=())]

    assert 4 == len({fingerprint(one) for one in (page, *others)})


def test_a_published_file_has_the_sum_that_anyone_can_check():
    """
    SHA-256, as ``sha256sum`` prints it.
    """
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    assert expected == published(b"abc")
    assert expected != digest(b"abc")


@pytest.fixture
def program(monkeypatch):
    """Return the key of the program, worked out anew."""
    keys.program.cache_clear()
    yield lambda: (keys.program.cache_clear(), keys.program())[1]
    monkeypatch.undo()
    keys.program.cache_clear()


def test_another_library_is_another_program(program, monkeypatch):
    """
    What an older Markdown made is not taken for what a newer one would make.
    """
    before = program()
    monkeypatch.setattr(keys, "version", lambda name: f"{name} 99")

    assert before != program()


def test_another_line_of_code_is_another_program(program, monkeypatch, tmp_path):
    """
    In any module of any package.
    """
    (tmp_path / "writers").mkdir()
    (tmp_path / "writers/plain.py").write_text("a = 1\n")
    monkeypatch.setattr(keys, "files", lambda name: tmp_path)
    before = program()
    (tmp_path / "writers/plain.py").write_text("a = 2\n")

    assert before != program()


def test_every_library_that_shapes_bytes_is_in_the_key():
    """
    Each dependency is named, or known to shape none.
    """
    try:
        needed = [one for one in requires("gongkai") or () if "extra ==" not in one]
    except Exception:  # not installed: run from the checkout
        text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        needed = text.partition("\ndependencies = [")[2].partition("]")[0].split('"')[1::2]
    names = {
        "".join(one.partition(mark)[0] for mark in "><=" if mark in one) or one for one in needed
    }
    names = {one.split(">")[0].split("=")[0].split("<")[0].strip().lower() for one in needed}
    names = {name.replace(".", "-") for name in names}
    harmless = {
        "click", "lxml", "pypinyin", "python-calamine", "python-docx", "rich", "ruamel-yaml",
        "starlette", "uvicorn", "watchdog", "whoosh-reloaded",
    }  # fmt: skip

    assert names - harmless <= set(keys.LIBRARIES)
