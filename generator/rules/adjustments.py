"""Adjustments of the catalogue: whole, in order, and what the items say since (规程 三(一))."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.exports.elements import element_lines
from generator.facts.adjustments import (
    ELEMENTS,
    Last,
    Mention,
    NoValueError,
    ended_unrecorded,
    ends,
    gone,
    last_values,
    mentions,
    told_on,
    unsaid,
    value_of,
    waits,
)
from generator.model.adjustment import ChangeKind
from generator.model.entry import Entry
from generator.problems import Problem, problem


def adjustments_name_elements(catalogue: Catalogue) -> Iterator[Problem]:
    """目录调整写的要素是事项有的要素，调整前后的值是这个要素可以有的值。"""
    for adjustment in catalogue.adjustments:
        for place, change in enumerate(adjustment.changes):
            for number, one in enumerate(change.fields):
                steps = ("changes", place, "fields", number)
                if one.field not in ELEMENTS:
                    likely = difflib.get_close_matches(one.field, ELEMENTS, 1, 0.5)
                    at = catalogue.at(adjustment, *steps, "field")
                    yield problem(
                        at, "adjustment-element-unknown", key=one.field, likely="".join(likely)
                    )
                    continue
                for key, value in (("before", one.before), ("after", one.after)):
                    if not _is_value(one.field, value):
                        at = catalogue.at(adjustment, *steps, key)
                        label = ELEMENTS[one.field]
                        yield problem(at, "adjustment-value", key=one.field, label=label)


def _is_value(element: str, value: str) -> bool:
    try:
        value_of(element, value)
    except NoValueError:
        return False
    return True


def adjusted_entries_are_there(catalogue: Catalogue) -> Iterator[Problem]:
    """目录调整写的事项都在目录中；取消的也保留记录，旧网址才不会失效。"""
    named = _told(catalogue)
    for adjustment in catalogue.adjustments:
        for place, change in enumerate(adjustment.changes):
            id = change.entry
            if catalogue.get("entries", id) or catalogue.perhaps("entries", id):
                continue
            at = catalogue.at(adjustment, "changes", place, "entry")
            likely = "".join(difflib.get_close_matches(id, [e.id for e in catalogue.entries], 1))
            last = named.get(id, ())[-1:]
            if adjustment.date > catalogue.day and change.kind is ChangeKind.ADDED:
                continue
            if change.kind is ChangeKind.CHANGED and not any(ends(one.change) for one in last):
                yield problem(at, "adjustment-entry-unknown", id=id, likely=likely)
            elif any(one.adjustment is adjustment and one.place == place for one in last):
                if ends(change):
                    yield problem(at, "adjustment-entry-removed", id=id)
                else:
                    yield problem(at, "adjustment-added-missing", id=id, likely=likely)


def adjustments_are_whole(catalogue: Catalogue) -> Iterator[Problem]:
    """目录调整写明种类、依据、批准机关，逐项说明理由。"""
    for adjustment in catalogue.adjustments:
        at = catalogue.at(adjustment)
        if catalogue.lacks(adjustment, "kind"):
            yield problem(at, "adjustment-kind-missing", day=adjustment.date)
        if catalogue.lacks(adjustment, "basis"):
            yield problem(at, "adjustment-basis-missing", day=adjustment.date)
        if catalogue.lacks(adjustment, "approved_by"):
            yield problem(at, "adjustment-approval-missing", day=adjustment.date)
        if catalogue.lacks(adjustment, "changes"):
            yield problem(at, "adjustment-empty", day=adjustment.date)
        for place, change in enumerate(adjustment.changes):
            if not change.reason:
                at_change = catalogue.at(adjustment, "changes", place)
                yield problem(at_change, "adjustment-reason-missing", id=change.entry)


def adjustments_name_an_entry_once(catalogue: Catalogue) -> Iterator[Problem]:
    """一次目录调整中，一个事项只写一次，一个要素只写一次。"""
    for adjustment in catalogue.adjustments:
        seen: set[str] = set()
        for place, change in enumerate(adjustment.changes):
            if change.entry in seen:
                at = catalogue.at(adjustment, "changes", place, "entry")
                yield problem(at, "adjustment-entry-twice", id=change.entry)
            seen.add(change.entry)
            told: set[str] = set()
            for number, one in enumerate(change.fields):
                if one.field in told:
                    at = catalogue.at(adjustment, "changes", place, "fields", number, "field")
                    yield problem(at, "adjustment-element-twice", key=one.field)
                told.add(one.field)


def adjustments_follow_each_other(catalogue: Catalogue) -> Iterator[Problem]:
    """后一次目录调整从前一次的结果开始；新增在先，取消在后。"""
    for id, named in mentions(catalogue.adjustments).items():
        if catalogue.perhaps("adjustments", id):
            continue
        for number, mention in enumerate(named[1:], 1):
            before = named[:number]
            if mention.adjustment is before[-1].adjustment:  # told as named twice
                continue
            at = catalogue.at(mention.adjustment, "changes", mention.place, "kind")
            since = before[-1].adjustment.date
            if mention.change.kind is ChangeKind.ADDED:
                yield problem(at, "adjustment-added-again", id=id, day=since)
                continue
            if ends(mention.change) and ends(before[-1].change):
                yield problem(at, "adjustment-ended-again", id=id, day=since)
                continue
            yield from _chain(catalogue, mention, before)


def _chain(
    catalogue: Catalogue, mention: Mention, before: tuple[Mention, ...]
) -> Iterator[Problem]:
    known = last_values(before)
    for place, one in enumerate(mention.change.fields):
        last = known.get(one.field)
        if last is None or not _differ(one.field, one.before, last.after):
            continue
        at = catalogue.at(mention.adjustment, "changes", mention.place, "fields", place, "before")
        day = last.mention.adjustment.date
        yield problem(
            at, "adjustment-chain", key=one.field, label=ELEMENTS[one.field],
            id=mention.change.entry, day=day,
        )  # fmt: skip


def _differ(element: str, one: str, other: str) -> bool:
    """Whether both are values of the element, and not the same."""
    if element not in ELEMENTS or not (_is_value(element, one) and _is_value(element, other)):
        return False
    return bool(value_of(element, one) != value_of(element, other))


def entries_say_what_was_adjusted(catalogue: Catalogue) -> Iterator[Problem]:
    """事项现在写的就是最近一次目录调整的结果；再有变化，要有新的调整记录。"""
    for id, named in _told(catalogue).items():
        entry = catalogue.get("entries", id)
        if entry is None or catalogue.perhaps("adjustments", id):
            continue
        last = named[-1]
        if ends(last.change) and not gone(entry) and not catalogue.left_out(entry, "ended"):
            yield problem(
                catalogue.at(entry), "adjustment-still-current",
                name=entry.name, day=last.adjustment.date, id=last.adjustment.id,
            )  # fmt: skip
            continue
        for element, one in unsaid(entry, named).items():
            if catalogue.left_out(entry, element):
                continue
            if waits(entry, element, one):
                yield waiting(catalogue, entry, element, one)
                continue
            adjustment = one.mention.adjustment
            yield problem(
                catalogue.at(entry, element), "adjustment-uncovered",
                name=entry.name, label=ELEMENTS[element], key=element,
                day=adjustment.date, id=adjustment.id,
            )  # fmt: skip


def waiting(catalogue: Catalogue, entry: Entry, element: str, last: Last) -> Problem:
    """Return the problem that *entry* waits for what an adjustment says of an element."""
    after, before = (
        "；".join(" ".join(line.split()) for line in element_lines(catalogue, element, value))
        for value in (last.after, last.before)
    )
    return problem(
        catalogue.at(entry, element), "adjustment-waiting",
        name=entry.name, label=ELEMENTS[element], key=element,
        day=last.mention.adjustment.date, id=last.mention.adjustment.id,
        after_zh=f"改为“{after}”" if after else "删去",
        before_zh=f"还写着“{before}”" if before else "还没有写",
        after_en=f"“{after}”" if after else "nothing",
        before_en=f"“{before}”" if before else "nothing",
    )  # fmt: skip


def ended_entries_are_adjusted(catalogue: Catalogue) -> Iterator[Problem]:
    """有目录调整记录以来终止的事项，由一次调整取消。"""
    named = mentions(catalogue.adjustments)
    for entry in catalogue.entries:
        if entry.ended is None or entry.ended > catalogue.day:
            continue
        if catalogue.perhaps("adjustments", entry.id):
            continue
        if ended_unrecorded(entry, catalogue.adjustments, named.get(entry.id, ())):
            at = catalogue.at(entry, "ended")
            yield problem(at, "adjustment-ended-uncovered", name=entry.name, day=entry.ended)


def _told(catalogue: Catalogue) -> Mapping[str, tuple[Mention, ...]]:
    return mentions(told_on(catalogue.adjustments, catalogue.day))
