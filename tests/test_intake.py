"""`gongkai import` as people and machines run it: what it takes, says and writes."""

from __future__ import annotations

import io
import json

import pytest
import xlsxwriter
import yaml

from generator.intake import Wish, take_in

from .conftest import DAY, files
from .imports.layouts import as_html
from .imports.makers import HEADS, as_docx, as_file, as_xlsx, bring, office, row, table

FILE = "catalogue/entries/zhengdi.yaml"
GRID = table(row(), row(number="2", name="补偿方案"))


def placed(folder, **tables: bytes):
    """A site, and tables beside its catalogue by their names."""
    site = office(folder)
    for name, data in tables.items():
        site.write(name.replace("_", "."), data)
    return site


def take(folder, *names: str, **wish):
    paths = [folder / "site" / name for name in names]
    return take_in(folder / "site", paths, Wish(**wish), today=DAY, language="zh")


def rules(taken) -> list[str]:
    return [one.rule for one in taken.problems]


# -- how the command ends ----------------------------------------------------------------------


def test_a_table_is_imported_in_one_command(tmp_path):
    """
    What was done stands on standard error, nothing on the other.
    """
    site = placed(tmp_path, a_xlsx=as_xlsx(GRID, []))
    done = site.run("import", "a.xlsx", "--field", "zhengdi")

    assert (0, "") == (done.returncode, done.stdout)
    assert f"{FILE}：新增 2 项，修改 0 项，未变 0 项" in done.stderr
    assert "a.xlsx Sheet1：2 个事项" in done.stderr
    assert site.read(FILE).startswith("entries:\n  - id: z-zhengshou-banfa\n")


def test_english_is_spoken_where_it_is_asked_for(tmp_path):
    """
    Counts, guesses and reasons too; the words of the table stay its own.
    """
    site = placed(tmp_path, a_xlsx=as_xlsx(GRID, []))
    done = site.run("import", "a.xlsx", "--field", "zhengdi", "--lang", "en")

    assert f"{FILE}: 2 new, 0 changed, 0 unchanged" in done.stderr
    assert "“市自然资源局” is the unit “示范市自然资源局”" in done.stderr
    assert "猜测" not in done.stderr


ENDS = {
    "no table": (["import"], 2),
    "an unknown option": (["import", "a.csv", "--all"], 2),
    "no such table": (["import", "nowhere.xlsx"], 1),
    "a folder": (["import", "catalogue"], 1),
    "no such field": (["import", "a.csv", "--field", "zhengdii"], 1),
    "no field": (["import", "a.csv"], 1),
    "an output that is no YAML": (["import", "a.csv", "--field", "zhengdi", "-o", "a.txt"], 1),
    "no table of a catalogue": (["import", "config.yaml", "--field", "zhengdi"], 1),
    "no site": (["import", "a.csv", "--site", "catalogue"], 1),
}


@pytest.mark.parametrize(("words", "status"), ENDS.values(), ids=ENDS)
def test_what_cannot_be_done_is_said_and_nothing_is_written(words, status, tmp_path):
    """
    One or two sentences, never a traceback.
    """
    site = placed(tmp_path, a_csv=as_file(GRID, "csv"))
    before = files(site.folder)
    done = site.run(*words)

    assert (status, "") == (done.returncode, done.stdout)
    assert "Traceback" not in done.stderr
    assert status == 2 or "没有写入任何文件" in done.stderr
    assert before == files(site.folder)


@pytest.mark.parametrize(
    ("wish", "likely"),
    [
        ({"field": "zhengdii"}, "zhengdi"),
        ({"field": "征地补偿"}, "zhengdi"),
        ({"field": "zhengdi", "unit": "jiaoyv"}, "jiaoyu"),
        ({"field": "zhengdi", "unit": "示范市教育局"}, "jiaoyu"),
    ],
)
def test_an_id_that_names_nothing_is_answered_with_the_likely_one(wish, likely, tmp_path):
    """
    A slip, or the name in place of the id.
    """
    found = bring(tmp_path, GRID, **wish)
    [problem] = found.taken.problems

    assert "reference-unknown" == problem.rule
    assert likely == dict(problem.facts)["likely"]


# -- fields ------------------------------------------------------------------------------------


def fields(folder) -> dict[str, list[str]]:
    """The files of entries, with the names of what is in each."""
    return {
        path.name: [one["name"] for one in yaml.safe_load(path.read_text())["entries"]]
        for path in sorted((folder / "site/catalogue/entries").iterdir())
    }


def test_the_headings_of_a_document_part_its_fields(tmp_path):
    """
    One table for each, the heading above it.
    """
    parts = [
        as_html(table(row(name=name)), [], before=[f"（{number}）{field}领域标准目录"]).decode()
        for number, field, name in (("一", "征地补偿", "公告"), ("二", "义务教育", "招生"))
    ]
    page = "".join(part.removesuffix("</body></html>") for part in parts)
    placed(tmp_path, a_html=page.encode())
    taken = take(tmp_path, "a.html")

    assert [] == rules(taken)
    assert {"yiwu-jiaoyu.yaml": ["招生"], "zhengdi.yaml": ["公告"]} == fields(tmp_path)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_headings_between_the_rows_of_one_table_part_its_fields(form, tmp_path):
    """
    Merged over the width of a sheet, or alone in their row.
    """
    width = len(HEADS)
    grid = table()
    spans = []
    for field, name in (("征地补偿领域", "公告"), ("义务教育领域", "招生")):
        spans.append((len(grid), len(grid), 0, width - 1))
        grid += [[field] + [""] * (width - 1), *table(row(name=name))[1:]]
    placed(tmp_path, **{f"a_{form}": as_file(grid, form, spans)})
    taken = take(tmp_path, f"a.{form}")

    assert [] == rules(taken)
    assert {"yiwu-jiaoyu.yaml": ["招生"], "zhengdi.yaml": ["公告"]} == fields(tmp_path)


def test_a_column_of_fields_decides_for_each_row(tmp_path):
    """
    相应领域.
    """
    grid = table(row(name="公告", f="征地补偿"), row(name="招生", f="义务教育"), f="相应领域")
    placed(tmp_path, a_xlsx=as_xlsx(grid, []))
    take(tmp_path, "a.xlsx")

    assert {"yiwu-jiaoyu.yaml": ["招生"], "zhengdi.yaml": ["公告"]} == fields(tmp_path)


@pytest.mark.parametrize("where", ["the sheet", "the file", "a paragraph"])
def test_the_name_of_the_sheet_or_the_file_may_name_the_field(where, tmp_path):
    """
    As offices call them.
    """
    made = {
        "the sheet": ("a.xlsx", as_xlsx(GRID, [], sheet="征地补偿")),
        "the file": ("征地补偿目录.xlsx", as_xlsx(GRID, [])),
        "a paragraph": ("a.docx", as_docx(GRID, [], before=["征地补偿领域目录", "（2025版）"])),
    }
    name, data = made[where]
    office(tmp_path).write(name, data)

    assert [] == rules(take(tmp_path, name))
    assert ["zhengdi.yaml"] == [*fields(tmp_path)]


def test_the_field_that_is_named_wins_over_every_heading(tmp_path):
    """
    --field.
    """
    placed(tmp_path, a_docx=as_docx(GRID, [], before=["义务教育领域标准目录"]))
    take(tmp_path, "a.docx", field="zhengdi")

    assert ["zhengdi.yaml"] == [*fields(tmp_path)]


def test_several_tables_are_taken_together_or_not_at_all(tmp_path):
    """
    The second is no table: nothing of the first is written.
    """
    site = placed(tmp_path, a_xlsx=as_xlsx(GRID, []), b_xlsx=b"%PDF-1.7")
    before = files(site.folder)
    taken = take(tmp_path, "a.xlsx", "b.xlsx", field="zhengdi")

    assert ["table-form-unknown"] == rules(taken)
    assert before == files(site.folder)


# -- what is told ------------------------------------------------------------------------------


def test_a_trial_run_writes_nothing_and_shows_old_and_new(tmp_path):
    """
    Every element that would change.
    """
    bring(tmp_path, GRID)
    before = files(tmp_path / "site")
    changed = table(
        row(time_limit="及时公开"), row(number="2", name="补偿方案"), row(name="新增项")
    )
    found = bring(tmp_path, changed, dry_run=True)

    assert before == files(tmp_path / "site")
    assert "      time_limit: “信息形成之日起20个工作日内” → “及时公开”" in found.taken.lines
    assert f"{FILE}：新增 1 项，修改 1 项，未变 1 项（试运行，未写入）" in found.taken.lines
    assert (True, False) == (found.taken.record["dry_run"], found.taken.record["written"])


def test_the_report_tells_of_every_cell_what_became_of_it(tmp_path):
    """
    For programs: place, words, state, column, element, entries and reasons.
    """
    report = tmp_path / "report.json"
    bring(tmp_path, GRID, report=report)
    told = json.loads(report.read_text())
    [one] = told["tables"]
    cells = {cell["place"]: cell for cell in one["cells"]}

    assert {"dry_run", "written", "files", "tables"} == set(told)
    assert {
        "path": FILE, "new": ["z-zhengshou-banfa", "z-buchang-fangan"], "changed": {},
        "unchanged": [],
    } == told["files"][0]  # fmt: skip
    assert ("目录.xlsx", "Sheet1", "zhengdi", 2) == (
        one["file"], one["sheet"], one["field"], one["items"],
    )  # fmt: skip
    assert sum(1 for line in GRID for cell in line if cell) == sum(one["counts"].values())
    assert {
        "place": "Sheet1!G2", "row": 2, "column": 7, "text": "市自然资源局", "state": "guessed",
        "header": "公开主体", "element": "subject", "entries": ["z-zhengshou-banfa"],
        "why": [{"id": "body-read", "text": "“市自然资源局”对应单位“示范市自然资源局”"}],
    } == cells["Sheet1!G2"]  # fmt: skip


def test_what_is_hidden_comes_in_only_where_it_is_wanted(tmp_path):
    """
    --include-hidden takes rows, and comments beside the item.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for down, line in enumerate(GRID):
            page.write_row(down, 0, line)
        page.set_row(2, None, None, {"hidden": True})
        page.write_comment(1, 2, "内部意见", {"author": ""})
    site = placed(tmp_path, a_xlsx=out.getvalue())
    done = site.run("import", "a.xlsx", "--field", "zhengdi")

    assert 0 == done.returncode
    assert "[table-hidden]" in done.stderr
    assert "[table-comments]" in done.stderr
    assert "补偿方案" not in site.read(FILE)
    assert "内部意见" not in site.read(FILE)

    site.remove(FILE)
    site.run("import", "a.xlsx", "--field", "zhengdi", "--include-hidden")

    assert "补偿方案" in site.read(FILE)
    assert "批注: 内部意见" in site.read(FILE)
