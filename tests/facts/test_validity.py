"""Whether a document is in force: the function held against an oracle written from the clauses.

The oracle knows nothing of spans or events.  It asks, for one document and one day, what a clerk
would ask with all papers on the table, and asks again of each paper that acts whether it was still
alive the day before.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from generator.config import DocumentSettings
from generator.facts.validity import after, lives
from generator.life import Effect, Life, Status, since_on, span_on, status_on
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


def steps_on(**days: date) -> tuple[CleanupStep, ...]:
    return tuple(
        CleanupStep(step=StepName[name], by=Body(name="某局"), on=day) for name, day in days.items()
    )


# -- the oracle ------------------------------------------------------------------------------------


@dataclass
class World:
    """All papers on the table, and what has been answered so far."""

    documents: tuple[Document, ...]
    cleanups: tuple[CleanupRound, ...] = ()
    settings: DocumentSettings = field(default_factory=DocumentSettings)
    answers: dict[tuple[str, date], str] = field(default_factory=dict)


def status(world: World, id: str, day: date) -> str:
    """Return what a clerk says of a document on a day."""
    if (id, day) not in world.answers:
        world.answers[id, day] = asked(world, id, day)
    return world.answers[id, day]


def asked(world: World, id: str, day: date) -> str:
    [one] = [one for one in world.documents if one.id == id]
    decisions = decisions_by(world, id, day)
    acts = acts_by(world, id, day)

    # The first statement that ends it is final; of one day's, that of a clean-up goes first.
    ends = [
        (on, 0, "已废止" if said.outcome is Outcome.REPEALED else "已失效")
        for on, said in decisions
        if said.outcome in (Outcome.REPEALED, Outcome.LAPSED)
    ]
    ends += [
        (on, 1, "已废止") for on, verb, target in acts if verb != "amends" and not target.articles
    ]
    if ends:
        return min(ends, key=lambda end: end[:2])[2]

    first = first_day(one)
    if first and day < first:
        return "尚未生效"

    # The latest decision that names a new end counts; of one day's, the one listed last.
    last = own_last_day(one, world.settings)
    for _, said in sorted(decisions, key=lambda pair: pair[0]):
        last = said.new_expiry or last
    if last and last < day:
        return "已失效"

    if any(verb != "amends" for _, verb, _ in acts):
        return "部分有效"
    if acts or any(said.outcome is Outcome.AMENDED for _, said in decisions):
        return "已修改"
    return "有效"


def acts_by(world: World, id: str, day: date) -> list[tuple[date, str, Target]]:
    """What other documents have done to a document by a day."""
    found = []
    for other in world.documents:
        if other.id == id:
            continue
        for verb in ("amends", "repeals", "replaces"):
            for target in getattr(other, verb):
                if target.document != id:
                    continue
                on = target.on or first_day(other)
                if on is None:
                    found.append((date.min, verb, target))  # it has always been so
                elif on <= day and status(world, other.id, on - DAY) not in ("已废止", "已失效"):
                    found.append((on, verb, target))
    return found


def decisions_by(world: World, id: str, day: date) -> list[tuple[date, Decision]]:
    """What clean-ups have decided of a document by a day."""
    found = []
    for cleanup in world.cleanups:
        on = cleanup.effective_on
        for name in ("公布", "政府决定"):
            for step in cleanup.steps:
                if step.step.value == name:
                    on = on or step.on
        if on and on <= day:
            found += [(on, said) for said in cleanup.decisions if said.document == id]
    return found


def first_day(one: Document) -> date | None:
    for day in (one.effective, one.published, one.issued, one.formed):
        if day:
            return day
    return None


def own_last_day(one: Document, settings: DocumentSettings) -> date | None:
    first = first_day(one)
    if one.expires or not first:
        return one.expires
    term = one.term
    if not term and one.normative and not (settings.since and first < settings.since):
        term = settings.term
        if one.trial and settings.trial_term:
            term = settings.trial_term
    return corresponding(first, term) - DAY if term else None


def corresponding(day: date, period: Period) -> date:
    """The day of the same number, so many months on, by counting them off."""
    year, month = day.year, day.month
    for _ in range(period.n * (12 if period.unit is TimeUnit.YEAR else 1)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# -- random histories ------------------------------------------------------------------------------

WINDOW = 28  # days in which everything happens
AFTER = 64  # days in which whatever began has run out
STARTS = (date(2024, 2, 10), date(2023, 2, 3), date(2023, 12, 20), date(2024, 8, 12))


@dataclass(frozen=True)
class Chance:
    """What may be written of one world."""

    random: Random
    first: date

    def perhaps(self, share: float) -> bool:
        return self.random.random() < share

    def day(self) -> date:
        if self.perhaps(0.4):  # one of few days, on which much happens at once
            return self.first + DAY * self.random.choice((7, 14, 15, 21))
        return self.first + DAY * self.random.randrange(WINDOW)

    def day_or_none(self, share: float) -> date | None:
        return self.day() if self.perhaps(share) else None

    def targets(self, ids: list[str], counts: tuple[int, ...]) -> tuple[Target, ...]:
        return tuple(
            Target(
                document=self.random.choice(ids),
                articles="第三条" if self.perhaps(0.25) else "",
                on=self.day_or_none(0.3),
            )
            for _ in range(self.random.choice(counts))
        )

    def document(self, id: str, ids: list[str]) -> Document:
        dated = self.random.choice(
            ((), ("effective",), ("published", "effective"), ("issued", "published"), ("formed",))
        )
        return paper(
            id,
            **{name: self.day() for name in dated},
            expires=self.day_or_none(0.35),
            term=months(self.random.choice((1, 2))) if self.perhaps(0.2) else None,
            normative=self.perhaps(0.5),
            trial=self.perhaps(0.4),
            amends=self.targets(ids, (0, 0, 1)),
            repeals=self.targets(ids, (0, 0, 0, 1, 2)),
            replaces=self.targets(ids, (0, 0, 0, 1)),
        )

    def cleanup(self, id: str, ids: list[str]) -> CleanupRound:
        return CleanupRound(
            id=id,
            title=id,
            effective_on=self.day_or_none(0.5),
            steps=steps_on(**{step.name: self.day() for step in StepName if self.perhaps(0.5)}),
            decisions=tuple(
                Decision(
                    document=one,
                    outcome=self.random.choice((*Outcome, *[Outcome.KEPT] * 4)),
                    new_expiry=self.day() + DAY * WINDOW // 2 if self.perhaps(0.6) else None,
                )
                for one in self.random.sample(ids, self.random.randint(1, len(ids)))
            ),
        )

    def world(self) -> World:
        ids = list("abcdef"[: self.random.randint(2, 6)])
        return World(
            tuple(self.document(id, ids) for id in ids),
            tuple(self.cleanup(f"r{n}", ids) for n in range(self.random.randint(0, 3))),
            DocumentSettings(
                term=months(2) if self.perhaps(0.5) else None,
                trial_term=months(1) if self.perhaps(0.5) else None,
                since=self.day_or_none(0.4),
            ),
        )


def world_of(seed: int) -> World:
    """Return the random history of a seed; `STARTS` are its windows in turn."""
    return Chance(Random(seed), STARTS[seed % len(STARTS)]).world()


def told_by_clerk(world: World, id: str, days: list[date]) -> list[tuple[str, date | None]]:
    """What status is on each of *days*, and the first of the later days on which it differs."""
    told: list[tuple[str, date | None]] = []
    for place in range(len(days) - 1, -1, -1):
        here = status(world, id, days[place])
        until = None
        if told:
            until = days[place + 1] if told[-1][0] != here else told[-1][1]
        told.append((here, until))
    return told[::-1]


@pytest.mark.parametrize("batch", range(10))
def test_status_is_what_the_clauses_say(batch):
    """
    5,000 random histories: the status of every document on every day, and when it next differs.
    """
    for seed in range(batch * 500, batch * 500 + 500):
        world = world_of(seed)
        found = lives(world.documents, world.cleanups, world.settings)
        first = STARTS[seed % len(STARTS)]
        days = [first - DAY + DAY * n for n in range(1 + WINDOW + AFTER)]
        for one in world.documents:
            told = told_by_clerk(world, one.id, days)

            assert told == [status_on(found[one.id], day) for day in days], (seed, one.id)


@pytest.mark.parametrize("batch", range(2))
def test_the_day_of_a_change_and_the_day_before_are_told_apart(batch):
    """
    ``until`` is the first day of something else, and the day before it is the last of this.
    """
    changes = 0
    for seed in range(batch * 250, batch * 250 + 250):
        world = world_of(seed)
        for id, life in lives(world.documents, world.cleanups, world.settings).items():
            here, until = status_on(life, date.min)
            while until:
                changes += 1

                assert here == status(world, id, until - DAY) == status_on(life, until - DAY)[0]
                assert here != status(world, id, until) == status_on(life, until)[0]
                assert until == since_on(life, until) == status_on(life, until - DAY)[1]
                here, until = status_on(life, until)

    assert changes > 1000


def test_the_histories_hold_what_is_hard():
    """
    Every status, repeals of one day, what acts when it has ended, and revivals are common in them.
    """
    seen = dict.fromkeys((*Status, "one day", "did not count", "revived"), 0)
    for seed in range(500):
        world = world_of(seed)
        found = lives(world.documents, world.cleanups, world.settings)
        for one in world.documents:
            life = found[one.id]
            statuses = [span.status for span in life.spans]
            for state in Status:
                seen[state] += state in statuses
            dates = [event.day for event in life.events]
            seen["one day"] += len(set(dates)) < len(dates)
            meant = [*one.amends, *one.repeals, *one.replaces]
            seen["did not count"] += len(life.does) < sum(it.document != one.id for it in meant)
            seen["revived"] += any(
                here is Status.LAPSED and then not in (Status.LAPSED, Status.REPEALED)
                for here, then in pairwise(statuses)
            )

    assert [] == [what for what, times in seen.items() if times < 20], seen


def test_the_order_of_the_records_does_not_matter_to_documents():
    """
    Files are read in the order of their names; what documents do to each other is not.
    """
    for seed in range(300):
        world = world_of(seed)
        there = lives(world.documents, world.cleanups, world.settings)
        back = lives(world.documents[::-1], world.cleanups, world.settings)
        for id, life in there.items():
            spans = [(span.day, span.status) for span in life.spans]
            days = {day for day, _ in spans} | {span.day for span in back[id].spans}

            assert [status_on(life, day) for day in sorted(days)] == [
                status_on(back[id], day) for day in sorted(days)
            ]


# -- sentence by sentence --------------------------------------------------------------------------

NO_TERMS = DocumentSettings()
NEW_YEAR = date(2024, 1, 1)


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


@pytest.mark.parametrize(
    ("begun", "term", "last"),
    [
        (date(2021, 7, 1), years(5), date(2026, 6, 30)),
        (date(2024, 2, 29), years(1), date(2025, 2, 27)),
        (date(2024, 2, 29), years(4), date(2028, 2, 28)),
        (date(2023, 8, 31), months(18), date(2025, 2, 27)),
        (date(2023, 12, 1), months(1), date(2023, 12, 31)),
    ],
)
def test_a_term_ends_on_the_day_before_the_corresponding_day(begun, term, last):
    """
    In force on its last day, lapsed on the next, and the day of that is known before.
    """
    one = paper("a", effective=begun, term=term)
    life = lives([one], (), NO_TERMS)["a"]

    assert ("有效", last + DAY) == status_on(life, last)
    assert ("已失效", None) == status_on(life, last + DAY)
    assert last + DAY == after(begun, term)


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


def test_a_decision_counts_from_its_day_else_its_publication_else_that_of_the_government():
    """
    The report and the review have days too, which do not matter.
    """
    said = (Decision(document="a", outcome=Outcome.REPEALED),)
    steps = steps_on(
        REPORT=date(2024, 1, 2),
        REVIEW=date(2024, 2, 2),
        DECISION=date(2024, 3, 2),
        PUBLICATION=date(2024, 4, 2),
    )
    rounds = [
        CleanupRound(id="r", title="r", steps=steps, decisions=said, effective_on=date(2024, 5, 2)),
        CleanupRound(id="r", title="r", steps=steps, decisions=said),
        CleanupRound(id="r", title="r", steps=steps[:3], decisions=said),
    ]

    assert [date(2024, 5, 2), date(2024, 4, 2), date(2024, 3, 2)] == [
        status_on(lives([paper("a")], [one], NO_TERMS)["a"], NEW_YEAR)[1] for one in rounds
    ]


def test_what_another_takes_the_place_of_is_repealed():
    """
    代替 says 废止 in another word, of the whole or of a part.
    """
    new = paper("b", effective=date(2024, 5, 1), replaces=to("a"))
    part = paper("c", effective=date(2024, 5, 1), replaces=to("a", articles="第三条"))

    assert "有效" == state(date(2024, 4, 30), "a", paper("a"), new)
    assert "已废止" == state(date(2024, 5, 1), "a", paper("a"), new)
    assert "部分有效" == state(date(2024, 5, 1), "a", paper("a"), part)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2024, 6, 30), "已废止"),  # its last day
        (date(2024, 7, 1), "已废止"),  # it ends on this day, not before it
        (date(2024, 7, 2), "有效"),
    ],
)
def test_a_document_that_had_ended_before_the_day_of_its_act_does_nothing(on, status):
    """
    Whether it had is asked of the day before.
    """
    acting = paper("b", effective=NEW_YEAR, expires=date(2024, 6, 30), repeals=to("a", on=on))

    assert status == state(date(2025, 1, 1), "a", paper("a"), acting)


def test_a_document_acts_on_the_day_on_which_it_is_repealed_itself():
    """
    Acts of one day all count.
    """
    day = date(2024, 6, 1)
    old = paper("b", effective=NEW_YEAR, repeals=to("a", on=day))
    new = paper("c", effective=day, repeals=to("b"))

    assert ["已废止"] * 2 == [state(day, id, paper("a"), old, new) for id in "ab"]


def test_a_document_acts_again_when_a_new_expiry_has_revived_it():
    """
    It had lapsed, and was in force again on the day before its act.
    """
    day = date(2024, 6, 1)
    acting = paper("b", effective=NEW_YEAR, expires=date(2024, 3, 31), repeals=to("a", on=day))
    kept = Decision(document="b", outcome=Outcome.KEPT, new_expiry=date(2024, 12, 31))
    before, same = [decided(day - DAY, kept)], [decided(day, kept)]

    assert "已废止" == state(day, "a", paper("a"), acting, rounds=before)
    assert "有效" == state(day, "a", paper("a"), acting, rounds=same)


def test_a_document_without_a_day_acts_from_the_beginning():
    """
    It has always been in force, so what it repealed never was.
    """
    life = lives([paper("a", effective=NEW_YEAR), paper("b", repeals=to("a"))], (), NO_TERMS)["a"]

    assert ("已废止", None) == status_on(life, date.min)


def test_a_chain_is_followed_to_its_first_link():
    """
    C ends b before b can end a; d ends c before c can do so.
    """
    a = paper("a")
    b = paper("b", effective=date(2024, 6, 1), repeals=to("a"))
    c = paper("c", effective=date(2024, 5, 1), repeals=to("b"))
    d = paper("d", effective=date(2024, 4, 1), repeals=to("c"))
    day = date(2024, 12, 1)

    assert ["已废止", "有效", "已废止", "有效"] == [state(day, id, a, b, c, d) for id in "abcd"]


def test_the_latest_new_expiry_counts():
    """
    From the day of its decision, though it names an earlier day.
    """
    rounds = [
        decided(
            date(2024, 6, 1),
            Decision(document="a", outcome=Outcome.KEPT, new_expiry=date(2024, 7, 31)),
        ),
        decided(
            date(2024, 5, 1),
            Decision(document="a", outcome=Outcome.KEPT, new_expiry=date(2030, 1, 1)),
        ),
    ]
    life = lives([paper("a", expires=date(2024, 5, 31))], rounds, NO_TERMS)["a"]

    assert ("有效", date(2024, 8, 1)) == status_on(life, date(2024, 5, 31))
    assert ("已失效", None) == status_on(life, date(2024, 8, 1))


@pytest.mark.parametrize(
    ("outcome", "status"), [(Outcome.KEPT, "有效"), (Outcome.AMENDED, "已修改")]
)
def test_a_new_expiry_is_given_by_a_decision_that_keeps_or_amends(outcome, status):
    """
    The document is what the decision says until the last day that it says.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    said = Decision(document="a", outcome=outcome, new_expiry=date(2024, 12, 31))
    life = lives([one], [decided(date(2024, 2, 1), said)], NO_TERMS)["a"]

    assert (status, date(2025, 1, 1)) == status_on(life, date(2024, 12, 31))


@pytest.mark.parametrize("outcome", [Outcome.REPEALED, Outcome.LAPSED])
def test_a_new_expiry_beside_a_repeal_keeps_nothing_alive(outcome):
    """
    A repeal or a declared lapse is final.
    """
    said = Decision(document="a", outcome=outcome, new_expiry=date(2030, 1, 1))
    life = lives([paper("a")], [decided(NEW_YEAR, said)], NO_TERMS)["a"]

    assert ("有效", NEW_YEAR) == status_on(life, NEW_YEAR - DAY)
    assert None is status_on(life, NEW_YEAR)[1]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (Outcome.REPEALED, Outcome.LAPSED, "已废止"),
        (Outcome.LAPSED, Outcome.REPEALED, "已失效"),
        (Outcome.LAPSED, Outcome.KEPT, "已失效"),
        (Outcome.REPEALED, Outcome.AMENDED, "已废止"),
    ],
)
def test_of_two_decisions_the_first_that_ends_it_is_final(first, second, status):
    """
    Whatever a later round decides.
    """
    rounds = [
        decided(date(2024, 6, 1), Decision(document="a", outcome=second), id="later"),
        decided(date(2024, 5, 1), Decision(document="a", outcome=first), id="earlier"),
    ]
    life = lives([paper("a")], rounds, NO_TERMS)["a"]

    assert (status, None) == status_on(life, date(2024, 5, 1))


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2024, 3, 31), ["有效", "已废止", "已废止", "已废止"]),
        (date(2024, 4, 1), ["有效", "有效", "已废止", "已废止"]),
        (date(2024, 4, 2), ["有效", "有效", "已失效", "已废止"]),
    ],
)
def test_a_declaration_on_the_day_after_the_last_day_wins_over_the_lapse(on, told):
    """
    There is no day on which it had merely run out.
    """
    one = paper("a", effective=NEW_YEAR, expires=date(2024, 3, 31))
    rounds = [decided(on, Decision(document="a", outcome=Outcome.REPEALED))]
    days = (date(2024, 3, 30), date(2024, 3, 31), date(2024, 4, 1), date(2024, 4, 2))

    assert told == [state(day, "a", one, rounds=rounds) for day in days]


def test_before_it_takes_effect_it_can_be_repealed_but_is_not_amended():
    """
    尚未生效 outweighs what leaves it alive.
    """
    one = paper("a", effective=date(2024, 6, 1))
    amending = paper("b", effective=date(2024, 5, 1), amends=to("a"))
    part = paper("c", effective=date(2024, 5, 1), repeals=to("a", articles="第三条"))
    whole = paper("d", effective=date(2024, 5, 15), repeals=to("a"))

    assert ["尚未生效", "已修改"] == [
        state(date(2024, month, day), "a", one, amending) for month, day in ((5, 31), (6, 1))
    ]
    assert ["尚未生效", "部分有效"] == [
        state(date(2024, month, day), "a", one, part) for month, day in ((5, 31), (6, 1))
    ]
    assert ["尚未生效", "已废止", "已废止"] == [
        state(date(2024, month, day), "a", one, whole) for month, day in ((5, 14), (5, 15), (6, 1))
    ]


def test_a_second_amendment_changes_no_status():
    """
    ``until`` goes past it; what made the document so is the later one.
    """
    papers = [
        paper("a", expires=date(2024, 12, 31)),
        paper("b", effective=date(2024, 5, 1), amends=to("a")),
        paper("c", effective=date(2024, 6, 1), amends=to("a")),
    ]
    life = lives(papers, (), NO_TERMS)["a"]

    assert ("已修改", date(2025, 1, 1)) == status_on(life, date(2024, 5, 1))
    assert date(2024, 5, 1) == since_on(life, date(2024, 7, 1))
    assert ["b", "c"] == causes(life, date(2024, 5, 31), date(2024, 6, 1))


def causes(life: Life, *days: date) -> list[str]:
    """Return what made a document what it is on each day; nothing where its own dates did."""
    found = [span_on(life, day).cause for day in days]
    return [cause.by if cause else "" for cause in found]


def test_what_a_document_did_stands_with_both():
    """
    The chain of amendments is read from either end; what did not count stands with neither.
    """
    papers = [
        paper("a"),
        paper("b", effective=date(2024, 5, 1), amends=to("a")),
        paper("c", effective=date(2024, 6, 1), repeals=to("b")),
        paper("d", effective=date(2024, 5, 1), repeals=to("e", on=date(2025, 1, 1))),
        paper("e", effective=date(2024, 5, 1), repeals=to("d")),
    ]
    found = lives(papers, (), NO_TERMS)

    assert [("b", Effect.AMEND)] == [(event.by, event.effect) for event in found["a"].events]
    assert [("a", Effect.AMEND)] == [(event.to, event.effect) for event in found["b"].does]
    assert ((), ()) == (found["e"].events, found["d"].does)


def test_a_document_repeals_neither_itself_nor_what_is_not_registered():
    """
    Both are told by checks; neither changes what is in force.
    """
    one = paper("a", effective=NEW_YEAR, repeals=to("a", "unknown"))

    assert "有效" == state(date(2024, 6, 1), "a", one)


# What no clause settles, and what is settled here.


def test_of_one_day_a_clean_up_speaks_before_a_document():
    """
    A declared lapse and a repeal of one day: it is 已失效.
    """
    day = date(2024, 5, 1)
    repealing = paper("b", effective=day, repeals=to("a"))
    rounds = [decided(day, Decision(document="a", outcome=Outcome.LAPSED))]

    assert "已失效" == state(day, "a", paper("a"), repealing, rounds=rounds)


def test_what_is_on_trial_has_the_common_term_where_no_other_is_configured():
    """
    A jurisdiction with one term has it for all.
    """
    settings = DocumentSettings(source="某规定", term=years(5))
    one = paper("a", effective=NEW_YEAR, normative=True, trial=True)

    assert date(2029, 1, 1) == status_on(lives([one], (), settings)["a"], NEW_YEAR)[1]


# -- the calendar ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "period", "corresponds"),
    [
        (date(2024, 1, 31), months(1), date(2024, 2, 29)),
        (date(2023, 1, 31), months(1), date(2023, 2, 28)),
        (date(2023, 1, 30), months(1), date(2023, 2, 28)),
        (date(2024, 3, 31), months(1), date(2024, 4, 30)),
        (date(2024, 4, 30), months(1), date(2024, 5, 30)),
        (date(2024, 8, 31), months(6), date(2025, 2, 28)),
        (date(2023, 8, 31), months(6), date(2024, 2, 29)),
        (date(2024, 2, 29), months(12), date(2025, 2, 28)),
        (date(2024, 2, 29), years(1), date(2025, 2, 28)),
        (date(2024, 2, 29), years(4), date(2028, 2, 29)),
        (date(2023, 2, 28), years(1), date(2024, 2, 28)),
        (date(2023, 12, 15), months(1), date(2024, 1, 15)),
        (date(2024, 11, 30), months(3), date(2025, 2, 28)),
        (date(2024, 1, 1), months(999), date(2107, 4, 1)),
        (date(2096, 2, 29), years(4), date(2100, 2, 28)),
    ],
)
def test_a_day_corresponds_to_that_of_the_same_number_or_the_last_of_its_month(
    day, period, corresponds
):
    """
    Months have 28 to 31 days, and 2100 no 29 February.
    """
    assert corresponds == after(day, period)


def test_the_calendar_counts_as_one_does_on_fingers():
    """
    Every day of four years and of the turn of a century, by 1 to 25 months.
    """
    for first in (date(2023, 1, 1), date(2099, 1, 1)):
        for n in range(4 * 366):
            day = first + DAY * n
            period = months(n % 25 + 1)

            assert corresponding(day, period) == after(day, period)


def test_a_term_beyond_the_calendar_ends_with_it():
    """
    Nothing breaks on a year of five figures.
    """
    one = paper("a", effective=date(9500, 1, 1), term=years(999))

    assert ("有效", date.max) == status_on(lives([one], (), NO_TERMS)["a"], date(9500, 1, 1))
