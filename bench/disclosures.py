"""The disclosures of the bundled site: a seed to 600 records, the same bytes on every machine.

They lie under the entries of the bundled catalogue, whose limits of the time they mostly keep.
What is wrong is wrong on purpose and in few places, so that a reader can find it: four units are
late, two owe something, one shows too briefly, one updates too seldom, of three fields some entries
were never published, and the city has published what it must while its counties have not.  Each
entry draws from a generator seeded with its own id, so that a new entry
changes little::

    python -m bench.disclosures        # writes catalogue/disclosures/ anew
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generator import workdays
from generator.catalogue import Catalogue
from generator.facts import limits
from generator.facts.adjustments import Mention, as_of, mentions
from generator.facts.timeliness import last_day
from generator.find import find
from generator.link import link
from generator.model.adjustment import ChangeKind
from generator.model.entry import Entry, Method
from generator.model.timelimit import MONTHS, Part, PartKind, TimeUnit
from generator.read import read
from generator.store import Store

ROOT = Path(__file__).parents[1]
FOLDER = "catalogue/disclosures"
SEED = "157"
TOTAL, LATE = 600, 48
FIRST, DAY = date(2024, 11, 1), date(2026, 11, 23)
CALENDAR = workdays.calendar(date(2026, 12, 31))
SLOW = ("zhujian-ju", "nongyenongcun-ju", "yunqi-xian", "moxi-xian")
OWING = {"shuiwu-ju": 2, "moxi-xian": 4}
BRIEF, SELDOM = "jinhe-xian", "jiaoyu-ju"
NEVER = {"yanglao-fuwu": 4, "shizheng-fuwu": 3, "fupin": 2}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """One disclosure in the making; *spare* tells that its entry, which was never adjusted, has
    another."""

    entry: Entry
    unit: str
    part: Part
    number: int | None
    event: date | None = None
    published: date | None = None
    until: date | None = None
    spare: bool = False


def working(day: date, steps: int = 0) -> date:
    """Return the working day *steps* after the first that is not before *day*."""
    return workdays.after(CALENDAR, day - _DAY, steps + 1).last or day


def made(entry: Entry, of_city: frozenset[str], named: tuple[Mention, ...]) -> Iterator[Made]:
    """Yield what was published under *entry* by each of its bodies that is *of_city*, else by one:
    what recurs as often as it must, the rest twice; then what others may have published."""
    random = Random(f"{SEED} {entry.id}")
    units = [body.unit for body in entry.subject if body.unit]
    own = [unit for unit in units if unit in of_city]
    for unit in own or (units and [random.choice(units)]):
        one = _begun(entry, unit, named, DAY)
        if one.part.kind is PartKind.FREQUENCY:
            yield from (_as_then(each, named) for each in _recurring(one, random))
            continue
        yield _drawn(entry, unit, named, random)
        yield replace(_drawn(entry, unit, named, random), spare=not named)
    others = [unit for unit in units if unit not in own]
    if others and one.part.kind is not PartKind.FREQUENCY:
        yield replace(_drawn(entry, random.choice(others), named, random), spare=not named)


def _begun(entry: Entry, unit: str, named: tuple[Mention, ...], day: date) -> Made:
    """A disclosure of *entry* under what it said on *day*: the part that can be computed first."""
    old = as_of(entry, named, day) or entry
    parts = limits.parts_of(old.time_limit) if old.time_limit else ()
    able = [number for number, part in enumerate(parts) if limits.computable(part)]
    shown = [number for number, part in enumerate(parts) if part.kind is PartKind.DISPLAY]
    often = [number for number, part in enumerate(parts) if part.kind is PartKind.FREQUENCY]
    place = (able or shown or often or [0])[0]
    return Made(entry, unit, parts[place], place + 1 if len(parts) > 1 else None)


def _drawn(entry: Entry, unit: str, named: tuple[Mention, ...], random: Random) -> Made:
    """A disclosure of *entry* by *unit*, in time, on some day since there is the entry."""
    listed = [one.adjustment.date for one in named if one.change.kind is ChangeKind.ADDED]
    first = max([FIRST, *(day + _DAY for day in listed)])
    day = working(first + _DAY * random.randrange((DAY - first).days - 80))
    one = _begun(entry, unit, named, day)
    if one.part.kind is PartKind.DISPLAY:
        full = last_day(CALENDAR, day, one.part)[0] or day
        return replace(one, published=day, until=full + _DAY * random.randint(0, 3))
    if limits.computable(one.part):
        due = last_day(CALENDAR, day, one.part)[0] or day
        most = workdays.working_days_between(CALENDAR, day, due) or 0
        out = workdays.after(CALENDAR, day, random.randint(1, max(most, 1))).last
        return replace(one, event=day, published=min(out or due, due))
    return replace(one, published=day)


def _as_then(one: Made, named: tuple[Mention, ...]) -> Made:
    """What recurs today had a last day before: then it has an event a week before it was out."""
    old = _begun(one.entry, one.unit, named, _dated(one))
    if not limits.computable(old.part):
        return one
    return replace(one, part=old.part, number=old.number, event=working(_dated(one) - 7 * _DAY))


def _recurring(one: Made, random: Random) -> Iterator[Made]:
    n = (one.part.n or 1) * 12 // MONTHS[one.part.unit or TimeUnit.YEAR]  # times a year
    yield replace(one, published=working(date(2024, 11, 11), random.randrange(30)))
    for year, until in ((2025, n), (2026, max(1, n - 1))):
        for turn in range(until):
            day = working(date(year, 1 + turn * 12 // n + random.randrange(12 // n), 10))
            if day <= DAY:
                yield replace(one, published=day)


def whole(catalogue: Catalogue) -> tuple[Made, ...]:
    """Return all of them: one for each entry, more until there are enough, then what is wrong."""
    random = Random(SEED)
    entries = [
        one
        for one in catalogue.entries
        if one.method is not Method.ON_REQUEST and catalogue.current(one)
    ]
    silent = set()
    for field, count in NEVER.items():
        of = [one.id for one in entries if one.field == field]
        silent |= set(random.sample(of, count))
    of_city = frozenset(one.id for one in catalogue.units if one.level == "市级")
    named = mentions(catalogue.adjustments)
    all_made = [
        one
        for entry in entries
        if entry.id not in silent and entry.time_limit
        for one in made(entry, of_city, named.get(entry.id, ()))
    ]
    spare = [one for one in all_made if one.spare and one.event]
    random.shuffle(spare)
    found = [one for one in all_made if not one.spare]
    found += spare[: TOTAL - len(found)]
    return tuple(_pending(_owing(_late(_brief(_seldom(found)), random)), random))


def _seldom(found: list[Made]) -> list[Made]:
    """What one unit published in 2025 under two entries that recur, it published in 2026."""
    own = [one for one in found if one.part.kind is PartKind.FREQUENCY and one.unit == SELDOM]
    ids = list(dict.fromkeys(one.entry.id for one in own))[:2]
    return [
        replace(one, published=one.published.replace(year=2026))
        if one.published and one.published.year == 2025 and one.entry.id in ids
        and one.unit == SELDOM
        and one.published.replace(year=2026) <= DAY
        else one
        for one in found
    ]  # fmt: skip


def _brief(found: list[Made]) -> list[Made]:
    """One unit takes two displays down after three days."""
    taken = 0
    for place, one in enumerate(found):
        units = [body.unit for body in one.entry.subject]
        if one.until and one.published and BRIEF in units and taken < 2:
            day = working(date(2026, 5, 11), taken * 9)
            found[place] = replace(one, unit=BRIEF, published=day, until=day + 2 * _DAY)
            taken += 1
    return found


def _late(found: list[Made], random: Random) -> list[Made]:
    own = [place for place, one in enumerate(found) if one.event and one.unit in SLOW]
    for place in random.sample(own, min(LATE, len(own))):
        one = found[place]
        due = last_day(CALENDAR, one.event or DAY, one.part)[0] or DAY
        late = min(1 + int(random.expovariate(0.25)), 24)
        found[place] = replace(one, published=workdays.after(CALENDAR, due, late).last)
    return found


def _owing(found: list[Made]) -> list[Made]:
    """What happened in late summer and is still not published."""
    left = dict(OWING)
    for place, one in enumerate(found):
        if one.event and one.spare and left.get(one.unit):
            day = working(date(2026, 8, 24), left[one.unit] * 4)
            found[place] = replace(one, event=day, published=None)
            left[one.unit] -= 1
    return found


def _pending(found: list[Made], random: Random) -> list[Made]:
    """What happened in November and is not due yet."""
    own = [
        place
        for place, one in enumerate(found)
        if one.event
        and one.spare
        and one.published
        and one.unit not in SLOW
        and (one.part.n, one.part.unit) == (20, TimeUnit.WORKING_DAY)
    ]  # fmt: skip
    for place in random.sample(own, 14):
        day = working(date(2026, 11, 2), random.randrange(14))
        found[place] = replace(found[place], event=day, published=None)
    return found


def written(catalogue: Catalogue) -> dict[str, str]:
    """Return path → text of every file."""
    of_field: dict[str, list[Made]] = defaultdict(list)
    for one in whole(catalogue):
        of_field[one.entry.field].append(one)
    files = {}
    for field, ones in of_field.items():
        ones.sort(key=lambda one: (_dated(one), one.entry.id))
        counts: dict[str, int] = defaultdict(int)
        rows = []
        for one in ones:
            counts[one.entry.id] += 1
            rows.append(_row(one, counts[one.entry.id]))
        files[f"{FOLDER}/{field}.yaml"] = "disclosures:\n" + "".join(rows)
    return files


def _dated(one: Made) -> date:
    return one.published or one.event or DAY


def _row(one: Made, count: int) -> str:
    id = f"ls-{one.entry.id}-{count}"
    day = one.event or _dated(one)
    record = {
        "id": id,
        "entry": one.entry.id,
        "unit": one.unit,
        "title": f"{one.entry.name}（{day.year}年{day.month}月）",
        "part": one.number,
        "event": one.event,
        "published": one.published,
        "until": one.until,
        "url": f"https://www.shifan.example/zwgk/{id}.html" if one.published else None,
    }
    said = [f"    {key}: {value}\n" for key, value in record.items() if value is not None]
    return "".join(said).replace("    ", "  - ", 1)


def bundled(root: Path = ROOT) -> Catalogue:
    """Return the bundled catalogue, as it stands on the day for which the records are made."""
    found = find(root)
    assert found.config is not None
    return link(read(found.config, found.sources, Store(None)), DAY)


def main() -> None:
    """Write the files anew."""
    folder = ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    for path, text in written(bundled()).items():
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
