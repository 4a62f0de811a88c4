"""The ledger of applications has no place for a person: what would be one is refused.

A number that belongs to a person is found as on the public side (`personal`), in comments and in
names of files too.  A key or a label that asks for a person, as in ``联系人：``, is known by its
words.  No problem shows what was found.  A bare name within a sentence is not seen.
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
    "姓名|名字|联系人|申请人|经办人|承办人|代理人|法定代表人|负责人|收件人|电话|手机|联系方式|传真号码?"
    "|身份证|身份证明|证件|证件号码?|(?:身份证|手机|电话|护照)号码?|护照|住址|地址|通[信讯]地址|邮箱"
    "|电子邮[箱件]|微信|性别|年龄|出生日期|籍贯|工作单位"
)
_LABEL = re.compile(
    rf"[\"']?(?:申请人|联系)?(?:{_ASKED})(?:[(（][^)）\n]*[)）])?[\"']?[ \t\u3000]*[:：]"
)
_KEY = re.compile(
    rf"(?:申请人|联系)?(?:{_ASKED})"
    r"|(?:(?:applicant|person|contact|full|first|last|sur|given|real)[_-]?)?names?"
    r"|(?:(?:applicant|person|contact|home|mobile|cell)[_-]?)?"
    r"(?:phone|tel|telephone|mobile|cell|e?-?mail|address|fax|wechat|qq)(?:[_-]?(?:number|no))?s?"
    r"|contacts?|persons?|identity|identification|sex|gender|age|birthday|born|passport"
    r"|(?:id|identity|passport)[_-]?(?:card|number|no|code)s?|xingming|shenfenzheng|dianhua|shouji",
    re.IGNORECASE,
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
        starts = [match.start() for match in _LABEL.finditer(text)]
        for at in places_of(text, starts, path):
            yield problem(at, "request-person")


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
