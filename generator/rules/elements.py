"""The elements of an entry: each present, each able to stand alone (157号 规程 三(二))."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.facts.coverage import ELEMENTS, wanting
from generator.facts.limits import disagrees
from generator.model.entry import Entry
from generator.problems import Problem, problem

NEIGHBOURS = MappingProxyType(
    {
        "category": "五公开",
        "channels": "公开渠道和载体",
        "audience": "公开对象",
        "level": "公开层级",
    }
)
_DITTO = re.compile(r"同上|同前|同右|〃")


def entries_have_the_six_elements(catalogue: Catalogue) -> Iterator[Problem]:
    """事项写明名称、依据、内容、主体、时限、方式六项要素，缺一项报一项。"""
    for entry in filter(catalogue.current, catalogue.entries):
        for key in wanting(catalogue, entry):
            yield problem(
                catalogue.at(entry), f"entry-{key.replace('_', '-')}-missing",
                name=entry.name, element=ELEMENTS[key], key=key,
            )  # fmt: skip


def entries_have_their_neighbours(catalogue: Catalogue) -> Iterator[Problem]:
    """五公开类别、渠道、对象、层级供筛选和统计使用，宜一并写明。"""
    for entry in filter(catalogue.current, catalogue.entries):
        for key, label in NEIGHBOURS.items():
            if catalogue.lacks(entry, key):
                yield problem(
                    catalogue.at(entry), "entry-neighbour-missing",
                    name=entry.name, element=label, key=key,
                )  # fmt: skip


def cells_stand_alone(catalogue: Catalogue) -> Iterator[Problem]:
    """每一项单独成页，读者看不到“上”一行；“同上”须写成原文。"""
    for entry in filter(catalogue.current, catalogue.entries):
        for steps, text in _cells(entry):
            if ditto := _DITTO.search(text):
                yield problem(catalogue.at(entry, *steps), "ditto-left", ditto=ditto[0], text=text)


def written_limits_agree_with_their_text(catalogue: Catalogue) -> Iterator[Problem]:
    """人工写出的时限部分与原文不一致时，以人工写出的为准，但须核对。"""
    for entry in catalogue.entries:
        if entry.time_limit and disagrees(entry.time_limit):
            at = catalogue.at(entry, "time_limit", "parts")
            yield problem(at, "limit-disagrees", text=entry.time_limit.text)


def suggestions_are_confirmed(catalogue: Catalogue) -> Iterator[Problem]:
    """导入时建议的要素，要有人核对过才算数。"""
    for entry in filter(catalogue.current, catalogue.entries):
        for number, key in enumerate(entry.suggested):
            value = "、".join(getattr(entry, key))
            at = catalogue.at(entry, "suggested", number)
            yield problem(
                at, "suggestion-unconfirmed",
                name=entry.name, element=NEIGHBOURS[key], key=key, value=value,
            )  # fmt: skip


def _cells(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of an entry that was a cell of a table."""
    for key in ("group", "subgroup", "name", "number", "remarks"):
        yield (key,), getattr(entry, key)
    for number, text in enumerate(entry.content):
        yield ("content", number), text
    for number, basis in enumerate(entry.basis):
        for key in ("title", "number", "article"):
            yield ("basis", number, key), getattr(basis, key)
    for number, body in enumerate(entry.subject):
        yield ("subject", number), body.name
    for number, channel in enumerate(entry.channels):
        yield ("channels", number), channel.text
    if entry.time_limit:
        yield ("time_limit", "text"), entry.time_limit.text
    if entry.audience:
        yield ("audience",), entry.audience.text
