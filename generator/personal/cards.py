"""Bank cards (ISO/IEC 7812): the prefix and length of an issuer, and the check digit."""

from __future__ import annotations

import re

from stdnum import luhn

from generator.personal.chains import Gap
from generator.personal.identity import is_county
from generator.personal.kinds import PersonalKind, Shape
from generator.personal.parts import (
    OF_CARDS,
    OF_PHONES,
    Part,
    coded,
    fraction,
    in_address,
    is_step,
    lettered,
    said,
)

# UnionPay, and domestic cards from before it whose issuer is certain.
_DOMESTIC = re.compile(r"62\d{14,17}|9558\d{15}|601428\d{11}|601382\d{13}|603367\d{12}")
# Visa, Mastercard, JCB, American Express.
_FOREIGN = re.compile(
    r"4\d{15}|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"
    r"|35(?:2[89]|[3-8]\d)\d{12}|3[47]\d{13}"
)
# Codes of projects, cases and places: a county, and behind it a year or a day and a serial number,
# or a town and a village.
_YEAR, _DAY = r"(?:199\d|20[0-3]\d)", r"(?:0[1-9]|1[0-2])[0-3]\d"
_OF_PLACES = re.compile(
    rf"\d{{6}}(?:{_YEAR}(?:0\d{{5}}|{_DAY}\d{{2}}|{_DAY}\d{{4}})|[012][0-3]\d[02][0-4]\d0\d{{3}})"
)


def card(part: Part) -> Shape | None:
    """Return a number of sixteen to nineteen digits (American Express: fifteen) that is a card's.

    One digit in ten makes any number pass the check, so that the prefix must be an issuer's, and
    neither words nor an address may say that the number is something else.
    """
    value = part.value
    domestic = bool(_DOMESTIC.fullmatch(value))
    if not (domestic or _FOREIGN.fullmatch(value)) or not luhn.is_valid(value) or fraction(part):
        return None
    named = said(part, OF_CARDS)
    if not named:
        place = _OF_PLACES.fullmatch(value) and is_county(value[:6])
        if place or coded(part) or lettered(part):
            return None
    # The posts of Weibo have numbers as long as a foreign card's.
    step = is_step(part) and (domestic or "weibo" not in part.chain.left)
    if in_address(part) and not step and not (named and len(part.sizes) == 1):
        return None
    if part.widest is None or _in_pieces(part, domestic=domestic, named=named):
        sure = domestic or named or part.widest is not Gap.CELL
        return part.shape(PersonalKind.CARD, value, sure=sure)
    return None


def _in_pieces(part: Part, *, domestic: bool, named: bool) -> bool:
    """Whether people write a card in such pieces; numbers of a table stand otherwise."""
    sizes, widest = part.sizes, part.widest
    if widest is Gap.LIST or (len(sizes) > 5 and not part.single):
        return False
    if widest is Gap.CELL:
        return part.alone and not part.single and sizes[0] >= 4
    if widest is Gap.JOIN:
        return part.apart
    fours = set(sizes[:-1]) == {4} and sizes[-1] <= 4
    if fours or part.single or sizes == (4, 6, 5):
        return named or (part.alike and part.apart)
    if named:
        return part.apart or part.alone
    if len(sizes) > 3 or not part.alone:
        return False
    if sizes == (8, 8) and (said(part, OF_PHONES) or widest is not Gap.LINE):
        return False  # two telephones of a city where they have eight digits
    return domestic or widest is Gap.LINE
