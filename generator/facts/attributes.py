"""What a document's attribute is on a day, and from which day its text is open (公开属性)."""

from __future__ import annotations

from datetime import date

from generator.model.document import AnyAttribute, AttributeChange, Document


def next_adjustment(document: Document, day: date) -> AttributeChange | None:
    """Return the first adjustment of *document* after *day*, None where none lies ahead."""
    ahead = (change for change in document.attribute_history if change.date > day)
    return min(ahead, key=lambda change: change.date, default=None)


def attribute_on(document: Document, day: date) -> AnyAttribute:
    """Return the attribute of *document* on *day*: before an adjustment what it was then."""
    ahead = next_adjustment(document, day)
    return ahead.before if ahead else AnyAttribute(document.attribute.value)


def opens_on(document: Document) -> date | None:
    """Return the day from which the text is open, None where it is so from the beginning: that of
    its publication, or of the last adjustment that made it 主动公开, whichever is later."""
    turned = None
    for change in document.attribute_history:
        turned = change.date if change.after is AnyAttribute.PROACTIVE else None
    days = [day for day in (document.published, turned) if day]
    return max(days, default=None)


def open_on(document: Document, day: date) -> bool:
    """Return whether the text of *document* may be shown on *day*."""
    opens = opens_on(document)
    return attribute_on(document, day) is AnyAttribute.PROACTIVE and (opens is None or opens <= day)
