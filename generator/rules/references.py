"""References and words: whatever a record names must be there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model.kinds import ACTS, references
from generator.problems import Problem, problem

# What happened stays true when what it names ends later.
PAST = frozenset(
    ("adjustments", "disclosures", "interpretations", "responses", "consultations", "meetings")
)


def references_resolve(catalogue: Catalogue) -> Iterator[Problem]:
    """引用的编号必须存在；指向未能读取的文件的引用不重复报告。"""
    for written in catalogue.by_id.values():
        if written.kind == "adjustments":  # has rules of its own: it names what has gone, too
            continue
        for steps, kind, id in references(written.record):
            if catalogue.get(kind, id) is None and not catalogue.perhaps(kind, id):
                likely = difflib.get_close_matches(
                    id, [other for other, one in catalogue.by_id.items() if one.kind == kind], 1
                )
                at = catalogue.at(written.record, *steps)
                yield problem(at, "reference-unknown", id=id, kind=kind, likely="".join(likely))


def references_are_current(catalogue: Catalogue) -> Iterator[Problem]:
    """现行记录不引用已终止的记录；已经发生的事和往年的要点、考评照当时的写。"""
    for written in catalogue.by_id.values():
        year = getattr(written.record, "year", None) or catalogue.day.year
        past = written.kind in PAST or year < catalogue.day.year
        if past or not catalogue.current(written.record):
            continue
        for steps, kind, id in references(written.record):
            target = catalogue.get(kind, id)
            if kind in ("laws", ACTS) or target is None or catalogue.current(target):
                continue
            at = catalogue.at(written.record, *steps)
            yield problem(at, "reference-ended", id=id, successor=target.superseded_by)


def words_are_in_the_vocabulary(catalogue: Catalogue) -> Iterator[Problem]:
    """渠道和层级使用词表中的用语，筛选和统计才完整。"""
    words = {
        vocabulary.id: [term.name for term in vocabulary.values]
        for vocabulary in catalogue.vocabularies
    }
    for entry in catalogue.entries:
        used = [("channels", number, one.name) for number, one in enumerate(entry.channels)]
        used += [("level", number, name) for number, name in enumerate(entry.level)]
        for key, number, word in used:
            vocabulary = "levels" if key == "level" else key
            known = words.get(vocabulary)
            if known is None and catalogue.perhaps("vocabularies", vocabulary):
                continue
            if word not in (known or ()):
                likely = difflib.get_close_matches(word, known or (), 1, 0.4)
                yield problem(
                    catalogue.at(entry, key, number), "word-unknown",
                    word=word, vocabulary=vocabulary, likely="".join(likely),
                )  # fmt: skip
