"""`adjust`, `diff` and `history` as people run them, in repositories of every sort."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ..conftest import CONTENT, Site, entry, files, listed
from .conftest import Repository

ENTRIES = "catalogue/entries/zhengdi.yaml"
RECORD = "catalogue/adjustments/tiaozheng-2026-1.yaml"
OLD, NEW = "20个工作日内", "10个工作日内"
ID_NUMBER = "441302199001011231"  # valid in form; nobody's


def lines(done) -> list[str]:
    return done.stderr.splitlines()


def shorten(past: Repository) -> None:
    """Give the first item a shorter limit."""
    past.site.edit(ENTRIES, OLD, NEW)


def complete(past: Repository, path: str = RECORD) -> None:
    """Do what an editor has to do to a record."""
    text = past.site.read(path)
    text = text.replace("basis:\n", "basis: [某决定]\n", 1)
    text = text.replace("approved_by:\n", "approved_by: 示范市人民政府\n")
    past.site.write(path, text.replace("reason:\n", "reason: 依法调整\n"))


# -- adjust ------------------------------------------------------------------------------------


def test_where_nothing_changed_nothing_is_written(past):
    """
    It says so, and all is well.
    """
    before = files(past.site.folder)
    done = past.run("adjust")

    assert 0 == done.returncode
    assert ["与 HEAD 相比，没有尚未记录的变化。"] == lines(done)
    assert before == files(past.site.folder)


def test_what_changed_is_written_as_an_editor_would_write_it(past):
    """
    Before and after of each element, gaps for what only a person knows, and the file's name.
    """
    shorten(past)
    past.site.edit(ENTRIES, "name: 补偿安置方案", "name: 补偿方案")
    done = past.run("adjust")

    assert 0 == done.returncode
    assert [
        "征地公告（gonggao）：修改",
        "    公开时限：信息形成或者变更之日起20个工作日内 → 信息形成或者变更之日起10个工作日内",
        "补偿方案（buchang）：修改",
        "    二级事项：补偿安置方案 → 补偿方案",
        f"已写入 {RECORD}：HEAD 以来 2 个事项的变化。",
        "请补写 basis（依据）、approved_by（批准机关）和每项的 reason（理由），再运行 check。",
    ] == lines(done)
    assert """\
id: tiaozheng-2026-1
date: 2026-11-23
kind: 调整
title: 2026年11月23日目录动态调整
basis:
approved_by:
changes:
  - entry: gonggao  # 征地公告
    kind: 修改
    reason:
    fields:
      - field: time_limit
        before: 信息形成或者变更之日起20个工作日内
        after: 信息形成或者变更之日起10个工作日内
  - entry: buchang  # 补偿方案
    kind: 修改
    reason:
    fields:
      - field: name
        before: 补偿安置方案
        after: 补偿方案
""" == past.site.read(RECORD)


def test_a_record_asks_to_be_completed_and_then_is_whole(past):
    """
    One warning for each gap, none when they are filled.
    """
    shorten(past)
    past.run("adjust")
    rules = [one.rule for one in past.site.problems()]
    complete(past)

    assert [
        "adjustment-approval-missing",
        "adjustment-basis-missing",
        "adjustment-reason-missing",
    ] == rules
    assert () == past.site.problems()


def test_a_change_after_the_record_is_a_warning_and_a_record_of_its_own(past):
    """
    The second begins where the first ended, though neither is committed.
    """
    shorten(past)
    past.run("adjust")
    complete(past)
    past.site.edit(ENTRIES, NEW, "5个工作日内")
    [told] = past.site.problems()
    done = past.run("adjust")
    second = "catalogue/adjustments/tiaozheng-2026-2.yaml"
    complete(past, second)

    assert (told.rule, told.at.path) == ("adjustment-uncovered", ENTRIES)
    assert 0 == done.returncode
    assert f"        before: 信息形成或者变更之日起{NEW}\n" in past.site.read(second)
    assert () == past.site.problems()
    assert ["与 HEAD 相比，没有尚未记录的变化。"] == lines(past.run("adjust"))


def test_it_begins_before_the_first_record(past):
    """
    Not with the last commit, nor with the record: what was committed and not recorded is found.
    """
    first = past.git("rev-parse", "HEAD")
    shorten(past)
    past.run("adjust")
    past.commit()
    past.site.edit(ENTRIES, "name: 补偿安置方案", "name: 补偿方案")
    complete(past)
    past.commit()
    done = past.run("adjust")

    assert f"：{first[:12]} 以来 1 个事项的变化。" in done.stderr
    assert "entry: buchang" in past.site.read("catalogue/adjustments/tiaozheng-2026-2.yaml")


def test_an_item_that_waits_for_its_record_is_not_written_as_changed_back(past):
    """
    The record came first: both values are told, and what to do; from a revision at which the item
    said it on, it was changed back.
    """
    shorten(past)
    past.run("adjust")
    complete(past)
    past.commit()
    past.site.edit(ENTRIES, NEW, OLD)
    before = files(past.site.folder)
    done = past.run("adjust")
    said = [line for line in past.site.lines() if "adjustment-" in line]

    assert [
        f"{ENTRIES}:9:17: warning: 2026-11-23 的目录调整写明“征地公告”的公开时限（time_limit）改为"
        f"“信息形成或者变更之日起{NEW}”，事项还写着“信息形成或者变更之日起{OLD}”"
        " [adjustment-waiting]",
        "    请改好事项；没有这样调整的，改正调整记录“tiaozheng-2026-1”；后来又改回来的，"
        "用 gongkai adjust --since 指明改回以前的版本。（惠府办函〔2018〕157号 规程三（一））",
    ] == lines(done)[1:]
    assert said == ["\n".join(lines(done)[1:])]
    assert 0 == done.returncode
    assert before == files(past.site.folder)
    back = past.run("adjust", "--since", "HEAD")
    assert "HEAD 以来 1 个事项的变化" in back.stderr
    assert "adjustment-waiting" not in back.stderr
    assert f"        after: 信息形成或者变更之日起{OLD}" in past.site.read(
        "catalogue/adjustments/tiaozheng-2026-2.yaml"
    )


def test_a_revision_can_be_named(past):
    """
    From there on, everything that is not recorded.
    """
    shorten(past)
    past.commit()
    assert "没有尚未记录的变化" in past.run("adjust").stderr
    done = past.run("adjust", "--since", "HEAD~1", "--date", "2026-10-01")

    assert 0 == done.returncode
    assert "HEAD~1 以来 1 个事项的变化" in done.stderr
    assert "date: 2026-10-01\n" in past.site.read(RECORD)


def test_new_ended_and_removed_items(past):
    """
    What is new is told with all it says, what ended with its end, what is gone with all it said.
    """
    old = past.site.read(ENTRIES)
    past.site.write(ENTRIES, listed("entries", entry("gonggao", ended="2026-11-01"), entry("xin")))
    done = past.run("adjust")
    complete(past)
    record = past.site.read(RECORD)

    assert [
        "征地公告（gonggao）：取消",
        "征地公告（xin）：新增",
        "补偿安置方案（buchang）：取消",
    ] == [line for line in lines(done) if line.endswith(("取消", "新增", "修改"))]
    assert "      - field: ended\n        after: 2026-11-01\n" in record
    assert "      - field: name\n        before: 补偿安置方案\n" in record
    [removed] = past.site.problems()
    assert "adjustment-entry-removed" == removed.rule
    past.site.write(
        ENTRIES,
        old.replace("entries:\n", "entries:\n  - {id: xin, name: 征地公告, field: zhengdi}\n", 1),
    )
    assert "adjustment-still-current" in [one.rule for one in past.site.problems()]


def test_an_expansion_is_one(past):
    """
    Only new items: 拓展.
    """
    past.site.write("catalogue/entries/x.yaml", entry("xin"))
    past.run("adjust")

    assert "kind: 拓展\n" in past.site.read(RECORD)


def test_a_dry_run_prints_the_record_and_writes_nothing(past):
    """
    The record alone on standard output, the account of it beside.
    """
    shorten(past)
    before = files(past.site.folder)
    done = past.run("adjust", "--dry-run")

    assert 0 == done.returncode
    assert done.stdout.startswith("id: tiaozheng-2026-1\ndate: 2026-11-23\n")
    assert "已写入" not in done.stderr
    assert before == files(past.site.folder)


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("catalogue/adjustments/mulu-2026.yaml", "mulu-2026"),
        ("catalogue/adjustments/2026/第一次.yaml", "tiaozheng-2026-1"),
        ("../gonggao.yaml", "tiaozheng-2026-1"),  # an id that an item has
    ],
)
def test_a_file_can_be_named(past, path, id):
    """
    Its name is the id where it can be one.
    """
    shorten(past)
    done = past.run("adjust", "-o", path)

    assert 0 == done.returncode, done.stderr
    assert past.site.read(path).startswith(f"id: {id}\n")


@pytest.mark.parametrize(
    "path",
    [
        ENTRIES,
        "catalogue/entries/x.yaml",
        "catalogue/adjustments/x.txt",
        "internal/x.yaml",
        "output/x.yaml",
        "catalogue/adjustments/there.yaml",
        "catalogue/adjustments/link.yaml",
        "catalogue/adjustments/../units/x.yaml",
    ],
)
def test_nothing_is_overwritten_and_nothing_goes_elsewhere(past, path):
    """
    One sentence, and every file is what it was.
    """
    shorten(past)
    past.site.write("catalogue/adjustments/there.yaml", "id: there\ndate: 2020-01-01\n")
    link = path.endswith("link.yaml")
    if link:
        (past.site.folder / path).symlink_to("nowhere.yaml")
    before = files(past.site.folder)
    done = past.run("adjust", "-o", path)

    assert 1 == done.returncode
    assert "[file-link]" in done.stderr if link else "[record-output]" in done.stderr
    assert before == files(past.site.folder)


def test_a_site_with_an_error_is_not_recorded(past):
    """
    What cannot be read cannot be compared.
    """
    past.site.edit(ENTRIES, "method: 主动公开", "method: 公开")
    done = past.run("adjust")

    assert 1 == done.returncode
    assert f"{ENTRIES}:10:13: error:" in done.stderr
    assert not (past.site.folder / "catalogue/adjustments").exists()


def test_two_items_with_one_id_are_not_recorded(past):
    """
    Nobody can say which of them changed.
    """
    past.site.write("catalogue/entries/x.yaml", entry("gonggao"))

    done = past.run("adjust")

    assert 1 == done.returncode
    assert "[id-repeated]" in done.stderr


# -- what is no change -------------------------------------------------------------------------

SAME = {
    "the file renamed": lambda past: past.git("mv", ENTRIES, "catalogue/entries/目录 一.yaml"),
    "comments and blank lines": lambda past: past.site.write(
        ENTRIES, "# 注\n\n" + past.site.read(ENTRIES).replace("  - id", "\n  - id")
    ),
    "ends of line": lambda past: past.site.write(
        ENTRIES, past.site.read(ENTRIES).replace("\n", "\r\n")
    ),
    "the keys turned round": lambda past: past.site.write(
        "catalogue/entries/jiaoyu.yaml",
        "".join(reversed(past.site.read("catalogue/entries/jiaoyu.yaml").splitlines(True))),
    ),
    "the rows turned round": lambda past: past.site.write(
        ENTRIES,
        listed(
            "entries",
            entry("buchang", content=CONTENT, name="补偿安置方案"),
            entry("gonggao", content=CONTENT, duties="[d-zhengdi]"),
        ),
    ),
    "long forms": lambda past: past.site.edit(
        ENTRIES, "subject: [ziran-ziyuan]", "subject: [{unit: ziran-ziyuan}]"
    ),
    "numbers and order": lambda past: past.site.edit(
        ENTRIES, "    name:", '    number: "3"\n    order: 9\n    name:'
    ),
}  # fmt: skip


@pytest.mark.parametrize("rewrite", SAME.values(), ids=SAME)
def test_how_and_where_an_item_is_written_is_no_change(past, rewrite):
    """
    Neither in the files nor once it is committed.
    """
    rewrite(past)

    assert ["没有变化。"] == lines(past.run("diff", "HEAD"))
    assert "没有尚未记录的变化" in past.run("adjust").stderr
    past.commit()
    assert ["没有变化。"] == lines(past.run("diff", "HEAD~1", "HEAD"))
    assert 1 == len(json.loads(past.run("history", "gonggao", "--json").stdout)["changes"])


# -- diff --------------------------------------------------------------------------------------


def test_a_difference_says_what_no_adjustment_tells(past):
    """
    Item by item, element by element; under --strict that is not passed.
    """
    shorten(past)
    past.run("adjust")
    past.site.edit(ENTRIES, "name: 补偿安置方案", "name: 补偿方案")
    done = past.run("diff", "HEAD")
    strict = past.run("diff", "HEAD", "--strict")

    assert 0 == done.returncode
    assert 1 == strict.returncode
    assert [
        "征地公告（gonggao）：修改",
        "    公开时限：信息形成或者变更之日起20个工作日内 → 信息形成或者变更之日起10个工作日内",
        "补偿方案（buchang）：修改（没有目录调整记录）",
        "    二级事项：补偿安置方案 → 补偿方案",
        "2 个事项有变化，其中 1 个没有目录调整记录。",
    ] == lines(done)


def test_a_difference_for_programs(past):
    """
    Alone on standard output; values as YAML would hold them.
    """
    first = past.git("rev-parse", "HEAD")
    past.site.edit(ENTRIES, "content: [征收土地预公告]", "content: [公告, 方案]")
    second = past.commit()
    done = past.run("diff", "HEAD~1", "HEAD", "--json")

    assert {
        "from": first,
        "to": second,
        "changes": [
            {
                "entry": "gonggao",
                "name": "征地公告",
                "kind": "修改",
                "covered": False,
                "fields": [
                    {
                        "field": "content",
                        "label": "公开内容（要素）",
                        "before": ["征收土地预公告"],
                        "after": ["公告", "方案"],
                        "covered": False,
                    }
                ],
            }
        ],
    } == json.loads(done.stdout)
    assert "" == done.stderr


def test_the_other_language(past):
    """
    Words of the program, not of the catalogue.
    """
    shorten(past)
    done = past.run("diff", "HEAD", "--lang", "en")

    assert "征地公告（gonggao）：changed (no adjustment)" == lines(done)[0]
    assert lines(done)[1].startswith("    time_limit：信息")
    assert "1 item changed, 1 without an adjustment." == lines(done)[-1]


def test_nothing_of_the_program_is_left_untranslated(past):
    """
    Every word but those of the catalogue: what became of an item, numbers, what was written.
    """
    shorten(past)
    written = past.run("adjust", "--lang", "en")
    complete(past)
    told = past.run("history", "gonggao", "--lang", "en")

    assert f"{RECORD} written: 1 item changed since HEAD." in lines(written)
    assert ["added", "changed", "changed"] == [
        line.split()[-1] for line in lines(told)[1:] if not line.startswith(" ")
    ]


def test_two_revisions_are_compared_whatever_the_files_say(past):
    """
    What is broken now was not broken then.
    """
    shorten(past)
    past.commit()
    past.site.write(ENTRIES, "entries: [")

    assert 0 == past.run("diff", "HEAD~1", "HEAD").returncode
    assert 1 == past.run("diff", "HEAD").returncode


# -- history -----------------------------------------------------------------------------------


def test_every_change_of_an_item_is_told_by_day(past):
    """
    Through files of other names, other items beside it, and into the files that are not committed.
    """
    past.git("mv", ENTRIES, "catalogue/entries/b.yaml")
    past.commit(day="2026-11-21")
    moved = "catalogue/entries/b.yaml"
    past.site.edit(moved, OLD, NEW)
    limit = past.commit(day="2026-11-22")
    past.site.edit(moved, "name: 补偿安置方案", "name: 补偿方案")
    past.commit(day="2026-11-23")
    past.site.edit(moved, "name: 征地公告", "name: 征收土地公告")
    done = past.run("history", "gonggao")
    record = json.loads(past.run("history", "gonggao", "--json").stdout)

    assert 0 == done.returncode
    assert "征收土地公告（gonggao）" == lines(done)[0]
    assert [
        "新增",
        f"2026-11-22  {limit[:12]}  修改",
        "未提交的改动  修改",
    ] == [line[line.find("新增") :] if "新增" in line else line for line in lines(done)[1:]
          if not line.startswith(" ")]  # fmt: skip
    assert (
        "    公开时限：信息形成或者变更之日起20个工作日内 → 信息形成或者变更之日起10个工作日内"
        in (lines(done))
    )
    assert ["2026-11-20", "2026-11-22", None] == [one["day"] for one in record["changes"]]
    assert ["新增", "修改", "修改"] == [one["kind"] for one in record["changes"]]
    assert {
        "field": "name", "label": "二级事项", "before": "征地公告", "after": "征收土地公告",
    } == record["changes"][-1]["fields"][0]  # fmt: skip


def test_history_knows_the_adjustments(past):
    """
    Which told of it, and why.
    """
    shorten(past)
    past.run("adjust")
    complete(past)
    done = past.run("history", "gonggao")
    [told] = json.loads(past.run("history", "gonggao", "--json").stdout)["adjustments"]

    assert "2026-11-23  目录调整 tiaozheng-2026-1  修改" in lines(done)
    assert "    2026年11月23日目录动态调整；依法调整" in lines(done)
    assert ("2026-11-23", "依法调整") == (told["day"], told["reason"])


def test_an_item_that_is_gone_still_has_its_history(past):
    """
    By the id that it had.
    """
    past.site.write(
        ENTRIES, listed("entries", entry("buchang", content=CONTENT, name="补偿安置方案"))
    )
    past.commit()
    record = json.loads(past.run("history", "gonggao", "--json").stdout)

    assert "gonggao" == record["id"]
    assert ["新增", "取消"] == [one["kind"] for one in record["changes"]]


def test_a_merge_is_one_change_of_the_day_of_the_merge(past):
    """
    The published line is what counts: what a branch tried on the way is not told.
    """
    past.git("checkout", "-q", "-b", "side")
    past.site.edit(ENTRIES, OLD, "8个工作日内")
    past.commit(day="2026-11-21")
    past.site.edit(ENTRIES, "8个工作日内", NEW)
    past.commit(day="2026-11-21")
    past.git("checkout", "-q", "main")
    past.site.edit("catalogue/units/units.yaml", "副局长", "局长")
    past.commit(day="2026-11-22")
    date = "2026-11-23T12:00:00+08:00"
    past.git("merge", "-q", "--no-edit", "side", GIT_COMMITTER_DATE=date, GIT_AUTHOR_DATE=date)
    record = json.loads(past.run("history", "gonggao", "--json").stdout)

    assert ["2026-11-20", "2026-11-23"] == [one["day"] for one in record["changes"]]
    assert NEW in record["changes"][1]["fields"][0]["after"]


def test_an_item_is_read_in_any_form_of_its_file(past):
    """
    Id at the end, in brackets, a single record, quoted, a longer id beside it.
    """
    forms = [
        "name: 征地公告\nfield: zhengdi\nremarks: 一\nid: gonggao\n",
        "entries: [{id: gonggao-2, name: 乙, field: zhengdi},"
        " {id: gonggao, name: 征地公告, field: zhengdi, remarks: 二}]\n",
        'entries:\n    - name: 征地公告\n      field: zhengdi\n      "id": "gonggao"\n'
        "      remarks: 三\n",
        "entries:\n  - name: 征地公告\n    field: zhengdi\n    remarks: 四\n    id: gonggao\n"
        "  - {id: gonggao-3, name: 丙, field: zhengdi, remarks: id 是 gonggao}\n",
    ]
    for text in forms:
        past.site.write(ENTRIES, text)
        past.commit()
    record = json.loads(past.run("history", "gonggao", "--json").stdout)

    assert ["一", "二", "三", "四"] == [
        field["after"]
        for one in record["changes"]
        for field in one["fields"]
        if field["field"] == "remarks"
    ]


def test_what_could_not_be_read_is_told_and_the_rest_too(past):
    """
    A commit that broke the file is no change of the item, and its place is named.
    """
    text = past.site.read(ENTRIES)
    past.site.write(ENTRIES, text.replace("entries:", "entries: ["))
    broken = past.commit()
    past.site.write(ENTRIES, text.replace(OLD, NEW, 1))
    past.commit()
    done = past.run("history", "gonggao")

    assert 1 == done.returncode
    assert f"{broken[:12]}:{ENTRIES}:" in done.stderr
    assert ["新增", "修改"] == [
        line.split()[-1] for line in lines(done)[1:] if line.startswith("2026")
    ]


def test_an_unknown_item_is_one_sentence(past):
    """
    With the likely spelling, where there is one.
    """
    near, far = past.run("history", "gongga"), past.run("history", "从来没有")

    assert (1, 1) == (near.returncode, far.returncode)
    assert "是否应为“gonggao”？" in near.stderr


# -- what git cannot tell ----------------------------------------------------------------------

COMMANDS = (["adjust"], ["diff", "HEAD"], ["history", "gonggao"])


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_shallow_clone_is_refused_with_the_setting_to_change(past, words, tmp_path):
    """
    One sentence, and what to write in which workflow.
    """
    past.commit()
    past.git("clone", "-q", "--depth", "1", past.top.as_uri(), str(tmp_path / "shallow"))
    done = Site.run(_at(tmp_path / "shallow"), *words)

    assert 1 == done.returncode
    assert [
        "git: error: 这是浅克隆，历史不完整，不能比较 [git-shallow]",
        "    请运行 git fetch --unshallow；在 GitHub、Gitea 的流水线中写 fetch-depth: 0，"
        "在 GitLab 中写 GIT_DEPTH: 0。",
    ] == lines(done)


def _at(folder: Path) -> Site:
    site = Site.__new__(Site)
    site.folder = folder
    return site


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_without_a_repository_or_git_it_says_so(site, words, tmp_path):
    """
    In one sentence each.
    """
    none = site.run(*words)
    empty = tmp_path / "empty"
    empty.mkdir()
    missing = site.run(*words, PATH=str(empty))

    assert (1, 1) == (none.returncode, missing.returncode)
    assert "git: error: 网站目录不在 git 仓库中，无法知道目录的历史 [git-none]" == lines(none)[0]
    assert "git: error: 这台机器上没有 git，无法知道目录的历史 [git-missing]" == lines(missing)[0]
    assert 2 == len(lines(none)) == len(lines(missing))


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_before_the_first_commit_it_says_to_commit(site, words):
    """
    Nothing to compare with yet; the command is one that can be run.
    """
    subprocess.run(["git", "init", "-q"], cwd=site.folder, check=True)
    done = site.run(*words)

    assert 1 == done.returncode
    assert [
        "git: error: git 仓库的当前分支还没有一次提交，没有可以比较的历史 [git-uncommitted]",
        "    请先在网站目录提交一次：git add config.yaml catalogue && git commit -m 目录",
    ] == lines(done)
    command = (
        lines(done)[1]
        .partition("：")[2]
        .replace("git commit", "git -c user.name=x -c user.email=x@x.example commit")
    )
    subprocess.run(command, shell=True, cwd=site.folder, check=True, capture_output=True)
    assert 0 == site.run(*words).returncode


@pytest.mark.parametrize(
    "revision", ["nope", "--all", "-x", "HEAD:config.yaml", "HEAD~9", "", "HEAD^{tree}", "a\nb"]
)
def test_a_revision_that_is_none_is_one_sentence(past, revision):
    """
    Whatever is written there, git takes it for no option.
    """
    before = files(past.site.folder)
    done = past.run("diff", "--", revision)

    assert 1 == done.returncode
    assert "[git-revision]" in done.stderr
    assert before == files(past.site.folder)


@pytest.mark.parametrize(
    "text",
    [
        "entries: [",
        "- 甲\n- 乙\n",
        entry("gonggao", method="公开"),
        "entries:\n  - {id: gonggao, name: 一, field: zhengdi, weisuo: 1}\n",
        b"\xff\xfe\x00",
    ],
)
def test_a_revision_that_cannot_be_read_is_told_with_its_place(past, text):
    """
    As a problem of that revision's file, by rule and line; nothing is written.
    """
    good = past.site.read(ENTRIES)
    past.site.write(ENTRIES, text)
    past.commit()
    past.site.write(ENTRIES, good)
    done = past.run("adjust")
    difference = past.run("diff", "HEAD", "--json")

    assert (1, 1) == (done.returncode, difference.returncode)
    assert lines(done)[0].startswith(f"HEAD:{ENTRIES}")
    assert ": error: " in lines(done)[0]
    assert "" == difference.stdout
    assert not (past.site.folder / "catalogue/adjustments").exists()


def test_an_incomplete_clone_says_so_and_fetches_nothing(past, tmp_path):
    """
    A clone without blobs would ask a server for each.
    """
    shorten(past)
    past.commit()
    past.git("config", "uploadpack.allowFilter", "true")
    there = tmp_path / "partial"
    past.git("clone", "-q", "--filter=blob:none", past.top.as_uri(), str(there))
    done = Site.run(_at(there), "diff", "HEAD~1")

    assert 1 == done.returncode
    assert "[git-incomplete]" in done.stderr


# -- what must not disturb ---------------------------------------------------------------------


def test_the_settings_of_the_owner_change_nothing(past, tmp_path):
    """
    Neither those of the repository nor those of the user nor the environment of a hook.
    """
    past.git("mv", ENTRIES, "catalogue/entries/征地 “一”.yaml")
    past.commit()
    past.site.edit("catalogue/entries/征地 “一”.yaml", OLD, NEW)
    plain = [past.run(*words).stderr for words in (["diff", "HEAD"], ["history", "gonggao"])]
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    for key, value in {
        "core.quotepath": "true", "core.autocrlf": "true", "core.fsmonitor": str(program),
        "core.pager": str(program), "diff.external": str(program), "diff.relative": "true",
        "log.showSignature": "true", "gpg.program": str(program), "color.ui": "always",
        "log.diffMerges": "off", "log.showRoot": "false", "diff.renames": "copies",
        "log.date": "relative", "format.pretty": "oneline", "core.hooksPath": str(tmp_path),
        "diff.noprefix": "true", "core.abbrev": "4", "log.follow": "true",
    }.items():  # fmt: skip
        past.git("config", key, value)
        past.git("config", "--file", str(home / ".gitconfig"), key, value)
    hostile = {
        "HOME": str(home), "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/x",
        "GIT_EXTERNAL_DIFF": str(program), "GIT_PAGER": str(program), "GIT_TRACE": "1",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.pager", "GIT_CONFIG_VALUE_0": "x",
        "GIT_NAMESPACE": "x", "GIT_OBJECT_DIRECTORY": "/x", "GIT_LITERAL_PATHSPECS": "1",
    }  # fmt: skip
    disturbed = [
        past.run(*words, **hostile).stderr for words in (["diff", "HEAD"], ["history", "gonggao"])
    ]

    assert plain == disturbed
    assert "公开时限" in plain[0]
    assert not ran.exists()


def test_a_site_may_be_a_folder_of_a_repository(tmp_path):
    """
    Its neighbours are nobody's business, the folder may have any name.
    """
    site = Site(tmp_path / "all" / "站点 [一]")
    past = Repository(site, tmp_path / "all")
    other = tmp_path / "all" / "catalogue" / "entries"
    other.mkdir(parents=True)
    (other / "broken.yaml").write_text("entries: [")
    past.commit()
    past.git("config", "diff.relative", "true")
    shorten(past)
    done = past.run("diff", "HEAD")

    assert 0 == done.returncode, done.stderr
    assert "1 个事项有变化，其中 1 个没有目录调整记录。" == lines(done)[-1]
    assert 2 == len(json.loads(past.run("history", "gonggao", "--json").stdout)["changes"])
    assert 0 == past.run("adjust").returncode
    assert (site.folder / RECORD).exists()


def test_internal_and_what_lies_about_are_not_read(past):
    """
    Though somebody committed it.
    """
    past.site.write("internal/documents/a.md", "entries: [")
    past.site.write("catalogue/entries/.zhengdi.yaml.swp", "entries: [")
    past.site.write("catalogue/entries/zhengdi.yaml~", "entries: [")
    past.commit()
    shutil.rmtree(past.site.folder / "internal")
    shorten(past)

    assert 0 == past.run("diff", "HEAD").returncode
    assert 0 == past.run("history", "gonggao").returncode


def test_a_link_of_the_past_is_told(past):
    """
    As one that lies here would be.
    """
    link = past.site.folder / "catalogue/entries/l.yaml"
    link.symlink_to("zhengdi.yaml")
    past.commit()
    link.unlink()
    done = past.run("diff", "HEAD")

    assert 1 == done.returncode
    assert "HEAD:catalogue/entries/l.yaml: error:" in done.stderr
    assert "[file-link]" in done.stderr


def test_no_personal_number_is_printed(past):
    """
    It was committed once; nothing prints it again.
    """
    past.site.edit(ENTRIES, "name: 征地公告", f"name: 征地公告 {ID_NUMBER}")
    past.commit()
    past.site.edit(ENTRIES, f"name: 征地公告 {ID_NUMBER}", "name: 公告")
    said = "".join(
        done.stdout + done.stderr
        for words in (
            ["diff", "HEAD"], ["diff", "HEAD", "--json"], ["history", "gonggao"],
            ["history", "gonggao", "--json"], ["adjust", "--dry-run"], ["adjust"],
            ["diff", ID_NUMBER], ["history", ID_NUMBER],
        )
        for done in [past.run(*words)]
    )  # fmt: skip

    assert "4413…31" in said
    assert ID_NUMBER not in said


def test_nothing_is_left_of_git(past):
    """
    The repository is as it was: no index refreshed, nothing fetched, nothing locked.
    """
    shorten(past)
    before = {
        path: path.stat().st_mtime_ns for path in (past.top / ".git").rglob("*") if path.is_file()
    }
    for words in (["diff", "HEAD"], ["history", "gonggao"], ["adjust"]):
        past.run(*words)

    assert before == {
        path: path.stat().st_mtime_ns for path in (past.top / ".git").rglob("*") if path.is_file()
    }
    assert os.path.exists(past.site.folder / RECORD)
