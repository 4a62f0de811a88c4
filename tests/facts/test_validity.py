"""Whether a document is in force: the function held against an oracle written from the clauses.

The oracle knows nothing of spans or events.  It asks, for one document and one day, what a clerk
would ask with all papers on the table, and asks again of each paper that acts whether it was still
alive the day before.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest

from generator.config import DocumentSettings
from generator.facts.validity import after, lives
from generator.life import ENDED, status_on
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
FIRST = date(2024, 2, 1)  # a window of days around 29 February
LAST = date(2024, 4, 30)


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


# -- the oracle ------------------------------------------------------------------------------------


@dataclass
class Clerk:
    """All papers on the table."""

    papers: list[Document]
    rounds: list[CleanupRound]
    settings: DocumentSettings

    def begins(self, one: Document) -> date | None:
        for day in (one.effective, one.published, one.issued, one.formed):
            if day:
                return day
        return None

    def own_last_day(self, one: Document) -> date | None:
        if one.expires:
            return one.expires
        begun = self.begins(one)
        if not begun:
            return None
        term = one.term
        if not term and one.normative:
            if self.settings.since and begun < self.settings.since:
                return None
            term = self.settings.term
            if one.trial and self.settings.trial_term:
                term = self.settings.trial_term
        return corresponding(begun, term) - DAY if term else None

    def counts_from(self, cleanup: CleanupRound) -> date | None:
        if cleanup.effective_on:
            return cleanup.effective_on
        for name in (StepName.PUBLICATION, StepName.DECISION):
            for step in reversed(cleanup.steps):
                if step.step is name:
                    return step.on
        return None

    def decisions_on(self, id: str, day: date) -> list[tuple[date, Decision]]:
        """What clean-ups have decided of a document by the end of a day."""
        found = []
        for cleanup in self.rounds:
            counts = self.counts_from(cleanup)
            if counts and counts <= day:
                found += [(counts, one) for one in cleanup.decisions if one.document == id]
        return found

    def acts_on(self, id: str, day: date) -> list[tuple[str, Target]]:
        """What other documents have done to a document by the end of a day."""
        found = []
        for other in self.papers:
            if other.id == id:
                continue
            for name in ("amends", "repeals", "replaces"):
                for target in getattr(other, name):
                    if target.document != id:
                        continue
                    when = target.on or self.begins(other)
                    if when is None:
                        found.append((name, target))  # it has always been so
                    elif when <= day and self.status(other.id, when - DAY) not in ENDED:
                        found.append((name, target))
        return found

    def status(self, id: str, day: date) -> str:
        [one] = [paper for paper in self.papers if paper.id == id]
        said = self.decisions_on(id, day)
        acts = self.acts_on(id, day)
        # Whether it has been ended for good, and as what: the first statement counts, on one day
        # that of a clean-up.
        ends: list[tuple[date, int, str]] = []
        for counts, decision in said:
            if decision.outcome is Outcome.REPEALED:
                ends.append((counts, 0, "已废止"))
            if decision.outcome is Outcome.LAPSED:
                ends.append((counts, 0, "已失效"))
        for name, target in acts:
            if name in ("repeals", "replaces") and not target.articles:
                [other] = [paper for paper in self.papers if self.holds(paper, name, target)]
                ends.append((target.on or self.begins(other) or date.min, 1, "已废止"))
        if ends:
            return min(ends, key=lambda end: end[:2])[2]
        begun = self.begins(one)
        if begun and day < begun:
            return "尚未生效"
        last = self.own_last_day(one)
        for _, decision in sorted(said, key=lambda pair: pair[0]):
            if decision.new_expiry and decision.outcome in (Outcome.KEPT, Outcome.AMENDED):
                last = decision.new_expiry
        if last and day > last:
            return "已失效"
        if any(name in ("repeals", "replaces") and target.articles for name, target in acts):
            return "部分有效"
        if any(name == "amends" for name, _ in acts):
            return "已修改"
        if any(decision.outcome is Outcome.AMENDED for _, decision in said):
            return "已修改"
        return "有效"

    @staticmethod
    def holds(one: Document, name: str, target: Target) -> bool:
        return any(other is target for other in getattr(one, name))


def corresponding(day: date, period: Period) -> date:
    """The day of the same number, so many months on, by counting them off."""
    year, month = day.year, day.month
    for _ in range(period.n * (12 if period.unit is TimeUnit.YEAR else 1)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# -- random histories ------------------------------------------------------------------------------


def some_day(random: Random) -> date:
    return FIRST + DAY * random.randrange((LAST - FIRST).days + 1)


def perhaps(random: Random, share: float = 0.5) -> bool:
    return random.random() < share


def some_targets(random: Random, ids: list[str]) -> tuple[Target, ...]:
    return tuple(
        Target(
            document=random.choice(ids),
            articles="第三条" if perhaps(random, 0.25) else "",
            on=some_day(random) if perhaps(random, 0.3) else None,
        )
        for _ in range(random.choice((0, 0, 1, 1, 2)))
    )


def some_paper(random: Random, id: str, ids: list[str]) -> Document:
    days = {
        name: some_day(random)
        for name in ("formed", "issued", "published", "effective")
        if perhaps(random, 0.45)
    }
    end: dict[str, object] = {}
    if perhaps(random, 0.3):
        end["expires"] = some_day(random)
    elif perhaps(random, 0.4):
        end["term"] = months(random.choice((1, 1, 2)))
    return paper(
        id,
        **days,
        **end,
        normative=perhaps(random),
        trial=perhaps(random, 0.3),
        amends=some_targets(random, ids),
        repeals=some_targets(random, ids) if perhaps(random, 0.5) else (),
        replaces=some_targets(random, ids) if perhaps(random, 0.4) else (),
    )


def some_round(random: Random, id: str, ids: list[str]) -> CleanupRound:
    steps = tuple(
        CleanupStep(step=step, by=Body(name="某局"), on=some_day(random))
        for step in StepName
        if perhaps(random)
    )
    decisions = tuple(
        Decision(
            document=one,
            outcome=random.choice((*Outcome, Outcome.KEPT, Outcome.AMENDED)),
            new_expiry=some_day(random) if perhaps(random, 0.6) else None,
        )
        for one in random.sample(ids, random.randint(0, len(ids)))
    )
    effective = some_day(random) if perhaps(random) else None
    return CleanupRound(id=id, title=id, steps=steps, effective_on=effective, decisions=decisions)


def some_settings(random: Random) -> DocumentSettings:
    return DocumentSettings(
        term=months(2) if perhaps(random) else None,
        trial_term=months(1) if perhaps(random) else None,
        since=some_day(random) if perhaps(random, 0.4) else None,
    )


@pytest.mark.parametrize("batch", range(10))
def test_status_is_what_the_clauses_say(batch):
    """
    5,000 random histories, every document on eight days; ``until`` on its day and the day before.
    """
    random = Random(batch)
    for number in range(500):
        ids = [f"w{place}" for place in range(random.randint(2, 5))]
        papers = [some_paper(random, id, ids) for id in ids]
        rounds = [some_round(random, f"r{place}", ids) for place in range(random.choice((0, 1, 2)))]
        settings = some_settings(random)
        found = lives(papers, rounds, settings)
        clerk = Clerk(papers, rounds, settings)
        days = sorted({some_day(random) for _ in range(6)} | {FIRST - DAY, LAST + DAY})
        for id in ids:
            for day in days:
                status, until = status_on(found[id], day)

                assert clerk.status(id, day) == status, (batch, number, id, day, papers, rounds)
                if until is not None:
                    assert clerk.status(id, until) != status
                    assert clerk.status(id, until - DAY) == status
                between = [one for one in days if day < one and (until is None or one < until)]
                assert all(clerk.status(id, one) == status for one in between)


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
