"""One table of sentences: every rule the program can break has its row, and every row is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from generator.attachments import pictures
from generator.problems import Location, Problem, Severity
from generator.rules.elements import ELEMENTS
from generator.words import TERMS, WORDS, line, say
from generator.words.counted import Counted

from .conftest import ROOT

SOURCES = sorted((ROOT / "generator").rglob("*.py"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return everything that one source consists of."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def carried(name: str) -> set[str]:
    """Return the rules that calls of *name* carry as their first word."""
    return {
        node.args[0].value
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name
        if isinstance(node.args[0], ast.Constant)
        if "-" in node.args[0].value  # pydantic's own words have none
    }


# Where a rule is passed as data, which rules those are: call by call.
AS_DATA = {
    ("find.py", "rule"): {"file-link", "file-unreadable"},
    ("decoded.py", "rule"): {"character-forbidden", "character-private"},
    ("markup.py", "kind"): {"link-scheme", "link-protocol-relative"},
    ("prove.py", "rule"): {"page-link-broken", "page-anchor-broken", *carried("Finding")},
    ("typed.py", "kind"): carried("PydanticCustomError"),
    ("attachments/pictures.py", "_RULES[what]"): {*pictures._RULES.values()},
    ("rules/alike.py", "rule"): {"entry-repeated", "entry-alike"},
    ("rules/bodies.py", "_RULES[duty]"): {
        "unit-leader-missing", "unit-office-missing", "unit-contact-missing",
    },
    ("rules/timeliness.py", "rule"): {
        "disclosure-part-missing", "disclosure-event-missing", "disclosure-unit-missing",
    },
    ("rules/elements.py", "f\"entry-{key.replace('_', '-')}-missing\""): {
        f"entry-{key.replace('_', '-')}-missing" for key in ELEMENTS
    },
}  # fmt: skip
# Facts that such a call passes under a name that is data too.
ALSO = {
    "prove.py": {"text", "target"},
    "attachments/pictures.py": {"part", "tags"},
    "rules/alike.py": {"percent"},
    "rules/talks.py": {"heir", "orphan"},
}


def module(path: Path) -> str:
    return path.relative_to(ROOT / "generator").as_posix()


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of `problem`, with its module."""
    for path in SOURCES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "problem":
                yield module(path), node


def rules_of(name: str, call: ast.Call) -> set[str]:
    """Return the rules that one call can yield."""
    rule = call.args[1]
    if isinstance(rule, ast.Constant):
        return {rule.value}
    if isinstance(rule, ast.IfExp):
        return {one.value for one in (rule.body, rule.orelse)}
    return AS_DATA[name, ast.unparse(rule)]


def strings() -> set[str]:
    """Return every text in the sources but the table, f-strings as patterns."""
    found = set()
    for path in SOURCES:
        if path.parent.name == "words":
            continue
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def yielded() -> set[str]:
    return {rule for name, call in calls() for rule in rules_of(name, call)}


def test_every_rule_has_a_row_and_every_row_a_rule():
    """
    No problem lacks its sentences, and no sentence waits for a problem that cannot come.
    """
    assert yielded() == set(WORDS)


def test_rules_passed_as_data_stand_in_their_module_or_its_neighbours():
    """
    The list above names nothing that the program does not.
    """
    named = {rule for rules in AS_DATA.values() for rule in rules if not rule.startswith("entry-")}

    assert named <= strings()
    assert set(AS_DATA) == {
        (name, ast.unparse(call.args[1]))
        for name, call in calls()
        if not isinstance(call.args[1], ast.Constant | ast.IfExp)
    }


def test_whatever_a_model_or_a_finished_page_is_refused_for_has_a_row():
    """
    Refusals by pydantic and findings on pages carry their rule as data.
    """
    assert 4 < len(carried("PydanticCustomError"))
    assert 5 < len(carried("Finding"))
    assert carried("PydanticCustomError") | carried("Finding") <= set(WORDS)


def filled(rule: str, names: set[str], value: str) -> Problem:
    """Return a problem of *rule* whose facts all say *value*, words of the program aside."""
    closed = {"kind": "entries", "expected": "list", "given": "text"}
    facts = tuple((name, closed.get(name, value)) for name in sorted(names))
    return Problem(Location("a.yaml", 1, 1), rule, facts)


@cache
def cases() -> list[tuple[str, frozenset[str]]]:
    """Return every rule with each set of facts that some call gives it."""
    found = set()
    for name, call in calls():
        given = {word.arg for word in call.keywords if word.arg}
        if any(word.arg is None for word in call.keywords):
            given |= ALSO[name]
        found |= {(rule, frozenset(given)) for rule in rules_of(name, call)}
    return sorted(found, key=str)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("rule", "names"), cases())
def test_every_sentence_can_be_said_with_the_facts_given(rule, names, language):
    """
    In both languages, with and without a likely correction, and nothing is left unfilled.
    """
    for value in ("词", ""):
        said = say(filled(rule, set(names), value), language)

        assert said.message
        assert not re.search(r"[{}]", said.message + said.hint)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", WORDS)
def test_no_sentence_quotes_an_identity_number(rule, language):
    """
    Not from a fact, not from the path of a file.
    """
    number = "441302199001011234"
    names = {name for one, given in cases() if one == rule for name in given}
    found = filled(rule, names, f"张三{number}的")
    placed = Problem(Location(f"content/pages/{number}.md", 1, 1), rule, found.facts)

    assert number not in line(placed, language)


@pytest.mark.parametrize("rule", WORDS)
def test_both_languages_name_the_same_facts(rule):
    """
    What the Chinese sentence quotes, the English one quotes too.
    """
    row = WORDS[rule]

    def named(text: str) -> set[str]:
        return {
            name.removesuffix("_zh").removesuffix("_en")
            for _, name, _, _ in Formatter().parse(text)
            if name
        }

    assert named(row.zh) == named(row.en)
    assert named(row.zh_hint) == named(row.en_hint)


NUMBERS = {"count", "days", "members", "rows", "columns", "points", "adopted", "seconds"}
ALWAYS_MANY = {"document-summary-long", "git-slow"}


@pytest.mark.parametrize(("rule", "names"), cases())
def test_one_is_not_said_as_several(rule, names):
    """
    “1 file is”, “2 files are”: the words behind a number agree with it.
    """
    facts = filled(rule, set(names), "x").facts
    given = tuple((name, "1" if name in NUMBERS else value) for name, value in facts)
    said = say(Problem(Location("a.yaml", 1, 1), rule, given), "en")

    assert rule in ALWAYS_MANY or not re.search(
        r"\b1 ((more|tracked|defined|hidden) )?[a-z]{2,}s\b", said.message
    )


def test_words_are_chosen_by_the_number():
    """
    In a sentence of the table as in one of a command; what is no number is several.
    """
    sentence = "{count} {count:file is|files are} new"

    assert ["1 file is new", "0 files are new", "12 files are new", "x files are new"] == [
        sentence.format(count=Counted(number)) for number in (1, 0, 12, "x")
    ]
    assert "  1" == f"{Counted(1):>3}"


@pytest.mark.parametrize("rule", WORDS)
def test_a_row_is_complete_and_in_its_own_language(rule):
    """
    A sentence in each language; rule ids are words.
    """
    row = WORDS[rule]
    chinese = re.compile("[\u4e00-\u9fff]")

    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule)
    assert chinese.search(row.zh)
    assert not chinese.search(row.en)
    assert row.zh_hint
    assert row.en_hint
    assert row.severity in Severity


def test_a_problem_is_one_line_and_what_to_do():
    """
    Place, severity, sentence, rule; then the hint.
    """
    found = Problem(Location("a.yaml", 3, 5), "value-date", (("key", "ended"), ("value", "明天")))

    assert (
        "a.yaml:3:5: error: “明天”不是日期 [value-date]\n"
        "    请写成 2026-01-31 的形式，并核对这一天存在。"
    ) == line(found, "zh")
    assert (
        "a.yaml:3:5: error: “明天” is not a date [value-date]\n"
        "    Write 2026-01-31, a day that exists."
    ) == line(found, "en")


def test_the_words_for_kinds_cover_every_kind():
    """
    A reference to any kind of record can be named.
    """
    from generator.model.kinds import KINDS

    assert {kind.plural for kind in KINDS} <= set(TERMS)
