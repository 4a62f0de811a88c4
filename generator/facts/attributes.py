"""From which day the text of a document is open (公开属性, 发布日期)."""

from __future__ import annotations

from datetime import date

from generator.model.document import AnyAttribute, Attribute, Document


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
    return document.attribute is Attribute.PROACTIVE and (opens is None or opens <= day)
