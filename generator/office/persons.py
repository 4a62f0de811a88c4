"""The ledger of applications has no place for a person: what would be one is refused.

A number that belongs to a person is found as on the public side (`personal`), in comments and in
names of files too, and so are addresses of mail and fixed telephones, which are an office's there
and here a person's.  A key or a label that asks for a person, as in ``联系人：``, is known by its
words, and who handled an application must be called like an organ.  No problem shows what was
found.  A bare name within a sentence is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import noted_in
from generator.decoded import places_of, text_of
from generator.find import Source
from generator.office.kinds import LEDGER
from generator.personal import found_in_name
from generator.personal.kinds import PersonalKind
from generator.problems import Location, Problem, problem

# What is asked of an applicant (条例 第二十九条) and what else leads to one.
_ASKED = (
    r"姓[ \u3000]*名|名字|联[系络]人|申请[人者]|经办人|承办人|委托人|代理人|当事人|法定代表人"
    r"|负责人|收件人|电[ \u3000]*话|手机|联系方式|传真号码?|身份证|身份证明|身份证后[四六]位|证件"
    r"|证件号码?|(?:身份证|手机|电话|护照)号码?|护照|住[ \u3000]*[址所]|(?:家庭|居住)?[地住]址"
    r"|通[信讯]地址|邮箱|电子邮[箱件]|电邮|微信号?|QQ号?|性别|年龄|出生日期|籍贯|工作单位"
)
_LATIN = (
    r"(?:applicant|person|contact|full|first|last|sur|given|real)[_-]?names?"
    r"|(?:(?:applicant|person|contact|home|mobile|cell)[_-]?)?"
    r"(?:phone|tel|telephone|mobile|cell|e?-?mail|address|fax|wechat|qq)(?:[_-]?(?:number|no))?s?"
    r"|contacts?|persons?|identity|identification|sex|gender|age|birthday|born|passport"
    r"|(?:id|identity|passport)[_-]?(?:card|number|no|code)s?|xingming|shenfenzheng|dianhua|shouji"
)
_LABEL = re.compile(
    rf"[\"']?(?:(?:申请人|联系)?(?:{_ASKED})|(?<![a-z0-9_-])(?:{_LATIN}))"
    r"(?:[(（][^)）\n]*[)）])?[\"']?[ \t\u3000]*[:：]",
    re.IGNORECASE,
)
_KEY = re.compile(rf"(?:申请人|联系)?(?:{_ASKED})|{_LATIN}|names?", re.IGNORECASE)
# An organ may be written under the key ``name``; in a comment or within words it asks for a person.
_NAMED = re.compile(r"[#\"'“][^\n\"'”]*?(?<![a-z0-9_-])names?[ \t]*[:：]", re.IGNORECASE)
# An address of mail; a fixed telephone with its area code.
_REACHED = re.compile(
    r"[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![0-9])0[0-9]{2,3}[-－ ]?[0-9]{7,8}(?![0-9])"
)
# How an organ, a part of one or a post of its own is called.
_ORGAN = re.compile(
    r".*(?:[局委办室厅院府处科股所站队会部司署组行校馆台网园场厂段区镇乡村岗]|中心|街道|机构|单位|公司"
    r"|主任|专员|[局处科股所站队厅部司署院组镇乡区县市]长)"
    r"(?:[（(].*[）)])?"
)


def persons(sources: Iterable[Source], shown: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what of a person stands in the ledger among *sources*, which stand under their *shown*
    paths."""
    for source in sources:
        if not source.path.startswith(f"{LEDGER}/"):
            continue
        path = shown[source.path]
        for name in found_in_name(source.path):
            yield _number(Location(path), name.kind, sure=name.sure)
        text = text_of(source.data, path)[0] or ""
        for noted in noted_in(text, path):
            yield _number(noted.at, noted.personal.kind, sure=noted.personal.sure)
        starts = sorted(
            {
                match.start()
                for shape in (_LABEL, _NAMED, _REACHED)
                for match in shape.finditer(text)
            }
        )
        for at in places_of(text, starts, path):
            yield problem(at, "request-person")


def is_organ(name: str) -> bool:
    """Whether *name* is what an organ, a part of it or a post may be called, not a person."""
    return _ORGAN.fullmatch(name) is not None


def renamed(one: Problem) -> Problem:
    """Return *one*, or, where an unknown key of the ledger would hold a person, that it would."""
    key = dict(one.facts).get("key", "")
    if one.rule != "field-unknown" or not one.at.path.startswith(f"{LEDGER}/"):
        return one
    return problem(one.at, "request-person") if _KEY.fullmatch(key) else one


def _number(at: Location, kind: PersonalKind, *, sure: bool) -> Problem:
    told = kind.name.lower()
    return problem(
        at, "request-person-number" if sure else "request-person-number-perhaps", kind=told
    )
