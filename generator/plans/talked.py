"""One line of life for a document: 征求意见 → 会议审议 → 发布 → 解读 → 回应, and what is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Talk
from generator.exports.layout import Named
from generator.facts.attributes import opens_on
from generator.facts.talks import (
    Standing,
    Term,
    consultation_of,
    interpretation_of,
    interpretations_of,
    is_of_draft,
    response_of,
)
from generator.model.dialogue import Consultation, Interpretation, Meeting, Response
from generator.model.document import Attribute, Document
from generator.plans.consultations import period_words, sign_of
from generator.plans.shared import day_words
from generator.plans.talks import due_words, heir_words


@dataclass(frozen=True, slots=True)
class Said:
    """One point of the line: when, what, the text, and whether it is still to come."""

    day: str
    what: str
    talk: Named | None
    note: str
    ahead: bool


def talked(catalogue: Catalogue, document: Document) -> tuple[Said, ...]:
    """Return what was said about *document* and when it was published, in the order of days; what
    names no day comes last."""
    points = [_point(catalogue, document, talk) for talk in catalogue.about.get(document.id, ())]
    opens = opens_on(document) if document.attribute is Attribute.PROACTIVE else None
    if points and opens:
        points.append((opens, 2, "发布", None, ""))
    points.sort(key=lambda one: (one[0] or date.max, one[1]))
    return tuple(
        Said(day_words(day), what, talk, note, bool(day and day > catalogue.day))
        for day, _, what, talk, note in points
    )


Point = tuple[date | None, int, str, Named | None, str]


def _point(catalogue: Catalogue, document: Document, talk: Talk) -> Point:
    """The day, the place among those of one day, what it is, the text, and what besides."""
    if isinstance(talk, Consultation):
        note = f"{period_words(talk)}，{sign_of(consultation_of(catalogue, talk)).title}"
        return talk.opened, 0, "征求意见", _named(talk, "consultations"), note
    if isinstance(talk, Meeting):
        return talk.held, 1, "会议审议", _named(talk, "meetings"), "、".join(talk.openness)
    if isinstance(talk, Interpretation):
        draft = "早于文件，解读的是草案" if is_of_draft(talk, document) else ""
        note = "，".join(filter(None, (talk.form, draft)))
        return talk.published, 3, "解读", _named(talk, "interpretations"), note
    return _answer(catalogue, talk)


def _answer(catalogue: Catalogue, talk: Response) -> Point:
    named = _named(talk, "responses")
    if talk.responded:
        return talk.responded, 4, "回应", named, "重大舆情" if talk.major else ""
    due = due_words(response_of(catalogue, talk))
    return talk.collected, 4, "收集到关切", named, f"还没有回应{'，' if due else ''}{due}"


def _named(talk: Talk, folder: str) -> Named:
    return Named(talk.title, f"{folder}/{talk.id}.html")


def owed_words(catalogue: Catalogue, document: Document) -> str:
    """Return what *document* still owes its readers, an empty text where it owes nothing."""
    standing = interpretation_of(catalogue, document)
    registered = bool(interpretations_of(catalogue, document))
    said = _owed(document, standing, registered=registered) if standing else ""
    if not said or (standing and standing.done) or not document.issuers:
        return said
    heir = heir_words(catalogue, document.issuers[0].unit)
    return f"{said}{heir}。" if heir else said


def _owed(document: Document, standing: Standing, *, registered: bool) -> str:
    missing = "解读材料还没有发布" if registered else "还没有登记解读材料"
    if standing.state is Term.LATE:
        return (
            f"解读迟于期限：应当在{day_words(standing.due)}前，{day_words(standing.done)}才发布。"
        )
    if standing.state is Term.AHEAD:
        if standing.due is None:
            return f"应当解读，{missing}；工作日历还没有确认到那时，期限算不出。"
        return f"应当在{day_words(standing.due)}前解读，{missing}。"
    if standing.state is Term.OVERDUE:
        return f"应当在{day_words(standing.due)}前解读，{missing}，已经逾期。"
    if standing.state is Term.OWED:
        return f"应当解读，{missing}。"
    if standing.state is Term.UNKNOWN and not standing.done:
        if standing.due or (registered and not standing.unknown):
            return "解读材料没有写明发布日期，看不出是否在期限内。"
        why = "发布日期没有写明" if opens_on(document) is None else "工作日历还没有确认到那时"
        return f"应当解读，{missing}；{why}，期限算不出。"
    return ""
