"""Text to chains of digits: what a reader would put together to one number, with its places.

A number can be written in many ways: in full-width or circled digits, in Chinese numerals, as
character references, with blanks, dashes, tags, table cells, ends of line or what nobody can see
between its digits.  Here every way becomes the same thing, groups of plain digits and what stands
between them.  Whether they mean anything is for others to say.

One regular expression looks for eleven digits first; whatever costs more is done only there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from html import unescape
from types import MappingProxyType
from unicodedata import normalize
from urllib.parse import unquote


class Gap(IntEnum):
    """What stands between two groups of digits, the more parting the later."""

    JOIN = 0  # marks within one line that show nothing: tags such as <b>, ``**``, a backslash
    BLANK = 1
    MARK = 2  # dashes and dots
    LINE = 3  # an end of line within a paragraph
    CELL = 4  # cells, items, paragraphs
    LIST = 5  # commas and quotes


@dataclass(frozen=True, slots=True, repr=False)  # what it holds is never shown
class Chain:
    """Groups of plain digits, what is between them (one less), and the text around.

    *places* are the offsets of each group from the chain's beginning, *marks* the characters of
    each gap.  *left* and *right* are what is written around it, *before* and *after* what a reader
    sees of that, at most `AROUND` characters.
    """

    groups: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]
    marks: tuple[str, ...]
    left: str
    right: str
    before: str
    after: str


AROUND = 24
RAW = 240  # characters looked at to find that many which can be read

# Runs of digits in Unicode: the first character, its digit, how many, and the manner of writing.
_RUNS = (
    *((start, 0, 10, "plain") for start in (0x30, 0x660, 0x6F0, 0x966, 0xE50, 0xFF10)),
    (0x24EA, 0, 1, "circled"), (0x24FF, 0, 1, "circled"),
    *(
        (start, 1, 9, "circled")
        for start in (0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A)
    ),
    (0x2070, 0, 1, "raised"), (0xB9, 1, 1, "raised"), (0xB2, 2, 2, "raised"),
    (0x2074, 4, 6, "raised"), (0x2080, 0, 10, "lowered"),
)  # fmt: skip
_NUMERALS = {char: str(digit) for digit, char in enumerate("〇一二三四五六七八九")}
_NUMERALS |= {"零": "0", "○": "0"}
DIGITS = MappingProxyType(
    {chr(start + n): str(first + n) for start, first, count, _ in _RUNS for n in range(count)}
    | _NUMERALS
)
_MANNER = {chr(start + n): manner for start, _, count, manner in _RUNS for n in range(count)}
_MANNER |= dict.fromkeys(_NUMERALS, "numeral")

DIGIT = (
    "["
    + "".join(f"{chr(start)}-{chr(start + count - 1)}" for start, _, count, _ in sorted(_RUNS))
    + "".join(_NUMERALS)
    + "]"
)
# What nobody sees: marks of width and direction, joiners, variation selectors, combining strokes.
UNSEEN = (
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\u0300-\u036f\u20d0-\u20f0]"
)
TAG = r"<(?:/?[a-zA-Z]|!--|\?)[^<>]{0,400}>"
NOTHING = rf"(?:{UNSEEN}|{TAG})*+"
PARTING = rf"{NOTHING}[·•.．・‧∙\-\s]?{NOTHING}"  # within what is written with letters
_ENTITY = "&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|lrm|rlm|middot|ndash|mdash|hyphen|dash|minus);"
_BLANKS = r"\s\u2800\u3164"
_DASHES = r"\-‐‑‒–—―−﹣－.．·•‧∙⋅・･_＿/／~～*＊"
_LISTED = r",，;；、\"'“”‘’()（）"
_PLAIN = rf"[{_BLANKS}{_DASHES}{_LISTED}\\`|｜{UNSEEN[1:-1]}]{{0,60}}+"
GAP = rf"{_PLAIN}(?:(?:{TAG}|{_ENTITY}){_PLAIN}){{0,24}}+"
FEWEST = 11
CHAIN = rf"(?:{GAP}{DIGIT}){{{FEWEST - 1},}}+"

_CHAIN = re.compile(DIGIT + CHAIN)
_PIECE = re.compile(
    rf"(?P<digits>[0-9]+|{DIGIT})|(?P<unseen>{UNSEEN})|(?P<tag>{TAG})|(?P<entity>{_ENTITY})|(?P<mark>.)",
    re.DOTALL,
)
# Elements that part no words, in pages and (behind a prefix) in what offices write.
_IN_LINE = """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small
    span strike strong sub sup time tt u var wbr !-- ?
    r rpr t rfonts sz szcs color lang kern shd vertalign prooferr bookmarkstart bookmarkend
"""
_INLINE = frozenset(_IN_LINE.split())
# What stands for a tag among the characters of a gap: controls, which no source may hold.
_BREAKING, _JOINING, _PARTING = "\x1d", "\x1e", "\x1f"
_CELL = re.compile(rf"{_PARTING}|[|｜\r]|\n[^\S\n]*(?:\n|[-*+>#])")


def chains(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield every chain of eleven digits or more in *text*: where it begins, what is written
    before it, the chain, and what is written behind it."""
    for match in _CHAIN.finditer(text):
        start, end = match.span()
        yield start, text[max(0, start - RAW) : start], match[0], text[end : end + RAW]


def parsed(left: str, written: str, right: str) -> Iterator[Chain]:
    """Yield the chains that are *written* between *left* and *right*, those of tags among them.

    A number is written in one manner; the circled digit or the numeral before it is a mark.
    """
    pieces: list[tuple[int, int, str]] = []  # where digits stand, and their manner
    texts: list[str] = []  # the digits, and behind each what parts them from the next
    for piece in _PIECE.finditer(written):
        found = piece[0]
        if piece.lastgroup == "digits":
            manner = _MANNER[found[0]]
            if texts and pieces[-1][2] != manner:
                yield _chain(pieces, texts, left, written, right)
                pieces, texts = [], []
            pieces.append((*piece.span(), manner))
            texts += [found, ""]
        elif piece.lastgroup == "tag":
            texts[-1] += _of_tag(found)
            for start, before, inner, behind in chains(found):
                for one in parsed(before, inner, behind):
                    yield replace(one, places=_moved(one.places, piece.start() + start))
        elif piece.lastgroup == "entity":
            texts[-1] += unescape(found)
        elif piece.lastgroup == "mark":
            texts[-1] += found
    yield _chain(pieces, texts, left, written, right)


def _chain(
    pieces: list[tuple[int, int, str]], texts: list[str], left: str, written: str, right: str
) -> Chain:
    """The chain of some *pieces*; those with nothing between them are one group."""
    groups: list[list[str]] = []
    places: list[tuple[int, int]] = []
    marks: list[str] = []
    for (start, end, _), digits, gap in zip(pieces, texts[::2], ["", *texts[1:-1:2]], strict=True):
        if groups and not gap:
            groups[-1].append(digits)
            places[-1] = (places[-1][0], end)
        else:
            marks += [gap] if groups else []
            groups.append([digits])
            places.append((start, end))
    left = (left + written[: places[0][0]])[-RAW:]
    right = (written[places[-1][1] :] + right)[:RAW]
    return Chain(
        tuple("".join(DIGITS[char] for char in "".join(group)) for group in groups),
        tuple(places),
        tuple(_kind(one) for one in marks),
        tuple(marks),
        left,
        right,
        _readable(left)[-AROUND:],
        _readable(right)[:AROUND],
    )


def _moved(places: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in places)


def _of_tag(tag: str) -> str:
    name = re.match(r"</?(?:\w+:)?(\w+)|<(!--|\?)", tag)
    word = (name[1] or name[2]).lower() if name else ""
    return _BREAKING if word == "br" else _JOINING if word in _INLINE else _PARTING


def _kind(gap: str) -> Gap:
    if _CELL.search(gap):
        return Gap.CELL
    if re.search(f"[{_LISTED}]", gap):
        return Gap.LIST
    shown = re.sub(rf"\*\*|__|~~|[{_JOINING}\\`]", "", gap)
    if re.search(f"[{_DASHES}]", shown):
        return Gap.MARK
    if "\n" in shown or _BREAKING in shown:
        return Gap.LINE
    return Gap.BLANK if shown else Gap.JOIN


def bare(written: str) -> str:
    """Return the letters and digits of a number as it is *written*, each in its plain form."""
    text = re.sub(rf"{TAG}|{UNSEEN}|{_ENTITY}", "", written)
    text = "".join(DIGITS.get(char, char) for char in text)
    return re.sub(r"[\W_]", "", normalize("NFKC", text)).upper()


_RULE = re.compile(r"\n[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*(?=\n)")  # below the head of a table
_TAGS = re.compile(rf"^[^<>]*>(?=[^<>]*<)|\s*{TAG}\s*|<[^<>]*$")
_UNSEEN = re.compile(UNSEEN)


def _readable(text: str) -> str:
    return unescape(_UNSEEN.sub("", _TAGS.sub(" ", _RULE.sub("", text))))


# -- characters that stand for others ------------------------------------------------------------


class Back:
    """The way from an offset in a decoded text back to the text as it was written."""

    __slots__ = ("_here", "_there")

    def __init__(self, here: tuple[int, ...] = (), there: tuple[int, ...] = ()) -> None:
        self._here = here
        self._there = there

    def __call__(self, offset: int) -> int:
        """Return where the character at *offset* was written."""
        at = bisect_right(self._here, offset) - 1
        return self._there[at] + offset - self._here[at] if at >= 0 else offset


_SAME = Back()
# A character reference, an escape of YAML or JSON, an address's; quotes, as templates write them,
# hide nothing.
_REFERENCE = re.compile(r"&#(?!3[49];)(?:[0-9]{2,7}|[xX][0-9a-fA-F]{2,6});?")
_CODED = re.compile(
    rf"{_REFERENCE.pattern}|\\u[0-9a-fA-F]{{4}}|\\x[0-9a-fA-F]{{2}}|\\U[0-9a-fA-F]{{8}}"
    r"|(?:%[0-9a-fA-F]{2})+"
)
# Digits and unseen marks beyond the first 65,536 characters, each by one that means the same:
# patterns that know such characters take three times as long.
_BEYOND = (
    {0x1D7CE + n: str(n % 10) for n in range(50)}
    | {0x1FBF0 + n: str(n) for n in range(10)}
    | {0x1F101 + n: "⓪①②③④⑤⑥⑦⑧⑨"[n] for n in range(10)}
    | dict.fromkeys((0x1F100, 0x1F10B, 0x1F10C), "⓪")
    | dict.fromkeys(range(0xE0000, 0xE01F0), "\u200b")
)


def decoded(text: str) -> tuple[str, Back]:
    """Return *text* with characters in place of what stands for them, and the way back."""
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        text = text.translate(_BEYOND)
    escaped = "\\" in text and any(code in text for code in ("\\u", "\\x", "\\U"))
    if not (escaped or "%" in text or ("&#" in text and _REFERENCE.search(text))):
        return text, _SAME
    pieces: list[str] = []
    here, there = [0], [0]
    length = last = 0
    for match in _CODED.finditer(text):
        char = _decoded(match[0])
        pieces += [text[last : match.start()], char]
        length += match.start() - last
        here += [length, length + len(char)]
        there += [match.start(), match.end()]
        length += len(char)
        last = match.end()
    pieces.append(text[last:])
    return "".join(pieces), Back(tuple(here), tuple(there))


def _decoded(code: str) -> str:
    if code[0] == "&":
        char = unescape(code if code.endswith(";") else f"{code};")
    elif code[0] == "%":
        char = unquote(code)
    else:
        number = int(code[2:], 16)
        char = chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else code
    return char.translate(_BEYOND)
