"""Duties of organs: briefings, coordination, key points, evaluations (157号 规程 四)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.catalogue import Catalogue
from generator.facts.briefings import counted_from, heard, missed
from generator.facts.evaluations import last_day, public_on
from generator.facts.keypoints import (
    Standing,
    due_of,
    evidence_on,
    standing_on,
    years_without,
)
from generator.facts.organs import coordinates
from generator.model.work import Evaluated, Evaluation, Progress
from generator.problems import Location, Problem, problem


def counties_have_coordination(catalogue: Catalogue) -> Iterator[Problem]:
    """县（区）政府和开发区建立协调机制，研究政务公开的重大问题，并公布。"""
    for unit in catalogue.units:
        if not catalogue.current(unit) or catalogue.left_out(unit, "level", "kind"):
            continue
        if coordinates(unit) and catalogue.lacks(unit, "coordination"):
            yield problem(catalogue.at(unit), "unit-coordination-missing", name=unit.name)


def heads_are_briefed_every_year(catalogue: Catalogue) -> Iterator[Problem]:
    """主要负责人每年至少听取一次政务公开工作汇报。"""
    since = counted_from(catalogue)
    for unit in catalogue.units:
        if not catalogue.current(unit) or catalogue.left_out(unit, "briefings", "founded"):
            continue
        if years := missed(heard(unit, since, catalogue.day)):
            steps = ("briefings",) if unit.briefings else ()
            yield problem(
                catalogue.at(unit, *steps), "unit-briefing-missed",
                name=unit.name, years=_listed(years),
            )  # fmt: skip


def every_year_has_key_points(catalogue: Catalogue) -> Iterator[Problem]:
    """每年确定政务公开工作要点，中间不断档。"""
    if not catalogue.whole("keypoints"):
        return
    if years := years_without(catalogue):
        yield problem(Location("catalogue/keypoints"), "keypoints-missing", years=_listed(years))


def key_points_are_carried_out(catalogue: Catalogue) -> Iterator[Problem]:
    """年度要点按时完成，完成的有佐证。"""
    for point in catalogue.keypoints:
        if catalogue.left_out(point, "due", "done", "status"):
            continue
        state, _ = standing_on(point, catalogue.day)
        if state is Standing.OVERDUE:
            at = catalogue.at(point, *(("due",) if point.due else ()))
            yield problem(at, "keypoint-overdue", title=point.title, day=due_of(point))
        elif state is Standing.DONE and not catalogue.left_out(point, "evidence"):
            aside = any(
                one.document and catalogue.get("documents", one.document) is None
                for one in point.evidence
            )
            if not aside and not evidence_on(point, catalogue):
                yield problem(catalogue.at(point), "keypoint-unproven", title=point.title)


def key_points_agree_with_their_days(catalogue: Catalogue) -> Iterator[Problem]:
    """要点的进展、完成日期、完成时限和年度说的是一回事。"""
    for point in catalogue.keypoints:
        if catalogue.left_out(point, "status", "done", "year", "due"):
            continue
        if point.done and point.status is Progress.PLANNED:
            at = catalogue.at(point, "status")
            yield problem(at, "keypoint-done-planned", title=point.title, day=point.done)
        if point.status is Progress.DONE and point.done is None:
            yield problem(catalogue.at(point, "status"), "keypoint-undated", title=point.title)
        if point.done and point.done.year < point.year:
            yield problem(
                catalogue.at(point, "done"), "keypoint-done-early",
                title=point.title, day=point.done, year=point.year,
            )  # fmt: skip
        if point.due and point.due.year != point.year:
            yield problem(
                catalogue.at(point, "due"), "keypoint-due-year",
                title=point.title, day=point.due, year=point.year,
            )  # fmt: skip


def key_points_name_unit_or_basis(catalogue: Catalogue) -> Iterator[Problem]:
    """要点写明责任单位或者依据，否则不知道由谁完成、从哪里来。"""
    for point in catalogue.keypoints:
        if catalogue.lacks(point, "unit") and catalogue.lacks(point, "basis"):
            yield problem(catalogue.at(point), "keypoint-rootless", title=point.title)


def evaluations_are_published(catalogue: Catalogue) -> Iterator[Problem]:
    """考评结束后在规定的天数内公布结果。"""
    for evaluation in catalogue.evaluations:
        if catalogue.left_out(evaluation, "held", "published"):
            continue
        last = last_day(evaluation, catalogue.config.organs.evaluation_days)
        public, _ = public_on(evaluation, catalogue.day)
        if last and last < catalogue.day and not public:
            yield problem(
                catalogue.at(evaluation), "evaluation-unpublished",
                title=evaluation.title or evaluation.id, day=last,
            )  # fmt: skip


def evaluations_go_forward(catalogue: Catalogue) -> Iterator[Problem]:
    """考评在所考评的年度开始以后结束，结束以后才公布结果。"""
    for evaluation in catalogue.evaluations:
        if catalogue.left_out(evaluation, "year", "held", "published"):
            continue
        steps = (
            ("year", "年度开始", date(evaluation.year, 1, 1)),
            ("held", "考评结束", evaluation.held),
            ("published", "结果公布", evaluation.published),
        )
        taken = [(key, step, day) for key, step, day in steps if day is not None]
        for (_, before, earlier), (key, step, day) in pairwise(taken):
            if day < earlier:
                yield problem(
                    catalogue.at(evaluation, key), "evaluation-order",
                    step=step, day=day, before=before, earlier=earlier,
                )  # fmt: skip


def consequences_rest_on_figures(catalogue: Catalogue) -> Iterator[Problem]:
    """表扬、通报批评以得分为据。"""
    for evaluation in catalogue.evaluations:
        bare = [
            (place, result)
            for place, result in enumerate(evaluation.units)
            if result.consequence and not result.scores
        ]
        if not bare or catalogue.left_out(evaluation, "units"):
            continue
        names = "、".join(_name(catalogue, result) for _, result in bare[:3])
        yield problem(
            catalogue.at(evaluation, "units", bare[0][0]), "evaluation-figures-missing",
            names=names + ("等" if len(bare) > 3 else ""), count=len(bare),
        )  # fmt: skip


def evaluations_add_up(catalogue: Catalogue) -> Iterator[Problem]:
    """满分大于零，得分不超过满分；同一单位、同一指标只列一次，合计才算得对。"""
    for evaluation in catalogue.evaluations:
        yield from _repeated_units(catalogue, evaluation)
        for place, result in enumerate(evaluation.units):
            seen: Counter[str] = Counter()
            for row, score in enumerate(result.scores):
                steps = ("units", place, "scores", row)
                seen[score.indicator] += 1
                if seen[score.indicator] > 1:
                    at = catalogue.at(evaluation, *steps, "indicator")
                    yield problem(at, "evaluation-repeated", name=score.indicator)
                elif not Decimal(score.of):
                    at = catalogue.at(evaluation, *steps, "of")
                    yield problem(at, "evaluation-points-none", indicator=score.indicator)
                elif Decimal(score.points) > Decimal(score.of):
                    at = catalogue.at(evaluation, *steps, "points")
                    yield problem(
                        at, "evaluation-points-over",
                        indicator=score.indicator, points=score.points, of=score.of,
                    )  # fmt: skip


def _repeated_units(catalogue: Catalogue, evaluation: Evaluation) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, result in enumerate(evaluation.units):
        if result.unit in seen:
            at = catalogue.at(evaluation, "units", place, "unit")
            yield problem(at, "evaluation-repeated", name=_name(catalogue, result))
        seen.add(result.unit)


def _name(catalogue: Catalogue, result: Evaluated) -> str:
    unit = catalogue.get("units", result.unit)
    return str(unit.name) if unit else result.unit


def _listed(years: tuple[int, ...]) -> str:
    return "、".join(map(str, years))
