"""What `gongkai adjust`, `diff` and `history` do: the past that git knows, held against the files.

The files are read as a build reads them, a revision from its bytes in the same way.  Nothing is
written but the one new record of `adjust`, which is read back before.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import disk
from generator.catalogue import Catalogue
from generator.config import Config
from generator.find import find
from generator.link import link
from generator.model.adjustment import Adjustment, Change
from generator.model.base import is_allowed_id
from generator.model.entry import Entry
from generator.newrecord import put_new
from generator.past import git
from generator.past.changes import (
    differences,
    proposed,
    record_text,
    uncovered,
    unrecorded,
    waiting,
)
from generator.past.told import change_lines, change_records
from generator.problems import Location, Problem, problem, sorted_once
from generator.read import read
from generator.rules.adjustments import waiting as waiting_for
from generator.rules.ids import ids_are_permanent, ids_are_unique
from generator.store import Store
from generator.words import grave
from generator.words.counted import Counted

FOLDER = "catalogue/adjustments"
_KINDS = ("entries", "adjustments")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command found or did: problems, lines for a reader, a record for programs, and the
    text and path of what was (or would be) written."""

    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    record: object = None
    text: str = ""
    path: str = ""
    left: int = 0  # how many changes no adjustment tells of


@dataclass(frozen=True, slots=True)
class State:
    """The entries and adjustments of one time: of the working files, or of a revision."""

    entries: Mapping[str, Entry]
    adjustments: tuple[Adjustment, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked `adjust` for."""

    since: str = ""
    output: Path | None = None
    day: date | None = None
    dry_run: bool = False


def working(site: Path, today: date) -> tuple[State, Catalogue, Config | None]:
    """Return what the files of the site say now, and their catalogue."""
    found = find(site)
    records = read(found.config, found.sources, Store(None))
    catalogue = link(records, today)
    problems = [*found.problems, *records.problems]
    problems += [*ids_are_unique(catalogue), *ids_are_permanent(catalogue)]
    entries = {one.id: one for one in catalogue.entries}
    wrong = tuple(one for one in sorted_once(problems) if grave(one))
    return State(entries, catalogue.adjustments, wrong), catalogue, records.config


def of_revision(repository: git.Repository, commit: str, revision: str) -> State:
    """Return what a commit says; its problems stand in the files of *revision*."""
    sources, problems = git.sources_at(repository, commit, _KINDS)
    records = read(None, sources, Store(None))
    catalogue = link(records, date.max)
    entries = {one.id: one for one in catalogue.entries}
    told = [one for one in (*problems, *records.problems) if grave(one)]
    return State(entries, catalogue.adjustments, tuple(_in(one, revision) for one in told))


def _in(one: Problem, revision: str) -> Problem:
    at = dataclasses.replace(one.at, path=f"{revision}:{one.at.path}")
    return dataclasses.replace(one, at=at)


def adjust(
    site: Path, wish: Wish, environment: Mapping[str, str], *, today: date, language: str
) -> Done:
    """Write the record of what changed since a revision, by itself since before the first
    adjustment, that no adjustment tells of yet.

    Returns:
        What was written; with an error, nothing was.
    """
    now, catalogue, config = working(site, today)
    if now.problems:
        return Done(now.problems)
    try:
        repository = git.repository(site, environment)
        since = wish.since or git.beginning(repository)
        commit = git.commit_of(repository, since)
        name = wish.since or ("HEAD" if since == "HEAD" else commit[:12])
        old = of_revision(repository, commit, name)
    except git.PastError as error:
        return Done((error.problem,))
    if old.problems:
        return Done(old.problems)
    day = wish.day or (config.as_of if config else None) or today
    states = old.entries, now.entries, now.adjustments, day
    waits = waiting(*states, since=bool(wish.since))
    told = sorted_once(
        waiting_for(catalogue, now.entries[id], element, last)
        for (id, element), last in waits.items()
    )
    changes = unrecorded(*states, waits)
    chinese = language == "zh"
    if not changes:
        said = (
            f"与 {name} 相比，没有尚未记录的变化。"
            if chinese
            else (f"Nothing has changed since {name} that is not recorded.")
        )
        return Done(told, (said,))
    file = wish.output or site / FOLDER / f"{_free(catalogue, site, day)}.yaml"
    if wrong := _misplaced(site, file):
        return Done(wrong)
    id = _named(catalogue, site, wish.output, day)
    adjustment = proposed(id, day, changes)
    names = _names(old.entries, now.entries)
    text = record_text(adjustment, names)
    writing = not wish.dry_run
    if wrong := put_new(adjustment, text, file, folder=FOLDER, writing=writing):
        return Done(wrong)
    lines = change_lines(changes, changes, names, catalogue, language, marks=False)
    path = file.as_posix() if wish.output else f"{FOLDER}/{file.name}"
    if writing:
        lines += _written_words(path, name, Counted(len(changes)), chinese=chinese)
    return Done(told, lines, None, text, path)


def _written_words(path: str, since: str, count: Counted, *, chinese: bool) -> tuple[str, ...]:
    if chinese:
        return (
            f"已写入 {path}：{since} 以来 {count} 个事项的变化。",
            "请补写 basis（依据）、approved_by（批准机关）和每项的 reason（理由），再运行 check。",
        )
    return (
        f"{path} written: {count} {count:item|items} changed since {since}.",
        "Complete basis, approved_by and the reason of each change, then run check.",
    )


def _free(catalogue: Catalogue, site: Path, day: date) -> str:
    """The first id of the year that no record and no file has."""
    number = 1
    while True:
        id = f"tiaozheng-{day.year}-{number}"
        if id not in catalogue.by_id and not disk.there(site / FOLDER / f"{id}.yaml"):
            return id
        number += 1


def _named(catalogue: Catalogue, site: Path, output: Path | None, day: date) -> str:
    """The id of the new record: that of its file where it can be one and is free."""
    stem = output.stem if output else ""
    if is_allowed_id(stem) and stem not in catalogue.by_id:
        return stem
    return _free(catalogue, site, day)


def _misplaced(site: Path, file: Path) -> tuple[Problem, ...]:
    root, real = disk.real(site), disk.real(file)
    inside = not real.is_relative_to(root) or real.is_relative_to(root / FOLDER)
    if inside and file.suffix in (".yaml", ".yml") and not disk.there(file):
        return ()
    return (problem(Location(str(file)), "record-output", folder=FOLDER),)


def diff(
    site: Path, revisions: tuple[str, str], environment: Mapping[str, str], *,
    today: date, language: str,
) -> Done:  # fmt: skip
    """Tell what changed between two revisions, or a revision and the working files."""
    now, catalogue, _ = working(site, today)
    first, second = revisions
    if not second and now.problems:
        return Done(now.problems)
    try:
        repository = git.repository(site, environment)
        commits = [git.commit_of(repository, first)]
        commits += [git.commit_of(repository, second) if second else ""]
        old = of_revision(repository, commits[0], first)
        new = of_revision(repository, commits[1], second) if second else now
    except git.PastError as error:
        return Done((error.problem,))
    if told := sorted_once((*old.problems, *new.problems)):
        return Done(told)
    changes = differences(old.entries, new.entries)
    left = uncovered(changes, new.adjustments)
    names = _names(old.entries, new.entries)
    record = {
        "from": commits[0],
        "to": commits[1] or None,
        "changes": change_records(changes, left, names),
    }
    lines = change_lines(changes, left, names, catalogue, language)
    lines += (_counted(changes, left, chinese=language == "zh"),)
    return Done((), lines, record, left=len(left))


def _counted(changes: Iterable[Change], left: Iterable[Change], *, chinese: bool) -> str:
    total, untold = Counted(len(tuple(changes))), len(tuple(left))
    if total == "0":
        return "没有变化。" if chinese else "Nothing changed."
    if chinese:
        return f"{total} 个事项有变化，其中 {untold} 个没有目录调整记录。"
    return f"{total} {total:item|items} changed, {untold} without an adjustment."


def _names(*states: Mapping[str, Entry]) -> dict[str, str]:
    return {id: entry.name for entries in states for id, entry in entries.items()}
