"""The last day of a number of working days, or for the answer to an application, with every day
that was skipped and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator import workdays
from generator.config import Config, calendar_of
from generator.facts.answering import LAWS, Course, Law, Span, Wait, due
from generator.find import find_config
from generator.model.request import Channel
from generator.problems import Problem
from generator.read import read_config

__all__ = ["CHANNELS", "LAWS", "Answer", "Course", "Span", "answer", "answer_request"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in lines and as a record, or the problems of config.yaml that prevent one."""

    lines: tuple[str, ...]
    record: dict[str, object]
    problems: tuple[Problem, ...] = ()


CHANNELS = (*Channel,)
_WAITS = MappingProxyType({
    Wait.CONFIRMATION: (
        "未定：互联网和传真的申请，自双方确认之日起算，请写明 --confirmed",
        "Unknown: by internet or fax the clock starts when both sides confirm; add --confirmed",
    ),
    Wait.CORRECTION: (
        "未定：等待申请人补正，自收到补正的申请之日起重新计算",
        "Unknown: a correction is awaited; the clock starts anew when it comes in",
    ),
    Wait.CONSULTED: (
        "未定：征求意见尚未答复，当时的条例没有规定期限",
        "Unknown: who was asked has not answered, and the law of that day set no term",
    ),
    Wait.NO_LAW: (
        "未定：当时还没有政府信息公开条例",
        "Unknown: there was no regulation on disclosure yet",
    ),
})  # fmt: skip


def answer(site: Path, start: date, n: int, language: str) -> Answer:
    """Return the last of *n* working days after *start* (day 0) in words of *language*."""
    config, problems = _config(site)
    if config is None:
        return Answer((), {}, problems)
    deadline = workdays.after(calendar_of(config.calendar), start, n)
    record = {
        "start": start.isoformat(),
        "days": n,
        **_counted(deadline, config, language),
    }
    return Answer((*_skips(deadline, language), _last(deadline, language)), record)


def answer_request(site: Path, course: Course, law: Law | None, language: str) -> Answer:
    """Return until when the application *course* is to be answered, by *law* or that of its days,
    in words of *language*."""
    config, problems = _config(site)
    if config is None:
        return Answer((), {}, problems)
    found = due(course, calendar_of(config.calendar), law)
    chinese = language == "zh"
    lines: list[str] = []
    record: dict[str, object] = {
        "received": course.received.isoformat(),
        "channel": course.channel.value,
        "start": found.start.isoformat() if found.start else None,
        "law": found.law.id if found.law else None,
        "days": found.n or None,
        "wait": found.wait.value if found.wait else None,
        "correction_notice": found.notice.isoformat() if found.notice else None,
    }
    if found.law:
        lines.append(f"依据：{found.law.source}" if chinese else f"Law: {found.law.source}")
    if found.notice:
        lines.append(
            f"需要补正的，最迟 {found.notice} 告知"
            if chinese
            else f"A correction may be asked for until {found.notice}"
        )
    count = found.count
    if count:
        lines += [*_skips(count, language), _last(count, language)]
    elif found.wait and found.wait in _WAITS:
        lines.append(_WAITS[found.wait][0 if chinese else 1])
    else:
        through = config.calendar.confirmed_through
        lines.append(
            f"未定：工作日历只确认到 {through}" if chinese
            else f"Unknown: calendar confirmed only through {through}"
        )  # fmt: skip
    empty = workdays.Deadline(course.received, 0, None)
    record |= _counted(count or empty, config, language)
    return Answer(tuple(lines), record)


def _config(site: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    source, problems = find_config(site)
    config, _, found = read_config(source) if source else (None, None, ())
    return config, (*problems, *found)


def _skips(deadline: workdays.Deadline, language: str) -> Iterator[str]:
    """One line for each day that did not count, in the order of the days."""
    chinese = language == "zh"
    paused = "征求意见，不计" if chinese else "somebody is asked, not counted"
    told = [(one.date, one.zh if chinese else one.en) for one in deadline.skipped]
    told += [(one.date, paused) for one in deadline.paused]
    yield from (f"{day}  {why}" for day, why in sorted(told))


def _last(deadline: workdays.Deadline, language: str) -> str:
    chinese = language == "zh"
    start, n = deadline.start, deadline.n
    if deadline.last is None:
        unknown = deadline.unknown
        why = (unknown.zh if chinese else unknown.en) if unknown else ""
        day = unknown.date if unknown else start
        return f"未定：{day}，{why}" if chinese else f"Unknown from {day}: {why}"
    passed = len(deadline.skipped) + len(deadline.paused)
    return (
        f"{start} 起第 {n} 个工作日：{deadline.last}（次日起算，跳过 {passed} 天）"
        if chinese
        else f"Working day {n} after {start}: {deadline.last}"
        f" (counted from the next day, {passed} days skipped)"
    )


def _counted(deadline: workdays.Deadline, config: Config, language: str) -> dict[str, object]:
    """The last day and the days that did not count, for a program."""
    chinese = language == "zh"
    return {
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
        "paused": [status.date.isoformat() for status in deadline.paused],
    }
