"""Excel workbooks to tables: values as a reader sees them, and what nobody sees told."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imports.cells import Sheet
from generator.imports.files.openers import read_tables
from generator.imports.files.workbooks import read_xlsx

from .makers import as_file, merged, rezipped, row, table, unzipped, zipped

GRID = table(row(), row(number="2", name="补偿方案"))
SHEET = "xl/worksheets/sheet1.xml"


def book(fill, name: str = "目录", **options) -> bytes:
    """A workbook that *fill* wrote to, on a sheet that holds the good table."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as made:
        page = made.add_worksheet(name)
        for down, line in enumerate(GRID):
            page.write_row(down, 0, line)
        fill(made, page)
    return out.getvalue()


def read(data: bytes, *, hidden: bool = False) -> tuple[tuple[Sheet, ...], list[str]]:
    found, problems = read_xlsx(data, "表.xlsx", hidden=hidden)
    return found, [one.rule for one in problems]


def rows(sheet: Sheet) -> list[int]:
    """The rows of the source that are read."""
    return [next(cell.row for cell in line if cell) for line in sheet.rows if any(line)]


def left(sheet: Sheet) -> set[tuple[int, int, str]]:
    return {(one.row, one.column, one.why) for one in sheet.left}


# -- what a cell holds -------------------------------------------------------------------------


def one_cell(write) -> tuple[str, str, list[str]]:
    """The words of B2 and what makes them doubtful, and the rules told."""
    found, rules = read(book(lambda made, page: write(made, page)))
    cell = found[0].rows[1][1]
    return (cell.text, cell.note, rules) if cell else ("", "", rules)


VALUES = {
    "a whole number": (lambda _, page: page.write_number(1, 1, 20), "20", ""),
    "a part of a number": (lambda _, page: page.write_number(1, 1, 1.2), "1.2", "number"),
    "yes": (lambda _, page: page.write_boolean(1, 1, True), "是", "number"),
    "a formula with its result": (
        lambda _, page: page.write_formula(1, 1, '="甲"&"乙"', None, "甲乙"), "甲乙", "formula",
    ),
    "a number taken for a date": (
        lambda made, page: page.write_datetime(
            1, 1, date(2025, 1, 2), made.add_format({"num_format": "m-d"})
        ), "2025-01-02", "date",
    ),
    "lines": (lambda _, page: page.write_string(1, 1, "甲\r\n乙_x000D_\n丙"), "甲\n乙\n\n丙", ""),
    "rich text": (
        lambda made, page: page.write_rich_string(1, 1, "甲", made.add_format({"bold": 1}), "乙"),
        "甲乙", "",
    ),
    "an address": (lambda _, page: page.write_url(1, 1, "https://a.example", None, "甲"), "甲", ""),
    "a symbol of a lost font": (lambda _, page: page.write_string(1, 1, "\uf0fe甲"), "■甲", ""),
    "a figure kept as text": (lambda _, page: page.write_string(1, 1, "0505"), "0505", ""),
}  # fmt: skip


@pytest.mark.parametrize(("write", "text", "note"), VALUES.values(), ids=VALUES)
def test_a_value_is_read_as_a_reader_sees_it(write, text, note):
    """
    With a note where what a reader sees may be another thing.
    """
    assert (text, note, []) == one_cell(write)


def test_a_formula_without_its_result_is_refused():
    """
    What it would show is not known.
    """
    data = book(lambda _, page: page.write_formula(1, 1, "=A1"))
    data = rezipped(data, {SHEET: ("<f>A1</f><v>0</v>", "<f>A1</f>")})

    assert ["table-formula-unknown"] == read(data)[1]


@pytest.mark.parametrize("number", [441302199001011234, 6222020000000000000, 1e15])
def test_a_long_number_in_a_numeric_cell_is_refused(number):
    """
    Its last digits are lost already, and it may be a person's.
    """
    assert ["table-number-lost"] == one_cell(lambda _, page: page.write_number(1, 1, number))[2]


# -- merged cells ------------------------------------------------------------------------------


def test_a_merged_cell_stands_in_every_place_it_covers():
    """
    Down and across, as one and the same.
    """
    grid = [["甲", "", "乙"], ["", "", "丙"]]
    [found], _ = read_tables(as_file(grid, "xlsx", [(0, 1, 0, 1)]), "表.xlsx")

    assert 1 == len({found.rows[r][c] for r in (0, 1) for c in (0, 1)})
    assert found.merged


def test_a_merge_beyond_the_table_is_no_harm():
    """
    Whole columns are merged by mistake.
    """
    data = rezipped(
        as_file(GRID, "xlsx", [(1, 2, 1, 1)]), {SHEET: ('ref="B2:B3"', 'ref="B2:XFD1048576"')}
    )

    assert 3 == len(read(data)[0][0].rows)


# -- what is hidden ----------------------------------------------------------------------------

HIDDEN = {
    "a row": (lambda _, page: page.set_row(1, None, None, {"hidden": True}), "hidden-row", 14 - 3),
    "a column": (
        lambda _, page: page.set_column(3, 3, None, None, {"hidden": True}), "hidden-column", 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("hide", "why", "count"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_is_told_and_left_out_unless_it_is_wanted(hide, why, count):
    """
    Each cell of it by its place.
    """
    data = book(lambda made, page: hide(made, page))
    [found], rules = read(data)
    [whole], silent = read(data, hidden=True)

    assert ["table-hidden"] == rules
    assert {why} == {one.why for one in found.left}
    assert count == len(found.left)
    assert [1, 2, 3] == rows(whole)
    assert ([], ()) == (silent, whole.left)


@pytest.mark.parametrize("state", ["hide", "very_hidden"])
def test_a_hidden_sheet_is_told_and_left_out_unless_it_is_wanted(state):
    """
    Its cells are named all the same.
    """

    def fill(made, _):
        page = made.add_worksheet("名单")
        page.write(0, 0, "内部")
        getattr(page, state)()

    found, rules = read(book(fill))
    whole, silent = read(book(fill), hidden=True)

    assert ["table-hidden-sheet"] == rules
    assert {(1, 1, "hidden-sheet")} == left(found[1])
    assert [] == [cell for line in found[1].rows for cell in line if cell]
    assert "内部" == whole[1].rows[0][0].text
    assert [] == silent


def test_a_row_that_a_filter_hides_is_hidden():
    """
    Nobody sees it.
    """

    def fill(_, page):
        page.autofilter(0, 0, 2, 13)
        page.filter_column(0, "x == 1")
        page.set_row(2, None, None, {"hidden": True})

    [found], rules = read(book(fill))

    assert [1, 2] == rows(found)
    assert ["table-hidden"] == rules


def test_a_merged_cell_whose_first_row_is_hidden_is_still_seen():
    """
    A reader sees it in its second row: it is read, and not told as hidden.
    """

    def fill(_, page):
        page.merge_range(1, 4, 2, 4, "《甲法》")
        page.set_row(1, None, None, {"hidden": True})

    [found], _ = read(book(fill))

    assert "《甲法》" == found.rows[1][4].text
    assert (2, 5, "hidden-row") not in left(found)


@pytest.mark.parametrize("name", ["xl/worksheets/Sheet1.xml", "xl/Worksheets/sheet1.xml"])
def test_a_hidden_row_is_found_whatever_the_letters_of_the_part(name):
    """
    The names of parts are alike in capitals and small letters.
    """
    data = book(lambda _, page: page.set_row(1, None, None, {"hidden": True}))
    members = unzipped(data)
    members[name] = members.pop(SHEET)
    found, rules = read(zipped(members))

    assert rules in (["table-hidden"], ["table-damaged"])
    assert all(2 not in rows(one) for one in found)


def test_comments_are_told_and_left_out_unless_they_are_wanted():
    """
    With their places.
    """
    data = book(lambda _, page: page.write_comment(1, 2, "内部意见"))
    [found], rules = read(data)
    [whole], _ = read(data, hidden=True)

    assert ["table-comments"] == rules
    assert {(2, 3, "comment")} == left(found)
    assert ["内部意见"] == [one.text.partition("\n")[2] or one.text for one in whole.comments]


def test_macros_are_told_and_never_read():
    """
    Whatever the file is called.
    """
    members = unzipped(book(lambda *_: None)) | {"xl/vbaProject.bin": b"Attribute VB_Name"}

    assert ["table-macros"] == read(zipped(members))[1]


def test_a_chart_sheet_is_no_table():
    """
    It is passed over.
    """

    def fill(made, _):
        chart = made.add_chart({"type": "line"})
        chart.add_series({"values": "=目录!$A$1:$A$2"})
        made.add_chartsheet().set_chart(chart)

    assert 1 == len(read(book(fill))[0])


def test_an_old_workbook_is_read_and_what_cannot_be_seen_of_it_is_told():
    """
    Hidden rows, comments and formulas do not show.
    """
    grid = table(row(), merged(number="2", name="补偿方案"))
    [found], problems = read_tables(as_file(grid, "xls", [(1, 2, 1, 1)]), "表.xls")

    assert "政策文件" == found.rows[2][1].text
    assert ["table-old"] == [one.rule for one in problems]


def test_an_old_workbook_of_many_rows_and_columns_is_read_as_it_is():
    """
    The bytes of the cell in row 513, column 15 begin as another record does.
    """
    grid = [[f"{down},{right}" for right in range(16)] for down in range(520)]
    [found], _ = read_tables(as_file(grid, "xls"), "表.xls")

    assert grid == [[cell.text for cell in line if cell] for line in found.rows]


def test_of_merged_cells_that_overlap_the_first_is_taken():
    """
    No office program writes them.
    """
    grid = [["甲", "乙", "丙"], ["丁", "戊", "己"]]
    merges = '<mergeCells count="2"><mergeCell ref="B1:B2"/><mergeCell ref="A1:B1"/></mergeCells>'
    data = rezipped(as_file(grid, "xlsx"), {SHEET: ("</sheetData>", f"</sheetData>{merges}")})
    [found], _ = read_tables(data, "表.xlsx")

    assert ["甲", "乙", "丙"] == [cell.text for cell in found.rows[0] if cell]
    assert ["丁", "乙", "己"] == [cell.text for cell in found.rows[1] if cell]


def test_a_sheet_whose_part_cannot_be_found_is_refused():
    """
    What it hides would not be known.
    """
    data = book(lambda _, page: page.set_row(1, None, None, {"hidden": True}))
    members = unzipped(data)
    members["xl/media/a.xml"] = members.pop(SHEET)
    rels = "xl/_rels/workbook.xml.rels"
    members[rels] = members[rels].replace(b"worksheets/sheet1.xml", b"media/a.xml")

    assert ((), ["table-damaged"]) == read(zipped(members))


@pytest.mark.parametrize("name", ["表\u200e一", "表\u2028一"])
def test_the_name_of_a_sheet_is_one_line_that_can_be_read(name):
    """
    It is written into the catalogue.
    """
    found, rules = read(book(lambda *_: None, name=name))

    assert ([name.translate({0x200E: "", 0x2028: " "})], []) == ([found[0].name], rules)


FAR = {
    "a far text": ('<row r="1048576"><c r="XFD1048576" t="str"><v></v></c></row>', "table-large"),
    "a far number": ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "table-large"),
    "a row far away": ('<row r="999999999"><c><v>1</v></c></row>', "table-large"),
    "small letters": ('<row r="9"><c r="xfd1048576"><v>1</v></c></row>', "table-damaged"),
    "a row of ten digits": ('<row r="9"><c r="A4294967295"><v>1</v></c></row>', "table-damaged"),
    "a column of six letters": ('<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>', "table-damaged"),
    "a row that counts on": ('<row r="4294967290"><c><v>1</v></c></row>', "table-damaged"),
    "a cell in no row": ('<c r="XFD1048576"><v>1</v></c>', "table-damaged"),
    "a cell in a cell": (
        '<row><c r="A9"><c r="XFD1048576"><v>1</v></c></c></row>', "table-damaged"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAR)
def test_a_cell_that_claims_to_be_far_away_is_told_before_room_is_made_for_it(name):
    """
    In this process, which would not survive it.
    """
    cells, rule = FAR[name]
    data = rezipped(as_file(GRID, "xlsx"), {SHEET: ("</sheetData>", f"{cells}</sheetData>")})

    assert ((), [rule]) == read(data)


def test_an_empty_cell_far_away_and_a_claim_of_size_are_no_harm():
    """
    Programs format whole columns, and say how far a sheet reaches.
    """
    cells = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = rezipped(as_file(GRID, "xlsx"), {SHEET: ("</sheetData>", f"{cells}</sheetData>")})
    claim = re.sub(
        rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', unzipped(data)[SHEET]
    )
    found, rules = read(zipped(unzipped(data) | {SHEET: claim}))

    assert (1, []) == (len(found), rules)


PARTS = sorted(unzipped(book(lambda _, page: page.write_comment(1, 2, "意见"))))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(PARTS), st.data())
def test_a_workbook_with_any_part_spoilt_is_tables_or_problems(name, data):
    """
    Never a traceback: bytes changed, taken out or put in, a part gone.
    """
    members = unzipped(book(lambda _, page: page.write_comment(1, 2, "意见")))
    part = bytearray(members[name])
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, min(len(part), start + 40)))
    put = data.draw(st.binary(max_size=12) | st.sampled_from([b"<", b'"', b"9" * 12, b"&a;"]))
    members[name] = bytes(part[:start]) + put + bytes(part[end:])
    if data.draw(st.booleans()) and data.draw(st.booleans()):
        del members[name]
    found, rules = read(zipped(members))

    assert found or rules
