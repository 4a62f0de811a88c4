"""What an item chooses of closed lists: category, stage, method, audience, levels.

A table asks by boxes, by tick columns with or without words in them, or in words alone.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from generator.exports import layout
from generator.imports.tables.columns import Column
from generator.imports.tables.reading import Reading
from generator.imports.words.boxes import boxes, ticked
from generator.imports.words.wording import joined, unbracketed
from generator.model.entry import Audience, Category, Method, Reach, Stage
from generator.terms import folded, simplified


def categories(read: Reading) -> tuple[tuple[Category, ...], str]:
    """Return the categories that the table prints, and the words that are none."""
    words = {
        column.word
        for column in read.columns
        if column.element == "one-category" and ticked(read.texts[column.index]) is not False
    }
    unclear = []
    for word in boxes(read.of("category")).used:
        plain = folded(word).removesuffix("公开")
        if plain in {one.value for one in Category}:
            words.add(plain)
        else:
            unclear.append(word)
    return tuple(one for one in Category if one.value in words), "、".join(unclear)


def stages(read: Reading) -> tuple[Stage, ...]:
    """Return the links of the chain (发布, 解读, 回应) that the table prints."""
    plain = folded("、".join(boxes(read.of("stage")).used))
    return tuple(one for one in Stage if one.value in plain)


def chosen(read: Reading) -> str:
    """Return the channels that have tick columns of their own and are ticked, as a list."""
    words = []
    for column in read.columns:
        text = read.texts[column.index]
        if column.element == "one-channel" and ticked(text) is not False:
            words.append(column.word)
            if ticked(text) is None:
                read.kept[column.header] = text
    return "、".join(words)


def method(text: str) -> Method | None:
    """Return the method that words say, None where they say none."""
    used = folded("".join(unbracketed(word) or word for word in boxes(text).used))
    plain = re.sub("[不非]主动(?:公开)?", "", used)
    if "依申请" in plain or plain in ("申请公开", "申请"):
        return Method.ON_REQUEST if "主动" not in plain else Method.PROACTIVE
    return Method.PROACTIVE if "主动" in plain else None


def methods(read: Reading, above: str) -> Method | None:
    """Return how the item becomes public; where both boxes are ticked, the second is kept beside.

    *above* is what the words above the table say.
    """
    ticks = {
        column.element: column
        for column in read.columns
        if column.element in ("proactive", "on-request")
        and ticked(read.texts[column.index]) is not False
    }
    if len(ticks) == 2:
        second = ticks["on-request"]
        read.kept[second.header] = read.texts[second.index]
        read.why("on-request", ("both", second.header))
    if ticks:
        return Method.PROACTIVE if "proactive" in ticks else Method.ON_REQUEST
    return method(read.of("method") or above)


def audience(read: Reading, above: str) -> Audience | None:
    """Return whom the item is for, by its two boxes or in words."""
    everyone = group = None
    for column in read.columns:
        text = read.texts[column.index]
        state = ticked(text) if text else False
        if column.element == "everyone" and state is not False:
            everyone = column
        elif column.element == "group-only" and state is not False:
            group = column
    if everyone and group:
        read.kept[group.header] = read.texts[group.index]
        read.why("group-only", ("both", group.header))
    if everyone:
        words = read.texts[everyone.index]
        if ticked(words) or "社会" in folded(words) or "公众" in folded(words):
            return Audience(kind=Reach.EVERYONE)
        return Audience(kind=Reach.GROUP, text=joined(words))
    if group:
        words = read.texts[group.index]
        own = "" if ticked(words) else joined(words)
        return Audience(
            kind=Reach.GROUP, text=re.sub(r"^(?:[√✓✔☑■][\s:：,，]*|特定群体：)", "", own)
        )
    return reach(read.of("audience") or above)


def reach(text: str) -> Audience | None:
    """Return whom words name: everyone, or a group by its own words."""
    used = boxes(text).used
    plain = folded("、".join(used))
    if not plain:
        return None
    if re.search("全社会|社会公众|全体|面向社会|^社会$|公众", plain):
        return Audience(kind=Reach.EVERYONE)
    group = re.sub(
        r"^特定(?:群[体众]|对象|人群)[:：(（]?|[)）]$", "", joined("、".join(used)).strip()
    )
    return Audience(kind=Reach.GROUP, text=group)


_LEVEL_SEPARATORS = re.compile(r"[、,，/;；\s]+")


def levels(read: Reading, above: str) -> tuple[str, ...]:
    """Return the levels of the item, as an export prints them: the county's column first."""
    found: list[str] = []
    for column in read.columns:
        text = read.texts[column.index]
        if column.element != "level" or not text:
            continue
        state = ticked(text)
        if column.word:
            if state:
                found += _split_level(column.word)
            elif state is None:
                found += _worded(text, column, read)
        else:
            found += [one for word in boxes(text).used for one in _split_level(word)]
    if not found and above:
        found = [one for word in boxes(above).used for one in _split_level(word)]
    found = [*dict.fromkeys(found)]
    return tuple(sorted(found, key=lambda word: (layout.in_township(word), _LEVELS.get(word, 2))))


# The order of the levels that have a column of their own; others follow.
_LEVELS = MappingProxyType({"市级": 0, "县级": 1, "乡级": 0, "村级": 1})


def _split_level(word: str) -> list[str]:
    """The levels that one head names: 乡、村级 is two; 州级县级 is two."""
    plain = simplified(joined(word))
    several = re.fullmatch("([省市县区旗镇乡村]{2,4})[两三四]级", plain)
    parts = [*several[1]] if several else [one for one in _LEVEL_SEPARATORS.split(plain) if one]
    if len(parts) > 1:
        return [one if one.endswith("级") or len(one) > 2 else f"{one}级" for one in parts]
    glued = re.findall(r"[^级]+级", plain)
    if len(glued) > 1 and "".join(glued) == plain:
        return glued
    return [f"{plain}级" if re.fullmatch("[省市县区旗镇乡村]", plain) else plain] if plain else []


def _worded(text: str, column: Column, read: Reading) -> list[str]:
    """The levels that a tick column names in words (州级); other words are a tick with a remark."""
    words = _split_level(text)
    if all(word.endswith("级") or word in ("街道", "社区", "作业区") for word in words):
        return words
    read.whys.setdefault(column.index, []).append(("tick-words", text))
    read.kept[column.header] = text
    return _split_level(column.word)
