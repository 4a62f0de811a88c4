"""Whether a document was interpreted, a concern answered and a consultation reported on in time.

What must follow an event (interpretation the publication, a response the collection, feedback the
close) has a term in working days that config.yaml gives with its source (157号 规程 三(三)、(四));
what a meeting decides has that of the law.  Each answer holds the state on the day and *until*, the
first day on which it will differ without an edit; None where it will not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from generator import workdays
from generator.catalogue import Catalogue, Talk
from generator.config import TalkSettings, calendar_of
from generator.facts.attributes import opens_on
from generator.model.dialogue import (
    Consultation,
    Feedback,
    Interpretation,
    Matter,
    Meeting,
    Openness,
    Response,
)
from generator.model.document import Attribute, Document
from generator.model.entry import Body
from generator.terms import folded

T = TypeVar("T", bound=Matter | Body)
_DAY = timedelta(days=1)
_PUBLIC = 20  # working days, 政府信息公开条例第二十六条


class Term(StrEnum):
    """How what was owed stands against its term on a day."""

    ON_TIME = "在期限内"
    LATE = "迟于期限"
    DONE = "已办，没有期限"
    AHEAD = "未到期"
    OVERDUE = "逾期"
    OWED = "未办，没有期限"
    UNKNOWN = "期限算不出"


GIVEN = frozenset((Term.ON_TIME, Term.LATE, Term.DONE))


@dataclass(frozen=True, slots=True)
class Standing:
    """How something owed stands: *due* is its last day, *done* the day on which it was done, *late*
    the working days between them; *unknown* is the first day that the calendar does not know."""

    state: Term
    until: date | None = None
    due: date | None = None
    done: date | None = None
    late: int | None = None
    unknown: date | None = None


def standing(
    start: date | None,
    n: int | None,
    *,
    done: Iterable[date | None],
    calendar: workdays.Calendar,
    day: date,
) -> Standing:
    """Return how what is owed within *n* working days after *start* stands on *day*.

    Args:
        start: The day of the event, which does not count; None where nobody wrote it.

        n: Working days; None where no term is set.

        done: The days on which it was done or will be; None for one that names no day.

    What is done before the event, or with it, is on time.
    """
    done = tuple(done)
    first = min((one for one in done if one), default=None)
    given = first if first and first <= day else None
    if n is None:
        if given or None in done:
            return Standing(Term.DONE, done=given)
        return Standing(Term.OWED, first)
    if start is None:
        return Standing(Term.UNKNOWN, done=given)
    deadline = workdays.after(calendar, start, n)
    due = deadline.last
    unknown = deadline.unknown.date if deadline.unknown else None
    # Up to here it is surely in time: the last day, or the last that the calendar knows.
    safe = due or (unknown or start) - _DAY
    if given and given <= max(safe, start):
        return Standing(Term.ON_TIME, None, due, given, unknown=unknown)
    ahead = None if given else first
    last = max(safe, start)
    if None in done:  # it may have been in time: nobody can say
        comes = ahead if ahead and ahead <= last else None
        return Standing(Term.UNKNOWN, comes, due, given, unknown=unknown)
    if not given and day <= last:
        turns = [one for one in (_following(last), ahead) if one]
        return Standing(Term.AHEAD, min(turns, default=None), due, unknown=unknown)
    if due is None:
        return Standing(Term.UNKNOWN, None, None, given, unknown=unknown)
    if given:
        late = workdays.working_days_between(calendar, due, given)
        return Standing(Term.LATE, None, due, given, late)
    return Standing(Term.OVERDUE, ahead, due)


def _following(day: date) -> date | None:
    return day + _DAY if day < date.max else None


def _number(settings: TalkSettings, n: int | None, event: date | None) -> int | None:
    """The term where it applies: not to what happened before the rule that sets it."""
    return None if settings.since and event and event < settings.since else n


def once(named: Sequence[T]) -> Iterator[tuple[int, T]]:
    """Yield what is *named* in a list, each once, with its place; what names nothing each time."""
    seen: set[str] = set()
    for place, one in enumerate(named):
        name = folded(named_as(one))
        if name not in seen:
            yield place, one
        seen |= {name} - {""}


def named_as(one: Matter | Body) -> str:
    """Return the words or the id by which a document or a unit is named."""
    return one.name or (one.document if isinstance(one, Matter) else one.unit)


def opens_from(talk: Talk) -> date | None:
    """Return the first day on which the words of *talk* are public, None where nobody can tell it
    yet: an answer that is not given.  An interpretation without a day is out already; minutes are
    not out before the meeting."""
    if isinstance(talk, Interpretation):
        return talk.published or date.min
    if isinstance(talk, Response):
        return talk.responded
    if isinstance(talk, Consultation):
        return talk.opened
    return max(talk.held, talk.published or talk.held)


def made_on(document: Document) -> date | None:
    """Return the day from which *document* is there, None where nobody wrote it."""
    return document.formed or document.issued


def is_of_draft(interpretation: Interpretation, document: Document) -> bool:
    """Whether *interpretation* is older than *document*: then it interprets a draft of it."""
    made, published = made_on(document), interpretation.published
    return bool(made and published and published < made)


def interpretations_of(catalogue: Catalogue, document: Document) -> tuple[Interpretation, ...]:
    """Return the interpretations of *document*, those of a draft left out."""
    return tuple(
        one
        for one in catalogue.about.get(document.id, ())
        if isinstance(one, Interpretation) and not is_of_draft(one, document)
    )


def interpretation_of(catalogue: Catalogue, document: Document) -> Standing | None:
    """Return how the interpretation (解读) of *document* stands; None where it needs none, as one
    that is open on request alone does not."""
    if not document.needs_interpretation or document.attribute is not Attribute.PROACTIVE:
        return None
    start = opens_on(document)
    settings = catalogue.config.talks
    return standing(
        start,
        _number(settings, settings.interpretation, start),
        done=[one.published for one in interpretations_of(catalogue, document)],
        calendar=calendar_of(catalogue.config.calendar),
        day=catalogue.day,
    )


def response_of(catalogue: Catalogue, response: Response) -> Standing:
    """Return how the answer to a concern (回应) stands, counted from the day of its collection;
    where it came before that, one of the two days is wrong, and no term is known."""
    settings = catalogue.config.talks
    within = settings.major_response if response.major else settings.response
    collected, responded = response.collected, response.responded
    wrong = bool(collected and responded and responded < collected)
    return standing(
        None if wrong else collected,
        _number(settings, within, response.collected),
        done=[response.responded] if response.responded else [],
        calendar=calendar_of(catalogue.config.calendar),
        day=catalogue.day,
    )


def meeting_of(catalogue: Catalogue, meeting: Meeting) -> Standing | None:
    """Return how what a meeting was to publish afterwards (会后公开) stands; None where it was not.
    A text without a day was published on a day that nobody wrote."""
    if Openness.PUBLISHED not in meeting.openness:
        return None
    return standing(
        meeting.held,
        _PUBLIC,
        done=[meeting.published] if meeting.published or meeting.body.given else [],
        calendar=calendar_of(catalogue.config.calendar),
        day=catalogue.day,
    )


class Asked(StrEnum):
    """Where a consultation (征求意见) stands on a day."""

    AHEAD = "未开始"
    OPEN = "进行中"
    CLOSED = "已结束，待反馈"
    ANSWERED = "已反馈"
    OVERDUE = "逾期未反馈"


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a consultation stands, and how the feedback (意见采纳反馈) that it owes."""

    state: Asked
    until: date | None
    feedback: Standing


def feedback_of(consultation: Consultation) -> Feedback | None:
    """Return the feedback where it says something: a day alone tells nobody what became of the
    opinions."""
    found = consultation.feedback
    said = found and (found.text or found.received is not None or found.adopted is not None)
    return found if said else None


def consultation_of(catalogue: Catalogue, consultation: Consultation) -> Asking:
    """Return where *consultation* stands; it is open on its first and its last day.  What is told
    of the opinions before its last day does not tell of all of them, so it is no feedback yet."""
    settings, day = catalogue.config.talks, catalogue.day
    feedback = feedback_of(consultation)
    done = [feedback.on] if feedback and feedback.on >= consultation.closed else []
    owed = standing(
        consultation.closed,
        _number(settings, settings.feedback, consultation.opened),
        done=done,
        calendar=calendar_of(catalogue.config.calendar),
        day=day,
    )
    if day < consultation.opened:
        return Asking(Asked.AHEAD, consultation.opened, owed)
    if day <= consultation.closed:
        return Asking(Asked.OPEN, _following(consultation.closed), owed)
    if owed.state in GIVEN:
        return Asking(Asked.ANSWERED, None, owed)
    if owed.state is Term.OVERDUE:
        return Asking(Asked.OVERDUE, owed.until, owed)
    # That the calendar ends changes nothing here; that the feedback comes does.
    return Asking(Asked.CLOSED, owed.until if owed.due else (*done, None)[0], owed)


def steps_of(response: Response) -> tuple[tuple[str, str, date | None], ...]:
    """Return the steps of a response in the order of 规程 三(四): key, name, day."""
    return (
        ("collected", "收集", response.collected),
        ("judged", "研判", response.judged),
        ("joint", "联席会商", response.joint.on if response.joint else None),
        ("handled", "处置", response.handled),
        ("responded", "回应", response.responded),
        ("supervised", "督办", response.supervised),
    )


def days_open(consultation: Consultation) -> int:
    """Return how many days a consultation is open, the first and the last included."""
    return (consultation.closed - consultation.opened).days + 1
