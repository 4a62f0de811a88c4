"""Both sides held against each other (157号 规程 二(七))."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.facts.attributes import attribute_on
from generator.facts.bases import act_of
from generator.model.document import AnyAttribute, Document, Target, targets_of
from generator.model.entry import Basis
from generator.office.model import Review
from generator.office.sides import Sides, adjusted, same
from generator.problems import Problem, problem

_TAG = re.compile(r"<[^>]*>")
# The 文号 that stands behind a title, as in 某某文件（示府〔2003〕2号）.
_NUMBER = re.compile(r"[（(]([^（）()]+号)[）)]")


def public_attribute_is_the_final_one(sides: Sides) -> Iterator[Problem]:
    """公开文件的属性就是签发和调整以后的属性；最终不公开的，公开一侧没有记录。"""
    for review in sides.reviews:
        final = adjusted(review, sides.public.day)
        document = sides.published(review.document)
        if final is None or document is None:
            continue
        at = sides.at(document, "attribute")
        if final is AnyAttribute.WITHHELD:
            yield problem(at, "office-withheld-public", id=document.id)
        elif (public := attribute_on(document, sides.public.day)) is not final:
            yield problem(
                at, "office-attribute-differs", id=document.id, public=public, final=final
            )


def public_documents_are_signed(sides: Sides) -> Iterator[Problem]:
    """公文签发为公开以后才发布；没有签发的不发布，草拟或者审核为不公开的更不能发布。"""
    for review in sides.reviews:
        document = sides.published(review.document)
        if document is None:
            continue
        if sides.lacks(review, "signed"):
            steps = [one.attribute for one in (review.drafted, review.reviewed) if one]
            steps += [one.after for one in review.adjustments]
            if AnyAttribute.WITHHELD in steps:
                yield problem(sides.at(document), "office-unsigned-withheld", id=document.id)
            else:
                yield problem(sides.at(document), "office-unsigned-public", id=document.id)
            continue
        opened = _opened(review)
        if opened and opened > sides.public.day:
            continue  # told of the day itself
        if opened and document.published and document.published < opened:
            yield problem(
                sides.at(document, "published"), "office-published-early",
                id=document.id, day=document.published, opened=opened,
            )  # fmt: skip


def decided_are_in_the_public_catalogue(sides: Sides) -> Iterator[Problem]:
    """签发为主动公开、依申请公开的，编入本单位政府信息公开目录。"""
    for review in sides.reviews:
        final = adjusted(review, sides.public.day)
        if final is None or final is AnyAttribute.WITHHELD or sides.published(review.document):
            continue
        if not sides.public.perhaps("documents", review.document):
            yield problem(
                sides.at(review), "office-catalogue-missing", id=review.document, final=final
            )


def internal_attribute_is_the_final_one(sides: Sides) -> Iterator[Problem]:
    """内部登记的属性就是签发和调整以后的属性。"""
    for document in sides.documents:
        review = sides.review_of.get(document.id)
        final = adjusted(review, sides.public.day) if review else None
        if final and not same(document.attribute, final):
            yield problem(
                sides.at(document, "attribute"), "office-own-attribute-differs",
                id=document.id, own=document.attribute, final=final,
            )  # fmt: skip


def on_request_documents_have_their_text(sides: Sides) -> Iterator[Problem]:
    """依申请公开的文件，正文或者附件存在内部一侧，有人申请时可以提供。"""
    for document in sides.public.documents:
        if attribute_on(document, sides.public.day) is not AnyAttribute.ON_REQUEST:
            continue
        text = sides.withheld(document.id)
        if text is None and sides.perhaps("documents", document.id):
            continue
        if text is None or not (text.attachments or _TAG.sub("", text.body.html).strip()):
            yield problem(sides.at(document), "office-text-missing", id=document.id)
            continue
        for number, one in enumerate(text.attachments):
            if not sides.has_beside(text, one.file):
                at = sides.at(text, "attachments", number)
                yield problem(at, "office-attachment-missing", id=document.id, n=number + 1)


def withheld_change_nothing_public(sides: Sides) -> Iterator[Problem]:
    """不公开的文件不改变公开文件的效力；修改、废止、代替要由公开的文件或者清理结果写明。"""
    for document in sides.documents:
        public = sides.published(document.id)
        said = targets_of(public) if public else ()
        known = {(key, _named(sides, one)) for key, _, one in said}
        for key, number, target in targets_of(document):
            id = _named(sides, target)
            if id and (key, id) not in known:
                at = sides.at(document, key, number)
                yield problem(at, "office-withheld-effect", id=document.id, other=id)


def _opened(review: Review) -> date | None:
    """The day on which the document of *review* was first signed or adjusted as open."""
    if review.signed is None:
        return None
    steps = [(review.signed.on, review.signed.attribute)]
    steps += [(one.on, one.after) for one in review.adjustments]
    return next((on for on, given in steps if given is not AnyAttribute.WITHHELD), None)


def _named(sides: Sides, target: Target) -> str:
    """The id of the public document that *target* names, by its id or in words."""
    if target.document:
        return target.document if sides.published(target.document) else ""
    if not target.name:
        return ""
    number = _NUMBER.search(target.name)
    named = Basis(title=target.name, number=number[1] if number else "")
    act = act_of(named, sides.public)
    return act.id if isinstance(act, Document) else ""
