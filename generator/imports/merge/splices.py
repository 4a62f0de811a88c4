"""Edits of a YAML text that leave everything else as it stands: comments, quotes, order, blanks.

The nodes of libyaml say where each value begins and ends in the text; a changed value takes the
place of the old one, and nothing is written again that did not change.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.imports.merge.yamltrees import dressed

# Offsets in the text from where to where, and what takes the place of what is there.
Edit = tuple[int, int, str]


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits*, which do not overlap; those at one place stand in their order."""
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += (text[done:start], new)
        done = max(done, end)
    return "".join((*pieces, text[done:]))


def composed(text: str) -> Any:
    """Return the node of a YAML text, None where there is none."""
    import yaml

    return yaml.compose(text, yaml.CSafeLoader)


def value_of(record: Any, key: str) -> Any:
    """Return the node of a key, None where the record has none."""
    return next((value for name, value in record.value if name.value == key), None)


def in_lines(node: Any) -> bool:
    """Whether a list or mapping is written over lines, not in brackets."""
    return not is_scalar(node) and not node.flow_style


def is_scalar(node: Any) -> bool:
    """Whether a node is a text."""
    return isinstance(node.value, str)


def end_of(text: str, node: Any) -> int:
    """Return the offset behind a node; blank lines and comments behind it are no part of it."""
    if is_scalar(node):
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if node.style in ("|", ">") and "+" not in text[start:end].partition("\n")[0]:
            return start + len(text[start:end].rstrip("\n \t"))
        return end
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return max(end_of(text, one) for one in (last if isinstance(last, tuple) else (last,)))


def line_end(text: str, offset: int) -> int:
    """Return where the line after the one of *offset* begins."""
    if text[:offset].endswith("\n"):  # behind a block of lines
        return offset
    return text.find("\n", offset) + 1 or len(text)


def line_start(text: str, offset: int) -> int:
    """Return where the line of *offset* begins."""
    return text.rfind("\n", 0, offset) + 1


def changed(text: str, node: Any, new: Mapping[str, Any], keys: Iterable[str]) -> Iterator[Edit]:
    """Yield the edits that make a mapping say what *new* says under *keys*.

    A key that is not there yet follows those which come before it in *new*.
    """
    if not in_lines(node):
        yield node.start_mark.index, node.end_mark.index, in_brackets(new)
        return
    there = {key.value: (key, value) for key, value in node.value}
    order = [key.value for key, _ in node.value]
    column = node.start_mark.column
    wanted = [*new]
    for key in sorted(keys, key=lambda key: wanted.index(key) if key in new else -1):
        if key in new and key in there:
            yield from _replaced(text, *there[key], new[key], column)
        elif key in new:
            made = in_text({key: new[key]}, column)
            ahead = [one for one in wanted[: wanted.index(key)] if one in there]
            if ahead:
                at = max(order.index(one) for one in ahead)
                place = line_end(text, _pair_end(text, node.value[at]))
                yield place, place, made
            else:
                place = node.start_mark.index
                yield place, place, made.lstrip(" ") + " " * column
        elif key in there:
            at = order.index(key)
            start = there[key][0].start_mark.index
            if at == 0 and len(order) > 1:  # what follows takes its place behind the dash
                yield start, node.value[1][0].start_mark.index, ""
            else:
                yield line_start(text, start), line_end(text, _pair_end(text, node.value[at])), ""


def _pair_end(text: str, pair: tuple[Any, Any]) -> int:
    return max(end_of(text, one) for one in pair)


def _replaced(text: str, key: Any, value: Any, new: Any, column: int) -> Iterator[Edit]:
    """The edits that let *new* take the place of the value of a key."""
    if isinstance(new, Mapping) and in_lines(value) and isinstance(value.value[0], tuple):
        old = {name.value: said(one) for name, one in value.value}
        keys = [one for one in {**old, **new} if one not in new or old.get(one) != told(new[one])]
        yield from changed(text, value, new, keys)
        return
    if isinstance(new, list) and in_lines(value) and not isinstance(value.value[0], tuple):
        yield from _items(text, value, new)
        return
    made = in_text({key.value: new}, column)[column:]
    start, end = key.start_mark.index, _pair_end(text, (key, value))
    short = value.start_mark.line == value.end_mark.line == key.start_mark.line
    if short and made.count("\n") == 1 and is_scalar(value) and value.value:
        yield value.start_mark.index, end, in_text({"x": new}, 0)[len("x: ") : -1]
    elif not is_scalar(value) and value.flow_style and not isinstance(new, str):
        yield value.start_mark.index, end, in_brackets(new)
    else:
        yield start, line_end(text, end), made


def _items(text: str, node: Any, new: Sequence[Any]) -> Iterator[Edit]:
    """The edits that make a list over lines say *new*: an item that stays keeps its lines."""
    column = node.start_mark.column
    starts = [line_start(text, one.start_mark.index) for one in node.value]
    begin, end = node.start_mark.index, line_end(text, end_of(text, node))
    if len({*starts}) < len(starts) or any(text[one:].lstrip(" ")[:1] != "-" for one in starts):
        yield line_start(text, begin), end, in_items(new, column)
        return
    pieces = [text[one:other] for one, other in zip(starts, [*starts[1:], end], strict=True)]
    kept: dict[str, list[str]] = {}
    for one, piece in zip(node.value, pieces, strict=True):
        kept.setdefault(repr(said(one)), []).append(ended(piece))
    lines = []
    for one in new:
        same = kept.get(repr(told(one)))
        lines.append(same.pop(0) if same else in_items([one], column))
    yield starts[0], end, "".join(lines)


def said(node: Any) -> Any:
    """Return what a node says: texts, lists and mappings of texts."""
    if is_scalar(node):
        return node.value
    if node.value and isinstance(node.value[0], tuple):
        return {key.value: said(value) for key, value in node.value}
    return [said(one) for one in node.value]


def told(value: Any) -> Any:
    """Return a tree as `said` would return it once it is written."""
    if isinstance(value, Mapping):
        return {str(key): told(one) for key, one in value.items()}
    if isinstance(value, list):
        return [told(one) for one in value]
    return str(value)


@cache
def _writer() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000_000
    return yaml


def _written(value: Any) -> str:
    out = io.StringIO()
    _writer().dump(value, out)
    return out.getvalue()


def in_text(record: Mapping[str, Any], column: int) -> str:
    """Return a mapping as lines whose keys stand at *column*."""
    return _indented(_written(dressed(dict(record))), column)


def in_items(values: Iterable[Any], column: int) -> str:
    """Return a list as lines whose dashes stand at *column*."""
    made = [dressed(one) for one in values]
    return _indented(_written(made), column - 2) if made else ""


def in_brackets(value: Any) -> str:
    """Return a value as it stands within brackets or braces, in one line."""
    from ruamel.yaml.comments import CommentedSeq

    around = CommentedSeq([dressed(value, lines=False)])
    around.fa.set_flow_style()
    return _written(around).rstrip("\n")[1:-1]


def _indented(text: str, by: int) -> str:
    lines = text.splitlines(True)
    if by >= 0:
        return "".join(line if line == "\n" else f"{' ' * by}{line}" for line in lines)
    return "".join(line if line == "\n" else line[-by:] for line in lines)


def ended(text: str) -> str:
    """Return *text* with an end of line."""
    return text if not text or text.endswith("\n") else f"{text}\n"
