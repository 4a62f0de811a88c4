"""Clean-ups: the steps that the rule fixes, in their order, and decisions that hold (规程 一)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.catalogue import Catalogue
from generator.facts.validity import decided_on
from generator.life import ENDED, Status, span_on
from generator.model.bodies import Unit
from generator.model.document import GO_ON, CleanupRound, Decision, Outcome, StepName
from generator.model.entry import Body
from generator.problems import Problem, problem

# Which steps a clean-up has, by whose documents it looks at (规程 一(三)).
_GOVERNMENT = (StepName.REPORT, StepName.REVIEW, StepName.DECISION, StepName.PUBLICATION)
_DEPARTMENT = (StepName.REPORT, StepName.PUBLICATION)
_TOWNSHIP = (StepName.REPORT, StepName.REVIEW, StepName.PUBLICATION)


def _township(unit: Unit | None) -> bool:
    said = f"{unit.level}{unit.kind}" if unit else ""
    return any(word in said for word in ("乡", "镇", "街道"))


_TOWNSHIP_BODY = re.compile(r"[乡镇]|街道|司法所")


def _steps(unit: Unit | None) -> tuple[StepName, ...]:
    """The steps that a clean-up of *unit* needs; of an organ that is not known nobody can say."""
    if unit is None:
        return ()
    if _township(unit):
        return _TOWNSHIP
    return _GOVERNMENT if _governs(unit) else _DEPARTMENT


# A committee that governs a zone (管委会) is a government here, as the clause says; one that
# manages something else (国有资产监督管理委员会) is a department.
_ZONE = re.compile(r"(?:区|园)(?:管委会|管理委员会)$")


def _governs(unit: Unit) -> bool:
    return (
        unit.kind.endswith(("人民政府", "管委会"))
        or unit.name.endswith("人民政府")
        or bool(_ZONE.search(unit.name))
    )


def _unit(catalogue: Catalogue, body: Body) -> Unit | None:
    """The unit that a body is, by its id or by its name in words."""
    if body.unit:
        found: Unit | None = catalogue.get("units", body.unit)
        return found
    named = (one for one in catalogue.units if body.name in (one.name, one.short_name))
    return next(named, None) if body.name else None


def cleanups_name_their_organ(catalogue: Catalogue) -> Iterator[Problem]:
    """由谁清理决定要办哪些步骤，由谁决定。"""
    for cleanup in catalogue.cleanups:
        if catalogue.lacks(cleanup, "organ"):
            at = catalogue.at(cleanup)
            yield problem(at, "cleanup-organ-missing", title=cleanup.title)


def _with_steps(catalogue: Catalogue) -> Iterator[CleanupRound]:
    """The clean-ups whose steps could all be read; of the others a step that is there may seem to
    be missing."""
    return (one for one in catalogue.cleanups if not catalogue.left_out(one, "steps"))


def cleanups_take_every_step(catalogue: Catalogue) -> Iterator[Problem]:
    """政府文件：起草部门报告，法制机构审核，政府决定，公布；部门文件报告、公布；乡镇文件经县级法制机构审核。"""
    for cleanup in _with_steps(catalogue):
        needed = _steps(catalogue.get("units", cleanup.organ))
        taken = [step.step for step in cleanup.steps]
        decided = decided_on(cleanup)
        last = max((needed.index(one) for one in taken if one in needed), default=-1)
        if decided and decided <= catalogue.day:
            last = max(last, len(needed) - 1)
        for step in needed[:last]:
            if step not in taken:
                at = catalogue.at(cleanup, "steps")
                yield problem(at, "cleanup-step-missing", title=cleanup.title, step=step)
        for step, count in Counter(taken).items():
            if count > 1:
                at = catalogue.at(cleanup, "steps")
                yield problem(at, "cleanup-step-twice", title=cleanup.title, step=step)


def cleanups_keep_the_order(catalogue: Catalogue) -> Iterator[Problem]:
    """先报告，再审核，再决定，最后公布；后一步不早于前一步。"""
    for cleanup in catalogue.cleanups:
        steps = sorted(
            enumerate(cleanup.steps), key=lambda one: (_GOVERNMENT.index(one[1].step), one[0])
        )
        for (_, before), (place, step) in pairwise(steps):
            if step.on < before.on:
                at = catalogue.at(cleanup, "steps", place)
                yield problem(
                    at, "cleanup-step-order",
                    step=step.step, day=step.on, before=before.step, earlier=before.on,
                )  # fmt: skip


def cleanups_are_judged_by_others(catalogue: Catalogue) -> Iterator[Problem]:
    """起草部门不审核自己的报告；政府文件由政府决定；乡镇文件由县级法制机构审核。"""
    for cleanup in catalogue.cleanups:
        organ = catalogue.get("units", cleanup.organ)
        bodies = [_unit(catalogue, step.by) or step.by for step in cleanup.steps]
        drafters = [
            body
            for body, step in zip(bodies, cleanup.steps, strict=True)
            if step.step is StepName.REPORT
        ]
        for place, (step, held) in enumerate(zip(cleanup.steps, bodies, strict=True)):
            unit = held if isinstance(held, Unit) else None
            body = held.name
            at = catalogue.at(cleanup, "steps", place)
            if step.step is StepName.REVIEW and held in drafters:
                yield problem(at, "cleanup-review-own", body=body)
            elif step.step is StepName.REVIEW and _township(organ):
                if _township(unit) or unit == organ or _TOWNSHIP_BODY.search(body):
                    yield problem(at, "cleanup-review-township", body=body)
            elif step.step is StepName.REVIEW and unit is not None and unit == organ:
                yield problem(at, "cleanup-review-own", body=body)
            elif step.step is StepName.DECISION and organ and unit and unit != organ:
                yield problem(at, "cleanup-decision-other", body=body)


def cleanup_results_are_published(catalogue: Catalogue) -> Iterator[Problem]:
    """清理结果及时向社会公布，公布以前不生效。"""
    for cleanup in _with_steps(catalogue):
        days = {step.step: step.on for step in cleanup.steps}
        published = days.get(StepName.PUBLICATION)
        decided = (
            days.get(StepName.DECISION) or cleanup.effective_on or _settled(catalogue, cleanup)
        )
        if (
            decided
            and decided <= catalogue.day
            and (published is None or published > catalogue.day)
        ):
            at = catalogue.at(cleanup, "steps")
            yield problem(at, "cleanup-unpublished", title=cleanup.title, day=decided)
        elif published and cleanup.effective_on and cleanup.effective_on < published:
            at = catalogue.at(cleanup, "effective_on")
            yield problem(
                at, "cleanup-effective-early", day=cleanup.effective_on, published=published
            )


def _settled(catalogue: Catalogue, cleanup: CleanupRound) -> date | None:
    """The day of the last step before the publication where no government decides: the results are
    written down, and the report (the review, for a township) was made."""
    before = _steps(catalogue.get("units", cleanup.organ))[-2:-1]
    if StepName.DECISION in before or not cleanup.decisions:
        return None
    return max((step.on for step in cleanup.steps if step.step in before), default=None)


def cleanups_decide_on_their_own(catalogue: Catalogue) -> Iterator[Problem]:
    """部门、乡镇清理自己的文件；别的机关的文件由制发它的机关清理。"""
    for cleanup in catalogue.cleanups:
        organ = catalogue.get("units", cleanup.organ)
        if organ is None or (_governs(organ) and not _township(organ)):
            continue
        for place, decision in enumerate(cleanup.decisions):
            document = catalogue.get("documents", decision.document)
            if document is None or not document.issuers:
                continue
            issuers = [_unit(catalogue, body) for body in document.issuers]
            named = [body.unit for body in document.issuers if body.unit]
            unknown = any(catalogue.get("units", id) is None for id in named)
            if organ not in issuers and not unknown:
                at = catalogue.at(cleanup, "decisions", place)
                yield problem(at, "cleanup-decides-other", title=document.title, body=organ.name)


def cleanup_decisions_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """每件文件一轮只决定一次，说明理由；已废止、失效的不能再决定继续有效；新的有效期在决定之后。"""
    for cleanup in catalogue.cleanups:
        seen: dict[str, int] = {}
        for place, decision in enumerate(cleanup.decisions):
            if decision.document in seen:
                at = catalogue.at(cleanup, "decisions", place, "document")
                first = catalogue.at(cleanup, "decisions", seen[decision.document])
                yield problem(at, "cleanup-decided-twice", id=decision.document, first=first)
            else:
                seen[decision.document] = place
                yield from _decision(catalogue, cleanup, decision, place)


def _decision(
    catalogue: Catalogue, cleanup: CleanupRound, decision: Decision, place: int
) -> Iterator[Problem]:
    at = catalogue.at(cleanup, "decisions", place)
    life = catalogue.lives.get(decision.document)
    if life is None:
        return
    title = catalogue.get("documents", decision.document).title
    goes_on = decision.outcome in GO_ON
    if not decision.reason and decision.outcome is not Outcome.KEPT:
        yield problem(at, "cleanup-reason-missing", title=title, outcome=decision.outcome)
    day = decided_on(cleanup)
    document = catalogue.get("documents", decision.document)
    formed = document.formed or document.issued
    if formed and day and day.year > 1 and day < formed:
        yield problem(at, "cleanup-decides-younger", title=title, day=day, formed=formed)
    if decision.new_expiry and (not goes_on or (day and decision.new_expiry < day)):
        place_of = catalogue.at(cleanup, "decisions", place, "new_expiry")
        yield problem(
            place_of, "cleanup-new-expiry", outcome=decision.outcome, day=decision.new_expiry
        )
    if day is None or not goes_on or day.year == 1:
        return
    span = span_on(life, day - timedelta(days=1))
    if span.status in ENDED and span.cause is not None:
        yield problem(at, "cleanup-contradicts", title=title, status=span.status, since=span.day)
    elif catalogue.perhaps_decided(decision.document):
        return
    elif not decision.new_expiry and span_on(life, day).status is Status.LAPSED:
        yield problem(at, "cleanup-no-new-expiry", title=title, outcome=decision.outcome)
