"""落实: what was published under the catalogue, when it was due, and what never was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.fulfilment import SLUGS, Deed, Owed, Update, entries_of
from generator.facts.timeliness import Pace, State, Why
from generator.model.entry import Entry
from generator.model.timelimit import TimeUnit
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, Leaves, counted, day_words, in_leaves, unit_link

DISCLOSURES = Crumb("公开落实", "disclosures/index.html")
NEVER = "disclosures/never.html"
FILES = (
    Download("CSV", "disclosures/index.csv", "text/csv"),
    Download("JSON", "disclosures/index.json", "application/json"),
)
NEVER_FILE = Download("CSV", "disclosures/never.csv", "text/csv")
LATEST = 10  # on the page of an entry
_WHY = MappingProxyType({
    Why.WORDS: "时限的文字算不出日期", Why.FREQUENCY: "按频次公开",
    Why.NO_NUMBER: "时限没有写明天数",
    Why.NO_EVENT: "时限没有写明从何时起算", Why.EVENT_MISSING: "没有起算日期",
    Why.WHICH_PART: "没有写明按哪一项时限", Why.NO_PART: "时限没有这一项",
    Why.NO_LIMIT: "事项没有时限", Why.ON_REQUEST: "依申请公开", Why.NOT_BEGUN: "还没有开始展示",
    Why.CALENDAR: "工作日历尚未确认到那时", Why.NO_ITEM: "事项当时还没有列入目录",
    Why.OUT_FIRST: "公开日期早于起算日期", Why.OVER_FIRST: "展示至早于公开日期",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One disclosure: what, under which entry, by whom, its days, in time or not (a word), and the
    *limit* of that time where the entry says another one today."""

    title: str
    url: str
    entry: Named
    unit: Named | None
    event: str
    published: str
    due: str
    slug: str
    words: str
    limit: str


@dataclass(frozen=True, slots=True)
class DisclosuresView:
    """One page of all disclosures, the newest first; *never* is how many entries nobody ever
    published."""

    here: Here
    total: int
    never: int
    files: tuple[Download, ...]
    rows: tuple[DeedLine, ...]
    leaves: Leaves


@dataclass(frozen=True, slots=True)
class NeverLine:
    """An entry that a unit never published, and whether others did."""

    entry: Named
    field: str
    limit: str
    unit: Named | None
    others: str


@dataclass(frozen=True, slots=True)
class NeverView:
    """One page of what was never published: *of* entries owed, *nobody* published so many, and
    *total* of the *owed* are wanting, counting an entry once for each of its units."""

    here: Here
    started: bool
    of: int
    nobody: int
    owed: int
    total: int
    files: tuple[Download, ...]
    rows: tuple[NeverLine, ...]
    leaves: Leaves


def plan_disclosures(prepared: Prepared) -> Iterator[Page]:
    """All disclosures page by page and as files, and what was never published."""
    catalogue, done = prepared.catalogue, prepared.fulfilment
    size, organ = catalogue.config.page_size, catalogue.config.organ
    for path, suffix, deeds, leaves in in_leaves(done.deeds, size, DISCLOSURES.path):
        here = Here(
            path, f"{DISCLOSURES.title}{suffix}", f"{organ}按目录公开的信息和是否按时",
            DISCLOSURES.title, (HOME,),
        )  # fmt: skip
        rows = tuple(deed_line(catalogue, deed) for deed in deeds)
        never = len(entries_of(done.owed, nobody=True)) if done.deeds else 0
        view = DisclosuresView(here, len(done.deeds), never, FILES, rows, leaves)
        yield Page(path, "disclosures.html", view)
    yield from _never(prepared)
    yield Page(FILES[0].path, "csv", (HEADS, *(_row(catalogue, deed) for deed in done.deeds)))
    head = {"demonstration": catalogue.config.demonstration, "organ": organ}
    texts = tuple(_text(catalogue, deed) for deed in done.deeds)
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "disclosures"))


def _never(prepared: Prepared) -> Iterator[Page]:
    catalogue, done = prepared.catalogue, prepared.fulfilment
    places = {unit.id: place for place, unit in enumerate(catalogue.units)}
    found = sorted(
        (one for one in done.owed if not one.done) if done.deeds else (),
        key=lambda one: (one.anybody, places.get(one.unit, len(places))),
    )
    of, nobody = (len(entries_of(done.owed, nobody=only)) for only in (False, True))
    for path, suffix, ones, leaves in in_leaves(found, catalogue.config.page_size, NEVER):
        here = Here(
            path, f"从未公开的事项{suffix}", "目录中写明主动公开而没有公开记录的事项和单位",
            DISCLOSURES.title, (HOME, DISCLOSURES),
        )  # fmt: skip
        rows = tuple(
            NeverLine(
                Named(card.name, card.path), card.field, card.limit,
                unit_link(catalogue, one.unit), others_words(one),
            )
            for one in ones
            for card in prepared.around.cards_of([one.entry])
        )  # fmt: skip
        view = NeverView(
            here,
            bool(done.deeds),
            of,
            nobody,
            len(done.owed),
            len(found),
            (NEVER_FILE,),
            rows,
            leaves,
        )
        yield Page(path, "never.html", view)
    yield Page(
        NEVER_FILE.path, "csv", (NEVER_HEADS, *(_never_row(catalogue, one) for one in found))
    )


NEVER_HEADS = ("事项编号", "事项", "单位编号", "单位", "其他主体")


def _never_row(catalogue: Catalogue, one: Owed) -> tuple[str, ...]:
    unit = unit_link(catalogue, one.unit)
    return (one.entry.id, one.entry.name, one.unit, unit.title if unit else "", others_words(one))


def others_words(one: Owed) -> str:
    """Return whether anybody else published what a unit did not."""
    return "公开过" if one.anybody else "也没有公开过"


def deed_line(catalogue: Catalogue, deed: Deed) -> DeedLine:
    """Return one disclosure as pages show it; what is published later is not published yet."""
    one = deed.disclosure
    return DeedLine(
        title=one.title or deed.entry.name,
        url=one.url if deed.out else "",
        entry=entry_link(catalogue, deed.entry),
        unit=unit_link(catalogue, deed.unit),
        event=day_words(one.event),
        published=day_words(one.published) if deed.out else "",
        due=day_words(deed.timing.due),
        slug=SLUGS[deed.timing.state],
        words=state_words(deed),
        limit=deed.limit.text if deed.limit else "",
    )


def entry_link(catalogue: Catalogue, entry: Entry) -> Named:
    """Return the name and page of an entry; no page where its field is none of this site."""
    paged = catalogue.get("fields", entry.field) or not catalogue.current(entry)
    return Named(entry.name, f"entries/{entry.id}.html" if paged else "")


def state_words(deed: Deed) -> str:
    """Return in time or not in words: how late, or why it cannot be told."""
    timing = deed.timing
    if timing.why:
        return f"{timing.state}（{_WHY[timing.why]}）"
    unit = counted(timing.unit) if timing.unit else ""
    if timing.state is State.LATE:
        if timing.n is None:
            return "迟"
        return f"迟 {timing.n} {unit}" if timing.n else f"迟（不足 1 {unit}）"
    if timing.state is State.SHORT and timing.n is not None:
        return f"展示不足（{timing.n} {unit}）"
    if timing.state is State.SHOWN and deed.disclosure.until is None:
        return "展示期满（没有写明展示至哪天）"
    return timing.state.value


def update_words(catalogue: Catalogue, update: Update) -> str:
    """Return how often a unit published what recurs, and how often it must, in words."""
    unit, part, found = unit_link(catalogue, update.unit), update.part, update.rhythm
    must = f"每{part.unit}至少 {part.n} 次"
    who = unit.title if unit else "未写明的单位"
    if found.since is None or part.unit is None:
        why = "第一次公开或者时限调整以后还没有满一期" if found.pace is Pace.EARLY else "无法计算"
        return f"{who}：{must}，{why}"
    said = f"{who}：{must}，{_period(found.since, part.unit)}公开 {found.count} 次，{found.pace}"
    if found.periods > 1:
        many = counted(part.unit)
        said += f"；近 {found.periods} {many}中 {found.kept} {many}公开够次数"
    if found.missed and found.missed < found.since:
        said += f"，最近一次不足是{_period(found.missed, part.unit)}"
    return said


def _period(begin: date, unit: TimeUnit) -> str:
    """Return the period of the calendar that begins on a day, in words: 2026年第3季度."""
    half = "下" if begin.month > 6 else "上"
    return {
        TimeUnit.YEAR: f"{begin.year}年",
        TimeUnit.HALF_YEAR: f"{begin.year}年{half}半年",
        TimeUnit.QUARTER: f"{begin.year}年第{begin.month // 3 + 1}季度",
        TimeUnit.MONTH: f"{begin.year}年{begin.month}月",
    }.get(unit, day_words(begin))


HEADS = (
    "编号", "事项编号", "事项", "单位", "公开的信息", "时限分项", "起算日期", "公开日期",
    "应公开或展示至", "展示至", "状态", "说明", "当时的时限", "网址",
)  # fmt: skip


def _row(catalogue: Catalogue, deed: Deed) -> tuple[str, ...]:
    one, unit = deed.disclosure, unit_link(catalogue, deed.unit)
    published = one.published if deed.out else None
    days = (one.event, published, deed.timing.due, one.until if deed.out else None)
    event, out, due, until = (day.isoformat() if day else "" for day in days)
    return (
        one.id, one.entry, deed.entry.name, unit.title if unit else "", one.title,
        str(one.part or ""), event, out, due, until, deed.timing.state.value, state_words(deed),
        deed.limit.text if deed.limit else "", one.url if deed.out else "",
    )  # fmt: skip


def _text(catalogue: Catalogue, deed: Deed) -> str:
    one, timing = deed.disclosure, deed.timing
    record: dict[str, Any] = {
        "id": one.id,
        "entry": one.entry,
        "unit": deed.unit,
        "title": one.title,
        "part": one.part,
        "event": one.event,
        "published": one.published if deed.out else None,
        "until": one.until if deed.out else None,
        "due": timing.due,
        "state": timing.state,
        "late": timing.n if timing.state is State.LATE else None,
        "late_unit": timing.unit if timing.state is State.LATE else None,
        "shown": timing.n if timing.state is State.SHORT else None,
        "shown_unit": timing.unit if timing.state is State.SHORT else None,
        "why_not": timing.why,
        "limit_then": deed.limit.text if deed.limit else "",
        "state_until": timing.until,
        "url": one.url if deed.out else "",
    }
    said = {key: value for key, value in record.items() if value or value == 0}
    days = ("event", "published", "until", "due", "state_until")
    return encoded({k: v.isoformat() if k in days else v for k, v in said.items()})
