"""Ids: one for each record over all kinds, and never used again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Written
from generator.marked import place
from generator.problems import Location, Problem, problem


def _at(written: Written) -> Location:
    return Location(written.path, *place(written.mark, ("id",)))


def ids_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """编号在全部记录中唯一，链接才指向唯一的一项。"""
    for again, first in catalogue.repeated:
        if not _left(catalogue, again, first):
            yield problem(_at(again), "id-repeated", id=again.record.id, first=_at(first))


def ids_are_permanent(catalogue: Catalogue) -> Iterator[Problem]:
    """已终止的记录永久占用其编号，旧链接不会指向另一事项。"""
    for again, first in catalogue.repeated:
        if ended := _left(catalogue, again, first):
            new = again if ended is first else first
            yield problem(_at(new), "id-of-ended", id=again.record.id, first=_at(ended))


def _left(catalogue: Catalogue, *both: Written) -> Written | None:
    """The one of two records with the same id that is no longer current."""
    return next((one for one in both if not catalogue.current(one.record)), None)
