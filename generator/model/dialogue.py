"""What is said about documents and with whom: interpretation, response, consultation, meeting.

发布、解读、回应 (157号 规程 三(三)) and 公众参与 (三(四)): each is a text of its own that names the
documents it belongs to, registered here or in their words.
"""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Flag, Id, Number, Word, label, record
from generator.model.document import Bodies, id_or
from generator.model.prose import Prose


@record
class Matter:
    """The document that a text is about: a registered one, or the words of one that is not."""

    document: Annotated[Id, label("文件编号")] = ""
    name: Annotated[str, label("原文")] = ""


Matters = tuple[Annotated[Matter, id_or("document", "name")], ...]


@record
class Interpretation:
    """An interpretation (政策解读) of documents, published at ``interpretations/<id>.html``."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    interprets: Annotated[Matters, label("解读的文件")]
    unit: Annotated[Id, label("解读单位")] = ""
    form: Annotated[str, label("解读形式")] = ""
    published: Annotated[Day | None, label("发布日期")] = None
    summary: Annotated[str, label("摘要")] = ""
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()


@record
class Joint:
    """A joint consultation (联席会商) on a major matter: on which day, with whom."""

    on: Annotated[Day, label("日期")]
    organs: Annotated[Bodies, label("参加单位")] = ()


@record
class Response:
    """A response (回应) to public concern and its steps (收集 研判 处置 回应 督办), published at
    ``responses/<id>.html``; *major* marks what 联席会商 decides on (重大舆情)."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    responds_to: Annotated[Matters, label("涉及的文件")] = ()
    concern: Annotated[str, label("关切的问题")] = ""
    unit: Annotated[Id, label("回应单位")] = ""
    major: Annotated[Flag, label("重大舆情")] = False
    collected: Annotated[Day | None, label("收集日期")] = None
    judged: Annotated[Day | None, label("研判日期")] = None
    joint: Annotated[Joint | None, label("联席会商")] = None
    handled: Annotated[Day | None, label("处置日期")] = None
    responded: Annotated[Day | None, label("回应日期")] = None
    supervised: Annotated[Day | None, label("督办日期")] = None
    summary: Annotated[str, label("摘要")] = ""
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()


@record
class Feedback:
    """What became of the opinions that a consultation received (意见采纳反馈)."""

    on: Annotated[Day, label("日期")]
    text: Annotated[str, label("说明")] = ""
    received: Annotated[Number | None, label("收到意见数")] = None
    adopted: Annotated[Number | None, label("采纳意见数")] = None


@record
class Consultation:
    """A call for opinions (征求意见) on a document or a draft, published at
    ``consultations/<id>.html``; it is open from *opened* to *closed*, both days included."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    opened: Annotated[Day, label("开始日期")]
    closed: Annotated[Day, label("结束日期")]
    consults_on: Annotated[Matters, label("征求意见的文件")] = ()
    unit: Annotated[Id, label("征求意见的单位")] = ""
    channels: Annotated[tuple[str, ...], label("提意见的途径")] = ()
    feedback: Annotated[Feedback | None, label("意见采纳反馈")] = None
    summary: Annotated[str, label("摘要")] = ""
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()


class Openness(Word):
    """How a meeting was opened to the public (会议公开)."""

    INVITED = "邀请列席"
    BROADCAST = "现场直播"
    PUBLISHED = "会后公开"


@record
class Meeting:
    """A meeting that was opened (会议公开、办会), published at ``meetings/<id>.html``; *invited*
    are groups and posts, never the name of a person."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    held: Annotated[Day, label("开会日期")]
    organ: Annotated[Id, label("召开机关")] = ""
    openness: Annotated[tuple[Openness, ...], label("公开方式")] = ()
    invited: Annotated[tuple[str, ...], label("邀请列席")] = ()
    documents: Annotated[Matters, label("审议的文件")] = ()
    published: Annotated[Day | None, label("发布日期")] = None
    summary: Annotated[str, label("摘要")] = ""
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()
