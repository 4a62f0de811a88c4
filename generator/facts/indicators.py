"""What evaluators look at (评估指标), each counted from the published records of one day.

A measure is how many were looked at and which of them fail, each with the record whose page tells
of it and the reason in words.  Every judgement is that of the module that the pages and the rules
ask; nothing is judged here for the first time but staleness.  What a finished site cannot have,
because a build that has it is refused (dead links, personal data), is counted as what was looked
at, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.facts.allowances import judged
from generator.facts.attributes import open_on
from generator.facts.coverage import ELEMENTS, wanting
from generator.facts.fulfilment import SLUGS, Deed, Fulfilment, entries_of
from generator.facts.organs import wanting as unsaid
from generator.facts.reports import Owed, owed, parts_wanting, public_on
from generator.facts.talks import (
    GIVEN,
    Asked,
    Standing,
    Term,
    consultation_of,
    interpretation_of,
    response_of,
)
from generator.facts.timeliness import Pace
from generator.facts.validity import after
from generator.life import ENDED, end_of, span_on
from generator.model.document import Document, Period
from generator.model.entry import Entry
from generator.model.timelimit import TimeUnit

_DUTIES = ("leader", "分管领导"), ("office", "公开工作机构"), ("contact", "联系方式")
_OWING = GIVEN | {Term.OVERDUE, Term.OWED}  # what can be judged
_KEPT = frozenset({Term.ON_TIME, Term.DONE})


@dataclass(frozen=True, slots=True)
class Failing:
    """One that fails an indicator: its *id* and *title*, *why*, and the record (*kind*, *owner*)
    whose page tells of it."""

    id: str
    title: str
    why: str
    kind: str
    owner: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Of how many (*of*) which are *failing*, and in *note* what else was seen."""

    of: int
    failing: tuple[Failing, ...] = ()
    note: str = ""


def completeness(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Current entries that say all six elements."""
    entries = tuple(filter(catalogue.current, catalogue.entries))
    lacking = ((entry, wanting(catalogue, entry)) for entry in entries)
    return Measure(
        len(entries),
        tuple(
            _of_entry(entry, f"没有写明{'、'.join(ELEMENTS[key] for key in keys)}")
            for entry, keys in lacking
            if keys
        ),
    )


def timeliness(_: Catalogue, done: Fulfilment) -> Measure:
    """Disclosures in time among those that are in time or not, as the statistics count them."""
    settled = [deed for deed in done.deeds if SLUGS[deed.timing.state] in ("kept", "late", "owed")]
    late = tuple(_of_deed(deed) for deed in settled if SLUGS[deed.timing.state] != "kept")
    return Measure(len(settled), late)


def validity(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Normative documents whose status rests on something written."""
    documents = [
        one for one in catalogue.documents if one.normative and open_on(one, catalogue.day)
    ]
    found = ((one, _groundless(catalogue, one)) for one in documents)
    return Measure(
        len(documents),
        tuple(Failing(one.id, one.title, why, "documents", one.id) for one, why in found if why),
    )


def _groundless(catalogue: Catalogue, document: Document) -> str:
    """Why the status of *document* rests on nothing; empty where it does."""
    life, day = catalogue.lives[document.id], catalogue.day
    if life.starts is None:
        return "没有写明从哪天起施行"
    decided = any(event.cleanup and event.day <= day for event in life.events)
    if decided or end_of(life, day) or span_on(life, day).status in ENDED:
        return ""
    return "没有有效期，也没有清理决定"


def interpretation(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Open documents that need an interpretation and have it in time."""
    documents = (one for one in catalogue.documents if open_on(one, catalogue.day))
    pairs = ((one, interpretation_of(catalogue, one)) for one in documents)
    return _judged(
        (one.id, one.title, "documents", standing, "解读") for one, standing in pairs if standing
    )


def response(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Concerns answered in time, and closed consultations reported on in time."""
    concerns = (
        (one.id, one.title, "responses", response_of(catalogue, one), "回应")
        for one in catalogue.responses
        if one.collected is None or one.collected <= catalogue.day
    )
    askings = ((one, consultation_of(catalogue, one)) for one in catalogue.consultations)
    closed = (
        (one.id, one.title, "consultations", asking.feedback, "反馈")
        for one, asking in askings
        if asking.state not in (Asked.AHEAD, Asked.OPEN)
    )
    return _judged([*concerns, *closed])


def _judged(owing: Iterable[tuple[str, str, str, Standing, str]]) -> Measure:
    """Count what was to be done: id, title, kind, how it stands, and what it is called."""
    settled, left, failing = 0, 0, []
    for id, title, kind, standing, deed in owing:
        if standing.state not in _OWING:
            left += 1
            continue
        settled += 1
        if standing.state not in _KEPT:
            due = f"，应在 {standing.due} 前（含当日）" if standing.due else ""
            done = f"，{standing.done} {deed}" if standing.done else f"，没有{deed}"
            failing.append(Failing(id, title, f"{standing.state}{due}{done}", kind, id))
    note = f"另有 {left} 件未到期或者期限算不出，不计入。" if left else ""
    return Measure(settled, tuple(failing), note)


def links(catalogue: Catalogue, done: Fulfilment) -> Measure:
    """Links within the site that authors wrote; a build with a dead one is refused."""
    written = sum(len(one.links) for one in catalogue.by_id.values())
    abroad = sum(bool(deed.out and deed.disclosure.url) for deed in done.deeds)
    note = f"公开记录写明的网址 {abroad} 个，没有核对。" if abroad else ""
    return Measure(written + len(catalogue.config.navigation), (), note)


def empty(_: Catalogue, done: Fulfilment) -> Measure:
    """Entries owed that anybody ever published; nothing is said where nothing is recorded."""
    owing = entries_of(done.owed) if done.deeds else ()
    never = entries_of(done.owed, nobody=True) if done.deeds else ()
    return Measure(len(owing), tuple(_of_entry(entry, "从未公开") for entry in never))


def stale(catalogue: Catalogue, done: Fulfilment) -> Measure:
    """Entries published at least once whose last publication is not too old; one that names a
    frequency is judged by it as soon as that can be judged."""
    fresh = Period(n=catalogue.config.self_evaluation.stale_months, unit=TimeUnit.MONTH)
    published, failing = 0, []
    for entry in entries_of(done.owed):
        days = [
            deed.disclosure.published or date.min
            for deed in done.of_entry.get(entry.id, ())
            if deed.out
        ]
        if not days:
            continue
        published += 1
        last = max(days)
        paces = {update.rhythm.pace for update in done.updates_of(entry)}
        if Pace.MISSED in paces:
            failing.append(_of_entry(entry, f"没有按频次更新，最近一次是 {last}"))
        elif Pace.KEPT not in paces and after(last, fresh) < catalogue.day:
            failing.append(_of_entry(entry, f"最近一次公开是 {last}"))
    return Measure(published, tuple(failing))


def report(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Yearly reports published in time with all six parts."""
    due = tuple(owed(catalogue))
    found = ((one, _unreported(catalogue, one)) for one in due)
    return Measure(
        len(due),
        tuple(
            Failing(
                f"{one.year}-{one.unit.id}", f"{one.unit.name}{one.year}年年度报告", why,
                "units", one.unit.id,
            )
            for one, why in found
            if why
        ),
    )  # fmt: skip


def _unreported(catalogue: Catalogue, one: Owed) -> str:
    """What is wrong with the report that was owed; empty where nothing is."""
    report, last = one.report, f"应在 {one.due} 前（含当日）"
    if report is None or report.published is None or not public_on(report, catalogue.day):
        return f"没有公布，{last}"
    late = f"{report.published} 公布，{last}" if report.published > one.due else ""
    lacking = "、".join(parts_wanting(report))
    return "；".join(filter(None, (late, lacking and f"缺{lacking}")))


def contacts(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Units that say their leader, their office and how to reach it."""
    units = tuple(filter(catalogue.current, catalogue.units))
    found = ((unit, unsaid(catalogue, unit)) for unit in units)
    return Measure(
        len(units),
        tuple(
            Failing(
                unit.id, unit.name,
                f"没有写明{'、'.join(name for duty, name in _DUTIES if duty in duties)}",
                "units", unit.id,
            )
            for unit, duties in found
            if duties
        ),
    )  # fmt: skip


def personal(catalogue: Catalogue, _: Fulfilment) -> Measure:
    """Source files without a number that looks personal; a build with one that surely is, is
    refused unless it was allowed."""
    files = {"config.yaml", *catalogue.attached, *(one.path for one in catalogue.by_id.values())}
    counts: dict[str, int] = defaultdict(int)
    for noted in catalogue.personal:
        if noted.at.path in files:
            counts[noted.at.path] += sum(1 for _ in judged(catalogue, noted, on_page=False))
    allowed = catalogue.config.personal_data.allowed
    valid = sum(one.until >= catalogue.day for one in allowed)
    return Measure(
        len(files),
        tuple(
            Failing("", path, f"有 {count} 个号码像是个人信息，没有核对", "", "")
            for path, count in sorted(counts.items())
            if count
        ),
        f"设置中准许公开的号码 {len(allowed)} 个，其中没有到期的 {valid} 个。" if allowed else "",
    )


def _of_entry(entry: Entry, why: str) -> Failing:
    return Failing(entry.id, entry.name, why, "entries", entry.id)


def _of_deed(deed: Deed) -> Failing:
    """A disclosure that is not in time; what is published later is not told yet."""
    one, due = deed.disclosure, deed.timing.due
    said = f"，应公开或者展示至 {due}" if due else ""
    out = f"，{one.published} 公开" if deed.out else ""
    why = f"{deed.timing.state}{said}{out}"
    return Failing(one.id, one.title or deed.entry.name, why, "entries", deed.entry.id)
