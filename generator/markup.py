"""Markdown to safe HTML, with its links and the places where their author wrote them.

Python-Markdown does not sanitise: whatever it makes passes nh3 with explicit lists of elements,
attributes and schemes.  Ids stay on headings only and always begin with ``s-``, so that no text
can take the id of a part of the page.  Addresses within the site are written from its root behind
``~/``; whoever puts the text on a page replaces that by the page's own way to the root.
"""

from __future__ import annotations

import html as entities
import posixpath
import re
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from generator.model.prose import Heading, Prose
from generator.problems import Location, Problem, problem

if TYPE_CHECKING:
    from markdown import Markdown

_ELEMENTS = """
    a abbr b blockquote br caption code dd del div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li ol
    p pre q s small strong sub sup table tbody td tfoot th thead tr u ul
"""
ELEMENTS = frozenset(_ELEMENTS.split())
ATTRIBUTES = MappingProxyType(
    {
        "a": {"href", "title", "id", "class"},
        "img": {"src", "alt", "title"},
        "abbr": {"title"},
        "ol": {"start"},
        "li": {"id"},
        "sup": {"id"},
        "div": {"class"},
        "p": {"class"},
        **{f"h{rank}": {"id"} for rank in range(2, 7)},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
    }
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_CLASSES = frozenset(
    {
        "admonition",
        "admonition-title",
        "note",
        "warning",
        "footnote",
        "footnote-ref",
        "footnote-backref",
    }
)

# Python-Markdown is quadratic in runs of open brackets and emphasis, and recurses into nested
# lists and quotes; a text beyond these bounds is refused at its line instead of being tried.
MOST_MARKS = 400
MOST_INDENT = 60
MOST_TEXT = 400_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads, its line and its column in the text."""

    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as `Prose`, its links within the site, and what is wrong with it."""

    prose: Prose
    links: tuple[Target, ...]
    problems: tuple[Problem, ...]


def render(text: str, path: str, *, first_line: int = 1) -> Marked:
    """Return *text* as safe HTML.

    Args:
        text: Markdown, ends of line as ``\\n``.

        path: The author's file, for problems.

        first_line: The line of that file at which *text* begins.
    """
    if too_much := _too_much(text):
        at = Location(path, first_line + too_much[0], 1)
        return Marked(
            Prose(given=True), (), (problem(at, "markdown-too-complex", reason=too_much[1]),)
        )
    made, headings = _markdown(text)
    finder = _Finder(text, first_line)
    links: list[Target] = []
    problems: list[Problem] = []
    for match in _MADE.finditer(made):
        written = entities.unescape(match[1].strip("\"'"))
        if written.startswith(("#fn:", "#fnref")):
            continue
        line, column = finder.next(written)
        kind, target = classify(written)
        if kind == "inside":
            links.append(Target(target, line, column))
        elif kind == "outside" and match[0].lower().startswith("<img"):
            problems.append(problem(Location(path, line, column), "image-foreign", address=written))
        elif kind != "outside":
            problems.append(problem(Location(path, line, column), kind, address=written))

    import nh3

    clean = nh3.clean(
        made,
        tags=set(ELEMENTS),
        clean_content_tags={"script", "style"},
        attributes={name: set(allowed) for name, allowed in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(SCHEMES),
        strip_comments=True,
        link_rel=None,
    )
    problems += _removed(text, path, first_line)
    prose = Prose(html=clean, headings=headings, given=bool(text.strip()))
    return Marked(prose, tuple(links), tuple(problems))


def _attribute(element: str, name: str, value: str) -> str | None:
    """The value an attribute may have, None to drop it."""
    if name == "id":
        if element in ("li", "sup", "a"):  # footnotes: their own ids and nothing else
            return value if re.fullmatch(r"fn(ref)?[0-9]*:[^\s]+", value) else None
        return value if value.startswith("s-") else f"s-{anchor_of(value)}"
    if name == "class":
        return value if set(value.split()) <= _CLASSES else None
    if name not in ("href", "src") or value.startswith(("#fn:", "#fnref")):
        return value
    kind, target = classify(value)
    if kind == "inside":
        return target if target.startswith("#") else f"~/{target}"
    return value if kind == "outside" and name == "href" else None


def anchor_of(words: str) -> str:
    """Return the anchor of a heading without its prefix; Chinese words stay as they are."""
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "x"


def classify(address: str) -> tuple[str, str]:
    """Return what kind of address it is and, inside the site, its path from the root.

    The kind is ``inside``, ``outside``, or the rule that refuses it.
    """
    bare = re.sub(r"[\x00-\x20\x7f]", "", entities.unescape(address))
    if bare.startswith(("//", "\\\\", "/\\")):
        return "link-protocol-relative", ""
    if scheme := re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare):
        return ("outside" if scheme[1].lower() in SCHEMES else "link-scheme"), ""
    where, mark, anchor = unquote(bare).partition("#")
    if anchor and not anchor.startswith("s-") and "/" not in where.removeprefix("../pages/"):
        # a heading of this text or of another: texts stand at the root of the site
        anchor = f"s-{anchor_of(anchor)}"
    where = posixpath.normpath(where.lstrip("/")) if where else ""
    if where.endswith(".md"):
        folder, name = posixpath.split(where.removesuffix(".md"))
        of_documents = posixpath.basename(folder) == "documents"
        where = f"documents/{name}.html" if of_documents else f"{name}.html"
    return "inside", where + (f"#{anchor}" if mark else "")


class _Finder:
    """Finds, in the order of the text, the places where addresses were written."""

    def __init__(self, text: str, first_line: int) -> None:
        self._left: dict[str, list[tuple[int, int]]] = {}
        self._first_line = first_line
        for number, line in enumerate(text.split("\n")):
            for match in _ADDRESS.finditer(line):
                written = next(group for group in match.groups() if group is not None)
                start = match.start() + match[0].index(written)
                key = _bare(written)
                self._left.setdefault(key, []).append((number + first_line, start + 1))

    def next(self, address: str) -> tuple[int, int]:
        places = self._left.get(_bare(address))
        if not places:
            return self._first_line, 1
        return places.pop(0) if len(places) > 1 else places[0]


# An address in what Python-Markdown made: inside a tag, quoted or not.
_MADE = re.compile(
    r"<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\]\(\s*<?((?:[^()>\s]|\([^()\s]*\))+)|^\s{0,3}\[[^\]]+\]:\s*<?([^>\s]+)|<((?:[a-z][a-z0-9+.-]*:|//)[^>\s]+)>"
    r"|(?:href|src)\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)


def _bare(address: str) -> str:
    return unquote(re.sub(r"[\x00-\x20\x7f\\]", "", entities.unescape(address)))


_TAG = re.compile(r"<([a-z][a-z0-9-]*)(?=[\s/>])", re.IGNORECASE)
_ACTIVE = re.compile(r"<[a-z][^>\n]*\s(?:on[a-z]+|style)\s*=", re.IGNORECASE)


def _removed(text: str, path: str, first_line: int) -> list[Problem]:
    """What an author wrote as raw HTML and the sanitiser takes out, outside of code."""
    found = []
    fenced = False
    for number, line in enumerate(text.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or line.startswith("    "):
            continue
        bare = re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line)
        taken = {match.start(): match[0] for match in _ACTIVE.finditer(bare)}
        for match in _TAG.finditer(bare):
            if match[1].lower() not in ELEMENTS:
                taken[match.start()] = match[0]
        for start in taken:
            at = Location(path, number + first_line, start + 1)
            found.append(problem(at, "markup-removed", markup=taken[start]))
    return found


def _too_much(text: str) -> tuple[int, str] | None:
    if len(text) > MOST_TEXT:
        return 0, f"{len(text)} > {MOST_TEXT}"
    line = 0
    for paragraph in re.split(r"\n[ \t]*\n", text):
        rows = paragraph.split("\n")
        apart = all(re.match(r"\s*([-*+|]|[0-9]+\.|$)", row) for row in rows)
        first = next((number for number, row in enumerate(rows) if row.strip()), 0)
        for number, block in enumerate(rows) if apart else [(first, paragraph)]:
            marks = max(block.count("["), sum(block.count(mark) for mark in "*_`<") // 4)
            if marks > MOST_MARKS:
                return line + number, f"{marks} > {MOST_MARKS}"
        for number, row in enumerate(rows):
            indent = len(row) - len(row.lstrip(" >\t"))
            if indent > MOST_INDENT:
                return line + number, f"{indent} > {MOST_INDENT}"
        line += len(rows) + 1
    return None


def _markdown(text: str) -> tuple[str, tuple[Heading, ...]]:
    maker = _maker()
    maker.reset()
    made = maker.convert(text)
    headings: tuple[Heading, ...] = tuple(getattr(maker, "gongkai_headings", ()))
    return made, headings


@cache
def _maker() -> Markdown:
    import markdown
    from markdown.treeprocessors import Treeprocessor

    class Headings(Treeprocessor):
        """Give every heading its anchor; the page's own title is the only h1."""

        def run(self, root: Element) -> None:
            seen: set[str] = set()
            found = []
            for element in root.iter():
                if not re.fullmatch(r"h[1-6]", element.tag):
                    continue
                rank = max(2, int(element.tag[1]))
                words = "".join(element.itertext()).strip()
                base = f"s-{anchor_of(words)}"
                others = (f"{base}-{number}" for number in count(2))
                anchor = next(one for one in chain([base], others) if one not in seen)
                seen.add(anchor)
                element.tag = f"h{rank}"
                element.set("id", anchor)
                found.append(Heading(anchor=anchor, rank=rank, text=words))
            self.md.gongkai_headings = found  # type: ignore[attr-defined]

    made = markdown.Markdown(
        extensions=["tables", "footnotes", "admonition", "def_list", "sane_lists", "fenced_code"],
        output_format="html",
    )
    made.treeprocessors.register(Headings(made), "gongkai-headings", -5)
    return made
