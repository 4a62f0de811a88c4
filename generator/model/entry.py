"""One item of the standard catalogue and its elements (国办发〔2019〕54号; 157号 规程 三(二))."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Columns, Day, Id, Marks, Number, Word, either, label, record
from generator.model.timelimit import TimeLimit


class Category(Word):
    """Which of the five openings (五公开) an item belongs to."""

    DECISION = "决策"
    IMPLEMENTATION = "执行"
    MANAGEMENT = "管理"
    SERVICE = "服务"
    RESULT = "结果"


class Stage(Word):
    """The link of the chain (环节) an item serves."""

    RELEASE = "发布"
    INTERPRETATION = "解读"
    RESPONSE = "回应"


class Method(Word):
    """How an item becomes public (公开方式): of its own motion or on request."""

    PROACTIVE = "主动公开"
    ON_REQUEST = "依申请公开"


class Reach(Word):
    """Whom an item is for (公开对象)."""

    EVERYONE = "全社会"
    GROUP = "特定群体"


class Suggestible(Word):
    """An element that an import may suggest where the table does not print it."""

    CATEGORY = "category"


@record
class Basis:
    """The provision that obliges or allows disclosure (公开依据)."""

    title: Annotated[str, label("名称")]
    number: Annotated[str, label("文号")] = ""
    article: Annotated[str, label("条款")] = ""
    edition: Annotated[str, label("版本")] = ""
    document: Annotated[Id, label("文件编号")] = ""


@record
class Body:
    """Who publishes (公开主体): a unit by its id, or the words of the table where it is none."""

    unit: Annotated[Id, label("单位编号")] = ""
    name: Annotated[str, label("原文")] = ""


@record
class Channel:
    """Where it is published (公开渠道和载体): a word of the vocabulary, 其他 with its own text."""

    name: Annotated[str, label("渠道")]
    text: Annotated[str, label("文字")] = ""


@record
class Audience:
    """Whom it is for (公开对象); a 特定群体 says which."""

    kind: Annotated[Reach, label("对象")]
    text: Annotated[str, label("文字")] = ""


@record
class Entry:
    """One item of the standard catalogue (公开事项)."""

    id: Annotated[Id, label("编号")]
    name: Annotated[str, label("二级事项")]
    field: Annotated[Id, label("领域")]
    group: Annotated[str, label("一级事项")] = ""
    subgroup: Annotated[str, label("三级事项")] = ""
    number: Annotated[str, label("序号")] = ""
    category: Annotated[tuple[Category, ...], label("五公开")] = ()
    stage: Annotated[tuple[Stage, ...], label("环节")] = ()
    content: Annotated[tuple[str, ...], label("公开内容（要素）")] = ()
    basis: Annotated[tuple[Annotated[Basis, either("title")], ...], label("公开依据")] = ()
    subject: Annotated[tuple[Annotated[Body, either("unit")], ...], label("公开主体")] = ()
    time_limit: Annotated[TimeLimit | None, either("text"), label("公开时限")] = None
    method: Annotated[Method | None, label("公开方式")] = None
    channels: Annotated[
        tuple[Annotated[Channel, either("name", ("其他",))], ...], label("公开渠道和载体")
    ] = ()
    audience: Annotated[Audience | None, either("kind", ("特定群体",)), label("公开对象")] = None
    level: Annotated[tuple[str, ...], label("公开层级")] = ()
    duties: Annotated[tuple[Id, ...], label("来源")] = ()
    extra: Annotated[Columns, label("其他栏目")] = ()
    original: Annotated[Columns, label("导入原文")] = ()
    suggested: Annotated[tuple[Suggestible, ...], label("待确认")] = ()
    order: Annotated[Number | None, label("次序")] = None
    effective: Annotated[Day | None, label("生效日期")] = None
    ended: Annotated[Day | None, label("终止日期")] = None
    superseded_by: Annotated[Id, label("被何事项取代")] = ""
    remarks: Annotated[str, label("备注")] = ""
    source: Annotated[str, label("出处")] = ""
    imported: Annotated[Marks, label("导入校验")] = ""
