"""The words of `gongkai report analysis`: lines for the office, a record for its programs.

Topics are free text of the ledger; whatever in them or in the name of an organ may be a personal
number is masked.  Cases are told by ids, units, days and reasons alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.facts.annual import DISPUTES
from generator.model.request import OUTCOMES, Outcome
from generator.office.analysis import Analysis, Asked, Lesson, Openness, Period, Why
from generator.office.disputes import NO_ROUTE, Figures
from generator.personal import masked
from generator.words.counted import Counted

_ENGLISH: Mapping[str, str] = MappingProxyType({
    Openness.OPENABLE: "on request, could be published proactively",
    Openness.ON_REQUEST: "on request",
    Openness.PROACTIVE: "is published proactively and was not found",
    Openness.ENDED: "has ended",
    Openness.UNKNOWN: "method unknown",
    Why.LATE: "answered late",
    Why.CORRECTED: "corrected in a dispute",
    Why.REFUSAL: "not met, and corrected",
    DISPUTES[0]: "reconsideration",
    DISPUTES[1]: "suit at once",
    DISPUTES[2]: "suit after reconsideration",
    NO_ROUTE: "suit without a route",
})  # fmt: skip
# The columns of the disputes, for lines in both languages and for programs.
_COLUMNS = (
    ("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other"),
    ("尚未审结", "pending"), ("总计", "total"),
)  # fmt: skip


def lines(analysis: Analysis, language: str) -> Iterator[str]:
    """Yield the analysis in words of *language*, part by part."""
    chinese, often = language == "zh", analysis.often
    came, total = Counted(analysis.came), Counted(analysis.disputes.total[-1])
    yield _of(analysis.period, chinese=chinese) + (
        f"收到 {came} 件申请。" if chinese else f"{came} {came:application|applications}."
    )
    topics, entries = Counted(len(analysis.topics)), Counted(len(analysis.entries))
    yield (
        f"申请 {often} 次以上的主题 {topics} 个：" if chinese
        else f"{topics} {topics:topic|topics} asked for {often} times or more:"
    )  # fmt: skip
    for one in analysis.topics:
        yield f"  {masked(one.name)}  {_asked(one, chinese=chinese)}{_named(one, chinese=chinese)}"
    yield (
        f"申请 {often} 次以上的事项 {entries} 个：" if chinese
        else f"{entries} {entries:item|items} asked for {often} times or more:"
    )  # fmt: skip
    for row in analysis.entries:
        name = f"  {masked(row.entry.name)}" if row.entry else ""
        said = f"{_asked(row.asked, chinese=chinese)}  {_word(row.openness, chinese=chinese)}"
        yield f"  {row.asked.name}{name}  {said}"
    yield f"争议 {total} 件：" if chinese else f"{total} {total:dispute|disputes}:"
    yield from _disputes(analysis, chinese=chinese)
    count = Counted(len(analysis.lessons))
    yield f"供研究的案例 {count} 件：" if chinese else f"{count} {count:case|cases} for study:"
    for lesson in analysis.lessons:
        yield f"  {_lesson(lesson, chinese=chinese)}"


def record(analysis: Analysis) -> dict[str, object]:
    """Return the analysis for a program."""
    of, found = analysis.period, analysis.disputes
    return {
        "as_of": of.day.isoformat(),
        "year": of.year,
        "often": analysis.often,
        "applications": analysis.came,
        "topics": [{"topic": masked(one.name), **_counts(one)} for one in analysis.topics],
        "entries": [
            {
                "entry": one.asked.name,
                "name": masked(one.entry.name) if one.entry else None,
                "openness": one.openness.value,
                **_counts(one.asked),
            }
            for one in analysis.entries
        ],
        "disputes": {
            "rows": [
                {"way": one.way, "outcome": one.outcome, "office": masked(one.office),
                 **_figures(one.figures)}
                for one in found.rows
            ],
            "ways": [{"way": way, **_figures(of)} for way, of in found.ways.items()],
            "outcomes": [{"outcome": code, **_figures(of)} for code, of in found.outcomes.items()],
            "offices": [
                {"office": masked(name), **_figures(of)} for name, of in found.offices.items()
            ],
            "total": _figures(found.total),
        },
        "cases": [
            {
                "id": one.request.id,
                "unit": one.request.unit,
                "received": one.request.received.isoformat(),
                "why": [{"why": why.value, "on": on.isoformat()} for why, on in one.whys],
            }
            for one in analysis.lessons
        ],
    }  # fmt: skip


def _disputes(analysis: Analysis, *, chinese: bool) -> Iterator[str]:
    """Each combination, then the sums."""
    found = analysis.disputes
    for one in found.rows:
        told = (_word(one.way, chinese=chinese), _outcome(one.outcome, chinese=chinese),
                masked(one.office))  # fmt: skip
        yield f"  {'  '.join(told)}  {_told(one.figures, chinese=chinese)}"
    sums = [(_word(way, chinese=chinese), figures) for way, figures in found.ways.items()]
    sums += [(_outcome(code, chinese=chinese), of) for code, of in found.outcomes.items()]
    sums += [(masked(name), figures) for name, figures in found.offices.items()]
    for name, figures in sums:
        yield f"  {'小计' if chinese else 'of'} {name}  {_told(figures, chinese=chinese)}"
    if found.rows:
        yield f"  {'合计' if chinese else 'in all'}  {_told(found.total, chinese=chinese)}"


def _of(period: Period, *, chinese: bool) -> str:
    year, day = period.year, period.day
    if chinese:
        return f"{year} 年，截至 {day}：" if year else f"截至 {day}："
    return f"{year}, as of {day}: " if year else f"As of {day}: "


def _asked(one: Asked, *, chinese: bool) -> str:
    asked, again = Counted(one.asked), one.again
    if chinese:
        repeated = f"（同一申请人重复 {again} 次）" if again else ""
        return f"申请 {asked} 次{repeated}，予以公开或者部分公开 {one.granted} 次"
    repeated = f" ({again} repeated by one applicant)" if again else ""
    return f"{asked} {asked:time|times}{repeated}, granted {one.granted}"


def _named(one: Asked, *, chinese: bool) -> str:
    """How many of a topic named an entry that could be opened, or is open."""
    told = (
        (one.on_request, "{}次申请的事项依申请公开", "{} for an item on request"),
        (one.proactive, "{}次申请的事项已主动公开，未被找到",
         "{} for an item that is published proactively and was not found"),
    )  # fmt: skip
    said = [(zh if chinese else en).format(f"{n} " if chinese else n) for n, zh, en in told if n]
    return "".join(f"{'，' if chinese else ', '}{one}" for one in said)


def _lesson(one: Lesson, *, chinese: bool) -> str:
    """By its id, unit and days; nothing of what was asked for."""
    whys = ("；" if chinese else "; ").join(
        f"{_word(why, chinese=chinese)} {on}" for why, on in one.whys
    )
    return f"{one.request.id}  {one.request.unit}  {one.request.received}  {whys}"


def _word(word: str, *, chinese: bool) -> str:
    return str(word) if chinese else _ENGLISH[word]


def _outcome(code: Outcome | None, *, chinese: bool) -> str:
    if code is None:
        return "没有办理结果" if chinese else "no outcome"
    return f"{code.value} {OUTCOMES[code]}" if chinese else code.value


def _told(figures: Figures, *, chinese: bool) -> str:
    """The columns that are not zero."""
    told = [(zh if chinese else en, n) for (zh, en), n in zip(_COLUMNS, figures, strict=True) if n]
    return ("，" if chinese else ", ").join(f"{name} {n}" for name, n in told)


def _figures(figures: Figures) -> dict[str, int]:
    return {key: n for (_, key), n in zip(_COLUMNS, figures, strict=True)}


def _counts(one: Asked) -> dict[str, object]:
    return {
        "asked": one.asked,
        "again": one.again,
        "granted": one.granted,
        "on_request": one.on_request,
        "proactive": one.proactive,
        "requests": list(one.requests),
    }
