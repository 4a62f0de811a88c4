"""YAML text to a tree of text that remembers where it stood."""

from __future__ import annotations

import resource
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decoded import MOST_BYTES, text_of
from generator.marked import Mark, kept, parse, place, unkept
from generator.problems import sorted_once


def said(text: str) -> list[str]:
    """Return place and rule of everything wrong with *text*."""
    problems = sorted_once(parse(text, "a.yaml").problems)
    return [f"{found.at}: {found.rule}" for found in problems]


def tree(text: str) -> object:
    """Return the tree of a text that has nothing wrong with it."""
    document = parse(text, "a.yaml")
    assert () == document.problems
    return document.tree


@pytest.mark.parametrize(
    "scalar",
    [
        "012345", "12:30", "1:20:30", "1.10", "1_000", "0x1F", "NO", "on", "yes", "2023-02-29",
        "1e3", ".inf", "=", "0o7", "+86", "true",
    ],
)  # fmt: skip
def test_a_scalar_stays_the_text_its_author_wrote(scalar):
    """
    YAML 1.1 would read an octal, a sexagesimal, a flag or a date.
    """
    assert {"key": scalar} == tree(f"key: {scalar}\n")


@pytest.mark.parametrize("nothing", ["~", "null", "Null", "NULL", "None"])
def test_a_word_for_nothing_is_refused(nothing):
    """
    Never “None” on a page.
    """
    assert ["a.yaml:2:8: value-nothing"] == said(f"id: a\ntitle: {nothing}\n")


def test_a_quoted_word_for_nothing_is_text():
    """
    Quotes say that the author means it.
    """
    assert {"title": "null"} == tree('title: "null"\n')


def test_an_empty_value_is_empty_text():
    """
    An element that was left out.
    """
    assert {"title": "", "id": "a"} == tree("title:\nid: a\n")


REFUSED = {
    "a duplicate key": ("a: 1\nb: 2\na: 3\n", ["a.yaml:3:1: yaml-duplicate-key"]),
    "a duplicate key below": ("- x: {a: 1, a: 2}\n", ["a.yaml:1:13: yaml-duplicate-key"]),
    "an anchor": ("a: &b 1\n", ["a.yaml:1:4: yaml-anchor"]),
    "an alias": ("a: 1\nb: *b\n", ["a.yaml:2:4: yaml-alias"]),
    "a merge key": ("a:\n  <<: {b: 1}\n", ["a.yaml:2:3: yaml-merge"]),
    "a merge of an alias": (
        "a: &b {c: 1}\nd: {<<: *b, c: 2}\n",
        ["a.yaml:1:4: yaml-anchor", "a.yaml:2:5: yaml-merge", "a.yaml:2:9: yaml-alias"],
    ),
    "a tag": ("a: !!int 1\n", ["a.yaml:1:4: yaml-tag"]),
    "a tag on a mapping": ("a: !x {b: 1}\n", ["a.yaml:1:4: yaml-tag"]),
    "a key that is a list": ("? [a]\n: b\n", ["a.yaml:1:3: yaml-key"]),
    "a key that is an alias": ("a: 1\n*b : 2\n", ["a.yaml:2:1: yaml-alias"]),
    "two documents": ("a: 1\n---\nb: 2\n", ["a.yaml:2:1: yaml-documents"]),
    "a tab": ("a:\n\tb: 1\n", ["a.yaml:2:1: yaml-tab"]),
    "a tab after blanks": ("a:\n  \tb: 1\n", ["a.yaml:2:3: yaml-tab"]),
    "a tab after a dash": ("a:\n  - \tb\n", ["a.yaml:2:5: yaml-tab"]),
    "a full-width colon": ("id: a\ntitle：甲\n", ["a.yaml:2:6: yaml-wide-colon"]),
    "a full-width colon first": ("title：甲\nid: a\n", ["a.yaml:1:6: yaml-wide-colon"]),
    "a full-width colon after quotes": ('"title"：甲\nid: a\n', ["a.yaml:1:8: yaml-wide-colon"]),
    "an open bracket": ("a: 1\nb: [\n", ["a.yaml:2:5: yaml-truncated"]),
    "an open quote": ('a: "x\n', ["a.yaml:1:6: yaml-truncated"]),
    "a stray bracket": ("a: ]\nb: 1\n", ["a.yaml:1:4: yaml-syntax"]),
    "a colon within": ("a: b: c\n", ["a.yaml:1:5: yaml-syntax"]),
    "only a comment": ("# nothing\n", ["a.yaml: file-empty"]),
    "an escaped control": ('a: "\\0"\n', ["a.yaml:1:4: character-forbidden"]),
    "an escaped control as key": ('"\\x01": 1\n', ["a.yaml:1:1: character-forbidden"]),
    "a control": ("a: 1\nb: 甲\x01\n", ["a.yaml:2:5: yaml-syntax"]),
    "an escaped surrogate": ('a: "\\ud800"\nb: 1\n', ["a.yaml:1:7: yaml-syntax"]),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_yaml_can_do_beyond_text_is_refused_at_its_place(text, expected):
    """
    Each at the line and column where the author wrote it, and nothing twice.
    """
    assert expected == said(text)


def test_of_two_equal_keys_the_first_stays():
    """
    The problem names the line of the first, which is what the rest is judged by.
    """
    document = parse("a: 1\nb: 2\na: 3\n", "a.yaml")

    assert {"a": "1", "b": "2"} == document.tree
    assert (("key", "a"), ("first", "1")) == document.problems[0].facts


def test_a_full_width_colon_in_a_sentence_is_text():
    """
    Chinese sentences have them; only “key：” at the start of a value is a slip.
    """
    assert {"content": "包括：公告", "note": "见 A：b"} == tree(
        "content: 包括：公告\nnote: 见 A：b\n"
    )


@pytest.mark.parametrize("brackets", [("[", "]"), ("{a: ", "}")], ids=["lists", "mappings"])
def test_thirty_two_levels_are_read_and_one_more_is_refused(brackets):
    """
    Deeper than any record can be.
    """
    left, right = brackets

    assert [] == said(left * 32 + "x" + right * 32)
    assert ["yaml-depth"] == [one.rsplit(" ")[1] for one in said(left * 33 + "x" + right * 33)]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 200_000,
        "a: &a0 x\n" + "".join(f"b{n}: &a{n + 1} [{f'*a{n}, ' * 9}]\n" for n in range(9)),
        "x: &a {b: 1}\n" + "".join(f"y{n}:\n  <<: [{'*a, ' * 9}]\n" for n in range(6)),
    ],
    ids=["200,000 brackets", "billion laughs", "merge bomb"],
)
def test_a_bomb_is_refused_at_once(bomb):
    """
    In under a second, without a recursion and without growing.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    document = parse(bomb, "a.yaml")

    assert document.problems
    assert 1 > time.perf_counter() - started
    assert 200_000 > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


def test_front_matter_is_placed_in_its_file():
    """
    Its first line is the second of the file.
    """
    document = parse("a: 1\na: 2\n", "a.md", first_line=2)

    assert ["a.md:3:1"] == [str(found.at) for found in document.problems]
    assert (2, 4) == place(document.mark, ("a",))


def test_a_place_is_found_for_every_node():
    """
    A value, a key, an item, and the nearest place above what is not there.
    """
    mark = parse("id: a\nbasis:\n  - title: 甲\n    number: 乙\n", "a.yaml").mark

    assert (3, 12) == place(mark, ("basis", 0, "title"))
    assert (3, 5) == place(mark, ("basis", 0, "title"), of_key=True)
    assert (3, 5) == place(mark, ("basis", 0, "edition"))
    assert (3, 3) == place(mark, ("basis", 7))
    assert (1, 1) == place(mark, ("name",), of_key=True)


# -- bytes to text -----------------------------------------------------------------------------


def test_ends_of_line_and_a_mark_at_the_beginning_make_no_difference():
    """
    As editors on Windows save them.
    """
    expected = ("a: 1\nb: 2\n", ())

    assert expected == text_of(b"a: 1\nb: 2\n", "a.yaml")
    assert expected == text_of(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")
    assert expected == text_of(b"a: 1\rb: 2\r", "a.yaml")


NO_TEXT = {
    "empty": (b"", "a.yaml: file-empty", set()),
    "blank": (b" \n\r\n", "a.yaml: file-empty", set()),
    "a mark alone": (b"\xef\xbb\xbf", "a.yaml: file-empty", set()),
    "GBK": ("a: 1\nb: 标题\n".encode("gbk"), "a.yaml:2:4: file-encoding", {"GB18030（GBK）"}),
    "Big5": ("a: 標題，測試\n".encode("big5"), "a.yaml:1:4: file-encoding", {"Big5"}),
    "UTF-16": ("a: 标题".encode("utf-16"), "a.yaml:1:1: file-encoding", {"UTF-16"}),
    "too large": (b"a" * (MOST_BYTES + 1), "a.yaml: file-too-large", {"16.0"}),
}


@pytest.mark.parametrize(("data", "expected", "facts"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_said_so(data, expected, facts):
    """
    With the encoding it is probably in.
    """
    text, [found] = text_of(data, "a.yaml")

    assert text is None
    assert expected == f"{found.at}: {found.rule}"
    assert facts == {value for _, value in found.facts}


@pytest.mark.parametrize(
    "character",
    ["\0", "\x01", "\x0c", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u2069", "\ufeff"],
    ids=ascii,
)
def test_a_character_nobody_can_see_is_named_at_its_place(character):
    """
    Controls, line separators and marks of direction, which could show a name backwards.
    """
    _, problems = text_of(f"a: 1\nb: 甲{character}\n".encode(), "a.yaml")

    assert [f"a.yaml:2:5 character-forbidden U+{ord(character):04X}"] == [
        f"{one.at} {one.rule} {one.facts[0][1]}" for one in problems
    ]


def test_a_private_character_is_a_warning_and_stays():
    """
    Characters of an old GBK font; readers may see a box.
    """
    text, [found] = text_of("name: \ue123\n".encode(), "a.yaml")

    assert "name: \ue123\n" == text
    assert ("character-private", "a.yaml:1:7") == (found.rule, str(found.at))


@pytest.mark.parametrize("rare", ["\U00020bb7野家", "\U0002a6a5", "\uf900", "⼀"])
def test_a_rare_character_is_text(rare):
    """
    Names of places hold characters beyond the first plane; none is normalised away.
    """
    assert (f"a: {rare}\n", ()) == text_of(f"a: {rare}\n".encode(), "a.yaml")
    assert {"a": rare} == tree(f"a: {rare}\n")


# -- laws --------------------------------------------------------------------------------------

_SCALAR = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=9)
_TREE = st.deferred(
    lambda: (
        _SCALAR
        | st.lists(_TREE, min_size=1, max_size=3)
        | st.dictionaries(_SCALAR, _TREE, min_size=1, max_size=3)
    )
)


def _flow(tree: object) -> str:
    """Return *tree* in YAML's flow style, every scalar in single quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(tree[key])}" for key in tree) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_flow, tree)) + "]"
    return "'" + str(tree).replace("'", "''") + "'"


@given(_TREE)
def test_what_is_written_is_what_is_read(written):
    """
    Whatever the tree, its text comes back as it was, and every mark has its child's shape.
    """
    document = parse(_flow(written), "a.yaml")

    assert (written, ()) == (document.tree, document.problems)
    assert _shape(written) == _marks(document.mark)


def _shape(tree: object) -> object:
    if isinstance(tree, dict):
        return {key: _shape(value) for key, value in tree.items()}
    return [_shape(item) for item in tree] if isinstance(tree, list) else ()


def _marks(mark: Mark) -> object:
    if mark.keys:
        return {key: _marks(below) for key, _, _, below in mark.keys}
    return [_marks(item) for item in mark.items] or ()


@given(st.text(max_size=60))
def test_no_text_raises(text):
    """
    An author's fault is a value, never a traceback.
    """
    document = parse(text, "a.yaml")

    assert document.tree is not None or document.problems


def test_what_is_kept_of_places_is_all_of_them():
    """
    A problem that is found after the files were read stands where it would have stood then.
    """
    mark = parse("id: a\n其他:\n  - {名: 甲, b: [c, d]}\n  - ''\n", "a.yaml").mark

    assert mark == unkept(kept(mark))
