"""What every Word file of this site shares: paper, letters, language, and no bytes by chance.

python-docx begins with an American letter and its own template; what we need of it is kept, the
rest, far larger than a table, is taken out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from generator.exports.package import MADE, packed, unpacked

if TYPE_CHECKING:
    from docx.document import Document

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CENTRE = '<w:jc w:val="center"/>'
# In twentieths of a point: the sides of A4, and the margin left and right.
LONG_SIDE, SHORT_SIDE, MARGIN = 16838, 11906, 740

# Id, name, and what is said of the paragraph and of its letters.
Style = tuple[str, str, str, str]

_NEEDED = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_NOT_WANTED = ("/stylesWithEffects", "/customXml", "/numbering", "/thumbnail")


def xml(text: str) -> Any:
    """Return *text* as an element of a document."""
    from docx.oxml import parse_xml

    return parse_xml(text)


def letters(name: str, size: int, more: str = "") -> str:
    """Return the properties of letters in *name* at *size* points, Chinese and Latin alike."""
    scripts = " ".join(f'w:{one}="{name}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
    sizes = f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
    return f'<w:rFonts w:hint="eastAsia" {scripts}/>{more}{sizes}'


HEADING: Style = (
    "Heading1",
    "heading 1",
    f'<w:keepNext/><w:spacing w:after="160"/>{CENTRE}<w:outlineLvl w:val="0"/>',
    letters("黑体", 16),
)


def begun(title: str, *, size: int, styles: Iterable[Style], kept: Iterable[str] = ()) -> Document:
    """Return an empty document in 宋体 of *size* points, with *styles* alone and those of the
    template that are *kept* by id."""
    from docx import Document

    document = Document()
    told = document.core_properties
    told.title, told.author, told.comments, told.language = title, "", "", "zh-CN"
    told.last_modified_by, told.revision, told.created, told.modified = "", 1, MADE, MADE
    _set_styles(document, size, styles, (*_NEEDED, *kept))
    return document


def set_paper(document: Document, *, on_its_side: bool) -> None:
    """A4, upright or on its side, with the margins of all our files."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Twips

    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE if on_its_side else WD_ORIENTATION.PORTRAIT
    sides = (LONG_SIDE, SHORT_SIDE) if on_its_side else (SHORT_SIDE, LONG_SIDE)
    section.page_width, section.page_height = map(Twips, sides)
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin = section.bottom_margin = Twips(850)
    section.header_distance = section.footer_distance = Twips(450)


def ended(document: Document) -> bytes:
    """Return *document* as a file, the same every time."""
    file = io.BytesIO()
    document.save(file)
    return packed(unpacked(file.getvalue()))


def _set_styles(
    document: Document, size: int, own: Iterable[Style], needed: tuple[str, ...]
) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for id in [id for id, one in relations.items() if one.reltype.endswith(_NOT_WANTED)]:
            del relations[id]
    styles = document.styles.element
    styles.replace(styles.find("{*}docDefaults"), xml(_defaults(size)))
    for style in styles.findall("{*}style"):
        if style.styleId not in needed:
            styles.remove(style)
    for id, name, paragraph, characters in own:
        custom = "" if name.startswith("heading") else ' w:customStyle="1"'
        styles.append(
            xml(
                f'<w:style {NS} w:type="paragraph" w:styleId="{id}"{custom}>'
                f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
                f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
            )
        )


def _defaults(size: int) -> str:
    return (
        f"<w:docDefaults {NS}><w:rPrDefault><w:rPr>{letters('宋体', size)}"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
