"""What must hold: every rule looks at the whole catalogue and yields as many faults as it finds."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.problems import Problem, sorted_once
from generator.rules import RULES


def check(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return every problem that *catalogue* has by the rules."""
    return sorted_once(found for rule in RULES for found in rule(catalogue))
