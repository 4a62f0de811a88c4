"""依据核查: every item whose basis has been repealed, replaced or changed, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.exports.layout import Named, basis_text
from generator.facts.bases import act_of
from generator.facts.rot import Fault
from generator.page import Here, Page
from generator.plans.acts import FaultWords, act_link, fault_words
from generator.plans.prepared import Prepared
from generator.plans.shared import HOME, Download

PATH = "bases/index.html"
FILES = (Download("CSV", "bases/index.csv", "text/csv"),)


@dataclass(frozen=True, slots=True)
class RottenLine:
    """One item that rests on what no longer carries it."""

    entry: Named
    field: str
    basis: str
    act: Named
    fault: FaultWords


@dataclass(frozen=True, slots=True)
class RottenList:
    """All lines of one fault."""

    title: str
    meaning: str
    rows: tuple[RottenLine, ...]


@dataclass(frozen=True, slots=True)
class RotView:
    """What was looked at, and what was found, by fault."""

    here: Here
    bases: int
    resolved: int
    lists: tuple[RottenList, ...]
    total: int
    files: tuple[Download, ...]


_MEANINGS = MappingProxyType({
    Fault.REPEALED: "依据已经废止，事项须改列现行依据或者取消。",
    Fault.LAPSED: "依据已过有效期，事项须改列现行依据或者取消。",
    Fault.EARLY: "依据还没有施行，施行以前事项另有依据的，须写明。",
    Fault.SUPERSEDED: "写明的版本已由新版本取代，须核对条款后改写。",
    Fault.ARTICLE: "所引条款在现行文本中已不存在。",
    Fault.AMENDED: "依据在写明的版本或者事项施行之后修改过，须核对内容。",
    Fault.PERHAPS: "依据修改过，事项没有写明版本和施行日期，须核对一次；写明版本后不再提示。",
})  # fmt: skip
HEADS = ("事项编号", "事项", "领域", "依据", "问题", "说明", "由何文件")


def plan_rot(prepared: Prepared) -> Iterator[Page]:
    """One page and one file with every basis that has rotted."""
    catalogue = prepared.catalogue
    found: dict[Fault, list[RottenLine]] = {fault: [] for fault in Fault}
    table = [HEADS]
    bases = resolved = 0
    for entry in prepared.entries:
        field = catalogue.get("fields", entry.field).name
        for basis, rots in zip(entry.basis, prepared.around.rots(entry), strict=True):
            bases += 1
            resolved += act_of(basis, catalogue) is not None
            for rot in rots:
                link = Named(entry.name, f"entries/{entry.id}.html")
                words = fault_words(catalogue, rot)
                text = basis_text(basis)
                found[rot.fault].append(RottenLine(link, field, text, act_link(rot.act), words))
                by = words.by.title if words.by else ""
                table.append((entry.id, entry.name, field, text, words.fault, words.words, by))
    here = Here(
        PATH, "依据核查", "依据已废止、失效、修改或者条款不存在的公开事项", "依据核查", (HOME,)
    )
    lists = tuple(
        RottenList(fault.value, _MEANINGS[fault], tuple(rows))
        for fault, rows in found.items()
        if rows
    )
    view = RotView(here, bases, resolved, lists, len(table) - 1, FILES)
    yield Page(PATH, "bases.html", view)
    yield Page(FILES[0].path, "csv", tuple(table))
