"""`gongkai next-change`: the first day on which the site would differ without an edit, and why.

Nobody keeps a list of days.  The site is planned with a day that notes what it is asked: as long as
every answer stays the same, so does every page.  The first day on which an answer differs is looked
at in the same way, until one comes on which a page really differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.check import check
from generator.find import find
from generator.keys import fingerprint
from generator.link import link
from generator.page import Page
from generator.personal import masked
from generator.plan import plan
from generator.problems import Problem, Severity, sorted_once
from generator.read import Read, read
from generator.render import theme_of
from generator.store import Store
from generator.words import WORDS

_DAY = timedelta(days=1)
_SHOWN = 3  # differences of one page that are told
_LINES = 20


@dataclass(slots=True)
class _Asked:
    """The first day, after the one it was asked on, on which an answer of the day differs."""

    first: date | None = None

    def differs(self, on: date) -> None:
        if self.first is None or on < self.first:
            self.first = on


class Asking(date):
    """A day that notes from which day on what it was asked has another answer.

    It answers as the plain day does.  *ahead* is how far it lies from the day that is asked about:
    a week later is asked a week earlier.
    """

    _asked: _Asked
    _ahead: timedelta

    def __new__(cls, day: date, asked: _Asked, ahead: timedelta = timedelta()) -> Asking:
        """Be the plain *day* and tell *asked*."""
        made = super().__new__(cls, *day.timetuple()[:3])
        made._asked, made._ahead = asked, ahead
        return made

    def _plain(self) -> date:
        return date.fromordinal(date.toordinal(self))

    def _note(self, on: date, later: timedelta = timedelta()) -> None:
        try:
            self._asked.differs(on + later - self._ahead)
        except OverflowError:  # beyond the last day there is
            return

    def _exactly(self) -> None:
        self._note(self._plain(), _DAY)

    def _together(self, other: object) -> bool:
        """Whether *other* moves with this day, so that nothing between them ever differs."""
        return isinstance(other, Asking) and other._asked is self._asked

    def __lt__(self, other: date) -> bool:
        plain = _plain(other)
        if (answer := self._plain() < plain) and not self._together(other):
            self._note(plain)
        return answer

    def __le__(self, other: date) -> bool:
        plain = _plain(other)
        if (answer := self._plain() <= plain) and not self._together(other):
            self._note(plain, _DAY)
        return answer

    def __gt__(self, other: date) -> bool:
        return not self <= other

    def __ge__(self, other: date) -> bool:
        return not self < other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, date):
            return False
        plain, own = _plain(other), self._plain()
        if not self._together(other) and own <= plain:
            self._note(plain, _DAY if own == plain else timedelta())
        return own == plain

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self._exactly()
        return hash(self._plain())

    def __add__(self, other: timedelta) -> Asking:
        return Asking(self._plain() + other, self._asked, self._ahead + other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        if not self._together(other):
            self._exactly()
        return self._plain() - _plain(other)

    def __rsub__(self, other: date) -> timedelta:
        self._exactly()
        return other - self._plain()

    @property
    def year(self) -> int:
        plain = self._plain()
        if plain.year < date.max.year:
            self._note(date(plain.year + 1, 1, 1))
        return plain.year

    @property
    def month(self) -> int:
        plain = self._plain()
        if plain.month == 12:
            return self.year and plain.month
        self._note(date(plain.year, plain.month + 1, 1))
        return plain.month

    def replace(  # type: ignore[override]
        self, *, month: int | None = None, day: int | None = None
    ) -> date:
        """Return the plain day with another month or day of the month: what is replaced is not
        asked for."""
        plain, year = self._plain(), self.year
        if day is None:
            self._exactly()
        elif month is None:
            month = self.month
        return plain.replace(year, month or plain.month, day or plain.day)

    def __getattribute__(self, name: str) -> Any:
        """Whatever else is asked for tells the very day."""
        if name in _OWN:
            return object.__getattribute__(self, name)
        self._exactly()
        return getattr(self._plain(), name)

    def __repr__(self) -> str:
        self._exactly()
        return repr(self._plain())

    def __str__(self) -> str:
        self._exactly()
        return str(self._plain())

    def __format__(self, form: str) -> str:
        self._exactly()
        return format(self._plain(), form)


_OWN = frozenset(
    [
        "_asked",
        "_ahead",
        "_plain",
        "_note",
        "_exactly",
        "_together",
        "year",
        "month",
        "replace",
        "__class__",
    ]
)


def _plain(day: date) -> date:
    return day._plain() if isinstance(day, Asking) else day


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that differs: its path, its title where it is a page, whether it is that of a record
    and not a list, and what it says no more and says instead."""

    path: str
    title: str
    own: bool
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """The day asked about, the first on which a file differs, and the files; or the problems for
    which there is no site."""

    day: date | None = None
    first: date | None = None
    changed: tuple[Changed, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def record(self) -> dict[str, object]:
        """Return it as JSON holds it."""
        return {
            "as_of": str(self.day),
            "day": str(self.first) if self.first else None,
            "files": [
                {
                    "path": one.path,
                    "title": one.title,
                    "record": one.own,
                    "gone": one.gone,
                    "come": one.come,
                }
                for one in self.changed
            ],
        }


def told(found: Ahead, language: str) -> Iterator[str]:
    """Yield the lines that tell what changes next, in *language* (zh, en)."""
    zh = language == "zh"
    if found.first is None:
        yield (
            f"{found.day} 以后，不改动文件，网站不会再变。" if zh
            else f"After {found.day} nothing changes without an edit."
        )  # fmt: skip
        return
    number = len(found.changed)
    yield (
        f"{found.first}：不改动文件，有 {number} 个文件会不同。" if zh
        else f"{found.first}: {number} files differ without an edit."
    )  # fmt: skip
    telling = [one for one in found.changed if one.own] or [*found.changed]
    for one in telling[:_LINES]:
        gone, come = ("；".join(texts) for texts in (one.gone, one.come))
        said = f"{gone} → {come}" if gone and come else gone or come
        yield f"  {one.path}  {one.title}{f'：{said}' if said else ''}"
    if rest := number - len(telling[:_LINES]):
        yield f"  另有 {rest} 个列表和数据文件。" if zh else f"  and {rest} lists and data files."


def ahead(site: Path, *, day: date | None, today: date) -> Ahead:
    """Return what changes next on the *site* without an edit.

    Args:
        site: The folder of the site.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.
    """
    found = find(site)
    if found.config is None:
        return Ahead(problems=found.problems)
    records = read(found.config, found.sources, Store(site / ".cache"))
    as_of = day or (records.config.as_of if records.config else None) or today
    problems = (*found.problems, *records.problems, *check(link(records, as_of)))
    grave = [one for one in problems if WORDS[one.rule].severity is Severity.ERROR]
    if grave:
        return Ahead(as_of, problems=sorted_once(grave))
    _, assets = theme_of(found.theme)
    first, changed = next_change(records, tuple(assets), as_of)
    return Ahead(as_of, first, changed)


def next_change(
    records: Read, assets: tuple[tuple[str, bytes], ...], day: date
) -> tuple[date | None, tuple[Changed, ...]]:
    """Return the first day after *day* on which a page of *records* differs from that of *day*, and
    the pages that do; None where there is no such day."""
    here, asked = day, _Asked()
    now = _pages(records, assets, Asking(here, asked))
    before = {path: fingerprint(page) for path, page in now.items()}
    while (following := asked.first) is not None:
        here, asked = following, _Asked()
        then = _pages(records, assets, Asking(here, asked))
        after = {path: fingerprint(page) for path, page in then.items()}
        if after != before:
            differing = sorted(
                path for path in before | after if before.get(path) != after.get(path)
            )
            ids = {written.record.id for written in records.written}
            return here, tuple(
                _changed(path, now.get(path), then.get(path), ids) for path in differing
            )
    return None, ()


def _pages(records: Read, assets: tuple[tuple[str, bytes], ...], day: date) -> Mapping[str, Page]:
    return {page.path: page for page in plan(link(records, day), assets).pages}


def _changed(path: str, before: Page | None, after: Page | None, ids: set[str]) -> Changed:
    old, new = (dict.fromkeys(_texts(page.view)) if page else {} for page in (before, after))
    here = getattr((after or before).view, "here", None)  # type: ignore[union-attr]
    gone = [masked(text) for text in old if text not in new]
    come = [masked(text) for text in new if text not in old]
    title = masked(here.title) if here else ""
    own = path.endswith(".html") and path.rpartition("/")[2].removesuffix(".html") in ids
    return Changed(masked(path), title, own, tuple(gone[:_SHOWN]), tuple(come[:_SHOWN]))


def _texts(view: object) -> Iterator[str]:
    """Every text that a page shows; the text of a file for programs is not taken apart."""
    if isinstance(view, str):
        if len(view) <= 200 and not view.isascii():  # no path, no slug
            yield view
    elif isinstance(view, tuple):
        for one in view:
            yield from _texts(one)
    elif is_dataclass(view):
        for one in fields(view):
            yield from _texts(getattr(view, one.name))
