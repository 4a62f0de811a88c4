"""公开属性调整: every adjustment of a document’s attribute, on a page and in a feed (二(八))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.exports.layout import Named
from generator.model.document import AttributeChange, Document
from generator.page import Here, Page
from generator.plans.acts import DOCUMENTS, issuers
from generator.plans.feeds import FeedItem, FeedView
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, day_words

PATH = "documents/attribute/index.html"
FEED = "feeds/attributes.xml"


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """One adjustment: of which document, from what to what, when and why."""

    document: Named
    number: str
    issuer: str
    day: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class AttributesView:
    """All adjustments, the latest first."""

    here: Here
    rows: tuple[AdjustmentLine, ...]
    feed: str


def plan_attributes(prepared: Prepared) -> Iterator[Page]:
    """The page and the feed of all adjustments up to the catalogue's day."""
    catalogue = prepared.catalogue
    config = catalogue.config
    numbered = [
        (change.date, document.id, number, change, document)
        for document in prepared.around.documents
        for number, change in enumerate(document.attribute_history, 1)
        if change.date <= catalogue.day
    ]
    numbered.sort(key=lambda one: one[:3], reverse=True)
    changes = [(change, document, number) for _, _, number, change, document in numbered]
    here = Here(
        PATH, "公开属性调整", "文件的公开属性何时由何改为何、理由是什么", "文件", (HOME, DOCUMENTS)
    )
    rows = tuple(_line(prepared, change, document) for change, document, _ in changes)
    yield Page(PATH, "attributes.html", AttributesView(here, rows, FEED if rows else ""))
    if changes:
        items = tuple(
            _item(config.address, row, change.date, document, number)
            for row, (change, document, number) in zip(rows, changes, strict=True)
        )
        title = f"{config.name}：公开属性调整"
        address, page = f"{config.address}{FEED}", f"{config.address}{PATH}"
        yield Page(FEED, "feed.xml", FeedView(title, address, page, config.organ, items))


def _line(prepared: Prepared, change: AttributeChange, document: Document) -> AdjustmentLine:
    bodies = issuers(prepared.catalogue, document)
    return AdjustmentLine(
        Named(document.title, f"documents/{document.id}.html"),
        document.number,
        bodies[0].title if bodies else "",
        day_words(change.date),
        change.before.value,
        change.after.value,
        change.reason,
    )


def _item(
    address: str, row: AdjustmentLine, day: date, document: Document, number: int
) -> FeedItem:
    where = f"{address}documents/{document.id}.html"
    return FeedItem(
        id=f"{where}#adjustment-{number}",
        address=where,
        title=f"{document.title}：由{row.before}调整为{row.after}",
        day=day.isoformat(),
        text=row.reason,
    )
