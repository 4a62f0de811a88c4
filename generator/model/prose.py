"""Pages of prose: Markdown with front matter."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Id, Number, label, record


@record
class Heading:
    """One heading of a text: its anchor, its rank (2 to 6) and its words."""

    anchor: Annotated[str, label("锚点")]
    rank: Annotated[int, label("级别")]
    text: Annotated[str, label("文字")]


@record
class Prose:
    """A text as safe HTML, addresses within the site written from its root behind ``~/``; *given*
    tells that something was written, be it nothing that is shown."""

    html: Annotated[str, label("正文")] = ""
    headings: Annotated[tuple[Heading, ...], label("标题")] = ()
    given: Annotated[bool, label("有正文")] = False


@record
class Text:
    """A page of prose (文字页面), published at ``<id>.html``."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    column: Annotated[str, label("栏目")] = ""
    published: Annotated[Day | None, label("发布日期")] = None
    source: Annotated[str, label("来源")] = ""
    summary: Annotated[str, label("摘要")] = ""
    order: Annotated[Number | None, label("次序")] = None
    ended: Annotated[Day | None, label("终止日期")] = None
    superseded_by: Annotated[Id, label("被何页取代")] = ""
    body: Annotated[Prose, label("正文")] = Prose()
