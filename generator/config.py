"""config.yaml: who publishes, as of which day, by which calendar.

`Config` is a record like any other, read by the same function, so a wrong setting is reported
like a wrong entry: file, line, column, likely spelling.  What the law leaves to each place (and
what could not be confirmed) stands here with its source, never in code.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator import workdays
from generator.model.base import Day, Flag, Number, Points, WebAddress, Year, label, record
from generator.model.document import Length, Period
from generator.model.timelimit import TimeUnit
from generator.personal.kinds import PersonalKind


@record
class NavigationItem:
    """One item of the platform's navigation (国办公开办函〔2019〕61号)."""

    title: Annotated[str, label("名称")]
    page: Annotated[str, label("页面")]


@record
class Government:
    """What the meta tags of the national website guideline say (国办发〔2017〕47号)."""

    site_name: Annotated[str, label("SiteName 网站名称")]
    site_domain: Annotated[str, label("SiteDomain 网站域名")]
    site_code: Annotated[str, label("SiteIDCode 网站标识码")]
    keywords: Annotated[tuple[str, ...], label("ColumnKeywords 栏目关键词")] = ()


@record
class Footer:
    """The items that the footer of a government website prints."""

    sponsor: Annotated[str, label("主办单位")]
    undertaker: Annotated[str, label("承办单位")] = ""
    phone: Annotated[str, label("联系电话")] = ""
    address: Annotated[str, label("地址")] = ""
    postcode: Annotated[str, label("邮编")] = ""
    icp: Annotated[str, label("ICP备案号")] = ""
    police: Annotated[str, label("公安备案号")] = ""
    report_errors: Annotated[WebAddress, label("政府网站找错")] = ""


@record
class CalendarDay:
    """A day on which work is off or on by a notice that the holiday package does not hold."""

    date: Annotated[Day, label("日期")]
    off: Annotated[Flag, label("是否休息")]
    reason: Annotated[str, label("依据")]


@record
class CalendarSettings:
    """How far the working days are confirmed by the State Council's notice, and by which."""

    confirmed_through: Annotated[Day, label("确认至")]
    source: Annotated[str, label("依据")]
    days: Annotated[tuple[CalendarDay, ...], label("另行规定的日子")] = ()


def calendar_of(settings: CalendarSettings) -> workdays.Calendar:
    """Return the calendar that config.yaml describes."""
    days = tuple(workdays.Day(day.date, day.off, day.reason) for day in settings.days)
    return workdays.calendar(settings.confirmed_through, days)


def _digest(value: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", value.lower()):
        raise PydanticCustomError("value-digest", "")
    return value.lower()


@record
class Allowance:
    """A personal value that may stand in one public file until a day, and who approved it.

    It is named by its SHA-256 alone.  A source file covers the pages made from it.
    """

    file: Annotated[str, label("文件")]
    kind: Annotated[PersonalKind, label("种类")]
    sha256: Annotated[str, AfterValidator(_digest), label("号码的SHA-256")]
    reason: Annotated[str, label("理由")]
    approved_by: Annotated[str, label("批准人（写职务）")]
    until: Annotated[Day, label("有效期至")]


@record
class PersonalData:
    """What of persons may be published all the same (政府信息公开条例第十五条)."""

    allowed: Annotated[tuple[Allowance, ...], label("准许公开的号码")] = ()


@record
class DocumentSettings:
    """What the jurisdiction says of its documents: how long a normative one is in force, how long
    before its end it is looked at again, how often what is withheld is reconsidered.

    The numbers differ from place to place, so each site names its *source*; without a *term* only
    what a document says of itself counts.
    """

    source: Annotated[str, label("依据")] = ""
    term: Annotated[Length | None, label("规范性文件有效期")] = None
    trial_term: Annotated[Length | None, label("试行、暂行的有效期")] = None
    since: Annotated[Day | None, label("适用于此日起施行的文件")] = None
    warn_days: Annotated[Number, label("到期前提醒的天数")] = 180
    self_check: Annotated[Length, label("不公开文件自查的间隔")] = Period(n=1, unit=TimeUnit.YEAR)


@record
class TalkSettings:
    """What the jurisdiction says of interpretation (解读), response (回应) and consultation.

    The numbers differ from place to place, so each site names its *source*; without a number
    nothing is held against it.  Working days are counted from the day after the event; a
    consultation counts the first and the last of its days.
    """

    source: Annotated[str, label("依据")] = ""
    since: Annotated[Day | None, label("适用于此日起发生的事")] = None
    interpretation: Annotated[Number | None, label("文件发布后解读的工作日数")] = None
    response: Annotated[Number | None, label("收集到关切后回应的工作日数")] = None
    major_response: Annotated[Number | None, label("重大舆情回应的工作日数")] = None
    consultation: Annotated[Number | None, label("征求意见至少的日数")] = None
    feedback: Annotated[Number | None, label("征求意见结束后反馈的工作日数")] = None


def _month(value: int) -> int:
    if not 1 <= value <= 12:
        raise PydanticCustomError("value-number", "")
    return value


@record
class OrganSettings:
    """What the jurisdiction asks of its organs: from which year on the yearly briefing of the head
    is counted, from which month on a year has its key points, within how many days an evaluation
    is published (157号 规程 四).

    The numbers differ from place to place, so each site names its *source*.  Without
    *briefings_since* the first year counts in which any unit recorded a briefing; without the other
    two nothing is said of the current year's key points and of evaluations.
    """

    source: Annotated[str, label("依据")] = ""
    briefings_since: Annotated[Year | None, label("从哪一年起核对听取汇报")] = None
    key_points_month: Annotated[
        Annotated[Number, AfterValidator(_month)] | None, label("从几月起当年应有年度要点")
    ] = None
    evaluation_days: Annotated[Number | None, label("考评结束后公布结果的天数")] = None


def _several(value: int) -> int:
    if value < 2:
        raise PydanticCustomError("value-number", "")
    return value


@record
class RequestSettings:
    """What the site tells of applications (依申请公开): from which year on each day has its last
    day for an answer in a table; without a year from that of the first regulation.  What was asked
    for *often* times or more the office is told of, to see whether it can be published."""

    tables_since: Annotated[Year | None, label("答复期限表从哪一年起")] = None
    often: Annotated[Number, AfterValidator(_several), label("申请几次算申请较为集中")] = 3


@record
class Weights:
    """How much each indicator of the self-evaluation weighs; what is left out weighs nothing."""

    completeness: Annotated[Points | None, label("要素完整")] = None
    timeliness: Annotated[Points | None, label("公开及时")] = None
    validity: Annotated[Points | None, label("有效性标注")] = None
    interpretation: Annotated[Points | None, label("政策解读")] = None
    response: Annotated[Points | None, label("回应和反馈")] = None
    links: Annotated[Points | None, label("链接有效")] = None
    empty: Annotated[Points | None, label("没有空白栏目")] = None
    stale: Annotated[Points | None, label("栏目更新")] = None
    report: Annotated[Points | None, label("年度报告")] = None
    contacts: Annotated[Points | None, label("领导和联系方式")] = None
    personal: Annotated[Points | None, label("个人信息")] = None


def _some(value: Weights) -> Weights:
    given = (getattr(value, name) for name in value.__dataclass_fields__)
    if not any(Decimal(one) for one in given if one):
        raise PydanticCustomError("value-weights", "")
    return value


def _months(value: int) -> int:
    if not 1 <= value <= 120:
        raise PydanticCustomError("value-number", "")
    return value


@record
class SelfEvaluationSettings:
    """By what the site evaluates itself: after how many months without a disclosure an item counts
    as stale, and how much each indicator weighs.

    Both differ from place to place, so each site names its *source*.  Without *weights* the
    indicators are told and no score.
    """

    source: Annotated[str, label("依据")] = ""
    stale_months: Annotated[
        Number, AfterValidator(_months), label("几个月没有公开记录算未更新")
    ] = 6
    weights: Annotated[Annotated[Weights, AfterValidator(_some)] | None, label("各指标的权重")] = (
        None
    )


def _address(value: str) -> str:
    if not value.endswith("/"):
        raise PydanticCustomError("value-address", "")
    return value


def _percent(value: int) -> int:
    if not 50 <= value <= 100:
        raise PydanticCustomError("value-number", "")
    return value


def _rows(value: int) -> int:
    if not 1 <= value <= 1000:
        raise PydanticCustomError("value-number", "")
    return value


@record
class Config:
    """The settings of one site."""

    name: Annotated[str, label("网站名称")]
    organ: Annotated[str, label("机关名称")]
    address: Annotated[WebAddress, AfterValidator(_address), label("网站地址")]
    summary: Annotated[str, label("一句话说明")]
    government: Annotated[Government, label("政府网站标识")]
    footer: Annotated[Footer, label("页脚")]
    calendar: Annotated[CalendarSettings, label("工作日历")]
    navigation: Annotated[tuple[NavigationItem, ...], label("导航")]
    demonstration: Annotated[Flag, label("示范站")] = False
    as_of: Annotated[Day | None, label("数据截至日")] = None
    personal_data: Annotated[PersonalData, label("个人信息")] = PersonalData()
    documents: Annotated[DocumentSettings, label("文件的有效期和复核")] = DocumentSettings()
    talks: Annotated[TalkSettings, label("解读、回应和征求意见的期限")] = TalkSettings()
    organs: Annotated[OrganSettings, label("组织领导和考评")] = OrganSettings()
    self_evaluation: Annotated[SelfEvaluationSettings, label("自评")] = SelfEvaluationSettings()
    requests: Annotated[RequestSettings, label("依申请公开")] = RequestSettings()
    alike: Annotated[Number, AfterValidator(_percent), label("两项相同百分之几算相近")] = 85
    page_size: Annotated[Number, AfterValidator(_rows), label("每页行数")] = 50


# Stands in for settings that could not be read, so that all other faults are found all the same
# and none follows from this one.
UNREAD = Config(
    name="?",
    organ="?",
    address="https://unread.invalid/",
    summary="?",
    government=Government(site_name="?", site_domain="?", site_code="?", keywords=("?",)),
    footer=Footer(sponsor="?"),
    calendar=CalendarSettings(confirmed_through=date(2000, 1, 1), source="?"),
    navigation=(),
)
