"""`gongkai report evaluation`: the figures of the page of the self-evaluation, for a day.

A catalogue goes in; the JSON of a program and the lines of a reader come out.  It is the same
evaluation that the site publishes, and the day is named here, as the manifest names it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.facts.fulfilment import fulfilment
from generator.facts.selfeval import Indicator, SelfEvaluation, selfeval
from generator.plans.selfeval import KEY, head, records

_WIDTH = 16  # columns of a title


def record(catalogue: Catalogue) -> dict[str, Any]:
    """Return the self-evaluation as JSON holds it: that of the site, with its day."""
    found = selfeval(catalogue, fulfilment(catalogue))
    about = {"as_of": catalogue.day.isoformat(), **head(catalogue, found)}
    return {**about, KEY: [*records(catalogue, found)]}


def lines(catalogue: Catalogue, language: str) -> Iterator[str]:
    """Yield the indicators as a plain table, in *language* (zh, en)."""
    zh = language == "zh"
    found = selfeval(catalogue, fulfilment(catalogue))
    yield f"数据截至日 {catalogue.day}" if zh else f"as of {catalogue.day}"
    heads = ("指标", "分子", "分母", "率", "权重", "不符合的")
    english = ("indicator", "met", "of", "rate", "weight", "failing")
    yield _row(heads if zh else english)
    for one in found.indicators:
        yield _row(_cells(one, zh=zh))
    if found.weighted:
        yield f"总分 {_score(found, '不适用')}" if zh else f"score {_score(found, 'n/a')}"


def _cells(one: Indicator, *, zh: bool) -> tuple[str, ...]:
    none = "不适用" if zh else "n/a"
    return (
        one.title if zh else one.id, str(one.numerator), str(one.denominator),
        none if one.rate is None else f"{one.rate}%", one.weight or "-", str(len(one.failing)),
    )  # fmt: skip


def _score(found: SelfEvaluation, none: str) -> str:
    return none if found.score is None else str(found.score)


def _row(cells: tuple[str, ...]) -> str:
    """*cells* in columns; a Chinese character is two columns wide."""
    first, *rest = cells
    return "  ".join((_wide(first, _WIDTH), *(_wide(one, 8) for one in rest))).rstrip()


def _wide(text: str, width: int) -> str:
    taken = sum(1 if one.isascii() else 2 for one in text)
    return text + " " * max(0, width - taken)
