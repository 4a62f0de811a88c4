"""What is said of personal data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

PERSONS: Mapping[str, Words] = MappingProxyType({
    # -- personal data -----------------------------------------------------------------------
    "personal-data": Words(
        ERROR, "含有{kind} {mask}",
        "请删除或遮去中间几位；提交过的，历史中仍有。确可公开的，在 personal_data 中登记。",
        "holds {kind}, {mask}",
        "Delete it or mask it; what was committed stays in the history. "
        "If it may be public, list it under personal_data.",
        "政府信息公开条例第十五条",
    ),
    "personal-data-suspected": Words(
        WARNING, "像是{kind} {mask}，但不能肯定",
        "请核对；是个人信息的，请删除或遮去中间几位；确可公开的，在 personal_data 中登记。",
        "looks like {kind}, {mask}, but may be none",
        "Look at it; if it is personal, delete it or mask it. "
        "If it may be public, list it under personal_data.",
        "政府信息公开条例第十五条",
    ),
    "personal-data-more": Words(
        INFORMATION, "另有 {count} 个同样的号码，没有逐一列出",
        "列出的只是最前面的几个；请删除整列。",
        "{count} more {count:number of the kind is|numbers of the kind are} not listed",
        "Only the first are listed: delete the whole column.",
    ),
    "personal-data-expired": Words(
        ERROR, "{kind} {mask} 准许公开的期限已于 {until} 届满",
        "请删除；仍须公开的，重新审批后改写 personal_data 中的 until。",
        "{kind}, {mask}, was allowed until {until}",
        "Delete it, or have it approved anew and change until under personal_data.",
    ),
    "page-personal-data": Words(
        ERROR, "页面上有{kind} {mask}，源文件中没有这样写",
        "它由几处内容拼成，或由程序写出：请找到来处删除。",
        "the page holds {kind}, {mask}, which no source has as it stands",
        "It is put together from several places: find them and delete it.",
        "政府信息公开条例第十五条",
    ),
    "allowance-unused": Words(
        WARNING, "“{file}”中没有这里准许公开的{kind}", "请删去这一条，或核对文件名和 sha256。",
        "“{file}” does not hold {kind} as allowed here",
        "Delete the allowance, or check its file and sha256.",
    ),
})  # fmt: skip
