"""What an import refuses, and that it writes all or nothing."""

from __future__ import annotations

import pytest

from generator import disk

from .conftest import files
from .imports.makers import HEADS, as_file, as_xlsx, bring, office, row, table
from .killing import killed
from .personal.numbers import identity, made
from .test_intake import FILE, GRID, placed, take


@pytest.mark.parametrize("name", ["a.xlsx", "catalogue", "config.yaml", FILE, "a/b/c.json"])
def test_a_report_that_cannot_be_written_there_stops_the_import(name, tmp_path):
    """
    Over the table, over the settings or over a folder: all is written, or nothing is.
    """
    site = placed(tmp_path, a_xlsx=as_xlsx(GRID, []), a=b"a file where a folder should be")
    before = files(site.folder)
    taken = take(tmp_path, "a.xlsx", field="zhengdi", report=site.folder / name)

    assert taken.problems
    assert before == files(site.folder)


REPORTS = {
    "over the settings": "logs/../config.yaml",
    "over the table": "logs/../a.xlsx",
    "over the entries": "logs/../catalogue/entries/zhengdi.yaml",
    "by a linked folder": "../linked/config.yaml",
}


@pytest.mark.parametrize("name", REPORTS.values(), ids=REPORTS)
def test_a_report_takes_no_other_file_s_place_however_it_is_written(name, tmp_path):
    """
    Not in a dry run either.
    """
    site = placed(tmp_path, a_xlsx=as_xlsx(GRID, []))
    (site.folder / "logs").mkdir()
    (tmp_path / "linked").symlink_to(site.folder)
    before = files(site.folder)
    for dry in (True, False):
        taken = take(tmp_path, "a.xlsx", field="zhengdi", report=site.folder / name, dry_run=dry)

        assert ["table-report"] == [one.rule for one in taken.problems]
        assert before == files(site.folder)


def test_a_report_does_not_take_the_place_of_the_output_however_it_is_written(tmp_path):
    """
    The last of the two would be all there is.
    """
    office(tmp_path)
    out = tmp_path / "draft.yaml"
    found = bring(tmp_path, GRID, output=out, report=tmp_path / "site/../draft.yaml")

    assert ["table-report"] == found.errors
    assert not out.exists()


# -- what may not come in ----------------------------------------------------------------------


WITHHELD = {
    "in the column of methods": (row(how="不予公开"), {"how": "公开方式"}),
    "in a column of its own": (row(no="√"), {"no": "不公开"}),
    "in place of a tick": (row(proactive="不公开"), {}),
    "as a box": (row(how="□主动公开■不公开"), {"how": "公开属性"}),
}


@pytest.mark.parametrize(("item", "heads"), WITHHELD.values(), ids=WITHHELD)
def test_a_row_that_is_withheld_is_refused_with_the_whole_table(item, heads, tmp_path):
    """
    The public catalogue knows nothing of it; the row is named.
    """
    only = [one for one in (*HEADS, *heads) if "how" not in heads or "on" not in one[:2]]
    only = [one for one in only if "how" not in heads or one != "proactive"]
    found = bring(tmp_path, table(row(), item, only=only, **heads))
    [problem] = [one for one in found.taken.problems if one.rule == "table-withheld"]

    assert 3 == problem.at.line
    assert "" == found.text


NUMBER = made(identity, 1)[0]
MASK = f"{NUMBER[:4]}…{NUMBER[-2:]}"
PLACES = {
    "a cell": {"content": table(row(content=f"联系人{NUMBER}"))},
    "a column beside the form": {"content": table(row(x=NUMBER), x="备用")},
    "a head": {"content": table(row(), content=f"内容{NUMBER}")},
    "a title": {"content": [[NUMBER], *table(row())]},
    "the words above a table": {
        "content": GRID, "form": "docx", "before": [f"公开时限：向{NUMBER}了解"],
    },
    "the name of the file": {"content": GRID, "name": f"目录{NUMBER}"},
}  # fmt: skip


@pytest.mark.parametrize("wish", PLACES.values(), ids=PLACES)
def test_a_person_s_number_anywhere_refuses_the_import(wish, tmp_path):
    """
    Its place and its mask are told, the whole of it nowhere.
    """

    report = tmp_path / "report.json"
    brought = bring(tmp_path, report=report, **wish)
    problems = [one for one in brought.taken.problems if one.rule == "table-personal"]

    assert problems
    assert MASK == dict(problems[0].facts)["mask"]
    assert "" == brought.text
    assert NUMBER not in report.read_text() + "".join(brought.taken.lines)


@pytest.mark.parametrize("wish", PLACES.values(), ids=PLACES)
def test_no_account_holds_a_whole_number_whatever_is_found(wish, tmp_path):
    """
    Masking is broader than finding.
    """
    report = tmp_path / "report.json"
    brought = bring(tmp_path, report=report, **wish)

    assert NUMBER not in report.read_text() + "".join(brought.taken.lines)


# -- all or nothing ----------------------------------------------------------------------------


def test_a_disk_that_fails_leaves_every_file_as_it_was_and_says_so(tmp_path, monkeypatch):
    """
    The entries and the vocabulary of levels, whichever of the two fails.
    """
    bring(tmp_path, GRID)
    before = files(tmp_path / "site")
    grid = table(row(county="√", time_limit="及时公开"), county="作业区")
    real = disk.rename
    for number in (1, 2):
        left = [number]

        def failing(old, new, left=left):
            left[0] -= 1
            if left[0] == 0:
                raise OSError(28, "No space left on device")
            real(old, new)

        monkeypatch.setattr(disk, "rename", failing)
        found = bring(tmp_path, grid)

        assert ["table-unwritten"] == found.errors
        assert before == files(tmp_path / "site")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    """
    A file stands where a folder of the output should.
    """
    (tmp_path / "a").write_text("甲")
    found = bring(tmp_path, GRID, output=tmp_path / "a/b/c.yaml")

    assert ["table-unwritten"] == found.errors
    assert "甲" == (tmp_path / "a").read_text()


def test_a_folder_that_may_not_be_written_to_is_one_sentence(tmp_path, monkeypatch):
    """
    Nothing is written anywhere else.
    """

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    bring(tmp_path, GRID)
    before = files(tmp_path / "site")
    monkeypatch.setattr(disk, "write_file", refuse)
    found = bring(tmp_path, table(row(time_limit="及时公开")))

    assert ["table-unwritten"] == found.errors
    assert before == files(tmp_path / "site")


def test_what_cannot_be_written_is_named(tmp_path, monkeypatch):
    """
    The report, though the entries come first; not what stands beside it for a moment.
    """
    report = tmp_path / "report.json"
    real = disk.write_file

    def refuse(path, data):
        if "report" in path.name:
            raise PermissionError(13, "Permission denied", str(path))
        real(path, data)

    monkeypatch.setattr(disk, "write_file", refuse)
    found = bring(tmp_path, GRID, report=report)
    [problem] = found.taken.problems

    assert ("table-unwritten", str(report)) == (problem.rule, problem.at.path)


def test_a_table_that_cannot_be_read_is_one_sentence(tmp_path, monkeypatch):
    """
    On a share that went away.
    """

    def refuse(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "read_input", refuse)
    found = bring(tmp_path, GRID)

    assert ["file-unreadable"] == found.errors
    assert "" == found.text


IMPORT = """
from generator.intake import Wish, take_in
take_in(Path("."), [Path("a.csv")], Wish("zhengdi"), today=date(2026, 11, 23), language="zh")
"""


def test_killed_anywhere_each_file_is_whole_and_the_next_import_heals(tmp_path):
    """
    The old one or the new one of each; no manual step.
    """
    grid = table(row(county="√", time_limit="及时公开"), county="作业区")
    site = placed(tmp_path, a_csv=as_file(grid, "csv"))
    bring(tmp_path, GRID)
    old = files(site.folder / "catalogue")
    bring(tmp_path, grid, form="csv", name="a")
    new = files(site.folder / "catalogue")
    for number in range(12):
        for path, data in old.items():
            site.write(f"catalogue/{path}", data)
        done = killed(IMPORT, site.folder, number, "catalogue")
        found = {
            path: data for path, data in files(site.folder / "catalogue").items()
            if not path.rpartition("/")[2].startswith(".")
        }  # fmt: skip

        assert all(found[path] in (old[path], new[path]) for path in new)

        take(tmp_path, "a.csv", field="zhengdi")

        assert new == files(site.folder / "catalogue")
        if done:
            break
