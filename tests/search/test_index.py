"""The browser's index: small, the same from the same records, hardly changed by one edit.

That it finds what it must is tested with the script itself (`tests/browser/test_search.py`).
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import homes, index
from generator.search.index import files
from generator.search.readings import syllables
from generator.search.signs import SIGNS, fixed, number, width
from generator.search.slots import room, slots_of
from tests.search.made import records

COUNT = 2_000
_TERMS = homes._terms


def decoded(signs: str) -> int:
    """A number from its signs, worked out the long way."""
    bits = "".join(f"{SIGNS.index(sign) % 32:05b}" for sign in signs)
    return int(bits, 2)


@given(st.integers(0, 2**40))
def test_a_number_comes_back_from_its_signs(value: int) -> None:
    """
    All signs but the last say that others follow.
    """
    signs = number(value)

    assert value == decoded(signs)
    assert [True] * (len(signs) - 1) + [False] == [SIGNS.index(sign) > 31 for sign in signs]


@given(st.integers(1, 200_000))
def test_the_width_tells_all_values_apart(count: int) -> None:
    """
    The largest fits, and one sign less would not do.
    """
    wide = width(count)

    assert wide == len(fixed(count - 1, wide))
    assert wide == 1 or count > 64 ** (wide - 1)


def test_no_sign_is_a_digit_or_ends_a_text() -> None:
    """
    So that no run of signs looks like a number of a person, and none needs an escape.
    """
    assert 64 == len(set(SIGNS))
    assert not re.search(r"[0-9\"\\<>&\s]", SIGNS)


@given(st.sets(st.text(max_size=3), max_size=60))
def test_slots_are_different_and_in_their_room(keys: set[str]) -> None:
    """
    Whatever the order in which the keys come.
    """
    slots = slots_of(keys)

    assert slots == slots_of(sorted(keys, reverse=True))
    assert len(keys) == len(set(slots.values()))
    assert all(0 <= slot < room(len(keys)) for slot in slots.values())


def test_one_more_key_moves_few() -> None:
    """
    Where the table does not grow.
    """
    keys = [f"key-{number}" for number in range(1000)]
    before = slots_of(keys)
    moved = [
        sum(before[key] != slot for key, slot in slots_of([*keys, f"new-{number}"]).items()
            if key in before)
        for number in range(50)
    ]  # fmt: skip

    assert room(1000) == room(1001)
    assert sum(moved) / len(moved) < 5


def test_the_order_of_records_changes_no_byte() -> None:
    """
    The same files from the same records, however they come.
    """
    some = list(records(1, 300))
    one, _ = files(some)
    Random(2).shuffle(some)

    assert one == files(some)[0]


def changed(one: dict[str, str], other: dict[str, str]) -> float:
    """The share of files that differ, are new or are gone."""
    names = one.keys() | other.keys()
    return sum(one.get(name) != other.get(name) for name in names) / len(names)


def test_one_edit_rewrites_few_files() -> None:
    """
    Of a content, of a name, and one more record.
    """
    some = records(3, COUNT)
    before, _ = files(some)
    content = replace(some[7], elements=(*some[7].elements, "全新的内容"))
    name = replace(some[7], name=f"{some[7].name}办法")

    assert changed(before, files((*some[:7], content, *some[8:]))[0]) < 0.05
    assert changed(before, files((*some[:7], name, *some[8:]))[0]) < 0.25
    assert changed(before, files(some[:7] + some[8:])[0]) < 0.25


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 79), st.integers(0, 3)), max_size=6))
def test_what_an_earlier_index_spares_changes_no_byte(edits: list[tuple[int, int]]) -> None:
    """
    Names, contents and records, changed one after another: as if it were made of nothing.
    """
    some = list(records(6, 80))
    found, spared = files(some)
    for at, kind in edits:
        if kind == 0:
            del some[at % len(some)]
        elif kind == 1:
            one = some[at % len(some)]
            some[at % len(some)] = replace(one, name=f"{one.name[1:]}甲")
        elif kind == 2:
            some[at % len(some)] = replace(some[at % len(some)], elements=("重复的内容",))
        else:
            some.append(replace(some[at % len(some)], id=f"new-{len(some)}", path=f"{len(some)}"))
        found, spared = files(some, spared)

    assert found == files(some)[0]


def test_homes_that_are_the_same_are_not_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Nor is a name read again; of nothing that changed, nothing is.
    """
    some = records(7, COUNT)
    whole, spared = files(some)
    wrote: list[object] = []
    monkeypatch.setattr(homes, "_terms", lambda texts: wrote.append(texts) or _TERMS(texts))
    read: list[str] = []
    monkeypatch.setattr(index, "syllables", lambda name: read.append(name) or syllables(name))

    assert whole == files(some, spared)[0]
    assert ([], []) == (wrote, read)

    one = replace(some[7], name=f"{some[7].name}办法")
    files((*some[:7], one, *some[8:]), spared)

    assert 0 < len(wrote) < 0.2 * len(spared.homes)
    assert [one.name] == read


def test_numbers_hold_no_digits() -> None:
    """
    In all files that hold numbers alone.
    """
    index, _ = files(records(4, 200))
    numbers = "".join(
        text for name, text in index.items() if name.startswith(("homes", "facts", "days"))
    )

    assert numbers
    assert not re.search("[0-9]", numbers)


def test_the_head_tells_what_the_script_needs_first() -> None:
    """
    Its version is that of all files.
    """
    some = records(5, 50)
    head = json.loads(files(some)[0]["head"])
    other = json.loads(files(some[1:])[0]["head"])

    assert 50 == sum(count for _, count, _ in head["blocks"])
    assert head["version"] != other["version"]
    assert [["kind", "类别"], ["category", "五公开"]] == [one[:2] for one in head["facets"][:2]]
