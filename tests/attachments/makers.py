"""Makers: a clean attachment of each form, and what differs from it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import docx
import xlsxwriter
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from ..imports.makers import unzipped, zipped

FOLDER = "content/documents/"

# -- office files ----------------------------------------------------------------------------------


@cache
def workbook(fill: Callable[[Any, Any], object] = lambda book, sheet: None) -> bytes:
    """Return a workbook of one small table, with what *fill* adds to the book and its sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("名单")
        sheet.write_row(0, 0, ["学校", "人数"])
        sheet.write_row(1, 0, ["示范小学", 120])
        fill(book, sheet)
    return out.getvalue()


@cache
def document(fill: Callable[[Any], object] = lambda paper: None) -> bytes:
    """Return a Word document of one paragraph and one table, with what *fill* adds."""
    paper = docx.Document()
    paper.core_properties.author = ""
    paper.core_properties.comments = ""
    paper.add_paragraph("公租房申请表")
    paper.add_table(1, 2).cell(0, 0).text = "姓名"
    fill(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return an office file with *new* in place of *old* in one part."""
    members = unzipped(data)
    assert old.encode() in members[part]
    return zipped(members | {part: members[part].replace(old.encode(), new.encode(), 1)})


def holding(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """Return an office file that holds *parts* too."""
    return zipped(unzipped(data) | dict(parts))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(body: str) -> bytes:
    """Return a Word document with *body*, as it is written in XML, before its own."""
    return edited(document(), "word/document.xml", "<w:body>", f"<w:body>{body}")


def related(data: bytes, part: str, kind: str, target: str, mode: str = "External") -> bytes:
    """Return an office file whose *part*'s relations name one more target."""
    relation = (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return edited(data, part, "</Relationships>", relation)


# -- PDF -------------------------------------------------------------------------------------------


def pdf(
    pages: Sequence[str] = ("Housing, form 3",),
    fill: Callable[[PdfWriter], object] = lambda writer: None,
) -> bytes:
    """Return a PDF with one line on each page, with what *fill* adds."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(300, 300)
        font = dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
        page[NameObject("/Resources")] = dictionary(Font=dictionary(F1=writer._add_object(font)))
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode() if text else b"")
        page[NameObject("/Contents")] = writer._add_object(content)
    fill(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def dictionary(**items: Any) -> DictionaryObject:
    """Return a dictionary of a PDF: texts with a slash are names, lists are arrays."""
    return DictionaryObject({NameObject(f"/{key}"): _valued(one) for key, one in items.items()})


def _valued(one: Any) -> Any:
    if isinstance(one, str) and type(one) is str:
        return NameObject(one) if one.startswith("/") else TextStringObject(one)
    return ArrayObject(map(_valued, one)) if type(one) is list else one


def rooted(**items: Any) -> Callable[[PdfWriter], None]:
    """Return what adds *items* to the root of a PDF."""
    return lambda writer: writer.root_object.update(dictionary(**items))


def layered(*, print_alone: bool = False, **usual: Any) -> Callable[[PdfWriter], None]:
    """Return what adds two layers to a PDF; numbers in the lists of *usual* stand for them."""

    def fill(writer: PdfWriter) -> None:
        use = {"Usage": dictionary(View=dictionary(ViewState="/OFF"))} if print_alone else {}
        made = (dictionary(Type="/OCG", Name=name, **use) for name in ("甲", "乙"))
        layers = [writer._add_object(one) for one in made]
        if print_alone:
            view = dictionary(Event="/View", Category=["/View"], OCGs=layers)
            usual["AS"] = [view]
        state = {
            key: [layers[one] for one in value] if key in ("ON", "OFF", "Order") else value
            for key, value in usual.items()
        }
        properties = dictionary(OCGs=layers, D=dictionary(**state))
        writer.root_object.update(dictionary(OCProperties=properties))

    return fill


def noted(**items: Any) -> Callable[[PdfWriter], None]:
    """Return what adds a note to the first page of a PDF."""

    def fill(writer: PdfWriter) -> None:
        note = dictionary(Type="/Annot", Rect=ArrayObject(), **items)
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return fill


def image(data: bytes, **items: Any) -> Callable[[PdfWriter], None]:
    """Return what adds a picture to a PDF, its bytes as they are when *items* name a filter."""

    def fill(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream._data = data
        stream.update(dictionary(Type="/XObject", Subtype="/Image", **items))
        writer.root_object.update(dictionary(X=writer._add_object(stream)))

    return fill


def resaved(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """Return a PDF to whose end its changed objects were added, as a program saves it."""
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# -- pictures --------------------------------------------------------------------------------------


def chunk(name: bytes, body: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*chunks: bytes, after: bytes = b"") -> bytes:
    """Return a PNG of one pixel, with *chunks* before its picture and what stands *after* it."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    picture = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + picture + chunk(b"IEND", b"") + after


def block(marker: int, body: bytes) -> bytes:
    """Return one block of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(*blocks: bytes, after: bytes = b"") -> bytes:
    """Return a JPEG of one pixel, with *blocks* before its picture and what stands *after* it."""
    return (
        b"\xff\xd8"
        + block(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + b"".join(blocks)
        + block(0xDB, b"\0" + bytes(range(1, 65)))
        + block(0xC0, b"\x08\0\1\0\1\1\1\x11\0")
        + block(0xC4, b"\0\1" + bytes(15) + b"\0")
        + block(0xDA, b"\1\1\0\0\x3f\0")
        + b"\x3f\xff\0\xd0\x01"
        + b"\xff\xd9"
        + after
    )


def gif(*blocks: bytes, after: bytes = b"") -> bytes:
    """Return a GIF of one pixel, with *blocks* before its picture and what stands *after* it."""
    screen = b"GIF89a\1\0\1\0\x80\0\0" + b"\0\0\0\xff\xff\xff"
    picture = b",\0\0\0\0\1\0\1\0\0" + b"\x02\x02D\1\0"
    return screen + b"".join(blocks) + picture + b";" + after


def metafile(*records: bytes) -> bytes:
    """Return an EMF of *records*, with words that say who made it and what it shows."""
    header = struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64)
    return header + b"".join(records) + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def box(kind: bytes, body: bytes) -> bytes:
    """Return one box of a JPEG 2000."""
    return struct.pack(">I", len(body) + 8) + kind + body


def jpeg2000(*boxes: bytes) -> bytes:
    """Return the boxes of a JPEG 2000 of no lines, with *boxes* before its picture."""
    head = box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    colours = box(b"ihdr", bytes(14)) + box(b"colr", b"\1\0\0\0\0\0\x10")
    coded = b"\xff\x4f\xff\x51\xff\x64\0\x0c\0\1Kakadu-8\xff\xd9"
    return head + box(b"jp2h", colours) + b"".join(boxes) + box(b"jp2c", coded)


Entry = tuple[int, int, int, bytes]  # tag, type, how many values, their bytes


def exif(*entries: Entry, order: str = "<", following: Sequence[Entry] = ()) -> bytes:
    """Return Exif of one directory, and one that follows it."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    first = directory(*entries, order=order, at=8)
    if following:
        end = 8 + 2 + 12 * len(entries)
        place = struct.pack(f"{order}I", 8 + len(first))
        first = first[: end - 8] + place + first[end - 4 :]
        first += directory(*following, order=order, at=8 + len(first))
    return head + struct.pack(f"{order}I", 8) + first


def directory(*entries: Entry, order: str = "<", at: int) -> bytes:
    """Return a directory that stands *at* a place; of one with type 0 the value is the entries of
    a directory within it."""
    rows, behind = b"", b""
    start = at + 2 + 12 * len(entries) + 4
    for tag, kind, count, value in entries:
        rows += struct.pack(f"{order}HHI", tag, kind or 4, count)
        if kind and len(value) <= 4:
            rows += value.ljust(4, b"\0")
        else:
            rows += struct.pack(f"{order}I", start + len(behind))
            behind += value
    return struct.pack(f"{order}H", len(entries)) + rows + bytes(4) + behind


def within(tag: int, *entries: Entry, order: str = "<") -> bytes:
    """Return Exif whose one entry is a directory of *entries*."""
    inner = directory(*entries, order=order, at=8 + 2 + 12 + 4)
    return exif((tag, 0, 1, inner), order=order)


# -- all -------------------------------------------------------------------------------------------

CLEAN: Mapping[str, bytes] = MappingProxyType({
    "jihua.pdf": pdf(("Housing, form 3", "Page 2")),
    "shenqingbiao.docx": document(),
    "mingdan.xlsx": workbook(),
    "fanwei.csv": "学校,范围\n示范小学,东门路\n".encode(),
    "shuoming.txt": "一、适用范围。\r\n二、办理时限。\r\n".encode("gb18030"),
    "ditu.png": png(),
    "zhaopian.jpg": jpeg(block(0xE1, b"Exif\0\0" + exif((0x0112, 3, 1, b"\1\0")))),
    "zhaopian.jpeg": jpeg(),
})  # fmt: skip
