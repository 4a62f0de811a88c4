"""The files that an import changes: which they are, and that they say what was meant."""

from __future__ import annotations

import codecs
import os
import re
import threading

import pytest

from ..conftest import files
from .makers import WORDS_OF_SITE, bring, office, row, table

FILE = "catalogue/entries/zhengdi.yaml"
OWN = """\
# 手写
entries:
  - id: own
    name: 听证公告
    field: zhengdi
    method: 主动公开  # 已核对
"""
GRID = table(row())


def test_without_a_file_named_it_is_that_of_the_field(tmp_path):
    """
    One file for each field, and for each unit's catalogue of it.
    """
    bring(tmp_path, GRID)
    bring(tmp_path, GRID, unit="jiaoyu")
    entries = tmp_path / "site/catalogue/entries"

    assert ["zhengdi-jiaoyu.yaml", "zhengdi.yaml"] == sorted(os.listdir(entries))


def test_an_entry_that_is_elsewhere_in_the_site_is_changed_where_it_is(tmp_path):
    """
    An editor has put it in another file.
    """
    bring(tmp_path, GRID)
    site = office(tmp_path)
    site.write("catalogue/entries/other.yaml", site.read(FILE))
    site.remove(FILE)
    found = bring(tmp_path, table(row(time_limit="及时公开")))

    assert not found.errors
    assert "time_limit: 及时公开" in site.read("catalogue/entries/other.yaml")
    assert not (site.folder / FILE).exists()


def test_an_entry_that_is_elsewhere_is_not_written_into_a_file_that_is_named(tmp_path):
    """
    It would stand twice.
    """
    bring(tmp_path, GRID)
    site = office(tmp_path)
    before = files(site.folder)
    found = bring(tmp_path, GRID, output=site.folder / "catalogue/entries/new.yaml")

    assert ["table-id-elsewhere"] == found.errors
    assert before == files(site.folder)


@pytest.mark.parametrize("place", ["site/../site", "linked", "linked/catalogue/.."])
def test_a_file_of_the_site_is_one_however_its_place_is_written(place, tmp_path):
    """
    Its entries are those that are there.
    """
    before = bring(tmp_path, GRID).text
    (tmp_path / "linked").symlink_to(tmp_path / "site")
    found = bring(tmp_path, GRID, output=tmp_path / place / FILE)

    assert not found.errors
    assert before == found.text


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ends_of_line_and_the_mark_of_a_file_stay(mark, end, tmp_path):
    """
    What was there is there byte for byte, what is new ends its lines alike.
    """
    old = mark + OWN.replace("\n", end).encode()
    office(tmp_path).write(FILE, old)
    found = bring(tmp_path, GRID)
    new = found.file.read_bytes()

    assert not found.errors
    assert new.startswith(old)
    assert len(new.decode().split("\n")) == len(new.decode().split(end))


@pytest.mark.parametrize(("first", "other"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_where_ends_of_line_differ_the_first_decides(first, other, tmp_path):
    """
    One line that came from elsewhere does not change all the others.
    """
    old = OWN.replace("\n", first).replace(f"entries:{first}", f"entries:{other}")
    office(tmp_path).write(FILE, old.encode())
    new = bring(tmp_path, GRID).file.read_bytes().decode()

    assert new.count("\n") > OWN.count("\n")
    assert (new.count("\n") if first == "\r\n" else 0) == new.count("\r\n")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_vocabulary_that_gains_a_word_keeps_its_own_lines(mark, end, tmp_path):
    """
    With its ends of line, its mark and its comments.
    """
    path = "catalogue/vocabularies/words.yaml"
    old = mark + WORDS_OF_SITE.replace("\n", end).encode()
    site = office(tmp_path)
    site.write(path, old)
    found = bring(tmp_path, table(row(county="√"), county="作业区"))
    new = (site.folder / path).read_bytes()

    assert not found.errors
    assert new.startswith(old)
    assert "作业区" in new[len(old) :].decode()
    assert new.count(b"\n") == new.count(end.encode())


def test_a_level_that_the_vocabulary_has_changes_nothing_of_it(tmp_path):
    """
    Not a byte.
    """
    bring(tmp_path, GRID)

    assert WORDS_OF_SITE == office(tmp_path).read("catalogue/vocabularies/words.yaml")


def test_the_site_has_no_error_after_an_import(tmp_path):
    """
    Ids, references, levels and words are all known; what the table lacks is a warning.
    """
    grid = table(row(county="√", channels="■政府网站■其他：公众号"), county="作业区")
    found = bring(tmp_path, grid)
    site = office(tmp_path)

    assert not found.errors
    assert [] == [line for line in site.lines() if ": error:" in line]


def test_a_suggested_category_is_told_by_check_until_somebody_confirms_it(tmp_path):
    """
    With the key to delete.
    """
    bring(tmp_path, GRID)
    site = office(tmp_path)

    def told() -> list[str]:
        return [line for line in site.lines() if "[suggestion-unconfirmed]" in line]

    assert 1 == len(told())

    site.edit(FILE, "    suggested:\n      - category\n", "")

    assert [] == told()


def _unmarked(text: str) -> str:
    return re.sub("(?m)^imported: .*", "", text)


def test_a_file_of_one_record_takes_changes_of_it(tmp_path):
    """
    A new entry needs another file.
    """
    site = office(tmp_path)
    bring(tmp_path, GRID)
    text = "".join(line[4:] for line in site.read(FILE).splitlines(True)[1:])
    site.write(FILE, text)
    found = bring(tmp_path, table(row(time_limit="及时公开")))

    assert not found.errors
    assert _unmarked(text.replace(row()["time_limit"], "及时公开")) == _unmarked(found.text)

    found = bring(tmp_path, table(row(), row(number="2", name="方案")))

    assert ["table-single"] == found.errors


def test_a_file_outside_of_the_site_is_merged_by_its_own_entries(tmp_path):
    """
    A draft that the site does not read.
    """
    out = tmp_path / "draft.yaml"
    bring(tmp_path, GRID, output=out)
    out.write_text(out.read_text().replace("    method", "    # 待核\n    method"))
    before = out.read_text()
    again = bring(tmp_path, table(row(), row(number="2", name="方案")), output=out)

    assert not again.errors
    assert out.read_text().startswith(before)
    assert not (tmp_path / "site" / FILE).exists()


def test_a_draft_that_was_copied_into_the_catalogue_is_still_merged_by_its_own_entries(tmp_path):
    """
    The site has others of the same ids by then.
    """
    site = office(tmp_path)
    out = tmp_path / "draft.yaml"
    before = bring(tmp_path, GRID, output=out).text
    site.write(FILE, before)
    found = bring(tmp_path, GRID, output=out)

    assert not found.errors
    assert before == found.text


SPOILT = {
    "no YAML": "entries: [\n",
    "another list": "units:\n  - {id: a, name: 甲}\n",
    "an unknown key": OWN + "    nmae: 甲\n",
    "GBK": OWN.encode("gbk"),
    "a text": "甲\n",
}


@pytest.mark.parametrize("text", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("inside", [True, False])
def test_a_file_with_errors_is_not_touched(text, inside, tmp_path):
    """
    It is told what is wrong with it first.
    """
    site = office(tmp_path)
    out = site.folder / FILE if inside else tmp_path / "draft.yaml"
    data = text if isinstance(text, bytes) else text.encode()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(data)
    found = bring(tmp_path, GRID, output=out)

    assert found.errors
    assert data == out.read_bytes()


def test_an_error_anywhere_in_the_site_stops_an_import(tmp_path):
    """
    What the catalogue says must be known before anything is put into it.
    """
    site = office(tmp_path)
    site.write("catalogue/units/units.yaml", "units:\n  - id: a\n    nmae: 甲\n")
    found = bring(tmp_path, GRID)

    assert "field-unknown" in found.errors
    assert not (site.folder / FILE).exists()


NO_PLACE = {
    "a folder": lambda folder: (folder / "a.yaml").mkdir(),
    "a link": lambda folder: (folder / "a.yaml").symlink_to(folder / "b.yaml"),
    "a link to a file": lambda folder: (
        (folder / "b.yaml").write_text("甲"), (folder / "a.yaml").symlink_to(folder / "b.yaml"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("make", NO_PLACE.values(), ids=NO_PLACE)
def test_an_output_that_is_no_plain_file_is_refused(make, tmp_path):
    """
    Nothing is followed, nothing is replaced.
    """
    office(tmp_path)
    make(tmp_path)
    before = files(tmp_path / "site")
    found = bring(tmp_path, GRID, output=tmp_path / "a.yaml")

    assert ["table-output"] == found.errors
    assert before == files(tmp_path / "site")
    assert not (tmp_path / "b.yaml").exists() or "甲" == (tmp_path / "b.yaml").read_text()


def test_an_output_that_is_a_pipe_is_refused_and_not_waited_for(tmp_path):
    """
    Whoever reads it waits for ever; here somebody answers, so that the test ends.
    """
    pipe = tmp_path / "a.yaml"
    os.mkfifo(pipe)

    def answer() -> None:
        while pipe.is_fifo():
            os.close(os.open(pipe, os.O_WRONLY))
            answered.append(True)

    answered: list[bool] = []
    threading.Thread(target=answer, daemon=True).start()
    found = bring(tmp_path, GRID, output=pipe)

    assert [] == answered
    assert ["table-output"] == found.errors


@pytest.mark.parametrize(
    "name", ["a.txt", "a", "config.yaml", "目录.xlsx", "catalogue/units/units.yaml"]
)
def test_an_output_that_is_something_else_of_the_site_is_refused(name, tmp_path):
    """
    The settings, the units, the table itself, a file that is no YAML.
    """
    site = office(tmp_path)
    before = files(site.folder)
    path = tmp_path / name if name == "目录.xlsx" else site.folder / name
    found = bring(tmp_path, GRID, output=path)

    assert found.errors
    assert before == files(site.folder)


@pytest.mark.parametrize(
    "name",
    [
        "catalogue/units/new.yaml", "catalogue/new.yaml", "catalogue/entries/../units/new.yaml",
        "catalogue/entries.yaml", "content/pages/new.yaml", "templates/new.yaml", "config.yaml",
        "internal/new.yaml", "output/new.yaml", "catalogue/entries/.new.yaml",
    ],
)  # fmt: skip
def test_among_the_sources_of_a_site_only_the_folder_of_entries_takes_any(name, tmp_path):
    """
    In another one the site could not read them.
    """
    site = office(tmp_path)
    before = files(site.folder)
    found = bring(tmp_path, GRID, output=site.folder / name)

    assert ["table-output"] == found.errors
    assert before == files(site.folder)


def test_an_output_in_a_folder_that_is_not_there_makes_it(tmp_path):
    """
    As a first import into a new site does.
    """
    found = bring(tmp_path, GRID, output=tmp_path / "new/deep/a.yaml")

    assert not found.errors
    assert found.file.exists()
