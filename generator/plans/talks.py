"""解读、回应、会议公开: a list and a page of each, what it belongs to, whether it was in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue, Talk
from generator.exports.layout import Named
from generator.facts.talks import (
    GIVEN,
    Standing,
    Term,
    interpretation_of,
    response_of,
    steps_of,
)
from generator.model.dialogue import Interpretation, Matter, Meeting, Response
from generator.page import Crumb, Here, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, day_words, placed, unit_link

INTERPRETATIONS = Crumb("政策解读", "interpretations/index.html")
RESPONSES = Crumb("回应关切", "responses/index.html")
MEETINGS = Crumb("会议公开", "meetings/index.html")


@dataclass(frozen=True, slots=True)
class Sign:
    """A state as a word with the slug of its colour; no word, no sign."""

    title: str
    slug: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A step, or a day that counts: what, when, whether it is still to come, and what besides."""

    title: str
    day: str
    ahead: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A text as a line of a list."""

    title: str
    path: str
    unit: str
    day: str
    sign: Sign
    matters: tuple[Named, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class TalkGroup:
    """Lines of one state; *title* is empty where a list has one group alone."""

    title: str
    lines: tuple[TalkLine, ...]


@dataclass(frozen=True, slots=True)
class TalksView:
    """All texts of a kind, in groups; *day_of* is what the day of a line means."""

    here: Here
    lead: str
    day_of: str
    groups: tuple[TalkGroup, ...]
    empty: str
    feed: str = ""


@dataclass(frozen=True, slots=True)
class TalkView:
    """One text: how it stands first, what it belongs to, its steps, its words."""

    here: Here
    title: str
    sign: Sign
    words: str
    unit: Named | None
    of: str
    matters: tuple[Named, ...]
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Taken, ...]
    waits: str
    html: str
    report: tuple[tuple[str, str], ...]
    permalink: str


_SLUGS = MappingProxyType(
    {
        Term.ON_TIME: "done",
        Term.DONE: "done",
        Term.LATE: "late",
        Term.AHEAD: "ahead",
        Term.OVERDUE: "late",
        Term.OWED: "ahead",
        Term.UNKNOWN: "unknown",
    }
)


def signed(standing: Standing, words: MappingProxyType[Term, str]) -> Sign:
    """Return the state of something owed in the *words* of its kind."""
    return Sign(words[standing.state], _SLUGS[standing.state])


def due_words(standing: Standing) -> str:
    """Return until when something is or was owed, and by how much it was late."""
    late = f"，迟 {standing.late} 个工作日" if standing.late else ""
    return f"期限到{day_words(standing.due)}{late}" if standing.due else ""


_INTERPRETED = MappingProxyType(
    {
        Term.ON_TIME: "在期限内解读",
        Term.DONE: "已解读",
        Term.LATE: "迟于期限解读",
        Term.AHEAD: "未到期",
        Term.OVERDUE: "逾期未解读",
        Term.OWED: "没有解读",
        Term.UNKNOWN: "期限算不出",
    }
)
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


def matters_of(catalogue: Catalogue, matters: tuple[Matter, ...]) -> Iterator[Named]:
    """Yield the documents that a text is about, linked where they are registered; of one that is
    not public yet not even its id."""
    for matter in matters:
        if document := catalogue.get("documents", matter.document):
            yield Named(document.title, f"documents/{document.id}.html")
        elif matter.name:
            yield Named(matter.name, "")


def talk_here(catalogue: Catalogue, talk: Talk, within: Crumb, published: date | None) -> Here:
    """Return what the page of a text says of itself."""
    unit = unit_link(catalogue, unit_of(talk))
    shown = published if published and published <= catalogue.day else None
    return Here(
        path=f"{within.path.removesuffix('index.html')}{talk.id}.html",
        title=talk.title,
        description=talk.summary or talk.title,
        column=within.title,
        crumbs=(HOME, within),
        published=shown.isoformat() if shown else "",
        source=unit.title if unit else catalogue.config.organ,
        kind="文章" if shown else "栏目",
    )


def unit_of(talk: Talk) -> str:
    """Return the id of the unit whose text it is."""
    return talk.organ if isinstance(talk, Meeting) else talk.unit


def list_here(catalogue: Catalogue, crumb: Crumb, about: str) -> Here:
    """Return what a list of texts says of itself."""
    return Here(crumb.path, crumb.title, f"{catalogue.config.organ}{about}", crumb.title, (HOME,))


def latest(day: date | None, id: str) -> tuple[date, str]:
    """Return the key by which texts stand in lists, the latest last."""
    return day or date.min, id


def text_of(catalogue: Catalogue, talk: Talk, here: Here, opens: date | None) -> tuple[str, str]:
    """Return what stands in place of a text that is not out yet, and the text that is."""
    if opens and opens > catalogue.day:
        return f"正文自{day_words(opens)}起公开。", ""
    return "", placed(talk.body.html, here.root)


def plan_interpretations(prepared: Prepared) -> Iterator[Page]:
    """The list of interpretations (政策解读), and a page for each."""
    catalogue = prepared.catalogue
    ordered = sorted(
        catalogue.interpretations, key=lambda one: latest(one.published, one.id), reverse=True
    )
    lines = []
    for one in ordered:
        view = _interpretation(catalogue, one)
        lines.append(_line(view, day_words(one.published), one.summary))
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, INTERPRETATIONS, "对政策文件的解读")
    lead = "文件为什么要定、定了什么、和每个人有什么关系。每篇解读连着它解读的文件。"
    groups = (TalkGroup("", tuple(lines)),) if lines else ()
    yield Page(here.path, "talks.html", TalksView(here, lead, "发布", groups, "还没有登记解读。"))


def _line(view: TalkView, day: str, summary: str) -> TalkLine:
    unit = view.unit.title if view.unit else ""
    return TalkLine(view.title, view.here.path, unit, day, view.sign, view.matters, summary)


def _interpretation(catalogue: Catalogue, one: Interpretation) -> TalkView:
    here = talk_here(catalogue, one, INTERPRETATIONS, one.published)
    waits, html = text_of(catalogue, one, here, one.published)
    sign, words = _in_time(catalogue, one)
    return TalkView(
        here=here,
        title=one.title,
        sign=sign,
        words=words,
        unit=unit_link(catalogue, one.unit),
        of="解读的文件",
        matters=tuple(matters_of(catalogue, one.interprets)),
        facts=(
            ("解读形式", one.form),
            ("发布日期", day_words(one.published)),
            ("摘要", one.summary),
            ("来源", one.source),
        ),
        steps=(),
        waits=waits,
        html=html,
        report=(),
        permalink=f"{catalogue.config.address}{here.path}",
    )


def _in_time(catalogue: Catalogue, one: Interpretation) -> tuple[Sign, str]:
    """Whether an interpretation kept the term of its documents; one that is not the first of a
    document, or of one that needed none, has no term."""
    if one.published is None:
        return Sign("已登记", "unknown"), "发布日期没有写明"
    if one.published > catalogue.day:
        return Sign("未到", "ahead"), f"{day_words(one.published)}发布"
    worst = None
    for matter in one.interprets:
        document = catalogue.get("documents", matter.document)
        standing = interpretation_of(catalogue, document) if document else None
        if standing and standing.done == one.published and standing.state is not Term.DONE:
            worst = standing if worst is None or standing.state is Term.LATE else worst
    if worst is None:
        return Sign("已发布", "done"), f"{day_words(one.published)}发布"
    return signed(worst, _INTERPRETED), "，".join(
        filter(None, (f"{day_words(one.published)}发布", due_words(worst)))
    )


def plan_responses(prepared: Prepared) -> Iterator[Page]:
    """The list of responses (回应关切), what is not answered yet first, and a page for each."""
    catalogue = prepared.catalogue
    ordered = sorted(
        catalogue.responses,
        key=lambda one: latest(one.responded or one.collected, one.id),
        reverse=True,
    )
    given: list[TalkLine] = []
    open_: list[TalkLine] = []
    for one in ordered:
        standing = response_of(catalogue, one)
        view = _response(catalogue, one, standing)
        line = _line(view, day_words(one.responded or one.collected), one.concern or one.summary)
        (given if standing.state in GIVEN or standing.done else open_).append(line)
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, RESPONSES, "对社会关切的回应")
    lead = "群众关心什么、什么时候收到、怎样研判和处置、怎样回应。"
    groups = (TalkGroup("正在办理", tuple(open_)), TalkGroup("已经回应", tuple(given)))
    shown = tuple(group for group in groups if group.lines)
    yield Page(here.path, "talks.html", TalksView(here, lead, "日期", shown, "还没有登记回应。"))


def _response(catalogue: Catalogue, one: Response, standing: Standing) -> TalkView:
    here = talk_here(catalogue, one, RESPONSES, one.responded)
    waits, html = text_of(catalogue, one, here, one.responded)
    organs = one.joint.organs if one.joint else ()
    joined = "、".join(
        (unit_link(catalogue, body.unit) or Named(body.name or body.unit, "")).title
        for body in organs
    )
    said = (
        "重大舆情" if one.major else "",
        f"{day_words(standing.done)}回应" if standing.done else "",
        due_words(standing),
    )
    return TalkView(
        here=here,
        title=one.title,
        sign=signed(standing, _ANSWERED),
        words="，".join(filter(None, said)),
        unit=unit_link(catalogue, one.unit),
        of="涉及的文件",
        matters=tuple(matters_of(catalogue, one.responds_to)),
        facts=(("关切的问题", one.concern), ("摘要", one.summary), ("来源", one.source)),
        steps=tuple(
            Taken(step, day_words(day), day > catalogue.day, joined if key == "joint" else "")
            for key, step, day in steps_of(one)
            if day
        ),
        waits=waits,
        html=html,
        report=(),
        permalink=f"{catalogue.config.address}{here.path}",
    )


def plan_meetings(prepared: Prepared) -> Iterator[Page]:
    """The list of meetings that were opened (会议公开), and a page for each."""
    catalogue = prepared.catalogue
    lines = []
    ordered = sorted(catalogue.meetings, key=lambda one: latest(one.held, one.id), reverse=True)
    for one in ordered:
        view = _meeting(catalogue, one)
        lines.append(_line(view, day_words(one.held), one.summary))
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, MEETINGS, "向社会公开的会议")
    lead = "哪些会议请公众列席、直播或者会后公开，审议了哪些文件。"
    groups = (TalkGroup("", tuple(lines)),) if lines else ()
    yield Page(here.path, "talks.html", TalksView(here, lead, "开会", groups, "还没有登记会议。"))


def _meeting(catalogue: Catalogue, one: Meeting) -> TalkView:
    here = talk_here(catalogue, one, MEETINGS, one.published)
    waits, html = text_of(catalogue, one, here, one.published)
    ahead = one.held > catalogue.day
    return TalkView(
        here=here,
        title=one.title,
        sign=Sign("未召开", "ahead") if ahead else Sign("已召开", "done"),
        words=day_words(one.held),
        unit=unit_link(catalogue, one.organ),
        of="审议的文件",
        matters=tuple(matters_of(catalogue, one.documents)),
        facts=(
            ("公开方式", "、".join(one.openness)),
            ("邀请列席", "、".join(one.invited)),
            ("发布日期", day_words(one.published)),
            ("摘要", one.summary),
            ("来源", one.source),
        ),
        steps=(),
        waits=waits,
        html=html,
        report=(),
        permalink=f"{catalogue.config.address}{here.path}",
    )
