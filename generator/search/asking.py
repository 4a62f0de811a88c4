"""A query to what it asks for: words, "phrases", field:word, AND OR NOT, brackets, * ?, days.

Words side by side must all be there.  NOT binds first, then AND, then OR; 非, 且 and 或 stand for
them.  A phrase is one word whose blanks do not part it.  Brackets and quotes have their meaning
where a word begins; within a word they are signs as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.personal import masked
from generator.search.records import FACETS
from generator.search.terms import BLANKS, units_of
from generator.search.tree import NAMED, All, Asked, Days, Either, Not, Wild, Word
from generator.search.wildcards import parts
from generator.terms import compared

LONGEST = 1000  # signs of a query
DEEPEST = 30  # brackets and NOT within each other
WILDEST = 4  # stars of a word
# What may stand before a colon -> the field it means.
FIELDS = MappingProxyType(
    {
        **{word: word for word in ("name", "day", "kind", *NAMED, *FACETS)},
        **{word: name for name, word in (*NAMED.items(), *FACETS.items())},
        "名称": "name",
        "日期": "day",
        "种类": "kind",
        "公开主体": "subject",
        "公开内容": "content",
        "方式": "method",
    }
)
_OPERATORS = MappingProxyType({"且": "AND", "或": "OR", "非": "NOT"})
_QUOTES = MappingProxyType({'"': '"', "“": "”", "”": "”", "＂": "＂"})
_BLANK = re.compile(f"[{BLANKS}]+")
_FIELD = re.compile(r"([A-Za-z]+|[\u4e00-\u9fff]{2,4})[:：](?!//)")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


class UnclearError(Exception):
    """A query that cannot be understood: at which sign, and what is wrong, in both languages."""

    def __init__(self, at: int, chinese: str, english: str) -> None:
        super().__init__(english)
        self.chinese = f"查询的第 {at + 1} 个字：{chinese}"
        self.english = f"Character {at + 1} of the query: {english}"


def asked(query: str) -> Asked:
    """Return what *query* asks for; that of nothing is true of every record.

    Raises:
        UnclearError: It cannot be understood.
    """
    if len(query) > LONGEST:
        raise UnclearError(LONGEST, f"查询长于 {LONGEST} 字。", f"longer than {LONGEST}.")
    tokens = [*_tokens(query)]
    if not tokens:
        return All(())
    reading = _Reading(tokens, len(query))
    found = reading.either(0)
    if reading.tokens:
        raise UnclearError(reading.at, "多了一个括号“)”。", "a bracket “)” too many.")
    return found


@dataclass(frozen=True, slots=True)
class _Token:
    """A bracket or operator by its *sign*, or an *asked* word; *at* is its place in the query."""

    at: int
    sign: str = ""
    asked: Asked | None = None


def _tokens(query: str) -> Iterator[_Token]:
    at = 0
    while at < len(query):
        if blank := _BLANK.match(query, at):
            at = blank.end()
        elif query[at] in "()":
            yield _Token(at, query[at])
            at += 1
        else:
            token, at = _term(query, at)
            if token:
                yield token


def _term(query: str, at: int) -> tuple[_Token | None, int]:
    """One word or operator that begins at *at*, and where it ends."""
    begin, field = at, ""
    if named := _FIELD.match(query, at):
        field = FIELDS.get(named[1].lower(), "")
        if not field and named[1].isascii():
            raise UnclearError(
                at,
                f"没有字段“{masked(named[1])}”，可用的有 {'、'.join(_english())}。",
                f"no field “{masked(named[1])}”; there are {', '.join(_english())}.",
            )
        at = named.end() if field else at
    quote = _QUOTES.get(query[at : at + 1])
    if quote:
        end = query.find(quote, at + 1)
        if end < 0:
            raise UnclearError(at, "引号没有配对。", "a quote is not closed.")
        word, after = query[at + 1 : end], end + 1
    else:
        after = _end_of_word(query, at)
        word = query[at:after]
        if not field and (sign := _OPERATORS.get(word, word)) in ("AND", "OR", "NOT"):
            return _Token(begin, sign), after
    if field and not _BLANK.sub("", word):
        raise UnclearError(begin, "冒号后面要紧接着写词。", "a word must follow the colon at once.")
    found = _word(word, field, at, literal=bool(quote))
    return (_Token(begin, asked=found) if found else None), after


def _english() -> list[str]:
    return [word for word in FIELDS if word.isascii()]


def _end_of_word(query: str, at: int) -> int:
    """Where the word at *at* ends: at a blank, or at a bracket that was not opened in it."""
    depth = 0
    for stop in range(at, len(query)):
        sign = query[stop]
        if _BLANK.match(sign) or (sign == ")" and not depth):
            return stop
        depth += (sign == "(") - (sign == ")")
    return len(query)


def _word(word: str, field: str, at: int, *, literal: bool) -> Asked | None:
    if field == "day":
        return _days(word, at)
    if not literal and ("*" in word or "?" in word):
        text = re.sub(r"\*+", "*", compared(word))
        if not parts(text):
            raise UnclearError(
                at, "通配符 * ? 之外还要有字。", "something besides * and ? is needed."
            )
        if text.count("*") > WILDEST:
            raise UnclearError(
                at, f"一个词最多 {WILDEST} 个 *。", f"no more than {WILDEST} stars in a word."
            )
        return Wild(text, field)
    units = units_of(word)
    return Word(units, field) if units else None


def _days(text: str, at: int) -> Days:
    first, between, last = text.partition("..")
    found = [_bounds(part) if part else ("", "") for part in (first, last if between else first)]
    if text in ("", "..") or None in found:
        raise UnclearError(
            at,
            "日期写成 2024、2024-05、2024-05-01，或者用 .. 连起来的两个。",
            "write a day as 2024, 2024-05 or 2024-05-01, or two of them with .. between.",
        )
    days = Days(*(one[side] for side, one in enumerate(found) if one))
    if days.first and days.last and days.last < days.first:
        raise UnclearError(at, "后一个日期早于前一个。", "it ends before it begins.")
    return days


def _bounds(text: str) -> tuple[str, str] | None:
    """The first and the last day of a year, a month or a day; None where there is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    # as text, the 31st is after every day of a month
    last = f"{first.year:04}-{month or 12:02}-{day or 31:02}"
    return first.isoformat(), last


class _Reading:
    """The tokens that are still to be read, and the rules by which they are."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self.tokens = [*reversed(tokens)]
        self.length = length

    @property
    def at(self) -> int:
        return self.tokens[-1].at if self.tokens else max(self.length - 1, 0)

    def _next(self) -> str:
        return (self.tokens[-1].sign or "word") if self.tokens else ""

    def either(self, depth: int) -> Asked:
        of = [self._all(depth)]
        while self._next() == "OR":
            self.tokens.pop()
            of.append(self._all(depth))
        return of[0] if len(of) == 1 else Either(tuple(of))

    def _all(self, depth: int) -> Asked:
        of = [self._one(depth)]
        while (following := self._next()) in ("AND", "NOT", "(", "word"):
            if following == "AND":
                self.tokens.pop()
            of.append(self._one(depth))
        return of[0] if len(of) == 1 else All(tuple(of))

    def _one(self, depth: int) -> Asked:
        at, sign = self.at, self._next()
        if depth > DEEPEST:
            raise UnclearError(at, "括号套得太深。", "brackets within too many brackets.")
        if sign == "word" and (asked := self.tokens.pop().asked):
            return asked
        if sign == "NOT":
            self.tokens.pop()
            return Not(self._one(depth + 1))
        if sign == "(":
            self.tokens.pop()
            found = self.either(depth + 1)
            if self._next() != ")":
                raise UnclearError(at, "括号没有配对。", "a bracket is not closed.")
            self.tokens.pop()
            return found
        raise UnclearError(at, "这里缺一个词。", "a word is missing here.")
