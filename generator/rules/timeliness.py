"""What was published under the catalogue: in time, as often and as long as it says (目录与落实)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.facts.fulfilment import Deed, fulfilment, unit_of
from generator.facts.timeliness import Pace, State, Why, part_for
from generator.facts.validity import after
from generator.model.disclosure import Disclosure
from generator.model.document import Period
from generator.model.entry import Entry
from generator.model.timelimit import PartKind, TimeUnit
from generator.problems import Problem, problem

_NAMED = 3  # how many of several are named in one problem
_REMEMBERED = Period(n=1, unit=TimeUnit.YEAR)  # what is past cannot be mended; the pages show it


def _known(catalogue: Catalogue) -> Iterator[tuple[Disclosure, Entry]]:
    """Each disclosure with its entry, in the order in which they are written."""
    for one in catalogue.disclosures:
        if entry := catalogue.get("entries", one.entry):
            yield one, entry


def disclosures_name_their_part(catalogue: Catalogue) -> Iterator[Problem]:
    """时限有几项的，写明按哪一项；写明的须有这一项。"""
    silent: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry in _known(catalogue):
        if catalogue.left_out(one, "part") or catalogue.left_out(entry, "time_limit"):
            continue
        why = part_for(one, entry)[1]
        if why is Why.NO_PART:
            at = catalogue.at(one, "part")
            yield problem(at, "disclosure-part-unknown", part=one.part, entry=entry.name)
        elif why is Why.WHICH_PART:
            silent[entry.id].append(one)
    for id, ones in silent.items():
        name = catalogue.get("entries", id).name
        at = catalogue.at(ones[0])
        yield problem(at, "disclosure-part-missing", entry=name, count=len(ones))


def disclosures_name_their_event(catalogue: Catalogue) -> Iterator[Problem]:
    """时限从某件事起算，没有起算日期就算不出是否按时。"""
    silent: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry in _known(catalogue):
        if part_for(one, entry)[1] is Why.EVENT_MISSING and catalogue.lacks(one, "event"):
            silent[entry.id].append(one)
    for id, ones in silent.items():
        name = catalogue.get("entries", id).name
        at = catalogue.at(ones[0])
        yield problem(at, "disclosure-event-missing", entry=name, count=len(ones))


def disclosure_days_agree(catalogue: Catalogue) -> Iterator[Problem]:
    """先形成、先发生，再公开；展示到公开以后。"""
    for one, entry in _known(catalogue):
        if one.published is None:
            continue
        part = part_for(one, entry)[0]
        before = one.formed
        if part and part.kind is PartKind.LIMIT:
            before = max((day for day in (one.event, one.formed) if day), default=None)
        if before and one.published < before:
            at = catalogue.at(one, "published")
            yield problem(at, "disclosure-published-early", day=one.published, before=before)
        if one.until and one.until < one.published:
            at = catalogue.at(one, "until")
            yield problem(at, "disclosure-ends-early", day=one.until, begin=one.published)


def disclosures_are_of_their_bodies(catalogue: Catalogue) -> Iterator[Problem]:
    """由事项的公开主体公开；主体不止一个的，写明是哪一个。"""
    unnamed: dict[str, list[Disclosure]] = defaultdict(list)
    for one, entry in _known(catalogue):
        if catalogue.left_out(one, "unit") or catalogue.left_out(entry, "subject"):
            continue
        bodies = {body.unit for body in entry.subject if body.unit}
        if one.unit and bodies and one.unit not in bodies:
            if unit := catalogue.get("units", one.unit):
                at = catalogue.at(one, "unit")
                yield problem(at, "disclosure-unit-other", unit=unit.name, entry=entry.name)
        elif not unit_of(one, entry):
            unnamed[entry.id].append(one)
    for id, ones in unnamed.items():
        name = catalogue.get("entries", id).name
        at = catalogue.at(ones[0])
        yield problem(at, "disclosure-unit-missing", entry=name, count=len(ones))


def disclosures_are_of_standing_entries(catalogue: Catalogue) -> Iterator[Problem]:
    """事项终止以后，不再有这一事项的公开。"""
    for one, entry in _known(catalogue):
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
    """目录写明每年、每月公开几次的，上一个完整的年、月里公开够次数；每个单位合为一条提示。"""
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
    """目录写了就要公开；一条也没有公开过的是空目录。尚未登记任何公开的网站不提示。"""
    if not catalogue.disclosures or not _complete(catalogue):
        return
    never: dict[str, list[Entry]] = defaultdict(list)
    for entry in fulfilment(catalogue).never:
        if not catalogue.left_out(entry, "method", "effective"):
            never[entry.field].append(entry)
    for id, entries in never.items():
        field = catalogue.get("fields", id)
        yield problem(
            catalogue.at(field), "entry-never-published",
            field=field.name, count=len(entries), names=_names(entries),
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
