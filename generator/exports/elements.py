"""What one element of an item says, in the words of the official table.

The value is one that an adjustment holds: of the item as it was, or will be, which is perhaps in
no catalogue.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import basis_text
from generator.facts.adjustments import ELEMENTS, NoValueError, value_of
from generator.model.adjustment import plain
from generator.model.entry import Audience, Basis, Body, Channel
from generator.model.timelimit import Part, TimeLimit

# The kind of record whose id an element names.
_NAMED = {"field": "fields", "duties": "duties", "superseded_by": "entries"}


def element_lines(catalogue: Catalogue, element: str, value: str) -> tuple[str, ...]:
    """Return a held *value* of an element line by line, with names for ids; nothing for none."""
    if not value:
        return ()
    try:
        said = value_of(element, value) if element in ELEMENTS else plain(value)
    except NoValueError:  # a rule has told of it
        said = plain(value)
    kind = _NAMED.get(element, "")
    many = isinstance(said, tuple | list)
    return tuple(
        words for one in (said if many else (said,)) if (words := _of(catalogue, kind, one))
    )


def _of(catalogue: Catalogue, kind: str, value: Any) -> str:
    if isinstance(value, Basis):
        return basis_text(value)
    if isinstance(value, Body):
        unit = catalogue.get("units", value.unit)
        return str(unit.name) if unit else value.name or value.unit
    if isinstance(value, Channel):
        return f"{value.name}（{value.text}）" if value.text else value.name
    if isinstance(value, Audience):
        return f"{value.kind}：{value.text}" if value.text else str(value.kind)
    if isinstance(value, TimeLimit):
        parts = "；".join(_part(part) for part in value.parts)
        return f"{value.text}（{parts}）" if parts else value.text
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, dict):
        return "，".join(f"{key}：{_of(catalogue, '', one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return "：".join(_of(catalogue, "", one) for one in value)
    record = catalogue.get(kind, str(value)) if kind else None
    return str(record.name if record else value)


def _part(part: Part) -> str:
    said = (part.applies_to, part.kind, part.after, part.n, part.unit, part.unless)
    return " ".join(str(one) for one in said if one not in ("", None))
