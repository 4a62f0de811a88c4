"""What applications (依申请公开) are counted by: who applies, how, and what comes of it.

The words and rows are those of the annual report (国办公开办函〔2021〕30号, tables 三 and 四); the
ledger of an office and the public report share them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.base import Word


class Channel(Word):
    """How an application comes in (条例 第二十九条、第三十一条)."""

    IN_PERSON = "当面"
    WINDOW = "窗口"
    POST = "邮寄"
    FAX = "传真"
    INTERNET = "互联网"


class Applicant(Word):
    """The kinds of applicants of the annual report, in the order of its columns."""

    PERSON = "自然人"
    BUSINESS = "商业企业"
    RESEARCH = "科研机构"
    CHARITY = "社会公益组织"
    LEGAL = "法律服务机构"
    OTHER = "其他"


class Outcome(Word):
    """What an application came to, by the code of its row below 三 of table 三."""

    GRANTED = "(一)"
    PARTLY = "(二)"
    SECRET = "(三)1"
    FORBIDDEN = "(三)2"
    STABILITY = "(三)3"
    THIRD_PARTY = "(三)4"
    INTERNAL = "(三)5"
    PROCESS = "(三)6"
    ENFORCEMENT = "(三)7"
    QUERY = "(三)8"
    NOT_HELD = "(四)1"
    NOT_MADE = "(四)2"
    UNCLEAR = "(四)3"
    PETITION = "(五)1"
    REPEATED = "(五)2"
    PUBLICATION = "(五)3"
    EXCESSIVE = "(五)4"
    CERTIFICATE = "(五)5"
    NOT_CORRECTED = "(六)1"
    NOT_PAID = "(六)2"
    OTHERWISE = "(六)3"


# The words of each row, as the official form prints them.
OUTCOMES: Mapping[Outcome, str] = MappingProxyType({
    Outcome.GRANTED: "予以公开",
    Outcome.PARTLY: "部分公开",
    Outcome.SECRET: "属于国家秘密",
    Outcome.FORBIDDEN: "其他法律行政法规禁止公开",
    Outcome.STABILITY: "危及“三安全一稳定”",
    Outcome.THIRD_PARTY: "保护第三方合法权益",
    Outcome.INTERNAL: "属于三类内部事务信息",
    Outcome.PROCESS: "属于四类过程性信息",
    Outcome.ENFORCEMENT: "属于行政执法案卷",
    Outcome.QUERY: "属于行政查询事项",
    Outcome.NOT_HELD: "本机关不掌握相关政府信息",
    Outcome.NOT_MADE: "没有现成信息需要另行制作",
    Outcome.UNCLEAR: "补正后申请内容仍不明确",
    Outcome.PETITION: "信访举报投诉类申请",
    Outcome.REPEATED: "重复申请",
    Outcome.PUBLICATION: "要求提供公开出版物",
    Outcome.EXCESSIVE: "无正当理由大量反复申请",
    Outcome.CERTIFICATE: "要求行政机关确认或重新出具已获取信息",
    Outcome.NOT_CORRECTED: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    Outcome.NOT_PAID: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    Outcome.OTHERWISE: "其他",
})  # fmt: skip
GROUPS: Mapping[str, str] = MappingProxyType({
    "(三)": "不予公开", "(四)": "无法提供", "(五)": "不予处理", "(六)": "其他处理",
})  # fmt: skip
_CODE = re.compile(r"三?[(（]([一二三四五六七])[)）]([1-8]?)[.、]?")
_BY_WORDS = MappingProxyType({
    words: code for code, words in OUTCOMES.items() if code is not Outcome.OTHERWISE
})  # fmt: skip


def code_in(text: str) -> str:
    """Return the code of the row of table 三 that *text* is, in any writing of it (三（三）1) or in
    the words of an outcome; what is none as it stands."""
    bare = text.replace(" ", "")
    found = _CODE.fullmatch(bare)
    return f"({found[1]}){found[2]}" if found else _BY_WORDS.get(bare, text)


def _outcome(value: object) -> object:
    """Accept the code of a row in any writing of it, or the words of the row."""
    if not isinstance(value, str) or isinstance(value, Outcome):
        return value
    code = code_in(value)
    if code not in {*Outcome}:
        raise PydanticCustomError("value-outcome", "")
    return Outcome(code)


Result = Annotated[Outcome, BeforeValidator(_outcome)]


class Dispute(Word):
    """The two ways to contest a reply."""

    RECONSIDERATION = "行政复议"
    LITIGATION = "行政诉讼"


class Route(Word):
    """Whether a suit was filed at once or after reconsideration."""

    AT_ONCE = "直接起诉"
    AFTER = "复议后起诉"


class Ruling(Word):
    """How a dispute ended; what has not ended is 尚未审结."""

    UPHELD = "结果维持"
    CORRECTED = "结果纠正"
    OTHER = "其他结果"
