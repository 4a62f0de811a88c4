"""What `gongkai check` adds where git knows the past: the changes that no adjustment tells of.

Of an element that an adjustment names, the records alone say whether it changed again; that is a
rule's work (`rules/adjustments`).  Of one that none ever named, only the past does: the entries as
they stood before the first adjustment, held against the files as they are, committed or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.catalogue import Catalogue
from generator.facts.adjustments import ELEMENTS
from generator.find import Source
from generator.model.adjustment import Change, ChangeKind
from generator.model.entry import Entry
from generator.past import git
from generator.past.changes import untold
from generator.problems import Location, Problem, problem, sorted_once
from generator.read import Read, read
from generator.store import Store
from generator.words import grave, say

# Without git, or without a past, there is nothing to compare, and nobody has to be told.
_SILENT = frozenset({"git-missing", "git-none", "git-uncommitted"})


def untold_changes(
    site: Path, sources: Iterable[Source], catalogue: Catalogue, environment: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Return a problem for each entry of which something changed that no adjustment tells of.

    Args:
        site: The folder of the site.

        sources: The files that the catalogue was read from; what a file said that is the same now
            is not read again.

        catalogue: What the files say now, for its day.

        environment: That of the system, of which git gets the part it needs.
    """
    if not catalogue.adjustments:
        return ()
    try:
        repository = git.repository(site, environment)
        commit = git.commit_of(repository, git.beginning(repository))
        stood, problems = git.sources_at(repository, commit, ("entries",))
    except git.PastError as error:
        one = error.problem
        return () if one.rule in _SILENT else (_unseen(one, one.at),)
    same = {(one.path, one.digest) for one in sources} & {(one.path, one.digest) for one in stood}
    changed = read(None, (one for one in stood if (one.path, one.digest) not in same), Store(None))
    for one in filter(grave, (*problems, *changed.problems)):
        return (_unseen(one, Location(f"{commit[:12]}:{one.at.path}", one.at.line, one.at.column)),)
    if not stood:  # the catalogue is not in the repository
        return ()
    return sorted_once(_problems(catalogue, {path for path, _ in same}, changed))


def _unseen(one: Problem, at: Location) -> Problem:
    """That the past could not be asked, with the reason and the remedy in both languages."""
    zh, en = say(one, "zh"), say(one, "en")
    return problem(
        at, "git-unseen",
        cause_zh=zh.message, remedy_zh=zh.hint, cause_en=en.message, remedy_en=en.hint,
    )  # fmt: skip


def _problems(catalogue: Catalogue, same: set[str], changed: Read) -> Iterable[Problem]:
    new = {one.id: one for one in catalogue.entries}
    old = {id: one for id, one in new.items() if catalogue.by_id[id].path in same}
    stood = {one.record.id: one.path for one in changed.written}
    old |= {one.record.id: one.record for one in changed.written}
    for one in untold(old, new, catalogue.adjustments, catalogue.day):
        if catalogue.perhaps("adjustments", one.entry):
            continue
        entry = new.get(one.entry)
        if entry is not None:
            yield from _changed(catalogue, entry, one)
        elif not catalogue.perhaps("entries", one.entry):
            yield problem(
                Location(stood[one.entry]), "adjustment-removed-uncovered",
                id=one.entry, name=old[one.entry].name,
            )  # fmt: skip


def _changed(catalogue: Catalogue, entry: Entry, one: Change) -> Iterable[Problem]:
    if one.kind is ChangeKind.ADDED:
        yield problem(catalogue.at(entry), "adjustment-new-uncovered", name=entry.name)
        return
    elements = [own.field for own in one.fields if not catalogue.left_out(entry, own.field)]
    if elements:
        yield problem(
            catalogue.at(entry, elements[0]), "adjustment-change-uncovered", name=entry.name,
            elements_zh="、".join(f"{ELEMENTS[key]}（{key}）" for key in elements),
            elements_en=", ".join(elements),
        )  # fmt: skip
