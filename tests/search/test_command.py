"""`gongkai search` as a process, and the search of the preview over HTTP."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping

import pytest

from ..conftest import ROOT, entry, files


@pytest.fixture
def search(site, tmp_path):
    """Run ``gongkai search`` on a good site, with a folder of its user's own."""

    def run(*words, **environment):
        return site.run("search", *words, XDG_STATE_HOME=str(tmp_path / "own"), **environment)

    return run


def ids(done):
    return [one["id"] for one in json.loads(done.stdout)["results"]]


def test_lines_go_to_the_error_output(search):
    """
    Name, kind, time limit, path, and where the words stand.
    """
    done = search("征地公告")

    assert (0, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(
        "找到 1 条。\n"
        "1. 【征地公告】（公开事项，信息形成或者变更之日起20个工作日内）\n"
        "   entries/gonggao.html\n"
    )


def test_english_lines(search):
    """
    With --lang en, before or after the query.
    """
    done = search("征地公告", "--lang", "en")

    assert done.stderr.startswith("1 record found.\n1. 【征地公告】 (entries, ")


def test_json_stands_alone(search):
    """
    All that a program needs of a find, and of the query.
    """
    done = search("土地管理法 审批", "--json")
    found = json.loads(done.stdout)

    assert (0, "") == (done.returncode, done.stderr)
    assert {"query", "filters", "total", "near", "results"} == found.keys()

    done = search("征地公告", "--json")
    [one] = json.loads(done.stdout)["results"]

    assert {
        "kind": "entries",
        "id": "gonggao",
        "name": "征地公告",
        "path": "entries/gonggao.html",
        "url": "https://www.shifan.example/zwgk/entries/gonggao.html",
        "where": "equal",
        "limit": "信息形成或者变更之日起20个工作日内",
        "day": None,
        "facets": {
            "category": ["决策"],
            "field": ["征地补偿"],
            "unit": ["示范市自然资源局"],
            "method": ["主动公开"],
            "level": ["县级"],
        },
        "snippets": [{"in": "name", "text": "征地公告", "marks": [[0, 4]]}],
    } == one


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["招生"], ["zhaosheng"]),
        (["--field", "义务教育", "--kind", "entries"], ["zhaosheng"]),
        (["--field", "yiwu-jiaoyu", "--kind", "entries"], ["zhaosheng"]),
        (["--unit", "jiaoyu"], ["zhaosheng", "jiaoyu"]),
        (["basis:政府信息公开条例", "unit:教育"], ["zhaosheng"]),
        (["事项", "--limit", "2"], ["e-chaiqian", "e-fupin"]),
        (["zsfw"], ["zhaosheng"]),
        (["kind:单位", "教育"], ["jiaoyu"]),
        (["没有这个词语"], []),
    ],
)
def test_a_find_can_be_narrowed(search, words, expected):
    """
    By options and by fields, by names and by ids.
    """
    done = search(*words, "--json")

    assert (0, "", expected) == (done.returncode, done.stderr, ids(done))


def test_what_comes_close_is_told_as_such(search):
    """
    Where nothing matches.
    """
    done = search("征地工告")

    assert done.stderr.startswith("没有相符的，1 条相近。\n1. 【征地】公告")
    assert json.loads(search("征地工告", "--json").stdout)["near"] is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "请写要查的词。"),
        (["(征地"], "查询的第 1 个字：括号没有配对。"),
        (["day:昨天"], "查询的第 5 个字：日期写成"),
        (["征地", "--kind", "laws"], "“--kind”的值不对：“laws”不是以下之一"),
        (["征地", "--limit", "-1"], "--limit"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(search, words, said):
    """
    Exit status 2, nothing on standard output, no traceback.
    """
    done = search(*words)

    assert (2, "") == (done.returncode, done.stdout)
    assert said in done.stderr
    assert "用“gongkai search --help”查看用法。" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_sentence_is_in_the_language_of_the_command(search):
    """
    The option counts wherever it stands.
    """
    done = search("(征地", "--lang", "en")

    assert (
        "Character 1 of the query: a bracket is not closed.\nSee “gongkai search --help”.\n"
        == done.stderr
    )


def test_a_value_that_no_record_has_is_told_with_a_likely_one(search):
    """
    Exit status 1.
    """
    done = search("招生", "--unit", "示范教育局", "--json")

    assert (1, "") == (done.returncode, done.stdout)
    assert "“示范教育局”不在可选范围内" in done.stderr
    assert "是否应为“示范市教育局”？" in done.stderr


def test_no_site_is_told_as_check_tells_it(site, search):
    """
    A folder without config.yaml.
    """
    site.remove("config.yaml")
    done = search("征地")

    assert (1, "") == (done.returncode, done.stdout)
    assert "config.yaml" in done.stderr


def test_a_site_with_errors_is_searched(site, search):
    """
    What can be read is found, and the errors are counted.
    """
    site.edit("catalogue/entries/jiaoyu.yaml", "subject: [jiaoyu]", "subject: [jiaoyv]")
    done = search("征地公告", "--json")

    assert ["gonggao"] == ids(done)
    assert "网站有 1 个错误，查到的可能不全；用“gongkai check”查看。\n" == done.stderr


def test_personal_numbers_are_not_printed(site, search):
    """
    Neither those of the query nor those that the site must not publish.
    """
    site.write("catalogue/entries/more.yaml", entry("more", name="值班电话13800138000"))
    done = search("13800138000", "--json")

    assert ["more"] == ids(done)
    assert "13800138000" not in done.stdout + done.stderr


def test_an_edit_is_found_at_once(site, search):
    """
    The index follows the files.
    """
    search("招生")
    site.edit("catalogue/entries/jiaoyu.yaml", "招生范围", "学区划分")

    assert (["zhaosheng"], []) == (ids(search("学区划分", "--json")), ids(search("招生", "--json")))


def test_the_index_is_in_nobodys_way(site, search, tmp_path):
    """
    Outside of .cache/ nothing is written, and where that cannot be, the search answers still.
    """
    before = files(site.folder)
    search("招生")
    written = {path for path in files(site.folder) if path not in before}

    assert {".cache/search.index", ".cache/.search.index.lock"} == written

    (tmp_path / "own" / "gongkai" / "search.key").unlink()
    (tmp_path / "own" / "gongkai").rmdir()
    (tmp_path / "own" / "gongkai").write_text("a file")
    done = search("招生", "--json")

    assert ["zhaosheng"] == ids(done)
    assert "索引没有保存，下次要重新建立。\n" == done.stderr
    assert not site.build().problems


# ---- the preview -------------------------------------------------------------------------------


@pytest.fixture
def served(site, tmp_path):
    """The address of a preview of a good site."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=site.folder, env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
                              "XDG_STATE_HOME": str(tmp_path / "own")},
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr
    for said in process.stderr:
        if match := re.search(r"http://127\.0\.0\.1:[0-9]+/", said):
            break
    yield match[0]
    process.send_signal(signal.SIGINT)
    process.wait(10)
    process.stderr.close()


def answer(address, headers: Mapping[str, str] = {}, **asked):
    """Return status and JSON that the preview answers."""
    url = f"{address}.preview/search?{urllib.parse.urlencode(asked)}"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_the_preview_answers_as_the_command_does(site, served, search):
    """
    The same JSON; after an edit, what is there now.
    """
    expected = json.loads(search("征地", "--unit", "ziran-ziyuan", "--limit", "3", "--json").stdout)

    assert (200, expected) == answer(served, q="征地", unit="ziran-ziyuan", limit="3")


def test_the_preview_refuses_as_the_command_does(served):
    """
    A query that is not understood, a value that nobody has, a foreign page.
    """
    status, said = answer(served, q="(征地")
    assert (400, "查询的第 1 个字：括号没有配对。") == (status, json.loads(said)["error"])

    status, said = answer(served, q="征地", unit="没有")
    assert (400, True) == (status, "“没有”不在可选范围内" in json.loads(said)["error"])

    assert 403 == answer(served, {"Host": "evil.example"}, q="征地")[0]
    assert 403 == answer(served, {"Origin": "http://evil.example"}, q="征地")[0]
