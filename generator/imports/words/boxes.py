"""Lists of boxes to the words that are ticked, and cells that hold a tick.

Tables print all boxes and fill those that apply, or list only what applies, with any mark or none,
before the word or behind it, glued together or apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.exports.layout import NO_WORDS, YES_WORDS
from generator.imports.words.wording import BLANK, joined, unnumbered

_USED = "■▄þ◆☑☒✔✓√▣🗹●⬛◼▪▲★█▇◉"
_UNUSED = "□☐○◇▢⬜〇◻△☆囗"
# The character 口 stands for an empty box, unless it ends a word.
_MOUTH = r"(?<![窗入出进关路门港户人接河])口(?!岸|径|粮|头|碑|罩|腔|号|味|感)"
# What a symbol font has left behind is a mark only before what boxes are printed for.
_LOST_USED, _LOST_UNUSED = "PRVvtüý", "£¨×xXoOq曰"
_BOXED = "|".join((
    "政府网", "政府公报", "两微", "发布会", "听证会", "广播电视", "纸质", "公开查", "政务", "便民",
    "入户", "社区", "精准", "其他", "其它", "公示栏", "公开栏",
))  # fmt: skip
_MARK = re.compile(
    f"[{_USED}{_UNUSED}]|{_MOUTH}|[\\[(（【]\\s*(?P<in>[√✓✔■×xX]?)\\s*[\\])）】]"
    f"|(?<![A-Za-z0-9])[{_LOST_USED}{_LOST_UNUSED}](?={BLANK}*(?:{_BOXED}))"
)
_NOTED = re.compile(r"[（(]\s*备?注\s*[:：]\s*([^（()）]+)[)）]")  # in brackets behind a box
_NOTE = re.compile(r"(?<![关标附批请])备?注\s*[:：]\s*(.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Boxes:
    """What a list of boxes says: words that are ticked, words that are not, and a note in it."""

    used: tuple[str, ...]
    unused: tuple[str, ...]
    note: str = ""


@lru_cache(maxsize=8192)
def boxes(text: str) -> Boxes:
    """Return the words of a box list; without any mark, all that is listed applies."""
    said = ""
    if note := _NOTED.search(text):
        text, said = text[: note.start()] + text[note.end() :], joined(note[1])
    elif note := _NOTE.search(text):
        text, said = text[: note.start()], joined(note[1])
    marks = [*_MARK.finditer(text)]
    if any(mark[0] == "口" for mark in marks) and not _boxed(text, marks):
        marks = [mark for mark in marks if mark[0] != "口"]
    if not marks:
        return Boxes(tuple(_listed(text)), (), said)
    used: list[str] = []
    unused: list[str] = []
    for words, yes in _behind(text, marks) if _stands_behind(text, marks) else _before(text, marks):
        (used if yes else unused).extend(words)
    return Boxes(tuple(dict.fromkeys(used)), tuple(dict.fromkeys(unused)), said)


def _boxed(text: str, marks: list[re.Match[str]]) -> bool:
    """Whether 口 is a box here: others are, or it stands first, or again and again."""
    mouths = sum(mark[0] == "口" for mark in marks)
    return mouths < len(marks) or mouths > 1 or text.lstrip().startswith("口")


def _yes(mark: re.Match[str]) -> bool:
    if mark["in"] is not None:  # a tick or nothing in brackets
        return mark["in"] != ""
    return mark[0] in _USED + _LOST_USED


def _stands_behind(text: str, marks: list[re.Match[str]]) -> bool:
    """Whether the marks stand behind their words: 政府网站√ 政府公报."""
    if not text[: marks[0].start()].strip():
        return False
    ends = [text[mark.end() : mark.end() + 1] for mark in marks]
    return text.rstrip().endswith(marks[-1][0]) or all(
        not end or re.match(rf"{BLANK}|[;；、，,]", end) for end in ends
    )


def _before(text: str, marks: list[re.Match[str]]) -> list[tuple[list[str], bool]]:
    found = [(_listed(text[: marks[0].start()]), True)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        found.append((_listed(text[mark.end() : end], box=True), _yes(mark)))
    return found


def _behind(text: str, marks: list[re.Match[str]]) -> list[tuple[list[str], bool]]:
    found: list[tuple[list[str], bool]] = []
    at = 0
    for mark in marks:
        words = [
            one for part in re.split(f"{BLANK}+", text[at : mark.start()]) for one in _listed(part)
        ]
        found += [(words[:-1], False), (words[-1:], _yes(mark))]
        at = mark.end()
    rest = [one for part in re.split(f"{BLANK}+", text[at:]) for one in _listed(part)]
    return [*found, (rest, False)]


def _listed(text: str, *, box: bool = False) -> list[str]:
    """The words of a list without marks: numbered, with separators, or one in each line.

    Within a *box* a line break does not part words: 社区/企事业单位/村公示栏⏎(电子屏).
    """
    split = r"[;；、，,]" if box else r"[;；、，,\n]"
    found = []
    for part in _apart(text, split):
        for piece in re.split(rf"(?<=[^0-9]){BLANK}*(?=[0-9]{{1,2}}[.、．](?![0-9]))", part):
            bare = joined(unnumbered(piece.strip())).strip(" ;；、，,。:：_＿")
            if bare:
                found.append(bare)
    return found


def _apart(text: str, separator: str) -> list[str]:
    """Split *text* at separators that stand in no bracket."""
    found, depth, last = [], 0, 0
    for at, char in enumerate(text):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth = max(0, depth - 1)
        elif depth == 0 and re.match(separator, char):
            found.append(text[last:at])
            last = at + 1
    return [*found, text[last:]]


# P, R, ü, þ and Ö are what symbol fonts draw ticks for; £, O and ¨ what they draw empty boxes for.
_TICK = re.compile(f"(?:[{_USED}√✓✔🗸vVＶüPRÖ∨乄*◎1yY]|{YES_WORDS}|yes|true)+", re.IGNORECASE)
_CROSS = re.compile(
    f"(?:[{_UNUSED}×xX✕✗✘✖╳❌£¨oOnN/／\\\\—–\\-－0\\s]|{NO_WORDS}|no|none|false|n/?a)+",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(.{1,3}?)\s*[（(].*[)）]", re.DOTALL)


def ticked(text: str) -> bool | None:
    """Return whether a tick cell is ticked, None where it holds words of its own.

    A sign that means nothing else is a tick; one with a remark in brackets, too.
    """
    plain = text.strip()
    if not plain or _CROSS.fullmatch(plain):
        return False
    return True if _TICK.fullmatch(plain) or odd(plain) or remarked(plain) else None


def remarked(text: str) -> bool:
    """Return whether a tick cell holds a tick and a remark in brackets: √（除涉密外）."""
    found = _REMARK.fullmatch(text.strip())
    return found is not None and bool(_TICK.fullmatch(found[1]))


def odd(text: str) -> bool:
    """Return whether a tick cell holds one sign that is not known as a tick nor as its absence."""
    plain = text.strip()
    known = _TICK.fullmatch(plain) or _CROSS.fullmatch(plain)
    return len(plain) == 1 and not known and not re.match("[\u3400-\u9fff0-9]", plain)
