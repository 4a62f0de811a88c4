"""Pages to bytes, with the notes that `prove` needs.

A page whose key is remembered is not rendered again.  Finished pages are never parsed: what must
be known of them is picked from the text once, while it is at hand, and remembered with the key.
Values in, values out, nothing global: a batch runs in any process.
"""

from __future__ import annotations

import traceback
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain, islice
from operator import attrgetter
from typing import Any, SupportsBytes

import jinja2
import jinja2.meta

from generator import keys, notes, shells
from generator.hands import ALONE, HEAVY, Hands, spare
from generator.known import NOTHING, Known, Parts, Past, sharing
from generator.model.frozen import packing
from generator.page import Finding, Notes, Page, Rendered
from generator.problems import Location, Problem, problem
from generator.writers import WRITERS

Theme = shells.Theme
Keep = Callable[[bytes], SupportsBytes]

# Below this many changed pages, starting other processes costs more than it saves.
FEW = 400
BATCH = 100  # pages
LISTED = 1_000  # records that the pages of a batch are made of


@dataclass(frozen=True, slots=True)
class Made:
    """Path and writer of every page that was *planned*; each one rendered or kept, by path; of each
    one rendered the parts of its key that changed; what is *known* of all."""

    planned: tuple[tuple[str, str], ...]
    rendered: tuple[Rendered, ...]
    problems: tuple[Problem, ...]
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages are rendered with; with *many* of them it is worth preparing the templates.
    Where the key is the same, so is everything."""

    key: str
    many: bool
    frame: object = field(compare=False, repr=False)
    theme: Theme = field(compare=False, repr=False)
    closure: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    frame_key: str = field(default="", compare=False, repr=False)


@dataclass(slots=True)
class Batch:
    """Pages that are rendered together, and of how many records they are made."""

    pages: list[Page] = field(default_factory=list)
    records: int = 0

    @property
    def full(self) -> bool:
        """Whether no page is to be added."""
        return len(self.pages) >= BATCH or self.records >= LISTED

    @property
    def weight(self) -> int:
        """For how many batches it counts."""
        return 1 + self.records // LISTED


class Packed:
    """Bytes in a fifth of their room until they are asked for: of a file that lists the whole
    catalogue there are several copies on its way from another process."""

    __slots__ = ("_packed",)

    def __init__(self, data: bytes) -> None:
        self._packed = zlib.compress(data, 1)

    def __bytes__(self) -> bytes:
        """Return the bytes."""
        return zlib.decompress(self._packed)


@packing
@dataclass(frozen=True, slots=True)
class Done:
    """One page rendered: the parts of its key, its notes and its bytes; or the problems that
    prevent it."""

    path: str
    parts: Parts
    notes: Notes | None = None
    body: SupportsBytes = b""
    problems: tuple[Problem, ...] = ()


PARTS = ("program", "templates", "frame", "view")


def render(
    pages: Iterable[Page],
    frame: object,
    theme: Theme,
    *,
    known: Known = NOTHING,
    have: Mapping[str, str] | None,
    closure: Mapping[str, str] | None = None,
    hands: Hands = ALONE,
    keep: Keep = bytes,
) -> Made:
    """Return every page as bytes, or as notes where an equal file is at hand.

    Args:
        pages: What is to be published.

        frame: What all pages share.

        theme: The templates.

        known: What earlier builds knew.

        have: Path -> SHA-256 of the files at hand; None when no bytes are wanted at all.

        closure: What `closures` makes of the theme, where it is at hand.

        hands: Render many pages.

        keep: Puts the bytes of a page aside until they are asked for.
    """
    closure = closure or closures(theme)
    frame_key = keys.fingerprint(frame)
    planned: list[tuple[str, str]] = []
    waiting: dict[str, Page] = {}  # without their views
    made: dict[str, Past] = {}
    bodies: dict[str, SupportsBytes] = {}
    once: dict[str, str] = {}

    def changed() -> Iterator[Page]:
        """Yield the pages that must be rendered, as they are planned."""
        for page in pages:
            planned.append((page.path, page.writer))
            past = known.get(page.path)
            if past and have is not None and have.get(page.path) != past.notes.sha256:
                past = None
            one = _needed(page, past, closure, frame_key)
            if isinstance(one, Past):
                made[page.path] = one
            else:
                waiting[page.path] = Page(page.path, page.writer, None, 0, page.of, page.found)
                yield one
            del page, one  # what it shows may be the whole catalogue

    todo = changed()
    few = deque(_few(todo))
    many = len(few) == FEW
    much = many or hands.begun
    many = many and shells.clear(theme, ("frame", "view"))
    shared = Shared(keys.fingerprint(frame_key, theme), many, frame, theme, closure, frame_key)
    batches = _batched(chain(_taken(few), todo))
    problems: list[Problem] = []
    rewritten: dict[str, Parts] = {}
    for results in hands.each(
        partial(render_batch, shared), batches, much=much, weight=attrgetter("weight")
    ):
        for one in results:
            page = waiting.pop(one.path)
            path = page.path  # the text that is there already
            rewritten[path] = one.parts
            problems += one.problems
            if one.notes is not None:
                made[path] = Past(page.of, one.parts, sharing(once, one.notes), page.found)
                if have is not None:
                    bodies[path] = keep(bytes(one.body))
    return Made(
        tuple(sorted(planned)),
        tuple(Rendered(path, made[path].notes, bodies.get(path)) for path in sorted(made)),
        tuple(problems),
        tuple(_reasons(known, rewritten)),
        made,
    )


def _parts(page: Page, closure: Mapping[str, str], frame_key: str) -> Parts:
    """What a page's key is made of: the program, its templates, the frame, its view."""
    return (*_of_theme(page, closure, frame_key), page.view_key or keys.fingerprint(page))


def _of_theme(page: Page, closure: Mapping[str, str], frame_key: str) -> Parts:
    """The parts that do not depend on the view."""
    of_theme = (closure.get(page.writer, ""), frame_key) if is_template(page) else ("", "")
    return (keys.program(), *of_theme)


def _needed(
    page: Page, past: Past | None, closure: Mapping[str, str], frame_key: str
) -> Page | Past:
    """*page* with its view, or what is known of it where it need not be rendered again."""
    if past is None:
        return page.now()
    of_theme = _of_theme(page, closure, frame_key)
    if past.made_of(page) and past.parts[:-1] == of_theme:
        return past
    view = page.now()
    key = keys.fingerprint(view)
    if past.parts == (*of_theme, key):
        return Past(page.of, past.parts, past.notes, page.found)
    return replace(view, view_key=key)


def _few(pages: Iterator[Page]) -> Iterator[Page]:
    """The first `FEW` of *pages*, or as many as come until one lists many records."""
    for page in islice(pages, FEW):
        yield page
        if page.records >= LISTED:
            return


def _taken(pages: deque[Page]) -> Iterator[Page]:
    """*pages*, none of which is held any longer."""
    while pages:
        yield pages.popleft()


def _batched(pages: Iterable[Page]) -> Iterator[Batch]:
    batch = Batch()
    for page in pages:
        batch.pages.append(page)
        batch.records += page.records
        del page
        if batch.full:
            yield batch
            batch = Batch()
    if batch.pages:
        yield batch


def is_template(page: Page) -> bool:
    """Whether *page* is written by a template."""
    return page.writer not in WRITERS


def closures(theme: Theme) -> dict[str, str]:
    """Return for each template the key of everything it includes, extends or imports."""
    texts = dict(theme)
    named: dict[str, set[str]] = {}
    for name, tree in shells.trees(theme).items():
        found = jinja2.meta.find_referenced_templates(tree) if tree else ()
        named[name] = {one for one in found if one}
    result = {}
    for name in texts:
        closure = {name}
        while more := set().union(*(named.get(one, set()) for one in closure)) - closure:
            closure |= more
        result[name] = keys.fingerprint([(one, texts.get(one)) for one in sorted(closure)])
    return result


def _reasons(before: Known, rewritten: Mapping[str, Parts]) -> Iterator[tuple[str, Parts]]:
    """Why each page was rendered: the parts of its key that changed."""
    for path, now in sorted(rewritten.items()):
        old = before.get(path)
        parts = zip(PARTS, old.parts, now, strict=True) if old else ()
        changed = [name for name, a, b in parts if a != b]
        yield path, tuple(changed) or ("file",) if old else ("new",)


def alone(page: Page, frame: object, theme: Theme) -> bytes | None:
    """Return one page as bytes, without notes; None where it cannot be made, of which `render`
    tells why."""
    with suppress(Exception):
        if not is_template(page):
            return WRITERS[page.writer](page.view)
        return _text(page, Shared("", many=False, frame=frame, theme=theme)).encode()
    return None


def render_batch(shared: Shared, batch: Batch) -> list[Done]:
    """Render a batch of pages; one that fails brings problems, no exception."""
    done = [_render(page, shared) for page in batch.pages]
    if batch.weight < HEAVY:
        return done
    done = [replace(one, body=Packed(bytes(one.body))) for one in done]
    spare()
    return done


def _render(page: Page, shared: Shared) -> Done:
    parts = _parts(page, shared.closure, shared.frame_key)
    if not is_template(page):
        body = WRITERS[page.writer](page.view)
        return Done(page.path, parts, _plain_notes(page.path, body), body)
    found: tuple[Problem, ...]
    try:
        text = _text(page, shared)
    except jinja2.TemplateSyntaxError as error:
        at = Location(f"templates/{error.name}", error.lineno)
        found = (problem(at, "template-syntax", reason=error.message or ""),)
    except jinja2.TemplateNotFound as error:
        found = (problem(Location("templates"), "template-missing", name=error.name or ""),)
    except Exception as error:  # whatever an expression of a template raised
        at = _raised_at(error, page.writer)
        reason = f"{type(error).__name__}: {error}"
        found = (problem(at, "template-error", reason=reason),)
    else:
        body = text.encode()
        return Done(page.path, parts, _page_notes(page.path, text, body), body)
    return Done(page.path, parts, problems=found)


def _page_notes(path: str, text: str, body: bytes) -> Notes:
    taken = notes.take(path, text) if path.endswith(".html") else notes.Taken()
    return Notes(
        keys.published(body),
        len(body),
        taken.links,
        taken.anchors,
        taken.findings,
        notes.persons(path, text),
    )


def _text(page: Page, shared: Shared) -> str:
    """The page as text; what is wrong with a template is what Jinja2 says of it as it stands."""
    root = getattr(getattr(page.view, "here", None), "root", None)
    if shared.many and isinstance(root, str):
        with suppress(Exception):
            template = _prepared(shared, root).get_template(page.writer)
            return template.render(view=page.view, frame=shared.frame)
    template = _plain(shared.theme).get_template(page.writer)
    return template.render(view=page.view, frame=shared.frame)


def _plain_notes(path: str, body: bytes) -> Notes:
    findings: tuple[Finding, ...] = ()
    if path.endswith(".css"):
        findings = notes.stylesheet(body.decode(errors="replace"))
    return Notes(
        keys.published(body),
        len(body),
        findings=findings,
        personal=notes.persons(path, body),
    )


def _raised_at(error: Exception, writer: str) -> Location:
    frames = traceback.extract_tb(error.__traceback__)
    mine = [one for one in frames if one.filename.startswith("templates/")]
    return (
        Location(mine[-1].filename, mine[-1].lineno or 0)
        if mine
        else Location(f"templates/{writer}")
    )


_plain = lru_cache(maxsize=4)(shells.environment)


@lru_cache(maxsize=16)
def _prepared(shared: Shared, root: str) -> jinja2.Environment:
    return shells.prepared(shared.theme, {"frame": shared.frame, "view.here.root": root})


def theme_of(sources: Iterable[Any]) -> tuple[Theme, tuple[tuple[str, bytes], ...]]:
    """Return the templates as text and the assets as bytes of a theme's *sources*."""
    templates: list[tuple[str, str]] = []
    assets: list[tuple[str, bytes]] = []
    for source in sources:
        name = source.path.removeprefix("templates/")
        if name.startswith("assets/"):
            assets.append((name.removeprefix("assets/"), source.data))
        elif name.endswith((".html", ".xml", ".txt")):
            text = source.data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
            templates.append((name, text))
    return tuple(templates), tuple(assets)
