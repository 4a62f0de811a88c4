"""Whether both sides made the same pages: words and values of each, files and bytes of all.

python -m bench.peers.alike OUTPUT PUBLIC
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SAYING = (".html", ".json", ".csv")
OURS = ("404.html", "search.html", "manifest.json")  # which Hugo does not make
KINDS = ("HTML", "JSON", "CSV", "XML", "Excel and Word", "search", "other")
_FORMS = {
    ".html": "HTML", ".json": "JSON", ".csv": "CSV", ".xml": "XML", ".xlsx": "Excel and Word",
    ".docx": "Excel and Word",
}  # fmt: skip
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)


def visible(page: str) -> list[str]:
    """Return the words of a page as a reader sees them, its title first."""
    return html.unescape(_UNSEEN.sub(" ", page[page.index("<title>") :])).split()


def says(file: Path) -> object:
    """Return what *file* says: the words of a page, the values of JSON, CSV as it is."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return visible(text)
    return json.loads(text, object_hook=_ordered) if file.suffix == ".json" else text


def _ordered(record: dict[str, Any]) -> dict[str, Any]:
    """Channels stand here as they were written, at Hugo's in the order of the form."""
    if "channels" in record:
        record["channels"].sort(key=lambda one: str(one["name"]))
    return record


def there(path: str) -> str:
    """Return where Hugo has the file that is at *path* here: it places lists otherwise."""
    number = re.fullmatch(r"((?:categories|stages|clusters)/[a-z-]+)-([0-9]+)\.html", path)
    if number:
        return f"{number[1]}/page/{number[2]}.html"
    path = re.sub(r"^catalogue\.", "catalogue/index.", path)
    return re.sub(r"^catalogue/page-([0-9]+)\.", r"catalogue/page/\1/index.", path)


def compared(output: Path, public: Path) -> Iterator[tuple[str, bool]]:
    """Yield the path of each page, CSV and JSON file, and whether Hugo's says the same."""
    for file in sorted(output.rglob("*")):
        path = file.relative_to(output).as_posix()
        if file.suffix in SAYING and path not in OURS and not path.startswith("search/"):
            peer = public / there(path)
            yield path, peer.is_file() and says(file) == says(peer)


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
    same = dict(compared(output, public))
    told = {
        "compared": len(same),
        "differing": [path for path, alike in same.items() if not alike],
        "ours": sizes(output),
        "theirs": sizes(public),
    }
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
