"""The shipped site, built once, and Debian's chromium to look at it."""

from __future__ import annotations

import functools
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator import build, find
from generator.link import link
from generator.plan import Planned, plan
from generator.read import read
from generator.render import theme_of
from generator.store import Store
from generator.words import failed

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
CHROMIUM = "/usr/bin/chromium"  # Debian's


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site under a sub-path, as a host would serve it."""
    folder = tmp_path_factory.mktemp("host") / "zwgk"
    site = tmp_path_factory.mktemp("site")
    for name in ("catalogue", "content", "templates"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "config.yaml", site)
    report = build.build(site, folder, day=None, today=TODAY)

    assert not failed(report.problems)
    return folder


@pytest.fixture(scope="session")
def planned() -> Planned:
    """The pages of the shipped site and what can be searched of them."""
    found = find.find(ROOT)
    catalogue = link(read(found.config, found.sources, Store(None)), TODAY)
    return plan(catalogue, theme_of(found.theme)[1])


@pytest.fixture(scope="session")
def pages_of(built: Path, planned: Planned) -> dict[str, list[str]]:
    """Template → the pages it writes, the one with the most to show first."""
    pages: dict[str, list[str]] = defaultdict(list)
    for page in planned.pages:
        if page.path.endswith(".html"):
            pages[page.writer].append(page.path)

    assert set(pages) <= {name for name, _ in theme_of(find.find(ROOT).theme)[0]}
    return {
        template: sorted(paths, key=lambda path: (built / path).stat().st_size, reverse=True)
        for template, paths in pages.items()
    }


@pytest.fixture(scope="session")
def one_of_each(pages_of: dict[str, list[str]]) -> dict[str, str]:
    """Template → the page it writes with the most to show."""
    return {template: paths[0] for template, paths in pages_of.items()}


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the site is served, below a sub-path of its host."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(built.parent))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/zwgk/"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's chromium, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
