"""Tables 三 and 四 counted from the ledger, against a slow oracle that asks each application."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from generator.facts.annual import (
    APPLICANTS,
    CARRIED,
    DISPUTES,
    LEFT,
    NEW,
    RULINGS,
    SUM,
    THIRD,
    carried,
    fourth_faults,
    third_faults,
)
from generator.find import Source
from generator.keys import digest
from generator.model.entry import Body
from generator.model.request import Applicant, Channel, Dispute, Outcome, Route, Ruling
from generator.office.annual import fourth, third, uncounted, yearly
from generator.office.kinds import KINDS
from generator.office.request import Contest, Request
from generator.read import read_file

from . import ledgers

YEARS = range(2022, 2027)
FIRST = date(2022, 1, 1)


def day(random: Random) -> date:
    """A day of the five years."""
    return FIRST + timedelta(random.randrange(5 * 365))


def drawn(random: Random, number: int) -> Request:
    """An application of any kind; days need not be in order, as nobody checked them yet."""
    received = day(random)
    replied = received + timedelta(random.randint(-3, 500)) if random.random() < 0.9 else None
    return Request(
        id=f"sq-{number}",
        unit=random.choice(("jiaoyu", "ziran-ziyuan", "shifan")),
        received=received,
        channel=random.choice([*Channel]),
        confirmed=random.choice((None, received + timedelta(random.randint(0, 20)))),
        applicant=random.choice([*Applicant]),
        replied=replied,
        outcome=random.choice([*Outcome]) if random.random() < 0.97 else None,
        disputes=tuple(contest(random) for _ in range(random.choice((0, 0, 0, 0, 1, 2)))),
    )


def contest(random: Random) -> Contest:
    filed = day(random)
    closed = filed + timedelta(random.randint(-3, 500)) if random.random() < 0.8 else None
    return Contest(
        kind=random.choice([*Dispute]),
        filed=filed,
        route=random.choice((*Route, *Route, None)),
        handled_by=Body(unit="jiaoyu"),
        result=random.choice([*Ruling]) if closed else None,
        closed=closed,
    )


@cache
def many() -> tuple[Request, ...]:
    """Ten thousand applications, the same on every machine."""
    random = Random(10_000)
    return tuple(drawn(random, number) for number in range(10_000))


# -- the oracle: one application, one row, asked in words ------------------------------------------


def begun(one: Request) -> date:
    """The day of receipt; the law's, or that on which it came in where nobody confirmed it."""
    by_wire = one.channel in (Channel.INTERNET, Channel.FAX)
    if one.confirmed and (by_wire or one.channel is Channel.POST):
        return one.confirmed
    return one.received


def is_open(one: Request, evening: date) -> bool:
    """Whether it had come in and was not answered at the end of a day."""
    answered = one.replied is not None and one.outcome is not None and one.replied <= evening
    return begun(one) <= evening and not answered


def counts(one: Request, row: str, year: int) -> bool:
    """Whether an application counts in a row of table 三."""
    if row == NEW:
        return begun(one).year == year
    if row == CARRIED:
        return is_open(one, date(year - 1, 12, 31))
    if row == LEFT:
        return is_open(one, date(year, 12, 31))
    was_open = is_open(one, date(year - 1, 12, 31)) or begun(one).year == year
    answered = was_open and not is_open(one, date(year, 12, 31))
    return answered and row in (SUM, one.outcome)


def pends(one: Contest, evening: date) -> bool:
    return one.filed <= evening and not (one.closed and one.closed <= evening)


def column_of(one: Contest, year: int) -> str | None:
    """The column in which a dispute counts in a year."""
    first, last = date(year - 1, 12, 31), date(year, 12, 31)
    if not (pends(one, first) or one.filed.year == year):
        return None
    return "尚未审结" if pends(one, last) else one.result


ROWS = {
    ("行政复议", None): "行政复议", ("行政复议", "直接起诉"): "行政复议",
    ("行政复议", "复议后起诉"): "行政复议", ("行政诉讼", "直接起诉"): "未经复议直接起诉",
    ("行政诉讼", "复议后起诉"): "复议后起诉",
}  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_ten_thousand_applications_are_counted_as_the_oracle_counts(year):
    """
    Every cell of both tables.
    """
    of_third, of_fourth = third(many(), year), fourth(many(), year)
    for row in THIRD:
        kinds = Counter(one.applicant.value for one in many() if counts(one, row, year))
        expected = [kinds[column] for column in APPLICANTS[:-1]]

        assert (*expected, sum(expected)) == of_third[row], row
    seen = Counter(
        (ROWS.get((one.kind, one.route)), column_of(one, year))
        for request in many()
        for one in request.disputes
    )
    for row in DISPUTES:
        expected = [seen[row, column] for column in RULINGS[:-1]]

        assert (*expected, sum(expected)) == of_fourth[row], row


def test_ten_thousand_applications_balance_in_every_column():
    """
    Within a year, and from each year to the next; for each unit as for all.
    """
    before = yearly(many(), YEARS[0] - 1)
    for year in YEARS:
        tables = yearly(many(), year)
        assert ["", "jiaoyu", "shifan", "ziran-ziyuan"] == [*tables]
        for unit, found in tables.items():
            assert [] == [*third_faults(found.third), *fourth_faults(found.fourth)]
            assert [] == [*carried(found.third, before[unit].third)]
        for row in THIRD:
            units = [found.third[row] for unit, found in tables.items() if unit]
            assert tables[""].third[row] == tuple(map(sum, zip(*units, strict=True)))
        before = tables


def test_what_cannot_be_counted_is_named():
    """
    An answer without an outcome, a suit without a route.
    """
    lacking = {
        one.id
        for one in many()
        if (one.replied and not one.outcome)
        or any(not it.route for it in one.disputes if it.kind is Dispute.LITIGATION)
    }

    assert lacking == {*uncounted(many())}
    assert 100 < len(lacking)


# -- the ledger of the fictional city --------------------------------------------------------------


@cache
def city() -> tuple[Request, ...]:
    """The 400 applications, read as an office's are."""
    found = []
    for path, text in ledgers.texts().items():
        file = read_file(Source(path, text.encode(), digest(text.encode())), KINDS)
        assert () == file.problems
        found += [one.record for one in file.written]
    return tuple(found)


def test_the_ledger_of_the_city_is_what_its_seed_gives():
    """
    Run ``python -m tests.office.ledgers`` when this fails.
    """
    kept = {
        str(path.relative_to(ledgers.FOLDER)): path.read_text(encoding="utf-8")
        for path in (ledgers.FOLDER / "internal" / "requests").iterdir()
    }

    assert kept == ledgers.texts()


def test_the_ledger_of_the_city_balances():
    """
    400 applications, all of them answered in the end; nothing is uncounted.
    """
    before = third(city(), 2022)
    for year in (2023, 2024, 2025, 2026):
        table = third(city(), year)
        assert [] == [*third_faults(table), *carried(table, before)]
        before = table
    new = [third(city(), year)[NEW][-1] for year in (2023, 2024, 2025, 2026)]

    assert 400 == len(city()) == sum(new)
    assert (0,) * 7 == before[LEFT]
    assert () == uncounted(city())
    assert all(third(city(), year)[CARRIED][-1] for year in (2024, 2025))
    assert all(fourth(city(), year)["行政复议"][-1] for year in (2023, 2024, 2025))
