"""What a page is made of: where that is what it was, so is the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from generator.catalogue import Catalogue
from generator.keys import fingerprint
from generator.page import Of
from generator.plans import PLANS
from generator.plans.prepared import prepare
from tests.conftest import GOOD, catalogue, entry

ENTRY = "catalogue/entries/jiaoyu.yaml"
MORE: Mapping[str, str] = {
    "catalogue/adjustments/one.yaml": (
        "id: tz-1\ndate: 2026-03-01\nkind: 调整\nbasis: [某文件]\n"
        "approved_by: 示范市人民政府办公室\nchanges:\n  - entry: gonggao\n"
        "    kind: 修改\n    reason: 承接\n    fields:\n"
        "      - {field: superseded_by, before: '', after: buchang}\n"
    ),
    "catalogue/disclosures/one.yaml": (
        "id: p-1\nentry: zhaosheng\ntitle: 招生范围公告\nurl: https://example.invalid/1\n"
        "event: 2026-10-01\npublished: 2026-10-08\nunit: jiaoyu\n"
    ),
    "content/documents/guanli.md": (
        "---\nid: guanli\ntitle: 示范市招生管理办法\nnumber: 示府〔2025〕1号\nissuers: [jiaoyu]\n"
        "issued: 2025-01-01\npublished: 2025-01-02\neffective: 2025-02-01\nattribute: 主动公开\n"
        "---\n\n第一条 本办法规范招生。\n"
    ),
}
FILES = GOOD | MORE


def pages(of: Catalogue) -> dict[str, tuple[str, str]]:
    """Return of each page that tells what it is made of the key of that and of its view."""
    prepared = prepare(of)
    planned = (page.keyed() for plan in PLANS for page in plan(prepared))
    return {page.path: (page.of, fingerprint(page.now())) for page in planned if page.of}


def edits() -> Iterator[tuple[str, str]]:
    """Every line of every source, taken away, and with its last word said twice."""
    for path, text in FILES.items():
        lines = text.splitlines(keepends=True)
        for number, line in enumerate(lines):
            rest = lines[:number], lines[number + 1 :]
            yield path, "".join([*rest[0], *rest[1]])
            word = line.rstrip("]}'\n")
            yield path, "".join([*rest[0], word, word[-2:], line[len(word) :], *rest[1]])


@pytest.mark.parametrize("turn", range(4))
def test_a_page_that_is_made_of_the_same_is_the_same(turn: int) -> None:
    """
    Whatever is edited: equal keys of what a page is made of never belong to different views.
    """
    before = pages(catalogue(MORE))
    kept = changed = 0
    for path, text in [*edits()][turn::4]:
        for page, (of, view) in pages(catalogue({**MORE, path: text})).items():
            if page in before and of == before[page][0]:
                assert view == before[page][1], f"{page}: {path}\n{text}"
                kept += 1
            else:
                changed += 1

    assert kept
    assert changed


def test_an_edit_of_an_item_reaches_the_pages_that_are_made_of_it() -> None:
    """
    Its own, those of its neighbours, of its field and unit, and lists; no other item's.
    """
    before, after = (
        pages(catalogue({ENTRY: entry("zhaosheng", name=name, field="yiwu-jiaoyu")}))
        for name in ("招生范围", "招生片区")
    )
    changed = {path for path, (of, _) in after.items() if of != before[path][0]}
    entries = {path for path in changed if path.startswith("entries/")}

    assert {"entries/zhaosheng.html", "entries/zhaosheng.json"} == entries
    assert {"fields/yiwu-jiaoyu.html", "units/ziran-ziyuan.csv", "catalogue.json"} <= changed
    assert "fields/zhengdi.html" not in changed


def test_what_an_adjustment_names_is_a_part_of_what_a_page_is_made_of() -> None:
    """
    It tells of another item by its name, which that item's edit changes.
    """
    of = catalogue(MORE)
    [page] = [
        page for plan in PLANS for page in plan(prepare(of)) if page.path == "entries/gonggao.html"
    ]
    path = "catalogue/entries/zhengdi.yaml"
    renamed = pages(catalogue({**MORE, path: GOOD[path].replace("补偿安置方案", "安置方案")}))

    assert "补偿安置方案" in repr(page.view.adjustments)
    assert renamed[page.path] != pages(of)[page.path]


def test_what_is_made_of_some_items_sees_no_other() -> None:
    """
    Around them there is none to be seen.
    """
    prepared = prepare(catalogue(MORE))
    around = prepared.around
    views = [page.made for plan in PLANS for page in plan(prepared) if isinstance(page.made, Of)]

    assert {around} == {one.around for one in views}
    assert () == around.catalogue.entries
    assert not around.catalogue.entries_of
    assert not [one for one in around.catalogue.by_id.values() if one.kind == "entries"]


def test_what_many_pages_show_may_be_forgotten_at_any_time(monkeypatch):
    """
    It is made again, and is the same.
    """
    before = pages(catalogue(MORE))
    monkeypatch.setattr("generator.plans.prepared.MOST", 1)

    assert before == pages(catalogue(MORE))
