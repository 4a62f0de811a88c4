"""What changed between two catalogues: the law that a record leads from the old to the new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.facts.adjustments import (
    BOOKKEEPING,
    ELEMENTS,
    mentions,
    told_on,
    unsaid,
    value_of,
)
from generator.find import Source
from generator.keys import digest
from generator.model.adjustment import Adjustment, AdjustmentKind, Change, ChangeKind, plain
from generator.model.entry import Entry
from generator.past.changes import (
    change,
    differences,
    kind_of,
    proposed,
    record_text,
    uncovered,
    unrecorded,
    untold,
    waiting,
)
from generator.read import read_file

DAY = date(2026, 11, 23)
ENTRY = TypeAdapter(Entry)
TEXTS = st.sampled_from([
    "公告", "012", "12:30", "~", "null", "yes", "2026-01-01", "甲：乙", "a: b", "# 注", "- 项",
    "[x]", "１２", "“引”", "it's", '"双"', "一\n二", "其他", "全社会", "*x",
    "&x", "!x", "%", "@x", "|", ">",
])  # fmt: skip
BASES = st.one_of(
    TEXTS,
    st.fixed_dictionaries({"title": TEXTS}, optional={"article": TEXTS, "number": TEXTS}),
)
LIMITS = st.one_of(
    TEXTS,
    st.fixed_dictionaries(
        {
            "text": TEXTS,
            "parts": st.lists(
                st.fixed_dictionaries(
                    {"kind": st.sampled_from(["期限", "文字"])},
                    optional={"n": st.sampled_from(["1", "20"]), "after": TEXTS},
                ),
                max_size=2,
            ),
        }
    ),
)
OF_KEY: Mapping[str, st.SearchStrategy[Any]] = {
    "group": TEXTS,
    "subgroup": TEXTS,
    "number": TEXTS,
    "category": st.lists(st.sampled_from(["决策", "执行", "结果"]), max_size=3),
    "stage": st.lists(st.sampled_from(["发布", "解读"]), max_size=2),
    "content": st.lists(TEXTS, max_size=3),
    "basis": st.lists(BASES, max_size=3),
    "subject": st.lists(
        st.one_of(st.sampled_from(["jiaoyu", "ziran"]), TEXTS.map(lambda one: {"name": one})),
        max_size=3,
    ),
    "time_limit": LIMITS,
    "method": st.sampled_from(["主动公开", "依申请公开"]),
    "channels": st.lists(
        st.one_of(TEXTS, TEXTS.map(lambda one: {"其他": one})), max_size=3
    ),
    "audience": st.one_of(st.just("全社会"), TEXTS.map(lambda one: {"特定群体": one})),
    "level": st.lists(TEXTS, max_size=2),
    "duties": st.lists(st.sampled_from(["d-1", "d-2"]), max_size=2),
    "extra": st.dictionaries(TEXTS, TEXTS, max_size=2),
    "original": st.dictionaries(TEXTS, TEXTS, max_size=1),
    "order": st.sampled_from(["0", "7"]),
    "effective": st.sampled_from(["2020-01-01", "2021-02-03"]),
    "ended": st.sampled_from(["2025-01-01", "2026-01-01"]),
    "superseded_by": st.sampled_from(["a", "b"]),
    "remarks": TEXTS,
    "source": TEXTS,
}  # fmt: skip
TREES = st.fixed_dictionaries(
    {"name": TEXTS, "field": st.sampled_from(["f", "g"])}, optional=dict(OF_KEY)
)
CATALOGUES = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), TREES, max_size=4)


def entries(trees: Mapping[str, Any]) -> dict[str, Entry]:
    return {id: ENTRY.validate_python({"id": id} | tree) for id, tree in trees.items()}


def one(**differs: Any) -> Entry:
    record = {"id": "a", "name": "公告", "field": "f", "time_limit": "20日"} | differs
    return ENTRY.validate_python({key: value for key, value in record.items() if value})


@st.composite
def pairs(draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two catalogues of which the second has grown out of the first, or has not."""
    old = draw(CATALOGUES)
    new = dict(draw(CATALOGUES))
    for id in old:
        if draw(st.booleans()):
            new[id] = old[id] | draw(st.fixed_dictionaries({}, optional=dict(OF_KEY)))
    return old, new


def applied(old: Mapping[str, Entry], record: Adjustment) -> dict[str, dict[str, Any]]:
    """What *record* makes of a catalogue, worked out slowly: every element is set or taken away."""
    said = {id: content(entry) for id, entry in old.items()}
    for changed in record.changes:
        item = said.setdefault(changed.entry, {})
        for field in changed.fields:
            tree = plain(field.after)
            item.pop(field.field, None)
            if tree:
                filled = {"id": "x", "name": "x", "field": "x", field.field: tree}
                item[field.field] = getattr(ENTRY.validate_python(filled), field.field)
                if field.field == "extra":
                    item["extra"] = dict(item["extra"])
        if "name" not in item:
            del said[changed.entry]
    return said


def content(entry: Entry) -> dict[str, Any]:
    """What an entry says of its elements, without those of which it says nothing."""
    said = {key: getattr(entry, key) for key in Entry.__dataclass_fields__}
    kept = {key: value for key, value in said.items() if value and key not in BOOKKEEPING}
    return kept | ({"extra": dict(kept["extra"])} if "extra" in kept else {})


def read_back(text: str) -> Adjustment:
    data = text.encode()
    file = read_file(Source("catalogue/adjustments/t.yaml", data, digest(data)))
    assert () == file.problems, (file.problems, text)
    [written] = file.written
    record: Adjustment = written.record
    return record


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_applying_the_record_to_the_old_gives_the_new(pair):
    """
    The law, on the record itself and on what is read back from the YAML that an editor gets.
    """
    old, new = map(entries, pair)
    record = proposed("t", DAY, differences(old, new))
    expected = {id: content(entry) for id, entry in new.items()}

    assert expected == applied(old, record)
    assert record == read_back(record_text(record, {id: one.name for id, one in old.items()}))
    assert expected == applied(old, read_back(record_text(record, {})))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_what_a_record_tells_is_told(pair):
    """
    With the record in the catalogue nothing is left to tell, and before it everything is.
    """
    old, new = map(entries, pair)
    changes = differences(old, new)
    record = proposed("t", DAY, changes)

    assert changes == uncovered(changes, ())
    assert () == uncovered(changes, (record,))
    assert () == unrecorded(old, new, (record,), DAY)


@st.composite
def parts(draw: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], Adjustment]:
    """Three catalogues one after the other, and a record of the first step in which changes and
    elements are missing; that an item was deleted is told whole or not at all, and one that came
    with its name."""
    old, middle = draw(pairs())
    new = {id: tree for id, tree in middle.items() if draw(st.booleans())} | draw(CATALOGUES)
    changes = []
    for changed in differences(entries(old), entries(middle)):
        whole = changed.kind is ChangeKind.ENDED and changed.entry not in middle
        fields = tuple(
            one
            for one in changed.fields
            if whole or draw(st.booleans()) or (one.field == "name" and changed.entry not in old)
        )
        if fields and draw(st.booleans()):
            changes.append(replace(changed, fields=fields))
    return old, middle, new, proposed("t", date(2026, 11, 20), changes)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts())
def test_what_a_record_left_out_is_in_the_next(three):
    """
    The law of two steps: the record as it was kept, and that of all that is left since before it,
    lead from the old to the new; what still waits for the first record is left to wait.
    """
    old, _, new, kept = three
    old, new = entries(old), entries(new)
    waits = waiting(old, new, (kept,), DAY, since=False)
    left = proposed("u", DAY, unrecorded(old, new, (kept,), DAY, waits))
    both = replace(kept, changes=kept.changes + left.changes)
    expected = {id: content(entry) for id, entry in new.items()}
    for (id, element), last in waits.items():
        expected[id].pop(element, None)
        if last.after:
            value = value_of(element, last.after)
            expected[id][element] = dict(value) if element == "extra" else value

    told = {  # by rules: added or ended, and not there
        one.entry
        for one in kept.changes
        if one.entry not in new and (one.entry not in old or one.kind is ChangeKind.ENDED)
    }
    found = applied(old, both)

    assert {id: said for id, said in expected.items() if "name" in said} == {
        id: said for id, said in found.items() if id not in told
    }


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts())
def test_what_check_tells_is_what_adjust_writes(three):
    """
    Element by element: what the past shows beside what the records show, and nothing twice.
    """
    old, _, new, kept = three
    old, new = entries(old), entries(new)
    named = mentions((kept,))
    past = {
        (one.entry, field.field) for one in untold(old, new, (kept,), DAY) for field in one.fields
    }
    records = {
        (id, element) for id, entry in new.items() for element in unsaid(entry, named.get(id, ()))
    }
    written = {
        (one.entry, field.field)
        for one in unrecorded(old, new, (kept,), DAY)
        for field in one.fields
        if one.entry in new or one.entry not in named  # a rule tells that what was named is gone
        if field.field not in ("ended", "superseded_by")
    }

    assert not past & records
    assert written == {one for one in past | records if one[1] not in ("ended", "superseded_by")}


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(CATALOGUES, st.randoms())
def test_order_and_form_change_nothing(trees, random):
    """
    Keys in another order, rows in another order, bookkeeping: the catalogue says the same.
    """
    shuffled = {}
    for id in random.sample(sorted(trees), len(trees)):
        keys = random.sample(sorted(trees[id]), len(trees[id]))
        tree = {key: trees[id][key] for key in keys if key not in BOOKKEEPING}
        shuffled[id] = tree | {"order": "99", "number": "99", "suggested": []}
        if "extra" in tree:
            shuffled[id]["extra"] = dict(reversed(tree["extra"].items()))

    assert () == differences(entries(trees), entries(shuffled))


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ({"basis": [{"title": "法"}]}, {"basis": ["法"]}),
        ({"subject": [{"unit": "jiaoyu"}]}, {"subject": ["jiaoyu"]}),
        ({"time_limit": {"text": "10日"}}, {"time_limit": "10日"}),
        ({"channels": [{"name": "其他", "text": "栏"}]}, {"channels": [{"其他": "栏"}]}),
        ({"audience": {"kind": "全社会"}}, {"audience": "全社会"}),
    ],
)
def test_a_short_form_says_what_the_long_one_says(long, short):
    """
    And both are the same value of an adjustment.
    """
    [key] = long

    assert change(one(**long), one(**short)) is None
    made = change(one(time_limit=""), one(**({"time_limit": ""} | long)))
    assert value_of(key, made.fields[0].after) == getattr(one(**short), key)


def test_full_width_letters_are_a_change():
    """
    What stands on the page is another text.
    """
    made = change(one(remarks="10日"), one(remarks="１０日"))

    assert [("remarks", "10日", "１０日")] == [
        (field.field, plain(field.before), plain(field.after)) for field in made.fields
    ]


NEW = Change(entry="a", kind=ChangeKind.ADDED)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ([NEW], AdjustmentKind.EXPANDED),
        ([change(one(), one(group="组"))], AdjustmentKind.SORTED),
        ([change(one(), one(time_limit="5日"))], AdjustmentKind.CHANGED),
        ([change(one(), one(ended="2026-01-01"))], AdjustmentKind.CHANGED),
        ([NEW, change(one(), one(group="组"))], AdjustmentKind.CHANGED),
        ([NEW, change(one(), None)], AdjustmentKind.CHANGED),
    ],
)
def test_the_kind_is_guessed(changes, kind):
    """
    Only new: 拓展; only names and places: 梳理; all else: 调整.
    """
    assert kind is kind_of(changes)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (None, one(), "新增"),
        (None, one(ended="2020-01-01"), "新增"),
        (one(), one(ended="2027-01-01"), "取消"),
        (one(), one(superseded_by="b"), "取消"),
        (one(), None, "取消"),
        (one(ended="2026-01-01"), one(ended="2026-02-01"), "修改"),
        (one(ended="2026-01-01"), one(), "修改"),
    ],
)
def test_what_became_of_an_item(old, new, kind):
    """
    Ended is what has an end now and had none, and what is no longer there.
    """
    assert kind == change(old, new).kind


def test_a_second_change_begins_where_the_first_ended():
    """
    Before the last commit it was 20, the record of today says 15, and now it is 10.
    """
    first = proposed("t", DAY, differences({"a": one()}, {"a": one(time_limit="15日")}))
    [left] = unrecorded({"a": one()}, {"a": one(time_limit="10日")}, (first,), DAY)

    assert ["15日", "10日"] == [plain(left.fields[0].before), plain(left.fields[0].after)]


def test_a_change_that_an_earlier_record_missed_is_still_found():
    """
    Nothing changed since the revision, and yet the item is not what its last adjustment made it.
    """
    record = proposed("t", DAY, differences({"a": one()}, {"a": one(time_limit="15日")}))
    now = {"a": one(time_limit="10日")}
    [left] = unrecorded(now, now, (record,), DAY)

    assert ("修改", "time_limit") == (left.kind, left.fields[0].field)
    assert () == unrecorded(now, now, (record,), date(2026, 11, 22))  # of a day to come


@pytest.mark.parametrize(
    ("old", "since", "waits"),
    [("20日", False, True), ("15日", False, True), ("20日", True, True), ("15日", True, False)],
)
def test_an_item_that_still_says_what_it_said_before_waits(old, since, waits):
    """
    Nothing is written of it, unless the revision that somebody named said what it was made.
    """
    then, now = {"a": one(time_limit=old)}, {"a": one(time_limit="20日")}
    record = proposed("t", DAY, differences({"a": one()}, {"a": one(time_limit="15日")}))
    waiting_ = waiting(then, now, (record,), DAY, since=since)
    left = unrecorded(then, now, (record,), DAY, waiting_)

    assert waits is bool(waiting_)
    assert waits is not bool(left)


def test_an_item_that_was_added_does_not_wait():
    """
    Nothing stood there before, so an element that it lacks was taken away.
    """
    record = proposed("t", DAY, differences({}, {"a": one(remarks="注")}))

    assert {} == waiting({}, {"a": one()}, (record,), DAY, since=False)


def test_an_item_added_and_then_changed_is_a_change_of_what_was_added():
    """
    The record of the addition tells of all but one element.
    """
    record = proposed("t", DAY, differences({}, {"a": one()}))
    [left] = unrecorded({}, {"a": one(time_limit="10日")}, (record,), DAY)

    assert ("修改", ["time_limit"]) == (left.kind, [field.field for field in left.fields])


def test_an_item_that_was_ended_and_then_deleted_was_told():
    """
    That its record is missing, a rule says; there is nothing to adjust.
    """
    ended = proposed("t", DAY, differences({"a": one()}, {"a": one(ended="2026-01-01")}))
    changes = differences({"a": one()}, {})

    assert changes
    assert () == uncovered(changes, (ended,))


def test_nothing_of_a_day_to_come_is_told():
    """
    The adjustments up to the day, that of the day itself too, in the order of days.
    """
    days = [date(2026, 12, 1), date(2024, 1, 1), date(2027, 1, 1)]
    records = [Adjustment(id=f"t-{day.year}", date=day) for day in days]

    assert ["t-2024"] == [record.id for record in told_on(records, DAY)]
    assert ["t-2024", "t-2026"] == [one.id for one in told_on(records, date(2026, 12, 1))]


def test_no_element_is_forgotten():
    """
    Each key of an entry is an element, or bookkeeping by name.
    """
    assert set(Entry.__dataclass_fields__) == set(ELEMENTS) | BOOKKEEPING
