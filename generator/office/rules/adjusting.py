"""What happens to an attribute later (157号 规程 二(八), 四; 政府信息公开条例 第十八条)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from generator.model.document import AnyAttribute, Paper
from generator.office.model import Reconsidered, Review
from generator.office.sides import Sides, due, is_withheld, looked_at
from generator.problems import Problem, problem

_OPENNESS = MappingProxyType(
    {AnyAttribute.WITHHELD: 0, AnyAttribute.ON_REQUEST: 1, AnyAttribute.PROACTIVE: 2}
)


def adjustments_go_towards_openness(sides: Sides) -> Iterator[Problem]:
    """属性调整只能更加公开；反方向的须有书面批准。"""
    for review in sides.reviews:
        for number, one in enumerate(review.adjustments):
            if _OPENNESS[one.after] < _OPENNESS[one.before] and not one.override:
                yield problem(
                    sides.at(review, "adjustments", number), "office-adjustment-closing",
                    id=review.document, day=one.on, before=one.before, after=one.after,
                )  # fmt: skip


def adjustments_follow_each_other(sides: Sides) -> Iterator[Problem]:
    """每次调整的原属性就是此前的属性，并且确有变化。"""
    for review in sides.reviews:
        known = review.signed.attribute if review.signed else None
        for number, one in enumerate(review.adjustments):
            if known and one.before is not known:
                yield problem(
                    sides.at(review, "adjustments", number, "from"), "office-adjustment-chain",
                    id=review.document, day=one.on, before=one.before, known=known,
                )  # fmt: skip
            if one.before is one.after:
                at = sides.at(review, "adjustments", number, "to")
                yield problem(at, "office-adjustment-nothing", id=review.document, day=one.on)
            known = one.after


def adjustments_are_public(sides: Sides) -> Iterator[Problem]:
    """内部记下的调整，公开文件的属性调整中也有，读者才能看到。"""
    for review, number, day, before, after in _internal(sides):
        document = sides.published(review.document)
        if document and (day, before, after) not in _steps(document):
            at = sides.at(review, "adjustments", number)
            yield problem(at, "office-adjustment-unpublished", id=review.document, day=day)


def adjustments_are_recorded(sides: Sides) -> Iterator[Problem]:
    """文件写明的属性调整，审核记录中也有。"""
    papers: tuple[Paper, ...] = (*sides.public.documents, *sides.documents)
    for paper in papers:
        review = sides.review_of.get(paper.id)
        if review is None:
            continue
        done = {(one.on, one.before, one.after) for one in review.adjustments}
        for number, step in enumerate(_steps(paper)):
            if step not in done:
                at = sides.at(paper, "attribute_history", number)
                yield problem(at, "office-adjustment-unrecorded", id=paper.id, day=step[0])


def withheld_are_reconsidered(sides: Sides) -> Iterator[Problem]:
    """不公开的文件定期复核，可以公开的及时公开。"""
    for document in sides.documents:
        if not is_withheld(document):
            continue
        review, day = sides.review_of.get(document.id), due(sides, document)
        if day is None:
            yield problem(sides.at(document), "office-reconsideration-unknown", id=document.id)
        elif day <= sides.public.day:
            last = looked_at(document, review, sides.public.day)
            yield problem(
                sides.at(document), "office-reconsideration-due",
                id=document.id, last=last, day=day,
            )  # fmt: skip


def withholding_again_is_reasoned(sides: Sides) -> Iterator[Problem]:
    """复核结果是维持的，说明理由。"""
    for document in sides.documents:
        for number, one in enumerate(document.reconsidered):
            if one.outcome is Reconsidered.KEPT and not one.reason:
                at = sides.at(document, "reconsidered", number)
                yield problem(
                    at, "office-reconsideration-reason-missing", id=document.id, day=one.on
                )


def reconsidered_are_adjusted(sides: Sides) -> Iterator[Problem]:
    """复核结果是调整的，审核记录中写明那次调整，并且是向公开调整。"""
    for document in sides.documents:
        review = sides.review_of.get(document.id)
        if review is None and sides.perhaps("reviews", document.id):
            continue
        for number, one in enumerate(document.reconsidered):
            adjusted = review and any(
                step.on >= one.on and step.after is not AnyAttribute.WITHHELD
                for step in review.adjustments
            )
            if one.outcome is Reconsidered.ADJUSTED and not adjusted:
                at = sides.at(document, "reconsidered", number)
                yield problem(
                    at, "office-reconsideration-adjustment-missing", id=document.id, day=one.on
                )


Step = tuple[date, AnyAttribute, AnyAttribute]


def _internal(sides: Sides) -> Iterator[tuple[Review, int, date, AnyAttribute, AnyAttribute]]:
    for review in sides.reviews:
        for number, one in enumerate(review.adjustments):
            yield review, number, one.on, one.before, one.after


def _steps(paper: Paper) -> tuple[Step, ...]:
    """The adjustments that the record of a document names."""
    return tuple((one.date, one.before, one.after) for one in paper.attribute_history)
