"""docs/rules.md is true: every clause, record, check, page and test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from generator import find
from generator.link import link
from generator.model.kinds import KINDS
from generator.office.kinds import KINDS as INTERNAL
from generator.plan import plan
from generator.read import read
from generator.render import theme_of
from generator.store import Store
from generator.words import WORDS

from .conftest import DAY, ROOT, complaints
from .office import test_rules as of_office
from .rules.papers import paper
from .rules.test_every_rule import EXAMPLES

DOCUMENT = ROOT / "content" / "documents" / "hfbh-2018-157.md"
CELL = re.compile(r"`([^`]+)`")


@cache
def table() -> dict[int, list[str]]:
    """The rows of docs/rules.md by their numbers: clause, mechanism, records and so on."""
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split(" | ") for line in text.splitlines() if re.match(r"\| \d", line)]
    return {int(row[0]): [cell.strip() for cell in row[1:]] for row in rows}


def cells(number: int, column: int) -> list[str]:
    return CELL.findall(table()[number][column])


# Every row is carried out.
DONE = range(1, 38)


@cache
def pages() -> frozenset[str]:
    """Every path of the bundled site."""
    found = find.find(ROOT)
    assert found.config is not None
    _, assets = theme_of(found.theme)
    catalogue = link(read(found.config, found.sources, Store(None)), DAY)
    return frozenset(page.path for page in plan(catalogue, assets).pages)


@cache
def shown() -> str:
    """All that the examples of broken rules expect to be said."""
    said = [line for example in EXAMPLES for line in example.zh]
    said += [line for example in of_office.EXAMPLES for line in example.zh]
    return "\n".join(said)


def test_all_mechanisms_are_there():
    """
    37 rows, in their order.
    """
    assert [*range(1, 38)] == [*table()]


@pytest.mark.parametrize("number", range(1, 38))
def test_a_clause_leads_to_its_heading(number):
    """
    In the document itself, and under an anchor of its own on the site.
    """
    [(words, anchor)] = re.findall(r"^\[([^\]]+)\]\([^#]+#([^)]+)\)$", table()[number][0])
    headings = re.findall(r"^### (.+)$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    slugs = {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", one)): one for one in headings}

    assert slugs[anchor].startswith(words)


@pytest.mark.parametrize("number", range(1, 38))
def test_what_a_row_names_exists(number):
    """
    Records, checks, pages of the bundled site, tests.
    """
    known = {kind.plural for kind in (*KINDS, *INTERNAL)}

    assert set(cells(number, 2)) <= known
    assert set(cells(number, 3)) <= set(WORDS)
    assert set(cells(number, 4)) <= pages()
    for one in cells(number, 5):
        path, _, name = one.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        functions = {
            node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)
        }
        assert name in functions or f'"{name}",' in text, one


@pytest.mark.parametrize("number", DONE)
def test_what_is_done_is_complete(number):
    """
    Each has records, checks and tests; where there is no page or a part binds the office alone,
    the row says why.
    """
    _, _, records, checks, shown_on, tests, note = table()[number]

    assert "—" not in (records, checks, tests)
    assert shown_on != "—" or records in ("`reviews`", "`requests`")
    assert "后续" not in note


# Refused by the reader, which has tests of its own; a rule whose other problem its example shows.
READ = {"field-missing", "value-withheld", "value-points", "anchor-nowhere"}
READ |= {"cluster-incomplete"}  # tests/rules/test_silence.py
# What git alone knows: tests/past/test_covering.py.
READ |= {f"adjustment-{what}-uncovered" for what in ("change", "new", "removed")}
READ |= {"request-person", "request-person-number"}  # tests/office/test_ledger.py


@pytest.mark.parametrize("number", DONE)
def test_every_check_of_a_row_has_an_example_that_breaks_it(number):
    """
    And each example is held against the rule being taken out (`test_it_is_this_rule…`).
    """
    for check in set(cells(number, 3)) - READ:
        assert f"[{check}]" in shown(), check


def test_no_check_of_documents_and_reviews_is_left_out():
    """
    What the program checks of documents, clean-ups, bases and reviews is under some clause.
    """
    named = {check for number in table() for check in cells(number, 3)}
    own = {
        rule
        for rule in WORDS
        if rule.startswith(
            (
                "cleanup-",
                "basis-",
                "attribute-",
                "office-",
                "keypoint",
                "evaluation-",
                "duty-",
                "interpretation-",
                "response-",
                "consultation-",
                "talk-",
                "disclosure-",
                "adjustment-",
                "request-",
                "dispute-",
            )
        )
    }
    elsewhere = {
        "basis-unknown", "basis-amended-perhaps", "cleanup-decided-twice",
        "office-missing", "office-file-name", "office-review-repeated", "office-days-order",
        "office-day-ahead",
        "office-adjustment-nothing", "office-adjustment-unrecorded", "office-attribute-differs",
        "office-own-attribute-differs", "office-withheld-effect",
        "office-reconsideration-unknown",
        "request-person-number-perhaps",
    }  # fmt: skip

    assert own - named <= elsewhere


def test_the_bases_of_the_rule_are_registered():
    """
    Rows 1 and 32: what both parts name stands in the register of laws, linked from the document.
    """
    whole = DOCUMENT.read_text(encoding="utf-8")
    heads = ("### 规程 序", "### 机制 序")
    text = "".join(whole.partition(head)[2].partition("###")[0] for head in heads)
    linked = re.findall(r"\]\(laws/index\.html#([a-z0-9-]+)\)", text)
    found = find.find(ROOT)
    assert found.config is not None
    catalogue = link(read(found.config, found.sources, Store(None)), DAY)
    laws = [catalogue.get("laws", id) for id in linked]

    assert [
        "中办发〔2016〕8号",
        "国务院令第492号",
        "粤办发〔2016〕22号",
        "惠市委办发〔2017〕3号",
        "国办发〔2015〕22号",
    ] == [law.number for law in laws]


def test_a_document_without_an_attribute_is_refused():
    """
    Row 9: there is no default, and 不公开 has no place on this side.
    """
    path = "content/documents/a.md"
    [missing] = complaints({path: paper("a", attribute=None)})
    [withheld] = complaints({path: paper("a", attribute="不公开")})

    assert "[field-missing]" in missing
    assert "error" in missing
    assert "[value-withheld]" in withheld
    assert "error" in withheld
    assert Path(path).name in withheld
