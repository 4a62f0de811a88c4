"""The whole flow on one screen: find → read → link → check → plan → render → prove → write.

`make` runs find … prove, `publish` is write, `build` does both.  `check` and the preview call
`make` alone, so build's problems are check's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator import check as checking
from generator import disk, keys, manifest, write
from generator import find as finding
from generator.catalogue import Catalogue
from generator.hands import ALONE, Hands
from generator.known import recalled, remember
from generator.link import link
from generator.page import Rendered
from generator.plan import frame_of, pages_of
from generator.problems import Problem, sorted_once
from generator.prove import prove
from generator.read import Read, read
from generator.render import Keep, closures, render, theme_of
from generator.store import Store
from generator.words import failed

LARGE = 1_000_000  # bytes of the manifest of a site that other processes will work for
P = ParamSpec("P")
T = TypeVar("T")
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
class _Published:
    """What was last published in a folder: the SHA-256 of its manifest."""

    manifest: str


def make(
    found: finding.Found,
    *,
    day: date | None,
    today: date,
    store: Store,
    have: Mapping[str, str] | None = None,
    hands: Hands = ALONE,
    keep: Keep = bytes,
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

        hands: Read and render where there is much to do.

        keep: Puts the bytes of a page aside until it is published.

        clock: Notes how long each verb takes.
    """
    clock = clock or Clock()
    if found.config is None:  # not the folder of a site: nothing else is worth saying
        return Made(day or today, False, (), found.problems, ())
    with clock("read"):
        records = read(found.config, found.sources, store, hands=hands)
        templates, assets = theme_of(found.theme)
        problems = [*found.problems, *records.problems]
        del found  # the bytes of all sources
    with clock("link"):
        catalogue = linked(records, day, today)
    checked = clock.each("check", checking.check(catalogue))
    with clock("plan"):
        frame = frame_of(catalogue, assets)
        known = recalled(store)
        planned = clock.each(
            "plan",
            pages_of(catalogue, assets, hands, known, store, lambda: problems.extend(checked)),
        )
    with clock("render"):  # while they are planned
        closure = store.worked_out(
            "closures", keys.fingerprint(keys.program(), templates), dict,
            partial(closures, templates),
        )  # fmt: skip
        pages = render(
            planned, frame, templates, known=known, have=have, closure=closure, hands=hands,
            keep=keep,
        )  # fmt: skip
        problems += pages.problems
        remember(store, known, pages.known)
    with clock("prove"):
        problems += prove(catalogue, pages.planned, pages.rendered, templates)
    return Made(
        catalogue.day,
        catalogue.config.demonstration,
        pages.rendered,
        sorted_once(problems),
        pages.reasons,
        catalogue,
    )


def linked(records: Read, day: date | None, today: date) -> Catalogue:
    """Return the catalogue of *records* on *day*, else on that of config.yaml, else *today*."""
    return link(records, day or (records.config.as_of if records.config else None) or today)


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
    hands: Hands = ALONE,
) -> Report:
    """Make and publish the site at *site*; the arguments are those of `make`.

    With *strict*, warnings prevent publishing as errors do.
    """
    clock = Clock()
    healed = write.heal(output)
    if failed(healed, strict=strict):
        return Report(0, (), (), healed)
    hands.soon(len, (), much=manifest.size(output) >= LARGE)  # while a fork of this is small
    here = keys.of_folder(output)
    have = manifest.at_hand(output)
    reasons: dict[str, tuple[str, ...]] = {}
    with disk.spool(site / ".cache") as aside:
        store = Store(site / ".cache", aside)
        known = store.recall("published", here, _Published) is not None
        for _ in range(2):  # once more where a file of output/ is not what its manifest says
            made = make(  # which alone holds what is found, and not for long
                clock.timed("find", finding.find, site), day=day, today=today, store=store,
                have=have, hands=hands, keep=aside, clock=clock,
            )  # fmt: skip
            reasons = dict(made.reasons) | reasons
            changes = write.Changes()
            with clock("write"):
                if not failed(made.problems, strict=strict):
                    changes = publish(made, output, have, known=known)
            if not changes.stale:
                break
            have = {**manifest.at_hand(output), **dict.fromkeys(changes.stale, "")}
        if changes.manifest:
            store.remember("published", here, _Published(changes.manifest))
        store.save()
    problems = sorted_once((*made.problems, *healed, *changes.problems))
    return Report(
        len(made.rendered) + 1,
        changes.changed,
        changes.removed,
        problems,
        tuple(reasons.items()),
        clock.seconds,
    )


class Clock:
    """Notes how many seconds each verb took, without those that others took within it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._within = 0.0

    @contextmanager
    def __call__(self, verb: str) -> Iterator[None]:
        """Time one verb."""
        before, self._within = self._within, 0.0
        started = time.perf_counter()
        yield
        whole = time.perf_counter() - started
        self.seconds[verb] = self.seconds.get(verb, 0.0) + whole - self._within
        self._within = before + whole

    def timed(self, verb: str, work: Callable[P, T], *of: P.args, **named: P.kwargs) -> T:
        """Return what *work* makes, timed as one verb's."""
        with self(verb):
            return work(*of, **named)

    def each(self, verb: str, made: Iterable[T]) -> Iterator[T]:
        """Yield what is *made*, timed as one verb's."""
        made = iter(made)
        while True:
            with self(verb):
                one = next(made, None)
            if one is None:
                return
            yield one


def with_problems(report: Report, problems: tuple[Problem, ...]) -> Report:
    """Return *report* with further problems."""
    return replace(report, problems=sorted_once((*report.problems, *problems)))
