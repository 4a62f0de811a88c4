"""The list of `gongkai requests`: how each application stands on a day, the most urgent first.

It holds ids, days and states, and whose professional advice was taken; no topic, so that it can be
filed and sent on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.config import calendar_of
from generator.office.ledger import OVERDUE, Standing, State, standing
from generator.office.request import Request
from generator.office.sides import Sides
from generator.words.counted import Counted

_ENGLISH = MappingProxyType({
    State.CONFIRMING: "to be confirmed",
    State.CORRECTING: "correction awaited",
    State.OPEN: "open",
    State.OVERDUE: "overdue",
    State.ON_TIME: "answered in time",
    State.LATE: "answered late",
    State.ANSWERED: "answered",
    State.UNKNOWN: "undetermined",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One application and how it stands."""

    request: Request
    standing: Standing


def rows(sides: Sides, *, unit: str = "", overdue: bool = False) -> tuple[Row, ...]:
    """Return what had come in by the day of *sides*, by the last day for the answer; what has none
    comes last.

    Args:
        sides: Both sides, for the day.

        unit: The id of a unit whose applications alone are wanted.

        overdue: Whether those alone are wanted that are not answered in time, or were not.
    """
    calendar, day = calendar_of(sides.public.config.calendar), sides.public.day
    found = [
        Row(one, standing(one, day, calendar))
        for one in sides.requests
        if one.received <= day and unit in ("", one.unit)
    ]
    kept = [one for one in found if not overdue or one.standing.state in OVERDUE]
    return tuple(sorted(kept, key=lambda one: (_last(one) or date.max, one.request.id)))


def lines(rows: Iterable[Row], language: str) -> Iterator[str]:
    """Yield a line for each row in words of *language*: the last day, the id, the unit, the day on
    which it came in, the state."""
    for row in rows:
        last, request = _last(row), row.request
        said = (
            last.isoformat() if last else "—".ljust(10),
            request.id,
            request.unit,
            request.received.isoformat(),
            _state(row.standing, language),
            _advice(request, language),
        )
        yield "  ".join(part for part in said if part)


def record(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Return *rows* for a program."""
    return [
        {
            "id": row.request.id,
            "unit": row.request.unit,
            "received": row.request.received.isoformat(),
            "state": row.standing.state.value,
            "due": last.isoformat() if (last := _last(row)) else None,
            "left": row.standing.days if row.standing.state is State.OPEN else None,
            "late": row.standing.days if row.standing.state in OVERDUE else None,
            "advice": [
                {"from": one.of.value, "on": one.on.isoformat()} for one in row.request.advice
            ],
        }
        for row in rows
    ]


def _last(row: Row) -> date | None:
    return row.standing.due.last


def _state(one: Standing, language: str) -> str:
    chinese = language == "zh"
    said = one.state.value if chinese else _ENGLISH[one.state]
    days = Counted(one.days)
    if one.state is State.OPEN:
        left = f"{days} {days:day|days} left"
        return f"{said}，还有 {days} 个工作日" if chinese else f"{said}, {left}"
    if not one.days:  # none to count, or a day of rest that follows on the last day
        return said
    return f"{said}，迟 {days} 个工作日" if chinese else f"{said} by {days} {days:day|days}"


def _advice(request: Request, language: str) -> str:
    told = "、".join(f"{one.of.value} {one.on}" for one in request.advice)
    if not told:
        return ""
    return f"专业意见：{told}" if language == "zh" else f"advice: {told}"
