"""What an office sees on paper: exported files, converted to PDF and looked over page by page.

LibreOffice lays a sheet out as an application does, which no test of the XML can show.  Started by
hand; it installs nothing, and says what is missing.  With ``--keep`` the PDF files and a picture of
each page stay, because whether a table is well set only an eye can tell.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Program -> Debian's package.
TOOLS = {
    "soffice": "libreoffice-calc libreoffice-writer",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "fc-list": "fontconfig",
}
FORMS = ("xlsx", "docx")
# What a page of the table carries, and what a page of the sheet of registered words does.
HEADER = (
    "序号",
    "公开事项",
    "一级事项",
    "二级事项",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开方式",
)
REGISTER = ("编号", "项目", "内容")
# More rows than fit on a page, fewer than any page of a real table holds.
MOST_ROWS, FEWEST_ROWS = 30, 1
PARTS = (
    ("--field", "jiti-tudi-zhengshou"),
    ("--field", "yiwu-jiaoyu"),
    ("--unit", "shifan"),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A file on paper: its name, its pages as text, and how many entries it was made of."""

    name: str
    pages: tuple[str, ...]
    entries: int

    @property
    def faults(self) -> tuple[str, ...]:
        """Return what is wrong with it, in words."""
        tables = [page for page in self.pages if _carries(page, HEADER)]
        found = [
            f"page {number} has no header"
            for number, page in enumerate(self.pages, 1)
            if not _carries(page, HEADER) and not _carries(page, REGISTER)
        ]
        if not self.entries / MOST_ROWS <= len(tables) <= self.entries / FEWEST_ROWS + 1:
            found.append(f"{len(tables)} pages for {self.entries} entries")
        return tuple(found)


def _carries(page: str, words: Iterable[str]) -> bool:
    return all(word in page for word in words)


def missing() -> tuple[str, ...]:
    """Return the packages that would have to be installed."""
    found = {package for tool, package in TOOLS.items() if not shutil.which(tool)}
    if "fontconfig" not in found:
        fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout
        found |= set() if fonts else {"fonts-noto-cjk"}
    return tuple(sorted(found))


def exported(site: Path, folder: Path, parts: Iterable[tuple[str, str]]) -> dict[Path, int]:
    """Export each part in both forms to *folder*; return how many entries each file holds."""
    files = {}
    for form in FORMS:
        for option, id in parts:
            file = folder / f"{id}-{form}.{form}"
            command = [sys.executable, "-m", "generator", "export", form, "--lang", "en"]
            command += ["--site", str(site), option, id, "-o", str(file)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            count = re.search(r"([0-9]+) entries", done.stderr)
            if count is None:
                sys.exit(done.stderr)
            files[file] = int(count[1])
    return files


def converted(files: Iterable[Path], folder: Path) -> None:
    """Convert *files* to PDF beside them, with a profile of their own and Chinese shapes."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    language = {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}
    subprocess.run(command, env={**os.environ, **language}, capture_output=True, check=True)


def printed(file: Path, entries: int) -> Printed:
    """Return the pages of a file that was converted."""
    command = ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return Printed(file.name, tuple(text.split("\f")[:-1]), entries)


def pictures(folder: Path) -> None:
    """Draw each page of each PDF in *folder*."""
    for file in sorted(folder.glob("*.pdf")):
        command = ["pdftoppm", "-r", "100", "-png", str(file), str(file.with_suffix(""))]
        subprocess.run(command, check=True)


def table(rows: Sequence[Printed]) -> str:
    """Return what was seen, a line for each file."""
    width = max(len(row.name) for row in rows)
    return "\n".join(
        f"{row.name.ljust(width)}  {row.entries:>5} entries  {len(row.pages):>4} pages  "
        f"{'; '.join(row.faults) or 'good'}"
        for row in rows
    )


def main() -> None:
    """Look at exported files from the command line; status 1 when a page is not as it should be."""
    given = _arguments()
    if packages := missing():
        sys.exit(f"missing: apt-get install --no-install-recommends {' '.join(packages)}")
    parts = [("--field", id) for id in given.field] + [("--unit", id) for id in given.unit]
    with tempfile.TemporaryDirectory(prefix="gongkai-office-") as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        files = exported(given.site, folder, parts or PARTS)
        converted(files, folder)
        found = [printed(file, entries) for file, entries in files.items()]
        if given.keep:
            shutil.rmtree(folder / "profile", ignore_errors=True)
            pictures(folder)
    print(table(found))
    sys.exit(1 if any(one.faults for one in found) else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.office", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT)
    parser.add_argument("--field", action="append", default=[], help="id; may be repeated")
    parser.add_argument("--unit", action="append", default=[], help="id; may be repeated")
    parser.add_argument("--keep", type=Path, help="where the PDF files and pictures stay")
    return parser.parse_args()


if __name__ == "__main__":
    main()
