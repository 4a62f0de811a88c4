"""Frozen values that are remembered and go to other processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def packing(cls: type[T]) -> type[T]:
    """Let values of a frozen class with slots be packed, unpacked and told apart by their ``repr``
    in less time: which fields they have is known, where a dataclass asks again for each value; and
    none holds itself, which a dataclass's ``repr`` is on its guard against."""
    names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
    setters = tuple(getattr(cls, name).__set__ for name in names)

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, state: Iterable[Any]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(self, value)

    made: Any = cls
    made.__getstate__, made.__setstate__ = state, restore
    made.__repr__ = getattr(made.__repr__, "__wrapped__", made.__repr__)
    return cls
