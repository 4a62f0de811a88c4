"""Laws and documents as pages name them: where each stands, its status, what is wrong with a
basis that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.attributes import attribute_on
from generator.facts.bases import Act
from generator.facts.rot import Fault, Rot
from generator.life import Status, since_on, span_on
from generator.model.document import AnyAttribute, Document
from generator.model.register import Law
from generator.page import Crumb
from generator.plans.shared import day_words, unit_link

DOCUMENTS = Crumb("文件", "documents/index.html")
STATUS_SLUGS = MappingProxyType(
    {
        Status.IN_FORCE: "in-force",
        Status.AMENDED: "amended",
        Status.PARTLY: "partly",
        Status.PENDING: "pending",
        Status.REPEALED: "repealed",
        Status.LAPSED: "lapsed",
    }
)


@dataclass(frozen=True, slots=True)
class StatusMark:
    """Whether a document is in force: word, slug (colour and sign), since when."""

    title: str
    slug: str
    since: str


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What is wrong with a basis, in words, and the act that made it so."""

    fault: str
    words: str
    by: Named | None


def status_mark(catalogue: Catalogue, document: Document) -> StatusMark:
    """Return the mark of the status of *document* on the catalogue's day."""
    life = catalogue.lives[document.id]
    status, since = span_on(life, catalogue.day).status, since_on(life, catalogue.day)
    said = day_words(since) if since.year > 1 else ""
    return StatusMark(status.value, STATUS_SLUGS[status], said)


def act_link(act: Act) -> Named:
    """Return the title of a law or document and where it stands."""
    where = f"laws/index.html#{act.id}" if isinstance(act, Law) else f"documents/{act.id}.html"
    return Named(act.title, where)


def named_act(catalogue: Catalogue, id: str) -> Named | None:
    """Return a law, document or clean-up by its id, None where there is none."""
    if act := catalogue.get("acts", id):
        return act_link(act)
    cleanup = catalogue.get("cleanups", id)
    return Named(cleanup.title, f"cleanups/{id}.html") if cleanup else None


_WORDS = MappingProxyType(
    {
        Fault.REPEALED: "已废止",
        Fault.LAPSED: "已失效",
        Fault.EARLY: "{until}起才施行",
        Fault.SUPERSEDED: "不是现行版本",
        Fault.ARTICLE: "{articles}已不存在",
        Fault.AMENDED: "已修改",
        Fault.PERHAPS: "已修改，待核对",
    }
)


def fault_words(catalogue: Catalogue, rot: Rot) -> FaultWords:
    """Return what is wrong with a basis, as its page says it."""
    said = _WORDS[rot.fault].format(articles=rot.articles, until=day_words(rot.until))
    since = f"（{day_words(rot.since)}）" if rot.since and rot.since.year > 1 else ""
    return FaultWords(rot.fault.value, f"{said}{since}", named_act(catalogue, rot.by))


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document as a line of a list: its title, by whom, when, whether it is in force."""

    title: str
    path: str
    number: str
    issuers: tuple[str, ...]
    day: str
    status: StatusMark
    on_request: bool


def dated(document: Document) -> date | None:
    """Return the day by which *document* stands in lists, None where it names none."""
    return document.formed or document.issued or document.published or document.effective


def issuers(catalogue: Catalogue, document: Document) -> tuple[Named, ...]:
    """Return who issued *document*, the lead organ (主办机关) first, linked where it is a unit."""
    return tuple(
        unit_link(catalogue, body.unit) or Named(body.name or body.unit, "")
        for body in document.issuers
    )


def document_card(catalogue: Catalogue, document: Document) -> DocumentCard:
    """Return *document* as a line of a list."""
    return DocumentCard(
        title=document.title,
        path=f"documents/{document.id}.html",
        number=document.number,
        issuers=tuple(one.title for one in issuers(catalogue, document)),
        day=day_words(dated(document)),
        status=status_mark(catalogue, document),
        on_request=attribute_on(document, catalogue.day) is AnyAttribute.ON_REQUEST,
    )
