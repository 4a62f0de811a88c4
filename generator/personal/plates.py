"""Number plates of vehicles (GA 36): a province, a letter, and five characters or six."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.chains import NOTHING, PARTING, bare
from generator.personal.kinds import PersonalKind, Shape

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
LETTER = "[A-HJ-NP-Za-hj-np-z\uff21-\uff28\uff2a-\uff2e\uff30-\uff3a]"
CHARACTER = f"[{LETTER[1:-1]}0-9\uff10-\uff19]"
_USE = "学警港澳挂领使试超"
_PLATE = re.compile(
    rf"[{PROVINCES}]{PARTING}{LETTER}{PARTING}"
    rf"{CHARACTER}(?:{NOTHING}{CHARACTER}){{3,5}}(?:{NOTHING}[{_USE}])?(?![0-9A-Za-z])"
)
# Behind the letter: five with at least three digits, six where the first or last says what drives
# the car, or four and a word for its use.
_TAIL = re.compile(
    r"(?=(?:[A-Z]*[0-9]){3})[A-Z0-9]{5}|[A-HJK][A-Z0-9][0-9]{4}|[0-9]{5}[A-HJK]"
    rf"|[A-Z0-9]{{4}}[{_USE}]"
)
# Words that end with the short name of a province: what follows is a version or a building.
_WORDS = re.compile(
    "[最更创高全翻革刷重清]新|[南济西辽海遂咸]宁|[四银汉合伊]川|[里为务]云|[收西珍]藏"
)


def plate(text: str, start: int) -> Iterator[Shape]:
    """Yield the plate that begins at *start*, such as 粤L12345 or 粤LD12345."""
    match = _PLATE.match(text, start)
    if match is None or _WORDS.match(text[max(0, start - 1) : start + 1]):
        return
    value = bare(match[0])
    if _TAIL.fullmatch(value[2:]):
        yield Shape(PersonalKind.PLATE, True, value, start, match.end())
