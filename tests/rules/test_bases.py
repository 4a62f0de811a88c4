"""Document numbers as real tables print them: what is well formed, and what was meant."""

from __future__ import annotations

import pytest

from ..conftest import catalogue, complaints, entry

A = "catalogue/entries/a.yaml"

MENDED = {
    "惠府办函[2018]157号": "惠府办函〔2018〕157号",
    "惠府办函［2018］157号": "惠府办函〔2018〕157号",
    "惠府办函【2018】157号": "惠府办函〔2018〕157号",
    "惠府办函（2018）157号": "惠府办函〔2018〕157号",
    "惠府办函(2018)157号": "惠府办函〔2018〕157号",
    "惠府办函〔2018〕第157号": "惠府办函〔2018〕157号",
    "惠府办函〔2018〕0157号": "惠府办函〔2018〕157号",
    "惠府办函〔2018〕157": "惠府办函〔2018〕157号",
}


@pytest.mark.parametrize("number", MENDED)
def test_a_malformed_number_is_told_with_what_was_meant(number):
    """
    Hexagonal brackets, no leading zero, no 第.
    """
    basis = f"[{{title: 政府信息公开条例, number: '{number}'}}]"
    [found] = complaints({A: entry("a", basis=basis)})

    assert f"{A}:6:35: warning: 文号“{number}”写法不规范 [number-malformed]" in found
    assert f"是否应为“{MENDED[number]}”？" in found


@pytest.mark.parametrize(
    "number",
    [
        "惠府办函〔2018〕157号", "国办发〔2019〕54号", "国务院令第711号", "主席令第32号",
        "中华人民共和国国务院令第七百一十一号", "GB/T 39554.1-2020",
    ],
)  # fmt: skip
def test_a_well_formed_number_is_silent(number):
    """
    Letters, orders, standards.
    """
    basis = f"[{{title: 政府信息公开条例, number: {number}}}]"

    found = complaints({A: entry("a", basis=basis)})

    assert "number-malformed" not in found


def test_a_number_within_a_title_is_judged_too():
    """
    As plain texts of imported tables hold it.
    """
    found = complaints({A: entry("a", basis="['《关于公开的通知》（国办发[2019]54号）']")})

    assert ["[basis-unknown]", "[number-malformed]"] == sorted(
        one.split("\n")[0].rpartition(" ")[2] for one in found
    )


@pytest.mark.parametrize(
    "basis",
    [
        "[政府信息公开条例]", "[《政府信息公开条例》]",
        "['《政府信息公开条例》第二十一条']",
        "[{title: 条例, number: 国务院令第711号}]", "[{title: 某文, document: tiaoli}]",
    ],
)  # fmt: skip
def test_a_basis_finds_its_law_by_title_number_or_id(basis):
    """
    However the table words it.
    """
    assert [] == complaints({A: entry("a", basis=basis)})


def test_a_basis_that_names_an_edition_gets_that_one():
    """
    A bare title means the law as it stands.
    """
    laws = (
        "laws:\n  - {id: old, title: 甲法, edition: 2010年, ended: 2019-01-01}\n"
        "  - {id: new, title: 甲法, edition: 2019年, effective: 2019-01-01}\n"
    )
    differs = {
        "catalogue/laws/a.yaml": laws,
        A: entry("a", basis="[{title: 甲法, edition: 2010年}]"),
        "catalogue/entries/b.yaml": entry("b", basis="[甲法]"),
    }
    of = catalogue(differs).entries_of

    assert (["a"], ["b"]) == ([one.id for one in of["old"]], [one.id for one in of["new"]])
