"""The search as readers use it: boxes, suggestions, results, on a host and from a folder."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.plan import Planned
from generator.plans.searchables import searchable
from generator.search import homes, index
from generator.search.records import FACETS, Cut, cut
from generator.search.terms import units_of
from tests.search.oracle import Found, search

SHOWN = 20


@pytest.fixture(scope="module", params=["host", "folder"])
def base(request: pytest.FixtureRequest, address: str, built: Path) -> str:
    """Where the site stands: on a host below a sub-path, or in a folder; *parted*: in a folder, and
    its homes in as many files as those of a large site."""
    if request.param == "parted":
        built = request.getfixturevalue("parted")
    return address if request.param == "host" else f"{built.as_uri()}/"


@pytest.fixture(scope="module")
def parted(built: Path, planned: Planned, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site with an index whose homes are parted at a fiftieth of the length."""
    folder = tmp_path_factory.mktemp("parted") / "zwgk"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("search"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(homes, "BYTES_OF_HOMES", homes.BYTES_OF_HOMES // 50)
        found, _ = index.files(searchable(planned.pages))
    for name, text in found.items():
        file = folder / "search" / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"gongkaiSearch({json.dumps(name)}, {json.dumps(text)});", encoding="utf-8")
    parts = json.loads(found["head"])["homes"].values()

    assert max(parts) > 4 < len(parts)
    return folder


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test when its scripts do."""
    faults: list[str] = []
    with chromium.new_context() as context:
        one = context.new_page()
        one.on("pageerror", lambda error: faults.append(str(error)))
        yield one

    assert [] == faults


@pytest.fixture(scope="module")
def cuts(planned: Planned) -> tuple[Cut, ...]:
    """What the shipped site offers to search, in units."""
    return tuple(cut(one) for one in searchable(planned.pages))


def results(page: Page, address: str) -> list[tuple[str, str]]:
    """Open the page of results and return kind and id of each."""
    page.goto(address)
    expect(page.locator("#results[data-state=done]")).to_have_count(1)
    rows: list[list[str]] = page.locator("#results > li").evaluate_all(
        "rows => rows.map(row => [row.dataset.kind, row.dataset.id])"
    )
    return [(kind, id) for kind, id in rows]


@pytest.mark.parametrize("query", ["征地公告", "zdgg", "zhengdigonggao", "徵地公告"])
def test_the_time_limit_is_answered_by_the_first_interaction(
    page: Page, base: str, query: str
) -> None:
    """
    UX §7: typing shows a row with the time limit and who publishes; Enter leads to the item.
    """
    page.goto(base + "index.html")
    page.locator("#q").press_sequentially(query)
    row = page.get_by_role("option").first

    expect(row).to_contain_text("征地公告")
    expect(row).to_contain_text("15个工作日")
    expect(row).to_contain_text("示范市人民政府")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("征地公告")
    expect(page.locator(".summary-limit")).to_contain_text("15个工作日")


def test_what_is_written_nowhere_leads_to_what_is_near(page: Page, base: str) -> None:
    """
    徵地補償公告 is no name: the announcement of 征地补偿安置 is offered, plainly marked.
    """
    page.goto(base + "index.html")
    page.locator("#q").press_sequentially("徵地補償公告")

    expect(page.get_by_role("option").first).to_contain_text("征地补偿安置公告")
    expect(page.locator(".finding [role=status]")).to_contain_text("没有找到，有相近的结果")
    page.keyboard.press("Enter")
    expect(page.locator("#results-count")).to_contain_text("没有找到“徵地補償公告”")
    expect(page.locator("#results[data-total='0'] > li")).to_have_count(0)
    expect(page.locator("#near > li").first).to_contain_text("征地补偿安置公告")


def test_without_a_script_two_clicks_lead_to_the_time_limit(chromium: Browser, base: str) -> None:
    """
    From the front page by the key cluster, and from the form by the index.
    """
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(base + "index.html")
        page.get_by_role("link", name="征地补偿").first.click()
        page.get_by_role("link", name="征地公告", exact=True).first.click()
        expect(page.locator(".summary-limit")).to_contain_text("15个工作日")
        page.goto(base + "index.html")
        page.fill("#q", "征地公告")
        page.locator("#q").press("Enter")
        page.locator(".letters").get_by_role("link", name=re.compile("^Z")).click()
        page.get_by_role("link", name="征地公告", exact=True).click()

        expect(page.locator("h1")).to_have_text("征地公告")


def test_the_box_of_every_page_is_used_by_keys_alone(page: Page, address: str) -> None:
    """
    A combobox: arrows choose, Escape closes and keeps the words, Enter opens all results.
    """
    page.goto(address + "units/caizheng-ju.html")
    box = page.get_by_role("combobox", name="全站检索")
    page.locator("#find").focus()
    page.keyboard.type("保障")
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    expect(options.last).to_contain_text("查看")
    total = options.count()
    page.keyboard.press("ArrowUp")

    expect(options.nth(total - 1)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute(
        "aria-activedescendant", options.nth(total - 1).get_attribute("id") or ""
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("保障")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=**")
    expect(page.locator("#results-count")).to_contain_text("找到")


def test_what_was_looked_for_is_offered_again_and_forgotten_on_request(
    page: Page, address: str
) -> None:
    """
    Recent queries stay in the browser.
    """
    page.goto(address + "index.html")
    page.fill("#q", "危房改造")
    page.keyboard.press("Enter")
    expect(page.locator("#results[data-state=done]")).to_have_count(1)
    page.goto(address + "index.html")
    page.locator("#q").focus()
    expect(page.get_by_role("option").first).to_have_text("危房改造")
    page.get_by_role("option", name="清除记录").click()
    page.reload()
    page.locator("#q").focus()

    expect(page.get_by_role("option")).to_have_count(0)


def test_results_are_narrowed_sorted_and_linked_to(page: Page, base: str) -> None:
    """
    Each condition narrows and shows in the address; the address alone gives the same again.
    """
    total = len(results(page, base + "search.html?q=" + quote("公开")))
    page.select_option("#by-kind", "documents")
    expect(page.locator("#results > li:not([data-kind=documents])")).to_have_count(0)
    page.select_option("#sort", "date")
    expect(page.locator("#results[data-state=done]")).to_have_count(1)
    days = page.locator("#results .card-limit").all_text_contents()
    shown = results(page, page.url)

    assert SHOWN == total == len(shown)
    assert "kind=documents" in page.url
    assert "sort=date" in page.url
    numbers = [[int(part) for part in re.findall("[0-9]+", day)] for day in days]
    assert sorted(numbers, reverse=True) == numbers


def test_more_results_come_on_request_and_keep_the_focus(page: Page, address: str) -> None:
    """
    The button adds a step; focus goes to the first new result.
    """
    results(page, address + "search.html?kind=entries")
    page.locator("#results-more").click()
    expect(page.locator("#results > li")).to_have_count(2 * SHOWN)
    expect(page.locator("#results a:focus")).to_have_count(1)

    assert page.locator(f"#results > li:nth-child({SHOWN + 1}) a").evaluate(
        "link => link === document.activeElement"
    )


def test_the_number_of_an_overtaken_query_ends_nothing(page: Page, address: str) -> None:
    """
    Its rows were shown and its number was on the way when another query was typed.
    """
    page.goto(address + "search.html")
    expect(page.locator("#narrow .choice")).to_have_count(8)
    ended = page.evaluate("""async () => {
  const [list, input] = ["results", "q"].map((id) => document.getElementById(id));
  const seen = [];
  new MutationObserver(() => seen.push([list.dataset.state, list.dataset.total, input.value]))
    .observe(list, { attributes: true, attributeFilter: ["data-state"] });
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
  };
  type("公开");
  while (!list.firstChild) await new Promise((done) => setTimeout(done));
  type("征地公告");
  while (list.dataset.state !== "done") await new Promise((done) => setTimeout(done));
  await new Promise((done) => setTimeout(done, 300));
  return seen.filter(([state]) => state === "done");
}""")

    assert [["done", page.locator("#results").get_attribute("data-total"), "征地公告"]] == ended
    expect(page.locator("#results > li").first).to_contain_text("征地公告")


def test_a_single_sign_says_where_it_is_looked_for(page: Page, address: str) -> None:
    """
    Names alone.
    """
    results(page, address + "search.html?q=" + quote("税"))

    expect(page.locator("#results-count")).to_contain_text("单个字只在名称里查找")


def test_a_lost_file_of_the_index_is_told(page: Page, address: str) -> None:
    """
    The reader is told and led to the index by letters; the next try asks again.
    """
    page.route("**/search/terms/*", lambda route: route.abort())
    page.goto(address + "search.html?q=" + quote("公开"))

    expect(page.locator("#results-count")).to_contain_text("检索数据没有读到")
    expect(page.locator("#browse")).to_be_visible()
    page.unroute("**/search/terms/*")
    page.fill("#q", "公开条例")
    expect(page.locator("#results[data-state=done]")).to_have_count(1)


def test_what_can_be_found_stands_on_the_page_of_the_record(planned: Planned, built: Path) -> None:
    """
    Nothing is searched that no page shows, whatever its record holds.
    """
    lost = []
    for one in searchable(planned.pages):
        html = (built / one.path).read_text(encoding="utf-8")
        shown = "".join(units_of(unescape(re.sub("<[^>]*>", "", html))))
        lost += [
            (one.path, text)
            for text in (one.name, *one.elements, *one.texts, one.limit)
            if "".join(units_of(text)) not in shown
        ]

    assert [] == lost


FIND = """async ([query, filters, sort]) => {
  const found = await gongkaiFind.find(query, filters, sort, 20);
  const ids = (rows) => rows.map((row) => [row.kind, row.id]);
  const counts = Object.fromEntries(Object.entries(await found.counts() || {})
    .map(([facet, of]) => [facet, Object.fromEntries(of)]));
  return {total: await found.total(), rows: ids(found.rows), near: ids(found.near), counts};
}"""


def asked(random: Random, cuts: tuple[Cut, ...]) -> tuple[str, dict[str, str], bool]:
    """A query as readers write them: parts of what is there, sounds, slips, conditions."""

    def part() -> str:
        one = random.choice(cuts).record
        text = random.choice((one.name, *one.elements, *one.texts))
        begin = random.randrange(max(1, len(text) - 3))
        return text[begin : begin + random.randint(1, 8)]

    sounds = random.choice(cuts).sounds
    query = random.choice((
        part(), part(), f"{part()} {part()}", "".join(random.sample(part() * 3 + "公开", 3)),
        "".join(sound[:1] for sound in sounds)[: random.randint(2, 5)],
        "".join(sounds)[: random.randint(2, 12)], f"{part()[:2]}错{part()[:2]}",
    ))  # fmt: skip
    filters = {}
    if random.random() < 0.3:
        one, facet = random.choice(cuts).record, random.choice(("kind", *FACETS))
        filters = {facet: random.choice(values)} if (values := one.values(facet)) else {}
    return query, filters, random.random() < 0.2


@pytest.mark.parametrize("base", ["host", "folder", "parted"], indirect=True)
@pytest.mark.parametrize("seed", range(6))
def test_the_script_finds_what_a_look_through_all_records_finds(
    page: Page, base: str, cuts: tuple[Cut, ...], seed: int
) -> None:
    """
    Ids in order, totals, counts, what is near: all equal to the slow oracle.
    """
    random = Random(seed)
    page.goto(base + "search.html")
    expect(page.locator("#narrow .choice")).to_have_count(8)
    for query, filters, by_date in (asked(random, cuts) for _ in range(12)):
        got: Any = page.evaluate(FIND, [query, filters, "date" if by_date else ""])
        want = search(cuts, query, by_date=by_date, **filters)

        assert told(want) == got, (query, filters)


def test_the_first_results_of_a_common_word_need_no_other_homes(page: Page, base: str) -> None:
    """
    The rest is loaded when somebody asks how many there are.
    """
    page.goto(base + "search.html")
    homes = "() => document.querySelectorAll('script[src*=\\'/homes/\\']').length"
    ask = """async () => {
  globalThis.found = await gongkaiFind.find("公开", {}, "", 10);
  return found.rows.length;
}"""
    shown, first = page.evaluate(ask), page.evaluate(homes)
    total, all_homes = page.evaluate("() => found.total()"), page.evaluate(homes)

    assert shown == 10 < total
    assert first < all_homes


def told(found: Found) -> dict[str, Any]:
    """What the script is to answer, as JSON."""
    answer = {
        "total": len(found.records),
        "rows": found.records[:SHOWN],
        "near": found.near[:SHOWN],
        "counts": {facet: dict(of) for facet, of in found.counts.items()},
    }
    plain: dict[str, Any] = json.loads(json.dumps(answer))
    return plain
