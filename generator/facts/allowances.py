"""Whether something personal may stand where it was found: what config.yaml allows, and until when.

An allowance names one file, one kind and the SHA-256 of one value.  The same value in another file
is another publication, and needs another approval.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Noted
from generator.config import UNREAD, Allowance
from generator.personal.kinds import PersonalKind
from generator.problems import Problem, problem

# What offices have too: a duty telephone, a car, an account for donations.  Only for these a
# problem says how to allow it, because the digest of so short a number tells the number to
# whoever tries them all.
_PERHAPS_PUBLIC = frozenset({PersonalKind.MOBILE, PersonalKind.CARD, PersonalKind.PLATE})


def judged(catalogue: Catalogue, noted: Noted, *, on_page: bool) -> Iterator[Problem]:
    """Yield the problem that something personal is at its place, unless it is allowed that day.

    *on_page* tells that it was found on a finished page and in no source.  With settings that
    could not be read nothing is judged: what they allow is not known, and nothing is published.
    """
    at, one = noted.at, noted.personal
    until = max((one.until for one in _allowances(catalogue, noted)), default=None)
    if catalogue.config is UNREAD or (until is not None and until >= catalogue.day):
        return
    kind, mask = one.kind.name.lower(), one.mask
    digest = one.digest if one.kind in _PERHAPS_PUBLIC else ""
    if not one.sure:
        yield problem(at, "personal-data-suspected", kind=kind, mask=mask, sha256=digest)
    elif until is not None:
        yield problem(at, "personal-data-expired", kind=kind, mask=mask, until=until)
    elif on_page:
        yield problem(at, "page-personal-data", kind=kind, mask=mask, sha256=digest)
    else:
        yield problem(at, "personal-data", kind=kind, mask=mask, sha256=digest)


def _allowances(catalogue: Catalogue, noted: Noted) -> list[Allowance]:
    meant = (noted.at.path, noted.personal.kind, noted.personal.digest)
    allowed = catalogue.config.personal_data.allowed
    return [one for one in allowed if (one.file, one.kind, one.sha256) == meant]
