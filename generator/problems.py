"""An author's fault is a value: where, which rule, and the facts its sentences need.

Severity, source and sentences stand in `words`; nothing here prints, logs or raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault weighs: an error stops the build, the others are printed."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an author's file; line and column start at 1, 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault; *facts* are (name, the author's own words) pairs for its sentences."""

    at: Location
    rule: str
    facts: tuple[tuple[str, str], ...] = ()


def problem(at: Location, rule: str, **facts: object) -> Problem:
    """Return a problem; facts become text."""
    return Problem(at, rule, tuple((name, str(value)) for name, value in facts.items()))


def sorted_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems* in reading order, each said once."""
    return tuple(sorted(set(problems)))
