"""What the pages of interpretations, responses, consultations and meetings have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue, Talk
from generator.exports.layout import Named
from generator.facts.successors import successor_of
from generator.facts.talks import Standing, Term, once, opens_from
from generator.model.dialogue import Matter, Meeting
from generator.model.document import Document
from generator.page import Crumb, Here
from generator.plans.shared import HOME, day_words, placed, unit_link
from generator.terms import folded


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


def signed(standing: Standing, words: MappingProxyType[Term, str], *, done: str) -> Sign:
    """Return the state of something owed in the *words* of its kind, as *done* where it was done
    and only its term is not known."""
    if standing.state is Term.UNKNOWN and standing.done:
        return Sign(done, "done")
    return Sign(words[standing.state], _SLUGS[standing.state])


def due_words(standing: Standing) -> str:
    """Return until when something is or was owed, and by how much it was late."""
    late = f"，迟 {standing.late} 个工作日" if standing.late else ""
    return f"期限到{day_words(standing.due)}{late}" if standing.due else ""


def dated(catalogue: Catalogue, day: date | None) -> str:
    """Return *day* in words, and that it is still to come where it is."""
    return f"{day_words(day)}（未到）" if day and day > catalogue.day else day_words(day)


def is_out(catalogue: Catalogue, talk: Talk) -> bool:
    """Whether the words of *talk*, its text and its summary, are public on the day."""
    opens = opens_from(talk)
    return opens is not None and opens <= catalogue.day


def summary_of(catalogue: Catalogue, talk: Talk) -> str:
    """Return the summary of *talk*, empty as long as its text is not public."""
    return talk.summary if is_out(catalogue, talk) else ""


def matters_of(catalogue: Catalogue, matters: tuple[Matter, ...]) -> Iterator[Named]:
    """Yield the documents that a text is about, each once, linked where they are registered; of one
    that is not public yet not even its id or its name."""
    aside = {folded(word) for one in catalogue.withheld for word in _names(one.record)}
    for _, matter in once(matters):
        if document := catalogue.get("documents", matter.document):
            yield Named(document.title, f"documents/{document.id}.html")
        elif matter.name and folded(matter.name) not in aside:
            yield Named(matter.name, "")


def _names(document: Document) -> tuple[str, ...]:
    return tuple(word for word in (document.title, document.number) if word)


def talk_view(
    catalogue: Catalogue,
    talk: Talk,
    within: Crumb,
    published: date | None,
    *,
    sign: Sign,
    words: str,
    of: str,
    matters: tuple[Matter, ...],
    facts: tuple[tuple[str, str], ...],
    steps: Iterable[Taken] = (),
    report: Iterable[tuple[str, str]] = (),
) -> TalkView:
    """Return the page of a text of which *published* is the day that the page itself bears; *of* is
    what its *matters* are to it."""
    out, opens = is_out(catalogue, talk), opens_from(talk)
    here = _here(catalogue, talk, within, published if out else None)
    return TalkView(
        here=here,
        title=talk.title,
        sign=sign,
        words=words,
        unit=unit_link(catalogue, unit_of(talk)),
        of=of,
        matters=tuple(matters_of(catalogue, matters)),
        facts=(*facts, ("摘要", talk.summary if out else ""), ("来源", talk.source)),
        steps=tuple(steps),
        waits="" if out or opens is None else f"正文自{day_words(opens)}起公开。",
        html=placed(talk.body.html, here.root) if out else "",
        report=tuple(report),
        permalink=f"{catalogue.config.address}{here.path}",
    )


def _here(catalogue: Catalogue, talk: Talk, within: Crumb, published: date | None) -> Here:
    unit = unit_link(catalogue, unit_of(talk))
    shown = published if published and published <= catalogue.day else None
    return Here(
        path=f"{within.path.removesuffix('index.html')}{talk.id}.html",
        title=talk.title,
        description=summary_of(catalogue, talk) or talk.title,
        column=within.title,
        crumbs=(HOME, within),
        published=shown.isoformat() if shown else "",
        source=unit.title if unit else catalogue.config.organ,
        kind="文章" if shown else "栏目",
    )


def unit_of(talk: Talk) -> str:
    """Return the id of the unit whose text it is."""
    return talk.organ if isinstance(talk, Meeting) else talk.unit


def owing_words(catalogue: Catalogue, talk: Talk) -> str:
    """Return who is to do what is still owed where the unit of *talk* has ended, else nothing."""
    return heir_words(catalogue, unit_of(talk))


def heir_words(catalogue: Catalogue, id: str) -> str:
    """Return who is to do what the unit *id* still owes where it has ended, else nothing."""
    unit = catalogue.get("units", id)
    heir = successor_of(catalogue, unit) if unit else None
    if unit is None or heir is unit:
        return ""
    return f"{unit.name}已撤销，" + (f"由{heir.name}办理" if heir else "承接单位没有写明")


def list_here(catalogue: Catalogue, crumb: Crumb, about: str) -> Here:
    """Return what a list of texts says of itself."""
    return Here(crumb.path, crumb.title, f"{catalogue.config.organ}{about}", crumb.title, (HOME,))


def latest(day: date | None, id: str) -> tuple[date, str]:
    """Return the key by which texts stand in lists, the latest last."""
    return day or date.min, id


def talk_line(view: TalkView, day: str, summary: str) -> TalkLine:
    """Return a text as a line of a list; *day* is in words."""
    unit = view.unit.title if view.unit else ""
    return TalkLine(view.title, view.here.path, unit, day, view.sign, view.matters, summary)
