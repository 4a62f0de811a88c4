"""All records of a site, linked, for one day: what rules, facts and plans see."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from generator.config import Config
from generator.decoded import places_of
from generator.life import Life
from generator.marked import Mark, place, unkept
from generator.model.adjustment import Adjustment
from generator.model.bodies import Duty, Field, Unit
from generator.model.case import Case
from generator.model.dialogue import Consultation, Interpretation, Meeting, Response
from generator.model.disclosure import Disclosure
from generator.model.document import CleanupRound, Document
from generator.model.entry import Entry
from generator.model.frozen import packing
from generator.model.kinds import ACTS, references
from generator.model.prose import Text
from generator.model.register import Law, Vocabulary
from generator.model.report import Report
from generator.model.work import Evaluation, KeyPoint
from generator.personal import Personal, found
from generator.problems import Location, Problem, problem

T = TypeVar("T")
Step = str | int
Talk = Interpretation | Response | Consultation | Meeting


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text cites, and where: the site path of a link, a 文号 with the words before it, or
    a title; *past* tells that its sentence says what became of it."""

    target: str
    at: Location
    past: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """Something personal in a source file or in its name, and where it stands."""

    at: Location
    personal: Personal


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that lies beside documents: what it is (``PDF``, ``Excel``), its size in bytes, its
    SHA-256, and its bytes, which are not remembered."""

    path: str
    kind: str
    size: int
    sha256: str
    data: bytes = field(default=b"", repr=False)


def noted_in(text: str, path: str) -> tuple[Noted, ...]:
    """Return what is personal in the *text* of the file at *path*, each at its place."""
    personal = found(text)
    places = places_of(text, [one.start for one in personal], path)
    return tuple(Noted(at, one) for at, one in zip(places, personal, strict=True))


@packing
@dataclass(frozen=True, slots=True)
class Written:
    """A record and where it was written: *number* is its place among the file's records.

    *marks* tell where each of its parts stands, as `marked` keeps them.  *links*, *numbers* and
    *titles* are what its prose cites; *dropped* are the keys of a faulty record that could not be
    read and were left out.
    """

    kind: str
    path: str
    number: int
    record: Any
    marks: bytes = field(repr=False)
    links: tuple[Citation, ...] = ()
    numbers: tuple[Citation, ...] = ()
    titles: tuple[Citation, ...] = ()
    dropped: frozenset[str] = frozenset()

    @property
    def mark(self) -> Mark:
        """Return where the record and each of its parts stand."""
        return unkept(self.marks)


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, as far as it can be told: its words, and whether any are lost.

    References into it and gaps it may fill stay silent, so that one fault gives one problem.
    """

    kind: str
    path: str
    words: frozenset[str]
    lost: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The records of a site by kind, in the order of their rows, and what links them; entries field
    by field, so that orders, which count within a table, do not mix the tables of a unit.

    *entries_of* holds, by the id of a field, unit, duty, law or document, the current entries that
    name it; *disclosures_of*, by the id of an entry, what was published under it; *about*, by the
    id of a document, what interprets it, answers to it, consults on it or took it up; *acts_of*,
    by a compared title or number, the editions of a law and the documents that bear it, what is
    in force last; *ends_of*, by its id, the day from which a law is no longer in force; *lives*
    the life of each document.  *repeated* are the records whose id another one has,
    each with the first that had it; *withheld* the documents that are still 不公开 on the day: they
    stand in no other part and change nothing.  *personal* is what was found in the text of any
    source, comments and config.yaml too.  *attached* are the files beside documents by their path,
    *digests* the keys of the bytes of all files.
    """

    config: Config
    settings: Mark
    day: date
    entries: tuple[Entry, ...]
    units: tuple[Unit, ...]
    fields: tuple[Field, ...]
    duties: tuple[Duty, ...]
    laws: tuple[Law, ...]
    vocabularies: tuple[Vocabulary, ...]
    documents: tuple[Document, ...]
    cleanups: tuple[CleanupRound, ...]
    adjustments: tuple[Adjustment, ...]
    disclosures: tuple[Disclosure, ...]
    keypoints: tuple[KeyPoint, ...]
    evaluations: tuple[Evaluation, ...]
    reports: tuple[Report, ...]
    interpretations: tuple[Interpretation, ...]
    responses: tuple[Response, ...]
    consultations: tuple[Consultation, ...]
    meetings: tuple[Meeting, ...]
    cases: tuple[Case, ...]
    texts: tuple[Text, ...]
    by_id: Mapping[str, Written]
    repeated: tuple[tuple[Written, Written], ...]
    withheld: tuple[Written, ...]
    unread: tuple[Unread, ...]
    entries_of: Mapping[str, tuple[Entry, ...]]
    disclosures_of: Mapping[str, tuple[Disclosure, ...]]
    about: Mapping[str, tuple[Talk, ...]]
    acts_of: Mapping[str, tuple[Law | Document, ...]]
    ends_of: Mapping[str, date]
    lives: Mapping[str, Life]
    personal: tuple[Noted, ...]
    attached: Mapping[str, Attached]
    digests: Mapping[str, str]
    _worked: dict[Any, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, work: Callable[[Catalogue], T]) -> T:
        """Return what *work* makes of the catalogue, which is the same for all who ask."""
        if work not in self._worked:
            self._worked[work] = work(self)
        return cast(T, self._worked[work])

    def at(self, record: Any, *steps: Step, of_key: bool = False) -> Location:
        """Return where *record*, or the value at *steps* within it, was written."""
        written = self.by_id[record.id]
        line, column = place(written.mark, steps, of_key=of_key)
        return Location(written.path, line, column)

    def at_setting(self, *steps: Step) -> Location:
        """Return where a value of config.yaml was written."""
        line, column = place(self.settings, steps)
        return Location("config.yaml", line, column)

    def current(self, record: Any) -> bool:
        """Whether *record* has neither ended nor been superseded on the catalogue's day."""
        ended = getattr(record, "ended", None)
        if ended is not None:
            return bool(ended > self.day)
        return not getattr(record, "superseded_by", "")

    def lacks(self, record: Any, key: str) -> bool:
        """Whether *record* says nothing under *key*, and nothing was left out there."""
        return not getattr(record, key) and not self.left_out(record, key)

    def left_out(self, record: Any, *keys: str) -> bool:
        """Whether what *record* says under any of *keys* could not be read and was left out."""
        return not self.by_id[record.id].dropped.isdisjoint(keys)

    def get(self, kind: str, id: str) -> Any:
        """Return the record of *kind* with *id*, or None; an act is a law or a document."""
        written = self.by_id.get(id)
        return written.record if written and written.kind in _kinds(kind) else None

    def beside(self, record: Any, file: str) -> str:
        """Return the path of the file that *record* names as lying beside its own."""
        folder = posixpath.dirname(self.by_id[record.id].path)
        return posixpath.normpath(posixpath.join(folder, file))

    def misnamed(self, kind: str, id: str) -> Iterator[Problem]:
        """Yield the problem that the option of *kind* names no record; a name is as good as an id
        to tell what was meant."""
        if not id or self.get(kind, id):
            return
        records = [one.record for one in self.by_id.values() if one.kind == kind]
        named = [one.id for one in records if id in (one.name, *getattr(one, "aliases", ()))]
        close = named or difflib.get_close_matches(id, [one.id for one in records], 1, 0.5)
        at = Location(f"--{kind.removesuffix('s')}")
        yield problem(at, "reference-unknown", id=id, kind=kind, likely="".join(close[:1]))

    def perhaps(self, kind: str, word: str) -> bool:
        """Whether *word* may stand in a record of *kind* that could not be read, or is the id of
        one that stands aside because it is not public yet, or another record has it too; which of
        the two should have another id, only the names of their files may tell."""
        kinds = _kinds(kind)
        aside = (*(one for both in self.repeated for one in both), *self.withheld)
        of_aside = any(
            word in (one.record.id, posixpath.basename(one.path).partition(".")[0])
            for one in aside
            if one.kind in kinds
        )
        return of_aside or any(
            (unread.lost or word in unread.words) for unread in self.unread if unread.kind in kinds
        )

    def whole(self, kind: str) -> bool:
        """Whether every record of *kind* could be read and none stands aside."""
        aside = (*(one for one, _ in self.repeated), *self.withheld)
        partial = {one.kind for one in self.unread} | {one.kind for one in aside}
        return partial.isdisjoint(_kinds(kind))

    def perhaps_decided(self, id: str) -> bool:
        """Whether something that could not be read, or stands aside, may speak of the document
        *id*, if only by its number or title: then nobody can say that its own term has ended it."""
        aside = [one.record for one, _ in self.repeated]
        undated = [one for one in self.cleanups if self.left_out(one, "steps", "effective_on")]
        document = self.get("documents", id)
        names = {id, document.number, document.title} - {""}
        return any(
            self.perhaps(kind, name) for kind in ("cleanups", "documents") for name in names
        ) or any(id == named for one in (*aside, *undated) for _, _, named in references(one))


def _kinds(kind: str) -> tuple[str, ...]:
    return ("laws", "documents") if kind == ACTS else (kind,)
