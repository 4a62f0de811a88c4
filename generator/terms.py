"""One way to compare words, for everything that searches or compares.

Full-width and half-width forms, the brackets that real tables print around a year
(〔〕 ﹝﹞ ［］ [] 【】), traditional and simplified characters and letter case are kept for display
and treated alike here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.foldings import FORMS, STANDING

_EXCHANGED = str.maketrans(FORMS, STANDING)
_SIGNS = str.maketrans(
    dict.fromkeys("[［【﹝(（", "〔")
    | dict.fromkeys("]］】﹞)）", "〕")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
_MARKS = str.maketrans("<>《》", "〈〉〈〉")
_BLANK = re.compile(r"\s+")


def exchanged() -> Iterator[tuple[str, str]]:
    """Yield each character that is exchanged, and what stands in its place."""
    return zip(FORMS, STANDING, strict=True)


def simplified(text: str) -> str:
    """Return *text* with each character exchanged for the one that stands for it, and nothing else
    changed, so that places in the one are places in the other.

    For words that are looked for, not for words to be shown: 覆盖 becomes 复盖.
    """
    return text.translate(_EXCHANGED)


@lru_cache(maxsize=50_000)
def compared(text: str) -> str:
    """Return *text* as search compares it: NFKC, simplified, lower case, brackets around years and
    dashes alike; blanks stay."""
    return simplified(unicodedata.normalize("NFKC", text).lower()).translate(_SIGNS)


def folded(text: str) -> str:
    """Return *text* as it is compared: NFKC, simplified, lower case, without blanks."""
    return _BLANK.sub("", simplified(unicodedata.normalize("NFKC", text))).lower()


@lru_cache(maxsize=20_000)  # the same few acts are named by thousands of items
def law_title(text: str) -> str:
    """Return the title of a law as it is compared: without 《》 and without the country's name.

    Marks within it are 〈〉: 关于印发《…》的通知 is cited as 《关于印发〈…〉的通知》.
    """
    bare = folded(text).strip("《》").removeprefix("中华人民共和国")
    return bare.translate(_MARKS)


@lru_cache(maxsize=20_000)
def document_number(text: str) -> str:
    """Return a 文号 or a unified number as it is compared, whichever brackets and dashes its author
    typed, and whether an order (国务院令) was named in full or in short (国令)."""
    number = folded(text).translate(_SIGNS).removeprefix("中华人民共和国")
    return f"国务院{number[1:]}" if number.startswith("国令") else number
