"""A mark in every field of the internal side is found nowhere but in the register."""

from __future__ import annotations

import json

import pytest

from bench.seeking import WAYS, found_in, held, rows_of
from generator.model.prose import Prose
from generator.office.kinds import KINDS
from generator.typed import names_of

from .canaries import DOCUMENT, REQUEST, REVIEW, keys, leaves, marked, spoilt, whole
from .makers import PUBLIC, put

MARK = "CANARY-"
DOCUMENTS, REVIEWS, REQUESTS = KINDS


HELD = [*held("canary-8d1f0c52a7e94b36")]


@pytest.mark.parametrize(("way", "data"), HELD, ids=[way for way, _ in HELD])
def test_every_way_of_seeking_finds_what_is_hidden_that_way(way, data):
    """
    The controls: a search that finds nothing proves nothing by itself.
    """
    assert {"8d1f0c52a7e94b36"} == found_in(data, ["8d1f0c52a7e94b36"])
    assert set() == found_in(data, ["1a2b3c4d5e6f7081"])
    if way != "plain":
        assert set() == found_in(data, ["8d1f0c52a7e94b36"], depth=0)


def test_every_way_of_seeking_has_a_control():
    """
    Or one could be broken unnoticed.
    """
    assert set(WAYS) == {way for way, _ in held("x")} - {"plain", "twice"}


def test_the_marked_records_have_every_field():
    """
    A field that is new gets its mark here.
    """
    assert names_of(DOCUMENTS.model) - {"body"} - names_of(Prose) == keys(dict(DOCUMENT))
    assert names_of(REVIEWS.model) == keys(dict(REVIEW))
    assert names_of(REQUESTS.model) == keys(dict(REQUEST))
    assert 60 < len([*leaves(dict(DOCUMENT)), *leaves(dict(REVIEW))])


COMMANDS = [
    ["build"],
    ["build", "--json", "--explain"],
    ["check"],
    ["check", "--internal"],
    ["check", "--internal", "--lang", "en"],
    ["check", "--internal", "--format", "json"],
    ["register"],
    ["register", "csv", "--lang", "en"],
    ["requests"],
    ["requests", "--json"],
    ["export", "json", "-o", "-"],
]


def everything(site) -> dict[str, bytes]:
    """Run every command; return all it printed, published and remembered."""
    seen = {}
    for words in COMMANDS:
        done = site.run(*words)
        assert "Traceback" not in done.stderr
        seen[" ".join(words)] = f"{done.stdout}\n{done.stderr}".encode()
    for folder in ("output", ".cache"):
        for path in (site.folder / folder).rglob("*"):
            if path.is_file():
                seen[str(path)] = path.read_bytes()
    rows = rows_of(site.folder / ".cache" / "build.sqlite")
    seen["rows"] = b"\n".join(one if isinstance(one, bytes) else str(one).encode()
                              for row in rows for one in row)  # fmt: skip
    return seen


@pytest.mark.parametrize("faulty", [False, True], ids=["whole", "spoilt"])
def test_no_mark_gets_out(site, faulty):
    """
    Not into a page, a cache or a log, however it is packed; not by being a fault either.
    """
    put(site.folder, {**PUBLIC, **whole(), **(spoilt() if faulty else {})})
    seen = everything(site)

    assert 40 < len(seen)
    assert [] == [name for name, data in seen.items() if found_in(data, [MARK])]
    problems = json.loads(seen["check --internal --format json"].decode().partition("\n]")[0] + "]")
    errors = [one for one in problems if one["severity"] == "error"]
    assert (60 < len(errors)) if faulty else ([] == errors)
    register = site.folder / "internal" / "register.xlsx"
    assert register.exists() is not faulty
    if not faulty:
        assert {MARK.lower()} == found_in(register.read_bytes(), [MARK])


def test_the_marks_are_there_to_be_found(site):
    """
    The control: what was written does hold them.
    """
    for path, text in {**whole(), **spoilt()}.items():
        assert MARK in text, path
    assert marked(dict(REVIEW), ("id",), "a")["id"].startswith(MARK)
