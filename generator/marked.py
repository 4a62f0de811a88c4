"""YAML text to strings, lists and mappings that remember where they stood.

PyYAML's own constructors are not used.  They read ``012`` as 10, ``12:30`` as 750 and ``on`` as
True, keep the last of two equal keys without a word, and its composer hides anchors.  Here one
loop over libyaml's events builds the tree: every scalar stays the text its author wrote, and what
YAML can do beyond text, lists and mappings is refused where it stands.  `read` gives text a type.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from generator.decoded import FORBIDDEN
from generator.problems import Location, Problem, problem

MOST_DEPTH = 32

Tree = Any  # text, a list of trees or a mapping from text to trees; "" where nothing was given


class Mark(NamedTuple):  # there is one for every scalar: a tuple is made and kept fastest
    """Where a node stands, and its children's marks; a mapping also has its keys' places."""

    line: int
    column: int
    items: tuple[Mark, ...] = ()
    keys: tuple[tuple[str, int, int, Mark], ...] = ()

    def child(self, step: str | int) -> Mark | None:
        """Return the mark of one child, None where there is none."""
        if isinstance(step, int):
            items = self.items or tuple(mark for _, _, _, mark in self.keys)  # open columns
            return items[step] if 0 <= step < len(items) else None
        return next((mark for key, _, _, mark in self.keys if key == step), None)


@dataclass(frozen=True, slots=True)
class Marked:
    """A document: its tree, its marks and what is wrong with it.

    *tree* is None when the text could not be parsed to its end; *broken* then says so.
    """

    tree: Tree
    mark: Mark
    problems: tuple[Problem, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the text could not be parsed to its end."""
        return self.tree is None


def place(mark: Mark, steps: tuple[str | int, ...], *, of_key: bool = False) -> tuple[int, int]:
    """Return line and column of the node at *steps*, or of the nearest node above it."""
    here = (mark.line, mark.column)
    for number, step in enumerate(steps):
        if of_key and number == len(steps) - 1:
            for key, line, column, _ in mark.keys:
                if key == step:
                    return line, column
        child = mark.child(step)
        if child is None:
            break
        mark = child
        here = (mark.line, mark.column)
    return here


def kept(mark: Mark) -> bytes:
    """Return *mark* as it is kept beside its record, in a twentieth of its room: hardly any record
    is ever asked where it stands."""
    return zlib.compress(json.dumps(mark, separators=(",", ":")).encode(), 1)


def unkept(data: bytes) -> Mark:
    """Return the mark that was `kept` as *data*."""
    return _mark(*json.loads(zlib.decompress(data)))


def _mark(line: int, column: int, items: list[Any], keys: list[Any]) -> Mark:
    return Mark(
        line,
        column,
        tuple(_mark(*item) for item in items),
        tuple((key, at, begin, _mark(*child)) for key, at, begin, child in keys),
    )


_NOTHING = frozenset({"~", "null", "Null", "NULL", "None"})
# A key as this program's records have them, perhaps quoted, with the wrong colon behind it.
_WIDE_COLON = re.compile(r"[ ]*(?:- +)*[\"']?([a-z][a-z_]*)[\"']?\uff1a")
_TAB = re.compile(r"[ ]*(?:-[ ]*)*\t")


class _Open:
    """A list or mapping whose end has not been seen."""

    __slots__ = ("column", "key", "keys", "line", "marks", "tree")

    def __init__(self, tree: list[Tree] | dict[str, Tree], line: int, column: int) -> None:
        self.tree = tree
        self.line = line
        self.column = column
        self.marks: list[Mark] = []
        self.keys: dict[str, tuple[int, int, Mark]] = {}
        self.key: tuple[str, int, int] | None = None

    def mark(self) -> Mark:
        keys = tuple((key, *rest) for key, rest in self.keys.items())
        return Mark(self.line, self.column, tuple(self.marks), keys)


def parse(text: str, path: str, *, first_line: int = 1) -> Marked:
    """Return the tree of one YAML document and everything wrong with its form.

    Args:
        text: The document, ends of line as ``\\n``.

        path: Where it stands, for problems.

        first_line: The line of the file at which *text* begins (front matter).
    """
    found: list[Problem] = []
    root = _Open([], first_line, 1)
    stack = [root]
    events: Any = CParser(text)
    try:
        while True:
            event = events.get_event()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                break
            line = event.start_mark.line + first_line
            column = event.start_mark.column + 1
            if kind is yaml.ScalarEvent:
                _refuse_extras(event, path, line, column, found)
                if event.style == '"':
                    found += _escaped(event.value, text, Location(path, line, column))
                _scalar(stack[-1], event, path, line, column, found)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                _refuse_extras(event, path, line, column, found)
                if len(stack) > MOST_DEPTH:
                    found.append(problem(Location(path, line, column), "yaml-depth"))
                    return Marked(None, Mark(first_line, 1), tuple(found))
                top = stack[-1]
                if isinstance(top.tree, dict) and top.key is None:
                    found.append(problem(Location(path, line, column), "yaml-key"))
                    return Marked(None, Mark(first_line, 1), tuple(found))
                stack.append(_Open({} if kind is yaml.MappingStartEvent else [], line, column))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = stack.pop()
                _put(stack[-1], done.tree, done.mark(), path, found)
            elif kind is yaml.AliasEvent:
                found.append(problem(Location(path, line, column), "yaml-alias", name=event.anchor))
                top = stack[-1]
                if isinstance(top.tree, dict) and top.key is None:
                    top.key = (f"*{event.anchor}", line, column)
                else:
                    _put(top, "", Mark(line, column), path, found)
            elif kind is yaml.DocumentStartEvent and root.marks:
                found.append(problem(Location(path, line, column), "yaml-documents"))
    except yaml.YAMLError as error:
        found.append(_syntax(error, text, path, first_line))
        return Marked(None, Mark(first_line, 1), tuple(found))
    if not root.marks:
        found.append(problem(Location(path), "file-empty"))
        return Marked(None, Mark(first_line, 1), tuple(found))
    assert isinstance(root.tree, list)
    return Marked(root.tree[0], root.marks[0], tuple(found))


def _refuse_extras(event: Any, path: str, line: int, column: int, found: list[Problem]) -> None:
    if event.anchor is not None:
        found.append(problem(Location(path, line, column), "yaml-anchor", name=event.anchor))
    if event.tag is not None:
        found.append(problem(Location(path, line, column), "yaml-tag", tag=event.tag))


def _escaped(value: str, text: str, at: Location) -> Iterator[Problem]:
    """Yield what an escape such as ``"\\0"`` brings into *value*; `text_of` told the rest."""
    hidden = FORBIDDEN.search(value)
    if hidden and hidden[0] not in text:
        yield problem(at, "character-forbidden", character=f"U+{ord(hidden[0]):04X}")


def _scalar(
    top: _Open, event: Any, path: str, line: int, column: int, found: list[Problem]
) -> None:
    value: str = event.value
    plain = event.style is None or event.style == ""
    if isinstance(top.tree, dict) and top.key is None:
        if value == "<<":
            found.append(problem(Location(path, line, column), "yaml-merge"))
        top.key = (value, line, column)
        return
    if plain and value in _NOTHING:
        found.append(problem(Location(path, line, column), "value-nothing", value=value))
        value = ""
    _put(top, value, Mark(line, column), path, found)


def _put(top: _Open, value: Tree, mark: Mark, path: str, found: list[Problem]) -> None:
    if isinstance(top.tree, list):
        top.tree.append(value)
        top.marks.append(mark)
        return
    assert top.key is not None
    key, line, column = top.key
    top.key = None
    if key in top.keys:
        at = Location(path, line, column)
        found.append(problem(at, "yaml-duplicate-key", key=key, first=top.keys[key][0]))
        return
    top.tree[key] = value
    top.keys[key] = (line, column, mark)


def _syntax(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):  # counts bytes
        offset = len(text.encode()[: error.position].decode(errors="ignore"))
        at = _text_place(path, text, offset, first_line)
        return problem(at, "yaml-syntax", reason=error.reason)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    lines = text.split("\n")
    at_line = mark.line if mark else 0
    begin = min(context.line if context else at_line, at_line)
    for number in range(max(begin - 1, 0), min(at_line + 1, len(lines))):
        if tab := _TAB.match(lines[number]):
            return problem(Location(path, number + first_line, tab.end()), "yaml-tab")
        wide = _WIDE_COLON.match(lines[number])
        if wide:
            at = Location(path, number + first_line, wide.end())
            return problem(at, "yaml-wide-colon", key=wide[1])
    at = Location(path, at_line + first_line, (mark.column if mark else 0) + 1)
    if mark and not text[_offset(lines, mark) :].strip():
        end = _text_place(path, text, len(text.rstrip()), first_line)
        return problem(end, "yaml-truncated")
    if context and getattr(error, "problem", None) == "could not find expected ':'":
        at = Location(path, context.line + first_line, context.column + 1)  # the key without one
    return problem(at, "yaml-syntax", reason=getattr(error, "problem", None) or str(error))


def _offset(lines: list[str], mark: Any) -> int:
    return sum(len(line) + 1 for line in lines[: mark.line]) + int(mark.column)


def _text_place(path: str, text: str, offset: int, first_line: int) -> Location:
    before = text[:offset]
    return Location(path, before.count("\n") + first_line, offset - before.rfind("\n"))
