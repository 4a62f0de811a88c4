"""The header of a table that prints none."""

from __future__ import annotations

from generator.imports.tables.headers import find_header
from generator.imports.tables.headless import guessed_header

from .makers import row, sheet, table

BODY = [
    [*row().values()],
    [*row(number="2", name="方案", time_limit="及时", channels="■政府网站").values()],
]


def test_a_table_of_the_form_without_header_is_read_by_its_order_and_its_words():
    """
    Limits, bodies and boxes stand where the form has them; each column is told as a guess.
    """
    header = guessed_header(sheet(BODY).rows, None)
    assert header is not None

    assert ["number", "group", "name", "content", "basis", "time_limit", "subject", "channels"] == [
        column.element for column in header.columns[:8]
    ]
    assert {"header-lost"} == {column.why[0] for column in header.columns}


def test_a_table_that_goes_on_over_a_page_has_the_header_of_the_one_before():
    """
    As wide, and its words are of that kind.
    """
    only = ("number", "name", "time_limit", "basis", "content")
    first = sheet(table(row(), only=only))
    known = find_header(first.rows)
    header = guessed_header(sheet(table(row(), only=only)[1:]).rows, known)
    assert header is not None

    assert [*only] == [column.element for column in header.columns]
    assert {"header-before"} == {column.why[0] for column in header.columns}


def test_a_table_of_another_width_has_none():
    """
    It is another table.
    """
    known = find_header(sheet(table(row())).rows)

    assert guessed_header(sheet([["甲", "乙"], ["丙", "丁"]]).rows, known) is None


def test_a_wide_table_of_other_words_has_none():
    """
    No limits, no titles, no boxes.
    """
    assert guessed_header(sheet([[f"{n}" for n in range(14)]] * 3).rows, None) is None
