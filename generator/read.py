"""Files to records: `marked` and `markup` give text, `typed` gives it a type.

What was read is remembered by the digest of its bytes.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator import keys, markup
from generator.attachments import inspected
from generator.catalogue import Attached, Citation, Noted, Unread, Written, noted_in
from generator.cited import numbers_in, says_past, titles_in
from generator.config import Config
from generator.decoded import text_of
from generator.find import Source
from generator.hands import ALONE, Hands
from generator.keys import published
from generator.marked import Mark, Marked, Tree, kept, parse
from generator.model.kinds import KINDS, Kind
from generator.personal import found_in_name
from generator.problems import Location, Problem, problem
from generator.store import Store, once, packed
from generator.typed import read_part, read_record

SHARE = 250_000  # bytes of sources that are read at a time
MUCH = 2 * SHARE  # below, starting other processes costs more than it saves


@dataclass(frozen=True, slots=True)
class File:
    """What one file says: its records, what of it could not be read, its problems, and what is
    personal in its text and its name; of one that belongs to a document, what it is."""

    written: tuple[Written, ...] = ()
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()
    personal: tuple[Noted, ...] = ()
    attached: Attached | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What all files say, and the *digests* of their bytes by path; *config* is None when the
    settings could not be read."""

    config: Config | None
    settings: Mark
    written: tuple[Written, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]
    personal: tuple[Noted, ...]
    attached: tuple[Attached, ...]
    digests: Mapping[str, str]


def read(
    config: Source | None,
    sources: Iterable[Source],
    store: Store,
    kinds: tuple[Kind, ...] = KINDS,
    hands: Hands = ALONE,
) -> Read:
    """Return the records of *kinds* in all *sources*, remembered in *store* by their bytes; *hands*
    read many of them."""
    settings, mark, problems = read_config(config) if config else (None, Mark(1, 1), ())
    sources = tuple(sources)
    places = [keys.fingerprint(keys.program(), one.path, one.digest) for one in sources]
    known = [store.recall("read", place, File) for place in places]
    unread = [number for number, file in enumerate(known) if file is None]
    shares = _shares([sources[number] for number in unread])
    much = sum(len(sources[number].data) for number in unread) >= MUCH
    work = partial(read_share, kinds=kinds)
    told = (body for share in hands.each(work, shares, much=much) for body in share)
    for number, body in zip(unread, told, strict=True):
        store.put("read", places[number], body)
        known[number] = store.recall("read", places[number], File)
    files = [file for file in known if file is not None]
    attached = [
        dataclasses.replace(file.attached, data=source.data)
        for source, file in zip(sources, files, strict=True)  # none is ever left out
        if file.attached
    ]
    return Read(
        settings,
        mark,
        tuple(written for file in files for written in file.written),
        tuple(unread for file in files for unread in file.unread),
        problems + tuple(one for file in files for one in file.problems),
        (noted(config) if config else ()) + tuple(one for file in files for one in file.personal),
        tuple(attached),
        MappingProxyType({one.path: one.digest for one in (config, *sources) if one}),
    )


def _shares(sources: Sequence[Source]) -> list[list[Source]]:
    """*sources* in shares of about equal work, in their order."""
    shares: list[list[Source]] = []
    full = SHARE
    for source in sources:
        if full >= SHARE:
            shares.append([])
            full = 0
        shares[-1].append(source)
        full += len(source.data)
    return shares


def read_share(sources: Sequence[Source], kinds: tuple[Kind, ...] = KINDS) -> list[bytes]:
    """Return what each of *sources* says, as `store` keeps it."""
    return [packed(once(_read(source, kinds), {})) for source in sources]


def _read(source: Source, kinds: tuple[Kind, ...]) -> File:
    if _is_attached(source, kinds):
        return read_attached(source)
    return dataclasses.replace(read_file(source, kinds), personal=noted(source))


def _kind(source: Source, kinds: tuple[Kind, ...]) -> Kind:
    return next(kind for kind in kinds if source.path.startswith(f"{kind.folder}/"))


def _is_attached(source: Source, kinds: tuple[Kind, ...]) -> bool:
    return not _kind(source, kinds).holds_record(source.path)


def read_attached(source: Source) -> File:
    """Return what a file beside documents is, or why it must not be published."""
    looked = inspected(source.path, source.data)
    one = Attached(source.path, looked.kind, looked.size, published(source.data))
    return File(problems=looked.problems, personal=looked.personal, attached=one)


def noted(source: Source) -> tuple[Noted, ...]:
    """Return what is personal in a file: in its text as it is written, comments too, and in its
    name."""
    text = text_of(source.data, source.path)[0] or ""
    named = tuple(Noted(Location(source.path), one) for one in found_in_name(source.path))
    return named + noted_in(text, source.path)


def read_config(source: Source) -> tuple[Config | None, Mark, tuple[Problem, ...]]:
    """Return the settings of the site and where they stand, or the problems that prevent it."""
    text, problems = text_of(source.data, source.path)
    if text is None:
        return None, Mark(1, 1), problems
    document = parse(text, source.path)
    problems += document.problems
    if document.broken:
        return None, document.mark, problems
    record, found = read_record(document.tree, document.mark, Config, source.path)
    return record, document.mark, problems + _new(found, problems)


def read_file(source: Source, kinds: tuple[Kind, ...] = KINDS) -> File:
    """Return what one file of *kinds* says."""
    kind = _kind(source, kinds)
    text, problems = text_of(source.data, source.path)
    if text is None:
        lost = problems[0].rule != "file-encoding"
        return File((), (_unread(kind, source, lost=lost),), problems)
    file = _read_prose(text, source, kind) if kind.prose else _read_yaml(text, source, kind)
    if any(found.rule == "character-forbidden" for found in problems):  # some break a line
        led_to = ("yaml-syntax", "yaml-truncated")
        form = tuple(found for found in file.problems if found.rule not in led_to)
        file = dataclasses.replace(file, problems=form)
    return dataclasses.replace(file, problems=problems + _new(file.problems, problems))


def _read_yaml(text: str, source: Source, kind: Kind) -> File:
    document = parse(text, source.path)
    if document.broken:
        lost = any(found.rule in ("yaml-truncated", "yaml-depth") for found in document.problems)
        return File((), (_unread(kind, source, lost=lost),), document.problems)
    if misplaced := _misplaced(document, kind, source.path):
        unread = _unread(kind, source, lost=False)
        return File((), (unread,), document.problems + _new(misplaced, document.problems))
    file = File(problems=document.problems)
    for number, (tree, mark) in enumerate(_records(document, kind)):
        file = _add(file, _read_one(tree, mark, kind, source, number))
    written = tuple(
        dataclasses.replace(one, dropped=_left_out(one, document)) for one in file.written
    )
    return dataclasses.replace(file, written=written)


def _read_prose(text: str, source: Source, kind: Kind) -> File:
    match = re.match(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if match is None:
        found = problem(Location(source.path, 1, 1), "front-matter-missing")
        return File((), (_unread(kind, source, lost=True),), (found,))
    document = parse(match[1], source.path, first_line=2)
    body_line = text[: match.end()].count("\n") + 1
    body = text[match.end() :]
    prose = markup.render(body, source.path, first_line=body_line)
    if document.broken:
        return File((), (_unread(kind, source, lost=False),), document.problems + prose.problems)
    file = _read_one(document.tree, document.mark, kind, source, 0)
    links = tuple(
        Citation(
            link.target,
            Location(source.path, link.line, link.column),
            says_past(body, link.line - body_line, link.column),
        )
        for link in prose.links
    )
    numbers = numbers_in(body, source.path, body_line)
    titles = titles_in(body, source.path, body_line)
    written = tuple(
        dataclasses.replace(
            one,
            record=dataclasses.replace(one.record, body=prose.prose),
            links=links,
            numbers=numbers,
            dropped=_left_out(one, document),
            titles=titles,
        )
        for one in file.written
    )
    problems = document.problems + _new(file.problems, document.problems) + prose.problems
    return File(written, file.unread, problems)


def _records(document: Marked, kind: Kind) -> list[tuple[Tree, Mark]]:
    """The records of a file: one, or the list under the kind's plural."""
    tree, mark = document.tree, document.mark
    if (
        isinstance(tree, dict)
        and list(tree) == [kind.plural]
        and isinstance(tree[kind.plural], list)
    ):
        below = mark.child(kind.plural)
        assert below is not None
        return list(zip(tree[kind.plural], below.items, strict=True))
    return [(tree, mark)]


def _misplaced(document: Marked, kind: Kind, path: str) -> tuple[Problem, ...]:
    """What is wrong with a file that means to be a list: its key misspelt, something beside it,
    or no list below it."""
    tree, mark = document.tree, document.mark
    if not isinstance(tree, dict) or "id" in tree:
        return ()
    meant = kind.plural if kind.plural in tree else _likely(kind.plural, tree)
    if not meant:
        return ()
    found = []
    for key, line, column, child in mark.keys:
        if key != kind.plural:
            likely = kind.plural if key == meant else ""
            at = Location(path, line, column)
            found.append(problem(at, "field-unknown", key=key, likely=likely, known=kind.plural))
        elif not isinstance(tree[key], list):
            at = Location(path, child.line, child.column)
            value, given = ("", "mapping") if isinstance(tree[key], dict) else (tree[key], "text")
            found.append(
                problem(at, "value-kind", key=key, value=value, expected="list", given=given)
            )
    return tuple(found)


def _likely(plural: str, keys: Iterable[str]) -> str:
    return "".join(difflib.get_close_matches(plural, [*keys], 1, 0.75))


def _read_one(tree: Tree, mark: Mark, kind: Kind, source: Source, number: int) -> File:
    record, problems = read_record(tree, mark, kind.model, source.path)
    if record is not None:
        written = Written(kind.plural, source.path, number, record, kept(mark))
        return File((written,), (), problems)
    part, dropped = read_part(tree, mark, kind.model)
    words = frozenset(_words(tree)) | _ids("\n".join(_words(tree)))
    words |= frozenset() if part else {_stem(source)}
    unread = Unread(kind.plural, source.path, words, isinstance(tree, str))
    if part is None:
        return File((), (unread,), problems)
    written = Written(kind.plural, source.path, number, part, kept(mark), dropped=dropped)
    return File((written,), (unread,), problems)


def _left_out(one: Written, document: Marked) -> frozenset[str]:
    """The keys of a record that were left out, those too that say in words that they are nothing,
    which is told where they do."""
    told = {
        (found.at.line, found.at.column)
        for found in document.problems
        if found.rule == "value-nothing"
    }
    if not told:
        return one.dropped
    return one.dropped | {
        key for key, _, _, mark in one.mark.keys if (mark.line, mark.column) in told
    }


def _add(file: File, one: File) -> File:
    return File(
        file.written + one.written,
        file.unread + one.unread,
        file.problems + _new(one.problems, file.problems),
    )


def _new(found: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what *found* adds to *known*: what a fault of form leads to is not said again."""
    lines = {one.at.line for one in known if one.rule in _FORM}
    return tuple(one for one in found if one.at.line not in lines or one.rule in _FORM)


_FORM = frozenset({
    "yaml-anchor", "yaml-alias", "yaml-merge", "yaml-tag", "yaml-duplicate-key", "yaml-wide-colon",
    "value-nothing", "character-forbidden",
})  # fmt: skip


def _unread(kind: Kind, source: Source, *, lost: bool) -> Unread:
    words = _ids(source.data.decode(errors="replace")) | {_stem(source)}
    return Unread(kind.plural, source.path, words, lost)


def _stem(source: Source) -> str:
    """The name of a file without its ending: the id that its record should have."""
    return source.path.rpartition("/")[2].rpartition(".")[0]


def _ids(text: str) -> frozenset[str]:
    """Whatever in *text* may be an id, or may have been meant as one."""
    return frozenset(re.findall(r"[a-z0-9-]+", text.lower()))


def _words(tree: Tree) -> Iterable[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _words(item)
