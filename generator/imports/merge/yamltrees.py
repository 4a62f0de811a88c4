"""Entries as text, lists and mappings in their shortest canonical form, ready to become YAML."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.model.entry import Audience, Basis, Body, Channel, Entry
from generator.model.timelimit import Part, TimeLimit

# The keys of an entry in the order in which they are written.
KEYS = (
    "id", "number", "group", "name", "subgroup", "field", "category", "suggested", "stage",
    "content", "basis", "subject", "time_limit", "method", "channels", "audience", "level",
    "duties", "extra", "original", "order", "effective", "ended", "superseded_by", "remarks",
    "source", "imported",
)  # fmt: skip


def tree(entry: Entry) -> dict[str, Any]:
    """Return *entry* as it is written: keys in their order, nothing for what it does not say."""
    found: dict[str, Any] = {}
    for key in KEYS:
        value = plain(key, getattr(entry, key))
        if value not in ("", [], {}, None):
            found[key] = value
    return found


def plain(key: str, value: Any) -> Any:
    """Return the value of one key as text, lists and mappings, in the shortest canonical form."""
    if isinstance(value, tuple):
        if key in ("extra", "original"):
            return {str(name): str(text) for name, text in value}
        return [plain("", one) for one in value]
    if isinstance(value, Basis):
        return _given(
            title=value.title, number=value.number, article=value.article, edition=value.edition,
            document=value.document,
        )  # fmt: skip
    if isinstance(value, Body):
        return value.unit if value.unit else {"name": value.name}
    if isinstance(value, Channel):
        if value.name == "其他" and value.text:
            return {"其他": value.text}
        return _given(name=value.name, text=value.text) if value.text else value.name
    if isinstance(value, Audience):
        return {value.kind.value: value.text} if value.text else value.kind.value
    if isinstance(value, TimeLimit):
        if not value.parts:
            return value.text
        return {"text": value.text, "parts": [plain("", part) for part in value.parts]}
    if isinstance(value, Part):
        return _given(
            kind=value.kind.value, n=value.n, unit=value.unit and value.unit.value,
            after=value.after, unless=value.unless, applies_to=value.applies_to,
        )  # fmt: skip
    if isinstance(value, date | int) or value is None:
        return value
    return str(value)


def _given(**record: Any) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in ("", None)}


# Texts that `marked` would not take for a text, or an editor's eye would take for something else.
_QUOTED = re.compile(
    r"~|null|Null|NULL|None|[-+.0-9][-+.0-9eE:_]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)


def dressed(value: Any, *, lines: bool = True) -> Any:
    """Return *value* for ruamel.yaml: *lines* as a block, figures in double quotes."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, str):
        if "\n" in value:
            return LiteralScalarString(value) if lines else DoubleQuotedScalarString(value)
        return DoubleQuotedScalarString(value) if _QUOTED.fullmatch(value) else value
    if isinstance(value, list):
        return [dressed(one, lines=lines) for one in value]
    if isinstance(value, dict):
        return {dressed(key, lines=lines): dressed(one, lines=lines) for key, one in value.items()}
    return value
