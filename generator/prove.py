"""What only finished pages can show, judged from the notes taken of them, reading no bytes.

A fault in a template stands on every page it writes; it is said once, at the template's own line
where the offending words can be found there, and at the first page otherwise.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import Catalogue, Citation, Noted, noted_in
from generator.facts.allowances import judged
from generator.page import Rendered
from generator.personal import Personal
from generator.personal.kinds import PersonalKind
from generator.problems import Location, Problem, problem, sorted_once

Theme = Iterable[tuple[str, str]]


def prove(
    catalogue: Catalogue,
    planned: Iterable[tuple[str, str]],
    rendered: Iterable[Rendered],
    theme: Theme,
) -> tuple[Problem, ...]:
    """Return what is wrong with the finished site.

    Args:
        catalogue: The records, with the links that authors wrote.

        planned: Path and writer of every page; one that could not be rendered is still a target.

        rendered: The notes of every finished page.

        theme: Name and text of every template, to find the line at fault.
    """
    planned = tuple(planned)
    rendered = tuple(rendered)
    writers = dict(planned)
    anchors = {one.path: one.notes.anchors for one in rendered}
    authored = tuple(_authored(catalogue))
    told = {link.target for _, link in authored}
    found = list(_repeated(catalogue, (path for path, _ in planned)))
    for page, link in authored:
        found += _judge_author(catalogue, page, link, writers, anchors)
    theme = tuple(theme)
    found += _judge_pages(catalogue, rendered, writers, anchors, told, theme)
    found += _personal(catalogue, rendered, theme)
    return sorted_once(found)


# An asset's name as it is published, with a part of its digest.
_ASSET = re.compile(r"assets/(.*)\.[0-9a-f]{10}(\.[^.]*)")


def _personal(
    catalogue: Catalogue, rendered: Iterable[Rendered], theme: tuple[tuple[str, str], ...]
) -> Iterator[Problem]:
    """What is personal in the theme, and on pages what no source has, each value once."""
    of_theme = [noted for name, text in theme for noted in noted_in(text, f"templates/{name}")]
    of_pages: list[Noted] = []
    for page in rendered:
        asset = _ASSET.fullmatch(page.path)
        at = Location(f"templates/assets/{asset[1]}{asset[2]}" if asset else page.path)
        noted = (Noted(at, one) for one in page.notes.personal)
        (of_theme if asset else of_pages).extend(noted)
    yield from _unused(catalogue, [*of_theme, *of_pages])
    for one in of_theme:
        yield from judged(catalogue, one, on_page=False)
    told = {_key(one.personal) for one in (*catalogue.personal, *of_theme)}
    for one in of_pages:
        if told.isdisjoint(_keys(one.personal)):
            for found in judged(catalogue, one, on_page=True):
                told.add(_key(one.personal))
                yield found


def _key(one: Personal) -> tuple[PersonalKind, str, bool]:
    return one.kind, one.digest, one.sure


def _keys(one: Personal) -> set[tuple[PersonalKind, str, bool]]:
    """What settles *one* when it was told: that it is sure, or, where it is not, that it may be."""
    return {(one.kind, one.digest, sure) for sure in (True, one.sure)}


def _unused(catalogue: Catalogue, noted: Iterable[Noted]) -> Iterator[Problem]:
    """Allowances for templates and pages that do not hold what they allow."""
    held = {(one.at.path, one.personal.kind, one.personal.digest) for one in noted}
    for number, allowance in enumerate(catalogue.config.personal_data.allowed):
        file = allowance.file
        if file == "config.yaml" or file.startswith(("catalogue/", "content/")):
            continue  # the rules know what sources hold
        if (file, allowance.kind, allowance.sha256) not in held:
            at = catalogue.at_setting("personal_data", "allowed", number)
            yield problem(at, "allowance-unused", file=file, kind=allowance.kind.name.lower())


def _repeated(catalogue: Catalogue, paths: Iterable[str]) -> Iterator[Problem]:
    """Two pages at one address; letter case does not tell them apart on every host."""
    seen: set[str] = set()
    for path in paths:
        folded = path.casefold()
        if folded in seen:
            id = path.rpartition("/")[2].partition(".")[0]
            written = catalogue.by_id.get(id)
            at = catalogue.at(written.record, "id") if written else Location(path)
            yield problem(at, "page-path-repeated", page=path)
        seen.add(folded)


def _authored(catalogue: Catalogue) -> Iterator[tuple[str, Citation]]:
    """Every link an author wrote, with the page it stands on: texts and the navigation."""
    for written in catalogue.by_id.values():
        for link in written.links:
            yield f"{written.record.id}.html", link
    for number, item in enumerate(catalogue.config.navigation):
        at = catalogue.at_setting("navigation", number, "page")
        yield "index.html", Citation(item.page, at)


def _judge_author(
    catalogue: Catalogue,
    page: str,
    link: Citation,
    writers: Mapping[str, str],
    anchors: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    path, _, anchor = link.target.partition("#")
    path = path or page
    if path not in writers:
        if not _unread(catalogue, path):
            likely = difflib.get_close_matches(path, list(writers), 1)
            yield problem(link.at, "link-nowhere", target=path, likely="".join(likely))
    elif anchor and path in anchors and anchor not in anchors[path]:
        likely = difflib.get_close_matches(anchor, sorted(anchors[path]), 1)
        yield problem(link.at, "anchor-nowhere", page=path, anchor=anchor, likely="".join(likely))


def _unread(catalogue: Catalogue, path: str) -> bool:
    """Whether the page at *path* may belong to a record that could not be read."""
    folder, _, name = path.rpartition("/")
    return catalogue.perhaps(folder or "pages", name.partition(".")[0])


def _judge_pages(
    catalogue: Catalogue,
    rendered: Iterable[Rendered],
    writers: Mapping[str, str],
    anchors: Mapping[str, tuple[str, ...]],
    told: set[str],
    theme: tuple[tuple[str, str], ...],
) -> Iterator[Problem]:
    said: set[tuple[str, str, str]] = set()
    good: set[str] = set()  # most links stand on every page
    for one in rendered:
        faults = [(found.rule, "text", found.text) for found in one.notes.findings]
        for target in sorted(set(one.notes.links) - good):
            path, _, anchor = target.partition("#")
            if target in told or f"#{anchor}" in told or _unread(catalogue, path):
                good.add(target)
            elif path not in writers:
                faults.append(("page-link-broken", "target", target))
            elif anchor and path in anchors and anchor not in anchors[path]:
                faults.append(("page-anchor-broken", "target", target))
            else:
                good.add(target)
        for rule, name, text in faults:
            at = _in_theme(theme, text)
            once = (rule, str(at or (writers[one.path] if name == "text" else "")), text)
            if once not in said:
                said.add(once)
                yield problem(at or Location(one.path), rule, page=one.path, **{name: text})


def _in_theme(theme: tuple[tuple[str, str], ...], text: str) -> Location | None:
    """Where *text* stands in a template, None when it stands in none."""
    for name, template in theme:
        offset = template.find(text) if text else -1
        if offset >= 0:
            before = template[:offset]
            line = before.count("\n") + 1
            return Location(f"templates/{name}", line, offset - before.rfind("\n"))
    return None
