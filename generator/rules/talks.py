"""Interpretation, response, consultation, meeting: what they belong to, their days and terms
(规程 三(三), 三(四))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.catalogue import Catalogue, Talk
from generator.facts.bases import act_of
from generator.facts.successors import successor_of
from generator.facts.talks import (
    Asked,
    Standing,
    Term,
    consultation_of,
    days_open,
    feedback_of,
    interpretation_of,
    is_of_draft,
    made_on,
    meeting_of,
    named_as,
    once,
    response_of,
    steps_of,
)
from generator.model.dialogue import Consultation, Interpretation, Matter, Response
from generator.model.document import Document
from generator.model.entry import Basis, Body
from generator.problems import Problem, problem


def documents_are_interpreted(catalogue: Catalogue) -> Iterator[Problem]:
    """需要解读的文件，发布后在规定的工作日内登记解读材料；与文件同步或者在先的，不算迟。"""
    for document in catalogue.documents:
        standing = interpretation_of(catalogue, document)
        if standing is None:
            continue
        if standing.state is Term.LATE:
            # Where one could not be read, it may have been the first.
            if not _perhaps_interpreted(catalogue, document):
                yield from _late(catalogue, document)
        elif standing.done or _perhaps_interpreted(catalogue, document):
            continue
        elif standing.state is Term.OVERDUE:
            if not _of_draft(catalogue, document):  # told where it stands
                at = catalogue.at(document, "needs_interpretation")
                owner = document.issuers[0].unit if document.issuers else ""
                yield problem(
                    at, "interpretation-missing",
                    title=document.title, due=standing.due, **_taken_over(catalogue, owner),
                )  # fmt: skip
        elif day := _unknowable(standing, given=_given(catalogue, document)):
            at = catalogue.at(document, "published" if document.published else "id")
            yield problem(at, "interpretation-due-unknown", title=document.title, day=day)


def _given(catalogue: Catalogue, document: Document) -> bool:
    about = catalogue.about.get(document.id, ())
    return any(isinstance(one, Interpretation) for one in about)


def _of_draft(catalogue: Catalogue, document: Document) -> bool:
    about = catalogue.about.get(document.id, ())
    return any(isinstance(one, Interpretation) and is_of_draft(one, document) for one in about)


def _unknowable(standing: Standing, *, given: bool) -> date | None:
    """The first day that the calendar does not know, where for want of it nobody can tell whether
    what is not *given* is overdue."""
    return standing.unknown if standing.state is Term.UNKNOWN and not given else None


def _taken_over(catalogue: Catalogue, id: str) -> dict[str, str]:
    """Who is to do what the unit *id* owes, where it has ended: *heir*, the unit that took over, or
    *orphan*, the unit itself, of which nobody wrote who did."""
    unit = catalogue.get("units", id)
    heir = successor_of(catalogue, unit) if unit else None
    return {
        "heir": heir.name if heir and heir is not unit else "",
        "orphan": unit.name if unit and not heir else "",
    }


def _late(catalogue: Catalogue, document: Document) -> Iterator[Problem]:
    """That the first of the interpretations of *document* came after its last day."""
    standing = interpretation_of(catalogue, document)
    for talk in catalogue.about.get(document.id, ()):
        if standing and isinstance(talk, Interpretation) and talk.published == standing.done:
            yield problem(
                catalogue.at(talk, "published"), "interpretation-late",
                title=document.title, day=standing.done, due=standing.due,
            )  # fmt: skip
            return


def _perhaps_interpreted(catalogue: Catalogue, document: Document) -> bool:
    """Whether something is written, or could not be read, that may be an interpretation of
    *document*, though it does not name it by its id."""
    names = {document.id, document.number, document.title} - {""}
    return any(catalogue.perhaps("interpretations", name) for name in names) or any(
        catalogue.left_out(one, "interprets", "published")
        or any(_may_mean(catalogue, one, matter, document) for matter in one.interprets)
        for one in catalogue.interpretations
    )


def _may_mean(catalogue: Catalogue, talk: Talk, matter: Matter, document: Document) -> bool:
    """Whether *matter* may be *document*: it says nothing, names no id that is known, or calls the
    document in words; each is told where it stands."""
    if matter.document:
        return catalogue.get("documents", matter.document) is None and not catalogue.perhaps(
            "documents", matter.document
        )
    return not matter.name or _registered(catalogue, talk, matter.name) is document


_MATTERS = {
    "interpretations": "interprets",
    "responses": "responds_to",
    "consultations": "consults_on",
    "meetings": "documents",
}


def interpretations_are_of_the_document(catalogue: Catalogue) -> Iterator[Problem]:
    """解读不早于它解读的文件；早于文件的，解读的是草案。"""
    for one in catalogue.interpretations:
        for _, matter in once(one.interprets):
            document = catalogue.get("documents", matter.document)
            if document is None or catalogue.left_out(document, "formed"):
                continue
            if is_of_draft(one, document):
                yield problem(
                    catalogue.at(one, "published"), "interpretation-early",
                    title=document.title, day=one.published, made=made_on(document),
                )  # fmt: skip


def _talks(catalogue: Catalogue) -> Iterator[tuple[str, str, Talk, tuple[Matter, ...]]]:
    """Yield every text with its kind, the key of its documents, and these."""
    for kind, key in _MATTERS.items():
        for talk in getattr(catalogue, kind):
            yield kind, key, talk, getattr(talk, key)


def talks_name_each_once(catalogue: Catalogue) -> Iterator[Problem]:
    """同一文件、同一单位在一处只写一次。"""
    lists: list[tuple[Talk, tuple[str, ...], tuple[Matter | Body, ...]]] = [
        (talk, (key,), matters) for _, key, talk, matters in _talks(catalogue)
    ]
    lists += [
        (one, ("joint", "organs"), one.joint.organs) for one in catalogue.responses if one.joint
    ]
    for talk, steps, named in lists:
        firsts = {place for place, _ in once(named)}
        for place, one in enumerate(named):
            if place not in firsts:
                at = catalogue.at(talk, *steps, place)
                yield problem(at, "talk-named-twice", name=named_as(one))


def talks_belong_to_something(catalogue: Catalogue) -> Iterator[Problem]:
    """解读、征求意见写明是哪件文件的；回应写明哪件文件或者什么问题；已经登记的写编号，两边才连得上。"""
    for kind, key, talk, matters in _talks(catalogue):
        alone = isinstance(talk, Interpretation | Consultation) or (
            isinstance(talk, Response) and catalogue.lacks(talk, "concern")
        )
        if not matters and alone and catalogue.lacks(talk, key):
            at = catalogue.at(talk)
            yield problem(at, "talk-document-missing", title=talk.title, kind=kind, key=key)
        for place, matter in once(matters):
            at = catalogue.at(talk, key, place)
            if not matter.document and not matter.name:
                yield problem(at, "talk-document-missing", title=talk.title, kind=kind, key=key)
            elif matter.document or catalogue.perhaps("documents", matter.name):
                continue
            elif known := _registered(catalogue, talk, matter.name):
                yield problem(at, "talk-document-named", name=matter.name, id=known.id)


def _registered(catalogue: Catalogue, talk: Talk, name: str) -> Document | None:
    """The document that *name* surely means; what a consultation calls by its title may be the
    draft of a new one, so that an older one of the same title does not count."""
    act = act_of(Basis(title=name), catalogue)
    if not isinstance(act, Document):
        return None
    formed = made_on(act)
    if isinstance(talk, Consultation) and (formed is None or formed < talk.opened):
        return None
    return act


def talks_name_their_unit(catalogue: Catalogue) -> Iterator[Problem]:
    """写明由哪个单位解读、回应、征求意见、召开会议，读者才知道问谁。"""
    for kind, _, talk, _ in _talks(catalogue):
        key = "organ" if kind == "meetings" else "unit"
        if catalogue.lacks(talk, key):
            at = catalogue.at(talk)
            yield problem(at, "talk-unit-missing", title=talk.title, kind=kind, key=key)


def interpretations_are_dated(catalogue: Catalogue) -> Iterator[Problem]:
    """解读写明发布日期，才看得出是否在期限内。"""
    for one in catalogue.interpretations:
        if catalogue.lacks(one, "published"):
            yield problem(catalogue.at(one), "interpretation-undated", title=one.title)


def responses_take_every_step(catalogue: Catalogue) -> Iterator[Problem]:
    """政务舆情先收集、研判、处置，再回应；重大舆情联席会商。"""
    for response in catalogue.responses:
        steps = [one for one in steps_of(response) if one[0] != "joint"]
        taken = [place for place, one in enumerate(steps) if one[2] and one[2] <= catalogue.day]
        missing = [
            (key, step)
            for key, step, _ in steps[: max(taken, default=1)]
            if catalogue.lacks(response, key)
        ]
        if missing:
            yield problem(
                catalogue.at(response), "response-step-missing",
                title=response.title,
                steps="、".join(step for _, step in missing),
                keys="、".join(key for key, _ in missing),
            )  # fmt: skip
        if response.major and catalogue.lacks(response, "joint"):
            at = catalogue.at(response, "major")
            yield problem(at, "response-joint-missing", title=response.title)


def responses_keep_the_order(catalogue: Catalogue) -> Iterator[Problem]:
    """收集、研判、联席会商、处置、回应、督办，后一步不早于前一步。"""
    for response in catalogue.responses:
        taken = [(key, step, day) for key, step, day in steps_of(response) if day]
        for (_, before, earlier), (key, step, day) in pairwise(taken):
            if day < earlier:
                yield problem(
                    catalogue.at(response, key), "response-step-order",
                    step=step, day=day, before=before, earlier=earlier,
                )  # fmt: skip


def responses_are_given_in_time(catalogue: Catalogue) -> Iterator[Problem]:
    """收集到的关切在规定的工作日内回应，重大舆情更快。"""
    for response in catalogue.responses:
        if catalogue.left_out(response, "major", "responded", "collected"):
            continue
        standing = response_of(catalogue, response)
        if standing.state is Term.LATE:
            at = catalogue.at(response, "responded")
            yield problem(
                at, "response-late", title=response.title, day=standing.done, due=standing.due
            )
        elif standing.state is Term.OVERDUE:
            yield problem(
                catalogue.at(response, "collected"), "response-missing",
                title=response.title, due=standing.due, **_taken_over(catalogue, response.unit),
            )  # fmt: skip
        elif day := _unknowable(standing, given=bool(response.responded)):
            at = catalogue.at(response, "collected")
            yield problem(at, "response-due-unknown", title=response.title, day=day)


def responses_have_their_text(catalogue: Catalogue) -> Iterator[Problem]:
    """写了回应日期，就有回应的正文。"""
    for response in catalogue.responses:
        given = response.responded and response.responded <= catalogue.day
        if given and not response.body.given and not catalogue.left_out(response, "body"):
            at = catalogue.at(response, "responded")
            yield problem(at, "response-empty", title=response.title, day=response.responded)


def consultations_are_open_long_enough(catalogue: Catalogue) -> Iterator[Problem]:
    """征求意见先开始后结束，开放的日数不少于规定。"""
    settings = catalogue.config.talks
    for one in catalogue.consultations:
        days = days_open(one)
        applies = not settings.since or one.opened >= settings.since
        if days < 1:
            at = catalogue.at(one, "closed")
            yield problem(at, "consultation-ends-early", day=one.closed, begin=one.opened)
        elif settings.consultation and applies and days < settings.consultation:
            at = catalogue.at(one, "closed")
            yield problem(
                at, "consultation-short",
                title=one.title, days=days, least=settings.consultation, source=settings.source,
            )  # fmt: skip


def consultations_are_reported_on(catalogue: Catalogue) -> Iterator[Problem]:
    """征求意见结束后，在规定的工作日内公布意见采纳情况，不只写日期；采纳的不多于收到的。"""
    for one in catalogue.consultations:
        if catalogue.left_out(one, "feedback") or days_open(one) < 1:
            continue
        asking = consultation_of(catalogue, one)
        owed, feedback = asking.feedback, feedback_of(one)
        heir = _taken_over(catalogue, one.unit)
        if one.feedback and not feedback:
            at = catalogue.at(one, "feedback")
            yield problem(
                at, "consultation-feedback-empty", title=one.title, day=one.feedback.on, **heir
            )
        elif asking.state is Asked.OVERDUE and not feedback:
            at = catalogue.at(one, "closed")
            yield problem(
                at, "consultation-feedback-missing", title=one.title, due=owed.due, **heir
            )
        elif day := _unknowable(owed, given=feedback is not None):
            at = catalogue.at(one, "closed")
            yield problem(at, "consultation-feedback-due-unknown", title=one.title, day=day)
        if feedback is None:
            continue
        if feedback.on < one.closed:
            at = catalogue.at(one, "feedback", "on")
            yield problem(at, "consultation-feedback-early", day=feedback.on, closed=one.closed)
        elif owed.state is Term.LATE:
            at = catalogue.at(one, "feedback", "on")
            yield problem(
                at, "consultation-feedback-late", title=one.title, day=feedback.on, due=owed.due
            )
        received = feedback.received
        if received is not None and (feedback.adopted or 0) > received:
            at = catalogue.at(one, "feedback", "adopted")
            yield problem(at, "consultation-adopted", adopted=feedback.adopted, received=received)


def consultations_come_first(catalogue: Catalogue) -> Iterator[Problem]:
    """先征求意见，结束以后才成文。"""
    for one in catalogue.consultations:
        for place, matter in once(one.consults_on):
            document = catalogue.get("documents", matter.document)
            formed = made_on(document) if document else None
            if formed and one.opened <= one.closed and formed < one.closed:
                at = catalogue.at(one, "consults_on", place)
                yield problem(
                    at, "consultation-document-early",
                    title=document.title, formed=formed, closed=one.closed,
                )  # fmt: skip


def meetings_are_open_afterwards(catalogue: Catalogue) -> Iterator[Problem]:
    """先开会，再发布；会后公开的，自会议召开之日起20个工作日内公开。"""
    for one in catalogue.meetings:
        if catalogue.left_out(one, "held", "published", "openness"):
            continue
        if one.published and one.published < one.held:
            at = catalogue.at(one, "published")
            yield problem(at, "meeting-published-early", day=one.published, held=one.held)
        standing = meeting_of(catalogue, one)
        if standing is None:
            continue
        at = catalogue.at(one, "held")
        given = bool(one.published or one.body.given)
        if standing.state is Term.OVERDUE:
            yield problem(
                at, "meeting-unpublished",
                title=one.title, due=standing.due, **_taken_over(catalogue, one.organ),
            )  # fmt: skip
        elif day := _unknowable(standing, given=given):
            yield problem(at, "meeting-due-unknown", title=one.title, day=day)
