"""Which registered law or document a basis names (公开依据 → 法规、文件)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.facts.validity import starts
from generator.life import Life
from generator.model.document import Document
from generator.model.entry import Basis
from generator.model.kinds import ACTS
from generator.model.register import Law
from generator.terms import document_number, law_title

Act = Law | Document

_TITLE = re.compile(r"《(.+)》", re.DOTALL)
# What a notice brings: 关于印发《…》的通知, with or without the marks.
_BROUGHT = re.compile(
    r"(?:印发|公布|发布|转发)(?:《(.+)》|(.+?))的(?:通知|公告|决定|通告)$", re.DOTALL
)


def by_name(
    laws: Iterable[Law],
    documents: Iterable[Document],
    lives: Mapping[str, Life],
    ends: Mapping[str, date],
) -> dict[str, tuple[Act, ...]]:
    """Return the acts that bear a compared title or number, what is in force last.

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

    def standing(act: Act) -> tuple[bool, str, str]:
        life = lives.get(act.id)
        ended = life.ended if life else ends.get(act.id)
        begun = act.effective if isinstance(act, Law) else starts(act)
        return ended is None, str(begun or ""), act.id

    return {name: tuple(sorted(same, key=standing)) for name, same in (found | brought).items()}


def law_ends(laws: Iterable[Law]) -> dict[str, date]:
    """Return the day from which each law is no longer in force: what it says itself, or the day
    on which another that replaces it takes effect."""
    laws = tuple(laws)
    ends = {law.id: law.ended for law in laws if law.ended}
    for law in laws:
        for old in law.replaces:
            if law.effective and old not in ends:
                ends[old] = law.effective
    return ends


def act_of(basis: Basis, catalogue: Catalogue) -> Act | None:
    """Return the law or document that *basis* names, None when no register holds it.

    A basis that names its edition or number gets that edition; otherwise the one in force now:
    a bare title means the law as it stands.  One that names an id needs no title.
    """
    if basis.document:
        found: Act | None = catalogue.get(ACTS, basis.document)
        return found
    title = _TITLE.search(basis.title)
    editions = catalogue.acts_of.get(law_title(title[1] if title else basis.title), ())
    if not editions and basis.number:
        editions = catalogue.acts_of.get(document_number(basis.number), ())
    for wanted, of in ((basis.edition, "edition"), (basis.number, "number")):
        for act in editions:
            if wanted and document_number(getattr(act, of, "")) == document_number(wanted):
                return act
    return editions[-1] if editions else None
