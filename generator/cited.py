"""What prose cites by number (文号) or title, and whether the sentence says what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Citation
from generator.decoded import places_of

# 机关代字〔年份〕序号 with the words that stand before it: where the number begins, only the
# register knows.
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,16}\s?[〔﹝［\[(（【](?:19|20)[0-9]{2}[〕﹞］\]）)】]\s?第?[0-9]{1,5}\s?号"
)
# The words after which a number can begin; after other characters it is that of another organ.
_BEFORE = re.compile(
    r"(?:^|[据照按依由与和及或的即对将原自在经以把为至如见了用定从是行发到因除向被给同]"
    r"|政府|办公室|委员会)$"
)
_MARKS = re.compile(r"[《〈〉》\n]")
# A number that stands behind a title tells more than the title, and is a citation itself.
_WITH_NUMBER = re.compile(r"\s?[（(][^（）()\n]{1,40}号[）)]")
_LONGEST_TITLE = 120  # characters
_END = re.compile(r"[。；！？;\n]")
_PAST = re.compile(
    r"废止|失效|停止(?:执行|施行|使用|实施)|不再(?:执行|施行|适用|有效|实施)|代替|替代|取代|当时|原《"
    r"|修订前|修改前|曾"
)


def says_past(text: str, line: int, column: int) -> bool:
    """Return whether the sentence at *line* (from 0) and *column* (from 1) of *text* says that
    what it cites has ended."""
    words = text.split("\n")[line]
    return _past(words, min(column - 1, len(words)))


def numbers_in(text: str, path: str, first_line: int) -> tuple[Citation, ...]:
    """Return the numbers that *text*, which begins at *first_line* of the file, cites."""
    found = [*_NUMBER.finditer(text)]
    places = places_of(text, [match.start() for match in found], path, first_line)
    return tuple(
        Citation(match[0], at, _past(text, match.start()))
        for match, at in zip(found, places, strict=True)
    )


def titles_in(text: str, path: str, first_line: int) -> tuple[Citation, ...]:
    """Return the titles between 《》, with their marks, that *text* cites, as `numbers_in` does."""
    found = [(start, end) for start, end in _titles(text) if not _WITH_NUMBER.match(text, end)]
    places = places_of(text, [start for start, _ in found], path, first_line)
    return tuple(
        Citation(text[start:end], at, _past(text, start))
        for (start, end), at in zip(found, places, strict=True)
    )


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Where titles begin and end; marks stand within marks, no title goes over a line."""
    start = depth = 0
    for mark in _MARKS.finditer(text):
        if mark[0] == "\n":
            depth = 0
        elif mark[0] in "〉》":
            if depth == 1 and mark.end() - start <= _LONGEST_TITLE + 2:
                yield start, mark.end()
            depth = max(depth - 1, 0)
        elif depth or mark[0] == "《":
            start = start if depth else mark.start()
            depth += 1


def may_follow(words: str) -> bool:
    """Return whether a whole number can stand behind *words*: 府办〔2018〕9号 is no citation within
    惠府办〔2018〕9号."""
    return bool(_BEFORE.search(words))


def _past(text: str, place: int) -> bool:
    line = text.rfind("\n", 0, place) + 1
    begin = max((match.end() for match in _END.finditer(text, line, place)), default=line)
    end = _END.search(text, place)
    return bool(_PAST.search(text, begin, end.start() if end else len(text)))
