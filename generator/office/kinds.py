"""Which folder of the internal side holds which model."""

from __future__ import annotations

from generator.model.kinds import Kind
from generator.office.model import InternalDocument, Review
from generator.office.request import Request

FOLDER = "internal"
LEDGER = f"{FOLDER}/requests"
KINDS: tuple[Kind, ...] = (
    Kind(f"{FOLDER}/documents", "documents", InternalDocument),
    Kind(f"{FOLDER}/reviews", "reviews", Review),
    Kind(LEDGER, "requests", Request),
)
# What lies in the folder and is no record.
ASIDE = frozenset({f"{FOLDER}/README.md"})
