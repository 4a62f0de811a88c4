"""Basis rot (依据核查): an item or a duty rests on what still carries it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.facts.bases import called
from generator.facts.rot import Fault, Rot, rot_of
from generator.model.bodies import Duty
from generator.model.entry import Entry
from generator.model.kinds import ACTS
from generator.problems import Problem, problem


def bases_carry(catalogue: Catalogue) -> Iterator[Problem]:
    """依据现行有效，所引条款还在，写明的版本是现行版本；否则事项失去依据。"""
    records: tuple[Entry | Duty, ...] = (*catalogue.entries, *catalogue.duties)
    for record in records:
        if not catalogue.current(record):
            continue
        for place, basis in enumerate(record.basis):
            for rot in rot_of(basis, record, catalogue):
                at = catalogue.at(record, "basis", place)
                title, since, by = rot.act.title, _since(rot), _by(catalogue, rot)
                if rot.fault is Fault.ARTICLE:
                    yield problem(at, "basis-article-gone", title=title, articles=rot.articles)
                elif rot.fault is Fault.EARLY:
                    yield problem(at, "basis-early", title=title, day=rot.until)
                elif rot.fault is Fault.PERHAPS:
                    yield problem(at, "basis-amended-perhaps", title=title, since=since, by=by)
                elif rot.fault is Fault.AMENDED:
                    yield problem(at, "basis-amended", title=title, since=since, by=by)
                elif rot.fault is Fault.SUPERSEDED:
                    yield problem(at, "basis-superseded", title=title, since=since, by=by)
                elif rot.fault is Fault.LAPSED:
                    if not rot.by and catalogue.perhaps_decided(rot.act.id):
                        continue
                    yield problem(at, "basis-lapsed", title=title, since=since)
                else:
                    yield problem(at, "basis-repealed", title=title, since=since, by=by)


def _since(rot: Rot) -> str:
    return str(rot.since) if rot.since and rot.since.year > 1 else ""


def _by(catalogue: Catalogue, rot: Rot) -> str:
    if act := catalogue.get(ACTS, rot.by):
        return called(act)
    cleanup = catalogue.get("cleanups", rot.by)
    return str(cleanup.title) if cleanup else ""
