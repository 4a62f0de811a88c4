"""Who answers for what a unit had to do once it has ended (职责承接单位)."""

from __future__ import annotations

from generator.catalogue import Catalogue


def standing(catalogue: Catalogue, id: str) -> str:
    """Return the unit that stands in the place of the unit *id* on the catalogue's day: itself
    while it lasts, or where nobody is named to succeed it."""
    seen = {id}
    while (unit := catalogue.get("units", id)) and not catalogue.current(unit):
        follower = unit.superseded_by
        if follower in seen or not catalogue.get("units", follower):
            break
        seen.add(follower)
        id = follower
    return id
