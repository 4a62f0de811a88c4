"""A page for each document: its status first, then what it is, its text and its life."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Attached, Catalogue
from generator.exports.layout import Named
from generator.facts.attributes import attribute_on, open_on, opens_on
from generator.facts.validity import starts
from generator.life import ENDED, Effect, Event, Status, end_of, since_on, span_on, status_on
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
from generator.plans.applying import Apply, of_document
from generator.plans.prepared import Prepared
from generator.plans.shared import (
    HOME,
    day_words,
    placed,
)
from generator.plans.talked import Said, owed_words, talked

REPEAL, REPLACE = Effect.REPEAL, Effect.REPLACE


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
    ahead: bool


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
    apply: Apply | None
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
    talked: tuple[Said, ...]
    owed: str
    opens: str
    entries: tuple[Named, ...]
    directory: Named | None
    permalink: str
    cite: str


def plan_documents(prepared: Prepared) -> Iterator[Page]:
    """One page for each document; of one that is open on request (依申请公开) its record alone."""
    named: set[str] = set()
    for document in prepared.around.documents:
        path = f"documents/{document.id}.html"
        yield Page(path, "document.html", partial(_view, prepared, document))
        for link, file in _files(prepared.catalogue, document):
            if link.path not in named:
                named.add(link.path)
                yield Page(link.path, "attached", file)


def _view(prepared: Prepared, document: Document) -> DocumentView:
    catalogue = prepared.catalogue
    path = f"documents/{document.id}.html"
    permalink = f"{catalogue.config.address}{path}"
    bodies = issuers(catalogue, document)
    lead = bodies[0].title if bodies else catalogue.config.organ
    published = document.published or dated(document)
    open_text = open_on(document, catalogue.day)  # whatever the record holds
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
    attribute = attribute_on(document, catalogue.day)
    opens = opens_on(document) if document.attribute is Attribute.PROACTIVE else None
    status, until = status_on(catalogue.lives[document.id], catalogue.day)
    mark = status_mark(catalogue, document)
    words, by = _status_words(catalogue, document, mark)
    end = None if status in ENDED else end_of(catalogue.lives[document.id], catalogue.day)
    return DocumentView(
        here=here,
        title=document.title,
        status=mark,
        status_words=words,
        status_by=by,
        until_words=f"按现有规定和清理结果，这一状态自{day_words(until)}起改变。" if until else "",
        attribute=attribute.value,
        apply=of_document(catalogue, document),
        number=document.number,
        register_number=document.register_number,
        index_number=document.index_number,
        issuers=bodies,
        formed=day_words(document.formed),
        issued=day_words(document.issued),
        published=day_words(document.published),
        effective=day_words(starts(document)),
        ends=day_words(end),
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
        attachments=tuple(link for link, _ in _files(catalogue, document)),
        life=tuple(_life(catalogue, document)),
        adjusted=tuple(
            Adjusted(
                day_words(one.date),
                one.before.value,
                one.after.value,
                one.reason,
                ahead=one.date > catalogue.day,
            )
            for one in document.attribute_history
        ),
        talked=talked(catalogue, document),
        owed=owed_words(catalogue, document),
        opens=day_words(opens) if opens and opens > catalogue.day else "",
        entries=tuple(
            Named(entry.name, f"entries/{entry.id}.html")
            for entry in catalogue.entries_of.get(document.id, ())
        ),
        directory=(
            next(
                (
                    Named(named.title, f"directory/{body.unit}.html")
                    for body, named in zip(document.issuers, bodies, strict=True)
                    if catalogue.get("units", body.unit)
                ),
                None,
            )
        ),
        permalink=permalink,
        cite=f"{lead}：“{document.title}”"
        + (f"（{document.number}）" if document.number else "")
        + f"，{permalink}",
    )


def _files(catalogue: Catalogue, document: Document) -> Iterator[tuple[FileLink, Attached]]:
    """The attachments of a document that is open, under names made of what they hold."""
    if not open_on(document, catalogue.day):
        return
    for one in document.attachments:
        file = catalogue.attached.get(catalogue.beside(document, one.file))
        if file is None:  # a rule has told of it
            continue
        name = posixpath.basename(file.path)
        ending = name.rpartition(".")[2].lower()
        path = f"attachments/{file.sha256[:20]}.{ending}"
        about = f"{file.kind}，{size_words(file.size)}"
        yield FileLink(one.title or name, path, name, about), file


def size_words(size: int) -> str:
    """Return a size in bytes as readers know it (34 KB, 1.2 MB)."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def _status_words(
    catalogue: Catalogue, document: Document, mark: StatusMark
) -> tuple[str, Named | None]:
    """What the status line says behind the status, and the act that made it so last."""
    life = catalogue.lives[document.id]
    span = span_on(life, catalogue.day)
    if span.status is Status.PENDING:
        return f"自{day_words(life.starts)}起施行", None
    said = [f"自{mark.since}起"] if mark.since else []
    if span.cause is None:
        return "".join(said), None
    happened = [one for one in life.events if one.day <= catalogue.day]
    if span.status is Status.PARTLY:
        ended = [one for one in happened if one.articles and one.effect in (REPEAL, REPLACE)]
        parts = dict.fromkeys(one.articles for one in ended)
        said.append(f"涉及{'、'.join(parts)}")
    elif span.status is Status.AMENDED and span.cause.articles:
        said.append(f"涉及{span.cause.articles}")
    how = {REPLACE: "被代替", Effect.LAPSE: "清理时宣布失效"}.get(span.cause.effect, "")
    if span.cause.cleanup and not how:
        how = f"清理时决定{span.cause.effect}"
    later = span.cause.day > since_on(life, catalogue.day)
    if later and span.status in ENDED:
        said.append(f"{day_words(span.cause.day)}{how or span.cause.effect.value}")
    elif later:
        said.append(f"最近一次在{day_words(span.cause.day)}")
    elif how:
        said.append(how)
    return "，".join(said), named_act(catalogue, span.cause.by)


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
                ahead = day is not None and day > catalogue.day
                act = Named(target.name, "")
                yield Happening(day_words(day), effect.value, act, "", ahead=ahead)


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
