"""What the program itself exports may be published as an attachment."""

from __future__ import annotations

import pytest

from generator.attachments import inspected
from generator.exports import docx, listing, xlsx
from generator.exports.listing import Listing

from ..conftest import entry
from ..exports.conftest import book
from .makers import FOLDER

ROWS = (
    entry("a"),
    entry("b", basis="《土地管理法》第四十七条", content="见 D:\\甲、http://a.example/"),
)
LISTED = Listing("登记表", "示范市人民政府", "演示", (("序号", "标题"), ("1", "甲")), (5.0, 20.0))
EXPORTS = {
    "a workbook": ("a.xlsx", xlsx.write(book(*ROWS, register=[("a", "次序", "3")]))),
    "a workbook with fields": ("a.xlsx", xlsx.write(book(*ROWS, fields=True))),
    "an empty form": ("a.xlsx", xlsx.write(book())),
    "a document": ("a.docx", docx.write(book(*ROWS))),
    "a list": ("a.xlsx", listing.write(LISTED)),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_an_attachment_without_a_fault(name):
    """
    Nobody is named in it, nothing hidden, nothing behind its end.
    """
    file, data = EXPORTS[name]
    found = inspected(FOLDER + file, data)

    assert ((), ()) == (found.problems, found.personal)
