"""The last day of a number of working days, or for the answer to an application, with every day
that was skipped and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import workdays
from generator.config import Config, calendar_of
from generator.facts.answering import LAWS, Course, Law, Span, due
from generator.facts.answers import told, told_count
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
    return Answer(tuple(told_count(deadline, language)), record)


def answer_request(site: Path, course: Course, law: Law | None, language: str) -> Answer:
    """Return until when the application *course* is to be answered, by *law* or that of its days,
    in words of *language*."""
    config, problems = _config(site)
    if config is None:
        return Answer((), {}, problems)
    found = due(course, calendar_of(config.calendar), law)
    record: dict[str, object] = {
        "received": course.received.isoformat(),
        "channel": course.channel.value,
        "start": found.start.isoformat() if found.start else None,
        "law": found.law.id if found.law else None,
        "days": found.n or None,
        "wait": found.wait.value if found.wait else None,
        "correction_notice": found.notice.isoformat() if found.notice else None,
    }
    empty = workdays.Deadline(course.received, 0, None)
    record |= _counted(found.count or empty, config, language)
    return Answer(tuple(told(found, config.calendar.confirmed_through, language)), record)


def _config(site: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    source, problems = find_config(site)
    config, _, found = read_config(source) if source else (None, None, ())
    return config, (*problems, *found)


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
