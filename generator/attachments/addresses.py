"""Where a link leads: to a place that anybody reaches, or into somebody's machine."""

from __future__ import annotations

import re

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


def is_script(address: str) -> bool:
    """Return whether a program runs an address in place of going there."""
    return _scheme(address) in _SCRIPTS


def _scheme(address: str) -> str | None:
    found = _SCHEME.match(_UNSEEN.sub("", address))
    return found[1].lower() if found else None
