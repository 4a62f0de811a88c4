"""What a file breaks again and again, told once: hundreds of problems nobody reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.problems import Location, Problem

_FEW = 6


def told_briefly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems*, those of a rule that a file breaks more than a few times as one: its facts
    are the first of theirs and how many more there are, its counts their sum."""
    of_rule: dict[tuple[Location, str], dict[Problem, None]] = {}
    for one in problems:
        of_rule.setdefault((one.at, one.rule), {})[one] = None
    return tuple(
        one
        for every in of_rule.values()
        for one in (every if len(every) <= _FEW else (_as_one([*every]),))
    )


def _as_one(problems: list[Problem]) -> Problem:
    facts = []
    for name, _ in problems[0].facts:
        values = [dict(one.facts).get(name, "") for one in problems]
        counted = name == "count" and all(map(str.isdecimal, values))
        said = str(sum(map(int, values))) if counted else _first([*dict.fromkeys(values)])
        facts.append((name, said))
    return replace(problems[0], facts=tuple(facts))


def _first(values: list[str]) -> str:
    more = len(values) - _FEW
    return ", ".join(values[:_FEW]) + (f" … (+{more})" if more > 0 else "")
