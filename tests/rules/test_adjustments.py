"""When the rules of adjustments say nothing, and where each looks."""

from __future__ import annotations

import pytest

from ..conftest import complaints, entry
from .adjustment_examples import A, T, U, adjustment, change

LIMIT = "信息形成或者变更之日起20个工作日内"


def rules(differs: dict[str, str]) -> list[str]:
    """The ids of what is said."""
    return [one.partition("[")[2].partition("]")[0] for one in map(last, complaints(differs))]


def last(said: str) -> str:
    """The end of a sentence: the id in brackets."""
    return said.split("\n")[0][said.split("\n")[0].rindex("[") :]


@pytest.mark.parametrize(
    "after",
    [
        "[{title: 政府信息公开条例, article: 第二十一条}]",
        "[{article: 第二十一条, title: 政府信息公开条例}]",
        "[{title: ' 政府信息公开条例 ', article: 第二十一条}]",
    ],
)
def test_the_form_of_a_value_does_not_matter(after):
    """
    Values are compared as the item's model types them.
    """
    fields = f"{{field: basis, after: {after}}}, {{field: category, after: [决策]}}"

    assert [] == complaints({T: adjustment("t", change("gonggao", fields=fields))})


def test_the_last_of_several_counts():
    """
    By day, whatever the files are called; one to come does not.
    """
    first = f"{{field: time_limit, after: {LIMIT}}}"
    early = "{field: time_limit, after: 1日}"
    ahead = f"{{field: time_limit, before: {LIMIT}, after: 2日}}"
    chain = f"{{field: time_limit, before: 1日, after: {LIMIT}}}"

    assert [] == complaints(
        {
            T: adjustment("t", change("gonggao", fields=chain), date="2025-03-01"),
            U: adjustment("u", change("gonggao", fields=early), date="2025-01-01"),
            "catalogue/adjustments/c.yaml": adjustment(
                "v", change("gonggao", fields=ahead), date="2026-11-24"
            ),
        }
    )
    assert [] == complaints({T: adjustment("t", change("gonggao", fields=first))})


def test_days_in_the_wrong_order_break_the_chain():
    """
    The second begins with what the first left, unless the days were mixed up.
    """
    first = f"{{field: time_limit, before: 1日, after: {LIMIT}}}"
    second = "{field: time_limit, after: 1日}"

    assert ["adjustment-chain", "adjustment-uncovered"] == sorted(
        rules(
            {
                T: adjustment("t", change("gonggao", fields=first), date="2025-01-01"),
                U: adjustment("u", change("gonggao", fields=second), date="2025-02-01"),
            }
        )
    )


@pytest.mark.parametrize(
    "unread",
    [
        "adjustments: [",
        adjustment("u", change("gonggao"), date="昨天"),
        adjustment("u", change("gonggao"), kind="改"),
    ],
)
def test_what_a_record_that_cannot_be_read_may_tell_is_not_missed(unread):
    """
    One fault, one problem.
    """
    fields = "{field: time_limit, after: 1日}"
    said = complaints({T: adjustment("t", change("gonggao", fields=fields)), U: unread})

    assert 1 == len(said), said
    assert said[0].startswith(U)


def test_an_element_that_could_not_be_read_is_not_missed():
    """
    Its own fault is enough.
    """
    fields = "{field: method, after: 主动公开}"
    [said] = complaints(
        {
            T: adjustment("t", change("a", fields=fields)),
            A: entry("a", method="公开"),
        }
    )

    assert "[value-choice]" in said


def test_an_item_in_a_file_that_could_not_be_read_may_be_there():
    """
    Its adjustment is not told as one of nothing.
    """
    [said] = complaints({T: adjustment("t", change("jiu")), A: "id: jiu\nname: [\n"})

    assert said.startswith(A)


def test_what_ended_before_there_were_records_is_nobodys_to_tell():
    """
    Nor what will end, nor what an adjustment to come will tell.
    """
    records = {T: adjustment("t", change("gonggao"), date="2025-06-01")}

    assert [] == complaints(records | {A: entry("jiu", ended="2025-05-31")})
    assert [] == complaints(records | {A: entry("jiu", ended="2026-11-24")})
    assert ["adjustment-ended-uncovered"] == rules(records | {A: entry("jiu", ended="2025-06-01")})
    told = change("jiu", "取消", "{field: ended, after: 2025-07-01}")
    assert [] == complaints(
        {
            T: adjustment("t", told, date="2025-06-01"),
            A: entry("jiu", ended="2025-07-01"),
        }
    )


def test_an_item_to_be_added_need_not_be_there_yet():
    """
    A plan of a day to come.
    """
    assert [] == complaints({T: adjustment("t", change("xin", "新增"), date="2026-12-01")})


def test_what_was_changed_and_then_removed_is_told_once():
    """
    By the adjustment that removed it.
    """
    assert ["adjustment-entry-removed"] == rules(
        {
            T: adjustment("t", change("jiu", "新增"), date="2024-01-01"),
            U: adjustment("u", change("jiu", "取消")),
            "catalogue/adjustments/c.yaml": adjustment("v", change("jiu"), date="2024-06-01"),
        }
    )


def test_an_adjustment_may_name_what_has_ended():
    """
    It tells what was; an ended item is no dead reference of it.
    """
    assert [] == complaints(
        {
            T: adjustment("t", change("jiu"), date="2024-01-01"),
            A: entry("jiu", ended="2023-12-31"),
        }
    )


@pytest.mark.parametrize("key", ["id", "number", "order", "imported", "original", "suggested"])
def test_bookkeeping_is_no_element(key):
    """
    What says where a row stands is not adjusted.
    """
    fields = f"{{field: {key}, after: x}}"

    assert ["adjustment-element-unknown"] == rules(
        {T: adjustment("t", change("gonggao", fields=fields))}
    )
