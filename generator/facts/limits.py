"""The text of a time limit (公开时限) to the parts it can be understood to say.

Tables word their limits in at least nine ways, with stray blanks, full-width digits, Chinese
numerals and misprints.  A text is cut into segments (；。 and list numbers), a segment into the
amounts it names (二十个工作日), and what stands around an amount tells which part it is.  The two
errors are not equal: an amount that is missed stays words and counts as not computable, one that
is misread names a wrong date.  So whatever is ambiguous (5-10日, 提前10日, 3月内) is 文字.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

from generator.facts.amounts import Amount, amounts, frequencies, periodic
from generator.model.timelimit import Part, PartKind, TimeLimit
from generator.terms import simplified

# One character for one, so that words found in the folded text can be given back as written.
# (NFKC is not: it would make 120 of ①20.)
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LONGEST = 1000  # longer than any cell by far; it bounds what a hostile text can cost
_BLANKS = re.compile(
    r"(?<![0-9０-９])\s+|\s+(?![0-9０-９])"
)  # a blank between two digits is ambiguous
_SEGMENTS = re.compile(
    r"[;。\u2460-\u2473]"
    r"|(?<![0-9第])[0-9]{1,2}\.(?![0-9])|(?:^|(?<=[;。:\s]))[0-9]{1,2}、"
    r"|\([一二三四五六七八九十0-9]{1,2}\)"
)

_EXCEPTION = re.compile(r"另有规定|另有要求|除外|从其规定|延长|例外")
_CLAUSE = re.compile(r"[^,()]+")
_LABEL = re.compile(r"(?:法定|公开|办理|办结|公示|公告)*(?:时限|期限|时间|期)")
_SAID = re.compile(  # what still belongs to the amount before
    r"(?:应当?|须)?(?:予以)?(?:及时|主动)?(?:向社会)?"
    r"(?:(?:公开|公布|公示|发布|答复)(?=[,、()自从法国另但除]|$))?[,、)]*"
)
_LEAST = re.compile(r"(?P<least>不得?少于|不得?低于|不得?短于)$|至少$")
_SHOWN = re.compile(
    r"(?:(?P<shown>公示|公告|展示|张贴)|公开|公布)?(?:期限|时间|天数|期)?(?:应当?|须|一般)?为?$"
)
_HEDGE = re.compile(r"(?:应当?|须|在|于|最迟|最长|原则上|一般|不得?超过|的|,)+$")
_SELF = r"(?:自从|从|自(?!然|主|治|愿|身|行(?![成政])))(?:该|本(?![级市县区省乡镇人]))?"
_LEAD = rf"\(?(?:应当?|须)?(?:{_SELF}|在(?!建|编|校|岗|职|线)|于)?"
_FROM = re.compile(rf"\(?{_SELF}")
_AFRESH = re.compile(rf",(?={_SELF})")
_CLOCK = re.compile(
    rf"{_LEAD}(?P<event>.{{2,}}?)(?:(?:之[次当]?|[次当]|(?<![0-9]))日起|之?当天起|之日|之时起|之后|以后"
    r"|(?<![先前背善落今])后|(?<!发)起)(?:计算|计|算)?$"
)
_VERB = (
    "形成|行成|变更|变动|制作|制定|获取|批准|批复|核准|通过|作出|做出|确定|生成|印发|文件公开|出台|"
    "完成|结束|受理|签订|签署|成交|修订|调整|更新|办结|生效|备案|审定|验收|下达"
)
_VERBED = re.compile(
    rf"{_LEAD}(?P<event>(?![按依]).*(?:(?:{_VERB})(?:\([^()]*\))?|收到[^,]{{1,8}}))$"
)
_BEHIND = re.compile(
    r"(?:予以)?(?:公开|公布)?[,(](?P<clock>[^,()]*(?:\([^()]*\)[^,()]*)?)(?P<closed>\))?"
)
_ABOUT = re.compile(
    r"(?P<what>[^,]{2,20}?)(?:(?:应当?|须)[在自于]|(?<![来源亲独各擅])(?=自(?!然|主|治|愿|身|行(?![成政]))))"
    r"(?P<rest>.{2,})$"
)
_EVERYTHING = re.compile(r"(?:[该本]|政府|公开|有关|相关|上述|以上|事项|内容|信息|应当?|须)*")
_ADVERB = re.compile(r"及时|立即|即时|实时|适时|随时")
_UNABLE = MappingProxyType(
    {PartKind.WORDS: "words", PartKind.FREQUENCY: "frequency", PartKind.DISPLAY: "display"}
)


@lru_cache(maxsize=4096)
def derive(text: str) -> tuple[Part, ...]:
    """Return what *text* can be understood to say, in its order; nothing for a blank text.

    期限 is *n* units after the event *after* (in the author's words, empty where none is named);
    a 周 is 7 日.  公示 is a shortest time on display.  频次 is *n* times in one unit that comes
    round with the calendar (年, 半年, 季度, 月, 日).  What comes round otherwise (学期, 周, 每3年),
    or by a certain day of each year (每年1月31日前), stays 文字: a bare number of times would lose
    that.  A segment without any of these is one 文字.  An exception (法律法规另有规定的除外)
    belongs to its segment and those before it; standing first, to all.
    """
    if len(text) > _LONGEST:
        return (Part(kind=PartKind.WORDS),)
    parts: list[Part] = []
    general = ""
    for written in _segments(text):
        plain = _BLANKS.sub("", written).strip(",，")
        folded = simplified(plain.translate(_NARROW))
        statement, exception = _apart(folded)
        found = [*_read(statement)] if statement.strip(",()") else []
        parts += [
            replace(
                part,
                after=_as_written(part.after, folded, plain),
                applies_to=_as_written(part.applies_to, folded, plain),
            )
            for part in found
        ]
        if exception:
            words = _as_written(exception, folded, plain)
            general = general if parts else words
            parts = [part if part.unless else replace(part, unless=words) for part in parts]
    if general:
        parts = [part if part.unless else replace(part, unless=general) for part in parts]
    if not parts and text.strip():
        parts = [Part(kind=PartKind.WORDS, unless=general)]
    return tuple(parts)


def parts_of(limit: TimeLimit) -> tuple[Part, ...]:
    """Return the parts of *limit*: those written, or else those its text is understood to say."""
    return limit.parts or derive(limit.text)


def computable(part: Part) -> bool:
    """Return whether a last day follows from *part* once the day of its event is known."""
    return not why_not(part)


def why_not(part: Part) -> str:
    """Return why no last day follows: words, frequency, display, no-number, no-event, or ""."""
    if part.kind in _UNABLE:
        return _UNABLE[part.kind]
    if part.n is None or part.unit is None:
        return "no-number"
    return "" if part.after else "no-event"


def dated(limit: TimeLimit | None) -> bool:
    """Return whether a last day follows from any part of *limit*."""
    return limit is not None and any(computable(part) for part in parts_of(limit))


def disagrees(limit: TimeLimit) -> bool:
    """Return whether a written part has a number or unit that the text contradicts.

    It does where the text says something of the same kind, and nothing with that number and unit.
    """
    said = derive(limit.text) if limit.parts else ()
    for part in limit.parts:
        same = [other for other in said if other.kind is part.kind]
        if same and not any(_agree(part, other) for other in same):
            return True
    return False


def _agree(part: Part, other: Part) -> bool:
    return part.n in (None, other.n) and part.unit in (None, other.unit)


def _segments(text: str) -> Iterator[str]:
    at = 0
    for cut in _SEGMENTS.finditer(simplified(text.translate(_NARROW))):
        yield text[at : cut.start()]
        at = cut.end()
    yield text[at:]


def _as_written(words: str, folded: str, plain: str) -> str:
    at = folded.find(words)
    return plain[at : at + len(words)] if at >= 0 else words


def _apart(segment: str) -> tuple[str, str]:
    """Return *segment* without its exceptions, and the exceptions."""
    exceptions: list[str] = []
    while word := _EXCEPTION.search(segment):
        clauses = [clause.span() for clause in _CLAUSE.finditer(segment)]
        start, end = next(span for span in clauses if span[1] > word.start())
        for amount in amounts(segment[: word.start()]):  # …日内公开法律另有规定的除外, no comma
            start = max(start, _said(segment, amount.end))
        for left, right in clauses:
            if left >= end and _EXCEPTION.search(segment, left, right):
                if amounts(segment[end:left]):
                    break
                end = right
        exceptions.append(segment[start:end])
        segment = f"{segment[:start]},{segment[end:]}"
    return segment, ",".join(exceptions)


def _read(statement: str) -> tuple[Part, ...]:
    """Return the parts of one segment."""
    found: dict[int, Part] = {}
    for often in frequencies(statement):
        found[often.start] = _often(often, statement)
        blank = "," * (often.end - often.start)
        statement = statement[: often.start] + blank + statement[often.end :]
    end, topic = 0, ""
    named = amounts(statement)
    for amount, following in zip_longest(named, named[1:]):
        own, left = _topic(statement[end : amount.start])
        topic = own or topic
        right = statement[amount.end : following.start if following else None]
        part = _amount(left, amount, right, last=following is None)
        found[amount.start] = replace(part, applies_to=topic)
        end = _said(statement, amount.end)
    return tuple(found[start] for start in sorted(found)) or (_words(statement),)


def _words(statement: str) -> Part:
    """Return what a segment without amounts says."""
    often = periodic(statement)
    if often:
        return _often(often, statement)
    adverb = _ADVERB.search(statement)
    topic, left = _topic(statement[: adverb.start()] if adverb else statement)
    return Part(kind=PartKind.WORDS, after=_event(left) if adverb else "", applies_to=topic)


def _often(often: Amount, statement: str) -> Part:
    topic, _ = _topic(statement[: often.start].rpartition(",")[2])
    if often.n is None:
        return Part(kind=PartKind.WORDS, applies_to=topic)
    return Part(kind=PartKind.FREQUENCY, n=often.n, unit=often.unit, applies_to=topic)


def _amount(left: str, amount: Amount, right: str, *, last: bool) -> Part:
    """Return what the amount between *left* and *right* says; words when it is ambiguous."""
    least = _LEAST.search(left)
    left = left[: least.start()] if least else _HEDGE.sub("", left)
    if amount.n is None or left.endswith("前"):
        return Part(kind=PartKind.WORDS)
    shown = _SHOWN.search(left)
    lasting = least or right.startswith("以上") or (shown and shown["shown"])
    if (least and least["least"]) or (lasting and not amount.within):
        event = _event(left[: shown.start()] if shown else left)
        return Part(kind=PartKind.DISPLAY, n=amount.n, unit=amount.unit, after=event)
    event = _event(left) or _event_behind(right, last=last)
    return Part(kind=PartKind.LIMIT, n=amount.n, unit=amount.unit, after=event)


def _topic(left: str) -> tuple[str, str]:
    """Return the part of the content that *left* names, and what is left of it."""
    before, colon, rest = left.rpartition(":")
    if colon and (_LABEL.fullmatch(before) or _CLOCK.match(before)):
        return "", before + rest
    if colon:
        return before.rpartition(",")[2], rest
    about = _ABOUT.match(left)
    if about and not _CLOCK.match(about["what"]):
        return "" if _EVERYTHING.fullmatch(about["what"]) else about["what"], about["rest"]
    return "", left


def _event(left: str) -> str:
    """Return the event at the end of *left*, in its own words; nothing when there is none."""
    left = _HEDGE.sub("", left)
    piece = _AFRESH.split(left)[-1]
    if not _FROM.match(piece):
        piece = piece.rpartition(",")[2]
    found = _CLOCK.match(piece) or _VERBED.match(piece)
    return found["event"] if found else ""


def _event_behind(right: str, *, last: bool) -> str:
    """Return the event that follows its amount, as in 20个工作日(自形成之日起)."""
    behind = _BEHIND.match(right)
    if behind is None:
        return ""
    clock = behind["clock"]
    ends = behind["closed"] or (last and behind.end() == len(right))
    return _event(clock) if ends and (_FROM.match(clock) or _CLOCK.match(clock)) else ""


def _said(statement: str, at: int) -> int:
    """Return where the words end that still belong to the amount ending *at*."""
    said = _SAID.match(statement, at)
    return said.end() if said else at
