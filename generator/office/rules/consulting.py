"""Who is asked when the attribute is doubted, and in joint documents (157号 规程 二(四)–(六))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.document import AnyAttribute
from generator.model.entry import Body
from generator.office.model import Agreement, Consultation, JointOpinion, Opinion, Review
from generator.office.sides import Sides, others, paper_of
from generator.problems import Problem, problem

SECRECY = "保密"
MEETING = "协调会"


def disagreement_is_consulted(sides: Sides) -> Iterator[Problem]:
    """审核机构与草拟单位确定的属性不同时，两家协商、召开协调会或者与保密部门会商，重新确定。"""
    for review in sides.reviews:
        differ = _differing(review)
        if not differ or "consultations" in sides.by_id[review.id].dropped:
            continue
        if not any(_answers(sides, review, one.partner) for one in review.consultations):
            yield problem(
                sides.at(review, "reviewed", "attribute"), "office-disagreement",
                id=review.document, drafted=differ[0], reviewed=differ[1],
            )  # fmt: skip


def failed_consultations_go_to_secrecy(sides: Sides) -> Iterator[Problem]:
    """协商不一致的，与保密部门会商，确定公开属性；与保密部门也不一致的，还没有确定。"""
    for review in sides.reviews:
        left = [
            (one.on, number)
            for number, one in enumerate(review.consultations)
            if one.outcome is Agreement.DISAGREED
            and not _settled(sides, review, one)
            and not _by_leading_body(sides, review, one)
        ]
        if left:
            day, number = max(left)
            at = sides.at(review, "consultations", number)
            yield problem(at, "office-secrecy-consultation-missing", id=review.document, day=day)


def signed_attribute_is_the_agreed_one(sides: Sides) -> Iterator[Problem]:
    """签发人质疑公开属性的，会商有关部门，意见一致后签发；不一致的，不改属性。"""
    for review in sides.reviews:
        agreed = review.reviewed or review.drafted
        if not (review.signed and agreed and agreed.attribute):
            continue
        again = any(one.on >= agreed.on for one in _agreed(review))
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
    """其他机关有异议的，在签发以前召开协调会，协商公开属性；后来同意的除外。"""
    for review in sides.reviews:
        for number, one in enumerate(review.joint):
            if one.opinion is not Opinion.OBJECTION:
                continue
            if not (_met(sides, review, one.organ, one.on) or _withdrawn(sides, review, one)):
                at = sides.at(review, "joint", number)
                yield problem(at, "office-objection-open", id=review.document, day=one.on)


def failed_meetings_name_who_objects(sides: Sides) -> Iterator[Problem]:
    """联合发文的协调会没有协商一致的，按主办机关的意见确定，并记下哪个机关有异议。"""
    for review in sides.reviews:
        if _objecting(review) or "joint" in sides.by_id[review.id].dropped:
            continue
        for number, one in enumerate(review.consultations):
            failed = one.outcome is Agreement.DISAGREED and not _settled(sides, review, one)
            if failed and _by_leading_body(sides, review, one):
                at = sides.at(review, "consultations", number)
                yield problem(at, "office-objection-unrecorded", id=review.document, day=one.on)


def leading_body_does_not_object(sides: Sides) -> Iterator[Problem]:
    """属性由主办机关确定，异议是其他机关的，不是主办机关自己的。"""
    for review in sides.reviews:
        paper = paper_of(sides, review)
        lead = sides.names(paper.issuers[0]) if paper and paper.issuers else frozenset()
        for number, one in enumerate(review.joint):
            if one.opinion is Opinion.OBJECTION and lead & sides.names(one.organ):
                at = sides.at(review, "joint", number, "organ")
                yield problem(at, "office-joint-lead", id=review.document)


def _differing(review: Review) -> tuple[AnyAttribute, AnyAttribute] | None:
    """The attributes that were drafted and reviewed, where they are not the same."""
    if not (review.drafted and review.drafted.attribute and review.reviewed):
        return None
    pair = (review.drafted.attribute, review.reviewed.attribute)
    return pair if pair[0] is not pair[1] else None


def _answers(sides: Sides, review: Review, body: Body) -> bool:
    """Whether *body* can settle what drafters and reviewers see differently."""
    parties = (one.by for one in (review.drafted, review.reviewed) if one)
    own = any(_alike(sides, body, party) for party in parties)
    return own or _has(sides, body, MEETING) or _has(sides, body, SECRECY)


def _agreed(review: Review) -> list[Consultation]:
    return [one for one in review.consultations if one.outcome is Agreement.AGREED]


def _settled(sides: Sides, review: Review, failed: Consultation) -> bool:
    """Whether a consultation settled, from the same day on, what *failed* left open."""
    return any(
        one.on >= failed.on
        and (_answers(sides, review, one.partner) or _alike(sides, one.partner, failed.partner))
        for one in _agreed(review)
    )


def _by_leading_body(sides: Sides, review: Review, failed: Consultation) -> bool:
    """Whether *failed* is about an objection to a joint document, of which its leading body then
    decides (二(六)); what it is itself at odds about is no such thing."""
    paper = paper_of(sides, review)
    if _differing(review) and not _agreed(review):
        return False
    if paper and any(others(sides, paper)) and _has(sides, failed.partner, MEETING):
        return True
    return any(_alike(sides, failed.partner, organ) for organ in _objecting(review))


def _objecting(review: Review) -> list[Body]:
    return [one.organ for one in review.joint if one.opinion is Opinion.OBJECTION]


def _met(sides: Sides, review: Review, organ: Body, day: date) -> bool:
    """Whether, from *day* until the signing, there was a 协调会, or *organ* was agreed with."""
    until = review.signed.on if review.signed else date.max
    return any(
        day <= one.on <= until
        and (
            _has(sides, one.partner, MEETING)
            or (one.outcome is Agreement.AGREED and _alike(sides, one.partner, organ))
        )
        for one in review.consultations
    )


def _withdrawn(sides: Sides, review: Review, objection: JointOpinion) -> bool:
    """Whether the organ that objected consented later."""
    return any(
        one.opinion is Opinion.CONSENT
        and one.on >= objection.on
        and _alike(sides, one.organ, objection.organ)
        for one in review.joint
    )


def _alike(sides: Sides, one: Body, other: Body) -> bool:
    """Whether two bodies are one, or one is named as part of the other (办公室综合科, 综合科)."""
    names, others = sides.names(one), sides.names(other)
    return any(name in known or known in name for name in names for known in others)


def _has(sides: Sides, body: Body, word: str) -> bool:
    return any(word in name for name in sides.names(body))
