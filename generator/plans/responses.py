"""回应关切: what people asked about, its steps, and whether it was answered in time (三(四))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.talks import GIVEN, Standing, Term, once, response_of, steps_of
from generator.model.dialogue import Response
from generator.page import Crumb, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import day_words, unit_link
from generator.plans.talks import (
    Sign,
    Taken,
    TalkGroup,
    TalkLine,
    TalksView,
    TalkView,
    dated,
    due_words,
    latest,
    list_here,
    owing_words,
    signed,
    summary_of,
    talk_line,
    talk_view,
)

RESPONSES = Crumb("回应关切", "responses/index.html")
_ANSWERED = MappingProxyType(
    {
        Term.ON_TIME: "按期回应",
        Term.DONE: "已回应",
        Term.LATE: "迟于期限回应",
        Term.AHEAD: "办理中",
        Term.OVERDUE: "逾期未回应",
        Term.OWED: "办理中",
        Term.UNKNOWN: "期限算不出",
    }
)


def plan_responses(prepared: Prepared) -> Iterator[Page]:
    """The list of responses (回应关切), what is not answered yet first, and a page for each."""
    catalogue = prepared.catalogue
    ordered = sorted(
        catalogue.responses,
        key=lambda one: latest(_day(catalogue, one), one.id),
        reverse=True,
    )
    given: list[TalkLine] = []
    open_: list[TalkLine] = []
    ahead: list[TalkLine] = []
    for one in ordered:
        standing = response_of(catalogue, one)
        view = _response(catalogue, one, standing)
        day = dated(catalogue, _day(catalogue, one))
        line = talk_line(view, day, one.concern or summary_of(catalogue, one))
        answered = standing.state in GIVEN or standing.done
        (given if answered else ahead if _is_ahead(catalogue, one) else open_).append(line)
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, RESPONSES, "对社会关切的回应")
    lead = "群众关心什么、什么时候收到、怎样研判和处置、怎样回应。"
    groups = (
        TalkGroup("正在办理", tuple(open_)),
        TalkGroup("还没有收集", tuple(ahead)),
        TalkGroup("已经回应", tuple(given)),
    )
    shown = tuple(group for group in groups if group.lines)
    yield Page(here.path, "talks.html", TalksView(here, lead, "日期", shown, "还没有登记回应。"))


def _day(catalogue: Catalogue, one: Response) -> date | None:
    """The day by which a response stands in the list: that of the answer once it is given."""
    given = one.responded and one.responded <= catalogue.day
    return one.responded if given else one.collected or one.responded


def _is_ahead(catalogue: Catalogue, one: Response) -> bool:
    """Whether even the concern has not been collected yet."""
    return one.collected is not None and one.collected > catalogue.day


def _response(catalogue: Catalogue, one: Response, standing: Standing) -> TalkView:
    organs = one.joint.organs if one.joint else ()
    joined = "、".join(
        (unit_link(catalogue, body.unit) or Named(body.name or body.unit, "")).title
        for _, body in once(organs)
    )
    sign = signed(standing, _ANSWERED, done="已回应")
    if _is_ahead(catalogue, one) and not standing.done:
        sign = Sign("未到", "ahead")
    said = (
        "重大舆情" if one.major else "",
        f"{day_words(standing.done)}回应" if standing.done else "",
        due_words(standing),
        "" if standing.done else owing_words(catalogue, one),
    )
    return talk_view(
        catalogue,
        one,
        RESPONSES,
        one.responded,
        sign=sign,
        words="，".join(filter(None, said)),
        of="涉及的文件",
        matters=one.responds_to,
        facts=(("关切的问题", one.concern),),
        steps=(
            Taken(step, day_words(day), day > catalogue.day, joined if key == "joint" else "")
            for day, step, key in _by_day(one)
        ),
    )


def _by_day(one: Response) -> list[tuple[date, str, str]]:
    """The steps that have a day, in the order of these; those of one day in that of the rule."""
    taken = [(day, step, key) for key, step, day in steps_of(one) if day]
    return sorted(taken, key=lambda step: step[0])
