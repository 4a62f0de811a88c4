"""What `gongkai history` answers: every change of one item, commit by commit, and who told of it.

An item is followed by its id, whatever file it is in.  Of each version of a file only the record
that is asked for is read, where the file has the common form; a thousand items beside it cost
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from generator.catalogue import Catalogue
from generator.facts.adjustments import Mention, mentions
from generator.find import Source
from generator.keys import digest
from generator.model.adjustment import Change
from generator.model.entry import Entry
from generator.past import git
from generator.past.adjusting import Done, working
from generator.past.changes import change
from generator.past.told import field_line, field_record, kind_word
from generator.personal import masked
from generator.problems import Location, Problem, problem, sorted_once
from generator.read import read_file
from generator.words import grave

_ENTRIES = git.KIND_OF["entries"]
_ITEM = re.compile(rb"^  - ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One change of an item: in which commit and when; neither where it is not committed yet."""

    commit: str
    day: date | None
    change: Change


def history(
    site: Path, id: str, environment: Mapping[str, str], *, today: date, language: str
) -> Done:
    """Tell every change of the item *id*, the first first, and the adjustments that name it."""
    now, catalogue, _ = working(site, today)
    if now.problems:
        return Done(now.problems)
    named = mentions(now.adjustments).get(id, ())
    try:
        repository = git.repository(site, environment)
        steps, last, problems = _steps(repository, id)
    except git.PastError as error:
        return Done((error.problem,))
    entry = now.entries.get(id)
    if (made := change(last, entry)) is not None:
        steps.append(Step("", None, made))
    if not steps and not named:
        return Done(tuple(_unknown(catalogue, id)))
    known = entry or last
    name = known.name if known else id
    record = {
        "id": id,
        "name": masked(name),
        "changes": [
            {
                "day": step.day and step.day.isoformat(),
                "commit": step.commit or None,
                "kind": step.change.kind.value,
                "fields": [field_record(one) for one in step.change.fields],
            }
            for step in steps
        ],
        "adjustments": [
            {
                "day": one.adjustment.date.isoformat(),
                "id": one.adjustment.id,
                "title": masked(one.adjustment.title),
                "kind": one.change.kind.value,
                "reason": masked(one.change.reason),
                "fields": [field_record(own) for own in one.change.fields],
            }
            for one in named
        ],
    }
    return Done(problems, _lines(name, id, steps, named, catalogue, language), record)


def _unknown(catalogue: Catalogue, id: str) -> tuple[Problem, ...]:
    told = tuple(catalogue.misnamed("entries", id))
    if told:
        return tuple(Problem(Location("git"), one.rule, one.facts) for one in told)
    return (problem(Location("git"), "history-none", id=id),)


def _steps(
    repository: git.Repository, id: str
) -> tuple[list[Step], Entry | None, tuple[Problem, ...]]:
    """The changes of an item, what it was in the last commit, and what could not be read."""
    commits = git.commits(repository, _ENTRIES)
    wanted = dict.fromkeys(new for one in commits for _, _, new in one.files if new)
    said: dict[str, Entry | tuple[Problem, ...] | None] = {}
    path_of = {new: path for one in commits for path, _, new in one.files if new}
    for blob, data in zip(wanted, git.blobs(repository, wanted), strict=True):
        said[blob] = _said(path_of[blob], data, id) if id.encode() in data else None
    steps: list[Step] = []
    problems: list[Problem] = []
    files: dict[str, Entry] = {}  # where the item stands: in one file, or for a while in two
    before: Entry | None = None
    for one in commits:
        for path, _, new in one.files:
            found = said[new] if new else None
            if isinstance(found, tuple):  # what it says is not known: as it was
                problems += [_at(told, f"{one.id[:12]}:{path}") for told in found]
            elif found is None:
                files.pop(path, None)
            else:
                files[path] = found
        after = next(iter(files.values()), None)
        if (made := change(before, after)) is not None:
            steps.append(Step(one.id, one.day, made))
        before = after
    return steps, before, sorted_once(problems)


def _at(one: Problem, path: str) -> Problem:
    return Problem(Location(path, one.at.line, one.at.column), one.rule, one.facts)


def _said(path: str, data: bytes, id: str) -> Entry | tuple[Problem, ...] | None:
    """What a version of a file says of the item: nothing, or that it cannot be read."""
    piece = _piece(data, id)
    if piece is not None and isinstance(found := _read("x.yaml", piece, id), Entry):
        return found
    return _read(path, data, id)


def _piece(data: bytes, id: str) -> bytes | None:
    """The lines of the item in a list in the common form, as a list of its own."""
    start = re.search(rb"^  - (?:.*\n    )*?id: " + re.escape(id.encode()) + rb"\s*$", data, re.M)
    if not data.startswith(b"entries:\n") or start is None:
        return None
    following = _ITEM.search(data, start.end())
    return b"entries:\n" + data[start.start() : following.start() if following else len(data)]


@lru_cache(maxsize=256)
def _read(path: str, data: bytes, id: str) -> Entry | tuple[Problem, ...] | None:
    source = Source(f"{_ENTRIES.folder}/{path.rpartition('/')[2]}", data, digest(data))
    made = read_file(source)
    for one in made.written:
        if one.record.id == id and not one.dropped:
            entry: Entry = one.record
            return entry
    wrong = tuple(one for one in made.problems if grave(one))
    lost = any(one.lost or id in one.words for one in made.unread)
    return wrong if lost else None


def _lines(
    name: str,
    id: str,
    steps: list[Step],
    named: tuple[Mention, ...],
    catalogue: Catalogue,
    language: str,
) -> tuple[str, ...]:
    chinese = language == "zh"
    rows: list[tuple[date, int, list[str]]] = []
    for step in steps:
        when = (
            f"{step.day}  {step.commit[:12]}"
            if step.day
            else ("未提交的改动" if chinese else "not committed")
        )
        lines = [f"{when}  {kind_word(step.change.kind, language)}"]
        lines += [f"    {field_line(one, catalogue, language)}" for one in step.change.fields]
        rows.append((step.day or date.max, 0, lines))
    for one in named:
        about = "；".join(part for part in (one.adjustment.title, one.change.reason) if part)
        word = "目录调整" if chinese else "adjustment"
        kind = kind_word(one.change.kind, language)
        head = f"{one.adjustment.date}  {word} {one.adjustment.id}  {kind}"
        rows.append((one.adjustment.date, 1, [head, *([f"    {about}"] if about else [])]))
    rows.sort(key=lambda row: row[:2])
    told = [line for _, _, lines in rows for line in lines]
    return tuple(masked(line) for line in (f"{name}（{id}）", *told))
