"""Documents and their clean-up: what an organ issued, whether it may be seen, what became of it.

A document says what it is and what it does to others; a clean-up round says what was decided of
each.  Whether a document is in force on a day follows from both and is written nowhere
(`facts.validity`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Flag, Id, Number, Word, either, is_allowed_id, label, record
from generator.model.entry import Body
from generator.model.prose import Prose
from generator.model.timelimit import TimeUnit


class Attribute(Word):
    """How a document of the public side becomes public (公开属性); 不公开 has no place here."""

    PROACTIVE = "主动公开"
    ON_REQUEST = "依申请公开"


class AnyAttribute(Word):
    """What a document may have been before (157号 规程 二(一))."""

    PROACTIVE = "主动公开"
    ON_REQUEST = "依申请公开"
    WITHHELD = "不公开"


class Outcome(Word):
    """What a clean-up decided of a document."""

    KEPT = "继续有效"
    AMENDED = "修改"
    REPEALED = "废止"
    LAPSED = "失效"


# The outcomes after which a document is still in force.
GO_ON = frozenset((Outcome.KEPT, Outcome.AMENDED))


class StepName(Word):
    """The steps of a clean-up in the order that 157号 规程 一(三) fixes."""

    REPORT = "报告"
    REVIEW = "法制机构审核"
    DECISION = "政府决定"
    PUBLICATION = "公布"


def id_or(id: str, words: str) -> BeforeValidator:
    """Accept plain text: an id stands for *id*, anything else for *words*."""

    def read(value: object) -> object:
        if isinstance(value, str):
            return {id if is_allowed_id(value) else words: value}
        return value

    return BeforeValidator(read)


@record
class Target:
    """What a document amends, repeals or replaces: a registered document, or the words of one that
    is not; *articles* where only a part is meant, *on* where it does not happen on the day on which
    the document itself takes effect."""

    document: Annotated[Id, label("文件编号")] = ""
    name: Annotated[str, label("原文")] = ""
    articles: Annotated[str, label("条款")] = ""
    on: Annotated[Day | None, label("日期")] = None


_PERIOD = re.compile(r"([1-9][0-9]{0,2})\s*(年|个月|月)?")


def _period(value: object) -> object:
    match = _PERIOD.fullmatch(value) if isinstance(value, str) else None
    if match:
        return {"n": match[1], "unit": "月" if match[2] in ("个月", "月") else "年"}
    if isinstance(value, str):
        raise PydanticCustomError("value-period", "")
    return value


def _of_months(value: Period) -> Period:
    if value.unit not in (TimeUnit.MONTH, TimeUnit.YEAR) or not value.n:
        raise PydanticCustomError("value-period", "")
    return value


@record
class Period:
    """A number of years or months, written ``5年`` or ``18个月``."""

    n: Annotated[Number, label("数")]
    unit: Annotated[TimeUnit, label("单位")]


Length = Annotated[Period, BeforeValidator(_period), AfterValidator(_of_months)]


@record
class AttributeChange:
    """One adjustment of the attribute (157号 规程 二(八))."""

    date: Annotated[Day, label("日期")]
    before: Annotated[AnyAttribute, label("原属性", "from")]
    after: Annotated[AnyAttribute, label("现属性", "to")]
    reason: Annotated[str, label("理由")]


@record
class Attachment:
    """A file that belongs to a document; it lies beside the document's own."""

    file: Annotated[str, label("文件名")]
    title: Annotated[str, label("名称")] = ""


Targets = tuple[Annotated[Target, id_or("document", "name")], ...]
Bodies = tuple[Annotated[Body, id_or("unit", "name")], ...]


@record
class Paper:
    """What is written of a document on either side of the wall, but for the attributes it may
    have there."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    attribute: Annotated[Word, label("公开属性")]
    number: Annotated[str, label("文号")] = ""
    register_number: Annotated[str, label("统一编号")] = ""
    index_number: Annotated[str, label("索引号")] = ""
    summary: Annotated[str, label("内容概述")] = ""
    formed: Annotated[Day | None, label("生成日期")] = None
    issuers: Annotated[Bodies, label("发文机关")] = ()
    issued: Annotated[Day | None, label("印发日期")] = None
    published: Annotated[Day | None, label("发布日期")] = None
    effective: Annotated[Day | None, label("施行日期")] = None
    term: Annotated[Length | None, label("有效期")] = None
    expires: Annotated[Day | None, label("有效期至")] = None
    trial: Annotated[Flag, label("试行或者暂行")] = False
    normative: Annotated[Flag, label("规范性文件")] = False
    topic: Annotated[str, label("主题分类")] = ""
    genre: Annotated[str, label("公文种类")] = ""
    amends: Annotated[Targets, label("修改")] = ()
    repeals: Annotated[Targets, label("废止")] = ()
    replaces: Annotated[Targets, label("代替")] = ()
    attribute_history: Annotated[tuple[AttributeChange, ...], label("属性调整")] = ()
    needs_interpretation: Annotated[Flag, label("需要解读")] = False
    attachments: Annotated[tuple[Annotated[Attachment, either("file")], ...], label("附件")] = ()
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()


def targets_of(paper: Paper) -> Iterator[tuple[str, int, Target]]:
    """Yield what *paper* amends, repeals and replaces, each with its key and its place there."""
    for key, targets in (
        ("amends", paper.amends),
        ("repeals", paper.repeals),
        ("replaces", paper.replaces),
    ):
        for number, target in enumerate(targets):
            yield key, number, target


@record
class Document(Paper):
    """A document of an organ (公文、规范性文件), published at ``documents/<id>.html``."""

    attribute: Annotated[Attribute, label("公开属性")]


@record
class CleanupStep:
    """One step of a clean-up: who took it, and when."""

    step: Annotated[StepName, label("步骤")]
    by: Annotated[Body, id_or("unit", "name"), label("机关")]
    on: Annotated[Day, label("日期")]


@record
class Decision:
    """What a clean-up decided of one document, and why."""

    document: Annotated[Id, label("文件编号")]
    outcome: Annotated[Outcome, label("结果")]
    reason: Annotated[str, label("理由")] = ""
    new_expiry: Annotated[Day | None, label("新的有效期至")] = None


@record
class CleanupRound:
    """One clean-up of normative documents (规范性文件清理), its steps and its decisions."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("名称")]
    organ: Annotated[Id, label("机关")] = ""
    scope: Annotated[str, label("范围")] = ""
    steps: Annotated[tuple[CleanupStep, ...], label("步骤")] = ()
    effective_on: Annotated[Day | None, label("生效日期")] = None
    decisions: Annotated[tuple[Decision, ...], label("清理结果")] = ()
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
