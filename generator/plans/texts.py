"""Pages of prose: guide, institution and whatever else an office writes in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.prose import Heading, Text
from generator.page import Here, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, current, day_words, placed


@dataclass(frozen=True, slots=True)
class TextView:
    """A text as safe HTML with its headings as contents."""

    here: Here
    html: str
    headings: tuple[Heading, ...]
    published: str
    source: str
    summary: str


def plan_texts(prepared: Prepared) -> Iterator[Page]:
    """One page for each text, at the root of the site."""
    catalogue = prepared.catalogue
    for text in current(catalogue, catalogue.texts):
        here = Here(
            path=f"{text.id}.html",
            title=text.title,
            description=text.summary or text.title,
            column=text.column or text.title,
            crumbs=(HOME,),
            published=text.published.isoformat() if text.published else "",
            source=text.source,
            kind="文章" if text.published and text.source else "栏目",
        )
        yield Page(here.path, "text.html", _view(here, text))


def _view(here: Here, text: Text) -> TextView:
    return TextView(
        here=here,
        html=placed(text.body.html, here.root),
        headings=tuple(heading for heading in text.body.headings if heading.rank == 2),
        published=day_words(text.published),
        source=text.source,
        summary=text.summary,
    )
