"""The form of an example of a broken rule of the internal side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """What an office wrote, and all that is said of it."""

    rule: str
    differs: Mapping[str, str]
    zh: tuple[str, ...]
    en: tuple[str, ...]
