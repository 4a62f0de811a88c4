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
from generator.office.annual import Tables, fourth, third, uncounted, yearly
from generator.office.kinds import KINDS
from generator.office.reporting import compared, drafted
from generator.office.request import Contest, Request
from generator.read import read_file

from ..conftest import ROOT
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

    assert lacking == {*uncounted(many(), 9999)}
    assert 100 < len(lacking)


def test_what_is_missing_of_later_years_does_not_matter():
    """
    Nothing that a table of a year counts by is missing where the table says the same without what
    came later.
    """
    ever = {*uncounted(many(), 9999)}
    for year in (2023, 2024, 2025):
        later = ever - {*uncounted(many(), year)}
        assert later
        for one in many():
            if one.id in later:
                assert one.replied is None or one.outcome or one.replied.year > year


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
    assert () == uncounted(city(), 9999)
    assert all(third(city(), year)[CARRIED][-1] for year in (2024, 2025))
    assert all(fourth(city(), year)["行政复议"][-1] for year in (2023, 2024, 2025))


# -- gongkai report annual -------------------------------------------------------------------------

SHIFAN = "catalogue/units/shifan.yaml"
FIRST_REPORT = "catalogue/reports/2023-shifan.yaml"


@pytest.fixture
def office(site):
    """A site with the ledger of the fictional city and the units that it names."""
    units = (f"{{id: {id}, name: 单位{id}}}" for id in ledgers.UNITS[1:])
    government = "{id: shifan, name: 示范市人民政府, kind: 人民政府}"
    site.write(SHIFAN, "units:\n" + "".join(f"  - {one}\n" for one in (government, *units)))
    for path, text in ledgers.texts().items():
        site.write(path, text)
    return site


def test_the_report_is_written_for_an_editor_and_balances(office):
    """
    Tables 三 and 四 from the ledger, the rest open; the year after takes over what is left.
    """
    first, second = (office.run("report", "annual", year) for year in ("2023", "2024"))

    assert (0, 0) == (first.returncode, second.returncode)
    assert first.stderr.startswith(f"已写入 {FIRST_REPORT}。\n请补写表二和六个部分")
    text = office.read(FIRST_REPORT)
    row = ", ".join(map(str, third(city(), 2023)[NEW]))
    assert f"    一: [{row}]  # 本年新收政府信息公开申请数量\n" in text
    told = {one for one in office.lines() if "report-" in one}
    assert {"[report-part-missing]", "[report-missing]"} == {
        one.split("\n")[0].rpartition(" ")[2] for one in told
    }
    assert "report-ledger" not in office.run("check", "--internal").stderr


def test_a_report_that_is_there_is_compared_and_never_replaced(office):
    """
    The differing cell is named by row and column; exit status 1.
    """
    office.run("report", "annual", "2023")
    same = office.run("report", "annual", "2023")
    of = third(city(), 2023)["(一)"]
    office.edit(FIRST_REPORT, f"(一): [{of[0]},", f"(一): [{of[0] + 1},")
    before = office.read(FIRST_REPORT)
    done = office.run("report", "annual", "2023")

    assert (0, "2023-shifan 已经登记，表三、表四与台账一致。\n") == (same.returncode, same.stderr)
    assert 1 == done.returncode
    assert f"表三“(一)”行“自然人”列是 {of[0] + 1}，台账算出 {of[0]} [report-ledger]" in done.stderr
    assert before == office.read(FIRST_REPORT)


def test_of_two_hundred_altered_cells_each_is_named():
    """
    By its row and column, and no other.
    """
    random = Random(200)
    tables = Tables(third(city(), 2024), fourth(city(), 2024))
    for _ in range(200):
        name, table, heads = random.choice(
            (("三", tables.third, APPLICANTS), ("四", tables.fourth, RULINGS))
        )
        row, column = random.choice([*table]), random.randrange(len(heads))
        figures = [*table[row]]
        figures[column] += random.choice((1, 7, -1)) if figures[column] else 1
        altered = {**table, row: tuple(figures)}
        wrong = Tables(altered, tables.fourth) if name == "三" else Tables(tables.third, altered)
        [(of, fault)] = compared(drafted("shifan", 2024, wrong), tables)

        assert (name, row, heads[column]) == (of, fault.row, fault.column)
        assert (figures[column], table[row][column]) == (fault.said, fault.should)


def test_a_report_of_one_unit_counts_its_own(office):
    """
    On standard output alone, with nothing written.
    """
    done = office.run("report", "annual", "2024", "--unit", "jiaoyu-ju", "--dry-run")
    own = tuple(one for one in city() if one.unit == "jiaoyu-ju")
    row = ", ".join(map(str, third(own, 2024)[NEW]))

    assert (0, "") == (done.returncode, done.stderr)
    assert "id: 2024-jiaoyu-ju\nyear: 2024\n" in done.stdout
    assert f"\n    一: [{row}]" in done.stdout
    assert not (office.folder / "catalogue" / "reports").exists()


def test_what_the_year_before_left_otherwise_is_told(office):
    """
    The record is written all the same; check goes on telling it.
    """
    office.run("report", "annual", "2023")
    left = third(city(), 2023)[LEFT]
    office.edit(FIRST_REPORT, f"\n    四: [{left[0]},", f"\n    四: [{left[0] + 1},")
    done = office.run("report", "annual", "2024")

    assert 0 == done.returncode
    assert f"列是 {left[0]}，上一年度的报告结转 {left[0] + 1} [report-carried]" in done.stderr
    assert (office.folder / "catalogue/reports/2024-shifan.yaml").exists()


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["2026"], "report-year-open"),
        (["2022"], "report-before"),
        (["2024", "--unit", "nobody"], "requests-unit"),
    ],
)
def test_a_report_that_cannot_be_made_is_refused_in_a_sentence(office, words, rule):
    """
    Exit status 1, nothing written.
    """
    done = office.run("report", "annual", *words)

    assert 1 == done.returncode
    assert f"[{rule}]" in done.stderr
    assert "" == done.stdout
    assert not (office.folder / "catalogue" / "reports").exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (SHIFAN, "示范市人民政府", "某市人民政府", "report-government"),
        ("internal/requests/2024.yaml", "    outcome: (一)\n", "", "report-uncounted"),
        ("internal/requests/2024.yaml", 'received: "2024', 'received: "二〇二四', "value-date"),
    ],
)
def test_a_report_is_not_made_of_a_ledger_with_gaps(office, path, old, new, rule):
    """
    What is missing is named at its place.
    """
    office.edit(path, old, new)
    done = office.run("report", "annual", "2024")

    assert 1 == done.returncode
    assert f"[{rule}]" in done.stderr
    assert not (office.folder / "catalogue" / "reports").exists()


def test_an_empty_ledger_reports_nothing(site):
    """
    Nor one that is not there.
    """
    missing = site.run("report", "annual", "2024", "--unit", "jiaoyu")
    (site.folder / "internal").mkdir()
    empty = site.run("report", "annual", "2024", "--unit", "jiaoyu")

    assert "[office-missing]" in missing.stderr
    assert "[report-nothing]" in empty.stderr
    assert (1, 1) == (missing.returncode, empty.returncode)


def test_the_reports_that_ship_follow_from_the_ledger_that_is_kept():
    """
    Each cell of three years.
    """
    found = {}
    for file in sorted((ROOT / "catalogue" / "reports").iterdir()):
        data = file.read_bytes()
        [written] = read_file(Source(f"catalogue/reports/{file.name}", data, digest(data))).written
        report = written.record
        tables = Tables(third(city(), report.year), fourth(city(), report.year))
        found[report.year] = [*compared(report, tables)]

    assert {2023: [], 2024: [], 2025: []} == found
