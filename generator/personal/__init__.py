"""Personal data must not ride along: recognised where it is written, masked wherever it is quoted.

`found` knows identity numbers, mobile numbers, bank cards, passports and plates in the ways in
which they are written; what it returns holds a digest and a mask, never the value.  `masked` is
deliberately broader: a message loses nothing it needs when a long number is shortened, and a log
that quotes an identity number is itself a leak.

Letters that stand for digits, encoded payloads (base64), names and pictures of text are not seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from generator.personal.cards import card
from generator.personal.chains import CHAIN, DIGIT, NOTHING, PARTING, RAW, decoded, parsed
from generator.personal.identity import identity, old_identity
from generator.personal.kinds import PersonalKind, Shape
from generator.personal.mobiles import mobile
from generator.personal.parts import parts
from generator.personal.passports import likely_passport, named_passports
from generator.personal.plates import CHARACTER, LETTER, PROVINCES, plate


@dataclass(frozen=True, slots=True)
class Personal:
    """Something personal that was found: what it is, its digest and its mask.

    *digest* is the SHA-256 of the value in its normal form: digits and capital letters alone, a
    mobile number without the country's 86.  *start* and *end* are offsets in the text.  What is
    not *sure* only looks like it.
    """

    kind: PersonalKind
    sure: bool
    digest: str
    mask: str
    start: int
    end: int


def found(text: str) -> tuple[Personal, ...]:
    """Return what is personal in *text*: an author's source, a finished page, rows of a table.

    Tags, white space and what cannot be seen may stand within a number; the values of attributes
    are text like any other.
    """
    plain, back = decoded(text)
    shapes: list[Shape] = []
    for shape in sorted((*named_passports(plain), *_in(plain)), key=_surest_first):
        if not shapes or shapes[-1].end <= shape.start:
            shapes.append(shape)
    return tuple(
        Personal(
            shape.kind,
            shape.sure,
            sha256(shape.value.encode()).hexdigest(),
            _mask(shape),
            back(shape.start),
            back(shape.end - 1) + 1,
        )
        for shape in shapes
    )


def found_in_name(path: str) -> tuple[Personal, ...]:
    """Return what is personal in the names that make up *path*; offsets mean nothing."""
    return found("\n\n".join(re.sub(r"\.\w{1,5}$", "", name) for name in path.split("/")))


def _mask(shape: Shape) -> str:
    """Enough to find it in the file, and not enough to know it."""
    first = {PersonalKind.IDENTITY: 4, PersonalKind.CARD: 4, PersonalKind.MOBILE: 3}
    return f"{shape.value[: first.get(shape.kind, 2)]}…{shape.value[-2:]}"


# -- where to look -------------------------------------------------------------------------------

# One pass over a text, and little work where it finds nothing: eleven digits with whatever may
# stand between them, the beginning of a plate, the digits of a passport of today.  Where digits
# stand side by side, what does not begin with the first of them begins with none.
_ANY = re.compile(
    rf"[{DIGIT[1:-1]}{PROVINCES}](?<!{DIGIT}{DIGIT})(?:(?<={DIGIT})(?P<digits>{CHAIN})"
    rf"|(?<=[{PROVINCES}])(?P<plate>{PARTING}{LETTER}{PARTING}"
    rf"{CHARACTER}(?:{NOTHING}{CHARACTER}){{3}})"
    r"|(?:(?<=[Ee][0-9])[0-9]{7}|(?<=[Ee][A-HJ-NP-Za-z][0-9])[0-9]{6})(?![0-9A-Za-z]))"
)
_JUDGES = (identity, old_identity, card, mobile)


def _surest_first(shape: Shape) -> tuple[int, bool]:
    return shape.start, not shape.sure


def _in(text: str) -> Iterator[Shape]:
    for match in _ANY.finditer(text):
        start, end = match.span()
        if match["digits"]:
            left, right = text[max(0, start - RAW) : start], text[end : end + RAW]
            judge = _known if end - start < 400 else _numbers
            for one in judge(left, match[0], right):
                yield replace(one, start=start + one.start, end=start + one.end)
        elif match["plate"]:
            yield from plate(text, start)
        else:
            yield from likely_passport(text, start, end)


def _numbers(left: str, written: str, right: str) -> tuple[Shape, ...]:
    """What is personal in the chain *written* between *left* and *right*; its places are offsets
    from the chain's beginning.  The surest judge has the first word."""
    shapes: list[Shape] = []
    for chain in parsed(left, written, right):
        taken: set[int] = set()
        of_chain = tuple(parts(chain))
        for judge in _JUDGES:
            for part in of_chain:
                groups = range(part.first, part.last + 1)
                if taken.isdisjoint(groups) and (shape := judge(part)):
                    taken.update(groups)
                    shapes.append(shape)
    return tuple(shapes)


_known = lru_cache(maxsize=4096)(_numbers)  # what all pages of a site share is judged once


# -- masking -------------------------------------------------------------------------------------

# 15 digits or more, the last perhaps X, with blanks, dashes, marks or what cannot be seen between:
# identity numbers (GB 11643) and bank cards, whatever stands before or after; 11 digits that begin
# like a mobile number, with or without the country's 86.
_GAP = r"[^0-9A-Za-z\u4e00-\u9fff]{0,3}"
_LONG = re.compile(rf"[0-9](?:{_GAP}[0-9]){{13,}}{_GAP}[0-9Xx]")
_MOBILE = re.compile(rf"(?<![0-9])(?:86{_GAP})?1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}(?![0-9])")


def masked(text: str) -> str:
    """Return *text* with whatever may be a personal number cut to its first and last characters."""
    for one in reversed(found(text)):
        text = f"{text[: one.start]}{one.mask}{text[one.end :]}"
    plain = text if text.isascii() else "".join(_narrow(char) for char in text)
    if not (_LONG.search(plain) or _MOBILE.search(plain)):
        return text
    return _MOBILE.sub(_cut, _LONG.sub(_cut, plain))


def _narrow(char: str) -> str:
    """A digit of any script as ASCII; everything else, one to one, as it is."""
    narrow = unicodedata.normalize("NFKC", char)
    return narrow if len(narrow) == 1 else char


def _cut(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found[:4]}…{found[-2:]}"
