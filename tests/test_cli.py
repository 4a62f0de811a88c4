"""Each command as people and machines run it: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.request

import click
import pytest

from generator.fragments import MARKER, body_of

from .conftest import ROOT, entry, files
from .processes import fresh

ENTRIES = "catalogue/entries/zhengdi.yaml"


def broken(site) -> None:
    site.edit(ENTRIES, "method: 主动公开", "method: 公开")


def warned(site) -> None:
    site.edit(ENTRIES, "    method: 主动公开\n", "")


# -- how a command ends ------------------------------------------------------------------------

MISUNDERSTOOD = {
    "no command": [],
    "an unknown command": ["publish"],
    "an unknown option": ["build", "--force"],
    "a word too many": ["check", "now"],
    "no such day": ["build", "--as-of", "2023-02-29"],
    "a day in other words": ["check", "--as-of", "明天"],
    "no processes": ["build", "--jobs", "0"],
    "no such format": ["check", "--format", "xml"],
    "no such language": ["check", "--lang", "fr"],
    "no such site": ["check", "--site", "nowhere"],
    "no number": ["deadline", "2026-01-01", "x"],
    "no days": ["deadline", "2026-01-01"],
    "days of an application": ["deadline", "2026-01-05", "5", "--extended", "3"],
    "no such channel": ["deadline", "2026-01-05", "--channel", "信"],
    "no such law": ["deadline", "2026-01-05", "--law", "tiaoli"],
    "days the wrong way round": ["deadline", "2026-01-05", "--asked", "2026-02-02:2026-02-01"],
    "no such port": ["serve", "--port", "99999"],
    "no revision": ["diff"],
    "a revision too many": ["diff", "HEAD~2", "HEAD~1", "HEAD"],
    "no item": ["history"],
    "no such day of an adjustment": ["adjust", "--date", "2026-02-30"],
}


@pytest.mark.parametrize("words", MISUNDERSTOOD.values(), ids=MISUNDERSTOOD)
def test_a_command_that_is_not_understood_ends_with_2(site, words):
    """
    Said on standard error, with nothing on the other and nothing done.
    """
    before = files(site.folder)
    done = site.run(*words)

    assert 2 == done.returncode
    assert "" == done.stdout
    assert "gongkai" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == files(site.folder)


@pytest.mark.parametrize(
    ("spoil", "words", "status"),
    [
        (None, ["build"], 0),
        (None, ["check"], 0),
        (None, ["check", "--strict"], 0),
        (warned, ["build"], 0),
        (warned, ["check"], 0),
        (warned, ["check", "--strict"], 1),
        (warned, ["build", "--strict"], 1),
        (broken, ["check"], 1),
        (broken, ["build"], 1),
        (broken, ["check", "--format", "json"], 1),
    ],
)
def test_the_exit_status_says_whether_there_is_an_error(site, spoil, words, status):
    """
    0: none; 1: one, or a warning under --strict.
    """
    if spoil:
        spoil(site)
    done = site.run(*words)

    assert status == done.returncode
    assert (words[0] == "build" and status == 0) == site.output.exists()
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_site_is_one_sentence(tmp_path):
    """
    Run in the wrong place, the program says what to do.
    """
    done = fresh(tmp_path, "check")

    assert 1 == done.returncode
    assert "config.yaml: error: 没有 config.yaml [config-missing]\n    请在" in done.stderr
    assert 3 == len(done.stderr.splitlines())


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["check", "-h"], ["--version"]])
def test_help_needs_no_site_and_ends_with_0(tmp_path, words):
    """
    On standard output, where a pager finds it.
    """
    done = fresh(tmp_path, *words)

    assert 0 == done.returncode
    assert "gongkai" in done.stdout
    assert "" == done.stderr


def test_every_command_has_its_help_in_one_sentence(tmp_path):
    """
    Its docstring, in the authors' language.
    """
    from generator.cli import gongkai as group
    from generator.cli import report

    assert {"build", "check", "deadline", "serve"} <= set(group.commands)
    for command in (*group.commands.values(), *report.commands.values()):
        assert re.search("[\u4e00-\u9fff].*。$", command.help)
        assert all(one.help for one in command.params if isinstance(one, click.Option))


@pytest.mark.parametrize("epoch", ["99999999999999999999", "²", "-1", "now"])
def test_a_clock_that_is_no_clock_is_no_traceback(site, epoch):
    """
    SOURCE_DATE_EPOCH comes from other programs.
    """
    done = site.fresh("check", SOURCE_DATE_EPOCH=epoch)

    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_source_date_epoch_is_the_clock(site):
    """
    In Shanghai, where the offices are.
    """
    site.edit("config.yaml", "as_of: 2026-11-23\n", "")
    site.fresh("build", SOURCE_DATE_EPOCH="1767196800")  # 2025-12-31T16:00:00Z

    assert "2026-01-01" == json.loads((site.output / "manifest.json").read_bytes())["as_of"]


# -- what is printed where ---------------------------------------------------------------------


def test_problems_are_lines_on_standard_error(site):
    """
    Place, severity, sentence, rule; what to do; and the count.
    """
    broken(site)
    done = site.fresh("check")

    assert "" == done.stdout
    assert (
        f"{ENTRIES}:10:13: error: “公开”不在可选范围内 [value-choice]\n"
        "    是否应为“主动公开”？可选：主动公开、依申请公开。\n"
        "1 个错误，0 个警告，0 条提示。\n"
    ) == done.stderr


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--lang", "en", "check"], {}), (["check", "--lang", "en"], {}),
        (["check"], {"LANG": "en_US.UTF-8"}), (["check"], {"LC_ALL": "en_GB.UTF-8"}),
        (["check"], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}),
    ],
)  # fmt: skip
def test_english_is_spoken_where_it_is_asked_for(site, words, environment):
    """
    By option or by the environment; rule ids are the same.
    """
    broken(site)
    done = site.fresh(*words, **environment)

    assert (
        f"{ENTRIES}:10:13: error: “公开” is not one of the choices [value-choice]\n"
        "    Did you mean “主动公开”? Choices: 主动公开、依申请公开.\n"
        "1 error, 0 warnings, 0 notes.\n"
    ) == done.stderr


def test_the_option_wins_over_the_environment(site):
    """
    Chinese is the default everywhere else.
    """
    for done in (
        site.run("check", "--lang", "zh", LANG="en_US.UTF-8"),
        site.run("check", LANG="zh_CN.UTF-8"),
        site.run("check", LANG="C"),
        site.run("check", LANG=""),
    ):
        assert "0 个错误，0 个警告，0 条提示。\n" == done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_chinese_is_printed_where_the_terminal_says_otherwise(site, encoding):
    """
    In UTF-8, never a UnicodeEncodeError.
    """
    broken(site)
    done = site.fresh("check", PYTHONIOENCODING=encoding, LC_ALL="C")

    assert "不在可选范围内" in done.stderr
    assert 1 == done.returncode


def test_json_stands_alone_on_standard_output(site):
    """
    A list of problems with exactly these keys.
    """
    broken(site)
    done = site.run("check", "--format", "json")

    assert "" == done.stderr
    assert [
        {
            "path": ENTRIES,
            "line": 10,
            "column": 13,
            "severity": "error",
            "rule": "value-choice",
            "message": "“公开”不在可选范围内",
            "hint": "是否应为“主动公开”？可选：主动公开、依申请公开。",
        }
    ] == json.loads(done.stdout)


def test_a_build_in_json_says_what_it_did(site):
    """
    Pages, changes, seconds by verb, problems.
    """
    first = json.loads(site.run("build", "--json").stdout)
    second = json.loads(site.run("build", "--json").stdout)

    assert {"pages", "changed", "removed", "seconds", "stages", "problems"} == set(first)
    assert sorted(files(site.output)) == first["changed"]
    assert {"find", "read", "link", "check", "plan", "render", "prove", "write"} == set(
        first["stages"]
    )
    assert ([], [], first["pages"]) == (second["changed"], second["removed"], second["pages"])


def test_a_build_says_what_it_did_in_a_sentence(site):
    """
    On standard error; a failed one says that nothing changed.
    """
    done = site.run("build")
    number = len(files(site.output))

    assert f"{number} 个文件，改写 {number} 个，移除 0 个。\n" == done.stderr

    broken(site)

    assert "未发布，原有网站没有改动。\n" == site.run("build").stderr.splitlines(True)[-1]


def test_explain_says_why_each_file_was_written(site):
    """
    Which part of it changed.
    """
    site.run("build")
    site.remove("output/catalogue.csv")
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "招生片区")
    done = site.run("build", "--explain")

    assert "entries/zhaosheng.html: 页面内容\n" in done.stderr
    assert "entries/gonggao.html" not in done.stderr
    assert "" == done.stdout


def test_no_personal_number_is_printed_anywhere(site):
    """
    In the path, in a key, in a value, in any format.
    """
    number = "441302199001011234"
    site.write(f"catalogue/entries/{number}.yaml", entry("a", effective=number, order=number))
    site.write("catalogue/entries/b.yaml", entry("b") + f"{number}: 甲\n")
    site.write(
        "catalogue/entries/c.yaml", entry("c", subject=f"[{number}]", channels=f"[{number}]")
    )
    site.write("content/pages/d.md", f"---\nid: d\ntitle: 甲\n---\n\n[甲](x-{number}.html)\n")
    site.write(f"catalogue/{number}/a.yaml", "id: a")
    for words in (["check"], ["check", "--format", "json"], ["build"], ["build", "--json"]):
        done = site.run(*words)

        assert 1 == done.returncode
        assert number not in done.stdout + done.stderr
        assert "4413…34" in done.stdout + done.stderr


def on_terminal(site, *words: str, **environment: str) -> str:
    """Return what a terminal is shown."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        cwd=site.folder,
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        env={"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LANG": "C.UTF-8"} | environment,
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        process.wait()
    os.close(ours)
    return shown.decode()


_COLOR = re.compile(r"\x1b\[(?:[0-9;]*;)?[39][0-7][;m]")


def test_a_terminal_is_shown_colours_unless_it_asks_not_to_be(site):
    """
    NO_COLOR and --no-color; and the words are the same.
    """
    broken(site)

    assert _COLOR.search(on_terminal(site, "check"))
    for plain in (
        on_terminal(site, "check", NO_COLOR="1"),
        on_terminal(site, "check", "--no-color"),
        on_terminal(site, "--no-color", "check"),
    ):
        assert not _COLOR.search(plain)
        assert "“公开”不在可选范围内 [value-choice]" in plain


# -- deadline ----------------------------------------------------------------------------------


def test_a_deadline_is_counted_with_every_day_that_is_skipped(site):
    """
    From the next day; holidays and weekends by name.
    """
    done = site.run("deadline", "2026-09-28", "5")

    assert 0 == done.returncode
    assert "2026-10-01  国庆节\n" in done.stderr
    assert "2026-09-28 起第 5 个工作日：2026-10-10（次日起算，跳过 7 天）\n" in done.stderr


def test_the_deadline_of_an_application_follows_the_law_of_its_day(site):
    """
    15 working days before 15 May 2019, 20 since; what stops the clock is told.
    """

    def last(*words: str) -> str:
        return site.run("deadline", *words).stderr.splitlines()[-1]

    assert "2018-11-13 起第 15 个工作日：2018-12-04（次日起算，跳过 6 天）" == last(
        "2018-11-13", "--request"
    )
    assert "2018-11-13 起第 20 个工作日：2018-12-11（次日起算，跳过 8 天）" == last(
        "2018-11-13", "--law", "tiaoli-2019"
    )
    assert last("2026-03-02", "--channel", "互联网").startswith("未定：互联网和传真的申请")
    assert last("2026-03-02", "--correction", "2026-03-04").startswith("未定：等待申请人补正")
    assert last("2026-12-15", "--request").startswith("未定：2027-01-01，")
    asked = ("2026-09-18", "--asked", "2026-09-21:2026-09-25", "--extended", "20", "--json")
    record = json.loads(site.run("deadline", *asked).stdout)
    assert ("2026-11-24", 40, 3) == (record["last"], record["days"], len(record["paused"]))


def test_a_deadline_in_json_is_a_record(site):
    """
    With the reason for each day.
    """
    record = json.loads(site.run("deadline", "2026-09-28", "5", "--json", "--lang", "en").stdout)

    assert ("2026-10-10", 7) == (record["last"], len(record["skipped"]))
    assert {"date": "2026-10-01", "kind": "holiday", "reason": "National Day"} == record["skipped"][
        0
    ]


def test_a_deadline_past_the_confirmed_calendar_is_unknown(site):
    """
    No date is named that is not certain.
    """
    done = site.run("deadline", "2026-12-30", "5")
    record = json.loads(site.run("deadline", "2026-12-30", "5", "--json").stdout)

    assert "未定：2027-01-01，工作日历只确认到 2026-12-31\n" == done.stderr
    assert record["last"] is None
    assert 0 == done.returncode


def test_a_deadline_needs_settings(tmp_path, site):
    """
    Without them, or with broken ones, it says why.
    """
    site.edit("config.yaml", "calendar:", "calender:")

    for done in (
        fresh(tmp_path, "deadline", "2026-01-01", "5"),
        site.run("deadline", "2026-01-01", "5"),
    ):
        assert 1 == done.returncode
        assert "config.yaml" in done.stderr
        assert "Traceback" not in done.stderr


# -- fragments ---------------------------------------------------------------------------------


def test_the_body_of_each_page_is_published_alone(site):
    """
    What stands in ``main``, for pages of another site.
    """
    done = site.run("build", "--fragments", "parts")
    pages = {path: body for path, body in files(site.output).items() if path.endswith(".html")}

    assert 0 == done.returncode
    bodies = {path: body_of(body.decode()).encode() for path, body in pages.items()}
    assert bodies | {MARKER: b""} == files(site.folder / "parts")
    assert b"<html" not in files(site.folder / "parts")["index.html"]


def test_a_folder_of_somebody_elses_pages_is_not_replaced_by_fragments(site):
    """
    Pages of another site look like fragments; only the marker tells.
    """
    site.write("theirs/index.html", "x")
    refused = site.run("build", "--fragments", "theirs")

    assert (1, "x") == (refused.returncode, site.read("theirs/index.html"))


def test_fragments_are_replaced_as_a_whole_and_nothing_else_is(site):
    """
    A second run removes what is gone; a folder of someone else is refused.
    """
    site.run("build", "--fragments", "parts")
    site.remove("catalogue/entries/jiaoyu.yaml")
    site.run("build", "--fragments", "parts")
    site.write("theirs/thesis.docx", "甲")
    refused = site.run("build", "--fragments", "theirs")

    assert not (site.folder / "parts/entries/zhaosheng.html").exists()
    assert 1 == refused.returncode
    assert "theirs: error: 不是本程序生成的目录，不予覆盖 [output-foreign]" in refused.stderr
    assert {"thesis.docx": "甲".encode()} == files(site.folder / "theirs")


# -- refusals of the disk ----------------------------------------------------------------------


def test_an_output_of_someone_else_is_refused(site):
    """
    With status 1 and its name.
    """
    site.write("theirs/thesis.docx", "甲")
    done = site.run("build", "--output", "theirs")

    assert 1 == done.returncode
    assert "theirs: error: 不是本程序生成的目录，不予覆盖 [output-foreign]" in done.stderr


def test_an_output_that_cannot_be_made_is_refused(site):
    """
    Below a file there is no folder.
    """
    done = site.run("build", "--output", "config.yaml/output")

    assert 1 == done.returncode
    assert "[output-failed]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_that_cannot_be_written_to_is_still_built_elsewhere(site, tmp_path):
    """
    The cache is a comfort, not a need.
    """
    site.write(".cache", "a file")

    assert 0 == site.run("build", "--output", str(tmp_path / "out")).returncode


# -- serve -------------------------------------------------------------------------------------


def test_the_preview_answers_and_ends_without_a_traceback(site):
    """
    On a free port of this machine; Ctrl+C ends it.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=site.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
    )  # fmt: skip
    try:
        said = ""
        while "http://" not in said:
            row = process.stderr.readline()
            assert row, said
            said += row
        address = re.search(r"http://127\.0\.0\.1:[0-9]+/", said)[0]
        with urllib.request.urlopen(f"{address}entries/gonggao.html", timeout=20) as answer:
            body = answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=20)

    assert "征地公告" in body
    assert "Traceback" not in said + rest
    assert "" == out


def test_a_port_that_is_taken_is_one_sentence(site):
    """
    With the option that helps.
    """
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = site.run("serve", "--port", str(taken.getsockname()[1]))

    assert 1 == done.returncode
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_used_and_cannot_be_removed_is_a_warning(site):
    """
    The new site is published, exit status 0; where warnings count as errors, that is said.
    """
    site.build()
    (site.folder / ".output.old").mkdir()
    command = (
        "import sys, runpy\nfrom generator import disk\nreal = disk.remove\n"
        "def remove(path):\n"
        "    if path.name in ('.output.staging', '.output.old') and path.exists():\n"
        "        raise PermissionError(13, 'Permission denied')\n"
        "    real(path)\n"
        "disk.remove = remove\nsys.argv = ['gongkai', 'build', *sys.argv[1:]]\n"
        "runpy.run_module('generator', run_name='__main__')\n"
    )

    def run(*words):
        return subprocess.run(
            [sys.executable, "-c", command, *words], cwd=site.folder, capture_output=True,
            encoding="utf-8", env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        )  # fmt: skip

    site.edit(ENTRIES, "征地公告", "征地预公告")
    done = run()

    assert 0 == done.returncode
    assert "output: warning: 新网站已在，旁边用过的文件没能清除：Permission denied" in done.stderr
    assert "征地公告" not in site.read("output/catalogue.json")

    site.edit(ENTRIES, "征地预公告", "征地通告")
    done = run("--strict")

    assert 1 == done.returncode
    assert "未发布" in done.stderr  # what an earlier build left is a warning too

    site.edit(ENTRIES, "征地通告", "征地告示")
    (site.folder / ".output.old").rmdir()
    (site.folder / ".output.staging").rename(site.folder / "moved")
    done = run("--strict")

    assert 1 == done.returncode
    assert "已发布，但有警告" in done.stderr
    assert "征地告示" in site.read("output/catalogue.json")
