"""The arrows between modules: what each may import, touch and say.

The tables here are the law; docs/architecture.md is the picture of it.  A new module gets its
place by a new word in `GROUPS`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from .conftest import ROOT

PACKAGE = ROOT / "generator"

GROUPS: dict[str, str] = {
    "problems": "problems",
    "model": "model",
    "ground": "page known marked markup keys store hands shells disk putting swap inplace manifest"
    " workdays config words terms personal catalogue foldings notes decoded typed life files"
    " attachments cited asked search",
    "facts": "facts",
    "exports": "exports",
    "sets": "plans rules writers",
    "verbs": "find read link check plan render prove write",
    "build": "build",
    "cluster": "cluster",
    "sound": "sound newrecord",
    "imports": "imports",
    "office": "office",  # the other side of the wall
    # Commands of their own, and what the preview alone needs.
    "beside": "ahead appraisal deadline export fragments intake look overlay sought",
    "past": "past",  # what git knows
    "top": "cli preview showing watching again told __main__ __init__",
}
# From each group to the groups that its modules may import.
MAY: dict[str, str] = {
    "problems": "",
    "model": "problems",
    "ground": "ground model problems",
    "facts": "ground model problems",
    "exports": "facts ground model problems",
    "sets": "exports facts ground model problems",
    "verbs": "sets exports facts ground model problems",
    "build": "verbs sets exports facts ground model problems",
    "cluster": "ground model problems",
    "sound": "verbs sets exports facts ground model problems",
    "imports": "exports facts ground model problems",
    "office": "exports facts ground model problems",
    "beside": "sound imports verbs sets exports facts ground model problems",
    "past": "sound imports verbs sets exports facts ground model problems",
    "top": "top build cluster beside past office verbs ground model problems",
}
# What of a verb others take: a type that it hands on, and nothing else of it.
HANDED_ON = {
    ("read", "find"): {"Source"},
    ("link", "read"): {"Read"},
    ("imports.merge.targets", "find"): {"Source"},
    ("imports.merge.targets", "read"): {"read_file"},  # what is to be written is read back
    ("office.commands", "newrecord"): {"put_new"},
    ("office.persons", "find"): {"Source"},
    ("office.reading", "find"): {"find_records"},
    ("office.reading", "read"): {"read"},
    ("office.register", "writers.plain"): {"csv"},
}
# Within `imports`, from what a module belongs to to what it may stand on.
INSIDE: dict[str, str] = {
    "cells": "",
    "words": "cells words",
    "tables": "cells words tables",
    "files": "cells words tables files",
    "entries": "cells words tables",
    "gathering": "cells words tables entries",
    "merge": "cells words tables entries merge",
    "account": "cells words tables merge",
    "outcome": "account words merge",
}
HEAVY = {
    "dask", "distributed", "docx", "holidays", "lxml", "markdown", "nh3", "pypdf", "pypinyin",
    "python_calamine", "rich", "ruamel", "starlette", "uvicorn", "watchdog", "whoosh", "xlsxwriter",
}  # fmt: skip
# Who may open, list, write or remove files; `keys` reads the program itself, nothing else,
# `files.apart` what the system says of the process it is, and `again` all that others may read.
FILES = {"find", "store", "disk", "putting", "preview", "keys", "files.apart", "again"}
# Who may ask what is there.
LOOKS = FILES | {
    "write", "swap", "inplace", "manifest", "fragments", "cli", "intake", "imports.merge.targets",
    "office.reading", "office.target", "watching",
}  # fmt: skip


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the module's name below the package: ``rules.ids``, ``rules`` for its __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1]) if len(parts) > 1 and parts[-1] == "__init__" else ".".join(parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def top(name: str) -> str:
    return name.partition(".")[0]


def group(name: str) -> str:
    """Return the group of a module by the first part of its name."""
    [found] = [one for one, words in GROUPS.items() if top(name) in words.split()] or [""]
    assert found, f"{name} has no place in GROUPS"
    return found


def imports(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield every import of *path*: module below the package or full name, name taken, and where.

    Relative imports of any level, imports in functions and under TYPE_CHECKING count alike.
    """
    package = ["generator", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield one.name, "", f"{path}:{node.lineno}"
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) + 1 - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            for one in node.names:
                yield module, one.name, f"{path}:{node.lineno}"


@cache
def known() -> frozenset[str]:
    return frozenset(name_of(path) for path in sources())


def own_imports(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the imports of the package's own modules: module, name taken from it, place."""
    for module, name, at in imports(path):
        if module == "generator" and name in known() | {top(one) for one in known()}:
            yield name, "", at
        elif module == "generator":
            yield "__init__", name, at
        elif module.startswith("generator."):
            below = module.removeprefix("generator.")
            if f"{below}.{name}" in known():
                yield f"{below}.{name}", "", at
            else:
                yield below, name, at


def test_every_module_has_its_place():
    """
    A module that no table names is a module that may do anything.
    """
    assert {top(name) for name in known()} == {
        one for row in GROUPS.values() for one in row.split()
    }


def turned(path: Path) -> list[str]:
    """Return the imports of *path* that go against the arrows."""
    name = name_of(path)
    found = []
    for module, taken, at in own_imports(path):
        same = top(module) == top(name)
        handed = taken in HANDED_ON.get((name, module), set())
        if not same and not handed and group(module) not in MAY[group(name)].split():
            found.append(f"{at}: {name} imports {module}")
    return found


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_no_arrow_turns(path):
    """
    cli, preview → build → verbs → plans, rules, writers → exports → facts → ground → model.
    """
    assert [] == turned(path)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("model/entry.py", "from generator.read import read"),
        ("rules/ids.py", "from ..plan import plan"),
        ("facts/bases.py", "from .. import build"),
        ("read.py", "from generator.find import find"),
        ("link.py", "from . import read"),
        ("page.py", "def late():\n    from generator.facts import bases"),
        ("problems.py", "if TYPE_CHECKING:\n    from generator.model.base import Id"),
        ("plans/texts.py", "import generator.render"),
        ("rules/bodies.py", "from generator.plans.shared import HOME"),
    ],
)
def test_an_arrow_that_turns_is_seen(place, line, tmp_path, monkeypatch):
    """
    At any level, in a function, under TYPE_CHECKING.
    """
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    path.write_text(line, encoding="utf-8")

    assert turned(path)


@pytest.mark.parametrize(
    "path", [path for path in sources() if top(name_of(path)) == "imports"], ids=name_of
)
def test_no_arrow_turns_within_the_imports(path):
    """
    Bytes to grids, grids to items, items to entries, entries into files; words stand below all.
    """
    room = name_of(path).partition(".")[2].partition(".")[0]
    taken = {module.split(".")[1] for module, _, _ in own_imports(path) if "imports." in module}

    assert taken <= set(INSIDE.get(room, "").split())


def test_what_is_handed_on_are_still_handed_on():
    """
    An exception that is no longer needed is struck out above.
    """
    taken = {
        (name_of(path), module): taken
        for path in sources()
        for module, taken, _ in own_imports(path)
        if (name_of(path), module) in HANDED_ON
    }

    assert {pair: {name} for pair, name in taken.items()} == HANDED_ON


def test_only_build_calls_all_the_verbs():
    """
    Every verb is imported by the one module that shows the whole flow.
    """
    [path] = [path for path in sources() if name_of(path) == "build"]

    assert set(GROUPS["verbs"].split()) <= {module for module, _, _ in own_imports(path)}


def _calls(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what is called or named in *path*: dotted words and the place."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node), f"{path}:{node.lineno}"
        elif isinstance(node, ast.Name):
            yield node.id, f"{path}:{node.lineno}"


_OPENS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "touch",
    "iterdir", "glob", "rglob", "walk", "symlink_to", "hardlink_to", "chmod", "resolve", "readlink",
}  # fmt: skip
_ASKS = {"exists", "is_file", "is_dir", "is_symlink", "stat", "lstat", "samefile"}
_HARMLESS = {"os.environ", "os.cpu_count", "os.environ.get", "os.DirEntry"}


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_only_a_few_modules_touch_the_disk(path):
    """
    Reading in `find` and `store`, writing through `disk`; all others get values.
    """
    name = name_of(path)
    touched = []
    for words, at in _calls(path):
        last = words.rpartition(".")[2]
        opens = words == "open" or (last in _OPENS and "." in words)
        system = words.startswith(("os.", "shutil.", "tempfile.")) and words not in _HARMLESS
        if (opens or system) and name not in FILES:
            touched.append(f"{at}: {words}")
        if last in _ASKS and "." in words and name not in LOOKS:
            touched.append(f"{at}: {words}")

    assert [] == touched


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_cli_alone_speaks_and_reads_the_clock(path):
    """
    No module prints, logs, exits or asks for today; a stopwatch is no clock.  To the command line
    belongs what answers before it.
    """
    loud = {
        "print", "input", "exit", "quit", "breakpoint", "sys.exit", "sys.stdout", "sys.stderr",
        "sys.argv", "os.environ", "os.getcwd", "time.time", "date.today", "datetime.now",
        "datetime.today", "datetime.utcnow", "Path.cwd", "click.echo", "os._exit",
    }  # fmt: skip
    found = [
        f"{at}: {words}"
        for words, at in _calls(path)
        if words in loud or any("." in one and words.endswith(f".{one}") for one in loud)
    ]
    modules = [at for module, _, at in imports(path) if top(module) in ("logging", "warnings")]

    assert name_of(path) in ("cli", "__main__", "again") or [] == found + modules


def test_cli_does_speak_and_read_the_clock():
    """
    Or the test above would see nothing.
    """
    words = {word for word, _ in _calls(PACKAGE / "cli.py")}

    assert {"sys.exit", "datetime.now", "click.echo", "sys.stderr"} <= words


def reachable(start: str) -> set[str]:
    """Return every module that *start* imports, at any distance."""
    paths = {name_of(path): path for path in sources()}
    found, todo = set(), [start]
    while todo:
        name = todo.pop()
        if name in found or name not in paths:
            continue
        found.add(name)
        todo += [module for module, _, _ in own_imports(paths[name])]
        todo += [top(module) for module, _, _ in own_imports(paths[name])]
    return found


@pytest.mark.parametrize("start", ["build", "preview", "fragments", "deadline"])
def test_nothing_that_publishes_knows_of_internal(start):
    """
    What is not for the public lies in a folder whose name this side cannot say.
    """
    paths = {name_of(path): path for path in sources()}
    said = [
        f"{paths[name]}:{node.lineno}"
        for name in reachable(start)
        for node in ast.walk(tree(paths[name]))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if "internal" in node.value.split("/") or "internal/" in node.value
        if top(name) != "words" and not _is_docstring(paths[name], node)  # words tell authors of it
    ]

    assert 20 < len(reachable("build"))
    assert [] == said


def _is_docstring(path: Path, node: ast.Constant) -> bool:
    return any(
        isinstance(owner, ast.Module | ast.FunctionDef | ast.ClassDef)
        and owner.body
        and isinstance(owner.body[0], ast.Expr)
        and owner.body[0].value is node
        for owner in ast.walk(tree(path))
    )


@pytest.mark.parametrize("start", ["build", "preview", "fragments", "deadline", "export", "intake"])
def test_nothing_that_publishes_reaches_the_internal_side(start):
    """
    Not at any distance, not in a function.
    """
    assert [] == [name for name in reachable(start) if top(name) == "office"]


def test_nothing_but_four_commands_asks_git():
    """
    A site is made of its files alone, whatever their history; git is run in one module.
    """
    named = {
        name_of(path)
        for path in sources()
        if top(name_of(path)) != "past"
        if any(top(module) == "past" for module, _, _ in own_imports(path))
    }
    commands = {one.name: one for one in tree(PACKAGE / "cli.py").body if hasattr(one, "name")}
    asking = {name for name, one in commands.items() if "generator.past" in ast.unparse(one)}
    running = {
        name_of(path) for path in sources() for m, _, _ in imports(path) if m == "subprocess"
    }

    assert {"cli"} == named
    assert {"adjust", "check", "diff", "history"} == asking
    assert {"past.git"} == running - {"files.apart"}


def test_dask_is_named_in_one_module():
    """
    Whoever builds on one machine needs none of it.
    """
    named = {
        name_of(path)
        for path in sources()
        for module, _, _ in imports(path)
        if top(module) in ("dask", "distributed")
    }

    assert {"cluster"} == named


def test_only_five_commands_reach_the_internal_side():
    """
    `register`, `requests`, `report`, and `check` where it was asked for; nothing else
    names the package.
    """
    named = {
        name_of(path)
        for path in sources()
        if top(name_of(path)) != "office"
        if any(top(module) == "office" for module, _, _ in own_imports(path))
    }
    commands = {one.name: one for one in tree(PACKAGE / "cli.py").body if hasattr(one, "name")}
    [branch] = [
        node
        for node in ast.walk(commands["check"])
        if isinstance(node, ast.If) and "internal" in ast.unparse(node.test).split()
    ]
    own = (commands["register"], commands["requests"])
    own += (commands["annual"], commands["analysis"])
    allowed = {*_office_imports(*own), *_office_imports(*branch.body)}

    assert {"cli"} == named
    assert 5 == len(allowed)
    assert allowed == {*_office_imports(tree(PACKAGE / "cli.py"))}


def _office_imports(*parts: ast.AST) -> Iterator[int]:
    """Yield the lines on which *parts* import from the internal side."""
    for part in parts:
        for node in ast.walk(part):
            if isinstance(node, ast.ImportFrom | ast.Import) and "office" in ast.unparse(node):
                yield node.lineno


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_heavy_libraries_are_imported_where_they_are_used(path):
    """
    Never at the top of a module, so `check` and `deadline` do not wait for them.
    """
    late = []
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            late += [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            late.append(node.module)

    assert set() == {top(name) for name in late} & HEAVY


def test_a_check_of_records_loads_no_heavy_library():
    """
    Nor does the help of any command.
    """
    script = "import sys, generator.cli, generator.build, generator.deadline, generator.preview\n"
    script += f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(ROOT)}, capture_output=True,
        encoding="utf-8", check=True,
    )  # fmt: skip

    assert "" == done.stdout.strip()


def test_no_two_modules_wait_for_each_other():
    """
    The imports at the top of modules have an order.
    """
    paths = {name_of(path): path for path in sources()}
    waits = {
        name: {m for m, _, _ in own_imports(path) if m != name} for name, path in paths.items()
    }
    left = dict(waits)
    while ready := {name for name, for_ in left.items() if not for_ & set(left)}:
        left = {name: for_ for name, for_ in left.items() if name not in ready}

    assert {} == left


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_no_module_appends_to_a_table_at_run_time(path):
    """
    The open sets are tuples and read-only mappings.
    """
    for node in tree(path).body:
        if not isinstance(node, ast.AnnAssign | ast.Assign) or node.value is None:
            continue
        names = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(one, ast.Name) and re.fullmatch("[A-Z]+", one.id) for one in names):
            assert not isinstance(node.value, ast.List | ast.Dict | ast.Set), ast.unparse(names[0])
