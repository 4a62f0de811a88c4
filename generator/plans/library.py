"""The register of documents: the whole, and by status, year, genre and topic; the same as files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.facts.attributes import attribute_on
from generator.facts.validity import starts
from generator.life import Status, end_of
from generator.model.document import Attribute, Document
from generator.page import Here, Page
from generator.plans.acts import (
    DOCUMENTS,
    STATUS_SLUGS,
    DocumentCard,
    StatusMark,
    dated,
    issuers,
    status_mark,
)
from generator.plans.machine import document_row, document_text, documents_file
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Counted, Download, Leaves, in_leaves

FILES = (
    Download("CSV", "documents/index.csv", "text/csv"),
    Download("JSON", "documents/index.json", "application/json"),
)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to look through the register: its name and the lists it leads to."""

    title: str
    links: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class RegisterOpening:
    """What stands above the register on its first page: how many, the filter, its files."""

    total: int
    rows: str
    choices: tuple[tuple[str, str, int, tuple[str, ...]], ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """One page of the register, whole or of one status, year, genre or topic."""

    here: Here
    title: str
    lead: str
    opening: RegisterOpening | None
    facets: tuple[Facet, ...]
    marks: tuple[StatusMark, ...]
    cards: tuple[DocumentCard, ...]
    leaves: Leaves


def plan_register(prepared: Prepared) -> Iterator[Page]:
    """The register of documents, whole and by status, year, genre and topic, and as files."""
    catalogue, around = prepared.catalogue, prepared.around
    documents = around.documents
    facets, lists = _facets(prepared)
    lead = (
        "本级政府和部门印发的文件，每件写明是否现行有效。"
        "效力由文件的期限、修改、废止和清理结果推算，不由人工填写。"
    )
    yield from _list(prepared, documents, DOCUMENTS.path, "文件", lead, facets, whole=True)
    for title, path, found in lists:
        yield from _list(prepared, found, path, title, "", facets)
    rows = tuple(document_row(catalogue, one, around.document_card(one)) for one in documents)
    yield Page("documents/rows.js", "rows", rows)
    texts = tuple(document_text(catalogue, document) for document in documents)
    yield Page(FILES[1].path, "json", documents_file(catalogue, texts))
    yield Page(FILES[0].path, "csv", tuple(_table(catalogue, documents)))


def _facets(
    prepared: Prepared,
) -> tuple[tuple[Facet, ...], list[tuple[str, str, list[Document]]]]:
    """The ways through the register, and every list they lead to: title, path, documents."""
    catalogue = prepared.catalogue
    statuses: dict[str, list[Document]] = {status: [] for status in STATUS_SLUGS}
    years: dict[int, list[Document]] = {}
    for document in prepared.around.documents:
        statuses[prepared.around.document_card(document).status.title].append(document)
        if day := dated(document):
            years.setdefault(day.year, []).append(document)
    ways = [
        (
            "效力",
            [(name, f"status/{STATUS_SLUGS[Status(name)]}", statuses[name]) for name in statuses],
        ),
        (
            "年份",
            [(f"{year}年", f"year/{year}", years[year]) for year in sorted(years, reverse=True)],
        ),
    ]
    for title, vocabulary, of in (("公文种类", "genres", _genre), ("主题", "topics", _topic)):
        terms = [
            (term.name, f"{vocabulary.removesuffix('s')}/{term.slug}", of)
            for words in catalogue.vocabularies
            if words.id == vocabulary
            for term in words.values
            if term.slug
        ]
        held: dict[str, list[Document]] = {}
        for document in prepared.around.documents:
            held.setdefault(of(document), []).append(document)
        ways.append((title, [(name, path, held.get(name, [])) for name, path, _ in terms]))
    held_by = [
        Counted(unit.name, f"directory/{unit.id}.html", len(prepared.around.documents_of[unit.id]))
        for unit in catalogue.units
        if unit.id in prepared.around.documents_of
    ]
    facets = []
    lists = []
    for title, members in ways:
        shown = [(name, f"documents/{path}.html", found) for name, path, found in members if found]
        facets.append(Facet(title, tuple(Counted(n, p, len(found)) for n, p, found in shown)))
        lists += [(f"{title}：{name}", path, found) for name, path, found in shown]
    facets.append(Facet("发文机关", tuple(held_by)))
    return tuple(facet for facet in facets if facet.links), lists


def _genre(document: Document) -> str:
    return document.genre


def _topic(document: Document) -> str:
    return document.topic.partition("\\")[0].strip()


def _list(
    prepared: Prepared, documents: Sequence[Document], first: str, title: str, lead: str,
    facets: tuple[Facet, ...], *, whole: bool = False,
) -> Iterator[Page]:  # fmt: skip
    catalogue = prepared.catalogue
    marks = tuple(StatusMark(status.value, slug, "") for status, slug in STATUS_SLUGS.items())
    size = catalogue.config.page_size
    for path, suffix, shown, leaves in in_leaves(documents, size, first):
        here = Here(
            path=path,
            title=f"{title}{suffix}",
            description=f"{catalogue.config.organ}文件登记：{title}{suffix}",
            column="文件",
            crumbs=(HOME,) if whole else (HOME, DOCUMENTS),
        )
        opening = _opening(prepared) if whole and leaves.number == 1 else None
        cards = tuple(prepared.around.document_card(one) for one in shown)
        view = RegisterView(here, title, lead, opening, facets, marks, cards, leaves)
        yield Page(path, "documents.html", view)


def _opening(prepared: Prepared) -> RegisterOpening:
    documents, card_of = prepared.around.documents, prepared.around.document_card
    bodies = [name for one in documents for name in card_of(one).issuers]
    years = {str(day.year) for one in documents if (day := dated(one))}
    choices = (
        ("status", "效力", 5, tuple(status.value for status in STATUS_SLUGS)),
        ("year", "年份", 8, tuple(sorted(years, reverse=True))),
        ("issuer", "发文机关", 3, tuple(dict.fromkeys(bodies))),
        ("genre", "公文种类", 6, tuple(sorted({one.genre for one in documents} - {""}))),
        ("topic", "主题", 7, tuple(sorted({_topic(one) for one in documents} - {""}))),
        ("attribute", "公开属性", 9, tuple(one.value for one in Attribute)),
    )
    return RegisterOpening(len(documents), "documents/rows.js", choices, FILES)


HEADS = (
    "编号", "索引号", "标题", "文号", "统一编号", "发文机关", "生成日期", "发布日期", "施行日期",
    "有效期至", "效力", "公开属性", "公文种类", "主题分类", "内容概述", "地址",
)  # fmt: skip


def _table(catalogue: Catalogue, documents: Sequence[Document]) -> Iterator[tuple[str, ...]]:
    yield HEADS
    for one in documents:
        end = end_of(catalogue.lives[one.id], catalogue.day)
        days = (one.formed, one.published, starts(one), end)
        formed, published, effective, ends = (day.isoformat() if day else "" for day in days)
        yield (
            one.id, one.index_number, one.title, one.number, one.register_number,
            "、".join(body.title for body in issuers(catalogue, one)), formed, published, effective,
            ends, status_mark(catalogue, one).title, attribute_on(one, catalogue.day).value,
            one.genre, one.topic, one.summary, f"{catalogue.config.address}documents/{one.id}.html",
        )  # fmt: skip
