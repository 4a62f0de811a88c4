"""What the documentation says is there: generated where it can be, checked where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import click
import pytest

from generator import check as checking
from generator import plan as planning
from generator import words
from generator.cli import gongkai
from generator.config import Config
from generator.find import Source
from generator.keys import digest
from generator.marked import parse
from generator.model.dialogue import Consultation
from generator.model.entry import Entry
from generator.model.kinds import KINDS
from generator.model.report import Report
from generator.office.kinds import KINDS as INTERNAL
from generator.office.rules import RULES as INTERNAL_RULES
from generator.plans import OTHERS, bodies
from generator.problems import Problem
from generator.read import read_file
from generator.rules import RULES, elements
from generator.typed import names_of, read_record
from generator.words import WORDS, line, rows

from .conftest import complaints, entry

ROOT = Path(__file__).parents[1]
PAGES = (
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
)

IDS = [path.name for path in PAGES]
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@cache
def generate() -> ModuleType:
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def reference() -> str:
    return (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The part of the reference under a heading, up to the next of the same or a higher rank."""
    rank = len(title.partition(" ")[0])
    rest = reference().partition(f"\n{title}\n")[2]
    return re.split(rf"^#{{1,{rank}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


# -- the reference -----------------------------------------------------------------------------


def test_the_reference_is_what_the_program_says_of_itself():
    """Run ``make docs`` when this fails: the program changed and the reference did not."""
    assert reference() == generate().reference()


def written(model) -> list[str]:
    """The keys of *model* as authors write them."""
    return [field.alias or name for name, field in model.__pydantic_fields__.items()]


@pytest.mark.parametrize("kind", [*KINDS, *INTERNAL], ids=lambda kind: kind.folder)
def test_every_field_of_every_record_is_in_the_reference(kind):
    """A key that may be written is a key that can be looked up."""
    [title] = re.findall(rf"^### .*（`{kind.folder}/`）$", reference(), re.MULTILINE)
    listed = re.findall(r"^\| `(\w+)` \|", section(title), re.MULTILINE)

    assert written(kind.model) == listed


def test_every_part_of_a_record_or_of_the_settings_is_in_the_reference():
    """What a record is made of has a table of its own."""
    models = generate()._parts_of([*(kind.model for kind in (*KINDS, *INTERNAL)), Config])
    for model in models:
        [title] = re.findall(rf"^#### `{model.__name__}`：.*$", reference(), re.MULTILINE)
        listed = re.findall(r"^\| `(\w+)` \|", section(title), re.MULTILINE)

        assert written(model) == listed


def test_every_setting_is_in_the_reference():
    """config.yaml can be written from the reference alone."""
    for key in Config.__pydantic_fields__:
        assert f"| `{key}` |" in section("## 三、设置")


def test_every_rule_is_in_the_reference_with_what_must_hold():
    """Rules are told by name, and a rule without a sentence of its own is not told."""
    for rule in (*RULES, *INTERNAL_RULES):
        assert rule.__doc__
        assert f"| `{rule.__name__}` |" in section("## 五、规则")


def test_every_problem_is_in_the_reference():
    """Whoever meets a rule id in brackets can look it up."""
    listed = re.findall(r"^\| `([a-z-]+)` \|", section("## 六、问题"), re.MULTILINE)

    assert list(WORDS) == listed


def test_every_command_and_every_option_is_in_the_reference():
    """A command that is not described does not exist for its users."""
    for path, command in every_command(gongkai, "gongkai"):
        described = section(f"### `{path}`")
        for option in command.params:
            for word in option.opts if isinstance(option, click.Option) else ():
                assert f"`{word}`" in described


# -- links -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_every_relative_link_leads_somewhere(path):
    """To a file that is there, and to a heading that it has."""
    text = path.read_text(encoding="utf-8")
    bare = re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))
    nowhere = [
        address
        for address in re.findall(r"\]\(([^)\s]+)\)", bare)
        if not re.match(r"[a-z]+:", address) and not leads(path, unquote(address))
    ]

    assert [] == nowhere


def leads(page: Path, address: str) -> bool:
    where, _, anchor = address.partition("#")
    target = (page.parent / where).resolve() if where else page
    if not target.exists():
        return False
    if not anchor:
        return True
    text = FENCE.sub("", target.read_text(encoding="utf-8"))
    return anchor in {slug(words) for words in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


def slug(words: str) -> str:
    """The anchor that hosts of Markdown give a heading: no punctuation, blanks as hyphens."""
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


# -- commands ----------------------------------------------------------------------------------


def code(text: str) -> list[str]:
    """Everything set as code: spans, and lines of blocks."""
    blocks = [one for _, block in FENCE.findall(text) for one in block.splitlines()]
    return [*blocks, *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))]


def every_command(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of *group*, and what each holds itself, with all its words."""
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{path} {name}")


def options_of(command: click.Command) -> set[str]:
    """The options of *command*, and of every command that it holds."""
    context = click.Context(command, parent=click.Context(gongkai, **gongkai.context_settings))
    options = (one for one in command.get_params(context) if isinstance(one, click.Option))
    below = every_command(command, "") if isinstance(command, click.Group) else ()
    return {word for option in options for word in option.opts}.union(
        *(options_of(one) for _, one in below)
    )


@pytest.mark.parametrize("name", ["README.md", "docs/editing.md"])
def test_every_command_and_option_that_is_named_exists(name):
    """What a reader types from the page is understood."""
    every = set().union(*(options_of(command) for command in gongkai.commands.values()))
    text = (ROOT / name).read_text(encoding="utf-8")
    unknown = []
    for snippet in code(text):
        called = set(re.findall(r"(?:^|[\s/])gongkai ([a-z-]+)", snippet))
        unknown += sorted(called - set(gongkai.commands))
        of_called = [options_of(gongkai.commands[one]) for one in called if one not in unknown]
        known = set().union(*of_called) if of_called else every
        if called or snippet.startswith("-"):
            words = re.findall(r"(?<![\w-])--[a-z][a-z-]*", snippet)
            unknown += [word for word in words if word not in known]

    assert [] == unknown


def test_readme_names_every_command():
    """The table of commands is whole, in both languages."""
    chinese, _, english = (ROOT / "README.md").read_text(encoding="utf-8").partition("## English")
    for part in (chinese, english):
        assert set(gongkai.commands) == set(
            re.findall(r"^\| `gongkai ([a-z-]+)", part, re.MULTILINE)
        )


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(name):
    """People and CI share one vocabulary."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for snippet in code((ROOT / name).read_text(encoding="utf-8")):
        for target in re.findall(r"^make ([a-z]+)", snippet):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE)


# -- examples ----------------------------------------------------------------------------------


def examples(*names: str) -> list[Any]:
    """The blocks of YAML and Markdown that a reader may copy."""
    return [
        pytest.param(language, dedented(block), id=f"{name}-{number}")
        for name in names
        for number, (language, block) in enumerate(
            FENCE.findall((ROOT / name).read_text(encoding="utf-8"))
        )
        if language in ("yaml", "markdown")
    ]


def dedented(block: str) -> str:
    indent = min(len(row) - len(row.lstrip()) for row in block.splitlines() if row.strip())
    return "".join(f"{row[indent:]}\n" for row in block.splitlines())


@pytest.mark.parametrize(("language", "text"), examples("README.md", "docs/editing.md"))
def test_every_example_can_be_copied(language, text):
    """It is read without a problem; a part of a record may lack the rest of it."""
    assert [] == [line(found, "zh") for found in problems_of(language, text)]


def problems_of(language: str, text: str) -> tuple[Problem, ...]:
    kinds = {kind.plural: kind for kind in (*INTERNAL, *KINDS)}
    first = text.partition(":")[0]
    if language == "markdown" or first in kinds:
        keys = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
        prose = (one for one in (*KINDS[::-1],) if one.prose and keys <= names_of(one.model))
        kind = next(prose, INTERNAL[0]) if language == "markdown" else kinds[first]
        if "\nattribute: 不公开\n" in text:
            kind = INTERNAL[0]
        suffix = "md" if kind.prose else "yaml"
        data = text.encode()
        source = Source(f"{kind.folder}/a.{suffix}", data, digest(data))
        return read_file(source, (*KINDS, *INTERNAL)).problems
    document = parse(text, "a.yaml")
    model = next(one for one in (Entry, Consultation, Report, Config) if first in names_of(one))
    _, found = read_record(document.tree, document.mark, model, "a.yaml")
    return document.problems + tuple(one for one in found if one.rule != "field-missing")


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_every_message_that_is_shown_has_a_rule(path):
    """A message in the guide is one that the program can print."""
    for snippet in code(path.read_text(encoding="utf-8")):
        for rule in re.findall(r": (?:error|warning|information): .*\[([a-z-]+)\]$", snippet):
            assert rule in WORDS


def architecture(heading: str) -> dict[str, str]:
    """The blocks of code under a heading of architecture.md, by language and number."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    part = text.partition(f"\n### {heading}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    return {f"{name}-{number}": block for number, (name, block) in enumerate(FENCE.findall(part))}


def test_the_rule_of_the_architecture_works(monkeypatch):
    """Whoever copies the worked example has a rule."""
    blocks = architecture("Add a rule")
    module = dict(vars(elements))
    exec(blocks["python-0"], module)
    row = eval(f"{{{blocks['python-1']}}}", dict(vars(rows)))
    monkeypatch.setattr(checking, "RULES", (module["entries_end_after_they_begin"],))
    monkeypatch.setattr(words, "WORDS", {**WORDS, **row})
    text = entry("gonggao", effective="2026-03-01", ended="2026-02-01")

    assert [
        "catalogue/entries/zhengdi.yaml:14:8: error: "
        "终止日期 2026-02-01 早于生效日期 2026-03-01 [entry-ends-early]\n    请核对两个日期。"
    ] == complaints({"catalogue/entries/zhengdi.yaml": text})


def test_the_page_of_the_architecture_works(site, monkeypatch):
    """Whoever copies the worked example has a page, its links proved and its tags checked."""
    blocks = architecture("Add a page")
    module = dict(vars(bodies))
    exec(blocks["python-0"], module)
    site.write("templates/contacts.html", blocks["html-1"])
    monkeypatch.setattr(planning, "OTHERS", (*OTHERS, module["plan_contacts"]))

    assert () == site.build().problems
    assert "units/jiaoyu.html" in site.output.joinpath("contacts.html").read_text(encoding="utf-8")
