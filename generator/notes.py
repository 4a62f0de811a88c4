"""What is noted of a finished page while its text is at hand: links, anchors, and what it must not
hold.

Finished pages are made by templates (text always escaped) and by nh3, so attributes can be picked
by pattern; parsing 10,000 pages again would cost more than everything else together.  The patterns
know lower-case names and double quotes; a page that is written otherwise, by a site's own theme,
is brought into that form first.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from generator import personal
from generator.page import Finding
from generator.personal import Personal


@dataclass(frozen=True, slots=True)
class Taken:
    """The notes of one page."""

    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


# A tag with an upper-case name, or an attribute in single quotes or none.
_ODD = re.compile(
    r"<(?=[a-zA-Z])"
    r"(?![a-z][^\sA-Z>/\"'=]*(?:\s+[a-z][^\s>/\"'=]*(?:=\"[^\"]*\")?)*\s*/?>)"
)
_ODD_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ODD_NAME = re.compile(r"<[a-zA-Z][^\s/>]*")
_ODD_ATTRIBUTE = re.compile(r"(\s[^\s=\"'>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# Every attribute that matters, in one pass.
_ATTRIBUTE = re.compile(
    r"\s(id|href|src|action|data-src|srcset|imagesrcset|poster"
    r'|[oO][nN][a-zA-Z]+|[sS][tT][yY][lL][eE])="([^"]*)"'
)
_LINKS = frozenset({"href", "src", "action", "data-src"})
_ORDINARY = _LINKS | {"id"}
_PICTURES = frozenset({"srcset", "imagesrcset", "poster"})
_META = re.compile(r'<meta name="([A-Za-z]+)" content="([^"]*)"')
_TAG = re.compile(r'<[a-zA-Z][^\s>/]*(?:[^">]|"[^"]*")*>')
_SCRIPT = re.compile(r"<script\b(?![^>]*\ssrc=)[^>]*>")
_STYLE = re.compile(r"<style\b[^>]*>")
_REQUEST = re.compile(
    r'<(?:script|img|iframe|source|video|audio|embed|track|input)\b[^>]*?\ssrc="'
    r'((?:[a-z]+:)?//[^"]*)"'
    r'|<object\b[^>]*?\sdata="((?:[a-z]+:)?//[^"]*)"'
    r'|<(?:use|image|feImage)\b[^>]*?\s(?:xlink:)?href="((?:[a-z]+:)?//[^"]*)"'
    r'|<form\b[^>]*?\saction="((?:[a-z]+:)?//[^"]*)"'
    r'|<a\b[^>]*?\sping="([^"]*)"'
    r"|(<base\b[^>]*>)"
    r'|(<meta\b[^>]*?http-equiv="[rR][eE][fF][rR][eE][sS][hH]"[^>]*>)'
)
# Nothing of it is there without one of these words, or a foreign address in one of those.
_REQUESTING = ("ping=", "<base", "<object", "<use", "<image", "<feImage")
_REFRESH = re.compile(r'http-equiv="[rR][eE][fF]')
_REQUESTED = frozenset({"src", "action"})
_ELSEWHERE = re.compile(r"(?:[a-z]+:)?//")
_NESTED = re.compile(r'\s(srcdoc="[^"]*")')
_FOREIGN = re.compile(r"(?:^|(?<=[\s,]))(?:[a-z]+:)?//[^\s,]+")
_LINKED = re.compile(r"<link\b[^>]*>")
# Relations of <link> that name an address without requesting it.
_QUIET = frozenset({"canonical", "alternate", "next", "prev", "author", "license", "search"})
_UP = re.compile(r"\.\./[a-z0-9][a-zA-Z0-9_-]*(?:/[a-zA-Z0-9_-]+)*\.[a-z]+")  # most addresses
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CSS_REQUEST = re.compile(r"url\(\s*[\"']?((?:[a-z]+:)?//[^\"')]+)|@import\s+[\"']?([^\"';]+)")

SITE_META = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_META = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_META = ("ArticleTitle", "PubDate", "ContentSource")


def take(path: str, text: str) -> Taken:
    """Return the notes of the page at *path*."""
    if _ODD.search(text):
        text = _in_form(text)
    folder = posixpath.dirname(path)
    attributes = set(_ATTRIBUTE.findall(text))
    links = {
        target if target[:1] not in ("", "#") else path + target
        for name, address in attributes
        if name in _LINKS and (target := _target(folder, address)) is not None
    }
    anchors = {unescape(value) for name, value in attributes if name == "id"}
    return Taken(tuple(sorted(links)), tuple(sorted(anchors)), tuple(_findings(text, attributes)))


def stylesheet(text: str) -> tuple[Finding, ...]:
    """Return what a stylesheet would request from another host."""
    return tuple(
        Finding("page-foreign-request", first or second)
        for first, second in _CSS_REQUEST.findall(text)
        if first or _OUTSIDE.match(second.removeprefix("url("))
    )


MOST_BYTES = 64 * 1024 * 1024  # of what is unpacked to be looked at
# A cell of a workbook that holds the number of a text, not a number.
_SHARED = re.compile(r'<c\b[^<>]*\st="s"[^<>]*><v>[0-9]+</v>')


def persons(path: str, body: bytes | str) -> tuple[Personal, ...]:
    """Return what is personal in a finished file and in its path, each value once.

    Text is looked at as it is, tags and attributes and all; of a zip (a workbook, a document) the
    text of its members.  Other bytes hold nothing that could be read.
    """
    found = [*personal.found_in_name(path)]
    for text in (body,) if isinstance(body, str) else _texts(body):
        found += personal.found(text)
    return each_once(found)


def each_once(found: Iterable[Personal]) -> tuple[Personal, ...]:
    """Return each value of *found* once, as the surest of its finds."""
    seen: dict[tuple[str, str], Personal] = {}
    for one in found:
        known = seen.get((one.kind, one.digest))
        if known is None or (one.sure and not known.sure):
            seen[one.kind, one.digest] = one
    return tuple(seen.values())


def _texts(body: bytes) -> Iterator[str]:
    if not body.startswith(b"PK\x03\x04"):
        with suppress(UnicodeDecodeError):
            yield body.decode("utf-8-sig")
        return
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            for name in packed.namelist():
                with packed.open(name) as member:
                    data = member.read(left)
                left -= len(data)
                yield name
                yield _SHARED.sub("", data.decode(errors="ignore"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return  # damaged or locked: not written by this program


@lru_cache(maxsize=100_000)
def _target(folder: str, address: str) -> str | None:
    """The site path an address leads to, an anchor alone where that is on the page itself; None
    where it leaves the site."""
    if folder and "/" not in folder and _UP.fullmatch(address):
        return address[3:]
    address = unescape(address)
    if _OUTSIDE.match(address):
        return None
    where, _, anchor = address.partition("#")
    where = unquote(where.partition("?")[0])
    where = posixpath.normpath(posixpath.join(folder, where)) if where else ""
    return where + (f"#{unquote(anchor)}" if anchor else "")


def _in_form(text: str) -> str:
    """*text* with names in lower case and values in double quotes."""

    def attribute(match: re.Match[str]) -> str:
        value = next((group for group in match.groups()[1:] if group is not None), "")
        return f'{match[1].lower()}="{value.replace(chr(34), "&quot;")}"'

    def tag(match: re.Match[str]) -> str:
        named = _ODD_NAME.sub(lambda name: name[0].lower(), match[0], count=1)
        return _ODD_ATTRIBUTE.sub(attribute, named)

    return _ODD_TAG.sub(tag, text)


def _findings(text: str, attributes: set[tuple[str, str]]) -> list[Finding]:
    found = [Finding("page-inline-script", one) for one in _SCRIPT.findall(text)]
    found += [Finding("page-inline-style", one) for one in _STYLE.findall(text)]
    for name, value in sorted(one for one in attributes if one[0] not in _ORDINARY or _acts(one)):
        if name.lower() == "style" or name[:2].lower() == "on":
            written = f'{name}="{value}"'
            if any(written in tag for tag in _TAG.findall(text)):  # not in a text
                rule = "page-inline-style" if name[0] in "sS" else "page-inline-script"
                found.append(Finding(rule, written))
        elif _acts((name, value)):
            found.append(Finding("page-inline-script", value))
        elif name in _PICTURES:
            found += [Finding("page-foreign-request", one) for one in _FOREIGN.findall(value)]
    if _may_request(text, attributes):
        groups = _REQUEST.findall(text)
        found += [Finding("page-foreign-request", "".join(group)) for group in groups]
    if "srcdoc" in text:
        found += [Finding("page-inline-script", one) for one in _NESTED.findall(text)]
    found += [Finding("page-foreign-request", one) for one in _requested_by_links(text)]
    title = re.search(r"<title>([^<]*)</title>", text)
    if title is None or not title[1].strip():
        found.append(Finding("page-title-missing", ""))
    if not re.search(r'<html\b[^>]*\slang="[A-Za-z-]+"', text):
        found.append(Finding("page-language-missing", ""))
    if '<main id="main"' not in text or "</main>" not in text:
        found.append(Finding("page-main-missing", ""))
    found += [Finding("page-meta-missing", name) for name in _missing_meta(text)]
    return found


def _acts(attribute: tuple[str, str]) -> bool:
    """Whether it is a link that runs a script."""
    return attribute[0] == "href" and attribute[1].startswith("javascript:")


def _may_request(text: str, attributes: set[tuple[str, str]]) -> bool:
    """Whether `_REQUEST`, which takes far longer than this, can find anything."""
    return (
        any(word in text for word in _REQUESTING)
        or any(name in _REQUESTED and _ELSEWHERE.match(value) for name, value in attributes)
        or _REFRESH.search(text) is not None
    )


def _requested_by_links(text: str) -> list[str]:
    found = []
    for tag in _LINKED.findall(text):
        relation = re.search(r'\srel="([^"]*)"', tag)
        address = re.search(r'\shref="((?:[a-z]+:)?//[^"]*)"', tag)
        if address and not (relation and set(relation[1].split()) <= _QUIET):
            found.append(address[1])
    return found


def _missing_meta(text: str) -> list[str]:
    given = dict(_META.findall(text[: text.find("</head>")]))
    wanted = ARTICLE_META if "ArticleTitle" in given else COLUMN_META
    return [
        name
        for name in (*SITE_META, *wanted)
        if given.get(name, "").strip().lower() in ("", "null", "none")
    ]
