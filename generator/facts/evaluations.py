"""What an evaluation says in figures, and whether it is public on the day (157号 规程 四(三))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.model.work import Evaluated, Evaluation, Score


@dataclass(frozen=True, slots=True)
class Place:
    """A unit among those evaluated: its points of how many, and its rank where all of them have
    figures for the same indicators; units with the same points share one."""

    result: Evaluated
    points: Decimal
    of: Decimal
    rank: int | None


def public_on(evaluation: Evaluation, day: date) -> tuple[bool, date | None]:
    """Return whether the results of *evaluation* are published on *day*, and the first day on
    which that differs."""
    if evaluation.published is None:
        return False, None
    public = evaluation.published <= day
    return public, None if public else evaluation.published


def over_on(evaluation: Evaluation, day: date) -> date | None:
    """Return the day on which *evaluation* was over, None where it lies ahead of *day* or is not
    written."""
    return evaluation.held if evaluation.held and evaluation.held <= day else None


def last_day(evaluation: Evaluation, days: int | None) -> date | None:
    """Return the last day on which *evaluation* is to be published, so many *days* after it was
    over; one that does not say when was over at the end of its year."""
    if days is None:
        return None
    return (evaluation.held or date(evaluation.year, 12, 31)) + timedelta(days=days)


def indicators(evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    """Return every indicator of *evaluation* with the most that it gives, each once."""
    scores = (score for result in evaluation.units for score in result.scores)
    return tuple(dict.fromkeys(_indicator(score) for score in scores))


def comparable(evaluation: Evaluation) -> bool:
    """Whether there are figures for the same indicators for every unit, of more than one; what
    gives no points is no figure."""
    sets = [
        {_indicator(score) for score in result.scores if Decimal(score.of)}
        for result in evaluation.units
    ]
    return len(sets) > 1 and bool(sets[0]) and all(one == sets[0] for one in sets)


def places(evaluation: Evaluation) -> tuple[Place, ...]:
    """Return the units as they rank, or in their written order where they cannot be compared."""
    summed = [
        (result, total(one.points for one in result.scores), total(one.of for one in result.scores))
        for result in evaluation.units
    ]
    if not comparable(evaluation):
        return tuple(Place(result, points, of, None) for result, points, of in summed)
    summed.sort(key=lambda one: -one[1])
    return tuple(
        Place(result, points, of, 1 + sum(other > points for _, other, _ in summed))
        for result, points, of in summed
    )


def total(texts: Iterable[str]) -> Decimal:
    """Return the sum of points, exactly as they are written."""
    return sum((Decimal(text) for text in texts), Decimal(0))


def _indicator(score: Score) -> tuple[str, str]:
    return score.indicator, format(Decimal(score.of).normalize(), "f")
