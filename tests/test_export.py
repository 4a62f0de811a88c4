"""`gongkai export` as offices run it: what it writes where, what it refuses, how it ends."""

from __future__ import annotations

import csv
import io
import os
import shutil

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from generator import disk, putting
from generator.exports.package import packed, unpacked

from .conftest import ROOT, entry, files, listed
from .processes import forked

ENTRIES = "catalogue/entries/zhengdi.yaml"
FORMS = ("xlsx", "csv", "json", "docx")


def made(site, *words: str, **environment: str) -> bytes:
    """Return what an export wrote to a file that is named."""
    file = site.folder / "made"
    file.unlink(missing_ok=True)
    done = site.run("export", *words, "-o", "made", **environment)
    assert (0, "") == (done.returncode, done.stdout), done.stderr
    return file.read_bytes()


def ids(data: bytes) -> list[str]:
    """Return the ids in a CSV file."""
    return [row[0] for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))][1:]


# -- what is exported --------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_field_is_written_to_the_current_folder_by_its_id(site, form):
    """
    Said in one line on standard error.
    """
    done = site.run("export", form, "--field", "zhengdi")

    assert (0, "") == (done.returncode, done.stdout)
    assert f"已写入 zhengdi.{form}，2 项。\n" == done.stderr
    assert 100 < (site.folder / f"zhengdi.{form}").stat().st_size


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ([], "catalogue", ["gonggao", "buchang", "zhaosheng"]),
        (["--field", "yiwu-jiaoyu"], "yiwu-jiaoyu", ["zhaosheng"]),
        (["--unit", "ziran-ziyuan"], "ziran-ziyuan", ["gonggao", "buchang"]),
        (["--unit", "jiaoyu", "--field", "yiwu-jiaoyu"], "jiaoyu-yiwu-jiaoyu", ["zhaosheng"]),
        (["--unit", "jiaoyu", "--field", "zhengdi"], "jiaoyu-zhengdi", []),
    ],
)
def test_a_part_of_the_catalogue_is_chosen_by_field_and_unit(site, words, name, expected):
    """
    Both: the unit's items of that field.
    """
    site.remove("catalogue/entries/others.yaml")
    site.run("export", "csv", *words)

    assert expected == ids((site.folder / f"{name}.csv").read_bytes())


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["--field", "zhengdi"], "fields/zhengdi"),
        (["--unit", "jiaoyu"], "units/jiaoyu"),
        ([], "catalogue"),
    ],
)
def test_a_file_is_the_same_as_the_sites_own(site, form, words, path):
    """
    Byte for byte.
    """
    site.build()

    assert (site.output / f"{path}.{form}").read_bytes() == made(site, form, *words)


def test_an_excel_file_holds_what_no_column_shows_and_the_sites_own_does_not(site):
    """
    So that it can be imported into an empty site; the public gets the table, the same otherwise.
    """
    site.edit(ENTRIES, "    duties:", "    source: 甲文件\n    order: 7\n    duties:")
    site.build()
    own = CalamineWorkbook.from_path(site.output / "fields/zhengdi.xlsx")
    exported = CalamineWorkbook.from_filelike(io.BytesIO(made(site, "xlsx", "--field", "zhengdi")))

    assert ["征地补偿"] == own.sheet_names
    assert ["征地补偿", "登记信息"] == exported.sheet_names
    assert own.get_sheet_by_index(0).to_python() == exported.get_sheet_by_index(0).to_python()
    assert [
        ["编号", "项目"],
        ["gonggao", "次序"],
        ["gonggao", "出处"],
        ["gonggao", "来源"],
        ["gonggao", "导出校验"],
        ["buchang", "来源"],
        ["buchang", "导出校验"],
    ] == [row[:2] for row in exported.get_sheet_by_name("登记信息").to_python()[1:]]


def test_the_whole_catalogue_has_a_sheet_and_a_table_for_each_field(site):
    """
    In the order of the fields, those without entries left out.
    """
    site.remove("catalogue/entries/others.yaml")
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(made(site, "xlsx"))).sheet_names
    document = Document(io.BytesIO(made(site, "docx")))

    assert ["征地补偿", "义务教育", "登记信息"] == sheets
    assert 2 == len(document.tables)


def test_what_has_ended_is_not_exported(site):
    """
    On the day of the site, or the day that is given.
    """
    site.edit(ENTRIES, "    duties:", "    ended: 2026-12-01\n    duties:")

    assert ["gonggao", "buchang"] == ids(made(site, "csv", "--field", "zhengdi"))
    assert ["buchang"] == ids(made(site, "csv", "--field", "zhengdi", "--as-of", "2026-12-01"))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_text_goes_to_standard_output_when_asked(site, form):
    """
    Alone there, and nothing is written.
    """
    before = files(site.folder)
    done = site.run("export", form, "--field", "zhengdi", "-o", "-")

    assert (0, "") == (done.returncode, done.stderr)
    assert "征地公告" in done.stdout
    assert before == files(site.folder)


# -- and imported again ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("xlsx", []),
        ("xlsx", ["--field", "zhengdi"]),
        ("xlsx", ["--unit", "jiaoyu"]),
        ("docx", []),
        ("docx", ["--field", "zhengdi"]),
    ],
)
def test_what_was_exported_and_not_edited_changes_nothing(site, form, words):
    """
    No byte of the catalogue; a Word file of a unit does not say which fields it is of.
    """
    site.write(f"made.{form}", made(site, form, *words))
    before = files(site.folder / "catalogue")
    done = site.run("import", f"made.{form}")

    assert 0 == done.returncode, done.stderr
    assert before == files(site.folder / "catalogue")


def test_what_was_edited_in_the_sheet_is_what_changes(site):
    """
    One cell, one line of YAML, and one that remembers it.
    """
    parts = unpacked(made(site, "xlsx", "--field", "zhengdi"))
    strings = parts["xl/sharedStrings.xml"].decode()
    parts["xl/sharedStrings.xml"] = strings.replace("补偿安置方案", "安置补偿公告").encode()
    site.write("edited.xlsx", packed(parts))
    before = files(site.folder / "catalogue")
    tried = site.run("import", "edited.xlsx", "--dry-run")
    untouched = files(site.folder / "catalogue")
    site.run("import", "edited.xlsx")
    after = files(site.folder / "catalogue")

    assert "“补偿安置方案” → “安置补偿公告”" in tried.stderr
    assert before == untouched
    lines = after.pop("entries/zhengdi.yaml").decode().splitlines(True)
    assert after == {path: data for path, data in before.items() if path in after}
    assert before["entries/zhengdi.yaml"].decode().replace(
        "补偿安置方案", "安置补偿公告"
    ) == "".join(line for line in lines if not line.startswith("    imported: ."))


# -- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_file_does_not_go_to_standard_output(site, form):
    """
    A terminal cannot show it.
    """
    done = site.run("export", form, "-o", "-")

    assert (2, "") == (done.returncode, done.stdout)
    assert f"{form} 不能写到标准输出" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--field", "zhengdy"], "--field: error: 没有编号为“zhengdy”的领域 [reference-unknown]\n"
         "    是否应为“zhengdi”？\n"),
        (["--field", "义务教育"], "--field: error: 没有编号为“义务教育”的领域 [reference-unknown]\n"
         "    是否应为“yiwu-jiaoyu”？\n"),
        (["--unit", "zhengdi"], "--unit: error: 没有编号为“zhengdi”的单位 [reference-unknown]\n"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_one_sentence_with_the_likely_id(site, words, said):
    """
    By a letter, or by its name; nothing is written.
    """
    before = files(site.folder)
    done = site.run("export", "xlsx", *words)

    assert (1, "", said) == (done.returncode, done.stdout, done.stderr)
    assert before == files(site.folder)


def test_a_faulty_site_is_not_exported(site):
    """
    Its own problems are printed, as `check` prints them; warnings are not in the way.
    """
    site.edit(ENTRIES, "method: 主动公开", "method: 公开")
    site.edit("catalogue/entries/jiaoyu.yaml", "method: 主动公开\n", "")
    before = files(site.folder)
    done = site.run("export", "csv", "--field", "yiwu-jiaoyu")

    assert (1, "") == (done.returncode, done.stdout)
    assert (
        f"{ENTRIES}:10:13: error: “公开”不在可选范围内 [value-choice]\n"
        "    是否应为“主动公开”？可选：主动公开、依申请公开。\n"
    ) == done.stderr
    assert before == files(site.folder)


def test_a_folder_that_is_no_site_is_not_exported(tmp_path):
    """
    Run in the wrong place, the program says what to do.
    """
    done = forked(tmp_path, "export", "csv")

    assert 1 == done.returncode
    assert "[config-missing]" in done.stderr
    assert {} == files(tmp_path)


def test_a_text_that_no_cell_holds_is_not_cut_in_an_export(site):
    """
    An import would take the rest away; the other forms hold it.
    """
    site.edit(ENTRIES, "content: [征收土地预公告]", f"content: [{'字' * 40_000}]")
    done = site.run("export", "xlsx", "--field", "zhengdi")

    assert 1 == done.returncode
    assert f"{ENTRIES}:2:5: error: “公开内容（要素）”超过 32767 字，Excel 的单元格放不下" in (
        done.stderr
    )
    assert "字" * 40_000 in made(site, "csv", "--field", "zhengdi").decode()


# -- where it is written -----------------------------------------------------------------------


def test_a_file_of_the_usual_name_is_not_replaced_unless_it_is_named(site):
    """
    It may be the one that somebody has been editing all day.
    """
    site.write("zhengdi.xlsx", "edited")
    refused = site.run("export", "xlsx", "--field", "zhengdi")
    kept = site.read("zhengdi.xlsx")
    done = site.run("export", "xlsx", "--field", "zhengdi", "-o", "zhengdi.xlsx")

    assert (1, "edited") == (refused.returncode, kept)
    assert (
        "zhengdi.xlsx: error: 已有同名文件，没有覆盖 [file-exists]\n"
        "    要覆盖它，请写明 -o zhengdi.xlsx。\n"
    ) == refused.stderr
    assert 0 == done.returncode
    assert b"PK" == (site.folder / "zhengdi.xlsx").read_bytes()[:2]


@pytest.mark.parametrize("name", ["nowhere/a.csv", "config.yaml/a.csv", "甲" * 200])
def test_a_place_that_cannot_be_written_to_is_one_sentence(site, name):
    """
    Without a traceback, and nothing is left lying about.
    """
    before = files(site.folder)
    done = site.run("export", "csv", "-o", name)

    assert (1, "") == (done.returncode, done.stdout)
    assert "[file-unwritten]" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == files(site.folder)


@pytest.mark.parametrize("name", ["content", "link", "pipe", ".", ""])
def test_what_is_no_plain_file_is_not_replaced(site, name):
    """
    A folder, a link, a pipe.
    """
    (site.folder / "link").symlink_to("config.yaml")
    os.mkfifo(site.folder / "pipe")
    settings = site.read("config.yaml")
    done = site.run("export", "csv", "-o", name)

    assert 1 == done.returncode
    assert "[file-special]" in done.stderr
    assert settings == site.read("config.yaml")


def test_a_file_is_put_in_place_in_one_step(tmp_path, monkeypatch):
    """
    What was there stays until the new one is whole; what a killed command left is taken away.
    """
    file = tmp_path / "a.csv"
    file.write_text("old")
    (tmp_path / ".a.csv.staged").write_text("litter")
    seen = []
    rename = disk.rename
    monkeypatch.setattr(disk, "rename", lambda a, b: (seen.append(b.read_text()), rename(a, b)))
    putting.put_file(file, b"new", replacing=True)

    assert ["old"] == seen
    assert {"a.csv": b"new"} == files(tmp_path)


# -- what is not an input ----------------------------------------------------------------------

ENVIRONMENTS = {
    "hashing": {"PYTHONHASHSEED": "42"},
    "no language": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "2033": {"SOURCE_DATE_EPOCH": "2000000000"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_environment_is_no_input(site, form):
    """
    Hashing, language, time zone, clock: the same bytes.
    """
    usual = made(site, form)

    assert dict.fromkeys(ENVIRONMENTS, usual) == {
        name: made(site, form, **environment) for name, environment in ENVIRONMENTS.items()
    }


def test_the_folder_is_no_input_and_nothing_of_it_is_written_to(site, tmp_path):
    """
    Nor is the store of earlier builds; an export leaves it as it is.
    """
    site.build()
    before = files(site.folder)
    usual = site.run("export", "xlsx", "-o", str(tmp_path / "a"))
    after = files(site.folder)
    shutil.copytree(site.folder / "catalogue", tmp_path / "别处/catalogue")
    shutil.copy(site.folder / "config.yaml", tmp_path / "别处")
    other = forked(tmp_path, "export", "xlsx", "--site", "别处", "-o", "b")

    assert (0, 0) == (usual.returncode, other.returncode)
    assert before == after
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_hundreds_of_entries_take_a_few_seconds(site):
    """
    A thousand rows as Word.
    """
    rows = (entry(f"n{row}", name=f"第{row}项", group=f"第{row // 9}组") for row in range(1000))
    site.write("catalogue/entries/n.yaml", listed("entries", *rows))
    [table] = Document(io.BytesIO(made(site, "docx", "--field", "zhengdi"))).tables

    assert 1004 == len(table._tbl.tr_lst)


def test_the_shipped_site_is_exported_in_every_form(tmp_path):
    """
    Its whole catalogue, as the README says.
    """
    for form in FORMS:
        done = forked(tmp_path, "export", form, "--site", str(ROOT))

        assert 0 == done.returncode, done.stderr
        assert (tmp_path / f"catalogue.{form}").exists()
