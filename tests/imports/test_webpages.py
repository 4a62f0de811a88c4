"""Saved web pages to tables, with the words above each; nothing fetched, nothing run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imports.cells import Sheet
from generator.imports.files.openers import read_tables

from .makers import as_html, row, table, two_rows

GRID = table(row())
PAGE = as_html(GRID, [], before=["救灾领域标准目录"]).decode()


def tables(html: str | bytes, *, hidden: bool = False) -> tuple[Sheet, ...]:
    data = html if isinstance(html, bytes) else html.encode()
    found, problems = read_tables(data, "页.html", hidden=hidden)
    assert () == problems
    return found


def texts(found: Sheet) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in line] for line in found.rows]


def one_cell(inner: str) -> str:
    """The words of a cell that holds *inner*."""
    [found] = tables(f"<table><tr><td>{inner}</td><td>x</td></tr></table>")
    return texts(found)[0][0]


def test_every_table_of_a_page_is_read_with_the_lines_above_it():
    """
    Which of them is a catalogue is decided by its header.
    """
    menu, found = tables(PAGE)

    assert [["首页", "政务公开"]] == texts(menu)
    assert GRID == texts(found)
    assert "救灾领域标准目录" == found.before[-1]


def test_the_caption_of_a_table_stands_above_it():
    """
    It is where a page names a table.
    """
    _, found = tables(
        PAGE.replace("<table><tr><td>序号", "<table><caption>就业</caption><tr><td>序号")
    )

    assert "就业" in found.before


def test_the_headings_of_a_page_stand_above_the_table_that_follows():
    """
    One table for each field, the sub-heading above it.
    """
    html = f"<h2>（一）救灾</h2>{PAGE}<h2>（二）就业</h2>{PAGE}"

    assert "（二）就业" in tables(html)[2].before + tables(html)[3].before


CELLS = {
    "lines": ("甲<br>乙", "甲\n乙"),
    "paragraphs": ("<p>甲</p><p>乙</p>", "甲\n乙"),
    "a list": ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
    "line ends of the source": ("甲\n   乙", "甲 乙"),
    "marks of one line": ("<b>甲</b><span>乙</span><font>丙</font>", "甲乙丙"),
    "an entity": ("甲&amp;乙&nbsp;&lt;丙&gt;&#9632;", "甲&乙\xa0<丙>■"),
    "a script": ("甲<script>alert(1)</script><style>a{}</style>乙", "甲乙"),
    "a remark": ("甲<!-- 乙 -->丙", "甲丙"),
    "a ticked box": ('<input type="checkbox" checked>甲<input type="checkbox">乙', "■甲□乙"),
    "a link": ('<a href="https://a.example/">甲</a>', "甲"),
    "an unclosed mark": ("<p>甲<p>乙", "甲\n乙"),
}


@pytest.mark.parametrize(("inner", "words"), CELLS.values(), ids=CELLS)
def test_a_cell_is_read_as_a_browser_shows_it(inner, words):
    """
    A line for each block and each break.
    """
    assert words == one_cell(inner)


@pytest.mark.parametrize(
    "inner", ["<table><tr><td>甲</td><td>乙</td></tr></table>", "<table></table>"]
)
def test_a_table_within_a_cell_loses_neither_its_words_nor_the_table_around_it(inner):
    """
    Editors paste a list of contents as a table of its own.
    """
    html = PAGE.replace("文件全文", f"文件全文{inner}")
    words = ["".join("".join(line) for line in texts(one)) for one in tables(html)]

    assert any("征收办法" in one and "序号" in one for one in words)
    assert any("乙" in one for one in words) or "乙" not in inner


def test_a_table_that_only_sets_out_the_page_hides_none_within_it():
    """
    Old pages are built of tables.
    """
    html = f"<table><tr><td>栏目</td><td>{PAGE}</td></tr></table>"

    assert GRID in [texts(one) for one in tables(html)]


@pytest.mark.parametrize("name", ["utf-8", "gb2312", "gbk", "gb18030", "big5"])
def test_the_encoding_that_a_page_names_is_its_encoding(name):
    """
    Where it is true.
    """
    words = "序号" if name != "big5" else "序號"
    html = f"<html><meta charset={name}><table><tr><td>{words}</td></tr></table>"

    assert [[words]] == texts(tables(html.encode(name))[0])


def test_a_page_that_names_a_wrong_encoding_is_read_by_its_words():
    """
    Saved anew by a browser, the name of the old encoding left in it.
    """
    html = PAGE.replace("utf-8", "gb2312")

    assert GRID == texts(tables(html)[1])


@pytest.mark.parametrize("name", ["undefined", "utf-16", "unicode_escape", "utf-7", "idna", "x"])
def test_a_page_that_names_what_is_no_encoding_of_pages_is_read_by_its_words(name):
    """
    In UTF-16 the name itself could not be read.
    """
    assert GRID == texts(tables(PAGE.replace("utf-8", name))[1])


def test_spans_are_merged_cells():
    """
    Down and across; one too long ends with the table.
    """
    html = '<table><tr><td rowspan=99>甲<td colspan="2">乙<tr><td>丙<td>丁</table>'
    [found] = tables(html)

    assert [["甲", "乙", "乙"], ["甲", "丙", "丁"]] == texts(found)
    assert found.rows[0][0] is found.rows[1][0]
    assert found.merged


@pytest.mark.parametrize("span", ["0", "-1", "x", "1.5", "99999999999", "", "²", "٣"])
def test_a_span_that_is_no_number_is_one_or_as_far_as_the_table(span):
    """
    Never an error, never a cell out of its place.
    """
    [found] = tables(f'<table><tr><td colspan="{span}">甲</td></tr><tr><td>乙</td></tr></table>')

    assert ["甲", "乙"] == [line[0] for line in texts(found)]


HIDDEN = {
    "a row": ("<tr><td>1", '<tr style="display:none"><td>1'),
    "a cell": ("<td>文件全文", "<td hidden>文件全文"),
    "words in a cell": ("文件全文", '文件<span style="display: none">全文</span>'),
    "a paragraph in a cell": ("文件全文", "文件<p hidden>全文</p>"),
}


@pytest.mark.parametrize(("old", "new"), HIDDEN.values(), ids=HIDDEN)
def test_what_a_page_hides_is_left_out_and_told_unless_it_is_wanted(old, new):
    """
    A reader of the page does not see it, the account names it.
    """
    html = PAGE.replace(old, new)
    found = tables(html)[1]

    assert "全文" not in "".join("".join(line) for line in texts(found))
    assert "全文" in "".join(one.text for one in found.left)
    assert "全文" in "".join("".join(line) for line in texts(tables(html, hidden=True)[1]))


@pytest.mark.parametrize("around", ['<div style="display:none">', "<div hidden>"])
def test_a_table_that_a_page_hides_is_left_out_and_told(around):
    """
    A draft beside the published one.
    """
    found = tables(f"{PAGE}{around}{PAGE}</div>")

    assert [] == [line for line in texts(found[-1]) if any(line)]
    assert found[-1].left


def test_more_columns_than_are_read_are_a_problem_or_told():
    """
    No cell is lost in silence.
    """
    wide = "".join(f"<td>列{n}</td>" for n in range(260))
    found, problems = read_tables(f"<table><tr>{wide}</tr></table>".encode(), "页.html")
    held = {cell.text for one in found for line in one.rows for cell in line if cell}
    held |= {one.text for one in [*found][:1] for one in one.left}

    assert problems or {f"列{n}" for n in range(260)} == held


@pytest.mark.parametrize("depth", [200, 300, 3000])
def test_a_page_nested_too_deeply_is_read_or_refused(depth):
    """
    A parser gives up at some depth; what it then loses is no secret.
    """
    html = f"<html><body>{PAGE}{'<div>' * depth}{PAGE}"
    found, problems = read_tables(html.encode(), "页.html")

    assert problems or 2 == [texts(one) for one in found].count(GRID)


PIECES = st.sampled_from([
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", '<td rowspan="3">', "<th colspan=2>",
    "<tbody>", "<caption>", "<p>", "<br>", "甲", "序号", "事项", "内容", "&nbsp;", "<!--", "-->",
    "<script>", "</script>", "<b hidden>", "<div>", "</div>", "<input type=checkbox>", "<svg>",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_soup_of_tags_is_tables_or_problems(pieces):
    """
    Never a traceback, all rows of a table of one length.
    """
    found, _ = read_tables(f"<html>{''.join(pieces)}".encode(), "页.html")

    assert all(len({len(line) for line in one.rows}) <= 1 for one in found)


def test_what_stands_behind_the_end_of_a_page_is_read_as_browsers_do():
    """
    Pages are put together of pieces, each with an end of its own.
    """
    assert 2 == [texts(one) for one in tables(PAGE + PAGE)].count(GRID)


def test_a_header_of_two_rows_on_a_page_is_merged_as_it_is():
    """
    With the spans of the form.
    """
    grid, spans = two_rows(GRID)
    found = tables(as_html(grid, spans))[-1]

    assert ["公开事项"] * 2 == texts(found)[0][1:3]
    assert found.rows[0][0] is found.rows[1][0]
