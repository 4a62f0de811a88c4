"""What counts as personal, and one number of a kind where it was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.base import Word


class PersonalKind(Word):
    """What must not be published of a person (个人信息的种类)."""

    IDENTITY = "居民身份证号"
    MOBILE = "手机号码"
    CARD = "银行卡号"
    PASSPORT = "护照号码"
    PLATE = "车牌号码"


@dataclass(frozen=True, slots=True)
class Shape:
    """A personal number in its normal form, and where it is written; never shown.

    The normal form is digits and capital letters alone, a mobile number without the country's 86.
    What is not *sure* only looks like one.
    """

    kind: PersonalKind
    sure: bool
    value: str = field(repr=False)
    start: int
    end: int
