"""Statistics: in time or not by unit, field, category, cluster and month, in pictures and tables.

A picture is bars of segments whose places are parts of a hundred, so that it fits any width.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.exports.layout import Named
from generator.facts.fulfilment import SLUGS, Deed, Owed, Update, entries_of
from generator.facts.reports import in_form, public
from generator.facts.timeliness import Pace, State, last_of
from generator.model.bodies import Cluster
from generator.model.entry import Category
from generator.page import Here, JsonFile, Page
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import CLUSTER_SLUGS, HOME, Download, category_mark

PATH = "statistics.html"
FILES = (
    Download("CSV", "statistics.csv", "text/csv"),
    Download("JSON", "statistics.json", "application/json"),
)
LEAST = 5  # of fewer no share is told
MONTHS = 24  # in the picture; the table has them all
KINDS = (
    ("kept", "按时"), ("late", "迟或展示不足"), ("owed", "逾期未公开"), ("ahead", "未到期"),
    ("unable", "无法计算"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are of each kind; of the displays, how many were kept and how many too short;
    of what recurs, how often it was kept and how often missed; and *owing*, what was owed and never
    published, entry by entry and counted once for each unit (项次), where there is such a thing."""

    link: Named
    counts: tuple[int, ...]
    shown: tuple[int, int]
    paced: tuple[int, int]
    owing: tuple[int, int, int, int] | None

    @property
    def total(self) -> int:
        """How many disclosures there are."""
        return sum(self.counts)

    @property
    def rate(self) -> str:
        """The share of those in time among those that are in time or not, of five and more."""
        judged = sum(self.counts[:3])
        return f"{self.counts[0] * 100 / judged:.1f}%" if judged >= LEAST else ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its kind, where it begins and how long it is, in parts of a hundred."""

    slug: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its label, how many it stands for, and the height at which it stands."""

    label: str
    total: int
    y: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars one below the other, and what they show in a sentence."""

    title: str
    said: str
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One way to count: its picture and its table; *owed* where what is owed is counted too."""

    slug: str
    title: str
    owed: bool
    picture: Picture | None
    rows: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """All of them, and the whole."""

    here: Here
    whole: Tally
    kinds: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    files: tuple[Download, ...]
    reported: bool


def plan_statistics(prepared: Prepared) -> Iterator[Page]:
    """The page of statistics, and the same as files."""
    catalogue, done = prepared.catalogue, prepared.fulfilment
    here = Here(
        PATH, "公开落实统计", f"{catalogue.config.organ}按目录公开的信息是否按时", "统计", (HOME,)
    )
    whole = _tally(Named("合计", ""), done.deeds, done.owed, done.updates)
    groups = tuple(_groups(prepared)) if done.deeds else ()
    reported = any(in_form(one, "三") for one in public(catalogue))
    view = StatisticsView(here, whole, KINDS, groups, FILES, reported)
    yield Page(PATH, "statistics.html", view)
    tallies = [("合计", whole), *((group.title, row) for group in groups for row in group.rows)]
    heads = (
        "分组", "名称", "公开记录", *(title for _, title in KINDS), "按时率", "展示期满",
        "展示不足", "频次已达", "频次不足", "应公开事项", "从未公开事项", "应公开项次",
        "未公开项次",
    )  # fmt: skip
    yield Page(FILES[0].path, "csv", (heads, *(_row(by, one) for by, one in tallies)))
    head = {"demonstration": catalogue.config.demonstration, "organ": catalogue.config.organ}
    texts = tuple(_text(by, one) for by, one in tallies)
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "groups"))


def _groups(prepared: Prepared) -> Iterator[Group]:
    catalogue = prepared.catalogue
    clusters = {field.id: field.cluster for field in catalogue.fields if field.cluster}
    units = [Named(one.name, f"units/{one.id}.html") for one in catalogue.units]
    fields = [Named(one.name, f"fields/{one.id}.html") for one in catalogue.fields]
    marks = [Named(f"{one}公开", category_mark(one).path) for one in Category]
    of_clusters = [Named(str(one), f"clusters/{CLUSTER_SLUGS[one]}.html") for one in Cluster]
    deeds = prepared.fulfilment.deeds
    dated: tuple[Counted, ...] = (*deeds, *prepared.fulfilment.updates)
    months = sorted({month for one in dated for month in _month(one)}, reverse=True)

    def cluster(one: Counted) -> tuple[str, ...]:
        found = clusters.get(one.entry.field)
        return (str(found),) if found else ()

    yield _group(
        prepared, "unit", "按单位", [*zip((one.id for one in catalogue.units), units, strict=True)],
        "未写明单位", lambda one: (one.unit,),
    )  # fmt: skip
    yield _group(
        prepared, "field", "按领域",
        [*zip((one.id for one in catalogue.fields), fields, strict=True)], "未写明领域",
        lambda one: (one.entry.field,),
    )  # fmt: skip
    yield _group(
        prepared, "category", "按五公开", [*zip(Category, marks, strict=True)], "未写明类别",
        lambda one: one.entry.category,
    )  # fmt: skip
    yield _group(
        prepared, "cluster", "按重点领域", [*zip(map(str, Cluster), of_clusters, strict=True)],
        "其他领域", cluster,
    )  # fmt: skip
    yield _group(
        prepared, "month", "按月份",
        [(one, Named(f"{one[:4]}年{int(one[5:])}月", "")) for one in months], "尚未公开",
        _month, owing=False,
    )  # fmt: skip


Counted = Deed | Owed | Update
Of = TypeVar("Of", Deed, Owed, Update)


def _month(one: Counted) -> tuple[str, ...]:
    """The month in which a disclosure was published, or the last whole period of a frequency
    ended."""
    day = None
    if isinstance(one, Deed):
        day = one.disclosure.published if one.out else None
    elif isinstance(one, Update) and one.rhythm.since and one.part.unit:
        day = last_of(one.rhythm.since, one.part.unit)
    return (f"{day:%Y-%m}",) if day else ()


def _group(
    prepared: Prepared, slug: str, title: str, keys: list[tuple[str, Named]], rest: str,
    keys_of: Callable[[Counted], Iterable[str]], *, owing: bool = True,
) -> Group:  # fmt: skip
    """Count by *keys*; what has none of them stands in a last row called *rest*."""
    done, known = prepared.fulfilment, {key for key, _ in keys}

    def sorted_out(ones: Iterable[Of]) -> dict[str, list[Of]]:
        found: dict[str, list[Of]] = defaultdict(list)
        for one in ones:
            for key in dict.fromkeys(key for key in keys_of(one) if key in known) or ("",):
                found[key].append(one)
        return found

    deeds, updates = sorted_out(done.deeds), sorted_out(done.updates)
    owed = sorted_out(done.owed if owing else ())
    rows = tuple(
        _tally(link, deeds[key], owed[key] if owing else None, updates[key])
        for key, link in (*keys, ("", Named(rest, "")))
        if deeds[key] or owed[key] or (updates[key] and key)
    )
    return Group(slug, title, owing, _picture(slug, title, rows), rows)


def _tally(
    link: Named,
    deeds: Iterable[Deed],
    owed: Iterable[Owed] | None,
    updates: Iterable[Update],
) -> Tally:
    states = Counter(deed.timing.state for deed in deeds)
    paces = Counter(update.rhythm.pace for update in updates)
    counts = dict.fromkeys((slug for slug, _ in KINDS), 0)
    for state, count in states.items():
        counts[SLUGS[state]] += count
    found = tuple(owed or ())
    never = sum(not one.done for one in found)
    return Tally(
        link=link,
        counts=tuple(counts.values()),
        shown=(states[State.SHOWN], states[State.SHORT]),
        paced=(paces[Pace.KEPT], paces[Pace.MISSED]),
        owing=None if owed is None else (
            len(entries_of(found)), len(entries_of(found, nobody=True)), len(found), never
        ),
    )  # fmt: skip


def _picture(slug: str, title: str, rows: tuple[Tally, ...]) -> Picture | None:
    shown = rows[: MONTHS if slug == "month" else None]
    if not shown:
        return None
    most = max(1, *(row.total for row in shown))
    first = max(shown, key=lambda row: row.total)
    said = f"{len(shown)} 条横条，最长的是{first.link.title}，{first.total} 条；数字见图后的表。"
    bars = tuple(_bar(row, most, place) for place, row in enumerate(shown))
    return Picture(f"公开记录{title}的落实情况", said, len(shown) * STEP, bars)


STEP = 48  # px from bar to bar, with the label above each


def _bar(row: Tally, most: int, place: int) -> Bar:
    segments, x = [], 0.0
    for (slug, _), count in zip(KINDS, row.counts, strict=True):
        width = count * 100 / most
        if count:
            segments.append(Segment(slug, f"{x:.2f}%", f"{width:.2f}%"))
        x += width
    return Bar(row.link.title, row.total, place * STEP, tuple(segments))


def _row(by: str, one: Tally) -> tuple[str, ...]:
    first, last = (one.total, *one.counts), (*one.shown, *one.paced)
    owing = map(str, one.owing) if one.owing else ("",) * 4
    return (by, one.link.title, *map(str, first), one.rate, *map(str, last), *owing)


_KEYS = ("displays_kept", "displays_short", "updates_kept", "updates_missed")
_OWING = ("entries_owed", "entries_never", "unit_entries_owed", "unit_entries_never")


def _text(by: str, one: Tally) -> str:
    counts = {slug: count for (slug, _), count in zip(KINDS, one.counts, strict=True)}
    record = {"by": by, "name": one.link.title, "disclosures": one.total, **counts}
    if one.rate:
        record["kept_rate"] = one.rate
    record |= dict(zip(_KEYS, (*one.shown, *one.paced), strict=True))
    return encoded(record | dict(zip(_OWING, one.owing or (), strict=False)))


def on_time_words(prepared: Prepared, unit: str) -> str:
    """Return what *unit* published in a sentence or two, as the statistics count it; empty where
    nothing is owed or done."""
    done = prepared.fulfilment
    deeds, owed = done.of_unit.get(unit, ()), done.owed_by.get(unit, ())
    if not done.deeds or not (deeds or owed):
        return ""
    counts = Counter(SLUGS[deed.timing.state] for deed in deeds)
    said = "，".join(f"{title} {counts[slug]} 条" for slug, title in KINDS if counts[slug])
    said = f"共登记 {len(deeds)} 条：{said}。" if deeds else "没有登记公开记录。"
    wanting = sum(not one.done for one in owed)
    return said + (f"应主动公开 {len(owed)} 项，没有公开记录的 {wanting} 项。" if owed else "")
