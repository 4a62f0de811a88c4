"""The filing register of what is withheld (登记备案, 157号 规程 二(七)), as one file.

Its rows are the only thing that this side writes out, so its place is judged before its content:
see `target`.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from generator.exports import listing
from generator.exports.listing import Listing
from generator.model.document import AnyAttribute
from generator.office.model import InternalDocument, Review
from generator.office.sides import Sides, due, is_withheld
from generator.writers.plain import csv

TITLE = "不公开文件登记备案表"
# Column -> how wide it is, in Chinese characters.
COLUMNS = MappingProxyType({
    "序号": 2.6, "标题": 18.0, "文号": 8.0, "主办机关": 8.0, "生成日期": 5.6, "不公开理由": 16.0,
    "签发日期": 5.6, "登记日期": 5.6, "最近复核": 5.6, "下次复核": 5.6,
})  # fmt: skip


def rows(sides: Sides) -> tuple[tuple[str, ...], ...]:
    """Return the register: its columns, then the withheld documents by the day on which they were
    registered, those that are not yet at the end."""
    kept = [(one, sides.review_of.get(one.id)) for one in sides.documents if is_withheld(one)]
    kept.sort(key=lambda pair: (_registered(pair[1]) or date.max, pair[0].id))
    told = (_row(sides, *pair) for pair in kept)
    return (tuple(COLUMNS), *((str(number), *row) for number, row in enumerate(told, 1)))


def written(sides: Sides, form: str) -> bytes:
    """Return the register as a file, ``xlsx`` or ``csv``."""
    told = rows(sides)
    if form == "csv":
        return csv(told)
    note = f"截至{sides.public.day.isoformat()}"
    organ = sides.public.config.organ
    return listing.write(Listing(TITLE, organ, note, told, tuple(COLUMNS.values())))


def _row(sides: Sides, document: InternalDocument, review: Review | None) -> tuple[str, ...]:
    day = sides.public.day
    again = max((one.on for one in document.reconsidered if one.on <= day), default=None)
    lead = document.issuers[0] if document.issuers else None
    unit = sides.public.get("units", lead.unit) if lead and lead.unit else None
    signed = review.signed.on if review and review.signed else None
    return (
        document.title,
        document.number,
        unit.name if unit else (lead.name or lead.unit if lead else ""),
        _words(document.formed),
        _reason(review, day),
        _words(signed),
        _words(_registered(review)),
        _words(again),
        _words(due(sides, document)),
    )


def _registered(review: Review | None) -> date | None:
    return review.registered_on if review else None


def _reason(review: Review | None, day: date) -> str:
    """Why it is withheld: as drafted, or as it was adjusted later."""
    if review is None:
        return ""
    later = [
        one.reason
        for one in review.adjustments
        if one.after is AnyAttribute.WITHHELD and one.on <= day
    ]
    return later[-1] if later else (review.drafted.reason if review.drafted else "")


def _words(day: date | None) -> str:
    return day.isoformat() if day else ""
