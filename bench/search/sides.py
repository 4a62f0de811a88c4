"""The two searches that are compared, each in a page of one browser, asked by the same calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.search.host import BARE, Host

CHROMIUM = "/usr/bin/chromium"  # Debian's
TEN = 10  # results that a reader is shown first


@dataclass(frozen=True, slots=True)
class Side:
    """A search in the browser: how its scripts are loaded, and how it is asked.

    *load* and *ask* are functions of JavaScript; *ask* takes a query, filters, how many results are
    to be ready to be shown, and whether it must be known how many there are.  It also tells when
    all that the first result shows was at hand, nothing where no result is.
    """

    name: str
    load: str
    ask: str


def ours(output: Path) -> Side:
    """Return the search of the site that was built to *output*."""
    names = [next((output / "assets").glob(f"{stem}.*.js")).name for stem in ("search", "finder")]
    return Side(
        "ours",
        f"""async () => {{
  for (const name of {names}) await new Promise((done, lost) => document.head.append(
    Object.assign(document.createElement("script"),
      {{ src: "/output/assets/" + name, onload: done, onerror: lost }})));
}}""",
        """async ([query, filters, shown, all]) => {
  let first = null;
  const early = () => { first = performance.now(); };
  const found = await gongkaiFind.find(query, filters, "", shown, early);
  const named = (rows) => rows.map((one) => one.kind + "/" + one.id);
  const total = all && await found.total();
  return { first, total, ids: named(found.rows), near: named(found.near) };
}""",
    )


def pagefinds() -> Side:
    """Return Pagefind's search; what it finds are its own ids."""
    return Side(
        "Pagefind",
        'async () => { globalThis.pagefind = await import("/pagefind/pagefind.js"); }',
        """async ([query, filters, shown]) => {
  const { results } = await pagefind.search(query);
  let first = null;
  await Promise.all(results.slice(0, shown).map(async (one, at) => {
    await one.data();
    if (!at) first = performance.now();
  }));
  return { first, total: results.length, ids: results.map((one) => one.id), near: [] };
}""",
    )


@contextmanager
def opened(browser: Browser, host: Host, side: Side) -> Iterator[Page]:
    """Open an empty page in a browser that has nothing kept, with the scripts of *side* loaded."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.address + BARE)
        page.evaluate(side.load)
        yield page


def asked(
    page: Page, side: Side, query: str, shown: int, filters: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return what *side* finds: its total, ids, and ids of what is near."""
    found: dict[str, Any] = page.evaluate(side.ask, [query, dict(filters or {}), shown, True])
    return found
