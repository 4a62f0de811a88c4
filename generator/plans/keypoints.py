"""年度要点: the years with their progress, and each year's key points (规程 四)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.keypoints import Standing, done_late, due_of, evidence_on, standing_on
from generator.model.work import Evidence, KeyPoint
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.acts import StatusMark
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, day_words, unit_link

KEY_POINTS = Crumb("年度工作要点", "keypoints/index.html")
FILES = (
    Download("CSV", "keypoints/index.csv", "text/csv"),
    Download("JSON", "keypoints/index.json", "application/json"),
)
HEADS = (
    "编号", "年度", "要点", "依据", "责任单位", "完成时限", "进展", "完成日期",
    "状态改变日期", "佐证",
)  # fmt: skip
SLUGS = MappingProxyType({
    Standing.DONE: "done",
    Standing.ONGOING: "ongoing",
    Standing.PLANNED: "planned",
    Standing.OVERDUE: "overdue",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a key point was carried out, with where it can be seen and its day."""

    name: Named
    outside: str
    day: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """One key point: whose it is, its last day, how far it has come, until when, and the proof."""

    id: str
    title: str
    path: str
    year: int
    basis: str
    unit: Named | None
    due: str
    state: StatusMark
    done: str
    late: bool
    until: str
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many key points have come so far, and where the bar of them begins and ends (of 400)."""

    title: str
    slug: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year: its key points by how far they have come."""

    year: int
    path: str
    total: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class YearsView:
    """All years with key points, the latest first."""

    here: Here
    rows: tuple[YearLine, ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The key points of one year."""

    here: Here
    line: YearLine
    bases: tuple[str, ...]
    rows: tuple[PointLine, ...]
    siblings: tuple[YearLine, ...]


def plan_keypoints(prepared: Prepared) -> Iterator[Page]:
    """The list of years, a page for each, and all key points for programs."""
    catalogue = prepared.catalogue
    organ = catalogue.config.organ
    of_year: dict[int, list[PointLine]] = {}
    for point in catalogue.keypoints:
        of_year.setdefault(point.year, []).append(point_line(catalogue, point))
    years = tuple(_year(year, of_year[year]) for year in sorted(of_year, reverse=True))
    here = Here(
        KEY_POINTS.path,
        KEY_POINTS.title,
        f"{organ}各年度政务公开工作要点和完成情况",
        KEY_POINTS.title,
        (HOME,),
    )
    yield Page(here.path, "keypoints.html", YearsView(here, years, FILES))
    for one in years:
        title = f"{one.year}年政务公开工作要点"
        of = Here(
            one.path, title, f"{organ}{title}的进展和佐证", KEY_POINTS.title, (HOME, KEY_POINTS)
        )
        rows = tuple(of_year[one.year])
        bases = tuple(dict.fromkeys(row.basis for row in rows if row.basis))
        yield Page(one.path, "keypoints-year.html", YearView(of, one, bases, rows, years))
    yield Page(FILES[0].path, "csv", (HEADS, *(_row(catalogue, one) for one in _sorted(catalogue))))
    head = {"demonstration": catalogue.config.demonstration, "organ": organ}
    texts = tuple(_text(catalogue, one) for one in _sorted(catalogue))
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "keypoints"))


def point_line(catalogue: Catalogue, point: KeyPoint) -> PointLine:
    """Return *point* as it stands on the catalogue's day."""
    state, until = standing_on(point, catalogue.day)
    done = point.done if state is Standing.DONE else None
    return PointLine(
        id=point.id,
        title=point.title,
        path=f"keypoints/{point.year}.html#{point.id}",
        year=point.year,
        basis=point.basis,
        unit=unit_link(catalogue, point.unit),
        due=day_words(due_of(point)),
        state=StatusMark(str(state), SLUGS[state], ""),
        done=day_words(done),
        late=bool(done) and done_late(point),
        until=day_words(until),
        evidence=tuple(_proof(one) for one in evidence_on(point, catalogue)),
    )


def _proof(one: Evidence) -> Proof:
    path = f"documents/{one.document}.html" if one.document else ""
    return Proof(Named(one.title, path), "" if path else one.url, day_words(one.on))


def _year(year: int, lines: Iterable[PointLine]) -> YearLine:
    lines = tuple(lines)
    shares, start, before = [], 0, 0
    for state in (Standing.DONE, Standing.ONGOING, Standing.PLANNED, Standing.OVERDUE):
        count = sum(line.state.title == state.value for line in lines)
        before += count
        end = 400 * before // len(lines)
        shares.append(Share(str(state), SLUGS[state], count, start, end - start))
        start = end
    return YearLine(year, f"keypoints/{year}.html", len(lines), tuple(shares))


def _sorted(catalogue: Catalogue) -> list[KeyPoint]:
    return sorted(catalogue.keypoints, key=lambda point: -point.year)


def _row(catalogue: Catalogue, point: KeyPoint) -> tuple[str, ...]:
    line = point_line(catalogue, point)
    state, until = standing_on(point, catalogue.day)
    return (
        point.id,
        str(point.year),
        point.title,
        point.basis,
        line.unit.title if line.unit else "",
        due_of(point).isoformat(),
        str(state),
        point.done.isoformat() if point.done and line.done else "",
        until.isoformat() if until else "",
        "；".join(one.name.title for one in line.evidence),
    )


def _text(catalogue: Catalogue, point: KeyPoint) -> str:
    line = point_line(catalogue, point)
    state, until = standing_on(point, catalogue.day)
    record = {
        "id": point.id,
        "year": point.year,
        "title": point.title,
        "basis": point.basis,
        "unit": point.unit,
        "due": due_of(point).isoformat(),
        "status": state,
        "status_until": until.isoformat() if until else "",
        "done": point.done.isoformat() if point.done and line.done else "",
        "evidence": [one.name.title for one in line.evidence],
        "url": f"{catalogue.config.address}{line.path}",
    }
    return encoded({key: value for key, value in record.items() if value})
