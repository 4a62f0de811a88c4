"""年度报告: each published report in the official form, and what they say of applications.

Tables of before 2021, in rows of another form, are shown as they were written and summed nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from generator import markup
from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.facts import annual
from generator.facts.annual import APPLICANTS, CARRIED, DISPUTES, LEFT, NEW, RULINGS, SUM, TOTAL
from generator.facts.reports import due_on, government, in_form, public, rows_of
from generator.model.report import Report
from generator.model.request import GROUPS, Outcome
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.machine import encoded
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download, day_words, placed, unit_link

REPORTS = Crumb("政府信息公开工作年度报告", "reports/index.html")
FILES = (
    Download("CSV", "reports/index.csv", "text/csv"),
    Download("JSON", "reports/index.json", "application/json"),
)
LEAST = 5  # of fewer no share is told
# The groups of table 三 under which applications are counted for the public.
_TOLD = MappingProxyType({"(一)": "予以公开", "(二)": "部分公开", **GROUPS})


# What the form prints behind the words of a row.
_ASIDE = MappingProxyType({Outcome.PARTLY: "（区分处理的，只计这一情形，不计其他情形）"})
# The rows of each table with the heads of their columns, by the part that holds it.
_FORMS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "二": annual.SECOND,
    "三": dict.fromkeys(annual.THIRD, APPLICANTS),
    "四": dict.fromkeys(DISPUTES, RULINGS),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a table: how deep it stands, its words, its figures."""

    depth: int
    words: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the second table that share a provision and the heads of their columns."""

    item: str
    heads: tuple[str, ...]
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the six parts: its number, title and text; *older* is its table where it is one of
    before 2021, *bare* whether there is neither text nor table."""

    number: str
    title: str
    html: str
    older: Block | None
    bare: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list: whose, of which year, when it was published, its main figures."""

    link: Named
    unit: Named | None
    year: int
    published: str
    late: bool
    new: str
    carried: str
    handled: str
    left: str


@dataclass(frozen=True, slots=True)
class Share:
    """What became of applications, or who applied: how many, and their share of enough."""

    words: str
    count: str
    rate: str


@dataclass(frozen=True, slots=True)
class YearView:
    """What the published reports of one year say of applications, taken together; that of the
    government alone where there is one, since it counts what all units received (*whole*)."""

    year: int
    reports: int
    whole: bool
    new: str
    handled: str
    outcomes: tuple[Share, ...]
    applicants: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """All published reports, the latest year first, and their sums by year; *older* is whether
    some have tables of before 2021."""

    here: Here
    rows: tuple[ReportLine, ...]
    older: bool
    years: tuple[YearView, ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: its six parts and three tables, the years before and after; a table of before
    2021 stands in its part, and nothing in its place here."""

    here: Here
    line: ReportLine
    parts: tuple[Part, ...]
    second: tuple[Block, ...]
    applicants: tuple[str, ...]
    third: tuple[FormRow, ...]
    rulings: tuple[str, ...]
    disputes: tuple[str, ...]
    fourth: tuple[str, ...]
    source: str
    previous: Named | None
    following: Named | None


def plan_reports(prepared: Prepared) -> Iterator[Page]:
    """The list of published reports with sums by year, a page for each, and their tables."""
    catalogue = prepared.catalogue
    found = public(catalogue)
    here = Here(
        REPORTS.path, REPORTS.title, f"{catalogue.config.organ}各单位政府信息公开工作年度报告",
        REPORTS.title, (HOME,),
    )  # fmt: skip
    rows = tuple(_line(catalogue, report) for report in found)
    older = any(not in_form(report, name) for report in found for name in _FORMS)
    years = tuple(_years(found, government(catalogue)))
    yield Page(here.path, "reports.html", ReportsView(here, rows, older, years, FILES))
    of = {(one.unit, one.year): one for one in found}
    for report in found:
        yield _page(catalogue, report, of)
    heads = ("编号", "年度", "单位", "表", "行", "列", "数字")
    table = tuple(row for report in found for row in _cells(catalogue, report))
    yield Page(FILES[0].path, "csv", (heads, *table))
    head = {"demonstration": catalogue.config.demonstration, "organ": catalogue.config.organ}
    texts = tuple(_text(report) for report in found)
    yield Page(FILES[1].path, "json", JsonFile(encoded(head), texts, "reports"))


def _line(catalogue: Catalogue, report: Report) -> ReportLine:
    third = annual.table(report.tables.third, coded=True)
    unit, link = catalogue.get("units", report.unit), unit_link(catalogue, report.unit)

    def of(row: str) -> str:
        if in_form(report, "三"):
            return _figure(annual.cells(third, row, len(APPLICANTS))[-1])
        return _figure(third[row][-1]) if third.get(row) else "—"

    late = bool(unit and report.published and report.published > due_on(unit, report.year))
    title = f"{link.title if link else report.unit}{report.year}年政府信息公开工作年度报告"
    return ReportLine(
        Named(title, f"reports/{report.id}.html"), link, report.year,
        day_words(report.published), late, of(NEW), of(CARRIED), of(SUM), of(LEFT),
    )  # fmt: skip


def _page(catalogue: Catalogue, report: Report, of: dict[tuple[str, int], Report]) -> Page:
    line = _line(catalogue, report)
    here = Here(
        path=line.link.path,
        title=line.link.title,
        description=line.link.title,
        column=REPORTS.title,
        crumbs=(HOME, REPORTS),
        published=report.published.isoformat() if report.published else "",
        source=line.unit.title if line.unit else "",
        kind="文章",
    )
    written = dict(report.parts)
    parts = tuple(
        _part(report, number, _html(written.get(number, ""), here)) for number in annual.PARTS
    )
    tables = {name: in_form(report, name) for name in _FORMS}
    third = annual.table(report.tables.third, coded=True)
    fourth = annual.table(report.tables.fourth)
    near = [of.get((report.unit, report.year + step)) for step in (-1, 1)]
    previous, following = (_line(catalogue, one).link if one else None for one in near)
    view = ReportView(
        here=here,
        line=line,
        parts=parts,
        second=tuple(_blocks(annual.table(report.tables.second))) if tables["二"] else (),
        applicants=APPLICANTS,
        third=tuple(_third(third)) if tables["三"] else (),
        rulings=RULINGS,
        disputes=DISPUTES,
        fourth=tuple(figure for row in DISPUTES for figure in _figures(fourth, row, len(RULINGS)))
        if tables["四"]
        else (),
        source=report.source,
        previous=previous,
        following=following,
    )
    return Page(here.path, "report.html", view)


def _part(report: Report, number: str, html: str) -> Part:
    older, tabled = None, number in _FORMS
    if tabled and not in_form(report, number):
        rows = tuple(FormRow(0, row, figures) for row, _, figures in _written(report, number))
        widest = max((len(row.figures) for row in rows), default=0)
        older = Block("", tuple(f"第{place}列" for place in range(1, widest + 1)), rows)
        older, tabled = (older, True) if rows else (None, False)
    return Part(number, annual.PARTS[number], html, older, not html and not tabled)


def _html(text: str, here: Here) -> str:
    return placed(markup.render(text, here.path).prose.html, here.root) if text.strip() else ""


def _blocks(second: annual.Table) -> Iterator[Block]:
    grouped: dict[tuple[str, tuple[str, ...]], list[FormRow]] = defaultdict(list)
    for row, heads in annual.SECOND.items():
        figures = _figures(second, row, len(heads))
        grouped[annual.ITEMS[row], heads].append(FormRow(0, row, figures))
    for (item, heads), rows in grouped.items():
        yield Block(item, heads, tuple(rows))


def _third(third: annual.Table) -> Iterator[FormRow]:
    """The rows of the third table as the form prints them, with the heads of its groups."""
    width = len(APPLICANTS)
    yield FormRow(0, f"一、{annual.THIRD[NEW]}", _figures(third, NEW, width))
    yield FormRow(0, f"二、{annual.THIRD[CARRIED]}", _figures(third, CARRIED, width))
    yield FormRow(0, "三、本年度办理结果", ())
    group = ""
    for code in Outcome:
        head, number = code[:3], code[3:]
        if number and head != group:
            yield FormRow(1, f"{_wide(head)}{GROUPS[head]}", ())
        group = head
        words = f"{number}．" if number else _wide(head)
        words += annual.THIRD[code] + _ASIDE.get(code, "")
        yield FormRow(2 if number else 1, words, _figures(third, code, width))
    yield FormRow(1, f"{_wide(SUM)}{TOTAL}", _figures(third, SUM, width))
    yield FormRow(0, f"四、{annual.THIRD[LEFT]}", _figures(third, LEFT, width))


def _wide(code: str) -> str:
    return f"（{code[1]}）"


def _figures(table: annual.Table, row: str, width: int) -> tuple[str, ...]:
    return tuple(map(_figure, annual.cells(table, row, width)))


def _figure(number: Decimal) -> str:
    return format(number.normalize() if number else Decimal(0), "f")


def _years(reports: tuple[Report, ...], government: str) -> Iterator[YearView]:
    of: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if in_form(report, "三"):
            of[report.year].append(report)
    for year, found in of.items():
        whole = [one for one in found if one.unit == government]
        tables = [annual.table(one.tables.third, coded=True) for one in whole or found]

        def total(row: str, column: int = -1, tables: list[annual.Table] = tables) -> Decimal:
            return sum(
                (annual.cells(one, row, len(APPLICANTS))[column] for one in tables), Decimal(0)
            )

        handled, new = total(SUM), total(NEW)
        outcomes = tuple(
            Share(
                words,
                _figure(
                    count := sum((total(code) for code in Outcome if code[:3] == group), Decimal(0))
                ),
                _rate(count, handled),
            )
            for group, words in _TOLD.items()
        )
        applicants = tuple(
            Share(name, _figure(count := total(NEW, column)), _rate(count, new))
            for column, name in enumerate(APPLICANTS[:-1])
        )
        yield YearView(
            year, len(tables), bool(whole), _figure(new), _figure(handled), outcomes, applicants
        )


def _rate(count: Decimal, of: Decimal) -> str:
    return f"{count * 100 / of:.1f}%" if of >= LEAST else ""


def _cells(catalogue: Catalogue, report: Report) -> Iterator[tuple[str, ...]]:
    link = unit_link(catalogue, report.unit)
    first = (report.id, str(report.year), link.title if link else report.unit)
    for name in _FORMS:
        for row, heads, figures in _written(report, name):
            for head, said in zip(heads, figures, strict=True):
                yield (*first, name, row, head, said)


def _text(report: Report) -> str:
    return encoded({
        "id": report.id,
        "year": report.year,
        "unit": report.unit,
        "published": report.published.isoformat() if report.published else None,
        "tables": {
            name: {row: figures for row, _, figures in _written(report, name)} for name in _FORMS
        },
    })  # fmt: skip


def _written(report: Report, name: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the rows of a table with the heads of their columns and their figures: all rows of the
    form, or those of before 2021 as they were written."""
    rows = rows_of(report, name)
    if not in_form(report, name):
        for row, figures in rows:
            heads = tuple(f"第{place}列" for place in range(1, len(figures) + 1))
            yield row, heads, figures
        return
    table = annual.table(rows, coded=name == "三")
    for row, heads in _FORMS[name].items():
        yield row, heads, _figures(table, row, len(heads))
