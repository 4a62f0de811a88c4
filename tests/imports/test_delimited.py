"""Text with separators: encoding and separator are read off the text itself."""

from __future__ import annotations

import pytest

from generator.imports.files.delimited import decoded, read_csv

from .makers import as_csv, row, table


def texts(data: bytes) -> list[list[str]]:
    """The cells of the text, or the rules of what prevents it."""
    found, problems = read_csv(data, "表.csv")
    if problems:
        return [[one.rule for one in problems]]
    return [[cell.text if cell else "" for cell in line] for line in found[0].rows]


GRID = table(row(content="甲,乙;丙\t丁|戊\n己", remarks="说“是”"), remarks="备注")


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding_with_any_separator_gives_the_same_cells(encoding, separator):
    """
    Cells with separators, quotes and line breaks within them too.
    """
    data = as_csv(GRID, encoding=encoding, separator=separator)

    assert GRID == texts(data)


def test_a_text_in_big5_is_told_from_gb18030_by_its_words():
    """
    A copy in traditional characters.
    """
    words = "序號,一級事項,二級事項,公開內容,公開主體\n1,政策,公告,全文,市局\n"

    assert ["序號", "一級事項", "二級事項"] == texts(words.encode("big5"))[0][:3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_ends_a_line(end):
    """
    Old programs write one, others both.
    """
    data = as_csv(GRID).replace(b"\r\n", b"\n").replace(b"\n", end.encode())

    assert GRID == texts(data)


def test_the_separator_may_be_named_in_a_first_line():
    """
    sep=; is Excel's own way.
    """
    assert GRID == texts(b"sep=;\r\n" + as_csv(GRID, separator=";"))


@pytest.mark.parametrize("text", ["=1+1", "+86", "-12", "@甲", "＝一"])
def test_an_apostrophe_that_keeps_a_cell_from_running_is_taken_off(text):
    """
    An exported table holds it; one before anything else stays.
    """
    assert [[text, "'甲"]] == texts(as_csv([["'" + text, "'甲"]]))


def test_rows_of_different_lengths_are_filled_up():
    """
    Trailing separators are often lost.
    """
    assert [["序号", "事项", "内容"], ["1", "", ""]] == texts("序号,事项,内容\n1\n".encode())


def test_what_nobody_can_see_is_taken_out():
    """
    Zero-width blanks, direction marks and control characters.
    """
    assert [["序号", "事项名称"]] == texts("序\u200b号,事项\u202e名称\x07\n".encode())


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"\xff\xfe\x00", b"\x81\xff\xff" * 9, b"\x00a,\x00b"]
)
def test_bytes_that_are_no_text_are_one_problem(data):
    """
    No guess at them.
    """
    assert [["table-encoding"]] == texts(data)


def test_an_unclosed_quote_loses_no_word():
    """
    The rest of the text is then one cell.
    """
    data = '序号,事项,内容\n1,"公告,全文\n2,方案,名单\n'.encode()

    assert set("公告全文方案名单") <= set("".join("".join(line) for line in texts(data)))


def test_a_text_of_a_hundred_thousand_rows_is_refused():
    """
    It is no page of a catalogue.
    """
    assert [["table-large"]] == texts("序号,事项\n".encode() + b"1,2\n" * 100_000)


def test_the_encoding_is_named():
    """
    For whoever has to be told.
    """
    assert ("公开事项", "GB18030") == decoded("公开事项".encode("gb18030"))


def test_a_cell_longer_than_any_text_is_damage():
    """
    It is no empty table.
    """
    assert [["table-damaged"]] == texts("序号,事项\n1,".encode() + b"a" * 1_000_001)


def test_a_number_in_powers_of_ten_is_spelt_out_or_told_to_be_lost():
    """
    A spreadsheet saves a long number as it shows it.
    """
    read = [read_csv(f"序号,公开内容\n1,{text}\n".encode(), "a.csv") for text in POWERS]
    told = [(sheet.rows[1][1].text, [one.rule for one in found]) for (sheet,), found in read]

    assert [("13926781234", []), ("4.41302E+17", ["table-number-lost"]), ("1E+05甲", [])] == told


POWERS = ("1.3926781234E+10", "4.41302E+17", "1E+05甲")
