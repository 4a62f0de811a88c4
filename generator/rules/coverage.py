"""Coverage: no empty column (空栏目), a whole entry in each key cluster, and items that derive from
the lists of powers and services, which leave none of theirs out (157号 规程 三(一))."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.facts.coverage import of_cluster, perhaps_covered, uncovered, whole
from generator.model.bodies import Cluster, Duty
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
        entries = of_cluster(catalogue, cluster)
        maybe = any(catalogue.perhaps("entries", field.id) for field in fields)
        if (
            any(map(whole, entries)) or maybe or (not entries and fields)
        ):  # no entry at all: the field says so
            continue
        if fields:
            yield problem(catalogue.at(fields[0]), "cluster-incomplete", cluster=cluster)
        elif not any(one.kind == "fields" for one in catalogue.unread):
            yield problem(Location("catalogue/fields"), "cluster-missing", cluster=cluster)


def duties_have_entries(catalogue: Catalogue) -> Iterator[Problem]:
    """清单中的每一项职责都梳理出公开事项；每个单位只提示一次。"""
    if any(catalogue.left_out(entry, "duties") for entry in catalogue.entries):
        return
    maybe = perhaps_covered(catalogue)
    of_unit: dict[str, list[Duty]] = {}
    for duty in uncovered(catalogue):
        if duty.id not in maybe and not catalogue.perhaps("entries", duty.id):
            of_unit.setdefault(duty.unit, []).append(duty)
    for id, duties in of_unit.items():
        unit = catalogue.get("units", id)
        at, names = catalogue.at(duties[0]), _some([duty.name for duty in duties])
        body = unit.name if unit else id or "未写明单位"
        yield problem(at, "duty-uncovered", body=body, count=len(duties), names=names)


def entries_name_a_duty(catalogue: Catalogue) -> Iterator[Problem]:
    """事项写明来源，即权责清单或者公共服务事项清单中的哪一项；每个领域只提示一次。"""
    if not _listed(catalogue):
        return
    for field in catalogue.fields:
        entries = catalogue.entries_of.get(field.id, ())
        bare = [entry for entry in entries if catalogue.lacks(entry, "duties")]
        if bare:
            at, names = catalogue.at(bare[0]), _some([entry.name for entry in bare])
            yield problem(at, "entry-source-missing", name=field.name, count=len(bare), names=names)


def duty_lists_are_registered(catalogue: Catalogue) -> Iterator[Problem]:
    """登记权责清单和公共服务事项清单，事项才有来源。"""
    bare = any(
        catalogue.lacks(one, "duties") for one in catalogue.entries if catalogue.current(one)
    )
    if bare and not _listed(catalogue):
        yield problem(Location("catalogue/duties"), "duty-lists-missing")


def _listed(catalogue: Catalogue) -> bool:
    """Whether there is a duty, or may be one in what could not be read."""
    return bool(catalogue.duties) or not catalogue.whole("duties")


def _some(names: list[str]) -> str:
    return "、".join(names[:3]) + ("等" if len(names) > 3 else "")
