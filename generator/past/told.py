"""Changes of items in words for a reader and as records for programs; personal numbers masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.elements import element_lines
from generator.facts.adjustments import ELEMENTS
from generator.model.adjustment import Change, ChangeKind, FieldChange, plain
from generator.personal import masked

_KINDS = {
    ChangeKind.ADDED: "added",
    ChangeKind.CHANGED: "changed",
    ChangeKind.ENDED: "ended",
}


def change_lines(
    changes: Iterable[Change],
    left: Iterable[Change],
    names: Mapping[str, str],
    catalogue: Catalogue,
    language: str,
    *,
    marks: bool = True,
) -> tuple[str, ...]:
    """Return *changes* item by item; *left* are those that no adjustment tells of, *names* what
    each item is called; *marks* says which elements are left."""
    chinese = language == "zh"
    told = _told_of(left)
    lines = []
    for one in changes:
        kind = kind_word(one.kind, language)
        name = names.get(one.entry, one.entry)
        whole = bool(one.fields) and all((one.entry, own.field) in told for own in one.fields)
        mark = (
            ("（没有目录调整记录）" if chinese else " (no adjustment)") if marks and whole else ""
        )
        lines.append(masked(f"{name}（{one.entry}）：{kind}{mark}"))
        for own in one.fields:
            alone = marks and not whole and (one.entry, own.field) in told
            mark = ("（没有目录调整记录）" if chinese else " (no adjustment)") if alone else ""
            lines.append(masked(f"    {field_line(own, catalogue, language)}{mark}"))
    return tuple(lines)


def kind_word(kind: ChangeKind, language: str) -> str:
    """Return what became of an item, in one word."""
    return kind.value if language == "zh" else _KINDS[kind]


def field_line(one: FieldChange, catalogue: Catalogue, language: str) -> str:
    """Return what became of one element, in one line."""
    label = ELEMENTS.get(one.field, one.field) if language == "zh" else one.field
    nothing = "（无）" if language == "zh" else "(nothing)"
    before, after = (
        "；".join(" ".join(line.split()) for line in element_lines(catalogue, one.field, value))
        for value in (one.before, one.after)
    )
    return f"{label}：{before or nothing} → {after or nothing}"


def change_records(
    changes: Iterable[Change], left: Iterable[Change], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return *changes* for programs; *covered* tells that an adjustment tells of it."""
    told = _told_of(left)
    return [
        {
            "entry": one.entry,
            "name": masked(names.get(one.entry, "")),
            "kind": one.kind.value,
            "covered": not any((one.entry, own.field) in told for own in one.fields),
            "fields": [
                field_record(own) | {"covered": (one.entry, own.field) not in told}
                for own in one.fields
            ],
        }
        for one in changes
    ]


def field_record(one: FieldChange) -> dict[str, Any]:
    """Return one element before and after, as YAML would hold it; None where there was nothing."""
    return {
        "field": one.field,
        "label": ELEMENTS.get(one.field, one.field),
        "before": _safe(plain(one.before)) or None,
        "after": _safe(plain(one.after)) or None,
    }


def _told_of(left: Iterable[Change]) -> set[tuple[str, str]]:
    return {(one.entry, own.field) for one in left for own in one.fields}


def _safe(value: Any) -> Any:
    if isinstance(value, dict):
        return {masked(key): _safe(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_safe(one) for one in value]
    return masked(str(value))
