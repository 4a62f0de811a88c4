"""The relations of tables 三 and 四 of the annual report, as the official form prints them."""

from __future__ import annotations

from random import Random

import pytest

from generator.facts.annual import (
    ANSWERED,
    CARRIED,
    FOURTH,
    FOURTH_COLUMNS,
    LEFT,
    NEW,
    OUTCOMES,
    THIRD,
    THIRD_COLUMNS,
    differences,
    faults_of_fourth,
    faults_of_third,
    figure,
    suspect,
)

CELLS = [(row, column) for row in THIRD for column in THIRD_COLUMNS]


def third(random: Random) -> dict[str, list[str]]:
    """Return a table 三 that balances, as it is written by hand: some zeros are “/” or nothing."""
    columns = []
    for _ in THIRD_COLUMNS[:-1]:
        answered = [random.choice((0, 0, random.randint(1, 90))) for _ in OUTCOMES]
        left = random.randint(0, 9)
        carried = random.randint(0, min(9, sum(answered) + left))
        new = sum(answered) + left - carried
        columns.append([new, carried, *answered, sum(answered), left])
    columns.append([sum(row) for row in zip(*columns, strict=True)])
    return {
        row: [str(n) if n else random.choice(("0", "/", "", " ／ ")) for n in figures]
        for row, figures in zip(THIRD, zip(*columns, strict=True), strict=True)
    }


def test_the_form_has_25_rows_and_7_columns_and_15_numbers():
    """
    As 国办公开办函〔2021〕30号 has it.
    """
    assert (25, 7) == (len(THIRD), len(THIRD_COLUMNS))
    assert 15 == len(FOURTH) * len(FOURTH_COLUMNS)
    assert ("一", "二", "(一)", "(二)", "(三)1") == THIRD[:5]
    assert ("(六)3", "(七)", "四") == THIRD[-3:]


@pytest.mark.parametrize(
    ("written", "number"),
    [("0", 0), ("/", 0), ("", 0), ("／", 0), (" 12 ", 12), ("1.5", None), ("-1", None), (3, 3),
     ("３", None), ("无", None)],
)  # fmt: skip
def test_zero_is_written_in_three_ways(written, number):
    """
    What is no number is not taken for one.
    """
    assert number == figure(written)


@pytest.mark.parametrize("seed", range(10))
def test_a_table_that_balances_breaks_nothing(seed):
    """
    Whatever stands for zero.
    """
    assert () == faults_of_third(third(Random(seed)))


def altered(random: Random, table: dict[str, list[str]]) -> tuple[dict[str, list[str]], str, str]:
    """Return *table* with one cell that holds another number, and which."""
    row, column = random.choice(CELLS)
    number = THIRD_COLUMNS.index(column)
    old = figure(table[row][number])
    new = random.choice([n for n in range(100) if n != old])
    figures = [str(new) if at == number else n for at, n in enumerate(table[row])]
    return {**table, row: figures}, row, column


def test_each_of_200_altered_cells_is_named():
    """
    By its row and column: against the table as it was, and by the relations alone.
    """
    random = Random(200)
    for _ in range(200):
        table = third(random)
        wrong, row, column = altered(random, table)
        [found] = differences(wrong, table, THIRD, THIRD_COLUMNS)

        assert (row, column) == (found.row, found.column)
        assert (row, column) == suspect(faults_of_third(wrong))


def test_two_cells_that_make_up_for_each_other_are_seen_in_their_rows():
    """
    The columns balance; no single cell is suspected.
    """
    table = third(Random(1)) | {"(一)": ["5", "0", "0", "0", "0", "0", "5"]}
    wrong = faults_of_third(table | {NEW: ["x"]})

    assert [("figure", NEW, "自然人")] == [(one.relation, one.row, one.column) for one in wrong]
    assert suspect(()) is None


def test_what_is_left_is_carried_over():
    """
    四 of a year is 二 of the next, in every column.
    """
    empty: dict[str, list[str]] = {row: [] for row in THIRD}
    before = empty | {NEW: ["2", *"00000", "2"], LEFT: ["2", *"00000", "2"]}
    table = empty | {
        CARRIED: ["1", *"00000", "1"], "(一)": ["1", *"00000", "1"],
        ANSWERED: ["1", *"00000", "1"],
    }  # fmt: skip

    assert () == faults_of_third(before) == faults_of_third(table)
    assert [("carried", CARRIED, "自然人", 1, 2), ("carried", CARRIED, "总计", 1, 2)] == [
        (one.relation, one.row, one.column, one.found, one.expected)
        for one in faults_of_third(table, before)
    ]


def test_the_rows_of_table_four_are_sums():
    """
    Each of the three, of its five columns.
    """
    good = {row: ["1", "/", "", "2", "3"] for row in FOURTH}
    [found] = faults_of_fourth(good | {FOURTH[1]: ["1", "1", "", "2", "3"]})

    assert () == faults_of_fourth(good)
    assert ("total", FOURTH[1], "总计", 3, 4) == (
        found.relation, found.row, found.column, found.found, found.expected
    )  # fmt: skip
    assert ["figure"] == [one.relation for one in faults_of_fourth(good | {FOURTH[0]: ["一"]})]
