"""Files to records: text gets its type here, and here alone.

`marked` gives text, the model types it, and what pydantic refuses comes back as a problem at its
own place.  One function knows how a refusal is worded, so every field of every record complains
alike.  What was read is remembered by the digest of its bytes.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import keys, markup
from generator.catalogue import AuthoredLink, Unread, Written
from generator.config import Config
from generator.find import Source
from generator.marked import Mark, Marked, Tree, parse, place, text_of
from generator.model.kinds import KINDS, Kind
from generator.personal import masked
from generator.problems import Location, Problem, problem
from generator.store import Store


@dataclass(frozen=True, slots=True)
class File:
    """What one file says: its records, what of it could not be read, and its problems."""

    written: tuple[Written, ...] = ()
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What all files say; *config* is None when the settings could not be read."""

    config: Config | None
    settings: Mark
    written: tuple[Written, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


def read(config: Source | None, sources: Iterable[Source], store: Store) -> Read:
    """Return the records of all *sources*, remembered in *store* by their bytes."""
    settings, mark, problems = read_config(config) if config else (None, Mark(1, 1), ())
    files = []
    for source in sources:
        key = keys.fingerprint(keys.program(), source.path, source.digest)
        file = store.recall("read", key, File)
        if file is None:
            file = read_file(source)
            store.remember("read", key, file)
        files.append(file)
    return Read(
        settings,
        mark,
        tuple(written for file in files for written in file.written),
        tuple(unread for file in files for unread in file.unread),
        problems + tuple(found for file in files for found in file.problems),
    )


def read_config(source: Source) -> tuple[Config | None, Mark, tuple[Problem, ...]]:
    """Return the settings of the site and where they stand, or the problems that prevent it."""
    text, problems = text_of(source.data, source.path)
    if text is None:
        return None, Mark(1, 1), problems
    document = parse(text, source.path)
    problems += document.problems
    if document.broken:
        return None, document.mark, problems
    record, found = read_record(document.tree, document.mark, Config, source.path)
    return record, document.mark, problems + _new(found, problems)


def read_file(source: Source) -> File:
    """Return what one file of the catalogue or of the content says."""
    kind = next(kind for kind in KINDS if source.path.startswith(f"{kind.folder}/"))
    text, problems = text_of(source.data, source.path)
    if text is None:
        lost = problems[0].rule != "file-encoding"
        return File((), (_unread(kind, source, lost=lost),), problems)
    file = _read_prose(text, source, kind) if kind.prose else _read_yaml(text, source, kind)
    return dataclasses.replace(file, problems=problems + _new(file.problems, problems))


def _read_yaml(text: str, source: Source, kind: Kind) -> File:
    document = parse(text, source.path)
    if document.broken:
        lost = any(found.rule in ("yaml-truncated", "yaml-depth") for found in document.problems)
        return File((), (_unread(kind, source, lost=lost),), document.problems)
    file = File(problems=document.problems)
    for number, (tree, mark) in enumerate(_records(document, kind)):
        file = _add(file, _read_one(tree, mark, kind, source, number))
    return file


def _read_prose(text: str, source: Source, kind: Kind) -> File:
    match = re.match(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if match is None:
        found = problem(Location(source.path, 1, 1), "front-matter-missing")
        return File((), (_unread(kind, source, lost=True),), (found,))
    document = parse(match[1], source.path, first_line=2)
    body_line = text[: match.end()].count("\n") + 1
    prose = markup.render(text[match.end() :], source.path, first_line=body_line)
    if document.broken:
        return File((), (_unread(kind, source, lost=False),), document.problems + prose.problems)
    file = _read_one(document.tree, document.mark, kind, source, 0)
    links = tuple(
        AuthoredLink(link.target, Location(source.path, link.line, link.column))
        for link in prose.links
    )
    written = tuple(
        dataclasses.replace(
            one, record=dataclasses.replace(one.record, body=prose.prose), links=links
        )
        for one in file.written
    )
    problems = document.problems + _new(file.problems, document.problems) + prose.problems
    return File(written, file.unread, problems)


def _records(document: Marked, kind: Kind) -> list[tuple[Tree, Mark]]:
    """The records of a file: one, or the list under the kind's plural."""
    tree, mark = document.tree, document.mark
    if (
        isinstance(tree, dict)
        and list(tree) == [kind.plural]
        and isinstance(tree[kind.plural], list)
    ):
        below = mark.child(kind.plural)
        assert below is not None
        return list(zip(tree[kind.plural], below.items, strict=True))
    return [(tree, mark)]


def _read_one(tree: Tree, mark: Mark, kind: Kind, source: Source, number: int) -> File:
    record, problems = read_record(tree, mark, kind.model, source.path)
    if record is None:
        words = frozenset(_words(tree))
        unread = Unread(kind.plural, source.path, words, isinstance(tree, str))
        return File((), (unread,), problems)
    return File((Written(kind.plural, source.path, number, record, mark),), (), problems)


def _add(file: File, one: File) -> File:
    return File(
        file.written + one.written,
        file.unread + one.unread,
        file.problems + _new(one.problems, file.problems),
    )


def _new(found: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what *found* adds to *known*: what a fault of form leads to is not said again."""
    lines = {one.at.line for one in known if one.rule in _FORM}
    return tuple(one for one in found if one.at.line not in lines or one.rule in _FORM)


_FORM = frozenset({
    "yaml-anchor", "yaml-alias", "yaml-merge", "yaml-tag", "yaml-duplicate-key", "yaml-wide-colon",
    "value-nothing", "character-forbidden",
})  # fmt: skip


def _unread(kind: Kind, source: Source, *, lost: bool) -> Unread:
    words = re.findall(rb"[a-z0-9-]+", source.data)
    stem = source.path.rpartition("/")[2].rpartition(".")[0]
    return Unread(
        kind.plural, source.path, frozenset(word.decode() for word in words) | {stem}, lost
    )


def _words(tree: Tree) -> Iterable[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _words(item)


# -- text to type ------------------------------------------------------------------------------


def read_record(
    tree: Tree, mark: Mark, model: type[Any], path: str
) -> tuple[Any | None, tuple[Problem, ...]]:
    """Return *tree* as a record of *model*, or the problems that prevent it."""
    empty: list[Problem] = []
    given = _given(tree, mark, path, empty)
    if isinstance(given, dict) and "body" in given and "body" in _fields(model):
        refused = _unknown(given, mark, ("body",), model, path)
        return None, (*empty, refused)
    try:
        record = _adapter(model).validate_python(given)  # type: ignore[arg-type]
    except ValidationError as error:
        faults = error.errors(include_url=False)
        return None, (*empty, *(_problem(given, mark, fault, model, path) for fault in faults))
    return (None if empty else record), tuple(empty)


@cache
def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _given(tree: Tree, mark: Mark, path: str, empty: list[Problem]) -> Tree:
    """*tree* without the keys whose value was left out; an empty item of a list is a fault."""
    if isinstance(tree, dict):
        return {
            key: _given(value, child, path, empty)
            for (key, value), (_, _, _, child) in zip(tree.items(), mark.keys, strict=True)
            if value != ""
        }
    if isinstance(tree, list):
        for value, child in zip(tree, mark.items, strict=True):
            if value == "":
                empty.append(problem(Location(path, child.line, child.column), "value-empty"))
        return [
            _given(value, child, path, empty) for value, child in zip(tree, mark.items, strict=True)
        ]
    return tree


def _problem(tree: Tree, mark: Mark, fault: Any, model: type[Any], path: str) -> Problem:
    """One refusal of pydantic as a problem at its own place, in the author's words."""
    steps = tuple(fault["loc"])
    kind = fault["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return _unknown(tree, mark, steps, model, path)
    if kind in ("missing", "missing_keyword_only_argument"):
        at = Location(path, *place(mark, steps, of_key=True))
        owner = _model_at(model, steps[:-1])
        return problem(at, "field-missing", key=steps[-1], label=_label(owner, str(steps[-1])))
    at = Location(path, *place(mark, steps))
    value = fault["input"]
    if kind == "enum" and "不公开" in str(value):
        return problem(at, "value-withheld")
    if kind == "enum":
        choices = _choices(model, steps)
        return problem(
            at, "value-choice", value=_quoted(value), choices="、".join(choices),
            likely=_likely(str(value).strip(), choices),
        )  # fmt: skip
    if kind in _EXPECTED:
        return problem(
            at, "value-kind", key=_key(steps), value=_quoted(value),
            expected=_EXPECTED[kind], given=_kind(value),
        )  # fmt: skip
    if kind.startswith("value-"):
        return problem(at, kind, key=_key(steps), value=_quoted(value))
    raise AssertionError(f"no words for pydantic's {kind} at {steps}")


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "list",
    "dataclass_type": "mapping",
    "dataclass_exact_type": "mapping",
    "dict_type": "mapping",
}


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "list"
    return "mapping" if isinstance(value, dict | tuple) else "text"


def _key(steps: tuple[str | int, ...]) -> str:
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def _quoted(value: object) -> str:
    text = masked(value) if isinstance(value, str) else ""  # a number cut in half escapes
    return text if len(text) <= 40 else f"{text[:40]}…"


def _unknown(
    tree: Tree, mark: Mark, steps: tuple[Any, ...], model: type[Any], path: str
) -> Problem:
    at = Location(path, *place(mark, steps, of_key=True))
    known = [name for name in _fields(_model_at(model, steps[:-1])) if name != "body"]
    likely = _likely(str(steps[-1]), known)
    return problem(at, "field-unknown", key=steps[-1], likely=likely, known="、".join(known))


def _likely(word: str, words: Iterable[str]) -> str:
    return "".join(difflib.get_close_matches(word, list(words), 1, 0.5))


# -- what a model says of itself ---------------------------------------------------------------


def _fields(model: type[Any]) -> dict[str, Any]:
    return getattr(model, "__pydantic_fields__", {})


def _label(model: type[Any], name: str) -> str:
    field = _fields(model).get(name)
    return (field.title or name) if field else name


def _model_at(model: Any, steps: tuple[str | int, ...]) -> Any:
    """The type that *steps* lead to within *model*."""
    for step in steps:
        if isinstance(step, int):
            model = _inner(model, tuple)
        else:
            model = _inner(model, None)
            field = _fields(model).get(step)
            model = field.annotation if field else model
    return _inner(model, None)


def _inner(annotation: Any, want: type[Any] | None) -> Any:
    """*annotation* without Annotated and None; with *want* tuple, what its items are."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _inner(typing.get_args(annotation)[0], want)
    if origin in (types.UnionType, typing.Union):
        return _inner(next(a for a in typing.get_args(annotation) if a is not type(None)), want)
    if origin is tuple and want is tuple:
        return typing.get_args(annotation)[0]
    return annotation


def _choices(model: type[Any], steps: tuple[str | int, ...]) -> list[str]:
    annotation = _model_at(model, steps)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(choice.value) for choice in annotation]
    return []
