"""会议公开: meetings that were opened, and which documents they took up (三(三))."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.facts.talks import Term, meeting_of
from generator.model.dialogue import Meeting
from generator.page import Crumb, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import day_words
from generator.plans.talks import (
    Sign,
    TalkGroup,
    TalksView,
    TalkView,
    dated,
    latest,
    list_here,
    owing_words,
    summary_of,
    talk_line,
    talk_view,
)

MEETINGS = Crumb("会议公开", "meetings/index.html")


def plan_meetings(prepared: Prepared) -> Iterator[Page]:
    """The list of meetings that were opened (会议公开), and a page for each."""
    catalogue = prepared.catalogue
    lines = []
    ordered = sorted(catalogue.meetings, key=lambda one: latest(one.held, one.id), reverse=True)
    for one in ordered:
        view = _meeting(catalogue, one)
        lines.append(talk_line(view, dated(catalogue, one.held), summary_of(catalogue, one)))
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, MEETINGS, "向社会公开的会议")
    lead = "哪些会议请公众列席、直播或者会后公开，审议了哪些文件。"
    groups = (TalkGroup("", tuple(lines)),) if lines else ()
    yield Page(here.path, "talks.html", TalksView(here, lead, "开会", groups, "还没有登记会议。"))


def _words(catalogue: Catalogue, one: Meeting) -> str:
    """What the status line says behind the state: the day, and what is still to be published."""
    standing = meeting_of(catalogue, one)
    if one.held > catalogue.day or standing is None or one.published or one.body.given:
        return day_words(one.held)
    due = f"应当在{day_words(standing.due)}前公开" if standing.due else "应当会后公开"
    late = "，已经逾期" if standing.state is Term.OVERDUE else ""
    said = (day_words(one.held), f"{due}，还没有公开{late}", owing_words(catalogue, one))
    return "，".join(filter(None, said))


def _meeting(catalogue: Catalogue, one: Meeting) -> TalkView:
    ahead = one.held > catalogue.day
    return talk_view(
        catalogue,
        one,
        MEETINGS,
        one.published,
        sign=Sign("未召开", "ahead") if ahead else Sign("已召开", "done"),
        words=_words(catalogue, one),
        of="审议的文件",
        matters=one.documents,
        facts=(
            ("公开方式", "、".join(one.openness)),
            ("邀请列席", "、".join(one.invited)),
            ("发布日期", dated(catalogue, one.published)),
        ),
    )
