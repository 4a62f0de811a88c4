"""What a command tells of problems and of a build: lines for people, records for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.personal import masked
from generator.problems import Problem, Severity
from generator.words import line, say
from generator.words.counted import Counted

if TYPE_CHECKING:
    from generator.build import Reasons, Report

_COLORS = MappingProxyType(
    {
        Severity.ERROR: "bold red",
        Severity.WARNING: "yellow",
        Severity.INFORMATION: "cyan",
    }
)
_REASONS = MappingProxyType(
    {
        "new": ("新文件", "new file"),
        "program": ("程序", "program"),
        "templates": ("模板", "templates"),
        "frame": ("全站共用部分", "frame"),
        "view": ("页面内容", "page content"),
        "file": ("输出目录中的文件不同或不在", "the file in output differs or is gone"),
    }
)


@dataclass(frozen=True, slots=True)
class Saying:
    """How a build is told of: the language, whether in colours, with reasons, as JSON."""

    language: str
    color: bool
    explain: bool = False
    as_json: bool = False


def built(report: Report, saying: Saying, *, published: bool) -> tuple[str, str]:
    """Return what a build says on standard error and on standard output."""
    err = lines(report.problems, saying.language, color=saying.color)
    if saying.explain:
        err += _reasons(report.reasons, saying.language)
    if saying.as_json:
        return err, f"{json.dumps(_as_json(report, saying), ensure_ascii=False, indent=1)}\n"
    return f"{err}{_outcome(report, published)[saying.language != 'zh']}\n", ""


def _outcome(report: Report, published: bool) -> tuple[str, str]:
    pages, changed, removed = Counted(report.pages), len(report.changed), len(report.removed)
    if published:
        return (
            f"{pages} 个文件，改写 {changed} 个，移除 {removed} 个。",
            f"{pages} {pages:file|files}, {changed} written, {removed} removed.",
        )
    if changed or removed:
        return "已发布，但有警告。", "Published, with warnings."
    if any(found.rule == "output-unhealed" for found in report.problems):
        return "网站可能不完整。", "The site there may not be whole."
    return "未发布，原有网站没有改动。", "Not published; the site there is unchanged."


def _as_json(report: Report, saying: Saying) -> dict[str, object]:
    return {
        "pages": report.pages,
        "changed": [masked(path) for path in report.changed],
        "removed": [masked(path) for path in report.removed],
        "seconds": round(sum(report.seconds.values()), 4),
        "stages": {verb: round(seconds, 4) for verb, seconds in report.seconds.items()},
        "problems": [record(found, saying.language) for found in report.problems],
    }


def lines(problems: Iterable[Problem], language: str, *, color: bool) -> str:
    """Return a line for each problem, and one for what to do."""
    if not color:
        return "".join(f"{line(found, language)}\n" for found in problems)
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True)
    with console.capture() as captured:
        for found in problems:
            severity = say(found, language).severity
            text = Text(line(found, language))
            text.highlight_words([f" {severity}:"], _COLORS[severity])
            console.print(text, soft_wrap=True)
    return captured.get()


def _reasons(reasons: Reasons, language: str) -> str:
    said = ((path, (_REASONS[part][language != "zh"] for part in parts)) for path, parts in reasons)
    return "".join(f"{masked(path)}: {'、'.join(words)}\n" for path, words in said)


def record(found: Problem, language: str) -> dict[str, object]:
    """Return a problem as programs read it."""
    said = say(found, language)
    return {
        "path": masked(found.at.path),
        "line": found.at.line,
        "column": found.at.column,
        "severity": said.severity.value,
        "rule": found.rule,
        "message": said.message,
        "hint": said.hint,
    }


def summary(problems: Iterable[Problem], language: str) -> str:
    """Return how many problems there are of each severity."""
    counts = dict.fromkeys(Severity, 0)
    for found in problems:
        counts[say(found, language).severity] += 1
    errors, warnings, rest = (Counted(count) for count in counts.values())
    if language == "zh":
        return f"{errors} 个错误，{warnings} 个警告，{rest} 条提示。"
    return (
        f"{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, "
        f"{rest} {rest:note|notes}."
    )
