"""Word documents as offices make them: a table is read as Word shows it."""

from __future__ import annotations

import pytest

from .tables import (
    GOOD,
    HEAD,
    OTHER,
    blank,
    docx,
    down,
    imported,
    in_word,
    other,
    paragraph,
    row,
    run,
    table,
)

CHANNELS, CONTENT, NUMBER, GROUP = 7, 3, 0, 1


def test_what_stands_in_content_controls_is_read(tmp_path):
    """
    Around a paragraph and around a cell.
    """

    def edit(document):
        made = document.tables[0]
        for inner in (made.cell(1, 3)._tc.p_lst[0], made.cell(1, 4)._tc):
            [control] = in_word("<w:sdt><w:sdtContent/></w:sdt>")
            inner.addprevious(control)
            control[0].append(inner)

    assert [GOOD] == imported(tmp_path, docx(table(HEAD, row()), edit=edit)).rows


_CONTROL = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/>'
    "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'
_FONT = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
MARKS = {
    "boxes of a form": (_CONTROL.format(1, "☒"), _CONTROL.format(0, "☐")),
    "boxes of an old form": (_FIELD.format(1), _FIELD.format(0)),
    "symbols": (_SYMBOL.format("F0FE"), _SYMBOL.format("F06F")),
    "letters in a font of symbols": (run("n", _FONT), run("o", _FONT)),
}


@pytest.mark.parametrize(("used", "unused"), MARKS.values(), ids=MARKS)
def test_boxes_are_read_as_they_are_drawn(used, unused, tmp_path):
    """
    Without them all that is listed would apply.
    """
    words = ("政府网站 ", "政府公报 ", "两微一端")
    marks = (used, unused, used)
    xml = "".join(mark + run(text) for mark, text in zip(marks, words, strict=True))

    def edit(document):
        paragraph(document.tables[0].cell(1, CHANNELS), xml)

    found = imported(tmp_path, docx(table(HEAD, row()), edit=edit))

    assert [["政府网站", "两微一端"]] == found.each("channels")


AWAY = {
    "struck through": (run("作废；", "<w:strike/>"), "struck"),
    "hidden": (run("作废；", "<w:vanish/>"), "hidden-text"),
    "deleted while changes are tracked": (
        '<w:del w:id="1" w:author="某"><w:r><w:delText>作废；</w:delText></w:r></w:del>', "deleted",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "why"), AWAY.values(), ids=AWAY)
def test_what_does_not_hold_or_is_not_shown_is_left_out_and_named(xml, why, tmp_path):
    """
    Within a cell, between words that stay.
    """

    def edit(document):
        paragraph(document.tables[0].cell(1, CONTENT), run("文件名称；") + xml + run("文号"))

    found = imported(tmp_path, docx(table(HEAD, row()), edit=edit))

    assert [GOOD] == found.rows
    assert {"作废；": why} == found.left()


def test_a_row_that_is_deleted_while_changes_are_tracked_is_no_item(tmp_path):
    """
    Though its words are not marked one by one; they are named.
    """

    def edit(document):
        properties = document.tables[0].rows[2]._tr.get_or_add_trPr()
        properties.extend(in_word('<w:del w:id="1" w:author="某"/>'))

    deleted = blank(number="2", name="作废的事项")
    found = imported(tmp_path, docx(table(HEAD, row(), deleted), edit=edit))

    assert [GOOD] == found.rows
    assert {"2": "deleted", "作废的事项": "deleted"} == found.left()


def test_text_put_in_while_changes_are_tracked_is_read(tmp_path):
    """
    As the table will be.
    """

    def edit(document):
        inserted = f'<w:ins w:id="1" w:author="某">{run("文号")}</w:ins>'
        paragraph(document.tables[0].cell(1, CONTENT), run("文件名称；") + inserted)

    assert [GOOD] == imported(tmp_path, docx(table(HEAD, row()), edit=edit)).rows


def test_words_below_a_merged_cell_are_named(tmp_path):
    """
    Word keeps them where nobody sees them.
    """

    def edit(document):
        for line, value in ((1, "restart"), (2, "continue")):
            properties = document.tables[0].cell(line, GROUP)._tc.get_or_add_tcPr()
            properties.extend(in_word(f'<w:vMerge w:val="{value}"/>'))

    found = imported(tmp_path, docx(table(HEAD, row(), other(group="作废的")), edit=edit))

    assert [GOOD, OTHER] == found.rows
    assert {"作废的": "below-merged"} == found.left()


def test_numbers_that_word_counts_itself_leave_the_items_apart(tmp_path):
    """
    The cells of 序号 are empty in the document.
    """

    def edit(document):
        for line in (1, 2):
            document.tables[0].cell(line, NUMBER).paragraphs[0].style = "List Number"

    file = docx(table(HEAD, row(number=""), other(number="")), edit=edit)

    assert [GOOD, OTHER] == imported(tmp_path, file).rows


def test_a_list_that_word_numbers_itself_is_a_list(tmp_path):
    """
    Each paragraph is an element.
    """

    def edit(document):
        cell = document.tables[0].cell(1, CONTENT)
        cell.text = "文件名称"
        cell.paragraphs[0].style = "List Number"
        cell.add_paragraph("文号", style="List Number")

    assert [GOOD] == imported(tmp_path, docx(table(HEAD, row()), edit=edit)).rows


def test_a_table_in_a_cell_of_the_catalogue_is_its_content(tmp_path):
    """
    A row of it is an element.
    """

    def edit(document):
        cell = document.tables[0].cell(1, CONTENT)
        cell.text = ""
        inner = cell.add_table(2, 1)
        inner.cell(0, 0).text, inner.cell(1, 0).text = "文件名称", "文号"

    assert [GOOD] == imported(tmp_path, docx(table(HEAD, row()), edit=edit)).rows


def test_a_catalogue_is_found_in_a_table_that_only_lays_it_out(tmp_path):
    """
    A frame of one cell.
    """

    def edit(document):
        frame = document.add_table(1, 1).cell(0, 0)
        frame._tc.append(document.tables[0]._tbl)
        frame.add_paragraph("")

    assert [GOOD] == imported(tmp_path, docx(table(HEAD, row()), edit=edit)).rows


def test_a_row_may_begin_some_columns_later(tmp_path):
    """
    Word leaves out the cells that the group above covers.
    """

    def edit(document):
        line = document.tables[0].rows[2]._tr
        for cell in line.tc_lst[:2]:
            line.remove(cell)
        line.get_or_add_trPr().extend(in_word('<w:gridBefore w:val="2"/>'))

    assert [GOOD, OTHER] == imported(tmp_path, docx(table(HEAD, row(), other()), edit=edit)).rows


def test_text_that_word_moved_into_a_merged_cell_is_said_once(tmp_path):
    """
    Merging two cells of the same words leaves both of them in one.
    """
    file = docx(table(HEAD, row(), other(), spans=down(1, 2, "group")))

    assert [GOOD, OTHER] == imported(tmp_path, file).rows
