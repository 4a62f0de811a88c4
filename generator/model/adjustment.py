"""How the catalogue changed (目录动态调整), with its ground and approval (157号 规程 三(一))."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.base import Day, Id, Number, Word, label, record


class AdjustmentKind(Word):
    """What an adjustment is of: sorting out (梳理), expansion (拓展) or a change (调整)."""

    SORTED = "梳理"
    EXPANDED = "拓展"
    CHANGED = "调整"


class ChangeKind(Word):
    """What became of an item."""

    ADDED = "新增"
    CHANGED = "修改"
    ENDED = "取消"


def held(value: object) -> str:
    """Return a value as it is written in YAML (a text, a list, a mapping) as one text, JSON, so
    that the record that holds it can be compared and hashed; nothing is an empty text."""
    if value in ("", None):
        return ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(value: str) -> Any:
    """Return what `held` was given; an empty text where there was nothing."""
    return json.loads(value) if value else ""


# A record is made with the value itself, a text, a list or a mapping, and holds it as one text.
Value = Annotated[str, BeforeValidator(held)]


@record
class FieldChange:
    """One element of an item, before and after."""

    field: Annotated[str, label("要素")]
    before: Annotated[Value, label("调整前")] = ""
    after: Annotated[Value, label("调整后")] = ""


@record
class Change:
    """What was done to one item, and why."""

    entry: Annotated[Id, label("事项编号")]
    kind: Annotated[ChangeKind, label("种类")]
    fields: Annotated[tuple[FieldChange, ...], label("要素")] = ()
    reason: Annotated[str, label("理由")] = ""


@record
class Adjustment:
    """One adjustment of the catalogue, published at ``adjustments/<id>.html``."""

    id: Annotated[Id, label("编号")]
    date: Annotated[Day, label("日期")]
    title: Annotated[str, label("标题")] = ""
    kind: Annotated[AdjustmentKind | None, label("种类")] = None
    basis: Annotated[tuple[str, ...], label("依据")] = ()
    approved_by: Annotated[str, label("批准机关")] = ""
    changes: Annotated[tuple[Change, ...], label("调整内容")] = ()
    order: Annotated[Number | None, label("次序")] = None
