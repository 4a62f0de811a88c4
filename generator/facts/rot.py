"""What is wrong with the ground an item stands on (依据核查): repealed, lapsed, changed, gone.

An item of the catalogue names its basis once and is then left alone, while laws go on changing.
Each basis is resolved to the register of laws or of documents, and judged for the day:

- what is repealed or lapsed carries nothing, and what is not in force yet carries nothing yet;
- an edition that another has taken the place of is the wrong one to name;
- an article that is no longer there cannot be looked up;
- what was amended may say something else.  That is certain where the basis names an older edition
  or the item is older than the amendment, and otherwise worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from generator.catalogue import Catalogue
from generator.facts.articles import (
    articles_in,
    existing,
    in_chinese,
    parts_in,
    whole_articles_in,
    written_in,
)
from generator.facts.bases import Act, act_of
from generator.facts.numbers import earlier_number
from generator.facts.validity import starts
from generator.life import Effect, Event, Status, since_on, span_on, status_on
from generator.model.bodies import Duty
from generator.model.document import Document
from generator.model.entry import Basis, Entry
from generator.model.register import Law
from generator.terms import folded, law_title


class Fault(StrEnum):
    """What is wrong with a basis."""

    REPEALED = "已废止"
    LAPSED = "已失效"
    EARLY = "尚未生效"
    SUPERSEDED = "已有新版本"
    ARTICLE = "条款已不存在"
    AMENDED = "已修改"
    PERHAPS = "已修改，待核对"


@dataclass(frozen=True, slots=True)
class Rot:
    """One fault of a basis: *since* when, *by* what (a law, document or clean-up) where that is
    known, the *articles* that are gone, and the first day *until* on which it may be otherwise."""

    fault: Fault
    act: Act
    since: date | None = None
    by: str = ""
    articles: str = ""
    until: date | None = None


def rot_of(basis: Basis, owner: Entry | Duty, catalogue: Catalogue) -> tuple[Rot, ...]:
    """Return what is wrong with *basis* of *owner* on the catalogue's day, nothing where it stands
    or cannot be resolved."""
    act = act_of(basis, catalogue)
    if act is None:
        return ()
    begins = act.effective if isinstance(act, Law) else starts(act)
    if begins and begins > catalogue.day:
        waits = getattr(owner, "effective", None)
        if (waits and waits >= begins) or _names_older(basis, act):
            return ()
        return (Rot(Fault.EARLY, act, until=begins),)
    if isinstance(act, Law):
        return tuple(_of_law(basis, act, catalogue))
    return tuple(_of_document(basis, act, owner, catalogue))


def _names_older(basis: Basis, act: Act) -> bool:
    """Whether *basis* names an older act than *act*, the one it was resolved to."""
    older = isinstance(act, Law) and _older(basis.edition, act)
    return older or earlier_number(basis.number, act.number)


def _of_law(basis: Basis, law: Law, catalogue: Catalogue) -> Iterator[Rot]:
    day = catalogue.day
    ended = catalogue.ends_of.get(law.id)
    if ended and ended <= day:
        begun = [
            (one.effective, one)
            for one in catalogue.laws
            if law.id in one.replaces and one.effective and one.effective <= day
        ]
        current = min(begun, key=lambda pair: pair[0])[1] if begun else None
        same = current is not None and _alike(current, law)
        fault = Fault.SUPERSEDED if same else Fault.REPEALED
        yield Rot(fault, law, ended, current.id if current else "")
        return
    if newest := _newer(law, catalogue):
        yield Rot(Fault.SUPERSEDED, law, newest.effective, newest.id)
        return
    if _names_older(basis, law):
        yield Rot(Fault.SUPERSEDED, law, law.effective, law.id)
    there = existing(law.articles)
    if there and (gone := sorted(articles_in(basis.article) - there)):
        yield Rot(Fault.ARTICLE, law, law.effective, articles=_words(gone), until=ended)


def _of_document(
    basis: Basis, document: Document, owner: Entry | Duty, catalogue: Catalogue
) -> Iterator[Rot]:
    life, day = catalogue.lives[document.id], catalogue.day
    status, until = status_on(life, day)
    if status in (Status.REPEALED, Status.LAPSED):
        span = span_on(life, day)
        fault = Fault.REPEALED if status is Status.REPEALED else Fault.LAPSED
        since = since_on(life, day)
        yield Rot(fault, document, since, span.cause.by if span.cause else "", until=until)
        return
    if _names_older(basis, document) and not basis.document:
        yield Rot(Fault.SUPERSEDED, document, life.starts, document.id, until=until)
        return
    happened = [event for event in life.events if event.day <= day]
    ends = [event for event in happened if event.effect in (Effect.REPEAL, Effect.REPLACE)]
    if gone := _gone(basis.article, ends):
        event, words = gone
        yield Rot(Fault.ARTICLE, document, event.day, event.by, words, until=until)
        return
    changed = [event for event in happened if event.effect is not Effect.KEEP]
    there: frozenset[int] = frozenset() if changed else written_in(document.body.html)
    if there and (never := sorted(articles_in(basis.article) - there)):
        yield Rot(Fault.ARTICLE, document, life.starts, articles=_words(never), until=until)
        return
    if changed and (outdated := _outdated(basis, changed[-1], owner)):
        yield Rot(outdated, document, changed[-1].day, changed[-1].by, until=until)


def _gone(article: str, ends: list[Event]) -> tuple[Event, str] | None:
    """Which of the articles that *article* names *ends* have repealed, and the first that did; of
    an article that lost a part, that part alone is gone."""
    cited, parts = articles_in(article), parts_in(article)
    whole: dict[int, Event] = {}
    part: dict[str, Event] = {}
    for event in ends:
        whole = dict.fromkeys(cited & whole_articles_in(event.articles), event) | whole
        part = dict.fromkeys(parts & parts_in(event.articles), event) | part
    if whole:
        return whole[min(whole)], _words(sorted(whole))
    if part:
        words = "、".join(sorted(part)).replace("(", "（").replace(")", "）")
        return part[min(part)], words
    return None


def _outdated(basis: Basis, change: Event, owner: Entry | Duty) -> Fault | None:
    """Whether *basis* was written before *change*: its edition tells, or the day from which its
    item applies."""
    if year := _year(basis.edition):
        return Fault.AMENDED if year < change.day.year else None
    effective = getattr(owner, "effective", None)
    if effective:
        return Fault.AMENDED if effective < change.day else None
    return Fault.PERHAPS


def _newer(law: Law, catalogue: Catalogue) -> Law | None:
    """The edition in force where it is newer than *law*, though neither says that it replaces the
    other; what names no edition may be another act of the same title."""
    newest = catalogue.acts_of.get(law_title(law.title), (law,))[-1]
    if not (isinstance(newest, Law) and newest.edition and _begun(newest, catalogue.day)):
        return None
    return newest if _older(law.edition, newest) else None


def _begun(law: Law, day: date) -> bool:
    return law.effective is None or law.effective <= day


def _older(edition: str, law: Law) -> bool:
    """Whether *edition* is older than that of *law*; one that the register does not name may be
    of the year before it takes effect."""
    named, given = _year(edition), _year(law.edition)
    if given is None and law.effective:
        given = law.effective.year - 1
    return named is not None and given is not None and named < given


def _alike(one: Law, other: Law) -> bool:
    return law_title(one.title) == law_title(other.title)


@lru_cache(maxsize=4096)
def _year(edition: str) -> int | None:
    years = re.findall(r"(?:19|20)[0-9]{2}", folded(edition))
    return max(map(int, years)) if years else None


def _words(numbers: list[int]) -> str:
    return "、".join(f"第{in_chinese(number)}条" for number in numbers)
