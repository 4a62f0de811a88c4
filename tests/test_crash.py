"""A build may die at any moment and a disk may fail: what is served is a whole site."""

from __future__ import annotations

import errno
from collections import Counter

import pytest

from generator import disk
from generator.build import build
from generator.words import failed

from .conftest import DAY, Site, files
from .faults import DIED, SYSTEMS, Fault, forked
from .processes import lean
from .twenty import GAPS, Stage

# What a disk may leave that fails for good, with an error that says so.
MAY = {
    "exchange": set(),
    "two renames": {(1, "none")},
    "in place": {(1, "between"), (1, "new")},
}


@pytest.fixture(params=SYSTEMS)
def stage(request, tmp_path) -> Stage:
    """A site of twenty pages on a disk of each kind."""
    return Stage(tmp_path, request.param)


def operations(stage: Stage) -> int:
    """Return how many operations a rebuild takes."""
    stage.reset()
    ended = stage.rebuild()

    assert (0, "new", True) == (ended.status, stage.state(), stage.clean()), ended.said
    return ended.operations


@lean
def test_killed_at_any_operation_a_whole_site_is_published_and_the_next_build_heals(stage):
    """
    The old one or the new one; the gap of each way without exchange is healed at the next start.
    """
    seen = Counter()
    for number in range(operations(stage)):
        stage.reset()
        assert DIED == stage.rebuild(Fault(number)).status
        seen[stage.state()] += 1
        at = f"operation {number}: {stage.state()}"

        assert stage.state() in {"old", "new"} | GAPS[stage.system], at
        assert 0 == stage.heal().status
        assert stage.state() in {"old", "new"}, at
        assert 0 == stage.rebuild().status
        assert ("new", True) == (stage.state(), stage.clean()), at

    assert {"old", "new"} | GAPS[stage.system] == set(seen)
    assert seen["none"] in (0, 1)


@lean
def test_a_failure_of_any_operation_means_the_new_site_or_an_error_and_the_old(stage):
    """
    Exit status 0 or 1, nothing else; the next build publishes.
    """
    for number in range(operations(stage)):
        stage.reset()
        ended = stage.rebuild(Fault(number, errno.EIO))
        found = (ended.status, stage.state())

        assert found in {(0, "new"), (1, "old")}, f"operation {number}: {found} {ended.said}"
        assert 0 == stage.rebuild().status
        assert ("new", True) == (stage.state(), stage.clean()), f"operation {number}"


@lean
def test_on_a_disk_that_fails_from_one_operation_on_nothing_is_lost(stage):
    """
    It cannot put back what it cannot rename, and says so; the next start on a sound disk does.
    """
    for number in range(0, operations(stage), 3):
        stage.reset()
        ended = stage.rebuild(Fault(number, errno.EROFS, lasting=True))
        whole = {(0, "new"), (1, "old")} | MAY[stage.system]

        assert (ended.status, stage.state()) in whole, f"operation {number}: {ended.said}"
        assert 0 == stage.heal().status
        assert stage.state() in {"old", "new"}


@lean
def test_killed_at_any_operation_of_healing_the_next_start_heals(stage):
    """
    However often.
    """
    gaps = []
    for number in range(operations(stage)):
        stage.reset()
        stage.rebuild(Fault(number))
        if stage.state() in GAPS[stage.system]:
            gaps.append(number)
    for number in gaps[:: max(1, len(gaps) // 2)]:
        for second in range(1000):
            stage.reset()
            stage.rebuild(Fault(number))
            ended = stage.heal(Fault(second))
            assert stage.state() in {"old"} | GAPS[stage.system]
            if ended.status == 0:
                break
            assert DIED == ended.status
            assert 0 == stage.heal().status
            assert "old" == stage.state(), f"operations {number} and {second}"
        assert second > 2


# -- a whole build -----------------------------------------------------------------------------


def edit(site: Site) -> None:
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区")


def command(site: Site) -> int:
    """Build; return the exit status."""
    report = build(site.folder, site.output, day=None, today=DAY)
    return 1 if failed(report.problems) else 0


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_build_that_is_killed_is_healed_by_the_next_whatever_that_has_to_do(site, system):
    """
    Nothing, since the edit was taken back; or nothing good, since there is an error now.
    """
    site.build()
    old = files(site.output)
    edit(site)
    new = site.clean()
    total = forked(lambda: command(site), site.output, system=system).operations
    last = total * 9 // 10  # a build that knows more does some operations less
    for number, turn in enumerate(range(0, last, max(1, total // 6))):
        site.edit("catalogue/entries/jiaoyu.yaml", "招生片区", "招生范围")
        site.build()
        assert old == files(site.output)
        edit(site)
        assert DIED == forked(lambda: command(site), site.output, Fault(turn), system).status

        published = files(site.output)
        assert published in (old, new) or GAPS[system]
        if number % 2:
            site.edit("catalogue/entries/jiaoyu.yaml", "招生片区", "招生范围")
            assert 0 == command(site)
            assert old == files(site.output)
            edit(site)
        else:
            site.write("catalogue/entries/z.yaml", "id: [")
            assert 1 == command(site)
            assert files(site.output) in (old, new)
            site.remove("catalogue/entries/z.yaml")
        assert 0 == command(site)
        assert new == files(site.output)
        assert [".output.lock"] == [path.name for path in site.folder.glob(".output*")]


def test_killed_on_the_first_build_nothing_half_made_is_served(site):
    """
    Nothing, or all of it.
    """
    new = site.clean()
    total = forked(lambda: command(site), site.output).operations
    for number in [*range(0, total, max(1, total // 4)), total - 3]:
        disk.remove(site.output)
        disk.remove(site.folder / ".cache")
        assert DIED == forked(lambda: command(site), site.output, Fault(number)).status

        assert files(site.output) in ({}, new)

        site.build()

        assert new == files(site.output)
