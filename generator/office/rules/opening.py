"""What several applicants asked for is published where it may be (条例 第四十四条)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.office.analysis import Openness, came_in, entries, period
from generator.office.rules.answering import whole
from generator.office.sides import Sides
from generator.problems import Problem, problem


def often_requested_are_opened(sides: Sides) -> Iterator[Problem]:
    """多个申请人申请、答复予以公开的事项，可以转为主动公开。"""
    public = sides.public
    came, often = came_in(whole(sides), period(public.day)), public.config.requests.often
    for one in entries(came, public, often):
        if one.entry and one.openness is Openness.OPENABLE:
            yield problem(
                public.at(one.entry, "method"), "request-often",
                id=one.entry.id, asked=one.asked.asked, granted=one.asked.granted,
            )  # fmt: skip
