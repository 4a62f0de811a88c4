"""One way to compare words, for everything that searches or compares.

Full-width and half-width forms, the brackets that real tables print around a year
(〔〕 ﹝﹞ ［］ [] 【】) and letter case are kept for display and treated alike here.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = str.maketrans(dict.fromkeys("[［【﹝(（", "〔") | dict.fromkeys("]］】﹞)）", "〕"))
_BLANK = re.compile(r"\s+")


def folded(text: str) -> str:
    """Return *text* as it is compared: NFKC, lower case, without blanks."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text)).lower()


def law_title(text: str) -> str:
    """Return the title of a law as it is compared: without 《》 and without the country's name."""
    bare = folded(text).strip("《》").removeprefix("中华人民共和国")
    return bare.replace("<", "〈").replace(">", "〉")


def document_number(text: str) -> str:
    """Return a 文号 as it is compared, whichever brackets its author typed."""
    return folded(text).translate(_BRACKETS)
