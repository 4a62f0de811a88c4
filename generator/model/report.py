"""The yearly report on the work of government information disclosure (政府信息公开工作年度报告).

The form is that of 国办公开办函〔2021〕30号: six parts and three tables.  A figure is what the
author wrote: 0, “/” and nothing are zero.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Id, Number, Year, label, record
from generator.model.prose import Prose

_FIGURE = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?")


def _figure(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or (isinstance(value, str) and value.strip() in ("", "/", "／")):
        return "0"
    if not isinstance(value, str) or not _FIGURE.fullmatch(value.strip()):
        raise PydanticCustomError("value-figure", "")
    return value.strip()


Figure = Annotated[str, BeforeValidator(_figure)]


@record
class Line:
    """One row of a table: its code or words as the official form has them, and its figures from
    left to right."""

    row: Annotated[str, label("行")]
    figures: Annotated[tuple[Figure, ...], label("数字")] = ()


@record
class Report:
    """The report of one *unit* on one *year*, published at ``reports/<year>-<unit>.html``.

    *second*, *third* and *fourth* are the tables 二, 三 and 四; the body holds the six parts, each
    below a heading of its own.
    """

    id: Annotated[Id, label("编号")]
    year: Annotated[Year, label("年度")]
    unit: Annotated[Id, label("单位")]
    published: Annotated[Day | None, label("公布日期")] = None
    second: Annotated[tuple[Line, ...], label("表二")] = ()
    third: Annotated[tuple[Line, ...], label("表三")] = ()
    fourth: Annotated[tuple[Line, ...], label("表四")] = ()
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()
