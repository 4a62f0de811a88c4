"""The wall, in its short form; ``python -m bench.wall --sets 1000`` is the long one."""

from __future__ import annotations

import os
import shutil

import pytest

from bench import wall
from generator import find
from generator.office.kinds import KINDS as INTERNAL_KINDS
from generator.problems import Location, problem

from ..conftest import files
from .makers import INTERNAL, NB, PUBLIC, put, replaced


def prepared(site):
    put(site.folder, {**PUBLIC, **wall.PUBLIC})
    return site.folder


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_internal_sides_change_nothing_that_can_be_seen(site, seed):
    """
    Pages, what build and check print, the store, the preview; no file was opened.
    """
    assert [] == wall.trial(prepared(site), sets=12, seed=seed, clean_every=4)
    internal = site.folder / "internal"
    if internal.is_dir():
        internal.chmod(0o755)


@pytest.mark.parametrize("breach", ["records", "names", "log"])
def test_a_breach_would_be_seen(site, breach, monkeypatch):
    """
    The control: with a hole in the wall the trial tells.
    """
    plain = find.find_records

    def holed(folder, kinds, **options):
        sources, problems = plain(folder, kinds, **options)
        if kinds is not find.KINDS:
            return sources, problems
        if breach == "records":
            _, told = plain(folder, INTERNAL_KINDS)
            return sources, (*problems, *told)
        there = sorted(os.listdir(folder / "internal")) if (folder / "internal").is_dir() else []
        if breach == "log" and there:
            return sources, (*problems, problem(Location("internal"), "file-special"))
        return sources, problems

    monkeypatch.setattr(find, "find_records", holed)
    wrong = wall.trial(prepared(site), sets=4, seed=1, clean_every=2)

    assert any("opened" in one for one in wrong)
    assert breach == "names" or any("checked" in one for one in wrong)


def test_a_withheld_document_that_claims_to_repeal_a_public_one_changes_nothing(site):
    """
    And `check --internal` says that it does not.
    """
    put(site.folder, PUBLIC)
    site.build()
    before = files(site.output)
    put(site.folder, INTERNAL)
    put(
        site.folder,
        replaced(NB, ("attribute:", "effective: 2020-01-01\nrepeals: [fa-1]\nattribute:")),
    )
    shutil.rmtree(site.folder / ".cache")
    site.build()
    done = site.run("check", "--internal")

    assert before == files(site.output)
    assert "“nb-1”要修改、废止或者代替公开的“fa-1”，公开一侧不因此改变" in done.stderr
    assert "已废止" not in site.output.joinpath("documents", "fa-1.html").read_text("utf-8")
    assert 0 == done.returncode
