"""The yearly report on the work of government information disclosure (政府信息公开工作年度报告).

The form is that of 国办公开办函〔2021〕30号: six parts and three tables.  A figure is what the
author wrote: 0, “/” and nothing are zero.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.base import Columns, Day, Id, Number, Year, label, record

_FIGURE = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")


def _figure(value: object) -> object:
    text = "0" if value in (None, "", "/", "／") else str(value)
    if not _FIGURE.fullmatch(text):
        raise PydanticCustomError("value-figure", "")
    return text


def _rows(value: object) -> object:
    if isinstance(value, str | list):
        raise PydanticCustomError("value-columns", "")
    if not isinstance(value, dict):
        return value
    return tuple((row, of if isinstance(of, list) else [of]) for row, of in value.items())


Figure = Annotated[str, BeforeValidator(_figure)]
# Rows by their codes or words as the official form has them, with their figures left to right.
Rows = Annotated[tuple[tuple[str, tuple[Figure, ...]], ...], BeforeValidator(_rows)]


@record
class Tables:
    """The three tables of a report, without their headings."""

    second: Annotated[Rows, label("主动公开政府信息情况", "二")] = ()
    third: Annotated[Rows, label("收到和处理政府信息公开申请情况", "三")] = ()
    fourth: Annotated[Rows, label("行政复议、行政诉讼情况", "四")] = ()


@record
class Report:
    """The report of one *unit* on one *year*, published at ``reports/<year>-<unit>.html``; *parts*
    are the texts of its six parts, in Markdown, by 一 to 六."""

    id: Annotated[Id, label("编号")]
    year: Annotated[Year, label("年度")]
    unit: Annotated[Id, label("单位")]
    published: Annotated[Day | None, label("公布日期")] = None
    tables: Annotated[Tables, label("三张表")] = Tables()
    parts: Annotated[Columns, label("六个部分")] = ()
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
