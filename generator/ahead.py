"""`gongkai next-change`: the first day on which the site would differ without an edit, and why.

Nobody keeps a list of days.  The site is planned with a day that notes what it is asked: as long as
every answer stays the same, so does every page.  The first day on which an answer differs is looked
at in the same way, until one comes on which a page really differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

from generator.asked import Asked, AskedDay
from generator.exports.layout import Named
from generator.keys import fingerprint
from generator.link import link
from generator.page import Page
from generator.personal import masked
from generator.plan import plan
from generator.problems import Problem
from generator.read import Read
from generator.render import theme_of
from generator.sound import sound
from generator.words.counted import Counted

_SHOWN = 3  # differences of one row that are told
_LINES = 20  # pages that are told, and rows of one of them


@dataclass(frozen=True, slots=True)
class Turned:
    """What a row of a page says no more and says instead; *name* is what the row is about, empty
    for what the page says of its own matter, and *record* tells whether a record is so called."""

    name: str
    record: bool
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that differs: its path, its title where it is a page, whether it is that of a record
    and not a list, and what of it turned, row by row."""

    path: str
    title: str
    own: bool
    rows: tuple[Turned, ...]


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
                    "gone": [_of(row.name, text) for row in one.rows for text in row.gone],
                    "come": [_of(row.name, text) for row in one.rows for text in row.come],
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
    files = Counted(number)
    yield (
        f"{found.first}：不改动文件，有 {number} 个文件会不同。" if zh
        else f"{found.first}: {files} {files:file differs|files differ} without an edit."
    )  # fmt: skip
    telling = _telling(found.changed) or [(one, one.rows) for one in found.changed]
    for one, rows in telling[:_LINES]:
        said = "；".join(_of(row.name, _turn(row)) for row in rows[:_LINES])
        yield f"  {one.path}  {_of(one.title, said) if said else one.title}"
    if number > len(telling[:_LINES]):
        rest = Counted(number - len(telling[:_LINES]))
        yield (
            f"  另有 {rest} 个列表和数据文件。" if zh
            else f"  and {rest} {rest:list or data file|lists and data files}."
        )  # fmt: skip


def _telling(changed: tuple[Changed, ...]) -> list[tuple[Changed, tuple[Turned, ...]]]:
    """Return the pages that tell what turns, each with the rows to tell: those of the records that
    turn, then the lists with the row of a record of which nothing is told yet."""
    own = {one.title for one in changed if one.own}
    telling, known = [], {*own}
    for one in sorted(changed, key=lambda one: not one.own):
        rows = tuple(
            row
            for row in one.rows
            if (row.name not in own if one.own else row.record and row.name not in known)
        )
        if one.own or (one.title and rows):
            telling.append((one, rows))
            known |= {row.name for row in rows}
    return telling


def _turn(row: Turned) -> str:
    gone, come = ("；".join(texts) for texts in (row.gone, row.come))
    return f"{gone} → {come}" if gone and come else gone or come


def _of(name: str, text: str) -> str:
    return f"{name}：{text}" if name else text


def ahead(site: Path, *, day: date | None, today: date) -> Ahead:
    """Return what changes next on the *site* without an edit.

    Args:
        site: The folder of the site.

        day: The as-of day; None for that of config.yaml, and *today* when it names none.

        today: The day on the clock, read by the caller.
    """
    site_now = sound(site, day=day, today=today)
    if site_now.problems:
        return Ahead(site_now.day, problems=site_now.problems)
    _, assets = theme_of(site_now.theme)
    first, changed = next_change(site_now.records, assets, site_now.day)
    return Ahead(site_now.day, first, changed)


def next_change(
    records: Read, assets: tuple[tuple[str, bytes], ...], day: date
) -> tuple[date | None, tuple[Changed, ...]]:
    """Return the first day after *day* on which a page of *records* differs from that of *day*, and
    the pages that do; None where there is no such day."""
    here, asked = day, Asked()
    now = _pages(records, assets, AskedDay(here, asked))
    before = {path: fingerprint(page) for path, page in now.items()}
    while (following := asked.first) is not None:
        here, asked = following, Asked()
        then = _pages(records, assets, AskedDay(here, asked))
        after = {path: fingerprint(page) for path, page in then.items()}
        if after != before:
            differing = sorted(
                path for path in before | after if before.get(path) != after.get(path)
            )
            ids = {written.record.id for written in records.written}
            names = {_name(written.record) for written in records.written} - {""}
            return here, tuple(
                _changed(path, now.get(path), then.get(path), ids, names) for path in differing
            )
    return None, ()


def _pages(records: Read, assets: tuple[tuple[str, bytes], ...], day: date) -> Mapping[str, Page]:
    return {page.path: page for page in plan(link(records, day), assets).pages}


def _changed(
    path: str, before: Page | None, after: Page | None, ids: set[str], names: set[str]
) -> Changed:
    old, new = (Counter(_texts(page.view)) if page else Counter() for page in (before, after))
    here = getattr((after or before).view, "here", None)  # type: ignore[union-attr]
    gone, come = _by_row(old - new), _by_row(new - old)
    title = masked(here.title) if here else ""
    own = path.endswith(".html") and path.rpartition("/")[2].removesuffix(".html") in ids
    rows = (
        Turned(
            masked(name),
            name in names,
            *(tuple(row.get(name, ())[:_SHOWN]) for row in (gone, come)),
        )
        for name in dict.fromkeys([*gone, *come])
    )
    return Changed(masked(path), title, own, tuple(rows))


def _by_row(texts: Counter[tuple[str, str]]) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for name, text in texts:
        rows.setdefault(name, []).append(masked(text))
    return rows


def _texts(view: object, name: str = "", outer: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a page shows, each time it stands there, after the *name* of its row; the
    name of a row itself belongs to what is around it.  The text of a file for programs and prose
    are not taken apart."""
    if isinstance(view, str):
        # No path, no slug; prose begins with a tag.
        if len(view) <= 200 and not view.isascii() and not view.startswith("<"):
            yield (outer if view == name else name), view
    elif isinstance(view, tuple):
        for one in view:
            yield from _texts(one, *((row, name) if (row := _name(one)) else (name, outer)))
    elif is_dataclass(view):
        for one in fields(view):
            value = getattr(view, one.name)
            yield from _texts(value, name, outer)
            if one.name == "ahead" and isinstance(value, bool):
                yield name, "未到" if value else "已到"


def _name(row: object) -> str:
    """The name of a row of a page, or of a record: what it calls its title or name, or its first
    link."""
    if isinstance(row, tuple):
        named = (one.title if isinstance(one, Named) else one for one in row)
        return next((one for one in named if isinstance(one, str) and not one.isascii()), "")
    if not is_dataclass(row):
        return ""
    for one in fields(row):
        value = getattr(row, one.name)
        if isinstance(value, Named):
            return value.title
        if one.name in ("title", "name") and isinstance(value, str):
            return value
    return ""
