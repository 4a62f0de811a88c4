"""政府信息公开目录 by unit: 索引号、名称、内容概述、生成日期 (条例第十二条; 157号 规程 二(七)).

Not the standard catalogue: it lists the documents that a unit has issued, those open on request
with the rest.  A joint document stands with its lead organ alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.attributes import attribute_on
from generator.model.bodies import Unit
from generator.model.document import Document
from generator.page import Crumb, Here, Page
from generator.plans.acts import StatusMark, dated
from generator.plans.prepared import Prepared
from generator.plans.shared import (
    HOME,
    Counted,
    Download,
    Leaves,
    day_words,
    in_leaves,
)

DIRECTORY = Crumb("政府信息公开目录", "directory/index.html")


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One document in the directory of a unit."""

    index_number: str
    title: str
    path: str
    number: str
    summary: str
    formed: str
    attribute: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """One page of the directory of a unit."""

    here: Here
    unit: str
    unit_path: str
    total: int
    rows: tuple[DirectoryRow, ...]
    leaves: Leaves
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class DirectoriesView:
    """The units with a directory, and how many documents each lists."""

    here: Here
    links: tuple[Counted, ...]


def plan_directories(prepared: Prepared) -> Iterator[Page]:
    """The directory of each unit, and the list of them."""
    catalogue = prepared.catalogue
    organ, documents_of = catalogue.config.organ, prepared.around.documents_of
    units = [unit for unit in catalogue.units if catalogue.current(unit) or unit.id in documents_of]
    here = Here(
        DIRECTORY.path,
        DIRECTORY.title,
        f"{organ}及所属单位的政府信息公开目录",
        DIRECTORY.title,
        (HOME,),
    )
    links = tuple(
        Counted(unit.name, f"directory/{unit.id}.html", len(documents_of.get(unit.id, ())))
        for unit in units
    )
    yield Page(here.path, "directories.html", DirectoriesView(here, links))
    for unit in units:
        yield from _of_unit(prepared, unit)


HEADS = ("索引号", "名称", "文号", "内容概述", "生成日期", "公开方式", "效力", "地址")


def _of_unit(prepared: Prepared, unit: Unit) -> Iterator[Page]:
    config = prepared.catalogue.config
    documents = prepared.around.documents_of.get(unit.id, ())
    first = f"directory/{unit.id}.html"
    files = (Download("CSV", f"directory/{unit.id}.csv", "text/csv"),)
    page = f"units/{unit.id}.html"
    rows = [_row(prepared, document) for document in documents]
    for path, suffix, shown, leaves in in_leaves(rows, config.page_size, first, below=True):
        here = Here(
            path=path,
            title=f"{unit.name}政府信息公开目录{suffix}",
            description=f"{unit.name}政府信息公开目录：索引号、名称、内容概述、生成日期{suffix}",
            column=DIRECTORY.title,
            crumbs=(HOME, DIRECTORY),
        )
        view = DirectoryView(here, unit.name, page, len(rows), tuple(shown), leaves, files)
        yield Page(path, "directory.html", view)
    table = [HEADS]
    for document, row in zip(documents, rows, strict=True):
        formed = dated(document)
        table.append((
            row.index_number, row.title, row.number, row.summary,
            formed.isoformat() if formed else "", row.attribute, row.status.title,
            f"{config.address}{row.path}",
        ))  # fmt: skip
    yield Page(files[0].path, "csv", tuple(table))


def _row(prepared: Prepared, document: Document) -> DirectoryRow:
    card = prepared.around.document_card(document)
    return DirectoryRow(
        index_number=document.index_number,
        title=document.title,
        path=card.path,
        number=document.number,
        summary=document.summary,
        formed=day_words(document.formed or document.issued),
        attribute=attribute_on(document, prepared.catalogue.day).value,
        status=card.status,
    )
