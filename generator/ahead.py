"""`gongkai next-change`: the first day on which the site would differ without an edit, and why.

Nobody keeps a list of days.  The site is planned with a day that notes what it is asked: as long as
every answer stays the same, so does every page.  The first day on which an answer differs is looked
at in the same way, until one comes on which a page really differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

from generator.asked import Asked, AskedDay
from generator.keys import fingerprint
from generator.link import link
from generator.page import Page
from generator.personal import masked
from generator.plan import plan
from generator.problems import Problem
from generator.read import Read
from generator.render import theme_of
from generator.sound import sound

_SHOWN = 3  # differences of one page that are told
_LINES = 20


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
