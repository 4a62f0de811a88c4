"""Statistics: in time or not by unit, field, category, cluster and month, in pictures and tables.

A picture is bars of segments whose places are parts of a hundred, so that it fits any width.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.exports.layout import Named
from generator.facts.fulfilment import Deed
from generator.facts.timeliness import State
from generator.model.bodies import Cluster
from generator.model.entry import Category, Entry
from generator.page import Here, JsonFile, Page
from generator.plans.disclosures import SLUGS
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
    """How many there are of each kind, and of entries owed and never published."""

    link: Named
    counts: tuple[int, ...]
    owed: int
    never: int

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
    """One way to count: its picture and its table; *entries* where entries are counted too."""

    slug: str
    title: str
    entries: bool
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


def plan_statistics(prepared: Prepared) -> Iterator[Page]:
    """The page of statistics, and the same as files."""
    catalogue, done = prepared.catalogue, prepared.fulfilment
    here = Here(
        PATH, "公开落实统计", f"{catalogue.config.organ}按目录公开的信息是否按时", "统计", (HOME,)
    )
    whole = _tally(Named("合计", ""), done.deeds, done.owed, prepared)
    groups = tuple(_groups(prepared)) if done.deeds else ()
    yield Page(PATH, "statistics.html", StatisticsView(here, whole, KINDS, groups, FILES))
    tallies = [("合计", whole), *((group.title, row) for group in groups for row in group.rows)]
    heads = (
        "分组", "名称", "公开记录", *(title for _, title in KINDS), "按时率", "应公开事项",
        "从未公开事项",
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
    months = sorted({_month(deed) for deed in deeds} - {""}, reverse=True)

    def cluster(entry: Entry) -> tuple[str, ...]:
        found = clusters.get(entry.field)
        return (str(found),) if found else ()

    yield _group(
        prepared, "unit", "按单位", [*zip((one.id for one in catalogue.units), units, strict=True)],
        lambda deed: (deed.unit,), lambda entry: tuple(body.unit for body in entry.subject),
    )  # fmt: skip
    yield _group(
        prepared, "field", "按领域",
        [*zip((one.id for one in catalogue.fields), fields, strict=True)],
        lambda deed: (deed.entry.field,), lambda entry: (entry.field,),
    )  # fmt: skip
    yield _group(
        prepared, "category", "按五公开", [*zip(Category, marks, strict=True)],
        lambda deed: deed.entry.category, lambda entry: entry.category,
    )  # fmt: skip
    yield _group(
        prepared, "cluster", "按重点领域", [*zip(map(str, Cluster), of_clusters, strict=True)],
        lambda deed: cluster(deed.entry), cluster,
    )  # fmt: skip
    yield _group(
        prepared, "month", "按公开月份",
        [(one, Named(f"{one[:4]}年{int(one[5:])}月", "")) for one in months],
        lambda deed: (_month(deed),), None,
    )  # fmt: skip


def _month(deed: Deed) -> str:
    day = deed.disclosure.published
    return f"{day:%Y-%m}" if day and deed.out else ""


def _group(
    prepared: Prepared, slug: str, title: str, keys: list[tuple[str, Named]],
    of_deed: Callable[[Deed], Iterable[str]],
    of_entry: Callable[[Entry], Iterable[str]] | None,
) -> Group:  # fmt: skip
    done = prepared.fulfilment
    deeds: dict[str, list[Deed]] = defaultdict(list)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for deed in done.deeds:
        for key in of_deed(deed):
            deeds[key].append(deed)
    for entry in done.owed if of_entry else ():
        for key in dict.fromkeys(of_entry(entry)) if of_entry else ():
            entries[key].append(entry)
    rows = tuple(
        _tally(link, deeds[key], entries[key], prepared)
        for key, link in keys
        if deeds[key] or entries[key]
    )
    return Group(slug, title, of_entry is not None, _picture(slug, title, rows), rows)


def _tally(link: Named, deeds: Iterable[Deed], owed: Iterable[Entry], prepared: Prepared) -> Tally:
    counts = dict.fromkeys((slug for slug, _ in KINDS), 0)
    for deed in deeds:
        counts[SLUGS[deed.timing.state]] += 1
    found = tuple(owed)
    of_entry = prepared.fulfilment.of_entry
    never = sum(not any(deed.out for deed in of_entry.get(one.id, ())) for one in found)
    return Tally(link, tuple(counts.values()), len(found), never)


def _picture(slug: str, title: str, rows: tuple[Tally, ...]) -> Picture | None:
    shown = [row for row in rows if row.total][: MONTHS if slug == "month" else None]
    if not shown:
        return None
    most = max(row.total for row in shown)
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
    numbers = (one.total, *one.counts)
    return (by, one.link.title, *map(str, numbers), one.rate, str(one.owed), str(one.never))


def _text(by: str, one: Tally) -> str:
    counts = {slug: count for (slug, _), count in zip(KINDS, one.counts, strict=True)}
    record = {"by": by, "name": one.link.title, "disclosures": one.total, **counts}
    if one.rate:
        record["kept_rate"] = one.rate
    return encoded(record | {"entries_owed": one.owed, "entries_never": one.never})


def on_time_words(prepared: Prepared, unit: str) -> str:
    """Return one sentence on what *unit* published, empty where nothing is recorded."""
    deeds = prepared.fulfilment.of_unit.get(unit, ())
    if not deeds:
        return ""
    named = {State.ON_TIME: "按时", State.LATE: "迟", State.OVERDUE: "逾期未公开"}
    counts = {
        word: sum(deed.timing.state is state for deed in deeds) for state, word in named.items()
    }
    said = "，".join(f"{word} {count} 条" for word, count in counts.items())
    return f"共登记 {len(deeds)} 条：{said}。"
