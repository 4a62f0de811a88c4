"""Records of the internal side: what is withheld, and how each document got its attribute.

They lie below ``internal/`` and are read as strictly as those of the public side.  None has a field
for a person: whoever acts is an organ, a department or a post.
"""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Day, Id, Number, Word, label, record
from generator.model.document import AnyAttribute, Paper, id_or
from generator.model.entry import Body


class Withheld(Word):
    """The attributes of what lies on the internal side."""

    ON_REQUEST = "依申请公开"
    WITHHELD = "不公开"


class Reconsidered(Word):
    """What came of looking again at what is withheld (157号 规程 四; 条例 第十八条)."""

    KEPT = "维持"
    ADJUSTED = "调整"


class Agreement(Word):
    """How a consultation ended."""

    AGREED = "一致"
    DISAGREED = "不一致"


class Opinion(Word):
    """What another organ of a joint document says of its attribute."""

    CONSENT = "同意"
    OBJECTION = "异议"


Organ = Annotated[Body, id_or("unit", "name")]


@record
class Reconsideration:
    """One time that a withheld document was looked at again."""

    on: Annotated[Day, label("日期")]
    by: Annotated[Organ, label("机关")]
    outcome: Annotated[Reconsidered, label("结果")]
    reason: Annotated[str, label("理由")] = ""


@record
class InternalDocument(Paper):
    """A document that is withheld, or the text of one that is public on request only; written like
    one of the public side, so that a document that changes sides is moved as it is."""

    attribute: Annotated[Withheld, label("公开属性")]
    reconsidered: Annotated[tuple[Reconsideration, ...], label("复核")] = ()


@record
class Drafting:
    """The attribute that the drafters noted on the draft, and why (157号 规程 二(三))."""

    by: Annotated[Organ, label("草拟单位")]
    on: Annotated[Day, label("日期")]
    attribute: Annotated[AnyAttribute | None, label("公开属性")] = None
    reason: Annotated[str, label("不公开理由")] = ""


@record
class SecrecyReview:
    """The secrecy review that the drafters make with the draft (157号 规程 二(三))."""

    by: Annotated[Organ, label("审查机关")]
    on: Annotated[Day, label("日期")]
    opinion: Annotated[str, label("意见")] = ""


@record
class AttributeReview:
    """What the office that reviews attributes found (157号 规程 二(四))."""

    by: Annotated[Organ, label("审核机构")]
    on: Annotated[Day, label("日期")]
    attribute: Annotated[AnyAttribute, label("公开属性")]


@record
class Consultation:
    """One consultation about the attribute (157号 规程 二(四)–(六)); a 协调会 too."""

    partner: Annotated[Organ, label("会商单位", "with")]
    on: Annotated[Day, label("日期")]
    outcome: Annotated[Agreement, label("结果")]


@record
class JointOpinion:
    """Another organ of a joint document was told of the attribute, and what it said (二(六))."""

    organ: Annotated[Organ, label("机关")]
    opinion: Annotated[Opinion, label("意见")]
    on: Annotated[Day, label("日期")]


@record
class Signing:
    """The attribute with which the document was signed (157号 规程 二(五))."""

    on: Annotated[Day, label("日期")]
    attribute: Annotated[AnyAttribute, label("公开属性")]


@record
class Adjustment:
    """One adjustment after signing (二(八)); away from openness only with a written *override*."""

    on: Annotated[Day, label("日期")]
    before: Annotated[AnyAttribute, label("原属性", "from")]
    after: Annotated[AnyAttribute, label("现属性", "to")]
    reason: Annotated[str, label("理由")]
    override: Annotated[str, label("书面批准")] = ""


@record
class Review:
    """The proceedings by which one document got its attribute (157号 规程 二)."""

    id: Annotated[Id, label("编号")]
    document: Annotated[Id, label("文件编号")]
    drafted: Annotated[Drafting | None, label("草拟")] = None
    secrecy: Annotated[SecrecyReview | None, label("保密审查")] = None
    reviewed: Annotated[AttributeReview | None, label("属性审核")] = None
    consultations: Annotated[tuple[Consultation, ...], label("会商")] = ()
    joint: Annotated[tuple[JointOpinion, ...], label("联合发文各机关意见")] = ()
    signed: Annotated[Signing | None, label("签发")] = None
    registered_on: Annotated[Day | None, label("登记备案日期")] = None
    adjustments: Annotated[tuple[Adjustment, ...], label("属性调整")] = ()
    source: Annotated[str, label("来源")] = ""
    order: Annotated[Number | None, label("次序")] = None
