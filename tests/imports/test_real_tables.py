"""Real published tables, in every form an office has them in: the right cell in the right field."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.intake import Wish, take_in

from ..conftest import ROOT
from .judge import FIELD, TABLES, Verdict, judge, names, rows
from .layouts import as_docx, as_html, as_xlsx, laid_out

FORMS = ("csv", "xlsx", "xlsx, one row", "docx", "docx, one row", "html", "html, one row")


def test_the_real_tables_are_there() -> None:
    """
    They are read from beside the project; without them the tests below have nothing to say.
    """
    if not names():
        pytest.skip(f"the real tables are not at hand: {TABLES} is empty or missing")

    assert 90 < len(names())


def bare_site(folder: Path) -> Path:
    """Return a site that has the fields and words of the bundled one, and no entry or unit."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "config.yaml", folder)
    for name in ("fields", "vocabularies"):
        shutil.copytree(ROOT / "catalogue" / name, folder / "catalogue" / name)
    return folder


def as_file(name: str, form: str) -> tuple[str, bytes, int]:
    """Return a real table as a file of a form: name, bytes, and how many rows its header takes."""
    if form == "csv":
        return f"{name}.csv", (TABLES / f"{name}.csv").read_bytes(), 1
    two = "one row" not in form
    suffix = form.partition(",")[0]
    make = {"xlsx": as_xlsx, "docx": as_docx, "html": as_html}[suffix]
    table = laid_out(rows(name, filled=False), rows(name, filled=True), two_rows=two)
    return f"{name}.{suffix}", make(*table), 2 if two else 1


def imported(folder: Path, name: str, form: str) -> tuple[Verdict, Any]:
    """Import a real table into a bare site and hold it against its careful reading."""
    file, data, header = as_file(name, form)
    site = bare_site(folder / "site")
    (folder / file).write_bytes(data)
    out = site / "catalogue/entries/table.yaml"
    wish = Wish(field=FIELD, output=out)
    taken = take_in(site, [folder / file], wish, today=date(2026, 11, 25), language="zh")
    assert out.exists(), taken.problems
    entries = yaml.load(out.read_text(encoding="utf-8"), yaml.CBaseLoader)["entries"]
    return judge(name, entries, taken.record, header=header), taken


# Each table as it was published, and in the other forms by turns; `bench.tables` tries all.
TURNS = [
    (name, form)
    for turn, name in enumerate(names())
    for form in ("csv", FORMS[1 + turn % (len(FORMS) - 1)])
]


@pytest.mark.parametrize(("name", "form"), TURNS)
def test_every_cell_of_a_real_table_is_in_its_field(name, form, tmp_path):
    """
    At least 99 of 100 cells, or all but one; what is not is named in the account, none is lost.
    """
    verdict, _ = imported(tmp_path, name, form)

    assert () == verdict.lost
    assert len(verdict.wrong) <= max(1, verdict.cells // 100), verdict.wrong


@pytest.mark.parametrize("name", names())
def test_every_cell_of_a_real_table_is_accounted_for(name, tmp_path):
    """
    One line of the account for each cell that is not empty, and none for any other.
    """
    _, taken = imported(tmp_path, name, "xlsx, one row")
    table = laid_out(rows(name, filled=False), rows(name, filled=True), two_rows=False)
    cells = {
        (number, column)
        for number, row in enumerate(table[0], 1)
        for column, text in enumerate(row, 1)
        if text.strip()
    }
    told = [(one["row"], one["column"]) for one in taken.record["tables"][0]["cells"]]

    assert sorted(cells) == sorted(told)
