"""Which registered law or document a basis names (公开依据 → 法规、文件)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from generator.catalogue import Catalogue
from generator.facts.numbers import are_others, well_formed
from generator.facts.validity import starts
from generator.life import ENDED, Life, status_on
from generator.model.document import Document
from generator.model.entry import Basis
from generator.model.kinds import ACTS
from generator.model.register import Law
from generator.terms import document_number, law_title

Act = Law | Document

# What stands behind a title and is no part of it: （2019年修订）, （国务院令第711号）, 第二十条.
_BEHIND = re.compile(
    r"(?:[（(](?=[^）)]{0,60}[0-9０-９〇零一二三四五六七八九十])[^《》]{0,80}[）)])?"
    r"(?:第[0-9０-９〇零一二三四五六七八九十百千]+[条條][^《》]{0,80})?$"
)
# What follows 《…》 where an act is named after the one between the marks: 实施《…》办法; that
# which 《…》 lays down itself (《…》的有关规定) is no other act.
_NAMED_AFTER = re.compile(
    r"(?![等及和与、，。；,;（(第]|中|的?(?:有关|相关|各项|具体)?规定).*?"
    r"(?:办法|细则|规定|规则|条例|解释|决定|决议|方案|通知|公告|通告|意见|批复|函)(?:$|[第（(，,、])",
    re.DOTALL,
)
# What a notice brings: 关于印发《…》的通知, with or without the marks.
_BROUGHT = re.compile(
    r"(?:印发|公布|发布|转发)(?:[《〈<](.{1,300})[》〉>]|(.{1,300}?))的(?:通知|公告|决定|通告)$",
    re.DOTALL,
)


def by_name(
    laws: Iterable[Law],
    documents: Iterable[Document],
    lives: Mapping[str, Life],
    ends: Mapping[str, date],
    day: date,
) -> dict[str, tuple[Act, ...]]:
    """Return the acts that bear a compared title or number, what is in force on *day* last, and
    what has ended after what is still to come.

    A notice is known by what it brings too, where nothing has that title itself.
    """
    acts: tuple[Act, ...] = (*laws, *documents)
    found: dict[str, list[Act]] = {}
    for act in acts:
        for name in {law_title(act.title), document_number(act.number)} - {""}:
            found.setdefault(name, []).append(act)
    brought: dict[str, list[Act]] = {}
    for act in acts:
        if match := _BROUGHT.search(act.title):
            name = law_title(match[1] or match[2])
            if name not in found:
                brought.setdefault(name, []).append(act)

    def standing(act: Act) -> tuple[bool, bool, date, str]:
        if isinstance(act, Law):
            begun, ended = act.effective, ends.get(act.id, date.max) <= day
        else:
            begun, ended = starts(act), status_on(lives[act.id], day)[0] in ENDED
        here = begun is None or begun <= day
        return here and not ended, here, begun or date.min, act.id

    return {name: tuple(sorted(same, key=standing)) for name, same in (found | brought).items()}


def law_ends(laws: Iterable[Law]) -> dict[str, date]:
    """Return the day from which each law is no longer in force: what it says itself, or the day
    on which the first of those that replace it takes effect."""
    laws = tuple(laws)
    ends: dict[str, date] = {}
    dated = [(law.effective, law.replaces) for law in laws if law.effective]
    for effective, replaced in sorted(dated):
        for old in replaced:
            ends.setdefault(old, effective)
    return ends | {law.id: law.ended for law in laws if law.ended}


def act_of(basis: Basis, catalogue: Catalogue) -> Act | None:
    """Return the law or document that *basis* names, None when no register holds it.

    A basis that names its edition or number gets that edition; otherwise the one in force now:
    a bare title means the law as it stands.  One that names an id needs no title.
    """
    if basis.document:
        found: Act | None = catalogue.get(ACTS, basis.document)
        return found
    editions = named(basis.title, basis.number, catalogue)
    for wanted, of in ((basis.edition, "edition"), (basis.number, "number")):
        for act in editions:
            if wanted and document_number(getattr(act, of, "")) == document_number(wanted):
                return act
    written = document_number(basis.title)
    numbered = (act for act in editions if act.number and document_number(act.number) in written)
    return next(numbered, editions[-1] if editions else None)


def named(title: str, number: str, catalogue: Catalogue) -> tuple[Act, ...]:
    """Return the acts that bear the likeliest of the titles that *title* may mean, else *number*;
    what is in force last."""
    names = (*_names(title), document_number(number))
    return next((acts for name in names if name and (acts := catalogue.acts_of.get(name))), ())


def other_act(basis: Basis, catalogue: Catalogue) -> tuple[str, Act] | None:
    """Return the number or id of *basis* that does not go with its title, and the act that the
    register holds for it; None where they agree or the register cannot tell."""
    act = act_of(basis, catalogue)
    if act is None or not basis.title:
        return None
    titled = named(basis.title, "", catalogue)
    if basis.document:
        return (basis.document, act) if titled and act not in titled else None
    if not well_formed(basis.number):  # which is told first
        return None
    another = are_others(basis.number, act.number)
    unlike = not titled and _strange(basis.title, act.title)
    return (basis.number, act) if another or unlike else None


def _strange(one: str, other: str) -> bool:
    """Whether neither title is within the other, whichever way they are read: no short form."""
    ones, others = set(_names(one)) - {""}, set(_names(other)) - {""}
    return not any(a in b or b in a for a in ones for b in others)


def called(act: Act) -> str:
    """Return an act as it is cited: its title, with its number or edition behind it."""
    which = act.number or getattr(act, "edition", "")
    return f"{act.title}（{which}）" if which else act.title


@lru_cache(maxsize=20_000)
def _names(title: str) -> tuple[str, ...]:
    """The compared titles that *title* may mean, the likeliest first: itself, it without what
    stands behind, what it brings, what it holds between marks; or it is a number."""
    plain = _BEHIND.sub("", title.strip(), count=1)
    bare = plain.removeprefix("《").removesuffix("》")
    brought = _BROUGHT.search(bare)
    _, _, rest = title.partition("《")
    held, marked, behind = rest.rpartition("》")
    within = held if marked and not _NAMED_AFTER.match(behind) else ""
    return (
        law_title(title),
        law_title(plain),
        *map(law_title, brought.groups("") if brought else ()),
        law_title(within),
        document_number(title),
    )
