"""The open set of records: which folder holds which model, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.bodies import Duty, Field, Unit
from generator.model.entry import Entry
from generator.model.prose import Text
from generator.model.register import Law, Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its folder below catalogue/ or content/, its list key, its model."""

    folder: str
    plural: str
    model: type[Any]

    @property
    def prose(self) -> bool:
        """Whether its records are Markdown with front matter."""
        return self.folder.startswith("content/")


KINDS: tuple[Kind, ...] = (
    Kind("catalogue/units", "units", Unit),
    Kind("catalogue/fields", "fields", Field),
    Kind("catalogue/entries", "entries", Entry),
    Kind("catalogue/duties", "duties", Duty),
    Kind("catalogue/laws", "laws", Law),
    Kind("catalogue/vocabularies", "vocabularies", Vocabulary),
    Kind("content/pages", "pages", Text),
)

Reference = tuple[tuple[str | int, ...], str, str]


def references(record: Any) -> Iterator[Reference]:
    """Yield every reference of *record*: where it stands, the kind it names, the id it names."""
    for key, kind in _SINGLE.get(type(record), ()):
        if id := getattr(record, key):
            yield (key,), kind, id
    for key, kind in _SEVERAL.get(type(record), ()):
        for number, id in enumerate(getattr(record, key)):
            yield (key, number), kind, id
    if isinstance(record, Entry):
        for number, body in enumerate(record.subject):
            if body.unit:
                yield ("subject", number), "units", body.unit
    if isinstance(record, Entry | Duty):
        for number, basis in enumerate(record.basis):
            if basis.document:
                yield ("basis", number, "document"), "laws", basis.document


_SINGLE: dict[type[Any], tuple[tuple[str, str], ...]] = {
    Entry: (("field", "fields"), ("superseded_by", "entries")),
    Unit: (("parent", "units"), ("guided_by", "units"), ("superseded_by", "units")),
    Field: (("lead", "units"), ("superseded_by", "fields")),
    Duty: (("unit", "units"), ("superseded_by", "duties")),
    Text: (("superseded_by", "pages"),),
}
_SEVERAL: dict[type[Any], tuple[tuple[str, str], ...]] = {
    Entry: (("duties", "duties"),),
    Law: (("replaces", "laws"),),
}
