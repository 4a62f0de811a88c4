"""The open set of writers: functions from a view to bytes; templates are writers by their name."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from generator.exports import application, xlsx
from generator.writers import plain

Writer = Callable[[Any], bytes]

WRITERS: MappingProxyType[str, Writer] = MappingProxyType(
    {
        "application": application.write,
        "asset": plain.asset,
        "attached": plain.attached,
        "csv": plain.csv,
        "json": plain.json,
        "rows": plain.rows,
        "script": plain.script,
        "xlsx": xlsx.write,
    }
)
