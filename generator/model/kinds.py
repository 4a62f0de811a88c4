"""The open set of records: which folder holds which model, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.adjustment import Adjustment
from generator.model.bodies import Duty, Field, Unit
from generator.model.case import Case
from generator.model.dialogue import Consultation, Interpretation, Meeting, Response
from generator.model.disclosure import Disclosure
from generator.model.document import CleanupRound, Document
from generator.model.entry import Entry
from generator.model.prose import Text
from generator.model.register import Law, Vocabulary
from generator.model.report import Report
from generator.model.work import Evaluation, KeyPoint


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its folder below a top folder, its list key, its model, and whether other
    files lie there that its records name (附件)."""

    folder: str
    plural: str
    model: type[Any]
    attached: bool = False

    @property
    def prose(self) -> bool:
        """Whether its records are Markdown with front matter."""
        return "body" in self.model.__pydantic_fields__

    def holds_record(self, path: str) -> bool:
        """Return whether the file at *path* is written as a record of this kind."""
        return path.endswith((".md",) if self.prose else (".yaml", ".yml"))

    def holds(self, path: str) -> bool:
        """Return whether the file at *path* may lie in the folder: a record, or a file that one
        names; what only looks like a record (``a.MD``) is neither."""
        looks = path.lower().endswith((".md", ".markdown", ".yaml", ".yml"))
        return self.holds_record(path) or (self.attached and not looks)

    @property
    def pages(self) -> str:
        """The folder of the site that holds a page for each of its records; texts stand at the
        root."""
        return "" if self.plural == "pages" else f"{self.plural}/"


KINDS: tuple[Kind, ...] = (
    Kind("catalogue/units", "units", Unit),
    Kind("catalogue/fields", "fields", Field),
    Kind("catalogue/entries", "entries", Entry),
    Kind("catalogue/duties", "duties", Duty),
    Kind("catalogue/laws", "laws", Law),
    Kind("catalogue/vocabularies", "vocabularies", Vocabulary),
    Kind("catalogue/cleanups", "cleanups", CleanupRound),
    Kind("catalogue/adjustments", "adjustments", Adjustment),
    Kind("catalogue/disclosures", "disclosures", Disclosure),
    Kind("catalogue/keypoints", "keypoints", KeyPoint),
    Kind("catalogue/evaluations", "evaluations", Evaluation),
    Kind("catalogue/reports", "reports", Report),
    Kind("content/documents", "documents", Document, attached=True),
    Kind("content/interpretations", "interpretations", Interpretation),
    Kind("content/responses", "responses", Response),
    Kind("content/consultations", "consultations", Consultation),
    Kind("content/meetings", "meetings", Meeting),
    Kind("content/cases", "cases", Case),
    Kind("content/pages", "pages", Text),
)

Reference = tuple[tuple[str | int, ...], str, str]
# What a basis may name: a law, or a document of one's own.
ACTS = "acts"


def references(record: Any) -> Iterator[Reference]:
    """Yield every reference of *record*: where it stands, the kind it names, the id it names."""
    for key, kind in _SINGLE.get(type(record), ()):
        if id := getattr(record, key):
            yield (key,), kind, id
    for key, kind in _SEVERAL.get(type(record), ()):
        for number, id in enumerate(getattr(record, key)):
            yield (key, number), kind, id
    for key, inner, kind in _WITHIN.get(type(record), ()):
        for number, one in enumerate(getattr(record, key)):
            if id := _inner(one, inner):
                yield (key, number, inner), kind, id


def _inner(one: Any, name: str) -> str:
    """The id under *name* of an item, or of the body that stands there."""
    found = getattr(one, name)
    return str(getattr(found, "unit", found))


_SINGLE: dict[type[Any], tuple[tuple[str, str], ...]] = {
    Entry: (("field", "fields"), ("superseded_by", "entries")),
    Unit: (("parent", "units"), ("guided_by", "units"), ("superseded_by", "units")),
    Field: (("lead", "units"), ("superseded_by", "fields")),
    Duty: (("unit", "units"), ("superseded_by", "duties")),
    Text: (("superseded_by", "pages"),),
    CleanupRound: (("organ", "units"),),
    Disclosure: (("entry", "entries"), ("unit", "units")),
    KeyPoint: (("unit", "units"),),
    Report: (("unit", "units"),),
    Interpretation: (("unit", "units"),),
    Response: (("unit", "units"),),
    Consultation: (("unit", "units"),),
    Meeting: (("organ", "units"),),
}
_SEVERAL: dict[type[Any], tuple[tuple[str, str], ...]] = {
    Entry: (("duties", "duties"),),
    Law: (("replaces", "laws"),),
}
_WITHIN: dict[type[Any], tuple[tuple[str, str, str], ...]] = {
    Entry: (("subject", "unit", "units"), ("basis", "document", ACTS)),
    Duty: (("basis", "document", ACTS),),
    Document: (
        ("issuers", "unit", "units"),
        ("amends", "document", "documents"),
        ("repeals", "document", "documents"),
        ("replaces", "document", "documents"),
    ),
    CleanupRound: (("steps", "by", "units"), ("decisions", "document", "documents")),
    Adjustment: (("changes", "entry", "entries"),),
    KeyPoint: (("evidence", "document", "documents"),),
    Evaluation: (("units", "unit", "units"),),
    Interpretation: (("interprets", "document", "documents"),),
    Response: (("responds_to", "document", "documents"),),
    Consultation: (("consults_on", "document", "documents"),),
    Meeting: (("documents", "document", "documents"),),
}
