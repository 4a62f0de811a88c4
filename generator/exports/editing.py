"""What makes a sheet fit for editing: what is locked, drop-downs, how new rows are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.exports.book import CONTENT, GROUP, TICKS
from generator.exports.layout import CATEGORY, STAGE, TICK
from generator.model.entry import Category, Stage

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Rows for new entries beneath the last one.
SPARE = 200
_ALLOWED = MappingProxyType({
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True,
    "autofilter": True,
})  # fmt: skip
_LEVELS = MappingProxyType({
    "县级": (TICK, "市级", "市级、县级"),
    "乡级": (TICK, "村级", "乡级、村级"),
})  # fmt: skip
_WORDS = MappingProxyType({
    CATEGORY: tuple(word.value for word in Category),
    STAGE: tuple(word.value for word in Stage),
})  # fmt: skip
_SURE = "确认这样填写请选“是”，修改请选“否”。"


def prepare_for_editing(
    page: Worksheet, names: Sequence[str], *, first: int, rows: int, format: Callable[..., Format]
) -> None:
    """Lock what an import knows an entry by, and offer what may be chosen.

    Args:
        page: The sheet.

        names: Its columns.

        first: The row of the first entry, from 0.

        rows: How many entries there are.

        format: Makes a format from its properties.
    """
    last = first + rows + SPARE - 1
    page.protect("", dict(_ALLOWED))
    page.freeze_panes(first, _after_names(names))
    page.autofilter(first - 1, 0, max(first, first + rows - 1), len(names) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    for column, name in enumerate(names):
        if choice := _choice(name):
            page.data_validation(first, column, last, column, choice)
    _draw_groups(page, names, first, last, format)
    _draw_new_rows(page, names, first + rows, last, format)


def _after_names(names: Sequence[str]) -> int:
    """The column right of the names of the items, up to which a sheet stands still."""
    return next(number for number, name in enumerate(names) if name == CONTENT)


def _choice(name: str) -> dict[str, Any] | None:
    """What may be chosen in the column *name*, and what is said of anything else."""
    if name in _LEVELS:
        return _list_of(
            _LEVELS[name],
            "warning",
            f"{name}一栏打√或写层级",
            f"只适用{name}的打√；还适用其他层级的，用文字写明，用顿号隔开，"
            f"如“{_LEVELS[name][-1]}”。{_SURE}",
        )
    if name in TICKS:
        said = "适用的打√（可从下拉列表中选），不适用的留空。"
        return _list_of([TICK], "stop", f"{name}一栏只打√", said)
    if name in _WORDS:
        return _list_of(
            _WORDS[name],
            "warning",
            f"{name}从列表中选",
            f"可选：{'、'.join(_WORDS[name])}。可以填几个，用顿号隔开，"
            f"如“{'、'.join(_WORDS[name][:2])}”。{_SURE}",
        )
    return None


def _list_of(source: Sequence[str], kind: str, title: str, said: str) -> dict[str, Any]:
    """A choice from a list; *kind* is what happens at anything else, *said* is then told."""
    return {
        "validate": "list",
        "source": list(source),
        "error_type": kind,
        "error_title": title,
        "error_message": said,
    }


def _draw_groups(
    page: Worksheet, names: Sequence[str], first: int, last: int, format: Callable[..., Format]
) -> None:
    """Let neighbours of one 一级事项 look like one merged cell: the name is shown once, and there
    is no line between them."""
    from xlsxwriter.utility import xl_col_to_name as letter

    column, end = names.index(GROUP), letter(len(names) - 1)
    group, row = f"${letter(column)}", first + 1
    same = f'{group}{row}<>"",{group}{row}={group}{row - 1}'
    filled = f"COUNTA($B{row}:${end}{row})>0"
    ends = f"COUNTA($B{row + 1}:${end}{row + 1})=0"
    hidden, top, bottom = {"font_color": "#FFFFFF"}, {"top": 1}, {"bottom": 1}
    for condition, drawn in (
        (f"AND({same},{ends})", hidden | bottom),
        (f"AND({same})", hidden),
        (f"AND({filled},{ends})", top | bottom),
        (filled, top),
    ):
        rule = {
            "type": "formula",
            "criteria": f"={condition}",
            "format": format({"left": 1, "right": 1} | drawn),
            "stop_if_true": True,
        }
        page.conditional_format(first, column, last, column, rule)


def _draw_new_rows(
    page: Worksheet, names: Sequence[str], first: int, last: int, format: Callable[..., Format]
) -> None:
    """Draw a new row like the others as soon as something stands in it."""
    from xlsxwriter.utility import xl_col_to_name as letter

    filled = f"=COUNTA($B{first + 1}:${letter(len(names) - 1)}{first + 1})>0"
    rule = {"type": "formula", "criteria": filled, "format": format({"border": 1})}
    group = names.index(GROUP)
    page.conditional_format(first, 0, last, group - 1, rule)
    page.conditional_format(first, group + 1, last, len(names) - 1, rule)
