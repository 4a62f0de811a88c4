"""Units, fields and duties: who publishes, in which field, and the duty an item derives from."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Id, Number, Word, either, label, record
from generator.model.entry import Basis


class Cluster(Word):
    """The seven key clusters whose units draw up catalogues of their own (157号 规程 三(一))."""

    LAND = "征地补偿"
    RELOCATION = "拆迁安置"
    HOUSING = "保障性住房"
    RURAL_HOUSING = "农村危房改造"
    RELIEF = "扶贫救灾"
    TRADING = "公共资源交易"
    EDUCATION = "义务教育"


class DutyList(Word):
    """The two lists that items derive from (157号 规程 三(一))."""

    POWERS = "权责清单"
    SERVICES = "公共服务事项清单"


@record
class Briefing:
    """One yearly report on disclosure that the head of a unit heard (157号 规程 四(一))."""

    date: Annotated[Day, label("日期")]
    topic: Annotated[str, label("议题")]


@record
class Unit:
    """A body that publishes (单位); posts only, never the name of a person."""

    id: Annotated[Id, label("编号")]
    name: Annotated[str, label("名称")]
    short_name: Annotated[str, label("简称")] = ""
    level: Annotated[str, label("层级")] = ""
    kind: Annotated[str, label("类别")] = ""
    parent: Annotated[Id, label("上级单位")] = ""
    guided_by: Annotated[Id, label("业务指导单位")] = ""
    code: Annotated[str, label("统一社会信用代码")] = ""
    leader: Annotated[str, label("分管领导")] = ""
    office: Annotated[str, label("公开工作机构")] = ""
    coordination: Annotated[str, label("协调机制")] = ""
    address: Annotated[str, label("办公地址")] = ""
    hours: Annotated[str, label("办公时间")] = ""
    phone: Annotated[str, label("联系电话")] = ""
    fax: Annotated[str, label("传真")] = ""
    email: Annotated[str, label("电子邮箱")] = ""
    postcode: Annotated[str, label("邮政编码")] = ""
    briefings: Annotated[tuple[Briefing, ...], label("听取汇报")] = ()
    founded: Annotated[Day | None, label("成立日期")] = None
    order: Annotated[Number | None, label("次序")] = None
    ended: Annotated[Day | None, label("撤销日期")] = None
    superseded_by: Annotated[Id, label("职责承接单位")] = ""


@record
class Field:
    """A field of the standard catalogue (领域)."""

    id: Annotated[Id, label("编号")]
    name: Annotated[str, label("名称")]
    aliases: Annotated[tuple[str, ...], label("别名")] = ()
    order: Annotated[Number | None, label("次序")] = None
    cluster: Annotated[Cluster | None, label("重点领域")] = None
    lead: Annotated[Id, label("牵头单位")] = ""
    description: Annotated[str, label("说明")] = ""
    ended: Annotated[Day | None, label("终止日期")] = None
    superseded_by: Annotated[Id, label("并入领域")] = ""


@record
class Duty:
    """An item of a list of powers or of public services, from which entries derive (来源)."""

    id: Annotated[Id, label("编号")]
    list: Annotated[DutyList, label("清单")]
    name: Annotated[str, label("名称")]
    unit: Annotated[Id, label("单位")] = ""
    basis: Annotated[tuple[Annotated[Basis, either("title")], ...], label("依据")] = ()
    order: Annotated[Number | None, label("次序")] = None
    ended: Annotated[Day | None, label("终止日期")] = None
    superseded_by: Annotated[Id, label("被何事项取代")] = ""
