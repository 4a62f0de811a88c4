"""Applying for information: where, by which form, and what is filled in already."""

from __future__ import annotations

import io
import re
import shutil
from html import unescape
from urllib.parse import parse_qsl

import pytest
from docx import Document

from generator.exports.application import FORM, Application, write
from generator.model.request import GROUPS

from ..conftest import UNITS, Site, entry
from .test_disclosures import text
from .test_documents import document

CASE = """\
---
id: anli-a
title: 申请征地批文
outcome: {outcome}
year: 2025
published: 2026-02-10
summary: 告知从哪里取得。
contested: 行政复议
---

先看是不是已经公开。
"""


@pytest.fixture
def office(site: Site) -> Site:
    """The good site with the packaged theme, and an entry that is open on request only."""
    shutil.rmtree(site.folder / "templates")
    site.write("catalogue/entries/a.yaml", entry("a", name="申请答复", method="依申请公开"))
    return site


def rows(data: bytes) -> dict[str, str]:
    """The labels and contents of the form in a Word file."""
    [table] = Document(io.BytesIO(data)).tables
    return {row.cells[0].text: row.cells[1].text for row in table.rows}


def test_the_guide_names_where_each_unit_takes_applications(office):
    """
    Window, telephone and the other channels; the form as page and file.
    """
    office.build()
    said = text(office, "requests/index.html")

    assert "示范市自然资源局办公室——0000-0000001——" in said
    assert "在网页上填写、打印" in said
    html = (office.output / "requests/index.html").read_text("utf-8")
    assert 'href="../requests/form.docx"' in html


@pytest.mark.parametrize("way", ["office", "address", "phone", "fax", "email"])
def test_a_unit_that_names_any_way_is_listed(office, way):
    """
    One is enough; a unit that names none is not.
    """
    units = "catalogue/units/units.yaml"
    office.write(units, f"{UNITS}  - id: zhen\n    name: 某镇\n    {way}: 0000-0000009\n"
                 "  - id: cun\n    name: 某村\n")  # fmt: skip
    office.build()
    html = (office.output / "requests/index.html").read_text("utf-8")

    assert 'href="../units/zhen.html"' in html
    assert 'href="../units/cun.html"' not in html


def test_a_refusal_is_contested_by_reconsideration_first(office):
    """
    Only then before a court (行政复议法 第二十三条第一款第四项); the last sentence says so, too.
    """
    office.build()
    said = text(office, "requests/index.html")

    assert (
        "应当先申请行政复议，自知道决定之日起六十日内提出；对复议决定不服的，"
        "可以再提起行政诉讼（《行政复议法》第二十三条第一款第四项）" in said
    )
    assert "对不予公开的决定，应当先申请行政复议，不能直接起诉" in said


def test_the_guide_names_every_group_of_answers_and_the_fee(office):
    """
    The groups of table 三 and the articles that each answer rests on; the fee that may be asked.
    """
    office.build()
    said = text(office, "requests/index.html")

    for words in ("予以公开", "部分公开", *GROUPS.values()):
        assert words in said
    for article in ("三十", "三十五", "三十六", "三十七", "三十八", "三十九", "四十二"):
        assert f"第{article}条" in said
    for words in ("没有现成信息", "补正后仍不明确", "信访、投诉、举报", "公开出版物",
                  "大量反复申请", "逾期不补正", "逾期不缴费", "重新出具"):  # fmt: skip
        assert words in said
    assert "可以收取信息处理费" in said


def test_what_is_open_on_request_leads_to_a_form_with_its_name(office):
    """
    On the page by the address, in the Word file in its fields; what is public anyway has neither.
    """
    office.build()
    html = (office.output / "entries/a.html").read_text("utf-8")
    [form] = re.findall(r'href="(\.\./requests/form\.html\?[^"]*)"', html)

    assert "name=%E7%94%B3%E8%AF%B7%E7%AD%94%E5%A4%8D" in form
    assert "organ=" in form
    found = rows((office.output / "requests/a.docx").read_bytes())
    assert ("申请答复", "示范市自然资源局") == (found["信息的名称"], found["受理机关"])
    assert "requests/form.html" not in (office.output / "entries/gonggao.html").read_text("utf-8")
    assert not (office.output / "requests/gonggao.docx").exists()


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"attribute": "依申请公开"}, True),
        ({"attribute": "主动公开"}, False),
        # By the attribute of the day: what is opened in 2027 is open on request until then.
        (
            {
                "attribute": "主动公开",
                "attribute_history": "[{date: 2027-03-01, from: 依申请公开, to: 主动公开,"
                " reason: 满三年}]",
            },
            True,
        ),
    ],
)
def test_a_document_that_is_open_on_request_leads_to_a_form_with_its_name(office, fields, asked):
    """
    With its first issuer and its number too; the Word file holds the same.
    """
    office.write("content/documents/nb.md", document("nb", body="", **fields))
    office.build()
    html = (office.output / "documents/nb.html").read_text("utf-8")
    file = office.output / "requests/nb.docx"
    forms = re.findall(r'href="\.\./requests/form\.html\?([^"]*)"', html)

    assert [asked, asked] == [bool(forms), file.exists()]
    assert asked == ('href="../requests/nb.docx" download' in html)
    if asked:
        told = rows(file.read_bytes())
        said = dict(parse_qsl(unescape(forms[0])))
        assert {
            "organ": "示范市自然资源局", "name": "关于nb的通知", "number": "示府〔2020〕1号",
        } == said  # fmt: skip
        assert list(said.values()) == [told[one] for one in ("受理机关", "信息的名称", "文号")]


def test_the_page_and_the_file_have_the_same_fields(office):
    """
    And the file is the same every time.
    """
    office.build()
    said = text(office, "requests/form.html")
    found = rows((office.output / "requests/form.docx").read_bytes())

    for section, fields in FORM:
        assert section in said
        for label, choices in fields:
            assert "".join((label, *choices)) in said
            assert label in found
    assert write(Application()) == (office.output / "requests/form.docx").read_bytes()


def test_a_case_tells_what_was_answered_and_nothing_before_its_day(office):
    """
    By the words of the annual report's row, with the dispute as it stands.
    """
    office.write("content/cases/a.md", CASE.format(outcome="（三）6"))
    office.write("content/cases/b.md", CASE.format(outcome="予以公开").replace("anli-a", "anli-b")
                 .replace("2026-02-10", "2026-12-01"))  # fmt: skip
    assert [] == office.lines()
    office.build()

    assert "不予公开（属于四类过程性信息）" in text(office, "cases/anli-a.html")
    assert "行政复议：尚未审结" in text(office, "cases/anli-a.html")
    assert "共1个" in text(office, "cases/index.html")
    assert not (office.output / "cases/anli-b.html").exists()


def test_a_case_may_leave_its_year_open(office):
    """
    Nothing is wrong with it, and it has its page.
    """
    office.write("content/cases/a.md", CASE.format(outcome="（三）6").replace("year: 2025\n", ""))

    assert [] == office.lines()
    office.build()
    assert "不予公开（属于四类过程性信息）" in text(office, "cases/anli-a.html")


def test_an_outcome_that_is_none_is_refused_at_its_place(office):
    """
    With what to write instead.
    """
    office.write("content/cases/a.md", CASE.format(outcome="(八)"))

    [said] = office.lines()
    assert said.startswith("content/cases/a.md:4:10: error: “(八)”不是办理结果 [value-outcome]")
