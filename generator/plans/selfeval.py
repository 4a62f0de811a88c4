"""自评: the indicators of evaluators, worked out from what the site publishes, page and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.indicators import Failing
from generator.facts.selfeval import Indicator, SelfEvaluation, selfeval
from generator.page import Here, JsonFile, Page
from generator.plans.disclosures import entry_link
from generator.plans.evaluations import EVALUATIONS, SELF
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, days_in_words

FILES = (
    Download("CSV", "evaluations/self.csv", "text/csv"),
    Download("JSON", "evaluations/self.json", "application/json"),
)
HEADS = (
    "指标", "名称", "公式", "分子", "分母", "率（%）", "权重", "不符合的编号", "不符合的", "原因",
    "页面",
)  # fmt: skip
SHOWN = 50  # of what fails one indicator; the files hold all
INAPPLICABLE = "不适用"
SCORE = "Σ（权重×率）÷Σ权重，只算适用而有权重的指标，率按表中的一位小数，四舍五入到一位小数。"


@dataclass(frozen=True, slots=True)
class FailingLine:
    """One that fails an indicator, with the page that tells of it, if any."""

    name: Named
    why: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with its figures; *rows* are the first that fail, *total* how many do."""

    id: str
    title: str
    formula: str
    note: str
    numerator: int
    denominator: int
    rate: str
    weight: str
    rows: tuple[FailingLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SelfEvaluationView:
    """All indicators and, where weights are set, the score."""

    here: Here
    rows: tuple[IndicatorLine, ...]
    weighted: bool
    score: str
    formula: str
    source: str
    files: tuple[Download, ...]


def plan_selfeval(prepared: Prepared) -> Iterator[Page]:
    """The page of the self-evaluation, and all of it as files."""
    catalogue = prepared.catalogue
    found = selfeval(catalogue, prepared.fulfilment)
    here = Here(
        SELF.path,
        SELF.title,
        f"{catalogue.config.organ}政务公开评估常用指标的自评",
        EVALUATIONS.title,
        (HOME, EVALUATIONS),
    )
    rows = tuple(_line(catalogue, one) for one in found.indicators)
    view = SelfEvaluationView(
        here, rows, found.weighted, score_words(found), SCORE, found.source, FILES
    )
    yield Page(SELF.path, "selfeval.html", view)
    yield Page(FILES[0].path, "csv", (HEADS, *_table(catalogue, found)))
    texts = tuple(encoded(one) for one in records(catalogue, found))
    yield Page(FILES[1].path, "json", JsonFile(encoded(head(catalogue, found)), texts, KEY))


KEY = "indicators"  # under which programs find them


def head(catalogue: Catalogue, found: SelfEvaluation) -> dict[str, Any]:
    """Return what programs are told of the whole."""
    record = {"demonstration": catalogue.config.demonstration, "organ": catalogue.config.organ}
    if found.source:
        record["source"] = found.source
    if found.weighted:
        record |= {"score": _text(found.score), "score_formula": SCORE}
    return record


def records(catalogue: Catalogue, found: SelfEvaluation) -> Iterator[dict[str, Any]]:
    """Yield each indicator as programs are told it; a rate or a score that does not apply is null,
    a weight that is not set is left out."""
    for one in found.indicators:
        yield {
            "id": one.id,
            "title": one.title,
            "formula": one.formula,
            "numerator": one.numerator,
            "denominator": one.denominator,
            "rate": _text(one.rate),
            **({"weight": one.weight} if one.weight else {}),
            **({"note": one.note} if one.note else {}),
            "failing": [_record(catalogue, failing) for failing in one.failing],
        }


def _record(catalogue: Catalogue, one: Failing) -> dict[str, str]:
    path = _path(catalogue, one)
    record = {
        "id": one.id,
        "title": one.title,
        "why": one.why,
        "url": catalogue.config.address + path if path else "",
    }
    return {key: value for key, value in record.items() if value}


def rate_words(one: Indicator) -> str:
    """Return the rate of an indicator in words."""
    return INAPPLICABLE if one.rate is None else f"{one.rate}%"


def score_words(found: SelfEvaluation) -> str:
    """Return the score in words; empty where no weights are set."""
    if not found.weighted:
        return ""
    return INAPPLICABLE if found.score is None else str(found.score)


def _line(catalogue: Catalogue, one: Indicator) -> IndicatorLine:
    rows = tuple(
        FailingLine(Named(failing.title, _path(catalogue, failing)), days_in_words(failing.why))
        for failing in one.failing[:SHOWN]
    )
    return IndicatorLine(
        one.id, one.title, one.formula, one.note, one.numerator, one.denominator,
        rate_words(one), one.weight, rows, len(one.failing),
    )  # fmt: skip


def _path(catalogue: Catalogue, one: Failing) -> str:
    """The page that tells of what fails; empty for a file, which has none."""
    if one.kind == "entries":
        return entry_link(catalogue, catalogue.get("entries", one.owner)).path
    return f"{one.kind}/{one.owner}.html" if one.kind else ""


def _table(catalogue: Catalogue, found: SelfEvaluation) -> Iterator[tuple[str, ...]]:
    """Each indicator in a row with its figures, and below it what fails it, one in a row."""
    for one in found.indicators:
        figures = (str(one.numerator), str(one.denominator))
        share = INAPPLICABLE if one.rate is None else str(one.rate)
        yield (one.id, one.title, one.formula, *figures, share, one.weight, *("",) * 4)
        for failing in one.failing:
            what = (failing.id, failing.title, failing.why, _path(catalogue, failing))
            yield (one.id, one.title, *("",) * 5, *what)
    if found.weighted:
        yield ("score", "总分", SCORE, "", "", score_words(found), *("",) * 5)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
