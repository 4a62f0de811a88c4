"""目录动态调整: every adjustment of the catalogue, by year, each with before and after (三(一)).

An adjustment of a day to come is not told yet.  What stands here comes from the records alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.exports.elements import element_lines
from generator.exports.layout import Named
from generator.facts.adjustments import ELEMENTS, Mention, mentions, told_on
from generator.model.adjustment import Adjustment, AdjustmentKind, Change, ChangeKind
from generator.model.entry import Entry
from generator.page import Crumb, Here, Page
from generator.plans.feeds import FeedItem, FeedView
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, day_words

PATH = "adjustments/index.html"
FEED = "feeds/adjustments.xml"
ADJUSTMENTS = Crumb("目录动态调整", PATH)
_MEANINGS = {
    AdjustmentKind.SORTED: "依据权责清单、公共服务事项清单核对事项，理顺名称和归类。",
    AdjustmentKind.EXPANDED: "把更多事项列入目录。",
    AdjustmentKind.CHANGED: "因法规、职责或者实际情况变化，修改、取消事项。",
}


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """An adjustment in a list: what it is called, when, of which kind, how many items."""

    title: str
    path: str
    day: str
    kind: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AdjustmentYear:
    """The adjustments of one year, the latest first."""

    year: int
    rows: tuple[AdjustmentLine, ...]


@dataclass(frozen=True, slots=True)
class AdjustmentsView:
    """All adjustments by year, and the feed where there is one."""

    here: Here
    years: tuple[AdjustmentYear, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One element of an item before and after, line by line; nothing where it said nothing."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What was done to one item, and why."""

    item: Named
    kind: str
    reason: str
    elements: tuple[ElementLine, ...]


@dataclass(frozen=True, slots=True)
class AdjustmentView:
    """One adjustment: its day and kind, what it rests on, who approved it, every change."""

    here: Here
    title: str
    day: str
    kind: str
    meaning: str
    basis: tuple[str, ...]
    approved_by: str
    counts: tuple[tuple[str, int], ...]
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class MentionLine:
    """What an adjustment did to one item, on the item's own page."""

    day: str
    kind: str
    adjustment: Named
    reason: str
    elements: tuple[ElementLine, ...]


def plan_adjustments(prepared: Prepared) -> Iterator[Page]:
    """The list of adjustments, a page for each, and the feed."""
    catalogue, config = prepared.catalogue, prepared.catalogue.config
    latest = told_on(catalogue.adjustments, catalogue.day)[::-1]
    here = Here(
        PATH, ADJUSTMENTS.title, "目录在哪天因何调整了哪些事项，由什么改为什么", ADJUSTMENTS.title,
        (HOME,),
    )  # fmt: skip
    years = tuple(
        AdjustmentYear(year, tuple(adjustment_line(one) for one in ones))
        for year, ones in groupby(latest, key=lambda one: one.date.year)
    )
    yield Page(PATH, "adjustments.html", AdjustmentsView(here, years, FEED if latest else ""))
    for adjustment in latest:
        yield _page(catalogue, adjustment)
    if latest:
        items = tuple(_item(config.address, one) for one in latest)
        address, page = f"{config.address}{FEED}", f"{config.address}{PATH}"
        title = f"{config.name}：{ADJUSTMENTS.title}"
        yield Page(FEED, "feed.xml", FeedView(title, address, page, config.organ, items))


def title_of(adjustment: Adjustment) -> str:
    """Return what an adjustment is called; without a title, by its day."""
    return adjustment.title or f"{day_words(adjustment.date)}目录{adjustment.kind or '调整'}"


def adjustment_line(adjustment: Adjustment) -> AdjustmentLine:
    """Return an adjustment as a line of a list."""
    return AdjustmentLine(
        title_of(adjustment),
        f"adjustments/{adjustment.id}.html",
        day_words(adjustment.date),
        adjustment.kind.value if adjustment.kind else "",
        _counts(adjustment),
    )


def mention_lines(catalogue: Catalogue, named: tuple[Mention, ...]) -> tuple[MentionLine, ...]:
    """Return what adjustments did to one item, the latest first."""
    return tuple(
        MentionLine(
            day_words(one.adjustment.date),
            one.change.kind.value,
            Named(title_of(one.adjustment), f"adjustments/{one.adjustment.id}.html"),
            one.change.reason,
            () if one.change.kind is ChangeKind.ADDED else _elements(catalogue, one.change),
        )
        for one in reversed(named)
    )


def told_mentions(catalogue: Catalogue, entry: Entry) -> tuple[Mention, ...]:
    """Return where the adjustments up to the day name *entry*."""
    return catalogue.once(_told).get(entry.id, ())


def _told(catalogue: Catalogue) -> Mapping[str, tuple[Mention, ...]]:
    return mentions(told_on(catalogue.adjustments, catalogue.day))


def _counts(adjustment: Adjustment) -> tuple[tuple[str, int], ...]:
    counted = (
        (kind.value, sum(one.kind is kind for one in adjustment.changes)) for kind in ChangeKind
    )
    return tuple(one for one in counted if one[1])


def _count_words(adjustment: Adjustment) -> str:
    return "，".join(f"{kind} {count} 项" for kind, count in _counts(adjustment))


def _page(catalogue: Catalogue, adjustment: Adjustment) -> Page:
    title = title_of(adjustment)
    here = Here(
        path=f"adjustments/{adjustment.id}.html",
        title=title,
        description=f"{title}：{_count_words(adjustment)}",
        column=ADJUSTMENTS.title,
        crumbs=(HOME, ADJUSTMENTS),
        published=adjustment.date.isoformat(),
        source=adjustment.approved_by or catalogue.config.organ,
        kind="文章",
    )
    kind = adjustment.kind
    view = AdjustmentView(
        here=here,
        title=title,
        day=day_words(adjustment.date),
        kind=kind.value if kind else "",
        meaning=_MEANINGS[kind] if kind else "",
        basis=adjustment.basis,
        approved_by=adjustment.approved_by,
        counts=_counts(adjustment),
        changes=tuple(_change(catalogue, one) for one in adjustment.changes),
    )
    return Page(here.path, "adjustment.html", view)


def _change(catalogue: Catalogue, change: Change) -> ChangeView:
    return ChangeView(
        item(catalogue, change), change.kind.value, change.reason, _elements(catalogue, change)
    )


def item(catalogue: Catalogue, change: Change) -> Named:
    """Return an item by name; one that is no longer there by the name it had, without a page."""
    entry = catalogue.get("entries", change.entry)
    if entry is not None:
        shown = not catalogue.current(entry) or catalogue.get("fields", entry.field)
        return Named(entry.name, f"entries/{entry.id}.html" if shown else "")
    named = next((one for one in change.fields if one.field == "name"), None)
    lines = element_lines(catalogue, "name", named.after or named.before) if named else ()
    return Named("".join(lines) or change.entry)


def _elements(catalogue: Catalogue, change: Change) -> tuple[ElementLine, ...]:
    return tuple(
        ElementLine(
            _LABELS.get(one.field) or ELEMENTS.get(one.field, one.field),
            element_lines(catalogue, one.field, one.before),
            element_lines(catalogue, one.field, one.after),
        )
        for one in change.fields
    )


# What an element is called where it stands alone.
_LABELS = {"name": "名称", "group": "一级事项", "subgroup": "三级事项"}


def _item(address: str, adjustment: Adjustment) -> FeedItem:
    where = f"{address}adjustments/{adjustment.id}.html"
    return FeedItem(
        id=where,
        address=where,
        title=title_of(adjustment),
        day=adjustment.date.isoformat(),
        text=_count_words(adjustment),
    )
