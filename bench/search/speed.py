"""How long a reader waits for the first results, and how long the browser's main thread is busy."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Browser, Page

from bench.search.host import BARE, Host
from bench.search.sides import TEN, Side, opened

KEYS = 60  # milliseconds between two characters that are typed
# Milliseconds from the call, or from before the scripts are loaded, to the first result and to ten;
# where *all* is true, until it is known how many there are too.
_TIMED = """async ([load, ask, query, shown, all]) => {
  const [loading, asking] = [load, ask].map((text) => text && (0, eval)(text));
  const begun = performance.now();
  if (loading) await loading();
  const { first } = await asking([query, {}, shown, all]);
  const ended = performance.now();
  return [(first ?? ended) - begun, ended - begun];
}"""
_WATCH = """globalThis.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask" });  // none of those of the page's own loading"""


Wait = tuple[float, float]  # until the first result, and until all that was asked for


def cold(
    browser: Browser, host: Host, side: Side, queries: Sequence[str], *, whole: bool = False
) -> list[Wait]:
    """Return the milliseconds from each query to the first result and to ten, each in a browser
    that has only the scripts; *whole* to how many there are as well."""
    found = []
    for query in queries:
        with opened(browser, host, side) as page:
            found.append(_timed(page, "", side, query, whole=whole))
    return found


def counted(browser: Browser, host: Host, side: Side, queries: Sequence[str]) -> list[Wait]:
    """Return the same until it is known how many results there are."""
    return cold(browser, host, side, queries, whole=True)


def bare(browser: Browser, host: Host, side: Side, queries: Sequence[str]) -> list[Wait]:
    """Return the same where the scripts must be loaded too."""
    found = []
    for query in queries:
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(host.address + BARE)
            found.append(_timed(page, side.load, side, query))
    return found


def warm(browser: Browser, host: Host, side: Side, queries: Sequence[str]) -> list[Wait]:
    """Return the same for queries one after another in one page."""
    with opened(browser, host, side) as page:
        return [_timed(page, "", side, query) for query in queries]


def _timed(page: Page, load: str, side: Side, query: str, *, whole: bool = False) -> Wait:
    first, ended = page.evaluate(_TIMED, [load, side.ask, query, TEN, whole])
    return first, ended


def tasks(browser: Browser, host: Host, queries: Sequence[str]) -> list[float]:
    """Return the milliseconds of the tasks above 50 while *queries* are typed into the box that
    pages have at their head, each in a browser of its own."""
    found: list[float] = []
    for query in queries:
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{host.address}output/guide.html")
            box = page.locator("#find")
            page.evaluate(_WATCH)
            box.click()
            box.press_sequentially(query, delay=KEYS)
            page.wait_for_timeout(20 * KEYS)
            found += page.evaluate("tasks")
    return found
