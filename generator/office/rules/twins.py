"""One document has one record, whatever id another was given (157号 规程 二(七))."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.facts.attributes import attribute_on
from generator.model.document import AnyAttribute, Paper
from generator.office.sides import Sides, is_withheld
from generator.problems import Problem, problem
from generator.terms import document_number, law_title

_NUMBERS = MappingProxyType(
    {"number": "文号", "index_number": "索引号", "register_number": "统一编号"}
)
_DIGIT = re.compile(r"[0-9]")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
# A number that does not tell whose it is: 2020年第3号, 公告第3号.
_BARE = re.compile(r"[0-9〔〕年号公通告令]*")


def documents_are_on_one_side(sides: Sides) -> Iterator[Problem]:
    """一份文件只登记在一侧：编号、文号、索引号、统一编号都不在另一侧重复。"""
    public = _by_number(sides.public.documents)
    for document in sides.documents:
        twin = sides.published(document.id)
        open_now = twin and attribute_on(twin, sides.public.day) is AnyAttribute.PROACTIVE
        if twin and (is_withheld(document) or open_now):
            at = sides.at(document, "id")
            yield problem(at, "office-both-sides", id=document.id, other=twin.id, key="编号")
        for key, other in _numbered(sides, document, public):
            at = sides.at(document, key)
            yield problem(
                at, "office-both-sides", id=document.id, other=other.id, key=_NUMBERS[key]
            )


def documents_are_not_alike(sides: Sides) -> Iterator[Problem]:
    """内部一侧的文件与公开一侧的文件，标题和发文机关不相同；同名的由文号或者日期分开。"""
    public = _by_number(sides.public.documents)
    titled: dict[str, list[Paper]] = defaultdict(list)
    for one in sides.public.documents:
        titled[law_title(one.title)].append(one)
    for document in sides.documents:
        if sides.published(document.id) or any(_numbered(sides, document, public)):
            continue
        for other in titled.get(law_title(document.title), ()):
            if not _apart(sides, document, other):
                at = sides.at(document, "title")
                yield problem(at, "office-both-sides-perhaps", id=document.id, other=other.id)
                break


def internal_documents_are_registered_once(sides: Sides) -> Iterator[Problem]:
    """内部一侧的文号、索引号、统一编号各指一件文件。"""
    public, internal = _by_number(sides.public.documents), _by_number(sides.documents)
    for document in sides.documents:
        if any(_numbered(sides, document, public)):
            continue  # graver, and told already
        for key, other in _numbered(sides, document, internal):
            at = sides.at(document, key)
            yield problem(
                at, "office-number-repeated", id=document.id, other=other.id, key=_NUMBERS[key]
            )


def texts_are_of_their_document(sides: Sides) -> Iterator[Problem]:
    """依申请公开的正文与公开一侧的同一编号，文号、索引号、统一编号也相同，不会提供错文件。"""
    for text in sides.documents:
        public = None if is_withheld(text) else sides.published(text.id)
        for key in _NUMBERS if public else ():
            own, other = _compared(getattr(text, key)), _compared(getattr(public, key))
            if own and other and own != other:
                at = sides.at(text, key)
                yield problem(at, "office-text-other", id=text.id, key=_NUMBERS[key])


Numbered = Mapping[tuple[str, str], list[Paper]]


def _by_number(papers: Iterable[Paper]) -> Numbered:
    """The documents that bear a compared number, by its kind and itself."""
    found: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for one in papers:
        for key in _NUMBERS:
            if number := _compared(getattr(one, key)):
                found[key, number].append(one)
    return found


def _numbered(sides: Sides, paper: Paper, known: Numbered) -> Iterator[tuple[str, Paper]]:
    """Yield the first other document that has a number of *paper*, with the number's kind; none
    where the first is its own record."""
    for key in _NUMBERS:
        number = _compared(getattr(paper, key))
        same = known.get((key, number), ())
        if _BARE.fullmatch(number):
            same = [one for one in same if one.id == paper.id or _together(sides, paper, one)]
        if same and same[0].id != paper.id:
            yield key, same[0]


def _compared(number: str) -> str:
    """A number whichever brackets, dashes, 第 and leading zeros its author typed; none where there
    are no figures, as in 无."""
    plain = document_number(number).replace("第", "")
    return _ZEROS.sub("", plain) if _DIGIT.search(plain) else ""


def _together(sides: Sides, one: Paper, other: Paper) -> bool:
    """Whether two documents have an issuer in common."""
    names, others = (
        {name for body in paper.issuers for name in sides.names(body)} for paper in (one, other)
    )
    return bool(names & others)


def _apart(sides: Sides, one: Paper, other: Paper) -> bool:
    """Whether something tells two documents of one title apart: a number, a day, the issuers."""
    numbers = (_compared(one.number), _compared(other.number))
    days = ((one.formed, other.formed), (one.issued, other.issued))
    if any(all(pair) and pair[0] != pair[1] for pair in (numbers, *days)):
        return True
    return bool(one.issuers and other.issuers) and not _together(sides, one, other)
