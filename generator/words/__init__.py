"""Severity, source and sentences of every rule, Chinese and English, in one table.

The same table serves reading, the rules, rendering and proving; a test holds it against what the
program can yield.  Every fact passes `personal.masked` on its way into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.personal import masked
from generator.problems import Problem, Severity
from generator.words.adjustments import ADJUSTMENTS
from generator.words.attachments import ATTACHMENTS
from generator.words.cleanups import CLEANUPS
from generator.words.cluster import CLUSTER
from generator.words.counted import Counted
from generator.words.documents import DOCUMENTS
from generator.words.office import OFFICE
from generator.words.organs import ORGANS
from generator.words.pages import PAGES
from generator.words.persons import PERSONS
from generator.words.records import RECORDS
from generator.words.reports import REPORTS
from generator.words.requests import REQUESTS
from generator.words.rows import Words
from generator.words.sources import SOURCES
from generator.words.tables import TABLES
from generator.words.talks import TALKS
from generator.words.timeliness import TIMELINESS


@dataclass(frozen=True, slots=True)
class Said:
    """A problem in words."""

    severity: Severity
    message: str
    hint: str


def say(problem: Problem, language: str) -> Said:
    """Return *problem* in words of *language*, ``zh`` or ``en``."""
    row = WORDS[problem.rule]
    facts: dict[str, str] = {name: Counted(masked(value)) for name, value in problem.facts}
    for name in ("likely", "successor", "by", "since", "heir", "orphan", "suspect"):
        if name in facts:
            facts[f"{name}_{language}"] = _meant(name, facts[name], language)
    for name in ("kind", "expected", "given"):
        if name in facts:
            facts[name] = TERMS[facts[name]][0 if language == "zh" else 1]
    message, hint = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    clause = f"（{row.source}）" if row.source else ""
    return Said(row.severity, message.format_map(facts), hint.format_map(facts).strip() + clause)


def grave(problem: Problem) -> bool:
    """Whether *problem* is an error."""
    return WORDS[problem.rule].severity is Severity.ERROR


def failed(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether *problems* prevent publishing."""
    severe = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(WORDS[one.rule].severity in severe for one in problems)


def line(problem: Problem, language: str) -> str:
    """Return *problem* as it is printed: place, severity, sentence, rule, and what to do."""
    said = say(problem, language)
    place = masked(str(problem.at))
    text = f"{place}: {said.severity}: {said.message} [{problem.rule}]"
    return f"{text}\n    {said.hint}" if said.hint else text


def _meant(name: str, value: str, language: str) -> str:
    if not value:
        return ""
    if name == "since":
        return f"（{value}）" if language == "zh" else f" on {value}"
    if name == "by":
        return f"见“{value}”。" if language == "zh" else f"See “{value}”."
    if name == "suspect":
        return (
            f"只错一格的，错在“{value}”。" if language == "zh"
            else f"If one cell alone is wrong, it is “{value}”. "
        )  # fmt: skip
    if name == "heir":
        return (
            f"原单位已经撤销，由承接职责的“{value}”办理。" if language == "zh"
            else f"The unit has ended; “{value}”, which took over, is to do it."
        )  # fmt: skip
    if name == "orphan":
        return (
            f"“{value}”已经撤销，请先在它的“superseded_by”写明由哪个单位承接，由那个单位办理。"
            if language == "zh"
            else f"“{value}” has ended: name under its “superseded_by” the unit that took over and "
            "is to do it."
        )
    if name == "successor":
        return f"可改为“{value}”。" if language == "zh" else f"Its successor is “{value}”."
    return f"是否应为“{value}”？" if language == "zh" else f"Did you mean “{value}”?"


TERMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("文字", "text"),
        "list": ("列表（每行以“- ”开头）", "a list (each line begins with “- ”)"),
        "mapping": ("若干“名称: 值”", "keys with values"),
        "entries": ("事项", "entry"),
        "units": ("单位", "unit"),
        "fields": ("领域", "field"),
        "duties": ("清单事项", "duty"),
        "laws": ("法规", "law"),
        "vocabularies": ("词表", "vocabulary"),
        "documents": ("文件", "document"),
        "acts": ("法规或文件", "law or document"),
        "cleanups": ("清理", "clean-up"),
        "adjustments": ("目录调整", "adjustment"),
        "disclosures": ("公开落实", "disclosure"),
        "keypoints": ("年度要点", "key point"),
        "evaluations": ("考评", "evaluation"),
        "reports": ("年度报告", "annual report"),
        "interpretations": ("解读", "interpretation"),
        "responses": ("回应", "response"),
        "consultations": ("征求意见", "consultation"),
        "meetings": ("会议", "meeting"),
        "cases": ("案例", "case"),
        "pages": ("页面", "page"),
        "reviews": ("属性审核", "review"),
        "requests": ("申请", "application"),
        "adjustment": ("上一次调整", "the one before"),
        "forming": ("文件生成", "the document itself"),
        "identity": ("居民身份证号", "an identity number (居民身份证号)"),
        "mobile": ("手机号码", "a mobile number (手机号码)"),
        "card": ("银行卡号", "a bank card number (银行卡号)"),
        "passport": ("护照号码", "a passport number (护照号码)"),
        "plate": ("车牌号码", "a number plate (车牌号码)"),
        "pdf": ("PDF", "a PDF"),
        "word": ("Word 文档", "a Word document"),
        "excel": ("Excel 工作簿", "an Excel workbook"),
        "png": ("PNG 图片", "a PNG picture"),
        "jpeg": ("JPEG 图片", "a JPEG picture"),
        "gif": ("GIF 图片", "a GIF picture"),
        "svg": ("SVG 图形", "an SVG drawing"),
        "html": ("网页", "a web page"),
        "xml": ("XML", "XML"),
        "rtf": ("RTF 文档", "rich text (RTF)"),
        "ole": ("旧格式的办公文件", "a file of an old office program"),
        "zip": ("压缩包", "an archive"),
        "rar": ("压缩包", "an archive"),
        "plain": ("纯文本", "plain text"),
        "unknown": ("看不出类型的内容", "something unknown"),
    }
)

WORDS: Mapping[str, Words] = MappingProxyType(
    {
        **SOURCES,
        **RECORDS,
        **DOCUMENTS,
        **CLEANUPS,
        **TALKS,
        **ORGANS,
        **REPORTS,
        **ADJUSTMENTS,
        **TIMELINESS,
        **ATTACHMENTS,
        **PERSONS,
        **PAGES,
        **TABLES,
        **OFFICE,
        **REQUESTS,
        **CLUSTER,
    }
)
