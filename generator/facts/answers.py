"""In which words it is told until when something is due: one pattern for each thing to say.

The command says them, and the page hands them to its script, so both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from generator.facts.answering import Due, Wait
from generator.words.counted import Counted
from generator.workdays import UNCONFIRMED, Deadline

# In Chinese and in English; the reasons for waiting stand under the values of `Wait`.
WORDS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "law": ("依据：{source}", "Law: {source}"),
    "notice": ("需要补正的，最迟 {day} 告知", "A correction may be asked for until {day}"),
    "cut": (
        "最多延长 {most} 个工作日，按 {most} 计算",
        "Extended by at most {most} working days, and counted so",
    ),
    "skipped": ("{day}  {why}", "{day}  {why}"),
    "paused": ("征求意见，不计", "somebody is asked, not counted"),
    "last": (
        "{start} 起第 {n} 个工作日：{last}（次日起算，跳过 {passed} 天）",
        "Working day {n} after {start}: {last} "
        "(counted from the next day, {passed} {passed:day|days} skipped)",
    ),
    "unknown": ("未定：{day}，{why}", "Unknown from {day}: {why}"),
    Wait.CALENDAR.value: (f"未定：{UNCONFIRMED[0]}", f"Unknown: {UNCONFIRMED[1]}"),
    Wait.CONFIRMATION.value: (
        "未定：互联网和传真的申请，自双方确认之日起算，请写明双方确认之日",
        "Unknown: by internet or fax the clock starts when both sides confirm; tell that day",
    ),
    Wait.CORRECTION.value: (
        "未定：等待申请人补正，自收到补正的申请之日起重新计算",
        "Unknown: a correction is awaited; the clock starts anew when it comes in",
    ),
    Wait.CONSULTED.value: (
        "未定：征求意见尚未答复，当时的条例没有规定期限",
        "Unknown: who was asked has not answered, and the law of that day set no term",
    ),
    Wait.NO_LAW.value: (
        "未定：当时还没有政府信息公开条例",
        "Unknown: there was no regulation on disclosure yet",
    ),
})  # fmt: skip


def told(due: Due, through: date, language: str) -> Iterator[str]:
    """Yield the lines that tell *due*, from a calendar that is confirmed *through* a day."""
    if due.law:
        yield _said("law", language, source=due.law.source)
    if due.notice:
        yield _said("notice", language, day=due.notice)
    if due.law and due.cut:
        yield _said("cut", language, most=due.law.extension)
    if due.count:
        yield from told_count(due.count, language)
    elif due.wait:
        yield _said(due.wait.value, language, through=through)


def told_count(count: Deadline, language: str) -> Iterator[str]:
    """Yield a line for each day that did not count, in the order of the days, and the last day."""
    chinese = language == "zh"
    passed = [(one.date, one.zh if chinese else one.en) for one in count.skipped]
    passed += [(one.date, _said("paused", language)) for one in count.paused]
    for day, why in sorted(passed):
        yield _said("skipped", language, day=day, why=why)
    if count.last:
        facts = {"start": count.start, "n": count.n, "last": count.last}
        yield _said("last", language, **facts, passed=Counted(len(passed)))
    elif one := count.unknown:
        yield _said("unknown", language, day=one.date, why=one.zh if chinese else one.en)


def _said(key: str, language: str, **facts: object) -> str:
    return WORDS[key][0 if language == "zh" else 1].format(**facts)
