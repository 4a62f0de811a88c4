"""Commands.

The only module that prints, reads the clock and exits.  Machine formats stand alone on standard
output, everything else goes to standard error.  Exit status 0: no error; 1: an error, or a warning
under ``--strict``; 2: the command was not understood.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.hands import light
from generator.problems import Problem, sorted_once
from generator.words import failed, grave
from generator.words.counted import Counted

if TYPE_CHECKING:
    from generator.hands import Hands

SHANGHAI = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Setting:
    """What every command is told: the site's folder, the language, whether colours are wanted."""

    site: Path
    language: str
    color: bool

    def says(self, chinese: str, english: str) -> str:
        """Return the sentence in the language of the command."""
        return chinese if self.language == "zh" else english


class Day(click.ParamType[date]):
    """A day written as 2026-11-23."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """Return *value* as a day, or refuse it in one sentence."""
        from generator.model.base import Day as Written

        if isinstance(value, date):
            return value
        from pydantic import TypeAdapter, ValidationError

        try:
            return TypeAdapter(Written).validate_python(value)
        except ValidationError:
            self.fail(
                f"“{value}”不是日期，请写成 2026-11-23 / write a day as 2026-11-23", param, ctx
            )


DAY = Day()
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_HELP)
@click.version_option(
    __version__, "-V", "--version", prog_name="gongkai", message="%(prog)s %(version)s"
)
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path(), help="网站目录，默认为当前目录。"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="提示语言 (language of messages)。")
@click.option("--no-color", is_flag=True, help="不用颜色。")
@click.pass_context
def gongkai(context: click.Context, site: Path, lang: str | None, no_color: bool) -> None:
    """由政府的 YAML 目录生成可检索的政务公开网站。

    Builds a searchable public-disclosure site from a government's YAML catalogue.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    color = not no_color and "NO_COLOR" not in os.environ and sys.stderr.isatty()
    context.obj = Setting(site, lang or _language(), color)


def _language() -> str:
    spoken = (
        os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    )
    return "en" if spoken.startswith("en") else "zh"


def _site_options(command: Callable[..., None]) -> Callable[..., None]:
    """Every command also takes the options of the whole, so that their place does not matter."""
    for option in (
        click.option("--no-color", is_flag=True, help="不用颜色。"),
        click.option("--lang", type=click.Choice(["zh", "en"]), help="提示语言 (zh, en)。"),
        click.option("--site", type=click.Path(path_type=Path), help="网站目录。"),
    ):
        command = option(command)
    return click.pass_context(command)


def _setting(
    context: click.Context, site: Path | None, lang: str | None, no_color: bool
) -> Setting:
    whole: Setting = context.obj
    return Setting(site or whole.site, lang or whole.language, whole.color and not no_color)


@gongkai.command()
@click.option("--output", type=click.Path(path_type=Path), help="写到哪个目录，默认 output/。")
@click.option("--as-of", type=DAY, help="数据截至日。")
@click.option("--jobs", type=click.IntRange(1, 256), default=None, help="同时使用的进程数。")
@click.option(
    "--dask", metavar="ADDRESS", help="在 dask 集群上生成，写调度器的地址，如 tcp://主机:8786。"
)
@click.option(
    "--fragments", type=click.Path(path_type=Path), help="另将各页正文块写到此目录，供嵌入。"
)
@click.option("--explain", is_flag=True, help="说明每个改写的文件因何改写。")
@click.option("--strict", is_flag=True, help="有警告也不发布。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def build(
    context: click.Context,
    output: Path | None,
    as_of: date | None,
    jobs: int | None,
    dask: str | None,
    fragments: Path | None,
    explain: bool,
    strict: bool,
    as_json: bool,
    **whole: Any,
) -> None:
    """检查全部文件并生成网站。有错误时不改动原有网站。"""
    from generator import again, told
    from generator import build as flow
    from generator.cluster import ClusterError

    setting = _setting(context, **whole)
    _folder(setting)
    if jobs and dask is not None:
        raise click.UsageError(
            setting.says(
                "--jobs 是本机的进程数，不能与 --dask 同用。",
                "--jobs is for the processes of this machine and cannot be used with --dask.",
            )
        )
    output = output or setting.site / "output"
    before = again.key(again.site_of(sys.argv[1:]), sys.argv[1:])
    light()
    try:
        with (
            _working(setting, setting.says("正在生成网站…", "Building…")),
            _hands(jobs, dask) as hands,
        ):
            report = flow.build(
                setting.site,
                output,
                day=as_of,
                today=_today(),
                strict=strict,
                hands=hands,
            )
    except ClusterError as error:
        report = flow.Report(0, (), (), (error.problem,))
    status = 1 if failed(report.problems, strict=strict) else 0
    if status == 0 and fragments:
        from generator.fragments import write_fragments

        problems = write_fragments(output, fragments)
        report = flow.with_problems(report, problems)
        status = 1 if problems else 0
    saying = told.Saying(setting.language, setting.color, explain=explain, as_json=as_json)
    err, out = told.built(report, saying, published=status == 0)
    _say(err, end="")
    click.echo(out, nl=False)
    if status == 0 and not fragments:
        lasting = tuple(one for one in report.problems if not one.rule.startswith("output-"))
        same = flow.Report(report.pages, (), (), lasting)
        err, out = told.built(same, saying, published=True)
        again.remember(sys.argv[1:], before, str(output), err=err, out=out)
    sys.exit(status)


@gongkai.command()
@click.option("--as-of", type=DAY, help="数据截至日。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。"
)
@click.option("--internal", is_flag=True, help="连同 internal/ 一起检查，并比较两侧。")
@_site_options
def check(
    context: click.Context,
    as_of: date | None,
    strict: bool,
    form: str,
    internal: bool,
    **whole: Any,
) -> None:
    """检查全部文件，不生成网站：build 会报告的问题，以及 git 中没有目录调整说明的变化。"""
    from generator import build as flow
    from generator.find import find
    from generator.store import Store

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    with _working(setting, setting.says("正在检查…", "Checking…")):
        store = Store(setting.site / ".cache")
        found = find(setting.site)
        made = flow.make(found, day=as_of, today=_today(), store=store)
        store.save()
        problems = made.problems
        if made.catalogue:
            from generator.past.covering import untold_changes

            untold = untold_changes(setting.site, found.sources, made.catalogue, os.environ)
            problems = sorted_once((*problems, *untold))
    if internal and made.catalogue:
        from generator.office.commands import checked

        problems = checked(setting.site, made.catalogue, problems)
    if form == "json":
        _print_json([_record(found, setting) for found in problems])
    else:
        _print_problems(problems, setting)
        _say(_summary(problems, setting))
    sys.exit(1 if failed(problems, strict=strict) else 0)


@gongkai.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="端口，0 为任取。")
@click.option("--as-of", type=DAY, help="数据截至日。")
@_site_options
def serve(context: click.Context, port: int, as_of: date | None, **whole: Any) -> None:
    """在本机预览：保存文件即重新生成并刷新页面。"""
    from generator.preview import preview

    setting = _setting(context, **whole)
    _folder(setting)

    def told(problems: tuple[Problem, ...]) -> None:
        _print_problems(problems, setting)
        _say(_summary(problems, setting))

    try:
        preview(
            setting.site,
            port=port,
            day=as_of,
            today=_today,
            language=setting.language,
            own=_own_folder(),
            started=lambda address: _say(
                setting.says(
                    f"预览地址 {address}  按 Ctrl+C 结束。",
                    f"Preview at {address}  Ctrl+C ends it.",
                )
            ),
            told=told,
        )
    except OSError as error:
        _say(
            setting.says(
                f"无法在端口 {port} 上预览：{error.strerror}。请用 --port 换一个端口。",
                f"Cannot listen on port {port}: {error.strerror}. Choose another with --port.",
            )
        )
        sys.exit(1)


class OneOf(click.ParamType[Any]):
    """One of the words that *choices* returns; it is asked only where a word is given."""

    def __init__(self, name: str, choices: Callable[[], dict[str, Any]]) -> None:
        self.name, self.choices = name, choices

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what *value* stands for, or refuse it in one sentence."""
        choices = self.choices()
        if value not in choices:
            self.fail(f"“{value}”不是以下之一 / choose from: {'、'.join(choices)}", param, ctx)
        return choices[value]


def _channels() -> dict[str, Any]:
    from generator.deadline import CHANNELS

    return {one.value: one for one in CHANNELS}


def _laws() -> dict[str, Any]:
    from generator.deadline import LAWS

    return {one.id: one for one in LAWS}


class Days(click.ParamType[tuple[date, date | None]]):
    """A day, or two with a colon between: 2026-03-02:2026-03-09."""

    name = "day[:day]"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[date, date | None]:
        """Return *value* as one day or two, or refuse it in one sentence."""
        if isinstance(value, tuple):
            return value
        first, colon, last = value.partition(":")
        begin = DAY.convert(first, param, ctx)
        end = DAY.convert(last, param, ctx) if colon else None
        if end and end < begin:
            self.fail(f"“{value}”的第二天早于第一天 / ends before it begins", param, ctx)
        return begin, end


@gongkai.command()
@click.argument("day", type=DAY)
@click.argument("days", type=click.IntRange(1, 3650), required=False)
@click.option(
    "--law", type=OneOf("law", _laws), help="按这一版条例计算：tiaoli-2007 或者 tiaoli-2019。"
)
@click.option("--request", is_flag=True, help="计算依申请公开的答复期限，DAY 是收到申请的日期。")
@click.option(
    "--channel", type=OneOf("channel", _channels),
    help="申请的渠道：当面（默认）、窗口、邮寄、传真、互联网。",
)  # fmt: skip
@click.option("--confirmed", type=DAY, help="与申请人确认的日期；互联网、传真自这一天起算。")
@click.option(
    "--correction", type=Days(), multiple=True, help="补正：告知日期:收到补正日期，可以写几次。"
)
@click.option(
    "--asked", type=Days(), multiple=True,
    help="征求第三方或者其他机关意见：征求日期:答复日期，可以写几次。",
)  # fmt: skip
@click.option("--extended", type=click.IntRange(0, 365), help="延长的工作日数。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def deadline(
    context: click.Context,
    day: date,
    days: int | None,
    law: Any,
    request: bool,
    channel: Any,
    confirmed: date | None,
    correction: tuple[tuple[date, date | None], ...],
    asked: tuple[tuple[date, date | None], ...],
    extended: int | None,
    as_json: bool,
    **whole: Any,
) -> None:
    """从 DAY 次日起数 DAYS 个工作日，或者算出申请的答复期限，列出每个跳过的日子及原因。"""
    from generator.deadline import CHANNELS, Course, Span, answer, answer_request

    own = (channel, confirmed, correction, asked, extended)
    asks = request or any(one not in (None, ()) for one in own) or (law and days is None)
    if days is None and not asks:
        raise click.UsageError("请写明工作日数，或者写 --request / give DAYS, or --request")
    if days is not None and asks:
        raise click.UsageError("答复期限由条例规定，不写工作日数 / the law sets the days")
    after = [("--confirmed", confirmed)] if confirmed else []
    after += [("--correction", notified) for notified, _ in correction]
    after += [("--asked", begun) for begun, _ in asked]
    for option, one in after:
        if one < day:
            raise click.UsageError(
                f"{option} {one} 早于收到申请的 {day} / before the day of receipt {day}"
            )
    setting = _setting(context, **whole)
    _folder(setting)
    if days is not None:
        found = answer(setting.site, day, days, setting.language)
    else:
        course = Course(
            day, channel or CHANNELS[0], confirmed,
            tuple(Span(*one) for one in correction), tuple(Span(*one) for one in asked),
            extended or 0,
        )  # fmt: skip
        found = answer_request(setting.site, course, law, setting.language)
    if found.problems:
        _print_problems(found.problems, setting)
        sys.exit(1)
    if as_json:
        _print_json(found.record)
    else:
        for text in found.lines:
            _say(text)
    sys.exit(0)


@gongkai.command("next-change")
@click.option("--as-of", type=DAY, help="从这一天看起，默认数据截至日。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def next_change(context: click.Context, as_of: date | None, as_json: bool, **whole: Any) -> None:
    """不改动任何文件，网站最早在哪一天会不同，以及为什么。"""
    from generator.ahead import ahead, told

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    with _working(setting, setting.says("正在推算…", "Looking ahead…")):
        found = ahead(setting.site, day=as_of, today=_today())
    if found.problems:
        _print_problems(found.problems, setting)
        sys.exit(1)
    if as_json:
        _print_json(found.record)
    else:
        for text in told(found, setting.language):
            _say(text)
    sys.exit(0)


@gongkai.command()
@click.argument("form", type=click.Choice(["xlsx", "csv", "json", "docx"]))
@click.option("--field", default="", help="只导出这个领域，写领域编号。")
@click.option("--unit", default="", help="只导出这个单位作为公开主体的事项，写单位编号。")
@click.option(
    "-o", "--output", help="写到哪个文件；csv、json 可写 -，即标准输出。默认写到当前目录。"
)
@click.option("--as-of", type=DAY, help="数据截至日。")
@_site_options
def export(
    context: click.Context,
    form: str,
    field: str,
    unit: str,
    output: str | None,
    as_of: date | None,
    **whole: Any,
) -> None:
    """按官方表式导出目录，供编辑、印发和交换。"""
    from generator.export import exported, save

    setting = _setting(context, **whole)
    _folder(setting)
    if output == "-" and form not in ("csv", "json"):
        raise click.UsageError(
            setting.says(
                f"{form} 不能写到标准输出，请用 -o 指明文件。",
                f"{form} is not written to standard output; name a file with -o.",
            )
        )
    light()
    made = exported(setting.site, form, field=field, unit=unit, day=as_of, today=_today())
    problems = made.problems
    path = Path(made.name if output is None else output)
    if not problems and output == "-":
        sys.stdout.buffer.write(made.data)
    elif not problems:
        problems = save(path, made.data, replacing=output is not None)
    _print_problems(problems, setting)
    if problems:
        sys.exit(1)
    if output != "-":
        entries = Counted(made.entries)
        _say(
            setting.says(
                f"已写入 {path}，{entries} 项。",
                f"{path} written, {entries} {entries:entry|entries}.",
            )
        )
    sys.exit(0)


def _kinds() -> dict[str, Any]:
    from generator.search.records import KINDS

    return {kind: kind for kind in KINDS}


_QUERY = (
    "QUERY 中的词都要有。引号里是一个词；可用 AND OR NOT（且 或 非）、括号、通配 * ?；"
    "name: basis: subject: content: kind: category: field: unit: method: level: status: 后的词"
    "只查这一项，day:2024、day:2024-01..2024-06 查日期。字母也按拼音查名称。"
)


@gongkai.command(epilog=_QUERY)
@click.argument("query", nargs=-1)
@click.option("--kind", type=OneOf("kind", _kinds), help="只找这一种：entries、documents 等。")
@click.option("--field", default="", help="只找这个领域的，写名称或者编号。")
@click.option("--category", default="", help="只找五公开中的这一类。")
@click.option("--unit", default="", help="只找这个单位的，写名称或者编号。")
@click.option("--method", default="", help="只找这种公开方式的。")
@click.option("--level", default="", help="只找这个层级的。")
@click.option("--status", default="", help="只找处于这种状态的，例如有效。")
@click.option(
    "--limit", type=click.IntRange(0, 100_000), default=20, help="最多列出几条，0 为全部。"
)
@click.option("--by-date", is_flag=True, help="新的在前，默认按相符的程度。")
@click.option("--as-of", type=DAY, help="数据截至日。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def search(
    context: click.Context,
    query: tuple[str, ...],
    limit: int,
    by_date: bool,
    as_of: date | None,
    as_json: bool,
    site: Path | None,
    lang: str | None,
    no_color: bool,
    **filters: str | None,
) -> None:
    """在网站全部页面的内容中查找。"""
    from generator.sought import Asking, UnclearError, lines, sought

    setting = _setting(context, site, lang, no_color)
    _folder(setting)
    asking = Asking(
        " ".join(query), {name: of for name, of in filters.items() if of}, limit, by_date
    )
    if not asking.query.strip() and not asking.filters:
        raise click.UsageError(setting.says("请写要查的词。", "Write what to look for."))
    light()
    try:
        with _working(setting, setting.says("正在查找…", "Searching…")):
            found = sought(setting.site, asking, day=as_of, today=_today(), own=_own_folder())
    except UnclearError as error:
        raise click.UsageError(setting.says(error.chinese, error.english)) from None
    _print_problems(found.problems, setting)
    if found.problems:
        sys.exit(1)
    if found.errors:
        errors = Counted(found.errors)
        _say(
            setting.says(
                f"网站有 {errors} 个错误，查到的可能不全；用“gongkai check”查看。",
                f"The site has {errors} {errors:error|errors}, so finds may be missing; "
                "see “gongkai check”.",
            )
        )
    if not found.kept:
        _say(
            setting.says(
                "索引没有保存，下次要重新建立。",
                "The index could not be kept and will be made again next time.",
            )
        )
    if as_json:
        _print_json(found.record)
    else:
        marks = ("\x1b[1;33m", "\x1b[0m") if setting.color else ("【", "】")
        for text in lines(found.record, setting.language, marks):
            _say(text)
    sys.exit(0)


def _own_folder() -> Path | None:
    """Where this user keeps what no site holds: XDG_STATE_HOME, else ~/.local/state."""
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    try:
        state = named if named.is_absolute() else Path.home() / ".local" / "state"
    except RuntimeError:  # nobody knows whose home
        return None
    return state / "gongkai"


@gongkai.command("import")
@click.argument("tables", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--field", default="", help="领域编号；不写时由表格的标题决定。")
@click.option("--unit", default="", help="这是哪个单位的目录（单位编号）；不用来填写公开主体。")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="写到哪个 YAML 文件，默认按领域。"
)
@click.option(
    "--report", type=click.Path(path_type=Path), help="把每个单元格的去向写成 JSON 文件。"
)
@click.option("--dry-run", is_flag=True, help="只说明会改什么，不写入。")
@click.option("--include-hidden", is_flag=True, help="隐藏的工作表、行、列和批注也读入。")
@_site_options
def import_tables(
    context: click.Context,
    tables: tuple[Path, ...],
    field: str,
    unit: str,
    output: Path | None,
    report: Path | None,
    dry_run: bool,
    include_hidden: bool,
    **whole: Any,
) -> None:
    """把办公表格（xlsx、xls、csv、html、docx）读入目录，逐格说明去向。"""
    from generator.intake import Wish, take_in

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    wish = Wish(field, unit, output, report, dry_run, include_hidden)
    with _working(setting, setting.says("正在读入表格…", "Reading tables…")):
        taken = take_in(setting.site, tables, wish, today=_today(), language=setting.language)
    for text in taken.lines:
        _say(text)
    _print_problems(taken.problems, setting)
    if failed(taken.problems):
        _say(setting.says("没有写入任何文件。", "Nothing was written."))
        sys.exit(1)
    sys.exit(0)


@gongkai.command()
@click.option("--since", default="", help="与哪个版本比较，默认是第一条调整记录以前的提交。")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到哪个新的 YAML 文件。")
@click.option("--date", "day", type=DAY, help="调整的日期，默认为数据截至日。")
@click.option("--dry-run", is_flag=True, help="只把记录打印到标准输出，不写入。")
@_site_options
def adjust(
    context: click.Context,
    since: str,
    output: Path | None,
    day: date | None,
    dry_run: bool,
    **whole: Any,
) -> None:
    """把还没有记录的变化写成一条目录调整记录，留待编辑补写依据和理由。"""
    from generator.past.adjusting import Wish, adjust

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    wish = Wish(since, output, day, dry_run)
    done = adjust(setting.site, wish, os.environ, today=_today(), language=setting.language)
    if dry_run and done.text:
        from generator.personal import masked

        click.echo(masked(done.text), nl=False)
    _finish(done, setting, as_json=False)


@gongkai.command()
@click.argument("first", metavar="REVISION")
@click.argument("second", metavar="[REVISION]", default="")
@click.option("--strict", is_flag=True, help="有变化没有目录调整记录，也算不通过。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def diff(
    context: click.Context, first: str, second: str, strict: bool, as_json: bool, **whole: Any
) -> None:
    """逐项列出两个版本之间（或一个版本与现在的文件之间）目录的变化。"""
    from generator.past.adjusting import diff

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    done = diff(
        setting.site, (first, second), os.environ, today=_today(), language=setting.language
    )
    _finish(done, setting, as_json=as_json, untold=strict and bool(done.left))


@gongkai.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def history(context: click.Context, id: str, as_json: bool, **whole: Any) -> None:
    """列出一个事项的每次变化：哪天、由什么改为什么、由哪次调整说明。"""
    from generator.past.history import history

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    done = history(setting.site, id, os.environ, today=_today(), language=setting.language)
    _finish(done, setting, as_json=as_json)


@gongkai.command()
@click.argument("form", type=click.Choice(["xlsx", "csv"]), default="xlsx")
@click.option("-o", "--output", help="写到哪个文件，默认 internal/register.xlsx。")
@click.option("--as-of", type=DAY, help="数据截至日。")
@_site_options
def register(
    context: click.Context, form: str, output: str | None, as_of: date | None, **whole: Any
) -> None:
    """写出不公开文件的登记备案表；不写进会公开的目录。"""
    from generator.office.commands import filed

    setting = _setting(context, **whole)
    public = _public(setting, as_of)
    done = filed(setting.site, public, form, output)
    _print_problems(done.problems, setting)
    if done.problems:
        _say(setting.says("没有写出登记表。", "The register was not written."))
        sys.exit(1)
    count = Counted(done.documents)
    registered = f"{count} {count:document|documents} registered."
    _say(setting.says(f"登记 {count} 件。", registered))
    sys.exit(0)


@gongkai.command()
@click.option("--overdue", is_flag=True, help="只列逾期没有答复的和逾期才答复的。")
@click.option("--unit", default="", help="只列这个单位受理的，写单位编号。")
@click.option("--as-of", type=DAY, help="看哪一天的情形，默认数据截至日。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def requests(
    context: click.Context,
    overdue: bool,
    unit: str,
    as_of: date | None,
    as_json: bool,
    **whole: Any,
) -> None:
    """列出依申请公开台账：每件的答复期限和办理情形，按期限先后。"""
    from generator.office.commands import requested

    setting = _setting(context, **whole)
    public = _public(setting, as_of, "units")
    done = requested(setting.site, public, unit=unit, overdue=overdue, language=setting.language)
    _print_problems(done.problems, setting)
    if done.problems:
        sys.exit(1)
    if as_json:
        _print_json(done.record)
    else:
        for text in done.lines:
            _say(text)
        count = Counted(len(done.lines))
        _say(setting.says(f"{count} 件。", f"{count} {count:application|applications}."))
    sys.exit(0)


@gongkai.group()
def report() -> None:
    """由记录算出的报告。"""


@report.command()
@click.argument("year", type=click.IntRange(2008, 9999))
@click.option("--unit", default="", help="哪个单位的报告，写单位编号；不写的是本级政府的。")
@click.option("--dry-run", is_flag=True, help="只把报告打印到标准输出，不写入。")
@click.option("--as-of", type=DAY, help="数据截至日。")
@_site_options
def annual(
    context: click.Context,
    year: int,
    unit: str,
    dry_run: bool,
    as_of: date | None,
    **whole: Any,
) -> None:
    """由台账算出 YEAR 年度报告的表三和表四，写成待补写的记录；已有记录的，逐格比较。"""
    from generator.office.commands import reported

    setting = _setting(context, **whole)
    public = _public(setting, as_of, "units", "reports")
    done = reported(
        setting.site, public, year, unit=unit, writing=not dry_run, language=setting.language
    )
    if dry_run and done.text:
        click.echo(done.text, nl=False)
    for text in done.lines:
        _say(text)
    _print_problems(done.problems, setting)
    sys.exit(0 if done.done else 1)


@report.command()
@click.argument("year", type=click.IntRange(1900, 2999), required=False)
@click.option("--unit", default="", help="只看这个单位受理的，写单位编号。")
@click.option("--as-of", type=DAY, help="看到哪一天为止，默认数据截至日。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def analysis(
    context: click.Context,
    year: int | None,
    unit: str,
    as_of: date | None,
    as_json: bool,
    **whole: Any,
) -> None:
    """分析依申请公开台账，供机关内部使用：申请集中的主题和事项，争议，供研究的案例。"""
    from generator.office.commands import studied

    setting = _setting(context, **whole)
    public = _public(setting, as_of, "units")
    done = studied(setting.site, public, year=year, unit=unit, language=setting.language)
    _finish(done, setting, as_json=as_json)


@report.command()
@click.option("--as-of", type=DAY, help="数据截至日。")
@click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON。")
@_site_options
def evaluation(context: click.Context, as_of: date | None, as_json: bool, **whole: Any) -> None:
    """按评估常用的指标自评：每项的分子、分母、率和不符合的，与网站的“自评”一页相同。"""
    from generator import appraisal
    from generator import build as flow
    from generator.find import find
    from generator.store import Store

    setting = _setting(context, **whole)
    _folder(setting)
    light()
    with _working(setting, setting.says("正在计算…", "Working it out…")):
        store = Store(setting.site / ".cache")
        made = flow.make(find(setting.site), day=as_of, today=_today(), store=store)
        store.save()
    if made.catalogue is None or failed(made.problems):  # what is not sound has no figures
        _print_problems(tuple(one for one in made.problems if failed((one,))), setting)
        sys.exit(1)
    if as_json:
        _print_json(appraisal.record(made.catalogue))
    else:
        for text in appraisal.lines(made.catalogue, setting.language):
            _say(text)
    sys.exit(0)


def _public(setting: Setting, as_of: date | None, *kinds: str) -> Any:
    """The public side for the day, for a command of the internal one; ends where there is none, or
    where records of *kinds*, on which the command rests, could not be read."""
    from generator.find import find
    from generator.link import link
    from generator.read import read
    from generator.store import Store

    _folder(setting)
    found = find(setting.site)
    records = read(found.config, found.sources, Store(setting.site / ".cache"))
    told = (*found.problems, *records.problems)
    if records.config is None:  # no site, or nothing to tell the day and the organ by
        _print_problems(tuple(one for one in told if one.at.path == "config.yaml"), setting)
        sys.exit(1)
    folders = tuple(f"catalogue/{kind}/" for kind in kinds)
    unread = [one for one in told if grave(one) and one.at.path.startswith(folders)]
    if unread:
        _print_problems(sorted_once(unread), setting)
        sys.exit(1)
    return link(records, as_of or records.config.as_of or _today())


def _finish(done: Any, setting: Setting, *, as_json: bool, untold: bool = False) -> None:
    """Print what a command found, and end with 1 where it could not."""
    if as_json and done.record is not None:
        _print_json(done.record)
    else:
        for text in done.lines:
            _say(text)
    _print_problems(done.problems, setting)
    sys.exit(1 if failed(done.problems) or untold else 0)


def _folder(setting: Setting) -> None:
    if not setting.site.is_dir():
        raise click.UsageError(
            setting.says(
                f"没有目录“{setting.site}”，请用 --site 指明网站目录。",
                f"There is no folder “{setting.site}”; name the site's folder with --site.",
            )
        )


def _today() -> date:
    """The day on the clock: SOURCE_DATE_EPOCH where it is set, else today in Shanghai."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return moment.astimezone(SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH “{epoch}” 不是秒数 / is no number of seconds"
        ) from None


@contextmanager
def _hands(jobs: int | None, address: str | None) -> Iterator[Hands]:
    """Who works for a build: processes of this machine, or the workers of a cluster."""
    from generator.cluster import opened
    from generator.hands import Hands

    if address is None:
        with Hands(_executor(jobs)) as hands:
            yield hands
    else:
        with opened(address) as executor, Hands(lambda: executor) as hands:
            yield hands


def _executor(jobs: int | None) -> Callable[[], Executor] | None:
    count = jobs or os.cpu_count() or 1
    if count == 1:
        return None

    def start() -> Executor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(count, initializer=_ready)

    return start


def _ready() -> None:
    """Be a process that works for a build, and load what takes long while there is no work yet."""
    from generator.search.readings import load

    light()
    load()


def _working(setting: Setting, text: str) -> Any:
    """A sign of work on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True, no_color=not setting.color).status(text)


def _print_problems(problems: tuple[Problem, ...], setting: Setting) -> None:
    from generator.told import lines

    _say(lines(problems, setting.language, color=setting.color), end="")


def _summary(problems: tuple[Problem, ...], setting: Setting) -> str:
    from generator.told import summary

    return summary(problems, setting.language)


def _record(found: Problem, setting: Setting) -> dict[str, object]:
    from generator.told import record

    return record(found, setting.language)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _say(text: str, end: str = "\n") -> None:
    click.echo(text + end, nl=False, err=True)


def main() -> None:
    """Run the command line."""
    try:
        sys.exit(gongkai.main(prog_name="gongkai", standalone_mode=False))
    except click.UsageError as error:
        _say(_misunderstood(error))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)


def _misunderstood(error: click.UsageError) -> str:
    """What was wrong with a command, and where its help is."""
    path = error.ctx.command_path if error.ctx else "gongkai"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    contexts = (error.ctx, error.ctx.find_root()) if error.ctx else ()
    told = next((said for one in contexts if (said := one.params.get("lang"))), None)
    if (told or _language()) == "en":
        return f"{error.format_message()}\nSee “{path} --help”."
    said = f"命令有误：{error.format_message()}"
    if isinstance(error, click.NoSuchOption):
        said = f"没有选项“{error.option_name}”。"
    elif isinstance(error, click.exceptions.NoSuchCommand):
        said = f"没有命令“{error.command_name}”。"
    elif isinstance(error, click.BadParameter) and error.param:
        name = error.param.opts[-1]
        name = name if name.startswith("-") else name.upper()
        missing = isinstance(error, click.MissingParameter)
        said = f"缺少“{name}”。" if missing else f"“{name}”的值不对：{_expected(error)}"
    return f"{said}\n用“{path} --help”查看用法。"


def _expected(error: click.BadParameter) -> str:
    """What a parameter takes."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(map(str, kind.choices))} 之一。"
    if isinstance(kind, click.IntRange):
        return f"应为 {kind.min} 至 {kind.max} 的整数。"
    return error.message
