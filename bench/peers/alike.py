"""Whether both sides made the same pages: visible text of a sample, files and bytes of all.

    python -m bench.peers.alike OUTPUT PUBLIC
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SAMPLE = 25  # pages of each folder, spread over it
KINDS = ("HTML", "JSON", "CSV", "XML", "Excel and Word", "search", "other")
_FORMS = {
    ".html": "HTML", ".json": "JSON", ".csv": "CSV", ".xml": "XML", ".xlsx": "Excel and Word",
    ".docx": "Excel and Word",
}  # fmt: skip
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)


def visible(page: str) -> list[str]:
    """Return the words of a page as a reader sees them, its title first."""
    return html.unescape(_UNSEEN.sub(" ", page[page.index("<title>") :])).split()


def there(path: str) -> str:
    """Return where Hugo has the page that is at *path* here: it counts the pages of a list
    otherwise."""
    number = re.fullmatch(r"((?:categories|stages|clusters)/[a-z-]+)-([0-9]+)\.html", path)
    if number:
        return f"{number[1]}/page/{number[2]}.html"
    return re.sub(r"^catalogue/page-([0-9]+)\.html$", r"catalogue/page/\1/index.html", path)


def differing(output: Path, public: Path) -> Iterator[tuple[str, bool]]:
    """Yield the paths of a sample of pages, and whether Hugo's page says something else."""
    folders = [one for one in sorted(output.iterdir()) if one.is_dir() and one.name != "search"]
    here = [one for one in output.glob("*.html") if one.name not in ("404.html", "search.html")]
    for pages in (sorted(here), *(sorted(folder.rglob("*.html")) for folder in folders)):
        for page in pages[:: max(1, len(pages) // SAMPLE)]:
            path = page.relative_to(output).as_posix()
            peer = public / there(path)
            same = peer.is_file() and visible(page.read_text("utf-8")) == visible(
                peer.read_text("utf-8")
            )
            yield path, not same


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    """Return files and bytes below *folder* by kind."""
    found = dict.fromkeys(KINDS, (0, 0))
    for file in folder.rglob("*"):
        if file.is_file():
            first = file.relative_to(folder).parts[0]
            kind = _FORMS.get(file.suffix, "other")
            kind = "search" if first in ("search", "pagefind", "search.html") else kind
            files, size = found[kind]
            found[kind] = (files + 1, size + file.stat().st_size)
    return found


def main() -> None:
    """Print as JSON what was compared."""
    output, public = map(Path, sys.argv[1:3])
    compared = dict(differing(output, public))
    told = {
        "compared": len(compared),
        "differing": [path for path, differs in compared.items() if differs],
        "ours": sizes(output),
        "theirs": sizes(public),
    }
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
