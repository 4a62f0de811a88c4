"""The program's own tables to docs/reference.md: ``python docs/generate.py`` writes it.

Records, settings, rules, commands and folders are described once, in the code that uses them.  The
reference is made from that description and never written by hand, and a test fails when the two
differ.  What goes in is this program; what comes out is the same text on every machine.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import MISSING
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import click
from pydantic import BeforeValidator

from generator.cli import gongkai
from generator.config import Config
from generator.model.adjustment import Value
from generator.model.base import Columns, Day, Flag, Id, Marks, Number, Points, WebAddress, Year
from generator.model.document import Length, Period
from generator.model.kinds import KINDS, references
from generator.model.prose import Prose
from generator.model.report import Rows
from generator.model.timelimit import TimeUnit
from generator.office.kinds import KINDS as INTERNAL
from generator.office.rules import RULES as INTERNAL_RULES
from generator.plans.shared import CATEGORY_SLUGS, CLUSTER_SLUGS, STAGE_SLUGS
from generator.problems import Severity
from generator.rules import RULES
from generator.words import TERMS, WORDS

# What may be written on either side of the wall.
EVERY = (*KINDS, *INTERNAL)

REFERENCE = Path(__file__).with_name("reference.md")

HEAD = """\
# 参考手册

本页由 `python docs/generate.py` 从程序中生成，请勿手工修改。怎样编辑见[编辑指南](editing.md)，\
程序怎样构成见 [architecture.md](architecture.md)。

This page is made from the program by `python docs/generate.py`; do not edit it.

- [一、目录](#一目录)
- [二、记录](#二记录)
- [三、设置](#三设置)
- [四、可选的值](#四可选的值)
- [五、规则](#五规则)
- [六、问题](#六问题)
- [七、命令](#七命令)
"""


def reference() -> str:
    """Return the whole reference as Markdown."""
    parts = (
        [HEAD],
        _folders(),
        _records(),
        _settings(),
        _choices(),
        _rules(),
        _problems(),
        _commands(),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


# -- folders -----------------------------------------------------------------------------------


def _folders() -> Iterator[str]:
    yield "## 一、目录\n"
    yield "一个文件写一条记录；YAML 文件也可以在“列表名”之下写多条。\n"
    rows = []
    for kind in EVERY:
        form = "Markdown（`.md`）" if kind.prose else "YAML（`.yaml`、`.yml`）"
        listed = "一个文件一页" if kind.prose else f"`{kind.plural}`"
        rows.append((f"`{kind.folder}/`", TERMS[kind.plural][0], form, listed))
    yield from _table(("目录", "记录", "格式", "列表名"), rows)


# -- records and settings ----------------------------------------------------------------------


def _records() -> Iterator[str]:
    yield "## 二、记录\n"
    for kind in EVERY:
        yield f"### {TERMS[kind.plural][0]}（`{kind.folder}/`）\n"
        yield from _record(kind.model)
    yield "### 组成部分\n"
    yield "上面各表中类型为“若干名称和值”的内容由这些部分组成。\n"
    for model, where in _parts_of(kind.model for kind in EVERY).items():
        yield f"#### `{model.__name__}`：{where}\n"
        yield from _record(model)


def _settings() -> Iterator[str]:
    yield "## 三、设置\n"
    yield "网站的设置写在网站目录的 `config.yaml` 中。\n"
    yield from _record(Config)
    told = _parts_of(kind.model for kind in EVERY)
    for model, where in _parts_of((Config,)).items():
        if model in told:
            continue
        yield f"#### `{model.__name__}`：{where}\n"
        yield from _record(model)


def _record(model: type[Any]) -> Iterator[str]:
    yield f"{_first_sentence(model)}\n"
    rows = []
    for key, annotation in _annotations(model).items():
        words = _type(annotation)
        if kind := _named_kinds().get((model, key)):
            words = words.replace("编号", f"{TERMS[kind][0]}的编号")
        elif words == "编号":
            words = "小写字母、数字和连字符，1 至 64 个"
        rows.append((f"`{_written(model, key)}`", _title(model, key), words, _required(model, key)))
    yield from _table(("名称", "含义", "写法", "必填"), rows)


def _annotations(model: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def _written(model: type[Any], key: str) -> str:
    """What authors write for *key*."""
    return str(model.__pydantic_fields__[key].alias or key)


def _title(model: type[Any], key: str) -> str:
    return str(model.__pydantic_fields__[key].title)


def _required(model: type[Any], key: str) -> str:
    default = model.__dataclass_fields__[key].default
    if default is MISSING:
        return "是"
    if default in ("", (), None) or _is_record(default):
        return "否"
    said = {True: "yes", False: "no"}.get(default, default)
    return f"否，不写时为 `{said}`"


def _type(annotation: Any) -> str:
    """The type in words; what a reader of YAML must write, not what Python calls it."""
    for known, words in _KNOWN:
        if annotation is known or _same(annotation, known):
            return words
    inner, validators = _bare(annotation)
    origin = typing.get_origin(inner)
    if origin is tuple:
        words = _type(typing.get_args(inner)[0])
        return f"列表，每项为{' ' if words.startswith('`') else ''}{words}"
    if inner is Prose:
        return "Markdown 正文，写在第二个“---”之后"
    if isinstance(inner, type) and issubclass(inner, Enum):
        return "、".join(f"`{choice.value}`" for choice in inner) + " 之一"
    if _is_record(inner):
        return f"若干名称和值（`{inner.__name__}`）{_short_forms(inner, validators)}"
    return {str: "文字", int: "整数", date: "日期"}[inner]


_KNOWN = (
    (Id, "编号"),
    (Day, "日期，如 `2026-01-31`"),
    (Number, "整数"),
    (Year, "年份，如 `2026`"),
    (Points, "分数，如 `86.5`，至多两位小数"),
    (Flag, "`yes` 或 `no`"),
    (WebAddress, "网址"),
    (Length, "`5年` 或 `18个月`"),
    (Columns, "若干“栏目名: 文字”"),
    (Rows, "若干“行: [数字, …]”"),
    (Value, "与事项中这个要素的写法相同"),
    (Marks, "由导入写下，不要改"),
)


def _same(annotation: Any, known: Any) -> bool:
    """Whether *annotation* is *known*, perhaps with a label or without being required."""
    inner, validators = _bare(annotation)
    base, own = _bare(known)
    return inner == base and bool(own) and validators[: len(own)] == own


def _bare(annotation: Any) -> tuple[Any, list[Any]]:
    """*annotation* without labels and None, and what reads a text into it."""
    validators: list[Any] = []
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation, *extras = typing.get_args(annotation)
            validators = [e for e in extras if isinstance(e, BeforeValidator)] + validators
        elif origin in (types.UnionType, typing.Union):
            annotation = next(a for a in typing.get_args(annotation) if a is not type(None))
        else:
            return annotation, validators


def _short_forms(model: type[Any], validators: Iterable[Any]) -> str:
    """What `either` accepts instead of the mapping, found by asking it."""
    said = ""
    words = ["其他", *(word for one in _enums((model,)) for word in one)]
    for validator in validators:
        plain = [validator.func(word) for word in ("a", "甲")]
        short = dict.fromkeys(next(iter(one)) for one in plain if isinstance(one, dict))
        if short:
            said += f"，可以只写 {' 或 '.join(f'`{key}`' for key in short)} 的文字"
        for word in words:
            if "text" in validator.func({str(word): "甲"}):
                said += f"，或写 `{word}: 文字`"
    return said


@cache
def _named_kinds() -> dict[tuple[type[Any], str], str]:
    """The kind of record that a key of a model names, asked of filled-in examples."""
    found: dict[tuple[type[Any], str], str] = {}
    for owner in (kind.model for kind in KINDS):
        for steps, kind, _ in references(_example(owner)):
            first, *rest = (step for step in steps if isinstance(step, str))
            part = _part(owner, first)
            if _is_record(part):
                found[part, rest[0] if rest else _first_id(part)] = kind
            else:
                found[owner, first] = kind
    return found


def _is_record(of: Any) -> bool:
    return hasattr(of, "__pydantic_fields__")


def _part(owner: type[Any], key: str) -> Any:
    inner, _ = _bare(_annotations(owner)[key])
    if typing.get_origin(inner) is tuple:
        inner, _ = _bare(typing.get_args(inner)[0])
    return inner


def _first_id(model: type[Any]) -> str:
    return next(key for key, of in _annotations(model).items() if _same(of, Id))


def _example(annotation: Any) -> Any:
    """A value of a type with everything in it given."""
    if any(annotation is one or _same(annotation, one) for one in (Columns, Rows)):
        return ()
    if _same(annotation, Length):
        return Period(n=1, unit=TimeUnit.YEAR)
    inner, _ = _bare(annotation)
    if typing.get_origin(inner) is tuple:
        return (_example(typing.get_args(inner)[0]),)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return next(iter(inner))
    if _is_record(inner):
        given = _annotations(inner).items()
        return inner(**{_written(inner, key): _example(of) for key, of in given})
    if _same(annotation, WebAddress):
        return "https://example.invalid/"
    if _same(annotation, Marks):
        return ""
    if _same(annotation, Points):
        return "1"
    if _same(annotation, Year):
        return "2026"
    return {str: "x", int: 1, bool: False, date: date(2026, 1, 1)}[inner]


def _parts_of(models: Iterable[type[Any]]) -> dict[type[Any], str]:
    """The records that *models* are made of, each with the label under which it first stands."""
    found: dict[type[Any], str] = {}
    for model in models:
        for key in _annotations(model):
            part = _part(model, key)
            if not _is_record(part) or part is Prose or part in found:
                continue
            found[part] = f"{_title(model, key)}（`{key}`）"
            found |= {one: at for one, at in _parts_of((part,)).items() if one not in found}
    return found


# -- choices -----------------------------------------------------------------------------------


def _choices() -> Iterator[str]:
    yield "## 四、可选的值\n"
    yield "渠道（`channels`）和层级（`level`）的用语不在此列，由 `catalogue/vocabularies/` 规定。\n"
    slugs: dict[Any, str] = {**CATEGORY_SLUGS, **STAGE_SLUGS, **CLUSTER_SLUGS}
    for enum in _enums([*(kind.model for kind in EVERY), Config]):
        yield f"### `{enum.__name__}`\n"
        yield f"{_first_sentence(enum)}\n"
        if all(choice in slugs for choice in enum):
            rows = [(f"`{choice.value}`", f"`{slugs[choice]}`") for choice in enum]
            yield from _table(("值", "地址中的写法"), rows)
        else:
            yield from _table(("值",), [(f"`{choice.value}`",) for choice in enum])


def _enums(models: Iterable[type[Any]]) -> list[type[Enum]]:
    found: dict[type[Enum], None] = {}
    models = list(models)
    for model in (*models, *_parts_of(models)):
        for key in _annotations(model):
            part = _part(model, key)
            if isinstance(part, type) and issubclass(part, Enum):
                found[part] = None
    return list(found)


# -- rules and problems ------------------------------------------------------------------------

_SEVERITIES = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.INFORMATION: "提示",
}


def _rules() -> Iterator[str]:
    yield "## 五、规则\n"
    yield "规则逐条检查全部记录，不符合的报告为下一节的问题。\n"
    yield from _table(("规则", "所在", "必须成立的事"), _rule_rows(RULES, "rules"))
    yield "### 内部一侧\n"
    yield "`gongkai check --internal` 另外检查：\n"
    yield from _table(("规则", "所在", "必须成立的事"), _rule_rows(INTERNAL_RULES, "office/rules"))


def _rule_rows(rules: Iterable[Any], folder: str) -> list[tuple[str, ...]]:
    rows = []
    for rule in rules:
        module = rule.__module__.rpartition(".")[2]
        rows.append((f"`{rule.__name__}`", f"`{folder}/{module}.py`", inspect.getdoc(rule) or ""))
    return rows


def _problems() -> Iterator[str]:
    yield "## 六、问题\n"
    yield (
        "错误（error）使网站不发布；警告（warning）在 `--strict` 时使网站不发布；"
        "提示（information）只供参考。花括号中是作者写下的原话。\n"
    )
    rows = []
    for id, words in WORDS.items():
        severity = f"{_SEVERITIES[words.severity]}<br>{words.severity.value}"
        chinese = f"{_sentence(words.zh)}<br>{_sentence(words.zh_hint)}"
        english = f"{_sentence(words.en)}<br>{_sentence(words.en_hint)}"
        rows.append((f"`{id}`", severity, chinese, english, words.source))
    yield from _table(("编号", "级别", "问题和处理", "In English", "依据"), rows)


_HINTS = {
    "likely_zh": "（如能猜出：是否应为……？）",
    "likely_en": "(Where it can be told: Did you mean …?)",
    "sha256_zh": "（手机、银行卡、车牌号码：确可公开的，在 config.yaml 的 personal_data 中登记。）",
    "sha256_en": "(Mobile numbers, cards, plates: How to allow it in config.yaml.)",
    "successor_zh": "（如有后继：可改为……。）",
    "successor_en": "(Where there is one: Its successor is ….)",
}


def _sentence(text: str) -> str:
    """A sentence of `WORDS` as Markdown that shows it as it stands."""
    for name, words in _HINTS.items():
        text = text.replace(f"{{{name}}}", words)
    text = re.sub(r"\{\w+:[^|}]*\|([^}]*)\}", r"\1", text)  # words for several
    return text.replace("<", "&lt;").replace("*", r"\*").replace("_", r"\_")


# -- commands ----------------------------------------------------------------------------------


def _commands() -> Iterator[str]:
    yield "## 七、命令\n"
    yield "### `gongkai`\n"
    yield f"{inspect.getdoc(gongkai.callback) or ''}\n"
    whole = click.Context(gongkai, info_name="gongkai", **gongkai.context_settings)
    yield from _options(gongkai, whole)
    yield from _below(gongkai, whole)
    yield "退出状态：0 没有错误；1 有错误，或在 `--strict` 时有警告；2 命令写法有误。\n"


def _below(group: click.Group, of: click.Context) -> Iterator[str]:
    """Every command of *group*, and those of a group in it after it."""
    for name in sorted(group.commands):
        command = group.commands[name]
        context = click.Context(command, info_name=name, parent=of)
        yield f"### `{context.command_path}`\n"
        yield f"`{context.command_path} {' '.join(command.collect_usage_pieces(context))}`\n"
        yield f"{inspect.cleandoc(command.help or '')}\n"
        yield from _options(command, context)
        if isinstance(command, click.Group):
            yield from _below(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    rows = []
    for option in command.get_params(context):
        if not isinstance(option, click.Option):
            continue
        names = "、".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
        own = {"--help": "显示帮助。", "--version": "显示版本。"}  # click says these in English
        help = next((own[name] for name in option.opts if name in own), option.help or "")
        rows.append((names, "" if option.is_flag else _value(option), help))
    yield from _table(("选项", "值", "含义"), rows)


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "、".join(f"`{choice}`" for choice in option.type.choices)
    if isinstance(option.type, click.IntRange):
        return f"{option.type.min} 至 {option.type.max}"
    return {"day": "日期", "path": "路径", "integer": "整数"}.get(option.type.name, "文字")


# -- Markdown ----------------------------------------------------------------------------------


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row("---" for _ in head)
    for row in rows:
        yield _row(cell.replace("|", r"\|").replace("\n", " ") for cell in row)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _first_sentence(of: type[Any]) -> str:
    said = (inspect.getdoc(of) or "").split("\n\n")[0]
    return said.replace("\n", " ").replace("``", "`")


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
