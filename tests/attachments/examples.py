"""An attachment for each rule that breaks it, and what is said of it in both languages."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from xml.sax.saxutils import escape

from pypdf.generic import ArrayObject, DictionaryObject, NumberObject

from ..imports.makers import compound, unzipped, zipped
from .makers import (
    W,
    block,
    chunk,
    dictionary,
    document,
    edited,
    exif,
    holding,
    image,
    jpeg,
    layered,
    noted,
    pdf,
    png,
    related,
    resaved,
    rooted,
    within,
    workbook,
    written,
)


@dataclass(frozen=True)
class Broken:
    """A file, the one rule that it breaks, and the sentence; a large file is made when needed."""

    file: str
    made: bytes | Callable[[], bytes]
    rule: str
    zh: str
    en: str

    @property
    def data(self) -> bytes:
        return self.made() if callable(self.made) else self.made


def doubled() -> bytes:
    out = BytesIO(workbook())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/Workbook.xml", "<a/>")
    return out.getvalue()


def between(data: bytes, words: bytes, *, last: bool = False) -> bytes:
    """A zip with *words* before its second member, or its directory; its offsets hold."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members, start = archive.infolist(), archive.start_dir
    place = start if last else members[1].header_offset
    directory = bytearray(data[start:])
    at = 0
    for one in members:
        if one.header_offset >= place:
            struct.pack_into("<I", directory, at + 42, one.header_offset + len(words))
        at += 46 + sum(struct.unpack_from("<HHH", directory, at + 28))
    struct.pack_into("<I", directory, at + 16, start + len(words))
    return data[:place] + words + data[place:start] + bytes(directory)


def lengthened(data: bytes, words: bytes) -> bytes:
    """A zip whose last member, deflated, ends with *words* that no reader unpacks."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.infolist()[-1].compress_size + len(words)
        name = archive.infolist()[-1].filename.encode()
        header = archive.infolist()[-1].header_offset
    longer = bytearray(between(data, words, last=True))
    struct.pack_into("<I", longer, header + 18, size)
    struct.pack_into("<I", longer, longer.rindex(name) - 46 + 20, size)
    return bytes(longer)


def remarked(data: bytes, whole: str = "", part: str = "") -> bytes:
    """A zip with comments on it and on a part of it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = whole.encode()
        for name, body in unzipped(data).items():
            member = zipfile.ZipInfo(name)
            member.comment = part.encode()
            archive.writestr(member, body)
    return out.getvalue()


def hidden_row(book, sheet) -> None:
    sheet.write(4, 0, "甲")
    for row in (4, 5, 6):
        sheet.set_row(row, None, None, {"hidden": True})


def hidden_column(book, sheet) -> None:
    sheet.write(0, 27, "甲")
    sheet.set_column(27, 29, None, None, {"hidden": True})


def hidden_sheet(book, sheet) -> None:
    book.add_worksheet("花名册").hide()


def very_hidden_sheet(book, sheet) -> None:
    book.add_worksheet("花名册").very_hidden()


def outward(part: str, data: bytes, kind: str, target: str) -> bytes:
    return related(data, part, f"officeDocument/2006/relationships/{kind}", target)


DOCUMENT_RELS = "word/_rels/document.xml.rels"
ACTION = dictionary(S="/JavaScript", JS="app.alert(1)")
XMP = "http://ns.adobe.com/xap/1.0/\0<x/>"
CREATOR = ("docProps/core.xml", "<dc:creator></dc:creator>", "<dc:creator>李某</dc:creator>")
COMPANY = ("docProps/app.xml", "<Company></Company>", "<Company>某局</Company>")
MANAGER = ("docProps/app.xml", "<Company></Company>", "<Manager>李某</Manager>")
EDITOR = (
    "docProps/core.xml",
    "<cp:lastModifiedBy></cp:lastModifiedBy>",
    "<cp:lastModifiedBy>李某</cp:lastModifiedBy>",
)


def author(part: str, field: str) -> tuple[str, str, str]:
    return (
        "attachment-author",
        f"文件属性中留有人员、单位信息或本机路径（{part}：{field}）",
        f"its properties name a person, an organ or a path of somebody's machine ({part}: {field})",
    )


def custom(part: str) -> tuple[str, str, str]:
    return (
        "attachment-custom",
        f"带有读者看不到的自定义数据（{part}）",
        f"it holds custom data that no reader sees ({part})",
    )


def embedded(part: str) -> tuple[str, str, str]:
    return (
        "attachment-embedded",
        f"嵌有别的文件或对象（{part}）",
        f"another file or object is embedded ({part})",
    )


def external(part: str) -> tuple[str, str, str]:
    return (
        "attachment-external",
        f"引用了文件以外的内容，或本机上的路径（{part}）",
        f"it takes content from elsewhere or names a path of somebody's machine ({part})",
    )


def macros(part: str) -> tuple[str, str, str]:
    return (
        "attachment-macros",
        f"带有宏或控件（{part}）",
        f"it has macros or controls ({part})",
    )


def tracked(part: str, count: int = 1) -> tuple[str, str, str]:
    return (
        "attachment-tracked",
        f"留有 {count} 处修订痕迹（{part}）",
        f"it keeps {count} tracked {'change' if count == 1 else 'changes'} ({part})",
    )


def hidden(part: str, count: int = 1) -> tuple[str, str, str]:
    return (
        "attachment-hidden-text",
        f"有 {count} 处隐藏的文字或图形（{part}）",
        f"{count} {'texts or drawings are' if count > 1 else 'text or drawing is'} hidden ({part})",
    )


def comments(part: str) -> tuple[str, str, str]:
    return (
        "attachment-comments",
        f"有 1 条批注（{part}）",
        f"it has 1 comment ({part})",
    )


def action(what: str) -> tuple[str, str, str]:
    return (
        "attachment-action",
        f"PDF 带有会运行或打开别的内容的动作（{what}）",
        f"the PDF holds actions that run or open something ({what})",
    )


def refused(suffix: str) -> tuple[str, str, str]:
    return (
        "attachment-form",
        f"“{suffix}”文件不能作为附件公开",
        f"a file ending in “{suffix}” cannot be published as an attachment",
    )


def mismatch(suffix: str, zh: str, en: str) -> tuple[str, str, str]:
    return (
        "attachment-mismatch",
        f"文件名以 {suffix} 结尾，内容却是{zh}",
        f"the name ends in {suffix}, but the file is {en}",
    )


ENCRYPTED = (
    "attachment-encrypted",
    "文件加了密码或权限限制，无法检查",
    "the file is encrypted and cannot be looked into",
)
DAMAGED = (
    "attachment-damaged",
    "文件已损坏，无法检查",
    "the file is damaged and cannot be looked into",
)
TRAILING = (
    "attachment-trailing",
    "文件结尾之后或各部分之外还有别的内容",
    "something follows the end of the file or stands beside its parts",
)


def tagged(*tags: str) -> tuple[str, str, str]:
    return (
        "attachment-exif",
        f"图片带有拍摄信息（{', '.join(tags)}），可能说明何人、何地、用何设备所摄",
        f"the picture tells who took it, where or with what ({', '.join(tags)})",
    )


PICTURE_XMP = (
    "attachment-xmp",
    "图片带有 XMP 数据，可能记有作者和修改经过",
    "the picture holds XMP, which may name its author and history",
)


def picture_text(part: str) -> tuple[str, str, str]:
    return (
        "attachment-picture-text",
        f"图片带有读者看不到的文字说明（{part}）",
        f"the picture holds notes that no reader sees ({part})",
    )


def inner(part: str) -> tuple[str, str, str]:
    return (
        "attachment-picture-inside",
        f"其中的图片带有拍摄信息、文字说明或多余的数据（{part}）",
        f"a picture within it holds metadata or other data ({part})",
    )


def silent(pages: str, total: int) -> tuple[str, str, str]:
    return (
        "attachment-no-text",
        f"PDF 第 {pages} 页（共 {total} 页）没有文字，无法检查其中的个人信息",
        f"pages of the PDF have no text and cannot be checked for personal data: {pages} of"
        f" {total}",
    )


def annotated(count: int) -> tuple[str, str, str]:
    return (
        "attachment-annotations",
        f"PDF 第 1 页有 {count} 条带文字或作者的注释",
        "page 1 of the PDF has 1 note that holds words or names an author"
        if count == 1
        else f"page 1 of the PDF has {count} notes that hold words or name an author",
    )


FILLED = (
    "attachment-form-filled",
    "PDF 表单中有 1 栏填了内容",
    "1 field of the PDF's form is filled in",
)
NAMES = (
    "attachment-names",
    "有 1 个隐藏的或指向其他文件的名称",
    "1 defined name is hidden or leads to other files",
)
CUSTOM_XML = """\
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
<property pid="2" name="{}"><vt:lpwstr>eyJo</vt:lpwstr></property></Properties>"""
STYLE = (
    '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>'
    '<w:basedOn w:val="{1}"/><w:rPr>{2}</w:rPr></w:style>'
)


def styled(*styles: str, paragraph: str) -> bytes:
    data = written(
        f'<w:p><w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    )
    return edited(data, "word/styles.xml", "</w:styles>", f"{''.join(styles)}</w:styles>")


def lain(path: str) -> bytes:
    return edited(
        workbook(), "xl/workbook.xml", "</workbook>",
        f'<x15ac:absPath xmlns:x15ac="a" url="{path}"/></workbook>',
    )  # fmt: skip


def attached(writer) -> None:
    writer.add_attachment("a.txt", b"abc")


def locked(writer) -> None:
    writer.encrypt("", "a", algorithm="RC4-128")


def named_by(key: str):
    return lambda writer: writer.add_metadata({key: "李某"})


def described(xmp: str, **items: str):
    def fill(writer) -> None:
        from pypdf.generic import DecodedStreamObject

        stream = DecodedStreamObject()
        stream.set_data(xmp.encode())
        stream.update(dictionary(**items or {"Type": "/Metadata", "Subtype": "/XML"}))
        writer.root_object.update(dictionary(Metadata=writer._add_object(stream)))

    return fill


def pictured(writer) -> None:
    """A page that is a picture alone."""
    from pypdf.generic import DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data(b"\0")
    stream.update(dictionary(Type="/XObject", Subtype="/Image"))
    page = writer.add_blank_page(300, 300)
    resources = dictionary(XObject=dictionary(I=writer._add_object(stream)))
    page[NameObject("/Resources")] = resources


def defined(name: str, to: str, more: str = "") -> bytes:
    data = workbook(lambda book, sheet: book.define_name("名单", "=名单!$A$1"))
    return edited(
        data, "xl/workbook.xml", "</definedNames>",
        f'<definedName name="{name}"{more}>{to}</definedName></definedNames>',
    )  # fmt: skip


def far(part: str) -> bytes:
    return holding(workbook(), {part: "<a/>"})


DDE = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r>'
    '<w:r><w:instrText>AUTO c:\\a "b" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BODY = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"


def field(*pieces: str) -> str:
    """A field of Word whose words are spread over runs."""
    words = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{words}<w:r><w:fldChar'
        ' w:fldCharType="separate"/></w:r><w:r><w:t>甲</w:t></w:r><w:r><w:fldChar'
        ' w:fldCharType="end"/></w:r></w:p>'
    )


def counting(formula: str) -> bytes:
    """A workbook with one formula."""
    return workbook_of(f'<row r="9"><c r="A9"><f>{escape(formula)}</f><v>1</v></c></row>')


def workbook_of(rows: str) -> bytes:
    return edited(workbook(), SHEET, "</sheetData>", f"{rows}</sheetData>")


RUN = "<w:p><w:r><w:rPr><w:vanish{0}/></w:rPr><w:t>甲</w:t></w:r></w:p>"

BROKEN: Mapping[str, Broken] = MappingProxyType({
    # -- what a file is ----------------------------------------------------------------------------
    "an old Word document": Broken("a.doc", compound({"WordDocument": b"x"}), *refused("doc")),
    "an old workbook": Broken("a.xls", compound({"Workbook": b"x"}), *refused("xls")),
    "WPS": Broken("a.wps", compound({"WordDocument": b"x"}), *refused("wps")),
    "a zip": Broken("a.zip", zipped({"a": "b"}), *refused("zip")),
    "an archive": Broken("a.RAR", b"Rar!\x1a\7\0", *refused("rar")),
    "a page": Broken("a.html", b"<html>", *refused("html")),
    "a drawing": Broken("a.svg", b"<svg/>", *refused("svg")),
    "slides": Broken("a.pptx", zipped({"ppt/a": "b"}), *refused("pptx")),
    "a workbook with macros by its name": Broken("a.xlsm", workbook(), *refused("xlsm")),
    "no ending": Broken("a", b"abc", *refused("")),
    "an ending alone": Broken(".txt", b"abc", *refused("")),
    "a PDF that is a page": Broken(
        "a.pdf", b"<!DOCTYPE html><script>", *mismatch("pdf", "网页", "a web page")
    ),
    "a picture that is a drawing": Broken(
        "a.jpg", b'<?xml version="1.0"?><svg onload="a()"/>',
        *mismatch("jpg", "SVG 图形", "an SVG drawing"),
    ),
    "a JPEG that is a PNG": Broken(
        "a.jpeg", png(), *mismatch("jpeg", "PNG 图片", "a PNG picture")
    ),
    "a PNG that is a GIF": Broken(
        "a.png", b"GIF89a", *mismatch("png", "GIF 图片", "a GIF picture")
    ),
    "a document that is a workbook": Broken(
        "a.docx", workbook(), *mismatch("docx", "Excel 工作簿", "an Excel workbook")
    ),
    "a workbook that is a document": Broken(
        "a.xlsx", document(), *mismatch("xlsx", "Word 文档", "a Word document")
    ),
    "a document of old form": Broken(
        "a.docx", compound({"WordDocument": b"x"}),
        *mismatch("docx", "旧格式的办公文件", "a file of an old office program"),
    ),
    "a document that is slides": Broken(
        "a.docx", zipped({"ppt/a": "b"}), *mismatch("docx", "压缩包", "an archive")
    ),
    "a text of zeros": Broken(
        "a.txt", b"abc\0def", *mismatch("txt", "看不出类型的内容", "something unknown")
    ),
    "a text in UTF-16": Broken(
        "a.csv", "甲,b".encode("utf-16"),
        *mismatch("csv", "看不出类型的内容", "something unknown"),
    ),
    "a text that is a page": Broken(
        "a.txt", b"\n <html><body>", *mismatch("txt", "网页", "a web page")
    ),
    "a text that is a page of a kind": Broken(
        "a.txt", b'<!-- a --><!DOCTYPE HTML PUBLIC "a"><p>', *mismatch("txt", "网页", "a web page")
    ),
    "a table that begins with a tag and runs something": Broken(
        "a.csv", b"<p>a</p>,b\n<SCRIPT src=a>", *mismatch("csv", "网页", "a web page")
    ),
    "a text that is a page of XML": Broken(
        "a.txt", b"<?xml version='1.0'?><html>", *mismatch("txt", "网页", "a web page")
    ),
    "a text that is a drawing": Broken(
        "a.txt", b"<svg onload='a()'>", *mismatch("txt", "SVG 图形", "an SVG drawing")
    ),
    "a table that is XML": Broken("a.csv", b'<?xml version="1.0"?><a/>', *mismatch(
        "csv", "XML", "XML"
    )),
    "a text that is rich": Broken(
        "a.txt", b"{\\rtf1 a}", *mismatch("txt", "RTF 文档", "rich text (RTF)")
    ),
    "a text that is an archive": Broken(
        "a.txt", b"Rar!abc", *mismatch("txt", "压缩包", "an archive")
    ),
    "a text that is a PDF": Broken("a.txt", pdf(), *mismatch("txt", "PDF", "a PDF")),
    "a PDF that is a JPEG": Broken("a.pdf", jpeg(), *mismatch(
        "pdf", "JPEG 图片", "a JPEG picture"
    )),
    "a PDF that is a text": Broken("a.pdf", b"abc", *mismatch("pdf", "纯文本", "plain text")),
    "41 MB": Broken(
        "a.pdf", lambda: bytes(41 * 1024 * 1024), "attachment-large", "文件有 41 MB，超过 40 MB",
        "the file has 41 MB, more than 40 MB",
    ),
    "nothing": Broken("a.txt", b" \r\n", "attachment-empty", "文件是空的", "the file is empty"),
    "a bomb": Broken(
        "a.xlsx", lambda: holding(workbook(), {"xl/a.xml": bytes(101 * 1024 * 1024)}),
        "attachment-bomb",
        "解压后会有 102 MB、11 个部分，超过 100 MB 或 5000 个的限度，未解压",
        "it would unpack to 102 MB in 11 parts; the most is 100 MB in 5000 parts",
    ),
    "a bomb that is a picture": Broken(
        "a.xlsx", lambda: holding(workbook(), {"xl/media/a.bmp": bytes(101 * 1024 * 1024)}),
        "attachment-bomb",
        "解压后会有 102 MB、11 个部分，超过 100 MB 或 5000 个的限度，未解压",
        "it would unpack to 102 MB in 11 parts; the most is 100 MB in 5000 parts",
    ),
    "a tree that fills the memory": Broken(
        "a.docx", lambda: written("<w:p/>" * 16_000_000), "attachment-heavy",
        "检查这个文件所需的时间或内存超出限度，没有查完",
        "looking into the file takes too much time or memory",
    ),
    "an encrypted workbook": Broken(
        "a.xlsx", compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}), *ENCRYPTED
    ),
    "an encrypted PDF": Broken("a.pdf", pdf(fill=locked), *ENCRYPTED),
    "half a workbook": Broken("a.xlsx", workbook()[:3000], *DAMAGED),
    "half a document": Broken("a.docx", document()[:20_000], *DAMAGED),
    "a document whose text is no XML": Broken("a.docx", edited(
        document(), BODY, "</w:body>", ""
    ), *DAMAGED),
    "a document without a text": Broken("a.docx", zipped({"word/a.xml": "<a/>"}), *DAMAGED),
    "a workbook that begins elsewhere": Broken(
        "a.xlsx", edited(workbook(), "_rels/.rels", "xl/workbook.xml", "xl/other.xml"), *DAMAGED
    ),
    "the beginning of a PDF": Broken("a.pdf", b"%PDF-1.7\n", *DAMAGED),
    "half a PNG": Broken("a.png", png()[:50], *DAMAGED),
    "a PNG with a wrong check": Broken("a.png", png().replace(b"IDAT", b"IDAU"), *DAMAGED),
    "half a JPEG": Broken("a.jpg", jpeg()[:-2], *DAMAGED),
    "a JPEG with a gap": Broken("a.jpg", jpeg(b"abc"), *DAMAGED),
    "two parts of one name": Broken(
        "a.xlsx", doubled(), "attachment-doubled",
        "文件中有同名的部分，查到的与读者看到的可能不同",
        "two parts of the file bear one name: readers may see another than the one looked at",
    ),
    "a document type": Broken(
        "a.docx", edited(
            document(), "docProps/app.xml", "<Properties",
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Properties',
        ), "attachment-doctype",
        "其中的 docProps/app.xml 带有文档类型声明，可能引用外部内容",
        "its part docProps/app.xml declares a document type, which may pull in other content",
    ),
    "a zip before a workbook": Broken("a.xlsx", zipped({"a": "b"}) + workbook(), *TRAILING),
    "a zip behind a workbook": Broken("a.xlsx", workbook() + zipped({"a": "b"})[:-22], *TRAILING),
    "words between the parts of a document": Broken(
        "a.docx", between(document(), "联系人".encode()), *TRAILING
    ),
    "words before the directory of a document": Broken(
        "a.docx", between(document(), b"abc", last=True), *TRAILING
    ),
    "a comment on a zip": Broken("a.xlsx", remarked(workbook(), "联系人"), *TRAILING),
    "a comment on a part": Broken("a.xlsx", remarked(workbook(), part="联系人"), *TRAILING),
    "words behind a part, where its size ends": Broken(
        "a.xlsx", lengthened(workbook(), b"abc"), *TRAILING
    ),
    # -- workbooks ---------------------------------------------------------------------------------
    "a hidden sheet": Broken(
        "a.xlsx", workbook(hidden_sheet), "attachment-hidden-sheet",
        "工作表“花名册”是隐藏的", "the sheet “花名册” is hidden",
    ),
    "a very hidden sheet": Broken(
        "a.xlsx", workbook(very_hidden_sheet), "attachment-hidden-sheet",
        "工作表“花名册”是隐藏的", "the sheet “花名册” is hidden",
    ),
    "a hidden row": Broken(
        "a.xlsx", workbook(hidden_row), "attachment-hidden-rows",
        "工作表“名单”隐藏的第 5 行中有内容", "hidden rows of “名单” hold something: 5",
    ),
    "rows of no height": Broken(
        "a.xlsx", edited(workbook(), "xl/worksheets/sheet1.xml", '<row r="2"', '<row r="2" ht="0"'),
        "attachment-hidden-rows",
        "工作表“名单”隐藏的第 2 行中有内容", "hidden rows of “名单” hold something: 2",
    ),
    "a hidden column": Broken(
        "a.xlsx", workbook(hidden_column), "attachment-hidden-columns",
        "工作表“名单”隐藏的 AB 列中有内容", "hidden columns of “名单” hold something: AB",
    ),
    "a column of no width": Broken(
        "a.xlsx", workbook(lambda book, sheet: sheet.set_column(1, 1, 0)),
        "attachment-hidden-columns",
        "工作表“名单”隐藏的 B 列中有内容", "hidden columns of “名单” hold something: B",
    ),
    "a comment": Broken(
        "a.xlsx", workbook(lambda book, sheet: sheet.write_comment("A1", "李某核")),
        *comments("名单"),
    ),
    "comments that no sheet names": Broken(
        "a.xlsx", holding(workbook(), {
            "xl/comments9.xml": '<comments xmlns="a"><commentList><comment ref="A1"><text>'
            "<t>甲</t></text></comment></commentList></comments>",
        }), *comments("xl/comments9.xml"),
    ),
    "threaded comments": Broken(
        "a.xlsx", holding(workbook(), {
            "xl/threadedComments/threadedComment1.xml":
            '<ThreadedComments xmlns="a"><threadedComment ref="A1"><text>甲</text>'
            "</threadedComment></ThreadedComments>",
        }), *comments("xl/threadedComments/threadedComment1.xml"),
    ),
    "who commented": Broken(
        "a.xlsx", holding(workbook(), {
            "xl/persons/person.xml": '<personList xmlns="a"><person displayName="李某"/>'
            "</personList>",
        }), *author("xl/persons/person.xml", "person"),
    ),
    "macros of a workbook": Broken("a.xlsx", holding(workbook(), {"xl/vbaProject.bin": b"x"}),
                                   *macros("xl/vbaProject.bin")),
    "a sheet of macros": Broken("a.xlsx", far("xl/macrosheets/sheet1.xml"),
                                *macros("xl/macrosheets/sheet1.xml")),
    "a workbook that calls itself one with macros": Broken(
        "a.xlsx", edited(
            workbook(), "[Content_Types].xml", "openxmlformats-officedocument.spreadsheetml.sheet.",
            "ms-excel.sheet.macroEnabled.",
        ), *macros("[Content_Types].xml"),
    ),
    "a link to another workbook": Broken("a.xlsx", far("xl/externalLinks/externalLink1.xml"),
                                         *external("xl/externalLinks/externalLink1.xml")),
    "a connection": Broken("a.xlsx", far("xl/connections.xml"), *external("xl/connections.xml")),
    "a question to a database": Broken("a.xlsx", far("xl/queryTables/queryTable1.xml"),
                                       *external("xl/queryTables/queryTable1.xml")),
    "a link into a machine": Broken(
        "a.xlsx", workbook(lambda book, sheet: sheet.write_url("D1", r"external:c:\li\a.docx")),
        *external("xl/worksheets/_rels/sheet1.xml.rels"),
    ),
    "a formula of another workbook": Broken(
        "a.xlsx", counting(r"SUM('C:\li\[a.xlsx]S'!A1)"), *external(SHEET)
    ),
    "a formula of an open workbook": Broken(
        "a.xlsx", counting("[a.xlsx]S!A1*2"), *external(SHEET)
    ),
    "a formula that opens a file": Broken(
        "a.xlsx", counting(r'HYPERLINK("..\..\内部\名单.xlsx","甲")'), *external(SHEET)
    ),
    "a formula that names a path": Broken(
        "a.xlsx", counting(r'HYPERLINK("D:\li\"&A1)'), *external(SHEET)
    ),
    "a formula that talks to a program": Broken(
        "a.xlsx", counting("cmd|'/c calc'!A1"), *external(SHEET)
    ),
    "a formula of a rule for looks": Broken("a.xlsx", edited(
        workbook(), SHEET, "<pageMargins",
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>'
        r"'\\pc-li\[a.xlsx]S'!A1</formula></cfRule></conditionalFormatting><pageMargins",
    ), *external(SHEET)),
    "a formula of a chart": Broken("a.xlsx", holding(workbook(), {
        "xl/charts/chart1.xml": '<c:a xmlns:c="c"><c:f>[1]S!A1</c:f></c:a>'
    }), *external("xl/charts/chart1.xml")),
    "an address of an old drawing": Broken("a.xlsx", holding(workbook(), {
        "xl/drawings/vmlDrawing1.vml": r'<xml><v:shape href="D:\li\a.docx"></xml>'
    }), *external("xl/drawings/vmlDrawing1.vml")),
    "a pivot table": Broken(
        "a.xlsx", far("xl/pivotCache/pivotCacheRecords1.xml"), "attachment-pivot",
        "带有数据透视表的缓存，其中是全部原始数据（xl/pivotCache/pivotCacheRecords1.xml）",
        "it holds the cache of a pivot table, with all of its data"
        " (xl/pivotCache/pivotCacheRecords1.xml)",
    ),
    "a shared workbook's history": Broken("a.xlsx", far("xl/revisions/revisionLog1.xml"),
                                          *tracked("xl/revisions/revisionLog1.xml")),
    "a hidden name": Broken("a.xlsx", defined("甲", "1", ' hidden="1"'), *NAMES),
    "a name of another workbook": Broken("a.xlsx", defined("甲", "[1]名单!$A$1"), *NAMES),
    "a name that leads to a file": Broken("a.xlsx", defined("甲", "'c:\\[a.xlsx]b'!$A$1"), *NAMES),
    "an object in a workbook": Broken(
        "a.xlsx", holding(workbook(), {"xl/embeddings/oleObject1.bin": b"x"}),
        *embedded("xl/embeddings/oleObject1.bin"),
    ),
    "a file of any kind in a workbook": Broken(
        "a.xlsx", holding(workbook(), {"a.sql": b"x"}), *embedded("a.sql")
    ),
    "a workbook that calls itself a picture": Broken(
        "a.docx", holding(document(), {"word/media/image1.png": workbook()}),
        *embedded("word/media/image1.png"),
    ),
    "a zip that calls itself a drawing": Broken(
        "a.xlsx", holding(workbook(), {"xl/media/image1.emf": zipped({"a": "b"})}),
        *embedded("xl/media/image1.emf"),
    ),
    "an old document that calls itself a picture": Broken(
        "a.xlsx", holding(workbook(), {"xl/media/image1.bmp": compound({"WordDocument": b"x"})}),
        *embedded("xl/media/image1.bmp"),
    ),
    "words that call themselves a picture": Broken(
        "a.docx", holding(document(), {"docProps/thumbnail.jpeg": "李某"}),
        "attachment-picture-unknown",
        "其中有打不开的图片，不知道里面还有什么（docProps/thumbnail.jpeg）",
        "a picture within it is of no known form and cannot be looked into "
        "(docProps/thumbnail.jpeg)",
    ),
    "a PDF that calls itself letters": Broken(
        "a.docx", holding(document(), {"word/fonts/font1.odttf": pdf()}),
        *embedded("word/fonts/font1.odttf"),
    ),
    "a zip that calls itself settings of a printer": Broken(
        "a.xlsx", holding(workbook(), {"xl/printerSettings/printerSettings1.bin": workbook()}),
        *embedded("xl/printerSettings/printerSettings1.bin"),
    ),
    "a sheet that no workbook names": Broken(
        "a.xlsx", far("xl/worksheets/sheet9.xml"), *embedded("xl/worksheets/sheet9.xml")
    ),
    "custom XML in a workbook": Broken("a.xlsx", holding(workbook(), {
        "customXml/item1.xml": "<a>李某</a>"
    }), *custom("customXml/item1.xml")),
    "custom XML in attributes": Broken("a.xlsx", holding(workbook(), {
        "customXml/item1.xml": '<a b="李某"/>'
    }), *custom("customXml/item1.xml")),
    "custom properties": Broken("a.xlsx", holding(workbook(), {
        "docProps/custom.xml": CUSTOM_XML.format("KSOTemplateDocerSaveRecord")
    }), *custom("docProps/custom.xml")),
    "who made a workbook": Broken(
        "a.xlsx", edited(workbook(), *CREATOR), *author("docProps/core.xml", "creator")
    ),
    "who saved a workbook": Broken(
        "a.xlsx", edited(workbook(), *EDITOR), *author("docProps/core.xml", "lastModifiedBy")
    ),
    "whose a workbook is": Broken(
        "a.xlsx", edited(workbook(), *COMPANY), *author("docProps/app.xml", "Company")
    ),
    "who answers for a workbook": Broken(
        "a.xlsx", edited(workbook(), *MANAGER), *author("docProps/app.xml", "Manager")
    ),
    "where a workbook lay": Broken(
        "a.xlsx", lain(r"C:\Users\pc-li\Desktop\\"), *author("xl/workbook.xml", "absPath")
    ),
    "where a workbook lay on another system": Broken(
        "a.xlsx", lain("/Users/pc-li/"), *author("xl/workbook.xml", "absPath")
    ),
    "who keeps a workbook from others": Broken("a.xlsx", edited(
        workbook(), "xl/workbook.xml", "<workbookPr", '<fileSharing userName="李某"/><workbookPr'
    ), *author("xl/workbook.xml", "fileSharing")),
    "whose view of a workbook it is": Broken("a.xlsx", edited(
        workbook(), "xl/workbook.xml", "</workbook>",
        '<customWorkbookViews><customWorkbookView name="李某 - 个人视图"/></customWorkbookViews>'
        "</workbook>",
    ), *author("xl/workbook.xml", "customWorkbookView")),
    "who thought of a scenario": Broken("a.xlsx", edited(
        workbook(), SHEET, "<pageMargins",
        '<scenarios><scenario name="甲" user="李某"/></scenarios><pageMargins',
    ), *author(SHEET, "scenario")),
    "a page that a sheet becomes": Broken("a.xlsx", edited(
        workbook(), SHEET, "</worksheet>",
        r'<webPublishItems><webPublishItem destinationFile="D:\li\a.htm"/></webPublishItems>'
        "</worksheet>",
    ), *author(SHEET, "destinationFile")),
    "names and paths in several places": Broken(
        "a.xlsx", edited(edited(lain("D:/李某"), *CREATOR), *COMPANY),
        *author("docProps/app.xml, docProps/core.xml, xl/workbook.xml",
                "Company, creator, absPath"),
    ),
    "a number that Excel cut": Broken(
        "a.xlsx",
        workbook(lambda book, sheet: sheet.write_column(4, 1, [10**15, 10**15 - 1, 10**18])),
        "attachment-number-lost",
        "工作表“名单”的 B5, B7 是超过 15 位的数值，末几位已经丢失",
        "numbers of more than 15 digits in “名单”, B5, B7, have lost their last digits",
    ),
    "a hidden drawing": Broken("a.xlsx", holding(workbook(), {
        "xl/drawings/drawing1.xml": '<a><cNvPr id="1" name="b" hidden="1"/></a>'
    }), *hidden("xl/drawings/drawing1.xml")),
    # -- Word --------------------------------------------------------------------------------------
    "a comment of a document": Broken("a.docx", document(
        lambda paper: paper.add_comment(paper.paragraphs[0].runs, "核", author="", initials="")
    ), *comments("word/comments.xml")),
    "words put in": Broken(
        "a.docx", written("<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>"), *tracked(BODY)
    ),
    "words taken out": Broken("a.docx", written(
        "<w:p><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>"
    ), *tracked(BODY)),
    "words moved": Broken("a.docx", written(
        "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>"
    ), *tracked(BODY, 2)),
    "a look that changed": Broken("a.docx", written(
        '<w:p><w:r><w:rPr><w:rPrChange w:author="李某"/></w:rPr><w:t>甲</w:t></w:r></w:p>'
    ), *tracked(BODY)),
    "a change within a footnote": Broken("a.docx", holding(document(), {
        "word/footnotes.xml": f"<w:footnotes {W}><w:p><w:ins/></w:p></w:footnotes>"
    }), *tracked("word/footnotes.xml")),
    "hidden words": Broken("a.docx", written(RUN.format("")), *hidden(BODY)),
    "words hidden by a style": Broken(
        "a.docx", styled(STYLE.format("A", "Normal", "<w:vanish/>"), paragraph="A"), *hidden(BODY)
    ),
    "words hidden by the style of a style": Broken("a.docx", styled(
        STYLE.format("A", "B", ""), STYLE.format("B", "A", '<w:vanish w:val="1"/>'), paragraph="A"
    ), *hidden(BODY)),
    "words hidden in every style": Broken("a.docx", edited(
        styled(paragraph="A"), "word/styles.xml", "<w:rPrDefault><w:rPr>",
        "<w:rPrDefault><w:rPr><w:vanish/>",
    ), *hidden(BODY, 3)),
    "a hidden row of a table": Broken("a.docx", written(
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>"
    ), *hidden(BODY)),
    "macros of a document": Broken("a.docx", holding(document(), {"word/vbaProject.bin": b"x"}),
                                   *macros("word/vbaProject.bin")),
    "a control": Broken("a.docx", holding(document(), {"word/activeX/activeX1.xml": "<a/>"}),
                        *macros("word/activeX/activeX1.xml")),
    "a workbook in a document": Broken(
        "a.docx", holding(document(), {"word/embeddings/a.xlsx": workbook()}),
        *embedded("word/embeddings/a.xlsx"),
    ),
    "a document in a document": Broken(
        "a.docx", related(
            document(), DOCUMENT_RELS, "officeDocument/2006/relationships/aFChunk", "a.xml",
            "Internal",
        ), *embedded("word/a.xml"),
    ),
    "a template on a machine": Broken("a.docx", holding(document(), {
        "word/_rels/settings.xml.rels": '<Relationships xmlns="a"><Relationship Id="a" '
        'Type="http://a/attachedTemplate" Target="file:///C:/li/a.dotx" TargetMode="External"/>'
        "</Relationships>",
    }), *external("word/_rels/settings.xml.rels")),
    "a picture from elsewhere": Broken(
        "a.docx", outward(DOCUMENT_RELS, document(), "image", "https://a.example/b.png"),
        *external(DOCUMENT_RELS),
    ),
    "a link to a machine's file": Broken(
        "a.docx", outward(DOCUMENT_RELS, document(), "hyperlink", "file:///c:/li/a.docx"),
        *external(DOCUMENT_RELS),
    ),
    "a link to a file of a network": Broken(
        "a.docx", outward(DOCUMENT_RELS, document(), "hyperlink", "\\\\pc-li\\a.docx"),
        *external(DOCUMENT_RELS),
    ),
    "a link to a file beside it": Broken(
        "a.docx", outward(DOCUMENT_RELS, document(), "hyperlink", r"..\..\内部\名单.xlsx"),
        *external(DOCUMENT_RELS),
    ),
    "a link to a disk": Broken(
        "a.docx", outward(DOCUMENT_RELS, document(), "hyperlink", "C:%5Cli%5Ca.docx"),
        *external(DOCUMENT_RELS),
    ),
    "a field that links to a file": Broken("a.docx", written(
        field(" HYPER", r'LINK "C:\\内部', r'\\名单.xlsx" \o "甲" ')
    ), *external(BODY)),
    "a field that links to a server": Broken("a.docx", written(
        r'''<w:p><w:fldSimple w:instr='HYPERLINK \t "_blank" "\\\\pc-li\\a.docx"'/></w:p>'''
    ), *external(BODY)),
    "a field that takes a picture": Broken("a.docx", written(
        field(" INCLUDE", 'PICTURE "https://a.example/b.png"')
    ), *external(BODY)),
    "a field that runs something": Broken("a.docx", written(DDE), *external(BODY)),
    "a field that fetches something": Broken("a.docx", written(
        '<w:p><w:fldSimple w:instr="INCLUDETEXT c:\\a.docx"/></w:p>'
    ), *external(BODY)),
    "custom XML in a document": Broken("a.docx", holding(document(), {
        "customXml/item2.xml": "<a>李某</a>"
    }), *custom("customXml/item2.xml")),
    "variables of a document": Broken("a.docx", edited(
        document(), "word/settings.xml", "</w:settings>",
        '<w:docVars><w:docVar w:name="a" w:val="李某"/></w:docVars></w:settings>',
    ), *custom("word/settings.xml")),
    "who wrote a document": Broken("a.docx", document(
        lambda paper: setattr(paper.core_properties, "author", "李某")
    ), *author("docProps/core.xml", "creator")),
    "who saved a document": Broken("a.docx", document(
        lambda paper: setattr(paper.core_properties, "last_modified_by", "李某")
    ), *author("docProps/core.xml", "lastModifiedBy")),
    "who reviewed a document": Broken("a.docx", holding(document(), {
        "word/people.xml": '<w15:people xmlns:w15="a"><w15:person w15:author="李某"/></w15:people>'
    }), *author("word/people.xml", "person")),
    "the template of a document": Broken("a.docx", edited(
        document(), "docProps/app.xml", "<Template>Normal.dotm<", r"<Template>D:\li\a.dotm<"
    ), *author("docProps/app.xml", "Template")),
    "where links of a document begin": Broken("a.docx", edited(
        document(), "docProps/app.xml", "</Properties>",
        r"<HyperlinkBase>\\pc-li\a</HyperlinkBase></Properties>",
    ), *author("docProps/app.xml", "HyperlinkBase")),
    "letters to many": Broken("a.docx", edited(
        document(), "word/settings.xml", "</w:settings>",
        "<w:mailMerge><w:connectString w:val='Data Source=名单.xlsx'/></w:mailMerge></w:settings>",
    ), *author("word/settings.xml", "mailMerge")),
    "who may change a paragraph": Broken("a.docx", written(
        r'<w:p><w:permStart w:id="1" w:ed="pc-li\li"/><w:r><w:t>甲</w:t></w:r></w:p>'
    ), *author(BODY, "permStart")),
    "where a picture of a document lay": Broken("a.docx", written(
        r'<w:p><w:r><a><docPr id="1" name="图片 1" descr="C:\Users\pc-li\a.jpg"/></a></w:r></w:p>'
    ), *author(BODY, "descr")),
    "a picture with a place in a document": Broken("a.docx", holding(document(), {
        "word/media/image1.jpg": jpeg(block(0xE1, b"Exif\0\0" + within(0x8825, (1, 2, 2, b"N\0"))))
    }), *inner("word/media/image1.jpg")),
    "a picture that claims another ending": Broken("a.docx", holding(document(), {
        "word/media/image1.emf": png(chunk(b"tEXt", b"a\0b"))
    }), *inner("word/media/image1.emf")),
    # -- PDF ---------------------------------------------------------------------------------------
    "a script": Broken("a.pdf", pdf(fill=rooted(
        Names=dictionary(JavaScript=dictionary(Names=["a", ACTION]))
    )), *action("JavaScript")),
    "a script when opened": Broken(
        "a.pdf", pdf(fill=rooted(OpenAction=ACTION)), *action("JavaScript, OpenAction")
    ),
    "an address when opened": Broken("a.pdf", pdf(
        fill=rooted(OpenAction=dictionary(S="/URI", URI="https://a.example"))
    ), *action("OpenAction")),
    "actions of pages": Broken(
        "a.pdf", pdf(fill=rooted(AA=DictionaryObject())), *action("AA")
    ),
    "a program that is started": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Link", A=dictionary(S="/Launch", F="a.exe"))
    ), *action("Launch")),
    "a script as an address": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Link", A=dictionary(S="/URI", URI="JavaScript:alert(1)"))
    ), *action("JavaScript")),
    "a link of a PDF into a machine": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Link", A=dictionary(S="/URI", URI="file:///C:/li/a.docx"))
    ), *external("URI")),
    "a place of a machine that links start from": Broken("a.pdf", pdf(
        fill=rooted(URI=dictionary(Base="file:///C:/li/"))
    ), *external("URI")),
    "a picture that stands in another file": Broken("a.pdf", pdf(
        fill=image(b"", F="C:/li/a.jpg")
    ), *external("F")),
    "a form of XML": Broken(
        "a.pdf", pdf(fill=rooted(AcroForm=dictionary(XFA=ArrayObject()))), *action("XFA")
    ),
    "a file in a PDF": Broken("a.pdf", pdf(fill=attached), *embedded("EmbeddedFiles")),
    "a note that is a file": Broken(
        "a.pdf", pdf(fill=noted(Subtype="/FileAttachment")), *embedded("FileAttachment")
    ),
    "a film": Broken("a.pdf", pdf(fill=noted(Subtype="/RichMedia")), *embedded("RichMedia")),
    "a note": Broken("a.pdf", pdf(fill=noted(Subtype="/Text", Contents="核")), *annotated(1)),
    "a rich note": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Stamp", RC="<p>核</p>")
    ), *annotated(1)),
    "the mark of somebody": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Highlight", T="李某")
    ), *annotated(1)),
    "a window with a note": Broken("a.pdf", pdf(
        fill=noted(Subtype="/Popup", Contents="核")
    ), *annotated(1)),
    "a place to be blackened": Broken(
        "a.pdf", pdf(fill=noted(Subtype="/Redact", T="李某")), "attachment-redaction",
        "PDF 第 1 页有 1 处标记了要涂黑而没有涂，下面的内容还在",
        "1 place on page 1 of the PDF is marked for redaction, but still holds it all",
    ),
    "a layer that is off": Broken(
        "a.pdf", pdf(fill=layered(OFF=[0])), "attachment-layers",
        "PDF 有 1 个图层打开时不显示，其中的内容读者看不到",
        "1 layer of the PDF is switched off, and no reader sees what it holds",
    ),
    "a PDF that keeps a page that was deleted": Broken(
        "a.pdf", resaved(pdf(("a", "b")), lambda writer: writer.root_object["/Pages"].update(
            dictionary(Kids=[writer.pages[0].indirect_reference], Count=NumberObject(1))
        )), "attachment-earlier", "PDF 里还留有 1 处删去或改动前的内容，读者看不到",
        "the PDF keeps 1 piece of an earlier state, which no reader sees",
    ),
    "who wrote a PDF": Broken("a.pdf", pdf(fill=named_by("/Author")), *author("Info", "Author")),
    "whose a PDF is": Broken("a.pdf", pdf(fill=named_by("/Company")), *author("Info", "Company")),
    "who made a PDF, in XMP": Broken("a.pdf", pdf(fill=described(
        '<x><d:creator xmlns:d="a"><Seq><li>李某</li></Seq></d:creator></x>'
    )), *author("XMP", "creator")),
    "who made a PDF, in an attribute": Broken("a.pdf", pdf(fill=described(
        '<x xmlns:d="a" d:Author="李某"/>'
    )), *author("XMP", "Author")),
    "who saved a PDF": Broken(
        "a.pdf", pdf(fill=named_by("/LastModifiedBy")), *author("Info", "LastModifiedBy")
    ),
    "who helped with a PDF, in XMP": Broken("a.pdf", pdf(fill=described(
        '<x><d:contributor xmlns:d="a"><Bag><li>李某</li></Bag></d:contributor></x>'
    )), *author("XMP", "contributor")),
    "XMP that does not say what it is": Broken("a.pdf", pdf(fill=described(
        '<x xmlns:d="a" d:Author="李某"/>', Subtype="/XML"
    )), *author("XMP", "Author")),
    "a form that is filled in": Broken("a.pdf", pdf(fill=rooted(
        AcroForm=dictionary(Fields=[dictionary(FT="/Tx", T="a", V="李某")])
    )), *FILLED),
    "a choice": Broken("a.pdf", pdf(fill=noted(
        Subtype="/Widget", FT="/Ch", T="a", V=["甲", "乙"]
    )), *FILLED),
    "a PDF of pictures": Broken("a.pdf", pdf((), fill=pictured), *silent("1", 1)),
    "a PDF with a picture of a page": Broken("a.pdf", pdf(("a",), fill=pictured), *silent("2", 2)),
    "a PDF of empty pages": Broken("a.pdf", pdf(("", "")), *silent("1-2", 2)),
    "a photograph in a PDF": Broken("a.pdf", pdf(
        fill=image(jpeg(block(0xFE, b"abc")), Filter="/DCTDecode")
    ), *inner("JPEG")),
    "a picture in a PDF that is none": Broken("a.pdf", pdf(
        fill=image(b"RIFFabcdWEBPVP8 ", Filter="/DCTDecode")
    ), "attachment-picture-unknown", "其中有打不开的图片，不知道里面还有什么（JPEG）",
       "a picture within it is of no known form and cannot be looked into (JPEG)"),
    "a zip behind a PDF": Broken("a.pdf", pdf() + zipped({"a": "b"}), *TRAILING),
    # -- pictures ----------------------------------------------------------------------------------
    "a place": Broken("a.jpg", jpeg(
        block(0xE1, b"Exif\0\0" + within(0x8825, (1, 2, 2, b"N\0")))
    ), *tagged("GPS")),
    "an artist, in the other order of bytes": Broken("a.jpg", jpeg(
        block(0xE1, b"Exif\0\0" + exif((0x013B, 2, 6, b"Li Mou"), order=">"))
    ), *tagged("Artist")),
    "a camera and its owner": Broken("a.jpg", jpeg(block(0xE1, b"Exif\0\0" + within(
        0x8769, (0xA430, 2, 3, b"Li\0"), (0xA431, 2, 12, b"77-1234567\0\0")
    ))), *tagged("BodySerialNumber", "CameraOwnerName")),
    "the picture before it was cut": Broken("a.jpg", jpeg(block(0xE1, b"Exif\0\0" + exif(
        (0x0112, 3, 1, b"\1\0"), following=[(0x0201, 4, 1, b"\1\0\0\0")]
    ))), *tagged("Thumbnail")),
    "Exif that cannot be read": Broken("a.jpg", jpeg(
        block(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")
    ), *tagged("Exif")),
    "a place in a PNG": Broken("a.png", png(
        chunk(b"eXIf", within(0x8825, (1, 2, 2, b"N\0")))
    ), *tagged("GPS")),
    "XMP in a JPEG": Broken("a.jpg", jpeg(block(0xE1, XMP.encode())), *PICTURE_XMP),
    "XMP in a PNG": Broken("a.png", png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>")
    ), *PICTURE_XMP),
    "a text in a PNG": Broken("a.png", png(chunk(b"tEXt", b"a\0b")), *picture_text("tEXt")),
    "a text in a PNG, pressed": Broken(
        "a.png", png(chunk(b"zTXt", b"a\0\0x\x9c\x03\0\0\0\0\1")), *picture_text("zTXt")
    ),
    "a text in a PNG, in Chinese": Broken(
        "a.png", png(chunk(b"iTXt", "a\0\0\0zh\0\0甲".encode())), *picture_text("iTXt")
    ),
    "a comment in a JPEG": Broken("a.jpg", jpeg(block(0xFE, b"abc")), *picture_text("COM")),
    "a caption": Broken("a.jpg", jpeg(
        block(0xED, b"Photoshop 3.0\0abc")
    ), *picture_text("APP13")),
    "a block of a camera": Broken(
        "a.jpg", jpeg(block(0xE2, b"MPF\0abc")), "attachment-picture-private",
        "图片带有读者看不到的数据（APP2）", "the picture holds data that no reader sees (APP2)",
    ),
    "a chunk of a program": Broken(
        "a.png", png(chunk(b"prVW", b"abc")), "attachment-picture-private",
        "图片带有读者看不到的数据（prVW）", "the picture holds data that no reader sees (prVW)",
    ),
    "a film behind a JPEG": Broken("a.jpg", jpeg(after=b"\0\0ftypmp42"), *TRAILING),
    "a zip behind a PNG": Broken("a.png", png(after=zipped({"a": "b"})), *TRAILING),
})  # fmt: skip
