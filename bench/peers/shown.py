"""How long a reader of the preview waits: from saving a file to the reloaded page in a browser."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from bench.peers.sides import REVISED, edited
from bench.search.sides import CHROMIUM
from bench.stages import BuildError, Site

LONGEST = 600_000  # milliseconds to wait for a page
CALM = 1.0  # seconds between a reloaded page and the next edit


@contextmanager
def previewed(site: Site) -> Iterator[str]:
    """Preview *site* until the block ends; give the address once it can be opened.

    Raises:
        BuildError: The preview ended before it could be.
    """
    command = [sys.executable, "-m", "generator", "serve", "--site", str(site.folder)]
    server = subprocess.Popen(
        [*command, "--port", "0"],
        env=site.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    try:
        address, said = "", ""
        for said in server.stderr:
            if found := re.search(r"http://127\.0\.0\.1:[0-9]+/", said):
                address = found[0]
                break
        if not address:
            raise BuildError(said)
        # What it goes on to say is taken from it, so that it never waits for a reader.
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield address
    finally:
        server.terminate()
        server.wait()


def reloads(site: Site, runs: int) -> list[float]:
    """Save *runs* new names of one entry; return the seconds to each page that shows its name."""
    waited = []
    with (
        edited(site, None) as id,
        previewed(site) as address,
        sync_playwright() as play,
        play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        file = site.middle()
        text = file.read_text(encoding="utf-8")
        page = browser.new_page()
        page.goto(f"{address}entries/{id}.html")
        page.locator("h1", has_text=REVISED).wait_for(timeout=LONGEST)
        for number in range(1, runs + 1):
            time.sleep(CALM)
            name = f"第{number}次{REVISED}"
            started = time.perf_counter()
            file.write_text(text.replace(REVISED, name, 1), encoding="utf-8", newline="\n")
            page.locator("h1", has_text=name).wait_for(timeout=LONGEST)
            waited.append(time.perf_counter() - started)
    return waited
