"""Text gets its type in one place, and what a model refuses comes back at its own place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import read as reading
from generator.config import Config
from generator.find import Source
from generator.keys import digest
from generator.marked import Mark, parse
from generator.model.entry import Audience, Basis, Body, Channel, Reach
from generator.model.kinds import KINDS
from generator.model.timelimit import TimeLimit
from generator.read import read, read_file
from generator.store import Store
from generator.typed import read_record
from generator.words import line, say

from .conftest import CONFIG, FIELDS, complaints, entry, listed

ENTRY = "catalogue/entries/a.yaml"
UNIT = "catalogue/units/a.yaml"
PAGE = "content/pages/a.md"


def source(path: str, text: str | bytes) -> Source:
    data = text if isinstance(text, bytes) else text.encode()
    return Source(path, data, digest(data))


def record(text: str, path: str = ENTRY) -> Any:
    """Return the one record of a file without problems."""
    file = read_file(source(path, text))
    assert () == file.problems
    return file.written[0].record


def said(text: str | bytes, path: str = ENTRY) -> list[str]:
    """Return what is printed of a file's problems."""
    return [line(found, "zh") for found in read_file(source(path, text)).problems]


# -- what is refused ---------------------------------------------------------------------------


def test_a_misspelt_field_is_named_and_corrected():
    """
    The author sees the line and column of the key and the likely spelling.
    """
    [first, second] = said("id: a\nnmae: 公告\nfield: b\n")

    assert f"{ENTRY}:1:1: error: 缺少必填的“name”（二级事项） [field-missing]" in first
    assert f"{ENTRY}:2:1: error: 没有字段“nmae” [field-unknown]\n    是否应为“name”？" in second


def test_a_misspelt_field_below_is_named_among_its_own_neighbours():
    """
    The fields of a basis, not those of the entry.
    """
    [found] = said(entry("a", basis="[{title: 甲, artcle: 第一条}]"))

    assert (
        f"{ENTRY}:6:20: error: 没有字段“artcle” [field-unknown]\n    是否应为“article”？" in found
    )
    assert "title、number、article、edition、document" in found


REFUSED = {
    "id: A": ("1:5", "编号“A”不合要求 [value-id]"),
    "id: a_b": ("1:5", "编号“a_b”不合要求 [value-id]"),
    "id: ../../escape": ("1:5", "编号“../../escape”不合要求 [value-id]"),
    "id: '%2e%2e%2fescape'": ("1:5", "编号“%2e%2e%2fescape”不合要求 [value-id]"),
    "id: 'a\\b'": ("1:5", "编号“a\\b”不合要求 [value-id]"),
    "id: а-01": ("1:5", "编号“а-01”不合要求 [value-id]"),
    "id: con": ("1:5", "编号“con”不合要求 [value-id]"),
    "id: lpt9": ("1:5", "编号“lpt9”不合要求 [value-id]"),
    "id: aux.html": ("1:5", "编号“aux.html”不合要求 [value-id]"),
    "id: 'a '": ("1:5", "编号“a ”不合要求 [value-id]"),
    "id: 'a:b'": ("1:5", "编号“a:b”不合要求 [value-id]"),
    f"id: {'a' * 65}": ("1:5", f"编号“{'a' * 40}…”不合要求 [value-id]"),
    "id: ''": ("1:1", "缺少必填的“id”（编号） [field-missing]"),
    "id: [a]": ("1:5", "“id”应写成文字，现在是列表（每行以“- ”开头）“” [value-kind]"),
    "name:": ("2:1", "缺少必填的“name”（二级事项） [field-missing]"),
    "name: ~": ("2:7", "“~”不是内容 [value-nothing]"),
    "name: {a: b}": ("2:7", "“name”应写成文字，现在是若干“名称: 值”“” [value-kind]"),
    "category: 决策": (
        "4:11",
        "“category”应写成列表（每行以“- ”开头），现在是文字“决策” [value-kind]",
    ),
    "category: [決策]": ("4:12", "“決策”不在可选范围内 [value-choice]"),
    "method: 主動公開": ("9:9", "“主動公開”不在可选范围内 [value-choice]"),
    "method: '主动公开\u3000x'": ("9:9", "“主动公开\u3000x”不在可选范围内 [value-choice]"),
    "content: [甲, '']": ("5:14", "列表中有空的一行 [value-empty]"),
    "content: 甲": ("5:10", "“content”应写成列表（每行以“- ”开头），现在是文字“甲” [value-kind]"),
    "basis: [[甲]]": (
        "6:9",
        "“basis”应写成若干“名称: 值”，现在是列表（每行以“- ”开头）“” [value-kind]",
    ),
    "basis: [{title: 甲, document: B}]": ("6:30", "编号“B”不合要求 [value-id]"),
    "order: 012": ("13:8", "“012”不是可用的整数 [value-number]"),
    "order: -1": ("13:8", "“-1”不是可用的整数 [value-number]"),
    "order: １２": ("13:8", "“１２”不是可用的整数 [value-number]"),
    f"order: {'9' * 5000}": ("13:8", "”不是可用的整数 [value-number]"),
    "effective: 2023-02-29": ("13:12", "“2023-02-29”不是日期 [value-date]"),
    "effective: 2023-2-1": ("13:12", "“2023-2-1”不是日期 [value-date]"),
    "effective: 2023年2月1日": ("13:12", "“2023年2月1日”不是日期 [value-date]"),
    "effective: 0000-01-01": ("13:12", "“0000-01-01”不是日期 [value-date]"),
    "audience: {特定群体: 甲, b: c}": ("11:11", "缺少必填的“kind”（对象） [field-missing]"),
    "time_limit: {parts: []}": ("8:13", "缺少必填的“text”（原文） [field-missing]"),
    "time_limit: {text: 甲, parts: [{kind: 期}]}": ("8:38", "“期”不在可选范围内 [value-choice]"),
    "extra: {电话: [甲]}": (
        "13:13",
        "“extra”应写成文字，现在是列表（每行以“- ”开头）“” [value-kind]",
    ),
    "extra: [甲]": (
        "13:8",
        "“extra”应写成若干“栏目: 内容” [value-columns]",
    ),
    "extra: [[a, b, c]]": ("13:8", "“extra”应写成若干“栏目: 内容” [value-columns]"),
    "extra: 甲列：值": ("13:10", "“甲列”之后是全角冒号“：” [yaml-wide-colon]"),
    "basis: title：条例": ("6:13", "“title”之后是全角冒号“：” [yaml-wide-colon]"),
    "basis: [title：条例]": ("6:14", "“title”之后是全角冒号“：” [yaml-wide-colon]"),
    "superseded_by: A": ("13:16", "编号“A”不合要求 [value-id]"),
    "body: {html: <b>}": ("13:1", "没有字段“body” [field-unknown]"),
}


@pytest.mark.parametrize("differs", REFUSED)
def test_a_wrong_value_is_refused_at_its_own_place(differs):
    """
    Line and column of the value, in the author's own words.
    """
    key, _, value = differs.partition(": ")
    place, sentence = REFUSED[differs]
    text = entry("a", **{key.rstrip(":"): value})
    found = [one for one in said(text) if f"{ENTRY}:{place}: error: " in one]

    assert [True] == [sentence in one for one in found]


@pytest.mark.parametrize(
    ("differs", "place", "sentence"),
    [
        ("demonstration: true", "1:16", "“true”应为 yes 或 no [value-flag]"),
        ("page_size: 0", "1:12", "“0”不是可用的整数 [value-number]"),
        ("address: javascript:alert(1)", "1:10", "“javascript:alert(1)”不是可用的网址"),
        ("address: https://a.example/x", "1:10", "“https://a.example/x”不是可用的网址"),
        ("adress: https://a.example/", "1:1", "没有字段“adress” [field-unknown]"),
    ],
)
def test_a_wrong_setting_is_reported_like_a_wrong_entry(differs, place, sentence):
    """
    File, line, column; settings are a record like any other.
    """
    key = differs.partition(":")[0]
    rest = "".join(row for row in CONFIG.splitlines(True) if not row.startswith(f"{key}:"))
    found = complaints({"config.yaml": f"{differs}\n{rest}"})

    assert [True] == [sentence in one for one in found if f"config.yaml:{place}: error" in one]


def test_one_slip_is_said_once():
    """
    A key whose value is refused for its form is not also reported as missing.
    """
    assert [f"{ENTRY}:2:7: error"] == [one[:35] for one in said(entry("a", name="~"))]


def test_every_field_of_every_record_has_words_for_every_wrong_value():
    """
    Whatever stands where something else belongs, pydantic's refusal has a sentence.
    """
    wrong = ["x", "[x]", "[[x]]", "[{x: y}]", "{x: y}", "{x: [y]}", "[{title: [x]}]", "{其他: [x]}"]
    wrong += ["{text: x, parts: x}", "{text: x, parts: [x]}", "[{kind: x}]", "{特定群体: {x: y}}"]
    seen = 0
    for model in (Config, *(kind.model for kind in KINDS)):
        for field in model.__pydantic_fields__:
            for value in wrong:
                document = parse(f"{field}: {value}\n", "a.yaml")
                _, problems = read_record(document.tree, document.mark, model, "a.yaml")
                for found in problems:
                    assert say(found, "zh").message
                    assert say(found, "en").message
                seen += len(problems)

    assert 1000 < seen


_KEYS = st.sampled_from(["id", "name", "basis", "title", "其他"])
_TREE = st.deferred(
    lambda: (
        st.text("甲a-1", max_size=3)
        | st.lists(_TREE, max_size=2)
        | st.dictionaries(_KEYS, _TREE, max_size=3)
    )
)


@given(_TREE)
def test_no_tree_raises(tree):
    """
    An author's fault is a value, never a traceback, whatever a file holds.
    """
    for kind in KINDS:
        _, problems = read_record(tree, _mark(tree), kind.model, "a.yaml")

        assert all(line(found, "en") for found in problems)


def _mark(tree: Any) -> Mark:
    if isinstance(tree, dict):
        return Mark(1, 1, (), tuple((key, 1, 1, _mark(value)) for key, value in tree.items()))
    return Mark(1, 1, tuple(map(_mark, tree)) if isinstance(tree, list) else ())


def test_a_long_value_is_quoted_by_its_beginning_and_masked_first():
    """
    Forty characters identify it; a number cut in half is not masked any more.
    """
    [found] = said(entry("a", effective=f"{'日' * 26}441302199001011234"))

    assert "“日日日日日日日日日日日日日日日日日日日日日日日日日日4413…34”不是日期" in found


# -- what is accepted --------------------------------------------------------------------------


def test_a_plain_text_stands_for_the_first_part_of_an_element():
    """
    The short forms of basis, subject, time limit, channel and audience.
    """
    read = record(
        entry("a", basis="[甲法]", channels="[政府网站, {其他: 电视}]", audience="{特定群体: 农户}")
    )

    assert (Basis(title="甲法"),) == read.basis
    assert (Body(unit="ziran-ziyuan"),) == read.subject
    assert TimeLimit(text="信息形成或者变更之日起20个工作日内") == read.time_limit
    assert (Channel(name="政府网站"), Channel(name="其他", text="电视")) == read.channels
    assert Audience(kind=Reach.GROUP, text="农户") == read.audience


def test_open_columns_keep_their_order():
    """
    Columns that the standard does not have are pairs, as the table has them.
    """
    read = record(entry("a", extra="{备案号: '012', 经办: on}"))

    assert (("备案号", "012"), ("经办", "on")) == read.extra


def test_an_element_left_empty_is_not_given():
    """
    As tables have empty cells.
    """
    read = record(entry("a", method="", basis="", order=""))

    assert (None, (), None) == (read.method, read.basis, read.order)


def test_blanks_around_a_text_are_not_part_of_it():
    """
    Neither is the ideographic space that pasted cells end with.
    """
    assert "公告" == record(entry("a", name='" 公告\u3000"')).name


def test_a_file_holds_one_record_or_a_list():
    """
    The list stands under the kind's plural; rows keep their place.
    """
    one = read_file(source(ENTRY, entry("a")))
    two = read_file(source(ENTRY, listed("entries", entry("a"), entry("b"))))

    assert [("a", 0)] == [(written.record.id, written.number) for written in one.written]
    assert [("a", 0), ("b", 1)] == [(written.record.id, written.number) for written in two.written]


def test_one_bad_row_leaves_the_others():
    """
    Every fault of a file that can be parsed is reported in one run.
    """
    rows = listed("entries", entry("a", method="公开"), entry("b"), entry("C"))
    file = read_file(source(ENTRY, rows))

    assert ["a", "b"] == [written.record.id for written in file.written]
    assert {"method"} == file.written[0].dropped
    assert ["value-choice", "value-id"] == [found.rule for found in file.problems]


# -- prose -------------------------------------------------------------------------------------


def test_a_text_is_its_front_matter_and_its_body():
    """
    Places in both are lines of the file.
    """
    text = "---\nid: a\ntitle: 甲\n---\n\n正文 [乙](b.md)\n"
    [written] = read_file(source(PAGE, text)).written

    assert ("a", "甲") == (written.record.id, written.record.title)
    assert '<p>正文 <a href="~/b.html">乙</a></p>' == written.record.body.html
    assert ["b.html content/pages/a.md:6:8"] == [f"{one.target} {one.at}" for one in written.links]


def test_windows_ends_of_line_and_a_mark_make_no_difference_to_a_text():
    """
    As a Windows editor saves it.
    """
    text = "---\nid: a\ntitle: 甲\n---\n\n正文\n\n## 标题\n"
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    assert record(text, PAGE) == record(windows, PAGE)


@pytest.mark.parametrize(
    "text", ["# 标题\n", "id: a\ntitle: 甲\n", "---\nid: a\ntitle: 甲\n", "\n---\nid: a\n---\n"]
)
def test_a_text_without_front_matter_is_refused(text):
    """
    At its first line.
    """
    assert ["content/pages/a.md:1:1: error: 开头没有“---”之间的说明项 [front-matter-missing]"] == [
        one.split("\n")[0] for one in said(text, PAGE)
    ]


def test_front_matter_that_is_a_list_is_told_what_it_should_be():
    """
    The sentence has no field to name.
    """
    expected = (
        "a.md:2:1: error: 记录应写成若干“名称: 值”，现在是列表（每行以“- ”开头） [record-kind]"
    )

    assert [expected] == [
        one.split("\n")[0].removeprefix("content/pages/")
        for one in said("---\n- a\n---\n甲\n", PAGE)
    ]


def test_faults_of_both_halves_of_a_text_are_told():
    """
    A broken front matter hides nothing of the body.
    """
    found = said("---\nid: a\ntitle: [\n---\n\n<script>x</script>\n", PAGE)

    assert ["content/pages/a.md:3:9", "content/pages/a.md:6:1"] == [
        one.split(": ")[0] for one in found
    ]


# -- what could not be read stays silent elsewhere ---------------------------------------------


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("fields: [\n", "yaml-truncated"),
        ("\n", "file-empty"),
        (FIELDS.replace("{id: zhengdi", "{id: &x zhengdi"), "yaml-anchor"),
        (FIELDS.replace("{id: zhengdi", "\t{id: zhengdi"), "yaml-tab"),
        (FIELDS.replace("cluster: 征地补偿", "cluster: 征"), "value-choice"),
    ],
)  # fmt: skip
def test_references_into_what_could_not_be_read_are_silent(broken, rule):
    """
    One fault, one problem: entries, fields and clusters that hang on it say nothing.
    """
    [found] = complaints({"catalogue/fields/fields.yaml": broken})

    assert f"[{rule}]" in found


def test_a_dead_reference_beside_an_unreadable_file_is_still_told():
    """
    Only ids that the unreadable text may hold are forgiven.
    """
    differs = {
        "catalogue/fields/fields.yaml": FIELDS + "\t\n",
        ENTRY: entry("a", field="nowhere"),
    }

    assert ["[reference-unknown]", "[yaml-tab]"] == [
        one.split("\n")[0].rpartition(" ")[2] for one in complaints(differs)
    ]


def test_settings_that_cannot_be_read_hide_no_other_fault():
    """
    All other files are judged all the same.
    """
    found = complaints({"config.yaml": "name: [\n", ENTRY: entry("a", method="公开")})

    assert [f"{ENTRY}:9:9", "config.yaml:1:8"] == [one.split(": ")[0] for one in found]


# -- what is remembered ------------------------------------------------------------------------


def test_a_file_is_read_once_for_all_builds(tmp_path, monkeypatch):
    """
    The same bytes at the same path are taken from the store.
    """
    sources = (source(ENTRY, entry("a", method="公开")), source(UNIT, "id: u\nname: 局\n"))
    before, first = Store(tmp_path), None
    first = read(None, sources, before)
    before.save()
    monkeypatch.setattr(reading, "read_file", None)

    assert first == read(None, sources, Store(tmp_path))


def test_a_file_that_changed_is_read_again(tmp_path):
    """
    Content decides, not time or size.
    """
    before = Store(tmp_path)
    read(None, (source(ENTRY, entry("a", name="甲")),), before)
    before.save()
    [written] = read(None, (source(ENTRY, entry("a", name="乙")),), Store(tmp_path)).written

    assert "乙" == written.record.name


def test_a_list_under_a_misspelt_key_is_one_problem():
    """
    Not one for each key that a single record would need.
    """
    for text, expected in {
        "entrys: []\n": "1:1: error: 没有字段“entrys” [field-unknown]\n    是否应为“entries”？",
        "entries: {a: b}\n": "1:10: error: “entries”应写成列表（每行以“- ”开头）",
    }.items():
        found = said(text)

        assert [True] == [expected in one for one in found], found


def test_all_faults_of_a_faulty_record_are_reported_at_once(site):
    """
    A wrong date does not hide that the body is unknown and the level not in the vocabulary.
    """
    site.write(ENTRY, entry("t1", effective="2023-02-29", subject="[nowhere]", level="[省級]"))

    assert ["reference-unknown", "value-date", "word-unknown"] == sorted(
        found.rule for found in site.problems()
    )


def test_a_date_does_not_hide_the_links_of_a_page(site):
    """
    The text of a page is read whatever its front matter holds.
    """
    site.write(
        "content/pages/b.md", "---\nid: b\ntitle: 乙\npublished: 昨天\n---\n\n[甲](nowhere.html)\n"
    )

    assert ["value-date", "link-nowhere"] == [found.rule for found in site.problems()]


def test_a_picture_on_another_host_is_refused_at_its_line(site):
    """
    Opening the page would ask that host for it.
    """
    site.write("content/pages/b.md", "---\nid: b\ntitle: 乙\n---\n\n![甲](https://a.cn/b.png)\n")

    assert ["content/pages/b.md:6:6 image-foreign"] == [
        f"{found.at} {found.rule}" for found in site.problems()
    ]
