"""`check --internal` and `register` as people and machines run them, wrong input too."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from datetime import date

import pytest

from generator.office.register import COLUMNS

from ..conftest import files
from ..exports.conftest import rows_of
from ..processes import forked
from .makers import GOOD, INTERNAL, NB, PUBLIC, REVIEW_1, REVIEW_NB, put, replaced


@pytest.fixture
def both(site):
    """A good site with both sides."""
    put(site.folder, GOOD)
    return site


# -- check --internal --------------------------------------------------------------------------


def test_both_sides_without_a_fault(both):
    """
    Exit status 0, and the summary of a check.
    """
    done = both.run("check", "--internal", "--strict")

    assert (0, "", "0 个错误，0 个警告，0 条提示。\n") == (
        done.returncode,
        done.stdout,
        done.stderr,
    )


def test_the_problems_of_both_sides_are_told_together(both):
    """
    In the order of places; a check without the option tells of the public side alone.
    """
    both.edit(next(iter(PUBLIC)), "formed: 2020-03-02", "formed: 昨天")
    put(both.folder, {"internal/reviews/a.yaml": "id: a\ndocument: nb-7\n"})
    public, whole = both.run("check"), both.run("check", "--internal")

    assert 1 == public.returncode == whole.returncode
    assert "internal" not in public.stderr
    assert "content/documents/fa-1.md:7:9: error: “昨天”不是日期" in whole.stderr
    assert "internal/reviews/a.yaml:2:11: error:" in whole.stderr
    assert set(public.stderr.splitlines()[:-1]) <= set(whole.stderr.splitlines())


def test_json_holds_the_problems_of_both_sides(both):
    """
    Alone on standard output.
    """
    put(both.folder, {REVIEW_1: "id: s-fa-1\ndocument: fa-1\n"})
    done = both.run("check", "--internal", "--format", "json")
    told = json.loads(done.stdout)

    assert "" == done.stderr
    assert {"internal/reviews/s-fa-1.yaml", next(iter(PUBLIC))} == {one["path"] for one in told}
    assert "office-draft-missing" in {one["rule"] for one in told}
    assert all("〔2018〕157号 规程二" in one["hint"] for one in told)


@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_a_warning_of_the_internal_side_counts_under_strict(both, strict):
    """
    As one of the public side does.
    """
    put(both.folder, replaced(REVIEW_NB, ("registered_on: 2023-04-12\n", "")))

    assert (1 if strict else 0) == both.run("check", "--internal", *strict).returncode


@pytest.mark.parametrize("words", [["check", "--internal"], ["register"], ["register", "csv"]])
def test_a_site_without_an_internal_side_is_one_sentence(site, words):
    """
    Nothing is made of it, and nothing else is said.
    """
    put(site.folder, PUBLIC)
    done = site.run(*words)

    assert 1 == done.returncode
    assert "internal: error: 网站目录中没有 internal/ [office-missing]" in done.stderr
    assert 1 == done.stderr.count("error:")
    assert not (site.folder / "internal").exists()


@pytest.mark.parametrize("words", [["check", "--internal"], ["register"]])
def test_an_internal_side_behind_a_link_is_refused(both, tmp_path, words):
    """
    Nothing is followed on this side either.
    """
    (both.folder / "internal").rename(tmp_path / "elsewhere")
    (both.folder / "internal").symlink_to(tmp_path / "elsewhere")
    done = both.run(*words)

    assert 1 == done.returncode
    assert "link]" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["check", "--internal"], ["register"]])
def test_a_folder_that_is_no_site_is_one_sentence(tmp_path, words):
    """
    Run in the wrong place.
    """
    (tmp_path / "internal").mkdir()
    done = forked(tmp_path, *words)

    assert 1 == done.returncode
    assert "config.yaml: error: 没有 config.yaml [config-missing]" in done.stderr


def test_files_beside_the_folders_are_passed_over(both):
    """
    The register and a README; a folder that is misspelt is told.
    """
    put(both.folder, {
        "internal/README.md": "内部",
        "internal/register.csv": "a",
        "internal/.git/config": "a",
    })  # fmt: skip
    assert 0 == both.run("check", "--internal", "--strict").returncode

    put(both.folder, {"internal/document/a.md": "a", "internal/stray.md": "a"})
    done = both.run("check", "--internal")

    assert "internal/document/a.md: error: 没有名为“internal/document”的数据目录" in done.stderr
    assert "是否应为“internal/documents”？" in done.stderr
    assert "internal/stray.md: error:" in done.stderr


def test_a_name_that_may_be_a_title_is_not_printed(both):
    """
    Its number in the folder stands for it, in every problem of the file.
    """
    put(both.folder, {"internal/documents/关于值班的通知.md": "---\nid: x\ntitle: a\n---\n"})
    done = both.run("check", "--internal")

    assert "值班" not in done.stderr
    assert "internal/documents/(3).md:2:1" in done.stderr
    assert "[office-file-name]" in done.stderr


def test_settings_that_cannot_be_read_prevent_the_register(both):
    """
    They say whose register it is, and as of which day.
    """
    both.edit("config.yaml", "organ:", "ogran:")
    done = both.run("register")

    assert 1 == done.returncode
    assert "config.yaml:2:1: error: 没有字段“ogran”" in done.stderr
    assert not (both.folder / "internal/register.xlsx").exists()


# -- register ----------------------------------------------------------------------------------


def table(data: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig")))]


def test_the_register_goes_to_internal(both):
    """
    Nothing of it is printed but the count, and the check has nothing to say of it.
    """
    done = both.run("register")

    assert (0, "", "登记 1 件。\n") == (done.returncode, done.stdout, done.stderr)
    assert rows_of((both.folder / "internal/register.xlsx").read_bytes())[1:] == [
        [*COLUMNS],
        [
            "1", "示范市人民政府关于值班安排的通知", "示府〔2023〕40号", "示范市人民政府",
            "2023-04-10", "内部管理信息", "2023-04-10", "2023-04-12", "2026-04-01", "2027-04-01",
        ],
    ]  # fmt: skip
    assert 0 == both.run("check", "--internal", "--strict").returncode


def test_both_forms_hold_the_same_and_are_the_same_bytes_every_time(both, tmp_path):
    """
    Written twice, a day apart on the clock.
    """
    for name, epoch in (("a", "1790000000"), ("b", "1790090000")):
        for form in ("xlsx", "csv"):
            done = both.run("register", form, "-o", f"../{name}.{form}", SOURCE_DATE_EPOCH=epoch)
            assert 0 == done.returncode
    one, other = files(tmp_path), tmp_path

    assert one["a.xlsx"] == one["b.xlsx"]
    assert one["a.csv"] == one["b.csv"]
    assert table(one["a.csv"]) == rows_of((other / "a.xlsx").read_bytes())[1:]


def test_rows_stand_by_the_day_of_registration_then_by_id(both):
    """
    What is not yet registered stands at the end.
    """
    for id, day in (("nb-0", ""), ("nb-2", "2020-01-02"), ("nb-3", "2020-01-01"),
                    ("nb-4", "2020-01-02")):  # fmt: skip
        head = f"id: {id}\ntitle: {id}\nformed: 2026-01-01\nattribute: 不公开\n"
        put(both.folder, {f"internal/documents/{id}.md": f"---\n{head}---\n"})
        registered = f"registered_on: {day}\n" if day else ""
        put(
            both.folder,
            {f"internal/reviews/{id}.yaml": f"id: s-{id}\ndocument: {id}\n{registered}"},
        )
    both.run("register", "csv")
    rows = table((both.folder / "internal/register.csv").read_bytes())

    assert ["nb-3", "nb-2", "nb-4", "示范市人民政府关于值班安排的通知", "nb-0"] == [
        row[1] for row in rows[1:]
    ]
    assert ["1", "2", "3", "4", "5"] == [row[0] for row in rows[1:]]


def test_the_day_decides_when_it_is_due(both):
    """
    What was reconsidered later is not known on that day.
    """
    both.run("register", "csv", "--as-of", "2026-03-31")
    [_, row] = table((both.folder / "internal/register.csv").read_bytes())

    assert ["", "2024-04-12"] == row[8:]


def test_a_title_that_looks_like_a_formula_stays_a_text(both):
    """
    In both forms.
    """
    put(both.folder, replaced(NB, ("title: 示范市人民政府关于值班安排的通知", "title: '=1+1'")))
    for form in ("xlsx", "csv"):
        both.run("register", form)

    assert "'=1+1" == table((both.folder / "internal/register.csv").read_bytes())[1][1]
    assert "=1+1" == rows_of((both.folder / "internal/register.xlsx").read_bytes())[2][1]
    assert b"<f>" not in (both.folder / "internal/register.xlsx").read_bytes()


def test_an_error_of_the_internal_side_prevents_the_register(both):
    """
    A warning does not, nor does a fault of the public side.
    """
    both.edit("catalogue/entries/zhengdi.yaml", "method: 主动公开", "method: 公开")
    put(both.folder, replaced(REVIEW_NB, ("registered_on: 2023-04-12\n", "")))
    assert 0 == both.run("register").returncode
    (both.folder / "internal/register.xlsx").unlink()

    put(both.folder, replaced(NB, ("formed: 2023-04-10", "formed: 某人的秘密")))
    done = both.run("register")

    assert 1 == done.returncode
    assert "internal/documents/nb-1.md:5:9: error: “…”不是日期 [value-date]" in done.stderr
    assert "没有写出登记表。" in done.stderr
    assert not (both.folder / "internal/register.xlsx").exists()


REFUSED = {
    "standard output": ("-", "register-standard-output"),
    "the published site": ("output/register.xlsx", "register-in-site"),
    "the site's folder": ("register.xlsx", "register-in-site"),
    "a public folder": ("content/documents/register.xlsx", "register-in-site"),
    "the cache": (".cache/register.xlsx", "register-in-site"),
    "a folder of records": ("internal/reviews/register.xlsx", "register-in-site"),
    "out of internal and back": ("internal/../output/register.xlsx", "register-in-site"),
    "a record": ("internal/documents/nb-1.md", "register-ending"),
    "no name": ("internal/", "register-ending"),
    "another site": ("../www/register.xlsx", "register-published"),
    "deep in another site": ("../www/a/b/register.xlsx", "register-published"),
    "a site that cannot be told": ("../broken/register.xlsx", "register-published"),
    "body blocks": ("../blocks/units/register.xlsx", "register-published"),
    "the theme of another site": ("../other/templates/assets/register.xlsx", "register-other-site"),
    "records of another site": ("../other/content/documents/register.xlsx", "register-other-site"),
    "the internal side of another site": ("../other/internal/register.xlsx", "register-other-site"),
    "another site, by a link": ("../odd/content/register.xlsx", "register-other-site"),
    "a link to a file": ("../link.xlsx", "register-link"),
    "a link to a folder": ("../linked/register.xlsx", "register-link"),
    "a link within internal": ("internal/out/register.xlsx", "register-link"),
    "a dangling link": ("../dangling.xlsx", "register-link"),
    "a folder that is not there": ("../nowhere/register.xlsx", "file-unwritten"),
    "a folder": ("../folder.xlsx", "file-special"),
}


@pytest.mark.parametrize(("output", "rule"), REFUSED.values(), ids=REFUSED)
def test_the_register_is_refused_where_it_could_become_public(both, tmp_path, output, rule):
    """
    One sentence, and nothing is written anywhere.
    """
    manifest = b'{"as_of": "2026-11-23", "files": []}'
    put(tmp_path, {
        "site/output/manifest.json": manifest,
        "site/.cache/a": "a",
        "www/manifest.json": manifest,
        "www/a/b/index.html": "a",
        "broken/manifest.json": b"\xff",
        "blocks/.gongkai-fragments": " ",
        "blocks/units/a.html": "a",
        "folder.xlsx/a": "a",
        "other/config.yaml": "organ: 另一机关",
        "other/templates/assets/a.css": "a",
        "other/content/documents/a.md": "a",
        "other/internal/a": "a",
        "odd/content/a": "a",
        "plain/a": "a",
        "plain/a.xlsx": "a",
    })  # fmt: skip
    (tmp_path / "link.xlsx").symlink_to("plain/a.xlsx")
    (tmp_path / "linked").symlink_to("plain")
    (tmp_path / "odd/config.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "dangling.xlsx").symlink_to("plain/new.xlsx")
    (both.folder / "internal/out").symlink_to("../output")
    os.remove(both.folder / "internal/out") if "out/" not in output else None
    before = files(tmp_path)
    done = both.run("register", "-o", output)

    assert 1 == done.returncode
    assert "" == done.stdout
    assert f"[{rule}]" in done.stderr
    assert 1 == done.stderr.count("error:")
    assert before == files(tmp_path)


def test_a_site_within_another_keeps_its_own_register(both, tmp_path):
    """
    What lies above this site's folder does not forbid its own internal/.
    """
    put(tmp_path, {"config.yaml": "organ: 另一机关"})

    assert 0 == both.run("register").returncode
    assert "[register-other-site]" in both.run("register", "-o", "../a.xlsx").stderr


@pytest.mark.parametrize("folder", ["templates/assets/a", "content/a", "Catalogue"])
def test_a_site_in_what_another_publishes_gets_no_register(both, tmp_path, folder):
    """
    Not even in its own internal/, which the build of the other would read or copy.
    """
    put(tmp_path, {"config.yaml": "organ: 另一机关"})
    inner = tmp_path / folder
    inner.parent.mkdir(parents=True, exist_ok=True)
    both.folder.rename(inner)
    done = forked(inner, "register")

    assert 1 == done.returncode
    assert "[register-other-site]" in done.stderr
    assert not (inner / "internal/register.xlsx").exists()


@pytest.mark.parametrize("there", [False, True])
def test_the_register_is_for_its_owner_alone(both, there):
    """
    Whatever the permissions of the file that it replaces.
    """
    path = both.folder / "internal/register.xlsx"
    if there:
        path.write_bytes(b"old")
        path.chmod(0o666)
    both.run("register")

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert b"old" != path.read_bytes()


@pytest.mark.parametrize("words", [["register", "docx"], ["register", "xlsx", "csv"],
                                   ["register", "--field", "a"], ["check", "--internal=yes"],
                                   ["register", "--as-of", "2026-13-01"]])  # fmt: skip
def test_a_command_that_is_not_understood_ends_with_2(both, words):
    """
    With nothing done.
    """
    before = files(both.folder)
    done = both.run(*words)

    assert 2 == done.returncode
    assert "" == done.stdout
    assert "Traceback" not in done.stderr
    assert before == files(both.folder)


@pytest.mark.parametrize("name", ["../other.xlsx", "internal/2026.xlsx"])
def test_the_register_may_go_elsewhere(both, tmp_path, name):
    """
    Beside a website of another kind, say; what is there is replaced.
    """
    put(tmp_path, {"manifest.json": b'{"name": "an app"}', "other.xlsx": "old"})

    assert 0 == both.run("register", "-o", name).returncode
    assert (both.folder / name).read_bytes().startswith(b"PK")
    assert 0 == both.run("check", "--internal", "--strict").returncode


def test_the_shipped_site_and_its_internal_records_agree(tmp_path):
    """
    Twelve withheld documents, eight texts, twenty reviews: no error and no warning between them.
    Four of 400 applications were answered late.
    """
    import shutil

    from ..conftest import ROOT

    for name in ("catalogue", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "config.yaml", tmp_path)
    shutil.copytree(ROOT / "tests/office/site/internal", tmp_path / "internal")
    told = json.loads(forked(tmp_path, "check", "--internal", "--format", "json").stdout)
    done = forked(tmp_path, "register", "csv")
    rows = table((tmp_path / "internal/register.csv").read_bytes())

    assert {"office-review-missing-public"} == {
        one["rule"] for one in told if one["rule"].startswith("office-")
    }
    assert ["request-late"] * 4 == [
        one["rule"] for one in told if one["path"].startswith("internal/")
    ]
    assert "登记 12 件。\n" == done.stderr
    assert 13 == len(rows)
    assert all(date.fromisoformat(row[9]) > date(2026, 11, 23) for row in rows[1:])


def test_the_good_internal_side_is_whole():
    """
    The makers hold one of each kind.
    """
    assert 7 == len(INTERNAL)
