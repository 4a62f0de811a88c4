"""What `check` says where git knows the past: the changes that no adjustment tells of."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.find import find
from generator.link import link
from generator.past.covering import untold_changes
from generator.read import read
from generator.store import Store
from generator.words import line

from ..conftest import CONTENT, DAY, Site, entry, listed
from ..rules.adjustment_examples import adjustment, change
from .conftest import Repository

ENTRIES = "catalogue/entries/zhengdi.yaml"
RECORD = "catalogue/adjustments/tiaozheng-2026-1.yaml"
LIMIT = "信息形成或者变更之日起{}个工作日内"
CLAUSE = "（惠府办函〔2018〕157号 规程三（一））"
SHORTER = change("gonggao", fields=f"{{field: time_limit, after: {LIMIT.format(10)}}}")


def told(site: Site, *, day: date = DAY, language: str = "zh", **environment: str) -> list[str]:
    """What is said beside what the rules say, problem by problem; in Chinese the hint apart."""
    found = find(site.folder)
    catalogue = link(read(found.config, found.sources, Store(None)), day)
    problems = untold_changes(
        site.folder, found.sources, catalogue, {"PATH": os.environ["PATH"]} | environment
    )
    return [line(one, language).split("\n")[0] for one in problems]


def shorten(past: Repository) -> None:
    """Give the first item a shorter limit and record it, not yet committed."""
    past.site.edit(ENTRIES, "20个工作日内", "10个工作日内")
    past.site.write(RECORD, adjustment("tiaozheng-2026-1", SHORTER, date="2026-11-21"))


def rename(past: Repository) -> None:
    """Change another item, of which no adjustment tells."""
    past.site.edit(ENTRIES, "name: 补偿安置方案", "name: 补偿方案")


RENAMED = [
    f"{ENTRIES}:16:11: warning: “补偿方案”的二级事项（name）变了，没有目录调整记录说明"
    " [adjustment-change-uncovered]"
]


# -- what is told ------------------------------------------------------------------------------


def test_a_change_of_what_no_adjustment_ever_named_is_told(past):
    """
    Committed or not, before the record, with it or after it; what the record tells is not.
    """
    shorten(past)
    rename(past)  # dropped from the record, and committed with it
    both = told(past.site)
    past.commit()
    past.site.edit("catalogue/entries/jiaoyu.yaml", "level: [县级]", "level: [市级, 县级]")
    past.site.edit(
        "catalogue/entries/jiaoyu.yaml", "audience: 全社会", "audience: {特定群体: 家长}"
    )

    assert RENAMED == both
    assert [
        "catalogue/entries/jiaoyu.yaml:11:11: warning: “招生范围”的公开对象（audience）、"
        "公开层级（level）变了，没有目录调整记录说明 [adjustment-change-uncovered]",
        *RENAMED,
    ] == told(past.site)
    past.commit()
    assert 2 == len(told(past.site))
    assert [
        f"{ENTRIES}:16:11: warning: “补偿方案” changed and no adjustment tells why: name"
        " [adjustment-change-uncovered]"
    ] == told(past.site, language="en")[1:]


def test_the_command_tells_it_and_adjust_ends_it(past):
    """
    As any warning, with what to do; what was dropped from the first record stands in the second.
    """
    shorten(past)
    rename(past)
    past.commit()
    past.site.edit("catalogue/units/units.yaml", "副局长", "局长")
    past.commit()
    done, strict = past.run("check"), past.run("check", "--strict")
    [record] = json.loads(past.run("check", "--format", "json").stdout)

    assert [
        *RENAMED,
        f"    请运行 gongkai adjust 补一条调整记录；不该变的，改回原来的值。{CLAUSE}",
        "0 个错误，1 个警告，0 条提示。",
    ] == done.stderr.splitlines()
    assert (0, 1) == (done.returncode, strict.returncode)
    assert (ENTRIES, 16, 11, "warning") == tuple(
        record[key] for key in ("path", "line", "column", "severity")
    )
    assert () == past.site.problems()  # those of build and preview
    past.run("adjust")
    assert [] == told(past.site)
    text = past.site.read("catalogue/adjustments/tiaozheng-2026-2.yaml")
    assert ["      - field: name", "        before: 补偿安置方案", "        after: 补偿方案"] == (
        text.splitlines()[-3:]
    )
    assert "gonggao" not in text


def test_new_and_deleted_items_are_told(past):
    """
    The new one at its place, the deleted one at the file in which it stood.
    """
    shorten(past)
    past.commit()
    [first] = past.site.read(ENTRIES).split("  - id: buchang")[:1]
    past.site.write(ENTRIES, first)
    past.site.write("catalogue/entries/x.yaml", entry("xin", name="新事项"))

    assert [
        "catalogue/entries/x.yaml:1:1: warning: “新事项”是新增的事项，没有目录调整记录说明"
        " [adjustment-new-uncovered]",
        f"{ENTRIES}: warning: 事项“补偿安置方案”（buchang）已从文件中删去，没有目录调整记录说明，"
        "它的网址失效了 [adjustment-removed-uncovered]",
    ] == told(past.site)


def test_an_end_is_told_once(past):
    """
    By the rule where the records show it, else here; the rest of the item beside.
    """
    shorten(past)
    past.commit()
    past.site.edit(ENTRIES, "name: 补偿安置方案", "name: 补偿安置方案\n    ended: 2026-11-22")
    known = told(past.site), [one.rule for one in past.site.problems()]
    past.site.edit(ENTRIES, "ended: 2026-11-22", "ended: 2027-01-01")
    ahead = told(past.site), [one.rule for one in past.site.problems()]

    assert ([], ["adjustment-ended-uncovered"]) == known
    assert 1 == len(ahead[0])
    assert "的终止日期（ended）变了" in ahead[0][0]
    assert [] == ahead[1]


def test_one_fault_is_told_once(past):
    """
    What an adjustment names is the work of the rules, be the item deleted, too.
    """
    shorten(past)
    past.commit()
    past.site.edit(ENTRIES, "10个工作日内", "5个工作日内")
    changed = told(past.site), [one.rule for one in past.site.problems()]
    past.site.write(
        ENTRIES, listed("entries", entry("buchang", content=CONTENT, name="补偿安置方案"))
    )
    deleted = told(past.site), [one.rule for one in past.site.problems()]

    assert ([], ["adjustment-uncovered"]) == changed
    assert [] == deleted[0]
    assert "adjustment-entry-unknown" in deleted[1]


def test_what_an_adjustment_of_a_day_to_come_tells_is_told(past):
    """
    The item was edited before the day; a third value is told.
    """
    past.site.write(RECORD, adjustment("tiaozheng-2026-1", SHORTER, date="2027-01-01"))
    past.commit()
    past.site.edit(ENTRIES, "20个工作日内", "10个工作日内")
    early = told(past.site)
    past.site.edit(ENTRIES, "10个工作日内", "5个工作日内")

    assert [] == early
    assert 1 == len(told(past.site))


def test_an_item_that_was_put_back_to_say_that_it_ended_is_told(past):
    """
    As `adjustment-entry-removed` asks for; one that was added and never recorded is not.
    """
    gone = change("jiu", "取消", "{field: ended, after: 2026-11-21}")
    past.site.write(RECORD, adjustment("tiaozheng-2026-1", gone, date="2026-11-21"))
    past.commit()
    past.site.write("catalogue/entries/x.yaml", entry("jiu", ended="2026-11-21"))
    put_back = told(past.site)
    also = change("xin", fields="{field: level, after: [县级]}")
    past.site.write(RECORD, adjustment("tiaozheng-2026-1", gone, also, date="2026-11-21"))
    past.site.write("catalogue/entries/y.yaml", entry("xin"))

    assert [] == put_back
    assert ["adjustment-new-uncovered]"] == [one.rpartition("[")[2] for one in told(past.site)]


# -- from where on -----------------------------------------------------------------------------


def test_a_record_that_is_not_committed_begins_with_the_last_commit(past):
    """
    The commit to come will bring it.
    """
    rename(past)
    past.commit()
    shorten(past)
    before = told(past.site)
    past.site.edit(ENTRIES, "name: 补偿方案", "name: 补偿")

    assert [] == before
    assert 1 == len(told(past.site))


def test_a_first_commit_that_holds_all_is_the_beginning(site):
    """
    Nothing was there before it.
    """
    site.write(RECORD, adjustment("tiaozheng-2026-1", change("gonggao"), date="2026-11-21"))
    past = Repository(site, site.folder)
    before = told(site)
    rename(past)

    assert [] == before
    assert RENAMED == told(site)


def test_a_catalogue_that_came_with_its_records_begins_with_them(tmp_path):
    """
    Into a repository that held something else, with an empty folder for the entries.
    """
    there = Site.__new__(Site)
    there.folder = tmp_path / "all"
    there.write("readme", "")
    there.write("site/catalogue/entries/.gitkeep", "")
    past = Repository(there, there.folder)
    site = Site(tmp_path / "all" / "site")
    site.write(RECORD, adjustment("tiaozheng-2026-1", change("gonggao"), date="2026-11-21"))
    untracked = told(site)
    past.commit()
    come = told(site)
    past.site = site
    rename(past)

    assert [] == untracked
    assert [] == come
    assert RENAMED == told(site)


def test_what_only_keeps_the_folder_is_no_record(past):
    """
    The beginning is the first adjustment, not the first file.
    """
    past.site.write("catalogue/adjustments/.gitkeep", "")
    past.commit()
    rename(past)
    past.commit()
    shorten(past)
    past.commit()

    assert [] == told(past.site)


def test_where_a_file_lies_and_how_it_is_written_is_no_change(past):
    """
    Nor is what stands beside the items.
    """
    shorten(past)
    past.commit()
    past.site.edit("catalogue/units/units.yaml", "副局长", "局长")
    past.git("mv", ENTRIES, "catalogue/entries/b.yaml")
    past.site.edit(
        "catalogue/entries/jiaoyu.yaml", "id: zhaosheng", "# 注\norder: 3\nid: zhaosheng"
    )

    assert [] == told(past.site)


# -- when nothing is said ----------------------------------------------------------------------


def test_without_adjustments_git_or_a_repository_nothing_is_said(past, tmp_path):
    """
    A site that records no adjustments, a machine without git, a site of files alone.
    """
    rename(past)
    none = told(past.site)
    shorten(past)
    shutil.copytree(past.site.folder, tmp_path / "bare", ignore=shutil.ignore_patterns(".git"))
    bare = Site.__new__(Site)
    bare.folder = tmp_path / "bare"

    assert [] == none
    assert RENAMED == told(past.site)
    assert [] == told(past.site, PATH=str(tmp_path))
    assert [] == told(bare)


def test_before_the_first_commit_nothing_is_said(site):
    """
    There is no past.
    """
    site.write(RECORD, adjustment("tiaozheng-2026-1", change("gonggao"), date="2026-11-21"))
    past = Repository.__new__(Repository)
    past.site, past.top = site, site.folder
    past.git("init", "-q")

    assert [] == told(site)


def test_what_cannot_be_read_now_is_told_by_itself(past):
    """
    Its items are not gone, and an adjustment that cannot be read may tell of anything it names.
    """
    shorten(past)
    past.commit()
    good = past.site.read(ENTRIES)
    past.site.write(ENTRIES, "entries: [\n")
    broken = told(past.site)
    past.site.write(ENTRIES, good)
    past.site.edit(ENTRIES, "method: 主动公开", "method: 公开")
    value = told(past.site)
    past.site.write(ENTRIES, good)
    rename(past)
    past.site.write("catalogue/adjustments/b.yaml", adjustment("b", change("buchang"), date="昨天"))

    assert [] == broken
    assert [] == value
    assert [] == told(past.site)


def test_a_shallow_clone_is_told_and_is_no_failure(past, tmp_path):
    """
    One information with the setting to change.
    """
    shorten(past)
    rename(past)
    past.commit()
    past.git("clone", "-q", "--depth", "1", past.top.as_uri(), str(tmp_path / "shallow"))
    site = Site.__new__(Site)
    site.folder = tmp_path / "shallow"
    done = site.run("check", "--strict")

    assert 0 == done.returncode
    assert [
        "git: information: 没有查找目录调整没有说明的变化：这是浅克隆，历史不完整，不能比较"
        " [git-unseen]",
        "    请运行 git fetch --unshallow；在 GitHub、Gitea 的流水线中写 fetch-depth: 0，"
        "在 GitLab 中写 GIT_DEPTH: 0。",
        "0 个错误，0 个警告，1 条提示。",
    ] == done.stderr.splitlines()
    assert told(site, language="en") == [
        "git: information: changes that no adjustment tells of were not looked for: "
        "this is a shallow clone: its history is not whole, so nothing is compared [git-unseen]"
    ]


@pytest.mark.parametrize("link", [False, True])
def test_a_past_that_cannot_be_read_is_told_with_its_place(past, link):
    """
    As an information: nobody can mend it.
    """
    path = Path("catalogue/entries/b.yaml")
    if link:
        (past.site.folder / path).symlink_to("zhengdi.yaml")
    else:
        past.site.write(str(path), "id: b\nname: [\n")
    commit = past.commit()
    past.site.remove(str(path))
    shorten(past)
    past.commit()
    [said] = told(past.site)

    assert said.startswith(f"{commit[:12]}:{path}")
    assert ": information: " in said
