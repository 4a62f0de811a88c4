"""The six steps of an application: 接收 登记 办理 审核 答复 归档, and 沟通 (157号 机制 一至三).

What could not be read of a record may be what a rule misses, so only whole records are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.config import calendar_of
from generator.facts.answering import law_of
from generator.model.entry import Body
from generator.model.request import Channel, Outcome
from generator.office.ledger import State, due_of, is_refused, receipt_of, standing
from generator.office.persons import is_organ
from generator.office.request import Request
from generator.office.sides import Sides
from generator.problems import Problem, problem

# No law says how soon an answered application is archived; after so long one is reminded.
_ARCHIVED = timedelta(days=90)
# What can be said of an application only when its content is clear.
_JUDGED = frozenset({"(一)", "(二)", "(三)", "(四)"})


def channels_are_confirmed(sides: Sides) -> Iterator[Problem]:
    """互联网、传真收到的申请，写明与申请人确认的日期，期限自那一天起算。"""
    for request in whole(sides):
        if request.channel in (Channel.INTERNET, Channel.FAX) and request.confirmed is None:
            at = sides.at(request, "channel")
            yield problem(at, "request-channel-unconfirmed", id=request.id)


def offices_are_named(sides: Sides) -> Iterator[Problem]:
    """承办、应诉的写单位、内设机构或者岗位，不写人。"""
    for request in sides.requests:
        named: list[tuple[tuple[str | int, ...], Body | None]] = [
            (("handled_by",), request.handled_by)
        ]
        named += [
            (("disputes", number, "handled_by"), one.handled_by)
            for number, one in enumerate(request.disputes)
        ]
        for place, body in named:
            if body and body.name and not is_organ(body.name):
                yield problem(sides.at(request, *place), "request-person")


def requests_are_registered(sides: Sides) -> Iterator[Problem]:
    """收到的申请先登记，再办理。"""
    for request in whole(sides):
        if request.replied and request.registered is None:
            yield problem(sides.at(request), "request-unregistered", id=request.id)


def corrections_are_asked_for_once_and_soon(sides: Sides) -> Iterator[Problem]:
    """申请内容不明确的，收到之日起7个工作日内一次性告知补正。"""
    calendar = calendar_of(sides.public.config.calendar)
    for request in whole(sides):
        law = law_of(receipt_of(request))
        if not request.corrections or law is None or law.notice is None:
            continue
        notice, notified = due_of(request, calendar).notice, request.corrections[0].notified
        if notice and notified > notice:
            yield problem(
                sides.at(request, "corrections", 0, "notified"), "request-correction-late",
                id=request.id, day=notified, last=notice,
            )  # fmt: skip
        if len(request.corrections) > 1:
            at = sides.at(request, "corrections", 1)
            yield problem(at, "request-correction-repeated", id=request.id)


def extensions_are_agreed_and_told(sides: Sides) -> Iterator[Problem]:
    """延长答复期限，经公开工作机构负责人同意，在期限届满以前告知申请人，最多延长法定的日数。"""
    calendar = calendar_of(sides.public.config.calendar)
    for request in whole(sides):
        extension = request.extension
        if extension is None:
            continue
        at = sides.at(request, "extension")
        plain = due_of(replace(request, extension=None), calendar)
        if not extension.consented:
            yield problem(at, "request-extension-unconsented", id=request.id)
        if extension.on is None:
            yield problem(at, "request-extension-unnoticed", id=request.id)
        elif plain.last and extension.on > plain.last:
            yield problem(
                sides.at(request, "extension", "on"), "request-extension-late",
                id=request.id, day=extension.on, last=plain.last,
            )  # fmt: skip
        if plain.law and extension.days > plain.law.extension:
            yield problem(
                sides.at(request, "extension", "days"), "request-extension-long",
                id=request.id, days=extension.days, most=plain.law.extension,
            )  # fmt: skip


def answers_come_in_time(sides: Sides) -> Iterator[Problem]:
    """在法定期限内答复；期限按工作日历推算，推算不出的不作判断。"""
    calendar = calendar_of(sides.public.config.calendar)
    for request in whole(sides):
        found = standing(request, sides.public.day, calendar)
        last = found.due.last
        if found.state is State.LATE:
            yield problem(
                sides.at(request, "replied"), "request-late",
                id=request.id, day=request.replied, last=last,
            )  # fmt: skip
        elif found.state is State.OVERDUE:
            yield problem(sides.at(request), "request-overdue", id=request.id, last=last)


def answers_are_audited(sides: Sides) -> Iterator[Problem]:
    """答复以前经过审核。"""
    for request in whole(sides):
        replied, audited = request.replied, request.audited
        if replied and (audited is None or audited > replied):
            at = sides.at(request, "audited" if audited else "replied")
            yield problem(at, "request-unaudited", id=request.id, day=replied)


def answers_have_an_outcome(sides: Sides) -> Iterator[Problem]:
    """答复了的写明办理结果，没有答复的不写，年度报告才统计得出。"""
    for request in whole(sides):
        if request.replied and request.outcome is None:
            yield problem(sides.at(request, "replied"), "request-outcome-missing", id=request.id)
        elif request.outcome and request.replied is None:
            yield problem(sides.at(request, "outcome"), "request-outcome-early", id=request.id)


def outcomes_agree_with_the_days(sides: Sides) -> Iterator[Problem]:
    """办理结果与经过一致：不明确、逾期不补正的曾告知补正，没有收到补正的不作实体答复，未缴费的有收费。"""
    for request in whole(sides):
        returned = [one.returned is not None for one in request.corrections]
        wrong = {
            Outcome.UNCLEAR: not returned or not returned[-1],
            Outcome.NOT_CORRECTED: not returned or returned[-1],
            Outcome.NOT_PAID: not request.fee,
        }
        unreturned = bool(returned) and not returned[-1]
        judged = request.outcome and request.outcome.value[:3] in _JUDGED
        if request.outcome and (wrong.get(request.outcome) or (unreturned and judged)):
            at = sides.at(request, "outcome")
            yield problem(
                at, "request-outcome-contradicts", id=request.id, code=request.outcome.value
            )


def third_parties_are_asked(sides: Sides) -> Iterator[Problem]:
    """为保护第三方合法权益不予公开的，书面征求过第三方意见。"""
    for request in whole(sides):
        if request.outcome is Outcome.THIRD_PARTY and not request.third_party:
            at = sides.at(request, "outcome")
            yield problem(at, "request-third-party-unasked", id=request.id)


def refusals_are_talked_over(sides: Sides) -> Iterator[Problem]:
    """不予公开、无法提供、不予处理的，与申请人沟通，减少不必要的复议和诉讼。"""
    for request in whole(sides):
        if is_refused(request.outcome) and request.communicated is None:
            at = sides.at(request, "outcome")
            yield problem(at, "request-uncommunicated", id=request.id)


def answered_are_archived(sides: Sides) -> Iterator[Problem]:
    """答复以后归档，记录保存备查；法规没有定期限，过了90天提醒。"""
    for request in whole(sides):
        replied = request.replied
        if replied and request.archived is None and replied + _ARCHIVED < sides.public.day:
            at = sides.at(request, "replied")
            yield problem(at, "request-unarchived", id=request.id, day=replied)


def days_are_in_order(sides: Sides) -> Iterator[Problem]:
    """各步骤的日期按先后：接收，登记，办理，审核，答复，归档；先征求，后收到。"""
    for request in whole(sides):
        for earlier, later in _pairs(request):
            if earlier and later and later[2] < earlier[2]:
                yield problem(
                    sides.at(request, *later[0]), "request-order",
                    id=request.id, step=later[1], day=later[2],
                    other=earlier[1], other_day=earlier[2],
                )  # fmt: skip


def days_have_come(sides: Sides) -> Iterator[Problem]:
    """台账中的日期都已经到了；还没有做的步骤先不写。"""
    for request in whole(sides):
        steps = {step for pair in _pairs(request) for step in pair if step}
        for place, name, day in sorted(steps, key=str):
            if day > sides.public.day:
                at = sides.at(request, *place)
                yield problem(at, "request-day-ahead", id=request.id, step=name, day=day)


def whole(sides: Sides) -> Iterator[Request]:
    """The applications of which nothing was left out."""
    return (one for one in sides.requests if sides.is_whole(one))


Step = tuple[tuple[str | int, ...], str, date]


def _pairs(request: Request) -> Iterator[tuple[Step | None, Step | None]]:
    """Steps of which the first must not come after the second."""
    received = _step(request, "received", "接收")
    registered = _step(request, "registered", "登记")
    audited = _step(request, "audited", "审核")
    replied = _step(request, "replied", "答复")
    confirmed = _step(request, "confirmed", "与申请人确认")
    yield received, confirmed
    yield confirmed, replied
    yield received, registered
    for begun, done in _asked(request):
        yield received, begun
        yield begun, done
        yield begun, replied
    for number, one in enumerate(request.corrections):
        yield _known((("corrections", number, "returned"), "收到补正", one.returned)), replied
    for number, taken in enumerate(request.advice):
        yield received, (("advice", number, "on"), "听取专业意见", taken.on)
    yield registered or received, audited
    yield (registered or received) if audited is None else None, replied
    yield received, _step(request, "communicated", "沟通")
    yield replied or received, _step(request, "archived", "归档")


def _asked(request: Request) -> Iterator[tuple[Step, Step | None]]:
    """What was asked of others, or told them, and when it came back."""
    for number, one in enumerate(request.corrections):
        back = (("corrections", number, "returned"), "收到补正", one.returned)
        yield (("corrections", number, "notified"), "告知补正", one.notified), _known(back)
    for key, name in (("third_party", "征求第三方意见"), ("organs", "征求其他机关意见")):
        for number, ask in enumerate(getattr(request, key)):
            back = ((key, number, "answered"), "收到意见", ask.answered)
            yield ((key, number, "asked"), name, ask.asked), _known(back)
    if request.extension and request.extension.on:
        yield (("extension", "on"), "告知延期", request.extension.on), None


def _step(request: Request, key: str, name: str) -> Step | None:
    return _known(((key,), name, getattr(request, key)))


def _known(step: tuple[tuple[str | int, ...], str, date | None]) -> Step | None:
    place, name, day = step
    return (place, name, day) if day else None
