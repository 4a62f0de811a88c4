"""The preview in a real browser: saving a file changes the page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import GOOD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A small site with items that do not say how they are published, which is a warning; served
    by ``gongkai serve`` as an editor starts it."""
    for path, text in GOOD.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("    method: 主动公开\n", ""))
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0", "--site", str(tmp_path)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_COLOR": "1", "LANG": "C.UTF-8"},
    )
    assert process.stderr
    address = ""
    for line in process.stderr:
        if match := re.search(r"http://127\.0\.0\.1:[0-9]+/", line):
            address = match[0]
            break
    yield tmp_path, address
    process.send_signal(signal.SIGINT)
    assert 0 == process.wait(10)


def status(address: str, **headers: str) -> int:
    """What the preview answers."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_saving_reloads_the_page_and_a_fault_is_shown_over_it(
    served: tuple[Path, str], chromium: Browser
) -> None:
    """
    The editor sees a new name, then a mistake with its place, then the page mended, without
    touching the browser.
    """
    site, address = served
    file = site / "catalogue/fields/fields.yaml"
    good = file.read_text().replace("name: 义务教育", "name: 义务教育试改")
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + "fields/yiwu-jiaoyu.html")
        file.write_text(good)
        expect(page.locator("h1")).to_contain_text("义务教育试改", timeout=60_000)

        file.write_text(good.replace("lead: jiaoyu}", "leed: jiaoyu}", 1))
        expect(page.locator("#preview-problems")).to_contain_text("leed", timeout=60_000)

        file.write_text(good)
        expect(page.locator("#preview-problems", has_text="leed")).to_have_count(0, timeout=60_000)


def test_a_page_that_stays_is_not_loaded_again(served: tuple[Path, str], chromium: Browser) -> None:
    """
    The page is reloaded with what was saved, before the rest is checked; when it is, only the
    problems over it are exchanged, and an edit that does not reach it leaves it alone.
    """
    site, address = served
    file = site / "catalogue/fields/fields.yaml"
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + "fields/yiwu-jiaoyu.html")
        told = page.locator("#preview-problems")
        busy = page.get_by_role("status").filter(has_text="正在检查")
        file.write_text(file.read_text().replace("name: 义务教育", "name: 义务教育试改"))
        expect(page.locator("h1")).to_contain_text("义务教育试改", timeout=60_000)
        page.evaluate("globalThis.kept = true")
        expect(busy).to_have_count(0, timeout=60_000)

        expect(told).to_be_visible()
        other = site / "content/pages/guide.md"
        other.write_text(other.read_text() + "\n试改的一段。\n")
        expect(busy).to_have_count(1, timeout=60_000)
        expect(busy).to_have_count(0, timeout=60_000)
        assert page.evaluate("globalThis.kept")


def test_only_what_a_name_tells_apart_is_kept_by_a_browser(served: tuple[Path, str]) -> None:
    """
    Of a page, its stylesheets and scripts: their names change with their bytes; what is not there
    may be there later.
    """
    _, address = served

    def kept(path: str) -> bool:
        try:
            with urllib.request.urlopen(address + path, timeout=5) as response:
                told = response.headers["Cache-Control"]
        except urllib.error.HTTPError as error:
            told = error.headers["Cache-Control"]
        return {"no-store": False, "private, max-age=86400, immutable": True}[told]

    with urllib.request.urlopen(address, timeout=5) as response:
        page = response.read().decode()
    beside = re.findall(r'(?:href|src)="/?((?:assets|[.]preview)/[^"]+[.](?:css|js))"', page)

    assert 4 == len(beside)
    assert all(re.search("[.][0-9a-f]{10}[.]", path) and kept(path) for path in beside)
    assert not any(map(kept, ["", "index.html", "assets/none.css", "catalogue.json"]))


def test_only_this_machine_is_answered_by_its_own_name(served: tuple[Path, str]) -> None:
    """
    A foreign Host or Origin is refused, nothing outside the site is served, no folder is listed.
    """
    _, address = served
    (served[0] / "content/pages/leak.md").symlink_to("/etc/hostname")
    answers = {
        "own": status(address),
        "host": status(address, Host="evil.example"),
        "origin": status(address + ".preview/events", Origin="http://evil.example"),
        "above": status(address + "..%2fconfig.yaml"),
        "twice": status(address + "%252e%252e/config.yaml"),
        "listing": status(address + "assets/"),
    }

    assert {
        "own": 200, "host": 403, "origin": 403, "above": 404, "twice": 404, "listing": 404,
    } == answers  # fmt: skip
