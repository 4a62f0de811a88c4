"""Clean-ups (规范性文件清理): their steps, and what was decided, in four lists (规程 一(四))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.validity import decided_on
from generator.model.document import GO_ON, CleanupRound, Decision, Outcome, StepName
from generator.page import Crumb, Here, Page
from generator.plans.acts import StatusMark, status_mark
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, day_words, unit_link

CLEANUPS = Crumb("规范性文件清理", "cleanups/index.html")


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided of one document: why, until when, and what it is now."""

    document: Named
    number: str
    reason: str
    new_expiry: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class OutcomeList:
    """The documents of one outcome."""

    title: str
    meaning: str
    goes_on: bool
    rows: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True)
class CleanupLine:
    """A clean-up in the list of them."""

    title: str
    path: str
    organ: str
    day: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CleanupsView:
    """All clean-ups, the latest first."""

    here: Here
    rows: tuple[CleanupLine, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a clean-up: which, by whom, when, and whether that day is still to come."""

    step: str
    by: Named
    day: str
    ahead: bool


@dataclass(frozen=True, slots=True)
class CleanupView:
    """One clean-up: what it covered, its steps, its lists."""

    here: Here
    title: str
    organ: Named | None
    scope: str
    effective: str
    ahead: bool
    steps: tuple[StepLine, ...]
    lists: tuple[OutcomeList, ...]
    total: int
    source: str


_MEANINGS = MappingProxyType({
    Outcome.KEPT: "继续执行；写明新的有效期的，到期前再次清理。",
    Outcome.AMENDED: "按清理决定修改，修改后的内容见修改它的文件。",
    Outcome.REPEALED: "停止执行，不再作为行政管理的依据。",
    Outcome.LAPSED: "停止执行，不再作为行政管理的依据。",
})  # fmt: skip


def plan_cleanups(prepared: Prepared) -> Iterator[Page]:
    """The list of clean-ups, and a page for each."""
    catalogue = prepared.catalogue
    here = Here(
        CLEANUPS.path,
        CLEANUPS.title,
        f"{catalogue.config.organ}规范性文件清理的步骤和结果",
        CLEANUPS.title,
        (HOME,),
    )
    latest = sorted(
        catalogue.cleanups, key=lambda one: (str(decided_on(one) or "9"), one.id), reverse=True
    )
    rows = tuple(_line(catalogue, cleanup) for cleanup in latest)
    yield Page(here.path, "cleanups.html", CleanupsView(here, rows))
    for cleanup in latest:
        yield _page(catalogue, cleanup)


def _line(catalogue: Catalogue, cleanup: CleanupRound) -> CleanupLine:
    organ = unit_link(catalogue, cleanup.organ)
    return CleanupLine(
        cleanup.title,
        f"cleanups/{cleanup.id}.html",
        organ.title if organ else "",
        day_words(decided_on(cleanup)),
        tuple(
            (outcome.value, sum(one.outcome is outcome for one in cleanup.decisions))
            for outcome in Outcome
        ),
    )


def _page(catalogue: Catalogue, cleanup: CleanupRound) -> Page:
    organ = unit_link(catalogue, cleanup.organ)
    published = next((one.on for one in cleanup.steps if one.step is StepName.PUBLICATION), None)
    day = decided_on(cleanup)
    here = Here(
        path=f"cleanups/{cleanup.id}.html",
        title=cleanup.title,
        description=cleanup.scope or cleanup.title,
        column=CLEANUPS.title,
        crumbs=(HOME, CLEANUPS),
        published=published.isoformat() if published else "",
        source=organ.title if organ else catalogue.config.organ,
        kind="文章" if published else "栏目",
    )
    view = CleanupView(
        here=here,
        title=cleanup.title,
        organ=organ,
        scope=cleanup.scope,
        effective=day_words(day),
        ahead=day is None or day > catalogue.day,
        steps=tuple(
            StepLine(
                step.step.value,
                unit_link(catalogue, step.by.unit) or Named(step.by.name or step.by.unit, ""),
                day_words(step.on),
                bool(step.on and step.on > catalogue.day),
            )
            for step in cleanup.steps
        ),
        lists=tuple(
            OutcomeList(outcome.value, _MEANINGS[outcome], outcome in GO_ON, rows)
            for outcome in Outcome
            if (rows := tuple(_decided(catalogue, cleanup, outcome)))
        ),
        total=len(cleanup.decisions),
        source=cleanup.source,
    )
    return Page(here.path, "cleanup.html", view)


def _decided(
    catalogue: Catalogue, cleanup: CleanupRound, outcome: Outcome
) -> Iterator[DecisionLine]:
    for decision in cleanup.decisions:
        if decision.outcome is outcome and (line := _decision(catalogue, decision)):
            yield line


def _decision(catalogue: Catalogue, decision: Decision) -> DecisionLine | None:
    document = catalogue.get("documents", decision.document)
    if document is None:  # a rule has told of it
        return None
    return DecisionLine(
        Named(document.title, f"documents/{document.id}.html"),
        document.number,
        decision.reason,
        day_words(decision.new_expiry),
        status_mark(catalogue, document),
    )
