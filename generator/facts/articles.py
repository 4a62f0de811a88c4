"""Which articles a text names (条款): 第二十条第二款, 第三条至第五条, 20-22."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.terms import folded

_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_WEIGHTS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = "(?:[0-9]{1,4}|[〇零一二两三四五六七八九十百千]{1,9})"
_TO = "(?:至|到|[-–—~]+)"
_AND = "(?:[,、]|和|及|与|或)"
_BELOW = rf"(?:之{_NUMBER})?(?:第?[(]?{_NUMBER}[)]?[款项目])*"  # 第二款第三项
_SOME = rf"{_NUMBER}(?:(?:{_TO}|{_AND})第?{_NUMBER}){{0,40}}条"  # 五、九至十二条
_ARTICLES = re.compile(rf"第{_SOME}(?:(?:{_BELOW}{_TO}|{_AND})第?{_SOME})*")
_BELOW_ARTICLE = re.compile(rf"(?<=条){_BELOW}")
_PART = re.compile(
    rf"第?{_NUMBER}条(?:之{_NUMBER}|第?[(]?{_NUMBER}[)]?"
    rf"(?:(?:{_TO}|{_AND})第?[(]?{_NUMBER}[)]?){{0,40}}[款项目])+"
)
_RANGE = re.compile(rf"第?({_NUMBER})条?(?:{_TO}第?({_NUMBER})条?)?")
_MOST = 2000  # articles of one act


def number_of(words: str) -> int:
    """Return a number written in figures or in Chinese (一百二十三)."""
    if words.isascii():
        return int(words)
    total = digit = 0
    for sign in words:
        if sign in _WEIGHTS:
            total += (digit or 1) * _WEIGHTS[sign]
            digit = 0
        else:
            digit = digit * 10 + (_DIGITS[sign] if sign in _DIGITS else int(sign))
    return total + digit


def in_chinese(number: int) -> str:
    """Return *number*, from 1 to 9999, as laws print it (一百零三)."""
    said, gap = "", False
    for weight, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, weight)
        if digit:
            said += ("零" if gap else "") + "〇一二三四五六七八九"[digit] + word
        gap = bool(said) and not digit
    return said.removeprefix("一") if said.startswith("一十") else said


@lru_cache(maxsize=20_000)
def articles_in(text: str) -> frozenset[int]:
    """Return the articles that *text* names; what is said of 款 and 项 belongs to its article."""
    found: set[int] = set()
    for match in _ARTICLES.finditer(folded(text)):
        for part in re.split(_AND, _BELOW_ARTICLE.sub("", match[0])):
            found |= _within(part) or set()
    return frozenset(found)


@lru_cache(maxsize=20_000)
def parts_in(text: str) -> frozenset[str]:
    """Return the parts of articles that *text* names: 第三条第二款, 第十七条之一."""
    return frozenset(match[0] for match in _PART.finditer(folded(text)))


@lru_cache(maxsize=20_000)
def whole_articles_in(text: str) -> frozenset[int]:
    """Return the articles that *text* names without naming a part of them."""
    return articles_in(_PART.sub("", folded(text)))


@lru_cache(maxsize=20_000)
def existing(text: str) -> frozenset[int]:
    """Return the articles of an act as a register lists them: ``1-20, 22``; none where it lists
    them in another way."""
    found: set[int] = set()
    for part in re.split(f"{_AND}|;", folded(text)):
        listed = _within(part)
        if listed is None:
            return frozenset()
        found |= listed
    return frozenset(found)


_BEGINS = re.compile(rf"<(?:p|li|h[1-6])\b[^>]*>(?:<[a-z]+>|\s)*第({_NUMBER})条")


@lru_cache(maxsize=2000)
def written_in(html: str) -> frozenset[int]:
    """Return the articles that the text of an act consists of; none where its paragraphs do not
    count them from the first on without a gap."""
    found = frozenset(number_of(match[1]) for match in _BEGINS.finditer(html))
    return found if len(found) > 1 and found == set(range(1, max(found) + 1)) else frozenset()


def _within(part: str) -> set[int] | None:
    """The articles of one number or range."""
    match = _RANGE.fullmatch(part)
    if match is None:
        return None
    begin, end = number_of(match[1]), number_of(match[2] or match[1])
    return set(range(begin, min(end, begin + _MOST) + 1)) or {begin, end}
