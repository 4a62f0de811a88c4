"""What an entry says that no column of a sheet shows: rows of the sheet 登记信息.

A sheet in the official layout is edited by people; this one is locked.  With it an exported file
holds all of an entry, so that it can be imported where nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.exports.layout import ID
from generator.exports.marks import marks_of_line
from generator.model.entry import Entry

NAME = "登记信息"
HEADER = (ID, "项目", "内容")
SAID = (
    "本表登记各事项在目录表中没有栏目的内容，导入时由程序读回，请勿修改。"
    "要改这些内容，请改目录的源文件。"
)
# Key of the record -> what its row is called.
ITEMS = MappingProxyType({
    "order": "次序", "source": "出处", "effective": "生效日期", "ended": "终止日期",
    "duties": "来源", "suggested": "待确认", "imported": "导入校验",
})  # fmt: skip
ORIGINAL = "导入原文："
PRINTED = "导出校验"  # the marks of the line as it was exported


def register_rows(
    entries: Iterable[Entry], told: Callable[[Entry], Mapping[str, str]]
) -> tuple[tuple[str, str, str], ...]:
    """Return what *entries* say beside their lines, as rows of id, item and text.

    *told* gives their lines as text (`layout.line_texts`).
    """
    found: list[tuple[str, str, str]] = []
    for entry in entries:
        found += ((entry.id, item, text) for item, text in _of(entry))
        found.append((entry.id, PRINTED, marks_of_line(told(entry))))
    return tuple(found)


def _of(entry: Entry) -> Iterator[tuple[str, str]]:
    for key, item in ITEMS.items():
        value = getattr(entry, key)
        text = "、".join(value) if isinstance(value, tuple) else str(value)
        if value is not None and text:
            yield item, text
    for column, text in entry.original:
        yield f"{ORIGINAL}{column}", text
