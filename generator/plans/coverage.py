"""梳理覆盖: lists and catalogue held against each other; categories and stages covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts.coverage import COLUMNS, counts, of_cluster, uncovered, whole
from generator.model.bodies import Cluster, Duty, DutyList, Field
from generator.model.entry import Entry
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.files import published_by
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import CLUSTER_SLUGS, HOME, Download, current, unit_link

PATH = "duties/coverage.html"
FILES = (
    Download("CSV", "duties/coverage.csv", "text/csv"),
    Download("JSON", "duties/coverage.json", "application/json"),
)
DUTIES = Crumb("事项来源清单", "duties/index.html")
NAME = 12  # characters of a name that stand beside a row of the picture


@dataclass(frozen=True, slots=True)
class Cell:
    """How many items of a row have one category or stage; *level* from 0, none, to 4, all."""

    count: int
    level: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A field or a unit: its name, in short for the picture, its cells, and how many items."""

    name: Named
    short: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The five categories and three stages by row; *gaps* counts the cells that are empty."""

    key: str
    title: str
    row: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    gaps: int


@dataclass(frozen=True, slots=True)
class ListLine:
    """One of the two lists: its items, and how many of them have items of the catalogue."""

    title: str
    total: int
    covered: int


@dataclass(frozen=True, slots=True)
class GapLine:
    """A duty without items or an item without a duty: what, and whose or where."""

    name: Named
    of: str
    where: str


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """A key cluster: its fields, its items, and how many say what, on which ground and by whom."""

    name: Named
    fields: tuple[Named, ...]
    total: int
    whole: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Both ways of the comparison, the key clusters, and the two pictures with their tables."""

    here: Here
    lists: tuple[ListLine, ...]
    duties: tuple[GapLine, ...]
    entries: tuple[GapLine, ...]
    total: int
    clusters: tuple[ClusterLine, ...]
    matrices: tuple[Matrix, ...]
    files: tuple[Download, ...]


def plan_coverage(prepared: Prepared) -> Iterator[Page]:
    """One page and its files: what the catalogue covers, and what it leaves out."""
    catalogue = prepared.catalogue
    here = Here(
        PATH,
        "梳理覆盖情况",
        "权责清单、公共服务事项清单与公开事项的双向核对，五公开和三个环节的覆盖",
        "梳理覆盖",
        (HOME, DUTIES),
    )
    gaps = uncovered(catalogue)
    bare = tuple(entry for entry in prepared.entries if not entry.duties)
    fields = _matrix(
        "fields", "各领域的五公开和环节", "领域",
        (
            (Named(one.name, f"fields/{one.id}.html"), one.name,
             catalogue.entries_of.get(one.id, ()))
            for one in _fields(catalogue)
        ),
    )  # fmt: skip
    units = _matrix(
        "units", "各单位的五公开和环节", "单位",
        (
            (Named(one.name, f"units/{one.id}.html"), one.short_name or one.name,
             published_by(catalogue, one))
            for one in current(catalogue, catalogue.units)
        ),
    )  # fmt: skip
    view = CoverageView(
        here=here,
        lists=tuple(_list(catalogue, name, gaps) for name in DutyList),
        duties=tuple(_duty_line(catalogue, duty) for duty in gaps),
        entries=tuple(_entry_line(catalogue, entry) for entry in bare),
        total=len(prepared.entries),
        clusters=tuple(_cluster(catalogue, cluster) for cluster in Cluster),
        matrices=(fields, units),
        files=FILES,
    )
    yield Page(PATH, "coverage.html", view)
    yield Page(FILES[0].path, "csv", _table(view))
    yield Page(FILES[1].path, "json", JsonFile(encoded(_record(catalogue, view, gaps, bare))))


def _matrix(
    key: str, title: str, row: str, of: Iterable[tuple[Named, str, Iterable[Entry]]]
) -> Matrix:
    rows = []
    for name, short, entries in of:
        entries = tuple(entries)
        cells = tuple(Cell(n, -(-4 * n // len(entries)) if n else 0) for n in counts(entries))
        clipped = short if len(short) <= NAME else f"{short[: NAME - 1]}…"
        rows.append(MatrixRow(name, clipped, cells, len(entries)))
    empty = sum(not cell.count for one in rows for cell in one.cells)
    return Matrix(key, title, row, tuple(map(str, COLUMNS)), tuple(rows), empty)


def _list(catalogue: Catalogue, name: DutyList, gaps: tuple[Duty, ...]) -> ListLine:
    total = sum(duty.list is name for duty in current(catalogue, catalogue.duties))
    return ListLine(str(name), total, total - sum(duty.list is name for duty in gaps))


def _duty_line(catalogue: Catalogue, duty: Duty) -> GapLine:
    unit = unit_link(catalogue, duty.unit)
    link = Named(duty.name, f"duties/index.html#{duty.id}")
    return GapLine(link, unit.title if unit else "", str(duty.list))


def _entry_line(catalogue: Catalogue, entry: Entry) -> GapLine:
    field = catalogue.get("fields", entry.field)
    return GapLine(Named(entry.name, f"entries/{entry.id}.html"), field.name, entry.group)


def _fields(catalogue: Catalogue) -> tuple[Field, ...]:
    """The fields of the day, and those that have ended and still have entries."""
    return tuple(
        one
        for one in catalogue.fields
        if catalogue.current(one) or catalogue.entries_of.get(one.id)
    )


def _cluster(catalogue: Catalogue, cluster: Cluster) -> ClusterLine:
    entries = of_cluster(catalogue, cluster)
    fields = tuple(
        Named(field.name, f"fields/{field.id}.html")
        for field in _fields(catalogue)
        if field.cluster is cluster
    )
    link = Named(str(cluster), f"clusters/{CLUSTER_SLUGS[cluster]}.html")
    return ClusterLine(link, fields, len(entries), sum(map(whole, entries)))


def _table(view: CoverageView) -> tuple[tuple[str, ...], ...]:
    head = ("分类", "名称", *view.matrices[0].columns, "事项数")
    lines = [
        (matrix.row, one.name.title, *(str(cell.count) for cell in one.cells), str(one.total))
        for matrix in view.matrices
        for one in matrix.rows
    ]
    return (head, *lines)


def _record(
    catalogue: Catalogue, view: CoverageView, gaps: tuple[Duty, ...], bare: tuple[Entry, ...]
) -> dict[str, Any]:
    return {
        "demonstration": catalogue.config.demonstration,
        "organ": catalogue.config.organ,
        "lists": [
            {"list": one.title, "duties": one.total, "covered": one.covered} for one in view.lists
        ],
        "duties_without_entries": [
            {"id": duty.id, "name": duty.name, "list": duty.list, "unit": duty.unit}
            for duty in gaps
        ],
        "entries_without_duties": [
            {"id": entry.id, "name": entry.name, "field": entry.field} for entry in bare
        ],
        "clusters": [
            {"cluster": one.name.title, "entries": one.total, "whole": one.whole}
            for one in view.clusters
        ],
        **{
            matrix.key: [
                {
                    "name": one.name.title,
                    "entries": one.total,
                    **dict(zip(matrix.columns, (cell.count for cell in one.cells), strict=True)),
                }
                for one in matrix.rows
            ]
            for matrix in view.matrices
        },
    }
