"""Which registered law a basis names (公开依据 → 法规)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.model.entry import Basis
from generator.model.register import Law
from generator.terms import document_number, law_title

_TITLE = re.compile(r"《(.+)》", re.DOTALL)


def by_name(laws: Iterable[Law]) -> dict[str, tuple[Law, ...]]:
    """Return the editions of each law by its compared title and by its compared number."""
    found: dict[str, tuple[Law, ...]] = {}
    for law in laws:
        for name in {law_title(law.title), document_number(law.number)} - {""}:
            found[name] = (*found.get(name, ()), law)
    return found


def law_of(basis: Basis, laws: Mapping[str, tuple[Law, ...]]) -> Law | None:
    """Return the law that *basis* names, None when the register does not hold it.

    A basis that names its edition or number gets that edition; otherwise the one in force now:
    a bare title means the law as it stands.  One that names the law's id needs no title.
    """
    if basis.document:
        return next(
            (law for same in laws.values() for law in same if law.id == basis.document), None
        )
    title = _TITLE.search(basis.title)
    editions = laws.get(law_title(title[1] if title else basis.title), ())
    if not editions and basis.number:
        editions = laws.get(document_number(basis.number), ())
    for wanted, of in ((basis.edition, "edition"), (basis.number, "number")):
        for law in editions:
            if wanted and document_number(getattr(law, of)) == document_number(wanted):
                return law
    return max(
        editions,
        key=lambda law: (law.ended is None, str(law.effective or ""), law.id),
        default=None,
    )
