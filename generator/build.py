"""The whole flow on one screen: find → read → link → check → plan → render → prove → write.

`make` runs find … prove, `publish` is write, `build` does both.  `check` and the preview call
`make` alone, so build's problems are check's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import check as checking
from generator import find as finding
from generator import keys, manifest, write
from generator.catalogue import Catalogue
from generator.link import link
from generator.page import Rendered
from generator.plan import plan
from generator.problems import Problem, sorted_once
from generator.prove import prove
from generator.read import read
from generator.render import render, theme_of
from generator.store import Store
from generator.words import failed

Reasons = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A site that was made but not published."""

    day: date
    demonstration: bool
    rendered: tuple[Rendered, ...]
    problems: tuple[Problem, ...]
    reasons: Reasons
    catalogue: Catalogue | None = None  # None where there is no site


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    pages: int  # files of the site, manifest.json among them
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    reasons: Reasons = ()
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last build: its inputs, the manifest it published, and what it said."""

    inputs: str
    manifest: str
    pages: int
    problems: tuple[Problem, ...]


def make(
    found: finding.Found,
    *,
    day: date | None,
    today: date,
    store: Store,
    have: Mapping[str, str] | None = None,
    executor: Callable[[], Executor] | None = None,
    clock: Clock | None = None,
) -> Made:
    """Make the site from what was found.

    Args:
        found: The files of the site.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.

        store: What earlier builds knew.

        have: Path -> SHA-256 of files whose bytes need not be made again; None when no bytes
            are wanted at all, only problems.

        executor: Where many pages are rendered; in this process when None.

        clock: Notes how long each verb takes.
    """
    clock = clock or Clock()
    if found.config is None:  # not the folder of a site: nothing else is worth saying
        return Made(day or today, False, (), found.problems, ())
    with clock("read"):
        records = read(found.config, found.sources, store)
        settings = records.config
        as_of = day or (settings.as_of if settings else None) or today
    with clock("link"):
        catalogue = link(records, as_of)
    with clock("check"):
        problems = [*found.problems, *records.problems, *checking.check(catalogue)]
    with clock("plan"):
        templates, assets = theme_of(found.theme)
        planned = plan(catalogue, assets)
    with clock("render"):
        pages = render(
            planned.pages, planned.frame, templates, store=store, have=have, executor=executor
        )
        problems += pages.problems
    with clock("prove"):
        problems += prove(catalogue, planned.pages, pages.rendered, templates)
    return Made(
        as_of,
        catalogue.config.demonstration,
        pages.rendered,
        sorted_once(problems),
        pages.reasons,
        catalogue,
    )


def publish(
    made: Made, output: Path, have: Mapping[str, str], *, known: bool = False
) -> write.Changes:
    """Publish what was made; nothing happens when it has an error.

    *known* tells that an earlier build published there.
    """
    if failed(made.problems):
        return write.Changes()
    return write.write(
        made.rendered,
        output,
        day=made.day,
        demonstration=made.demonstration,
        have=have,
        known=known,
    )


def build(
    site: Path,
    output: Path,
    *,
    day: date | None,
    today: date,
    strict: bool = False,
    executor: Callable[[], Executor] | None = None,
) -> Report:
    """Make and publish the site at *site*; the arguments are those of `make`.

    With *strict*, warnings prevent publishing as errors do.
    """
    clock = Clock()
    healed = write.heal(output)
    if failed(healed, strict=strict):
        return Report(0, (), (), healed)
    store = Store(site / ".cache")
    with clock("find"):
        found = finding.find(site)
        inputs = _inputs(found, day or today, day is not None)
        here = keys.of_folder(output)
        last = store.recall("last", here, _Last)
    if (
        last
        and last.inputs == inputs
        and not failed(last.problems, strict=strict)
        and manifest.intact(output, last.manifest)
    ):
        problems = sorted_once((*last.problems, *healed))
        return Report(last.pages, (), (), problems, (), clock.seconds)
    have = manifest.at_hand(output)
    reasons: dict[str, tuple[str, ...]] = {}
    for _ in range(2):  # once more where a file of output/ is not what its manifest says
        made = make(
            found, day=day, today=today, store=store, have=have, executor=executor, clock=clock
        )
        reasons = dict(made.reasons) | reasons
        changes = write.Changes()
        with clock("write"):
            if not failed(made.problems, strict=strict):
                changes = publish(made, output, have, known=last is not None)
        if not changes.stale:
            break
        have = {**manifest.at_hand(output), **dict.fromkeys(changes.stale, "")}
    problems = sorted_once((*made.problems, *healed, *changes.problems))
    if changes.manifest:
        known = _Last(inputs, changes.manifest, len(made.rendered) + 1, made.problems)
        store.remember("last", here, known)
    store.save()
    return Report(
        len(made.rendered) + 1,
        changes.changed,
        changes.removed,
        problems,
        tuple(reasons.items()),
        clock.seconds,
    )


def _inputs(found: finding.Found, day: date, given: bool) -> str:
    """The key of everything a build depends on; the clock's day counts unless one is given."""
    sources = [*found.sources, *found.theme, *([found.config] if found.config else [])]
    files = [(source.path, source.digest) for source in sources]
    return keys.fingerprint(keys.program(), files, found.problems, day, given)


class Clock:
    """Notes how many seconds each verb took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, verb: str) -> Iterator[None]:
        """Time one verb."""
        started = time.perf_counter()
        yield
        self.seconds[verb] = self.seconds.get(verb, 0.0) + time.perf_counter() - started


def with_problems(report: Report, problems: tuple[Problem, ...]) -> Report:
    """Return *report* with further problems."""
    return replace(report, problems=sorted_once((*report.problems, *problems)))
