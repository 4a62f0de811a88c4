"""Until when an application for information (依申请公开) is to be answered.

The days of an application, a calendar and a day go in; the last day for the answer comes out, or
why there is none yet.  What is said here of days:

- The law is that of the day on which the clock starts.  That day is day 0 (次日起算).
- 当面 and 窗口 start it on the day of receipt; 邮寄 on the day signed for, or where the organ
  confirmed it with the applicant (平常信函) on that day; 互联网 and 传真 on the day both sides
  confirm (条例 第三十一条).
- A correction starts it anew on the day the corrected application came in; while one is awaited
  it does not run (第三十条).
- The working days on which a third party or another organ is asked do not count: from the day
  after it was asked to the day of its answer, at most the working days the law gives it, after
  which silence is an answer (第三十二条、第三十三条、第三十四条).
- An extension adds the days that were noted, at most those the law allows.
- Beyond the confirmed calendar nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator import workdays
from generator.model.request import Channel


@dataclass(frozen=True, slots=True)
class Law:
    """What a law says of answering, for what came in from *since* on; numbers are working days.

    *notice* is how long after receipt a correction may be asked for, *consulted* how long who is
    asked has for an answer; None where the law says nothing.
    """

    id: str
    number: str
    since: date
    reply: int
    extension: int
    notice: int | None
    consulted: int | None
    source: str


LAWS = (
    Law(
        id="tiaoli-2007",
        number="国务院令第492号",
        since=date(2008, 5, 1),
        reply=15,
        extension=15,
        notice=None,
        consulted=None,
        source="中华人民共和国政府信息公开条例（国务院令第492号）第二十四条",
    ),
    Law(
        id="tiaoli-2019",
        number="国务院令第711号",
        since=date(2019, 5, 15),
        reply=20,
        extension=20,
        notice=7,
        consulted=15,
        source="中华人民共和国政府信息公开条例（国务院令第711号）第三十条至第三十四条",
    ),
)


def law_of(start: date) -> Law | None:
    """Return the law for what comes in on *start*; None before there was one."""
    held = [law for law in LAWS if law.since <= start]
    return max(held, key=lambda law: law.since, default=None)


@dataclass(frozen=True, slots=True)
class Span:
    """Something asked on a day, and when it came back, None while it has not."""

    asked: date
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one application that move its last day; *extended* in working days."""

    received: date
    channel: Channel = Channel.IN_PERSON
    confirmed: date | None = None
    corrections: tuple[Span, ...] = ()
    consulted: tuple[Span, ...] = ()
    extended: int = 0


class Wait(StrEnum):
    """Why there is no last day."""

    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    CONSULTED = "consulted"
    NO_LAW = "no-law"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for the answer, or why there is none.

    *start* is day 0, *n* how many working days the answer may take, *notice* the last day on which
    a correction could be asked for; *count* holds the days that did not count.  *cut* tells that
    the extension was longer than the law allows.
    """

    start: date | None
    law: Law | None = None
    n: int = 0
    last: date | None = None
    wait: Wait | None = None
    notice: date | None = None
    count: workdays.Deadline | None = None
    cut: bool = False


def receipt(course: Course) -> date | None:
    """Return the day of receipt (收到申请之日), None while nobody confirmed it."""
    if course.channel in (Channel.INTERNET, Channel.FAX):
        return course.confirmed
    if course.channel is Channel.POST:
        return course.confirmed or course.received
    return course.received


def due(course: Course, calendar: workdays.Calendar, law: Law | None = None) -> Due:
    """Return the last day on which *course* is to be answered, by *law* or that of its days.

    What has no answer yet counts as if none ever came.
    """
    start, given = receipt(course), law
    if start is None:
        return Due(None, wait=Wait.CONFIRMATION)
    if not (law := given or law_of(start)):
        return Due(start, wait=Wait.NO_LAW)
    notice = workdays.after(calendar, start, law.notice).last if law.notice is not None else None
    if any(one.answered is None for one in course.corrections):
        return Due(start, law, wait=Wait.CORRECTION, notice=notice)
    start = max([start, *(one.answered for one in course.corrections if one.answered)])
    law = given or law_of(start) or law
    n, cut = law.reply + min(course.extended, law.extension), course.extended > law.extension
    pauses: list[workdays.Pause] = []
    for one in course.consulted:
        end = _ends(one, law, calendar)
        if end is None:
            unknown = law.consulted is not None
            wait = Wait.CALENDAR if unknown else Wait.CONSULTED
            return Due(start, law, n, wait=wait, notice=notice, cut=cut)
        pauses.append((one.asked, end))
    count = workdays.after(calendar, start, n, pauses)
    beyond = None if count.last else Wait.CALENDAR
    return Due(start, law, n, count.last, beyond, notice, count, cut)


def _ends(one: Span, law: Law, calendar: workdays.Calendar) -> date | None:
    """The last day on which asking does not count; None where nobody can say."""
    if law.consulted is None:
        return one.answered
    most = workdays.after(calendar, one.asked, law.consulted).last
    ends: Iterable[date | None] = (one.answered, most)
    if most is None and one.answered is not None:
        # Before the first day that is not known the most have not passed.
        known = workdays.working_days_between(calendar, one.asked, one.answered)
        return one.answered if known is not None else None
    return min((day for day in ends if day), default=None)
