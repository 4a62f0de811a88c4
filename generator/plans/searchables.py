"""What the pages of records offer to search, taken from their views.

Only what stands on a page goes into the search, because it is read from the page's view: what the
wall keeps from a page cannot be found either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from itertools import chain
from types import MappingProxyType
from typing import Any

from generator.exports.layout import Named
from generator.page import Page
from generator.plans.bodies import UnitView
from generator.plans.cases import CaseView
from generator.plans.documents import DocumentView
from generator.plans.entries import EntryView
from generator.plans.reports import ReportView
from generator.plans.talks import TalkView
from generator.plans.texts import TextView
from generator.search.records import FACETS, Searchable, Values

# Where one paragraph ends and the next begins; other tags stand within one.
_BLOCK = re.compile(
    r"</?(?:p|li|ol|ul|h[1-6]|td|th|tr|table|dd|dt|dl|blockquote|pre|div|br|hr)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_NONE: tuple[Values, ...] = ((),) * len(FACETS)


def searchable(pages: Iterable[Page]) -> tuple[Searchable, ...]:
    """Return what *pages* offer to search, in the order of their paths."""
    return tuple(sorted(chain.from_iterable(map(offered, pages)), key=lambda one: one.path))


def may_offer(page: Page) -> bool:
    """Return whether a page of this sort offers anything to search."""
    return page.writer in _MAKERS


def offered(page: Page) -> Iterator[Searchable]:
    """Yield what *page* offers to search, if anything."""
    if may_offer(page):
        yield _MAKERS[page.writer](page.view)


def paragraphs(html: str) -> Values:
    """Return the text of safe HTML, paragraph by paragraph."""
    parts = (unescape(_TAG.sub("", part)).strip() for part in _BLOCK.split(html))
    return tuple(part for part in parts if part)


def _entry(view: EntryView) -> Searchable:
    named = {
        "basis": tuple(basis.text for basis in view.bases),
        "subject": _titles(view.subjects),
        "content": view.content,
    }
    channels = (
        f"{box.name}（{box.text}）" if box.text else box.name for box in view.channels if box.used
    )
    return _made(
        view.here.path, view.name,
        view.group, view.subgroup, view.field.title, *named["content"], *named["basis"],
        view.limit, *named["subject"], view.method, *channels, view.audience, *view.levels,
        *_titles(view.duties), *(one.title for one in (*view.categories, *view.stages)),
        view.cluster.title if view.cluster else "", view.number,
        *(value for _, value in view.extra), view.effective, view.remarks, view.source,
        named=named,
        facets=_facets(
            category=tuple(mark.title for mark in view.categories),
            field=(view.field.title,),
            unit=named["subject"],
            method=_given(view.method),
            level=view.levels,
        ),
        limit=view.limit,
        day=view.here.published,
    )  # fmt: skip


def _document(view: DocumentView) -> Searchable:
    issuers = _titles(view.issuers)
    return _made(
        view.here.path, view.title,
        view.number, view.register_number, view.index_number, *issuers, view.attribute,
        view.genre, view.topic, view.status.title, view.formed, view.issued, view.published,
        view.effective, view.summary, view.source, "规范性文件" if view.normative else "",
        *(file.title for file in view.attachments),
        texts=paragraphs(view.html),
        named={"subject": issuers},
        facets=_facets(unit=issuers, method=(view.attribute,), status=(view.status.title,)),
        day=view.here.published,
    )  # fmt: skip


def _talk(view: TalkView) -> Searchable:
    units = _titles((view.unit,) if view.unit else ())
    return _made(
        view.here.path, view.title,
        *units, *_titles(view.matters), view.sign.title,
        *(value for _, value in (*view.facts, *view.report)),
        texts=paragraphs(view.html),
        named={"subject": units},
        facets=_facets(unit=units, status=_given(view.sign.title)),
        day=view.here.published,
    )  # fmt: skip


def _case(view: CaseView) -> Searchable:
    return _made(
        view.here.path, view.here.title,
        view.line.outcome, view.line.summary, view.line.topic, view.line.year, view.applicant,
        view.line.contested, *view.articles, view.published, view.source,
        texts=paragraphs(view.html),
        facets=_facets(status=_given(view.line.contested)),
        day=view.here.published,
    )  # fmt: skip


def _report(view: ReportView) -> Searchable:
    units = _titles((view.line.unit,) if view.line.unit else ())
    texts = (text for part in view.parts for text in (part.title, *paragraphs(part.html)))
    return _made(
        view.here.path, view.here.title, *units, view.line.published, view.source,
        texts=tuple(texts),
        named={"subject": units},
        facets=_facets(unit=units),
        day=view.here.published,
    )  # fmt: skip


def _unit(view: UnitView) -> Searchable:
    unit = view.unit
    return _made(
        view.here.path, unit.name,
        unit.kind, unit.level, unit.leader, unit.office, unit.coordination, unit.address,
        unit.hours, unit.phone, unit.fax, unit.email, unit.postcode, unit.code,
        *_titles(one for one in (view.parent, view.guided_by) if one), *_titles(view.below),
        *_titles(view.duties),
        facets=_facets(unit=(unit.name,), level=_given(unit.level)),
    )  # fmt: skip


def _text(view: TextView) -> Searchable:
    return _made(
        view.here.path, view.here.title, view.published, view.source, view.summary,
        texts=paragraphs(view.html), day=view.here.published,
    )  # fmt: skip


# The pages that can be found, by their templates.
_MAKERS: MappingProxyType[str, Callable[[Any], Searchable]] = MappingProxyType(
    {
        "entry.html": _entry,
        "document.html": _document,
        "talk.html": _talk,
        "case.html": _case,
        "report.html": _report,
        "unit.html": _unit,
        "text.html": _text,
    }
)


def _made(
    path: str,
    name: str,
    *elements: str,
    texts: Values = (),
    named: Mapping[str, Values] = MappingProxyType({}),
    facets: tuple[Values, ...] = _NONE,
    limit: str = "",
    day: str = "",
) -> Searchable:
    """A record from what its page shows; what is empty is left out."""
    folder, _, file = path.rpartition("/")
    return Searchable(
        kind=folder or "pages",
        id=file.removesuffix(".html"),
        path=path,
        name=name,
        elements=_given(*elements),
        texts=texts,
        named=tuple((key, of) for key, of in named.items() if of),
        facets=facets,
        limit=limit,
        day=day,
    )


def _facets(**values: Values) -> tuple[Values, ...]:
    return tuple(values.get(facet, ()) for facet in FACETS)


def _titles(links: Iterable[Named]) -> Values:
    return tuple(link.title for link in links)


def _given(*words: str) -> Values:
    return tuple(str(word) for word in words if word)
