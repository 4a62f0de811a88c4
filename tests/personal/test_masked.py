"""What may be a personal number never stands whole in a message."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.personal import masked

ID = "441302199001011234"  # made up
CARD = "6222020200112233455"
MOBILE = "13800001234"

FORMS = {
    "plain": ID,
    "with X": "44130219900101123X",
    "with x": "44130219900101123x",
    "of fifteen": "441302900101123",
    "full-width": "４４１３０２１９９００１０１１２３４",
    "full-width X": "４４１３０２１９９００１０１１２３Ｘ",
    "grouped": "441302 19900101 1234",
    "dashed": "441302-19900101-1234",
    "dotted": "441302·19900101·1234",
    "over two lines": "441302199001\n011234",
    "with invisible marks": "441302\u200b19900101\u20601234",
    "after letters": f"sfz{ID}",
    "before letters": f"{ID}abc",
    "between Chinese": f"身份证{ID}号",
    "before other digits": f"{ID}{MOBILE}",
    "a card": CARD,
    "a grouped card": "6222 0202 0011 2233 455",
    "a mobile": MOBILE,
    "a mobile abroad": "+86 138-0000-1234",
    "a mobile after 86": f"86{MOBILE}",
    "in tags": "441302<b>19900101</b>1231",
    "in references": "".join(f"&#{ord(digit)};" for digit in "441302199001011231"),
}


def digits(text: str) -> str:
    """Return the digits of *text* as a reader would put them together."""
    return re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", text).upper())


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_personal_number_is_cut_in_every_form(form):
    """
    First four and last two are enough to find it in the file.
    """
    whole = digits(form)

    assert whole not in digits(masked(f"“{form}”有误"))
    assert not re.search(r"[0-9]{9}", digits(masked(form)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("车牌粤LD12345的", "车牌粤L…45的"), ("护照 E12345678。", "护照 E1…78。"),
        (f"手机{MOBILE}", "手机138…34"), ("四四一三〇二一九九〇〇一〇一一二三一", "4413…31"),
    ],
)  # fmt: skip
def test_what_is_recognised_is_cut_though_it_has_no_long_run_of_digits(text, shown):
    """
    Plates, passports, Chinese numerals.
    """
    assert shown == masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "441302********1234", "0752-2345678", "0000-0000001", "2026-11-23", "惠府办函〔2018〕157号",
        "91441300MA4W0XYZ2K", "20个工作日", "第711号", "catalogue/entries/a.yaml:12:5",
        "1 3 5 7 9 11", "",
    ],
)  # fmt: skip
def test_what_is_no_personal_number_stays(text):
    """
    Masked numbers, office lines, days, document numbers, places.
    """
    assert text == masked(text)


@given(st.text(st.sampled_from("0123456789 -·\u200b甲X.\n"), max_size=60))
def test_no_identity_number_survives(text):
    """
    Wherever it stands among other digits and blanks.
    """
    assert ID not in re.sub(r"[^0-9X甲]", "", masked(f"{text}甲{ID}甲{text}"))


@given(st.text(max_size=40))
def test_masking_twice_changes_nothing(text):
    """
    A message may pass the masker on its way more than once.
    """
    assert masked(text) == masked(masked(text))
