"""A small site with the packaged theme, byte for byte, so that every change of a page is seen.

When a change is meant, write the golden files anew and read the difference::

    python -m tests.test_golden
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.build import build, failed
from generator.fragments import body_of
from tests.conftest import DAY, GOOD

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("entries/gonggao.html", "fields/zhengdi.html", "guide.html", "units/jiaoyu.html")
FILES = ("catalogue.csv", "entries/gonggao.json", "robots.txt", "sitemap.xml")


def made() -> dict[str, str]:
    """The golden files as they are made now: the body of some pages, some files, all paths."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for path, text in GOOD.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text)
        report = build(site, site / "output", day=DAY, today=DAY)

        assert not failed(report.problems, strict=True), report.problems
        output = site / "output"
        paths = sorted(
            file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file()
        )
        return {
            "paths.txt": "".join(f"{path}\n" for path in paths if not path.startswith("assets/")),
            **{path: body_of((output / path).read_text()) for path in PAGES},
            **{path: (output / path).read_bytes().decode() for path in FILES},
        }


def test_the_small_site_is_what_it_was() -> None:
    """
    Pages, machine files and the list of paths change only when somebody means it.
    """
    expected = {path: (GOLDEN / path).read_bytes().decode() for path in made()}

    assert expected == made()


if __name__ == "__main__":
    for path, text in made().items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(text.encode())
