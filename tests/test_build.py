"""The laws of a build: the same from the same, and only what changed changes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import build, disk, keys
from generator.build import make
from generator.find import find
from generator.hands import Hands
from generator.plans import prepared
from generator.store import Store

from .conftest import DAY, GUIDE, Site, entry, files, listed

ENTRIES = "catalogue/entries/zhengdi.yaml"
OTHERS = "catalogue/entries/others.yaml"
A = "catalogue/entries/a.yaml"


def reformat(site: Site) -> None:
    """Write every element of the list in YAML's flow style, quoted, with comments between."""
    rows = []
    for record in site.read(ENTRIES).split("  - ")[1:]:
        pairs = [row.strip().split(": ", 1) for row in record.strip().splitlines()]
        rows.append("- {" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "} # 注\n")
    site.write(ENTRIES, "---\nentries:\n" + "\n".join(rows))


def move(site: Site) -> None:
    """Put one entry of a list into a file of its own."""
    first, _, second = site.read(ENTRIES).partition("  - id: buchang")
    site.write(ENTRIES, first)
    site.write("catalogue/entries/zhengdi-2.yaml", dedent(f"    id: buchang{second}"))


EDITS = {
    "nothing": lambda site: None,
    "a name": lambda site: site.edit(ENTRIES, "征地公告", "征地预公告"),
    "an id": lambda site: site.edit(ENTRIES, "id: buchang", "id: anzhi"),
    "an entry added": lambda site: site.write(A, entry("a", field="fupin")),
    "an entry removed": lambda site: site.remove("catalogue/entries/jiaoyu.yaml"),
    "an entry ended": lambda site: site.edit(ENTRIES, "level:", "ended: 2020-01-01\n    level:"),
    "an entry moved to another file": move,
    "a file renamed": lambda site: (site.folder / ENTRIES).rename(
        site.folder / "catalogue/entries/0.yaml"
    ),
    "a file reformatted": reformat,
    "lines moved": lambda site: site.write(OTHERS, "# 注\n\n" + site.read(OTHERS)),
    "an order given": lambda site: site.edit(ENTRIES, "duties:", "order: 9\n    duties:"),
    "a unit renamed": lambda site: site.edit("catalogue/units/units.yaml", "教育局", "教体局"),
    "a field renamed": lambda site: site.edit("catalogue/fields/fields.yaml", "征地补偿", "征地"),
    "a law ended": lambda site: site.edit(
        "catalogue/laws/laws.yaml", "effective: 2019-05-15", "ended: 2026-01-01"
    ),
    "a setting": lambda site: site.edit("config.yaml", "summary: 查", "summary: 找"),
    "the navigation": lambda site: site.edit(
        "config.yaml", "title: 政府信息公开指南", "title: 指南"
    ),
    "the day": lambda site: site.edit("config.yaml", "as_of: 2026-11-23", "as_of: 2019-01-01"),
    "a template": lambda site: site.edit("templates/base.html", "<body>", "<body>\n<!-- 甲 -->"),
    "a template of one page": lambda site: site.write(
        "templates/404.html", site.read("templates/404.html") + "{# 甲 #}"
    ),
    "an asset": lambda site: site.write("templates/assets/own.css", "p{margin:0}"),
    "a page": lambda site: site.edit("content/pages/guide.md", "提出", "当面提出"),
    "a page added": lambda site: site.write(
        "content/pages/b.md", GUIDE.replace("id: guide", "id: b")
    ),
    "a field broken": lambda site: site.edit(
        "catalogue/fields/fields.yaml", "cluster: 征地补偿", "cluster: 征地"
    ),
    "a unit broken": lambda site: site.edit(
        "catalogue/units/units.yaml", "id: ziran-ziyuan", "id: 自然资源"
    ),
    "an unknown field": lambda site: site.edit(ENTRIES, "field: zhengdi", "field: zhengdl"),
    "an entry broken": lambda site: site.edit(ENTRIES, "method: 主动公开", "method: 公开"),
    "a file broken": lambda site: site.edit(ENTRIES, "entries:", "entries: ["),
    "the settings broken": lambda site: site.edit("config.yaml", "name:", "nmae:"),
    "a template broken": lambda site: site.edit("templates/base.html", "{% block", "{% blok"),
}


def state(site: Site) -> dict[str, bytes]:
    """Return what is published; what was published before stays where there is an error."""
    return files(site.output)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_incremental_build_equals_a_clean_one(site, edit):
    """
    The promise that makes incremental builds safe to use for publishing.
    """
    site.build()
    before = state(site)
    edit(site)
    incremental = site.build()
    clean_report = site.build(site.folder.parent / "elsewhere")
    clean = site.clean()

    assert clean_report.problems == incremental.problems
    if "problems" in clean:
        assert before == state(site)
    else:
        assert clean == state(site)


@pytest.mark.parametrize(
    "name",
    ["a name", "an entry added", "an entry ended", "a file renamed", "a unit renamed",
     "a law ended", "the day"],
)  # fmt: skip
def test_long_lists_remember_nothing_that_an_edit_changes(site, monkeypatch, name):
    """
    Where every list is a long one, in parts of one entry or more.
    """
    monkeypatch.setattr(prepared, "LONG", 1)
    monkeypatch.setattr(prepared, "TOGETHER", 2)
    site.build()
    EDITS[name](site)
    site.build()

    assert site.clean() == state(site)


def test_what_long_lists_are_made_of_is_made_once(site, monkeypatch):
    """
    After an edit only the parts that hold the entry; after another of it only those again.
    """
    made = []
    part_of = prepared.part_of
    monkeypatch.setattr(prepared, "LONG", 1)
    monkeypatch.setattr(prepared, "TOGETHER", 1)
    monkeypatch.setattr(
        prepared, "part_of", lambda values, **how: made.append(1) or part_of(values, **how)
    )
    counts = []
    for number in range(3):
        site.edit(ENTRIES, "征地公告" + "新" * number, "征地公告" + "新" * (number + 1))
        made.clear()
        site.build()
        counts.append(len(made))

    assert counts[0] > counts[1] == counts[2]


@pytest.mark.parametrize("edit", list(EDITS.values())[1:], ids=list(EDITS)[1:])
def test_what_was_broken_and_mended_is_as_it_was(site, edit):
    """
    And a build in between leaves no trace.
    """
    site.build()
    before = state(site)
    sources = {
        path: data
        for path, data in files(site.folder).items()
        if not path.startswith((".cache", "output"))
    }
    edit(site)
    site.build()
    for path in [*files(site.folder)]:
        if not path.startswith((".cache", "output", ".output")):
            site.remove(path)
    for path, data in sources.items():
        site.write(path, data)
    site.build()

    assert before == state(site)


@settings(
    max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=5), st.booleans())
def test_after_any_sequence_of_edits_an_incremental_build_equals_a_clean_one(
    tmp_path_factory, names, each
):
    """
    Built after each edit or only after the last.
    """
    site = Site(tmp_path_factory.mktemp("any") / "site")
    site.build()
    for name in names:
        before = state(site)
        try:
            EDITS[name](site)
        except (AssertionError, OSError, ValueError):  # an earlier edit took its place away
            continue
        if each:
            site.build()
    site.build()
    clean = site.clean()

    if "problems" not in clean:
        assert clean == state(site)
    elif each:
        assert before == state(site)


def written(folder):
    """Return which file each path is and when it was written; reading it may change neither."""
    stats = {path: path.stat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_ctime_ns) for path, one in stats.items()}


def test_a_second_build_changes_nothing(site):
    """
    Nor does it render, or write at all.
    """
    first = site.build()
    before = written(site.output)
    second = site.build()

    assert len(first.changed) == len(state(site))
    assert ((), ()) == (second.changed, second.removed)
    assert before == written(site.output)
    assert first.pages == second.pages
    assert () == second.reasons


def test_only_what_shows_an_edit_changes(site):
    """
    The files that hold the name before or after it, and the manifest; of the search also those that
    hold only what it is found by.
    """
    site.build()
    before = state(site)
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区")
    report = site.build()
    after = state(site)
    shown = {
        path
        for path in after
        if "招生片区".encode() in after[path] or "招生范围".encode() in before[path]
    }

    index = {path for path in report.changed if path.startswith("search/") and path.endswith(".js")}
    assert sorted({*shown, "manifest.json"} - index) == sorted({*report.changed} - index)
    assert "search/head.js" in index
    assert 20 > len(report.changed) - len(index)
    assert {path for path in after if before[path] != after[path]} == set(report.changed)


def test_a_note_in_a_file_changes_nothing(site):
    """
    What no reader sees reaches no page.
    """
    site.build()
    site.write(OTHERS, "# 注\n\n" + site.read(OTHERS))

    assert () == site.build().changed


def test_lists_and_sums_are_right_after_any_edit(site):
    """
    The manifest names every file with its own sum.
    """
    site.build()
    site.write(A, entry("a", name="新事项"))
    site.build()
    published = state(site)
    manifest = json.loads(published.pop("manifest.json"))

    assert {path: (sha256(data).hexdigest(), len(data)) for path, data in published.items()} == {
        one["path"]: (one["sha256"], one["size"]) for one in manifest["files"]
    }


def test_a_text_does_not_take_the_place_of_a_page_of_the_site(site):
    """
    One with the id of the front page; what was published stays.
    """
    site.build()
    before = files(site.output)
    path = "content/pages/index.md"
    site.write(path, GUIDE.replace("id: guide", "id: index"))
    found = [one for one in site.build().problems if one.rule == "page-path-repeated"]

    assert [(path, 2)] == [(one.at.path, one.at.line) for one in found]
    assert before == files(site.output)


def test_other_processes_begin_before_a_large_site_is_found(site, monkeypatch):
    """
    While a fork of this one is small.
    """
    site.build()
    happened = []
    found = build.finding.find
    monkeypatch.setattr(build, "LARGE", 1)
    monkeypatch.setattr(
        build.finding, "find", lambda folder: happened.append("find") or found(folder)
    )

    def start():
        happened.append("start")
        return ThreadPoolExecutor(1)

    with Hands(start) as hands:
        build.build(site.folder, site.output, day=DAY, today=DAY, hands=hands)

    assert ["start", "find"] == happened


# -- what is not an input ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """What a process publishes under the usual environment."""
    site = Site(tmp_path_factory.mktemp("usual") / "site")
    assert 0 == site.run("build").returncode
    return files(site.output)


ENVIRONMENTS = {
    "hashing 1": {"PYTHONHASHSEED": "1"},
    "hashing 42": {"PYTHONHASHSEED": "42"},
    "no language": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8"},
    "New York": {"TZ": "America/New_York"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "English": {"LANG": "en_US.UTF-8"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_environment_is_no_input(site, usual, environment):
    """
    Hashing, language, time zone: the same bytes.  A fork would keep the seed of its interpreter.
    """
    assert 0 == site.fresh("build", **environment).returncode
    assert usual == files(site.output)


def test_the_number_of_processes_is_no_input(site):
    """
    Above the number of pages at which others are started at all.
    """
    for number in range(4):
        rows = (entry(f"n{number}-{row}", name=f"第{row}项") for row in range(60))
        site.write(f"catalogue/entries/n{number}.yaml", listed("entries", *rows))
    serial = site.folder.parent / "serial"

    assert 400 < site.build(serial).pages
    for jobs in ("1", "2", "8"):
        disk.remove(site.folder / ".cache")
        disk.remove(site.output)
        assert 0 == site.run("build", "--jobs", jobs).returncode
        assert files(serial) == files(site.output)


def test_the_folder_and_its_name_are_no_input(site, usual, tmp_path):
    """
    Nor the folder that it is published to.
    """
    other = tmp_path / "别处 with blanks" / "x"
    shutil.copytree(site.folder, other)
    assert 0 == site.run("build", "--site", str(other), "--output", str(tmp_path / "出")).returncode

    assert usual == files(tmp_path / "出")


@pytest.mark.parametrize("mask", [0o000, 0o027, 0o077])
def test_the_mask_of_new_files_is_no_input(site, usual, mask):
    """
    What others may do with new files is the administrator's affair.
    """
    before = os.umask(mask)
    try:
        site.build()
    finally:
        os.umask(before)

    assert usual == state(site)


def test_a_copy_made_another_day_is_no_other_site(site, usual, tmp_path):
    """
    Its files have other times, one after the other, and it is built in another place and language.
    """
    other = tmp_path / "copy"
    for number, (path, data) in enumerate(reversed(files(site.folder).items())):
        file = other / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (10**9 + number * 86399, 10**9 - number * 86399))
    environment = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"}
    done = site.fresh("build", "--site", str(other), "--jobs", "8", **environment)

    assert 0 == done.returncode
    assert usual == files(other / "output")


def test_the_order_of_the_file_system_is_no_input(site, usual, monkeypatch):
    """
    Whatever order folders are listed in.
    """
    scandir = os.scandir

    class Backwards(list):
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        close = __exit__

    monkeypatch.setattr(
        os, "scandir", lambda at: Backwards(sorted(scandir(at), key=lambda one: one.name)[::-1])
    )
    site.build()

    assert usual == state(site)


@pytest.mark.parametrize("moment", [0, 315532800, 2**32 + 1])
def test_the_times_of_files_are_no_input(site, usual, moment):
    """
    A fresh clone, 1980, after 2038; a build that knows the site publishes nothing anew.
    """
    site.build()
    for path in site.folder.rglob("*"):
        os.utime(path, (moment, moment))

    assert () == site.build().changed
    assert usual == site.clean()


def test_ends_of_line_and_marks_at_the_beginning_are_no_input(site, usual):
    """
    A colleague's editor saves UTF-8 with a mark and Windows ends of line.
    """
    for path, data in files(site.folder).items():
        site.write(path, b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    report = site.build()

    assert () == report.problems
    assert usual == state(site)


def test_the_clock_is_no_input_where_the_day_is_given(site, usual):
    """
    In config.yaml or on the command line.
    """
    site.build(today=DAY.replace(year=2030))

    assert usual == state(site)


def test_without_a_day_the_clock_counts(site):
    """
    The next day ends what ends on it.
    """
    site.edit("config.yaml", "as_of: 2026-11-23\n", "")
    site.edit(ENTRIES, "level:", "ended: 2026-11-24\n    level:")
    site.build()
    before = state(site)
    report = site.build(today=DAY.replace(day=24))

    assert "entries/gonggao.html" in report.changed
    assert before != state(site)


def test_the_day_given_wins_over_that_of_the_settings(site):
    """
    And is recorded in the manifest.
    """
    site.build(day=DAY.replace(day=1))

    assert "2026-11-01" == json.loads(state(site)["manifest.json"])["as_of"]


# -- the wall ----------------------------------------------------------------------------------

_EVENTS: list[str] | None = None


def _note(event: str, words: tuple[object, ...]) -> None:
    if _EVENTS is not None and any("site/internal" in str(word) for word in words):
        _EVENTS.append(f"{event} {words}")


sys.addaudithook(_note)


@pytest.mark.parametrize("held", ["garbage", "records", "a pipe", "a link"])
def test_internal_is_never_opened(site, usual, held, monkeypatch):
    """
    Absent, garbage, unreadable: the same bytes, and nothing asks for it.
    """
    if held == "garbage":
        site.write("internal/documents/a.yaml", b"\0\xff" * 999)
    elif held == "records":
        site.write("internal/documents/a.yaml", entry("gonggao", name="不公开的事"))
    elif held == "a pipe":
        os.mkfifo(site.folder / "internal")
    else:
        (site.folder / "internal").symlink_to("/")
    events: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "_EVENTS", events)
    site.build()
    site.lines()
    monkeypatch.setattr(sys.modules[__name__], "_EVENTS", None)

    assert [] == events
    assert usual == state(site)


def test_the_watch_over_internal_sees_an_opening(site, monkeypatch):
    """
    Or the test above would see nothing.
    """
    site.write("internal/a", "甲")
    events: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "_EVENTS", events)
    site.read("internal/a")
    os.scandir(site.folder / "internal").close()
    monkeypatch.setattr(sys.modules[__name__], "_EVENTS", None)

    assert 2 <= len(events)


# -- what heals --------------------------------------------------------------------------------

WOUNDS = {
    "the cache deleted": lambda site: disk.remove(site.folder / ".cache"),
    "the cache corrupted": lambda site: site.write(".cache/build.sqlite", b"x" * 9999),
    "the cache a file": lambda site: (
        disk.remove(site.folder / ".cache"), site.write(".cache", "x"),
    ),
    "a page deleted": lambda site: site.remove("output/entries/gonggao.html"),
    "a page truncated": lambda site: site.write("output/entries/gonggao.html", ""),
    "a page of the same size": lambda site: site.write(
        "output/entries/gonggao.html", b" " * (site.output / "entries/gonggao.html").stat().st_size
    ),
    "a data file deleted": lambda site: site.remove("output/catalogue.csv"),
    "a page replaced by a link": lambda site: (
        site.remove("output/index.html"), (site.output / "index.html").symlink_to("/etc/passwd"),
    ),
    "a page replaced by a folder": lambda site: (
        site.remove("output/index.html"), site.write("output/index.html/x", "x"),
    ),
    "a stray file": lambda site: site.write("output/entries/stray.html", "x"),
    "a stray link": lambda site: (site.output / "stray").symlink_to("/etc"),
    "the manifest deleted with a page": lambda site: (
        site.remove("output/index.html"), site.write("output/manifest.json", "{}"),
    ),
    "the output deleted": lambda site: disk.remove(site.output),
    "the output a link": lambda site: (
        site.output.rename(site.folder / "victim"), site.output.symlink_to(site.folder / "victim"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("wound", WOUNDS.values(), ids=WOUNDS)
def test_whatever_is_damaged_heals(site, usual, wound):
    """
    The next build that has anything to do publishes the whole site again.
    """
    site.build()
    wound(site)
    site.write("templates/404.html", site.read("templates/404.html") + "{# 甲 #}")
    report = site.build()

    assert () == report.problems
    assert usual == state(site)


@pytest.mark.parametrize("wound", [one for one in WOUNDS if "same size" not in one], ids=str)
def test_whatever_can_be_seen_at_a_glance_heals_without_an_edit(site, usual, wound):
    """
    Files and sizes are compared even when no input changed.
    """
    site.build()
    WOUNDS[wound](site)
    site.build()

    assert usual == state(site)


# -- what fails --------------------------------------------------------------------------------


def test_an_error_leaves_the_site_byte_for_byte(site):
    """
    And is told; the next good build publishes.
    """
    site.build()
    before = state(site)
    site.edit(ENTRIES, "method: 主动公开", "method: 公开")
    report = site.build()

    assert ["value-choice"] == [found.rule for found in report.problems]
    assert ((), ()) == (report.changed, report.removed)
    assert before == state(site)


def test_an_error_on_the_first_build_publishes_nothing(site):
    """
    Not even a folder.
    """
    site.edit(ENTRIES, "method: 主动公开", "method: 公开")
    site.build()

    assert not site.output.exists()


def test_a_warning_is_printed_and_only_strict_refuses_it(site):
    """
    Also when nothing changed since it was first printed.
    """
    site.edit(ENTRIES, "    method: 主动公开\n", "")
    first, second, strict = site.build(), site.build(), site.build(strict=True)

    assert ["entry-method-missing"] == [found.rule for found in first.problems]
    assert first.problems == second.problems == strict.problems
    assert () == second.changed


def test_strict_publishes_nothing_that_has_a_warning(site):
    """
    The site of before stays.
    """
    site.build()
    before = state(site)
    site.edit(ENTRIES, "    method: 主动公开\n", "")
    site.build(strict=True)

    assert before == state(site)


def test_check_finds_what_build_finds(site):
    """
    Also what only finished pages show.
    """
    site.edit("content/pages/guide.md", "fields/zhengdi.html", "fields/zhengdl.html")
    site.write("templates/404.html", '<p onclick="x()">甲</p>')
    site.edit(ENTRIES, "method: 主动公开", "method: 公开")

    assert site.build().problems == site.problems()
    assert 7 < len(site.problems())


def test_a_check_between_two_builds_changes_nothing_of_either(site):
    """
    It shares the store, and forgets nothing that a build needs.
    """
    site.build()
    store = Store(site.folder / ".cache")
    make(find(site.folder), day=None, today=DAY, store=store)
    store.save()
    report = site.build()

    assert ((), ()) == (report.changed, report.reasons)


def test_a_page_that_is_kept_is_kept_by_its_bytes(site, monkeypatch):
    """
    A file in output/ that is not what was remembered is rendered, not linked.
    """
    site.build()
    site.write("output/entries/buchang.html", "x")
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区")
    report = site.build()

    assert "entries/buchang.html" in report.changed
    assert b"x" != state(site)["entries/buchang.html"]


def test_another_program_renders_everything_again(site, monkeypatch):
    """
    Its key is part of every key.
    """
    site.build()
    monkeypatch.setattr(keys, "program", lambda: "another")
    report = site.build()

    assert len(state(site)) == len(report.reasons) + 1  # the manifest
    assert {("program",)} == {parts for _, parts in report.reasons}
    assert () == report.changed
