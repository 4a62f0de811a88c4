"""Pagefind's extended index over the pages of records, marked as its manual tells.

The part of a page that says what the record says is marked with ``data-pagefind-body``; how to cite
it, which other pages name it and links onwards are left out with ``data-pagefind-ignore``, as they
are from our own index.  This is done on a copy.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.search.records import Searchable

_ARTICLE = re.compile(r"<article\b")
_MAIN = re.compile(r"<main\b")
# What stands on a page of a record and says nothing of it.
_ASIDES = (
    "adjusted", "briefings", "catalogue", "consultations", "contents", "documents", "entries",
    "evaluations", "fulfilled", "keypoints", "life", "record", "with",
)  # fmt: skip
_ASIDE = re.compile(rf'<(?:section|nav)\b(?=[^>]* aria-labelledby="(?:{"|".join(_ASIDES)})")')


def marked(page: str) -> str:
    """Return a page of a record with what Pagefind is to index marked."""
    place = _ARTICLE if _ARTICLE.search(page) else _MAIN
    page = place.sub(lambda found: f"{found[0]} data-pagefind-body", page, count=1)
    return _ASIDE.sub(lambda found: f"{found[0]} data-pagefind-ignore", page)


def indexed(output: Path, records: Iterable[Searchable], folder: Path) -> Path:
    """Copy the pages of *records* to *folder*, index them there, and return where the index is.

    Raises:
        subprocess.CalledProcessError: Pagefind failed.
    """
    for one in records:
        page = folder / one.path
        page.parent.mkdir(parents=True, exist_ok=True)
        text = (output / one.path).read_text(encoding="utf-8")
        page.write_text(marked(text), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return folder / "pagefind"


def paths_of(index: Path) -> dict[str, str]:
    """Return the path of the page behind each id that Pagefind gives."""
    found = {}
    for file in (index / "fragment").iterdir():
        told = gzip.decompress(file.read_bytes())
        page = json.loads(told[told.index(b"{") :])
        found[file.stem] = page["url"].lstrip("/")
    return found
