"""The last day of a number of working days, with every day that was skipped and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import workdays
from generator.facts.fulfilment import calendar_of
from generator.find import find_config
from generator.problems import Problem
from generator.read import read_config


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in lines and as a record, or the problems of config.yaml that prevent one."""

    lines: tuple[str, ...]
    record: dict[str, object]
    problems: tuple[Problem, ...] = ()


def answer(site: Path, start: date, n: int, language: str) -> Answer:
    """Return the last of *n* working days after *start* (day 0) in words of *language*."""
    source, problems = find_config(site)
    config, _, found = read_config(source) if source else (None, None, ())
    if config is None:
        return Answer((), {}, (*problems, *found))
    deadline = workdays.after(calendar_of(config.calendar), start, n)
    chinese = language == "zh"
    lines = []
    for status in deadline.skipped:
        lines.append(f"{status.date}  {status.zh if chinese else status.en}")
    if deadline.last is None:
        unknown = deadline.unknown
        why = (unknown.zh if chinese else unknown.en) if unknown else ""
        day = unknown.date if unknown else start
        lines.append(f"未定：{day}，{why}" if chinese else f"Unknown from {day}: {why}")
    else:
        lines.append(
            f"{start} 起第 {n} 个工作日：{deadline.last}"
            f"（次日起算，跳过 {len(deadline.skipped)} 天）"
            if chinese
            else f"Working day {n} after {start}: {deadline.last}"
            f" (counted from the next day, {len(deadline.skipped)} days skipped)"
        )
    record = {
        "start": start.isoformat(),
        "days": n,
        "last": deadline.last.isoformat() if deadline.last else None,
        "confirmed_through": config.calendar.confirmed_through.isoformat(),
        "skipped": [
            {
                "date": status.date.isoformat(),
                "kind": status.kind.value,
                "reason": status.zh if chinese else status.en,
            }
            for status in deadline.skipped
        ],
    }
    return Answer(tuple(lines), record)
