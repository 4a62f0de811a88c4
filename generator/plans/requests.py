"""Pages on applications (依申请公开): until when one is to be answered.

The page of the calculator holds the laws, the confirmed working days and the sentences as data, and
its script answers from these alone.  Who has no script finds the same answers in one table a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType

from generator import workdays
from generator.config import calendar_of
from generator.exports.layout import Named
from generator.facts.answering import LAWS, Course, Law, law_of, receipt
from generator.facts.answers import WORDS
from generator.model.entry import Entry
from generator.model.frozen import packing
from generator.model.request import Channel
from generator.page import Crumb, Here, Page
from generator.plans.applying import APPLYING
from generator.plans.machine import encoded
from generator.plans.prepared import Around, Prepared
from generator.plans.shared import HOME, day_words, days_in_words
from generator.workdays import DayKind, Status

DEADLINE = Crumb("答复期限计算", "requests/deadline.html")
FIRST = date(min(law.since for law in LAWS).year, 1, 1)
UNKNOWN, UNREGULATED = "未定", "没有规定"
# What the script has to know of a day: counted, weekend, holiday with a reason, not known.
LETTERS = MappingProxyType({
    DayKind.WORKING: "w", DayKind.MAKE_UP: "w", DayKind.WEEKEND: "e", DayKind.HOLIDAY: "h",
    DayKind.UNKNOWN: "u",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law as the page tells it: since when, and its numbers of working days."""

    source: str
    since: str
    reply: int
    extension: int
    notice: int | None
    consulted: int | None


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """The calculator: *table* is all that its script knows, as JSON, *since* its *first* day in
    words."""

    here: Here
    table: str
    channels: tuple[str, ...]
    first: str
    since: str
    through: str
    laws: tuple[LawLine, ...]
    years: tuple[Named, ...]


@packing
@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of receipt: what day it is, whether it counts, and the last days that follow from it,
    in words."""

    day: str
    kind: str
    works: bool
    last: str
    extended: str
    notice: str


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month."""

    slug: str
    title: str
    rows: tuple[DayLine, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Every day of one year, the laws it knew, and the other years."""

    here: Here
    through: str
    laws: tuple[LawLine, ...]
    months: tuple[Month, ...]
    years: tuple[Named, ...]


def plan_deadlines(prepared: Prepared) -> Iterator[Page]:
    """The calculator, and a page for each year of the confirmed calendar since the first law."""
    around = prepared.around
    config = prepared.catalogue.config
    since = config.requests.tables_since or FIRST.year
    calendar = calendar_of(config.calendar)
    through = around.worked_out("through", date, workdays.known_through, calendar)
    years = tuple(range(through.year, max(since, FIRST.year) - 1, -1))
    yield around.page(DEADLINE.path, "deadline.html", _calculator, (), years)
    for year in years:
        yield around.page(_path(year), "deadline-year.html", _of_year, (), year, years)


def _calculator(around: Around, entries: Sequence[Entry], years: tuple[int, ...]) -> DeadlineView:
    config = around.catalogue.config
    here = Here(
        DEADLINE.path, DEADLINE.title, "政府信息公开申请最迟哪一天答复，跳过的每一天和原因",
        APPLYING.title, (HOME, APPLYING),
    )  # fmt: skip
    table, _ = _worked_out(calendar_of(config.calendar))
    through = day_words(config.calendar.confirmed_through)
    laws = tuple(map(_law_line, LAWS))
    channels = tuple(map(str, Channel))
    first = FIRST.isoformat()
    return DeadlineView(
        here, table, channels, first, day_words(FIRST), through, laws, _named(years)
    )


def _of_year(
    around: Around, entries: Sequence[Entry], year: int, years: tuple[int, ...]
) -> YearView:
    config = around.catalogue.config
    here = Here(
        _path(year), f"{year}年答复期限表", f"{year}年每一天收到的申请最迟哪一天答复",
        APPLYING.title, (HOME, APPLYING, DEADLINE),
    )  # fmt: skip
    _, tables = _worked_out(calendar_of(config.calendar))
    through = day_words(config.calendar.confirmed_through)
    known = (law_of(date(year, 1, 1)), law_of(date(year, 12, 31)))
    laws = tuple(_law_line(law) for law in LAWS if law in known)
    return YearView(here, through, laws, tables[year], _named(years))


def _path(year: int) -> str:
    return DEADLINE.path.replace(".html", f"-{year}.html")


def _named(years: Iterable[int]) -> tuple[Named, ...]:
    return tuple(Named(f"{year}年", _path(year)) for year in years)


# A preview plans the site with every edit, the calendar changes once a year.
@lru_cache(maxsize=4)
def _worked_out(calendar: workdays.Calendar) -> tuple[str, Mapping[int, tuple[Month, ...]]]:
    """What the script knows, as JSON, and the tables of each year."""
    days = workdays.last_days(calendar, FIRST, _counts)
    tables = {
        year: tuple(
            Month(f"m-{month}", f"{month}月", tuple(_day_line(*one) for one in found))
            for month, found in groupby(of_year, lambda one: one[0].date.month)
        )
        for year, of_year in groupby(days, lambda one: one[0].date.year)
    }
    table = encoded(_table(calendar, [status for status, _ in days]))
    return table, MappingProxyType(tables)


def _counts(day: date) -> tuple[int | None, ...]:
    """The working days that the law of *day* gives: answer, with extension, notice."""
    law = law_of(day)
    return (law.reply, law.reply + law.extension, law.notice) if law else (None, None, None)


def _law_line(law: Law) -> LawLine:
    return LawLine(
        law.source, day_words(law.since), law.reply, law.extension, law.notice, law.consulted
    )


def _day_line(status: Status, lasts: tuple[date | None, ...]) -> DayLine:
    day = status.date
    told = (
        UNREGULATED if count is None else day_words(last) or UNKNOWN
        for count, last in zip(_counts(day), lasts, strict=True)
    )
    weekday = workdays.WEEKDAYS[day.weekday()][0]
    works = status.kind in workdays.WORKED
    plain = "工作日" if works else "周末"
    said = plain if status.zh == weekday else days_in_words(status.zh)
    return DayLine(f"{day.month}月{day.day}日 {weekday}", said, works, *told)


def _table(calendar: workdays.Calendar, days: list[Status]) -> dict[str, object]:
    """All that the script knows; a letter for each day, and a reason for each holiday in turn."""
    one, other = date.min, date.max
    return {
        "first": FIRST.isoformat(),
        "through": calendar.confirmed_through.isoformat(),
        "days": "".join(LETTERS[status.kind] for status in days),
        "holidays": [status.zh for status in days if status.kind is DayKind.HOLIDAY],
        "weekdays": [zh for zh, _ in workdays.WEEKDAYS],
        "laws": [
            {key: str(value) if isinstance(value, date) else value for key, value in law.items()}
            for law in map(asdict, LAWS)
        ],
        # How a channel starts the clock is asked of the facts, so that it is said in one place.
        "channels": {
            channel.value: {
                "confirmed": receipt(Course(one, channel, other)) == other,
                "awaited": receipt(Course(one, channel)) is None,
            }
            for channel in Channel
        },
        "words": {key: zh for key, (zh, _) in WORDS.items()}
        | {"unconfirmed": workdays.UNCONFIRMED[0], "unnoticed": workdays.UNNOTICED[0]},
    }
