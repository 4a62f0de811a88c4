"""Who took over the duties of a unit that has ended (职责承接单位)."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.model.bodies import Unit


def successor_of(catalogue: Catalogue, unit: Unit) -> Unit | None:
    """Return who has the duties of *unit* on the catalogue's day: *unit* itself until it ends, then
    the first of those that took over from each other and has not ended; None where no such unit is
    named."""
    seen: set[str] = set()
    found: Unit | None = unit
    while found and not catalogue.current(found):
        seen.add(found.id)
        following = found.superseded_by
        found = None if following in seen else catalogue.get("units", following)
    return found


def standing(catalogue: Catalogue, id: str) -> str:
    """Return the id of who has the duties of the unit *id* on the catalogue's day: its own while
    nobody else is known to have them."""
    unit = catalogue.get("units", id)
    found = successor_of(catalogue, unit) if unit else None
    return found.id if found else id
