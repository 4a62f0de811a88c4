"""The disclosures of the bundled site: a seed to 600 records, the same bytes on every machine.

They lie under the entries of the bundled catalogue, whose limits they mostly keep.  What is wrong
is wrong on purpose and in few places, so that a reader can find it: four units are late, two owe
something, one shows too briefly, one updates too seldom, and of three fields some entries were
never published.  Each entry draws from a generator seeded with its own id, so that a new entry
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
from generator.facts.timeliness import last_day
from generator.find import find
from generator.link import link
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
BRIEF, SELDOM = "jinhe-xian", "qiming-qu"
NEVER = {"yanglao-fuwu": 4, "shizheng-fuwu": 3, "fupin": 2}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """One disclosure in the making; *spare* tells that its entry has another."""

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


def made(entry: Entry) -> Iterator[Made]:
    """Yield what was published under *entry*: what recurs as often as it must, the rest thrice."""
    random = Random(f"{SEED} {entry.id}")
    parts = limits.parts_of(entry.time_limit) if entry.time_limit else ()
    units = [body.unit for body in entry.subject if body.unit]
    if not parts or not units:
        return
    able = [number for number, part in enumerate(parts) if limits.computable(part)]
    shown = [number for number, part in enumerate(parts) if part.kind is PartKind.DISPLAY]
    often = [number for number, part in enumerate(parts) if part.kind is PartKind.FREQUENCY]
    place = (able or shown or often or [0])[0]
    part, number = parts[place], place + 1 if len(parts) > 1 else None
    unit = random.choice(units)
    one = Made(entry, unit, part, number)
    if part.kind is PartKind.FREQUENCY:
        yield from _recurring(one, random)
        return
    span = (DAY - FIRST).days - 80
    for spare in (False, True, True):
        day = working(FIRST + _DAY * random.randrange(span))
        one = replace(one, unit=random.choice(units), spare=spare)
        if part.kind is PartKind.DISPLAY:
            full = last_day(CALENDAR, day, part)[0] or day
            yield replace(one, published=day, until=full + _DAY * random.randint(0, 3))
        elif place in able:
            due = last_day(CALENDAR, day, part)[0] or day
            most = workdays.working_days_between(CALENDAR, day, due) or 0
            out = workdays.after(CALENDAR, day, random.randint(1, max(most, 1))).last
            yield replace(one, event=day, published=min(out or due, due))
        else:
            yield replace(one, published=day)


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
    all_made = [one for entry in entries if entry.id not in silent for one in made(entry)]
    spare = [one for one in all_made if one.spare and one.event]
    random.shuffle(spare)
    found = [one for one in all_made if not one.spare]
    found += spare[: TOTAL - len(found)]
    return tuple(_pending(_owing(_late(_brief(_seldom(found)), random)), random))


def _seldom(found: list[Made]) -> list[Made]:
    """Two entries of one unit are not updated in 2025; two others get the records instead."""
    own = [one for one in found if one.part.kind is PartKind.FREQUENCY and one.unit == SELDOM]
    ids = list(dict.fromkeys(one.entry.id for one in own))[:2]
    return [
        replace(one, published=one.published.replace(year=2026))
        if one.published and one.published.year == 2025 and one.entry.id in ids
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
        if one.event and one.spare and one.published and one.unit not in SLOW and one.part.n == 20
    ]
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
