"""Measuring works; what it measures is no test."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.kills import row
from bench.search.pagefind import marked
from bench.search.scan import Scan
from bench.search.told import put
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


@pytest.mark.parametrize(("gaps", "bad"), [((), 3), (("none",), 2), (("none", "between"), 1)])
def test_what_is_neither_old_nor_new_is_bad_outside_its_gap(gaps, bad) -> None:
    """
    And the table says so, and the program ends with status 1.
    """
    seen = Counter(old=5, new=4, none=1, between=1, bad=1)

    assert (("a", "12", "5", "4", "1", "1", str(bad)), bad) == row("a", seen, gaps)
