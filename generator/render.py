"""Pages to bytes, with the notes that `prove` needs.

A page whose key is remembered is not rendered again.  Finished pages are never parsed: what must
be known of them is picked from the text once, while it is at hand, and remembered with the key.
Values in, values out, nothing global: a batch runs in any process.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Any, SupportsBytes

import jinja2
import jinja2.meta

from generator import keys, notes, shells
from generator.hands import ALONE, Hands
from generator.known import NOTHING, Known, Parts, Past
from generator.page import Finding, Notes, Page, Rendered
from generator.problems import Location, Problem, problem
from generator.writers import WRITERS

Theme = shells.Theme
Keep = Callable[[bytes], SupportsBytes]

# Below this many changed pages, starting other processes costs more than it saves.
FEW = 400
BATCH = 100


@dataclass(frozen=True, slots=True)
class Made:
    """Every page that was *planned*, without its view; each one rendered or kept, by path; for each
    one rendered the parts of its key that changed; what is *known* of all."""

    planned: tuple[Page, ...]
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


@dataclass(frozen=True, slots=True)
class Done:
    """One page rendered: the parts of its key, its notes and its bytes; or the problems that
    prevent it."""

    path: str
    parts: Parts
    notes: Notes | None = None
    body: bytes = b""
    problems: tuple[Problem, ...] = ()


PARTS = ("program", "templates", "frame", "view")


def render(
    pages: Iterable[Page],
    frame: object,
    theme: Theme,
    *,
    known: Known = NOTHING,
    have: Mapping[str, str] | None,
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

        hands: Render many pages.

        keep: Puts the bytes of a page aside until they are asked for.
    """
    closure = closures(theme)
    frame_key = keys.fingerprint(frame)
    planned: dict[str, Page] = {}
    made: dict[str, Past] = {}
    bodies: dict[str, SupportsBytes] = {}
    once: dict[str, str] = {}  # a link or an anchor, however often it stands somewhere

    def changed() -> Iterator[Page]:
        """Yield the pages that must be rendered, as they are planned."""
        for page in pages:
            planned[page.path] = replace(page, made=None)
            past = known.get(page.path)
            if past and (have is None or have.get(page.path) == past.notes.sha256):
                of_theme = _of_theme(page, closure, frame_key)
                if past.made_of(page) and past.parts[:-1] == of_theme:
                    made[page.path] = past
                    continue
                view = page.now()
                key = keys.fingerprint(view)
                if past.parts == (*of_theme, key):
                    made[page.path] = replace(past, of=page.of, found=page.found)
                    continue
                page = replace(view, view_key=key)
            yield page if page.view_key else page.now()

    todo = changed()
    few = list(islice(todo, FEW))
    many = len(few) == FEW and shells.clear(theme, ("frame", "view"))
    shared = Shared(keys.fingerprint(frame_key, theme), many, frame, theme, closure, frame_key)
    batches = _batched(chain(few, todo), BATCH)
    problems: list[Problem] = []
    rewritten: dict[str, Parts] = {}
    for results in hands.each(partial(render_batch, shared), batches, much=len(few) == FEW):
        for one in results:
            rewritten[one.path] = one.parts
            problems += one.problems
            if one.notes is not None:
                page = planned[one.path]
                made[one.path] = Past(page.of, one.parts, _once(once, one.notes), page.found)
                if have is not None:
                    bodies[one.path] = keep(one.body)
    return Made(
        tuple(page for _, page in sorted(planned.items())),
        tuple(Rendered(path, made[path].notes, bodies.get(path)) for path in sorted(made)),
        tuple(problems),
        tuple(_reasons(known, rewritten)),
        made,
    )


def _once(known: dict[str, str], notes: Notes) -> Notes:
    """*notes* made of the texts that are *known* where they are equal."""
    links, anchors = (
        tuple(known.setdefault(text, text) for text in texts)
        for texts in (notes.links, notes.anchors)
    )
    return replace(notes, links=links, anchors=anchors)


def _parts(page: Page, closure: Mapping[str, str], frame_key: str) -> Parts:
    """What a page's key is made of: the program, its templates, the frame, its view."""
    return (*_of_theme(page, closure, frame_key), page.view_key or keys.fingerprint(page))


def _of_theme(page: Page, closure: Mapping[str, str], frame_key: str) -> Parts:
    """The parts that do not depend on the view."""
    of_theme = (closure.get(page.writer, ""), frame_key) if is_template(page) else ("", "")
    return (keys.program(), *of_theme)


def _batched(pages: Iterable[Page], size: int) -> Iterator[list[Page]]:
    pages = iter(pages)
    while batch := list(islice(pages, size)):
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


def render_batch(shared: Shared, pages: list[Page]) -> list[Done]:
    """Render a batch of pages; one that fails brings problems, no exception."""
    return [_render(page, shared) for page in pages]


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
