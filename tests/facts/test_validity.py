"""Whether a document is in force: the function held against an oracle written from the clauses.

The oracle knows nothing of spans or events.  It is a clerk who comes in every morning, keeps one
folder for each document and notes what the day brings, with yesterday's answers before him.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import DocumentSettings
from generator.facts.validity import after, decided_on, lives
from generator.life import Life, Status, since_on, span_on, status_on
from generator.model.document import (
    Attribute,
    CleanupRound,
    CleanupStep,
    Decision,
    Document,
    Outcome,
    Period,
    StepName,
    Target,
)
from generator.model.entry import Body
from generator.model.timelimit import TimeUnit

DAY = timedelta(days=1)
NO_TERMS = DocumentSettings()
NEW_YEAR = date(2024, 1, 1)


def years(n: int) -> Period:
    return Period(n=n, unit=TimeUnit.YEAR)


def months(n: int) -> Period:
    return Period(n=n, unit=TimeUnit.MONTH)


def paper(id: str, **said: object) -> Document:
    """Return a document that is open and says no more than is told."""
    return Document(id=id, title=id, attribute=Attribute.PROACTIVE, **said)  # type: ignore[arg-type]


def to(*ids: str, **said: object) -> tuple[Target, ...]:
    return tuple(Target(document=id, **said) for id in ids)  # type: ignore[arg-type]


def decided(on: date | None, *decisions: Decision, id: str = "round") -> CleanupRound:
    return CleanupRound(id=id, title=id, effective_on=on, decisions=decisions)


def said(outcome: Outcome, of: str = "a", until: date | None = None) -> Decision:
    return Decision(document=of, outcome=outcome, new_expiry=until)


def steps_on(**days: date) -> tuple[CleanupStep, ...]:
    return tuple(
        CleanupStep(step=StepName[name], by=Body(name="某局"), on=day) for name, day in days.items()
    )


# -- the oracle ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """All there is to know: documents, clean-ups, the terms of the jurisdiction."""

    papers: tuple[Document, ...]
    rounds: tuple[CleanupRound, ...] = ()
    terms: DocumentSettings = field(default_factory=DocumentSettings)


@dataclass
class Folder:
    """What the clerk has noted of one document."""

    begins: date | None
    last: date | None
    ended: str = ""
    partly: bool = False
    amended: bool = False

    def says(self, day: date) -> str:
        if self.ended:
            return self.ended
        if self.begins and day < self.begins:
            return "尚未生效"
        if self.last and day > self.last:
            return "已失效"
        if self.partly:
            return "部分有效"
        return "已修改" if self.amended else "有效"

    def end(self, how: str) -> None:
        self.ended = self.ended or how  # a repeal or a declared lapse is final

    def acted_on(self, verb: str, target: Target) -> None:
        if verb == "amends":
            self.amended = True
        elif target.articles:
            self.partly = True
        else:
            self.end("已废止")

    def decided(self, decision: Decision) -> None:
        match decision.outcome.value:
            case "废止":
                self.end("已废止")
            case "失效":
                self.end("已失效")
            case "修改":
                self.amended = True
        if decision.new_expiry and decision.outcome.value in ("继续有效", "修改"):
            self.last = decision.new_expiry


def day_by_day(world: World, days: list[date]) -> Iterator[dict[str, str]]:
    """Yield what the clerk says of every document on each of *days*, which leave none out and begin
    before anything dated happens."""
    folders = {one.id: folder(one, world.terms) for one in world.papers}
    acts = [
        (one.id, verb, target)
        for one in world.papers
        for verb in ("amends", "repeals", "replaces")
        for target in getattr(one, verb)
        if target.document != one.id
    ]
    for id, verb, target in acts:  # what bears no day has always been so
        if not (target.on or folders[id].begins):
            folders[target.document].acted_on(verb, target)
    for day in days:
        yesterday = {id: one.says(day - DAY) for id, one in folders.items()}
        for cleanup in world.rounds:  # of one day's, a clean-up goes before a document
            if counts_from(cleanup) == day:
                for decision in cleanup.decisions:
                    folders[decision.document].decided(decision)
        for id, verb, target in acts:
            alive = yesterday[id] not in ("已废止", "已失效")
            if alive and (target.on or folders[id].begins) == day:
                folders[target.document].acted_on(verb, target)
        yield {id: one.says(day) for id, one in folders.items()}


def folder(one: Document, terms: DocumentSettings) -> Folder:
    days = [day for day in (one.effective, one.published, one.issued, one.formed) if day]
    if not days or one.expires:
        return Folder(days[0] if days else None, one.expires)
    term = one.term
    if not term and one.normative and (not terms.since or terms.since <= days[0]):
        term = terms.trial_term if one.trial and terms.trial_term else terms.term
    if not term:
        return Folder(days[0], None)
    over = corresponding(days[0], term)
    return Folder(days[0], over if over.day < days[0].day else over - DAY)


def counts_from(cleanup: CleanupRound) -> date | None:
    taken = {step.step.value: step.on for step in cleanup.steps}
    for day in (cleanup.effective_on, taken.get("公布"), taken.get("政府决定")):
        if day:
            return day
    return None


def corresponding(day: date, period: Period) -> date:
    """The day of the same number, so many months on, by counting them off."""
    year, month = day.year, day.month
    for _ in range(period.n * (12 if period.unit is TimeUnit.YEAR else 1)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def with_until(told: list[str], days: list[date]) -> list[tuple[str, date | None]]:
    """Put beside each day's status the first later day of another one."""
    found: list[tuple[str, date | None]] = []
    for place, status in enumerate(told):
        others = [n for n in range(place + 1, len(told)) if told[n] != status]
        found.append((status, days[others[0]] if others else None))
    return found


# -- random histories ------------------------------------------------------------------------------

WINDOW = 30  # days in which everything happens
AFTER = 64  # days in which all that began has run out
# Around 29 February, the end of a short February, of a year, and of a month of 31 days.
WINDOWS = (date(2024, 2, 8), date(2023, 2, 3), date(2023, 12, 20), date(2024, 7, 15))


@dataclass(frozen=True)
class Maker:
    """Makes up a world in which days collide."""

    random: Random
    first: date

    def perhaps(self, share: float) -> bool:
        return self.random.random() < share

    def day(self) -> date:
        few = (7, 8, 15, 16, 22)
        return self.first + DAY * (
            self.random.choice(few) if self.perhaps(0.5) else self.random.randrange(WINDOW)
        )

    def maybe_day(self, share: float) -> date | None:
        return self.day() if self.perhaps(share) else None

    def targets(self, ids: list[str], most: int) -> tuple[Target, ...]:
        return tuple(
            Target(
                document=self.random.choice(ids),
                articles="第三条" if self.perhaps(0.3) else "",
                on=self.maybe_day(0.3),
            )
            for _ in range(self.random.randint(0, most))
        )

    def paper(self, id: str, ids: list[str]) -> Document:
        undated = self.perhaps(0.15)
        return paper(
            id,
            **{
                name: None if undated else self.maybe_day(0.4)
                for name in ("formed", "issued", "published", "effective")
            },
            expires=self.maybe_day(0.3),
            term=months(self.random.choice((1, 1, 2))) if self.perhaps(0.3) else None,
            normative=self.perhaps(0.6),
            trial=self.perhaps(0.4),
            amends=self.targets(ids, 1),
            repeals=self.targets(ids, 1),
            replaces=self.targets(ids, 1) if self.perhaps(0.3) else (),
        )

    def round(self, id: str, ids: list[str]) -> CleanupRound:
        return CleanupRound(
            id=id,
            title=id,
            effective_on=self.maybe_day(0.4),
            steps=steps_on(**{step.name: self.day() for step in StepName if self.perhaps(0.5)}),
            decisions=tuple(
                said(
                    self.random.choice((*Outcome, Outcome.KEPT, Outcome.KEPT, Outcome.AMENDED)),
                    id,
                    self.day() + DAY * self.random.choice((0, 20)) if self.perhaps(0.6) else None,
                )
                for id in self.random.sample(ids, self.random.randint(1, len(ids)))
            ),
        )

    def world(self) -> World:
        ids = list("abcdef"[: self.random.randint(2, 6)])
        return World(
            tuple(self.paper(id, ids) for id in ids),
            tuple(self.round(f"r{n}", ids) for n in range(self.random.choice((0, 0, 1, 2, 3)))),
            DocumentSettings(
                term=months(2) if self.perhaps(0.5) else None,
                trial_term=months(1) if self.perhaps(0.5) else None,
                since=self.maybe_day(0.5),
            ),
        )


def window(first: date) -> list[date]:
    return [first + DAY * n for n in range(-2, WINDOW + AFTER)]


def differing(world: World, days: list[date]) -> list[object]:
    """Return where the function and the clerk do not say the same."""
    found = lives(world.papers, world.rounds, world.terms)
    diary = list(day_by_day(world, days))
    told = {one.id: with_until([page[one.id] for page in diary], days) for one in world.papers}
    return [
        (id, day, expected, actual)
        for id, expectations in told.items()
        for day, expected in zip(days, expectations, strict=True)
        if (actual := status_on(found[id], day)) != expected
    ]


def numbered(seed: int) -> tuple[World, list[date]]:
    """Return the random history of a number, and its days."""
    first = WINDOWS[seed % len(WINDOWS)]
    return Maker(Random(seed), first).world(), window(first)


@pytest.mark.parametrize("batch", range(10))
def test_status_is_what_the_clauses_say(batch):
    """
    5,000 random histories: what every document is on every day, and when it next differs.
    """
    for seed in range(batch * 500, batch * 500 + 500):
        world, days = numbered(seed)

        assert [] == differing(world, days), (seed, world)


@given(st.randoms(), st.sampled_from(WINDOWS))
@settings(deadline=None, max_examples=200)
def test_no_history_is_found_in_which_status_differs_from_the_clauses(random, first):
    """
    The same, searched for and made small.
    """
    world = Maker(random, first).world()

    assert [] == differing(world, window(first))


def test_the_day_of_a_change_is_no_day_of_what_was_before():
    """
    On ``until`` the clerk says something else, on the day before it he does not yet.
    """
    changes = 0
    for seed in range(500):
        world, days = numbered(seed)
        diary = dict(zip(days, day_by_day(world, days), strict=True))
        for id, life in lives(world.papers, world.rounds, world.terms).items():
            status, until = status_on(life, days[0])
            while until:
                changes += 1

                assert diary[until - DAY][id] == status != diary[until][id]
                assert (status, until) == status_on(life, until - DAY)
                assert until == since_on(life, until)
                status, until = status_on(life, until)

    assert changes > 2000


def test_the_histories_hold_what_is_hard():
    """
    Else the clerk would judge easy days alone.
    """
    seen: Counter[str] = Counter()
    for seed in range(1000):
        world, _ = numbered(seed)
        for one in world.papers:
            life = lives(world.papers, world.rounds, world.terms)[one.id]
            statuses = [span.status for span in life.spans]
            acts = [*one.amends, *one.repeals, *one.replaces]
            days = [event.day for event in life.events]
            seen.update(set(statuses))
            seen["two events of one day"] += len(days) > len(set(days))
            seen["always been so"] += date.min in days
            seen["had ended before it acted"] += len(life.does) < sum(
                target.document != one.id for target in acts
            )
            seen["a lapsed one revived"] += any(
                was is Status.LAPSED and now not in (Status.LAPSED, Status.REPEALED)
                for was, now in pairwise(statuses)
            )
            seen["mutual"] += any(
                event.by == back.to and event.day == back.day
                for event in life.events
                for back in life.does
            )
            seen["no day at all"] += life.starts is None
        seen["a round without a day"] += any(decided_on(one) is None for one in world.rounds)

    assert [] == [
        what
        for what in (
            *Status, "two events of one day", "always been so", "had ended before it acted",
            "a lapsed one revived", "mutual", "no day at all", "a round without a day",
        )
        if seen[what] < 40
    ], seen  # fmt: skip


def test_documents_are_judged_alike_in_whichever_order_they_are_read():
    """
    Renaming a file changes nothing.
    """
    for seed in range(500):
        world, days = numbered(seed)
        there = lives(world.papers, world.rounds, world.terms)
        back = lives(world.papers[::-1], world.rounds, world.terms)

        for id in there:
            assert [status_on(there[id], day) for day in days] == [
                status_on(back[id], day) for day in days
            ]


# -- terms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begun", "term", "last"),
    [
        (date(2021, 7, 1), years(5), date(2026, 6, 30)),
        (date(2021, 3, 1), years(5), date(2026, 2, 28)),
        (date(2019, 3, 1), years(5), date(2024, 2, 29)),
        (date(2020, 1, 1), years(5), date(2024, 12, 31)),
        (date(2020, 2, 28), years(5), date(2025, 2, 27)),
        (date(2020, 2, 29), years(4), date(2024, 2, 28)),
        (date(2023, 12, 1), months(1), date(2023, 12, 31)),
        (date(2023, 12, 31), months(1), date(2024, 1, 30)),
        (date(2022, 9, 1), months(18), date(2024, 2, 29)),
        (date(2021, 9, 1), months(18), date(2023, 2, 28)),
        (date(2023, 8, 29), months(18), date(2025, 2, 28)),
        (date(2022, 8, 29), months(18), date(2024, 2, 28)),
        (date(2022, 12, 31), months(18), date(2024, 6, 30)),
        (date(2023, 1, 31), months(18), date(2024, 7, 30)),
    ],
)
def test_a_term_ends_on_the_day_before_the_corresponding_day(begun, term, last):
    """
    In force on its last day, lapsed on the next, and the day of that is known before.
    """
    life = lives([paper("a", effective=begun, term=term)], (), NO_TERMS)["a"]

    assert ("尚未生效", begun) == status_on(life, begun - DAY)
    assert ("有效", last + DAY) == status_on(life, begun) == status_on(life, last)
    assert ("已失效", None) == status_on(life, last + DAY)


@pytest.mark.parametrize(
    ("begun", "term", "last"),
    [
        (date(2020, 2, 29), years(5), date(2025, 2, 28)),
        (date(2024, 2, 29), years(1), date(2025, 2, 28)),
        (date(2023, 8, 31), months(18), date(2025, 2, 28)),
        (date(2022, 8, 31), months(18), date(2024, 2, 29)),
        (date(2023, 3, 31), months(18), date(2024, 9, 30)),
    ],
)
def test_where_no_day_corresponds_the_last_of_the_month_is_the_last_day(begun, term, last):
    """
    2025 has no 29 February: its 28 February is the last day (民法典第二百零二条).
    """
    life = lives([paper("a", effective=begun, term=term)], (), NO_TERMS)["a"]

    assert ("有效", last + DAY) == status_on(life, last)
    assert ("已失效", None) == status_on(life, last + DAY)


@given(st.dates(date(1949, 10, 1), date(2100, 12, 31)), st.integers(1, 120))
def test_a_period_is_counted_off_month_by_month(day, n):
    """
    The day of the same number where the month has one, else its last; a year is twelve months.
    """
    found = after(day, months(n))

    assert corresponding(day, months(n)) == found
    assert (day.year * 12 + day.month + n) == found.year * 12 + found.month
    assert found.day == day.day or (found + DAY).day == 1
    assert after(day, years(n)) == after(day, months(12 * n))


def test_a_term_beyond_the_calendar_has_no_end_that_anybody_sees():
    """
    999 years are more than dates hold.
    """
    one = paper("a", effective=date(9500, 1, 1), term=years(999))

    assert "有效" == status_on(lives([one], (), NO_TERMS)["a"], date(9999, 12, 30))[0]


# -- sentence by sentence --------------------------------------------------------------------------


def state(day: date, id: str, *papers: Document, rounds=(), settings=NO_TERMS) -> str:
    """Return the status of one of *papers* on a day."""
    return status_on(lives(papers, rounds, settings)[id], day)[0]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({"effective": NEW_YEAR, "published": date(2023, 6, 1)}, NEW_YEAR),
        ({"published": NEW_YEAR, "issued": date(2023, 6, 1)}, NEW_YEAR),
        ({"issued": NEW_YEAR, "formed": date(2023, 6, 1)}, NEW_YEAR),
        ({"formed": NEW_YEAR}, NEW_YEAR),
    ],
)
def test_it_takes_effect_on_the_first_of_its_days_that_is_written(said, first):
    """
    Effective, published, issued, formed: in this order.
    """
    assert ("尚未生效", "有效") == tuple(
        state(day, "a", paper("a", **said)) for day in (first - DAY, first)
    )


def test_a_document_without_a_day_has_always_been_in_force():
    """
    Old papers bear none.
    """
    assert ("有效", None) == status_on(lives([paper("a")], (), NO_TERMS)["a"], date(1950, 1, 1))


def test_expires_is_the_last_day():
    """
    有效期至 counts the day it names, and goes before a term.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 6, 30), term=years(5))

    assert "有效" == state(date(2024, 6, 30), "a", one)
    assert "已失效" == state(date(2024, 7, 1), "a", one)


@pytest.mark.parametrize(
    ("differs", "last"),
    [
        ({}, date(2028, 12, 31)),
        ({"trial": True}, date(2025, 12, 31)),
        ({"normative": False}, None),
        ({"effective": date(2020, 12, 31)}, None),
        ({"effective": date(2021, 1, 1)}, date(2025, 12, 31)),
        ({"term": years(1)}, date(2024, 12, 31)),
    ],
)
def test_the_term_of_the_jurisdiction_serves_where_a_normative_document_names_none(differs, last):
    """
    From a day on, a shorter one for what is on trial.
    """
    settings = DocumentSettings(
        source="某规定", term=years(5), trial_term=years(2), since=date(2021, 1, 1)
    )
    one = paper("a", **({"effective": NEW_YEAR, "normative": True} | differs))
    _, until = status_on(lives([one], (), settings)["a"], date(2024, 6, 1))

    assert (last + DAY if last else None) == until


def test_an_act_takes_effect_with_its_document():
    """
    Not on the day on which that was issued.
    """
    new = paper("b", issued=date(2024, 3, 1), effective=date(2024, 5, 1), repeals=to("a"))

    assert "有效" == state(date(2024, 4, 30), "a", paper("a"), new)
    assert "已废止" == state(date(2024, 5, 1), "a", paper("a"), new)


def test_an_act_may_name_its_own_day():
    """
    自……之日起废止.
    """
    new = paper("b", effective=NEW_YEAR, repeals=to("a", on=date(2024, 7, 1)))

    assert "有效" == state(date(2024, 6, 30), "a", paper("a"), new)
    assert "已废止" == state(date(2024, 7, 1), "a", paper("a"), new)


def test_a_document_that_was_repealed_before_it_took_effect_repeals_nothing():
    """
    What never lived cannot kill.
    """
    new = paper("b", effective=date(2024, 6, 1), repeals=to("a"))
    newer = paper("c", effective=date(2024, 5, 1), repeals=to("b"))

    assert "有效" == state(date(2024, 12, 1), "a", paper("a"), new, newer)
    assert "已废止" == state(date(2024, 5, 1), "b", paper("a"), new, newer)


def test_what_several_do_on_one_day_is_judged_by_the_day_before():
    """
    Two that repeal each other on one day are both gone, in whichever order they are read.
    """
    one = paper("a", effective=NEW_YEAR, repeals=to("b", on=date(2024, 6, 1)))
    other = paper("b", effective=NEW_YEAR, repeals=to("a", on=date(2024, 6, 1)))

    for papers in ((one, other), (other, one)):
        assert ["已废止"] * 2 == [state(date(2024, 6, 1), id, *papers) for id in "ab"]


def test_the_repeal_of_the_repealing_document_revives_nothing():
    """
    A repeal is final.
    """
    new = paper("b", effective=date(2024, 5, 1), repeals=to("a"))
    newer = paper("c", effective=date(2024, 6, 1), repeals=to("b"))

    assert "已废止" == state(date(2024, 7, 1), "a", paper("a"), new, newer)


def test_a_part_that_is_repealed_leaves_the_rest_in_force():
    """
    部分有效, and that outweighs 已修改.
    """
    part = paper("b", effective=date(2024, 5, 1), repeals=to("a", articles="第三条"))
    amending = paper("c", effective=date(2024, 6, 1), amends=to("a"))

    assert "部分有效" == state(date(2024, 5, 1), "a", paper("a"), part)
    assert "部分有效" == state(date(2024, 6, 1), "a", paper("a"), part, amending)
    assert "已修改" == state(date(2024, 6, 1), "a", paper("a"), amending)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.KEPT, "有效"),
        (Outcome.AMENDED, "已修改"),
        (Outcome.REPEALED, "已废止"),
        (Outcome.LAPSED, "已失效"),
    ],
)
def test_a_decision_counts_from_its_day(outcome, status):
    """
    Each outcome, on the day and not before.
    """
    round_ = decided(date(2024, 5, 1), Decision(document="a", outcome=outcome))

    assert "有效" == state(date(2024, 4, 30), "a", paper("a"), rounds=[round_])
    assert status == state(date(2024, 5, 1), "a", paper("a"), rounds=[round_])


def test_a_clean_up_that_has_decided_nothing_yet_changes_nothing():
    """
    A report and a review are no decision.
    """
    steps = (CleanupStep(step=StepName.REVIEW, by=Body(name="某局"), on=NEW_YEAR),)
    round_ = CleanupRound(
        id="r", title="r", steps=steps,
        decisions=(Decision(document="a", outcome=Outcome.REPEALED),),
    )  # fmt: skip

    assert "有效" == state(date(2030, 1, 1), "a", paper("a"), rounds=[round_])


def test_a_new_expiry_takes_the_place_of_the_old_and_revives_what_had_run_out():
    """
    Lapsed between its own end and the decision, in force again until the new last day.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    kept = Decision(document="a", outcome=Outcome.KEPT, new_expiry=date(2024, 12, 31))
    days = (date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 1), date(2025, 1, 1))

    assert ["有效", "已失效", "有效", "已失效"] == [
        state(day, "a", one, rounds=[decided(date(2024, 5, 1), kept)]) for day in days
    ]


def test_kept_without_a_new_expiry_leaves_the_end_where_it_is():
    """
    A reader is never told that something is in force for ever because nobody wrote a day.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 12, 31))
    kept = Decision(document="a", outcome=Outcome.KEPT)

    assert "已失效" == state(date(2025, 1, 1), "a", one, rounds=[decided(date(2024, 5, 1), kept)])


def test_a_later_declaration_replaces_a_lapse_by_term():
    """
    What had run out may still be declared repealed, and then is.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    said = Decision(document="a", outcome=Outcome.REPEALED)
    rounds = [decided(date(2024, 6, 1), said)]

    assert "已失效" == state(date(2024, 5, 31), "a", one, rounds=rounds)
    assert "已废止" == state(date(2024, 6, 1), "a", one, rounds=rounds)


def test_no_decision_revives_what_was_repealed():
    """
    The first statement that ends it counts; what comes after is a contradiction to be told.
    """
    new = paper("b", effective=date(2024, 5, 1), repeals=to("a"))
    kept = Decision(document="a", outcome=Outcome.KEPT, new_expiry=date(2030, 1, 1))
    rounds = [decided(date(2024, 6, 1), kept)]

    assert "已废止" == state(date(2024, 7, 1), "a", paper("a"), new, rounds=rounds)


def test_a_document_acts_on_the_day_after_its_last_and_no_later():
    """
    Whether it had ended is judged by the day before the act.
    """
    days = (date(2024, 6, 30), date(2024, 7, 1), date(2024, 7, 2))
    acting = [paper("b", expires=date(2024, 6, 30), repeals=to("a", on=day)) for day in days]

    assert ["已废止", "已废止", "有效"] == [
        state(date(2025, 1, 1), "a", paper("a"), b) for b in acting
    ]


def test_an_act_may_come_before_its_document_takes_effect():
    """
    What has not begun has not ended either.
    """
    new = paper("b", effective=date(2024, 9, 1), repeals=to("a", on=date(2024, 7, 1)))

    assert "已废止" == state(date(2024, 7, 1), "a", paper("a"), new)


def test_what_was_repealed_on_the_day_of_its_act_still_acts():
    """
    A chain of one day: c repeals b, b repeals a.
    """
    day = date(2024, 6, 1)
    papers = paper("a"), paper("b", repeals=to("a", on=day)), paper("c", repeals=to("b", on=day))

    for some in (papers, papers[::-1]):
        assert ["已废止", "已废止", "有效"] == [state(day, id, *some) for id in "abc"]


def test_what_was_repealed_the_day_before_its_act_no_longer_acts():
    """
    The same chain, one day apart.
    """
    day = date(2024, 6, 2)
    new = paper("b", repeals=to("a", on=day))
    newer = paper("c", repeals=to("b", on=day - DAY))

    assert ["有效", "已废止"] == [state(day, id, paper("a"), new, newer) for id in "ab"]


def test_a_revived_document_acts_again_but_makes_up_for_nothing():
    """
    What fell due while it had lapsed stays undone; what falls due later is done.
    """
    old = paper(
        "b",
        expires=date(2024, 3, 31),
        repeals=(*to("a", on=date(2024, 4, 15)), *to("c", on=date(2024, 6, 1))),
    )
    rounds = [decided(date(2024, 5, 1), said(Outcome.KEPT, "b", date(2024, 12, 31)))]
    papers = paper("a"), old, paper("c")

    assert ["有效", "有效", "已废止"] == [
        state(date(2024, 7, 1), id, *papers, rounds=rounds) for id in "abc"
    ]


def test_a_document_that_lapsed_in_a_clean_up_acts_no_more():
    """
    A declared lapse ends it like any other.
    """
    acting = paper("b", repeals=to("a", on=date(2024, 5, 3)))
    for day, status in ((date(2024, 5, 2), "有效"), (date(2024, 5, 3), "已废止")):
        rounds = [decided(day, said(Outcome.LAPSED, "b"))]

        assert status == state(date(2024, 5, 3), "a", paper("a"), acting, rounds=rounds)


def test_what_undated_documents_do_has_always_been_so():
    """
    Nobody knows since when.
    """
    old = paper("b", repeals=to("a"))

    assert ("已废止", None) == status_on(lives([paper("a"), old], (), NO_TERMS)["a"], date.min)


def test_an_undated_normative_document_gets_no_term():
    """
    There is no day from which it could be counted.
    """
    terms = DocumentSettings(source="某规定", term=years(5))

    assert "有效" == state(date(2100, 1, 1), "a", paper("a", normative=True), settings=terms)


@pytest.mark.parametrize(
    ("terms", "last"),
    [
        ({"term": years(5)}, date(2028, 12, 31)),
        ({"trial_term": years(2)}, date(2025, 12, 31)),
        ({"term": years(5), "trial_term": years(2)}, date(2025, 12, 31)),
        ({}, None),
    ],
)
def test_a_trial_document_gets_the_term_of_all_where_none_is_set_for_trials(terms, last):
    """
    A place that sets one term sets it for every normative document.
    """
    one = paper("a", effective=NEW_YEAR, normative=True, trial=True)
    _, until = status_on(lives([one], (), DocumentSettings(**terms))["a"], NEW_YEAR)

    assert (last + DAY if last else None) == until


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ({"repeals": to("a")}, "已废止"),
        ({"replaces": to("a")}, "已废止"),
        ({"repeals": to("a", articles="第三条")}, "部分有效"),
        ({"replaces": to("a", articles="第三条")}, "部分有效"),
        ({"amends": to("a")}, "已修改"),
        ({"amends": to("a", articles="第三条")}, "已修改"),
        ({"repeals": (Target(name="a"),)}, "有效"),
        ({"repeals": to("gone")}, "有效"),
    ],
)
def test_each_act_does_what_its_verb_says(target, status):
    """
    To the document it names by id, and to no other.
    """
    assert status == state(NEW_YEAR, "a", paper("a"), paper("b", effective=NEW_YEAR, **target))


def test_a_document_does_nothing_to_itself():
    """
    That is a slip of the pen; the rules tell its author.
    """
    assert "有效" == state(NEW_YEAR, "a", paper("a", effective=NEW_YEAR, repeals=to("a")))


def test_a_part_stays_repealed_whatever_is_amended_or_decided_later():
    """
    部分有效 outweighs 已修改, also when that comes from a clean-up.
    """
    part = paper("b", effective=date(2024, 5, 1), repeals=to("a", articles="第三条"))
    rounds = [decided(date(2024, 6, 1), said(Outcome.AMENDED))]
    life = lives([paper("a"), part], rounds, NO_TERMS)["a"]

    assert ("部分有效", None) == status_on(life, date(2024, 5, 1))


@pytest.mark.parametrize(
    ("steps", "effective", "day"),
    [
        ({"DECISION": date(2024, 5, 1), "PUBLICATION": date(2024, 5, 10)}, date(2024, 6, 1), 153),
        ({"DECISION": date(2024, 5, 1), "PUBLICATION": date(2024, 5, 10)}, None, 131),
        ({"REPORT": date(2024, 3, 1), "DECISION": date(2024, 5, 1)}, None, 122),
        ({"REPORT": date(2024, 3, 1), "REVIEW": date(2024, 4, 1)}, None, None),
    ],
)
def test_a_clean_up_counts_from_its_day_its_publication_or_its_decision(steps, effective, day):
    """
    In this order; the days of 2024 on which it first counts.
    """
    cleanup = CleanupRound(
        id="r", title="r", steps=steps_on(**steps), effective_on=effective,
        decisions=(said(Outcome.REPEALED),),
    )  # fmt: skip
    _, until = status_on(lives([paper("a")], [cleanup], NO_TERMS)["a"], NEW_YEAR)

    assert (NEW_YEAR + DAY * (day - 1) if day else None) == until


@pytest.mark.parametrize(
    ("outcome", "days"),
    [
        (Outcome.KEPT, ["有效", "有效", "已失效"]),
        (Outcome.AMENDED, ["已修改", "已修改", "已失效"]),
        (Outcome.REPEALED, ["已废止"] * 3),
        (Outcome.LAPSED, ["已失效"] * 3),
    ],
)
def test_only_what_stays_in_force_gets_a_new_end(outcome, days):
    """
    A new end of what was repealed means nothing.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 5, 31))
    rounds = [decided(date(2024, 5, 1), said(outcome, until=date(2024, 8, 31)))]

    assert days == [
        state(day, "a", one, rounds=rounds)
        for day in (date(2024, 5, 1), date(2024, 8, 31), date(2024, 9, 1))
    ]


def test_a_new_end_may_be_an_earlier_one_and_changes_nothing_before_the_decision():
    """
    What was in force on a day stays so, whatever is decided later.
    """
    one = paper("a", effective=NEW_YEAR, term=years(5))
    rounds = [decided(date(2024, 5, 1), said(Outcome.KEPT, until=date(2024, 3, 31)))]
    life = lives([one], rounds, NO_TERMS)["a"]

    assert ("有效", date(2024, 5, 1)) == status_on(life, date(2024, 4, 15))
    assert ("已失效", None) == status_on(life, date(2024, 5, 1))


def test_the_latest_decision_that_names_an_end_counts():
    """
    One that names none leaves the end of the one before it.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    first = decided(date(2024, 3, 1), said(Outcome.KEPT, until=date(2026, 12, 31)), id="r1")
    second = decided(date(2024, 4, 1), said(Outcome.KEPT, until=date(2025, 6, 30)), id="r2")
    third = decided(date(2024, 5, 1), said(Outcome.KEPT), id="r3")

    for rounds in ([first, second, third], [third, second, first]):
        life = lives([one], rounds, NO_TERMS)["a"]

        assert ("有效", date(2025, 7, 1)) == status_on(life, NEW_YEAR)


def test_a_declared_lapse_is_final_too():
    """
    A later repeal, or a decision to keep it, does not change what it is.
    """
    later = paper("b", effective=date(2024, 6, 1), repeals=to("a"))
    rounds = [
        decided(date(2024, 5, 1), said(Outcome.LAPSED), id="r1"),
        decided(date(2024, 7, 1), said(Outcome.REPEALED), id="r2"),
        decided(date(2024, 8, 1), said(Outcome.KEPT, until=date(2030, 1, 1)), id="r3"),
    ]
    life = lives([paper("a"), later], rounds, NO_TERMS)["a"]

    assert ("已失效", None) == status_on(life, date(2024, 5, 1))


def test_what_a_clean_up_and_a_document_end_on_one_day_ends_as_the_clean_up_says():
    """
    It looked at the document itself.
    """
    day = date(2024, 5, 1)
    repealing = paper("b", effective=day, repeals=to("a"))
    rounds = [decided(day, said(Outcome.LAPSED))]

    assert ("已失效", "round") == _end(lives([paper("a"), repealing], rounds, NO_TERMS)["a"], day)


@pytest.mark.parametrize("outcome", [Outcome.REPEALED, Outcome.LAPSED])
def test_a_declaration_on_the_day_after_the_last_wins_over_the_lapse(outcome):
    """
    Then it is what made it end, and not the term.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 4, 30))
    day = date(2024, 5, 1)
    life = lives([one], [decided(day, said(outcome))], NO_TERMS)["a"]
    status = "已废止" if outcome is Outcome.REPEALED else "已失效"

    assert (status, "round") == _end(life, day)
    assert ("有效", day) == status_on(life, day - DAY)


def test_a_lapse_that_is_declared_later_is_no_change_of_status():
    """
    已失效 stays 已失效; what made it so is another.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    life = lives([one], [decided(date(2024, 6, 1), said(Outcome.LAPSED))], NO_TERMS)["a"]

    assert ("已失效", None) == status_on(life, date(2024, 4, 1))
    assert ["", "round"] == [_end(life, date(2024, month, 1))[1] for month in (5, 6)]
    assert date(2024, 4, 1) == since_on(life, date(2024, 7, 1))


@pytest.mark.parametrize(
    ("act", "before", "then"),
    [
        ({"repeals": to("a")}, "已废止", "已废止"),
        ({"repeals": to("a", articles="第三条")}, "尚未生效", "部分有效"),
        ({"amends": to("a")}, "尚未生效", "已修改"),
    ],
)
def test_before_its_day_it_is_pending_unless_it_was_ended(act, before, then):
    """
    What was done to a part of it shows when it takes effect.
    """
    one, other = paper("a", effective=date(2024, 6, 1)), paper("b", effective=NEW_YEAR, **act)

    assert [before, then] == [
        state(day, "a", one, other) for day in (date(2024, 5, 31), date(2024, 6, 1))
    ]


def test_a_document_whose_end_lies_before_its_beginning_is_never_in_force():
    """
    The rules tell its author; nothing breaks.
    """
    one = paper("a", effective=date(2024, 6, 1), expires=NEW_YEAR)
    life = lives([one], (), NO_TERMS)["a"]

    assert ("尚未生效", date(2024, 6, 1)) == status_on(life, date(2024, 3, 1))
    assert ("已失效", None) == status_on(life, date(2024, 6, 1))


def test_the_next_day_of_change_looks_over_what_changes_nothing():
    """
    A second amendment is told, and the document is what it was: 已修改.
    """
    amending = [paper(f"b{n}", effective=date(2024, n, 1), amends=to("a")) for n in (3, 5)]
    repealing = paper("c", effective=date(2024, 9, 1), repeals=to("a"))
    life = lives([paper("a"), *amending, repealing], (), NO_TERMS)["a"]

    assert ("有效", date(2024, 3, 1)) == status_on(life, NEW_YEAR)
    assert ("已修改", date(2024, 9, 1)) == status_on(life, date(2024, 3, 1))
    assert ["b3", "b5"] == [_end(life, date(2024, month, 1))[1] for month in (4, 5)]


def test_the_last_day_of_the_calendar_is_a_day_like_others():
    """
    有效期至 9999-12-31 is how some registers write for ever.
    """
    one = paper("a", effective=NEW_YEAR, expires=date.max)

    assert ("有效", None) == status_on(lives([one], (), NO_TERMS)["a"], date.max)


def _end(life: Life, day: date) -> tuple[str, str]:
    """Return the status on a day, and who made it so."""
    span = span_on(life, day)
    return span.status.value, span.cause.by if span.cause else ""
