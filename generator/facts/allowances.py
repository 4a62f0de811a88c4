"""Whether something personal may stand where it was found: what config.yaml allows, and until when.

An allowance names one file, one kind and the SHA-256 of one value.  The same value in another file
is another publication, and needs another approval.
"""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.config import UNREAD, Allowance
from generator.personal import Personal
from generator.personal.kinds import PersonalKind
from generator.problems import Location, Problem, problem

# What offices have too: a duty telephone, a car, an account for donations.  Only for these a
# problem says how to allow it, because the digest of so short a number tells the number to
# whoever tries them all.
_PERHAPS_PUBLIC = frozenset({PersonalKind.MOBILE, PersonalKind.CARD, PersonalKind.PLATE})


def judged(catalogue: Catalogue, at: Location, one: Personal, *, on_page: bool) -> Problem | None:
    """Return the problem that *one* is at its place; None where it is allowed on that day.

    *on_page* tells that it was found on a finished page and in no source.  With settings that
    could not be read nothing is judged: what they allow is not known, and nothing is published.
    """
    if catalogue.config is UNREAD:
        return None
    until = max(
        (allowance.until for allowance in _allowances(catalogue, at.path, one)), default=None
    )
    if until is not None and until >= catalogue.day:
        return None
    kind, mask = one.kind.name.lower(), one.mask
    if until is not None and one.sure:
        return problem(at, "personal-data-expired", kind=kind, mask=mask, until=until)
    digest = one.digest if one.kind in _PERHAPS_PUBLIC else ""
    if not one.sure:
        return problem(at, "personal-data-suspected", kind=kind, mask=mask, sha256=digest)
    if on_page:
        return problem(at, "page-personal-data", kind=kind, mask=mask, sha256=digest)
    return problem(at, "personal-data", kind=kind, mask=mask, sha256=digest)


def _allowances(catalogue: Catalogue, file: str, one: Personal) -> list[Allowance]:
    return [
        allowance
        for allowance in catalogue.config.personal_data.allowed
        if (allowance.file, allowance.kind, allowance.sha256) == (file, one.kind, one.digest)
    ]
