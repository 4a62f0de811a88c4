"""The steps by which a document gets its attribute (157号 规程 二(一)–(五), (七)).

A step that is still to come counts as missing: the office sees what remains to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.document import AnyAttribute, Paper
from generator.model.entry import Body
from generator.office.model import Review
from generator.office.sides import Sides, adjusted, same
from generator.problems import Problem, problem
from generator.terms import folded

# What a secrecy review says of a state secret; a longer opinion may say that nothing of it is left.
_SECRET = frozenset({"涉密", "涉及国家秘密", "属于国家秘密", "属国家秘密", "绝密", "机密", "秘密"})


def documents_have_a_review(sides: Sides) -> Iterator[Problem]:
    """每份公文都有公开属性审核记录。"""
    both: tuple[Paper, ...] = (*sides.public.documents, *sides.documents)
    papers = {one.id: one for one in both}
    for id, paper in papers.items():
        if id in sides.review_of or sides.perhaps("reviews", id):
            continue
        if same(paper.attribute, AnyAttribute.PROACTIVE):
            yield problem(sides.at(paper), "office-review-missing-public", id=id)
        else:
            yield problem(sides.at(paper), "office-review-missing", id=id)


def drafts_name_their_attribute(sides: Sides) -> Iterator[Problem]:
    """草拟时同步确定公开属性，并在发文拟稿单上注明。"""
    for review in sides.reviews:
        if sides.lacks(review, "drafted"):
            yield problem(sides.at(review), "office-draft-missing", id=review.document)
        elif review.drafted and review.drafted.attribute is None:
            at = sides.at(review, "drafted", of_key=True)
            yield problem(at, "office-draft-attribute-missing", id=review.document)


def withholding_is_reasoned(sides: Sides) -> Iterator[Problem]:
    """草拟、审核或者签发为不公开的，说明不公开理由。"""
    for review in sides.reviews:
        taken = (review.drafted, review.reviewed, review.signed)
        steps = [one.attribute for one in taken if one]
        if review.drafted and not review.drafted.reason and AnyAttribute.WITHHELD in steps:
            at = sides.at(review, "drafted", of_key=True)
            yield problem(at, "office-draft-reason-missing", id=review.document)


def attribute_is_fixed_before_signing(sides: Sides) -> Iterator[Problem]:
    """公开属性在公文产生的过程中同步确定，不是签发以后才定。"""
    for review in sides.reviews:
        days = [review.drafted.on] if review.drafted and review.drafted.attribute else []
        days += [review.reviewed.on] if review.reviewed else []
        if review.signed and days and min(days) > review.signed.on:
            yield problem(
                sides.at(review, "signed", "on"), "office-attribute-late",
                id=review.document, day=min(days), signed=review.signed.on,
            )  # fmt: skip


def secrecy_is_reviewed(sides: Sides) -> Iterator[Problem]:
    """草拟时进行保密审查，不晚于签发。"""
    for review in sides.reviews:
        if sides.lacks(review, "secrecy"):
            yield problem(sides.at(review), "office-secrecy-missing", id=review.document)
        elif review.secrecy and review.signed and review.secrecy.on > review.signed.on:
            yield problem(
                sides.at(review, "secrecy", "on"), "office-secrecy-late",
                id=review.document, day=review.secrecy.on, signed=review.signed.on,
            )  # fmt: skip


def secrecy_reviews_have_an_opinion(sides: Sides) -> Iterator[Problem]:
    """保密审查写明意见。"""
    for review in sides.reviews:
        if review.secrecy and not review.secrecy.opinion:
            at = sides.at(review, "secrecy", of_key=True)
            yield problem(at, "office-secrecy-opinion-missing", id=review.document)


def secrets_are_not_opened(sides: Sides) -> Iterator[Problem]:
    """保密审查的意见就是涉密的，不签发为公开，公开一侧也没有记录。"""
    for review in sides.reviews:
        opinion = folded(review.secrecy.opinion).rstrip("。.") if review.secrecy else ""
        final = adjusted(review, sides.public.day)
        opened = final not in (None, AnyAttribute.WITHHELD) or sides.published(review.document)
        if opinion in _SECRET and opened:
            at = sides.at(review, "secrecy", "opinion")
            yield problem(at, "office-secret-open", id=review.document)


def attribute_is_reviewed(sides: Sides) -> Iterator[Problem]:
    """公开属性审核机构在签发以前审核属性和理由。"""
    for review in sides.reviews:
        if sides.lacks(review, "reviewed"):
            yield problem(sides.at(review), "office-reviewed-missing", id=review.document)
        elif review.reviewed and review.signed and review.reviewed.on > review.signed.on:
            yield problem(
                sides.at(review, "reviewed", "on"), "office-reviewed-late",
                id=review.document, day=review.reviewed.on, signed=review.signed.on,
            )  # fmt: skip


def drafters_do_not_review(sides: Sides) -> Iterator[Problem]:
    """审核机构审核草拟单位确定的属性；同一内设机构自己审核的，提示核对。"""
    for review in sides.reviews:
        if not (review.drafted and review.reviewed):
            continue
        one, other = review.drafted.by, review.reviewed.by
        if one.name and not _registered(sides, one) and sides.names(one) & sides.names(other):
            yield problem(
                sides.at(review, "reviewed", "by"), "office-reviewed-own", id=review.document
            )


def documents_are_signed(sides: Sides) -> Iterator[Problem]:
    """审核记录写明签发日期和签发时的属性。"""
    for review in sides.reviews:
        public = sides.published(review.document)  # worse, so another rule says it
        if sides.lacks(review, "signed") and not public:
            yield problem(sides.at(review), "office-signed-missing", id=review.document)


def withheld_are_registered(sides: Sides) -> Iterator[Problem]:
    """签发为不公开的，登记备案。"""
    for review in sides.reviews:
        final = adjusted(review, sides.public.day)
        if final is AnyAttribute.WITHHELD and sides.lacks(review, "registered_on"):
            yield problem(sides.at(review), "office-registered-missing", id=review.document)


def days_are_in_order(sides: Sides) -> Iterator[Problem]:
    """各步骤的日期按先后：草拟，保密审查，审核，会商和联合发文意见，签发，登记备案和调整。"""
    for review in sides.reviews:
        done = list(_steps(review))
        signed = review.signed.on if review.signed else date.max
        for place, name, rank, day in done:
            before = [
                one
                for one in done
                if one[2] < rank and one[3] > day and _follows(one, name, signed)
            ]
            if before:
                _, other, _, other_day = before[0]
                yield problem(
                    sides.at(review, *place), "office-days-order",
                    id=review.document, step=name, day=day, other=other, other_day=other_day,
                )  # fmt: skip


def days_have_come(sides: Sides) -> Iterator[Problem]:
    """审核记录和复核中的日期都已经到了；还没有做的步骤先不写。"""
    for review in sides.reviews:
        for place, name, _, day in _steps(review):
            if day > sides.public.day:
                at = sides.at(review, *place)
                yield problem(at, "office-day-ahead", id=review.document, step=name, day=day)
    for document in sides.documents:
        for number, one in enumerate(document.reconsidered):
            if one.on > sides.public.day:
                at = sides.at(document, "reconsidered", number, "on")
                yield problem(at, "office-day-ahead", id=document.id, step="复核", day=one.on)


def _registered(sides: Sides, body: Body) -> bool:
    """Whether *body* is a unit, of which several departments may have acted."""
    return any(unit.id in sides.names(body) for unit in sides.public.units)


Step = tuple[tuple[str | int, ...], str, int, date]


def _follows(earlier: Step, name: str, signed: date) -> bool:
    """Whether a step called *name* must not come before *earlier*, and no other rule says it."""
    _, other, rank, day = earlier
    if name == "签发":
        return rank == 3  # what should precede signing has rules of its own
    if name == "属性审核" and other == "保密审查":
        return day <= signed  # later than signing: another rule says that
    if other == "保密审查":
        return name not in ("会商", "联合发文意见")
    return other != "登记备案"  # an adjustment may come before or after it


def _steps(review: Review) -> Iterator[Step]:
    """The steps that were taken: where the day stands, the step's name, its rank, the day."""
    if review.drafted:
        yield ("drafted", "on"), "草拟", 0, review.drafted.on
    if review.secrecy:
        yield ("secrecy", "on"), "保密审查", 1, review.secrecy.on
    if review.reviewed:
        yield ("reviewed", "on"), "属性审核", 2, review.reviewed.on
    for number, consultation in enumerate(review.consultations):
        yield ("consultations", number, "on"), "会商", 3, consultation.on
    for number, opinion in enumerate(review.joint):
        yield ("joint", number, "on"), "联合发文意见", 3, opinion.on
    if review.signed:
        yield ("signed", "on"), "签发", 4, review.signed.on
    if review.registered_on:
        yield ("registered_on",), "登记备案", 5, review.registered_on
    for number, adjustment in enumerate(review.adjustments):
        yield ("adjustments", number, "on"), "属性调整", 6 + number, adjustment.on
