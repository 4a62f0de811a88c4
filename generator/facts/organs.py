"""What a unit owes as an organ of its level (157号 规程 四(一))."""

from __future__ import annotations

import re
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.model.bodies import Unit

# What a unit must say of itself: one of the keys for each duty.
NEEDED = MappingProxyType(
    {
        "leader": ("leader",),
        "office": ("office",),
        "contact": ("phone", "email", "address"),
    }
)
# A committee that governs a zone (管委会) is a government here, as the clause says.
_GOVERNS = re.compile(r"人民政府$|县区政府$|(?:区|园)(?:管委会|管理委员会)$")


def coordinates(unit: Unit) -> bool:
    """Whether *unit* is the government of a county, district or zone, which sets up a mechanism of
    coordination."""
    governs = _GOVERNS.search(unit.name) or _GOVERNS.search(unit.kind)
    return unit.level.startswith(("县", "区")) and bool(governs)


def wanting(catalogue: Catalogue, unit: Unit) -> tuple[str, ...]:
    """Return which of its leader, office and contact *unit* does not say."""
    return tuple(
        duty for duty, keys in NEEDED.items() if all(catalogue.lacks(unit, key) for key in keys)
    )
