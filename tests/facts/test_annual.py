"""The tables of the yearly report: what must be equal, and that one wrong cell is found."""

from __future__ import annotations

from decimal import Decimal
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
    Table,
    code_of,
    differences,
    fourth_faults,
    suspect,
    table,
    third_faults,
)  # fmt: skip
from generator.model.request import Outcome


def balanced(random: Random) -> dict[str, tuple[Decimal, ...]]:
    """A third table that adds up, made from applications one by one."""
    counts = {row: [0] * len(APPLICANTS) for row in THIRD}
    for _ in range(random.randint(0, 400)):
        column = random.randrange(len(APPLICANTS) - 1)
        came = random.choice([NEW, NEW, NEW, CARRIED])
        went = random.choice([*Outcome, LEFT])
        for row in (came, went, *([SUM] if went != LEFT else [])):
            counts[row][column] += 1
            counts[row][-1] += 1
    return {row: tuple(map(Decimal, figures)) for row, figures in counts.items()}


def altered(of: Table, row: str, column: int, by: int) -> Table:
    """The table with one cell changed."""
    figures = list(of[row])
    figures[column] += by
    return dict(of) | {row: tuple(figures)}


def test_a_table_made_of_applications_adds_up():
    """
    Whatever they are; and so does an empty one.
    """
    random = Random(33)
    for _ in range(100):
        assert [] == [*third_faults(balanced(random))]
    assert [] == [*third_faults({})]


def test_each_of_two_hundred_altered_cells_is_named_by_row_and_column():
    """
    From the table alone, and against the ledger's.
    """
    random = Random(200)
    for _ in range(200):
        true = balanced(random)
        row, column = random.choice([*THIRD]), random.randrange(len(APPLICANTS))
        wrong = altered(true, row, column, random.choice([1, 2, 17]))

        assert (row, APPLICANTS[column]) == suspect(third_faults(wrong))
        [fault] = differences(wrong, true, APPLICANTS)
        assert (row, APPLICANTS[column]) == (fault.row, fault.column)
        assert (wrong[row][column], true[row][column]) == (fault.said, fault.should)


def test_two_wrong_cells_are_not_taken_for_one():
    """
    In two rows and two columns.
    """
    wrong = altered(altered(balanced(Random(1)), "(一)", 0, 1), "(二)", 2, 1)

    assert suspect(third_faults(wrong)) is None
    assert 1 < len([*third_faults(wrong)])


def test_disputes_add_up_by_row():
    """
    Nothing written is nothing.
    """
    right = {DISPUTES[1]: tuple(map(Decimal, (1, 2, 0, 1, 4)))}

    assert [] == [*fourth_faults(right)]
    [fault] = fourth_faults(altered(right, DISPUTES[1], 3, 1))
    assert (DISPUTES[1], RULINGS[-1], Decimal(5)) == (fault.row, fault.column, fault.should)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("一", "一"), ("一、本年新收政府信息公开申请数量", "一"), ("（一）", "(一)"),
        ("三（三）4.", "(三)4"), ("( 三 ) 4", "(三)4"), ("予以公开", "(一)"), ("（七）", "(七)"),
        ("四、结转下年度继续办理", "四"), ("其他处理", "其他处理"), ("三", "三"),
    ],
)  # fmt: skip
def test_a_row_may_be_written_in_many_ways(written, code):
    """
    The code in any brackets, or the words of the row.
    """
    assert code == code_of(written)


def test_nothing_is_zero():
    """
    A row that is not written, a cell that is not.
    """
    assert [] == [*differences(table([("一", ("0",))], coded=True), {}, APPLICANTS)]
