"""Entries into a file that is there: what does not change keeps its text, byte for byte."""

from __future__ import annotations

import difflib
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.find import Source
from generator.imports.merge.yamlfiles import Change, merged, with_terms
from generator.imports.merge.yamltrees import KEYS
from generator.keys import digest
from generator.model.entry import Audience, Basis, Body, Channel, Entry, Reach
from generator.model.timelimit import TimeLimit
from generator.read import read_file

OLD = """\
# 征地补偿，2026 年核对
entries:
  # 第一组
  - id: first   # 不可改
    name: '征收办法'
    field: zhengdi
    content: [甲, "乙"]
    remarks: |
      一
      二
  # 第二组

  - id: second
    field: zhengdi
    name: 补偿方案
    time_limit: 及时公开   # 待定
    level:
      - 县级  # 本级

# 文件到此为止
"""


def entry(id: str, **differs) -> Entry:
    return Entry(**{"id": id, "name": "名单", "field": "zhengdi"} | differs)


def read(text: str) -> dict[str, Entry]:
    """The entries of a text, which must be read without any problem."""
    data = text.encode()
    found = read_file(Source("catalogue/entries/a.yaml", data, digest(data)))
    assert () == found.problems
    return {one.record.id: one.record for one in found.written}


def changed(text: str, *changes: Change) -> list[str]:
    """The lines that changes put in (+) and take out (-)."""
    lines = difflib.ndiff(text.splitlines(), merged(text, changes).splitlines())
    return [line for line in lines if line[0] in "-+"]


def test_a_changed_element_changes_its_line_alone():
    """
    Comments, quotes, order and blank lines stay.
    """
    old = read(OLD)["second"]
    new = Change(entry("second", name="补偿方案", time_limit=TimeLimit(text="每年更新"),
                       level=old.level), frozenset({"time_limit"}))  # fmt: skip

    assert [
        "-     time_limit: 及时公开   # 待定", "+     time_limit: 每年更新   # 待定",
    ] == changed(OLD, new)  # fmt: skip


def test_a_new_element_stands_where_its_kind_stands():
    """
    One line more, in the order of the form.
    """
    new = Change(
        entry("first", name="征收办法", content=("甲", "乙"), remarks="一\n二\n", number="7"),
        frozenset({"number"}),
    )

    assert ['+     number: "7"'] == changed(OLD, new)


def test_an_element_that_is_taken_out_takes_its_line_alone():
    """
    And the comment that speaks of it.
    """
    old = read(OLD)["second"]
    new = Change(entry("second", name="补偿方案", level=old.level), frozenset({"time_limit"}))

    assert ["-     time_limit: 及时公开   # 待定"] == changed(OLD, new)


def test_a_list_in_one_line_stays_in_one_line():
    """
    In the hand of whoever wrote it.
    """
    new = Change(
        entry("first", name="征收办法", content=("甲", "丙"), remarks="一\n二\n"),
        frozenset({"content"}),
    )

    assert ['-     content: [甲, "乙"]', "+     content: [甲, 丙]"] == changed(OLD, new)


@pytest.mark.parametrize("after", ["first", "second"])
def test_a_new_entry_follows_the_one_it_follows_in_the_table(after):
    """
    Nothing that was there changes, comments stay with what they lead to.
    """
    text = merged(OLD, [Change(entry("third"), None, after)])
    records = read(text)

    assert [
        line for line in changed(OLD, Change(entry("third"), None, after)) if line[0] == "-"
    ] == []
    assert [*records].index("third") == [*records].index(after) + 1


def test_new_entries_stand_in_the_order_of_the_table():
    """
    One after the other.
    """
    text = merged(OLD, [Change(entry("a"), None, "first"), Change(entry("b"), None, "a")])

    assert ["first", "a", "b", "second"] == [*read(text)]


FORMS = {
    "records without indentation": OLD.replace("\n  ", "\n"),
    "records set in further": OLD.replace("\n  ", "\n    "),
    "a dash on a line of its own": OLD.replace("- id: second\n", "-\n    id: second\n"),
    "records in braces": "entries:\n  - {id: first, name: 甲, field: zhengdi}\n"
    "  - {id: second, name: 补偿方案, field: zhengdi}\n",
    "all in one line": "entries: [{id: second, name: 甲, field: zhengdi}]\n",
    "without the last end of line": OLD.rstrip() + "\n# 完",
    "a list that is empty": "entries: []\n",
    "a document's marks": "---\n" + OLD,
    "lines in a block at the end": "entries:\n  - id: second\n    name: 甲\n    field: zhengdi\n"
    "    remarks: |\n      一\n\n      # 二\n",
    "a kept end of a block": "entries:\n  - id: second\n    name: 甲\n    field: zhengdi\n"
    "    remarks: |+\n      一\n\n\n",
    "a text over several lines": "entries:\n  - id: second\n    name: 甲\n    field: zhengdi\n"
    '    remarks: "一\n\n      # 二"\n',
}  # fmt: skip


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_new_entry_changes_none_that_is_there_however_the_file_is_written(text):
    """
    Each is read as it was.
    """
    before = read(text)
    after = read(merged(text, [Change(entry("third"), None, "second")]))

    assert before | {"third": entry("third")} == after


@pytest.mark.parametrize("text", [one for one in FORMS.values() if "second" in one],
                         ids=[name for name, one in FORMS.items() if "second" in one])  # fmt: skip
def test_a_changed_entry_changes_none_else_however_the_file_is_written(text):
    """
    And itself in that element alone.
    """
    before = read(text)
    new = replace(before["second"], subgroup="三级")
    after = read(merged(text, [Change(new, frozenset({"subgroup"}))]))

    assert before | {"second": new} == after


FULL = Entry(
    id="full", name="12345热线: 服务", field="zhengdi", group="- 甲", subgroup="#乙", number="01",
    content=("甲: 乙", "- 丙", "1.5", "null", "~", "yes", "'引'", '"引"', "甲\n乙", " 前", "#注",
             "2025-01-01", "0x1f", "[甲]", "{乙}", "*丙", "&丁", "!戊", "%己", "`庚",
             "|", ">", "?"),
    basis=(Basis(title="《甲》", number="1", article="第一条：甲"), Basis(title="乙")),
    subject=(Body(unit="jiaoyu"), Body(name="null")),
    time_limit=TimeLimit(text="20个工作日: 内"),
    channels=(Channel(name="政府网站"), Channel(name="其他", text="甲: 乙")),
    audience=Audience(kind=Reach.GROUP, text="申请人"),
    level=("县级", "1"), extra=(("链接: 一", "查看"), ("1", "2")),
    original=(("公开依据", "甲\n\n  乙"),),
    remarks="结尾空行\n\n", source="a，第1行", order=10,
)  # fmt: skip


def test_whatever_an_entry_says_is_read_back_as_it_was_written():
    """
    Figures, signs of YAML, words that mean nothing to it, lines and blanks.
    """
    found = read(merged(None, [Change(FULL, None)]))["full"]

    assert {key: getattr(FULL, key) for key in KEYS} == {key: getattr(found, key) for key in KEYS}


CHARACTERS = st.sampled_from(" \n\t#:-'\"{}[]|>&*!%@`,?~=0123.ae甲乙：—\\") | st.characters(
    exclude_categories=("Cs", "Co", "Cc", "Cn", "Cf", "Zl", "Zp")
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=30).filter(lambda text: text.strip())


@settings(max_examples=150, deadline=None)
@example("甲" * 300)
@example("甲 " * 300)
@example("甲\n" * 200)
@example("  甲\n乙\n   丙")
@example("甲  \n\n\n")
@given(TEXTS)
def test_any_words_are_read_back_as_they_were_written(text):
    """
    As a value, in a list, as an original, and as the head of a column.
    """
    head = " ".join(text.split())
    new = entry(
        "a", content=(text, "乙"), remarks=text, original=((head, text),), extra=((head, "甲"),)
    )

    assert {"a": new} == read(merged(None, [Change(new, None)]))


def test_a_new_file_is_one_list_in_the_order_of_the_form():
    """
    As the importer writes it.
    """
    assert (
        "entries:\n  - id: a\n    number: \"1\"\n    name: 名单\n    field: zhengdi\n"
        "    content:\n      - 甲\n      - 乙\n    basis:\n      - title: 甲法\n"
        "        article: 第一条\n    order: 10\n"
    ) == merged(None, [Change(entry(
        "a", number="1", content=("甲", "乙"), basis=(Basis(title="甲法", article="第一条"),),
        order=10,
    ), None)])  # fmt: skip


def test_a_file_of_one_record_takes_changes_and_no_new_one():
    """
    Its comments stay.
    """
    text = "# 招生\nid: first\nname: 甲  # 名\nfield: zhengdi\n"
    new = entry("first", name="乙")

    assert "# 招生\nid: first\nname: 乙  # 名\nfield: zhengdi\n" == merged(
        text, [Change(new, frozenset({"name"}))]
    )
    with pytest.raises(ValueError, match="single"):
        merged(text, [Change(entry("second"), None)])


VOCABULARIES = {
    "a list of words": "id: levels\ntitle: 层级  # 甲\nvalues:\n  - 市级\n  - name: 县级\n"
    "    slug: a\n",
    "without indentation": "id: levels\ntitle: 层级\nvalues:\n- 市级   # 乙\n- 县级\n",
    "in one line": "id: levels\ntitle: '层级'\nvalues: [市级, 县级]\n",
    "a mapping as the last word": "vocabularies:\n  - id: levels\n    title: 层级\n    values:\n"
    "      - name: 县级\n        slug: a\n  - id: other\n    title: 甲\n    values: [一]\n",
    "a comma at the end": "id: levels\ntitle: 层级\nvalues: [市级, 县级,]\n",
    "no word yet": "id: levels\ntitle: 层级\nvalues:  # 待补\n",
    "several vocabularies": "vocabularies:\n- id: other\n  title: 甲\n  values: [一]\n"
    "- id: levels\n  title: \"层级\"\n  values:\n  - 市级 # 丙\n\n# 完\n",
}  # fmt: skip


@pytest.mark.parametrize("text", VOCABULARIES.values(), ids=VOCABULARIES)
def test_a_word_more_in_a_vocabulary_leaves_every_other_line(text):
    """
    Its comments, its quotes, its indentation.
    """
    found = with_terms(text, "levels", ["作业区"])
    gone = [line for line in difflib.ndiff(text.splitlines(), found.splitlines()) if line[0] == "-"]

    data = found.encode()
    back = read_file(Source("catalogue/vocabularies/a.yaml", data, digest(data)))
    [words] = [one.record.values for one in back.written if one.record.id == "levels"]

    assert () == back.problems
    assert "作业区" == words[-1].name
    assert len(gone) <= text.count("values: [市级")


def test_comments_between_and_in_the_lines_of_a_changed_record_stay():
    """
    Above the next key, and beside the words of a list that stay.
    """
    text = (
        "entries:\n- id: second\n  name: 甲\n  field: zhengdi\n  content:  # 三项\n  - 甲  # 其一\n"
        "  # 其二\n  - 乙\n  # 依据已核对\n  basis:\n  - 甲法\n"
    )
    new = replace(read(text)["second"], content=("甲", "丙"))

    assert ["-   - 乙", "+   - 丙"] == changed(text, Change(new, frozenset({"content"})))


def test_comments_between_records_in_braces_stay():
    """
    The changed record alone is written anew.
    """
    text = (
        "entries: [ # 甲\n  {id: first, name: 甲, field: zhengdi}, # 乙\n"
        "  {id: second, name: 乙, field: zhengdi}, # 丙\n]\n"
    )
    new = replace(read(text)["second"], number="7")

    assert 1 == len(
        [line for line in changed(text, Change(new, frozenset({"number"}))) if line[0] == "-"]
    )


@pytest.mark.parametrize("value", ["+1", "-0", "True", "TRUE", ".NaN", "0x1f", "012", "1_000"])
def test_what_does_not_change_is_no_number_to_anybody(value):
    """
    A text stays the text that it is.
    """
    text = f"entries:\n  - id: second\n    number: {value}\n    name: 甲\n    field: zhengdi\n"
    before = read(text)["second"]
    new = replace(before, remarks="注")

    assert {"second": new} == read(merged(text, [Change(new, frozenset({"remarks"}))]))


@pytest.mark.parametrize("indent", [0, 2, 4])
def test_lines_and_blank_lines_are_written_at_any_indentation(indent):
    """
    Of a new record and of a changed one.
    """
    pad = " " * indent
    text = f"entries:\n{pad}- id: second\n{pad}  name: 甲\n{pad}  field: zhengdi\n"
    words = "甲\n\n  乙\n   \n丙"
    new = replace(read(text)["second"], remarks=words)
    more = entry("third", original=(("公开依据", words),))
    found = read(merged(text, [Change(new, frozenset({"remarks"})), Change(more, None, "second")]))

    assert {"second": new, "third": more} == found


def test_the_first_of_two_records_of_one_id_is_the_one_that_changes():
    """
    As everywhere else.
    """
    text = "entries:\n" + "  - id: a\n    name: 甲\n    field: zhengdi\n" * 2
    made = merged(text, [Change(entry("a", name="乙"), frozenset({"name"}))])

    assert made.index("乙") < made.index("甲")
