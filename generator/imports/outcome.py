"""What an import did, in lines for a reader and as a record for programs.

Every text passes `personal.masked`: an account is read by more people than the table was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.imports.account import GUESSED, HEAD, KEPT, LEFT, UNDERSTOOD, Account, Told
from generator.imports.merge.placing import Placed
from generator.imports.merge.yamltrees import plain
from generator.imports.words.heads import Why
from generator.model.entry import Entry
from generator.personal import masked
from generator.words.counted import Counted

# What a reason says; a guess is told in the text too, the others only in the record.
REASONS: Mapping[str, tuple[str, str]] = MappingProxyType({
    # guessed
    "filled": ("空白，取上方的“{0}”", "empty; taken from above: “{0}”"),
    "header-guess": ("表头不明，按位置读作“{0}”", "an unclear head, read by its place as “{0}”"),
    "header-read": ("表头读作“{0}”", "the head read as “{0}”"),
    "header-before": ("没有表头，沿用前一张表的表头", "no head; that of the table before is taken"),
    "header-lost": ("没有表头，按位置读作“{0}”", "no head, read by its place as “{0}”"),
    "ditto": ("“同上”即“{0}”", "ditto stands for “{0}”"),
    "ditto-part": ("“内容同上”即“{0}”", "ditto stands for “{0}”"),
    "ditto-open": ("“同上”所指的内容找不到，照录", "what ditto stands for is not found; kept"),
    "box-read": ("“{0}”读作“{1}”", "“{0}” read as “{1}”"),
    "box-glued": ("“{0}”读作{1}", "“{0}” read as {1}"),
    "box-empty": ("未勾选的“{0}”带有文字，未采用", "“{0}” has words but no tick; not taken"),
    "box-local": ("未勾选的“{0}”不在词表中", "“{0}”, not ticked, is not in the vocabulary"),
    "body-read": ("“{0}”对应单位“{1}”", "“{0}” is the unit “{1}”"),
    "body-short": ("“{0}”应为单位“{1}”的简称", "“{0}” seems short for the unit “{1}”"),
    "title-open": ("书名号没有结束：《{0}", "a title is not closed: 《{0}"),
    "number-mended": ("文号“{0}”改为“{1}”", "the number “{0}” mended to “{1}”"),
    "number-apart": ("去掉“{0}”前的编号或重复", "took a list number or a repetition off “{0}”"),
    "name-missing": ("没有事项名称，用“{0}”", "no name; “{0}” is used"),
    "both": ("两项都打了勾，“{0}”记入其他栏目", "both are ticked; “{0}” is kept in extra"),
    "tick-odd": ("“{0}”当作勾选", "“{0}” taken for a tick"),
    "tick-words": ("勾选栏中的文字“{0}”记入其他栏目", "words in a tick cell, kept in extra: “{0}”"),
    "cell-date": ("表格软件把它当作日期“{0}”", "the spreadsheet took it for the date “{0}”"),
    "cell-formula": ("公式，取上次计算的结果“{0}”", "a formula; its last result “{0}” is taken"),
    "cell-number": ("数字，可能与显示的不同：“{0}”", "a number, perhaps shown otherwise: “{0}”"),
    "suggested": ("表中没有五公开，因“{1}”建议“{0}”", "no category printed; “{1}” suggests “{0}”"),
    "level-new": ("层级“{0}”加入词表", "the level “{0}” is added to the vocabulary"),
    "group-over": ("一级事项取行间标题“{0}”", "the heading “{0}” is taken for the group"),
    "default": ("{0}取表前的说明“{1}”", "{0} taken from the words above the table: “{1}”"),
    # left over
    "title": ("表格标题", "the title of the table"),
    "heading": ("行间标题", "a heading between rows"),
    "header-again": ("重复的表头", "the header once more"),
    "empty-number": ("只有序号的空行", "a row with a number only"),
    "register-unclear": ("登记信息中读不懂的一行", "a row of the register that is not understood"),
    "note": ("表注", "a note to the table"),
    "total": ("合计行", "a row of sums"),
    "numbering": ("栏次", "numbers of the columns"),
    "outside": ("不在目录表格中", "not in a table of the catalogue"),
    "no-column": ("不在任何一栏", "in no column"),
    "hidden-sheet": ("隐藏的工作表", "a hidden sheet"),
    "hidden-row": ("隐藏的行", "a hidden row"),
    "hidden-column": ("隐藏的列", "a hidden column"),
    "hidden-text": ("隐藏的文字", "hidden text"),
    "deleted": ("修订中删去的文字", "text deleted in a revision"),
    "struck": ("有删除线的文字", "text struck through"),
    "below-merged": ("合并单元格下面的文字", "text below a merged cell"),
    "comment": ("批注", "a comment"),
})  # fmt: skip


# Guesses that every table with merged cells needs; told last.
_USUAL = frozenset({"filled", "suggested", "title", "header-again", "ditto"})


def reason(why: Why, language: str) -> str:
    """Return a reason in words."""
    chinese, english = REASONS[why[0]]
    facts = [_short(masked(fact)) for fact in why[1:]]
    return (chinese if language == "zh" else english).format(*facts)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:40]}…"


_COUNTS = (
    "{items} 个事项；{cells} 个单元格，读懂 {understood} 个（其中猜测 {guessed} 个），"
    "照录 {kept} 个，表头 {head} 个，未用 {left} 个；空白处猜测 {gaps} 处",
    "{items} {items:item|items}; {cells} {cells:cell|cells}, {understood} understood ({guessed} "
    "of them guessed), {kept} kept"
    " as {kept:it is|they are}, {head} in the header, {left} left over; {gaps} "
    "{gaps:guess|guesses} where nothing stands",
)


def lines(found: Account, language: str, *, most: int = 40) -> list[str]:
    """Return the account in lines for a reader: counts, then what was guessed and left over."""
    chinese = language == "zh"
    counts = Counter(one.state for one in found.cells)
    name = f"{found.file} {found.sheet}".strip()
    if not found.items and counts[UNDERSTOOD]:
        rows = Counted(len({one.row for one in found.cells if one.state == UNDERSTOOD}))
        said = [
            f"{name}：登记信息 {rows} 行"
            if chinese
            else f"{name}: a register of {rows} {rows:row|rows}"
        ]
    elif not found.items:
        count = Counted(len(found.cells))
        plain = (
            f"{name}：不是目录表格，{count} 个单元格未用"
            if chinese
            else f"{name}: no table of a catalogue, {count} {count:cell|cells} left over"
        )
        return [plain] if found.cells else []
    else:
        numbers = {
            "items": found.items, "cells": len(found.cells), "kept": counts[KEPT],
            "understood": counts[UNDERSTOOD] + counts[GUESSED], "guessed": counts[GUESSED],
            "head": counts[HEAD], "left": counts[LEFT], "gaps": len(found.gaps),
        }  # fmt: skip
        told = _COUNTS[0 if chinese else 1].format(
            **{name: Counted(number) for name, number in numbers.items()}
        )
        said = [f"{name}{'：' if chinese else ': '}{told}"]
    doubtful = [one for one in (*found.cells, *found.gaps) if one.state in (GUESSED, LEFT)]
    doubtful.sort(key=lambda one: all(why[0] in _USUAL for why in one.whys))
    for one in doubtful[:most]:
        head = f" {one.header}" if one.header else ""
        word = ("猜测" if one.state == GUESSED else "未用") if chinese else one.state
        text = f"“{_short(one.text)}”" if one.text else ""
        reasons = "；".join(reason(why, language) for why in one.whys)
        said.append(f"  {word} {one.place}{head}{text}: {reasons}")
    if len(doubtful) > most:
        more = len(doubtful) - most
        said.append(f"  另有 {more} 处，见 --report" if chinese else f"  {more} more, see --report")
    return said


def record(found: Account, language: str) -> dict[str, object]:
    """Return the account for programs."""

    def told(one: Told) -> dict[str, object]:
        record = {
            "place": one.place, "row": one.row, "column": one.column, "text": one.text,
            "state": one.state, "header": one.header, "element": one.element,
            "entries": list(one.entries),
            "why": [{"id": why[0], "text": reason(why, language)} for why in one.whys],
        }  # fmt: skip
        return {key: value for key, value in record.items() if value not in ("", [])}

    return {
        "file": found.file,
        "sheet": found.sheet,
        "field": found.field,
        "items": found.items,
        "counts": dict(sorted(Counter(one.state for one in found.cells).items())),
        "cells": [told(one) for one in found.cells],
        "gaps": [told(one) for one in found.gaps],
    }


_MOST_ITEMS = 200


def file_lines(path: str, placed: Iterable[Placed], language: str, *, dry: bool) -> list[str]:
    """Return what becomes of one file: counts, each new entry, each change before and after."""
    placed = list(placed)
    new = [one for one in placed if one.keys is None]
    changed = [one for one in placed if one.keys]
    same = len(placed) - len(new) - len(changed)
    if language == "zh":
        would = "（试运行，未写入）" if dry else ""
        counts = f"新增 {len(new)} 项，修改 {len(changed)} 项，未变 {same} 项{would}"
        found = [f"{path}：{counts}"]
    else:
        would = " (dry run, nothing written)" if dry else ""
        counts = f"{len(new)} new, {len(changed)} changed, {same} unchanged{would}"
        found = [f"{path}: {counts}"]
    found += [f"  + {one.entry.id} {masked(one.entry.name)}" for one in new[:_MOST_ITEMS]]
    for one in changed[:_MOST_ITEMS]:
        assert one.old is not None
        found.append(f"  ~ {one.entry.id} {masked(one.entry.name)}")
        for key in sorted(one.keys or ()):
            found.append(f"      {key}: {_shown(one.old, key)} → {_shown(one.entry, key)}")
    return found


def file_record(path: str, placed: Iterable[Placed]) -> dict[str, object]:
    """Return what becomes of one file for programs."""
    placed = list(placed)
    return {
        "path": path,
        "new": [one.entry.id for one in placed if one.keys is None],
        "changed": {one.entry.id: sorted(one.keys) for one in placed if one.keys},
        "unchanged": [one.entry.id for one in placed if one.keys is not None and not one.keys],
    }


def _shown(entry: Entry, key: str) -> str:
    value = plain(key, getattr(entry, key))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(masked(text).split())
    return f"“{text}”" if len(text) <= 120 else f"“{text[:120]}…”"
