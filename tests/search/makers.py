"""Makers: records to search, and how they are found without an index on the disk."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.search.built import indexed
from generator.search.records import FACETS, KINDS, Searchable

WORDS = "征地公b1 "  # few, so that words are held, sound and come near


def record(id: str = "a", /, **differs: Any) -> Searchable:
    """Return a good record."""
    of = {"kind": "entries", "name": "征地公告", "path": f"entries/{id}.html"} | differs
    return Searchable(id=id, **of)


def facets(**values: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return facets of a record; those that are not named are empty."""
    return tuple(values.get(facet, ()) for facet in FACETS)


def index(*records: Searchable) -> Any:
    """Return an index of *records* in memory."""
    return indexed(records)[0]


texts = st.text(WORDS, min_size=1, max_size=8)
many = st.lists(texts, max_size=3).map(tuple)


@st.composite
def records(draw: Any, most: int = 8) -> tuple[Searchable, ...]:
    """Some records of few signs, so that they hold each other's words."""
    found = []
    for number in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from([*KINDS][:3]))
        id = f"r{number}"
        few = st.lists(st.sampled_from("甲乙"), max_size=2).map(tuple)
        basis = draw(many)
        found.append(
            Searchable(
                kind, id, f"{kind}/{id}.html", draw(texts),
                elements=(*draw(many), *basis), texts=draw(many),
                named=(("basis", basis),), facets=facets(unit=draw(few), method=draw(few)),
                day=draw(st.sampled_from(["", "2024-02-29", "2025-01-01", "2026-11-23"])),
            )
        )  # fmt: skip
    return tuple(found)
