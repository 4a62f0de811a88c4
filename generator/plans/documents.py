"""A page for each document: its status first, then what it is, its text and its life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.validity import last_day, starts
from generator.life import ENDED, Effect, Event, Status, status_on
from generator.model.document import Attribute, Document
from generator.model.prose import Heading
from generator.page import Here, Page
from generator.plans.acts import (
    DOCUMENTS,
    StatusMark,
    act_link,
    dated,
    issuers,
    named_act,
    status_mark,
)
from generator.plans.prepared import Prepared
from generator.plans.shared import (
    HOME,
    day_words,
    placed,
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a document's life: the day, what happened, the act that did it, and why."""

    day: str
    words: str
    act: Named | None
    reason: str
    ahead: bool


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One adjustment of the attribute (属性调整)."""

    day: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """An attachment: what it is called, where it is, of what kind and how large."""

    title: str
    path: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document: its status first, then what it is, its text, its life."""

    here: Here
    title: str
    status: StatusMark
    status_words: str
    status_by: Named | None
    until_words: str
    attribute: str
    number: str
    register_number: str
    index_number: str
    issuers: tuple[Named, ...]
    formed: str
    issued: str
    published: str
    effective: str
    ends: str
    normative: bool
    trial: bool
    genre: str
    topic: str
    summary: str
    source: str
    html: str
    headings: tuple[Heading, ...]
    attachments: tuple[FileLink, ...]
    life: tuple[Happening, ...]
    adjusted: tuple[Adjusted, ...]
    needs_interpretation: bool
    entries: tuple[Named, ...]
    directory: Named | None
    permalink: str
    cite: str


def plan_documents(prepared: Prepared) -> Iterator[Page]:
    """One page for each document; of one that is open on request (依申请公开) its record alone."""
    for document in prepared.documents:
        view = _view(prepared, document)
        yield Page(view.here.path, "document.html", view)


def _view(prepared: Prepared, document: Document) -> DocumentView:
    catalogue = prepared.catalogue
    path = f"documents/{document.id}.html"
    permalink = f"{catalogue.config.address}{path}"
    bodies = issuers(catalogue, document)
    lead = bodies[0].title if bodies else catalogue.config.organ
    published = document.published or dated(document)
    open_text = document.attribute is Attribute.PROACTIVE  # whatever the record holds
    here = Here(
        path=path,
        title=document.title,
        description=document.summary or document.title,
        column="文件",
        crumbs=(HOME, DOCUMENTS),
        published=published.isoformat() if published else "",
        source=lead,
        kind="文章" if published else "栏目",
    )
    status, until = status_on(catalogue.lives[document.id], catalogue.day)
    mark = status_mark(catalogue, document)
    words, by = _status_words(catalogue, document, mark)
    ends = None if status in ENDED else _ends(catalogue, document)
    return DocumentView(
        here=here,
        title=document.title,
        status=mark,
        status_words=words,
        status_by=by,
        until_words=f"按现有规定和清理结果，这一状态到{day_words(until)}起改变。" if until else "",
        attribute=document.attribute.value,
        number=document.number,
        register_number=document.register_number,
        index_number=document.index_number,
        issuers=bodies,
        formed=day_words(document.formed),
        issued=day_words(document.issued),
        published=day_words(document.published),
        effective=day_words(starts(document)),
        ends=ends or "",
        normative=document.normative,
        trial=document.trial,
        genre=document.genre,
        topic=document.topic.replace("\\", " › "),
        summary=document.summary,
        source=document.source,
        html=placed(document.body.html, here.root) if open_text else "",
        headings=tuple(
            heading for heading in document.body.headings if heading.rank == 2 and open_text
        ),
        attachments=(),
        life=tuple(_life(catalogue, document)),
        adjusted=tuple(
            Adjusted(day_words(one.date), one.before.value, one.after.value, one.reason)
            for one in document.attribute_history
        ),
        needs_interpretation=document.needs_interpretation,
        entries=tuple(
            Named(entry.name, f"entries/{entry.id}.html")
            for entry in catalogue.entries_of.get(document.id, ())
        ),
        directory=(
            Named(lead, f"directory/{document.issuers[0].unit}.html")
            if bodies and bodies[0].path
            else None
        ),
        permalink=permalink,
        cite=f"{lead}：“{document.title}”"
        + (f"（{document.number}）" if document.number else "")
        + f"，{permalink}",
    )


def _status_words(
    catalogue: Catalogue, document: Document, mark: StatusMark
) -> tuple[str, Named | None]:
    """What the status line says behind the status, and the act that made it so."""
    life = catalogue.lives[document.id]
    span = next(one for one in reversed(life.spans) if one.day <= catalogue.day)
    if span.status is Status.PENDING:
        begins = life.starts
        return f"自{day_words(begins)}起施行", None
    if span.cause is None:
        return (f"自{mark.since}起" if mark.since else ""), None
    how = {Effect.REPLACE: "被代替", Effect.LAPSE: "清理时宣布失效"}.get(span.cause.effect, "")
    if span.cause.cleanup and not how:
        how = f"清理时决定{span.cause.effect}"
    part = f"，涉及{span.cause.articles}" if span.cause.articles else ""
    words = "，".join(one for one in (f"自{mark.since}起" if mark.since else "", how) if one)
    return words + part, named_act(catalogue, span.cause.by)


def _ends(catalogue: Catalogue, document: Document) -> str:
    """The last day on which the document will be in force as things stand."""
    happened = [one for one in catalogue.lives[document.id].events if one.day <= catalogue.day]
    ends = [one.new_expiry for one in happened if one.new_expiry]
    return day_words(ends[-1] if ends else last_day(document, catalogue.config.documents))


def _life(catalogue: Catalogue, document: Document) -> Iterator[Happening]:
    """What happened to the document and what it does to others, in the order of days."""
    life = catalogue.lives[document.id]
    lines = [(event.day, 1, _undergone(catalogue, event)) for event in life.events]
    lines += [(event.day, 2, _done(catalogue, event)) for event in life.does]
    if life.starts:
        begun = Happening(
            day_words(life.starts), "施行", None, "", ahead=life.starts > catalogue.day
        )
        lines.append((life.starts, 0, begun))
    for span in life.spans:
        if span.status is Status.LAPSED and span.cause is None:
            gone = Happening(
                day_words(span.day), "有效期届满，失效", None, "", ahead=span.day > catalogue.day
            )
            lines.append((span.day, 3, gone))
    for _, _, line in sorted(lines, key=lambda one: one[:2]):
        yield line
    for effect, targets in (
        (Effect.AMEND, document.amends),
        (Effect.REPEAL, document.repeals),
        (Effect.REPLACE, document.replaces),
    ):
        for target in targets:
            if not target.document:
                day = target.on or life.starts
                act = Named(target.name, "")
                yield Happening(day_words(day), effect.value, act, "", ahead=False)


def _undergone(catalogue: Catalogue, event: Event) -> Happening:
    said = {
        Effect.AMEND: "被修改",
        Effect.REPEAL: "被废止",
        Effect.REPLACE: "被代替",
        Effect.LAPSE: "宣布失效",
        Effect.KEEP: "继续有效",
    }[event.effect]
    part = f"（{event.articles}）" if event.articles else ""
    new = f"，有效期至{day_words(event.new_expiry)}" if event.new_expiry else ""
    words = f"清理：{event.effect.value}{new}" if event.cleanup else f"{said}{part}"
    return Happening(
        day_words(event.day) if event.day.year > 1 else "", words, named_act(catalogue, event.by),
        event.reason, ahead=event.day > catalogue.day,
    )  # fmt: skip


def _done(catalogue: Catalogue, event: Event) -> Happening:
    part = f"（{event.articles}）" if event.articles else ""
    return Happening(
        day_words(event.day) if event.day.year > 1 else "", f"{event.effect.value}{part}",
        act_link(catalogue.get("documents", event.to)), "", ahead=event.day > catalogue.day,
    )  # fmt: skip
