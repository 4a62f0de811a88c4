"""Where an office file leads: links, fields and formulas that name a place on somebody's machine.

A page of the web, a mail address and a place within the file lead nowhere that a reader cannot go;
any other target names a file or a machine, and with it who works there and on what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.attachments.addresses import is_local, is_path
from generator.files.zips import relations
from generator.problems import Location, Problem, problem

_INNER = frozenset(("oleObject", "package", "aFChunk", "control", "subDocument"))


def leads_of_parts(members: Mapping[str, bytes], at: Location) -> Iterator[Problem]:
    """What the parts of a file take from elsewhere, and links that lead into somebody's machine."""
    for name in members:
        folder, _, last = name.rpartition("/")
        if not last.lower().endswith(".rels"):
            continue
        folder = folder.rpartition("/")[0]
        part = f"{folder}/{last[:-5]}" if folder else last[:-5]
        for one in relations(members, part).values():
            if one.kind in _INNER and not one.outward:
                yield problem(at, "attachment-embedded", part=one.part)
            elif one.kind == "hyperlink":
                within = not one.outward and one.part in members
                if not within and is_local(one.target):
                    yield problem(at, "attachment-external", part=name)
            elif one.outward:
                yield problem(at, "attachment-external", part=name)


# -- fields of Word --------------------------------------------------------------------------------

_FETCHES = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|RD)\b",
    re.IGNORECASE,
)
_LINKS = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_WORDS = re.compile(r'["“]([^"”]*)["”]|(\S+)')
_WITH_A_WORD = ("\\l", "\\o", "\\t")  # switches of a link: a place within, a hint, a window


def leads_of_field(field: str) -> bool:
    """Return whether a field of Word fetches something or is a link into somebody's machine."""
    if _FETCHES.match(field):
        return True
    link = _LINKS.match(field)
    if link is None:
        return False
    before = ""
    for quoted, bare in _WORDS.findall(field[link.end() :]):
        if before.lower() not in _WITH_A_WORD and not re.fullmatch(r"\\[a-zA-Z]", bare):
            return is_local((quoted or bare).replace("\\\\", "\\"))
        before = bare
    return False


# -- formulas of Excel -----------------------------------------------------------------------------

_STRING = re.compile(r'"((?:[^"]|"")*)"')
_LINK = re.compile(r'\bHYPERLINK\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)
# [1]S!A1 and 'c:\a\[b.xlsx]S'!A1, but no column of a table, tab[a], and no name of this book,
# [0]!a; cmd|'a'!b talks to another program; some functions fetch.
_OTHER_BOOK = re.compile(
    r"'(?:[^']|'')*\[(?!0\])[^\]']+\](?:[^']|'')*'!"
    r"|(?<![\w\]\[@.])\[(?!0\])[^\[\]@#]+\][\w.]*!"
    r"|\|(?:'(?:[^']|'')*'|[\w.]+)?!"
    r"|'[^'\[\]]*\.xl[a-z]{1,2}'!"
    r"|\b(?:WEBSERVICE|RTD|CALL|REGISTER|_xlfn\.IMAGE)\(",
    re.IGNORECASE,
)


def leads_of_formula(formula: str) -> bool:
    """Return whether a formula takes something from elsewhere or links into a machine."""
    plain = _STRING.sub('""', formula) if '"' in formula else formula
    if _OTHER_BOOK.search(plain):
        return True
    return any(map(is_local, _LINK.findall(formula))) or any(map(is_path, _STRING.findall(formula)))


_FORMULAS = frozenset(
    ("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula")
)


def leads_of_tree(tree: Any) -> bool:
    """Return whether formulas in the tree of a part, or addresses that its drawings name, lead
    into a machine."""
    for one in tree.iter("{*}*"):
        if one.tag.rpartition("}")[2] in _FORMULAS and leads_of_formula(one.text or ""):
            return True
        for key, value in one.attrib.items():
            address = key.rpartition("}")[2] == "href" and not value.startswith("data:")
            if address and is_local(value):
                return True
    return False


_ADDRESS = re.compile(rb"""\bhref\s*=\s*["']([^"']*)""", re.IGNORECASE)


def leads_of_drawing(vml: bytes) -> bool:
    """Return whether a drawing of old kind, which need not be XML, leads into a machine."""
    return any(is_local(one.decode(errors="replace")) for one in _ADDRESS.findall(vml))
