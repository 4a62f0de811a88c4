"""Whether a document is in force on a day (效力状态), and the first day on which that changes.

Nothing of it is written by hand.  A document's history follows from when it takes effect, its own
end, what other documents do to it, and what clean-ups decided (157号 规程 一; config.yaml holds
the terms of the jurisdiction).  What is said here of days:

- It takes effect on ``effective``, else ``published``, ``issued`` or ``formed``; with none of them
  it has always been in force.  What was published only when its attribute was adjusted had taken
  effect before.
- Its own end is ``expires``, the last day, or follows from ``term``: five years from 1 July end on
  30 June.  A later decision's ``new_expiry`` takes its place from the day of that decision.
- What a document does to another happens on ``on``, else on the day it takes effect itself, unless
  it had ended before that day.  What several do on one day is judged by the day before.
- A decision counts from ``effective_on``, else from its publication, else from the government's
  decision.
- A repeal or a declared lapse is final.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from generator.config import DocumentSettings
from generator.life import ENDED, Effect, Event, Life, Span, Status
from generator.model.document import (
    CleanupRound,
    Decision,
    Document,
    Outcome,
    Period,
    StepName,
    Target,
)
from generator.model.timelimit import MONTHS

_DAY = timedelta(days=1)


_OUTCOMES = MappingProxyType(
    {
        Outcome.KEPT: Effect.KEEP,
        Outcome.AMENDED: Effect.AMEND,
        Outcome.REPEALED: Effect.REPEAL,
        Outcome.LAPSED: Effect.LAPSE,
    }
)


def starts(document: Document) -> date | None:
    """Return the day on which *document* takes effect, None where nothing tells it."""
    opened_later = document.attribute_history and (document.issued or document.formed)
    published = None if opened_later else document.published
    return document.effective or published or document.issued or document.formed


def last_day(document: Document, settings: DocumentSettings) -> date | None:
    """Return the last day of the document's own term, None where it has no end."""
    first = starts(document)
    if document.expires:
        return document.expires
    if first is None:
        return None
    if document.term:
        return last_of(first, document.term)
    if document.normative and (settings.since is None or first >= settings.since):
        term = (settings.trial_term if document.trial else None) or settings.term
        return last_of(first, term) if term else None
    return None


def last_of(first: date, period: Period) -> date:
    """Return the last day of a *period* that begins with the day *first*: the one before the
    corresponding day, or the last of the month where none corresponds (民法典第二百零二条)."""
    over = after(first, period)
    return over if over.day < first.day else over - _DAY


def after(day: date, period: Period) -> date:
    """Return the day that corresponds to *day* when *period* has passed, the last of its month
    where that month has no such day."""
    months = day.month - 1 + period.n * MONTHS[period.unit]
    year, month = day.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def decided_on(cleanup: CleanupRound) -> date | None:
    """Return the day from which the decisions of *cleanup* count, None while they do not."""
    days = {step.step: step.on for step in cleanup.steps}
    return cleanup.effective_on or days.get(StepName.PUBLICATION) or days.get(StepName.DECISION)


def lives(
    documents: Iterable[Document], cleanups: Iterable[CleanupRound], settings: DocumentSettings
) -> Mapping[str, Life]:
    """Return the history of every document by its id."""
    papers = tuple(documents)
    own = {one.id: (starts(one), last_day(one, settings)) for one in papers}
    happened: dict[str, list[Event]] = defaultdict(list)
    did: dict[str, list[Event]] = defaultdict(list)

    def counts(event: Event) -> bool:
        """Whether what does it had not ended before that day; what happens on it is no matter."""
        if event.cleanup or event.day == date.min:
            return True
        before = _judged(*own[event.by], happened[event.by], event.day - _DAY)
        return before.status not in ENDED

    planned = [*_acts(papers, own), *_decisions(cleanups)]
    for event in sorted(planned, key=lambda event: (event.day, not event.cleanup)):
        if event.to in own and counts(event):
            happened[event.to].append(event)
            did[event.by].append(event)
    return {
        id: Life(own[id][0], _spans(*own[id], happened[id]), tuple(happened[id]), tuple(did[id]))
        for id in own
    }


def _acts(
    documents: Iterable[Document], own: Mapping[str, tuple[date | None, date | None]]
) -> Iterator[Event]:
    """What documents mean to do to others."""
    for document in documents:
        day = own[document.id][0] or date.min
        for effect, targets in (
            (Effect.AMEND, document.amends),
            (Effect.REPEAL, document.repeals),
            (Effect.REPLACE, document.replaces),
        ):
            for target in targets:
                if target.document and target.document != document.id:
                    yield _act(document.id, effect, target, day)


def _act(by: str, effect: Effect, target: Target, day: date) -> Event:
    return Event(target.on or day, effect, by, target.document, articles=target.articles)


def _decisions(cleanups: Iterable[CleanupRound]) -> Iterator[Event]:
    for cleanup in cleanups:
        day = decided_on(cleanup)
        for decision in cleanup.decisions if day else ():
            yield _decision(cleanup.id, decision, day or date.min)


def _decision(by: str, decision: Decision, day: date) -> Event:
    return Event(
        day,
        _OUTCOMES[decision.outcome],
        by,
        decision.document,
        cleanup=True,
        new_expiry=decision.new_expiry,
        reason=decision.reason,
    )


def _spans(start: date | None, last: date | None, events: Iterable[Event]) -> tuple[Span, ...]:
    """The spans of a document with its own first and last day and what was done to it."""
    events = tuple(events)
    ends = [last, *(event.new_expiry for event in events)]
    days = {date.min, *(event.day for event in events)} | ({start} if start else set())
    days |= {day + _DAY for day in ends if day and day < date.max}
    spans: list[Span] = []
    for day in sorted(days):
        span = _judged(start, last, events, day)
        if not spans or (spans[-1].status, spans[-1].cause) != (span.status, span.cause):
            spans.append(span)
    return tuple(spans)


def _judged(start: date | None, last: date | None, events: Iterable[Event], day: date) -> Span:
    """What a document is on *day*, with its own first and last day and what was done to it."""
    partly = amended = None
    for event in events:
        if event.day > day:
            continue
        if event.effect is Effect.LAPSE:
            return Span(day, Status.LAPSED, event)
        if event.effect in (Effect.REPEAL, Effect.REPLACE):
            if not event.articles:
                return Span(day, Status.REPEALED, event)
            partly = event
        if event.effect is Effect.AMEND:
            amended = event
        if event.effect in (Effect.KEEP, Effect.AMEND) and event.new_expiry:
            last = event.new_expiry
    if start and day < start:
        return Span(day, Status.PENDING)
    if last and day > last:
        return Span(day, Status.LAPSED)
    if partly:
        return Span(day, Status.PARTLY, partly)
    if amended:
        return Span(day, Status.AMENDED, amended)
    return Span(day, Status.IN_FORCE)
