"""A build may be killed at any moment: what is served is a whole site, and the next build heals."""

from __future__ import annotations

import json
from hashlib import sha256

from generator import disk

from .conftest import Site, files
from .killing import killed

BUILD = """
from generator.build import build
build(Path("."), Path("output"), day=None, today=date(2026, 11, 23))
"""


def kill(site: Site, number: int) -> int:
    """Build in a process that dies before operation *number*; return how many it did if not."""
    return killed(BUILD, site.folder, number, "output")


def whole(site: Site) -> bool:
    """Whether what is served is what its manifest says."""
    published = files(site.output)
    manifest = json.loads(published.pop("manifest.json", b"null"))
    return bool(manifest) and {one["path"]: one["sha256"] for one in manifest["files"]} == {
        path: sha256(data).hexdigest() for path, data in published.items()
    }


def edit(site: Site) -> None:
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区")


def test_killed_anywhere_a_whole_site_is_served_and_the_next_build_heals(site):
    """
    The old one or the new one, checked against its manifest; no manual step.
    """
    site.build()
    old = files(site.output)
    edit(site)
    new = site.clean()
    operations = kill(site, 10_000)
    last = range(operations - 12, operations)  # from the last staged files to the end of the swap
    for number in [0, 1, 2, operations // 3, operations // 2, *last]:
        site.edit("catalogue/entries/jiaoyu.yaml", "招生片区", "招生范围")
        site.build()
        assert old == files(site.output)
        edit(site)
        assert not kill(site, number)

        assert whole(site), f"operation {number} of {operations}"
        assert files(site.output) in (old, new)

        site.build()

        assert new == files(site.output)
        assert [".output.lock"] == [path.name for path in site.folder.glob(".output*")]


def test_killed_on_the_first_build_nothing_half_made_is_served(site):
    """
    Nothing, or all of it.
    """
    new = site.clean()
    operations = kill(site, 10_000)
    for number in [0, 1, operations // 2, operations - 2, operations - 1]:
        disk.remove(site.output)
        disk.remove(site.folder / ".cache")
        assert not kill(site, number)

        assert files(site.output) in ({}, new)

        site.build()

        assert new == files(site.output)
