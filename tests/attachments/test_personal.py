"""What is personal in an attachment is found, wherever its form keeps words."""

from __future__ import annotations

from random import Random

import pytest

from generator.attachments import inspected
from generator.problems import Location

from ..personal.numbers import NUMBERS, PLAIN, digest
from .examples import described
from .makers import (
    FOLDER,
    W,
    block,
    chunk,
    dictionary,
    document,
    edited,
    holding,
    jpeg,
    noted,
    pdf,
    png,
    rooted,
    workbook,
    written,
)

ID = NUMBERS["居民身份证号"][0]
PHONE = NUMBERS["手机号码"][0]
CARD = next(one for one in NUMBERS["银行卡号"] if len(one) == 16)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def digests(file: str, data: bytes, *, sure: bool = False) -> set[str]:
    """Return the digests of what is personal in a file; *sure* leaves out what only looks so."""
    return {
        one.personal.digest
        for one in inspected(FOLDER + file, data).personal
        if one.personal.sure or not sure
    }


def run(*texts: str) -> str:
    return "".join(f'<w:r w:rsidR="00A{n}"><w:t>{text}</w:t></w:r>' for n, text in enumerate(texts))


def celled(value: object):
    return lambda book, sheet: sheet.write(4, 1, value)


def texted(value: str):
    return lambda book, sheet: sheet.write_string(4, 1, value)


def on_hidden_sheet(book) -> None:
    other = book.add_worksheet("乙")
    other.write_string(0, 0, ID)
    other.hide()


def sheeted(old: str, new: str) -> bytes:
    return edited(workbook(), "xl/worksheets/sheet1.xml", old, new)


def boxed(number: str) -> str:
    """A paragraph with a text box that holds *number*, as Word writes it: for new and old."""
    inner = f"<w:txbxContent><w:p>{run(number[:5], number[5:])}</w:p></w:txbxContent>"
    return (
        '<w:p><w:r><w:t>见</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>'
        f"<a>{inner}</a></mc:Choice><mc:Fallback><b>{inner}</b></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>附件</w:t></w:r></w:p>"
    )


def cells(*texts: str) -> str:
    row = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in texts)
    return f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"


LINK = '<hyperlinks><hyperlink ref="A1" location="名单!A1" tooltip="{}"/></hyperlinks></worksheet>'
PLACES = {
    # -- Word
    "a paragraph": ("a.docx", written(f"<w:p>{run(f'联系人{ID}。')}</w:p>")),
    "two runs": ("a.docx", written(f"<w:p>{run(ID[:7], ID[7:])}</w:p>")),
    "a run for each digit": ("a.docx", written(f"<w:p>{run(*ID)}</w:p>")),
    "runs within a link and a change": ("a.docx", written(
        f"<w:p><w:hyperlink>{run(ID[:3])}</w:hyperlink><w:ins>{run(ID[3:])}</w:ins></w:p>"
    )),
    "what was taken out": ("a.docx", written(
        f"<w:p><w:del><w:r><w:delText>{ID[:9]}</w:delText></w:r><w:r><w:delText>{ID[9:]}"
        "</w:delText></w:r></w:del></w:p>"
    )),
    "around what was taken out": ("a.docx", written(
        f"<w:p>{run(ID[:9])}<w:del><w:r><w:delText>55</w:delText></w:r></w:del>{run(ID[9:])}</w:p>"
    )),
    "full-width digits": ("a.docx", written(f"<w:p>{run(ID.translate(WIDE))}</w:p>")),
    "a cell": ("a.docx", written(cells("甲", ID, "乙"))),
    "a cell between numbers": ("a.docx", written(cells("1", ID, "2026"))),
    "a box for each digit": ("a.docx", written(cells("号码", *ID))),
    "two lines of a cell": ("a.docx", written(
        f"<w:tbl><w:tr><w:tc><w:p>{run(ID[:9])}</w:p><w:p>{run(ID[9:])}</w:p></w:tc></w:tr></w:tbl>"
    )),
    "a text box": ("a.docx", written(boxed(ID))),
    "the head of a page": ("a.docx", document(
        lambda paper: setattr(paper.sections[0].header.paragraphs[0], "text", ID)
    )),
    "the foot of a page": ("a.docx", document(
        lambda paper: setattr(paper.sections[0].footer.paragraphs[0], "text", ID)
    )),
    "a footnote": ("a.docx", holding(document(), {
        "word/footnotes.xml": f"<w:footnotes {W}><w:p>{run(ID)}</w:p></w:footnotes>"
    })),
    "a comment": ("a.docx", document(
        lambda paper: paper.add_comment(paper.paragraphs[0].runs, ID, author="", initials="")
    )),
    "a field": ("a.docx", written(
        f'<w:p><w:r><w:instrText>HYPERLINK "tel:{ID}"</w:instrText></w:r></w:p>'
    )),
    "a part that no one names": ("a.docx", holding(document(), {
        "word/a.xml": f"<a><b>{ID}</b></a>"
    })),
    "words behind an element": ("a.docx", holding(document(), {
        "word/a.xml": f"<a><b/>{ID[:6]}<p><b/>{ID}</p></a>"
    })),
    "a part in UTF-16": ("a.docx", holding(document(), {
        "word/a.xml": f'<?xml version="1.0" encoding="UTF-16"?><a>{ID}</a>'.encode("utf-16")
    })),
    "the description of a picture": ("a.docx", written(
        f'<w:p><w:r><a><docPr id="1" name="b" descr="{ID}"/></a></w:r></w:p>'
    )),
    "a title": ("a.docx", document(lambda paper: setattr(paper.core_properties, "title", ID))),
    "the name of a part": ("a.docx", holding(document(), {f"word/media/{ID}.png": png()})),
    "a chart": ("a.docx", holding(document(), {
        "word/charts/chart1.xml": f"<c><p><r><t>{ID[:8]}</t></r><r><t>{ID[8:]}</t></r></p></c>"
    })),
    # -- Excel
    "a text": ("a.xlsx", workbook(texted(ID))),
    "a text of two looks": ("a.xlsx", workbook(lambda book, sheet: sheet.write_rich_string(
        "D1", ID[:9], book.add_format({"bold": True}), ID[9:]
    ))),
    "a text of wide digits": ("a.xlsx", workbook(texted(ID.translate(WIDE)))),
    "a text in its cell": ("a.xlsx", sheeted("</sheetData>", (
        f'<row r="9"><c r="A9" t="inlineStr"><is><r><t>{ID[:4]}</t></r><r><t>{ID[4:]}</t></r></is>'
        "</c></row></sheetData>"
    ))),
    "a formula": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write_formula("D1", f'="{ID}"&""', None, "a")
    )),
    "what a formula gives": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write_formula("D1", '=A1&""', None, ID)
    )),
    "cells beside each other": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write_row(4, 0, [*ID])
    )),
    "a cell of a row of numbers": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write_row(4, 0, [1, ID, 2026, 5])
    )),
    "the head of a printed page": ("a.xlsx", workbook(
        lambda book, sheet: sheet.set_header(f"&C{ID}")
    )),
    "a list to choose from": ("a.xlsx", workbook(
        lambda book, sheet: sheet.data_validation("D1", {"validate": "list", "source": [ID, "乙"]})
    )),
    "a hint of a link": ("a.xlsx", sheeted("</worksheet>", LINK.format(ID))),
    "a rule for the looks of a cell": ("a.xlsx", workbook(
        lambda book, sheet: sheet.conditional_format(
            "A1:A9", {"type": "text", "criteria": "containing", "value": ID}
        )
    )),
    "what is said of a choice": ("a.xlsx", workbook(
        lambda book, sheet: sheet.data_validation("D1", {
            "validate": "any", "input_title": "甲", "input_message": f"见{ID}"
        })
    )),
    "the name of a range that may be changed": ("a.xlsx", workbook(
        lambda book, sheet: (sheet.protect(), sheet.unprotect_range("A1", f"甲{ID}"))
    )),
    "words of a number's format": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write(4, 0, 5, book.add_format({"num_format": f'0"见{ID}"'}))
    )),
    "signs of a number's format": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write(4, 0, 5, book.add_format({
            "num_format": "".join(f"\\{one}" for one in ID)
        }))
    )),
    "a name for a text": ("a.xlsx", workbook(
        lambda book, sheet: book.define_name("甲", f'="{ID}"')
    )),
    "what a later version adds to a sheet": ("a.xlsx", sheeted(
        "</worksheet>", f'<extLst><ext uri="a"><b c="{ID}"/></ext></extLst></worksheet>'
    )),
    "what a later version adds to a row": ("a.xlsx", sheeted(
        "</sheetData>", f'<row r="9" xmlns:x="x" x:a="见{ID}"/></sheetData>'
    )),
    "what a later version adds to a cell": ("a.xlsx", sheeted(
        "</sheetData>",
        f'<row r="9"><c r="A9"><extLst><a>{ID}</a></extLst></c></row></sheetData>',
    )),
    "what a chart keeps of its numbers": ("a.xlsx", holding(workbook(), {
        "xl/charts/chart1.xml": f'<c:a xmlns:c="c"><c:pt idx="0"><c:v>{ID}</c:v></c:pt></c:a>'
    })),
    "a column of a table": ("a.xlsx", workbook(
        lambda book, sheet: sheet.add_table(9, 0, 12, 0, {"columns": [{"header": ID}]})
    )),
    "a remark in the XML": ("a.xlsx", sheeted("</worksheet>", f"</worksheet><!--{ID}-->")),
    "a remark within the XML": ("a.docx", written(f"<!--{ID}-->")),
    "a comment on a cell": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write_comment("A1", f"见{ID}")
    )),
    "a drawing of lines": ("a.xlsx", holding(workbook(), {
        "xl/media/image1.svg": f'<svg xmlns="s"><text x="1">{ID}</text></svg>'
    })),
    "a hidden sheet": ("a.xlsx", workbook(
        lambda book, sheet: on_hidden_sheet(book)
    )),
    "the name of a sheet": ("a.xlsx", workbook(lambda book, sheet: book.add_worksheet(ID))),
    "a text box on a sheet": ("a.xlsx", workbook(
        lambda book, sheet: sheet.insert_textbox("D4", f"甲{ID}")
    )),
    "a text that no cell shows": ("a.xlsx", edited(
        workbook(), "xl/sharedStrings.xml", "</sst>", f"<si><t>{ID}</t></si></sst>"
    )),
    # -- PDF
    "a page": ("a.pdf", pdf(("a", ID))),
    "pieces of a page": ("a.pdf", pdf((f"{ID[:6]}) Tj ({ID[6:]}",))),
    "the title of a PDF": ("a.pdf", pdf(fill=lambda writer: writer.add_metadata({"/Title": ID}))),
    "a note of a PDF": ("a.pdf", pdf(fill=noted(Subtype="/Text", Contents=ID))),
    "a field of a PDF": ("a.pdf", pdf(fill=noted(Subtype="/Widget", T="a", V=ID))),
    "a choice of a PDF": ("a.pdf", pdf(fill=noted(Subtype="/Widget", T="a", Opt=["甲", ID]))),
    "a heading of a PDF": ("a.pdf", pdf(fill=rooted(Outlines=dictionary(Title=ID)))),
    "XMP of a PDF": ("a.pdf", pdf(fill=described(f"<x><title>{ID}</title></x>"))),
    # -- text and pictures
    "a table of text": ("a.csv", f"姓名,号码\n甲,{ID}\n".encode()),
    "a text in GB18030": ("a.txt", f"联系人：甲，{ID}。".encode("gb18030")),
    "a text of full-width digits": ("a.txt", ID.translate(WIDE).encode("gb18030")),
    "the program of a PNG": ("a.png", png(chunk(b"tEXt", f"Software\0{ID}".encode()))),
    "a note in a PNG": ("a.png", png(chunk(b"tEXt", f"a\0{ID}".encode()))),
    "a note in a JPEG": ("a.jpg", jpeg(block(0xFE, ID.encode()))),
    # -- names
    "the name of a PDF": (f"甲{ID}.pdf", pdf()),
    "the name of a picture": (f"{ID}.jpg", jpeg()),
    "the name of a file that is refused": (f"{ID}.zip", b"a"),
    "the name of a damaged file": (f"{ID}.docx", b"a"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_number_is_found_wherever_it_stands(place):
    """
    In what is shown and in what is not.
    """
    file, data = PLACES[place]

    assert {digest(ID)} == digests(file, data)


@pytest.mark.parametrize("kind", NUMBERS)
@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf", "csv", "txt"])
def test_numbers_of_every_kind_are_found_in_every_form(kind, form):
    """
    Many at once, none missed.
    """
    many = NUMBERS[kind]
    data = {
        "docx": lambda: written("".join(f"<w:p>{run(one[:5], one[5:])}</w:p>" for one in many)),
        "xlsx": lambda: workbook(
            lambda book, sheet: [sheet.write_string(n, 3, one) for n, one in enumerate(many)]
        ),
        "pdf": lambda: pdf(many),
        "csv": lambda: "\n".join(f"甲,{one}" for one in many).encode(),
        "txt": lambda: "\r\n".join(f"甲：{one}" for one in many).encode("gb18030"),
    }[form]()

    assert {digest(one) for one in many} == digests(f"a.{form}", data)


@pytest.mark.parametrize("variant", PLAIN)
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_ways_to_write_a_number_are_seen_through(variant, form):
    """
    As in the text of a record; references are XML's own.
    """
    text = PLAIN[variant](ID).replace("\n", " ")
    if form == "docx":
        data = written(f"<w:p>{run(text)}</w:p>")
    else:
        data = sheeted("</sheetData>", (
            f'<row r="9"><c r="A9" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'
        ))  # fmt: skip

    assert digest(ID) in digests(f"a.{form}", data)


@pytest.mark.parametrize("number", NUMBERS["手机号码"][:20])
def test_a_number_that_excel_keeps_as_one_is_found(number):
    """
    Plain, and in powers of ten.
    """
    power = f"{int(number):.10E}"
    raw = (
        f'<row r="9"><c r="A9"><v>{power}</v></c><c r="B9" t="n"><v>{number}.0</v></c></row>'
        "</sheetData>"
    )

    assert float(power) == int(number)
    assert {digest(number)} == digests("a.xlsx", workbook(celled(int(number))))
    assert {digest(number)} == digests("a.xlsx", sheeted("</sheetData>", raw))


def test_a_name_for_a_number_is_looked_at():
    """
    It stands in no cell.
    """
    data = workbook(lambda book, sheet: book.define_name("甲", f"={PHONE}"))

    assert {digest(PHONE)} == digests("a.xlsx", data)


def test_an_identity_number_kept_as_a_number_is_found_or_told():
    """
    With all its digits in the file, it is found; Excel itself cuts it, and that is told.
    """
    number = next(one for one in NUMBERS["居民身份证号"] if one.isdecimal())
    whole = sheeted("</sheetData>", f'<row r="9"><c r="A9"><v>{number}</v></c></row></sheetData>')
    cut = workbook(celled(int(number)))

    assert {digest(number)} == digests("a.xlsx", whole)
    assert ["attachment-number-lost"] == [
        one.rule for one in inspected("content/documents/a.xlsx", cut).problems
    ]


MEASURED = {
    "ids": "{E1234567-89AB-4CDE-8F01-123E12345678}",
    "an id of a paragraph": "E1234567",
    "a digest": "13812345678e2345678138123456789a",
    "a share": "0.13812345678901234",
    "a share of millions": "-13812345678.138123",
    "a colour": "E12345",
}


@pytest.mark.parametrize("kind", MEASURED)
def test_what_measures_and_names_within_a_file_is_no_person(kind):
    """
    In attributes, and where a chart keeps numbers.
    """
    value = MEASURED[kind]
    kept = f'<c:a xmlns:c="c" id="{value}"><c:v>{value}</c:v></c:a>'
    data = holding(sheeted("<sheetData>", f'<sheetPr b="{value}"/><sheetData>'), {
        "xl/charts/chart1.xml": kept,
        "xl/media/a.svg": '<svg xmlns="s"><path d="M138 1234 5678 L62220 2123 4567 8943 4"/></svg>',
    })  # fmt: skip

    assert set() == digests("a.xlsx", data)


def test_numbers_of_a_table_are_no_persons():
    """
    Amounts, dates, codes and shares beside each other.
    """
    random = Random(7)
    rows = [
        [
            n,
            2026,
            random.randrange(10**6),
            random.random() * 100,
            random.randrange(10**4),
            "11/2026",
        ]
        for n in range(400)
    ]
    data = workbook(
        lambda book, sheet: [sheet.write_row(n + 3, 0, row) for n, row in enumerate(rows)]
    )

    assert set() == digests("a.xlsx", data, sure=True)


def test_a_number_in_a_text_has_its_place():
    """
    Line and column, in the file's own text.
    """
    found = inspected("content/documents/a.csv", f"a,b\r\n甲,{PHONE}\r\n乙,{PHONE}\r\n".encode())

    assert [("content/documents/a.csv", 2, 3), ("content/documents/a.csv", 3, 3)] == [
        (one.at.path, one.at.line, one.at.column) for one in found.personal
    ]


def test_in_other_files_a_number_is_told_once():
    """
    At the file: nobody opens a part of it.
    """
    found = inspected(FOLDER + "a.docx", written(f"<w:p>{run(ID)}</w:p>" * 3))

    assert [Location(FOLDER + "a.docx")] == [one.at for one in found.personal]


def test_what_is_personal_is_no_problem_yet():
    """
    The rules know what may stand where; here it is noted.
    """
    assert () == inspected(FOLDER + "a.txt", ID.encode()).problems


def test_nothing_quotes_what_it_found():
    """
    Neither a problem nor a note holds the number.
    """
    for file, data in PLACES.values():
        said = repr(inspected(FOLDER + file.replace(ID, "a"), data))

        assert ID not in said
