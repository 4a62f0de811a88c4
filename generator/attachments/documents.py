"""Word documents: comments, tracked changes, hidden text, fields that fetch something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.attachments.contents import Contents
from generator.attachments.leads import leads_of_field
from generator.attachments.packages import all_of, look_into_package, opened
from generator.attachments.persons import attribute, tag_of
from generator.problems import Location, Problem, problem

_CHANGES = tuple(f"{{*}}{one}" for one in (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
))  # fmt: skip
_NOT = ("0", "false", "off")


def look_into_document(data: bytes, at: Location) -> Contents:
    """Return what a Word document holds beside what a reader sees, and its words."""
    package = opened(data, at)
    if isinstance(package, Problem):
        return Contents((package,))
    if not any(_is_word(tree) and tag_of(tree) == "document" for tree in package.trees.values()):
        return Contents((problem(at, "attachment-damaged"),))
    hiding = (_hiding(one) for one in package.trees.values() if tag_of(one) == "styles")
    styles = frozenset[str]().union(*hiding)
    problems: list[Problem] = []
    for name, tree in package.trees.items():
        if _is_word(tree):
            problems += _of_part(name, tree, styles, at)
    return all_of(Contents(tuple(problems)), look_into_package(package, at))


def _is_word(tree: Any) -> bool:
    return "wordprocessingml" in str(tree.tag)


def _of_part(name: str, tree: Any, styles: frozenset[str], at: Location) -> Iterator[Problem]:
    if comments := sum(1 for _ in tree.iter("{*}comment")):
        yield problem(at, "attachment-comments", part=name, count=comments)
    if changes := sum(1 for _ in tree.iter(*_CHANGES)):
        yield problem(at, "attachment-tracked", part=name, count=changes)
    if hidden := sum(_is_hidden(run, styles) for run in tree.iter("{*}r")) + sum(
        _is_on(row) and _words(row.getparent().getparent()) for row in tree.iter("{*}hidden")
        if tag_of(row.getparent()) == "trPr"
    ):  # fmt: skip
        yield problem(at, "attachment-hidden-text", part=name, count=hidden)
    if any(map(leads_of_field, _fields(tree))):
        yield problem(at, "attachment-external", part=name)
    if any(True for _ in tree.iter("{*}docVar")):
        yield problem(at, "attachment-custom", part=name)


def _fields(tree: Any) -> Iterator[str]:
    """What the fields of a part do; the words of one may be spread over runs."""
    for one in tree.iter("{*}fldSimple"):
        yield attribute(one, "instr")
    words: list[str] = []
    for one in tree.iter("{*}fldChar", "{*}instrText"):
        if tag_of(one) == "instrText":
            words.append(str(one.text or ""))
        else:
            yield "".join(words)
            words = []


# -- hidden text -----------------------------------------------------------------------------------


def _is_on(element: Any) -> bool:
    return attribute(element, "val") not in _NOT


def _told(properties: Any) -> bool | None:
    """Whether properties of text hide it; None where they do not say."""
    vanish = None if properties is None else properties.find("./{*}vanish")
    return None if vanish is None else _is_on(vanish)


def _hiding(styles: Any) -> frozenset[str]:
    """The styles of a part that hide what is written in them, by their ids; an empty text where
    all text is hidden that does not say otherwise."""
    told: dict[str, bool | None] = {"": _told(styles.find("./{*}docDefaults/{*}rPrDefault/{*}rPr"))}
    based: dict[str, str] = {}
    for style in styles.iterfind("./{*}style"):
        id, base = attribute(style, "styleId"), style.find("./{*}basedOn")
        told[id] = _told(style.find("./{*}rPr"))
        based[id] = "" if base is None else attribute(base, "val")
        if attribute(style, "default") in ("1", "true") and told[id] is not None:
            told[""] = told[id]
    found = set()
    for id in told:
        one, seen = id, {id}
        while told.get(one) is None and one and (one := based.get(one, "")) not in seen:
            seen.add(one)
        if told.get(one):
            found.add(id)
    return frozenset(found)


def _is_hidden(run: Any, styles: frozenset[str]) -> bool:
    """Whether a run holds words that are hidden, by itself or by a style."""
    if not _words(run):
        return False
    own = _told(run.find("./{*}rPr"))
    if own is not None:
        return own
    paragraph = next(run.iterancestors("{*}p"), None)
    named = [run.find("./{*}rPr/{*}rStyle")]
    named += [] if paragraph is None else [paragraph.find("./{*}pPr/{*}pStyle")]
    return any(("" if style is None else attribute(style, "val")) in styles for style in named)


def _words(element: Any) -> bool:
    return any(
        tag_of(one) == "sym" or (one.text or "").strip()
        for one in element.iter("{*}t", "{*}delText", "{*}sym")
    )
