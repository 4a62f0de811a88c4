"""What must hold: every rule looks at the whole catalogue and yields as many faults as it finds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules import RULES


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield every problem that *catalogue* has by the rules, rule by rule."""
    for rule in RULES:
        yield from rule(catalogue)
