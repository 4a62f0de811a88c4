"""What bases are resolved against (laws) and what words may be used (vocabularies)."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Flag, Id, Number, either, label, record


@record
class Law:
    """One edition of a law, regulation or document that entries rest on (法规)."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("名称")]
    number: Annotated[str, label("文号")] = ""
    edition: Annotated[str, label("版本")] = ""
    effective: Annotated[Day | None, label("施行日期")] = None
    ended: Annotated[Day | None, label("失效日期")] = None
    replaces: Annotated[tuple[Id, ...], label("取代")] = ()
    articles: Annotated[str, label("现有条款")] = ""
    source: Annotated[str, label("出处")] = ""
    order: Annotated[Number | None, label("次序")] = None


@record
class Term:
    """One word of a vocabulary; *local* marks an addition to the national list."""

    name: Annotated[str, label("用语")]
    slug: Annotated[Id, label("英文代码")] = ""
    local: Annotated[Flag, label("本地增加")] = False


@record
class Vocabulary:
    """A closed list of words, such as the channels (公开渠道和载体) or the levels (公开层级)."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("名称")]
    values: Annotated[tuple[Annotated[Term, either("name")], ...], label("用语")]
    order: Annotated[Number | None, label("次序")] = None
