"""What a cell is, whatever file it came from."""

from __future__ import annotations

import os

import pytest

from generator.files.cells import clean, letters, whole
from generator.imports.cells import MOST_COLUMNS, MOST_ROWS, Sheet, named, place, too_large

from .makers import bring, row, table

CLEAN = {
    "ends of line": ("甲\r\n乙\r丙\x0b丁\u2028戊", "甲\n乙\n丙\n丁\n戊"),
    "an escaped end of line": ("甲_x000D_\n乙", "甲\n\n乙"),
    "what cannot be seen": ("甲\u200b乙\ufeff\u202e丙\x00丁", "甲乙丙丁"),
    "symbols of a font": ("\uf0fe甲\uf0a8乙\uf0fc", "■甲□乙√"),
    "blanks around it": ("  \n甲\u3000", "甲"),
}


@pytest.mark.parametrize(("text", "found"), CLEAN.values(), ids=CLEAN)
def test_a_cell_holds_what_a_reader_sees(text, found):
    """
    Nothing that breaks a line, hides or turns the text round.
    """
    assert found == clean(text)


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_a_column_is_named_as_a_spreadsheet_names_it(column, name):
    """
    For people who open the file.
    """
    assert name == letters(column)


def test_a_place_is_named_by_its_sheet_or_in_words():
    """
    A text has no sheet.
    """
    assert "目录!B3" == place(Sheet("a", "目录", (), merged=True, spread=True), 3, 2)
    assert "表1 第3行第2列" == place(Sheet("a", "表1", (), merged=True), 3, 2)
    assert "第3行第2列" == place(Sheet("a", "", (), merged=True), 3, 2)


@pytest.mark.parametrize(
    ("rows", "columns", "large"),
    [
        (MOST_ROWS, 10, False),
        (MOST_ROWS + 1, 1, True),
        (1, MOST_COLUMNS, False),
        (1, MOST_COLUMNS + 1, True),
        (MOST_ROWS, MOST_COLUMNS, True),
    ],
)
def test_a_table_larger_than_any_page_of_a_catalogue_is_a_problem(rows, columns, large):
    """
    By its rows, its columns or both together.
    """
    assert large is bool(too_large("a", "b", rows, columns))


def test_signs_of_a_lost_font_that_nobody_knows_are_told(tmp_path):
    """
    A character of the private use area shows differently on every machine: it is named where the
    table is, not refused as a fault of a file that does not exist yet.
    """
    found = bring(tmp_path, table(row(content="甲\ue123乙")))

    assert [] == [one for one in found.taken.problems if one.at.path.endswith(".yaml")]


NAMES = {
    "a direction mark": ("表\u200e一", "表一"),
    "an end of line": ("表\u2028一", "表 一"),
    "GBK": (os.fsdecode("政务目录.xlsx".encode("gbk")), "政务目录.xlsx"),
    "no text": ("a\udcff\udcff", "a\ufffd\ufffd"),
    "half a character": ("a\ud800", "a\ufffd"),
}


@pytest.mark.parametrize(("name", "seen"), NAMES.values(), ids=NAMES)
def test_the_name_of_a_file_or_sheet_is_one_line_that_can_be_read(name, seen):
    """
    It is written into the catalogue as the source of each item.
    """
    assert seen == named(name)


@pytest.mark.parametrize(
    ("text", "number"),
    [("20", 20), (" 3 ", 3), ("0", 0), ("²", None), ("٣", None), ("-1", None), ("9" * 10, None)],
)
def test_a_number_is_written_in_plain_digits(text, number):
    """
    Others are digits of a kind, of which no number can be made.
    """
    assert number == whole(text)


@pytest.mark.parametrize("name", [os.fsdecode("政务目录".encode("gbk")), "政务\u2028目录\u200e"])
def test_a_file_of_any_name_is_imported(name, tmp_path):
    """
    An archive of an old system has names in GBK.
    """
    brought = bring(tmp_path, table(row()), name=name)

    assert brought.entry["source"].startswith("政务")
