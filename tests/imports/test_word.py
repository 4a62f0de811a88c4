"""Word documents to tables, cells merged both ways, with the paragraphs above each."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imports.cells import Sheet
from generator.imports.files.openers import read_tables
from generator.imports.files.word import read_docx

from .makers import as_docx, row, table, two_rows, unzipped, zipped

GRID = table(row(), row(number="2", name="补偿方案"))
PLAIN = as_docx(GRID, [])
PART = "word/document.xml"


def read(data: bytes, *, hidden: bool = False) -> tuple[tuple[Sheet, ...], list[str]]:
    found, problems = read_docx(data, "文.docx", hidden=hidden)
    return found, [one.rule for one in problems]


def texts(found: Sheet) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in line] for line in found.rows]


def edited(old: str, new: str, *, data: bytes = PLAIN) -> bytes:
    """The document with other XML where *old* first stands."""
    members = unzipped(data)
    text = members[PART].decode()
    assert old in text
    return zipped(members | {PART: text.replace(old, new, 1)})


def in_cell(xml: str) -> tuple[str, Sheet, list[str]]:
    """The words of a cell whose run holds *xml* after its text."""
    [found], rules = read(edited("<w:t>文件全文</w:t>", f"<w:t>文件全文</w:t>{xml}"))
    return found.rows[1][3].text, found, rules


@pytest.mark.parametrize("span", [(1, 2, 4, 4), (1, 1, 3, 5), (1, 2, 3, 4), (0, 2, 0, 0)])
def test_cells_merged_down_and_across_are_one(span):
    """
    Each place that it covers holds the same cell.
    """
    grid = [list(line) for line in GRID]
    first, last, left, right = span
    for down in range(first, last + 1):
        for across in range(left, right + 1):
            if (down, across) != (first, left):
                grid[down][across] = ""
    [found], _ = read(as_docx(grid, [span]))

    assert 1 == len(
        {found.rows[d][a] for d in range(first, last + 1) for a in range(left, right + 1)}
    )
    assert 14 == len(found.rows[1])


def test_the_header_of_the_form_is_merged_both_ways():
    """
    Six heads down, four across.
    """
    grid, spans = two_rows(GRID)
    [found], _ = read(as_docx(grid, spans))

    assert found.rows[0][0] is found.rows[1][0]
    assert found.rows[0][1] is found.rows[0][2]


def test_the_paragraphs_above_a_table_are_told_the_nearest_last():
    """
    One document holds several fields, a heading before each.
    """
    document = docx.Document(io.BytesIO(PLAIN))
    document.add_heading("（二）就业领域")
    document.add_table(1, 2).rows[0].cells[0].text = "甲"
    out = io.BytesIO()
    document.save(out)
    _, second = read(out.getvalue())[0]

    assert "（二）就业领域" == second.before[-1]


RUNS = {
    "a line break": ("<w:br/><w:t>乙</w:t>", "文件全文\n乙"),
    "a tab": ("<w:tab/><w:t>乙</w:t>", "文件全文 乙"),
    "a hyphen": ("<w:noBreakHyphen/><w:t>乙</w:t>", "文件全文-乙"),
    "a symbol of a lost font": ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "文件全文■"),
    "a symbol without its range": ('<w:sym w:font="Wingdings" w:char="00A8"/>', "文件全文□"),
    "a symbol that is none": ('<w:sym w:font="Wingdings" w:char="zz"/>', "文件全文"),
    "text put in by somebody": (
        "</w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins><w:r>", "文件全文乙",
    ),
    "an address": ("</w:r><w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink><w:r>", "文件全文乙"),
    "a field's code": ("<w:instrText>PAGE</w:instrText>", "文件全文"),
    "a content control": (
        "</w:r><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt><w:r>",
        "文件全文乙",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "words"), RUNS.values(), ids=RUNS)
def test_a_cell_is_read_as_a_reader_sees_it(xml, words):
    """
    Whatever its text is made of.
    """
    assert words == in_cell(xml)[0]


CONCEALED = {
    "hidden text": "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r>",
    "deleted text": "</w:r><w:del><w:r><w:delText>内部</w:delText></w:r></w:del><w:r>",
    "text that moved away": "</w:r><w:moveFrom><w:r><w:t>内部</w:t></w:r></w:moveFrom><w:r>",
}


@pytest.mark.parametrize("xml", CONCEALED.values(), ids=CONCEALED)
def test_what_a_reader_does_not_see_is_left_out_and_told(xml):
    """
    By the place of its cell.
    """
    text, found, rules = in_cell(xml)

    assert "文件全文" == text
    assert [(2, 4, "内部")] == [(one.row, one.column, one.text) for one in found.left]
    assert {one.why for one in found.left} <= {"hidden-text", "deleted"}
    assert ["table-hidden"] == rules


def test_hidden_text_is_read_where_it_is_wanted():
    """
    --include-hidden.
    """
    data = edited("<w:t>文件全文</w:t>", f"<w:t>文件全文</w:t>{CONCEALED['hidden text']}")

    assert "文件全文内部" == read(data, hidden=True)[0][0].rows[1][3].text


def test_words_below_a_merged_cell_are_told():
    """
    Word keeps what stood in the cells that were merged, unseen.
    """
    grid = [*GRID[:2], [*GRID[2][:3], "", *GRID[2][4:]]]
    below = "<w:vMerge/></w:tcPr>"
    words = f"{below}<w:p><w:r><w:t>内部</w:t></w:r></w:p>"
    [found], _ = read(edited(f"{below}<w:p/>", words, data=as_docx(grid, [(1, 2, 3, 3)])))

    assert ["内部"] == [one.text for one in found.left]


def test_comments_are_told():
    """
    How many; they stand at words, not at cells.
    """
    document = docx.Document(io.BytesIO(PLAIN))
    document.add_comment(document.tables[0].cell(1, 3).paragraphs[0].runs, "内部意见", "甲")
    out = io.BytesIO()
    document.save(out)

    assert ["table-comments"] == read(out.getvalue())[1]


def test_comments_are_kept_where_they_are_wanted():
    """
    Beside the item, as those of a workbook are.
    """
    document = docx.Document(io.BytesIO(PLAIN))
    document.add_comment(document.tables[0].cell(1, 3).paragraphs[0].runs, "内部意见", "甲")
    out = io.BytesIO()
    document.save(out)
    [found], _ = read(out.getvalue(), hidden=True)

    assert ["内部意见"] == [one.text for one in found.comments]


def test_macros_are_told():
    """
    And never run.
    """
    data = zipped(unzipped(PLAIN) | {"word/vbaProject.bin": b"x"})

    assert ["table-macros"] == read(data)[1]


def test_a_table_within_a_cell_keeps_its_words_there():
    """
    A list of contents set as a table.
    """
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>名单</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    data = edited(
        "<w:t>文件全文</w:t></w:r></w:p>", f"<w:t>文件全文</w:t></w:r></w:p>{inner}<w:p/>"
    )
    [found], _ = read(data)

    assert "文件全文\n名单" == found.rows[1][3].text


def test_rows_that_begin_later_stand_where_they_are():
    """
    A row may leave out its first columns.
    """
    text = unzipped(PLAIN)[PART].decode()
    start = text.rindex("<w:tr>")
    end = text.index("</w:tc>", start) + len("</w:tc>")
    data = edited(text[start:end], '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')

    assert ["", *GRID[2][1:]] == texts(read(data)[0][0])[2]


def test_more_columns_than_are_read_are_a_problem_or_told():
    """
    No cell is lost in silence.
    """
    cells = "".join(f"<w:tc><w:p><w:r><w:t>列{n}</w:t></w:r></w:p></w:tc>" for n in range(260))
    data = edited("</w:tbl>", f"<w:tr>{cells}</w:tr></w:tbl>")
    found, rules = read(data)
    held = {text for one in found for line in texts(one) for text in line}
    held |= {one.text for sheet in found for one in sheet.left}

    assert rules or {f"列{n}" for n in range(260)} <= held


PARTS = sorted(name for name in unzipped(PLAIN) if not name.endswith(".jpeg"))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([*PARTS, PART, PART, PART]), st.data())
def test_a_document_with_any_part_spoilt_is_tables_or_problems(name, data):
    """
    Never a traceback: bytes changed, taken out or put in.
    """
    members = unzipped(PLAIN)
    part = members[name]
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, min(len(part), start + 60)))
    put = data.draw(
        st.binary(max_size=9)
        | st.sampled_from(
            [b"<w:tc>", b"</w:tr>", b'<w:gridSpan w:val="9999999"/>', b"&a;", b"<w:tbl/>"]
        )
    )
    found, problems = read_tables(
        zipped(members | {name: part[:start] + put + part[end:]}), "文.docx"
    )

    assert found or problems or name == PART


@pytest.mark.parametrize("told", ["²", "٣", "-1", "x", "0", ""])
@pytest.mark.parametrize("name", ["gridSpan", "vMerge"])
def test_a_span_that_is_no_number_is_one(name, told):
    """
    Never an error.
    """
    data = edited("<w:tcPr>", f'<w:tcPr><w:{name} w:val="{told}"/>')

    assert GRID == texts(read(data)[0][0])


@pytest.mark.parametrize("told", ["²", "٣", "x"])
def test_places_left_out_before_a_row_that_are_no_number_are_none(told):
    """
    Never an error.
    """
    data = edited("<w:tr>", f'<w:tr><w:trPr><w:gridBefore w:val="{told}"/></w:trPr>')

    assert GRID == texts(read(data)[0][0])


def test_the_document_is_the_part_that_the_file_names():
    """
    Some programs call it document2.xml.
    """
    members = unzipped(PLAIN)
    members["word/document2.xml"] = members.pop(PART)
    rels = members["_rels/.rels"].replace(b"document.xml", b"document2.xml")

    assert GRID == texts(read(zipped(members | {"_rels/.rels": rels}))[0][0])
