"""Word files, read back: every text of the form, the header that repeats, page and fonts."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from generator.exports import docx
from generator.exports.book import form_of

from ..conftest import entry
from .conftest import book

ROWS = (
    entry("a", group="甲组", content="[一, 二]", remarks="不在表中"),
    entry("b", group="甲组", name="<乙> & 丙"),
    entry("c", group="丙组", channels="[{其他: 公示栏}]"),
    entry("d"),
    entry("e"),
)


def opened(*records: str):
    """Return the Word file of *records*."""
    return Document(io.BytesIO(docx.write(book(*(records or ROWS)))))


def test_every_text_of_the_form_stands_in_its_cell():
    """
    And nothing of what the form has no column for.
    """
    [sheet] = book(*ROWS).sheets
    form = form_of(sheet.rows[0])
    [table] = opened().tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]

    assert [list(row[form.start : form.stop]) for row in sheet.rows[1:]] == texts[2:]
    assert "不在表中" not in str(texts)


def test_the_two_header_rows_repeat_and_no_row_is_torn():
    """
    On every page, whatever the length of the table.
    """
    [table] = opened().tables
    told = [row._tr.trPr for row in table.rows]  # none of them is long
    above, below = ([cell.text for cell in row.cells] for row in table.rows[:2])

    assert [True, True] + [False] * 5 == [one.find(qn("w:tblHeader")) is not None for one in told]
    assert all(one.find(qn("w:cantSplit")) is not None for one in told)
    assert ["序号", "公开事项", "公开事项", "公开内容（要素）"] == above[:4]
    assert ["序号", "一级事项", "二级事项", "公开内容（要素）"] == below[:4]
    assert 14 == len(table.columns)


def test_a_row_that_would_leave_most_of_a_page_empty_may_be_torn():
    """
    So may one that is longer than a page, which would end beyond it.
    """
    items = ", ".join(f"第{number}条" for number in range(30))
    [table] = opened(entry("a", content=f"[{items}]"), entry("b")).tables
    torn = [row._tr.find(f".//{qn('w:cantSplit')}") is None for row in table.rows]

    assert [False, False, True, False] == torn


def test_neighbours_of_one_group_share_its_cell():
    """
    Rows without a group do not.
    """
    [table] = opened().tables
    a, b, c, d, e = (row.cells[1]._tc for row in table.rows[2:])

    assert a is b
    assert 4 == len({id(one) for one in (a, c, d, e)})


def test_the_page_is_a4_on_its_side_with_its_number_and_the_note():
    """
    And the table as wide as the page inside its margins.
    """
    document = opened()
    [section] = document.sections
    foot = section.footer._element
    [table] = document.tables
    width = sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid)
    inside = section.page_width - section.left_margin - section.right_margin

    assert WD_ORIENTATION.LANDSCAPE == section.orientation
    assert (297, 210) == (round(section.page_width.mm), round(section.page_height.mm))
    assert ["PAGE", "NUMPAGES"] == [one.get(qn("w:instr")) for one in foot.iter(qn("w:fldSimple"))]
    assert "演示" in "".join(one.text for one in foot.iter(qn("w:t")))
    assert 0 <= inside / 635 - width < 20  # twentieths of a point


def test_fonts_are_named_for_chinese_text():
    """
    Or Word takes what its own template has for Latin letters.
    """
    styles = opened().styles.element
    [default] = styles.find(qn("w:docDefaults")).iter(qn("w:rFonts"))
    of_style = {
        style.styleId: [fonts.get(qn("w:eastAsia")) for fonts in style.iter(qn("w:rFonts"))]
        for style in styles.findall(qn("w:style"))
    }

    assert "宋体" == default.get(qn("w:eastAsia"))
    assert ["黑体"] == of_style["Heading1"] == of_style["TableHead"]
    assert not any("Theme" in name for name in default.attrib)


def test_each_field_begins_a_page_with_its_title():
    """
    A heading, so that Word lists the fields.
    """
    [one] = book(*ROWS).sheets
    view = replace(book(), sheets=(one, replace(one, title="义务教育领域政务公开标准目录")))
    document = Document(io.BytesIO(docx.write(view)))
    headings = [one for one in document.paragraphs if one.style.name == "Heading 1"]

    assert ["征地补偿领域政务公开标准目录", "义务教育领域政务公开标准目录"] == [
        one.text for one in headings
    ]
    assert [False, True] == [bool(one.paragraph_format.page_break_before) for one in headings]
    assert 2 == len(document.tables)


def test_the_package_is_stored_and_names_no_moment_and_no_tool():
    """
    The same bytes whenever it is written.
    """
    data = docx.write(book(*ROWS))
    told = Document(io.BytesIO(data)).core_properties
    with ZipFile(io.BytesIO(data)) as package:
        members = {(one.compress_type, one.date_time) for one in package.infolist()}

    assert {(ZIP_STORED, (1980, 1, 1, 0, 0, 0))} == members
    assert ("目录", "", "", "") == (
        told.title, told.author, told.comments, told.last_modified_by,
    )  # fmt: skip
    assert {1980} == {told.created.year, told.modified.year}
    assert data == docx.write(book(*ROWS))
