"""Who is asked when the attribute is doubted, and in joint documents (157号 规程 二(四)–(六))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.entry import Body
from generator.office.model import Agreement, Opinion, Review
from generator.office.sides import Sides, others, paper_of
from generator.problems import Problem, problem

SECRECY = "保密"
MEETING = "协调会"


def disagreement_is_consulted(sides: Sides) -> Iterator[Problem]:
    """审核机构与草拟单位确定的属性不同时，协商重新确定。"""
    for review in sides.reviews:
        if not (review.drafted and review.drafted.attribute and review.reviewed):
            continue
        differ = review.drafted.attribute is not review.reviewed.attribute
        if differ and sides.lacks(review, "consultations"):
            yield problem(
                sides.at(review, "reviewed", "attribute"), "office-disagreement",
                id=review.document, drafted=review.drafted.attribute,
                reviewed=review.reviewed.attribute,
            )  # fmt: skip


def failed_consultations_go_to_secrecy(sides: Sides) -> Iterator[Problem]:
    """协商不一致的，与保密部门会商，确定公开属性。"""
    for review in sides.reviews:
        secrecy = [one.on for one in review.consultations if _has(sides, one.partner, SECRECY)]
        for number, one in enumerate(review.consultations):
            failed = one.outcome is Agreement.DISAGREED
            if failed and not any(day >= one.on for day in secrecy):
                at = sides.at(review, "consultations", number)
                yield problem(
                    at, "office-secrecy-consultation-missing", id=review.document, day=one.on
                )


def signed_attribute_is_the_agreed_one(sides: Sides) -> Iterator[Problem]:
    """签发人质疑公开属性的，会商有关部门再次确定后签发。"""
    for review in sides.reviews:
        agreed = review.reviewed or review.drafted
        if not (review.signed and agreed and agreed.attribute):
            continue
        again = any(one.on >= agreed.on for one in review.consultations)
        if review.signed.attribute is not agreed.attribute and not again:
            yield problem(
                sides.at(review, "signed", "attribute"), "office-signed-differs",
                id=review.document, agreed=agreed.attribute, signed=review.signed.attribute,
            )  # fmt: skip


def joint_bodies_are_informed(sides: Sides) -> Iterator[Problem]:
    """联合发文由主办机关确定属性，并告知其他机关，记下各机关的意见。"""
    for review in sides.reviews:
        paper = paper_of(sides, review)
        told = [sides.names(one.organ) for one in review.joint]
        if paper is None or "joint" in sides.by_id[review.id].dropped:
            continue
        for number, body in others(sides, paper):
            if not any(sides.names(body) & names for names in told):
                at = sides.at(review, "joint", of_key=True) if told else sides.at(review)
                yield problem(at, "office-joint-missing", id=review.document, n=number + 1)


def objections_are_met_about(sides: Sides) -> Iterator[Problem]:
    """其他机关有异议的，在签发以前召开协调会，协商公开属性。"""
    for review in sides.reviews:
        for number, one in enumerate(review.joint):
            if one.opinion is Opinion.OBJECTION and not _met(sides, review, one.organ, one.on):
                at = sides.at(review, "joint", number)
                yield problem(at, "office-objection-open", id=review.document, day=one.on)


def leading_body_does_not_object(sides: Sides) -> Iterator[Problem]:
    """属性由主办机关确定，异议是其他机关的，不是主办机关自己的。"""
    for review in sides.reviews:
        paper = paper_of(sides, review)
        lead = sides.names(paper.issuers[0]) if paper and paper.issuers else frozenset()
        for number, one in enumerate(review.joint):
            if one.opinion is Opinion.OBJECTION and lead & sides.names(one.organ):
                at = sides.at(review, "joint", number, "organ")
                yield problem(at, "office-joint-lead", id=review.document)


def _met(sides: Sides, review: Review, organ: Body, day: date) -> bool:
    """Whether, from *day* until the signing, there was a 协调会 or a consultation with *organ*."""
    until = review.signed.on if review.signed else date.max
    return any(
        day <= one.on <= until
        and (_has(sides, one.partner, MEETING) or sides.names(one.partner) & sides.names(organ))
        for one in review.consultations
    )


def _has(sides: Sides, body: Body, word: str) -> bool:
    return any(word in name for name in sides.names(body))
