"""What can be searched: each published page of a record, as its reader sees it.

A `Searchable` is made from a page's view (`plans/searchables`), so that what no page shows cannot
be found.  `Cut` is the same record in units, made once for all engines.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from generator.model.frozen import packing
from generator.search.readings import syllables
from generator.search.terms import Units, units_of

# The kinds that are searched, in the order in which equal finds stand, with what readers call them.
KINDS = MappingProxyType(
    {
        "entries": "公开事项",
        "documents": "文件",
        "interpretations": "政策解读",
        "responses": "回应关切",
        "consultations": "征求意见",
        "meetings": "会议公开",
        "cases": "案例",
        "reports": "年度报告",
        "units": "单位",
        "pages": "其他页面",
    }
)
# What finds can be narrowed by, besides their kind, with what readers call it.
FACETS = MappingProxyType(
    {
        "category": "五公开",
        "field": "领域",
        "unit": "单位",
        "method": "公开方式",
        "level": "层级",
        "status": "状态",
    }
)
_NUMBERS = MappingProxyType({facet: number for number, facet in enumerate(FACETS)})
Values = tuple[str, ...]


@packing
@dataclass(frozen=True, slots=True)
class Searchable:
    """One record as search knows it.

    *elements* are its elements as its page shows them, *texts* the paragraphs of its text; *named*
    those elements that can be asked for by name (basis, subject, content); *facets* the values
    under each of `FACETS`, in that order; *limit* what its row tells first (the time limit of an
    item), *day* its day (2026-11-23), empty where it has none.
    """

    kind: str
    id: str
    path: str
    name: str
    elements: Values = ()
    texts: Values = ()
    named: tuple[tuple[str, Values], ...] = ()
    facets: tuple[Values, ...] = ((),) * len(FACETS)
    limit: str = ""
    day: str = ""

    def values(self, facet: str) -> Values:
        """Return what the record says under *facet*; its kind is a facet too."""
        if facet == "kind":
            return (self.kind,)
        return self.facets[_NUMBERS[facet]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A record in units; *sounds* are the syllables of its name, one for each unit."""

    record: Searchable
    name: Units
    elements: tuple[Units, ...]
    texts: tuple[Units, ...]
    sounds: tuple[str, ...]


def cut(record: Searchable) -> Cut:
    """Return *record* cut into units; an element that is said twice stands once."""
    name = units_of(record.name)
    elements = dict.fromkeys(units for one in record.elements if (units := units_of(one)))
    texts = dict.fromkeys(units for one in record.texts if (units := units_of(one)))
    return Cut(record, name, tuple(elements), tuple(texts), syllables(record.name))
