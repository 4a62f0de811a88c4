"""What was really published under an item (落实), and when."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Id, Number, WebAddress, label, record


@record
class Disclosure:
    """One publication under an item of the catalogue (公开落实).

    *event* is the day the clock starts, *part* the number of the part of the limit that applies
    where the limit has several, counted from 1; *until* the last day on which it was on display.
    """

    id: Annotated[Id, label("编号")]
    entry: Annotated[Id, label("事项编号")]
    unit: Annotated[Id, label("公开单位")] = ""
    title: Annotated[str, label("公开的信息")] = ""
    part: Annotated[Number | None, label("时限分项")] = None
    event: Annotated[Day | None, label("起算日期")] = None
    formed: Annotated[Day | None, label("形成日期")] = None
    published: Annotated[Day | None, label("公开日期")] = None
    until: Annotated[Day | None, label("展示至")] = None
    url: Annotated[WebAddress, label("网址")] = ""
    order: Annotated[Number | None, label("次序")] = None
