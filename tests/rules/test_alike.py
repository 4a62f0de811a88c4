"""Which items repeat one another, and which are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rules.alike import items_stand_once
from generator.search.terms import pairs, units_of

from ..conftest import CONFIG, catalogue, entry, listed

A = "catalogue/entries/a.yaml"
OTHERS = ("catalogue/entries/zhengdi.yaml", "catalogue/entries/others.yaml")
CONTENT = "[征收土地预公告、现状调查结果和补偿安置方案的全文]"


def told(*records: str, config: str = CONFIG) -> list[str]:
    """Return the rules that complain where *records* are all the entries."""
    files = {A: listed("entries", *records), "config.yaml": config} | dict.fromkeys(OTHERS, "")
    return [one.rule for one in items_stand_once(catalogue(files))]


def both(one: dict[str, str | None], other: dict[str, str | None]) -> list[str]:
    return told(
        *(
            entry(id, **{"content": CONTENT} | all)
            for id, all in zip("ab", (one, other), strict=True)
        )
    )


@pytest.mark.parametrize(
    "differs",
    [
        {"field": "chaiqian"}, {"subject": "[jiaoyu]"}, {"ended": "2026-01-01"},
        {"subject": None}, {"content": None},
    ],
)  # fmt: skip
def test_the_same_item_elsewhere_is_no_repetition(differs):
    """
    Every unit publishes the standard items; so does every field, and what ended is over.
    """
    assert ["entry-repeated"] == both({}, {})
    assert [] == both({}, differs)


def test_items_without_a_unit_repeat_each_other_and_those_without_content_do_not():
    """
    That the content is missing is told already.
    """
    assert ["entry-repeated"] == both({"subject": None}, {"subject": None})
    assert [] == both({"content": None}, {"content": None})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025年征地补偿公告", "2026年征地补偿公告"), ("征地第1号公告", "征地第2号公告"),
        ("城市低保对象公示", "农村低保对象公示"), ("征地批准前公告", "征地批准后公告"),
        ("准予许可决定", "不予许可决定"), ("建设项目许可", "建设项目变更许可"),
    ],
)  # fmt: skip
def test_a_number_or_an_opposite_makes_another_item(one, other):
    """
    Whatever else is equal.
    """
    assert [] == both({"name": one}, {"name": other})
    assert "entry-repeated" not in both({"content": f"[{one}]"}, {"content": f"[{other}]"})


def test_set_phrases_of_the_content_make_no_item_alike():
    """
    办理条件, 办理流程, 所需材料: the names must be alike too.
    """
    content = "[受理部门、办理条件、办理流程、所需材料、办理时限、收费依据及标准]"

    assert [] == both(
        {"name": "死亡注销", "content": content}, {"name": "服现役注销", "content": content}
    )


def test_the_share_is_that_of_config_yaml():
    """
    One character more in twenty-four is 88 percent.
    """
    records = [entry("a", content=CONTENT), entry("b", content=CONTENT.replace("的全", "全"))]

    assert ["entry-alike"] == told(*records)
    assert ["entry-alike"] == told(*records, config=f"{CONFIG}alike: 88\n")
    assert [] == told(*records, config=f"{CONFIG}alike: 95\n")


def test_an_item_is_told_once_with_the_one_it_is_most_like():
    """
    Of many that are alike; the first of several that are equally so.
    """
    content = CONTENT.replace("的全", "全")
    files = {
        A: listed(
            "entries",
            entry("a", content=CONTENT),
            entry("b", content=content),
            entry("c", content=content, subject="[jiaoyu]"),
            entry("d", content=content.replace("文]", "部]"), subject="[ziran-ziyuan, jiaoyu]"),
        )
    } | dict.fromkeys(OTHERS, "")
    linked = catalogue(files)
    lines = {str(linked.at(linked.by_id[id].record)): id for id in "abcd"}

    assert [("b", "a"), ("d", "b")] == [
        (lines[str(one.at)], lines[dict(one.facts)["first"]]) for one in items_stand_once(linked)
    ]


_TEXTS = st.sampled_from(
    [
        "征地补偿安置方案公告",
        "征地补偿安置方案公示",
        "徵地補償安置方案公告",
        "征地",
        "地",
        "公告〔1〕号",
    ]
)
_ITEMS = st.lists(
    st.tuples(
        _TEXTS,
        _TEXTS,
        st.sampled_from(["zhengdi", "chaiqian"]),
        st.sets(st.sampled_from(["jiaoyu", "ziran-ziyuan", "{name: 某单位}"])),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(_ITEMS, st.integers(50, 100))
def test_what_is_told_is_what_comparing_each_with_each_finds(items, percent):
    """
    The first equal neighbour, or else the one that an item is most like.
    """
    records = [
        entry(
            f"e-{number}", name=name, content=f"[{content}]", field=field,
            subject=f"[{', '.join(sorted(subjects))}]" if subjects else None,
        )
        for number, (name, content, field, subjects) in enumerate(items)
    ]  # fmt: skip
    files = {A: listed("entries", *records), "config.yaml": f"{CONFIG}alike: {percent}\n"}
    linked = catalogue(files | dict.fromkeys(OTHERS, ""))
    lines = {
        f"e-{number}": str(linked.at(linked.by_id[f"e-{number}"].record))
        for number in range(len(items))
    }
    found = {(one.rule, str(one.at), dict(one.facts)["first"]) for one in items_stand_once(linked)}

    assert {
        (rule, lines[f"e-{a}"], lines[f"e-{b}"]) for rule, a, b in _slowly(items, percent)
    } == found


def _slowly(items, percent):
    """Yield the rule, the item and the earlier one, looking at each two."""
    for number, one in enumerate(items):
        before = [
            (first, other)
            for first, other in enumerate(items[:number])
            if other[2] == one[2] and (other[3] & one[3] or not other[3] | one[3])
        ]
        equal = [
            first
            for first, other in before
            if [*map(units_of, one[:2])] == [*map(units_of, other[:2])]
        ]
        near = [
            (-_share(one[:2], other[:2]), first)
            for first, other in before
            if min(_share(one[:2], other[:2]), _share(one[:1], other[:1])) >= percent
        ]
        if equal:
            yield "entry-repeated", number, equal[0]
        elif near:
            yield "entry-alike", number, min(near)[1]


def _share(one, other):
    mine, its = (
        {pair for text in texts for pair in pairs(units_of(text))} for texts in (one, other)
    )
    return 100 * len(mine & its) // (len(mine | its) or 1)
