"""The application for government information (政府信息公开申请表) as a Word file to be filled in.

It holds what article 29 of the regulation asks for and nothing else; what is asked for may stand in
it already.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from generator.exports.package import packed, unpacked
from generator.exports.wordfile import HEADING, MARGIN, SHORT_SIDE, begun, ended, set_paper

# Section, and its fields; a field with choices is ticked.
FORM: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "申请人信息",
        (
            ("申请人类别", ("公民", "法人或者其他组织")),
            ("姓名或者名称", ()),
            ("证件名称", ()),
            ("证件号码", ()),
            ("法定代表人（公民不填）", ()),
            ("联系人", ()),
            ("联系电话", ()),
            ("通信地址和邮政编码", ()),
            ("电子邮箱", ()),
        ),
    ),
    (
        "所需政府信息",
        (
            ("受理机关", ()),
            ("信息的名称", ()),
            ("文号", ()),
            ("其他特征描述", ()),
            ("提供信息的方式", ("纸面", "电子邮件", "光盘等")),
            ("获取信息的途径", ("邮寄", "电子邮件", "传真", "自行领取", "当场查阅、抄录")),
        ),
    ),
)
TITLE = "政府信息公开申请表"
SIGNED = "申请人签名或者盖章：                    　年　　月　　日"

# Labels and what is filled in, 30 to 70, and a row to be filled in by hand, in twentieths of a
# point.
_WIDTHS = tuple((SHORT_SIDE - 2 * MARGIN) * part // 100 for part in (30, 70))
_HIGH = 560


@dataclass(frozen=True, slots=True)
class Application:
    """What is known of an application: the organ, the name and number of the information."""

    organ: str = ""
    name: str = ""
    number: str = ""


def write(view: Application) -> bytes:
    """Return the form as a Word file, with what *view* knows filled in."""
    parts = _form()
    text = parts[_BODY].decode()
    for mark, words in zip(_MARKS, (view.organ, view.name, view.number), strict=True):
        text = text.replace(f"<w:r><w:t>{mark}</w:t></w:r>", _run(words))
    return packed({**parts, _BODY: text.encode()})


def _run(words: str) -> str:
    """*words* as they stand in a cell."""
    if not words:
        return "<w:r/>"
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:r><w:t{kept}>{escape(words)}</w:t></w:r>"


_BODY = "word/document.xml"
_MARKS = ("\ue000", "\ue001", "\ue002")  # organ, name, number; private characters, in no record


@cache  # laid out once: all forms of a site differ in these three texts
def _form() -> dict[str, bytes]:
    """The parts of the form, with marks where something may be filled in."""
    from docx.enum.table import WD_ALIGN_VERTICAL
    from docx.shared import Twips

    document = begun(TITLE, size=11, styles=(HEADING,), kept=("TableGrid",))
    set_paper(document, on_its_side=False)
    document.add_heading(TITLE, level=1)
    known = dict(zip(("受理机关", "信息的名称", "文号"), _MARKS, strict=True))
    table = document.add_table(rows=0, cols=2)
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Twips(width)
    for section, fields in FORM:
        head = table.add_row().cells
        head[0].merge(head[1]).text = section
        for label, choices in fields:
            cells = table.add_row().cells
            cells[0].text = label
            cells[1].text = "　".join(f"□ {one}" for one in choices) or known.get(label, "")
    for row in table.rows:
        row.height = Twips(_HIGH)
        for cell in row.cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    document.add_paragraph()
    document.add_paragraph(SIGNED)
    return unpacked(ended(document))
