"""A day that is asked instead of read: it notes from when on what it was asked has another answer.

As long as every answer stays the same, so does all that was worked out from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Asked:
    """The first day, after the one it was asked on, on which an answer of the day differs."""

    first: date | None = None

    def differs(self, on: date) -> None:
        if self.first is None or on < self.first:
            self.first = on


class AskedDay(date):
    """A day that notes from which day on what it was asked has another answer.

    It answers as the plain day does.  *ahead* is how far it lies from the day that is asked about:
    a week later is asked a week earlier.
    """

    _asked: Asked
    _ahead: timedelta

    def __new__(cls, day: date, asked: Asked, ahead: timedelta = timedelta()) -> AskedDay:
        """Be the plain *day* and tell *asked*."""
        made = super().__new__(cls, *day.timetuple()[:3])
        made._asked, made._ahead = asked, ahead
        return made

    def _plain(self) -> date:
        return date.fromordinal(date.toordinal(self))

    def _note(self, on: date, later: timedelta = timedelta()) -> None:
        try:
            self._asked.differs(on + later - self._ahead)
        except OverflowError:  # beyond the last day there is
            return

    def _exactly(self) -> None:
        self._note(self._plain(), _DAY)

    def _together(self, other: object) -> bool:
        """Whether *other* moves with this day, so that nothing between them ever differs."""
        return isinstance(other, AskedDay) and other._asked is self._asked

    def __lt__(self, other: date) -> bool:
        plain = _plain(other)
        if (answer := self._plain() < plain) and not self._together(other):
            self._note(plain)
        return answer

    def __le__(self, other: date) -> bool:
        plain = _plain(other)
        if (answer := self._plain() <= plain) and not self._together(other):
            self._note(plain, _DAY)
        return answer

    def __gt__(self, other: date) -> bool:
        return not self <= other

    def __ge__(self, other: date) -> bool:
        return not self < other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, date):
            return False
        plain, own = _plain(other), self._plain()
        if not self._together(other) and own <= plain:
            self._note(plain, _DAY if own == plain else timedelta())
        return own == plain

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self._exactly()
        return hash(self._plain())

    def __add__(self, other: timedelta) -> AskedDay:
        return AskedDay(self._plain() + other, self._asked, self._ahead + other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        if not self._together(other):
            self._exactly()
        return self._plain() - _plain(other)

    def __rsub__(self, other: date) -> timedelta:
        self._exactly()
        return other - self._plain()

    @property
    def year(self) -> int:
        plain = self._plain()
        if plain.year < date.max.year:
            self._note(date(plain.year + 1, 1, 1))
        return plain.year

    @property
    def month(self) -> int:
        plain = self._plain()
        if plain.month == 12:
            return self.year and plain.month
        self._note(date(plain.year, plain.month + 1, 1))
        return plain.month

    def replace(  # type: ignore[override]
        self, *, month: int | None = None, day: int | None = None
    ) -> date:
        """Return the plain day with another month or day of the month: what is replaced is not
        asked for."""
        plain, year = self._plain(), self.year
        if day is None:
            self._exactly()
        elif month is None:
            month = self.month
        return plain.replace(year, month or plain.month, day or plain.day)

    def __getattribute__(self, name: str) -> Any:
        """Whatever else is asked for tells the very day."""
        if name in _OWN:
            return object.__getattribute__(self, name)
        self._exactly()
        return getattr(self._plain(), name)

    def __repr__(self) -> str:
        self._exactly()
        return repr(self._plain())

    def __str__(self) -> str:
        self._exactly()
        return str(self._plain())

    def __format__(self, form: str) -> str:
        self._exactly()
        return format(self._plain(), form)


_OWN = frozenset(
    [
        "_asked",
        "_ahead",
        "_plain",
        "_note",
        "_exactly",
        "_together",
        "year",
        "month",
        "replace",
        "__class__",
    ]
)


def _plain(day: date) -> date:
    return day._plain() if isinstance(day, AskedDay) else day
