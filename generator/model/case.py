"""Cases of applications for study (案例), told without anybody in them (157号 机制 四)."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Id, Number, Year, label, record
from generator.model.prose import Prose
from generator.model.request import Applicant, Dispute, Result, Ruling


@record
class Case:
    """One case: what was asked, what was answered and what there is to learn, published at
    ``cases/<id>.html``; *contested* and *ruling* tell of a reconsideration or a suit."""

    id: Annotated[Id, label("编号")]
    title: Annotated[str, label("标题")]
    outcome: Annotated[Result, label("办理结果")]
    year: Annotated[Year | None, label("年度")] = None
    topic: Annotated[str, label("主题")] = ""
    applicant: Annotated[Applicant | None, label("申请人类别")] = None
    contested: Annotated[Dispute | None, label("争议")] = None
    ruling: Annotated[Ruling | None, label("争议结果")] = None
    articles: Annotated[tuple[str, ...], label("适用条款")] = ()
    summary: Annotated[str, label("要点")] = ""
    published: Annotated[Day | None, label("公布日期")] = None
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
    body: Annotated[Prose, label("正文")] = Prose()
