"""Reconsideration and suits about answers (157号 机制 五): 谁承办、谁应诉, and correction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import calendar_of
from generator.model.entry import Body
from generator.model.request import Dispute, Ruling
from generator.office.ledger import due_of
from generator.office.request import Contest, Request
from generator.office.rules.answering import whole
from generator.office.sides import Sides
from generator.problems import Problem, problem


def who_handled_it_stands_for_it(sides: Sides) -> Iterator[Problem]:
    """谁承办、谁应诉：应诉的就是承办申请的单位。"""
    for request, number, one in _contests(sides):
        if one.handled_by is None:
            at = sides.at(request, "disputes", number)
            yield problem(at, "dispute-office-missing", id=request.id, n=number + 1)
            continue
        handled = request.handled_by or Body(unit=request.unit)
        if not sides.names(handled) & sides.names(one.handled_by):
            at = sides.at(request, "disputes", number, "handled_by")
            yield problem(at, "dispute-office", id=request.id, n=number + 1)


def disputes_are_in_order(sides: Sides) -> Iterator[Problem]:
    """先答复，后复议或者起诉，逾期没有答复的除外；先受理，后审结，再履行。"""
    calendar = calendar_of(sides.public.config.calendar)
    for request, number, one in _contests(sides):
        last = due_of(request, calendar).last
        early = request.replied is None or one.filed < request.replied
        if early and last and one.filed <= last:
            at = sides.at(request, "disputes", number, "filed")
            yield problem(at, "dispute-early", id=request.id, n=number + 1, day=one.filed)
        if one.closed and one.closed < one.filed:
            yield problem(
                sides.at(request, "disputes", number, "closed"), "dispute-order",
                id=request.id, n=number + 1, step="审结", day=one.closed,
                other="受理", other_day=one.filed,
            )  # fmt: skip
        if one.complied_on and one.closed and one.complied_on < one.closed:
            yield problem(
                sides.at(request, "disputes", number, "complied_on"), "dispute-order",
                id=request.id, n=number + 1, step="履行", day=one.complied_on,
                other="审结", other_day=one.closed,
            )  # fmt: skip
        days = (("filed", one.filed), ("closed", one.closed), ("complied_on", one.complied_on))
        for key, day in days:
            if day and day > sides.public.day:
                at = sides.at(request, "disputes", number, key)
                yield problem(at, "dispute-ahead", id=request.id, n=number + 1, day=day)


def disputes_have_route_and_result(sides: Sides) -> Iterator[Problem]:
    """行政诉讼写明是直接起诉还是复议后起诉；审结的写明结果，没有审结的不写。"""
    for request, number, one in _contests(sides):
        at = sides.at(request, "disputes", number)
        if one.kind is Dispute.LITIGATION and one.route is None:
            yield problem(at, "dispute-route-missing", id=request.id, n=number + 1)
        if (one.result is None) != (one.closed is None):
            yield problem(at, "dispute-result", id=request.id, n=number + 1)


def corrected_acts_are_put_right(sides: Sides) -> Iterator[Problem]:
    """结果纠正的，写明何时履行，或者怎样整改。"""
    for request, number, one in _contests(sides):
        complied = one.complied_on and one.complied_on <= sides.public.day
        done = complied or one.rectification
        if one.result is Ruling.CORRECTED and one.closed and not done:
            at = sides.at(request, "disputes", number)
            yield problem(at, "dispute-uncomplied", id=request.id, n=number + 1, day=one.closed)


def _contests(sides: Sides) -> Iterator[tuple[Request, int, Contest]]:
    for request in whole(sides):
        for number, one in enumerate(request.disputes):
            yield request, number, one
