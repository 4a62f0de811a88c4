"""What offices' programs write into any file is no fault: nothing is said of it."""

from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest

from generator.attachments import inspected

from ..imports.makers import unzipped
from .examples import (
    BODY,
    CUSTOM_XML,
    DOCUMENT_RELS,
    STYLE,
    described,
    field,
    lain,
    outward,
    styled,
)
from .makers import (
    FOLDER,
    block,
    chunk,
    dictionary,
    document,
    edited,
    exif,
    holding,
    jpeg,
    noted,
    pdf,
    png,
    rooted,
    workbook,
    written,
)


def filtered(book, sheet) -> None:
    sheet.autofilter("A1:B2")


def linked(book, sheet) -> None:
    sheet.write_url("D1", "https://www.shifan.example/a.html")
    sheet.write_url("D2", "internal:名单!A1")
    sheet.write_url("D3", "mailto:a@shifan.example")


def anchored(book, sheet) -> None:
    sheet.write_url("D1", "internal:'二、a.b'!A1")
    sheet.write_formula("D2", '=HYPERLINK("#\'二/三\'!A1","见第二表")')
    sheet.write_formula("D3", '=HYPERLINK("https://www.shifan.example/a/b.html")')
    sheet.write_formula("D4", '=HYPERLINK("#"&B1)')


def tabled(book, sheet) -> None:
    sheet.add_table(9, 0, 12, 1, {"columns": [{"header": "甲"}, {"header": "乙"}]})
    sheet.write_formula("E1", "=SUM(Table1[乙])+SUM(Table1[[#All],[甲]:[乙]])")
    sheet.write_formula("E2", '=IF(B2>1,"见[2020]5号!","a|b!")&TEXT(B2,"0/0")')
    sheet.write_formula("E3", "=[0]!名单全部&'名单'!A1")


def empty_hidden(book, sheet) -> None:
    sheet.set_row(9, None, None, {"hidden": True})
    sheet.set_column(9, 9, None, None, {"hidden": True})
    sheet.write_blank(9, 9, None, book.add_format({"bold": True}))


def unused_hidden(book, sheet) -> None:
    sheet.set_default_row(hide_unused_rows=True)


def named(book, sheet) -> None:
    book.define_name("名单全部", "=名单!$A$1:$B$2")
    sheet.print_area("A1:B2")


def charted(book, sheet) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=名单!$B$2:$B$2"})
    sheet.insert_chart("D4", chart)
    other = book.add_chart({"type": "pie"})
    other.add_series({"values": "=名单!$B$2:$B$2"})
    book.add_chartsheet("图").set_chart(other)


def counted(book, sheet) -> None:
    sheet.write_row(4, 0, [0.1 + 0.2, 1 / 3, 123456.789, 10**14, 1e300, -1.5e-12])
    sheet.write_formula(5, 0, "=B2*2", None, 240)


def toc(part: str) -> bytes:
    return written(f"<w:p><w:r><w:rPr><w:{part}/></w:rPr><w:t>1</w:t></w:r></w:p>")


def ticked(writer) -> None:
    noted(Subtype="/Widget", FT="/Btn", T="a", V="/Yes")(writer)


def signed(writer) -> None:
    noted(Subtype="/Widget", FT="/Sig", T="a", V=dictionary(Type="/Sig", Name="某局"))(writer)


class Pipe(io.RawIOBase):
    """Where a zip can only be written as a stream."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.written += bytes(data)
        return len(data)


def streamed(data: bytes, *, large: bool = False) -> bytes:
    """A zip with a descriptor behind each member, as for a file that may be large."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in unzipped(data).items():
            with archive.open(name, "w", force_zip64=large) as member:
                member.write(body)
    return pipe.written


def unsigned(data: bytes) -> bytes:
    """A zip with a descriptor that has no signature behind its last member."""
    return re.sub(rb"PK\x07\x08(.{12}PK\x01\x02)", rb"\1", data, count=1, flags=re.DOTALL)


def shortened(data: bytes) -> bytes:
    """What `unsigned` returns, its directory told where it begins."""
    start = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    return data[: end + 16] + struct.pack("<I", start) + data[end + 20 :]


HIDDEN_NAME = '<definedNames><definedName name="{}" hidden="1">{}</definedName></definedNames>'
SILENT = {
    "a workbook written as a stream": ("a.xlsx", streamed(workbook())),
    "a document written as a large stream": ("a.docx", streamed(document(), large=True)),
    "a stream without a signature": ("a.xlsx", shortened(unsigned(streamed(workbook())))),
    "a new line behind a workbook": ("a.xlsx", workbook() + b"\r\n"),
    "a filter": ("a.xlsx", workbook(filtered)),
    "links": ("a.xlsx", workbook(linked)),
    "links within a workbook, and by formulas": ("a.xlsx", workbook(anchored)),
    "formulas of tables": ("a.xlsx", workbook(tabled)),
    "empty rows and columns that are hidden": ("a.xlsx", workbook(empty_hidden)),
    "rows that are hidden because they are not used": ("a.xlsx", workbook(unused_hidden)),
    "names of ranges and printed areas": ("a.xlsx", workbook(named)),
    "charts": ("a.xlsx", workbook(charted)),
    "numbers of every size": ("a.xlsx", workbook(counted)),
    "a name that Excel made for a function": ("a.xlsx", edited(
        workbook(), "xl/workbook.xml", "</sheets>",
        "</sheets>" + HIDDEN_NAME.format("_xlfn.XLOOKUP", "#NAME?"),
    )),
    "a name that Excel made for a filter": ("a.xlsx", edited(
        workbook(), "xl/workbook.xml", "</sheets>",
        "</sheets>" + HIDDEN_NAME.format("_xlnm._FilterDatabase", "名单!$A$1:$B$2"),
    )),
    "what WPS says of itself": ("a.xlsx", holding(
        workbook(), {"docProps/custom.xml": CUSTOM_XML.format("KSOProductBuildVer")}
    )),
    "settings of a printer": ("a.xlsx", holding(
        workbook(), {"xl/printerSettings/printerSettings1.bin": b"x"}
    )),
    "the root of a disk where a workbook lay": ("a.xlsx", lain("D:\\")),
    "formats with signs like those of a path": ("a.xlsx", workbook(
        lambda book, sheet: sheet.write(4, 0, 5, book.add_format({"num_format": r'm:\ \\a"x"'}))
    )),
    "who may change a paragraph, if that is everyone": ("a.docx", written(
        '<w:p><w:permStart w:id="1" w:edGrp="everyone"/><w:r><w:t>甲</w:t></w:r></w:p>'
    )),
    "what Word adds to any document": ("a.docx", document()),
    "what WPS adds to any document": ("a.docx", holding(document(), {
        "customXml/item2.xml": '<s:customData xmlns:s="http://www.wps.cn/officeDocument/2013/'
        'wpsCustomData"><customSectProps><customSectPr/></customSectProps></s:customData>',
    })),
    "a link of a document": ("a.docx", outward(
        DOCUMENT_RELS, document(), "hyperlink", "https://www.shifan.example/"
    )),
    "a link of a document without its scheme": ("a.docx", outward(
        DOCUMENT_RELS, document(), "hyperlink", "www.shifan.gov.cn/zwgk/a.html"
    )),
    "a link that is no address": ("a.docx", outward(
        DOCUMENT_RELS, document(), "hyperlink", "第3.2条"
    )),
    "a place in a document": ("a.docx", outward(
        DOCUMENT_RELS, document(), "hyperlink", "#_Toc1/2.a"
    )),
    "fields that link": ("a.docx", written(
        field('HYPERLINK "https://www.shifan.example/a.html" \\o "甲.docx"')
        + field('HYPERLINK \\l "_Toc1.a"') + field('TOC \\o "1-3" \\h \\z \\u')
        + field("HYPERLINK mailto:a@shifan.example") + field('DATE \\@ "yyyy/M/d"')
    )),
    "numbers of pages, hidden on the web": ("a.docx", toc("webHidden")),
    "a text that is shown in spite of its style": ("a.docx", edited(
        styled(STYLE.format("A", "Normal", "<w:vanish/>"), paragraph="A"), BODY,
        "<w:r><w:t>甲", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲',
    )),
    "a style that hides and is not used": ("a.docx", styled(
        STYLE.format("A", "Normal", "<w:vanish/>"), paragraph="B"
    )),
    "a field that counts": ("a.docx", written(
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )),
    "a picture in a document": ("a.docx", holding(document(), {"word/media/image1.png": png()})),
    "drawings of every kind in a document": ("a.docx", holding(document(), {
        "word/media/image1.emf": b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(60),
        "word/media/image2.wmf": b"\xd7\xcd\xc6\x9a" + bytes(40),
        "word/media/image3.wmf": b"\1\0\t\0\0\3" + bytes(40),
        "word/media/image4.bmp": b"BM\x46\0\0\0" + bytes(64),
        "word/media/image5.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        "word/media/image6.jpg": png(),
        "word/media/image7.png": b"",
        "word/fonts/font1.odttf": bytes(range(256)),
    })),
    "a place where a PDF opens": ("a.pdf", pdf(fill=rooted(
        OpenAction=dictionary(S="/GoTo", D=["/Fit"])
    ))),
    "a place where a PDF opens, alone": ("a.pdf", pdf(fill=rooted(OpenAction=["/Fit"]))),
    "a link of a PDF": ("a.pdf", pdf(fill=noted(
        Subtype="/Link", A=dictionary(S="/URI", URI="https://www.shifan.example/")
    ))),
    "a link that says where it leads": ("a.pdf", pdf(fill=noted(
        Subtype="/Link", Contents="示范市政府网站", T="a",
        A=dictionary(S="/URI", URI="https://www.shifan.example/"),
    ))),
    "a mark of nobody": ("a.pdf", pdf(fill=noted(Subtype="/Highlight", Contents=" "))),
    "a window of a note without words": ("a.pdf", pdf(fill=noted(Subtype="/Popup"))),
    "XMP of nothing": ("a.pdf", pdf(fill=described(""))),
    "XMP of a program, filled up": ("a.pdf", pdf(fill=described(
        '<x xmlns:d="a" d:CreatorTool="WPS"><d:creator><Seq><li> </li></Seq></d:creator></x>\0\0'
    ))),
    "a list of no files": ("a.pdf", pdf(fill=rooted(
        Names=dictionary(EmbeddedFiles=dictionary(Names=[]))
    ))),
    "an empty form": ("a.pdf", pdf(fill=noted(Subtype="/Widget", FT="/Tx", T="a", V=" "))),
    "a ticked box": ("a.pdf", pdf(fill=ticked)),
    "a seal": ("a.pdf", pdf(fill=signed)),
    "an empty page": ("a.pdf", pdf(("a", ""))),
    "a title": ("a.pdf", pdf(fill=lambda writer: writer.add_metadata({"/Title": "申请表"}))),
    "a new line behind a PDF": ("a.pdf", pdf() + b"\r\n\0"),
    "colours and density": ("a.png", png(
        chunk(b"gAMA", b"\0\0\xb1\x8f"), chunk(b"pHYs", bytes(9))
    )),
    "where the parts of a screenshot begin": ("a.png", png(chunk(b"iDOT", bytes(28)))),
    "colours": ("a.jpg", jpeg(block(0xE2, b"ICC_PROFILE\0abc"), block(0xEE, b"Adobe\0abc"))),
    "the program that made a picture": ("a.png", png(
        chunk(b"tEXt", b"Software\0Adobe ImageReady"),
        chunk(b"tEXt", b"date:create\x002023-05-01T09:00:00+08:00"),
        chunk(b"iTXt", b"Creation Time\0\0\0\0\x002023-05-01"),
    )),
    "what encoders say of themselves": ("a.jpg", jpeg(
        block(0xEC, b"Ducky\0\1\0\4\0\0\0\x3c\0\0"),
        block(0xFE, b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n"),
        block(0xFE, b"File written by Adobe Photoshop\xa8 4.0"),
    )),
    "which side is up": ("a.jpg", jpeg(block(0xE1, b"Exif\0\0" + exif((0x0112, 3, 1, b"\1\0"))))),
    "an artist of blanks": ("a.jpg", jpeg(block(
        0xE1, b"Exif\0\0" + exif((0x013B, 2, 3, b"  \0"))
    ))),
    "a mark of UTF-8": ("a.csv", b"\xef\xbb\xbfa,b\r\n"),
    "a table in GB18030": ("a.csv", "学校,范围\r\n".encode("gb18030")),
    "a text that speaks of tags": ("a.txt", "网页以 <html> 开头。".encode()),
    "a text that begins with a tag": (
        "a.txt", "<p>为段落标签，<table> 为表格，<html> 为网页。".encode()
    ),
    "a table that begins with a sign": ("a.csv", "<市级>,<i>示范小学</i>\n<5,>3\n".encode()),
    "a table that begins with a word in signs": ("a.csv", b"<name>,<svg>,a<b\n"),
    "an ending in capitals": ("A.PDF", pdf()),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_what_any_file_holds_is_no_problem(name):
    """
    Nor personal.
    """
    file, data = SILENT[name]
    found = inspected(FOLDER + file, data)

    assert ((), ()) == (found.problems, found.personal)
