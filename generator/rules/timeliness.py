"""What was published under the catalogue: in time, as often and as long as it says (目录与落实)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.facts.adjustments import mentions
from generator.facts.fulfilment import Deed, Owed, first_day, fulfilment, then, unit_of
from generator.facts.successors import standing
from generator.facts.timeliness import Pace, State, Why, part_for
from generator.facts.validity import after
from generator.model.disclosure import Disclosure
from generator.model.document import Period
from generator.model.entry import Entry
from generator.model.timelimit import TimeUnit
from generator.problems import Problem, problem

_DAYS = ("event", "formed", "published")
_NAMED = 3  # how many of several are named in one problem
_REMEMBERED = Period(n=1, unit=TimeUnit.YEAR)  # what is past cannot be mended; the pages show it


def _known(catalogue: Catalogue) -> Iterator[tuple[Disclosure, Entry, Entry | None]]:
    """Each disclosure with its entry, now and as it stood then, in the order of the records."""
    named = mentions(catalogue.adjustments)
    for one in catalogue.disclosures:
        if entry := catalogue.get("entries", one.entry):
            yield one, entry, then(one, entry, named)


def disclosures_name_their_part(catalogue: Catalogue) -> Iterator[Problem]:
    """时限有几项的，写明按哪一项；写明的须有这一项。"""
    silent: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry, old in _known(catalogue):
        if catalogue.left_out(one, "part") or catalogue.left_out(entry, "time_limit") or not old:
            continue
        why = part_for(one, old)[1]
        if why is Why.NO_PART:
            at = catalogue.at(one, "part")
            yield problem(at, "disclosure-part-unknown", part=one.part, entry=entry.name)
        elif why is Why.WHICH_PART:
            silent[entry.id].append(one)
    yield from _silent(catalogue, silent, "disclosure-part-missing")


def disclosures_name_their_event(catalogue: Catalogue) -> Iterator[Problem]:
    """时限从某件事起算，没有起算日期就算不出是否按时。"""
    silent: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry, old in _known(catalogue):
        if old and part_for(one, old)[1] is Why.EVENT_MISSING and catalogue.lacks(one, "event"):
            silent[entry.id].append(one)
    yield from _silent(catalogue, silent, "disclosure-event-missing")


def _silent(
    catalogue: Catalogue, silent: Mapping[str, list[Disclosure]], rule: str
) -> Iterator[Problem]:
    """One problem for all disclosures of an entry that do not say the same thing."""
    for id, ones in silent.items():
        name = catalogue.get("entries", id).name
        yield problem(catalogue.at(ones[0]), rule, entry=name, count=len(ones))


def disclosure_days_agree(catalogue: Catalogue) -> Iterator[Problem]:
    """先形成、先发生，再公开；展示到公开以后。"""
    for one, _, old in _known(catalogue):
        if one.published is None:
            continue
        early = old is not None and part_for(one, old)[1] is Why.OUT_FIRST
        before = max((on for on in (one.formed, one.event if early else None) if on), default=None)
        if before and one.published < before:
            at = catalogue.at(one, "published")
            yield problem(at, "disclosure-published-early", day=one.published, before=before)
        if one.until and one.until < one.published:
            at = catalogue.at(one, "until")
            yield problem(at, "disclosure-ends-early", day=one.until, begin=one.published)


def disclosures_are_written_once(catalogue: Catalogue) -> Iterator[Problem]:
    """同一件公开只登记一次；登记两次的，统计里算成两条。没有写标题的，无从比较。"""
    first: dict[tuple[object, ...], Disclosure] = {}
    for one in catalogue.disclosures:
        said = (one.entry, one.unit, one.title, one.part, one.event, one.formed, one.published)
        if one.title and (other := first.setdefault(said, one)) is not one:
            yield problem(catalogue.at(one), "disclosure-twice", id=one.id, other=other.id)


def disclosures_have_happened(catalogue: Catalogue) -> Iterator[Problem]:
    """起算和公开的日期都在以后的，到那天才在网站上出现；年份写错的，因此看得出来。"""
    ahead = [
        (day, one)
        for one in catalogue.disclosures
        if (day := first_day(one)) and day > catalogue.day and not catalogue.left_out(one, *_DAYS)
    ]
    if ahead:
        day, one = min(ahead, key=lambda both: both[0])
        at = catalogue.at(one)
        yield problem(at, "disclosure-ahead", count=len(ahead), id=one.id, day=day)


def disclosures_are_of_their_bodies(catalogue: Catalogue) -> Iterator[Problem]:
    """由事项的公开主体公开，已撤销的由承接其职责的单位公开；主体不止一个的，写明是哪一个。"""
    unnamed: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry, old in _known(catalogue):
        if catalogue.left_out(one, "unit") or catalogue.left_out(entry, "subject"):
            continue
        bodies = {body.unit for body in (old or entry).subject if body.unit}
        if one.unit and bodies and one.unit not in bodies:
            unit = catalogue.get("units", one.unit)
            if unit and standing(catalogue, one.unit) not in {
                standing(catalogue, body) for body in bodies
            }:
                at = catalogue.at(one, "unit")
                yield problem(at, "disclosure-unit-other", unit=unit.name, entry=entry.name)
        elif not unit_of(one, old or entry):
            unnamed[entry.id].append(one)
    yield from _silent(catalogue, unnamed, "disclosure-unit-missing")


def disclosures_are_of_standing_entries(catalogue: Catalogue) -> Iterator[Problem]:
    """事项终止以后，不再有这一事项的公开。"""
    for one, entry, _ in _known(catalogue):
        last = one.published or one.event
        if last and entry.ended and last >= entry.ended:
            at = catalogue.at(one, "entry")
            yield problem(
                at, "disclosure-entry-ended", entry=entry.name, ended=entry.ended, day=last
            )


def disclosures_are_in_time(catalogue: Catalogue) -> Iterator[Problem]:
    """按目录写明的时限公开，展示够写明的期限；每个单位合为一条提示，全部见网站的统计。"""
    deeds = {deed.disclosure.id: deed for deed in fulfilment(catalogue).deeds}
    found: dict[tuple[State, str], list[Deed]] = defaultdict(list)
    for one in catalogue.disclosures:
        deed = deeds.get(one.id)
        if deed is None or catalogue.left_out(one, "published", "until", "event"):
            continue
        state = deed.timing.state
        if state is State.OVERDUE or _lately(state, one, catalogue.day):
            found[state, deed.unit].append(deed)
    for (state, id), ones in found.items():
        first, at = ones[0].disclosure, catalogue.at(ones[0].disclosure)
        unit = catalogue.get("units", id)
        name, due = unit.name if unit else "未写明的单位", ones[0].timing.due
        if state is State.OVERDUE:
            yield problem(
                at, "disclosure-overdue", unit=name, count=len(ones), id=first.id, due=due
            )
        elif state is State.LATE:
            yield problem(
                at, "disclosure-late",
                unit=name, count=len(ones), id=first.id, due=due, day=first.published,
            )  # fmt: skip
        else:
            yield problem(
                at, "disclosure-display-short",
                unit=name, count=len(ones), id=first.id, due=due or "", day=first.until,
            )  # fmt: skip


def _lately(state: State, one: Disclosure, day: date) -> bool:
    """Whether it was late, or shown for too short a time, within the last year."""
    last = {State.LATE: one.published, State.SHORT: one.until}.get(state)
    return last is not None and after(last, _REMEMBERED) > day


def recurring_entries_are_updated(catalogue: Catalogue) -> Iterator[Problem]:
    """目录写明每年、每季度、每月公开几次的，上一个完整的周期里公开够次数；每个单位合为一条提示。"""
    if not _complete(catalogue):
        return
    missed: dict[str, list[Entry]] = defaultdict(list)
    for update in fulfilment(catalogue).updates:
        if update.rhythm.pace is Pace.MISSED:
            missed[update.unit].append(update.entry)
    for id, entries in missed.items():
        unit = catalogue.get("units", id)
        at = catalogue.at(entries[0], "time_limit")
        yield problem(
            at, "entry-updated-seldom",
            unit=unit.name if unit else "未写明的单位", count=len(entries), names=_names(entries),
        )  # fmt: skip


def entries_are_published(catalogue: Catalogue) -> Iterator[Problem]:
    """目录写了就要公开；谁都没有公开过的是空目录，只有别的主体公开过的，逐个单位提示。"""
    if not catalogue.disclosures or not _complete(catalogue):
        return  # a site that registers none says nothing of them
    never: dict[str, list[Entry]] = defaultdict(list)
    units: dict[str, list[Owed]] = defaultdict(list)
    for owed in fulfilment(catalogue).owed:
        if owed.done or catalogue.left_out(owed.entry, "method", "effective", "subject"):
            continue
        if owed.anybody:
            units[owed.unit].append(owed)
        elif owed.entry not in never[owed.entry.field]:
            never[owed.entry.field].append(owed.entry)
    for id, entries in never.items():
        field = catalogue.get("fields", id)
        yield problem(
            catalogue.at(field), "entry-never-published",
            field=field.name, count=len(entries), names=_names(entries),
        )  # fmt: skip
    for id, ones in units.items():
        if unit := catalogue.get("units", id):
            yield problem(
                catalogue.at(unit), "unit-never-published",
                unit=unit.name, count=len(ones), names=_names(one.entry for one in ones),
            )  # fmt: skip


def _complete(catalogue: Catalogue) -> bool:
    """Whether all that was published is known, and under which entry."""
    return catalogue.whole("disclosures") and not any(
        catalogue.get("entries", one.entry) is None
        or catalogue.left_out(one, "published", "part", "unit")
        for one in catalogue.disclosures
    )


def _names(entries: Iterable[Entry]) -> str:
    names = [entry.name for entry in entries]
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
