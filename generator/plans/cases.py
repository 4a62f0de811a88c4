"""案例: what there is to learn from applications, by what they came to (157号 机制 四)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Named
from generator.model.case import Case
from generator.model.request import GROUPS, OUTCOMES, Outcome
from generator.page import Crumb, Here, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, day_words, placed

CASES = Crumb("依申请公开案例", "cases/index.html")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list: what it is about, what it came to, what it teaches."""

    link: Named
    year: str
    topic: str
    outcome: str
    contested: str
    summary: str


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The cases of one group of outcomes."""

    slug: str
    title: str
    lines: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class CasesView:
    """All published cases, in the order of the annual report."""

    here: Here
    total: int
    groups: tuple[CaseGroup, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case."""

    here: Here
    line: CaseLine
    applicant: str
    articles: tuple[str, ...]
    published: str
    source: str
    html: str


def plan_cases(prepared: Prepared) -> Iterator[Page]:
    """The library of cases, and a page for each."""
    catalogue = prepared.catalogue
    found = [one for one in catalogue.cases if _out(catalogue, one)]
    grouped: dict[str, list[CaseLine]] = {}
    order = [*Outcome]
    for case in sorted(found, key=lambda one: (order.index(one.outcome), -(one.year or 0), one.id)):
        view = _view(case)
        grouped.setdefault(_group(case.outcome), []).append(view.line)
        yield Page(view.here.path, "case.html", view)
    here = Here(
        CASES.path, CASES.title, f"{catalogue.config.organ}办理依申请公开的案例",
        CASES.title, (HOME,),
    )  # fmt: skip
    groups = tuple(
        CaseGroup(f"group-{number}", title, tuple(lines))
        for number, (title, lines) in enumerate(grouped.items(), 1)
    )
    yield Page(here.path, "cases.html", CasesView(here, len(found), groups))


def _out(catalogue: Catalogue, case: Case) -> bool:
    return case.published is not None and case.published <= catalogue.day


def _group(outcome: Outcome) -> str:
    return GROUPS.get(outcome[:3]) or OUTCOMES[outcome]


def _view(case: Case) -> CaseView:
    path = f"cases/{case.id}.html"
    contested = f"{case.contested}：{case.ruling or '尚未审结'}" if case.contested else ""
    group, words = _group(case.outcome), OUTCOMES[case.outcome]
    outcome = words if group == words else f"{group}（{words}）"
    year = f"{case.year}年" if case.year else ""
    line = CaseLine(Named(case.title, path), year, case.topic, outcome, contested, case.summary)
    here = Here(
        path=path,
        title=case.title,
        description=case.summary or case.title,
        column=CASES.title,
        crumbs=(HOME, CASES),
        published=case.published.isoformat() if case.published else "",
        source=case.source,
        kind="文章" if case.source else "栏目",
    )
    return CaseView(
        here=here,
        line=line,
        applicant=case.applicant or "",
        articles=case.articles,
        published=day_words(case.published),
        source=case.source,
        html=placed(case.body.html, here.root),
    )
