"""Where a link leads: to a place that anybody reaches, or into somebody's machine."""

from __future__ import annotations

import re
from urllib.parse import unquote

_PUBLIC = frozenset(("http", "https", "mailto", "tel", "ftp"))
_SCRIPTS = frozenset(("javascript", "vbscript", "data"))
# A drive is one letter, and a host with its port has points, which no scheme of a link has.
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20]+")  # programs leave them out of an address


def is_public(address: str) -> bool:
    """Return whether anybody reaches an address; one within a site or a file is none of a
    machine."""
    if (scheme := _scheme(address)) is not None:
        return scheme in _PUBLIC
    return not _UNSEEN.sub("", address).startswith("/") and "\\" not in address


# An address of the web without its scheme.
_HOST = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info)(?=[/:?#]|$))", re.IGNORECASE
)
_FILE = re.compile(r"[\\/]|\.[a-z][a-z0-9]{1,4}(?=[#?\]]|$)", re.IGNORECASE)
_ROOTED = re.compile(r"(?:file:|[a-z]:[\\/]|\\\\[^\\\s])", re.IGNORECASE)


def is_local(target: str) -> bool:
    """Return whether the target of an office file's link names a file or a machine, also one beside
    it, and no page of the web, mail address or place within the file itself."""
    target = unquote(target).strip()
    if target.startswith("#") or _HOST.match(target):
        return False
    if not is_public(target):
        return True
    return _scheme(target) is None and _FILE.search(target) is not None


def is_path(text: str) -> bool:
    """Return whether *text*, which need not be a target, begins as a path of a machine does."""
    return _ROOTED.match(text.strip()) is not None


def is_script(address: str) -> bool:
    """Return whether a program runs an address in place of going there."""
    return _scheme(address) in _SCRIPTS


def _scheme(address: str) -> str | None:
    found = _SCHEME.match(_UNSEEN.sub("", address))
    return found[1].lower() if found else None
