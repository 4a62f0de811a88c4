"""The application form as a Word file, read back: paper, language, heading, columns."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from generator.exports import application, docx
from generator.exports.application import TITLE, Application, write

from ..conftest import entry
from .conftest import book

LONG = Application("示范市自然资源局", "关于国有土地上房屋征收的通知" * 10, "示府〔2020〕1号")


def opened(data: bytes):
    """Return a Word file, opened."""
    return Document(io.BytesIO(data))


@pytest.mark.parametrize("view", [Application(), LONG])
def test_the_form_is_an_upright_a4_with_the_margins_of_every_file(view):
    """
    As an office of mainland China prints it, and as the catalogue has them.
    """
    [page], [other] = (
        one.sections for one in map(opened, (write(view), docx.write(book(entry("a")))))
    )
    margins = [
        (one.left_margin, one.right_margin, one.top_margin, one.bottom_margin)
        for one in (page, other)
    ]

    assert (210, 297) == (round(page.page_width.mm), round(page.page_height.mm))
    assert WD_ORIENTATION.PORTRAIT == page.orientation
    assert margins[0] == margins[1]


def test_the_form_is_in_chinese_with_a_black_heading():
    """
    For who reads it aloud and who checks its spelling; no style of an American template is left.
    """
    form = opened(write(Application()))
    [language] = form.styles.element.iter(qn("w:lang"))
    heading = form.paragraphs[0]
    fonts = heading.style.element.rPr.rFonts

    assert ("zh-CN", "zh-CN") == tuple(language.get(qn(f"w:{one}")) for one in ("val", "eastAsia"))
    assert "zh-CN" == form.core_properties.language
    assert (TITLE, "Heading 1", None) == (
        heading.text, heading.style.name, heading.style.font.color.rgb,
    )  # fmt: skip
    assert {"黑体"} == {fonts.get(qn(f"w:{one}")) for one in ("ascii", "hAnsi", "eastAsia")}
    assert not [one for one in fonts.attrib if one.endswith("Theme")]


@pytest.mark.parametrize("view", [Application(), LONG])
def test_the_labels_have_three_tenths_of_the_width(view):
    """
    Whatever stands in the cells; a heading of a section has all of it.
    """
    form = opened(write(view))
    [page], [table] = form.sections, form.tables
    inside = page.page_width - page.left_margin - page.right_margin
    widths = {tuple(round(100 * cell.width / inside) for cell in row.cells) for row in table.rows}

    assert {(100, 100), (30, 70)} == widths
    assert [30, 70] == [round(100 * one.width / inside) for one in table.columns]
    assert "Table Grid" == table.style.name
    assert not table.autofit


def test_the_same_form_has_the_same_bytes():
    """
    Made twice, not remembered.
    """
    first = write(LONG)
    application._form.cache_clear()

    assert first == write(LONG)


def test_what_is_filled_in_is_text_whatever_it_holds():
    """
    The form is laid out once and its texts are put into it: none is taken for XML, no blank lost.
    """
    said = Application("甲 & 乙局", "关于<b>“丙”</b>的通知 ]]> &amp;", " 示府〔2020〕1号 ")

    texts = {cell.text for row in opened(write(said)).tables[0].rows for cell in row.cells}

    assert {said.organ, said.name, said.number} <= texts
    assert not texts & {"\ue000", "\ue001", "\ue002"}
