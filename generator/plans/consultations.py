"""征求意见: what is open today, what awaits its feedback, what became of the opinions (三(四))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.facts.successors import successor_of
from generator.facts.talks import Asked, Asking, Term, consultation_of, feedback_of
from generator.model.dialogue import Consultation, Feedback
from generator.page import Crumb, Page
from generator.plans.feeds import FeedItem, FeedView
from generator.plans.prepared import Prepared
from generator.plans.shared import day_words
from generator.plans.talks import (
    Sign,
    Taken,
    TalkGroup,
    TalkLine,
    TalksView,
    TalkView,
    due_words,
    list_here,
    owing_words,
    summary_of,
    talk_line,
    talk_view,
)

_DAY = timedelta(days=1)
CONSULTATIONS = Crumb("征求意见", "consultations/index.html")
FEED = "feeds/consultations.xml"

_SLUGS = MappingProxyType(
    {
        Asked.AHEAD: "ahead",
        Asked.OPEN: "open",
        Asked.CLOSED: "ahead",
        Asked.ANSWERED: "done",
        Asked.OVERDUE: "late",
    }
)
_GROUPS = (
    ("正在征求意见", (Asked.OPEN,)),
    ("已结束，还没有反馈", (Asked.OVERDUE, Asked.CLOSED)),
    ("未开始", (Asked.AHEAD,)),
    ("已反馈", (Asked.ANSWERED,)),
)


def plan_consultations(prepared: Prepared) -> Iterator[Page]:
    """The list of consultations, the open ones first, a page for each, a feed of what is open."""
    catalogue = prepared.catalogue
    config = catalogue.config
    ordered = sorted(catalogue.consultations, key=lambda one: (one.closed, one.id), reverse=True)
    lines: dict[Asked, list[TalkLine]] = {state: [] for state in Asked}
    for one in ordered:
        asking = consultation_of(catalogue, one)
        view = _view(catalogue, one, asking)
        lines[asking.state].append(_line(catalogue, view, one))
        yield Page(view.here.path, "talk.html", view)
    lines[Asked.OPEN].reverse()  # what closes first is most urgent
    here = list_here(catalogue, CONSULTATIONS, "向社会征求意见的事项和意见采纳情况")
    groups = tuple(
        TalkGroup(title, found)
        for title, states in _GROUPS
        if (found := tuple(line for state in states for line in lines[state]))
    )
    # When it changed last; without a change so far there is nothing to subscribe to.
    changed = [
        day
        for one in ordered
        for day in (one.opened, one.closed + _DAY if one.closed < date.max else one.closed)
        if day <= catalogue.day
    ]
    lead = "重大决策、规范性文件在成文以前请公众提意见，结束以后公布意见采纳情况。"
    feed = FEED if changed else ""
    listed = TalksView(here, lead, "起止", groups, "还没有登记征求意见。", feed)
    yield Page(here.path, "talks.html", listed)
    if changed:
        open_ = [one for one in ordered if is_open(catalogue, one)]
        open_.sort(key=lambda one: (one.opened, one.id), reverse=True)
        view_of_feed = FeedView(
            f"{config.name}：{_GROUPS[0][0]}",
            f"{config.address}{FEED}",
            f"{config.address}{CONSULTATIONS.path}",
            config.organ,
            tuple(_item(config.address, one) for one in open_),
            max(changed).isoformat(),
        )
        yield Page(FEED, "feed.xml", view_of_feed)


def is_open(catalogue: Catalogue, one: Consultation) -> bool:
    """Whether opinions are taken on the catalogue's day."""
    return consultation_of(catalogue, one).state is Asked.OPEN


def open_lines(catalogue: Catalogue, unit: str = "") -> tuple[TalkLine, ...]:
    """Return the consultations that are open, of *unit* or of all, what closes first first."""
    found = [
        one
        for one in catalogue.consultations
        if is_open(catalogue, one) and unit in ("", _taker(catalogue, one))
    ]
    found.sort(key=lambda one: (one.closed, one.id))
    return tuple(
        _line(catalogue, _view(catalogue, one, consultation_of(catalogue, one)), one)
        for one in found
    )


def _taker(catalogue: Catalogue, one: Consultation) -> str:
    """The id of the unit that takes the opinions: where that of the text has ended, the one that
    took over."""
    unit = catalogue.get("units", one.unit)
    heir = successor_of(catalogue, unit) if unit else None
    return heir.id if heir else one.unit


def period_words(one: Consultation) -> str:
    """Return from when to when opinions are taken."""
    return f"{day_words(one.opened)}至{day_words(one.closed)}"


def sign_of(asking: Asking) -> Sign:
    """Return where a consultation stands, as a word."""
    return Sign(asking.state.value, _SLUGS[asking.state])


def _line(catalogue: Catalogue, view: TalkView, one: Consultation) -> TalkLine:
    return talk_line(view, period_words(one), summary_of(catalogue, one))


def _item(address: str, one: Consultation) -> FeedItem:
    where = f"{address}consultations/{one.id}.html"
    text = f"{day_words(one.closed)}截止。{one.summary}"
    return FeedItem(where, where, one.title, one.opened.isoformat(), text)


def _words(catalogue: Catalogue, asking: Asking, one: Consultation) -> str:
    """What the status line says behind the state."""
    owed = asking.feedback
    if asking.state is Asked.AHEAD:
        return f"{day_words(one.opened)}开始，{day_words(one.closed)}截止"
    if asking.state is Asked.OPEN:
        heir = owing_words(catalogue, one)
        return f"{day_words(one.closed)}截止{'，' if heir else ''}{heir}"
    if asking.state is Asked.ANSWERED:
        late = f"，{due_words(owed)}" if owed.state is Term.LATE else ""
        return f"{day_words(owed.done)}公布意见采纳情况{late}"
    due = f"应当在{day_words(owed.due)}前公布意见采纳情况" if owed.due else ""
    unknown = "反馈的期限算不出" if owed.unknown and not owed.due else ""
    said = (f"{day_words(one.closed)}结束", due, unknown, owing_words(catalogue, one))
    return "，".join(filter(None, said))


def _view(catalogue: Catalogue, one: Consultation, asking: Asking) -> TalkView:
    feedback = feedback_of(one)
    steps = [
        Taken("开始", day_words(one.opened), one.opened > catalogue.day),
        Taken("截止", day_words(one.closed), one.closed > catalogue.day),
    ]
    if feedback:
        ahead = feedback.on > catalogue.day
        what = "公布意见采纳情况" if feedback.on >= one.closed else "公布部分意见的采纳情况"
        steps.append(Taken(what, day_words(feedback.on), ahead))
    elif asking.feedback.due:
        due = asking.feedback.due
        steps.append(
            Taken("应当公布意见采纳情况", day_words(due), due > catalogue.day, "期限的最后一天")
        )
    return talk_view(
        catalogue,
        one,
        CONSULTATIONS,
        one.opened,
        sign=sign_of(asking),
        words=_words(catalogue, asking, one),
        of="征求意见的文件",
        matters=one.consults_on,
        facts=(("提意见的途径", "；".join(one.channels)),),
        steps=steps,
        report=_report(feedback) if feedback and feedback.on <= catalogue.day else (),
    )


def _report(feedback: Feedback) -> Iterator[tuple[str, str]]:
    """What became of the opinions."""
    for label, count in (("收到", feedback.received), ("采纳", feedback.adopted)):
        if count is not None:
            yield label, f"{count} 条"
    if feedback.text:
        yield "怎样采纳", feedback.text
