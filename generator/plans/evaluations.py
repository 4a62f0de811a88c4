"""考评: what each evaluation found, with its figures, and a ranking only where they allow one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.evaluations import Place, comparable, indicators, over_on, places, public_on
from generator.model.work import Consequence, Evaluated, Evaluation
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, day_words, unit_link

EVALUATIONS = Crumb("考评和第三方评估", "evaluations/index.html")
SELF = Crumb("自评", "evaluations/self.html")
FILES = (
    Download("CSV", "evaluations/index.csv", "text/csv"),
    Download("JSON", "evaluations/index.json", "application/json"),
)
HEADS = ("考评", "年度", "单位", "指标", "得分", "满分", "结果运用")
BAR = 190  # the width of a full bar
NAME = 12


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A unit in the table of an evaluation; *bar* is its length in the picture and *said* what
    stands beside it: the points where all are of as many, else their share of the most."""

    unit: Named
    short: str
    cells: tuple[str, ...]
    points: str
    of: str
    bar: int
    said: str
    rank: int | None
    consequence: str
    praised: bool


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """An evaluation in the list of them, and in that of a unit (with its *result*)."""

    title: str
    path: str
    year: int
    by: str
    held: str
    published: str
    public: bool
    units: int
    praised: int
    criticised: int
    result: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationsView:
    """All evaluations, the latest year first."""

    here: Here
    rows: tuple[EvaluationLine, ...]
    own: Crumb
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation: who held it, when it is public, its table; nothing of it before that."""

    here: Here
    line: EvaluationLine
    source: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[ResultLine, ...]
    ranked: bool
    figures: bool


def plan_evaluations(prepared: Prepared) -> Iterator[Page]:
    """The list of evaluations, a page for each, and all their figures for programs."""
    catalogue = prepared.catalogue
    organ = catalogue.config.organ
    here = Here(
        EVALUATIONS.path,
        EVALUATIONS.title,
        f"{organ}政务公开考评和第三方评估的得分和结果运用",
        EVALUATIONS.title,
        (HOME,),
    )
    latest = sorted(catalogue.evaluations, key=lambda one: -one.year)
    rows = tuple(evaluation_line(catalogue, one) for one in latest)
    yield Page(here.path, "evaluations.html", EvaluationsView(here, rows, SELF, FILES))
    for one in latest:
        yield _page(catalogue, one)
    public = [one for one in latest if public_on(one, catalogue.day)[0]]
    table = tuple(row for one in public for row in _rows(catalogue, one))
    yield Page(FILES[0].path, "csv", (HEADS, *table))
    head = {"demonstration": catalogue.config.demonstration, "organ": organ}
    texts = tuple(_text(catalogue, one) for one in public)
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "evaluations"))


def evaluation_line(
    catalogue: Catalogue, evaluation: Evaluation, result: str = ""
) -> EvaluationLine:
    """Return *evaluation* as a line of a list, with what it says of one unit, if any."""
    public, _ = public_on(evaluation, catalogue.day)
    shown = evaluation.units if public else ()
    return EvaluationLine(
        title=evaluation.title or f"{evaluation.year}年度考评",
        path=f"evaluations/{evaluation.id}.html",
        year=evaluation.year,
        by=evaluation.by,
        held=day_words(over_on(evaluation, catalogue.day)),
        published=day_words(evaluation.published if public else None),
        public=public,
        units=len(shown),
        praised=sum(one.consequence is Consequence.PRAISE for one in shown),
        criticised=sum(one.consequence is Consequence.CRITICISM for one in shown),
        result=result,
    )


def result_of(place: Place) -> str:
    """Return what an evaluation says of one unit, in words."""
    said = f"{_decimal(place.points)}分（满分 {_decimal(place.of)}）" if place.result.scores else ""
    rank = f"第{place.rank}名" if place.rank else ""
    return "，".join(part for part in (said, rank, place.result.consequence or "") if part)


def _page(catalogue: Catalogue, evaluation: Evaluation) -> Page:
    line = evaluation_line(catalogue, evaluation)
    here = Here(
        path=line.path,
        title=line.title,
        description=f"{line.title}的得分和结果运用",
        column=EVALUATIONS.title,
        crumbs=(HOME, EVALUATIONS),
        published=evaluation.published.isoformat() if evaluation.published and line.public else "",
        source=evaluation.by,
    )
    columns = indicators(evaluation) if line.public else ()
    rows = tuple(
        _result(catalogue, place, columns) for place in (places(evaluation) if line.public else ())
    )
    ranked = bool(rows) and comparable(evaluation)
    view = EvaluationView(here, line, evaluation.source, columns, rows, ranked, bool(columns))
    return Page(here.path, "evaluation.html", view)


def _result(catalogue: Catalogue, place: Place, columns: tuple[tuple[str, str], ...]) -> ResultLine:
    result = place.result
    of = {score.indicator: score.points for score in result.scores}
    unit = catalogue.get("units", result.unit)
    short = (unit.short_name or unit.name) if unit else result.unit
    return ResultLine(
        unit=Named(short, f"units/{unit.id}.html" if unit else ""),
        short=short if len(short) <= NAME else f"{short[: NAME - 1]}…",
        cells=tuple(of.get(indicator, "—") for indicator, _ in columns),
        points=_decimal(place.points) if result.scores else "",
        of=_decimal(place.of),
        bar=int(BAR * place.points / place.of) if place.of else 0,
        said=_said(place),
        rank=place.rank,
        consequence=result.consequence or "",
        praised=result.consequence is Consequence.PRAISE,
    )


def _said(place: Place) -> str:
    if not place.of:
        return "没有得分"
    return _decimal(place.points) if place.rank else f"{100 * place.points / place.of:.1f}%"


def _decimal(number: Decimal) -> str:
    """The number without idle zeros."""
    return format(number.normalize(), "f")


def _rows(catalogue: Catalogue, evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    for result in evaluation.units:
        named = unit_link(catalogue, result.unit)
        body = named.title if named else result.unit
        title, year, led = evaluation.title, str(evaluation.year), result.consequence or ""
        for score in result.scores:
            yield (title, year, body, score.indicator, score.points, score.of, led)
        if not result.scores:
            yield (title, year, body, "", "", "", led)


def _text(catalogue: Catalogue, evaluation: Evaluation) -> str:
    return encoded({
        "id": evaluation.id,
        "year": evaluation.year,
        "title": evaluation.title,
        "by": evaluation.by,
        "published": evaluation.published and evaluation.published.isoformat(),
        "units": [_unit(place) for place in places(evaluation)],
        "url": f"{catalogue.config.address}evaluations/{evaluation.id}.html",
    })  # fmt: skip


def _unit(place: Place) -> dict[str, object]:
    result: Evaluated = place.result
    record = {
        "unit": result.unit,
        "scores": [
            {"indicator": one.indicator, "points": one.points, "of": one.of}
            for one in result.scores
        ],
        "points": _decimal(place.points),
        "of": _decimal(place.of),
        "rank": place.rank,
        "consequence": result.consequence,
    }
    return {key: value for key, value in record.items() if value}
