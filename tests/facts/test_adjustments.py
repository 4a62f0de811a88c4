"""An item as it stood on a day, against the history that was played forward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from generator.facts.adjustments import as_of, mentions
from generator.model.adjustment import Adjustment, Change, ChangeKind, FieldChange
from generator.model.entry import Entry, Method
from generator.model.timelimit import TimeLimit

ONE = timedelta(days=1)
BEGIN = date(2024, 1, 1)


def drawn(random: Random) -> tuple[tuple[Adjustment, ...], dict[date, Entry | None]]:
    """A history of one item: its adjustments in some order, and the item on each day."""
    added = random.random() < 0.5
    entry = Entry(id="a", name="事项", field="f", time_limit=TimeLimit(text="及时"))
    now: Entry | None = None if added else entry
    days: dict[date, Entry | None] = {}
    adjustments = []
    for offset in range(120):
        day = BEGIN + offset * ONE
        if random.random() < 0.05:
            number = len(adjustments)
            if now is None:
                now, kind, fields = (
                    entry,
                    ChangeKind.ADDED,
                    [FieldChange(field="name", before="", after="事项")],
                )
            else:
                kind, fields = ChangeKind.CHANGED, []
                if random.random() < 0.6:
                    text = f"{random.randint(1, 30)}个工作日内"
                    old = now.time_limit.text if now.time_limit else ""
                    fields.append(FieldChange(field="time_limit", before=old, after=text))
                    now = replace(now, time_limit=TimeLimit(text=text))
                if random.random() < 0.6:
                    method = random.choice([*Method])
                    fields.append(FieldChange(field="method", before=now.method, after=method))
                    now = replace(now, method=method)
            changes = (Change(entry="a", kind=kind, fields=tuple(fields)),)
            adjustments.append(Adjustment(id=f"t-{number}", date=day, changes=changes))
        days[day] = now
    random.shuffle(adjustments)
    return tuple(adjustments), days


def test_an_item_is_what_it_was_on_every_day_of_its_history():
    """
    From the item of today and its adjustments alone; no item before it was added.
    """
    random = Random(157)
    seen = set()
    for _ in range(60):
        adjustments, days = drawn(random)
        today = days[max(days)]
        if today is None:
            continue
        named = mentions(adjustments).get("a", ())
        for day, then in days.items():
            assert then == as_of(today, named, day), (adjustments, day)
            seen.add(then and (then.time_limit != today.time_limit, then.method != today.method))
    assert len(seen) == 5


def test_what_takes_effect_later_was_no_item_before():
    """
    施行日期, without any adjustment.
    """
    entry = Entry(id="a", name="事项", field="f", effective="2026-03-01")

    assert as_of(entry, (), date(2026, 2, 28)) is None
    assert as_of(entry, (), date(2026, 3, 1)) == entry


def test_what_an_adjustment_cannot_say_stays_as_it_is():
    """
    A method that there is none of, an element that there is none of.
    """
    entry = Entry(id="a", name="事项", field="f", method=Method.PROACTIVE)
    fields = (
        FieldChange(field="method", before="密送", after="主动公开"),
        FieldChange(field="colour", before="红", after="绿"),
    )
    change = Change(entry="a", kind=ChangeKind.CHANGED, fields=fields)
    named = mentions([Adjustment(id="t", date=date(2026, 3, 1), changes=(change,))])["a"]

    assert as_of(entry, named, date(2026, 2, 1)) == entry
