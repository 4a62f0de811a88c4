"""What follows from the days of an application in the ledger: until when it is to be answered, and
how it stands on a day.

All asking counts alike, whether a third party or another organ is asked.  A correction or an
extension moves the last day where the applicant was told of it no later than on the last day
without it; what is noted later is told by a rule and moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator import workdays
from generator.facts.answering import Course, Due, Span, Wait, due, receipt
from generator.model.request import GROUPS, Outcome
from generator.office.request import Asking, Contest, Correction, Extension, Request


class State(StrEnum):
    """How an application stands."""

    CONFIRMING = "待确认"
    CORRECTING = "待补正"
    OPEN = "办理中"
    OVERDUE = "逾期未答复"
    ON_TIME = "按时答复"
    LATE = "逾期答复"
    ANSWERED = "已答复"
    UNKNOWN = "未定"


# What `--overdue` lists.
OVERDUE = frozenset({State.OVERDUE, State.LATE})
# What was not met, or is out of scope (157号 机制 三).
_REFUSED = frozenset(GROUPS) - {"(六)"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How an application stands on a day.

    *days* are working days: those left until the last day while it is OPEN (0 on that day), those
    since the last day where it is OVERDUE or LATE; None where nothing is to be counted, or the
    calendar does not reach so far.
    ANSWERED is what was answered while nobody can say until when it had to be; UNKNOWN what is not
    answered and has no last day that can be told.
    """

    state: State
    due: Due
    days: int | None = None


def course_of(request: Request, calendar: workdays.Calendar) -> Course:
    """Return the days of *request* that move its last day."""
    course = Course(
        received=request.received,
        channel=request.channel,
        confirmed=request.confirmed,
        consulted=tuple(Span(one.asked, one.answered) for one in asked(request)),
    )
    told: list[tuple[date, Correction | Extension]] = [
        (one.notified, one) for one in request.corrections
    ]
    if request.extension and request.extension.on:
        told.append((request.extension.on, request.extension))
    for day, one in sorted(told, key=lambda pair: pair[0]):
        last = due(course, calendar).last
        if last and last < day:
            continue
        if isinstance(one, Extension):
            course = replace(course, extended=one.days)
        else:
            span = Span(one.notified, one.returned)
            course = replace(course, corrections=(*course.corrections, span))
    return course


def asked(request: Request) -> tuple[Asking, ...]:
    """Return every asking of a third party or another organ."""
    return (*request.third_party, *request.organs)


def due_of(request: Request, calendar: workdays.Calendar) -> Due:
    """Return until when *request* is to be answered, or why nobody can say."""
    return due(course_of(request, calendar), calendar)


def standing(request: Request, day: date, calendar: workdays.Calendar) -> Standing:
    """Return how *request* stands at the end of *day*, by what had happened until then."""
    known = until(request, day)
    found = due_of(known, calendar)
    last, answered = found.last, known.replied
    if answered is not None:
        if last is None:
            return Standing(State.ANSWERED, found)
        if answered <= last:
            return Standing(State.ON_TIME, found)
        late = workdays.working_days_between(calendar, last, answered)
        return Standing(State.LATE, found, late)
    if last is not None and day > last:
        late = workdays.working_days_between(calendar, last, day)
        return Standing(State.OVERDUE, found, late)
    if last is not None:
        return Standing(State.OPEN, found, workdays.working_days_between(calendar, day, last))
    waiting = {Wait.CONFIRMATION: State.CONFIRMING, Wait.CORRECTION: State.CORRECTING}
    return Standing(waiting.get(found.wait or Wait.CALENDAR, State.UNKNOWN), found)


def until(request: Request, day: date) -> Request:
    """Return *request* as it was known at the end of *day*."""
    extension = request.extension
    if extension and extension.on and extension.on > day:
        extension = None
    corrections = tuple(
        replace(one, returned=_passed(one.returned, day))
        for one in request.corrections
        if one.notified <= day
    )
    return replace(
        request,
        confirmed=_passed(request.confirmed, day),
        corrections=corrections,
        third_party=_askings(request.third_party, day),
        organs=_askings(request.organs, day),
        extension=extension,
        replied=_passed(request.replied, day),
        outcome=request.outcome if _passed(request.replied, day) else None,
        advice=tuple(one for one in request.advice if one.on <= day),
        disputes=tuple(_contest(one, day) for one in request.disputes if one.filed <= day),
    )


def is_refused(outcome: Outcome | None) -> bool:
    """Whether an answer did not meet its application: 不予公开, 无法提供, 不予处理."""
    return outcome is not None and outcome.value[:3] in _REFUSED


def receipt_of(request: Request) -> date:
    """Return the day of receipt (条例 第三十一条); while nobody confirmed it, the day on which it
    came in."""
    return receipt(Course(request.received, request.channel, request.confirmed)) or request.received


def _askings(askings: Iterable[Asking], day: date) -> tuple[Asking, ...]:
    return tuple(
        replace(one, answered=_passed(one.answered, day)) for one in askings if one.asked <= day
    )


def _contest(contest: Contest, day: date) -> Contest:
    """A dispute as it was known at the end of *day*; without the day of its end it has none."""
    closed = _passed(contest.closed, day)
    return replace(
        contest,
        result=contest.result if closed else None,
        closed=closed,
        complied_on=_passed(contest.complied_on, day),
    )


def _passed(one: date | None, day: date) -> date | None:
    return one if one and one <= day else None
