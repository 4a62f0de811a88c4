"""Self-evaluation (自评): the indicators of evaluators for a day, and a score by weights.

A rate is exact and told to one place, halves up; of nothing there is none (不适用).  The score is
worked out from the rates as they are told, so that a reader can repeat it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.catalogue import Catalogue
from generator.facts import indicators
from generator.facts.fulfilment import Fulfilment
from generator.facts.indicators import Failing, Measure

Judge = Callable[[Catalogue, Fulfilment], Measure]

# In the order of the page: id, which is the key of its weight, title, formula, what counts it.
INDICATORS: tuple[tuple[str, str, str, Judge], ...] = (
    (
        "completeness", "要素完整",
        "六项要素（名称、依据、内容、主体、时限、方式）都写明的事项÷全部现行事项。",
        indicators.completeness,
    ),
    (
        "timeliness", "公开及时",
        "按时公开和展示期满的公开记录÷能判断是否按时的公开记录，口径同“公开落实统计”的按时率；"
        "未到期、无法计算的不计。",
        indicators.timeliness,
    ),
    (
        "validity", "有效性标注",
        "效力状态有依据的规范性文件÷已经公开的规范性文件。有依据，是写明了施行日期，"
        "并且有有效期、清理决定，或者已经废止、失效。",
        indicators.validity,
    ),
    (
        "interpretation", "政策解读",
        "按期解读的文件÷应当解读、已经公开的文件；没有规定期限的，解读了就算。",
        indicators.interpretation,
    ),
    (
        "response", "回应和反馈",
        "按期回应的关切和按期反馈的征求意见÷已经收集的关切和已经结束的征求意见；"
        "没有规定期限的，办了就算。",
        indicators.response,
    ),
    (
        "links", "链接有效",
        "有着落的站内链接÷正文和导航中的站内链接。有死链的网站不能生成，所以能看到的网站没有死链，"
        "这里的数字说明核对了多少；通往其他网站的链接要联网才能核对，不计。",
        indicators.links,
    ),
    (
        "empty", "没有空白栏目",
        "有过公开记录的事项÷应主动公开的事项，一个事项是一个栏目；"
        "一条公开记录也没有登记的网站，不作判断。",
        indicators.empty,
    ),
    (
        "stale", "栏目更新",
        "在 {months} 个月以内有公开记录的事项÷有过公开记录的应主动公开的事项；"
        "时限写明更新频次而能判断的，看上一个完整的周期是否达到频次。"
        "没有新的信息可公开的事项也在其中，由公开主体说明。",
        indicators.stale,
    ),
    (
        "report", "年度报告",
        "按期公布而六个部分齐全的年度报告÷已经公布和已经到期的年度报告，"
        "每个单位从登记的第一个年度算起；三张表不平的报告不能公布。",
        indicators.report,
    ),
    (
        "contacts", "领导和联系方式",
        "写明分管领导、公开工作机构和联系方式的单位÷全部现有单位。",
        indicators.contacts,
    ),
    (
        "personal", "个人信息",
        "没有疑似个人号码的文件÷生成网站的文件（记录、附件和设置）。"
        "含有个人号码而未经准许的网站不能生成，所以能看到的网站没有这样的号码，"
        "这里列出的是不能肯定、须由人核对的。",
        indicators.personal,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its *formula* in words, numerator and denominator, the *rate* in hundredths
    (None where the denominator is 0), the *weight* as config.yaml has it, what fails it."""

    id: str
    title: str
    formula: str
    numerator: int
    denominator: int
    rate: Decimal | None
    weight: str
    failing: tuple[Failing, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SelfEvaluation:
    """All indicators; *weighted* tells whether weights are set, and *score* is None where they are
    not or no indicator that has one applies."""

    indicators: tuple[Indicator, ...]
    weighted: bool
    score: Decimal | None
    source: str


def selfeval(catalogue: Catalogue, done: Fulfilment) -> SelfEvaluation:
    """Return the self-evaluation of *catalogue* for its day; *done* is its fulfilment."""
    settings = catalogue.config.self_evaluation
    found = []
    for id, title, formula, judge in INDICATORS:
        measure = judge(catalogue, done)
        met = measure.of - len(measure.failing)
        weight = getattr(settings.weights, id) if settings.weights else None
        found.append(
            Indicator(
                id, title, formula.format(months=settings.stale_months), met, measure.of,
                rate(met, measure.of), weight or "", measure.failing, measure.note,
            )
        )  # fmt: skip
    weighted = settings.weights is not None
    return SelfEvaluation(tuple(found), weighted, score(found), settings.source)


def rate(numerator: int, denominator: int) -> Decimal | None:
    """Return the share in hundredths to one place, None of nothing."""
    return _one_place(Fraction(100 * numerator, denominator)) if denominator else None


def score(found: list[Indicator]) -> Decimal | None:
    """Return the rates as they are told, each as heavy as its weight: Σ weight × rate ÷ Σ weight
    over what applies; None where nothing that applies weighs anything."""
    weighed = [
        (Fraction(one.weight), Fraction(one.rate))
        for one in found
        if one.weight and one.rate is not None
    ]
    whole = sum(weight for weight, _ in weighed)
    return _one_place(sum(weight * of for weight, of in weighed) / whole) if whole else None


def _one_place(number: Fraction | int) -> Decimal:
    """*number* to one place, halves up."""
    return Decimal(math.floor(number * 10 + Fraction(1, 2))).scaleb(-1)
