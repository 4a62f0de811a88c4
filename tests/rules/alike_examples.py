"""The rule of items that stand once with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import entry, listed
from .example import Example

A = "catalogue/entries/a.yaml"
_CONTENT = "[征收土地预公告、现状调查结果和补偿安置方案的全文]"

EXAMPLES = (
    Example(
        "items_stand_once",
        {
            A: listed(
                "entries",
                entry("a", name="征地补偿安置公告", content=_CONTENT),
                entry("b", name="徵地補償 安置公告", content=_CONTENT.replace("征收", "徵收")),
                entry("c", name="征地补偿安置公告", content=_CONTENT.replace("的全文", "全文")),
            )
        },
        (
            f"{A}:15:5: warning: “徵地補償 安置公告”和 {A}:2:5 的事项名称、内容都相同 "
            "[entry-repeated]\n    只保留一项；确是两项的，写明不同之处。",
            f"{A}:28:5: information: “征地补偿安置公告”和 {A}:2:5 的“征地补偿安置公告”有 88% 相同 "
            "[entry-alike]\n    是同一事项的，只保留一项；不是的，不必改。",
        ),
        (
            f"{A}:15:5: warning: “徵地補償 安置公告” has the names and the content of the item at "
            f"{A}:2:5 [entry-repeated]\n"
            "    Keep one of them; if they are two items, write what tells them apart.",
            f"{A}:28:5: information: “征地补偿安置公告” is 88 % the same as “征地补偿安置公告” at "
            f"{A}:2:5 [entry-alike]\n"
            "    If they are one item, keep one of them; if not, nothing need be done.",
        ),
    ),
)
