"""Coverage: no empty column (空栏目), and a whole entry in each key cluster (157号 规程 三(一))."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model.bodies import Cluster
from generator.problems import Location, Problem, problem


def fields_have_entries(catalogue: Catalogue) -> Iterator[Problem]:
    """领域之下没有事项即为空栏目。"""
    for field in catalogue.fields:
        empty = not catalogue.entries_of.get(field.id)
        if catalogue.current(field) and empty and not catalogue.perhaps("entries", field.id):
            yield problem(catalogue.at(field), "field-empty", name=field.name)


def clusters_have_a_whole_entry(catalogue: Catalogue) -> Iterator[Problem]:
    """七个重点领域至少有一项事项写明内容、依据和主体。"""
    for cluster in Cluster:
        fields = [field for field in catalogue.fields if field.cluster is cluster]
        entries = [entry for field in fields for entry in catalogue.entries_of.get(field.id, ())]
        whole = any(entry.content and entry.basis and entry.subject for entry in entries)
        maybe = any(catalogue.perhaps("entries", field.id) for field in fields)
        if whole or maybe or (not entries and fields):  # no entry at all: the field says so
            continue
        if fields:
            yield problem(catalogue.at(fields[0]), "cluster-incomplete", cluster=cluster)
        elif not any(one.kind == "fields" for one in catalogue.unread):
            yield problem(Location("catalogue/fields"), "cluster-missing", cluster=cluster)
