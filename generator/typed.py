"""Text becomes a value here, and here alone.

The model types what `marked` gives, and what pydantic refuses comes back as a problem at its own
place.  One function knows how a refusal is worded, so every field of every record complains alike.
"""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.marked import Mark, Tree, place
from generator.personal import masked
from generator.problems import Location, Problem, problem


def read_record(
    tree: Tree, mark: Mark, model: type[Any], path: str
) -> tuple[Any | None, tuple[Problem, ...]]:
    """Return *tree* as a record of *model*, or the problems that prevent it."""
    empty: list[Problem] = []
    names = names_of(model)  # type: ignore[arg-type]
    given = _given(tree, mark, path, empty, names)
    if isinstance(given, dict) and "body" in given and "body" in _fields(model):
        refused = _unknown(given, mark, ("body",), model, path)
        return None, (*empty, refused)
    try:
        record = _adapter(model).validate_python(given)  # type: ignore[arg-type]
    except ValidationError as error:
        faults = error.errors(include_url=False)
        return None, (*empty, *(_problem(given, mark, fault, model, path) for fault in faults))
    return (None if empty else record), tuple(empty)


def read_part(tree: Tree, mark: Mark, model: type[Any]) -> tuple[Any | None, frozenset[str]]:
    """Return what can be read of a faulty record, and the keys that were left out.

    So that its other faults, which only the whole catalogue shows, are reported at once.  None
    when what is left is no record.
    """
    if not isinstance(tree, dict):
        return None, frozenset()
    given: dict[str, Tree] = {}
    names = names_of(model)  # type: ignore[arg-type]
    for (key, value), (_, _, _, child) in zip(tree.items(), mark.keys, strict=True):
        empty: list[Problem] = []
        kept = _given(value, child, "", empty, names, blank=key == "tables")
        if value != "" and not empty and key in _fields(model) and key != "body":
            given[key] = kept
    for _ in range(2):
        try:
            record = _adapter(model).validate_python(given)  # type: ignore[arg-type]
            return record, frozenset(set(tree) - set(given))
        except ValidationError as error:
            faulty = {fault["loc"][0] for fault in error.errors(include_url=False)}
            given = {key: value for key, value in given.items() if key not in faulty}
    return None, frozenset()


@cache
def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _given(
    tree: Tree,
    mark: Mark,
    path: str,
    faults: list[Problem],
    names: frozenset[str],
    *,
    blank: bool = False,
) -> Tree:
    """*tree* without the keys whose value was left out.

    An empty item of a list is a fault, but for a cell of the tables of a report; and so is a text
    that begins with one of *names* and a full-width colon: it was meant as a key.
    """
    if isinstance(tree, dict):
        return {
            key: _given(value, child, path, faults, names, blank=blank or key == "tables")
            for (key, value), (_, _, _, child) in zip(tree.items(), mark.keys, strict=True)
            if value != ""
        }
    if isinstance(tree, list):
        for value, child in zip(tree, mark.items, strict=True):
            if value == "" and not blank:
                faults.append(problem(Location(path, child.line, child.column), "value-empty"))
        return [
            _given(value, child, path, faults, names, blank=blank)
            for value, child in zip(tree, mark.items, strict=True)
        ]
    if "\uff1a" in tree and (wide := re.match(r"([a-z_]+)\uff1a", tree)) and wide[1] in names:
        at = Location(path, mark.line, mark.column + len(wide[1]))
        faults.append(problem(at, "yaml-wide-colon", key=wide[1]))
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
    choices = _choices(model, steps) if kind == "enum" else []
    if kind == "enum" and "不公开" in str(value) and "不公开" not in choices:
        return problem(at, "value-withheld")
    if kind == "enum":
        return problem(
            at, "value-choice", value=_quoted(value), choices="、".join(choices),
            likely=_likely(str(value).strip(), choices),
        )  # fmt: skip
    wide = re.match(r"\s*([^\s\uff1a]{1,20})\uff1a", value) if isinstance(value, str) else None
    if wide and (_EXPECTED.get(kind) == "mapping" or kind == "value-columns"):
        at = Location(at.path, at.line, at.column + wide.end() - 1)
        return problem(at, "yaml-wide-colon", key=wide[1])
    if kind.startswith("value-"):
        return problem(at, kind, key=_key(steps), value=_quoted(value))
    if not steps:
        return problem(at, "record-kind", given=_kind(value))
    return problem(
        at, "value-kind", key=_key(steps), value=_quoted(value),
        expected=_EXPECTED.get(kind, "text"), given=_kind(value),
    )  # fmt: skip


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


def _fields(model: type[Any]) -> dict[str, Any]:
    """The fields of *model* by the keys that authors write."""
    fields = getattr(model, "__pydantic_fields__", {})
    return {field.alias or name: field for name, field in fields.items()}


@cache
def names_of(model: type[Any]) -> frozenset[str]:
    """Return the keys of *model* and of everything within it."""
    fields = _fields(model)
    inner = [_inner(_inner(field.annotation, tuple), None) for field in fields.values()]
    return frozenset(fields).union(*(names_of(one) for one in inner if _fields(one)))


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
