"""Every kind of page in a real browser: accessible, within its width, loading nothing foreign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text()
# What a reader would have to be told of the first elements at fault, of each rule.
RUN = """([kinds, only]) =>
  axe.run(kinds || document, {resultTypes: ["violations"], selectors: false, ...only})
    .then((result) => result.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 200)]))"""
COLOURS = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
# The first element with text of its own of each kind: the same names and classes, colours and sizes
# from the root of the page on.
KINDS = """() => {
  const number = new Map(), firsts = new Map();
  for (const one of document.querySelectorAll("*")) {
    const s = getComputedStyle(one);
    const kind = [
      number.get(one.parentElement), one.tagName, one.className, s.color, s.backgroundColor,
      s.backgroundImage, s.fontSize, s.fontWeight, s.opacity,
    ].join("|");
    if (!firsts.has(kind)) firsts.set(kind, [firsts.size, one]);
    number.set(one, firsts.get(kind)[0]);
  }
  return [...firsts.values()].map(([, one]) => one).filter((one) => document.body.contains(one)
    && [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim()));
}"""


@pytest.mark.parametrize(("turn", "width"), [(0, 360), (1, 1280)])
def test_axe_finds_nothing(
    chromium: Browser, address: str, one_of_each: dict[str, str], turn: int, width: int
) -> None:
    """
    One page of each template meets what axe-core can check of WCAG 2.2 AA, by day and by night, at
    one of two widths; what surrounds all pages at both.

    By day everything on the page.  By night only the colours of the same page differ (as the next
    test shows), so only they are tried again, and of elements that were of one kind by day, one:
    what made them alike by day makes them alike by night.
    """
    found = {}
    with chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        for template, path in [*one_of_each.items()][turn::2]:
            page.emulate_media(color_scheme="light")
            page.goto(address + path)
            page.evaluate(AXE)
            light = page.evaluate(RUN, [None, {}])
            kinds = page.evaluate_handle(KINDS)
            page.emulate_media(color_scheme="dark")
            dark = page.evaluate(RUN, [kinds, COLOURS])
            if light or dark:
                found[template] = {"light": light, "dark": dark}

    assert {} == found


def test_the_dark_scheme_changes_colours_only() -> None:
    """
    Properties of the root whose values are colours, and no script asks for the scheme.
    """
    theme = Path(__file__).parents[2] / "templates"
    scripts = [*theme.glob("assets/*.js"), *theme.rglob("*.html")]
    style = (theme / "assets" / "site.css").read_text()
    [block] = re.findall(
        r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^{}]*)\}\s*\}", style
    )

    assert 1 == style.count("prefers-color-scheme")
    assert [] == [one.name for one in scripts if "prefers-color-scheme" in one.read_text()]
    assert re.fullmatch(r"(\s*--[a-z]+: #[0-9a-f]{3,6};)+\s*", block), block


def test_no_page_is_wider_than_a_small_phone(
    chromium: Browser, address: str, one_of_each: dict[str, str]
) -> None:
    """
    At 360 px nothing has to be scrolled sideways.
    """
    wide = {}
    with chromium.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        for template, path in one_of_each.items():
            page.goto(address + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 360:
                wide[template] = width

    assert {} == wide


BROKEN = """() => [...document.querySelectorAll("table.figures td")].filter(cell => {
  const range = document.createRange()
  range.selectNodeContents(cell)
  return new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1
}).map(cell => cell.textContent)"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_numbers_of_the_statistics_stay_in_one_piece(
    chromium: Browser, address: str, width: int
) -> None:
    """
    And the table fits the window; “100.0%” was broken after its first digits.
    """
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}statistics.html")

        assert page.locator("table.figures td", has_text="100.0%").count()
        assert [] == page.evaluate(BROKEN)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("where", ["host", "folder"])
def test_pages_load_nothing_foreign_and_break_no_policy(
    chromium: Browser, address: str, built: Path, one_of_each: dict[str, str], where: str
) -> None:
    """
    Under a sub-path and from a folder, every request stays within the site and the console is
    silent: the Content-Security-Policy allows all that the page needs.
    """
    base = address if where == "host" else f"{built.as_uri()}/"
    said: list[str] = []
    requested: set[str] = set()
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"{request.failure} {request.url}"))
        page.on("request", lambda request: requested.add(request.url))
        for path in one_of_each.values():
            page.goto(base + path)

    given_up = "net::ERR_ABORTED"  # by going to the next page before the icon was there
    assert [] == [one for one in said if not one.startswith(given_up)]
    assert set() == {url for url in requested if not url.startswith(base)}


FOCUSABLE = "a[href], button, input, select, summary, textarea, [tabindex]:not([tabindex='-1'])"


# Notes, once the page has the keys: what the focus reached, where it cannot be seen, and after how
# many it left the page.
LISTEN = """(within) => {
  window.seen = new Set(); window.dull = []; window.left = [];
  document.addEventListener("focusin", (event) => {
    const e = event.target;
    if (seen.has(e) || !e.closest(within)) return;
    seen.add(e);
    const s = getComputedStyle(e);
    const shown = (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)
      || s.boxShadow !== "none";
    if (!shown || e.getBoundingClientRect().width === 0) dull.push(e.outerHTML.slice(0, 120));
  });
  document.addEventListener("focusout", (event) => {
    if (!event.relatedTarget) left.push(seen.size);
  });
}"""


STOPS = re.compile(r"<(?:a|button|input|select|summary|textarea)\b")


def walk(page: Page, within: str = "body") -> tuple[int, int, list[str], list[int]]:
    """Press Tab through what is *within* a part of the page: how many can be reached, how many
    were, which show no focus, after how many the focus left the page before all were reached.

    A field for a day has several stops, one for each part of the day.
    """
    wanted = page.evaluate(
        f"""() => [...document.querySelectorAll("{FOCUSABLE}")].filter(
            (e) => e.closest("{within}") && e.checkVisibility({{checkVisibilityCSS: true}})
                && !e.disabled).length"""
    )
    page.evaluate(f"document.querySelector('{within}').focus()")
    page.evaluate(LISTEN, within)
    for _ in range(wanted + 5 + 3 * page.locator("input[type=date]").count()):
        page.keyboard.press("Tab")
    seen, dull, left = page.evaluate("[seen.size, dull, left]")
    return wanted, seen, dull, [number for number in left if number != wanted]


def test_everything_is_reached_by_keyboard_with_visible_focus(
    chromium: Browser, address: str, built: Path, pages_of: dict[str, list[str]]
) -> None:
    """
    Tab reaches every link, field and fold of a page, and where it is can be seen.

    Of each template the page with the most to show that can be walked in some seconds: a table of a
    thousand links is the table of a hundred again.  What surrounds all pages is walked on one.
    """
    found = {}
    with chromium.new_context() as context:
        page = context.new_page()
        for number, (template, paths) in enumerate(pages_of.items()):
            stops = {path: len(STOPS.findall((built / path).read_text("utf-8"))) for path in paths}
            path = next((path for path in paths if stops[path] <= 150), min(paths, key=stops.get))
            page.goto(address + path)
            wanted, seen, dull, left = walk(page, "main" if number else "body")
            if seen != wanted or dull or left:
                found[template] = (wanted, seen, dull, left)

    assert {} == found


def test_the_first_tab_leads_past_the_navigation(chromium: Browser, address: str) -> None:
    """
    The skip link is the first stop and takes the reader to the content.
    """
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + "index.html")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert page.url.endswith("#main")


@pytest.mark.parametrize("where", ["host", "folder"])
def test_the_register_is_filtered_by_status_issuer_and_topic(
    chromium: Browser, address: str, built: Path, where: str
) -> None:
    """
    The same script serves documents: each condition narrows, and clearing shows all again.
    """
    base = address if where == "host" else f"{built.as_uri()}/"
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(base + "documents/index.html")
        page.select_option("#f-status", "已废止")
        page.select_option("#f-issuer", "示范市教育局")
        count = page.locator("#results-count")

        expect(count).to_have_text("找到 3 件")
        expect(page.locator("#results-list .status-mark")).to_have_text(["已废止"] * 3)
        page.select_option("#f-topic", "综合政务")
        expect(count).to_contain_text("没有找到")
        page.locator("#results-clear").click()
        expect(page.locator("#all")).to_be_visible()


@pytest.mark.parametrize(
    "words", ["119999000000000001/2021-00002", "SFGS—2021—4", "示府[2021]13号"]
)
def test_a_document_is_found_by_any_of_its_numbers(
    chromium: Browser, address: str, words: str
) -> None:
    """
    Index number, unified number, document number, whichever brackets or dashes are typed.
    """
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + "documents/index.html")
        page.fill("#f-q", words)

        expect(page.locator("#results-count")).to_have_text("找到 1 件")


LOW = """() => [...document.querySelectorAll(".standing")].map((one) => one.getBoundingClientRect())
  .filter((box) => box.width === 0 || box.y + 40 > 640).map((box) => [box.x, box.y, box.width])"""


def test_the_status_of_every_document_begins_in_the_first_screen(
    chromium: Browser, address: str, built: Path
) -> None:
    """
    On a small phone too.
    """
    low = {}
    with chromium.new_context(viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        for file in sorted((built / "documents").glob("*.html")):
            page.goto(f"{address}documents/{file.name}", wait_until="domcontentloaded")
            low[file.name] = page.evaluate(LOW)

    low = {name: boxes for name, boxes in low.items() if boxes}
    assert {} == low


def test_without_scripts_every_document_is_still_reached(chromium: Browser, address: str) -> None:
    """
    Front page, register, the list of a status, the document: links all the way.
    """
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "index.html")
        page.click("nav.shortcuts >> text=文件")
        page.click("nav.facets >> text=已失效")
        page.locator(".cards a").first.click()

        expect(page.locator(".standing .status-mark")).to_have_text("已失效")


def test_without_scripts_every_entry_is_still_reached(chromium: Browser, address: str) -> None:
    """
    The plain list leads from the front page to an entry in two steps.
    """
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "index.html")
        page.get_by_role("link", name="征地补偿").first.click()
        page.get_by_role("link", name="征收土地预公告").first.click()

        expect(page.locator("h1")).to_contain_text("征收土地预公告")


def test_a_printed_table_repeats_its_header_on_landscape_pages(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    """
    The official table goes to paper in A4 landscape with its header on every sheet.
    """
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + "fields/jiti-tudi-zhengshou.html")
        page.emulate_media(media="print")
        printed = page.pdf(path=tmp_path / "table.pdf", prefer_css_page_size=True)
        display = page.evaluate("getComputedStyle(document.querySelector('table thead')).display")

    boxes = printed.split(b"/MediaBox")[1:]
    sizes = {tuple(float(n) for n in box.split(b"]")[0].strip(b" [").split()[2:]) for box in boxes}
    assert "table-header-group" == display
    assert all(width > height for width, height in sizes), sizes
