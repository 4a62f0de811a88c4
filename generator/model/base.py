"""What every record is made of: frozen, nothing unknown, scalars typed from text.

An author writes text; a field's annotation says what it means.  The checks here raise
`PydanticCustomError` with the id of a rule, so that `read` can put any refusal into the
words of that rule without knowing the field.
"""

from __future__ import annotations

import re
from dataclasses import field as _field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar, dataclass_transform

import pydantic.dataclasses
from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.model.frozen import packing

T = TypeVar("T")

_CONFIG = ConfigDict(extra="forbid", str_strip_whitespace=True, defer_build=True)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(_field, pydantic.Field)
)
def record(cls: type[T]) -> type[T]:
    """Make *cls* a record: frozen, slotted, keyword-only, refusing unknown keys."""
    make: Any = pydantic.dataclasses.dataclass(
        frozen=True, slots=True, kw_only=True, config=_CONFIG
    )
    return packing(make(cls))


class Word(StrEnum):
    """A word of a closed list, in the authors' language."""

    def __reduce_ex__(self, protocol: object) -> tuple[type[Word], tuple[str]]:
        """Be remembered as class and value; Python 3.11.0 to 3.11.3 would name `getattr`, which
        the store refuses to call."""
        return type(self), (self.value,)


def label(chinese: str, key: str | None = None) -> Any:
    """Return the field's name as authors say it (shown in the reference and in problems); *key*
    is what they write where that is no name in this language."""
    return Field(title=chinese, alias=key)


ID = re.compile(r"[a-z0-9-]{1,64}")
# Names that Windows keeps for devices: a folder holding one of them cannot be checked out there.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


def is_allowed_id(text: str) -> bool:
    """Return whether *text* may be the id of a record."""
    return bool(ID.fullmatch(text)) and not _DEVICES.fullmatch(text)


def _id(value: object) -> object:
    if not isinstance(value, str) or value == "":  # the default of an id that was not given
        return value
    if not is_allowed_id(value):
        raise PydanticCustomError("value-id", "")
    return value


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("value-date", "")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise PydanticCustomError("value-date", "") from None


def _number(value: object) -> object:
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise PydanticCustomError("value-number", "")
    return int(value)


def _year(value: object) -> object:
    number = _number(value)
    if not isinstance(number, int) or not 1900 <= number <= 2999:
        raise PydanticCustomError("value-number", "")
    return number


_POINTS = re.compile(r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?")


def _points(value: object) -> object:
    if not isinstance(value, str) or not _POINTS.fullmatch(value):
        raise PydanticCustomError("value-points", "")
    return value


def _web(value: object) -> object:
    if isinstance(value, str) and not re.match(r"https?://[^\s]+$", value):
        raise PydanticCustomError("value-address", "")
    return value


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value not in ("yes", "no"):
        raise PydanticCustomError("value-flag", "")
    return value == "yes"


def _marks(value: object) -> object:
    row = "(?:[0-9A-Za-z_-]{4}){16,}"
    if isinstance(value, str) and not re.fullmatch(rf"(?:(?:{row})?(?:\.{row})?)?", value):
        raise PydanticCustomError("value-marks", "")
    return value


Id = Annotated[str, BeforeValidator(_id)]
Marks = Annotated[str, BeforeValidator(_marks)]
Day = Annotated[date, BeforeValidator(_day)]
Number = Annotated[int, BeforeValidator(_number)]
Year = Annotated[int, BeforeValidator(_year)]
# Points of an evaluation: kept as their author wrote them, compared and added as decimal numbers.
Points = Annotated[str, BeforeValidator(_points)]
Flag = Annotated[bool, BeforeValidator(_flag)]
WebAddress = Annotated[str, BeforeValidator(_web)]


def either(key: str, rest: tuple[str, ...] = ()) -> BeforeValidator:
    """Accept plain text where a mapping is meant: it stands for *key*.

    A mapping with one of the keys in *rest*, as in ``{其他: 文字}``, stands for that word with a
    text of its own.
    """

    def read(value: object) -> object:
        if isinstance(value, str):
            return {key: value}
        if isinstance(value, dict) and len(value) == 1:
            [(word, text)] = value.items()
            if word in rest:
                return {key: word, "text": text}
        return value

    return BeforeValidator(read)


def _pairs(value: object) -> object:
    if isinstance(value, str | list):
        raise PydanticCustomError("value-columns", "")
    return tuple(value.items()) if isinstance(value, dict) else value


Columns = Annotated[tuple[tuple[str, str], ...], BeforeValidator(_pairs)]
