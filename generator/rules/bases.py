"""Bases: numbers in the form the law gives them, titles that the register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.facts.bases import law_of
from generator.model.bodies import Duty
from generator.model.entry import Basis, Entry
from generator.problems import Location, Problem, problem

_ORDINAL = "(?:[1-9][0-9]*|[〇零一二三四五六七八九十百千]+)"
# 机关代字〔年份〕序号, an order (令), a bulletin (公告), a standard or a unified number.
_WELL_FORMED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]+〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号"
    rf"|[\u4e00-\u9fff]*令(?:（(?:19|20)[0-9]{{2}}年?）)?第{_ORDINAL}号"
    rf"|[\u4e00-\u9fff]*(?:公告)?(?:（?(?:19|20)[0-9]{{2}}年?）?)?第{_ORDINAL}号"
    r"|[A-Z]{1,6}(?:/[A-Z])? ?[0-9.]+[-—][0-9]{4}"
    r"|[A-Z]{2,8}[-—](?:19|20)[0-9]{2}[-—][0-9]+"
)
# Something in a text that means to be a number with a year, whichever brackets it has or lacks.
_MEANT = re.compile(
    r"[\u4e00-\u9fff]{1,10}\s?[〔﹝\[［(（【]\s?(?:19|20)[0-9]{2}\s?[〕﹞\]］)）】]?\s?第?[0-9]+\s*号?"
    r"|[\u4e00-\u9fff]{1,10}(?:19|20)[0-9]{2}\s?[〕﹞\]］)）】]\s?第?[0-9]+\s*号?"
)
_PARTS = re.compile(r"(.*?)[^0-9]?((?:19|20)[0-9]{2})\D*?0*([1-9][0-9]*)\D*$")


def document_numbers_are_well_formed(catalogue: Catalogue) -> Iterator[Problem]:
    """文号写作“机关代字〔年份〕序号”：六角括号、序号不编虚位、不加“第”字。"""
    for record in _with_bases(catalogue):
        for place, basis in enumerate(record.basis):
            if basis.number:
                yield from _number(catalogue.at(record, "basis", place, "number"), basis.number)
            for meant in _MEANT.finditer(basis.title):
                at = catalogue.at(record, "basis", place, "title")
                yield from _number(at, meant[0])
    for law in catalogue.laws:
        if law.number:
            yield from _number(catalogue.at(law, "number"), law.number)


def bases_are_registered(catalogue: Catalogue) -> Iterator[Problem]:
    """依据在法规登记中，修改和废止才能被发现。"""
    for record in _with_bases(catalogue):
        for place, basis in enumerate(record.basis):
            if _unknown(basis, catalogue):
                at = catalogue.at(record, "basis", place)
                yield problem(at, "basis-unknown", title=basis.title)


def _with_bases(catalogue: Catalogue) -> tuple[Entry | Duty, ...]:
    return (*catalogue.entries, *catalogue.duties)


def _unknown(basis: Basis, catalogue: Catalogue) -> bool:
    return (
        not basis.document
        and law_of(basis, catalogue.laws_of) is None
        and not any(one.kind == "laws" for one in catalogue.unread)
    )


def _number(at: Location, number: str) -> Iterator[Problem]:
    if not _WELL_FORMED.fullmatch(number):
        yield problem(at, "number-malformed", number=number, likely=_mended(number))


def _mended(number: str) -> str:
    """The number as it was probably meant, an empty text where that cannot be told."""
    parts = _PARTS.fullmatch(number.strip())
    if parts is None:
        return ""
    body, year, serial = parts.groups()
    mended = f"{body.strip()}〔{year}〕{serial}号"
    return mended if _WELL_FORMED.fullmatch(mended) else ""
