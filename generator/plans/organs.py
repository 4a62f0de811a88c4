"""机关职责: leader, office, coordination and yearly briefing of every unit (规程 四(一))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.briefings import Heard, YearHeard, counted_from, heard, missed
from generator.facts.evaluations import places, public_on
from generator.facts.organs import coordinates
from generator.model.bodies import Unit
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.acts import StatusMark
from generator.plans.evaluations import EvaluationLine, evaluation_line, result_of
from generator.plans.keypoints import PointLine, point_line
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, current, day_words

PATH = "duties/organs.html"
FILES = (
    Download("CSV", "duties/organs.csv", "text/csv"),
    Download("JSON", "duties/organs.json", "application/json"),
)
HEADS = (
    "编号", "单位", "分管领导", "公开工作机构", "协调机制", "业务指导单位",
    "最近一次听取汇报", "本年", "未听取的年份",
)  # fmt: skip
KEYS = (
    "id", "name", "leader", "office", "coordination", "guided_by", "last_briefing",
    "this_year", "missed",
)  # fmt: skip
SLUGS = MappingProxyType({Heard.HELD: "held", Heard.DUE: "due", Heard.MISSED: "missed"})


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A year of a unit: whether its head heard the report, and when on what."""

    year: int
    state: StatusMark
    until: str
    briefings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OrganWork:
    """What a unit owes as an organ: its years of briefings, key points and evaluations, and, where
    it *coordinates*, a mechanism for it."""

    coordinates: bool
    heard: tuple[HeardLine, ...]
    keypoints: tuple[PointLine, ...]
    evaluations: tuple[EvaluationLine, ...]


@dataclass(frozen=True, slots=True)
class OrganLine:
    """A unit in the table of all; *coordinates* tells whether it owes a mechanism."""

    id: str
    unit: Named
    leader: str
    office: str
    coordination: str
    coordinates: bool
    guided_by: Named | None
    last: str
    state: StatusMark | None
    until: str
    missed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrgansView:
    """Every unit, and how many of them owe something on the day."""

    here: Here
    rows: tuple[OrganLine, ...]
    year: int | None
    leaderless: int
    held: int
    due: int
    missed: int
    source: str
    files: tuple[Download, ...]


def plan_organs(prepared: Prepared) -> Iterator[Page]:
    """One table of what every unit publishes of its own organisation, and its files."""
    catalogue = prepared.catalogue
    since = counted_from(catalogue)
    rows = tuple(_line(catalogue, unit, since) for unit in current(catalogue, catalogue.units))
    states = [row.state.slug for row in rows if row.state]
    here = Here(
        PATH,
        "组织领导",
        "各单位分管领导、公开工作机构、协调机制和主要负责人每年听取汇报的情况",
        "组织领导",
        (HOME, Crumb("单位", "units/index.html")),
    )
    view = OrgansView(
        here=here,
        rows=rows,
        year=catalogue.day.year if states.count("held") + states.count("due") else None,
        leaderless=sum(not row.leader for row in rows),
        held=states.count("held"),
        due=states.count("due"),
        missed=sum(bool(row.missed) for row in rows),
        source=catalogue.config.organs.source,
        files=FILES,
    )
    yield Page(PATH, "organs.html", view)
    table = tuple(_cells(row) for row in rows)
    yield Page(FILES[0].path, "csv", (HEADS, *table))
    head = {
        "demonstration": catalogue.config.demonstration,
        "organ": catalogue.config.organ,
        "counted_from": since,
    }
    texts = tuple(
        encoded({key: cell for key, cell in zip(KEYS, cells, strict=True) if cell})
        for cells in table
    )
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "units"))


def work_of(catalogue: Catalogue) -> Mapping[str, OrganWork]:
    """Return, by the id of each current unit, what it owes as an organ."""
    since = counted_from(catalogue)
    points: dict[str, list[PointLine]] = defaultdict(list)
    for point in sorted(catalogue.keypoints, key=lambda one: -one.year):
        points[point.unit].append(point_line(catalogue, point))
    results: dict[str, list[EvaluationLine]] = defaultdict(list)
    for evaluation in sorted(catalogue.evaluations, key=lambda one: -one.year):
        if public_on(evaluation, catalogue.day)[0]:
            for place in places(evaluation):
                line = evaluation_line(catalogue, evaluation, result_of(place))
                results[place.result.unit].append(line)
    return {
        unit.id: OrganWork(
            coordinates(unit),
            tuple(_heard(one) for one in heard(unit, since, catalogue.day)),
            tuple(points.get(unit.id, ())),
            tuple(results.get(unit.id, ())),
        )
        for unit in current(catalogue, catalogue.units)
    }


def _heard(one: YearHeard) -> HeardLine:
    return HeardLine(
        one.year,
        StatusMark(str(one.state), SLUGS[one.state], ""),
        f"{one.year}年12月31日" if one.state is Heard.DUE else "",
        tuple((day_words(briefing.date), briefing.topic) for briefing in one.briefings),
    )


def _line(catalogue: Catalogue, unit: Unit, since: int | None) -> OrganLine:
    years = heard(unit, since, catalogue.day)
    this = next((_heard(one) for one in years if one.year == catalogue.day.year), None)
    days = [one.date for year in years for one in year.briefings]
    guide = catalogue.get("units", unit.guided_by)
    return OrganLine(
        id=unit.id,
        unit=Named(unit.name, f"units/{unit.id}.html"),
        leader=unit.leader,
        office=unit.office,
        coordination=unit.coordination,
        coordinates=coordinates(unit),
        guided_by=guide and Named(guide.short_name or guide.name, f"units/{guide.id}.html"),
        last=day_words(max(days, default=None)),
        state=this.state if this else None,
        until=this.until if this else "",
        missed=missed(years),
    )


def _cells(row: OrganLine) -> tuple[str, ...]:
    return (
        row.id,
        row.unit.title,
        row.leader,
        row.office,
        row.coordination,
        row.guided_by.title if row.guided_by else "",
        row.last,
        row.state.title if row.state else "",
        "、".join(map(str, row.missed)),
    )
