"""However digits are written, and whatever stands between them, they become the same groups."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from generator.personal.chains import DIGITS, Gap, bare, chains, decoded, parsed


def groups(text: str) -> list[tuple[tuple[str, ...], tuple[Gap, ...]]]:
    return [
        (chain.groups, chain.gaps)
        for _, left, written, right in chains(decoded(text)[0])
        for chain in parsed(left, written, right)
    ]


def test_every_character_that_unicode_takes_for_a_digit_is_one():
    """
    Full-width, mathematical, circled, raised: whatever NFKC makes one digit.
    """
    folded = {
        char: narrow
        for char in map(chr, range(sys.maxunicode + 1))
        if (narrow := unicodedata.normalize("NFKC", char)) in set("0123456789")
    }
    plain = {char: DIGITS.get(decoded(char)[0], "") for char in folded}

    assert folded == plain


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        ("<b>", Gap.JOIN), ("</span><span class='a'>", Gap.JOIN), ("**", Gap.JOIN),
        ("\\", Gap.JOIN), ("<!-- -->", Gap.JOIN), ("</w:t></w:r><w:r><w:t>", Gap.JOIN),
        (" ", Gap.BLANK), ("\u3000", Gap.BLANK), ("&nbsp;", Gap.BLANK), ("</b> <b>", Gap.BLANK),
        ("-", Gap.MARK), (" — ", Gap.MARK), ("·", Gap.MARK), ("-\n", Gap.MARK),
        ("\n", Gap.LINE), ("\n    ", Gap.LINE), ("<br>\n", Gap.LINE), ("\\\n", Gap.LINE),
        ("</td><td>", Gap.CELL), (" | ", Gap.CELL), ("\n\n", Gap.CELL), ("\n- ", Gap.CELL),
        ("\r\n", Gap.CELL), ("</w:p><w:p>", Gap.CELL), (", ", Gap.LIST), ("、", Gap.LIST),
        ("）", Gap.LIST),
    ],
)  # fmt: skip
def test_what_stands_between_parts_more_or_less(between, gap):
    """
    From a tag within a word to a comma.
    """
    assert [(("441302", "19900101"), (gap,))] == groups(f"441302{between}19900101")


@pytest.mark.parametrize(
    "between", ["\u200b", "\u2060", "\u202c", "\ufeff", "\u0336", "\U000e0020"]
)
def test_what_nobody_sees_parts_nothing(between):
    """
    Widths, directions, strokes, tags of emoji.
    """
    assert [(("44130219900101",), ())] == groups(f"441302{between}19900101")


@pytest.mark.parametrize("text", ["441302年19900101", "441302x19900101", "441302=19900101"])
def test_words_and_signs_end_a_chain(text):
    """
    So that fourteen digits are no longer together.
    """
    assert [] == groups(text)


def test_a_number_is_written_in_one_manner():
    """
    A numeral, a circled digit or a note's mark beside it is no part of it.
    """
    assert ["3", "13812345678", "1"] == [one for gs, _ in groups("三13812345678¹") for one in gs]


def test_what_stands_in_a_tag_between_digits_is_looked_at_too():
    """
    A tag is no hiding place.
    """
    text = '441302199001011231<a href="tel:13812345678">5'

    assert [("13812345678",), ("441302199001011231", "5")] == [found for found, _ in groups(text)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("&#52;&#x34;甲", "44甲"), (r"\u0034\x34\U00000034", "444"), ("%34%e7%94%b2", "4甲"),
        ("&#39;&#34;", "&#39;&#34;"), ("a\\n%", "a\\n%"), ("𝟒&#120786;", "44"),
    ],
)  # fmt: skip
def test_what_stands_for_a_character_is_that_character(written, plain):
    """
    References of HTML, escapes of YAML and JSON, escapes of addresses.
    """
    assert plain == decoded(written)[0]


def test_the_way_back_leads_to_where_a_character_was_written():
    """
    Problems name the place in the author's file.
    """
    written = "甲&#52;乙%34丙\\u0034丁"
    plain, back = decoded(written)

    assert "甲4乙4丙4丁" == plain
    assert ["甲", "&", "乙", "%", "丙", "\\", "丁"] == [written[back(n)] for n in range(len(plain))]


def test_what_was_written_becomes_letters_and_digits():
    """
    The form of which the digest is taken.
    """
    assert "粤L12345" == bare("粤Ｌ·１②<b>3</b>四\u200b5")
