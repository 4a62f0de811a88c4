"""Words of a cell to words of an entry: names, limits and contents without what a table's lines
did to them.

A table breaks words where its columns end.  A blank or a line break between two Chinese characters
is taken out, unless what stands before it is whole by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from generator.model.base import ID
from generator.terms import simplified

_HAN = "\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_WIDE = f"{_HAN}\u3001-\u3020\uff01-\uff5e“”‘’—…·"
BLANK = "[\\s\u2800\u2802]"
# Between two Chinese characters, or between one and a figure.
_INNER = re.compile(
    f"(?<=[{_WIDE}]){BLANK}+(?=[{_WIDE}])|(?<=[{_WIDE}]){BLANK}+(?=[0-9])|(?<=[0-9]){BLANK}+(?=[{_WIDE}])"
)
_APART = re.compile("(?<=\\S)[ \u3000\xa0]{3,}(?=\\S)")
_ORGAN = re.compile(r"(?:[部委局厅院署办会社]|政府|办公[厅室])$")
_ISSUER = re.compile(
    f"[{_HAN}]{{1,14}}?(?:[部委局厅院署办会社室行]|政府)(?:关于|印发|等|$|{BLANK})"
)


def joined(text: str) -> str:
    """Return *text* in one line, words put together that a line or a blank had broken.

    Three blanks or more were set to keep two things apart, and stay one.
    """
    lines = _APART.split(text.strip())
    return " ".join(re.sub(f"{BLANK}+", " ", _INNER.sub("", line)).strip() for line in lines)


def is_id(text: str) -> bool:
    """Return whether *text* is an id as this site gives them, not a number of the office."""
    return bool(ID.fullmatch(text) and re.search("[a-z]", text))


def unbracketed(text: str) -> str:
    """Return *text* without round brackets and what they hold, brackets within brackets too."""
    while (plain := re.sub(r"[(（][^()（）]*[)）]", "", text)) != text:
        text = plain
    return text


def title(text: str) -> str:
    """Return the title of a document in one line; the blank between two issuers stays, as in
    文化部 财政部关于…."""
    parts = re.split(f"(?<=[{_WIDE}]){BLANK}+(?=[{_WIDE}])", text.strip())
    found = parts[0]
    for part in parts[1:]:
        apart = _ORGAN.search(simplified(found)) and _ISSUER.match(simplified(part))
        found += f" {part}" if apart else part
    return re.sub(f"{BLANK}+", " ", found)


# What makes a decimal of the figures before it: 2.5万元, 1.5倍.
_UNITS = r"\s*(?:万|亿|千|元|倍|公里|公斤|公顷|公分|平方|立方|米|亩|吨|岁|%|％|个百分)"
# 1. 1、 (1) 1.1 ① （一） 一、 — what numbers an item of a list within a cell.
_NUMBERING = (
    rf"(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}})+[.、．]?(?![0-9年月日]|{_UNITS})"
    r"|[0-9０-９]{1,2}[.、．)）](?![0-9])|[(（][0-9]{1,2}[)）]"
    r"|[①-⑳㉑-㉟]|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、．.])"
)
_BULLET = r"[●○◆◇■□▪◼•·*※➢►▶\uf06c\uf0d8]"
_LEADING = re.compile(f"{BLANK}*(?:{_NUMBERING}|{_BULLET}){BLANK}*")


def unnumbered(text: str) -> str:
    """Return *text* without the number or bullet it begins with."""
    while (found := _LEADING.match(text)) and found.end() < len(text):
        text = text[found.end() :]
    return text


_NAME_NUMBER = re.compile(
    f"(?:[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})*(?:[.、．]{BLANK}*|{BLANK}*\n{BLANK}*)|[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})+{BLANK}*(?!{_UNITS}))(?=[{_HAN}A-Za-z《“（(])"
)


# A date that is a name: 5.12防灾减灾日, 3.15消费者权益日.
_DAY = re.compile(r"(?:3\.15|4\.15|5\.12|6\.26|11\.9|12\.4)(?=[\u4e00-\u9fff])")
_SECOND = re.compile(r"[;；。\s]2\s*[.、．]")  # a whole list stands where the name should


def name(text: str) -> str:
    """Return the name of an item: in one line, without a list number before it.

    A figure that belongs to the name stays: 3岁以下婴幼儿照护, 12345热线.
    """
    kept = _SECOND.search(text) or _DAY.match(text)
    found = None if kept else _NAME_NUMBER.match(text)
    bare = text[found.end() :] if found else text
    if re.fullmatch(f"{_BULLET}{BLANK}*.+", bare, re.DOTALL):
        bare = bare[1:]
    return joined(_once(bare)).strip("；;。")


def _once(text: str) -> str:
    """A text that a cell prints twice, once (法治宣传教育 法治宣传教育)."""
    halves = re.fullmatch(f"(.{{2,}}?){BLANK}*\n{BLANK}*\\1", text, re.DOTALL)
    return halves[1] if halves else text


def limit(text: str) -> str:
    """Return a time limit in one line; where a blank ends one statement, it stays, and what stands
    in cells of its own is a statement of its own."""
    cells = [one for one in text.split("\n\n") if one.strip()]
    if len(cells) > 1:
        return " ".join(map(limit, cells))
    parts = re.split(f"{BLANK}+", text.strip())
    found = parts[0]
    for part in parts[1:]:
        plain, following = simplified(found), simplified(part)
        whole = _STATED.search(plain) and _STARTS.match(following)
        apart = whole or _INNER.sub("", f"{found[-1:]} {part[:1]}") == f"{found[-1:]} {part[:1]}"
        found += f" {part}" if apart else part
    return found


# A statement of a limit that is whole, and how the next one begins.
_STATED = re.compile(
    r"(?:[日天月年]之?[内前]|公开|公布|公示|更新|为止|[日天月年]|[;；。，,]|次/?[年月季]?)$"
)
_STARTS = re.compile(
    r"自|公示(?=[0-9不])|审批[前后]|批[前后]|每|随时|长期|从|在|于|信息|应|[0-9]{1,2}[.、)]|[（(]|[①-⑳]"
    "|法律|其中|其他"
)

_ENDS = "；;。！!？?：:，,、"
_OPENING, _CLOSING = "（(《〈<“‘【〔［[", "）)》〉>”’】〕］]"


@lru_cache(maxsize=8192)
def elements(text: str, *, wrapped: bool = False) -> tuple[str, ...]:
    """Return the elements of a content cell: one for each number, bullet, line or semicolon.

    *wrapped* tells that this table breaks its lines within words.
    """
    found: list[str] = []
    for paragraph in _paragraphs(text, wrapped=wrapped):
        for piece in _pieces(paragraph):
            bare = joined(unnumbered(piece)).strip()
            if bare.rstrip("；;、，,"):
                found.append(bare.rstrip("；;、，,"))
    if len(found) > 1:  # a list ends with a stop, its items do not
        found = [
            one[:-1] if one.endswith("。") and one.count("。") == 1 and one != "。" else one
            for one in found
        ]
    return tuple(found)


def _paragraphs(text: str, *, wrapped: bool) -> list[str]:
    """The lines of a cell, those put together that were one."""
    found: list[str] = []
    for block in re.split(f"\n{BLANK}*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        widest = max((len(line) for line in lines), default=0)
        own: list[str] = []
        for line in lines:
            if own and _goes_on(own[-1], line, widest if wrapped else 0):
                own[-1] += line
            else:
                own.append(line)
        found += own
    return found


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether *line* continues *before*: a bracket is open, or a word was broken."""
    if _LEADING.match(line):
        return False
    if _open(before) or line[0] in _ENDS + _CLOSING:
        return True
    if before[-1] in "，,":
        return True
    return width >= 6 and len(before) == width and len(line) * 2 < width


def _open(text: str) -> bool:
    return any(
        text.count(left) > text.count(right)
        for left, right in (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))
    )


def _pieces(paragraph: str) -> list[str]:
    """What a paragraph lists: by its numbers, where they count up from one, by its bullets, or by
    its semicolons; never within brackets."""
    cuts = _numbers(paragraph)
    if cuts and paragraph[: cuts[0]].rstrip().endswith((":", "：")):
        return [paragraph]  # a list within a sentence: 收支总体情况表：①…②…
    cuts += [at for at, char in enumerate(paragraph) if char in "●◆▪•➢►"]
    if _BOX.match(paragraph):
        cuts += [match.end() - 1 for match in _BOX.finditer(paragraph)]
    cuts += _dots(paragraph)
    if not cuts:
        cuts = [
            at + 1
            for at, char in enumerate(paragraph)
            if char in "；;" and not _within(paragraph, at)
        ]
        if not all(len(piece.strip(" ；;")) > 1 for piece in _cut(paragraph, cuts)):
            cuts = []
    return _cut(paragraph, cuts)


_BOX = re.compile(f"(?:^|{BLANK}|[；;。])[■□〇○◇]")


def _cut(text: str, cuts: list[int]) -> list[str]:
    edges = sorted({0, *cuts, len(text)})
    pieces = [text[left:right] for left, right in pairwise(edges) if text[left:right].strip()]
    found: list[str] = []
    for piece in pieces:  # a number and a bullet before one item
        if found and _LEADING.fullmatch(found[-1]):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _dots(text: str) -> list[int]:
    """Where ``·`` begins an item: at the start, or after a blank or an end."""
    found = [match.end() - 1 for match in re.finditer(f"(?:^|{BLANK}|[；;。])[·*]", text)]
    return found if text[:1] in "·*" else []


# Ways to number the items of a list; each must count up from one.
_COUNTED = tuple(
    re.compile(form)
    for form in (
        r"(?<![0-9０-９第.年月〔（(\[])([0-9０-９]{1,2})[.、．](?![0-9])",
        r"[(（]([0-9]{1,2})[)）]",
        r"([①-⑳])",
        r"(?<![第条])[(（]([一二三四五六七八九十])[)）]",
        r"(?:^|(?<=[；;。\s]))([一二三四五六七八九十])、",
    )
)
_COUNT = (
    {str(n): n for n in range(1, 100)}
    | {chr(0x245F + n): n for n in range(1, 21)}
    | {word: n for n, word in enumerate("一二三四五六七八九十", 1)}
)


_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


def _numbers(text: str) -> list[int]:
    """Where the numbers stand that count 1, 2, 3 …; of several ways to count, the first."""
    for form in _COUNTED:
        want, found = 1, []
        for match in form.finditer(text):
            if _COUNT.get(match[1].translate(_NARROW)) == want and not _within(text, match.start()):
                found.append(match.start())
                want += 1
        if len(found) > 1 or (found and found[0] == 0):
            return found
    return []


def _within(text: str, at: int) -> bool:
    """Whether the place *at* lies within brackets or quotes."""
    left = text[:at]
    return any(
        left.count(one) > left.count(other)
        for one, other in zip("（(《“【", "）)》”】", strict=True)
    )
