"""One row of the table: how much a rule weighs, on what it rests, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Severity

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Words:
    """What one rule says: how much it weighs, on what it rests, what is wrong, what to do."""

    severity: Severity
    zh: str
    zh_hint: str
    en: str
    en_hint: str
    source: str = ""
