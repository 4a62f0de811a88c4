"""One application (依申请公开) in the ledger of an office, with its six steps (157号 机制 一).

接收 登记 办理 审核 答复 归档, and 沟通 with the applicant.  The record has no field for a person:
who applies is a kind, who acts an organ or a post.
"""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Flag, Id, Number, Word, label, record
from generator.model.request import Applicant, Channel, Dispute, Result, Route, Ruling
from generator.office.model import Organ


@record
class Correction:
    """The applicant was asked to correct the application, once (条例 第三十条)."""

    notified: Annotated[Day, label("告知补正日期")]
    returned: Annotated[Day | None, label("收到补正日期")] = None


@record
class Asking:
    """A third party or another organ was asked, and answered (条例 第三十二条、第三十四条)."""

    asked: Annotated[Day, label("征求意见日期")]
    answered: Annotated[Day | None, label("收到意见日期")] = None


@record
class Extension:
    """The term was extended by *days* working days, which the head of the openness office agreed
    to; *on* is the day on which the applicant was told (条例 第三十三条)."""

    days: Annotated[Number, label("延长的工作日数")]
    on: Annotated[Day | None, label("告知申请人的日期")] = None
    consented: Annotated[Flag, label("经公开工作机构负责人同意")] = False


class Adviser(Word):
    """Whose professional advice was taken (157号 机制 二)."""

    COURT = "法院"
    LEGAL = "法制机构"
    LAWYER = "律师"


@record
class Advice:
    """Professional advice on an answer."""

    of: Annotated[Adviser, label("咨询对象", "from")]
    on: Annotated[Day, label("日期")]


@record
class Contest:
    """A reconsideration or suit about the answer; who handled it stands for it (谁承办、谁应诉)."""

    kind: Annotated[Dispute, label("种类")]
    filed: Annotated[Day, label("受理日期")]
    route: Annotated[Route | None, label("诉讼途径")] = None
    handled_by: Annotated[Organ | None, label("应诉单位")] = None
    result: Annotated[Ruling | None, label("结果")] = None
    closed: Annotated[Day | None, label("审结日期")] = None
    complied_on: Annotated[Day | None, label("履行日期")] = None
    rectification: Annotated[str, label("整改")] = ""


@record
class Request:
    """One application and what was done about it, each step with its day."""

    id: Annotated[Id, label("编号")]
    unit: Annotated[Id, label("受理单位")]
    received: Annotated[Day, label("接收日期")]
    channel: Annotated[Channel, label("渠道")]
    applicant: Annotated[Applicant, label("申请人类别")]
    confirmed: Annotated[Day | None, label("与申请人确认日期")] = None
    topic: Annotated[str, label("主题")] = ""
    entry: Annotated[Id, label("事项编号")] = ""
    handled_by: Annotated[Organ | None, label("承办单位")] = None
    registered: Annotated[Day | None, label("登记日期")] = None
    corrections: Annotated[tuple[Correction, ...], label("补正")] = ()
    third_party: Annotated[tuple[Asking, ...], label("征求第三方意见")] = ()
    organs: Annotated[tuple[Asking, ...], label("征求其他机关意见")] = ()
    extension: Annotated[Extension | None, label("延期")] = None
    audited: Annotated[Day | None, label("审核日期")] = None
    replied: Annotated[Day | None, label("答复日期")] = None
    outcome: Annotated[Result | None, label("办理结果")] = None
    communicated: Annotated[Day | None, label("沟通日期")] = None
    archived: Annotated[Day | None, label("归档日期")] = None
    advice: Annotated[tuple[Advice, ...], label("专业意见")] = ()
    disputes: Annotated[tuple[Contest, ...], label("争议")] = ()
    fee: Annotated[Number | None, label("信息处理费（元）")] = None
    order: Annotated[Number | None, label("次序")] = None
