"""Documents in force: whose term has run out or soon will, and what still cites what has ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from generator.catalogue import Catalogue, Citation
from generator.cited import may_follow, titles_in
from generator.facts.bases import act_of, named
from generator.facts.validity import starts
from generator.life import ENDED, Effect, Event, Span, Status, end_of, since_on, span_on
from generator.model.document import Document, targets_of
from generator.model.entry import Basis
from generator.problems import Location, Problem, problem
from generator.terms import document_number, folded


def documents_are_decided_when_they_run_out(catalogue: Catalogue) -> Iterator[Problem]:
    """有效期届满的文件应有清理决定或者废止它的文件；将要届满的，届满前清理。"""
    for document in catalogue.documents:
        if catalogue.perhaps_decided(document.id):
            continue
        life = catalogue.lives[document.id]
        span = span_on(life, catalogue.day)
        at = catalogue.at(document, _ends_at(document))
        if span.status is Status.LAPSED and span.cause is None:
            if any(_meant_to_revive(event, span) for event in life.events):
                continue
            over = span.day - timedelta(days=1)
            yield problem(at, "document-expired", title=document.title, last=over)
            continue
        last = end_of(life, catalogue.day)
        warned = timedelta(days=catalogue.config.documents.warn_days)
        if span.status not in ENDED and last and last - catalogue.day <= warned:
            yield problem(at, "document-expiring", title=document.title, last=last)


def _meant_to_revive(event: Event, span: Span) -> bool:
    """Whether a clean-up wanted a document to go on that had run out; without a new expiry it does
    not, which is told where it was decided."""
    goes_on = event.effect in (Effect.KEEP, Effect.AMEND)
    return event.cleanup and goes_on and event.day >= span.day


def _ends_at(document: Document) -> str:
    return "expires" if document.expires else "term" if document.term else "id"


def ended_documents_are_not_cited(catalogue: Catalogue) -> Iterator[Problem]:
    """已废止、已失效的文件不再作为现行文件引用，链接、文号和名称都是引用；写明它已不再适用的除外。"""
    for written in catalogue.by_id.values():
        own = {written.record.id}
        if isinstance(written.record, Document):
            own |= _changed_by(written.record)
            if _ended(catalogue, written.record):
                continue
        titles = [*_of_title(catalogue, written.record), *written.titles]
        cited = [(_document_of(link.target), link.at) for link in written.links if not link.past]
        cited += [_numbered(catalogue, one) for one in written.numbers if not one.past]
        cited += [(_titled(catalogue, one), one.at) for one in titles if not one.past]
        for id, at in cited:
            document = catalogue.get("documents", id)
            if document is None or id in own or not _ended(catalogue, document):
                continue
            own.add(id)  # said once
            yield _cited(catalogue, written.record, document, at)


def _cited(catalogue: Catalogue, record: Any, cited: Document, at: Location) -> Problem:
    """That *record* cites what has ended; what was formed before the end cannot be altered."""
    life = catalogue.lives[cited.id]
    status, since = span_on(life, catalogue.day).status, since_on(life, catalogue.day)
    if isinstance(record, Document) and _formed(record) < since:
        return problem(
            at, "document-ended-relied", title=cited.title, status=status, since=str(since)
        )
    return problem(at, "document-ended-cited", title=cited.title, status=status)


def _changed_by(document: Document) -> set[str]:
    return {target.document for _, _, target in targets_of(document)}


def _ended(catalogue: Catalogue, document: Document) -> bool:
    return _over(catalogue, document.id, span_on(catalogue.lives[document.id], catalogue.day))


def _over(catalogue: Catalogue, id: str, span: Span) -> bool:
    """Whether the document *id* surely has ended with *span*: its own term alone does not tell it
    where a decision may be unread."""
    by_term = span.cause is None and catalogue.perhaps_decided(id)
    return span.status in ENDED and not by_term


def _document_of(target: str) -> str:
    path = target.partition("#")[0]
    if path.startswith("documents/") and path.endswith(".html"):
        return path.removeprefix("documents/").removesuffix(".html")
    return ""


def _of_title(catalogue: Catalogue, record: Any) -> tuple[Citation, ...]:
    """What the title of *record* cites, where it is a document."""
    if not isinstance(record, Document):
        return ()
    at = catalogue.at(record, "title")
    return tuple(replace(one, at=at) for one in titles_in(record.title, at.path, at.line))


def _titled(catalogue: Catalogue, cited: Citation) -> str:
    """The id of the document that bears the title *cited*, where no act that bears it is in force
    or still to come."""
    acts = named(cited.target, "", catalogue)
    ended = all(isinstance(act, Document) and _ended(catalogue, act) for act in acts)
    return acts[-1].id if acts and ended else ""


def _numbered(catalogue: Catalogue, cited: Citation) -> tuple[str, Location]:
    """The id of the document whose number the words of *cited* end in, and where it begins."""
    number = document_number(cited.target).replace("〕第", "〕")
    for place in range(number.index("〔")):
        acts = catalogue.acts_of.get(number[place:])
        if acts and may_follow(number[:place]):
            return acts[-1].id, replace(cited.at, column=cited.at.column + place)
    return "", cited.at


def amended_documents_are_in_force(catalogue: Catalogue) -> Iterator[Problem]:
    """修改的对象在修改生效时应当仍然有效。"""
    for life in catalogue.lives.values():
        for event in life.does:
            if event.effect is not Effect.AMEND or event.day.year == 1:
                continue
            before = span_on(catalogue.lives[event.to], event.day - timedelta(days=1))
            if _over(catalogue, event.to, before):
                document = catalogue.get("documents", event.by)
                place = [target.document for target in document.amends].index(event.to)
                title = catalogue.get("documents", event.to).title
                at = catalogue.at(document, "amends", place)
                yield problem(at, "document-amends-ended", title=title, status=before.status)


def amendments_are_registered(catalogue: Catalogue) -> Iterator[Problem]:
    """清理决定修改的文件，修改它的文件应当登记；文件所修改、废止的，也应当登记。"""
    for cleanup in catalogue.cleanups:
        if catalogue.left_out(cleanup, "steps"):
            continue
        for place, decision in enumerate(cleanup.decisions):
            life = catalogue.lives.get(decision.document)
            if life is None or catalogue.perhaps("documents", decision.document):
                continue
            decided = [
                event
                for event in life.events
                if event.cleanup and event.by == cleanup.id and event.effect is Effect.AMEND
            ]
            begun = min((step.on for step in cleanup.steps), default=None)
            for event in decided[:1]:
                done = any(
                    other.day >= (event.day if other.cleanup else begun or event.day)
                    and other.effect is not Effect.KEEP
                    for other in life.events
                    if not (other.cleanup and other.effect is Effect.AMEND)
                )
                if event.day <= catalogue.day and not done:
                    title = catalogue.get("documents", decision.document).title
                    at = catalogue.at(cleanup, "decisions", place)
                    yield problem(at, "document-amendment-missing", title=title)


def targets_are_registered(catalogue: Catalogue) -> Iterator[Problem]:
    """被修改、废止、代替的文件在登记中，才看得出它的效力变了。"""
    for document in catalogue.documents:
        for key, place, target in targets_of(document):
            at = catalogue.at(document, key, place)
            if target.document == document.id:
                yield problem(at, "document-target-self", title=document.title)
            elif not target.document and not target.name:
                yield problem(at, "document-target-missing")
            elif target.document or catalogue.perhaps("documents", target.name):
                continue
            elif known := act_of(Basis(title=target.name), catalogue):
                yield problem(at, "document-target-named", name=target.name, id=known.id)
            elif catalogue.whole("documents"):
                yield problem(at, "document-target-unregistered", name=target.name)


def targets_are_older(catalogue: Catalogue) -> Iterator[Problem]:
    """文件只能修改、废止、代替成文在先的文件；两件文件不能互相代替。"""
    for document in catalogue.documents:
        for key, place, target in targets_of(document):
            formed = document.formed or document.issued
            if formed and target.on and target.on < formed:
                at = catalogue.at(document, key, place)
                yield problem(at, "document-target-early", day=target.on, formed=formed)
            other = catalogue.get("documents", target.document)
            if other is None or other is document:
                continue
            mutual = _formed(other) == _formed(document) and document.id in _changed_by(other)
            if mutual or _formed(other) > _formed(document):
                at = catalogue.at(document, key, place)
                yield problem(at, "document-target-younger", title=other.title)


def targets_are_named_once(catalogue: Catalogue) -> Iterator[Problem]:
    """一件文件对同一对象的同一条款只修改、废止或者代替一次。"""
    for document in catalogue.documents:
        seen: dict[tuple[str, str, date | None], Location] = {}
        for key, place, target in targets_of(document):
            other = catalogue.get("documents", target.document)
            if other is None:
                continue
            at = catalogue.at(document, key, place)
            same = (other.id, folded(target.articles), target.on or starts(document))
            first = seen.setdefault(same, at)
            if first is not at:
                yield problem(at, "document-target-twice", title=other.title, first=first)


def _formed(document: Document) -> date:
    return document.formed or document.issued or document.published or date.min
