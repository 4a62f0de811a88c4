"""What organs owe of themselves: key points of the year and evaluations (157号 规程 四)."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import (
    Day,
    Id,
    Number,
    Points,
    WebAddress,
    Word,
    Year,
    either,
    label,
    record,
)


class Progress(Word):
    """How far a key point has come."""

    PLANNED = "未开始"
    ONGOING = "进行中"
    DONE = "已完成"


@record
class Evidence:
    """What shows that a key point was carried out: its words, a page of this site or an address."""

    title: Annotated[str, label("名称")]
    document: Annotated[Id, label("文件编号")] = ""
    url: Annotated[WebAddress, label("网址")] = ""
    on: Annotated[Day | None, label("日期")] = None


@record
class KeyPoint:
    """One key point of a year's work on openness (年度工作要点)."""

    id: Annotated[Id, label("编号")]
    year: Annotated[Year, label("年度")]
    title: Annotated[str, label("要点")]
    basis: Annotated[str, label("依据")] = ""
    unit: Annotated[Id, label("责任单位")] = ""
    due: Annotated[Day | None, label("完成时限")] = None
    status: Annotated[Progress | None, label("进展")] = None
    done: Annotated[Day | None, label("完成日期")] = None
    evidence: Annotated[tuple[Annotated[Evidence, either("title")], ...], label("佐证")] = ()
    order: Annotated[Number | None, label("次序")] = None


class Consequence(Word):
    """What an evaluation led to for a unit."""

    PRAISE = "表扬"
    CRITICISM = "通报批评"


@record
class Score:
    """The points of a unit for one indicator, and the most that it gives."""

    indicator: Annotated[str, label("指标")]
    points: Annotated[Points, label("得分")]
    of: Annotated[Points, label("满分")]


@record
class Evaluated:
    """The result of one unit."""

    unit: Annotated[Id, label("单位")]
    scores: Annotated[tuple[Score, ...], label("得分")] = ()
    consequence: Annotated[Consequence | None, label("结果运用")] = None


@record
class Evaluation:
    """One evaluation (考评) of a year, by the office or a third party, with its figures.

    *held* is the day on which it was over; its results are shown from *published* on.
    """

    id: Annotated[Id, label("编号")]
    year: Annotated[Year, label("年度")]
    title: Annotated[str, label("名称")] = ""
    by: Annotated[str, label("考评机关")] = ""
    units: Annotated[tuple[Evaluated, ...], label("考评结果")] = ()
    held: Annotated[Day | None, label("考评结束日期")] = None
    published: Annotated[Day | None, label("公布日期")] = None
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
