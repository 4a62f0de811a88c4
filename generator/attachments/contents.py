"""What a look into a file brings back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Contents:
    """Why a file must not be published, and its words: texts that no number spans."""

    problems: tuple[Problem, ...] = ()
    texts: tuple[str, ...] = ()


_BETWEEN = "\n¶\n"  # a sign that stands in no number


def parted(pieces: Iterable[str]) -> str:
    """Return pieces that stand beside each other by chance as one text, no number over two."""
    return _BETWEEN.join(pieces)


def row_of(cells: Iterable[str]) -> str:
    """Return a row of a table as `personal.found` knows one, for a number with a cell for each
    digit."""
    return f"| {' | '.join(cells)} |"


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as a reader takes them in: ``2-5, 9``; the first of many."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return few(f"{first}-{last}" if first < last else str(first) for first, last in runs)


def few(words: Iterable[str]) -> str:
    """Return the first of some words, with a sign where there are more."""
    every = [*words]
    return ", ".join(every[:_FEW]) + (" …" if len(every) > _FEW else "")


_FEW = 6
